/// What a host changes about how injections are found.
public struct InjectionRules: Sendable, Hashable {
    /// A phrase of the host's own that makes a text suspicious by itself.
    public struct Phrase: Sendable, Hashable {
        /// The words, in any case; accents and marks between them do not matter.
        public var text: String
        /// What it tries.
        public var kind: InjectionKind
        /// The name that findings carry.
        public var name: String

        /// Creates a phrase.
        public init(_ text: String, kind: InjectionKind, name: String) {
            self.text = text
            self.kind = kind
            self.name = name
        }
    }

    /// Phrases of the host's own.
    public var phrases: [Phrase]
    /// The names of built-in rules that neither count nor are reported; the names are those of the findings.
    public var disabled: Set<String>

    /// Creates changes; by default there are none.
    public init(phrases: [Phrase] = [], disabled: Set<String> = []) {
        self.phrases = phrases
        self.disabled = disabled
    }
}
