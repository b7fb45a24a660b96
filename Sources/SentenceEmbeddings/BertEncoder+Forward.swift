import CHelpdeskKernels

extension BertEncoder {
    /// Computes one row per sentence: what the head makes of the vectors of its tokens.
    ///
    /// The sentences lie end to end, without padding: everything but attention and the head treats a token by itself, and
    /// these two stay inside a sentence. Each step computes a row the same way whatever the number of rows, so a
    /// sentence's result is the same in every batch, bit for bit.
    ///
    /// - Parameters:
    ///   - sentences: Each of 1 to `positionCount` tokens, with identifiers and types that the tables have.
    ///   - scratch: Room for at least the tokens of all sentences together.
    ///   - result: Where to write the `resultColumns` components of a sentence's result, by its position.
    func forward(
        _ sentences: [TokenSequence], scratch: EncoderScratch, result: (Int) -> UnsafeMutablePointer<Float>
    ) {
        let isa = instructionSet
        let columns = configuration.hiddenSize
        let (heads, headSize) = (configuration.headCount, configuration.headSize)
        let scale = 1 / Float(headSize).squareRoot()
        let hidden = scratch.hidden.all
        let projected = scratch.projected.all
        let context = scratch.context.all
        let intermediate = scratch.intermediate.all

        // Word, position and type of each token.
        var tables = tables
        var tokens = 0
        for sentence in sentences {
            helpdesk_embed_tokens(
                isa, sentence.count, sentence.ids, sentence.types, &tables, scratch.hidden.from(tokens))
            tokens += sentence.count
        }
        normalize(hidden, rows: tokens, weights.embeddingNorm)

        for layer in weights.layers {
            // Each token looks at all tokens of its sentence.
            layer.projection(hidden, rows: tokens, into: projected, instructionSet: isa)
            var first = 0
            for sentence in sentences {
                helpdesk_attention(
                    isa, sentence.count, heads, headSize, scale, scratch.projected.from(first),
                    scratch.context.from(first),
                    scratch.attention.start)
                first += sentence.count
            }
            layer.attentionOutput(context, rows: tokens, adding: hidden, into: hidden, instructionSet: isa)
            normalize(hidden, rows: tokens, layer.attentionNorm)

            // Each token by itself.
            layer.intermediate(
                hidden, rows: tokens, activation: activation, into: intermediate, instructionSet: isa)
            layer.output(intermediate, rows: tokens, adding: hidden, into: hidden, instructionSet: isa)
            normalize(hidden, rows: tokens, layer.outputNorm)
        }

        // One row per sentence.
        var first = 0
        for (position, sentence) in sentences.enumerated() {
            let tokens = scratch.hidden.from(first)
            switch head {
            case .pooling(let pooling, let isNormalized):
                let rows = pooling == .mean ? sentence.count : 1
                helpdesk_mean_rows(isa, rows, columns, tokens, result(position))
                if isNormalized { helpdesk_normalize(isa, columns, result(position)) }
            case .classifier(let classifier):
                classifier(tokens, scratch: scratch, into: result(position), instructionSet: isa)
            }
            first += sentence.count
        }
    }

    private func normalize(_ values: helpdesk_rows, rows: Int, _ norm: NormWeights) {
        helpdesk_layer_norm(
            instructionSet, rows, configuration.hiddenSize, values, norm.scale.start, norm.shift.start,
            configuration.layerNormEpsilon)
    }
}
