extension English {
    /// How customers wish for what does not exist.
    static let familiesWishes: [[TriageRule]] = [
        family(
            "would be nice",
            [
                .category(.bugReport): 0.14, .category(.featureRequest): 0.25, .priority(.low): 0.51,
                .priority(.medium): 0.14, .sentiment(.neutral): 0.15, .escalation(.notNeeded): 0.14,
            ],
            """
            (would|will) … be (nice|great|lovely|helpful|useful|cool|handy|good|neat|brilliant|perfect|wonderful|ideal|enough|fantastic|amazing|happy)
            nice to have; dream of; wish
            """),
        family(
            "idea or suggestion",
            [
                .category(.featureRequest): 0.64, .priority(.low): 0.6, .priority(.high): 0.29,
                .escalation(.notNeeded): 0.12, .escalation(.legalThreat): 0.3,
            ],
            """
            idea; suggest*; proposal; feature request; enhancement; improvement; wishlist; wish list; thought for
            roadmap; request for
            """),
        family(
            "please add",
            [
                .category(.bugReport): 0.19, .category(.featureRequest): 0.81, .priority(.medium): 0.34,
                .escalation(.notNeeded): 0.3, .escalation(.safety): 0.24,
            ],
            """
            (please|could you|can you|would you) … (add|introduce|build|implement|support|bring back|allow|include)
            add (a|an|the|some|support|another|more); let (us|me|people|users|customers|admins|it)
            """),
        family(
            "give us option",
            [
                .category(.featureRequest): 0.92, .category(.technical): 1.05, .priority(.medium): 0.41,
                .sentiment(.neutral): 0.39, .escalation(.notNeeded): 0.3,
            ],
            """
            (give|offer) (us|me|people|users) … (option|way|button|choice|setting|filter|toggle)
            (an|the) option (to|of|for); (a|an|some) way to; ability to; possibility to
            a (button|toggle|switch|setting|shortcut|filter|view|field) (for|to|that|which)
            """),
        family(
            "does not exist yet",
            [
                .category(.featureRequest): 0.16, .sentiment(.negative): 0.12, .escalation(.notNeeded): 0.11,
                .escalation(.securityIncident): 0.09, .escalation(.safety): 0.39,
            ],
            """
            (there is|have|has|is|see|find|offers|with) no (way|option|button|setting|filter|field|support|shortcut|possibility)
            no way (to|of); not (yet)? (possible|supported|available|offered); missing (feature|option)
            does not (exist|offer|support|have|let|allow)
            can not (be)? (sort|filter|export|choose|set|group|change|hide|schedule|pick|switch)
            """),
        family(
            "others have it",
            [
                .category(.bugReport): 0.22, .category(.featureRequest): 0.16, .priority(.high): 0.16,
                .escalation(.notNeeded): 0.14,
            ],
            """
            (every|all|most) other; other (tools|apps|programs|banks|shops|services|providers|software); competitor*
            (the|your) (competition|rival); everyone else (has|does)
            """),
        family(
            "by hand today",
            [
                .category(.featureRequest): 0.43, .category(.technical): 0.17, .priority(.high): 0.17,
                .sentiment(.negative): 0.3, .sentiment(.positive): 0.2, .escalation(.dataLoss): 0.2,
                .escalation(.accountAction): 0.32,
            ],
            """
            by hand; manually; one by one; copy … (paste|spreadsheet|excel); retype; each time; every single
            workaround; keep having to; i have to; we have to; instead of (having|clicking|typing|copying|going)
            too many clicks
            """),
        family(
            "would need",
            [
                .category(.featureRequest): 1.23, .priority(.medium): 0.31, .sentiment(.neutral): 0.59,
                .escalation(.notNeeded): 0.21, .escalation(.humanRequested): 0.13, .escalation(.safety): 0.51,
            ],
            """
            (would|will) need; we need (a|an|to|the); (i|we) really need
            (would|it would) (help|save|make|let|allow|spare|mean)
            """),
        family(
            "some day",
            [
                .category(.bugReport): 0.31, .category(.featureRequest): 0.6, .priority(.low): 1.06,
                .priority(.urgent): 0.4, .sentiment(.positive): 0.66, .escalation(.notNeeded): 0.14,
                .escalation(.securityIncident): 0.24,
            ],
            """
            one day; some day; someday; some time; in (the)? future; ever (plan|think|thought|consider*); maybe
            perhaps; down the (road|line)
            """),
        family(
            "plans to offer",
            [
                .category(.featureRequest): 1.5
            ],
            """
            plans (to|for); planning to; any chance; is there a chance; will you (ever|be|add|support|offer)
            considered adding; on the (roadmap|horizon)
            """),
        family(
            "could it have",
            [
                .category(.billing): 0.13, .category(.featureRequest): 0.29, .category(.technical): 0.17,
                .sentiment(.negative): 0.23, .sentiment(.neutral): 0.54, .escalation(.notNeeded): 0.22,
                .escalation(.disputedLargeSum): 0.36,
            ],
            """
            (could|can) (the|there|it|this|they|we) … (have|show|be|get|include|remember)
            should (be able|have|be|let|allow|show)
            (if|when) (i|we|you|one|there|it) (could|was|were) … (would|nice|help|great)
            """),
        family(
            "rather than",
            [
                .category(.billing): 0.22, .category(.bugReport): 0.24, .priority(.medium): 0.39,
                .sentiment(.neutral): 0.64, .sentiment(.positive): 0.34, .escalation(.humanRequested): 0.19,
            ],
            "rather than; instead of; not just; not only; as well as"),
    ]
}
