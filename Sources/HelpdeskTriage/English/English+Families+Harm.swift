extension English {
    /// Harm to accounts, data, money and people.
    static let familiesHarm: [[TriageRule]] = [
        family(
            "somebody got in",
            [
                .category(.billing): 0.13, .category(.general): 0.32, .priority(.medium): 0.16,
                .priority(.urgent): 0.38, .sentiment(.negative): 0.27, .sentiment(.neutral): 0.15,
                .escalation(.securityIncident): 0.33, .escalation(.safety): 0.46,
            ],
            """
            hack*; taken over; hijack*; compromis*
            (someone|somebody|stranger|intruder|ex|unknown|they|he|she) … (logged in|logged into|got into|has access|is in|is inside|in my|into my|changed my|using my|has my|is reading|reset my|in our|into our|using our)
            (login|logins|sign-in|logon|session|device) from … (not|unknown|abroad|country|another|i have never|moscow|lagos|china|russia|vietnam|brazil|city)
            changed (my|our|the) (password|email|number|phone|recovery); not (me|us|by me|by us) $; breach*; malware
            ransom*; virus; phish*; leaked; exposed; attack*; intruder; locked (me|us) out; somebody else; keylog*
            sim swap
            """, negation: .cancels),
        family(
            "others data",
            [
                .category(.bugReport): 0.41, .category(.general): 0.96, .priority(.urgent): 1.15,
                .sentiment(.negative): 0.84, .escalation(.securityIncident): 0.71,
            ],
            """
            (see|seeing|saw|shows|showing|shown|open|opens|got|get|received|receive|find|read|download|view|access|contains) … (other|another|someone else|somebody else|stranger*|different|other people's|next door's) … (people|customer|person|patient|name|account|data|invoice|order|address|details|result|record|email|message|file|document|photo|report|family|company|tenant|user|member|payslip|client)
            (not my|a stranger's|another customer's|someone else's|somebody else's)
            without (logging in|a password|being logged in|login|any password); publicly; vulnerab*
            anyone can (see|open|read|download|access); change the (number|id) in the (address|url|link)
            confidential; envelope; paper (list|file); private (data|details|information|photos)
            """),
        family(
            "live scam",
            [
                .category(.technical): 0.35, .category(.general): 0.27, .priority(.urgent): 0.45,
                .sentiment(.negative): 0.42, .sentiment(.positive): 0.25, .escalation(.securityIncident): 0.43,
            ],
            """
            (fake|false|bogus|phony) (site|website|shop|call|email|mail|profile|invoice|letter|sms|text|page|app|advert|ad|account|message|link|number|technician)
            (claim*|pretend*|pos*|says|said|claiming) …2 (to be|he is|she is|they are|from|be) … (you|your|bank|company|support|team)
            in your name; your logo; impersonat*; clicked (the|a|on|that) link
            (gave|given|told|typed|entered) (him|her|them|my|the|it) … (code|pin|password|number|details|card)
            gift cards; remote (access|control)?; teamviewer; anydesk; (on the|another) (line|phone) (with|to|now)
            """),
        family(
            "money moving",
            [
                .category(.bugReport): 0.24, .category(.technical): 0.27, .priority(.urgent): 0.15,
                .escalation(.dataLoss): 0.47,
            ],
            """
            (money|#money|payments|transfers|payouts|wages|funds|savings) … (leav*|going|gone|went|moved|moving|out|disappear*|drain*|sent to|missing)
            emptying; (still|keeps|keep) (climb|run|charg|go|count|debit|tak|buy|book|send|rising)
            every (minute|hour) … (#money|charge|order|more); payout (went|to|account)
            changed (the|our|my) (iban|bank|account|payout)
            """),
        family(
            "data gone",
            [
                .category(.bugReport): 0.39, .category(.technical): 0.19, .priority(.high): 0.4,
                .priority(.urgent): 0.28, .sentiment(.negative): 0.49, .escalation(.securityIncident): 0.18,
                .escalation(.dataLoss): 0.81, .escalation(.repeatedContact): 0.11,
            ],
            """
            (lost|deleted|erased|wiped|gone|vanished|disappeared|overwritten|emptied|missing|empty|corrupted) … (data|files|photos|records|documents|notes|history|contacts|projects|messages|everything|years|months|weeks|work|folder|library|database|entries|recordings|drawings|chats|bookings|patients|members|appointments|thesis|novel|album)
            (data|files|photos|records|documents|notes|history|contacts|projects|messages|everything|folder|library|database|entries|recordings|chats|bookings|patients|members|appointments|thesis|pictures|list|albums|orders) … (gone|lost|deleted|vanished|disappeared|missing|empty|wiped|erased|overwritten|blank|shredded)
            years of; months of (work|data|notes|records); no backup
            backup … (empty|failed|fails|nothing|broken|gone|same); overwrites
            deleting (our|the|all|everything|more)
            """),
        family(
            "fire and shock",
            [
                .category(.bugReport): 0.31, .category(.general): 0.19, .priority(.low): 0.37,
                .priority(.urgent): 0.78, .sentiment(.negative): 0.37, .escalation(.outage): 0.37,
                .escalation(.safety): 0.46,
            ],
            """
            smoke; smoking; fire; flame; burn*; spark*; melt*; hot; overheat*; explo*; electric shock; shock; gas
            carbon monoxide; smell (of)?; fumes; swollen; blew up; singed; scorch*; sizzl*; live wire
            """, negation: .cancels),
        family(
            "bodily harm",
            [
                .category(.bugReport): 0.2, .priority(.high): 0.23, .priority(.urgent): 0.61,
                .sentiment(.negative): 0.47, .escalation(.outage): 0.46, .escalation(.safety): 0.27,
            ],
            """
            injur*; hurt; bleed*; blood; cut (my|his|her|himself|herself); hospital; ambulance; doctor said
            allergic; rash; blister*; chok*; swallow*; poison*; vomit*; sick (after|from|all); fainted; unconscious
            trapped; stuck in (the|a) (lift|elevator); fell; glass in; metal in; shards; mould; burned (my|his|her)
            seizure; insulin; oxygen; stopped breathing; dizzy; collapsed
            """, negation: .cancels),
        family(
            "danger of a device",
            [
                .category(.bugReport): 0.53, .category(.featureRequest): 0.14, .category(.general): 0.15,
                .priority(.urgent): 0.27, .sentiment(.negative): 0.14, .escalation(.safety): 0.41,
                .escalation(.repeatedContact): 0.23,
            ],
            """
            brakes; accelerat*; unlocked (itself|by itself|at night); opens (by itself|on its own)
            came (off|loose|apart); broke off; snapped; sharp; loose (wire|screw|part|magnet|wheel)
            alarm (did not|does not|never|not); dangerous; danger; unsafe; hazard; not safe; safety; recall
            """),
        family(
            "children",
            [
                .category(.featureRequest): 0.19, .category(.general): 0.49, .priority(.urgent): 0.48,
                .sentiment(.negative): 0.35, .escalation(.legalThreat): 0.25,
                .escalation(.securityIncident): 0.18, .escalation(.dataLoss): 0.13, .escalation(.safety): 0.76,
            ],
            """
            child; children; kid; kids; baby; toddler; daughter; son; infant; newborn; year old; month old; school
            nursery
            """),
        family(
            "self-harm",
            [
                .category(.general): 0.16, .priority(.low): 0.1, .priority(.urgent): 0.63,
                .sentiment(.negative): 0.89, .sentiment(.neutral): 0.47, .escalation(.humanRequested): 0.15,
                .escalation(.outage): 0.23, .escalation(.safety): 0.72,
            ],
            """
            suicid*; kill (myself|himself|herself); end (my life|it all|it)
            (no|see no|what is the) (reason|point) (to|in) (live|living|go on|going on|any of it)
            not want to (live|be here|wake up|go on|exist|be alive); harm (myself|himself|herself)
            hurt (myself|himself|herself); better off without me; can not go on
            (jump|bridge|roof|pills|overdose|rope); goodbye letter; everyone would be better; tired of living
            """),
        family(
            "threat of violence",
            [
                .category(.bugReport): 0.3, .category(.featureRequest): 0.32, .priority(.urgent): 0.32,
                .sentiment(.negative): 0.22, .escalation(.securityIncident): 0.2, .escalation(.safety): 0.52,
            ],
            """
            threat*; bomb; kill; shoot; weapon; knife; gun; stalk*; follow* me; at my door; violent
            attack (you|us|them|staff); come (over|down|by) (and|there with); burn (it|you|the|down)
            hurt (you|someone|somebody|people|them); harass*; afraid; restraining order; abus*
            """),
        family(
            "vulnerable",
            [
                .category(.featureRequest): 0.13, .category(.general): 0.29, .priority(.low): 0.13,
                .priority(.high): 0.3, .sentiment(.negative): 0.35, .escalation(.humanRequested): 0.31,
                .escalation(.securityIncident): 0.08, .escalation(.safety): 0.13,
                .escalation(.repeatedContact): 0.22,
            ],
            """
            my (mother|grandmother|father|grandfather|mum|mom|dad|gran); dialysis; disabled; wheelchair; pregnant
            medication; elderly; chemo*; heart; epilep*; diabet*; insulin; hearing aid; deaf; blind; widow*
            pension*; oxygen; i am (#number|eighty|seventy|old)
            """),
    ]
}
