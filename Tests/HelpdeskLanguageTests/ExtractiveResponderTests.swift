import HelpdeskLanguage
import Testing

@Suite("Extractive responder")
struct ExtractiveResponderTests {
    private func source(_ id: String, _ title: String, _ passages: String...) -> LLMSource {
        LLMSource(id: id, title: title, passages: passages)
    }

    private func ask(
        _ question: String, _ sources: [LLMSource], _ configuration: ExtractiveResponder.Configuration = .init(),
        tokens: Int? = nil
    ) async throws -> LLMResponse {
        let content = [LLMContent.text(question)] + sources.map { .source($0) }
        let request = LLMRequest(messages: [LLMMessage(role: .user, content: content)], maximumOutputTokens: tokens)
        let response = try await ExtractiveResponder(configuration: configuration).respond(to: request)
        check(response, sources, configuration)
        let streamed = try await LLMResponse(
            collecting: ExtractiveResponder(configuration: configuration).stream(request), model: "extractive")
        #expect(streamed == response)
        return response
    }

    /// The promises that hold for every answer: literal quotes, and nothing outside them but the host's own words.
    private func check(
        _ response: LLMResponse, _ sources: [LLMSource], _ configuration: ExtractiveResponder.Configuration
    ) {
        let bytes = Array(response.text.utf8)
        var isCited = [Bool](repeating: false, count: bytes.count)
        for citation in response.citations {
            guard let source = sources.first(where: { $0.id == citation.sourceID }), let range = citation.answerRange
            else {
                Issue.record("a citation names no source or place")
                continue
            }
            #expect(source.passages[citation.passage].contains(citation.quote))
            for index in range { isCited[index] = true }
            let quoted = citation.quote.utf8.filter { $0 > 0x40 }
            var rest = quoted[...]
            // The answer's letters are the quote's, in order.
            let shown = bytes[range].filter { $0 > 0x40 }
            for byte in shown {
                while let next = rest.first, next != byte { rest.removeFirst() }
                if rest.isEmpty {
                    Issue.record("\(String(decoding: bytes[range], as: UTF8.self)) is not from \(citation.quote)")
                    break
                }
                rest.removeFirst()
            }
        }
        if !response.citations.isEmpty {
            let opening = configuration.opening.utf8.count
            let closing = configuration.closing.utf8.count
            for index in opening..<bytes.count - closing where !isCited[index] {
                #expect(bytes[index] == 0x0A || bytes[index] == 0x20)
            }
        }
    }

    private let password = LLMSource(
        id: "kb-1", title: "Reset your password",
        passages: [
            "Acme accounts are protected. To reset your password, open the sign-in page and choose Forgot password. We send a "
                + "link by e-mail. The link works for 30 minutes.",
            "Your profile picture can be changed under Settings.",
        ])
    private let billing = LLMSource(
        id: "kb-2", title: "API overage charges",
        passages: [
            "Each plan includes a number of API calls. Calls beyond it are charged at $0.002 each. You can set a spending limit "
                + "under Billing > Limits."
        ])

    @Test func quotesTheRightSentences() async throws {
        let response = try await ask("I forgot my password, how can I reset it?", [password, billing])
        #expect(response.text.hasPrefix("To reset your password, open the sign-in page and choose Forgot password."))
        #expect(Set(response.citations.map(\.sourceID)) == ["kb-1"])
        #expect(response.citations.first?.passage == 0)
        #expect(response.text.contains(response.citations[0].quote))
        #expect(response.stopReason == .complete)
        #expect(response.usage == LLMUsage())
    }

    @Test func findsTheRightSourceWhereverItStands() async throws {
        for sources in [[password, billing], [billing, password]] {
            let response = try await ask("Why was I charged for API calls?", sources)
            #expect(response.citations.first?.sourceID == "kb-2")
            #expect(response.text.contains("$0.002 each."))
        }
    }

    @Test func saysNothingWhereNothingIsShared() async throws {
        for question in ["What is the capital of France?", "", "  \n", "?", "how do I do that", "😀"] {
            let response = try await ask(question, [password, billing])
            #expect(response.stopReason == .noAnswer, "\(question)")
            #expect(response.text.isEmpty && response.citations.isEmpty)
        }
        #expect(try await ask("How do I reset my password?", []).stopReason == .noAnswer)
        #expect(try await ask("reset password", [source("a", "", "", " ")]).stopReason == .noAnswer)
    }

