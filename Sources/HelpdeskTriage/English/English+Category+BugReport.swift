extension English {
    /// The product misbehaves against its own promise.
    static let bugReport: [TriageRule] = [
        rule(
            .category(.bugReport), "bug report: crash", 0.42,
            """
            crash; freeze; =hangs; (blue|black|white|blank|empty|grey) (screen|page)
            (shut*|turn*|switch*) (itself|themselves) (off|down|on); bricked; spinn* (wheel|forever|circle)
            (log|kick|throw) (me|us) out
            """,
            unless: "crashed on (your|the|my|our) (sofa|couch|bed); crash course; freezer"),
        rule(
            .category(.bugReport), "bug report: error", 0.4,
            "error; errored; =bug",
            unless: """
                (error|mistake|fault) (was|is) (mine|on my side|ours); my (own)? (error|mistake|fault|bad)
                """),
        rule(
            .category(.bugReport), "bug report: not working", 0.36,
            """
            not … (work|function|respond|react)
            not (even)? (load|save|play|print|render|refresh|register|scroll|boot|heat|cool|spin|drain|flush|ring|light up|start|open|close|count|calculate|add up|match)
            (fail|fails|failed|failing); nothing (happens|happened|works|loads|opens|moves|prints)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: outage", 0.55,
            """
            (=went|=goes|is|are|been|keeps going|has gone|have gone|whole) …1 (=down|offline); unavailable
            unreachable; not reach*; timeout; (@software|@device) … (down|dead|offline)
            (power|water|line|internet|network|phone|broadband|wifi|heating|signal|electricity|lights) … (out|dead|gone|off|failed|cut|down)
            no (power|water|heating|hot water|electricity|signal|internet|dial tone|connection|picture|sound|image|network|reception|service|audio|light|broadband)
            dead line; power cut; (silent|no sound)
            (goes|went|gone|is|stays|stay|remain*) (dark|black|blank|dead|silent|white|empty|grey)
            """),
        rule(
            .category(.bugReport), "bug report: unstable", 0.36,
            """
            (drop|drops|dropping|dropped) … (connection|call|out|wifi|bluetooth|frame|signal|every|whenever)
            cut* (off|out); flicker*; blink*; (get|gets|getting|become|runs|very|too) hot; smok*; swollen; swell*
            beep*; humming; crackl*; battery … (drain*|empty|dead|swell*|swollen|hot); (by|of) itself; random*
            intermittent*
            """),
        rule(
            .category(.bugReport), "bug report: wrong result", 0.47,
            """
            wrong (result|total|date|time|name|number|order of|value|currency|language|time zone|timezone|unit|file|person|customer|page|direction|way|temperature|picture|image|data|answer|address shown|figure|recipient|people|calculation)
            (show|display|say|report|print|count|calculate|claim|list|return|insist|read|give|think|send|convert|round|play|arrive|appear|fire|trigger|post|open|sort|export) … (wrong|instead of|twice|double|negative|zero|null|0|nan|undefined|incorrect*|although|even though|only half|old|yesterday)
            off by; duplicate*; doubled; mixed up; swapped; upside down; mirrored; stale; shifted; cut off; overlap*
            (show|display|say|report|print) … as (#number|a|an|the|floor|zero|null|if); instead of; question marks
            """),
        rule(
            .category(.bugReport), "bug report: vanished", 0.21,
            "(disappear*|vanish*|missing|=gone|wiped|erased|=lost|=empty); (is|are|has) =gone"),
        rule(
            .category(.bugReport), "bug report: since a change", 0.7,
            """
            (since|after|following|ever since) … (update|upgrade|updating|upgrading|release|version|migration|patch|firmware|relaunch|redesign|sync|installing)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: since a time", 0.22,
            """
            since (this|yesterday|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|about|around|today|two|three|a|the weekend|noon|#time)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: every time", 0.84,
            """
            whenever (i|we|the|it|you|someone); as soon as (i|we|the|it)
            when* (i|we) (click|tap|press|open|save|scroll|type|select|upload|print|hit)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: reproduction", 1.02,
            "reproduc*; =logs; log says",
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: again", 0.79,
            """
            still (happen*|there|occurs|the same|broken|crash*|not|see|get|wrong|doing)
            (not|never) (been)? (fixed|solved|resolved)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: thing in a statement", 0.53,
            "@software; @device; @interface",
            unless: """
                #question; please; how; want; would; could; should; need; idea; wish; suggest*; cancel*; refund
                invoice; price; charge; order; deliver*; parcel; thank*; love; like to; i have lost; password
                log in; speak to; talk to
                """),
        rule(
            .category(.bugReport), "bug report: odd behavior", 0.81,
            """
            skips; skipping; jumps; repeats
            (is|are|gets|get) (dropped|cut|ignored|skipped|doubled|swapped|lost|shown|printed); too (many|few)
            one … too (many|few); tried (it)? (with|on|in|two|three|another|different|both|other|every|several)
            (only|just) (in|on|with) (chrome|firefox|safari|android|ios|windows|mac|edge|my|the|landscape|dark)
            any more; (in|with) (firefox|safari|chrome|edge|version #number) (it|the)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: shown to others", 1.35,
            """
            (see|seeing|saw|view|access|open|download|read|get|got|shows|showed|showing) … (other|another|someone else|somebody else|stranger*|different) … (data|name|order|invoice|account|result|profile|address|document|message|chat|photo|customer|patient|person|people|user|file|email|mail|record|bank|tenant)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: slip", 0.26,
            "typo; misspel*"),
        rule(
            .category(.bugReport), "bug report: problem, loosely", 0.65,
            "problem; trouble; strange; odd",
            unless: """
                (error|mistake|fault) (was|is) (mine|on my side|ours); my (own)? (error|mistake|fault|bad)
                """),
        rule(
            .category(.bugReport), "bug report: timing", 1.04,
            """
            (hour|hours|minute|minutes|day|days|second|seconds) (late|early|behind|ahead|off|too (late|early))
            (say|says|show|shows|shown as|is|are|marked|reads) …2 invalid
            (sort*|order*) … (puts|after|before|wrong*)
            """),
        rule(
            .category(.bugReport), "bug report: danger", 0.2,
            """
            (accelerat*|drove|drives|moved|starts|started|turns on|turned on|heats) (by itself|on its own|itself)
            melt*; burn* smell
            """),
        rule(
            .category(.bugReport), "trace of a program", 2,
            "#trace",
            negation: .ignored),
        rule(
            .category(.bugReport), "not any more", -1.5,
            """
            not (crash|break|broke|broken|fail|freeze|happen|hang|drop) … (since|again|any more|anymore|any longer)
            no longer (crash|fail|freeze|hang|happen|drop)
            """,
            negation: .ignored),
        rule(
            .category(.bugReport), "bug report: words that tell", 0.62,
            "check; engineer; every; fixed; marked; stop; the same; update; when i",
            negation: .ignored,
            addsUp: true),
        rule(
            .category(.bugReport), "bug report: words that hint", 0.21,
            """
            accept; always; browser; calendar; exactly; file; for your; i tried; is not; merge; my own; nothing
            noticed; open; open the; order; plays; price; read; reader; record; repair; report; save; shows; switch
            tried; years of; your app
            """,
            negation: .ignored,
            addsUp: true),
    ]
}
