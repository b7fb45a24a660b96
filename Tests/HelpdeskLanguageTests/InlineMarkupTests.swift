import HelpdeskLanguage
import Testing

@Suite("Inline mark-up")
struct InlineMarkupTests {
    private func plain(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return InlineMarkup.plainText(bytes, 0..<bytes.count)
    }

    @Test(arguments: [
        ("Choose **Settings > *Plan***.", "Choose Settings > Plan."),
        ("See [the guide](https://example.com/a_(b)) now.", "See the guide now."),
        ("A ![picture](x.png) here", "A here"),
        ("Run `git *x*` or ``a`b``.", "Run git *x* or a`b."),
        ("Use :doc:`search </admin/search>` and :kbd:`Ctrl`.", "Use search and Ctrl."),
        ("Open {ref}`the log <release-v1>`.", "Open the log."),
        ("A `link <https://example.com>`__ and `name`_.", "A link and name."),
        ("Select the |gear| icon, |plus|.", "Select the icon, ."),
        ("5 * 3 * 2 and snake_case_name and 2*3*4", "5 * 3 * 2 and snake_case_name and 2*3*4"),
        ("<b>Bold</b> &amp; <your-name> &lt;tag&gt;<br/>", "Bold & <your-name> <tag>"),
        ("<https://example.com> <!-- hidden --> end", "https://example.com end"),
        ("**Half bold. And", "Half bold. And"), ("C:\\Users\\x \\*literal\\*", "C:\\Users\\x *literal*"),
        ("line\n  feed\r\n> quoted", "line feed quoted"), ("Follow these steps::", "Follow these steps:"),
        ("two  spaces stay", "two  spaces stay"), ("12:30 and a:b:`c`", "12:30 and a:b:c"),
        ("Costs ~~10~~ 5", "Costs 10 5"), ("", ""), ("[", "["), ("[^1]note", "note"),
    ])
    func cleans(_ text: String, _ expected: String) {
        #expect(plain(text) == expected)
    }

    @Test func hostileInputIsLinear() {
        for unit in ["[", "*a ", "`", "<a ", "![", "|a", "[](", "_x", "<!--"] {
            let text = String(repeating: unit, count: 200_000)
            #expect(plain(text).utf8.count <= text.utf8.count)
        }
    }
}
