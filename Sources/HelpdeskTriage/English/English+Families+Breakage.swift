extension English {
    /// How customers say that something does not do what it should.
    static let familiesBreakage: [[TriageRule]] = [
        family(
            "crashes",
            [
                .category(.bugReport): 0.32, .sentiment(.negative): 0.18, .escalation(.notNeeded): 0.21,
                .escalation(.outage): 0.37,
            ],
            """
            crash; freeze; =hangs; =hanging; hung; (black|white|blank|blue|empty|gray) (screen|page); spinn*
            stuck (on|at|in); restarts; reboot; shuts down; quits; (closes|closed) itself; unresponsive
            """, negation: .cancels),
        family(
            "error message",
            [
                .category(.billing): 0.16, .category(.bugReport): 0.44, .category(.technical): 0.11,
                .priority(.low): 0.54, .priority(.medium): 0.09, .priority(.urgent): 0.22,
                .sentiment(.neutral): 0.11, .escalation(.outage): 0.27, .escalation(.accountAction): 0.08,
            ],
            """
            error; exception; failed; fails; failure; fault; bug; glitch
            (says|shows|get|got|getting) … (error|failed|invalid|denied|unavailable); #code; #trace
            (500|502|503|504|404|403|401); timeout; times out
            """),
        family(
            "not working",
            [
                .category(.bugReport): 0.53, .category(.featureRequest): 0.12, .category(.technical): 0.25,
                .priority(.high): 0.36, .sentiment(.negative): 0.17, .escalation(.notNeeded): 0.14,
                .escalation(.humanRequested): 0.09, .escalation(.repeatedContact): 0.2,
            ],
            """
            not (work|start|open|load|respond|print|charge|sync|connect|save|play|show|appear|update|send|ring|turn|switch|react|function|register|count|go through|come through)
            (stopped|stops|quit) (work|respond|sync|send|charge|record|print|play|show|receiv|load)
            no longer (work|open|load|show|print|start|possible); (does|do|did) nothing
            nothing (happens|works|loads|opens|prints|comes)
            """),
        family(
            "stopped",
            [
                .category(.technical): 0.13, .priority(.low): 0.13, .priority(.high): 0.24,
                .priority(.urgent): 0.29, .sentiment(.negative): 0.42, .sentiment(.positive): 0.33,
                .escalation(.securityIncident): 0.14, .escalation(.dataLoss): 0.42, .escalation(.outage): 0.18,
                .escalation(.safety): 0.34, .escalation(.disputedLargeSum): 0.18,
            ],
            """
            stopped; stops (work*|at|after|in); quit; gave up; died; is dead; gone dead; broke; broken; kaput
            defective; faulty
            """),
        family(
            "wrong result",
            [
                .category(.bugReport): 0.35, .priority(.urgent): 0.09, .escalation(.dataLoss): 0.41,
                .escalation(.repeatedContact): 0.11,
            ],
            """
            wrong (date|time|total|name|number|price|amount|result|order|language|currency|person|file|address|customer|unit|day|hour|side|way|page|size|color|model|item|one|currency)
            shows (the)? (wrong|old|zero|nothing|twice|double|#number|yesterday|a|an|me)
            (is|are) (off|wrong|incorrect) by; adds up; does not add up; miscalculat*; incorrect; inaccurate
            duplicat*; doubled; mixed up; upside down; garbled; gibberish; cut off; swapped; sorted wrong; rounded
            """),
        family(
            "displays",
            [
                .category(.billing): 0.15, .category(.bugReport): 0.57, .category(.technical): 0.14,
                .priority(.medium): 0.3, .priority(.high): 0.15, .sentiment(.negative): 0.14,
                .escalation(.notNeeded): 0.09, .escalation(.repeatedContact): 0.16,
                .escalation(.accountAction): 0.33,
            ],
            """
            (says|reads|shows|displays|prints|claims|lists|reports|marked|insists) … (though|although|but|instead|when|while|even|as|not)
            should (be|say|show|read|have been); (it|screen|page|app|display|report) (says|shows|reads)
            """),
        family(
            "since the update",
            [
                .category(.bugReport): 0.56, .priority(.high): 0.3, .priority(.urgent): 0.22,
                .sentiment(.negative): 0.24, .escalation(.notNeeded): 0.16, .escalation(.dataLoss): 0.3,
                .escalation(.outage): 0.45,
            ],
            """
            (since|after|following|ever since) … (update|upgrade|version|release|migration|patch|firmware|switch|redesign|maintenance|change)
            new (version|release|app|update|firmware); (the|your|latest|last|recent) update
            since (this|yesterday|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|about|around|#time|#number|noon|midnight|lunch)
            rolled (back|out)
            """),
        family(
            "every time",
            [
                .category(.billing): 0.3, .category(.featureRequest): 0.17, .category(.technical): 0.22,
                .priority(.medium): 0.16, .priority(.high): 0.28, .sentiment(.negative): 0.22,
                .escalation(.securityIncident): 0.22, .escalation(.repeatedContact): 0.28,
                .escalation(.disputedLargeSum): 0.3,
            ],
            """
            every time; each time
            (whenever|when|as soon as|once|if) (i|we|you|it) (click|tap|press|open|scroll|save|type|select|print|upload|rotate|try|plug|turn|switch|drag|zoom|add|delete|swipe|play|hit|go|move)
            always; reproduc*; steps to; expected; every (second|other|third|few)
            """),
        family(
            "on some devices",
            [
                .category(.bugReport): 0.67, .category(.technical): 0.71, .priority(.high): 0.19,
                .escalation(.notNeeded): 0.14,
            ],
            """
            (in|on|with) (chrome|firefox|safari|edge|android|ios|windows|mac|linux|iphone|ipad|macos|my (phone|laptop|tablet))
            version #number; same on; works (fine)? on
            on (both|all|two|three|every|any|different|another) (device|browser|phone|computer|machine|laptop)
            """),
        family(
            "machine by itself",
            [
                .category(.bugReport): 0.55, .category(.featureRequest): 0.45, .priority(.urgent): 0.35,
                .sentiment(.negative): 0.41, .escalation(.humanRequested): 0.21, .escalation(.dataLoss): 0.21,
                .escalation(.safety): 0.42,
            ],
            """
            by itself; on its own; itself; random*; out of nowhere; for no reason; suddenly; all of a sudden
            intermittent*
            keeps (drop|restart|disconnect|crash|los|jump|ask|beep|turn|switch|log|freez|stop|blink|reset); flicker*
            beep*; blink*; buzz*; rattl*; leak*; drip*
            """),
        family(
            "vanished",
            [
                .category(.bugReport): 0.13, .category(.technical): 0.12, .category(.general): 0.2,
                .priority(.medium): 0.19, .priority(.high): 0.54, .priority(.urgent): 0.42,
                .sentiment(.negative): 0.61, .sentiment(.neutral): 0.25, .escalation(.dataLoss): 0.49,
                .escalation(.safety): 0.13, .escalation(.disputedLargeSum): 0.11,
            ],
            """
            disappear*; vanish*; (is|are|was|were) gone; missing; empty; wiped; lost (all|my|our|the|everything)
            blank; deleted itself; nowhere to be (found|seen); not there any more
            """),
        family(
            "it used to work",
            [
                .category(.technical): 0.19, .category(.general): 0.82, .sentiment(.negative): 0.55,
                .sentiment(.neutral): 0.29, .escalation(.dataLoss): 0.23,
            ],
            """
            used to; worked (fine|before|until|yesterday|perfectly|for)
            until (yesterday|last|this|the update|monday|tuesday|today); (until|before) then it
            before the (update|change|move); any more; no longer
            """),
        family(
            "tried fixes",
            [
                .category(.bugReport): 0.64, .category(.technical): 0.35, .priority(.medium): 0.26,
                .priority(.high): 0.59, .escalation(.notNeeded): 0.16, .escalation(.repeatedContact): 0.36,
            ],
            """
            (tried|done|did) …3 (restart|reinstall|reset|reboot|turn|unplug|clear|another|different|everything|all|both|cable|cache|private|incognito)
            restarted; reinstalled; unplugged; cleared (the|my) (cache|cookies); factory reset
            swapped the (cable|battery)
            """),
        family(
            "down for all",
            [
                .category(.bugReport): 0.54, .priority(.urgent): 0.42, .sentiment(.negative): 0.53,
                .escalation(.legalThreat): 0.11, .escalation(.outage): 0.56,
            ],
            """
            (is|are|been|went|goes|go) (down|offline); outage; downtime; unreachable; unavailable; maintenance
            status page; all green
            (no|without) (power|water|internet|signal|heating|phone|electricity|network|connection|hot water)
            """),
        family(
            "typo or cosmetic",
            [
                .category(.bugReport): 0.81, .category(.featureRequest): 0.22, .priority(.high): 0.15,
                .sentiment(.positive): 0.36,
            ],
            """
            typo; misspel*; spelling; misalign*; cosmetic; pixel*; wrong (icon|font|shade|color|logo); broken link
            dead link; grammar; translation; apostrophe; overlaps; slightly; tiny; minor
            """),
    ]
}
