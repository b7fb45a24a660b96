import HelpdeskKnowledge

extension HealthPair {
    /// A third of the pairs, written with the others and not looked at until the rules were done.
    static let heldOut: [HealthPair] = [
        .init(
            .number, ("Cancel a booking", "Booking changes and cancellations"),
            "Bookings can be cancelled free of charge up to 24 hours before arrival.",
            "You can cancel your booking free of charge up to 48 hours before arrival."),
        .init(
            .number, "Warranty", "All our headphones come with a warranty of 2 years.",
            "The warranty of our headphones ends after 1 year."),
        .init(
            .number, "Attachments", "You can attach up to 5 files to a message.",
            "A message can have up to 10 files attached."),
        .init(
            .number, "Withdrawal fee", "The fee for a withdrawal at an ATM is €1.50.",
            "Each ATM withdrawal has a fee of €2.00."),
        .init(
            .number, "Backups", "Backups are kept for 7 days and then deleted.",
            "We keep backups for 30 days."),
        .init(
            .number, "Verification code", "The verification code is valid for 10 minutes.",
            "A verification code is valid for 5 minutes only."),
        .init(
            .negation, "Transfer a subscription", "A subscription can be transferred to another account.",
            "A subscription cannot be transferred to another account."),
        .init(
            .negation, "Invoices", "VAT is included in the prices shown on our website.",
            "The prices shown on our website do not include VAT."),
        .init(
            .negation, "Guest access", "Guests are allowed to create channels.",
            "Guests aren't allowed to create channels."),
        .init(
            .negation, "Factory reset", "A factory reset deletes your saved recordings.",
            "A factory reset does not delete your saved recordings."),
        .init(
            .negation, "Phone number", "A phone number is required to sign up.",
            "A phone number isn't required to sign up."),
        .init(
            .step, "Change the language", "Open Settings > General > Language to change the language.",
            "Open Settings > Display > Language to change the language."),
        .init(
            .step, "Block a card", "To block your card, tap **Freeze card** in the app.",
            "To block your card, tap **Report lost** in the app."),
        .init(
            .step, "Clean the coffee machine",
            "1. Empty the water tank.\n2. Run the rinse program.\n3. Wipe the outlet.",
            "1. Run the rinse program.\n2. Empty the water tank.\n3. Wipe the outlet."),
        .init(
            nil, "Fees", "Transfers within the EU cost €1.", "Transfers to the UK cost €4."),
        .init(
            nil, "Support hours", "Premium customers get an answer within 1 hour.",
            "Standard customers get an answer within 24 hours."),
        .init(
            nil, ("Install on Windows", "Install on macOS"), "The installer needs 500 MB of disk space.",
            "The installer needs 700 MB of disk space."),
        .init(
            nil, "Battery", "The battery of the X100 lasts 10 hours.", "The battery of the X200 lasts 16 hours."),
        .init(
            nil, "Data retention", "Logs are kept for 1 year.", "Logs are kept for 12 months."),
        .init(
            nil, "Delivery", "Standard delivery takes 3 to 5 days.", "Standard delivery takes 4 days."),
        .init(
            nil, "Group calls", "A group call needs at least 3 participants.",
            "A group call can have at most 32 participants."),
        .init(
            nil, "Edit a message", "You can edit a message within 15 minutes.",
            "You can delete a message within 60 minutes."),
        .init(
            nil, "Voucher", "Vouchers can be used in our online shop.", "Vouchers cannot be exchanged for cash."),
        .init(
            nil, "Login", "If your password does not work, reset it.", "If your password works, you are signed in."),
        .init(
            nil, "Backup", "To restore a backup, open Settings > Backup > Restore.",
            "To create a backup, open Settings > Backup > Create."),
        .init(
            nil, "Late fee", "As an example, a payment that is 10 days late costs $3.",
            "As an example, a payment that is 20 days late costs $6."),
        .init(
            nil, "Monthly and annual billing", "With monthly billing you can cancel with 30 days' notice.",
            "With annual billing you can cancel with 90 days' notice."),
        .init(
            nil, "Pets", "Dogs are allowed in the holiday homes.",
            "Pets other than dogs are not allowed in the holiday homes."),
    ]
}
