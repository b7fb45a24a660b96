/// Texts as customers write them.
enum SupportTexts {
    static let question = "How do I change the credit card that my subscription is charged to?"

    static let shortMessage = "I was charged twice this month. Please refund one of the payments."

    /// About a thousand characters, with two addresses and two telephone numbers in it.
    static let longMessage = """
        Hello support team,

        I have been a customer for almost three years and until last Tuesday I never had a reason to complain. Since the \
        update to version 4.2.1 the mobile app crashes every time I open the invoices page, on both of my phones (Android \
        14 and iOS 17). I have already cleared the cache, reinstalled the app and reset my password twice, but the error \
        "E-1042: session expired" comes back after a few seconds.

        To make things worse, my card was charged 49.99 on the 3rd and again on the 5th, although I only have one \
        subscription. My bank says that both payments went through. Please refund the second one and tell me when the \
        crash will be fixed; our accountant needs the invoices before Friday, and we cannot close the month without them.

        You can reach me at anna.keller@example.com or under +44 20 7946 0958 during the day. My colleague Tom \
        (tom.baker@example.org, 020 7946 0321) knows about the problem as well.

        I am rather disappointed and hope to hear from you soon.

        Kind regards,
        Anna Keller
        """
}