    @Test func quotesStepsWhole() async throws {
        let steps = """
            ## Cancel your plan

            Only owners can cancel.

            1. Open **Settings**.
            2. Select *Plan*.

            ![Plan](plan.png)

            3. Choose [Cancel](https://example.com) and confirm.

            You keep access until the month ends.
            """
        let response = try await ask("How do I cancel my plan?", [source("c", "Plans", steps)])
        #expect(response.text.contains("1. Open Settings.\n2. Select Plan.\n3. Choose Cancel and confirm."))
        #expect(!response.text.contains("plan.png") && !response.text.contains("example.com"))
    }

    @Test func joinsStepsAcrossPassages() async throws {
        let response = try await ask(
            "How do I move my workspace?",
            [
                source(
                    "m", "Move a workspace", "3. Confirm the move.\n4. Wait for the e-mail.\n\nMoves are final.",
                    "To move a workspace, follow these steps:\n\n1. Open Admin.\n2. Choose Move workspace.")
            ])
        let expected = "1. Open Admin.\n2. Choose Move workspace.\n3. Confirm the move.\n4. Wait for the e-mail."
        #expect(response.text.contains(expected), "\(response.text)")
    }

    @Test func quotesTheAnswerOfAFAQ() async throws {
        let faq = source(
            "f", "Can I get a refund?", "Can I get a refund?\nYes, within 30 days of the purchase. Write to us.")
        let response = try await ask("Can I get a refund?", [faq])
        #expect(response.text == "Yes, within 30 days of the purchase. Write to us.")
        let labelled = source("g", "Refunds", "Q: Do you refund?\nA: Within 30 days. No questions asked.")
        #expect(try await ask("do you refund", [labelled]).text == "Within 30 days. No questions asked.")
    }

    @Test func quotesTheResolutionOfATicket() async throws {
        let ticket = source(
            "t", "Router keeps dropping",
            "Problem: My router drops the connection every hour!\n\nResolution: Hi Sam, sorry to hear that. Update the router to "
                + "firmware 2.1.4, then restart it. This stops the hourly drops.\n\nBest regards,\nLea")
        let response = try await ask("my router drops every hour", [ticket])
        #expect(response.text.contains("Update the router to firmware 2.1.4, then restart it."))
        for noise in ["Sam", "Lea", "regards", "My router", "sorry"] {
            #expect(!response.text.contains(noise), "\(noise)")
        }
    }

    @Test func keepsCodeWhole() async throws {
        let text =
            "Intro.\n\nTo restart the server, run this command:\n\n```sh\nsudo systemctl \\\n  restart acme\n```\n\nDone."
        let response = try await ask("How do I restart the server?", [source("s", "Server", text)])
        #expect(response.text.contains("sudo systemctl \\\n  restart acme"))
        #expect(!response.text.contains("```"))
    }

