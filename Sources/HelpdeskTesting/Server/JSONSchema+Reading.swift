#if AsyncHTTPClient
    import HelpdeskJSON
    import HelpdeskLanguage

    extension JSONSchema {
        /// Reads a schema back; `nil` for what is not one of ours.
        init?(_ value: JSONValue) {
            let description = value["description"]?.string
            switch Self.type(of: value) {
            case "string":
                self = .string(description: description, values: value["enum"]?.array?.compactMap(\.string))
            case "integer": self = .integer(description: description)
            case "number": self = .number(description: description)
            case "boolean": self = .boolean(description: description)
            case "array":
                guard let items = value["items"], let element = JSONSchema(items) else { return nil }
                self = .array(of: element, description: description)
            case "object":
                // Providers want both of every object.
                guard value["additionalProperties"]?.bool == false, let required = value["required"]?.array else {
                    return nil
                }
                var properties: [Property] = []
                for member in value["properties"]?.members ?? [] {
                    guard let schema = JSONSchema(member.value), required.contains(where: { $0.string == member.key })
                    else { return nil }
                    let isOptional = member.value["type"]?.array != nil
                    properties.append(Property(member.key, schema, isOptional: isOptional))
                }
                self = .object(properties, description: description)
            default: return nil
            }
        }

        private static func type(of value: JSONValue) -> String? {
            let type = value["type"]
            return type?.string ?? type?.array?.compactMap(\.string).first { $0 != "null" }
        }
    }
#endif
