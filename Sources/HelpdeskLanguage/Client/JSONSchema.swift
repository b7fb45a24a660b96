/// The part of JSON Schema that providers accept for structured output: every property is required unless it is optional,
/// and no others are allowed.
///
/// Encodes to the schema itself.
public indirect enum JSONSchema: Hashable, Sendable {
    /// A text; one of `values` where they are given.
    case string(description: String? = nil, values: [String]? = nil)
    /// A whole number.
    case integer(description: String? = nil)
    /// A number.
    case number(description: String? = nil)
    /// True or false.
    case boolean(description: String? = nil)
    /// A list of equal things.
    case array(of: JSONSchema, description: String? = nil)
    /// Named values, in this order.
    case object([Property], description: String? = nil)

    /// A named value of an object.
    public struct Property: Hashable, Sendable {
        /// The name.
        public var name: String
        /// What the value must be.
        public var schema: JSONSchema
        /// Whether the value may be `null`. The name is there all the same.
        public var isOptional: Bool

        /// Creates a property.
        public init(_ name: String, _ schema: JSONSchema, isOptional: Bool = false) {
            self.name = name
            self.schema = schema
            self.isOptional = isOptional
        }
    }
}

extension JSONSchema: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }

    /// A schema that also allows `null`.
    private struct Nullable: Encodable {
        var schema: JSONSchema
        func encode(to encoder: any Encoder) throws { try schema.encode(to: encoder, allowsNull: true) }
    }

    /// Writes the schema.
    public func encode(to encoder: any Encoder) throws { try encode(to: encoder, allowsNull: false) }

    private func encode(to encoder: any Encoder, allowsNull: Bool) throws {
        var container = encoder.container(keyedBy: Key.self)
        let (type, description): (String, String?) =
            switch self {
            case .string(let description, _): ("string", description)
            case .integer(let description): ("integer", description)
            case .number(let description): ("number", description)
            case .boolean(let description): ("boolean", description)
            case .array(_, let description): ("array", description)
            case .object(_, let description): ("object", description)
            }
        if allowsNull {
            try container.encode([type, "null"], forKey: Key("type"))
        } else {
            try container.encode(type, forKey: Key("type"))
        }
        try container.encodeIfPresent(description, forKey: Key("description"))
        switch self {
        case .string(_, let values?):
            try container.encode(values.map(Optional.some) + (allowsNull ? [nil] : []), forKey: Key("enum"))
        case .array(let element, _):
            try container.encode(element, forKey: Key("items"))
        case .object(let properties, _):
            var fields = container.nestedContainer(keyedBy: Key.self, forKey: Key("properties"))
            for property in properties {
                if property.isOptional {
                    try fields.encode(Nullable(schema: property.schema), forKey: Key(property.name))
                } else {
                    try fields.encode(property.schema, forKey: Key(property.name))
                }
            }
            try container.encode(properties.map(\.name), forKey: Key("required"))
            try container.encode(false, forKey: Key("additionalProperties"))
        case .string, .integer, .number, .boolean: break
        }
    }
}
