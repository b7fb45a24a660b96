extension English {
    private static func escalation(
        _ reason: EscalationReason, _ name: String, _ weight: Double, _ text: String, requires: String = "",
        unless: String = "", in categories: [TicketCategory] = [], negation: TriageRule.Negation = .cancels
    ) -> TriageRule {
        rule(
            .escalation(reason), "escalation: \(name)", weight, text, requires: requires, unless: unless,
            in: categories, negation: negation)
    }

    /// When a person must take over.
    static let escalation: [TriageRule] = human + legal + security + losses + outages + safety + contacts

    private static let human: [TriageRule] = [
        escalation(
            .humanRequested, "asks for a person", 1,
            """
            (speak|talk|talking|chat) (to|with) … @human; (put|connect|transfer|patch|pass|forward|hand) (me|us|it|this|him|her) …1 (through|over|on)? to … @human; put me through; connect (me|us) (with|to)
            (call|ring|phone) (me|us) (back|today|now|tomorrow|on|at|please|asap|this|in|before|after|between|about|when|if); (call|ring|phone) (me|us) $; callback; call back; call-back; give (me|us|my) …2 (call|ring|bell)
            (someone|somebody|anyone|anybody|person|human|engineer|technician|manager|colleague|member of staff|one) … (call|ring|phone|visit|come|contact|get in touch|get back|explain|speak|talk|stop by|walk) …2 (me|us|round|out|over|here|by|to|through)
            (real|actual|live|proper) (person|human|agent|people|human being); human being; (a|any) human; flesh and blood; not (a|another|your|the|some) (bot|robot|machine|chatbot|form|template|script|computer); no (more)? (bot|robot|chatbot)
            (want|need|would like|demand|insist on|expect|get|give|find|send|like) …3 @human
            (someone|somebody) who (can|does|do|is|has|knows|understand*|actually|speaks|will|could); representative; escalate (this|my|it|the)
            (is|are) there (anyone|someone|a human|a person|anybody|any human|a real); (ask|asking|asked) for … (manager|supervisor|human|person|representative|agent); name of (the|your) (manager|supervisor|boss)
            (manager|supervisor|boss|team leader|person in charge) … (please|call|contact|now|reply|answer|get in touch|look); (send|dispatch) (a|an|someone|somebody|your) …1 (engineer|technician|electrician|plumber|someone|fitter); in person; by (voice|telephone)
            (have|get|prefer) (a|an|your|the|some|one of your) …1 (human|person|manager|supervisor|agent|technician|engineer|colleague|representative|specialist|expert) (do|ring|call|visit|come|look|help|to|do|walk|explain|phone|contact); (human|=person|manager|supervisor|=agent|=representative) (please|now|pls); face to face; (get|have) (someone|somebody|anybody|a colleague) (on|to|from|in|at|look|call|who)
            """,
            unless:
                """
                password manager … has; account manager role; manager role; agent role; (human|hr) (resources|department)
                (add|adding|invite|inviting|remove|removing|delete|deleting|assign|assigning|replace|replacing|create|creating|change|changing|promote|deactivate|onboard) … @human
                """
        ),
        escalation(
            .humanRequested, "asks for a person's eyes", 1,
            "(one|a|any|real|actual|some) (human being|human|person|pair of human eyes) … (look|read|tell|answer|help|check|decide|reply|handle); (speak|talk) (to|with) (you|your|whoever|him|her|them); can i (speak|talk) (to|with); let me (speak|talk) (to|with); i want to (speak|talk) (to|with)"
        ),
        escalation(
            .humanRequested, "praise for somebody", 1,
            "(tell|pass on to|thank|pass … on to|let) … (her|his|their|your) (boss|manager|supervisor|team leader); (his|her|their) (boss|manager|supervisor)"
        ),
    ]

    private static let legal: [TriageRule] = [
        escalation(
            .legalThreat, "law or regulator", 1,
            """
            lawyer; attorney; solicitor; legal (action|steps|proceedings|counsel|advice|department|representative|team|route|consequences|insurance); =sue; suing; lawsuit; (to|in|before|small claims|district|see you in) court; court (order|case|action|date|claim|proceedings); tribunal; small claims; litigation; barrister; prosecut*
            ombudsman; ombudsperson; regulator; regulat* (authority|body|agency); trading standards; consumer (protection|association|advice|rights|council|affairs|center|agency|organization|ombudsman|bureau|watchdog|forum); watchdog; ofcom; ofgem; ofwat; =fca; bafin; ftc; fcc; sec complaint; bbb; better business bureau; cfpb; attorney general; arbitration; citizens advice; financial conduct authority; bundesnetzagentur; civil aviation authority; department of transportation; aviation authority
            data protection (authority|commissioner|agency|office|regulator); information commissioner; =ico; supervisory authority; privacy (commissioner|regulator|authority); cnil
            (my|our|the|local) (mp|congressman|congresswoman|senator|councillor|councilor|representative in|member of parliament|representative's office); member of parliament; congress; senator
            newspaper; journalist; reporter; (to|in|with|call|contact*|inform*|tell) the (press|media|papers|paper); (tv|television|radio) (station|channel|program|crew|show); go public; going public; (file|lodge|make|submit|filing|lodging|making|filed|lodged) (a|an|my|our)? (formal|official|statutory|written)? complaint (with|to|against|under|at); (formal|statutory|official) complaint; letter before action; statutory; breach of (contract|law|gdpr|the); (equality|consumer rights|disabilities) act; final (notice|demand|deadline) before
            """,
            unless: "tennis court; food court; court shoes; court booking; book … court; press release")
    ]

    private static let security: [TriageRule] = [
        escalation(
            .securityIncident, "account taken", 1,
            """
            hacked; hacker; hacking; hijacked; taken over; (got|been|was|were|is|are|be|account|password|system|mailbox) compromised; phished; identity theft; ransomware; malware; encrypted … (file|ransom); extort*; blackmail*; ddos; (under|an) attack; attacker; intruder; breach*; brute force; credential stuffing
            (someone|somebody|stranger|intruder|thief|ex|whoever|hacker|they|he|she|who) … (in|into|access to|inside|got in|logged in|signed in|controls|controlling|changed|reading|read|took) … (my|our|the) (account|mailbox|profile|email|mail|password|system|network|router|camera|phone|store|shop|page|admin)
            (new|unknown|strange|foreign|other) (admin|device|login|user|session|sign-in|sign in|forwarding rule) … (show|appear|turn|from|that|in|on|popping|i do not|we do not|not); (login|logins|logged in|signed in|sign-in|sign in|access) from (a country|abroad|another|china|russia|vietnam|nigeria|brazil|somewhere|a city|a place|an unknown|places)
            (entered|typed|gave|put|enter|type|submitted|submit|give|told|tell) … (password|pin|code|card number|details|tan|passcode) … (page|site|link|form|fake|caller|call*|phone|somebody|someone|looked like|turned out); (change|changed|reset|order|ordered|sent|open|opened|create|created|log|logged in|sign|signed in|move|moved|delete|deleted|add|added) … not by (me|us); not by (me|us) $; got hold of; (old|leaked|stolen|our|my|an|lost) key … (spin*|mine|mining|used|abuse*); =resetting my; locking (me|us) out; throw (them|him|her) out; lock (them|him|her) out; kick (them|him|her) out
            (key|token|password|secret|credentials|certificate) … (leak*|public|exposed|committed|pushed|stolen|published|posted|github); leaked … (key|token|password|secret|credentials|data|list); (pushed|committed|published|posted|pasted) … (key|token|secret|password|credentials)
            """, unless: "growth hack*; hackathon; life hack; =if … (hacked|compromised); test mail"),
        escalation(
            .securityIncident, "money moved", 1,
            """
            (unauthorize*|fraudulent) … (transaction|payment|transfer|charge|purchase|withdrawal|access|order|debit); fraudster; defraud*; scammed; scammer; (victim|case) of (a)? (fraud|scam); (is|this is|was|it is|committed|it's) fraud; swindl*; conned
            (transaction|payment|transfer|charge|purchase|withdrawal|order) … (not me|not mine|none of … me|not recognize|not (make|authorize|approve|order|place)); (not|never) (authorize|approve|make|recognize|order|place) … (this|these|that|it|them|any|those) …1 (transfer|payment|transaction|charge|purchase|withdrawal|order)
            (stolen|stole|steal|cloned|skimmed|snatched|pickpocket*) … (card|wallet|phone|purse|bag|laptop|handbag|passport|key*|account|identity|money); (card|wallet|phone|purse|bag|laptop|handbag|passport|identity|money) … (stolen|stole|cloned|snatched|skimmed); (lost|lose) … (card|wallet|purse); (card|wallet|purse|bag|handbag|phone) … (lost|was taken|got taken|is gone|=gone|been taken|snatched); block … card
            (someone|somebody|stranger|they|thief) … (empty*|drain*|clear*); (emptying|draining|clearing out) … (account|savings); (has|have|knows|know) …3 pin already; (gone|missing|vanished|moved) (from|out of) my (account|savings); never been (there|to); (says|said|claims|claiming) (he|she|it|they) (is|are|was|were) (from|with) (your|the bank|you)
            (someone|somebody|stranger|they|thief|whoever|who) … (use|using|used|spend|spent|spending|withdraw*|transfer*|buy|buying|bought|shopping|paying|emptied|ordering|ordered) … (my|our) (card|account|money|name|details|credit); (transfers|withdrawals|payments|transactions) … (leaving|going out)
            (buying|buys|bought|ordering|keeps buying) … (by the minute|every minute|so far|right now|my account|on my card); (gift card|bitcoin|crypto) … (told|asked|made) … (me|him|her) (to)?
            """,
            unless: "lost … (library|loyalty|sim|membership|student|sd|memory|member|bus|gift) card; fraud alert … test"
        ),
        escalation(
            .securityIncident, "data shown", 1,
            """
            (see|seeing|saw|view|open|opened|download*|read|get|getting|got|receive|received|shows|showed|showing|display*|sent) … (another|someone else's|somebody else's|someone else|somebody else|stranger*|other (customer|user|people|patient|person|tenant|member|client|company|passenger|guest|account|student|employee)) …3 (data|name|order|invoice|account|result|profile|address|document|message|chat|photo|details|file|email|mail|record|bank|statement|letter|payslip|contract|booking|history|records|information|report|card|phone number|private|prescription|location)
            (land|end up|logged|log|get|got|am|was) (in|into|in to) (somebody else's|someone else's|another|a stranger's|other|the wrong) …2 (account|mailbox|profile|inbox|cart|portal|name); vulnerab*; xss; sql injection; csrf; security (hole|flaw|vulnerability); data (leak|breach); leaked; exposed … (data|record|customer|email|password|file); publicly (accessible|visible|readable|listed); without (being logged in|logging in|authentication|a login|logging on)
            (addresses|letters|documents|records|files|statements|forms|payslips|prescriptions) … (in the (bin|street|trash|skip|rubbish)|of other|about other|of strangers|for other people|someone else); (wrong|other) (person|people|customer|patient) … (letter|data|report|result|details)
            (reset|login|activation|sign-in) (links|codes|emails|link) … (wrong|other|someone else|strangers)
            """),
        escalation(
            .securityIncident, "live scam", 1,
            "(fake|false|bogus|clone|copycat) (site|website|shop|page|app|profile|store|portal); (scam|fraud|phishing) … (in your name|your name|your logo|pretending|right now|going round|calling|customers|my mother|my father|our customers|victims); (pretend*|claim*|pose*|posing) to be (you|from your|from you|your (support|staff|company)); (called|rang|calling|phoned) …6 (from your|claiming|pretending|said they|remote|teamviewer|anydesk)"
        ),
    ]

    private static let losses: [TriageRule] = [
        escalation(
            .dataLoss, "data gone", 1,
            """
            (@records) …3 (=gone|=lost|deleted|wiped|erased|disappeared|vanished|missing|=empty|=emptied|corrupted|overwritten|destroyed|not there any more|no longer there|nowhere)
            (lose|=deleted|=deletes|wiped|wipes|erased|erases|emptied … with|overwrote|overwrites|destroyed|corrupted|swallowed|ate|eaten|dropped|drop) …4 (@records)
            data loss; lost everything; everything …2 (=gone|=lost|deleted|wiped|erased|vanished|disappeared); all … (=gone|wiped|erased|vanished); shows? 0 (files|records|entries|items|contacts|messages|photos)
            (are|is|be) (they|it|that|all of it|the data) recoverable; (months|years|weeks) (of|worth of) (work|data|notes|photo*|drawings|records)
            """,
            unless:
                "missing (invoice|attachment|in the (list|menu|dropdown)); (delete|erase) (my|our|the) (account|data|photo*|message*) (please|and|from|under|permanently); the email is gone from; discard*; (booking|appointment|order) … missing; (invoice|bill|message|email|mail) … missing; lost … (ticket|card|parcel)"
        )
    ]

    private static let outages: [TriageRule] = [
        escalation(
            .outage, "many stand still", 1,
            """
            (@people) … (can not|can no longer|unable|locked out|=waiting|stuck|without|offline|stranded|=standing|=blocked|get an error|getting (an error|nothing|errors|kicked)|kicked out|complain*|=ringing|=calling|affected|turned away|sent home)
            (production|prod|live (system|site|shop|environment|server)) …2 (down|offline|dead|=gone|stopped|broken|failing|dying|unreachable|crashed|out|stands|not (respond|work))
            (@software|@device) (is|are|went|has gone|have gone|was|were|been|all) (completely|totally|entirely|all)? (down|offline|dead) … (customer|shop|office|team|everyone|all|business|orders|clinic|school|users|people|restaurant|us)
            (all|every|both|none of) (of)? (our|the|my) …2 (till|terminal|phone|line|computer|machine|printer|pump|register|server|truck|device|reader|door|register|site|shop|store|branch|screen|order|payment|room|gate|lift|website|camera|warehouse|station|kiosk)
            (can not|cannot|unable to|not able to|no way to) …2 (trade|sell|take (payment|order|card|booking|call)|serve|treat|dispense|dispatch|invoice anyone|operate|open the (shop|store|doors)|bill our|ship anything|print prescriptions|admit|process (order|payment|card)|accept (card|payment|order)|check in guest*)
            (whole|entire) (office|company|building|street|village|clinic|school|warehouse|team|site|floor|department|hospital|hotel|neighborhood|estate|town|shop|store|factory|plant|production line|business|practice|fleet|block|restaurant|house|region|city|campus|network|line) …4 (can not|down|offline|without|dark|stopped|(has|have|had) (had)? no|is out|no (water|power|internet|heating|phones|electricity)|blocked|=stuck|standing|affected|dead|=waiting|is at|hangs); (everything|business|production|work|operation*|the line|line) … (stands still|at a standstill|standstill|has stopped|stopped|grinds to a halt|halted|on hold|stands)
            (every|each) (single)? (customer|guest|visitor|patient|user|student|passenger|caller|order|payment|ticket|e-ticket|client|resident|tenant|branch|store|site) … (see|sees|get|gets|is|has|can not|say|says|fail*|reject*|refus*|without|invalid|declin*); nobody (is|can|gets|could|was) (buying|able|log|pay|book|order|work|reach|get|use|access|call|check); (all|every|none of) our (site|sites|branches|stores|locations|machines|systems|servers|lines|clients|classrooms|wards)
            (turn*|send*|sent) (people|customers|patients|guests|them|everyone|staff|everybody) (away|home); los* (money|orders|sales|customers|business|revenue); (error|blank|white|empty) …2 (to|for) (all|every|everyone|our); (losing|lose|lost) …3 (weekend|business|day|season|evening|bookings|reservations); customers … (queue|queuing|queueing|waiting|leaving|walking out|lined up|ringing|complaining|in line); (queue|line) … (street|door|outside|round the|around the|corner|car park|pavement|sidewalk); (cars|people|trucks|lorries|patients|guests|customers|trolleys) (behind me|waiting|queuing|queueing|in line|in front|standing|at the door|in the lobby)
            (#number|ten|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands|all our|our) …1 (vans|people|users|customers|patients|seats|staff|employees|guests|drivers|rooms|pupils|students|colleagues|households|flats|tenants|passengers|of us|trucks|orders|stores|shops|terminals|tills) …4 (can not|waiting|stuck|locked|without|offline|affected|stranded|down|standing|sit|sitting|idle|out|can't|no)
            """,
            unless:
                "my colleagues … fine; only me; only i; everyone else (can|is fine|has no); (colleagues|others|everyone else) … (fine|no problem|works); nobody else; no one else has; for everyone else; scheduled maintenance"
        )
    ]

    private static let safety: [TriageRule] = [
        escalation(
            .safety, "danger", 1,
            """
            smok*; (to|in|rushed to) (the)? hospital; on fire; caught fire; catch* fire; flames; burn* (smell|my|his|her|hand|finger|skin|through|itself|hole); burned (my|his|her|the|our); (smell*|stink*|reek*) …2 (burn*|gas|smoke|plastic|melt*|rubber|petrol|fumes); spark*; gas leak; leak* gas; smell gas; electric (shock|al shock); (got|get|gets|gave|gives|got a|got an) …2 (shock|shocked|zapped|electrocuted); injur*; got hurt; bruis*; scorch*; singed; charred; (so|too|very|extremely|burning|really|boiling) hot; (socket|plug|cable|outlet|wall|adapter) …2 (black|brown|melted|sparks); folded (up|shut)? with;  bleed*; chok*; blister*; rash; poison*; allergic (reaction|shock); (lips|face|tongue|throat|eyes) …2 (swell*|swollen|itch*); had an allergy; (nut|peanut|sesame|gluten|milk|shellfish|allergen*) in (your|the|a) … (free|without|not (labelled|labeled|listed|declared|mentioned)); nut free …3 (nut|had|contain*); whole nut; ambulance; emergency (room|services); melt*; explod*; exploded; burst; swollen battery; battery …4 (swollen|swell*|bulg*|hot|puff*|hiss*); too hot to (touch|hold); overheat*; brake* …3 (fail*|not|did not|gone|weak|late); carbon monoxide; glass in; (metal|plastic|needle|stone|screw|wire|shard*|splinter*) in (the|my|his|her|our|a) (food|soup|bread|cereal|yoghurt|yogurt|baby|milk|jar|chocolate|salad|mouth|mash|puree)
            suicid*; kill myself; kill him; anaphyla*; overdos*; (taken|swallowed|took) (all|too many|a lot|the whole|a whole) …2 (tablets|pills|medication|packet|box|bottle); not want to be alone; end (my life|it all); (no|not see a|not see any|not see the) (reason|point) (to live|in living|going on|in going on|to go on|in anything|in it all); (harm|hurt|cut) myself; not want to (live|be here|wake up|go on|be alive); do not see a way out; threat*; weapon; bomb; gun; knife; stalk*
            (baby|child|toddler|kid|dog|mother|father|wife|husband|son|daughter|grandmother|gran|nan|someone|person|he|she|cat|passenger|people|guest|lady|man) (is|are|was|has been|'s|got|locked|stuck|been) (inside|trapped|locked|stuck|unconscious|hurt|injured|sick|choking|in danger|in the lift|in the car|in the elevator); baby … inside; trapped; (stuck|trapped|locked) in (the|a|our|your) (lift|elevator|car|cabin|room|house|sauna|shop|toilet|building|garage|cellar); insulin; pacemaker; oxygen; ventilat*; dialysis (machine|at home); (unlock*|open*) (itself|by itself|on its own);  ventilator; live wire; live cable; bare wire; exposed wire; cable hanging; hangs over the; mould in; mold in; (swallowed|choked on) (a|an|the|one|it|some|part|battery)
            (accelerat*|drives|drove|heats|starts|started|turns on|turned on|moves|moved|closes|closed on|opens|opened|unlocks|unlocked) …3 (by itself|on its own|itself|while|with my|with the|on my|for anyone); fell on; fell off (on|and|the wall) ; collapsed; vomit*; food poisoning; (unsafe|dangerous|danger|hazard|health risk|risk of (fire|injury|life)); life-threatening; life threatening; =999; emergency (call|line|button); flood*; water (is)? (pouring|running|coming|dripping|gushing)
            """,
            unless:
                "smoke (detector|alarm|test|free|machine); smok* (policy|allowed|room|area|salmon); non-smok*; gun metal; spark plan; apache spark; flood of; in hospital (bed|portal|appointment|system)"
        )
    ]

    private static let contacts: [TriageRule] = [
        escalation(
            .repeatedContact, "several times", 1,
            """
            (third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|umpteenth|3rd|4th|5th|6th|7th|8th|9th|10th|nth|hundredth) …1 (time|email|mail|message|ticket|attempt|letter|call|request|reminder|try|complaint|chat|technician|visit|replacement|appointment|form|engineer|week|month)
            (told|through|followed|reset|restarted|repeated|promised|pressed|entered|reinstalled) … (three|four|five|six|seven|eight|nine|ten|several|many|countless) times
            (email|write|wrote|written|call|called|contact|ask|report|phone|rang|ring|complain|chase|message|try|tried|explain|raise|send|sent|ticket|visit) … (two|three|four|five|six|seven|eight|nine|ten|#number|several|many|multiple|countless|numerous|a dozen|so many) …1 times; times …2 (email|write|wrote|written|call|contact|ask|report|phone|rang|complain|explain|chase)
            (two|three|four|five|six|seven|eight|nine|ten|#number|several|multiple|countless|numerous|many|dozens of) …1 (emails|tickets|calls|messages|letters|reminders|complaints|requests|phone calls|phonecalls|attempts|chats|agents|people|forms|visits|technicians|engineers|replies) … (no|not|nobody|without|later|still|ago|and|unanswered|ignored|nothing|already|about|so far|to you|same|each|different)
            (wrote|written|asked|called|emailed|rang|reported|phoned|complained|contacted|write|messaged|opened|raised) … (on the|on|in|twice|already|again|last|both) … and …2 (on|again|in|twice|last|the|a|since); (twice|two times) …2 (already|before|now|and); already (written|called|asked|reported|emailed|contacted|phoned|complained|sent|tried) … (twice|times|three|two|four|several|before); (asked|wrote|written|called|emailed|reported|rang|phoned|contacted|complained|told) (you|your|them|support)? …2 twice
            """),
        escalation(
            .repeatedContact, "no answer", 1,
            """
            no (reply|answer|response|reaction|feedback|word|callback|solution) …2 (since|for|to|in|from|yet|so far|after|whatsoever|at all); (nobody|no one|no-one|none) …2 (reply|replied|answer|answered|answers|called|call|come|came|respond*|react*|care|cares|get back|got back|rang|has|bothers); (still|yet) …1 (no|not|nothing|without) …3 (reply|answer|response|hear|heard|received a|resolved|fixed|solution|reaction|solved)
            (not|never) … (replied|answered|responded|called back|got back|heard back|hear back|heard anything|heard from|got an answer|got a reply|received an answer|received a reply|reacted); again and again; over and over; time and again; (keep|keeps|kept) (asking|calling|writing|getting the same|being told|sending me|telling me|promising|closing); how many (more)? (times|emails|calls|weeks|letters|tickets); yet again; (same|identical) (answer|reply|text|sentence|email|template|response|message|copy-paste|standard) … (times|again|as|last|every|week|from|each|three|twice)
            (for|it is now|after|since) (#number|two|three|four|five|six|seven|eight|several|many) (weeks|months) … (wrote|write|reported|ask|asked|email*|call|called|wait|waiting|reply|answer|promis*|ticket|contact*|told|nothing|no|still|nobody); (weeks|months) (later|ago) … (wrote|reported|asked|reply|answer|ticket|emailed|complained|still|nothing|nobody|no); been (waiting|asking|trying|writing|calling|chasing) …2 (for|since) …1 (week|weeks|month|months|days|ages|two|three|#number)
            (promised|told|said) … (weeks|months) ago; (third|fourth|fifth|sixth) (report|reminder|week|month|try); reported on … and; third week; (ticket|case) … (open|unanswered|ignored|closed) … (week|month|weeks|months|again|without|days|no); (ignored|ignoring|unanswered); passed (around|from); sent (from|round); going (round|around) in circles; nothing (has)? (happened|happens|changed|came) (since|so far|yet|for|after); another (week|month) (has|without|gone|later); (tried|followed|done|did) …3 (steps|everything|article|guide|instructions|procedure|documented|all of (it|them|that)|faq|troubleshooting) … (twice|three|four|times|no luck|still|nothing|no help|already|not help|without)
            """, negation: .ignored),
        escalation(
            .disputedLargeSum, "large figure taken", 1,
            "(take|took|debit|deduct|withdraw|withdrew|charge|bill|invoice) …4 #largefigure",
            requires:
                "never; not (book|order|agree|owe|authorize|mine|ours|buy|recognize); wrong*; refund; twice; #puzzled; money back; dispute*; mistake"
        ),
        escalation(
            .humanRequested, "only staff can", 1,
            "(staff|support|somebody|an agent) (have|has|need|needs) to do (it|that|this); only (staff|support|an agent|a person|your team) can; could staff do; (tried|done|followed|gone through|been through) … (article|guide|steps|faq|instructions|everything) … (staff|support|manual|agent)"
        ),
        escalation(
            .disputedLargeSum, "large sum contested", 1, "#largesum",
            requires: """
                not (owe|order|ask|agree|authorize|book|buy|recognize|pay|paying|ours|mine|correct|right|justified|use|used|sign|receive|received|deliver*|what|cause|approve|request|something|accept); never (order|agree|authorize|book|buy|use|sign|receive|ask|used|arrived); wrong*; refund*; overcharg*; dispute*; contest*; object*; twice; double; mistake; error; incorrect*; refuse to pay; unjustified; instead of; too much; too high; (should|supposed to) be; demand*; where is (my|our); missing; (money|it) back; explain*; cancelled; canceled; mysterious; out of nowhere; why; withheld; stolen; vanished; =gone; unexpected*; nobody told; how can; how is; reverse; not arrived; cannot be; can not be; rather than; runs up; keeps; climbing
                """,
            unless: "would like to (buy|order|invest|transfer|pay|deposit); can i (pay|transfer|deposit)"),
    ]
}
