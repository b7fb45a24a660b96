import HelpdeskJSON
import WordPiece

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SentenceTransformer {
    /// Reads the tokenizer. What `tokenizer.json` says about truncation and padding does not count: the model's limit is in
    /// other files, and nothing is padded.
    static func tokenizer(_ files: ModelFiles, _ file: String) throws(EmbeddingError) -> WordPieceTokenizer {
        let bytes = [UInt8](try files.require(file))
        var options = WordPieceTokenizer.Options()
        if let json = try ModelJSON.object(files, "tokenizer_config.json") {
            options.lowercases = try json.bool("do_lower_case", default: true)
            options.stripsAccents = json["strip_accents"]?.bool
            options.splitsChineseCharacters = try json.bool("tokenize_chinese_chars", default: true)
        }
        do {
            guard file == "vocab.txt" else { return try WordPieceTokenizer(tokenizerJSON: bytes) }
            return try WordPieceTokenizer(vocabulary: bytes, options: options)
        } catch {
            throw EmbeddingError(
                error.code == .unsupportedTokenizer ? .unsupportedModel : .malformedFile,
                "\(file) is not a WordPiece tokenizer this library runs", cause: error)
        }
    }
}
