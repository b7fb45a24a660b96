extension English {
    private static func sentiment(
        _ sentiment: Sentiment, _ name: String, _ weight: Double, _ text: String, requires: String = "",
        unless: String = "", in categories: [TicketCategory] = [], negation: TriageRule.Negation = .cancels
    ) -> TriageRule {
        rule(
            .sentiment(sentiment), "\(sentiment.rawValue): \(name)", weight, text, requires: requires, unless: unless,
            in: categories, negation: negation)
    }

    /// How the message reads.
    static let sentiment: [TriageRule] = [
        sentiment(
            .negative, "anger", 2,
            """
            angry; furious; annoy*; irritat*; infuriat*; outrag*; livid; fed up; sick of; sick and tired; had enough; fuming; enraged; mad at; disgust*; appall*; disgrac*; shame*; shameful; scandal*; unacceptable; inacceptable; not acceptable; ridiculous; absurd; joke; laughable; pathetic; incompeten*; useless; worthless; crap; crappy; rubbish; garbage; trash; junk; shit*; bullshit; damn; bloody; hell; fuck*; wtf; ffs; idiot*; stupid; dumb; moron*; liar*; lie; lying; lied; rip-off; rip off; ripoff; robbery; daylight robbery; thieves; cheat*; con; nonsense; insult*; insolen*; cheek; how dare; audacity; enough is enough; no longer acceptable; waste of (time|money); wasted; (worst|terrible|horrible|awful|dreadful|abysmal|atrocious|lousy|miserable|shocking|catastroph*|disaster*|nightmare) ; hate; never again; rude; impolite; unfriendly; clueless; mess; poor (service|support|quality|show|experience); bad (service|support|experience|joke); beyond me; cannot believe; can not believe; unbelievable; unheard of; seriously ; are you (kidding|serious|joking); what the; for heaven's sake; for god's sake; wake up; sort it out; get your act together
            """),
        sentiment(
            .negative, "frustration", 1.2,
            """
            driv* me (mad|crazy|nuts|insane|up the wall|round the bend); hands shake; (i am|i'm|she is|he is) alone; live alone; do not have that (money|kind of money); not have #money; (will not|won't) let (us|me); frustrat*; disappoint*; let down; unhappy; dissatisf*; (somebody|someone) who (does|actually|can|knows|reads|understands); =gibberish; why do i have to; (give|gave) me back; take it off; no … no (call|van|reply|answer|explanation|apology|help); waited at home; all (morning|afternoon|monday|tuesday|wednesday|thursday|friday|saturday|sunday); only (unplug*|restart*|reboot*); who can i complain; the same (guy|thing|noise|problem|error|story|answer); how i was (spoken|treated|talked); not (happy|satisfied|pleased|amused|impressed|helpful|good enough|funny|fair); unfair; upset; tired of; exhaust*; desperat*; despair*; worr*; afraid for; scared; scare; anxious; nervous; panic*; stress*; shock*; helpless; cry; crying; tears; in tears; sad; lost trust; trust; regret*; confus*; a pain; painful; nuisance; struggl*; suffer*; patience; losing patience; lost patience; impossible to; hopeless; nobody (cares|helps|answers|knows|seems); no one (cares|helps|answers|knows|seems|tells); (ignored|ignoring); again and again; over and over; (the|your) (bot|chatbot|robot) (keeps|insists|only|is|does|just|says|tells|gives); still (no|not|nothing|waiting|have not|hasn't); yet again; how (hard|difficult) can it be; why on earth; what even is; how am i supposed; am i supposed; what is the point; (month|week|hour|day) =later; for (weeks|months|ages|hours|days); weeks of; ages; all day; hours (on|of|in|trying); waited (for|all|over); waiting (for|since) …2 (weeks|days|hours|months|week|month|ages|days)
            """, negation: .ignored),
        sentiment(
            .negative, "pleading", 1.2,
            "please please; i beg; begging; help me; please help; ^ help $; (please|need|urgent) help; do something; sos; =anybody; anyone there; i have no (idea|clue) (what|how); i do not know what to do; don't know what to do; at (my|a) (wits end|loss); can not sleep; really need; somebody help; get somebody; #puzzled; #angry"
        ),
        sentiment(
            .negative, "complaint", 1,
            """
            complain*; overcharg*; charged (twice|double|again|for); too much; wrong*; no-show fee; without asking (me|us); nobody (asked|told|warned|informed) (me|us); never (booked|wanted|used|arrived|came|received|got|ordered|agreed|asked|signed|showed|happened|authorized|called|replied|answered); (has|have|is|are|was|were|did|does|do) not (come|arrived|been (fixed|solved|answered|refunded)|what|as (promised|advertised|described|agreed)); promised; supposed to; should not have to; shouldn't have to; not (what|how) (i|we) (ordered|paid|agreed|expected|asked|bought); misleading; deceptive; hidden; sneaky; broken (again|promise*); damaged; smashed; ruined; spoiled; spoilt; destroyed; (only|just) (to be|get|getting) (told|sent|passed|disconnected); every single (time|day|week|month); (second|third|fourth|fifth|sixth) time; a whole (day|week|afternoon|evening|month); keeps (crash*|drop*|disconnect*|freez*|fail*|happening|asking|breaking|stop*|losing|cut*); kicked (me|us) out; lost (all|my|our|everything|hours|half); customers (are|keep)? (complain*|ringing|leaving|angry|waiting); (money|time|sale|sales) … (lost|losing|gone|wasted); unusable; makes no sense; no sense; every other (bank|app|shop|provider|company|tool); why (isn't|can not|can't|don't|doesn't|didn't|should i|should we|did (nobody|no one|you|your)|do you (never|always|still|keep)); not (ok|okay|normal|right|cool|possible) $
            """, negation: .ignored),
        sentiment(
            .negative, "sarcasm", 2.5,
            "(great|good|nice|fantastic|brilliant|wonderful|lovely|excellent|amazing|super|terrific) (job|work) … (crash*|broke*|not|twice|again|lost|wrong|now|nothing|three|delet*|break*|ruin*); (thanks|thank you) for (nothing|the (surprise|privilege|honor|bill|extra|charge|wait|bug|three)|charging|deleting|breaking|ruining|wasting|ignoring|losing|making me|killing); (congratulations|bravo|well done|kudos|hats off|slow clap|how (nice|lovely|kind|generous|thoughtful|wonderful|convenient)|oh (great|good|joy|wonderful|how|look)|just (great|what i needed|perfect|brilliant|wonderful|lovely)|real (gem|treat|pleasure)|what a (joy|treat|pleasure|surprise|service|company)|as (expected|usual|always)|yeah right)",
            negation: .ignored),
        sentiment(.negative, "shouting", 0.7, "#shout"),
        sentiment(
            .negative, "blocked", 0.7,
            "(can not|cannot) (work|use|access|get|log|sign|believe|reach|do|wait|understand|afford); nothing works; at all; dead; stuck; locked out; (urgent*|emergency|immediately|right now|asap|at once); stranded; nobody; no reply; no answer; refuse*; reject*; declin*; doesn't help; nothing helps; only to; lost"
        ),
        sentiment(
            .positive, "thanks", 1,
            "thank you (so|very|all|both|to|for|again); thanks (so|a lot|a million|a bunch|again|for|to|very); many thanks; =cheers for; thank (her|him|them|everyone|you all|the|your); much appreciated; really appreciate; i appreciate; grateful; thankful; thank you $",
            unless: "in advance; thanks for nothing; thank you for nothing", negation: .cancels),
        sentiment(
            .positive, "praise", 1.6,
            """
            love (it|your|the|this|how|that|my|our|these); loving; loved; (best|great|excellent|superb|fantastic|amazing|wonderful|lovely|brilliant|outstanding|awesome|terrific|marvelous|fabulous|perfect|stellar|splendid|super|first-class|top) (purchase|service|support|product|team|shop|experience|app|job|work|people|customer|thing|tool|help|idea|release|update|feature|company|quality|stuff|software|design|staff|guys|colleague|technician|value|decision|night)
            (so|very|really|extremely|super|absolutely|totally|more than|quite|perfectly) (happy|pleased|satisfied|helpful|friendly|kind|impressed|good|nice|patient|fast|quick|delighted|lovely|great|competent|polite); delight*; kudos; hats off; well done; bravo; compliment*; praise; made my day; impress*; five stars; 5 stars; keep up; keep it up; works (perfectly|beautifully|like a charm|brilliantly|great|wonderfully|a treat|flawlessly|nicely|now); happy (customer|with|to say|to report|again); pleased with; satisfied with; a pleasure; a joy; lifesaver; life saver; saved (my|me|our|the) (day|life|holiday|weekend|evening|from|hours); you rock; you (guys|are|people) (rock|great|the best|awesome|amazing|brilliant|stars|wonderful|a star|a gem); legend*; exceed*; recommend*; yay; woohoo; hooray; wow; would thank you; (very|so|really|extremely|exceptionally|incredibly) (patient|kind|friendly|helpful|polite); (was|were|is|are) (brilliant|fantastic|wonderful|lovely|amazing|great|excellent|superb|perfect); went (above|the extra); a star; fan of; long-time fan; big fan; love $
            """,
            unless:
                "(would|could) be (great|nice|perfect|lovely|amazing|fantastic|wonderful|brilliant); would not recommend; not recommend"
        ),
        sentiment(
            .positive, "glad", 0.9,
            "#glad; glad; sorted (it)? (myself|now|out|in)?; all sorted; all good; no complaints; lovely; beautiful*; enjoy*; would be lovely; hiya; excited; can't wait; look forward to; thank you for (your|the) (patience|help|quick|great|kind|fast|support|wonderful|excellent)",
            unless: "not look forward"),
    ]
}
