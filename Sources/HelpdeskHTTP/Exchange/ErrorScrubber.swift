/// Takes secrets, and text of a request that a server repeats, out of what the server says went wrong.
package struct ErrorScrubber: Sendable {
    /// How many bytes of a request in a row may stand in an error.
    private static let window = 24
    /// What is kept of a message at most, in characters.
    private static let maximumLength = 500
    private static let hole = "[…]"

    private let secrets: [String]

    /// - Parameter secrets: Keys and the values of the host's own headers.
    package init(secrets: [String]) {
        self.secrets = secrets.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// A message without secrets.
    ///
    /// - Parameters:
    ///   - message: What a server says.
    ///   - texts: The texts of the request. What the message has in common with them for 24 bytes or more is taken out,
    ///     and a shorter text of 8 bytes or more as a whole. O(message + texts).
    package func scrub(_ message: String, texts: [String] = []) -> String {
        var message = message
        for secret in secrets { message = message.replacing(secret, with: Self.hole) }
        message = String(message.prefix(8 * Self.maximumLength))
        for text in texts where (8..<Self.window).contains(text.utf8.count) {
            message = message.replacing(text, with: Self.hole)
        }
        message = withoutRuns(of: texts, in: message)
        message = String(message.map { $0.isNewline || $0 == "\0" ? " " : $0 })
        return message.count > Self.maximumLength ? message.prefix(Self.maximumLength) + "…" : message
    }

    private func withoutRuns(of texts: [String], in message: String) -> String {
        let bytes = Array(message.utf8)
        let window = Self.window
        guard bytes.count >= window else { return message }
        // Equal hashes are taken for equal texts: at worst too much is taken out.
        var known: Set<UInt64> = []
        Self.hashes(of: bytes, window) { hash, _ in known.insert(hash) }
        var found: Set<UInt64> = []
        for text in texts where text.utf8.count >= window {
            Self.hashes(of: Array(text.utf8), window) { hash, _ in if known.contains(hash) { found.insert(hash) } }
        }
        guard !found.isEmpty else { return message }
        var isTaken = [Bool](repeating: false, count: bytes.count)
        var marked = 0
        Self.hashes(of: bytes, window) { hash, start in
            guard found.contains(hash) else { return }
            for index in max(marked, start)..<start + window { isTaken[index] = true }
            marked = start + window
        }
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if !isTaken[index] {
                result.append(byte)
            } else if index == 0 || !isTaken[index - 1] {
                result += Self.hole.utf8
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A hash of every run of `window` bytes, from the one before.
    private static func hashes(of bytes: [UInt8], _ window: Int, _ body: (UInt64, Int) -> Void) {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        var highest: UInt64 = 1
        for _ in 1..<window { highest = highest &* factor }
        var hash: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            if index >= window { hash = hash &- highest &* UInt64(bytes[index - window]) }
            hash = hash &* factor &+ UInt64(byte)
            if index >= window - 1 { body(hash, index - window + 1) }
        }
    }
}
