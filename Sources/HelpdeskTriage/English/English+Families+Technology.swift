extension English {
    /// What customers set up and connect.
    static let familiesTechnology: [[TriageRule]] = [
        family(
            "access trouble",
            [
                .category(.bugReport): 0.46, .category(.featureRequest): 0.56, .category(.technical): 0.45,
                .priority(.medium): 0.3, .priority(.high): 0.54, .priority(.urgent): 0.74,
                .sentiment(.negative): 0.67, .sentiment(.neutral): 0.27, .escalation(.humanRequested): 0.13,
                .escalation(.securityIncident): 0.28, .escalation(.outage): 0.15,
                .escalation(.accountAction): 0.23,
            ],
            """
            (log|logging|sign|signing|get|let|getting) (me|us)? (in|into|back in|on); login; password; passcode
            reset link; verification (code|mail|email); locked out
            (account|profile) … (locked|blocked|disabled|suspended); username; authenticator; two-factor; two factor
            2fa; mfa; pin; access denied; captcha; otp; one-time code; sign in; passkey; recovery (code|key)
            """),
        family(
            "settings",
            [
                .category(.bugReport): 0.26, .category(.featureRequest): 0.35, .category(.technical): 0.37,
                .sentiment(.negative): 0.11, .escalation(.humanRequested): 0.17, .escalation(.dataLoss): 0.46,
                .escalation(.safety): 0.2, .escalation(.repeatedContact): 0.11,
            ],
            """
            setting*; set up; setup; configur*; enable; disable; activat*; switch (on|off); turn (on|off); toggle
            preference; permission; role; admin; default; option is; install*; connect; pair; link (my|the|it)
            integrat*; import; export; sync; migrat*; move … (to|from) (a|the|my) new; transfer … to
            """),
        family(
            "interfaces",
            [
                .category(.bugReport): 0.17, .category(.featureRequest): 0.21, .category(.technical): 0.36,
                .priority(.urgent): 0.12, .escalation(.securityIncident): 0.15,
            ],
            """
            api; webhook; endpoint; token; oauth; sdk; csv; json; xml; sql; query; script; header; payload; curl
            plugin; rate limit; cron; docker; kubernetes; container; python; javascript; php; regex; command line
            ssh; git; repository; sandbox; callback; schema; http; key; parameter; request; response; client library
            """),
        family(
            "network words",
            [
                .priority(.high): 0.09, .priority(.urgent): 0.11, .escalation(.outage): 0.23,
                .escalation(.repeatedContact): 0.24, .escalation(.accountAction): 0.12,
            ],
            """
            dns; mx; smtp; imap; ssl; tls; certificate; domain; subdomain; port; firewall; proxy; vpn; sso; saml
            ldap; scim; ip; router; wifi; wi-fi; ethernet; mesh; bluetooth; usb; hdmi; esim; sim; apn; firmware
            driver; bios; nas; server; hosting; cache; cookies; spf; dkim; 5 ghz
            """),
        family(
            "platforms",
            [
                .category(.billing): 0.15, .category(.bugReport): 0.32, .category(.technical): 0.2,
                .priority(.low): 0.09, .priority(.medium): 0.13, .priority(.urgent): 0.14,
                .escalation(.securityIncident): 0.1, .escalation(.safety): 0.15,
            ],
            """
            windows; mac; macos; linux; android; iphone; ipad; ios; chrome; firefox; safari; edge; outlook; excel
            google (calendar|sheets|drive|maps|home); alexa; slack; teams; zapier; wordpress; shopify; salesforce
            apple; microsoft; raspberry; ubuntu
            """),
        family(
            "compatible",
            [
                .category(.bugReport): 0.36, .category(.technical): 0.7, .priority(.low): 0.36,
                .priority(.medium): 0.18, .sentiment(.neutral): 0.36, .escalation(.notNeeded): 0.11,
            ],
            """
            compatib*; work with; works with; fit; fits; support (for)? (usb|the|a|my|windows|linux|mac|our|both)
            requirement; adapter; which (version|model|cable|driver|browser|format)
            """),
        family(
            "devices",
            [
                .category(.bugReport): 0.33, .category(.technical): 0.3, .priority(.high): 0.14,
                .priority(.urgent): 0.22, .sentiment(.negative): 0.45, .sentiment(.neutral): 0.12,
                .escalation(.securityIncident): 0.17, .escalation(.outage): 0.17, .escalation(.safety): 0.13,
                .escalation(.repeatedContact): 0.11,
            ],
            """
            phone; laptop; tablet; printer; scanner; router; camera; headphone; speaker; watch; tv; monitor
            keyboard; mouse; charger; battery; console; thermostat; vacuum; robot; washing machine; dishwasher
            fridge; oven; boiler; drill; coffee machine; scooter; drone; lamp; sensor; hub; remote; terminal; reader
            meter; screen; device; machine; doorbell; controller; lock
            """),
        family(
            "apps",
            [
                .category(.bugReport): 0.64, .category(.featureRequest): 0.55, .category(.technical): 0.38,
                .priority(.medium): 0.11, .priority(.urgent): 0.12, .sentiment(.negative): 0.26,
                .sentiment(.neutral): 0.33, .escalation(.dataLoss): 0.15, .escalation(.outage): 0.17,
                .escalation(.accountAction): 0.11,
            ],
            """
            app; website; site; page; portal; dashboard; platform; system; tool; software; program; form; editor
            database; inbox; calendar; map; search; widget; checkout; browser
            """),
        family(
            "parts of a screen",
            [
                .category(.bugReport): 0.72, .category(.featureRequest): 0.6, .category(.technical): 0.48,
                .category(.general): 0.24, .priority(.urgent): 0.17, .sentiment(.negative): 0.55,
                .sentiment(.neutral): 0.54, .escalation(.dataLoss): 0.14, .escalation(.safety): 0.12,
                .escalation(.repeatedContact): 0.09,
            ],
            """
            button; menu; tab; list; filter; column; row; field; icon; field; popup; sidebar; toolbar; preview; link
            template; report; chart; table; folder; document; attachment; pdf; notification; tag; label; board
            timeline
            """),
        family(
            "own mistake",
            [
                .category(.bugReport): 0.15, .category(.featureRequest): 0.21, .category(.technical): 0.46,
                .priority(.urgent): 0.33, .sentiment(.positive): 0.14, .escalation(.securityIncident): 0.19,
                .escalation(.outage): 0.38,
            ],
            """
            (accidental*|mistaken*|by mistake|by accident|stupid*)
            i (deleted|removed|overwrote|wiped|dropped|formatted|pushed|committed|pasted|leaked|spilled|changed|lost|broke|closed|replaced|ran|merged|unplugged) … (the|my|our|it|wrong|everything)
            we (deleted|overwrote|changed|replaced|dropped|ran); our (intern|own); my (own)? (fault|mistake|script)
            (son|daughter|cat|dog|colleague|intern) (deleted|dropped|removed|pulled|spilled|changed)
            """),
        family(
            "undo or recover",
            [
                .category(.bugReport): 0.42, .priority(.urgent): 0.43, .sentiment(.negative): 0.33,
                .escalation(.securityIncident): 0.1, .escalation(.dataLoss): 0.64, .escalation(.outage): 0.3,
            ],
            """
            undo; recover; restore; get (it|them|that|my) back; (can|could) … (be)? (recovered|restored|undone)
            roll back; backup; bring back
            """),
        family(
            "documentation",
            [
                .category(.technical): 0.95, .category(.general): 0.13, .escalation(.safety): 0.3,
                .escalation(.repeatedContact): 0.1, .escalation(.accountAction): 0.82,
            ],
            """
            (docs|documentation|manual|guide|instructions|tutorial|article|help page|help center|faq|knowledge base)
            step by step; walk me; followed (the|your|all)
            """),
        family(
            "means what",
            [
                .category(.billing): 0.31, .priority(.low): 0.59, .sentiment(.neutral): 0.27,
                .escalation(.notNeeded): 0.13,
            ],
            """
            what (does|do|is) … mean; what … for ?; difference between; explain (what|how|why|to me); meaning of
            plain (words|english)
            """),
    ]
}
