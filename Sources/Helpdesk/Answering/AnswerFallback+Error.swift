import HelpdeskLanguage

extension AnswerFallback {
    /// What an error of a language model means.
    init(_ error: any Error) {
        guard let error = error as? LanguageError else {
            self.init(.unavailable, detail: "\(error)")
            return
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
