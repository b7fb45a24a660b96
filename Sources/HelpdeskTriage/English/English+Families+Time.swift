extension English {
    /// How soon, how many, how bad.
    static let familiesTime: [[TriageRule]] = [
        family(
            "no hurry",
            [
                .category(.billing): 0.46, .category(.featureRequest): 0.4, .category(.technical): 0.27,
                .priority(.low): 0.82, .priority(.medium): 0.19, .sentiment(.neutral): 1.35,
                .sentiment(.positive): 0.99, .escalation(.notNeeded): 0.27,
            ],
            """
            no (rush|hurry|urgency|pressure|stress); not (urgent|in a hurry|time-critical|pressing)
            nothing (urgent|pressing); whenever; when you (have|get|find) (time|a|the|to|round)
            any (day|time) (next|will|is|this|suits); take your time; (can|could) wait; at your leisure
            in your own time; next (week|month) (is|will|would) (fine|ok|do); low priority; some time next
            there is no (rush|hurry|deadline)
            """),
        family(
            "idle",
            [
                .category(.billing): 0.26, .category(.featureRequest): 0.19, .category(.technical): 0.1,
                .priority(.low): 1.25, .priority(.high): 0.66, .sentiment(.neutral): 0.44,
                .sentiment(.positive): 0.28, .escalation(.notNeeded): 0.19,
            ],
            """
            (just|only|merely|purely) (curious|wondering|out of|an idea|a thought|idle); curious; curiosity; idle
            silly question; a bet; trivia; out of interest; rainy day; nothing (more|else)
            """),
        family(
            "tiny matter",
            [
                .priority(.low): 1.03, .sentiment(.neutral): 0.62, .escalation(.notNeeded): 0.19,
            ],
            """
            tiny; minor; small (thing|idea|wish|point|detail|request|remark); little (thing|idea|wish|request)
            trivial; cosmetic; not important; no big deal; hardly matters; (does|do) not (bother|matter|hurt)
            """),
        family(
            "minutes",
            [
                .category(.featureRequest): 0.13, .category(.technical): 0.15, .priority(.low): 0.23,
                .priority(.urgent): 0.87, .sentiment(.negative): 0.51, .sentiment(.positive): 0.14,
                .escalation(.securityIncident): 0.39, .escalation(.outage): 0.16, .escalation(.safety): 0.31,
            ],
            """
            (in|within|for|only|next|about|under|have|last|past|got) …2 (minute|=min|=mins|minutes)
            (in|within|for|over) (an|one|half an|two|three) hour; right now; as (i|we) (speak|write|type)
            at this (very)? moment; any (minute|moment|second); immediately; at once; this (minute|second|instant)
            (now|here) at the; every (minute|second|hour)
            """),
        family(
            "today",
            [
                .category(.billing): 0.31, .category(.bugReport): 0.12, .category(.general): 0.29,
                .priority(.low): 0.2, .priority(.high): 0.64, .priority(.urgent): 0.94,
                .sentiment(.negative): 0.62, .sentiment(.positive): 0.21, .escalation(.securityIncident): 0.32,
                .escalation(.dataLoss): 0.1, .escalation(.outage): 0.17, .escalation(.safety): 0.46,
            ],
            """
            today; tonight; this (morning|afternoon|evening)
            by (noon|five|six|midnight|the end of the day|close of business|#time)
            before (noon|midnight|lunch|#time|it closes|they close); end of (the)? day; in a few hours; at #time
            this very
            """),
        family(
            "tomorrow",
            [
                .category(.featureRequest): 0.64, .category(.general): 0.25, .priority(.high): 0.62,
                .sentiment(.negative): 0.25, .escalation(.notNeeded): 0.29, .escalation(.humanRequested): 0.17,
                .escalation(.legalThreat): 0.48, .escalation(.repeatedContact): 0.24,
                .escalation(.accountAction): 0.33,
            ],
            """
            tomorrow; day after tomorrow
            (by|before|on|until) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend); in two days
            within (two days|24 hours|48 hours); overnight; next morning; first thing; last day
            """),
        family(
            "deadline event",
            [
                .category(.bugReport): 0.11, .category(.technical): 0.17, .category(.general): 0.27,
                .priority(.low): 0.21, .priority(.high): 0.24, .priority(.urgent): 0.19,
                .sentiment(.negative): 0.14, .escalation(.notNeeded): 0.1, .escalation(.humanRequested): 0.26,
                .escalation(.legalThreat): 0.31, .escalation(.dataLoss): 0.26,
            ],
            """
            deadline; due; flight; fly; flying; wedding; exam; interview; presentation; launch; audit; submission
            submit; hand in; operation; funeral; court date; hearing date; conference; ceremony; boarding; departure
            leaves at; sails; moving day; goes live; go live; opening (day|night); tender; filing; closing date
            payroll; starts (at|in|tomorrow|today)
            """),
        family(
            "urgent word",
            [
                .category(.billing): 0.24, .category(.bugReport): 0.16, .category(.technical): 0.29,
                .category(.general): 0.21, .priority(.urgent): 0.27, .sentiment(.neutral): 0.31,
                .sentiment(.positive): 0.59, .escalation(.outage): 0.31,
            ],
            """
            urgent*; emergency; asap; as soon as possible; immediately; critical; time-critical; desperate*; hurry
            quick; quickly; fast; sos; help me; please help
            """, negation: .cancels),
        family(
            "fully blocked",
            [
                .category(.billing): 0.19, .category(.bugReport): 0.2, .category(.technical): 0.11,
                .priority(.high): 0.38, .priority(.urgent): 0.09, .sentiment(.negative): 0.52,
                .sentiment(.neutral): 0.24, .escalation(.securityIncident): 0.21, .escalation(.safety): 0.29,
                .escalation(.repeatedContact): 0.35, .escalation(.disputedLargeSum): 0.11,
            ],
            """
            (can not|cannot|unable to) (work|do anything|use (it|anything|the)|get (in|into|to) (anything|at all)|open anything|reach|do (my|our)|call|continue|proceed|print|teach|study|sell|ship|pay|earn)
            at all; nothing (works|opens|loads|starts); completely; totally; stands? still; standing still; stranded
            stuck (at|in|here|with|outside|without); dead (line|phone|screen|in the water); locked out of everything
            bricked; useless; my only (phone|computer|laptop|income|way)
            """),
        family(
            "many affected",
            [
                .category(.bugReport): 0.41, .category(.featureRequest): 0.34, .category(.technical): 0.2,
                .priority(.low): 0.31, .priority(.urgent): 0.56, .sentiment(.negative): 0.46,
                .escalation(.securityIncident): 0.3, .escalation(.dataLoss): 0.27, .escalation(.outage): 0.5,
            ],
            """
            (all|every|everyone|everybody|nobody|no one|none|whole|entire) (of)? (our|the|my|us|office|company|team|customers|users|staff|site|floor|school|shop|clinic|building|guests|patients|students|members|in|at|can|here|is|gets|else)
            for (everyone|everybody|all)
            (#number|many|several|hundreds|dozens|thousands|two hundred|forty|thirty|fifty|twenty|sixty) (of)? (people|users|customers|guests|patients|students|staff|employees|drivers|colleagues|clients|orders|stores|shops|sites|tables|cars|rooms|agents|nurses|children|members|visitors|tickets|devices|parents|tenants|residents)
            """),
        family(
            "customers waiting",
            [
                .category(.bugReport): 0.51, .priority(.low): 0.32, .priority(.urgent): 0.55,
                .sentiment(.negative): 0.36, .escalation(.humanRequested): 0.26,
                .escalation(.securityIncident): 0.14, .escalation(.outage): 0.62,
            ],
            """
            (customers|people|guests|patients|cars|drivers|queue|line|trucks|parents|passengers|clients) … (wait*|standing|queu*|leaving|walking|complain*|stuck|turned away|outside|in the|at the|out of the)
            queue; queuing; turning (people|customers|guests) away
            sending (people|customers|them|patients) (home|away)
            """),
        family(
            "business places",
            [
                .category(.general): 0.12, .priority(.urgent): 0.52, .sentiment(.negative): 0.26,
                .escalation(.legalThreat): 0.09, .escalation(.securityIncident): 0.26,
                .escalation(.outage): 0.49, .escalation(.safety): 0.25, .escalation(.disputedLargeSum): 0.16,
            ],
            """
            shop; store; restaurant; cafe; clinic; practice; pharmacy; hotel; bakery; warehouse; school; hospital
            salon; garage; kiosk; bar; office; surgery; tills; tables; checkout; dispatch; switchboard; production
            factory; site; station; call center; ward; webshop; stall; market; van; kitchen; theater
            """),
        family(
            "business stands",
            [
                .priority(.high): 0.13, .priority(.urgent): 0.46, .escalation(.outage): 0.31,
            ],
            """
            production (is)? (down|stopped|server|database|system)
            (no|zero|not a single|not one) (order|orders|sale|sales|payment|booking|ticket|call|calls|email|emails|print)
            (can not|cannot) (take|sell|serve|ship|process|dispatch|open|bill|print|admit|check) (any|a|card|cards|payments|orders|our|the|in|out|customers|anyone|anybody|patients|guests|us|people)
            cash only
            (tills|terminals|registers|phones|lines|system|server|site|shop|checkout|lines) (is|are|have|has|went|all) … (down|dead|offline|frozen|out|gone|hang*|silent)
            since (#time|#number|this morning|six|seven|eight|nine|noon) … (all|every|no|nobody|nothing|our|everyone)
            """),
    ]
}
