extension English {
    /// Parcels, appointments, the company and its people.
    static let familiesCompany: [[TriageRule]] = [
        family(
            "parcel",
            [
                .category(.bugReport): 0.46, .category(.general): 0.58, .priority(.medium): 0.09,
                .priority(.urgent): 0.2, .sentiment(.negative): 0.29, .sentiment(.neutral): 0.19,
                .escalation(.safety): 0.26, .escalation(.disputedLargeSum): 0.13,
            ],
            """
            parcel; package; delivery; deliver*; courier; driver; shipping; shipment; ship; tracking; dispatched
            in transit; arrived; address (label|wrong); order number; my order; an order; return label; returns
            exchange; replacement
            (wrong|damaged|broken|missing|smashed) (item|one|box|part|size|color|product|glass|goods)
            left (it|them)? (at|with|in|outside|by) (the|a|my|neighbo*)
            """),
        family(
            "hours and place",
            [
                .category(.bugReport): 0.16, .category(.general): 0.21, .priority(.medium): 0.09,
                .priority(.high): 0.21, .priority(.urgent): 0.42, .sentiment(.negative): 0.42,
                .sentiment(.neutral): 0.17, .escalation(.legalThreat): 0.15,
                .escalation(.securityIncident): 0.23, .escalation(.dataLoss): 0.1, .escalation(.safety): 0.15,
                .escalation(.repeatedContact): 0.13,
            ],
            """
            open (on|at|today|tomorrow|until|over|during|sunday|monday|saturday|late); opening; hours
            closed (on|for)?; branch; store; shop (in|on|near); parking; address of; located; where are you
            bank holiday; christmas; easter; office in; visit; reception; museum; wheelchair; car park; stairs
            entrance
            """),
        family(
            "policy and company",
            [
                .category(.bugReport): 0.22, .category(.featureRequest): 0.15, .priority(.low): 0.1,
                .priority(.medium): 0.11, .priority(.urgent): 0.3, .sentiment(.neutral): 0.12,
                .escalation(.securityIncident): 0.11, .escalation(.dataLoss): 0.21, .escalation(.outage): 0.17,
            ],
            """
            policy; policies; allowed; rules; terms; company; press; logo; jobs; vacanc*; internship; apprentice*
            apply; career; sponsor*; donat*; charity; sustainab*; recycl*; partner*; reseller; wholesale; made in
            who (makes|designed|owns|founded); headquarters; founder; volunteer; brochure; catalog
            """),
        family(
            "product facts",
            [
                .category(.bugReport): 0.41, .category(.featureRequest): 0.18, .category(.general): 0.14,
                .priority(.medium): 0.1, .sentiment(.negative): 0.17, .sentiment(.neutral): 0.21,
            ],
            """
            vegan; vegetarian; gluten; allerg*; ingredient; contains; nuts; sugar; organic; weigh*; weight
            dimension; how (big|tall|heavy|wide|deep|old|high|large|thick); material; made of; capacity; waterproof
            washable; dishwasher safe; age limit; minimum age; calories; halal; size; sizes; watt*; decibel*; litre*
            fit for
            """),
        family(
            "data request",
            [
                .category(.bugReport): 0.6, .category(.general): 0.2, .priority(.high): 0.19,
                .sentiment(.neutral): 0.19, .escalation(.legalThreat): 0.15,
            ],
            """
            gdpr; article 15; personal data; my data; privacy
            (delete|erase|remove|close) (my|our|the|his|her) (account|data|profile|number|details|photo|name)
            copy of (my|all|everything); unsubscribe; newsletter; marketing; mailing list; consent; data protection
            opt out; what (data|do you) (store|hold|keep|know); where … stored; subject access
            """),
        family(
            "appointments",
            [
                .category(.bugReport): 0.21, .priority(.low): 0.09, .priority(.high): 0.13,
                .priority(.urgent): 0.11, .sentiment(.negative): 0.3, .sentiment(.neutral): 0.17,
                .escalation(.outage): 0.18, .escalation(.repeatedContact): 0.17,
            ],
            """
            appointment; booking; book; booked; reservation; reschedul*; flight; train; bus; ferry; ticket; seat
            hotel; room; course; class; lesson; exam; visit; luggage; baggage; suitcase; check-in; boarding
            passport; visa; table for; doctor; clinic; surgery; school; insurance; claim; library; prescription; vet
            """),
        family(
            "lost thing",
            [
                .category(.general): 0.68, .escalation(.securityIncident): 0.46,
            ],
            """
            left (my|a|our|his|her) … (on|in|at); lost property; lost and found
            forgot my (coat|bag|umbrella|jacket|glasses|scarf|hat)
            (found|find) (a|my|an) (bag|coat|wallet|umbrella|key|jacket)
            """),
        family(
            "life events",
            [
                .category(.billing): 0.28, .category(.general): 0.16, .priority(.high): 0.17,
                .sentiment(.negative): 0.28, .escalation(.securityIncident): 0.15,
                .escalation(.accountAction): 0.39,
            ],
            """
            (died|death|passed away|funeral|deceased|widow*|late (husband|wife|mother|father)); moved house
            moving house; new address; changed (my|our|her|his) (name|address|surname); got married; divorce*
            married; power of attorney
            """),
        family(
            "staff conduct",
            [
                .category(.bugReport): 0.17, .category(.general): 0.19, .priority(.low): 0.4,
                .priority(.urgent): 0.32, .sentiment(.negative): 0.41, .sentiment(.positive): 0.85,
                .escalation(.humanRequested): 0.13, .escalation(.safety): 0.43,
            ],
            """
            rude; impolite; unfriendly; disrespect*; shouted; laughed; attitude
            (your|the) (driver|technician|colleague|staff|cashier|receptionist|fitter|waiter|assistant|agent|employee|man|woman|lady|gentleman) (was|were|who|at|in|on|told|said|has|helped|stayed|took|did|left)
            """),
        family(
            "thanks",
            [
                .category(.billing): 0.12, .category(.bugReport): 0.29, .priority(.low): 0.75,
                .priority(.medium): 0.21, .sentiment(.negative): 0.12, .sentiment(.positive): 1.19,
                .escalation(.notNeeded): 0.31, .escalation(.humanRequested): 0.09,
            ],
            "thank*; cheers; grateful; appreciate; thanks (a lot|so much|again|for)"),
        family(
            "praise",
            [
                .category(.billing): 0.26, .category(.bugReport): 0.52, .category(.featureRequest): 0.28,
                .category(.general): 0.35, .priority(.low): 0.88, .priority(.medium): 0.41,
                .priority(.urgent): 0.14, .sentiment(.negative): 0.37, .sentiment(.positive): 0.97,
                .escalation(.notNeeded): 0.15, .escalation(.humanRequested): 0.27,
                .escalation(.dataLoss): 0.23,
            ],
            """
            (best|great|excellent|superb|fantastic|amazing|wonderful|lovely|brilliant|outstanding|awesome|perfect|delight*|beautiful*|friendly|patient|kind|helpful|gem|star|hero|legend)
            love; loved; well done; kudos; hats off; compliment*; made my (day|week|year)
            works (like a charm|perfectly|beautifully|great|again); five stars; keep (it)? up; impress*; recommend
            pass (it|this|that|my|on); praise; happy with; never had such; saved (my|our|us|me)
            you (are|guys) (the best|great|amazing|stars); so (happy|pleased|glad|good)
            """, negation: .cancels),
        family(
            "sorted",
            [
                .priority(.medium): 0.16, .sentiment(.neutral): 0.96,
            ],
            """
            (is|all|are|now|got it|it) (sorted|solved|resolved|fixed now|working again); works (now|again|fine now)
            never mind; problem solved; ignore my; no longer need; forget (it|my)
            """),
        family(
            "remark only",
            [
                .category(.bugReport): 0.27, .category(.general): 0.8, .priority(.low): 0.91,
                .sentiment(.positive): 0.27, .escalation(.notNeeded): 0.56,
                .escalation(.securityIncident): 0.15, .escalation(.repeatedContact): 0.23,
            ],
            """
            (just|only) (wanted|want) to (say|tell|let|share|thank|mention|report|point); just (letting|so) you know
            for your information; fyi; that is all
            no (reply|answer|action|response) (needed|necessary|required|expected); need no (reply|answer)
            nothing to (do|fix|answer); feedback; thought you; heads up; wanted you to know
            not (expecting|asking for) (anything|a reply|an answer); no need to (reply|answer|respond|write)
            """),
        family(
            "thing for others",
            [
                .category(.featureRequest): 0.31, .category(.general): 0.81, .sentiment(.negative): 0.51,
                .sentiment(.positive): 0.8,
            ],
            """
            tell (him|her|them|the|your team|whoever); to the (team|person|people|developer|designer|driver|whoever)
            pass (on|along|this|that|my)
            """),
    ]
}
