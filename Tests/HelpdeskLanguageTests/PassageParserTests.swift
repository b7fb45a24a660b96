import HelpdeskLanguage
import Testing

@Suite("Reading passages")
struct PassageParserTests {
    private func parse(_ text: String, title: String = "") -> PassageStructure {
        PassageParser.parse(Array(text.utf8), title: title)
    }

    private func texts(_ text: String, title: String = "") -> [String] { parse(text, title: title).units.map(\.text) }

    @Test func markdownNoiseIsDropped() {
        let text = """
            # Calls

            ```{include} badge.md
            ```
            ![shot](a.png)

            Start a **call** first.
            Then talk.

            ---

            | Key | Meaning |
            |-----|:-------:|
            | `a` | Answer |

            ```sh
            sudo run --now

            exit
            ```

            ```{note}
            Mind the gap.
            ```
            <!-- secret -->
            Bye now.
            """
        let structure = parse(text)
        #expect(
            structure.units.map(\.text) == [
                "Start a call first.", "Then talk.", "Key: Meaning", "a: Answer", "sudo run --now\n\nexit",
                "Mind the gap.",
                "Bye now.",
            ])
        #expect(structure.headings.first?.text == "Calls")
        for unit in structure.units where unit.kind == .code {
            #expect(unit.range.count == "sudo run --now\n\nexit".utf8.count)
        }
    }

    @Test func restructuredTextNoiseIsDropped() {
        let text = """
            Search
            ======

            .. include:: badge.rst
              :start-after: :nosearch:

            .. _label:

            .. note::

              Search is *slow* with :doc:`Bleve </bleve>`.

            Set up
            ------

            Run this::

              make search
                --fast

            .. image:: a.png
              :alt: A picture that nobody sees.

            Done.
            """
        let structure = parse(text)
        #expect(
            structure.units.map(\.text) == [
                "Search is slow with Bleve.", "Run this:", "make search\n  --fast", "Done.",
            ])
        #expect(structure.headings.map(\.text) == ["Search", "Set up"])
        #expect(structure.headings[1].parent == 0)
    }

    @Test func stepsSurviveImagesAndNesting() {
        let text = """
            To start, follow these steps:

            1. Open it.

            .. image:: a.png
              :alt: Nothing.

            2. Choose one:

               - left
               - right

            ![x](y.png)

            3. Save.
            """
        let structure = parse(text)
        #expect(structure.lists.count == 1)
        #expect(structure.lists.first?.lastNumber == 3)
        #expect(structure.lists.first?.leadIn == 0)
        #expect(structure.units.count { $0.list == 0 } == 5)
        #expect(structure.units.map(\.marker) == ["", "1.", "2.", "  -", "  -", "3."])
    }

    @Test(arguments: [
        "1. One. 2. Two. 3. Three.", "1) One.\n2) Two.\n3) Three.", "Step 1: One.\nStep 2: Two.\nStep 3: Three.",
        "#. One.\n#. Two.\n#. Three.", "1. One.\n1. Two.\n1. Three.", "Do this: 1. One. 2. Two. 3. Three.",
    ])
    func numbersOfAllKinds(_ text: String) {
        let structure = parse(text)
        #expect(structure.lists.count == 1)
        #expect(structure.lists.first?.lastNumber == 3)
        #expect(structure.units.suffix(3).map(\.text) == ["One.", "Two.", "Three."])
    }

    @Test func framedTableGivesItsCells() {
        let text = """
            +----------+------------------------------+
            | Setting  | Meaning                      |
            +==========+==============================+
            | Password | You may change it. Use 12    |
            |          | letters.                     |
            +----------+------------------------------+
            """
        let structure = parse(text)
        #expect(structure.units.map(\.text) == ["You may change it.", "Use 12 letters."])
        #expect(structure.units.first?.heading.map { structure.headings[$0].text } == "Password")
    }

    @Test func ticketsGiveTheirResolution() {
        let text = """
            Subject: Cannot log in
            Problem: Hi, I can't log in since Monday.
            Resolution:
            Hi Ann,

            Thanks for reaching out! Clear the cache and sign in again.
            Best regards,
            Joe Miller
            Support Team
            """
        let units = parse(text).units
        #expect(
            units.filter { $0.voice == .answerer && !$0.isCourtesy }.map(\.text) == [
                "Clear the cache and sign in again."
            ])
        #expect(units.filter { $0.voice == .asker }.count >= 2)
    }

    @Test func questionsAreMarked() {
        let structure = parse("How do I cancel?\nOpen Settings and choose Plan.")
        #expect(structure.units.map(\.isQuestion) == [true, false])
        #expect(structure.units.last?.question == 0)
    }

    @Test func titleAndFrontMatterAreNotQuoted() {
        #expect(texts("---\ntitle: X\ntags: [a]\n---\nText here.") == ["Text here."])
        #expect(texts("Reset your password\n\nOpen it.", title: "Reset your password!") == ["Open it."])
    }

    @Test func rangesAreLiteral() {
        let text = "# A\r\n\r\nFirst *one*.\r\nSecond\r\none.\r\n\r\n- item a\r\n- item b\r\n"
        let bytes = Array(text.utf8)
        let structure = PassageParser.parse(bytes)
        #expect(structure.units.map(\.text) == ["First one.", "Second one.", "item a", "item b"])
        #expect(String(decoding: bytes[structure.units[1].range], as: UTF8.self) == "Second\r\none.")
    }

    @Test func hostilePassagesAreRead() {
        for unit in [
            "|", "+-", "1. ", "- ", "# ", "```\n", ".. a::\n", "> ", "\n \n", "<!--", "=\n", ":a: b\n", "| a |\n",
            "\u{0}",
        ] {
            let structure = parse(String(repeating: unit, count: 20_000))
            #expect(structure.units.count <= 20_000)
        }
        #expect(parse("").units.isEmpty)
    }
}
