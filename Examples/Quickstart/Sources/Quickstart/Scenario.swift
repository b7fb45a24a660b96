import Helpdesk

/// A customer with a question.
struct Scenario {
    let title: String
    let customer: CustomerContext
    let question: String

    static let all = [
        Scenario(
            title: "A forgotten password, and no reset e-mail",
            customer: CustomerContext(id: "c-1", name: "Mara Lindqvist", email: "mara@example.org", plan: "Team"),
            question: "I forgot my password. I asked for a reset link twice, but the e-mail never arrives."),
        Scenario(
            title: "An API overage on the invoice",
            customer: CustomerContext(id: "c-2", name: "Tom Okafor", email: "tom@example.net", plan: "Team"),
            question: "Why is there an API overage charge on my invoice this month, and can I get a credit for it?"),
        Scenario(
            title: "Everything is disconnected",
            customer: CustomerContext(id: "c-3", name: "Dr. Ines Brandt", email: "ines@example.com", plan: "Business"),
            question: "URGENT! All our phone lines are disconnected and patients can't reach the clinic. Help us now!"),
        Scenario(
            title: "Cancel, or a smaller plan",
            customer: CustomerContext(id: "c-4", name: "Priya Raman", email: "priya@example.org", plan: "Team"),
            question: "We're only two people now. I'd like to cancel, or downgrade to a smaller plan if that's cheaper."
        ),
    ]

    /// What the search is shown with.
    static let search = "keep our phone numbers"

    /// A problem that the help center says nothing about, until a colleague solves it.
    static let unknown = Scenario(
        title: "Something the help center doesn't know",
        customer: CustomerContext(id: "c-5", name: "Jonas Weber", email: "jonas@example.com", plan: "Starter"),
        question: "The gate at our entrance rings reception, but pressing 9 no longer opens it.")

    static let solution = ResolvedTicket(
        id: "ticket-10481",
        subject: "Door intercom: pressing 9 doesn't open the gate",
        problem: "Visitors ring reception through the intercom at the gate. Since last week pressing 9 on our phone "
            + "doesn't open the gate any more.",
        resolution: "The intercom listens for key presses as SIP INFO. Go to Phone system › Lines, select the line of "
            + "the intercom, open Advanced and set Key tones to SIP INFO. Restart the intercom; pressing 9 opens the "
            + "gate again.",
        category: "technical", satisfaction: 1)
}