    @Test func combinesSourcesOnlyForNewCoverage() async throws {
        let shipping = source("ship", "Shipping", "Shipping within Europe takes three days.")
        let returns = source("ret", "Returns", "Returns are free within 30 days.")
        let both = try await ask("How long does shipping take and are returns free?", [shipping, returns, password])
        #expect(
            both.citations.map(\.sourceID) == ["ship", "ret"] || both.citations.map(\.sourceID) == ["ret", "ship"])
        let copy = source("copy", "Shipping", "Shipping within Europe takes three days.")
        #expect(try await ask("How long does shipping take?", [shipping, copy]).citations.count == 1)
        let one = try await ask(
            "How long does shipping take and are returns free?", [shipping, returns], .init(maximumSources: 1))
        #expect(Set(one.citations.map(\.sourceID)).count == 1)
    }

    @Test func respectsLimits() async throws {
        let text = (1...40).map { "The backup number \($0) runs at night without any help." }.joined(separator: " ")
        let sources = [source("b", "Backup", text)]
        let short = try await ask("When does the backup run?", sources, .init(maximumSentences: 1))
        #expect(short.text.split(separator: ". ").count == 1)
        for limit in [1, 10, 60, 200] {
            let response = try await ask("When does the backup run?", sources, .init(maximumCharacters: limit))
            #expect(response.text.count <= limit)
            if limit < 40, !response.text.isEmpty { #expect(response.stopReason == .length) }
        }
        let cut = try await ask("When does the backup run?", sources, tokens: 5)
        #expect(cut.text.count <= 20 && cut.stopReason == .length)
        let odd = ExtractiveResponder.Configuration(maximumSentences: -1, maximumCharacters: .max, maximumSources: 0)
        #expect(try await !ask("When does the backup run?", sources, odd, tokens: .max).text.isEmpty)
    }

    @Test func saysTheHostsWordsAround() async throws {
        let configuration = ExtractiveResponder.Configuration(opening: "Grüezi!", closing: "Does this help?")
        let response = try await ask("reset password", [password], configuration)
        #expect(response.text.hasPrefix("Grüezi!\n\nTo reset") && response.text.hasSuffix("\n\nDoes this help?"))
        let none = try await ask("capital of France", [password], configuration)
        #expect(none.text.isEmpty)
    }

    @Test func followUpsUseWhatWasAsked() async throws {
        let request = LLMRequest(messages: [
            .user("How do I reset my password?"), .assistant("Choose Forgot password."),
            LLMMessage(role: .user, content: [.text("And how do I do that?"), .source(billing), .source(password)]),
        ])
        let response = try await ExtractiveResponder().respond(to: request)
        #expect(response.citations.first?.sourceID == "kb-1")
    }

    @Test func otherScriptsAreQuoted() async throws {
        let chinese = source("zh", "账户", "您可以在设置中重置密码。发票每月发送一次。")
        #expect(try await ask("怎么重置密码？", [chinese]).text.hasPrefix("您可以在设置中重置密码。"))
        let german = source("de", "Rücksendung", "Die Ware ist neu. Die Rücksendung kostet 4,90 €. 👍🏽 Danke.")
        #expect(try await ask("Was kostet die Rücksendung?", [german]).text.contains("Die Rücksendung kostet 4,90 €."))
    }

    @Test func hugeInputIsAnswered() async throws {
        let noise = String(repeating: "Nothing to see in this sentence about weather. ", count: 22_000)
        let big = source("big", "Big", noise + "The gadget warranty lasts two years. " + noise)
        let response = try await ask("How long is the gadget warranty?", [big])
        #expect(response.text.contains("The gadget warranty lasts two years."))
        let many = LLMSource(
            id: "many", title: "Many", passages: (0..<10_000).map { "Passage \($0) is about item \($0)." })
        #expect(try await ask("What is item 7777 about?", [many]).text.contains("7777"))
        let question = String(repeating: "lorem ipsum dolor ", count: 60_000) + "How do I reset my password?"
        #expect(try await ask(question, [password]).citations.first?.sourceID == "kb-1")
    }

    @Test func cancelledTaskThrows() async throws {
        let text = String(repeating: "Some words about passwords. ", count: 40_000)
        let request = LLMRequest(messages: [
            LLMMessage(role: .user, content: [.text("passwords"), .source(source("a", "A", text))])
        ])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await ExtractiveResponder().respond(to: request)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func sameRequestSameAnswer() async throws {
        let answers = try await withThrowingTaskGroup(of: LLMResponse.self) { group in
            for _ in 0..<16 {
                group.addTask { try await ask("password link limit for API charges", [billing, password]) }
            }
            return try await group.reduce(into: Set<LLMResponse>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
    }

    /// Passages cut out of anything: the promises hold whatever the text.
    @Test(arguments: 0..<40)
    func promisesHoldForRandomText(_ seed: Int) async throws {
        let pieces = [
            "password", " reset ", "\n", "\n\n", ". ", "1. ", "2. ", "- ", "**", "`", "```\n", "| a | b |\n",
            "|---|---|\n",
            "+---+---+\n", "| x | y |\n", ".. note::\n\n  ", "# ", "====\n", "[link](http://x.y)", "![i](j)", "é", "👩‍👩‍👧",
            "\r\n",
            "\u{301}", "Hi Ann, ", "Best,\nJoe\n", "Q: why?\nA: ", "<b>", "<!-- x -->", "  ", "\t", "> ",
            "Open the door. ",
            "\u{0}", "密码。", ":ref:`x <y>`", "|icon|", "::\n\n  code\n",
        ]
        var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
        func next() -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33)
        }
        for _ in 0..<40 {
            let passages = (0..<3).map { _ in (0..<next() % 60).map { _ in pieces[next() % pieces.count] }.joined() }
            let sources = [LLMSource(id: "r", title: "reset", passages: passages)]
            _ = try await ask("How do I reset the password door?", sources, .init(maximumCharacters: 20 + next() % 400))
        }
    }
}
