extension English {
    /// How the message reads, beside what the word families say.
    static let sentiment: [TriageRule] = [
        rule(
            .sentiment(.negative), "negative: anger", 1.32,
            """
            fed up; had enough; disgrac*; shame*; ridiculous; useless; worthless; rubbish; damn; hell; stupid; lie
            lying; lied; cheat*; insult*
            (worst|terrible|horrible|awful|dreadful|abysmal|atrocious|lousy|miserable|shocking|catastroph*|disaster*|nightmare)
            rude; cannot believe; can not believe; seriously; are you (kidding|serious|joking); for heaven's sake
            wake up
            """),
        rule(
            .sentiment(.negative), "negative: frustration", 0.83,
            """
            driv* me (mad|crazy|nuts|insane|up the wall|round the bend); (i am|i'm|she is|he is) alone
            (will not|won't) let (us|me); (give|gave) me back; take it off
            no … no (call|van|reply|answer|explanation|apology|help)
            the same (guy|thing|noise|problem|error|story|answer); unfair; upset; tired of; desperat*; anxious
            shock*; sad; patience; again and again; over and over; still (no|not|nothing|waiting|have not|hasn't)
            why on earth; am i supposed; what is the point; (month|week|hour|day) =later
            for (weeks|months|ages|hours|days); waited (for|all|over)
            """,
            negation: .ignored),
        rule(
            .sentiment(.negative), "negative: pleading", 2.19,
            """
            please please; i beg; begging; please help; ^ help $; (please|need|urgent) help; do something
            i have no (idea|clue) (what|how); at (my|a) (wits end|loss); get somebody; #puzzled; #angry
            """),
        rule(
            .sentiment(.negative), "negative: complaint", 0.55,
            """
            overcharg*; charged (twice|double|again|for); wrong*; nobody (asked|told|warned|informed) (me|us)
            (has|have|is|are|was|were|did|does|do) not (come|arrived|been (fixed|solved|answered|refunded)|what|as (promised|advertised|described|agreed))
            promised; supposed to; damaged; ruined; every single (time|day|week|month)
            (second|third|fourth|fifth|sixth) time
            keeps (crash*|drop*|disconnect*|freez*|fail*|happening|asking|breaking|stop*|losing|cut*)
            lost (all|my|our|everything|hours|half); customers (are|keep)? (complain*|ringing|leaving|angry|waiting)
            (money|time|sale|sales) … (lost|losing|gone|wasted)
            why (isn't|can not|can't|don't|doesn't|didn't|should i|should we|did (nobody|no one|you|your)|do you (never|always|still|keep))
            """,
            negation: .ignored),
        rule(
            .sentiment(.negative), "negative: sarcasm", 0.98,
            """
            (congratulations|bravo|well done|kudos|hats off|slow clap|how (nice|lovely|kind|generous|thoughtful|wonderful|convenient)|oh (great|good|joy|wonderful|how|look)|just (great|what i needed|perfect|brilliant|wonderful|lovely)|real (gem|treat|pleasure)|what a (joy|treat|pleasure|surprise|service|company)|as (expected|usual|always)|yeah right)
            """,
            negation: .ignored),
        rule(
            .sentiment(.negative), "negative: shouting", 0.59,
            "#shout"),
        rule(
            .sentiment(.negative), "negative: blocked", 0.25,
            """
            (can not|cannot) (work|use|access|get|log|sign|believe|reach|do|wait|understand|afford); nothing works
            at all; dead; stuck; locked out; (urgent*|emergency|immediately|right now|asap|at once); nobody
            no reply; no answer; refuse*; reject*
            """),
        rule(
            .sentiment(.negative), "negative: sarcasm, plain", 1.6,
            """
            (great|good|nice|fantastic|brilliant|wonderful|excellent|super) (job|work) … (crash*|broke*|again|lost|delet*|ruin*|not)
            (thanks|thank you) for nothing
            """,
            negation: .ignored),
        rule(
            .sentiment(.negative), "negative: not glad", 1.1,
            "not … (happy|satisfied|pleased|impressed|acceptable|fair|amused|good enough)",
            negation: .ignored),
        rule(
            .sentiment(.negative), "negative: words that tell", 0.55,
            """
            #number back; #number euros; and he; i have been; ^ i would like; it says; might; nothing; switch
            the door; the wall
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .sentiment(.negative), "negative: words that hint", 0.21,
            """
            a man; all #number; already; am sitting; and i am; and there; and you; anyone; anywhere; asked for
            block; bought; call; can not; can see; code; confirm; customer; delete; dog; dollars; eleven; every
            ferry; fixed; fourth; get the; give; give me; give us; got to; have asked; have gone; have got; have had
            hour; i do not; ^ i do not; i have the; is not; it goes; ^ it says; leaflet; letter; look at; minutes
            my own; never; next; nor; not get; not one; now and; of us; receipt; room; says it; sent; speak
            standing; tell me; there is no; third; update; wants a; was told; we can not; ^ what do; when is
            without; word; writing; yes
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .sentiment(.neutral), "neutral: words that tell", 0.55,
            "no need; step; ^ we would",
            negation: .ignored,
            addsUp: true),
        rule(
            .sentiment(.neutral), "neutral: words that hint", 0.2,
            """
            add; battery; both; ^ can i; can not be; capital; could be; display; do i; end of the; happens; if i
            like to; need; not on; offer; plan; possible; regards; shows; support; the app; the update; therapist
            to do; urgent; we are a; ^ we are a; ^ what i; what i; whether; work; would like
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .sentiment(.positive), "positive: thanks", 1.05,
            """
            thank you (so|very|all|both|to|for|again); thanks (so|a lot|a million|a bunch|again|for|to|very)
            many thanks; =cheers for; thank (her|him|them|everyone|you all|the|your); grateful; thank you $
            """,
            unless: "in advance; thanks for nothing; thank you for nothing"),
        rule(
            .sentiment(.positive), "positive: praise", 1.48,
            """
            love (it|your|the|this|how|that|my|our|these); loving; loved
            (best|great|excellent|superb|fantastic|amazing|wonderful|lovely|brilliant|outstanding|awesome|terrific|marvelous|fabulous|perfect|stellar|splendid|super|first-class|top) (purchase|service|support|product|team|shop|experience|app|job|work|people|customer|thing|tool|help|idea|release|update|feature|company|quality|stuff|software|design|staff|guys|colleague|technician|value|decision|night)
            (so|very|really|extremely|super|absolutely|totally|more than|quite|perfectly) (happy|pleased|satisfied|helpful|friendly|kind|impressed|good|nice|patient|fast|quick|delighted|lovely|great|competent|polite)
            hats off; well done; compliment*; made my day; impress*; five stars; keep it up
            works (perfectly|beautifully|like a charm|brilliantly|great|wonderfully|a treat|flawlessly|nicely|now)
            happy (customer|with|to say|to report|again); pleased with; a pleasure; a joy
            saved (my|me|our|the) (day|life|holiday|weekend|evening|from|hours)
            you (guys|are|people) (rock|great|the best|awesome|amazing|brilliant|stars|wonderful|a star|a gem)
            legend*; hooray; wow
            (very|so|really|extremely|exceptionally|incredibly) (patient|kind|friendly|helpful|polite)
            (was|were|is|are) (brilliant|fantastic|wonderful|lovely|amazing|great|excellent|superb|perfect); a star
            big fan
            """,
            unless: """
                (would|could) be (great|nice|perfect|lovely|amazing|fantastic|wonderful|brilliant)
                would not recommend; not recommend
                """),
        rule(
            .sentiment(.positive), "positive: glad", 0.92,
            "#glad; sorted (it)? (myself|now|out|in)?; all good; no complaints; lovely; beautiful*",
            unless: "not look forward"),
    ]
}
