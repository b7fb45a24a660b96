/// Who asks.
public struct CustomerContext: Hashable, Sendable, Codable {
    /// The host's name for the customer.
    public var id: String
    /// The customer's name.
    public var name: String?
    /// The customer's e-mail address.
    public var email: String?
    /// The plan or tier the customer is on.
    public var plan: String?
    /// How often the customer has already written about this matter.
    public var previousContacts: Int
    /// What the customer has been worth to the host so far, in the host's currency.
    public var lifetimeValue: Double?
    /// The language the customer writes in, as a BCP 47 tag: `de`, `pt-BR`.
    public var language: String?
    /// Free fields of the host.
    public var metadata: [String: String]

    /// Creates a context.
    public init(
        id: String, name: String? = nil, email: String? = nil, plan: String? = nil, previousContacts: Int = 0,
        lifetimeValue: Double? = nil, language: String? = nil, metadata: [String: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.plan = plan
        self.previousContacts = previousContacts
        self.lifetimeValue = lifetimeValue
        self.language = language
        self.metadata = metadata
    }
}
