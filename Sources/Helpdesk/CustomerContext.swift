/// Who asks.
public struct CustomerContext: Hashable, Sendable {
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
    /// Free fields of the host.
    public var metadata: [String: String]

    /// Creates a context.
    public init(
        id: String, name: String? = nil, email: String? = nil, plan: String? = nil, previousContacts: Int = 0,
        metadata: [String: String] = [:]
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.plan = plan
        self.previousContacts = previousContacts
        self.metadata = metadata
    }
}
