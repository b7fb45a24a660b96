import HelpdeskLanguage
import Testing

@Suite("Extractive responder: what is chosen")
struct ExtractiveChoiceTests {
    private func ask(_ question: String, _ sources: LLMSource...) async throws -> LLMResponse {
        let content = [LLMContent.text(question)] + sources.map { .source($0) }
        let request = LLMRequest(messages: [LLMMessage(role: .user, content: content)])
        let response = try await ExtractiveResponder().respond(to: request)
        for citation in response.citations {
            let source = sources.first { $0.id == citation.sourceID }
            #expect(source?.passages[citation.passage].contains(citation.quote) == true)
        }
        return response
    }

    private let holds = LLMSource(
        id: "holds", title: "Pause deliveries",
        passages: [
            """
            # Pause deliveries

            A pause stops all deliveries of your box, or of some boxes, for up to eight weeks. Use it when you are on holiday.

            1. Open **Boxes › Calendar**.
            2. Choose the first and the last week.
            3. Tick the boxes concerned.
            4. Select **Pause**. It takes effect at midnight.
            5. When you are back, select **Resume**.

            Paused deliveries aren't charged. Gifts are skipped while a pause is on.
            """
        ])

    @Test func howToQuestionsGetTheSteps() async throws {
        let answer = try await ask("How do I pause deliveries?", holds)
        let steps = """
            1. Open Boxes › Calendar.
            2. Choose the first and the last week.
            3. Tick the boxes concerned.
            4. Select Pause. It takes effect at midnight.
            5. When you are back, select Resume.
            """
        #expect(answer.text.hasSuffix(steps), "\(answer.text)")
        // At most one sentence introduces them.
        #expect(answer.text.dropLast(steps.count).split(separator: ". ").count <= 1)
    }

