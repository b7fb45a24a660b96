/// The texts by which the finders of personal data are measured. They were written before the rules.
enum PersonalDataCases {
    static let marked: [String] =
        emails + noEmails + phones + noPhones + cards + noCards + ibans + noIBANs + socialSecurityNumbers
        + noSocialSecurityNumbers + addresses + noAddresses + credentials + noCredentials + secrets + noSecrets + mixed
        + clean

    static let all = marked.map(PersonalDataCase.init)
}
