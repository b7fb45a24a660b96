import HelpdeskLanguage

extension AnswerFallback {
    /// What an error of a language model means.
    init(_ error: any Error) {
        // What other errors say is not known to be without texts and keys, nor is what led to this one.
        guard var error = error as? LanguageError else {
            self.init(.unavailable, detail: "\(type(of: error))")
            return
        }
        if let cause = error.cause, !(cause is LanguageError) {
            error.message += "; \(type(of: cause))"
            error.cause = nil
        }
        let cause: Cause =
            switch error.code {
            case .refused: .refused
            case .timedOut: .timedOut
            case .overloaded, .rateLimited: .overloaded
            case .interrupted: .interrupted
            case .invalidRequest, .unauthorized, .notFound, .malformedResponse: .rejected
            default: .unavailable
            }
        self.init(cause, detail: "\(error)")
    }
}