    @Test func theStepsOfTheSectionThatFitsAreQuoted() async throws {
        let article = LLMSource(
            id: "printer", title: "Printers",
            passages: [
                """
                # Printers

                A computer works with up to five printers.

                ## Add a printer

                Printers are found by themselves.

                1. Switch it on.
                2. Select it in the list.

                ## Remove a printer

                What is waiting is lost.

                1. Open its page.
                2. Select the bin.
                """
            ])
        #expect(
            try await ask("How can I remove a printer?", article).text.hasSuffix(
                "1. Open its page.\n2. Select the bin."))
        #expect(
            try await ask("How do I add a printer?", article).text.hasSuffix(
                "1. Switch it on.\n2. Select it in the list."))
    }

    @Test func stepsAreBetterThanTheAnswerToAnotherKindOfQuestion() async throws {
        let faq = LLMSource(
            id: "faq", title: "Who can pause deliveries?",
            passages: ["Who can pause deliveries?\n\nOnly the one who pays. Others can see the calendar."])
        let how = try await ask("How do I pause deliveries?", faq, holds)
        #expect(how.text.contains("1. Open Boxes › Calendar.\n2. "), "\(how.text)")
        let who = try await ask("Who can pause deliveries?", faq, holds)
        #expect(who.text.hasPrefix("Only the one who pays."), "\(who.text)")
    }

    @Test func aQuestionOfFewTellingWordsIsAnsweredWhereATitleHoldsThem() async throws {
        let faq = LLMSource(
            id: "faq", title: "All our phone lines are down. What number do I call?",
            passages: [
                "All our phone lines are down. What number do I call?\n\nDial 555 0142, day and night. Meanwhile forward "
                    + "what comes in."
            ])
        let article = LLMSource(
            id: "article", title: "All phone lines are down or disconnected",
            passages: [
                "# All phone lines are down or disconnected\n\nIf none of your phones can make a call, dial 555 0142. Lines "
                    + "are watched at night.",
                "## Lines in detail\n\nLines that are unused are released.",
            ])
        let others = (0..<8).map {
            LLMSource(id: "o\($0)", title: "Lines \($0)", passages: ["Line \($0) has a name. Lines cost $9."])
        }
        for question in ["URGENT all our lines are down", "Lines are DOWN!!! please help asap", "all lines down"] {
            for first in [[faq, article], [article, faq]] {
                let content = [LLMContent.text(question)] + (first + others).map { .source($0) }
                let answer = try await ExtractiveResponder().respond(
                    to: LLMRequest(messages: [LLMMessage(role: .user, content: content)]))
                #expect(answer.text.contains("555 0142"), "\(question): \(answer.text)")
            }
        }
    }

    @Test func aShortAnswerOfAFAQIsQuotedWhole() async throws {
        let faq = LLMSource(
            id: "faq", title: "Do I lose my number when I leave?",
            passages: ["Do I lose my number when I leave?\n\nYes, numbers are released. Transfer them before you go."])
        let answer = try await ask("do I lose the number when I leave", faq)
        #expect(answer.text == "Yes, numbers are released. Transfer them before you go.")
    }

    @Test func announcementsAreQuotedWithTheirListOrNotAtAll() async throws {
        let fees = LLMSource(
            id: "fees", title: "Late fees",
            passages: [
                "A late fee is charged in three cases:\n\n- The invoice is unpaid for 30 days.\n- A direct debit is returned.\n"
                    + "- A reminder was sent twice.\n\nIt never exceeds $15."
            ])
        let whole = try await ask("When is a late fee charged?", fees)
        #expect(whole.text.contains("in three cases:\n- The invoice"), "\(whole.text)")
        #expect(whole.text.contains("- A reminder was sent twice."))
        let item = try await ask("What about a returned direct debit?", fees)
        #expect(!item.text.contains("three cases:") || item.text.contains("sent twice."), "\(item.text)")
        let cut = LLMSource(
            id: "cut", title: "Late fees", passages: ["It never exceeds $15. A late fee is charged in three cases:"])
        #expect(try await !ask("When is a late fee charged?", cut).text.contains("three cases"))
    }

    @Test func headersOfTablesAreNotQuotedAlone() async throws {
        let table = LLMSource(
            id: "t", title: "Unpaid invoices",
            passages: [
                "| Days after the due date | What happens |\n|---|---|\n| 14 | Calls stop. |\n| 60 | The account closes. |"
            ])
        let answer = try await ask("What happens days after the due date?", table)
        #expect(answer.text.contains("14: Calls stop.") && !answer.text.hasSuffix("What happens"), "\(answer.text)")
    }

    @Test func anotherCaseThanTheOneAskedAboutIsLeftOut() async throws {
        let fares = LLMSource(
            id: "fares", title: "Seats",
            passages: ["In Light, a seat costs $9. In Classic, a seat costs $5. In Business, seats are free."])
        #expect(try await ask("What does a seat cost in Classic?", fares).text == "In Classic, a seat costs $5.")
        let delivery = LLMSource(
            id: "delivery", title: "Delivery",
            passages: ["Standard delivery takes four days. Express delivery takes one day. It depends on the weather."])
        #expect(
            try await ask("How long does express delivery take?", delivery).text
                == "Express delivery takes one day. It depends on the weather.")
    }

    @Test func theFrameMayNameTheSource() async throws {
        let configuration = ExtractiveResponder.Configuration(opening: "From “{title}”:", closing: "See {title}.")
        let content = [LLMContent.text("How do I pause deliveries?"), .source(holds)]
        let answer = try await ExtractiveResponder(configuration: configuration).respond(
            to: LLMRequest(messages: [LLMMessage(role: .user, content: content)]))
        #expect(
            answer.text.hasPrefix("From “Pause deliveries”:\n\n") && answer.text.hasSuffix("\n\nSee Pause deliveries."))
        let place = try #require(answer.citations.first?.answerRange)
        #expect(place.lowerBound == "From “Pause deliveries”:\n\n".utf8.count)
    }

    @Test func aSourceThatSaysItIsOutdatedComesLast() async throws {
        let old = LLMSource(
            id: "old", title: "Returns (2021, outdated)", passages: ["Articles can be returned within 14 days."])
        let new = LLMSource(id: "new", title: "Returns", passages: ["Articles can be returned within 30 days."])
        for sources in [[old, new], [new, old]] {
            let answer = try await ask("How long can articles be returned?", sources[0], sources[1])
            #expect(answer.text == "Articles can be returned within 30 days.")
        }
    }

    @Test func aSentenceIsQuotedWithTheOneItLeansOn() async throws {
        let ticket = LLMSource(
            id: "t", title: "The router restarts",
            passages: ["Resolution: Update the router under Firmware. After that, the restarts stop."])
        let answer = try await ask("Why does it keep restarting? My restarts never stop", ticket)
        #expect(answer.text == "Update the router under Firmware. After that, the restarts stop.")
        let plan = LLMSource(
            id: "p", title: "Freeze",
            passages: ["A membership can be frozen for $5 a month.\n\nThis does not hold for students."])
        #expect(try await ask("Does it hold for students?", plan).text.hasPrefix("A membership can be frozen"))
    }

    @Test func rowsOfATableAreChosenByTheirColumns() async throws {
        let lights = LLMSource(
            id: "l", title: "Lights",
            passages: [
                "| Light | Meaning |\n|---|---|\n| Green | Connected |\n| Red | No connection |\n\n"
                    + "If the light stays red, call us."
            ])
        #expect(try await ask("What does a red light mean?", lights).text.hasPrefix("Red: No connection"))
    }

    @Test func questionsForAYesOrNoAreNotAnsweredWithSteps() async throws {
        let code = LLMSource(
            id: "c", title: "Activate an eSIM",
            passages: [
                "To activate your eSIM, follow these steps:\n\n1. Connect the phone.\n2. Scan the code.\n\nThe code works only "
                    + "once for each eSIM."
            ])
        #expect(try await ask("Does the code work once for an eSIM?", code).text.hasPrefix("The code works only once"))
    }

    /// Steps that do something else are not the answer, however many of the question's words they hold.
    @Test func stepsThatDoSomethingElseGiveWay() async throws {
        let source = LLMSource(
            id: "recording", title: "Record calls",
            passages: [
                """
                # Record calls

                Call recording is part of the Team plan (kept for 30 days) and the Business plan (180 days).

                1. Go to **Phone system › Recording**.
                2. Choose **Every call** or **Never**, for each line.
                3. Choose the announcement that callers hear.
                4. Select **Save**.

                Recordings are under **Phone system › Call history**. Download them one by one, or all at once under **Settings \
                › Export data**. A deleted recording can't be restored.
                """
            ])
        let request = { (question: String) in
            LLMRequest(messages: [LLMMessage(role: .user, content: [.text(question), .source(source)])])
        }
        let export = try await ExtractiveResponder().respond(to: request("How do I export my call recordings?"))
        #expect(export.text.contains("Export data") && !export.text.contains("1."))
        let record = try await ExtractiveResponder().respond(to: request("How do I record my calls?"))
        #expect(record.text.contains("1. Go to Phone system"))
    }
}
