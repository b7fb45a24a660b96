extension LLMRequest {
    /// Refuses a request that no client can answer.
    ///
    /// Conformers of ``LLMClient`` call this first, so that all of them refuse the same requests.
    ///
    /// - Throws: ``LanguageError`` with ``LanguageError/Code/invalidRequest`` where there is no message of the user or
    ///   it isn't the last one, where a source has an empty id or the id of another source, or where
    ///   ``maximumOutputTokens`` or ``timeout`` isn't positive, or where ``outputSchema`` has no name.
    public func validate() throws(LanguageError) {
        guard let last = messages.last, messages.contains(where: { $0.role == .user }) else {
            throw LanguageError(.invalidRequest, "the request has no message of the user; the last must be one")
        }
        guard last.role == .user else {
            throw LanguageError(
                .invalidRequest, "message \(messages.count - 1), the last, is the model's; it must be the user's")
        }
        if let limit = maximumOutputTokens, limit <= 0 {
            throw LanguageError(.invalidRequest, "maximumOutputTokens is \(limit); it must be 1 or more, or nil")
        }
        if let timeout, timeout <= .zero {
            throw LanguageError(.invalidRequest, "timeout is \(timeout); it must be more than zero, or nil")
        }
        if let outputSchema, outputSchema.name.isEmpty {
            throw LanguageError(.invalidRequest, "the output schema has an empty name")
        }
        var positions: [String: Int] = [:]
        for (position, source) in sources.enumerated() {
            guard !source.id.isEmpty else {
                throw LanguageError(
                    .invalidRequest, "source \(position) (\"\(source.title.prefix(60))\") has an empty id")
            }
            if let earlier = positions.updateValue(position, forKey: source.id) {
                throw LanguageError(
                    .invalidRequest,
                    "sources \(earlier) and \(position) have the same id, \"\(source.id.prefix(60))\"; ids must be unique"
                )
            }
        }
    }
}
