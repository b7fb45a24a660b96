extension English {
    /// How-to, set-up, configuration, integration, access, compatibility.
    static let technical: [TriageRule] = [
        rule(
            .category(.technical), "technical: how to", 0.28,
            """
            how (do|can|would|should|could|does|did) (i|we|you|one|it|this|the|that); how to
            how … (from|on|in|with) ?
            (what|which) (do|should|must|can) (i|we) (do|enter|put|use|choose|select|set|need|type|click|press)
            (walk|guide|talk) me through; step by step; instructions; tutorial; documentation; docs; manual; guide
            (is|am) (it|there|i) … possible to
            """,
            unless: """
                how (do|can) (i|we) (get|come|reach) to (your|the); invoice; refund; subscription; receipt; cancel
                payment; credit card; parcel; my order; price
                """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: where", 0.36,
            """
            where (do|can|is|are|did|would|should) (i|we|the|that|mine|my) …4 (find|set|change|enter|switch|turn|see|configure|download|add|put|edit|get|look|enable|disable|setting|button|menu|stored|kept|moved|hidden|export*|upload|paste)
            where (do|can) (i|we) (find|see|get|change|set|enter); what (is|are) … (difference|mean|for) ?
            what (does|do) … (mean|do) ?; difference between
            """,
            unless: """
                invoice; refund; subscription; receipt; cancel; payment; credit card; parcel; my order; price
                """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: access", 0.99,
            """
            (can not|cannot|could not|unable to|not|trouble|problem|fail*|impossible to|trying to|try to|how to|how do i|help … to) … (log in|login|log on|sign in|get in|get into|access)
            (forgot|forget|forgotten|reset|change|recover|lost|set|new|wrong|enter|remember|old|accept) … (password|passcode|pin|username|passphrase)
            reset (link|mail|email|code|page)
            (verification|security|confirmation|activation|login|backup|recovery|one-time|sms|access) (code|link|mail|email|text)
            lock* (me|us|him|her|them)? out; (unlock|lock) … account
            (account|profile) … (lock*|block*|disabl*|suspend*|deactivat*)
            (no|not|lost|lose|regain|get|without|have) access
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: access, loosely", 0.31,
            """
            login; log in; sign in; password; two-factor; two factor; 2fa; authenticator; =pin; puk; user name
            authenticat*; passkey; fingerprint; sign up
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: set-up", 0.57,
            """
            set (it|this|that|them|one|my|the|up)? …2 up; setup; set-up; install*; configure*; configur*
            connect (my|the|it|to|a|an|two|your|with|both|our); connecting; pair*; integrat*; migrat*; deploy*
            provision*; hook up; wire; wiring; mount
            (transfer|move|copy|get|bring) … (phone|device|laptop|computer|chats|contacts|data|photo*|server|account|profile)
            (enable|disable|activat*|deactivat*|turn on|turn off|switch on|switch off|turn … off|switch … off|turn … on|toggle)
            setting; permission; =role; roles; reset (it|the|to); calibrat*
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: interfaces", 0.81,
            """
            =api; sdk; webhook; endpoint; token; api key
            (public|private|secret|ssh|license|licence|activation|product) key; xml; header; payload; script
            scripting; cron; php; excel; zapier; wordpress; rate limit; rate-limit*; quota; sandbox; staging; cors
            401
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: network and systems", 0.77,
            """
            dns; spf; dkim; cname; tls; certificate; domain; nameserver; port; ports; vpn; sso; saml; ldap; router
            wifi; lan; mesh; esim; apn; nfc; bluetooth; usb; hdmi; =windows; mac; android; browser; cache
            smart (tv|home|meter); outlook; raspberry; backup; rollback
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: compatibility", 0.28,
            """
            compatib*
            (work|works|working|use|usable|used|run|runs) (it|this|that|them|the @device|the app)? (with|on|under|together with|abroad|offline|in two|on two|without)
            (does|do|will|would|can) (it|this|that|they|the|your|my) …4 (fit|work|run|support|connect|read|handle|play) ?
            which (version|model|browser|format|system|device|cable|adapter|port|driver|os|setting|option)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: own doing", 0.38,
            """
            (accidental*|mistaken*|inadvertent*|by accident|by mistake|stupidly|foolishly)
            (i|we|my son|my cat|our intern|a colleague|colleague|intern) …2 (delete|remove|overwrote|overwritten|wipe|drop|format|push|commit|paste|leak|spill|unplug|misconfigur*|ran|run|broke|lose|lost|reset) … (the|my|our|it|everything|production)
            my (own)? script; (ran|run|running) … (script|command|migration|query)
            (dropped|lost|broke|washed) my (phone|laptop|device|token|key)
            """,
            unless: "by mistake (you|they)",
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: functions", 0.55,
            """
            import; upload; download; sync; restor*; recover*; format*; merg*; embed*; redirect*; forward*
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: question about a setting", 0.98,
            """
            (what|which|where) … (enter|setting|box|field|switch|option|value|port|mode|driver|plug|socket|cable) ?
            (which|what) (menu|tab|page|screen|button|folder|file|command|app) ?
            (tolerate|need) … (volt|v|ohm|amp|watt|resistor|adapter|fuse) ?
            (do|does|can|could|should|must|may) (i|we|one|it|you) …3 (enter|add|use|put|set|type|choose|run|plug|charge|wire|mount|replace|clean|remove|rotate|restore|undo|open|connect) ?
            (can|could) (it|that|they|these|the thing) be (restored|recovered|undone|run|used|changed|taught|set|moved|connected|cleaned|repaired|reset|installed) ?
            """,
            negation: .ignored),
        rule(
            .category(.technical), "technical: device", 0.12,
            "@device",
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: question about a thing", 0.44,
            "(can|could|does|do|will|is|are|would) (the|this|my|your|these|a) …2 (@device|@software) ?",
            negation: .ignored),
        rule(
            .category(.technical), "technical: trouble with a thing", 0.48,
            """
            (@device|@software) … (ask|want|say|tell|prompt|require|expect|complain|grey* out|gray* out)
            (ask*|prompt*) (me|us) (for|to); not (connect|find|recognize|detect|pair|accept|let me)
            my (router|phone|laptop|printer|tv|browser|computer|tablet)
            """,
            negation: .cancelsIfDenied),
        rule(
            .category(.technical), "technical: words that tell", 0.57,
            "code; do i; lock; network; open; waiting",
            negation: .ignored,
            addsUp: true),
        rule(
            .category(.technical), "technical: words that hint", 0.21,
            """
            again; and i am; and i have; can the; check; controller; device; does it; file; flat; have read
            i am the; i have read; is there; mean; own; pass; passport; password; portal; return; someone; support
            the app; the wrong; through; work; would like
            """,
            negation: .ignored,
            addsUp: true),
    ]
}
