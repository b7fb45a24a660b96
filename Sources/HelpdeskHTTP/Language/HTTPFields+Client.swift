package import HTTPTypes
package import HelpdeskLanguage

extension HTTPFields {
    /// A header with a key.
    ///
    /// - Throws: ``LanguageError`` with code `invalidRequest` where the key cannot be in a header.
    package init(key: APIKey, in name: HTTPField.Name, prefix: String = "") throws(LanguageError) {
        guard let value = key.headerValue else {
            throw LanguageError(.invalidRequest, "the API key is empty, or holds a character that no header can have")
        }
        self = [name: prefix + value]
    }

    /// Puts in other fields, in place of those of the same names.
    package mutating func replace(with others: HTTPFields) {
        for field in others { self[field.name] = nil }
        append(contentsOf: others)
    }

    /// What must not stand in errors: a key, and the values of a host's own headers that are long enough to be secrets.
    package func secrets(key: APIKey?, own: HTTPFields) -> [String] {
        [key?.secret ?? ""] + own.map(\.value).filter { $0.utf8.count >= 8 }
            + own.compactMap { $0.value.hasPrefix("Bearer ") ? String($0.value.dropFirst(7)) : nil }
    }
}

extension HTTPEndpoint {
    /// The address of a service of language models.
    ///
    /// - Throws: ``LanguageError`` with code `invalidRequest`.
    package static func language(_ address: String) throws(LanguageError) -> HTTPEndpoint {
        do {
            return try HTTPEndpoint(address)
        } catch {
            throw LanguageError(.invalidRequest, error.message)
        }
    }
}
