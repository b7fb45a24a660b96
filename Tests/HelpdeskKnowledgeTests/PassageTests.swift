import HelpdeskKnowledge
import SentenceEmbeddings
import Testing

@Suite struct PassageTests {
    private func passages(
        _ item: KnowledgeItem, length: Int = 800
    ) async throws -> (passages: [Passage], embedded: [String]) {
        var configuration = KnowledgeBase.Configuration()
        configuration.passageLength = length
        configuration.passageOverlap = length / 10
        let model = WordModel()
        let base = try await KnowledgeBase(model: model, index: FlatIndex(), configuration: configuration)
        try await base.upsert([item])
        let passages = base.passages(ofItem: item.id)
        let scalars = Array(item.text.unicodeScalars)
        for (position, passage) in passages.enumerated() {
            #expect(Array(passage.text.unicodeScalars) == Array(scalars[passage.range]))
            #expect(passage.position == position)
            #expect(passage.itemID == item.id)
        }
        return (passages, model.embeddedTexts)
    }

    @Test func cutsMarkdownAtHeadingsAndStripsWhatIsEmbedded() async throws {
        let body = """
            # Backups

            Backups run **nightly** and are kept for 30 days. See [the plan](https://example.com/plan?x=1) for more.

            ![A diagram of the backup service](/img/backup.png)

            ## Restore & repair

            Press <kbd>Restore</kbd> &amp; wait; `config.json` stays. <!-- internal
            note --> Use snake_case and 2 * 3 = 6, `<hostname>` and <your-name>.

            | Plan | Days |
            |------|:----:|
            | Pro  | 90   |

            ```sh
            # not a heading
            acme restore --all
            ```

            [plan]: https://example.com/plan
            """
        let (passages, embedded) = try await passages(
            .article(Article(id: "a", title: "Backups", body: body)), length: 200)
        #expect(passages.first?.heading == nil)
        #expect(passages.first?.text.hasPrefix("# Backups") == true)
        #expect(passages.first?.text.contains("![A diagram") == true)
        #expect(passages.dropFirst().allSatisfy { $0.heading == "Restore & repair" })
        let all = embedded.joined(separator: "\n")
        #expect(embedded.allSatisfy { $0.hasPrefix("Backups\n") })
        for kept in [
            "run nightly and", "See the plan for more.", "A diagram of the backup service", "Restore & wait",
            "config.json stays",
            "snake_case and 2 * 3", "<hostname> and <your-name>", "Pro 90", "acme restore --all", "# not a heading",
        ] {
            #expect(all.contains(kept), "\(kept)")
        }
        for gone in ["example.com", "/img/", "**", "<kbd>", "&amp;", "internal", "|", "---", "```", "[plan]"] {
            #expect(!all.contains(gone), "\(gone)")
        }
    }

    @Test func cutsReStructuredTextAtHeadingsAndStripsWhatIsEmbedded() async throws {
        let body = """
            .. _backup:

            Server guide
            ============

            .. image:: ../images/server.png
              :alt: The server's console
              :width: 300

            See :ref:`Restore a backup <restore>`, :doc:`/guide/upgrade-notes` and `the site <https://example.com>`__.
            Press :kbd:`Ctrl` and ``acme run``. Use |icon| *now*.

            Restore
            -------

            .. note:: Stop the server first.

            .. code-block:: sh

              acme restore

            +-------+------+
            | Plan  | Days |
            +=======+======+
            | Pro   | 90   |
            +-------+------+

            .. config:setting:: site-url
              :displayname: Site URL
              :environment: MM_SITEURL

            Details
            ~~~~~~~

            Takes an hour, at most two on a slow disk, and never more than a night for the largest of all servers.
            """
        let (passages, embedded) = try await passages(
            .article(Article(id: "a", title: "Server guide", body: body, format: .restructuredText)), length: 200)
        #expect(passages.last?.heading == "Restore > Details")
        let all = embedded.joined(separator: "\n")
        for kept in [
            "The server's console", "See Restore a backup, upgrade-notes and the site.", "Press Ctrl and acme run.",
            "now.",
            "Stop the server first.", "acme restore", "Pro 90", "Site URL", "MM_SITEURL", "Takes an hour",
        ] {
            #expect(all.contains(kept), "\(kept)")
        }
        for gone in [
            "_backup", "images/", "300", "restore>", "example.com", ":kbd:", "``", "|", "====", "--", "code-block",
        ] {
            #expect(!all.contains(gone), "\(gone)")
        }
    }

    @Test func embedsAQuestionWithTheStartOfItsAnswer() async throws {
        let answer = "Choose <b>Reset</b>. " + String(repeating: "Then wait for a while. ", count: 20)
        let (passages, embedded) = try await passages(
            .faq(FAQ(id: "f", question: "How do I reset?", answer: answer)))
        #expect(passages.count == 1)
        #expect(passages[0].text.hasPrefix("How do I reset?\n\nChoose <b>Reset</b>."))
        #expect(embedded[0].hasPrefix("How do I reset?\nChoose Reset. Then"))
        #expect(embedded[0].count < 230)
    }

    @Test func embedsTheProblemAndShowsTheResolution() async throws {
        let (passages, embedded) = try await passages(
            .resolvedTicket(
                ResolvedTicket(id: "t", subject: "Locked out", problem: "No link", resolution: "Sent it again")))
        #expect(passages.map(\.text) == ["No link\n\nSent it again"])
        #expect(embedded == ["Locked out\nNo link"])
    }

    @Test func embedsALabelledQuestionAsItIs() async throws {
        let (passages, embedded) = try await passages(
            .resolvedTicket(
                ResolvedTicket(id: "t", problem: "where is my card", resolution: "", category: "card_arrival")))
        #expect(passages.map(\.text) == ["where is my card"])
        #expect(embedded == ["where is my card"])
    }

    @Test func splitsLongQuestionsAndTickets() async throws {
        let long = (0..<200).map { "word\($0)" }.joined(separator: " ")
        let (faq, faqTexts) = try await passages(
            .faq(FAQ(id: "f", question: "What is it?", answer: long)), length: 300)
        #expect(faq.count > 3)
        #expect(faqTexts.allSatisfy { $0.hasPrefix("What is it?\n") })
        let (ticket, ticketTexts) = try await passages(
            .resolvedTicket(ResolvedTicket(id: "t", problem: "It broke", resolution: long)), length: 300)
        #expect(ticket.count > 3)
        #expect(ticketTexts.allSatisfy { $0.hasPrefix("It broke") })
        #expect(ticketTexts.contains { $0.contains("word199") })
    }

    @Test func keepsAnArticleOfNothingButMarkUp() async throws {
        let (passages, embedded) = try await passages(
            .article(
                Article(id: "a", title: "Contents", body: ".. toctree::\n   :hidden:\n", format: .restructuredText)))
        #expect(passages.count == 1)
        #expect(embedded == ["Contents"])
    }

    @Test(arguments: [
        "[", "![", "<", "`", "`` ` ", "{a", ":a", "*", "_ ", "&", "[a](", "..  ", "|", "\\", "```\n", "#", "=\n",
    ])
    func takesHostileMarkUpInLinearTime(_ piece: String) async throws {
        let body = "x" + String(repeating: piece, count: 300_000 / piece.utf8.count)
        for format in [Article.Format.markdown, .restructuredText, .plain] {
            _ = try await passages(.article(Article(id: "a", title: "t", body: body, format: format)))
        }
    }
}
