extension English {
    private static func feature(
        _ name: String, _ weight: Double, _ text: String, requires: String = "", unless: String = "",
        negation: TriageRule.Negation = .ignored
    ) -> TriageRule {
        rule(
            .category(.featureRequest), "feature request: \(name)", weight, text, requires: requires, unless: unless,
            negation: negation)
    }

    /// A capability or change that does not exist.
    static let featureRequest: [TriageRule] = [
        feature(
            "named", 4,
            "feature (request|idea|suggestion|proposal|wish); suggest*; product (idea|feedback); ^ idea; (an|my|small|little|one|quick|another) idea; wish list; wishlist; enhancement; improvement; (vote|plus one|put me down) … for; upvote; a thought (for|on)",
            unless: "thank you for your feature request", negation: .cancelsIfDenied),
        feature(
            "would be nice", 3.6,
            """
            would … be … (nice|great|lovely|helpful|useful|cool|awesome|good|handy|amazing|brilliant|fantastic|wonderful|ideal|perfect|neat|super|sweet|appreciated|welcome|a dream|a godsend|a blessing|game changer) …3 (if|to|for|when|could|a|an|with)
            (be|is) (nice|great|lovely|helpful|useful|cool|awesome|good|handy) if (you|there|we|i|it|the|one); would (really)? (help|be a) … if; would make … (happy|easier|life|difference|perfect|better)
            nice to have; would love … (to|if|a|an|the|for); love to (see|have); (i|we) wish; wish (there|you|it|the|i|we); if only; =wish; would be (lovely|great|nice|cool|awesome|handy|useful|helpful) to
            how about; what about (adding|a|making|letting); dream of; would (like|want) to see; please change (that|this|it); would appreciate (a|an|if you add|having)
            """),
        feature(
            "please add", 3.4,
            """
            please … (add|make it possible|consider|bring back|implement|introduce|include|let|allow|give (us|me|users)|put|build|offer|support)
            (could|can|would|will) you …2 (add|implement|introduce|build|make it possible|include|bring back|offer|consider|allow|let|extend|support|put in|enable|teach|develop|create)
            (add|introduce|implement|include) (a|an|the|some|more|support|option*|button|another) … (option|button|setting|mode|filter|feature|field|view|support|format|language|column|shortcut|way|toggle|possibility|theme|widget)
            bring back; (give|let) (me|us|users|people|customers|admins|players) (a|an|the|some|choose|set|decide|pick|hide|sort|change|have|do|turn|switch|export|edit|see|use|block|mute)
            allow (me|us|users|people|customers|admins); (is that|would that be) something you (could|would|might) consider; consider (adding|making|a|an|it|that); put it (in|into|on)
            """,
            unless:
                "let (me|us|her|him|them) (know|see if|start|explain|in|through|tell); add … (card|payment|address|vat|po number|name) to"
        ),
        feature(
            "plans", 3.4,
            """
            any (plan|chance|news|hope|intention) (for|to|of|on|that|you); are there (any)? plans; do you (plan|intend|have plans); (planning|plans|planned) to (add|support|introduce|offer|release|build|bring|implement)
            roadmap; is there a chance (of|that|you|for); (when|will|is) … (be added|be supported|planned|add support|support) ?; in (a|the)? future; you could (offer|add|make|build|include|support|introduce); (weekly|monthly|daily|one|english|german) is (on offer|available|possible|supported); (one|some) day; someday; on the horizon
            """, unless: "(battery|phone|data|calling|family) plan"),
        feature(
            "could it", 2.4,
            """
            could (the|this|it|your|they|there|these|we|i|comments|users|you) …2 (have|show|include|allow|offer|remember|accept|get|also|become|learn) (a|an|the|some|more|also|two|our|my|as)
            could (the|it|they|this|there|that|these|comments|notes|tags|files) …2 be (shared|shown|sorted|grouped|made|moved|optional|hidden|exported|added|bigger|larger|smaller|longer|saved|kept|translated|merged|split|linked|set|printed|read|edited|locked|copied|turned|switched); if there (were|was) (a|an|some|any); (it|that) would …2 help; on your list; (why|do) (do|must)? i have to …5 (each|every|all|again|singly|one by one|separately)
            ^ let (me|us|people|users|customers|admins|him|her|them); (would|could) do with (a|an|some)
            """, unless: "let (me|us|her|him|them) (know|explain|tell|start|see|say|be clear)"),
        feature(
            "missing", 2.8,
            """
            (there is|has|have|with|see|find|be|offer) no (way|option|button|setting|possibility|function|feature|filter|field|dark mode|support|shortcut|toggle|means) …1 (to|for|of|in|on|that)
            no (way|option|button|setting|possibility) (to|of|for); not (yet)? (support|possible|available|implemented|offered|there yet); (=do|=does) not (yet)? (exist|support|offer|allow|let); (you|it|app|that|they|which) (=do|=does) not have (a|an|any|one); not exist; (lack|lacks|lacking); missing (feature|option|function|functionality|button)
            (i|we) (miss|am missing|are missing); what … missing is; support for (the|a|an|dark|rtl|more|other)?; (doesn't|don't) (have|offer) (a|an|any); why (is|are) (there|it|that|this) (no|not); why (can not|can't|do not|does not|is not there|no|not); isn't there (a|an|any|some)
            (you|it|app|which|that|scheduler|editor|form|system) only (=have|=has|offer|support|allow|let|lets|allows); you only have; only have one; and yours doesn't; limited to
            """),
        feature(
            "should be able", 2.8,
            """
            should (not)? (be able|be possible|have to|need to|let|allow|offer|have an|have a|be an|be a|support); shouldn't have to; ought to (be|have|let|allow)
            (i|we) would …2 (like|want|need|love|prefer|appreciate) (a|an|to be able|the option|the ability|to have|some way|it if|more|support|two|separate|another|the possibility|something|to see|that|my)
            (i|we) (want|need) (a|an) (way|option|button|setting|mode|filter|actual|bulk|dark|separate|api for|export to|version); (ability|possibility|option|way) (to|of|for); to be able to; so that (i|we|it|users) (can|could|do not)
            (could|can|may|might) (they|it|there|these|those|this|that) be (shared|shown|sorted|grouped|made|moved|configurable|customizable|optional|hidden|turned|switched|exported|added|bigger|larger|smaller|longer|a|an|automat*|saved|kept|translated|merged|split|linked|set)
            (is|are) (by design)? (bad|annoying|clumsy|tedious|cumbersome|inconvenient); (tedious|cumbersome|clumsy|annoying) to; too many (clicks|taps|steps); one by one; by hand; manually; in one go; all at once; in bulk; bulk (edit|delete|export|import|action|upload)
            """),
        feature(
            "others have it", 2.6,
            "(every|all|most) other (bank|app|tool|service|shop|provider|player|product|platform|program|software|site|company); (other|rival|competing|competitor*) (apps|banks|tools|product*|services|platforms|providers); (competitor|competition|others|everyone else|the other tool) … (has|have|do|does|let|lets|can|offer|offers|support*); like (everyone|everybody) else; (industry|market) standard; accessible version"
        ),
        feature(
            "capabilities", 1.6,
            "dark mode; night mode; sepia; dark theme; =theme; keyboard shortcut; shortcuts; bulk; widget; custom field; customiz*; configurable; personaliz*; digest; tag; sort by; filter by; export to; offline mode; multi-language; multilingual; translation into; (linux|mac|ipad|android|desktop|tablet|web) (version|app|client); apple watch; carplay; android auto; undo; drag and drop; time tracking; recurring; reminder; snooze; templates; screen reader; larger font; bigger font; font size; read aloud; a captcha"
        ),
        feature(
            "rather than", 1.2,
            "rather than; instead of (having|always|one|an|a|every|just); automatic*; as well; additional*; optional*; option; alternative; separate; combine*; configur*"
        ),
    ]
}
