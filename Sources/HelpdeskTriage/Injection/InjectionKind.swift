/// How a text tries to steer the model that reads it.
public struct InjectionKind: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in snake case.
    public var rawValue: String
    /// Creates a kind of the host's own.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// Earlier instructions are to be ignored or replaced.
    public static let override = InjectionKind(rawValue: "override")
    /// A person or game in which the rules would not hold.
    public static let rolePlay = InjectionKind(rawValue: "role_play")
    /// Turns, tags or delimiters that look as if they came from the system, the assistant or staff.
    public static let fakeTurn = InjectionKind(rawValue: "fake_turn")
    /// Data of others, or of the customer, are to leave through an answer, a link or a picture.
    public static let exfiltration = InjectionKind(rawValue: "exfiltration")
    /// The instructions of the model are to be shown.
    public static let promptLeak = InjectionKind(rawValue: "prompt_leak")
    /// Words written so that a filter does not read them.
    public static let encoded = InjectionKind(rawValue: "encoded")
    /// Words that a person does not see.
    public static let invisible = InjectionKind(rawValue: "invisible")
    /// An authority that is claimed towards the machine.
    public static let fakeAuthority = InjectionKind(rawValue: "fake_authority")
    /// A matter for a person is to be kept from people.
    public static let suppressEscalation = InjectionKind(rawValue: "suppress_escalation")
    /// A tool, macro or automation is to act without authority.
    public static let toolMisuse = InjectionKind(rawValue: "tool_misuse")
    /// The category, priority or ranking is dictated.
    public static let classificationSteering = InjectionKind(rawValue: "classification_steering")
    /// An article or ticket tells the model what to tell customers.
    public static let poisonedKnowledge = InjectionKind(rawValue: "poisoned_knowledge")

    /// The kinds that the detector itself uses, in the order of its model.
    static let all: [InjectionKind] = [
        .override, .rolePlay, .fakeTurn, .exfiltration, .promptLeak, .encoded, .invisible, .fakeAuthority,
        .suppressEscalation, .toolMisuse, .classificationSteering, .poisonedKnowledge,
    ]
}
