extension English {
    /// How customers ask.
    static let familiesQuestions: [[TriageRule]] = [
        family(
            "asks how",
            [
                .category(.billing): 0.5, .category(.technical): 1.3, .priority(.medium): 0.25,
                .priority(.urgent): 0.58, .sentiment(.negative): 0.32, .sentiment(.neutral): 0.14,
                .escalation(.securityIncident): 0.39, .escalation(.dataLoss): 0.16, .escalation(.outage): 0.14,
            ],
            """
            how (do|can|would|should|could) (i|we|you|one); how to; how … (set|connect|change|turn|get|use) ?
            how is it done
            """),
        family(
            "asks where",
            [
                .category(.billing): 0.68, .category(.technical): 0.93, .category(.general): 0.4,
                .priority(.medium): 0.19, .priority(.urgent): 0.7, .sentiment(.negative): 0.73,
                .sentiment(.neutral): 0.3, .escalation(.outage): 0.46,
            ],
            "where (do|can|is|are|did|should) (i|we|the|my|that|this); where to; where … find"),
        family(
            "asks which or what",
            [
                .category(.technical): 0.63, .category(.general): 0.19, .priority(.medium): 0.25,
                .priority(.urgent): 0.26, .sentiment(.negative): 0.15, .escalation(.notNeeded): 0.34,
                .escalation(.securityIncident): 0.31, .escalation(.outage): 0.65, .escalation(.safety): 0.18,
                .escalation(.repeatedContact): 0.11,
            ],
            """
            ^ which; ^ what (is|are|does|do|should); which (one|of|setting|version|option|port|cable)
            what (setting|value|format|port|do i)
            """),
        family(
            "asks whether it can",
            [
                .category(.billing): 0.39, .category(.featureRequest): 0.36, .priority(.low): 0.14,
                .priority(.medium): 0.21, .sentiment(.neutral): 0.31, .sentiment(.positive): 0.58,
                .escalation(.humanRequested): 0.11,
            ],
            """
            (can|could) (i|we|one|it|this|that|the) ?; is it possible
            (does|will|do|would) (it|this|that|they|the|your) … (work|support|fit|run|read|handle|accept|allow) ?
            am i able
            """),
        family(
            "asks for the existence",
            [
                .category(.technical): 0.43, .sentiment(.neutral): 0.22, .escalation(.notNeeded): 0.11,
            ],
            "is there (a|any|some); are there (any|some|still)"),
        family(
            "asks the company",
            [
                .category(.general): 1.24, .priority(.medium): 0.41, .priority(.high): 0.31,
                .sentiment(.neutral): 0.51,
            ],
            "^ do you; ^ are you; ^ have you; ^ will you (be|have|offer|ship)"),
        family(
            "asks when",
            [
                .category(.general): 1.03, .priority(.medium): 0.33, .priority(.high): 0.13,
                .sentiment(.negative): 0.35, .escalation(.notNeeded): 0.15, .escalation(.repeatedContact): 0.4,
            ],
            "^ when (is|are|will|do|does); how long; how soon; until when; by when"),
        family(
            "asks why",
            [
                .category(.billing): 0.47, .category(.featureRequest): 0.27, .category(.technical): 0.16,
                .priority(.low): 0.54, .priority(.medium): 0.6, .sentiment(.negative): 1.09,
                .escalation(.notNeeded): 0.53,
            ],
            "^ why; why (is|are|do|does|did|was|has|have|am); how come"),
        family(
            "asks to confirm",
            [
                .category(.technical): 0.38, .category(.general): 0.43, .priority(.medium): 0.14,
                .sentiment(.neutral): 0.21,
            ],
            """
            confirm; is (that|this|it) (right|correct|true|normal|okay|ok|allowed|intended)
            (know|tell me|see|check|understand) (if|whether)
            """),
        family(
            "a question",
            [
                .category(.billing): 0.48, .category(.featureRequest): 0.52, .category(.technical): 0.92,
                .category(.general): 0.85, .priority(.low): 0.68, .priority(.medium): 1,
                .priority(.high): 0.46, .sentiment(.neutral): 0.72, .sentiment(.positive): 0.29,
                .escalation(.notNeeded): 0.53, .escalation(.humanRequested): 0.64,
                .escalation(.dataLoss): 0.25, .escalation(.outage): 0.09, .escalation(.repeatedContact): 0.36,
                .escalation(.accountAction): 0.09,
            ],
            "#question"),
        family(
            "puzzled",
            [
                .category(.technical): 0.23, .priority(.urgent): 0.25,
            ],
            "#puzzled"),
        family(
            "shouting",
            [
                .category(.featureRequest): 0.18, .priority(.medium): 0.25, .priority(.high): 0.09,
                .sentiment(.negative): 0.6, .sentiment(.positive): 0.6, .escalation(.notNeeded): 0.17,
            ],
            "#shout"),
        family(
            "polite conditional",
            [
                .category(.billing): 0.56, .category(.featureRequest): 0.51, .category(.general): 0.22,
                .priority(.low): 0.84, .priority(.medium): 1.17, .priority(.high): 0.53,
                .sentiment(.neutral): 1.27, .sentiment(.positive): 0.76, .escalation(.notNeeded): 0.55,
                .escalation(.humanRequested): 0.76, .escalation(.repeatedContact): 0.18,
                .escalation(.disputedLargeSum): 0.58, .escalation(.accountAction): 0.47,
            ],
            """
            (i|we) would (like|love|prefer|appreciate|want|need); would be; could you; would you; may i; might
            """),
        family(
            "kindly",
            [
                .category(.billing): 0.44, .priority(.medium): 0.49, .priority(.high): 0.53,
                .sentiment(.neutral): 0.26, .escalation(.humanRequested): 0.35,
                .escalation(.legalThreat): 0.52,
            ],
            "kindly; would you mind; if you could; be so kind; i would be (grateful|obliged)"),
        family(
            "please do",
            [
                .category(.general): 0.36, .priority(.medium): 0.16, .sentiment(.neutral): 0.44,
                .escalation(.notNeeded): 0.17, .escalation(.humanRequested): 0.14,
            ],
            """
            please (send|tell|check|change|add|remove|explain|help|confirm|correct|update|forward|resend|give|let|put|issue|make)
            """),
        family(
            "please stop",
            [
                .category(.billing): 1.15, .priority(.urgent): 0.72, .sentiment(.negative): 0.64,
                .escalation(.securityIncident): 0.49, .escalation(.dataLoss): 0.35,
                .escalation(.disputedLargeSum): 0.57,
            ],
            """
            (please|just) stop; stop (it|this|them|that|the|sending|calling|charging|taking); make it stop
            block (it|this|them|the|my)
            """),
        family(
            "only a question",
            [
                .category(.billing): 0.2, .category(.technical): 0.51, .sentiment(.neutral): 0.55,
                .sentiment(.positive): 0.77, .escalation(.humanRequested): 0.22,
            ],
            """
            (only|just|quick|small|short|simple|one) (a)? question; question (about|on|for|regarding)
            i only want to know; wondering; i wonder
            """),
        family(
            "want to know",
            [
                .category(.billing): 0.29, .category(.technical): 0.33, .category(.general): 0.21,
                .priority(.low): 0.3, .priority(.medium): 0.7, .sentiment(.neutral): 0.84,
                .sentiment(.positive): 0.58, .escalation(.notNeeded): 0.49,
            ],
            """
            (want|like|need|love|curious) to know; curious; out of (interest|curiosity); interested in
            """),
        family(
            "tell me what to do",
            [
                .priority(.medium): 0.14, .sentiment(.negative): 0.6, .escalation(.securityIncident): 0.2,
                .escalation(.safety): 0.14,
            ],
            """
            what (do|should|can) (i|we) do; what (happens|now|next); what am i supposed; how do i (proceed|go on)
            """),
    ]
}
