extension English {
    /// How customers wish for what does not exist.
    static let familiesWishes: [[TriageRule]] = [
        family(
            "would be nice",
            [
                .category(.bugReport): 0.19, .category(.featureRequest): 0.25, .priority(.low): 0.63,
                .priority(.medium): 0.23, .sentiment(.neutral): 0.13, .escalation(.notNeeded): 0.15,
            ],
            """
            (would|will) … be (nice|great|lovely|helpful|useful|cool|handy|good|neat|brilliant|perfect|wonderful|ideal|enough|fantastic|amazing|happy)
            nice to have; dream of; wish
            """),
        family(
            "idea or suggestion",
            [
                .category(.featureRequest): 0.71, .priority(.low): 0.48, .priority(.high): 0.17,
                .escalation(.notNeeded): 0.1, .escalation(.legalThreat): 0.19,
            ],
            """
            idea; suggest*; proposal; feature request; enhancement; improvement; wishlist; wish list; thought for
            roadmap; request for
            """),
        family(
            "please add",
            [
                .category(.bugReport): 0.19, .category(.featureRequest): 0.86, .priority(.medium): 0.36,
                .escalation(.notNeeded): 0.31, .escalation(.safety): 0.16,
            ],
            """
            (please|could you|can you|would you) … (add|introduce|build|implement|support|bring back|allow|include)
            add (a|an|the|some|support|another|more); let (us|me|people|users|customers|admins|it)
            """),
        family(
            "give us option",
            [
                .category(.featureRequest): 0.96, .category(.technical): 0.96, .priority(.medium): 0.32,
                .sentiment(.neutral): 0.39, .escalation(.notNeeded): 0.26,
            ],
            """
            (give|offer) (us|me|people|users) … (option|way|button|choice|setting|filter|toggle)
            (an|the) option (to|of|for); (a|an|some) way to; ability to; possibility to
            a (button|toggle|switch|setting|shortcut|filter|view|field) (for|to|that|which)
            """),
        family(
            "does not exist yet",
            [
                .category(.featureRequest): 0.21, .sentiment(.negative): 0.12, .escalation(.notNeeded): 0.1,
                .escalation(.safety): 0.14,
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
                .category(.bugReport): 0.22, .priority(.high): 0.12,
            ],
            """
            (every|all|most) other; other (tools|apps|programs|banks|shops|services|providers|software); competitor*
            (the|your) (competition|rival); everyone else (has|does)
            """),
        family(
            "by hand today",
            [
                .category(.featureRequest): 0.44, .category(.technical): 0.17, .priority(.high): 0.11,
                .escalation(.dataLoss): 0.13, .escalation(.accountAction): 0.24,
            ],
            """
            by hand; manually; one by one; copy … (paste|spreadsheet|excel); retype; each time; every single
            workaround; keep having to; i have to; we have to; instead of (having|clicking|typing|copying|going)
            too many clicks
            """),
        family(
            "would need",
            [
                .category(.featureRequest): 1.28, .priority(.medium): 0.3, .sentiment(.neutral): 0.6,
                .escalation(.notNeeded): 0.18, .escalation(.humanRequested): 0.16, .escalation(.safety): 0.38,
            ],
            """
            (would|will) need; we need (a|an|to|the); (i|we) really need
            (would|it would) (help|save|make|let|allow|spare|mean)
            """),
        family(
            "some day",
            [
                .category(.bugReport): 0.33, .category(.featureRequest): 0.65, .priority(.low): 1.12,
                .priority(.urgent): 0.38, .sentiment(.positive): 0.76, .escalation(.securityIncident): 0.22,
            ],
            """
            one day; some day; someday; some time; in (the)? future; ever (plan|think|thought|consider*); maybe
            perhaps; down the (road|line)
            """),
        family(
            "plans to offer",
            [
                .category(.featureRequest): 1.65
            ],
            """
            plans (to|for); planning to; any chance; is there a chance; will you (ever|be|add|support|offer)
            considered adding; on the (roadmap|horizon)
            """),
        family(
            "could it have",
            [
                .category(.billing): 0.25, .category(.featureRequest): 0.37, .category(.technical): 0.3,
                .sentiment(.negative): 0.21, .sentiment(.neutral): 0.6, .escalation(.notNeeded): 0.18,
                .escalation(.disputedLargeSum): 0.29,
            ],
            """
            (could|can) (the|there|it|this|they|we) … (have|show|be|get|include|remember)
            should (be able|have|be|let|allow|show)
            (if|when) (i|we|you|one|there|it) (could|was|were) … (would|nice|help|great)
            """),
        family(
            "rather than",
            [
                .category(.billing): 0.25, .category(.bugReport): 0.24, .priority(.medium): 0.36,
                .sentiment(.neutral): 0.65, .sentiment(.positive): 0.21, .escalation(.humanRequested): 0.15,
            ],
            "rather than; instead of; not just; not only; as well as"),
    ]
}
