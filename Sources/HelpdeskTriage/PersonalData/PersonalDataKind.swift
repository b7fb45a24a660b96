/// A kind of personal data. More kinds may be added; hosts may name their own.
public struct PersonalDataKind: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in snake case.
    public var rawValue: String
    /// Creates a kind of the host's own.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// An e-mail address, also one written to hide from machines ("ann [at] example [dot] com").
    public static let email = PersonalDataKind(rawValue: "email")
    /// A telephone or fax number with its extension.
    public static let phone = PersonalDataKind(rawValue: "phone")
    /// The full number of a payment card: an issuer's prefix and length, and a correct check digit (ISO/IEC 7812).
    public static let creditCard = PersonalDataKind(rawValue: "credit_card")
    /// An international bank account number: its country's length, and correct check digits (ISO 13616).
    public static let iban = PersonalDataKind(rawValue: "iban")
    /// A social security number of the United States.
    public static let socialSecurityNumber = PersonalDataKind(rawValue: "ssn")
    /// An IPv4 or IPv6 address, without port, prefix length and zone.
    public static let ipAddress = PersonalDataKind(rawValue: "ip_address")
    /// A secret key or token: in the form of a known vendor, a JSON Web Token, a private key, or named as a secret.
    public static let apiKey = PersonalDataKind(rawValue: "api_key")
    /// A URL that carries a password.
    public static let urlCredentials = PersonalDataKind(rawValue: "url_credentials")

    /// All kinds that ``PersonalDataRedactor`` finds.
    public static let all: Set<PersonalDataKind> = [
        .email, .phone, .creditCard, .iban, .socialSecurityNumber, .ipAddress, .apiKey, .urlCredentials,
    ]
}
