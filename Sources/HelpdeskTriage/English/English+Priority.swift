extension English {
    /// How soon an answer is needed, beside what the word families say. Reasons to escalate set a floor by themselves.
    static let priority: [TriageRule] = [
        rule(
            .priority(.urgent), "urgent: business stands", 0.08,
            """
            payroll …4 (today|now|not|stuck|fail*|blocked|run)
            (my|our) (shop|store|restaurant|cafe|kiosk|practice|clinic|office|salon|bakery|pharmacy|stall|bar|hotel|school|business|food truck|taxi|warehouse|webshop|garage) … (can not|cannot|closed|down|offline|stands|stopped|no longer|dead|without|not) …1 (sell|take|open|pay|serve|work|card|phone|trade|internet|order|power|reach|charge)
            not take (card|payment|order|a single)
            (card reader|till|terminal|cash register|pos) … (dead|down|offline|not|refus*|reject*|declin*|froze*|hang*|stuck|error)
            """),
        rule(
            .priority(.urgent), "urgent: fire and shock, now", 1.2,
            """
            (smoke|smoking|flame|spark) … (come|coming|out|from|rising); (caught|catch|on) fire; electric shock
            carbon monoxide; smell of gas; gas smell; (smell|smells|smelling) (like|of) burning
            """),
        rule(
            .priority(.urgent), "urgent: life in danger", 1.2,
            """
            suicid*; kill (myself|himself|herself); end (my life|it all)
            not want to (live|be here|wake up|be alive) …2 (any more|anymore|longer); not want to (live|be alive)
            (harm|hurt) (myself|himself|herself); no (reason|point) (to|in) (live|living|going on)
            """,
            negation: .ignored),
        rule(
            .priority(.urgent), "urgent: other people's data shown", 1.2,
            """
            (see|seeing|saw|shows|showing|shown|got|open|opened|read|download) … (other|another) (customer|people|person|patient|user|company|tenant|client) … (invoice|data|order|name|address|account|message|record|detail|result|file|document|email|photo|profile|statement)
            (see|saw|shows|showing|got|open|opened) … (someone else|somebody else|a stranger) … (invoice|data|order|name|address|account|message|record|detail|result|file|document|email|photo|profile|statement)
            """),
        rule(
            .priority(.urgent), "urgent: account broken into", 1.2,
            """
            (hacked|hijacked|compromised) (our|my|the|their) … (account|admin|mailbox|server|profile|system|page|site|shop|network)
            (account|mailbox|email|profile|server|page|shop|system|site) … (is|was|been|got|be) (hacked|hijacked|compromised|taken over|breached)
            (someone|somebody|stranger|hacker) … (logged into|got into|broke into|took over) (my|our|the)
            """),
        rule(
            .priority(.urgent), "urgent: words that tell", 0.38,
            "account; and there; block; details; it is still; minutes; press; somebody; still; switch",
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.urgent), "urgent: words that hint", 0.17,
            """
            all #number; an hour ago; and he; at noon; be sent; card; get the; hour ago; i do not; i typed; lock
            logged out; mother; my own; not get; not mine; of us; outside; ring; since #number; someone; standing
            still in; stop; the car; the door; the wrong; user; waiting; when i; with her
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.high), "high: deadline", 1.09,
            """
            (tomorrow|tonight|today) … (deadline|due|noon|morning|flight|fly|flying|exam|wedding|operation|surgery|presentation|meeting|leave|leaving|depart|interview|court|launch|move|moving|audit|ceremony|event|party|hearing|closing|last day|at #time|evening|train|ferry|expires|release|visa|concert|election|match)
            (deadline|due|noon|flight|fly|flying|exam|wedding|operation|surgery|presentation|meeting|leave|leaving|depart|interview|court|launch|move|moving|audit|ceremony|event|party|hearing|closing|last day|expires|expire|shut|need*|must|have to|finish*|submit|submission|hand in|arrive|arriving|release|visa|concert|election|ends|start|starts) … (tomorrow|tonight|today|this evening|day after tomorrow|in two days|within two days|in 24 hours|in 48 hours|within 24 hours|by noon|by five|by midnight|this afternoon|monday morning)
            (by|before|until|till) (tomorrow|tonight|noon|midnight|end of (the)? (day|business|week)|this evening|this afternoon|the end of the day|today|close of business|lunch|#time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|then)
            (is|are|am) (tomorrow|tonight)
            (deadline|due|wedding|exam|flight|funeral|operation|surgery|launch|presentation|decision|hearing|tender|audit|interview|conference|fair|ceremony|trip|departure|closing) (is|on|are|falls) …2 (tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the day after tomorrow|this week)
            (activated|from|as of|valid until|valid till|must be (paid|submitted|filed|sent|signed|done|in)) …2 (tomorrow|tonight|midnight)
            to be …2 (tomorrow|tonight)
            (has|have) to be (paid|submitted|filed|sent|signed|done|in|there) … (friday|tomorrow|tonight|monday|today|noon)
            (scheduled|planned|goes through|go through|go out|collect*|debit*|taken|ship|ships|sent|charge|charged|renew*|auto-renew*|cut off|switched off|disconnected|expire*|close|closes|evict*) … (tomorrow|tonight|today|at midnight|before midnight|the day after tomorrow)
            (fly|leave|leaving|move|moving|travel*|depart*|going|going live|go live|launch*|open|opening|present|presenting|start) …3 (tomorrow|tonight|today|the day after tomorrow|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday))
            (in time for|last chance|last day|at the latest|latest tomorrow|expires (today|tomorrow|tonight))
            (issue|send|do|fix|deliver|solve|resolve|get|have|need) …3 (today|tonight|tomorrow|by friday|by monday|this morning) ?
            """,
            unless: "next week; no rush; no hurry; (are|is) (you|your|the) … open; opening; what time"),
        rule(
            .priority(.high), "high: fully blocked", 0.61,
            """
            (not|nothing|never) …4 at all; nothing (works|opens|loads|starts|happens|at all|helps)
            (can not|cannot|unable to|not able to) (work|use (it|anything|the @software|the @device|my @device|either)|do (anything|my job)|get into anything|open anything|earn|teach|study|call anyone|reach anyone|be reached|book without)
            (dead|bricked)
            (phone|line|internet|broadband|landline|router|laptop|screen|heating|boiler) …2 (is|has been|been|went|gone|stone) (dead|down|out|off)
            no (internet|phone|heating|hot water|water|power|electricity|signal|connection|dial tone|service|network|broadband|landline)
            (stuck|stranded) (at|in|here|abroad|on|without|outside)
            without (internet|phone|heating|power|water|electricity|a phone|my medication|access|insulin|hearing)
            only (phone|computer|income) …1 (i|we|and|have|has); (depend|rely|relies|depends) on (it|this|that|the)
            """,
            unless: "not at all; workaround; at least the"),
        rule(
            .priority(.high), "high: churn", 1.26,
            """
            (switch*|mov*|chang*|leav*|migrat*|going|go) (all|everything|our|my|us|over|away)? …3 (competitor*|other provider|another (provider|bank|vendor|tool|supplier|company|service)|elsewhere|the competition|your competitor*|rival) …4 (friday|monday|tomorrow|today|end of|month|week|next|seats|licenses|signed|already|by|unless|if|renewal|everything|accounts)
            (cancel*|terminat*|quit|leav*|switch*|walk) … (if|unless|by|tomorrow|friday|monday|end of the (month|week)) … (not|by|fix*|answer|solve*|hear|unless|reply)
            (#number|our|all) …1 (seats|licenses|licences|users|accounts) … (cancel*|leave|leaving|switch*|move|moving|gone|renewal|other tool|decision|competitor*|elsewhere|trialling|go)
            (cancellation|termination|notice) (letter|notice|is)? …1 (ready|written|drafted|signed|on my desk|on its way|prepared|in the post)
            (contract|renewal|renew*) … (friday|monday|tomorrow|next week|is due|comes up|depends|hangs|unless|if you)
            (board|management|boss|council) (votes|decides|meets) …3 (friday|monday|tuesday|wednesday|thursday|tomorrow|next week)
            (decision|decide|deciding) …2 (friday|monday|tomorrow|this week|next week|tuesday|wednesday|thursday|in two days|by)
            """),
        rule(
            .priority(.high), "high: disputed sum", 0.48,
            "#largesum",
            requires: """
                not (owe|order|ask|agree|authorize|book|buy|recognize|pay|ours|mine|correct|right|arrive|show|credit)
                never; wrong*; refund*; overcharg*; dispute*; twice; double; mistake; error; incorrect*; missing
                instead of; too much; explain*
                """,
            in: [.billing]),
        rule(
            .priority(.high), "high: words that tell", 0.67,
            "fourth; report; reset; tomorrow; writing; years of",
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.high), "high: words that hint", 0.19,
            """
            #money; again; answer; apply; asked; can not; charge; closed; consumer; empty; have written; hold
            i am the; i have been; i have written; i want; in person; is in there; is there; it again; letter
            manager; month; nor; nothing; pay; reject; sent; ticket; two days; without; yes
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.medium), "medium: present need", 0.64,
            """
            every (day|week|time|evening|morning|month|single); drives (me|us); (i|we|would) (need|need it|want)
            at the moment (i|we); currently; by hand
            """,
            in: [.featureRequest]),
        rule(
            .priority(.medium), "medium: asks to act", 0.22,
            """
            (can|could|would|will) you (please)? (check|fix|change|send|tell|explain|help|look|correct|refund|cancel|confirm|let me know|resend|update)
            how (do|can) (i|we); where (do|can) (i|we)
            please (check|fix|change|send|tell|explain|help|correct|refund|cancel|confirm)
            """,
            unless: "one day; some day; curious; whenever; wondering; idea"),
        rule(
            .priority(.medium), "medium: words that tell", 0.51,
            "click; contact; please; possible; press; step; urgent; what i",
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.medium), "medium: words that hint", 0.18,
            """
            add; although; am asking; article; back to; browser; ^ can i; can not be; discard; end of the; how to
            i would; listen; login; make it; order; search; second; so i am; stored; thanks for; the update
            we are a; ^ we would
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.low), "low: no hurry", 1.96,
            """
            no (real|big|great|particular|absolute)? (rush|hurry|urgency|pressure|time pressure|stress)
            (not|nothing|isn't|hardly) …3 (urgent|pressing|time-critical|time-sensitive|critical|in a hurry|in any hurry|in a rush|an emergency|important)
            not … (hurry|rush|urgent)
            whenever (you|it suits|convenient|someone|somebody|there|possible|suits|your|is)
            (when|if) (you|someone|somebody) …1 (have|has|get|gets|find|finds) …2 (time|minute|moment|chance|second|spare|quiet)
            any (day|time) (next|this|that|in the|you|will|is|suits); (take|takes) your time
            low (prio*|importance|urgency); can wait; for whenever; whenever $; at your (leisure|convenience)
            (in|for|on) (your|a) (quiet|slow|spare|free|rainy|boring) (day|moment|minute|time|afternoon|hour)
            (next|some) (week|month|time) is (fine|ok|okay|early enough|soon enough|good|perfectly)
            no (need to|reason to) (hurry|rush|panic); there is no deadline; sometime; eventually; rainy day
            all the time in the world; no stress
            """,
            negation: .ignored),
        rule(
            .priority(.low), "low: no answer wanted", 1.19,
            """
            no (action|reply|answer|response|workaround) (is|are)? (needed|required|necessary|expected|wanted)
            no need to (reply|answer|respond|do anything|act)
            (do not|don't|not) (need|want|expect|require) (a|an|any|anything)? (reply|answer|response|anything|back|action)
            for your information; fyi; for the record
            just (saying|sharing|a (remark|note|thought|comment|heads up|heads-up|observation)); that is all
            thought (you|i) (should|would|might|might like to) (know|tell|like|mention|share)
            """,
            unless: "#puzzled",
            negation: .ignored),
        rule(
            .priority(.low), "low: curiosity", 0.99,
            """
            (just|only|merely|mere|simply|out of|pure|idle|sheer) (curious|curiosity|interest|wondering|wonder|interested)
            just curious; curious (if|whether|why|how|about|what|who); =trivia
            """,
            unless: "wondering (if|whether) (you|i|we|it)"),
        rule(
            .priority(.low), "low: thanks", 0.75,
            """
            (thank|thanks|cheers|kudos|compliments|praise|well done|hats off|love your|love it|love the|best purchase|great (work|job|service|support)|made my day|all sorted|sorted now|all good now|solved|works now|working again|keep up)
            """,
            unless: """
                #question; please; can you; could you; in advance; not (work|solved|sorted|fixed|arrived); but
                still; wrong; charge; refund; cancel; need; today; tomorrow
                """,
            in: [.general, .technical, .billing, .bugReport]),
        rule(
            .priority(.low), "low: feedback", 1.08,
            """
            (feedback|my opinion|just my two cents|remark|comment|observation|complain about|rude|impolite|unfriendly)
            suggestion box; wanted to say
            """,
            unless: """
                (how|where|what|which|when|why|is|can|could|do|will) ?; please; need
                want …3 (refund|back|replacement|answer|apology); expect; demand
                """,
            in: [.general]),
        rule(
            .priority(.low), "low: cosmetic", 0.89,
            """
            typo; misspel*; spelling; cosmetic; tiny (thing|detail|issue|flaw|bug|error|glitch); (nitpick*|nit)
            does not bother
            """),
        rule(
            .priority(.low), "low: idea", 0.76,
            """
            would be (nice|great|lovely|cool|awesome|good|handy|fun|neat|sweet|wonderful|amazing|fantastic|brilliant|super|helpful)
            nice to have; =idea; ideas; (one|some) day; someday; =maybe; perhaps; wish list; suggestion; would love
            dream of; just a thought; would make … (happy|smile|year|day); if you ever; lol; haha
            """,
            in: [.featureRequest]),
        rule(
            .priority(.low), "low: no hurry, said outright", 2,
            """
            no (real|great|particular|big)? (rush|hurry|urgency); not (very|that|so|really|at all)? urgent
            whenever (you|it|someone|somebody|suits|there|your|convenient|is)
            when (you|someone|somebody) (have|has|get|gets|find|finds) (time|a (minute|moment|chance|quiet))
            (take|in) your (own)? time; at your (leisure|convenience); any (day|time) (next|this|suits|will|is)
            (it|this|that) can wait; no (reply|answer|action|response) (is)? (needed|required|necessary|expected)
            no need to (reply|answer|respond|write back); need no (reply|answer)
            """,
            isCertain: true),
        rule(
            .priority(.low), "low: words that tell", 0.45,
            "button; ever; future; hold; if it; if you; mind; need; question; when you",
            negation: .ignored,
            addsUp: true),
        rule(
            .priority(.low), "low: words that hint", 0.2,
            """
            answer; asked for; bottom; but; christmas; dog; for your; ^ i am in; ^ i am not; leave; ^ not a
            not need; noticed; one for; price; some time; thought; when the; would be
            """,
            negation: .ignored,
            addsUp: true),
    ]
}
