import HelpdeskKnowledge

/// Two short articles on one topic, and what is contradictory between them. Written before the rules that are tested on them.
struct HealthPair {
    /// What differs; `nil` where the two agree, or speak of different things.
    var kind: Contradiction.Kind?
    var titles: (String, String)
    var left: String
    var right: String

    init(_ kind: Contradiction.Kind?, _ title: String, _ left: String, _ right: String) {
        self.init(kind, (title, title), left, right)
    }

    init(_ kind: Contradiction.Kind?, _ titles: (String, String), _ left: String, _ right: String) {
        self.kind = kind
        self.titles = titles
        self.left = left
        self.right = right
    }

    /// The pairs that the rules were written with.
    static let development: [HealthPair] = [
        // Numbers.
        .init(
            .number, ("Return an item", "Our return policy"),
            "You can return any unused item within 14 days of delivery.",
            "Unused items can be returned within 30 days of delivery."),
        .init(
            .number, "Refund times", "Refunds reach your bank account within 5 business days.",
            "It takes up to 10 business days until a refund reaches your bank account."),
        .init(
            .number, "Upload limits", "The maximum file size for uploads is 50 MB.",
            "Files you upload can be at most 100 MB in size. The maximum upload size applies to all file types."),
        .init(
            .number, "Pricing", "The Pro plan costs $12 per user per month.",
            "With the Pro plan you pay $15 per user per month."),
        .init(
            .number, "Late payment fee", "A late fee of 2% is added to overdue invoices.",
            "Overdue invoices carry a late fee of 5%."),
        .init(
            .number, "System requirements", "The desktop app requires version 10.15 of macOS or later.",
            "The desktop app requires version 12.0 of macOS or later."),
        .init(
            .number, "Password rules", "Your password must have at least 8 characters.",
            "Passwords need to be at least 12 characters long."),
        .init(
            .number, "API rate limit", "The API allows 60 requests per minute for each token.",
            "Each token is limited to 100 API requests per minute."),
        .init(
            .number, "Trial period", "Every new workspace starts with a free trial of 14 days. No card is needed.",
            "Your free trial lasts thirty days and begins when you create the workspace."),
        .init(
            .number, "Deleted files", "Deleted files stay in the trash for 30 days.",
            "Files that you delete are kept in the trash for 90 days before they are gone for good."),
        .init(
            .number, "Team size", "A team can have up to 25 members.", "Up to 50 members can join a team."),
        .init(
            .number, "Session timeout", "Sessions expire after 30 minutes of inactivity.",
            "After 2 hours of inactivity your session expires."),
        // Negations.
        .init(
            .negation, "Change your email address", "You can change the email address of your account at any time.",
            "You cannot change the email address of your account."),
        .init(
            .negation, "What the warranty covers", "Water damage is included in the warranty.",
            "Water damage is not included in the warranty."),
        .init(
            .negation, "Gift cards", "Gift cards are refundable.", "Gift cards are not refundable."),
        .init(
            .negation, "Export", "Guests can export a board as PDF.", "Guests can't export a board as PDF."),
        .init(
            .negation, "Two-factor authentication", "SMS codes are supported as a second factor.",
            "SMS codes are no longer supported as a second factor."),
        .init(
            .negation, "Offline mode", "The mobile app works without an internet connection.",
            "The mobile app doesn't work without an internet connection."),
        .init(
            .negation, "Shipping address", "The shipping address can be changed after the order was placed.",
            "It is not possible to change the shipping address after the order was placed."),
        .init(
            .negation, "Installation", "You must restart the server after the update.",
            "You do not need to restart the server after the update."),
        .init(
            .negation, "Sharing links", "Shared links never expire.", "Shared links expire."),
        .init(
            .negation, "Support hours", "Phone support is available on weekends.",
            "Phone support is unavailable on weekends."),
        // Steps.
        .init(
            .step, "Reset two-factor authentication", "Go to Settings > Security > Two-factor and choose Reset.",
            "Go to Settings > Account > Two-factor and choose Reset."),
        .init(
            .step, "Delete your account", "To delete your account, open your profile and click **Delete account**.",
            "To delete your account, open your profile and click **Deactivate**."),
        .init(
            .step, "Invite a colleague", "Open Admin > Members and select **Invite** to invite a colleague.",
            "Open Admin > Users and select **Invite** to invite a colleague."),
        .init(
            .step, "Replace the filter",
            "1. Turn off the water supply.\n2. Unscrew the filter housing.\n3. Replace the filter cartridge.",
            "1. Unscrew the filter housing.\n2. Turn off the water supply.\n3. Replace the filter cartridge."),
        .init(
            .step, "Export invoices", "To export your invoices, click \"Download all\" on the billing page.",
            "To export your invoices, click \"Export CSV\" on the billing page."),
        .init(
            .step, "Update the firmware",
            "First connect the charger, then hold the power button for the update.",
            "First hold the power button for the update, then connect the charger."),
        .init(
            .step, "Turn on dark mode", "In the app, tap Profile > Appearance > Dark mode.",
            "In the app, tap Menu > Appearance > Dark mode."),
        // Look-alikes: plans, regions, platforms, roles.
        .init(
            nil, "Pricing", "The Pro plan costs $12 per user per month.",
            "The Business plan costs $18 per user per month."),
        .init(
            nil, "Delivery times", "Orders within Germany arrive within 2 days.",
            "Orders to Switzerland arrive within 5 days."),
        .init(
            nil, "Storage", "On the Free plan each user has 5 GB of storage.",
            "On the Enterprise plan each user has 100 GB of storage."),
        .init(
            nil, ("Export on iOS", "Export on Android"), "You can export a note as PDF.",
            "You cannot export a note as PDF."),
        .init(
            nil, "Screen sharing", "Screen sharing is supported on Windows and macOS.",
            "Screen sharing is not supported on Linux."),
        .init(
            nil, "Permissions", "Admins can delete a channel.", "Guests cannot delete a channel."),
        .init(
            nil, ("Settings in version 2", "Settings in version 3"), "Go to Settings > Security > Sessions.",
            "Go to Settings > Account > Sessions."),
        .init(
            nil, "System requirements", "Version 5.2 needs 4 GB of memory.", "Version 6.0 needs 8 GB of memory."),
        // Look-alikes: conversions and roundings.
        .init(
            nil, "Return an item", "You can return any unused item within 14 days of delivery.",
            "You can return any unused item within 2 weeks of delivery."),
        .init(
            nil, "Upload limits", "The maximum upload size is 1 GB.", "The maximum upload size is 1024 MB."),
        .init(
            nil, "Session timeout", "Sessions expire after 2 hours of inactivity.",
            "Sessions expire after 120 minutes of inactivity."),
        .init(
            nil, "Refund times", "Refunds take five to seven business days.", "A refund usually takes 6 business days."),
        .init(
            nil, "API limits", "The API allows 3,000 requests per hour.", "The API allows 3000 requests per hour."),
        // Look-alikes: complementary statements and examples.
        .init(
            nil, "Password rules", "Your password must have at least 8 characters.",
            "Your password can have at most 64 characters."),
        .init(
            nil, "Cancel an order", "You can cancel an order before it has shipped.",
            "You cannot cancel an order after it has shipped."),
        .init(
            nil, "Limits", "A workspace can have up to 50 channels.", "A workspace can have up to 200 members."),
        .init(
            nil, "Payment", "If you pay by card, the order ships within 1 day.",
            "If you pay by bank transfer, the order ships within 4 days."),
        .init(
            nil, "Discounts", "For example, with a discount of 10% a bill of $200 becomes $180.",
            "For example, with a discount of 25% a bill of $200 becomes $150."),
        .init(
            nil, "Export", "You can export your data as CSV.", "You cannot import your data as CSV."),
        .init(
            nil, "Reset your password", "If you have not received the email, check your spam folder.",
            "You receive an email with a link. Check your spam folder as well."),
        .init(
            nil, "Billing", "The plan costs $10 per month.", "The plan costs $100 per year."),
        .init(
            nil, "Notifications", "To mute a channel, click its name and choose **Mute**.",
            "To leave a channel, click its name and choose **Leave**."),
        .init(
            nil, "Shipping", "Shipping is free for orders over $50.", "Shipping costs $5 for orders under $50."),
        .init(
            nil, "Delete a project", "You cannot delete a project unless you are its owner.",
            "You can delete a project if you are its owner."),
        .init(
            nil, "Set up the printer",
            "1. Connect the printer to power.\n2. Install the driver.\n3. Print a test page.",
            "1. Connect the printer to power.\n2. Install the driver.\n3. Restart the computer."),
        .init(
            nil, "Invite a colleague", "Go to Admin > Members.", "Go to Admin > Members > Invite."),
        .init(
            nil, "History", "Since 2021 the limit is 20 projects.", "Until 2021 the limit was 10 projects."),
    ]
}
