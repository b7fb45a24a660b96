extension English {
    /// How customers ask.
    static let familiesQuestions: [[TriageRule]] = [
        family(
            "asks how",
            [
                .category(.billing): 0.46, .category(.technical): 1.31, .priority(.medium): 0.18,
                .priority(.urgent): 0.58, .sentiment(.negative): 0.36, .sentiment(.neutral): 0.23,
                .escalation(.notNeeded): 0.12, .escalation(.securityIncident): 0.4,
                .escalation(.dataLoss): 0.11, .escalation(.outage): 0.18,
            ],
            """
            how (do|can|would|should|could) (i|we|you|one); how to; how … (set|connect|change|turn|get|use) ?
            how is it done
            """),
        family(
            "asks where",
            [
                .category(.billing): 0.73, .category(.technical): 0.93, .category(.general): 0.38,
                .priority(.medium): 0.23, .priority(.urgent): 0.7, .sentiment(.negative): 0.68,
                .sentiment(.neutral): 0.49, .escalation(.notNeeded): 0.16,
                .escalation(.securityIncident): 0.12, .escalation(.outage): 0.54,
            ],
            "where (do|can|is|are|did|should) (i|we|the|my|that|this); where to; where … find"),
        family(
            "asks which or what",
            [
                .category(.technical): 0.62, .category(.general): 0.21, .priority(.medium): 0.22,
                .priority(.urgent): 0.32, .sentiment(.negative): 0.13, .sentiment(.neutral): 0.11,
                .escalation(.notNeeded): 0.38, .escalation(.securityIncident): 0.4, .escalation(.outage): 0.68,
                .escalation(.safety): 0.21, .escalation(.repeatedContact): 0.1,
            ],
            """
            ^ which; ^ what (is|are|does|do|should); which (one|of|setting|version|option|port|cable)
            what (setting|value|format|port|do i)
            """),
        family(
            "asks whether it can",
            [
                .category(.billing): 0.48, .category(.featureRequest): 0.43, .category(.technical): 0.19,
                .priority(.low): 0.2, .priority(.medium): 0.26, .sentiment(.neutral): 0.36,
                .sentiment(.positive): 0.54, .escalation(.humanRequested): 0.19,
            ],
            """
            (can|could) (i|we|one|it|this|that|the) ?; is it possible
            (does|will|do|would) (it|this|that|they|the|your) … (work|support|fit|run|read|handle|accept|allow) ?
            am i able
            """),
        family(
            "asks for the existence",
            [
                .category(.technical): 0.36, .category(.general): 0.1, .priority(.low): 0.15,
                .priority(.medium): 0.2, .sentiment(.neutral): 0.22, .escalation(.notNeeded): 0.1,
                .escalation(.humanRequested): 0.1,
            ],
            "is there (a|any|some); are there (any|some|still)"),
        family(
            "asks the company",
            [
                .category(.general): 1.12, .priority(.medium): 0.41, .priority(.high): 0.36,
                .sentiment(.neutral): 0.5,
            ],
            "^ do you; ^ are you; ^ have you; ^ will you (be|have|offer|ship)"),
        family(
            "asks when",
            [
                .category(.general): 1.04, .priority(.medium): 0.39, .priority(.high): 0.32,
                .sentiment(.negative): 0.3, .escalation(.notNeeded): 0.19, .escalation(.repeatedContact): 0.47,
            ],
            "^ when (is|are|will|do|does); how long; how soon; until when; by when"),
        family(
            "asks why",
            [
                .category(.billing): 0.42, .category(.featureRequest): 0.26, .category(.technical): 0.2,
                .priority(.low): 0.59, .priority(.medium): 0.63, .sentiment(.negative): 1.09,
                .escalation(.notNeeded): 0.52,
            ],
            "^ why; why (is|are|do|does|did|was|has|have|am); how come"),
        family(
            "asks to confirm",
            [
                .category(.technical): 0.41, .category(.general): 0.43, .priority(.medium): 0.2,
                .sentiment(.neutral): 0.3,
            ],
            """
            confirm; is (that|this|it) (right|correct|true|normal|okay|ok|allowed|intended)
            (know|tell me|see|check|understand) (if|whether)
            """),
        family(
            "a question",
            [
                .category(.billing): 0.47, .category(.featureRequest): 0.54, .category(.technical): 0.93,
                .category(.general): 0.8, .priority(.low): 0.71, .priority(.medium): 1.01,
                .priority(.high): 0.48, .sentiment(.neutral): 0.72, .sentiment(.positive): 0.24,
                .escalation(.notNeeded): 0.57, .escalation(.humanRequested): 0.66,
                .escalation(.dataLoss): 0.33, .escalation(.outage): 0.13, .escalation(.repeatedContact): 0.44,
                .escalation(.accountAction): 0.15,
            ],
            "#question"),
        family(
            "puzzled",
            [
                .category(.technical): 0.26, .priority(.urgent): 0.2, .escalation(.notNeeded): 0.1,
            ],
            "#puzzled"),
        family(
            "shouting",
            [
                .category(.featureRequest): 0.2, .priority(.medium): 0.35, .priority(.high): 0.16,
                .sentiment(.negative): 0.59, .sentiment(.positive): 0.71, .escalation(.notNeeded): 0.21,
            ],
            "#shout"),
        family(
            "polite conditional",
            [
                .category(.billing): 0.59, .category(.featureRequest): 0.58, .category(.general): 0.27,
                .priority(.low): 0.8, .priority(.medium): 1.14, .priority(.high): 0.58,
                .sentiment(.neutral): 1.06, .sentiment(.positive): 0.7, .escalation(.notNeeded): 0.49,
                .escalation(.humanRequested): 0.68, .escalation(.repeatedContact): 0.23,
                .escalation(.disputedLargeSum): 0.51, .escalation(.accountAction): 0.34,
            ],
            """
            (i|we) would (like|love|prefer|appreciate|want|need); would be; could you; would you; may i; might
            """),
        family(
            "kindly",
            [
                .category(.billing): 0.49, .category(.general): 0.18, .priority(.medium): 0.5,
                .priority(.high): 0.57, .sentiment(.negative): 0.28, .sentiment(.neutral): 0.3,
                .escalation(.humanRequested): 0.31, .escalation(.legalThreat): 0.6,
            ],
            "kindly; would you mind; if you could; be so kind; i would be (grateful|obliged)"),
        family(
            "please do",
            [
                .category(.general): 0.44, .priority(.medium): 0.09, .sentiment(.neutral): 0.44,
                .escalation(.notNeeded): 0.15,
            ],
            """
            please (send|tell|check|change|add|remove|explain|help|confirm|correct|update|forward|resend|give|let|put|issue|make)
            """),
        family(
            "please stop",
            [
                .category(.billing): 1.16, .priority(.urgent): 0.71, .sentiment(.negative): 0.57,
                .escalation(.securityIncident): 0.47, .escalation(.dataLoss): 0.34,
                .escalation(.disputedLargeSum): 0.6,
            ],
            """
            (please|just) stop; stop (it|this|them|that|the|sending|calling|charging|taking); make it stop
            block (it|this|them|the|my)
            """),
        family(
            "only a question",
            [
                .category(.billing): 0.15, .category(.technical): 0.55, .priority(.medium): 0.09,
                .sentiment(.neutral): 0.4, .sentiment(.positive): 0.68, .escalation(.humanRequested): 0.16,
            ],
            """
            (only|just|quick|small|short|simple|one) (a)? question; question (about|on|for|regarding)
            i only want to know; wondering; i wonder
            """),
        family(
            "want to know",
            [
                .category(.billing): 0.23, .category(.technical): 0.32, .category(.general): 0.25,
                .priority(.low): 0.41, .priority(.medium): 0.72, .sentiment(.neutral): 0.81,
                .sentiment(.positive): 0.52, .escalation(.notNeeded): 0.48,
            ],
            """
            (want|like|need|love|curious) to know; curious; out of (interest|curiosity); interested in
            """),
        family(
            "tell me what to do",
            [
                .sentiment(.negative): 0.89, .escalation(.securityIncident): 0.24,
            ],
            """
            what (do|should|can) (i|we) do; what (happens|now|next); what am i supposed; how do i (proceed|go on)
            """),
    ]
}
