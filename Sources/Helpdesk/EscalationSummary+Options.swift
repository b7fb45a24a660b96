public import HelpdeskTriage

extension EscalationSummary {
    /// What stands in a summary.
    public struct Options: Hashable, Sendable, Codable {
        /// How personal data stand in a summary.
        public enum PersonalData: String, Hashable, Sendable, Codable {
            /// As the customer wrote them: staff see the conversation anyway.
            case restored
            /// As placeholders, `[EMAIL_1]`; the customer's name, address and fields are left out.
            case placeholders
        }

        /// How personal data stand in it.
        public var personalData: PersonalData
        /// What to do for a reason, in the host's own words; instead of the library's.
        public var playbook: [EscalationReason: String]
        /// The most sources; 0 or more.
        public var maximumSources: Int
        /// The longest ``EscalationSummary/problem``, in characters; 40 or more.
        public var maximumProblemLength: Int

        /// Creates options.
        public init(
            personalData: PersonalData = .restored, playbook: [EscalationReason: String] = [:], maximumSources: Int = 3,
            maximumProblemLength: Int = 400
        ) {
            self.personalData = personalData
            self.playbook = playbook
            self.maximumSources = maximumSources
            self.maximumProblemLength = maximumProblemLength
        }

        /// Checks that the options can be used.
        ///
        /// - Throws: ``HelpdeskError`` with code `invalidConfiguration`.
        public func validate() throws(HelpdeskError) {
            guard maximumSources >= 0, maximumProblemLength >= 40 else {
                throw HelpdeskError(
                    .invalidConfiguration,
                    "maximumSources is \(maximumSources), at least 0 is right; "
                        + "maximumProblemLength is \(maximumProblemLength), at least 40 is right")
            }
        }
    }
}
