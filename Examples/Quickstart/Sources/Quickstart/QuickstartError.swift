/// What this program itself can fail with; the library's errors speak for themselves.
enum QuickstartError: Error, CustomStringConvertible {
    case noModel
    case noHelpCenter(String)
    case noKnowledge(String)
    case noKey(String)

    var description: String {
        switch self {
        case .noModel:
            """
            no embedding model. Run Scripts/setup, which fetches it and says where it is, and set HELPDESK_MODEL_DIR \
            to that folder or give it with --model. To try the program without a model, add --hashing.
            """
        case .noKey(let variable):
            "no key for the language model. Set \(variable), or name a server of your own with --base-url"
        case .noHelpCenter(let path):
            "the built-in help center is missing from \(path); build the example again"
        case .noKnowledge(let path):
            "\(path) holds no articles, FAQs or resolved tickets (Markdown, reStructuredText, JSON, JSON Lines, CSV)"
        }
    }
}
