/// Turns text into the terms that ``BM25Index`` counts.
///
/// - Letters lose case and diacritics ("Zürich" and "zurich" are one term); typographic apostrophes are apostrophes.
/// - A word is letters and digits; `.`, `_`, `-` and `@` between them belong to it. A word with one of these, or with an
///   inner capital, gives itself whole **and** its parts: `config.json` gives `config.json`, `config`, `json`; `v1.2.3`
///   gives `v1.2.3`, `v1`, `2`, `3`; `SiteURL` gives `siteurl`, `site`, `url`. In the whole form `-` and `_` are left
///   out, so that `E-1042` and `E1042`, `e-mail` and `email` meet. Single letters are no parts.
/// - `'s`, `'m`, `'d`, `'ve`, `'re`, `'ll` at the end of a word are cut off; "can't" becomes `cant`.
/// - A short list of English function words is left out, but not "no" and "not".
/// - English endings are cut by the Porter2 stemmer from words of ASCII letters.
/// - Han characters and kana give every pair of neighbours (a single one gives itself).
/// - Words of more than 64 bytes (keys, encoded data) are left out.
///
/// O(text); any text is accepted.
public struct LexicalTokenizer: Sendable {
    /// Creates a tokenizer.
    public init() {}

    /// The terms of a text, in its order, repeated as often as they occur.
    public func terms(in text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var run = TokenizerRun(bytes)
            run.run()
            return run.terms
        }
    }
}
