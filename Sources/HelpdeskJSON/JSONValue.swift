/// A JSON value exactly as it was written: members in order, duplicate keys kept, numbers as text.
///
/// Foundation's decoders merge keys that are canonically equivalent Unicode, which loses vocabulary entries, and
/// accept duplicate keys, which hides malformed model files. This type does neither.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as its source text (validated against RFC 8259).
    case number(String)
    /// A string, with escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object: its members in source order, duplicates included.
    case object([JSONMember])
}

/// One `"key": value` of a JSON object.
public struct JSONMember: Sendable {
    /// The key, with escapes resolved.
    public var key: String
    /// The value.
    public var value: JSONValue
    /// The offset in bytes of the key's opening quote in the parsed text.
    public var offset: Int
}

extension JSONValue {
    /// The value of the last member named `key`, compared byte for byte, or `nil` where there is none or the value
    /// is not an object. O(members).
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    /// The string, or `nil` for another kind of value.
    public var string: String? {
        if case .string(let value) = self { return value }
        return nil
    }

    /// The Boolean, or `nil` for another kind of value.
    public var bool: Bool? {
        if case .bool(let value) = self { return value }
        return nil
    }

    /// The number as an exact signed integer, or `nil` where it is not one or does not fit.
    public var integer: Int? {
        if case .number(let text) = self { return Int(text) }
        return nil
    }

    /// The number as an exact unsigned 64-bit integer, or `nil` where it is not one or does not fit.
    public var unsigned: UInt64? {
        if case .number(let text) = self { return UInt64(text) }
        return nil
    }

    /// The number as a double, or `nil` for another kind of value.
    public var double: Double? {
        if case .number(let text) = self { return Double(text) }
        return nil
    }

    /// The elements, or `nil` for another kind of value.
    public var array: [JSONValue]? {
        if case .array(let values) = self { return values }
        return nil
    }

    /// The members, or `nil` for another kind of value.
    public var members: [JSONMember]? {
        if case .object(let members) = self { return members }
        return nil
    }

    /// Whether the value is `null`.
    public var isNull: Bool {
        if case .null = self { return true }
        return false
    }
}
