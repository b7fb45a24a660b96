import HelpdeskTriage

/// A text whose personal data is marked: `Write to ⟦email|ann@example.com⟧.`
///
/// A broken bar `¦` is left out of the text. It stands inside everything that is shaped like a secret, so that no line
/// of the sources is one.
struct PersonalDataCase: CustomStringConvertible {
    struct Entity: Hashable {
        var kind: PersonalDataKind
        var range: Range<Int>
    }

    let text: String
    let entities: [Entity]

    init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var entities: [Entity] = []
        var kind: String.UnicodeScalarView?
        var name = ""
        var start = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "¦": continue
            case "⟦": kind = String.UnicodeScalarView()
            case "|" where kind != nil:
                name = String(kind ?? String.UnicodeScalarView())
                kind = nil
                start = text.count
            case "⟧":
                entities.append(Entity(kind: PersonalDataKind(rawValue: name), range: start..<text.count))
            default:
                if kind == nil { text.append(scalar) } else { kind?.append(scalar) }
            }
        }
        self.text = String(text)
        self.entities = entities
    }

    var description: String { text }
}
