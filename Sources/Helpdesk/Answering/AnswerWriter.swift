import HelpdeskLanguage

/// Passes a model's text through the assembler, and keeps the time that checking took.
struct AnswerWriter {
    private(set) var assembler: AnswerAssembler
    private let clock: any Clock<Duration>
    private var time = Duration.zero

    init(assembler: AnswerAssembler, clock: any Clock<Duration>) {
        self.assembler = assembler
        self.clock = clock
    }

    /// Takes the next characters, and emits what can be sent.
    mutating func take(_ text: String, _ emit: (ResolutionEvent) -> Void) {
        let stopwatch = Stopwatch(clock)
        let output = assembler.append(text)
        time += stopwatch.elapsed
        if !output.isEmpty { emit(.text(output)) }
    }

    /// Emits the rest, once the model has finished.
    mutating func finish(_ emit: (ResolutionEvent) -> Void) {
        let stopwatch = Stopwatch(clock)
        let output = assembler.finish()
        time += stopwatch.elapsed
        if !output.isEmpty { emit(.text(output)) }
    }

    /// Hands over what was written.
    func fill(_ draft: inout AnswerDraft) {
        draft.text = assembler.answer
        draft.removedSentences = assembler.removed
        draft.groundingTime = time
    }
}
