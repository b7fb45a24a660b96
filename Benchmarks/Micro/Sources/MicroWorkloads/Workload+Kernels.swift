import CHelpdeskKernels

extension Workload {
    /// Distances and matrix products, for each instruction set.
    static let kernels: [Workload] = InstructionSet.available.flatMap { set in
        [
            pair("dot-384", "inner product of two vectors of 384 floats", set) { helpdesk_dot(set.isa, $0, $1, 384) },
            pair("squared-distance-384", "squared distance of two vectors of 384 floats", set) {
                helpdesk_squared_distance(set.isa, $0, $1, 384)
            },
            gatheredDots(set),
            linear(
                "linear-32x384-to-384", "32 rows of 384 by a layer of 384", set, rows: 32, outputs: 384,
                HELPDESK_IDENTITY, counted: 4),
            linear(
                "linear-48x384-to-1536-gelu", "48 rows of 384 by a layer of 1536, then GELU", set, rows: 48,
                outputs: 1536, HELPDESK_GELU, counted: 1),
            attention(set),
            layerNorm(set),
        ]
    }

    private static let dimensions = 384

    private static func pair(
        _ name: String, _ summary: String, _ set: InstructionSet,
        _ kernel: @escaping @Sendable (UnsafePointer<Float>, UnsafePointer<Float>) -> Float
    ) -> Workload {
        Workload("\(name)-\(set.name)", summary, scale: 1000, counted: 20_000, tolerance: 2) { _ in
            let vectors = KernelFloats(count: 2 * dimensions, seed: 1)
            return { count in
                var sum: Float = 0
                for _ in 0..<count { sum += kernel(vectors.start, vectors.start + dimensions) }
                return Int(sum)
            }
        }
    }

    /// What a step of a graph search does: the neighbours of a node lie anywhere.
    private static func gatheredDots(_ set: InstructionSet) -> Workload {
        Workload(
            "dots-16x384-\(set.name)", "inner products of a query with 16 of 256 rows of 384 floats", scale: 1000,
            counted: 2000, tolerance: 2
        ) { _ in
            let query = KernelFloats(count: dimensions, seed: 2)
            let rows = KernelFloats(count: 256 * dimensions, seed: 3)
            let indices = (0..<16).map { UInt32($0 * 97 % 256) }
            return { count in
                var results = [Float](repeating: 0, count: indices.count)
                for _ in 0..<count {
                    helpdesk_dots(
                        set.isa, query.start, rows.start, dimensions, indices, indices.count, dimensions, &results)
                }
                return Int(results[0])
            }
        }
    }

    private static func linear(
        _ name: String, _ summary: String, _ set: InstructionSet, rows: Int, outputs: Int,
        _ activation: helpdesk_activation, counted: Int
    ) -> Workload {
        Workload("\(name)-\(set.name)", summary, counted: counted, tolerance: 2) { _ in
            let width = helpdesk_panel_width(set.isa)
            let weights = KernelFloats(count: outputs * dimensions, seed: 4)
            let panels = KernelFloats(count: helpdesk_packed_count(width, outputs, dimensions), seed: 5)
            helpdesk_pack_weights(width, outputs, dimensions, weights.start, panels.start)
            let bias = KernelFloats(count: helpdesk_row_stride(outputs), seed: 6)
            let inputStride = helpdesk_row_stride(dimensions)
            let input = KernelFloats(count: rows * inputStride, seed: 7)
            let resultStride = helpdesk_row_stride(outputs)
            let result = KernelFloats(count: rows * resultStride, seed: 8)
            return { count in
                var layer = helpdesk_linear_layer(
                    panels: panels.start, bias: bias.start, inputs: dimensions, outputs: outputs,
                    panel_stride: width * dimensions)
                for _ in 0..<count {
                    helpdesk_linear(
                        set.isa, rows, helpdesk_rows(values: input.start, stride: inputStride), &layer,
                        helpdesk_rows(values: nil, stride: 0), activation,
                        helpdesk_rows(values: result.start, stride: resultStride))
                }
                return Int(result.start[0])
            }
        }
    }

    private static func attention(_ set: InstructionSet) -> Workload {
        let tokens = 48
        let heads = 12
        let size = dimensions / heads
        return Workload(
            "attention-48x12x32-\(set.name)", "attention of 48 tokens with 12 heads of 32", counted: 4, tolerance: 2
        ) { _ in
            let scratch = KernelFloats(count: helpdesk_attention_scratch(set.isa, tokens, size), seed: 9)
            let projectedStride = helpdesk_row_stride(3 * dimensions)
            let projected = KernelFloats(count: tokens * projectedStride, seed: 10)
            let contextStride = helpdesk_row_stride(dimensions)
            let context = KernelFloats(count: tokens * contextStride, seed: 11)
            return { count in
                for _ in 0..<count {
                    helpdesk_attention(
                        set.isa, tokens, heads, 0, heads, size, 1 / Float(size).squareRoot(),
                        helpdesk_rows(values: projected.start, stride: projectedStride),
                        helpdesk_rows(values: context.start, stride: contextStride), scratch.start)
                }
                return Int(context.start[0] * 1000)
            }
        }
    }

    private static func layerNorm(_ set: InstructionSet) -> Workload {
        let rows = 48
        return Workload(
            "layer-norm-48x384-\(set.name)", "layer normalization of 48 rows of 384 floats", counted: 100, tolerance: 2
        ) { _ in
            let parameters = KernelFloats(count: 2 * dimensions, seed: 12)
            let stride = helpdesk_row_stride(dimensions)
            let values = KernelFloats(count: rows * stride, seed: 13)
            return { count in
                for _ in 0..<count {
                    helpdesk_layer_norm(
                        set.isa, rows, dimensions, helpdesk_rows(values: values.start, stride: stride),
                        parameters.start, parameters.start + dimensions, 1e-12)
                }
                return Int(values.start[0] * 1000)
            }
        }
    }
}
