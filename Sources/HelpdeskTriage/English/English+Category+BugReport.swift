extension English {
    private static func bug(
        _ name: String, _ weight: Double, _ text: String, requires: String = "", unless: String = "",
        negation: TriageRule.Negation = .cancels
    ) -> TriageRule {
        rule(
            .category(.bugReport), "bug report: \(name)", weight, text, requires: requires, unless: unless,
            negation: negation)
    }

    private static let mine =
        "(error|mistake|fault) (was|is) (mine|on my side|ours); my (own)? (error|mistake|fault|bad)"

    /// The product misbehaves against its own promise.
    static let bugReport: [TriageRule] = [
        bug(
            "crash", 3,
            """
            crash; freeze; =hangs; =hung; =hanging; unresponsive; (blue|black|white|blank|empty|grey) (screen|page); segfault; bluescreen
            (get|got|is|be|keep) stuck; stuck (at|on|in); (shut*|turn*|switch*) (itself|themselves) (off|down|on); shut* down (by itself|randomly|mid*|in the)
            (reboot*|restart*) (itself|by itself|random*|constant*|every|in a loop); bricked; boot loop; infinite loop; endless loop; spinn* (wheel|forever|circle)
            kicked out; thrown out; (log|kick|throw) (me|us) out
            """, unless: "crashed on (your|the|my|our) (sofa|couch|bed); crash course; freezer"),
        bug(
            "error", 2.2,
            "error; errored; =bug; =bugs; buggy; glitch*; malfunction*; regression; misbehav*; exception; fehler",
            unless: mine),
        bug(
            "server error", 2.5,
            "(500|502|503|504|internal server|server|fatal|runtime|null pointer) error; (error|http|status) (500|502|503|504); =500; =502; =503; bad gateway; error (code|message) …2 #number"
        ),
        bug(
            "broken", 2.3,
            "=broken; =broke; =breaks; defect*; faulty; =fault; out of order; kaput; corrupt*; garbled; scrambl*; distort*; damaged file; on the blink; acting up; messed up; unreadable"
        ),
        bug(
            "not working", 2.6,
            """
            not … (work|function|respond|react); not (even)? (load|save|play|print|render|refresh|register|scroll|boot|heat|cool|spin|drain|flush|ring|light up|start|open|close|count|calculate|add up|match)
            not (turn|switch|power|come) (on|off); no longer (work|load|open|start|sync|show|play|save|respond|print|send|display|possible|appear|ring|charge)
            (stop|quit|cease) (work|respond|sync|play|charge|load|send|print|show|record|update|ring|respond|heat|cool|spin|receiv|connect)
            (fail|fails|failed|failing); refuse to (start|open|load|print|connect|save|work|charge|turn); nothing (happens|happened|works|loads|opens|moves|prints)
            does nothing; no (reaction|effect|response from the); unusable; useless since
            """, negation: .ignored),
        bug(
            "not showing", 1.8,
            "not (show|display|appear|update|sync|send|arrive|deliver|come through|recognize|detect|connect|charge|arriving|accept|go through); (do|does|did) not … (anything|any more|anymore|properly|correct*)",
            negation: .ignored),
        bug(
            "outage", 2.8,
            """
            outage; downtime; (=went|=goes|is|are|been|keeps going|has gone|have gone|whole) …1 (=down|offline); unavailable; unreachable; not reach*; time* out; timeout
            (@software|@device) … (down|dead|offline); (power|water|line|internet|network|phone|broadband|wifi|heating|signal|electricity|lights) … (out|dead|gone|off|failed|cut|down)
            no (power|water|heating|hot water|electricity|signal|internet|dial tone|connection|picture|sound|image|network|reception|service|audio|light|broadband); dead line; the line is dead; blackout; power cut
            (silent|no sound); (goes|went|gone|is|stays|stay|remain*) (dark|black|blank|dead|silent|white|empty|grey)
            """),
        bug(
            "unstable", 2.2,
            """
            (keep|keeps|kept) (crash|drop|disconnect|restart|freeze|lose|reset|stop|show|beep|ring|jump|turn|switch|get|forget|fail|blink|log|say|repeat)
            (drop|drops|dropping|dropped) … (connection|call|out|wifi|bluetooth|frame|signal|every|whenever); disconnect*; cut* (off|out); flicker*; blink*; stutter*; lag; laggy; laggi*; jitter*
            overheat*; (get|gets|getting|become|runs|very|too) hot; smok*; spark*; leak*; swollen; swell*; beep*; rattl*; squeak*; grind*; vibrat*; buzz*; humming; crackl*; echo; static
            (very|so|extremely|terribly|painfully|incredibly|too|unusably) slow; slow* (down|since|after); (drain*|empty) … battery; battery … (drain*|empty|dead|swell*|swollen|hot)
            comes back; came back; come back; (by|of) itself; on its own; random*; intermittent*; sporadic*
            """),
        bug(
            "wrong result", 2.3,
            """
            wrong (result|total|date|time|name|number|order of|value|currency|language|time zone|timezone|unit|file|person|customer|page|direction|way|temperature|picture|image|data|answer|address shown|figure|recipient|people|calculation)
            (show|display|say|report|print|count|calculate|claim|list|return|insist|read|give|think|send|convert|round|play|arrive|appear|fire|trigger|post|open|sort|export) … (wrong|instead of|twice|double|negative|zero|null|0|nan|undefined|incorrect*|although|even though|only half|old|yesterday)
            incorrect*; inaccura*; off by; miscalculat*; miscount*; rounding; rounded; (do|does) not add up; duplicate*; doubled; mixed up; swapped; upside down; mirrored; out of sync; stale; shifted; truncat*; cut off; overlap*; misalign*; jumbl*
            (show|display|say|report|print) … as (#number|a|an|the|floor|zero|null|if); should (be|say|show|read|have been) … (not|but|instead); instead of; even though; garbage; gibberish; question marks; strange characters
            """),
        bug(
            "vanished", 1.8,
            "(disappear*|vanish*|missing|=gone|wiped|erased|=lost|=empty); (has|have) lost; lost (all|my|our|the); deleted (itself|themselves|by itself); (is|are|has) =gone; without (the)? (picture|image|photo|sound|text)"
        ),
        bug(
            "since a change", 2.2,
            "(since|after|following|ever since) … (update|upgrade|updating|upgrading|release|version|migration|patch|firmware|relaunch|redesign|sync|installing); (update|upgrade|release|version|firmware|patch) … (broke|break*|kill*|ruin*)",
            negation: .ignored),
        bug(
            "since a time", 1.1,
            "since (this|yesterday|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|about|around|today|two|three|a|the weekend|noon|#time); (this morning|overnight|all of a sudden|suddenly|out of the blue)",
            negation: .ignored),
        bug(
            "used to work", 1.6,
            "(use|used) to (work|be|show|load|play|do|open|take|last); work* (fine|before|until|yesterday|perfectly|well|last week|normally|for years|for months); previous (model|version) (did|had|went|worked|was)",
            negation: .ignored),
        bug(
            "every time", 1,
            "(every|each) time; whenever (i|we|the|it|you|someone); as soon as (i|we|the|it); when* (i|we) (click|tap|press|open|save|scroll|type|select|upload|print|hit); only (unplug|restart|reboot)",
            negation: .ignored),
        bug(
            "reproduction", 2,
            "reproduc*; steps to; expected (behavior|result); actual (behavior|result); stack trace; screenshot attached; log file; =logs; log attached; log says; console; workaround",
            negation: .ignored),
        bug(
            "again", 1.8,
            "still (happen*|there|occurs|the same|broken|crash*|not|see|get|wrong|doing); happen* again; (is|has come|are|have come) back; (not|never) (been)? (fixed|solved|resolved); same (thing|problem|error|issue|bug) again; exactly as before",
            negation: .ignored),
        bug(
            "thing in a statement", 1.4, "@software; @device; @interface",
            unless: """
                #question; please; how; want; would; could; should; need; idea; wish; suggest*; cancel*; refund; invoice; price
                charge; order; deliver*; parcel; thank*; love; like to; i have lost; password; log in; speak to; talk to
                """),
        bug(
            "odd behavior", 1.5,
            """
            ignore*; skips; skipping; forgets; swallows; jumps; repeats; (is|are|gets|get) (dropped|cut|ignored|skipped|doubled|swapped|lost|shown|printed)
            (lower|higher|more|less|fewer|larger|smaller|shorter|longer|earlier|later) than (the|it|what|expected|in); too (many|few); one … too (many|few)
            (thinks|believes|insists|claims|pretends|says) (it|that|i|there|they|we) …2 (is|am|are); (covers|overlaps|hides|blocks) (the|my|our); noise; sounds like; looks like a
            tried (it)? (with|on|in|two|three|another|different|both|other|every|several); (only|just) (in|on|with) (chrome|firefox|safari|android|ios|windows|mac|edge|my|the|landscape|dark); any more; anymore
            (in|with) (firefox|safari|chrome|edge|version #number) (it|the)
            """, negation: .ignored),
        bug("trace", 2.5, "#trace"),
        bug("code", 0.6, "#code"),
        bug(
            "shown to others", 3.8,
            """
            (see|seeing|saw|view|access|open|download|read|get|got|shows|showed|showing) … (other|another|someone else|somebody else|stranger*|different) … (data|name|order|invoice|account|result|profile|address|document|message|chat|photo|customer|patient|person|people|user|file|email|mail|record|bank|tenant)
            vulnerab*; xss; sql injection; csrf; exploit; security (hole|flaw|bug|issue|vulnerability); pentest*; publicly (accessible|visible|readable); without (being logged in|logging in|authentication|a login); data leak
            (other|another) (people|person|customer|user|patient|tenant|company) … (data|result|order|invoice|detail|account|chat|message|record|address|photo)
            """, negation: .ignored),
        bug(
            "slip", 2,
            "typo; misspel*; spelling (mistake|error); mistranslat*; wrong translation; grammar; broken link; dead link; 404 page"
        ),
        bug("problem, loosely", 0.7, "problem; issue; trouble; weird; strange; odd; oddly", unless: mine),
        bug(
            "timing", 1.8,
            "(hour|hours|minute|minutes|day|days|second|seconds) (late|early|behind|ahead|off|too (late|early)); (late|delayed|early) by; (say|says|show|shows|shown as|is|are|marked|reads) …2 invalid; (sort*|order*) … (puts|after|before|wrong*)"
        ),
        bug(
            "danger", 2.5,
            "(unlock*|open*|brake* released) (itself|themselves|by itself|by themselves|for anyone|on its own); brake* (fail|not|do not|does not); (accelerat*|drove|drives|moved|starts|started|turns on|turned on|heats) (by itself|on its own|itself); alarm … not; electric shock; catch* fire; caught fire; on fire; melt*; burn* smell; smell* … (burn*|gas|smoke)"
        ),
    ]
}
