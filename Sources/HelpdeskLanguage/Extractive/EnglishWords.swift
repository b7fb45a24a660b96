/// The words the extractive responder knows. English; other languages go without stop words and synonyms.
enum EnglishWords {
    /// Words that say nothing about the subject.
    static let stopWords = terms(
        """
        a about after again all also am an and any anyone are aren't as at be because been before being but by can can't \
        cannot could couldn't did didn't do does doesn't doing don't each for from further had has hasn't have \
        haven't having he hello help hey hi him his how i i'd i'll i'm i've if in into is isn't it it's its just kindly \
        know let me might more most must my myself need no nor not now of off on once only or other our out over own \
        please possible question really same she should shouldn't so some still such tell than thank thanks that that's \
        the their them then there these they this those through to too trying try under until up us very want was \
        wasn't we we're we've were what what's when where where's whether which while who whom why will with within \
        without won't would wouldn't you you're your yours
        """)

    /// Words that say little about the subject; a source that shares only these shares nothing.
    static let weakWords = stems(
        """
        able add allow asap become change come different do enable find get give go happen keep like long look make many much \
        new number one option page possible see set show start stop take thing time turn two urgent urgently use user using way work
        """)

    /// Forms that no suffix rule brings together, each with its base form.
    static let irregularForms: [UInt64: [UInt8]] = [
        "bought": "buy", "broken": "break", "broke": "break", "began": "begin", "chosen": "choose", "chose": "choose",
        "forgot": "forget", "forgotten": "forget", "found": "find", "frozen": "freeze", "froze": "freeze",
        "gave": "give", "gone": "go", "went": "go", "kept": "keep", "left": "leave", "lost": "lose", "losing": "lose",
        "made": "make", "paid": "pay", "sent": "send", "shown": "show", "sold": "sell", "spent": "spend",
        "stolen": "steal", "stole": "steal", "took": "take", "taken": "take", "thought": "think", "told": "tell",
        "written": "write", "wrote": "write", "people": "person", "children": "child", "mails": "email",
        "mail": "email", "emailed": "email",
    ].reduce(into: [:]) { $0[WordScanner.hash($1.key.utf8)] = Array($1.value.utf8) }

    /// Words that customers and authors use for the same thing; the members of a line count as related.
    static let related: [UInt64: [UInt64]] = {
        let groups = [
            "login log sign signin logon authenticate", "password passcode passphrase credentials",
            "cancel terminate end unsubscribe", "delete remove erase", "refund reimburse return money",
            "invoice bill receipt statement", "charge fee cost price bill pay payment", "buy purchase order",
            "fix repair solve resolve troubleshoot", "error problem issue fail failure bug fault", "crash freeze hang",
            "slow performance lag latency", "disconnect disconnection drop interrupt outage connection offline down",
            "disable deactivate mute turn",
            "enable activate turn", "create add make", "change update edit modify adjust", "rename name",
            "upgrade downgrade plan tier subscription", "install setup deploy", "download export save",
            "upload import attach", "phone mobile smartphone", "alert notify notification",
            "photo picture image avatar",
            "setting preference configuration configure option", "allow permit permission", "restrict limit prevent",
            "forget lose", "recover restore reset", "person people member user", "account profile",
            "company organization",
            "invite join", "limit quota overage exceed", "team group", "message post", "document file", "search find",
            "mfa 2fa multifactor twofactor authenticator", "version release", "schedule later", "support help",
        ]
        var related: [UInt64: [UInt64]] = [:]
        for group in groups {
            let members = Array(stemList(group))
            for member in members { related[member, default: []] += members.filter { $0 != member } }
        }
        return related
    }()

    /// First words of a sentence that only makes sense after the one before it.
    static let dependentOpenings = terms(
        """
        it it's this that these those they their he she his her however otherwise also then therefore thus instead but and \
        or so additionally furthermore moreover afterwards alternatively finally next such both doing here similarly \
        consequently likewise hence still
        """)

    /// Words that, with a pronoun after them, begin a sentence that only makes sense after the one before it.
    static let beforePronouns = terms("after until before do in for with from by during at to on if without because of")
    static let pronouns = terms("that this these those then them it")
    static let subjects = terms("i we you")
    static let personalPronouns = terms("them it then")

    static let otherwises = terms("elsewhere later meanwhile afterwards outside beyond if please do don't")

    /// Numbers in letters.
    static let numbers = terms(
        """
        two three four five six seven eight nine ten eleven twelve fifteen twenty thirty hundred thousand once twice half free \
        unlimited daily weekly monthly yearly annually hourly immediately instantly
        """)

    /// Words before a case: "In Classic, …".
    static let caseOpenings = terms("in on with for within from at under")

    /// First words of a question that asks for a yes or no.
    static let yesNoOpenings = terms(
        """
        is are am was were do does did can could may will would should has have had isn't aren't don't doesn't can't won't
        """)

    /// First words of a sentence that tells the reader to do something.
    static let imperatives = terms(
        """
        access add allow apply ask assign call change check choose clear click close confirm connect contact copy create \
        delete deselect disable disconnect download drag edit enable enter expand fill find follow go hover install invite \
        launch leave log make move navigate open paste pick press provide reboot reinstall remove rename replace reply \
        reset restart return review run save scroll search select send set sign specify start switch tap toggle \
        turn type uninstall unplug update upgrade upload use verify visit wait write
        """)

    /// The hashes of words, as they are.
    static func terms(_ list: String) -> Set<UInt64> {
        Set(list.split(whereSeparator: \.isWhitespace).map { WordScanner.hash($0.utf8) })
    }

    /// The hashes of the stems of words.
    static func stems(_ list: String) -> Set<UInt64> { Set(stemList(list)) }

    private static func stemList(_ list: String) -> [UInt64] {
        var scanner = WordScanner(Array(list.utf8))
        var stems: [UInt64] = []
        while let word = scanner.next() { stems.append(word.stem) }
        return stems
    }
}
