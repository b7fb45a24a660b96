/// The English words by which follow-ups are told.
enum FollowUpWords {
    static let determiners = words(
        "the a an my our your his her their its some any all each every another no both this that these those")
    static let prepositions = words(
        """
        in on at to for from with without of by about into onto via through during after before under over between \
        using \
        as per within until till since than against towards across inside outside
        """)
    static let auxiliaries = words(
        """
        do does did is are am was were be been being can could will would shall should may might must has had have \
        don't \
        doesn't didn't can't cannot won't isn't aren't wasn't weren't couldn't wouldn't shouldn't haven't hasn't \
        hadn't \
        i'm i've i'd i'll it's that's what's where's how's who's there's we're we've they're you're
        """)
    static let negatives = words(
        "not don't doesn't didn't can't cannot won't isn't aren't wasn't weren't couldn't wouldn't never no")
    static let subjects = words("i you we he she they it one i'm i've i'd i'll we're we've they're you're")
    static let questionWords = words("what when where why which who whom whose how what's where's how's who's")
    static let conjunctions = words("and or but so because if when while though although nor plus unless")
    static let adverbs = words(
        """
        also twice once up out off down away back too still already just only even really again now then here \
        there please maybe ever always yet actually \
        instead either exactly anyway otherwise however well
        """)
    static let degrees = words("much many long often soon far big large old fast quickly come high heavy late early")
    static let pronouns = words("it this that they them these those there one ones")
    /// Words that are no part of a noun phrase.
    static let function: Set<String> =
        prepositions.union(auxiliaries).union(subjects).union(questionWords).union(conjunctions).union(adverbs)
        .union(pronouns).union(determiners).union(words("me us him not let's lets"))
    /// Content that says nothing about the subject.
    static let faint = words(
        """
        much many long often soon far few lot bit else thing things something anything nothing everything someone \
        anyone possible able okay ok yes yeah hi hello hey thanks thank please sorry great problem issue error \
        tried did done \
        does work works worked working help helped helps same again want wanted like need needs prefer mean meant \
        means \
        explain detail details said says say saw see sure first second third last latter former option exactly \
        though still luck change
        """)
    /// Words that greet, thank or acknowledge, and those that stand among them.
    static let courtesies = words(
        """
        hi hello hey good morning afternoon evening day there dear thanks thank thx ty cheers you so much a lot \
        very many \
        ok okay k great perfect cool awesome nice super brilliant excellent wonderful lovely alright right \
        understood got \
        it i see ah oh aha hmm wow sorry makes sense good fine bye goodbye appreciated again team everyone for the \
        your \
        help quick reply answer that worked works now info information kind support welcome thats that's all well \
        answers everything helps helped was is very helpful wishes regards
        """)
    /// One of these must be among the courtesies.
    static let courtesyMarks = words(
        """
        hi hello hey morning afternoon thanks thank thx ty cheers ok okay great perfect cool awesome nice super \
        brilliant \
        excellent wonderful lovely alright right understood got see ah oh aha hmm wow bye goodbye sorry k fine \
        sense well
        """)
    static let affirmations = words(
        "yes yep yeah yup sure correct exactly right ok okay please ja definitely absolutely")
    static let denials = words("no nope nah")

