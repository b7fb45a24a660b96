import ArgumentParser
import Foundation
import HelpdeskFiles
import SentenceEmbeddings

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object per result row on standard output instead of a table.")
    var json = false
}

/// Which embedding model is used.
struct ModelOptions: ParsableArguments {
    /// The arithmetic of the forward pass.
    enum Precision: String, ExpressibleByArgument, CaseIterable {
        case float32, int16, int8
        var value: EmbeddingPrecision? { EmbeddingPrecision(rawValue: rawValue) }
    }

    @Option(help: "Folder of the model in Hugging Face layout. Default: the environment variable HELPDESK_MODEL_DIR.")
    var model: String?

    @Option(help: "Arithmetic of the forward pass; the default of the library where absent.") var precision: Precision?

    /// The folder, from the option or the environment.
    func folder() throws -> URL {
        guard let path = model ?? ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"] else {
            throw BenchError("no model: give --model DIR, or set HELPDESK_MODEL_DIR (Scripts/setup fetches one)")
        }
        return URL(filePath: path)
    }

    /// The model, with a number of threads of its own; all cores where `nil`.
    func load(threads: Int? = nil, preparedWeights: String? = nil) async throws -> SentenceTransformer {
        var configuration = SentenceTransformer.Configuration()
        configuration.threadCount = threads
        configuration.precision = precision?.value
        if let preparedWeights {
            return try await SentenceTransformer.load(
                from: try folder(), configuration: configuration, preparedWeights: URL(filePath: preparedWeights))
        }
        return try await SentenceTransformer.load(from: try folder(), configuration: configuration)
    }
}
