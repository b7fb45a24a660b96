package import HTTPTypes
package import HelpdeskJSON
package import HelpdeskLanguage

/// What a service says went wrong, in an answer with a status that is not 2xx or in the middle of a stream.
package struct ProviderError: Error {
    package var status: Int?
    package var type: String?
    package var message: String?
    package var requestID: String?

    /// Reads the error of an answer. Services differ in its form: `{"error": {"type", "message", "code"}}`,
    /// `{"error": "text"}`, `{"message": "text"}`, `{"detail": "text"}`, or no JSON at all.
    package init(_ error: HTTPStatusError) {
        self.init(json: (try? JSONValue(utf8: error.body)) ?? .null, head: error.head)
        status = error.head.status.code
    }

    /// Reads an error that an answer with status 200 has in place of an answer; `nil` where it has none.
    package init?(whole json: JSONValue, head: HTTPResponse) {
        guard let error = json["error"], !error.isNull else { return nil }
        self.init(json: json, head: head)
        status = head.status.code
    }

    /// Reads the error of an event.
    package init(json: JSONValue, head: HTTPResponse) {
        let error = json["error"] ?? json
        type = error["type"]?.string ?? error["code"]?.string
        // OpenAI's codes say more than its types, of which most are invalid_request_error.
        if let code = error["code"]?.string, Self.code(type: code) != nil { type = code }
        message = error.string ?? error["message"]?.string ?? json["message"]?.string ?? json["detail"]?.string
        requestID =
            json["request_id"]?.string ?? head.headerFields[.requestID] ?? head.headerFields[.prefixedRequestID]
    }

    /// The kind of error, by what the service calls it, else by the status.
    package var code: LanguageError.Code {
        if let code = type.flatMap(Self.code(type:)) { return code }
        switch status {
        case 401, 402, 403, 407: return .unauthorized
        case 404, 410, 301, 302, 303, 307, 308: return .notFound
        case 408, 504: return .timedOut
        case 429: return .rateLimited
        case 529: return .overloaded
        case 409, 425: return .unavailable
        case let status? where (400..<500).contains(status): return .invalidRequest
        default: return .unavailable
        }
    }

    private static func code(type: String) -> LanguageError.Code? {
        switch type {
        case "invalid_request_error", "request_too_large", "context_length_exceeded", "string_above_max_length":
            .invalidRequest
        case "authentication_error", "permission_error", "billing_error", "invalid_api_key", "insufficient_permissions":
            .unauthorized
        case "not_found_error", "model_not_found": .notFound
        case "rate_limit_error", "rate_limit_exceeded", "insufficient_quota", "tokens", "requests": .rateLimited
        case "timeout_error": .timedOut
        case "overloaded_error", "overloaded", "engine_overloaded": .overloaded
        case "api_error", "server_error", "internal_error", "internal_server_error", "conflict_error": .unavailable
        case "content_filter", "content_policy_violation": .refused
        default: nil
        }
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("request-id")!
    static let prefixedRequestID = HTTPField.Name("x-request-id")!
}
