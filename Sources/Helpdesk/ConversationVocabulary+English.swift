extension ConversationVocabulary {
    /// English.
    public static let english = ConversationVocabulary(
        unhelpful: phrases(
            """
            did not help; does not help; has not helped; not helpful; was no help; of no help; no help at all; unhelpful
            did not work; does not work either; that does not work; this does not work; did not solve; does not solve
            did not fix; does not fix; has not fixed; has not solved; did not change anything; changed nothing
            still not working; still does not work; still not work; still not solved; still not fixed; still broken
            still the same; still happening; still happens; still get the same; still having the same; same as before
            still can not; still unable; same problem; same error; same result; same issue; no luck; to no avail
            no difference; no change; nothing changed; no effect; no success; without success; in vain
            not what i asked; not what i meant; not my question; not an answer; not answer my question; wrong answer
            does not answer; did not answer; that is not it; you misunderstood; you did not understand; not the answer
            already tried that; already did that; tried that already; tried all that; i tried that
            as i said; as i already said; like i said; read my message; you are not listening
            """),
        attempts: phrases(
            """
            i tried; we tried; i have tried; we have tried; already tried; also tried; tried everything; been trying
            already done; already contacted; already called; already checked; already looked; already asked; already did
            already wrote; already written; already spoken; already talked; already sent; looked through; read through
            followed the steps; followed the instructions
            followed the guide; followed the article; followed your; did everything; done everything; done all
            """),
        attemptVerbs: phrases(
            """
            tried; reset; restarted; rebooted; reinstalled; uninstalled; installed; unplugged; replugged; disconnected
            reconnected; cleared; replaced; swapped; updated; upgraded; downgraded; followed; rechecked; verified
            logged out; logged off; signed out; turned off; turned it off; switched off; powered; disabled; enabled
            deleted the; emptied; repeated; retried; recreated; reconfigured; tested; changed the
            """),
        subjects: phrases("i; we; my colleague; my husband; my wife; our it; our admin"),
        auxiliaries: phrases("have; had; has; already; also; even; then; now; just; twice; so; far; both; again; been"),
        negations: phrases("not; never; no; neither; nor"),
        requests: phrases(
            """
            please; can you; could you; would you; will you; can i; could i; may i; how do i; how can i; how do we
            how can we; how to; i need; we need; i want; we want; i would like; we would like; help me; help us; why
            what; where; when; which; is there; is it; are there; do you; does; let me know; tell me; looking for
            """),
        problems: phrases(
            """
            not work; not working; does not; can not; could not; will not; did not; is not; are not; has not; have not
            error; fails; failed; failing; failure; broken; broke; problem; issue; missing; wrong; lost; gone; charged
            crash; crashes; crashed; stuck; dead; down; stopped; slow; hacked; stolen; twice; never; nobody; cancel
            refund; unable; locked; declined; rejected; late; empty; blank; disappeared; overcharged
            """),
        courtesies: phrases(
            """
            hi; hello; hey; dear; good morning; good afternoon; good evening; good day; greetings
            thanks; thank you; many thanks; cheers; regards; best regards; kind regards; best wishes; sincerely
            yours sincerely; yours faithfully; best; all the best; have a nice; have a good; have a great; sent from
            hope you are; i hope this; i hope you; looking forward; sorry to bother; sorry for
            """))

    private static func phrases(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { String($0).trimmed }
    }
}
