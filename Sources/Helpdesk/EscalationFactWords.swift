/// The words around numbers that tell what they are.
enum EscalationFactWords {
    /// What has a number, and how it is called in a fact.
    static let references: [String: String] = {
        let names = [
            "order", "invoice", "ticket", "case", "booking", "reservation", "reference", "contract", "policy",
            "account",
            "tracking", "transaction", "shipment", "parcel", "delivery", "serial", "customer", "claim", "quote", "bill",
            "receipt", "confirmation", "rma", "incident", "subscription", "license", "licence",
        ]
        var labels = Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })
        labels["ref"] = "reference"
        labels["bestellung"] = "order"
        labels["rechnung"] = "invoice"
        labels["bestellnummer"] = "order"
        labels["rechnungsnummer"] = "invoice"
        labels["kundennummer"] = "customer"
        return labels
    }()

    /// What comes before the code of an error.
    static let errors: [String: String] = Dictionary(
        uniqueKeysWithValues: ["error", "code", "errno", "fehler", "fehlercode", "http", "exception"].map { ($0, $0) })

    /// What may stand between a name and its number.
    static let fillers: Set<String> = [
        "number", "no", "nr", "num", "id", "#", "code", "is", "was", "message", "says", "status", "reference", "ref",
    ]

    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar",
        "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
    ]

    static let currencySymbols: Set<Unicode.Scalar> = ["€", "$", "£", "¥", "₹"]
    static let currencyCodes: Set<String> = [
        "eur", "usd", "gbp", "chf", "jpy", "cad", "aud", "sek", "nok", "dkk", "pln", "inr",
    ]
    static let currencySuffixes = ["€", "$", "£", "¥", "eur", "usd", "gbp", "chf"]
    static let currencies: Set<String> = currencyCodes.union([
        "€", "$", "£", "¥", "euro", "euros", "dollar", "dollars", "pound", "pounds", "quid", "francs", "franken",
        "bucks",
    ])

    /// What has versions.
    static let products: Set<String> = looseProducts.union([
        "version", "firmware", "ios", "ipados", "android", "macos", "windows", "ubuntu", "debian", "linux", "kernel",
        "chrome", "firefox", "safari", "edge", "swift", "python", "java", "php", "mysql", "postgres", "postgresql",
    ])
    /// Those after which a plain number is mostly something else.
    static let looseProducts: Set<String> = ["release", "app", "build", "update", "client", "plugin"]
}
