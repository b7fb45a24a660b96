extension English {
    private static func technical(
        _ name: String, _ weight: Double, _ text: String, requires: String = "", unless: String = "",
        negation: TriageRule.Negation = .cancelsIfDenied
    ) -> TriageRule {
        rule(
            .category(.technical), "technical: \(name)", weight, text, requires: requires, unless: unless,
            negation: negation)
    }

    /// With these the customer asks how to go about money or goods, not technology.
    private static let money =
        "invoice; refund; subscription; receipt; cancel; payment; credit card; parcel; my order; price"

    /// How-to, set-up, configuration, integration, access, compatibility.
    static let technical: [TriageRule] = [
        technical(
            "how to", 1.8,
            "how (do|can|would|should|could|does|did) (i|we|you|one|it|this|the|that); how to; how … (from|on|in|with) ?; (what|which) (do|should|must|can) (i|we) (do|enter|put|use|choose|select|set|need|type|click|press); (walk|guide|talk) me through; step by step; instructions; tutorial; documentation; docs; manual; guide; (is|am) (it|there|i) … possible to",
            unless: "how (do|can) (i|we) (get|come|reach) to (your|the); " + money),
        technical(
            "where", 1.7,
            "where (do|can|is|are|did|would|should) (i|we|the|that|mine|my) …4 (find|set|change|enter|switch|turn|see|configure|download|add|put|edit|get|look|enable|disable|setting|button|menu|stored|kept|moved|hidden|export*|upload|paste); where (do|can) (i|we) (find|see|get|change|set|enter); can not find (the|where|a|my) …3 (button|setting|menu|option|page|field|key|code); what (is|are) … (difference|mean|for) ?; what (does|do) … (mean|do) ?; difference between",
            unless: money
        ),
        technical(
            "access", 2.9,
            """
            (can not|cannot|could not|unable to|not|trouble|problem|fail*|impossible to|trying to|try to|how to|how do i|help … to) … (log in|login|log on|sign in|get in|get into|access)
            (forgot|forget|forgotten|reset|change|recover|lost|set|new|wrong|enter|remember|old|accept) … (password|passcode|pin|username|passphrase); reset (link|mail|email|code|page)
            (verification|security|confirmation|activation|login|backup|recovery|one-time|sms|access) (code|link|mail|email|text); lock* (me|us|him|her|them)? out; (unlock|lock) … account
            (account|profile) … (lock*|block*|disabl*|suspend*|deactivat*); (no|not|lost|lose|regain|get|without|have) access; access (denied|right*); can not access; workspace url; invalid credentials
            """),
        technical(
            "access, loosely", 1.3,
            """
            login; logon; log in; sign in; signin; sign-on; password; passcode; passphrase; two-factor; two factor; 2fa; mfa; authenticator; otp; =pin; puk; username; user name; user id; credentials; captcha; security question; authenticat*; passkey; fingerprint; face id; sign up
            """),
        technical(
            "taken over", 2.8,
            """
            hack*; taken over; take over; hijack*; compromis*; phish*; (someone|somebody|stranger|intruder|ex|who) … (in|into|access to|logged in|changed) … (account|mailbox|profile|email|password|system|network|router|camera)
            (unknown|strange|new|foreign|suspicious|unfamiliar) (device|login|admin|session|sign-in|location|user); throw (them|him|her) out; kick (them|him|her) out; (login|logins|signed in|logged in) from (a|another|some|china|russia|abroad)
            """),
        technical(
            "set-up", 1.9,
            """
            set (it|this|that|them|one|my|the|up)? …2 up; setup; set-up; install*; reinstall*; configure*; configur*; connect (my|the|it|to|a|an|two|your|with|both|our); connecting; pair*; integrat*; migrat*; onboard*; deploy*; provision*; hook up; wire; wiring; mount
            (transfer|move|copy|get|bring) … (phone|device|laptop|computer|chats|contacts|data|photo*|server|account|profile)
            (enable|disable|activat*|deactivat*|turn on|turn off|switch on|switch off|turn … off|switch … off|turn … on|toggle); setting; permission; =role; roles; admin rights; reset (it|the|to); factory reset; calibrat*; descal*; program the
            """),
        technical(
            "interfaces", 1.7,
            """
            =api; =apis; rest (endpoint|api|interface|call); graphql; sdk; webhook; endpoint; oauth; token; api key; (public|private|secret|ssh|license|licence|activation|product) key; json; csv; xml; yaml; sql; query; =curl; http; https; header; payload; script; scripting; cron; code snippet; library; package manager; npm; pip; docker; kubernetes; container; cluster; cli; command line; terminal command; regex; python; javascript; java; php; swift; postgres*; mysql; mongodb; redis; excel; macro; zapier; slack; microsoft teams; salesforce; shopify; wordpress; rate limit; rate-limit*; quota; sandbox; staging; request body; callback url; redirect uri; cors; 401; 403; 404; 429; unauthorized; forbidden
            """),
        technical(
            "network and systems", 1.5,
            """
            dns; mx; spf; dkim; cname; smtp; imap; pop3; ssl; tls; certificate; domain; subdomain; nameserver; port; ports; firewall; proxy; vpn; sso; saml; ldap; active directory; azure; entra; scim; ip address; static ip; bandwidth; router; wifi; wi-fi; wlan; ethernet; lan; mesh; access point; hotspot; esim; sim; apn; nfc; bluetooth; usb; usb-c; hdmi; firmware; (printer|graphics|video|audio) driver; bios; =windows; macos; mac; linux; ubuntu; ios; android; chrome; firefox; safari; browser; cache; cookies; smart (tv|home|meter); homekit; alexa; google home; thunderbird; outlook; raspberry; =nas; server; backup; snapshot; rollback; sd card; hard drive; codec
            """),
        technical(
            "compatibility", 2.4,
            "compatib*; (work|works|working|use|usable|used|run|runs) (it|this|that|them|the @device|the app)? (with|on|under|together with|abroad|offline|in two|on two|without); (support|supports|supported) ?; (system|minimum|hardware) requirements; (does|do|will|would|can) (it|this|that|they|the|your|my) …4 (fit|work|run|support|connect|read|handle|play) ?; which (version|model|browser|format|system|device|cable|adapter|port|driver|os|setting|option)"
        ),
        technical(
            "own doing", 2,
            "(accidental*|mistaken*|inadvertent*|by accident|by mistake|stupidly|foolishly); (i|we|my son|my cat|our intern|a colleague|colleague|intern) …2 (delete|remove|overwrote|overwritten|wipe|drop|format|push|commit|paste|leak|spill|unplug|misconfigur*|ran|run|broke|lose|lost|reset) … (the|my|our|it|everything|production); my (own)? script; (ran|run|running) … (script|command|migration|query); wrong (project|folder|branch|table|server|environment|button|partition); (dropped|lost|broke|washed) my (phone|laptop|device|token|key)",
            unless: "by mistake (you|they)"),
        technical(
            "functions", 1.1,
            "import; export; upload; download; synchroniz*; sync; restor*; recover*; format*; convert*; merg*; embed*; redirect*; forward*"
        ),
        technical(
            "question about a setting", 2,
            """
            (what|which|where) … (enter|setting|box|field|switch|option|value|port|mode|driver|plug|socket|cable) ?; (which|what) (menu|tab|page|screen|button|folder|file|command|app) ?; (tolerate|need) … (volt|v|ohm|amp|watt|resistor|adapter|fuse) ?
            (do|does|can|could|should|must|may) (i|we|one|it|you) …3 (enter|add|use|put|set|type|choose|run|plug|charge|wire|mount|replace|clean|remove|rotate|restore|undo|open|connect) ?; plain words; in words for
            (can|could) (it|that|they|these|the thing) be (restored|recovered|undone|run|used|changed|taught|set|moved|connected|cleaned|repaired|reset|installed) ?
            """, negation: .ignored),
        technical("device", 0.6, "@device"),
        technical(
            "question about a thing", 1.5,
            "(can|could|does|do|will|is|are|would) (the|this|my|your|these|a) …2 (@device|@software) ?",
            negation: .ignored),
        technical(
            "question", 0.4,
            "^ (can|could|does|do|is|are|will|how|where|which|what|may) ?; is it possible ?; do (i|we) (have|need) to ?",
            negation: .ignored),
        technical(
            "trouble with a thing", 1,
            "(@device|@software) … (ask|want|say|tell|prompt|require|expect|complain|grey* out|gray* out); (ask*|prompt*) (me|us) (for|to); grey* out; gray* out; not (connect|find|recognize|detect|pair|accept|let me); my (router|phone|laptop|printer|tv|browser|computer|tablet)"
        ),
    ]
}
