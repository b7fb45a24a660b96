extension English {
    /// Why a person must take over, beside what the word families say.
    static let escalation: [TriageRule] = [
        rule(
            .escalation(.notNeeded), "not needed: words that tell", 0.36,
            "if you; what i",
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.notNeeded), "not needed: words that hint", 0.1,
            """
            and i am; but; can i; click; closed; else; ever; export; i can not; laptop; need; nothing; please; shows
            sort; stored; work
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.humanRequested), "asks for a person", 0.71,
            """
            (speak|talk|talking|chat) (to|with) … @human; put me through
            (call|ring|phone) (me|us) (back|today|now|tomorrow|on|at|please|asap|this|in|before|after|between|about|when|if)
            (call|ring|phone) (me|us) $; give (me|us|my) …2 (call|ring|bell)
            (someone|somebody|anyone|anybody|person|human|engineer|technician|manager|colleague|member of staff|one) … (call|ring|phone|visit|come|contact|get in touch|get back|explain|speak|talk|stop by|walk) …2 (me|us|round|out|over|here|by|to|through)
            human being; (a|any) human
            (want|need|would like|demand|insist on|expect|get|give|find|send|like) …3 @human
            (manager|supervisor|boss|team leader|person in charge) … (please|call|contact|now|reply|answer|get in touch|look)
            in person
            (have|get|prefer) (a|an|your|the|some|one of your) …1 (human|person|manager|supervisor|agent|technician|engineer|colleague|representative|specialist|expert) (do|ring|call|visit|come|look|help|to|do|walk|explain|phone|contact)
            (human|=person|manager|supervisor|=agent|=representative) (please|now|pls)
            """,
            unless: """
                password manager … has; account manager role; manager role; agent role
                (human|hr) (resources|department)
                (add|adding|invite|inviting|remove|removing|delete|deleting|assign|assigning|replace|replacing|create|creating|change|changing|promote|deactivate|onboard) … @human
                """),
        rule(
            .escalation(.humanRequested), "asks for a person's eyes", 0.58,
            """
            (one|a|any|real|actual|some) (human being|human|person|pair of human eyes) … (look|read|tell|answer|help|check|decide|reply|handle)
            let me (speak|talk) (to|with); i want to (speak|talk) (to|with)
            """),
        rule(
            .escalation(.humanRequested), "a person asked for outright", 1.5,
            """
            (speak|talk) (to|with) (a|an|your|the) (real|actual|living|human|proper)? (human|person|manager|supervisor|agent|engineer|boss|technician|advisor|adviser|specialist|colleague|someone)
            (speak|talk) (to|with) (someone|somebody); put me through; real (person|human)
            (want|demand) (a|your|the) (manager|supervisor); (get|give) me (a|your|the) (human|manager|supervisor)
            """,
            isCertain: true),
        rule(
            .escalation(.humanRequested), "human requested: words that tell", 0.29,
            """
            a person; decides; engineer; explain; i have a; i would; ^ may i; might; one of your; please; somebody
            someone; speak; telephone; the person; with me
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.humanRequested), "human requested: words that hint", 0.11,
            """
            call; give; hearing; i have written; may i; need; share; the form; through; to me; whoever
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.legalThreat), "law or regulator", 1,
            """
            lawyer; attorney; solicitor
            legal (action|steps|proceedings|counsel|advice|department|representative|team|route|consequences|insurance)
            =sue; suing; lawsuit; (to|in|before|small claims|district|see you in) court; tribunal; small claims
            litigation; barrister; prosecut*; ombudsman; ombudsperson; regulator; regulat* (authority|body|agency)
            trading standards
            consumer (protection|association|advice|rights|council|affairs|center|agency|organization|ombudsman|bureau|watchdog|forum)
            watchdog; ofcom; ofgem; ofwat; =fca; bafin; ftc; fcc; sec complaint; bbb; better business bureau; cfpb
            attorney general; arbitration; citizens advice; financial conduct authority; bundesnetzagentur
            civil aviation authority; department of transportation; aviation authority
            data protection (authority|commissioner|agency|office|regulator); information commissioner; =ico
            supervisory authority; privacy (commissioner|regulator|authority); cnil
            (my|our|the|local) (mp|congressman|congresswoman|senator|councillor|councilor|representative in|member of parliament|representative's office)
            member of parliament; congress; senator; newspaper
            (tv|television|radio) (station|channel|program|crew|show); go public; going public
            (file|lodge|make|submit|filing|lodging|making|filed|lodged) (a|an|my|our)? (formal|official|statutory|written)? complaint (with|to|against|under|at)
            letter before action; statutory; breach of (contract|law|gdpr|the)
            (equality|consumer rights|disabilities) act; final (notice|demand|deadline) before
            """,
            unless: "tennis court; food court; court shoes; court booking; book … court; press release"),
        rule(
            .escalation(.legalThreat), "law announced outright", 1.5,
            "(my|our|a|the) (solicitor|lawyer|attorney); ombudsman; small claims; trading standards",
            isCertain: true),
        rule(
            .escalation(.securityIncident), "account taken", 0.84,
            """
            hacker; hijacked; (got|been|was|were|is|are|be|account|password|system|mailbox) compromised
            identity theft; ransomware; malware; encrypted … (file|ransom); blackmail*; ddos; (under|an) attack
            attacker; intruder; brute force; credential stuffing
            (someone|somebody|stranger|intruder|thief|ex|whoever|hacker|they|he|she|who) … (in|into|access to|inside|got in|logged in|signed in|controls|controlling|changed|reading|read|took) … (my|our|the) (account|mailbox|profile|email|mail|password|system|network|router|camera|phone|store|shop|page|admin)
            (login|logins|logged in|signed in|sign-in|sign in|access) from (a country|abroad|another|china|russia|vietnam|nigeria|brazil|somewhere|a city|a place|an unknown|places)
            (entered|typed|gave|put|enter|type|submitted|submit|give|told|tell) … (password|pin|code|card number|details|tan|passcode) … (page|site|link|form|fake|caller|call*|phone|somebody|someone|looked like|turned out)
            (change|changed|reset|order|ordered|sent|open|opened|create|created|log|logged in|sign|signed in|move|moved|delete|deleted|add|added) … not by (me|us)
            not by (me|us) $; got hold of; (old|leaked|stolen|our|my|an|lost) key … (spin*|mine|mining|used|abuse*)
            =resetting my; lock (them|him|her) out; kick (them|him|her) out
            (key|token|password|secret|credentials|certificate) … (leak*|public|exposed|committed|pushed|stolen|published|posted|github)
            leaked … (key|token|password|secret|credentials|data|list)
            (pushed|committed|published|posted|pasted) … (key|token|secret|password|credentials)
            """,
            unless: "growth hack*; hackathon; life hack; =if … (hacked|compromised); test mail"),
        rule(
            .escalation(.securityIncident), "money moved", 0.43,
            """
            (unauthorize*|fraudulent) … (transaction|payment|transfer|charge|purchase|withdrawal|access|order|debit)
            fraudster; defraud*; scammed; (victim|case) of (a)? (fraud|scam)
            (is|this is|was|it is|committed|it's) fraud; swindl*; conned
            (transaction|payment|transfer|charge|purchase|withdrawal|order) … (not me|not mine|none of … me|not recognize|not (make|authorize|approve|order|place))
            (not|never) (authorize|approve|make|recognize|order|place) … (this|these|that|it|them|any|those) …1 (transfer|payment|transaction|charge|purchase|withdrawal|order)
            (stolen|stole|steal|cloned|skimmed|snatched|pickpocket*) … (card|wallet|phone|purse|bag|laptop|handbag|passport|key*|account|identity|money)
            (lost|lose) … (card|wallet|purse)
            (card|wallet|purse|bag|handbag|phone) … (lost|was taken|got taken|is gone|=gone|been taken|snatched)
            (emptying|draining|clearing out) … (account|savings); (has|have|knows|know) …3 pin already
            (gone|missing|vanished|moved) (from|out of) my (account|savings); never been (there|to)
            (says|said|claims|claiming) (he|she|it|they) (is|are|was|were) (from|with) (your|the bank|you)
            (someone|somebody|stranger|they|thief|whoever|who) … (use|using|used|spend|spent|spending|withdraw*|transfer*|buy|buying|bought|shopping|paying|emptied|ordering|ordered) … (my|our) (card|account|money|name|details|credit)
            (buying|buys|bought|ordering|keeps buying) … (by the minute|every minute|so far|right now|my account|on my card)
            (gift card|bitcoin|crypto) … (told|asked|made) … (me|him|her) (to)?
            """,
            unless: """
                lost … (library|loyalty|sim|membership|student|sd|memory|member|bus|gift) card; fraud alert … test
                """),
        rule(
            .escalation(.securityIncident), "other people's data shown", 1.3,
            """
            (see|seeing|saw|shows|showing|shown|got|open|opened|read|download) … (other|another) (customer|people|person|patient|user|company|tenant|client) … (invoice|data|order|name|address|account|message|record|detail|result|file|document|email|photo|profile|statement)
            (see|saw|shows|showing|got|open|opened) … (someone else|somebody else|a stranger) … (invoice|data|order|name|address|account|message|record|detail|result|file|document|email|photo|profile|statement)
            """),
        rule(
            .escalation(.securityIncident), "account broken into", 1.6,
            """
            (hacked|hijacked|compromised) (our|my|the|their) … (account|admin|mailbox|server|profile|system|page|site|shop|network)
            (account|mailbox|email|profile|server|page|shop|system|site) … (is|was|been|got|be) (hacked|hijacked|compromised|taken over|breached)
            (someone|somebody|stranger|hacker) … (logged into|got into|broke into|took over) (my|our|the)
            """),
        rule(
            .escalation(.securityIncident), "security incident: words that tell", 0.33,
            "a man; account; details; family; i typed; password; right now; somebody; someone",
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.securityIncident), "security incident: words that hint", 0.12,
            """
            by one; camera; can see; card; changed; chat; employee; file; logged out; minutes; my own; my phone
            of us; open; own; phone; read; sent; shop; this morning; tried
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.outage), "many stand still", 0.5,
            """
            (all|every|both|none of) (of)? (our|the|my) …2 (till|terminal|phone|line|computer|machine|printer|pump|register|server|truck|device|reader|door|register|site|shop|store|branch|screen|order|payment|room|gate|lift|website|camera|warehouse|station|kiosk)
            (whole|entire) (office|company|building|street|village|clinic|school|warehouse|team|site|floor|department|hospital|hotel|neighborhood|estate|town|shop|store|factory|plant|production line|business|practice|fleet|block|restaurant|house|region|city|campus|network|line) …4 (can not|down|offline|without|dark|stopped|(has|have|had) (had)? no|is out|no (water|power|internet|heating|phones|electricity)|blocked|=stuck|standing|affected|dead|=waiting|is at|hangs)
            nobody (is|can|gets|could|was) (buying|able|log|pay|book|order|work|reach|get|use|access|call|check)
            (error|blank|white|empty) …2 (to|for) (all|every|everyone|our)
            customers … (queue|queuing|queueing|waiting|leaving|walking out|lined up|ringing|complaining|in line)
            (queue|line) … (street|door|outside|round the|around the|corner|car park|pavement|sidewalk)
            (cars|people|trucks|lorries|patients|guests|customers|trolleys) (behind me|waiting|queuing|queueing|in line|in front|standing|at the door|in the lobby)
            (#number|ten|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands|all our|our) …1 (vans|people|users|customers|patients|seats|staff|employees|guests|drivers|rooms|pupils|students|colleagues|households|flats|tenants|passengers|of us|trucks|orders|stores|shops|terminals|tills) …4 (can not|waiting|stuck|locked|without|offline|affected|stranded|down|standing|sit|sitting|idle|out|can't|no)
            """,
            unless: """
                my colleagues … fine; only me; only i; everyone else (can|is fine|has no)
                (colleagues|others|everyone else) … (fine|no problem|works); nobody else; no one else has
                for everyone else; scheduled maintenance
                """),
        rule(
            .escalation(.safety), "danger", 0.93,
            """
            smok*; on fire; caught fire; catch* fire; flames
            burn* (smell|my|his|her|hand|finger|skin|through|itself|hole); burned (my|his|her|the|our)
            (smell*|stink*|reek*) …2 (burn*|gas|smoke|plastic|melt*|rubber|petrol|fumes); spark*; gas leak
            leak* gas; smell gas; electric (shock|al shock)
            (got|get|gets|gave|gives|got a|got an) …2 (shock|shocked|zapped|electrocuted); injur*; got hurt; bruis*
            scorch*; charred; (so|too|very|extremely|burning|really|boiling) hot; folded (up|shut)? with; bleed*
            chok*; blister*; rash; poison*; allergic (reaction|shock)
            (lips|face|tongue|throat|eyes) …2 (swell*|swollen|itch*); had an allergy
            (nut|peanut|sesame|gluten|milk|shellfish|allergen*) in (your|the|a) … (free|without|not (labelled|labeled|listed|declared|mentioned))
            nut free …3 (nut|had|contain*); whole nut; ambulance; emergency (room|services); explod*
            swollen battery; battery …4 (swollen|swell*|bulg*|hot|puff*|hiss*); overheat*
            brake* …3 (fail*|not|did not|gone|weak|late); carbon monoxide; glass in
            (metal|plastic|needle|stone|screw|wire|shard*|splinter*) in (the|my|his|her|our|a) (food|soup|bread|cereal|yoghurt|yogurt|baby|milk|jar|chocolate|salad|mouth|mash|puree)
            suicid*; kill myself; kill him; anaphyla*; overdos*
            (taken|swallowed|took) (all|too many|a lot|the whole|a whole) …2 (tablets|pills|medication|packet|box|bottle)
            not want to be alone; end (my life|it all)
            (no|not see a|not see any|not see the) (reason|point) (to live|in living|going on|in going on|to go on|in anything|in it all)
            (harm|hurt|cut) myself; not want to (live|be here|wake up|go on|be alive); do not see a way out; weapon
            bomb; stalk*
            (baby|child|toddler|kid|dog|mother|father|wife|husband|son|daughter|grandmother|gran|nan|someone|person|he|she|cat|passenger|people|guest|lady|man) (is|are|was|has been|'s|got|locked|stuck|been) (inside|trapped|locked|stuck|unconscious|hurt|injured|sick|choking|in danger|in the lift|in the car|in the elevator)
            baby … inside; trapped
            (stuck|trapped|locked) in (the|a|our|your) (lift|elevator|car|cabin|room|house|sauna|shop|toilet|building|garage|cellar)
            pacemaker; ventilat*; dialysis (machine|at home); live wire; live cable; bare wire; exposed wire
            cable hanging; hangs over the; mould in; mold in
            (swallowed|choked on) (a|an|the|one|it|some|part|battery); fell on; fell off (on|and|the wall)
            collapsed; vomit*; food poisoning; life-threatening; life threatening
            water (is)? (pouring|running|coming|dripping|gushing)
            """,
            unless: """
                smoke (detector|alarm|test|free|machine); smok* (policy|allowed|room|area|salmon); non-smok*
                gun metal; spark plan; apache spark; flood of; in hospital (bed|portal|appointment|system)
                """),
        rule(
            .escalation(.safety), "fire and shock, now", 1.3,
            """
            (smoke|smoking|flame|spark) … (come|coming|out|from|rising); (caught|catch|on) fire; electric shock
            carbon monoxide; smell of gas; gas smell; (smell|smells|smelling) (like|of) burning
            """),
        rule(
            .escalation(.safety), "life in danger", 2,
            """
            suicid*; kill (myself|himself|herself); end (my life|it all)
            not want to (live|be here|wake up|be alive) …2 (any more|anymore|longer); not want to (live|be alive)
            (harm|hurt) (myself|himself|herself); no (reason|point) (to|in) (live|living|going on)
            """,
            negation: .ignored,
            isCertain: true),
        rule(
            .escalation(.repeatedContact), "several times", 0.58,
            """
            (third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|umpteenth|3rd|4th|5th|6th|7th|8th|9th|10th|nth|hundredth) …1 (time|email|mail|message|ticket|attempt|letter|call|request|reminder|try|complaint|chat|technician|visit|replacement|appointment|form|engineer|week|month)
            (email|write|wrote|written|call|called|contact|ask|report|phone|rang|ring|complain|chase|message|try|tried|explain|raise|send|sent|ticket|visit) … (two|three|four|five|six|seven|eight|nine|ten|#number|several|many|multiple|countless|numerous|a dozen|so many) …1 times
            times …2 (email|write|wrote|written|call|contact|ask|report|phone|rang|complain|explain|chase)
            (wrote|written|asked|called|emailed|rang|reported|phoned|complained|contacted|write|messaged|opened|raised) … (on the|on|in|twice|already|again|last|both) … and …2 (on|again|in|twice|last|the|a|since)
            """),
        rule(
            .escalation(.repeatedContact), "no answer", 0.32,
            """
            no (reply|answer|response|reaction|feedback|word|callback|solution) …2 (since|for|to|in|from|yet|so far|after|whatsoever|at all)
            (third|fourth|fifth|sixth) (report|reminder|week|month|try)
            (tried|followed|done|did) …3 (steps|everything|article|guide|instructions|procedure|documented|all of (it|them|that)|faq|troubleshooting) … (twice|three|four|times|no luck|still|nothing|no help|already|not help|without)
            """,
            negation: .ignored),
        rule(
            .escalation(.repeatedContact), "repeated contact: words that tell", 0.33,
            "again; code; have had; it is not; report; reset; sent the; technician; writing",
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.repeatedContact), "repeated contact: words that hint", 0.12,
            """
            answer; fourth; i have been; in person; it again; letter; reply; sent; stop; three times; waiting
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.disputedLargeSum), "large sum contested", 0.35,
            "#largesum",
            requires: """
                not (owe|order|ask|agree|authorize|book|buy|recognize|pay|paying|ours|mine|correct|right|justified|use|used|sign|receive|received|deliver*|what|cause|approve|request|something|accept)
                never (order|agree|authorize|book|buy|use|sign|receive|ask|used|arrived); wrong*; refund*
                overcharg*; dispute*; contest*; object*; twice; double; mistake; error; incorrect*; refuse to pay
                unjustified; instead of; too much; too high; (should|supposed to) be; demand*; where is (my|our)
                missing; (money|it) back; explain*; cancelled; canceled; mysterious; out of nowhere; why; withheld
                stolen; vanished; =gone; unexpected*; nobody told; how can; how is; reverse; not arrived; cannot be
                can not be; rather than; runs up; keeps; climbing
                """,
            unless: "would like to (buy|order|invest|transfer|pay|deposit); can i (pay|transfer|deposit)"),
        rule(
            .escalation(.accountAction), "account action: words that tell", 0.31,
            "changed; please; staff; waiting",
            negation: .ignored,
            addsUp: true),
        rule(
            .escalation(.accountAction), "account action: words that hint", 0.14,
            "both; support; upload",
            negation: .ignored,
            addsUp: true),
    ]
}