    /// Openings of a message about something else.
    static let newTopics = phrases(
        """
        another question|a different question|different question|new question|separate question|\
        a separate question|on another \
        note|on a different note|different topic|another topic|new topic|unrelated|unrelated question|\
        something else|something \
        different|another thing|one other thing|another issue|another problem|completely different|\
        totally different|different \
        issue|different problem|an unrelated question|a new question|changing the subject|change of topic|\
        new issue|separate issue|\
        i have another question|i also have another question|i have a different question|i've got another question
        """)
    /// Openings that say only that more comes.
    static let additions = phrases(
        """
        one more thing|one more question|one last thing|one last question|by the way|btw|also|and also|and|or|but|\
        so|then|ok so|plus|\
        and then|just one more thing|a follow up question|follow up question|follow-up question|quick question|\
        last question
        """)
    /// Openings of a message that names another thing for the same question.
    static let ellipses = phrases(
        """
        what about|how about|and what about|and how about|same for|same question for|the same for|same with|\
        what of|is it the same for|\
        is it the same with|is that the same for|is that also the case for|does the same go for|does that go for|\
        does that also apply to|\
        does that apply to|does this apply to|does this also apply to|does it apply to|also for|and also for|\
        does the same apply to|\
        is this also true for|is that also true for|is that true for
        """)
    /// Openings of a correction.
    static let corrections = phrases(
        """
        no i mean|no i meant|no i was asking about|i was asking about|i mean|i meant|sorry i meant|sorry i mean|\
        i'm asking about|\
        i am asking about|actually i mean|actually i meant|actually it's|actually its|actually it is|\
        actually i need|actually i want|actually|\
        rather|i was talking about|i'm talking about|i was referring to|i am referring to|i'm referring to|oops|\
        no wait|wait i mean|\
        wait i meant|wait|correction|to be precise|more precisely|make that|no it's|no its|no it is|\
        what i meant was|what i mean is
        """)
    /// Openings that put another case: "and if it's an annual plan?"
    static let cases = phrases(
        """
        if it's|if it is|if i have|if we have|if i'm on|if i am on|if we're on|if i use|if we use|if i'm using|\
        i'm on|i am on|we're on|we are on|\
        i'm using|i am using|we use|i use|what if it's|what if it is|what if i have|what if i'm on
        """)
    /// Ends of a correction.
    static let correctionEnds = phrases("i mean|i meant|that is|sorry")
    /// The trouble goes on.
    static let complaints = phrases(
        """
        still|not working|doesn't work|does not work|didn't work|did not work|didn't help|did not help|won't work|\
        isn't working|no luck|\
        nothing happens|nothing happened|nothing changed|no change|no difference|no success|same problem|\
        same error|same issue|same result|\
        same thing|same here|tried that|tried this|tried it|did that|did this|done that|no effect|to no avail|\
        already did|already tried|\
        not fixed|not solved|didn't fix|happened again|it's back|keeps happening
        """)
    /// What an agent offers.
    static let offers = phrases(
        """
        would you like me to explain|would you like me to show you|would you like me to tell you|\
        would you like me to|would you like to know|\
        would you like to see|would you like to|would you like|do you want me to explain|\
        do you want me to show you|do you want me to|\
        do you want to know|do you want to see|do you want to|do you want|should i explain|should i tell you|\
        should i show you|should i|shall i explain|\
        shall i show you|shall i tell you|shall i|can i tell you|may i|want me to explain|want me to|\
        can i help you with|do you need help with|\
        are you asking about|do you mean|are you asking|did you mean|are you looking for|is this about|is it about
        """)
    /// Nouns that belong to something: which, was said before.
    static let relational = words(
        """
        price cost fee charge deadline limit minimum maximum difference default address number rate deposit rule \
        rules \
        requirements requirement duration date time size length weight colour color name password code link \
        process procedure steps \
        period terms conditions benefits advantage advantages disadvantages drawback drawbacks downside status \
        reason alternative \
        alternatives options penalty discount percentage amount total quota cut-off cutoff location version specs \
        specifications \
        features pricing refund refunds return returns shipping warranty guarantee cancellation cancellations \
        payment payments exchange \
        exchanges insurance support security privacy availability training onboarding prices costs fees charges \
        capacity dimensions ingredients material materials delivery
        """)
    /// Verbs that take an object.
    static let transitive = stems(
        """
        cancel update upgrade downgrade return exchange delete remove uninstall install activate deactivate renew \
        extend \
        track export import download upload edit change modify rename reset restore recover share invite print \
        move transfer \
        book reserve order buy pay refund disable enable unlock lock verify confirm configure schedule pause \
        resume freeze \
        redeem use join access create open close end stop start terminate set
        """)
    /// Those that need one even where a subject stands before them: "how many people can join?"
    static let needsObject = stems(
        "join access install book invite cancel return exchange download edit redeem reserve share")
    /// Verbs that say nothing about the subject.
    static let lightVerbs = stems(
        "have get use find see do make offer sell need want know look own provide buy bought be ask enter")
    static let verbs: Set<UInt64> = transitive.union(lightVerbs).union(
        stems(
            """
            add create adopt apply arrive accept allow archive appeal assign attach bill block beep blink bring \
            bug call charge check choose claim \
            clear click clone come connect contact contain copy cost cover crash create customize customise \
            deliver deposit \
            disconnect drag drop duplicate earn email enter expire fail file fill fit flash follow forget give go \
            happen hire \
            include integrate join keep last leak leave lend link list load log lose mail manage merge migrate \
            mount mute open pair \
            park pick play plug post press process protect provide publish purchase put receive reconnect register \
            reinstall rent \
            reopen repair replace reply report request resend respond restart retrieve revoke run save say scan \
            search select send show sign \
            ship speak split stay stream submit subscribe support switch sync synchronise synchronize take talk \
            tell test top \
            trace translate travel trigger turn type unblock unlink unmute unsubscribe view visit wait wash watch \
            wear withdraw \
            work write explain clarify elaborate undo revert refuse reject decline approve mark pin unpin star \
            snooze forward draft become begin
            """))
    /// Verbs by whose pronoun the whole action is meant.
    static let eventVerbs = stems("take happen cost undo revert matter require mean")
    /// Things that an answer may bring up, and the next question may be about.
    static let introduced = words(
        """
        add-on addon plan code codes link form portal app extension plugin page email key keys token label \
        certificate file template report \
        receipt invoice voucher coupon kit adapter cable fee deposit trial export button menu tab option setting \
        field section letter \
        document documents card cards number pass permit sticker tool wizard page pages setting settings icon \
        message subscription licence license
        """)
    /// What can be said of an action.
    static let actionPredicates = words(
        """
        free possible secure safe necessary required allowed reversible legal instant automatic mandatory \
        permanent immediate \
        available expensive complicated hard easy
        """)
    static let timeNouns = words(
        "week month year morning time day afternoon evening weekend moment night summer winter quarter minute hour case way"
    )

    static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Phrases parted by bars, longest first.
    static func phrases(_ list: String) -> [[String]] {
        list.split(separator: "|").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
            .sorted { $0.count > $1.count }
    }

    static func stems(_ list: String) -> Set<UInt64> { EnglishWords.stems(list) }
}
