package import HTTPTypes

/// The address of a service, taken apart.
package struct HTTPEndpoint: Hashable, Sendable {
    package var scheme: String
    package var authority: String
    /// The path, without a slash at its end; empty for none.
    package var path: String

    /// Takes an address apart.
    ///
    /// - Throws: ``HTTPTransportError`` with code `invalidRequest`, which does not repeat the address, for it may hold
    ///   a password.
    package init(_ address: String) throws(HTTPTransportError) {
        func refuse(_ why: String) -> HTTPTransportError { HTTPTransportError(.invalidRequest, "the base URL \(why)") }
        guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else {
            throw refuse("holds a space, a control character or a letter beyond ASCII")
        }
        guard let colon = address.firstRange(of: "://") else { throw refuse("has no scheme; it begins with https://") }
        scheme = address[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { throw refuse("has a scheme other than https and http") }
        let rest = address[colon.upperBound...]
        let slash = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        authority = String(rest[..<slash])
        guard !authority.isEmpty else { throw refuse("has no host") }
        guard !authority.contains("@") else { throw refuse("holds a user name; send it in a header") }
        path = String(rest[slash...])
        guard !path.contains("?"), !path.contains("#") else { throw refuse("has a query or a fragment") }
        while path.hasSuffix("/") { path.removeLast() }
    }

    /// A request to a path of the service.
    package func post(_ subpath: String, _ fields: HTTPFields) -> HTTPRequest {
        HTTPRequest(
            method: .post, scheme: scheme, authority: authority, path: path + subpath, headerFields: fields)
    }
}
