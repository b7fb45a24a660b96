extension English {
    private static func general(
        _ name: String, _ weight: Double, _ text: String, requires: String = "", unless: String = "",
        negation: TriageRule.Negation = .cancelsIfDenied
    ) -> TriageRule {
        rule(
            .category(.general), "general: \(name)", weight, text, requires: requires, unless: unless,
            negation: negation)
    }

    /// Orders, delivery, hours, policies, bookings, data requests, feedback, thanks, and all else.
    static let general: [TriageRule] = [
        general(
            "delivery", 2.8,
            """
            deliver*; parcel; =package; =packages; shipp*; shipment; =ship; courier; postman; tracking (number|code|link|page|id|says)?; in transit; dispatch*; delivery (date|man|driver|address|slot|window|note); =customs; parcel (shop|locker); locker; post office; pallet; furniture; missing (item|part|piece|from the (box|parcel|order)); wrong (item|size|colour|color|article|product|pair|shoe|book|parcel|part); arrived (damaged|broken|smashed|open|empty|late|with|today|without); (box|carton) (was|is|arrived|came|had)
            """,
            unless:
                "webhook deliver*; deliver* webhook; email deliver*; deliverability; package manager; npm; (basic|premium|data|family|bigger|smaller) package"
        ),
        general(
            "order", 1.7,
            "(my|our|the|this|an|your|that) order; order (number|no|status|confirmation|#number); where … order; (collect|pick up|pick it up|click and collect|pre-order*|preorder*); ordered; in stock; out of stock; stock; back in; sold out; size; exchange … for; return (it|them|the|my|a|policy|label|window|period); returning; sent back; send … back; warranty; guarantee"
        ),
        general(
            "hours and places", 2.6,
            """
            opening (hours|times); business hours; (your|what|which) hours; (open|closed|close) (on|at|until|till|this|over|during|tomorrow|today); (are|is) (you|your|the) … open; what time; until when; public holiday; bank holiday; christmas; easter; directions; parking; car park; (nearest|your) (store|showroom|office|branch|location|museum|pool|salon); head office; headquarters; =located; address of; visit (you|your); dogs allowed; step-free; (am|are) (i|we|dogs|children|kids) allowed; may (i|we) (bring|take|come|park|smoke|eat|leave|use the); can (i|we) (bring|take|come|park|collect|pick)
            (phone|telephone|contact) number; hotline number; number for; (email|postal) address for; contact (person|details|form); who (do|can|should) (i|we) (contact|write|speak|turn)
            """),
        general(
            "company", 2.3,
            "policy; policies; =terms; imprint; career*; vacanc*; jobs; job (offer|opening|advert|interview); internship; apprentice*; apply for; (your|the) company; =press; sponsor*; donat*; sustainab*; recycl*; =founded; founder; ceo; headquarters; logo; partnership; wholesale; become a; reseller; where are … made; made in; ethical*; fair trade; catalog; brochure; reference letter; code of conduct; history of"
        ),
        general(
            "facts", 2,
            "vegan; vegetarian; gluten; lactose; allergen*; ingredient; sugar; sweetened; organic; halal; kosher; calories; weigh; weight; dimension; (how) (big|tall|heavy|wide|long is|deep|many|old); material; made of; capacity; waterproof; washable; dishwasher-safe; age (limit|group|restriction); minimum age; how many days; how long (does|do|will|is|are|can|may)"
        ),
        general(
            "documents and dates", 1.9,
            "(which|what|send|need|bring|submit|posted|upload) … documents; passport; visa (letter|application|for); (my|an|the|our) (appointment|booking|reservation); reschedul*; rebook*; seat; luggage; baggage; suitcase; (cabin|hand) (bag|luggage|baggage); flight; train; ferry; coach; check-in; hotel; cabin; table for; (my|the|a|our|insurance) claim; policy number; library card; lost property; lost and found; left my … (on|in|at); enrol*; ticket for; tickets for; open a … account; power of attorney; meter reading; moving house; move house; moving (to|out); new address; change … (address|name|surname)"
        ),
        general(
            "settings of life", 0.8,
            "document; visa; =form; appointment; booking; =book; booked; boarding; gate; bus; room; guest; doctor; clinic; surgery; course; exam; school; kindergarten; nursery; wedding; concert; event; insurance; (the|a|your) (shop|store|branch|office); charity; certificate; library; museum; pool; children; restaurant; pharmacy"
        ),
        general(
            "data request", 3.4,
            "gdpr; ccpa; article 15; art 15; (personal|my) data; data (request|subject|protection|retention); privacy; (=delete|close|=erase|remove) … (account|data|profile|details|number|me|my); account deletion; newsletter; unsubscrib*; mailing list; marketing (mail|email|call); stop (sending|calling|writing|emailing|contacting); opt out; right to be forgotten; copy of (my|all) data; cookie policy; do not (sell|share) my; mailing list; strike me off; consent",
            unless: "not delete; no way to delete"),
        general(
            "feedback", 2.4,
            "feedback; (make|leave) a complaint; complain about; rude; impolite; unfriendly; discourteous; disrespect*; =sighed; shouted at; yelled; laughed at; attitude; (staff|driver|waiter|cashier|technician|salesperson|receptionist|fitter|colleague|employee|man|woman|lady|guy|gentleman) … (was|were) (rude|impolite|unfriendly|late|lovely|great|kind|helpful|brilliant|fantastic|brusque|short with|laughing|on the phone|drunk|swearing); (driver|fitter|technician|engineer|man|woman|plumber|electrician|installer) … (supposed to come|not come|not show|never came|never showed|left); (your) (staff|driver|technician|employee|cashier|engineer|fitter|colleague); no-show; did not show up; customer service; compliment*; praise; kudos; well done; hats off; review"
        ),
        general(
            "thanks", 2.4,
            "thank*; =cheers; grateful; (all|everything|it) (is)? (=sorted|solved|resolved|good now|works now|working again|fine now); =sorted it; (best|great|excellent|superb|fantastic|amazing|wonderful|lovely|brilliant) (purchase|service|support|product|team|shop|experience|app|job|work|people); love (your|it|the|my); (made|make) my day; (ignore|disregard|forget) (my|this|the|that) (last|previous|earlier|email|message|ticket|question)?; never mind; nevermind; happy customer; fan of; solved; keep up",
            unless: "thank* in advance; #question; please; could you; can you; would be"),
        general("thanks, in passing", 0.6, "thank*; =hello; =greetings; congratulat*; merry christmas; happy new year"),
        general(
            "scam in our name", 3.2,
            "(says|said|claims|claiming) (he|she|it|they) (is|are|was|were) (from|with) (your|the bank|you); scam*; (fake|false|bogus) (site|website|shop|call|email|mail|profile|invoice|letter|job|account|advert|ad); impersonat*; (pretend*|claim*|pose*) to be (you|from|your); in your name; from your company; spoof*; counterfeit; (call|letter|email|text|sms) … (really|genuine*|actually) (from|by) you",
            unless: "(transfer*|paid|withdr*|debit*|sent) … #money"),
        general(
            "harm from goods", 3.4,
            "blister*; rash; allergic (reaction|shock); swelled; vomit*; food poisoning; poison*; (was|got|been|felt|feel) sick; nause*; chok*; (swallowed|choked on) (a|an|the|one|it|some|part); (glass|metal|plastic|stone|hair|insect|worm|mould|mold|screw) in (the|my|a|our|it); mouldy; moldy; rotten; off smell; tastes of; tooth; cut (my|his|her) (finger|hand|mouth|lip); injur*; bleeding; (in|to) hospital; toy; baby food; sesame; peanut; allerg*; (eye|button|magnet|handle|head|wheel|nose|lid) … came off; loose (magnet|part|eye|button); (lips|face|tongue|throat|eyes|arm|hand) …2 (swell*|swollen|burn*|itch*)",
            unless: "(hospital|clinic|patient) (system|software|portal|wifi)"),
        general(
            "personal crisis", 4,
            "suicid*; kill myself; end (my life|it all); no (reason|point) (to live|in living|going on); harm myself; hurt myself; not want to (live|be here|wake up|go on); (not see|no|see no|not see a) point (in|to) (going on|go on|living|live|anything|it all); threat*; stalk*; bomb; bereave*; passed away; deceased; (died|death|funeral|late (husband|wife|mother|father)); shoot; hurt (you|someone|people|him|her)"
        ),
        general(
            "curiosity", 1.6,
            "(just|only|out of) (curious|curiosity|interest|wondering); curious; why is your; why are you called; who (is|was|designed|wrote|invented|came up); fun fact; trivia; bet; meaning of (your|the) name",
            unless: "price; #money"),
    ]
}
