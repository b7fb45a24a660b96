extension English {
    /// Orders, delivery, hours, policies, data requests, feedback, thanks.
    static let general: [TriageRule] = [
        rule(
            .category(.general), "general: delivery", 0.22,
            """
            deliver*; parcel; courier; postman; tracking (number|code|link|page|id|says)?; in transit
            delivery (date|man|driver|address|slot|window|note); =customs; parcel (shop|locker); pallet
            wrong (item|size|colour|color|article|product|pair|shoe|book|parcel|part)
            (box|carton) (was|is|arrived|came|had)
            """,
            unless: """
                webhook deliver*; deliver* webhook; email deliver*; deliverability; package manager; npm
                (basic|premium|data|family|bigger|smaller) package
                """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: order", 0.55,
            """
            (collect|pick up|pick it up|click and collect|pre-order*|preorder*); size; sent back; send … back
            guarantee
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: hours and places", 0.81,
            """
            opening (hours|times); (open|closed|close) (on|at|until|till|this|over|during|tomorrow|today)
            (are|is) (you|your|the) … open; until when; christmas; easter
            (nearest|your) (store|showroom|office|branch|location|museum|pool|salon); head office; address of
            (am|are) (i|we|dogs|children|kids) allowed; may (i|we) (bring|take|come|park|smoke|eat|leave|use the)
            can (i|we) (bring|take|come|park|collect|pick); number for; (email|postal) address for
            who (do|can|should) (i|we) (contact|write|speak|turn)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: company", 0.99,
            """
            policy; policies; =terms; imprint; apprentice*; apply for; (your|the) company; sponsor*; sustainab*
            recycl*; =founded; logo; partnership; reference letter
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: facts", 0.19,
            """
            allergen*; sugar; sweetened; (how) (big|tall|heavy|wide|long is|deep|many|old)
            how long (does|do|will|is|are|can|may)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: documents and dates", 0.55,
            """
            (which|what|send|need|bring|submit|posted|upload) … documents; luggage; flight; train; coach
            lost property; lost and found; left my … (on|in|at); moving (to|out); new address
            change … (address|name|surname)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: settings of life", 0.39,
            """
            visa; appointment; bus; room; doctor; clinic; course; school; kindergarten; wedding; concert; insurance
            (the|a|your) (shop|store|branch|office); charity; pool; pharmacy
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: data request", 1.17,
            """
            gdpr; article 15; (personal|my) data; data (request|subject|protection|retention); privacy
            (=delete|close|=erase|remove) … (account|data|profile|details|number|me|my); newsletter
            copy of (my|all) data
            """,
            unless: "not delete; no way to delete",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: feedback", 0.48,
            """
            feedback; complain about; shouted at; laughed at
            (your) (staff|driver|technician|employee|cashier|engineer|fitter|colleague); no-show; compliment*
            well done; review
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: thanks", 0.32,
            """
            thank*; grateful
            (all|everything|it) (is)? (=sorted|solved|resolved|good now|works now|working again|fine now)
            """,
            unless: "thank* in advance; #question; please; could you; can you; would be",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: thanks, in passing", 0.22,
            "=hello; merry christmas; happy new year",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: scam in our name", 1.87,
            """
            (says|said|claims|claiming) (he|she|it|they) (is|are|was|were) (from|with) (your|the bank|you)
            in your name; from your company; counterfeit
            """,
            unless: "(transfer*|paid|withdr*|debit*|sent) … #money",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: harm from goods", 0.49,
            "blister*; baby food; sesame; allerg*",
            unless: "(hospital|clinic|patient) (system|software|portal|wifi)",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: personal crisis", 0.97,
            "not want to (live|be here|wake up|go on); passed away",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: curiosity", 0.29,
            """
            (just|only|out of) (curious|curiosity|interest|wondering); who (is|was|designed|wrote|invented|came up)
            bet
            """,
            unless: "price; #money",
            negation: .cancelsIfDenied),
        rule(
            .category(.general), "general: words that tell", 0.47,
            "question",
            negation: .ignored,
            addsUp: true),
        rule(
            .category(.general), "general: words that hint", 0.21,
            """
            a man; and they; answer; asked; come to; data; details; do i; ^ do i; do you; free; group; ^ i do not
            i have been; i have to; ^ i would like; letter; my daughter; not a; pay; picture of; platform; reply
            ring; still; stored; the old; to know; under; was told; word; writing; yesterday
            """,
            negation: .ignored,
            addsUp: true),
    ]
}
