import HTTPTypes
import HelpdeskHTTP
import HelpdeskLanguage

extension LanguageExchange {
    /// An exchange with a service that takes what OpenAI takes.
    init(
        openAI baseURL: String, apiKey: APIKey?, headers: HTTPFields, maximumResponseBytes: Int,
        transport: any HTTPTransport, retrier: HTTPRetrier
    ) throws(LanguageError) {
        var fields: HTTPFields = [.contentType: "application/json", .userAgent: "swift-helpdesk"]
        if let apiKey {
            fields.append(contentsOf: try HTTPFields(key: apiKey, in: .authorization, prefix: "Bearer "))
        }
        fields.replace(with: headers)
        var endpoint = try HTTPEndpoint.language(baseURL)
        if endpoint.path.isEmpty { endpoint.path = "/v1" }
        self.init(
            json: JSONExchange(
                transport: transport, endpoint: endpoint, fields: fields, maximumResponseBytes: maximumResponseBytes),
            retrier: retrier, secrets: fields.secrets(key: apiKey, own: headers))
    }
}
