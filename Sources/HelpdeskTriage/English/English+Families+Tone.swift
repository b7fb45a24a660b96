extension English {
    /// How customers sound.
    static let familiesTone: [[TriageRule]] = [
        family(
            "angry words",
            [
                .category(.general): 0.26, .priority(.low): 0.47, .sentiment(.positive): 0.38,
            ],
            """
            angry; furious; ridiculous; unacceptable; disgrac*; disgust*; outrage*; shame*; joke; pathetic; useless
            incompeten*; crap; shit*; damn; hell; fuck*; wtf; ffs; idiot*; stupid; rip-off; rip off; scandal*; liar*
            lied; robbery; thieves; cheat*; worst; terrible; horrible; awful; hate; never again; sick of; fed up
            had enough; garbage; rubbish; bloody; how dare; nonsense; absurd; insult*; farce; mess; clown*; appall*
            shambles; laughable; waste of; wasted
            """),
        family(
            "disappointed",
            [
                .category(.featureRequest): 0.35, .category(.general): 0.83, .priority(.low): 0.31,
                .priority(.high): 0.41, .sentiment(.negative): 0.35, .escalation(.legalThreat): 0.18,
            ],
            """
            disappoint*; frustrat*; annoy*; unhappy; upset; sad; let down; sorry to say; tired of; irritat*
            infuriat*; not (happy|satisfied|pleased|good enough|fair|okay|ok|funny|impressed|amused|what); unfair
            poor; a shame; regret; lost trust; trust; expected more; sadly; unfortunately; such a pity; embarrass*
            humiliat*; ashamed
            """),
        family(
            "worried",
            [
                .category(.bugReport): 0.19, .category(.general): 0.36, .priority(.low): 0.5,
                .sentiment(.positive): 0.34, .escalation(.notNeeded): 0.08,
                .escalation(.repeatedContact): 0.23,
            ],
            """
            worr*; afraid; scared; frighten*; panic*; anxious; nervous; stress*; desperat*; cry*; cried; tears
            shak*; shaking; can not sleep; sleepless; losing (my mind|it|sleep); i do not know what (to|else)
            at (a|my) (loss|wits*); helpless; terrified; exhaust*; overwhelm*; please please; i beg; begging
            please help; help me; in a panic; heart (is)? (racing|pounding|sank)
            """),
        family(
            "sarcastic",
            [
                .category(.bugReport): 0.6, .priority(.medium): 0.36, .sentiment(.negative): 0.47,
                .sentiment(.positive): 0.3, .escalation(.notNeeded): 0.21,
            ],
            """
            (great|good|nice|brilliant|wonderful|lovely|fantastic|amazing|excellent|super|impressive|congratulations|bravo|well done|charming|marvelous|splendid) … (crash*|broke*|again|lost|wrong|nothing|delet*|ruin*|charge*|except|third|fail*|wait*|late|three|four|six|weeks|hours|dead|gone|empty)
            thanks for nothing; (how|so) (kind|generous|thoughtful|convenient|lovely|nice|clever) of
            what a (joy|treat|surprise|service|company|shame|joke|relief); slow clap
            oh (great|good|joy|wonderful|how|look); of course; apparently; supposedly; so-called; clearly; obviously
            genius; bravo; as (always|usual|ever)
            """),
        family(
            "rhetorical",
            [
                .category(.bugReport): 0.32, .category(.featureRequest): 0.79, .priority(.low): 0.22,
                .sentiment(.negative): 0.47, .sentiment(.positive): 0.97, .escalation(.notNeeded): 0.14,
                .escalation(.repeatedContact): 0.49,
            ],
            """
            why (on earth|would|should|do i|is it so|can not|does nobody|must)
            how (hard|difficult|is it possible|can it|can you|is that|are we|am i)
            what (is the point|kind of|am i paying|do i pay|exactly)
            do you (even|really|think|ever|people|expect|honestly)
            is (anyone|anybody|somebody) (there|home|reading|even|actually); seriously
            are you (serious|kidding|joking); honestly; really
            """),
        family(
            "accusing",
            [
                .category(.billing): 0.27, .category(.general): 0.27, .priority(.high): 0.18,
                .sentiment(.negative): 0.27, .escalation(.legalThreat): 0.32,
            ],
            """
            you (have|are|did|do|keep|people|took|charged|promised|sold|sent|told|ignore|lost|broke|ruined|never|still|just|lot|guys) … (not|never|still|again|me|my|our|us|wrong|nothing)
            your (company|fault|mistake|problem|so-called|useless|people|lot|own|system|bot)
            nobody (cares|told|asked|knows|warned|informed|tells|helps)
            without (asking|telling|warning|notice|my consent|permission|explanation|a word); promised; supposed to
            should not have to; (have|had) to (wait|pay|beg|explain|chase|repeat)
            """),
        family(
            "still broken",
            [
                .category(.billing): 0.3, .category(.bugReport): 0.25, .category(.featureRequest): 0.21,
                .priority(.medium): 0.23, .priority(.high): 0.3, .sentiment(.negative): 0.3,
                .escalation(.notNeeded): 0.19, .escalation(.dataLoss): 0.24, .escalation(.safety): 0.08,
                .escalation(.repeatedContact): 0.31, .escalation(.disputedLargeSum): 0.23,
            ],
            """
            still (not|no|does|broken|the same|nothing|waiting|wrong|happens|have not|can not|get|see|shows|there|down|going)
            again; yet; every (single)? (day|time|week|morning|night|month)
            keeps (crash*|happening|failing|drop*|asking|freez*); for (hours|days|weeks|months|ages|years)
            hours (on|of|in|lost|wasted|later); all (day|week|morning|afternoon|night|weekend)
            since (monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last)
            """),
        family(
            "lost because",
            [
                .category(.billing): 0.58, .priority(.high): 0.1, .escalation(.notNeeded): 0.15,
                .escalation(.repeatedContact): 0.28, .escalation(.accountAction): 0.42,
            ],
            """
            (lost|losing|cost|costs|costing|missed|miss|ruin*|spoil*|destroy*|damaged) (me|us|my|our|a|the|money|customers|sales|business|hours|#money|half|everything|two|three|an|all)
            (job|interview|client|deal|customer|sale|holiday|birthday|wedding) … (lost|ruined|missed|gone|cancelled)
            out of pocket; damages; compensation
            """),
        family(
            "money hardship",
            [
                .category(.bugReport): 0.3, .priority(.high): 0.19, .escalation(.repeatedContact): 0.19,
            ],
            """
            can not afford; (rent|mortgage|food|bills|wages) …3 (pay|due|bounced|unpaid|late|now|can not|not)
            overdrawn; bounced; pension; (no|not) money (for|left|to); last #money; my savings; student budget
            single (mother|mum|father|parent)
            """),
        family(
            "smiles",
            [
                .priority(.low): 0.92, .sentiment(.positive): 0.78,
            ],
            "#glad"),
        family(
            "e-mail opening",
            [
                .category(.billing): 0.27, .category(.bugReport): 0.13, .category(.technical): 0.22,
                .category(.general): 0.23, .priority(.medium): 0.35, .sentiment(.neutral): 0.32,
                .escalation(.notNeeded): 0.11, .escalation(.safety): 0.15, .escalation(.disputedLargeSum): 0.2,
            ],
            """
            ^ hello; ^ hi; ^ dear (sir|sirs|team|madam|support|customer|all); good (morning|afternoon|evening|day)
            hiya; hey
            """),
        family(
            "formal",
            [
                .category(.bugReport): 0.11, .category(.general): 0.52, .priority(.low): 0.12,
                .priority(.high): 0.2, .priority(.urgent): 0.34, .sentiment(.negative): 0.36,
                .escalation(.humanRequested): 0.26, .escalation(.legalThreat): 0.29,
                .escalation(.securityIncident): 0.32, .escalation(.outage): 0.1, .escalation(.safety): 0.39,
                .escalation(.disputedLargeSum): 0.12,
            ],
            """
            dear (sir|sirs|madam); sir; madam; sirs; yours; regards; herewith; hereby; enclosed; attached; pursuant
            accordingly; request that; (i|we) (am|are) writing; in accordance; respectfully
            """),
    ]
}
