extension English {
    /// Whom customers want, and how often they have tried.
    static let familiesContact: [[TriageRule]] = [
        family(
            "wants a person",
            [
                .category(.bugReport): 0.51, .category(.technical): 0.24, .category(.general): 0.46,
                .priority(.medium): 0.14, .priority(.high): 0.67, .sentiment(.negative): 0.12,
                .escalation(.humanRequested): 0.67, .escalation(.legalThreat): 0.46,
                .escalation(.repeatedContact): 0.42,
            ],
            """
            (speak|talk|chat) (to|with) (a|an|someone|somebody|your|the|one|anyone|any|real)
            (a|an) (real|actual|living|live|proper)? (human|person|agent|manager|supervisor|engineer|technician|specialist|advisor|adviser|representative|somebody) (please|to|who|on|from|instead|and|for|with|at|in|call)
            human (being|please|agent|instead|now); real person
            (someone|somebody|anyone|a person|engineer|technician|manager|colleague|human) …2 (call|ring|phone|visit|come|look|contact|answer|explain|help|take|read|sit|go through|write)
            put me through; connect me; pass me (on)? to; transfer me
            (your|the) (manager|supervisor|boss|team leader|head of); member of staff; in charge
            """, negation: .cancels),
        family(
            "call me",
            [
                .category(.billing): 0.21, .category(.technical): 0.28, .priority(.high): 0.15,
                .escalation(.humanRequested): 0.74, .escalation(.outage): 0.21,
                .escalation(.repeatedContact): 0.36,
            ],
            """
            (call|ring|phone|telephone|contact) (me|us|him|her); callback; call back
            give (me|us) a (call|ring|bell|shout); by (phone|telephone); on the phone; (a|your|the) phone call
            telephone call; reach me (on|at|under); my number (is)?; a call (from|back|with|would|please)
            """, negation: .cancels),
        family(
            "not a bot",
            [
                .category(.featureRequest): 0.58, .priority(.medium): 0.59, .sentiment(.negative): 0.43,
                .escalation(.humanRequested): 0.39, .escalation(.securityIncident): 0.14,
                .escalation(.repeatedContact): 0.12,
            ],
            """
            (not|no) (a|another|your|the|more)? (bot|robot|machine|chatbot|automat*|computer|template|copy|form letter)
            (bot|chatbot|robot|virtual assistant); press (one|two|#number|zero); menu loop
            """),
        family(
            "come and look",
            [
                .category(.bugReport): 0.29, .category(.technical): 0.16, .escalation(.safety): 0.23,
                .escalation(.disputedLargeSum): 0.14,
            ],
            """
            (send|have) (someone|somebody|an engineer|a technician|a person)
            (come|visit|look) (out|by|round|at it|and look|on site|to my|to our|to us); look at (it|my|our|this)
            take a look; walk me through; go through (it|this) with (me|us); sit down with
            """, negation: .cancels),
        family(
            "written before",
            [
                .category(.billing): 0.13, .category(.bugReport): 0.42, .category(.technical): 0.26,
                .category(.general): 0.13, .priority(.high): 0.9, .priority(.urgent): 0.14,
                .sentiment(.negative): 0.72, .escalation(.humanRequested): 0.18,
                .escalation(.legalThreat): 0.25, .escalation(.repeatedContact): 0.63,
            ],
            """
            (third|fourth|fifth|sixth|seventh|second|#ordinal) (time|email|mail|message|call|ticket|letter|request|attempt|report|technician|reminder|week|complaint)
            (three|four|five|six|seven|eight|nine|ten|several|many|countless|two|multiple|numerous|#number) (times|emails|mails|calls|tickets|letters|messages|reminders|tickets|requests|complaints|visits|weeks|phone calls|attempts)
            (written|wrote|called|emailed|rang|phoned|asked|reported|chased|complained|contacted|told) … (twice|times|before|already|again|since|ago|in march|in april|in may|in june)
            how many (times|more); yet again; once again; again and again; over and over
            """),
        family(
            "no answer",
            [
                .category(.billing): 0.33, .category(.general): 0.34, .priority(.low): 0.31,
                .priority(.high): 0.46, .sentiment(.negative): 0.43, .escalation(.legalThreat): 0.22,
                .escalation(.repeatedContact): 0.32, .escalation(.disputedLargeSum): 0.23,
            ],
            """
            (no|without|never|not) (a|one|any|an|got|had|heard)? (reply|answer|answers|response|callback|word|back|heard|reaction|feedback|news|solution)
            nobody (answers|replies|calls|called|replied|answered|came|comes|responds|reacts|cares|helps|picks|reads|rang|has)
            still (waiting|no|nothing|not|have not|unanswered|unresolved|open); unanswered; ignored; silence
            heard nothing; promised (a|to|me|us|that|it|within); (weeks|months|days) ago
            for (weeks|months|ages|two weeks|three weeks|a month)
            (ticket|case|reference) (number|#number|no|is|was|has|closed|still|open)
            closed (my|the|it) (ticket|case)? (again|without)
            """),
        family(
            "same answer",
            [
                .category(.technical): 0.28, .priority(.urgent): 0.24, .sentiment(.negative): 0.12,
                .escalation(.humanRequested): 0.17, .escalation(.securityIncident): 0.17,
                .escalation(.outage): 0.2, .escalation(.safety): 0.25, .escalation(.accountAction): 0.26,
            ],
            """
            same (answer|reply|text|template|link|article|email|response|message|standard|copy|story|thing again)
            sent (me)? (the|same|in|from|round); passed (from|around|on from); circles; copy and paste; canned
            from pillar to post
            """),
        family(
            "tried steps",
            [
                .category(.technical): 0.66, .priority(.high): 0.26, .sentiment(.negative): 0.13,
                .escalation(.repeatedContact): 0.33, .escalation(.disputedLargeSum): 0.12,
                .escalation(.accountAction): 0.96,
            ],
            """
            (followed|tried|done|did|gone through|been through|completed|read|repeated|worked through) … (steps|article|guide|instructions|help page|faq|everything|procedure|documentation|as described|form|manual|process|self-service|checklist|page|all of it|troubleshooting)
            as (described|your article|the article|the help|instructed|the guide)
            (article|guide|page|form|portal|bot|screen) (says|said|tells|sends|told) … (contact|support|ask|call|staff|agent|you|write)
            only (support|staff|you|an agent|your team|an admin) can
            (support|staff|an agent|somebody|your side|your end) … (must|has to|have to|needs to|need to|can) (do|unlock|change|release|merge|remove|reset|move|lift|approve|transfer)
            from your (side|end); on your (side|end)
            (unlock|merge|release|transfer|reassign|unblock|reactivate|lift|correct) (my|our|the|it|her|his|both|two)
            """),
        family(
            "serial or owner",
            [
                .category(.technical): 0.99, .priority(.high): 0.57, .sentiment(.negative): 0.37,
                .escalation(.accountAction): 0.5,
            ],
            """
            serial number; ownership; transfer (of)? ownership; previous owner; registered (to|in|under)
            (merge|link) (two|both|the|my) accounts; old (phone|number|email|address|device)
            no longer have (access|the|that); date of birth; identity (check|document|verification)
            documents (uploaded|rejected|again)
            """),
        family(
            "law",
            [
                .category(.billing): 0.14, .category(.general): 0.24, .priority(.medium): 0.15,
                .priority(.high): 1.47, .priority(.urgent): 0.22, .sentiment(.negative): 0.74,
                .escalation(.legalThreat): 0.86, .escalation(.disputedLargeSum): 0.29,
                .escalation(.accountAction): 0.18,
            ],
            """
            lawyer; solicitor; attorney; legal; court; sue; ombudsman; regulator; trading standards
            consumer (association|protection|rights|advice|council|watchdog); small claims; commissioner; authority
            watchdog; newspaper; journalist; press; reporter; police report; mp; councillor; senator; statutory
            formal complaint; official complaint; letter before action; bbb; ftc; ofcom; ofgem
            data protection authority; tribunal; arbitration; financial ombudsman; bafin; fca; complaint with
            """, negation: .cancels),
        family(
            "complaint word",
            [
                .category(.general): 0.13, .priority(.low): 0.79, .sentiment(.neutral): 0.11,
                .escalation(.legalThreat): 0.53,
            ],
            "complaint; complain; grievance; escalate; unacceptable; not acceptable"),
        family(
            "churn",
            [
                .category(.featureRequest): 0.84, .category(.general): 0.51, .sentiment(.positive): 0.84,
            ],
            """
            (switch|switching|move|moving|going|go|leave|leaving|take|taking) … (competitor*|elsewhere|another (provider|bank|supplier|company|tool|vendor)|our business|my business|custom)
            cancel everything; last (chance|warning|straw|time); contract (ends|up|renewal)
            (seats|licenses|renewal) … (friday|monday|week|tomorrow|month|if|unless|depends|decide*); the board
            signed with; other offer; trial of another; done with you; lost a customer; lose (us|me|a customer)
            """),
    ]
}
