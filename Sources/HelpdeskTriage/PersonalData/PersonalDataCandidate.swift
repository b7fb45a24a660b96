/// Something that a scanner took for personal data; others may claim the same signs.
struct PersonalDataCandidate {
    /// From the weakest claim to the strongest: what is inside a stronger one is part of it.
    enum Kind: UInt8 {
        case phone, socialSecurityNumber, ipAddress, email, creditCard, iban, apiKey, urlCredentials

        var publicKind: PersonalDataKind {
            switch self {
            case .phone: .phone
            case .socialSecurityNumber: .socialSecurityNumber
            case .ipAddress: .ipAddress
            case .email: .email
            case .creditCard: .creditCard
            case .iban: .iban
            case .apiKey: .apiKey
            case .urlCredentials: .urlCredentials
            }
        }
    }

    var kind: Kind
    /// In signs.
    var range: Range<Int>

    /// Keeps of all that overlap the strongest, then the longest, then the first. Linear after sorting.
    static func resolve(_ candidates: inout [PersonalDataCandidate]) {
        guard candidates.count > 1 else { return }
        candidates.sort {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }
        var kept: [PersonalDataCandidate] = []
        for candidate in candidates {
            var isKept = true
            while let last = kept.last, last.range.upperBound > candidate.range.lowerBound {
                guard last.isWeaker(than: candidate) else {
                    isKept = false
                    break
                }
                kept.removeLast()
            }
            if isKept { kept.append(candidate) }
        }
        candidates = kept
    }

    private func isWeaker(than other: PersonalDataCandidate) -> Bool {
        kind == other.kind ? range.count < other.range.count : kind.rawValue < other.kind.rawValue
    }
}
