import CHelpdeskKernels

extension BertEncoder {
    /// Computes one row per sentence: what the head makes of the vectors of its tokens.
    ///
    /// The sentences lie end to end, without padding: everything but attention and the head treats a token by itself, and
    /// these two stay inside a sentence. Each step computes a row the same way whatever the number of rows and of threads,
    /// so a sentence's result is the same in every batch, bit for bit.
    ///
    /// - Parameters:
    ///   - sentences: Each of 1 to `positionCount` tokens, with identifiers and types that the tables have.
    ///   - scratch: Room for at least the tokens of all sentences together, and for each thread of `team`.
    ///   - team: The threads; the calling one leads them.
    ///   - observer: Looks at what a calibration is made of.
    ///   - result: Where to write the `resultColumns` components of a sentence's result, by its position.
    func forward(
        _ sentences: [TokenSequence], scratch: EncoderScratch, team: StepTeam,
        observer: LayerObserver? = nil, result: (Int) -> UnsafeMutablePointer<Float>
    ) {
        var starts: [Int] = []
        var tokens = 0
        for sentence in sentences {
            starts.append(tokens)
            tokens += sentence.count
        }
        let steps = EncoderSteps(self, scratch, team, tokens: tokens)

        // Word, position and type of each token.
        words.withUnsafePointer { words in
            var tables = helpdesk_embedding_tables(
                words: words, types: weights.types.floats, positions: weights.positions.floats,
                columns: configuration.hiddenSize)
            for (sentence, start) in zip(sentences, starts) {
                helpdesk_embed_tokens(
                    instructionSet, sentence.count, sentence.ids, sentence.types, &tables, scratch.hidden.from(start))
            }
        }
        steps.normalize(weights.embeddingNorm, then: weights.layers.first?.projection)

        for (number, layer) in weights.layers.enumerated() {
            observer?(.projection(layer: number), scratch.hidden.all, tokens)
            // Each token looks at all tokens of its sentence.
            steps.multiply(layer.projection, scratch.hidden, scratch.numbers, into: scratch.projected)
            attend(sentences, starts, scratch, team)
            steps.prepare(scratch.context, for: layer.attentionOutput)
            steps.multiply(
                layer.attentionOutput, scratch.context, scratch.numbers, adding: scratch.hidden, into: scratch.hidden)
            steps.normalize(layer.attentionNorm, then: layer.intermediate)

            observer?(.intermediate(layer: number), scratch.hidden.all, tokens)
            // Each token by itself.
            steps.multiply(
                layer.intermediate, scratch.hidden, scratch.numbers, activation: activation, into: scratch.intermediate)
            steps.multiply(blocks: layer.outputs, scratch.intermediate, addingTo: scratch.hidden)
            let next = number + 1 < weights.layers.count ? weights.layers[number + 1].projection : nil
            steps.normalize(layer.outputNorm, then: next)
        }

        // One row per sentence.
        for (position, sentence) in sentences.enumerated() {
            let tokens = scratch.hidden.from(starts[position])
            switch head {
            case .pooling(let pooling, let isNormalized):
                pool(tokens, count: sentence.count, by: pooling, isNormalized: isNormalized, into: result(position))
            case .classifier(let classifier):
                classifier(tokens, scratch: scratch, into: result(position))
            }
        }
    }

    /// The attention of each sentence's tokens to each other, from `projected` to `context`.
    private func attend(_ sentences: [TokenSequence], _ starts: [Int], _ scratch: EncoderScratch, _ team: StepTeam) {
        let (heads, headSize) = (configuration.headCount, configuration.headSize)
        let scale = 1 / Float(headSize).squareRoot()
        // Two heads share a cache line of the context at most; a few in a part keep the threads apart.
        let size = team.memberCount > 1 ? max(1, heads / (2 * team.memberCount)) : heads
        team.run(parts: (heads + size - 1) / size) { part, member in
            let first = part * size
            for (sentence, start) in zip(sentences, starts) {
                helpdesk_attention(
                    instructionSet, sentence.count, heads, first, min(size, heads - first), headSize, scale,
                    scratch.projected.from(start), scratch.context.from(start), scratch.attention(of: member))
            }
        }
    }
}
