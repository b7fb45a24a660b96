/// A secret that is sent to a server, and shown nowhere.
///
/// ```swift
/// print(APIKey("sk-123"))  // APIKey(hidden)
/// ```
///
/// Descriptions, mirrors and dumps of the key, and of whatever holds it, don't have it.
public struct APIKey: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    /// The secret itself.
    package let secret: String

    /// Takes a secret; white space around it, which files and environments add, is cut off.
    public init(_ secret: String) { self.secret = secret.trimmed }

    /// Takes a secret.
    public init(stringLiteral value: String) { self.init(value) }

    /// Says that there is a key, not which.
    public var description: String { "APIKey(hidden)" }
    /// Says that there is a key, not which.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension APIKey {
    /// The secret where it can be the value of a header; `nil` where it is empty or holds a control character.
    package var headerValue: String? {
        !secret.isEmpty && secret.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? secret : nil
    }
}
