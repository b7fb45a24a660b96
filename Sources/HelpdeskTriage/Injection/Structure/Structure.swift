/// A form in a text that belongs to prompts, markup or machines rather than to prose.
struct Structure {
    enum Form: UInt8, CaseIterable {
        case templateToken, roleTag, contextTag, jsonRole, jsonTool, systemLabel, assistantLabel, userLabel, bracketNote
        case comment, hiddenStyle, hiddenAttribute, frontMatter, dataLink, imageLink, placeholderLink, link, call
        case keyValues, slashCommand, template, delimiter, sql, emailAddress, command
    }

    var form: Form
    /// Folded scalars.
    var range: Range<Int>

    /// What steering of this form usually is.
    static func kind(_ form: Form) -> InjectionKind? {
        switch form {
        case .templateToken, .roleTag, .contextTag, .jsonRole, .systemLabel, .assistantLabel, .delimiter: .fakeTurn
        case .jsonTool, .call, .slashCommand, .sql, .command: .toolMisuse
        case .comment, .hiddenStyle, .hiddenAttribute, .frontMatter: .invisible
        case .placeholderLink, .dataLink, .imageLink: .exfiltration
        default: nil
        }
    }

    /// What its words are marked with.
    static func concept(_ form: Form) -> Concept? {
        switch form {
        case .comment, .hiddenStyle, .hiddenAttribute, .frontMatter: .hidden
        case .dataLink, .placeholderLink, .imageLink, .emailAddress: .outbound
        case .call, .slashCommand, .jsonTool, .sql, .command: .call
        case .keyValues: .keyValue
        case .template: .placeholder
        case .templateToken, .roleTag, .jsonRole, .systemLabel, .assistantLabel, .contextTag, .delimiter: .turn
        default: nil
        }
    }
}
