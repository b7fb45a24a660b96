extension English {
    private static func priority(
        _ priority: TicketPriority, _ name: String, _ weight: Double, _ text: String, requires: String = "",
        unless: String = "", in categories: [TicketCategory] = [], negation: TriageRule.Negation = .cancels
    ) -> TriageRule {
        rule(
            .priority(priority), "\(priority.rawValue): \(name)", weight, text, requires: requires, unless: unless,
            in: categories, negation: negation)
    }

    /// How soon an answer is needed. Reasons to escalate set a floor by themselves.
    static let priority: [TriageRule] = urgent + high + medium + low

    private static let urgent: [TriageRule] = [
        priority(
            .urgent, "clock", 1,
            """
            (in|within|for|only|have|got|next|takes off|leaves|starts|closes|close) …2 @numbers …1 @minutes; (in|within) (the next|less than|under|about)? (an|one|half an|the next|1|less than an) hour
            boarding (now|in|starts|closes|has started|at); (gate|counter|check-in|desk|shop|bank) … (close|closes|closing) (in|at); (starts|begins|opens|leaves|departs|departure|live) in (an|half|one|#number|ten|five|twenty|fifteen|thirty) …1 (hour|minute|min|mins|half); (any|this) (minute|second) now; (at|in) the (gate|airport|counter|check-out|checkout|till|border|barrier|station|operating|delivery room) (now|right now|and|with)
            (standing|sitting|waiting|stuck) (at|in front of|outside|here at|here in|on|in) (the|a|my|your) (gate|door|airport|counter|till|checkout|border|barrier|station|platform|rain|snow|cold|motorway|dark|hotel|reception|car park|charging|street|check-in); phone has; percent left; as we speak; at this very moment; (still|keeps|is|are|keep) (climbing|rising|running up|going up|ticking|spreading|leaving my); (gets|getting|get) worse; (plane|train|bus|ferry) (boards|leaves|departs) in; every minute; by the minute
            """,
            unless:
                "(code|link|token) … expires in; every #number minutes; times out after; after #number minutes; takes #number minutes; session"
        ),
        priority(
            .urgent, "harm running", 1,
            "(still running|still going|keeps going|going on|happening) (right)? now; (more|another) (every|just) (minute|now|hour|second); (every|each) minute … #money; so far … (#money|stop|block); money … (going out|leaving|draining); stop (it|this|the payment|the transfer|them|the job|everything) (now|immediately|at once); live on air; on air in; (since|for) … (customers|orders) … (lost|losing|cancel*)"
        ),
        priority(
            .urgent, "business stands", 1,
            "(emergency|urgent*|critical) … (production|all|patients|customers|clinic|payroll|wages|salaries); payroll …4 (today|now|not|stuck|fail*|blocked|run); (wages|salaries) … (not|stuck|today|blocked); (my|our) (shop|store|restaurant|cafe|kiosk|practice|clinic|office|salon|bakery|pharmacy|stall|bar|hotel|school|business|food truck|taxi|warehouse|webshop|garage) … (can not|cannot|closed|down|offline|stands|stopped|no longer|dead|without|not) …1 (sell|take|open|pay|serve|work|card|phone|trade|internet|order|power|reach|charge); not take (card|payment|order|a single); (card reader|till|terminal|cash register|pos) … (dead|down|offline|not|refus*|reject*|declin*|froze*|hang*|stuck|error)"
        ),
    ]

    private static let high: [TriageRule] = [
        priority(
            .high, "deadline", 1,
            """
            (tomorrow|tonight|today) … (deadline|due|noon|morning|flight|fly|flying|exam|wedding|operation|surgery|presentation|meeting|leave|leaving|depart|interview|court|launch|move|moving|audit|ceremony|event|party|hearing|closing|last day|at #time|evening|train|ferry|expires|release|visa|concert|election|match)
            (deadline|due|noon|flight|fly|flying|exam|wedding|operation|surgery|presentation|meeting|leave|leaving|depart|interview|court|launch|move|moving|audit|ceremony|event|party|hearing|closing|last day|expires|expire|shut|need*|must|have to|finish*|submit|submission|hand in|arrive|arriving|release|visa|concert|election|ends|start|starts) … (tomorrow|tonight|today|this evening|day after tomorrow|in two days|within two days|in 24 hours|in 48 hours|within 24 hours|by noon|by five|by midnight|this afternoon|monday morning)
            (by|before|until|till) (tomorrow|tonight|noon|midnight|end of (the)? (day|business|week)|this evening|this afternoon|the end of the day|today|close of business|lunch|#time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|then)
            (is|are|am) (tomorrow|tonight); (deadline|due|wedding|exam|flight|funeral|operation|surgery|launch|presentation|decision|hearing|tender|audit|interview|conference|fair|ceremony|trip|departure|closing) (is|on|are|falls) …2 (tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the day after tomorrow|this week)
            (activated|from|as of|valid until|valid till|must be (paid|submitted|filed|sent|signed|done|in)) …2 (tomorrow|tonight|midnight); to be …2 (tomorrow|tonight); (has|have) to be (paid|submitted|filed|sent|signed|done|in|there) … (friday|tomorrow|tonight|monday|today|noon)
            (scheduled|planned|goes through|go through|go out|collect*|debit*|taken|ship|ships|sent|charge|charged|renew*|auto-renew*|cut off|switched off|disconnected|expire*|close|closes|evict*) … (tomorrow|tonight|today|at midnight|before midnight|the day after tomorrow)
            (fly|leave|leaving|move|moving|travel*|depart*|going|going live|go live|launch*|open|opening|present|presenting|start) …3 (tomorrow|tonight|today|the day after tomorrow|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)); (in time for|last chance|last day|at the latest|latest tomorrow|expires (today|tomorrow|tonight)); (issue|send|do|fix|deliver|solve|resolve|get|have|need) …3 (today|tonight|tomorrow|by friday|by monday|this morning) ?; today at the latest
            """,
            unless: "next week; no rush; no hurry; (are|is) (you|your|the) … open; opening; what time"),
        priority(
            .high, "fully blocked", 1,
            """
            (not|nothing|never) …4 at all; nothing (works|opens|loads|starts|happens|at all|helps); (can not|cannot|unable to|not able to) (work|use (it|anything|the @software|the @device|my @device|either)|do (anything|my job)|get into anything|open anything|earn|teach|study|call anyone|reach anyone|be reached|book without); completely (dead|blocked|locked|stuck|down|useless|unusable|cut off|bricked); (dead|bricked); (phone|line|internet|broadband|landline|router|laptop|screen|heating|boiler) …2 (is|has been|been|went|gone|stone) (dead|down|out|off); no (internet|phone|heating|hot water|water|power|electricity|signal|connection|dial tone|service|network|broadband|landline)
            (my work|i|we) … (stands|stand) still; (stuck|stranded) (at|in|here|abroad|on|without|outside); unusable; without (internet|phone|heating|power|water|electricity|a phone|my medication|access|insulin|hearing); locked out (of everything|of my|of our|completely|since|and); only (phone|computer|income) …1 (i|we|and|have|has); (depend|rely|relies|depends) on (it|this|that|the); lose my (job|place|flat|apartment|visa|course); last (week's|month's) … rent
            """,
            unless: "not at all; workaround; at least the"),
        priority(
            .high, "emergency words with a stake", 1,
            "(urgent*|asap|immediately|emergency|right away|as soon as possible|time-critical|time critical) … (because|since|as|or|exam|flight|baby|hospital|deadline|tomorrow|today|tonight|surgery|wedding|meeting|customer|client|job); (before|otherwise) (i|we|he|she) (lose|miss|fly|leave|get evicted|have to cancel)",
            unless: "not urgent; no rush; no hurry"),
        priority(
            .high, "churn", 1,
            """
            (switch*|mov*|chang*|leav*|migrat*|going|go) (all|everything|our|my|us|over|away)? …3 (competitor*|other provider|another (provider|bank|vendor|tool|supplier|company|service)|elsewhere|the competition|your competitor*|rival) …4 (friday|monday|tomorrow|today|end of|month|week|next|seats|licenses|signed|already|by|unless|if|renewal|everything|accounts); (cancel*|terminat*|quit|leav*|switch*|walk) … (if|unless|by|tomorrow|friday|monday|end of the (month|week)) … (not|by|fix*|answer|solve*|hear|unless|reply) ; (#number|our|all) …1 (seats|licenses|licences|users|accounts) … (cancel*|leave|leaving|switch*|move|moving|gone|renewal|other tool|decision|competitor*|elsewhere|trialling|go)
            (cancellation|termination|notice) (letter|notice|is)? …1 (ready|written|drafted|signed|on my desk|on its way|prepared|in the post); last (call|chance|warning|straw); (back|over|off) to the competition; take (the|my|our) (whole|entire) (agency|team|company|family|business|office) (along|with|elsewhere|to); final (warning|notice|chance); (contract|renewal|renew*) … (friday|monday|tomorrow|next week|is due|comes up|depends|hangs|unless|if you); not renew (unless|if|without); (board|management|boss|council) (votes|decides|meets) …3 (friday|monday|tuesday|wednesday|thursday|tomorrow|next week); can not stay; (decision|decide|deciding) …2 (friday|monday|tomorrow|this week|next week|tuesday|wednesday|thursday|in two days|by)
            """),
        priority(
            .high, "disputed sum", 1, "#largesum",
            requires:
                "not (owe|order|ask|agree|authorize|book|buy|recognize|pay|ours|mine|correct|right|arrive|show|credit); never; wrong*; refund*; overcharg*; dispute*; twice; double; mistake; error; incorrect*; missing; instead of; too much; explain*",
            in: [.billing]),
        priority(
            .high, "health and dependants", 1,
            "(dialysis|disabled|wheelchair|blind|deaf|pregnant|newborn|medication|elderly|chemo*|cancer|asthma|heart condition|epilep*|diabet*) … (need*|not|without|can|because|which|and|is|depend*|but)",
            requires: "(can not|without|not|no|stuck|waiting|deadline|need); depends",
            unless: "do you; is there; are there; (is|are) … (accessible|possible) ?; how; which; =policy; what"),
    ]

    private static let medium: [TriageRule] = [
        priority(
            .medium, "present need", 1,
            "every (day|week|time|evening|morning|month|single); keep (copying|having|doing|getting|missing); annoy*; drives (me|us); (i|we|would) (need|need it|want); at the moment (i|we); currently; always; half (work|works); only half; by hand; tedious; hours; error-prone; (i|we) have to; too many; mistakes",
            in: [.featureRequest]),
        priority(
            .medium, "asks to act", 1.5,
            "(can|could|would|will) you (please)? (check|fix|change|send|tell|explain|help|look|correct|refund|cancel|confirm|let me know|resend|update); how (do|can) (i|we); where (do|can) (i|we); what (do|should) (i|we) do; please (check|fix|change|send|tell|explain|help|correct|refund|cancel|confirm)",
            unless: "one day; some day; curious; whenever; wondering; idea"),
    ]

    private static let low: [TriageRule] = [
        priority(
            .low, "no hurry", 4,
            """
            no (real|big|great|particular|absolute)? (rush|hurry|urgency|pressure|time pressure|stress); (not|nothing|isn't|hardly) …3 (urgent|pressing|time-critical|time-sensitive|critical|in a hurry|in any hurry|in a rush|an emergency|important); not … (hurry|rush|urgent); whenever (you|it suits|convenient|someone|somebody|there|possible|suits|your|is); (when|if) (you|someone|somebody) …1 (have|has|get|gets|find|finds) …2 (time|minute|moment|chance|second|spare|quiet); any (day|time) (next|this|that|in the|you|will|is|suits); (take|takes) your time; low (prio*|importance|urgency); can wait; for whenever; whenever $; at your (leisure|convenience); (in|for|on) (your|a) (quiet|slow|spare|free|rainy|boring) (day|moment|minute|time|afternoon|hour); (next|some) (week|month|time) is (fine|ok|okay|early enough|soon enough|good|perfectly); (does not|doesn't|do not) have to be (today|now|soon|this week); no (need to|reason to) (hurry|rush|panic); there is no deadline; nothing (dramatic|serious|major|big|important|tragic); (we|i) (do not|really do not)? not mind; feel free to leave it; sometime; some time next; eventually; not for now; rainy day; in due course; all the time in the world; nothing (burns|is burning); not burning; no stress
            """, negation: .ignored),
        priority(
            .low, "no answer wanted", 3,
            """
            no (action|reply|answer|response|workaround) (is|are)? (needed|required|necessary|expected|wanted); no need to (reply|answer|respond|do anything|act); (do not|don't|not) (need|want|expect|require) (a|an|any|anything)? (reply|answer|response|anything|back|action); need nothing; (just|only) (so|letting) you know; for your information; fyi; =ps; for the record; just (saying|sharing|a (remark|note|thought|comment|heads up|heads-up|observation)); that is all; thought (you|i) (should|would|might|might like to) (know|tell|like|mention|share); in case (it helps|you care|anyone cares|someone cares)
            """, unless: "#puzzled", negation: .ignored),
        priority(
            .low, "curiosity", 3,
            "(just|only|merely|mere|simply|out of|pure|idle|sheer) (curious|curiosity|interest|wondering|wonder|interested); just curious; curious (if|whether|why|how|about|what|who); idle question; silly question; (i|we) (was|were|have always)? (wondering|wondered) (why|who|how come); =trivia; bet (with|that); =heron",
            unless: "wondering (if|whether) (you|i|we|it)"),
        priority(
            .low, "thanks", 2,
            "(thank|thanks|cheers|kudos|compliments|praise|well done|hats off|love your|love it|love the|best purchase|great (work|job|service|support)|made my day|all sorted|sorted now|all good now|solved|works now|working again|keep up); sorry for (the|crying|bothering|my); never mind; nevermind; sorted it myself",
            unless:
                "#question; please; can you; could you; in advance; not (work|solved|sorted|fixed|arrived); but; still; wrong; charge; refund; cancel; need; today; tomorrow",
            in: [.general, .technical, .billing, .bugReport]),
        priority(
            .low, "feedback", 1.5,
            "(feedback|my opinion|just my two cents|remark|comment|observation|complain about|rude|impolite|unfriendly); compliment*; suggestion box; wanted to say",
            unless:
                "(how|where|what|which|when|why|is|can|could|do|will) ?; please; need; want …3 (refund|back|replacement|answer|apology); expect; demand",
            in: [.general]),
        priority(
            .low, "cosmetic", 2,
            "typo; misspel*; spelling; cosmetic; pixel*; misalign*; slightly (off|misaligned|different|too); tiny (thing|detail|issue|flaw|bug|error|glitch); minor (thing|detail|issue|flaw|bug|error|glitch|point); (nitpick*|nit); wrong (shade|font|icon|color); capital letter; apostrophe; one (letter|m|s|t|e|n|l|dot|space) too many; =umlaut; small (thing|detail|point|flaw); no big deal; not a big deal; doesn't matter much; does not bother; purely visual; looks (a bit|slightly) (odd|off|strange|ugly)"
        ),
        priority(
            .low, "idea", 1.3,
            "would be (nice|great|lovely|cool|awesome|good|handy|fun|neat|sweet|wonderful|amazing|fantastic|brilliant|super|helpful); nice to have; =idea; ideas; (one|some) day; someday; in (a|the|some)? future; =maybe; perhaps; wish list; wishlist; suggestion; would love; (i|we) wish; how about; dream of; just a thought; would make (it|the|this) …1 (perfect|even better|complete); would make … (happy|smile|year|day); if you ever; ever (think|thought|considered|consider|plan); lol; haha; put me down; vote",
            in: [.featureRequest]),
    ]
}
