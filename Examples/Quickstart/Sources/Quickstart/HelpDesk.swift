import Foundation
import Helpdesk
import HelpdeskFiles

/// Puts the library together: a model, a knowledge base filled from a folder, and the agent that answers from it.
/// This is the part to copy into a service of your own.
struct HelpDesk {
    /// The folder of the embedding model; `nil` for the one in HELPDESK_MODEL_DIR.
    var modelFolder: String?
    /// Whether to do without a model.
    var usesHashing: Bool
    /// The folder or file to answer from; `nil` for the built-in help center.
    var knowledge: String?
    /// The most sources an answer may draw on.
    var sourceCount: Int
    /// Who writes the answers; `nil` to quote the sources.
    var languageModel: (any LLMClient)?

    func open() async throws -> SupportAgent {
        // 1. The source yields articles, FAQs and resolved tickets. Others read a help desk or a database.
        //    What cannot be read is left out; `countItems` says what that was.
        let source = try FolderSource(try knowledgeFolder, configuration: .init(onError: .skip { _ in }))

        // 2. The model turns texts into vectors. Everything runs in this process, on the CPU.
        let model = try await loadModel()

        // 3. The knowledge base splits, embeds and indexes what the source yields. Kept running, it takes up changes
        //    with another `sync`, which only touches what changed.
        let knowledge = try await KnowledgeBase(model: model)
        try await fill(knowledge, from: source)

        // 4. The agent answers. Without a language model it quotes the best source, so it needs no network at all. With
        //    one the answers are written from the sources and checked against them; where the model fails, the sources
        //    are quoted.
        return try SupportAgent(
            knowledge: knowledge, languageModel: languageModel ?? ExtractiveResponder(),
            configuration: SupportAgent.Configuration(sourceCount: max(5, sourceCount)))
    }

    private func loadModel() async throws -> any EmbeddingModel {
        if usesHashing { return try HashingEmbedder() }
        // The library never reads the environment; a program may.
        guard let folder = modelFolder ?? ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"], !folder.isEmpty
        else { throw QuickstartError.noModel }
        let progress = ProgressBar("Loading the model")
        let model = try await SentenceTransformer.load(from: URL(filePath: folder, directoryHint: .isDirectory))
        progress.finish("\(model.identity.model), \(model.dimensions) dimensions")
        return model
    }

    private func fill(_ knowledge: KnowledgeBase, from source: FolderSource) async throws {
        let progress = ProgressBar("Indexing \(source.url.lastPathComponent)")
        let total = try await countItems(in: source.url)
        guard total > 0 else { throw QuickstartError.noKnowledge(source.url.path) }

        let report = try await knowledge.sync(from: source) {
            progress.update(done: $0.itemsDone, of: total)
        }
        progress.finish("\(report.indexing.added) items in \(report.indexing.passagesEmbedded) passages")
        for rejection in report.rejected {
            Terminal.writeError("Left out \(rejection.id): \(rejection.error.message)\n")
        }
    }

    /// Reading the files twice costs little, and tells the progress bar how much there is to do.
    private func countItems(in folder: URL) async throws -> Int {
        let source = try FolderSource(
            folder,
            configuration: .init(
                onError: .skip { Terminal.writeError("\(Terminal.canRedraw ? "\n" : "")Left out \($0.message)\n") }))
        var count = 0
        for try await _ in source.changes(after: nil) { count += 1 }
        return count
    }

    /// The folder given, or the help center that comes with this example.
    private var knowledgeFolder: URL {
        get throws {
            if let knowledge { return URL(filePath: knowledge) }
            guard let url = Bundle.module.url(forResource: "HelpCentre", withExtension: nil) else {
                throw QuickstartError.noHelpCenter(Bundle.module.bundlePath)
            }
            return url
        }
    }
}
