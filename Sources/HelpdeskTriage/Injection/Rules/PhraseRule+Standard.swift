extension PhraseRule {
    /// The rules of the detector. They name what is said and are features of the model; none decides alone.
    static let standard: [PhraseRule] = [
        PhraseRule("ignore_instructions", .override, "@ignore ...5 @instruction"),
        PhraseRule("ignore_prior", .override, "@ignore ...2 @prior ...3 @instruction"),
        PhraseRule("ignore_what_you_were_told", .override, "@ignore ...4 @you ...3 @prior"),
        PhraseRule("instructions_void", .override, "@instruction ...5 @ignore"),
        PhraseRule("instructions_void_wide", .override, "@prior ...2 @instruction ...6 @ignore"),
        PhraseRule("new_instructions", .override, "new|real|only ...1 @instruction|role"),
        PhraseRule("obey_me", .override, "@now ...1 me|mine|us"),
        PhraseRule("only_to_me", .override, "only ...2 me|mine"),
        PhraseRule("your_rules", .override, "your ...2 @instruction"),
        PhraseRule("machine_rules", .override, "@machine ...4 @instruction"),
        PhraseRule("machine_ignore", .override, "@machine ...8 @ignore"),
        PhraseRule(
            "precedence", .override,
            "precedence|priority|authority|overrides|replaces|supersedes|above ...4 @role|instruction"),

        PhraseRule("you_are_now", .rolePlay, "^ ...2 you're|you|u ...1 are|r|now ...1 now|a|an"),
        PhraseRule("persona", .rolePlay, "@persona ...6 @machine"),
        PhraseRule("persona_rules", .rolePlay, "@persona ...12 @instruction|secret"),
        PhraseRule("persona_you", .rolePlay, "@persona ...4 @you"),
        PhraseRule("you_persona", .rolePlay, "@you ...3 @persona"),
        PhraseRule("let_us_play", .rolePlay, "let's|lets|we|we're|imagine|pretend|suppose ...3 @persona"),

        PhraseRule("reveal_instructions", .promptLeak, "@reveal ...6 @instruction"),
        PhraseRule("reveal_prior", .promptLeak, "@reveal ...5 @prior"),
        PhraseRule("reveal_your", .promptLeak, "@reveal ...4 @you ...3 @instruction|prior"),
        PhraseRule("what_are_your_instructions", .promptLeak, "what|which|how ...4 @you ...3 @instruction"),
        PhraseRule("your_instructions_words", .promptLeak, "@you ...3 @instruction ...6 @reveal"),
        PhraseRule(
            "the_text_before", .promptLeak,
            "text|part|bit|words|sentence|sentences|everything|line|lines|message|conversation ...4 @prior"),
        PhraseRule("machine_reveals", .promptLeak, "@machine ...8 @reveal ...6 @instruction"),

        PhraseRule("send_elsewhere", .exfiltration, "@action|reveal ...8 @outbound"),
        PhraseRule("others_data", .exfiltration, "@reveal|action|question ...8 @others"),
        PhraseRule("machine_others_data", .exfiltration, "@machine ...10 @others"),
        PhraseRule("reveal_secret", .exfiltration, "@reveal ...5 @secret"),
        PhraseRule("machine_secret", .exfiltration, "@machine ...10 @secret"),
        PhraseRule(
            "answer_with_link", .exfiltration, "answer|answers|reply|response|link|image|picture ...8 @outbound"),

        PhraseRule("authority_to_machine", .fakeAuthority, "@authority ...10 @machine"),
        PhraseRule("machine_authority", .fakeAuthority, "@machine ...10 @authority"),
        PhraseRule("i_am_authority", .fakeAuthority, "i'm|i|this|as|we ...4 @authority"),
        PhraseRule("authority_lifts", .fakeAuthority, "@authority ...10 @ignore"),
        PhraseRule("verified", .fakeAuthority, "user|customer|identity|i'm|i|caller ...4 @verified"),
        PhraseRule(
            "mode", .fakeAuthority,
            "maintenance|debug|developer|admin|god|test|operator|reseller|agent|internal ...1 mode"),

        PhraseRule("no_handover", .suppressEscalation, "@negation ...5 @handOver"),
        PhraseRule("no_person", .suppressEscalation, "@negation ...6 @person"),
        PhraseRule("machine_no_handover", .suppressEscalation, "@machine ...10 @negation ...5 @handOver|person"),
        PhraseRule("machine_incident", .suppressEscalation, "@machine ...10 @incident"),
        PhraseRule("incident_is_nothing", .suppressEscalation, "@incident ...6 @claim|label"),
        PhraseRule("handover_never", .suppressEscalation, "@handOver ...3 false|no|never|none|0|off"),

        PhraseRule("machine_action", .toolMisuse, "@machine ...6 @action"),
        PhraseRule("machine_call", .toolMisuse, "@machine ...8 @call"),
        PhraseRule("macro", .toolMisuse, "@now|action ...4 macro|macros|tool|function|command|script|query"),
        PhraseRule("action_all", .toolMisuse, "@action ...4 @always ...4 @record|customers|others"),
        PhraseRule("action_unchecked", .toolMisuse, "@action ...10 @covert"),
        PhraseRule("unchecked_action", .toolMisuse, "@covert ...10 @action"),

        PhraseRule("machine_label", .classificationSteering, "@machine ...10 @label"),
        PhraseRule("label_this", .classificationSteering, "@label ...4 @label ...4 @label"),
        PhraseRule("label_for_machine", .classificationSteering, "@label ...8 @machine"),
        PhraseRule("label_value", .classificationSteering, "@label = ...2 @label"),

        PhraseRule("machine_claims", .poisonedKnowledge, "@machine ...6 @claim"),
        PhraseRule("machine_must", .poisonedKnowledge, "@machine ...3 @modal"),
        PhraseRule("machine_always", .poisonedKnowledge, "@machine ...6 @always"),
        PhraseRule("machine_customers", .poisonedKnowledge, "@machine ...5 @claim ...3 @customers"),
        PhraseRule("machine_never", .poisonedKnowledge, "@machine ...5 @negation"),
        PhraseRule("machine_free", .poisonedKnowledge, "@machine ...10 @free"),
        PhraseRule("machine_covert", .poisonedKnowledge, "@machine ...14 @covert"),
        PhraseRule("tell_customers", .poisonedKnowledge, "@claim ...2 @customers"),

        PhraseRule("address_colon", .poisonedKnowledge, "@machine ...1 :"),
        PhraseRule("address_start", .poisonedKnowledge, "^ ...2 @machine ,|:"),
        PhraseRule("address_start_comma", .poisonedKnowledge, "^ ...3 @machine ,"),
        PhraseRule("addressee", .poisonedKnowledge, "@addressee ...3 @machine"),
        PhraseRule("addressee_colon", .poisonedKnowledge, "@addressee ...4 @machine ...3 :"),
        PhraseRule("bracket_machine", .poisonedKnowledge, "(|[ ...2 @machine"),
        PhraseRule("conditional_machine", .poisonedKnowledge, "@conditional ...5 @machine"),
        PhraseRule("machine_conditional", .poisonedKnowledge, "@machine ...5 @conditional"),
        PhraseRule("hidden_machine", .invisible, "@hidden ...10 @machine"),
        PhraseRule("decode_and_act", .encoded, "@encodeWord ...10 @now"),
        PhraseRule("decode_machine", .encoded, "@machine ...10 @encodeWord"),
        PhraseRule("machine_you", .override, "@machine , ...3 @you"),
        PhraseRule("your_prior", .promptLeak, "@you ...2 @prior ...3 @instruction"),
    ]
}

extension PhraseMatcher {
    static let standard = PhraseMatcher(PhraseRule.standard)
}
