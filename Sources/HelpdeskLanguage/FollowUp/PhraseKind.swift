/// Kinds of things of which one can stand for another in a question: "on my iPhone", "on Android".
enum PhraseKind: CaseIterable {
    case platform
    case place
    case plan
    case accountType
    case payment
    case day
    case role
    case format
    case service
    case browser
    case size
    case direction
    case speed
    case currency
    case language
    case timePeriod
    case utility
    case cabin

    /// The preposition that goes with it where none was said.
    var preposition: String {
        switch self {
        case .platform, .day: "on"
        case .place, .browser, .language, .currency: "in"
        case .payment, .service: "with"
        default: "for"
        }
    }

    /// The kinds that a word may be of.
    static func of(_ token: FollowUpToken) -> Set<PhraseKind> { kinds[token.lower] ?? [] }

    private static let kinds: [String: Set<PhraseKind>] = {
        var kinds: [String: Set<PhraseKind>] = [:]
        for (kind, list) in lists {
            for word in FollowUpWords.words(list) { kinds[word, default: []].insert(kind) }
        }
        return kinds
    }()

    private static let lists: [(PhraseKind, String)] = [
        (
            .platform,
            """
            android ios iphone iphones ipad ipados windows mac macos macbook linux ubuntu chromebook desktop mobile \
            web phone tablet laptop computer pc \
            tv smartwatch watch browser smartphone playstation xbox switch
            """
        ),
        (
            .place,
            """
            germany austria switzerland france italy spain portugal poland netherlands belgium luxembourg denmark \
            sweden norway finland \
            iceland ireland uk england scotland wales britain greece turkey croatia slovenia hungary romania \
            bulgaria czechia slovakia estonia \
            latvia lithuania ukraine us usa america canada mexico brazil argentina chile australia japan china \
            india korea singapore \
            thailand indonesia malaysia vietnam philippines israel egypt morocco africa europe asia eu london paris \
            berlin munich hamburg vienna \
            zurich geneva madrid rome milan amsterdam brussels oslo stockholm copenhagen helsinki dublin lisbon \
            york california texas \
            boston chicago seattle toronto vancouver sydney melbourne tokyo abroad overseas
            """
        ),
        (
            .plan,
            """
            basic pro premium business enterprise free standard starter team teams family plus essential essentials \
            growth scale \
            professional advanced lite individual monthly annual yearly weekly quarterly trial student gold silver \
            bronze platinum
            """
        ),
        (.accountType, "personal private company corporate joint guest savings checking current"),
        (
            .payment,
            """
            paypal visa mastercard amex klarna cash cheque check invoice sepa card cards debit credit transfer \
            voucher bitcoin apple twint \
            wire
            """
        ),
        (
            .day,
            """
            monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays \
            saturdays sundays weekend weekends weekdays \
            christmas easter today tomorrow holidays
            """
        ),
        (
            .role,
            """
            student students teacher teachers senior seniors child children kid kids adult adults baby infant \
            pensioner pensioners admin admins \
            owner owners member members guest guests freelancer freelancers employee employees employer contractor \
            contractors partner partners \
            resident residents tourist visitor visitors manager managers company companies nonprofit nonprofits \
            charity charities
            """
        ),
        (.format, "csv pdf xlsx xls excel json xml png jpg jpeg heic docx word html markdown txt zip mp3 mp4"),
        (
            .service,
            """
            slack teams gmail outlook dropbox onedrive sharepoint salesforce hubspot zapier zoom jira trello asana \
            notion github gitlab shopify \
            woocommerce wordpress mailchimp stripe quickbooks xero alexa siri google homekit facebook instagram \
            whatsapp telegram discord \
            python node javascript java php ruby go swift rust
            """
        ),
        (.browser, "chrome firefox safari edge opera brave"),
        (.size, "small medium large xl xxl xs single double triple"),
        (.direction, "upload download incoming outgoing inbound outbound import export arrival departure outward"),
        (.speed, "express standard economy overnight priority regular same-day next-day first-class second-class"),
        (.currency, "euro euros dollar dollars usd eur gbp chf pounds francs yen"),
        (
            .language,
            "english german french spanish italian dutch portuguese polish turkish swedish japanese chinese russian"
        ),
        (.timePeriod, "morning afternoon evening night daytime summer winter spring autumn"),
        (.cabin, "economy business first class"),
        (.utility, "gas electricity water heating internet landline"),
    ]
}
