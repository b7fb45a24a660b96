/// Words that say for whom, where or for which edition a statement holds.
enum ScopeTerms {
    /// What kind of scope a word names.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case plan, region, platform, role, payment, cycle, version, date, model
    }

    /// The kind of scope that a word names, with the word under which its synonyms meet.
    static let known: [String: (kind: Kind, name: String)] = {
        var terms: [String: (kind: Kind, name: String)] = [:]
        func add(_ kind: Kind, _ groups: String) {
            for group in groups.split(separator: " ") {
                let names = group.split(separator: "/").map(String.init)
                for name in names { terms[name] = (kind, names[0]) }
            }
        }
        add(
            .plan,
            "free basic/starter/standard plus pro/professional premium/gold business/team enterprise/corporate trial "
                + "ultimate lite personal family education/nonprofit/non-profit self-hosted/self-managed/on-premises cloud "
                + "express economy silver platinum")
        add(
            .region,
            "eu/europe/european uk/britain/british us/usa/u.s american canada/canadian germany/german france/french "
                + "switzerland/swiss austria/austrian italy spain netherlands japan china india australia brazil mexico "
                + "domestic international/abroad/overseas eea apac emea")
        add(
            .platform,
            "ios/iphone/ipad android windows macos/mac linux/ubuntu/debian/rhel web/browser/browsers desktop mobile/phone "
                + "docker kubernetes chrome firefox safari edge postgresql/postgres mysql saml ldap oauth openid "
                + "elasticsearch opensearch")
        add(
            .role,
            "admin/admins/administrator/administrators guest/guests owner/owners moderator/moderators agent/agents "
                + "student/students teacher/teachers child/children/minors adult/adults driver/drivers seller/sellers "
                + "buyer/buyers host/hosts")
        add(
            .payment, "card/cards paypal transfer/transfers invoice/invoices sepa cash cheque/check crypto debit credit"
        )
        add(.cycle, "monthly annual/annually/yearly weekly daily quarterly")
        return terms
    }()

    /// Pairs of opposites: statements with one each are about different cases.
    static let antonyms: [(String, String)] = [
        ("before", "after"), ("with", "without"), ("over", "under"), ("above", "below"), ("more", "less"),
        ("more", "fewer"), ("online", "offline"), ("enabled", "disabled"), ("enable", "disable"), ("on", "off"),
        ("inside", "outside"), ("import", "export"), ("send", "receive"), ("add", "remove"), ("create", "delete"),
        ("minimum", "maximum"), ("new", "existing"), ("first", "last"), ("public", "private"), ("upload", "download"),
        ("start", "stop"), ("incoming", "outgoing"), ("buy", "sell"), ("mute", "unmute"), ("since", "until"),
        ("active", "inactive"), ("unused", "used"), ("lock", "unlock"), ("opened", "unopened"),
        ("deposit", "withdrawal"),
        ("install", "uninstall"), ("subscribe", "unsubscribe"), ("hardware", "software"), ("summer", "winter"),
        ("weekdays", "weekends"), ("true", "false"), ("shorter", "longer"), ("least", "most"), ("client", "server"),
        ("inbound", "outbound"), ("single", "multiple"), ("direct", "group"), ("left", "right"),
        ("upgrade", "downgrade"),
    ]

    /// Words after which a version is what is said, and not for what it is said.
    static let requirements: Set<String> = [
        "require", "requires", "required", "minimum", "supports", "support", "supported", "latest", "current", "least",
    ]

    /// The scopes that some words name.
    ///
    /// - Parameter isTitle: Whether capital letters say nothing, because it is a title.
    static func scopes(of words: [StatementWord], isTitle: Bool = false) -> [Kind: Set<String>] {
        var scopes: [Kind: Set<String>] = [:]
        var requires = false
        for (place, word) in words.enumerated() {
            if requirements.contains(word.text) { requires = true }
            if let (kind, name) = known[word.text] {
                // "team" and "invoice" are things too; only a plan is named with a capital, or with the word "plan".
                let next = place + 1 < words.count ? words[place + 1].text : ""
                let namesPlan = ["plan", "plans", "edition", "customers", "customer", "tier", "delivery", "shipping"]
                if kind == .plan, !(word.isCapitalized && (place > 0 || isTitle)), !namesPlan.contains(next) {
                    continue
                }
                if kind == .region, name == "us", !word.hasInnerCapital { continue }
                if kind == .payment, !(place > 0 && ["by", "with", "via"].contains(words[place - 1].text)),
                    !(place > 1 && ["by", "with", "via"].contains(words[place - 2].text))
                {
                    continue
                }
                scopes[kind, default: []].insert(name)
                continue
            }
            if isTitle, word.hasDigit {
                // "Scale up to 200 users" and "Scale up to 2000 users" are about different cases.
                scopes[.model, default: []].insert(word.text)
            }
            if word.hasDigit, let first = word.text.first {
                let digits = word.text.drop { $0 == "v" }
                let before = place > 0 ? words[place - 1].text : ""
                let isDotted =
                    digits.first?.isNumber ?? false && digits.allSatisfy { $0.isNumber || $0 == "." || $0 == "x" }
                if isDotted,
                    first == "v" && word.text.utf8.count > 1 || ["version", "release", "versions"].contains(before)
                {
                    let isRequirement =
                        requires
                        || place + 2 < words.count && ["or", "and"].contains(words[place + 1].text)
                            && ["later", "higher", "newer", "above", "greater"].contains(words[place + 2].text)
                    if !isRequirement { scopes[.version, default: []].insert(String(digits)) }
                } else if isDotted, let year = Int(digits), (1990...2100).contains(year),
                    !(place + 1 < words.count && Unit.known[words[place + 1].text] != nil)
                {
                    scopes[.date, default: []].insert(word.text)
                } else if word.hasLetter, !isDotted {
                    scopes[.model, default: []].insert(word.text)
                }
            }
        }
        return scopes
    }
}
