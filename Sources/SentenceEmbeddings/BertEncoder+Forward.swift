import CHelpdeskKernels

extension BertEncoder {
    /// Computes one vector per sentence.
    ///
    /// The sentences lie end to end, without padding: everything but attention and pooling treats a token by itself, and
    /// these two stay inside a sentence. Each step computes a row the same way whatever the number of rows, so a
    /// sentence's vector is the same in every batch, bit for bit.
    ///
    /// - Parameters:
    ///   - sentences: Token identifiers, each sentence of 1 to `positionCount` tokens that are in the vocabulary.
    ///   - scratch: Room for at least the tokens of all sentences together.
    ///   - vector: Where to write the `hiddenSize` components of a sentence's vector, by its position.
    func forward(_ sentences: [[Int32]], scratch: EncoderScratch, vector: (Int) -> UnsafeMutablePointer<Float>) {
        let isa = instructionSet
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
            helpdesk_embed_tokens(isa, sentence.count, sentence, nil, &tables, scratch.hidden.from(tokens))
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

        // One vector per sentence.
        var first = 0
        for (position, sentence) in sentences.enumerated() {
            pool(
                scratch.hidden.from(first), count: sentence.count, by: pooling, isNormalized: isNormalized,
                into: vector(position))
            first += sentence.count
        }
    }

    private func normalize(_ values: helpdesk_rows, rows: Int, _ norm: NormWeights) {
        helpdesk_layer_norm(
            instructionSet, rows, configuration.hiddenSize, values, norm.scale.start, norm.shift.start,
            configuration.layerNormEpsilon)
    }
}
