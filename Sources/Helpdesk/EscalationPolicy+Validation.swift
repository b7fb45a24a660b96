import HelpdeskTriage

extension EscalationPolicy {
    /// Checks that the policy can be used.
    ///
    /// - Throws: ``HelpdeskError`` with code `invalidConfiguration` and the setting that is wrong.
    public func validate() throws(HelpdeskError) {
        for (reason, effect) in effects.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try validate(effect, of: reason)
        }
        try require(
            draftWeight > 0 && draftWeight <= escalationWeight && escalationWeight.isFinite,
            "0 < draftWeight (\(draftWeight)) ≤ escalationWeight (\(escalationWeight)) must hold")
        try require(
            maximumPreviousContacts >= 0,
            "maximumPreviousContacts is \(maximumPreviousContacts); it must be 0 or more")
        for (name, value) in [
            ("minimumDisputedSum", minimumDisputedSum),
            ("highValue.minimumLifetimeValue", highValue.minimumLifetimeValue),
        ] {
            guard let value else { continue }
            try require(value >= 0 && value.isFinite, "\(name) is \(value); it must be 0 or more")
        }
        try require(
            (0...2).contains(trend.minimumDrop) && trend.minimumDrop > 0,
            "trend.minimumDrop is \(trend.minimumDrop); it must be above 0 and at most 2")
        try require(
            trend.negativeTurns >= 2, "trend.negativeTurns is \(trend.negativeTurns); it must be 2 or more")
        try require(
            trend.minimumSimilarity > 0 && trend.minimumSimilarity <= 1,
            "trend.minimumSimilarity is \(trend.minimumSimilarity); it must be above 0 and at most 1")
        if let supportedLanguages {
            try require(!supportedLanguages.isEmpty, "supportedLanguages is empty; nil means all")
            try require(!supportedLanguages.contains(""), "supportedLanguages holds an empty name")
        }
    }

    private func validate(_ effect: EscalationEffect, of reason: EscalationReason) throws(HelpdeskError) {
        try require(!reason.rawValue.isEmpty, "effects has a reason without a name")
        switch effect {
        case .weight(let weight):
            try require(weight >= 0 && weight.isFinite, "the weight of \(reason) is \(weight); it must be 0 or more")
        case .raiseThreshold(let amount):
            try require(
                (0...1).contains(amount), "the threshold is raised by \(amount) for \(reason); it must be from 0 to 1")
        case .escalate, .draft, .ignore: break
        }
        // An empty answer cannot be sent.
        if reason == .noAnswer, effect != .escalate, effect != .draft {
            throw HelpdeskError(.invalidConfiguration, "no_answer must escalate or draft: there is nothing to send")
        }
    }

    private func require(_ condition: Bool, _ message: @autoclosure () -> String) throws(HelpdeskError) {
        if !condition { throw HelpdeskError(.invalidConfiguration, message()) }
    }
}
