extension English {
    /// A capability or change that does not exist.
    static let featureRequest: [TriageRule] = [
        rule(
            .category(.featureRequest), "feature request: named", 1.21,
            """
            suggest*; ^ idea; (an|my|small|little|one|quick|another) idea; wish list; wishlist
            (vote|plus one|put me down) … for; a thought (for|on)
            """,
            unless: "thank you for your feature request",
            negation: .cancelsIfDenied),
        rule(
            .category(.featureRequest), "feature request: would be nice", 0.69,
            """
            would … be … (nice|great|lovely|helpful|useful|cool|awesome|good|handy|amazing|brilliant|fantastic|wonderful|ideal|perfect|neat|super|sweet|appreciated|welcome|a dream|a godsend|a blessing|game changer) …3 (if|to|for|when|could|a|an|with)
            (be|is) (nice|great|lovely|helpful|useful|cool|awesome|good|handy) if (you|there|we|i|it|the|one)
            would (really)? (help|be a) … if; would make … (happy|easier|life|difference|perfect|better)
            nice to have; would love … (to|if|a|an|the|for); wish (there|you|it|the|i|we); =wish
            what about (adding|a|making|letting); dream of; would (like|want) to see
            """,
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: please add", 1.13,
            """
            please … (add|make it possible|consider|bring back|implement|introduce|include|let|allow|give (us|me|users)|put|build|offer|support)
            (could|can|would|will) you …2 (add|implement|introduce|build|make it possible|include|bring back|offer|consider|allow|let|extend|support|put in|enable|teach|develop|create)
            (add|introduce|implement|include) (a|an|the|some|more|support|option*|button|another) … (option|button|setting|mode|filter|feature|field|view|support|format|language|column|shortcut|way|toggle|possibility|theme|widget)
            bring back
            (give|let) (me|us|users|people|customers|admins|players) (a|an|the|some|choose|set|decide|pick|hide|sort|change|have|do|turn|switch|export|edit|see|use|block|mute)
            allow (me|us|users|people|customers|admins); consider (adding|making|a|an|it|that); put it (in|into|on)
            """,
            unless: """
                let (me|us|her|him|them) (know|see if|start|explain|in|through|tell)
                add … (card|payment|address|vat|po number|name) to
                """,
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: plans", 1.12,
            """
            any (plan|chance|news|hope|intention) (for|to|of|on|that|you); are there (any)? plans
            do you (plan|intend|have plans); roadmap; is there a chance (of|that|you|for)
            (when|will|is) … (be added|be supported|planned|add support|support) ?
            you could (offer|add|make|build|include|support|introduce); (one|some) day; someday
            """,
            unless: "(battery|phone|data|calling|family) plan",
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: could it", 0.27,
            """
            could (the|this|it|your|they|there|these|we|i|comments|users|you) …2 (have|show|include|allow|offer|remember|accept|get|also|become|learn) (a|an|the|some|more|also|two|our|my|as)
            could (the|it|they|this|there|that|these|comments|notes|tags|files) …2 be (shared|shown|sorted|grouped|made|moved|optional|hidden|exported|added|bigger|larger|smaller|longer|saved|kept|translated|merged|split|linked|set|printed|read|edited|locked|copied|turned|switched)
            if there (were|was) (a|an|some|any); (it|that) would …2 help; on your list
            ^ let (me|us|people|users|customers|admins|him|her|them)
            """,
            unless: "let (me|us|her|him|them) (know|explain|tell|start|see|say|be clear)",
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: missing", 1.23,
            """
            (there is|has|have|with|see|find|be|offer) no (way|option|button|setting|possibility|function|feature|filter|field|dark mode|support|shortcut|toggle|means) …1 (to|for|of|in|on|that)
            no (way|option|button|setting|possibility) (to|of|for)
            not (yet)? (support|possible|available|implemented|offered|there yet)
            (=do|=does) not (yet)? (exist|support|offer|allow|let); not exist; (lack|lacks|lacking)
            (i|we) (miss|am missing|are missing); what … missing is; why (is|are) (there|it|that|this) (no|not)
            why (can not|can't|do not|does not|is not there|no|not); you only have; limited to
            """,
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: should be able", 0.68,
            """
            should (not)? (be able|be possible|have to|need to|let|allow|offer|have an|have a|be an|be a|support)
            (i|we) would …2 (like|want|need|love|prefer|appreciate) (a|an|to be able|the option|the ability|to have|some way|it if|more|support|two|separate|another|the possibility|something|to see|that|my)
            (i|we) (want|need) (a|an) (way|option|button|setting|mode|filter|actual|bulk|dark|separate|api for|export to|version)
            (ability|possibility|option|way) (to|of|for); to be able to
            (could|can|may|might) (they|it|there|these|those|this|that) be (shared|shown|sorted|grouped|made|moved|configurable|customizable|optional|hidden|turned|switched|exported|added|bigger|larger|smaller|longer|a|an|automat*|saved|kept|translated|merged|split|linked|set)
            one by one; by hand; in one go; bulk (edit|delete|export|import|action|upload)
            """,
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: others have it", 0.89,
            """
            (other|rival|competing|competitor*) (apps|banks|tools|product*|services|platforms|providers)
            (competitor|competition|others|everyone else|the other tool) … (has|have|do|does|let|lets|can|offer|offers|support*)
            """,
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: capabilities", 0.77,
            """
            dark mode; dark theme; =theme; keyboard shortcut; shortcuts; bulk; widget; custom field; tag; sort by
            filter by; export to; drag and drop; recurring; reminder; snooze; templates; screen reader
            """,
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: rather than", 0.81,
            "optional*; option; separate",
            negation: .ignored),
        rule(
            .category(.featureRequest), "feature request: words that tell", 0.57,
            """
            a single; can not; can not be; could be; could the; ever; every; have no; is no; make it; switch
            ^ we would; would be
            """,
            negation: .ignored,
            addsUp: true),
        rule(
            .category(.featureRequest), "feature request: words that hint", 0.23,
            """
            add; after tomorrow; contract; day after tomorrow; idea; if there; if there is; if you; ^ if you; is not
            language; limit; maybe; meet; missing; need; need a; offer; one in; please; possible; right now; share
            signature; there is no; version; we are; we need; we would; when the; without; would you
            """,
            negation: .ignored,
            addsUp: true),
    ]
}
