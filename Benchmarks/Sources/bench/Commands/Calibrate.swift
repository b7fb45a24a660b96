import ArgumentParser
import Foundation
import HelpdeskFiles
import SentenceEmbeddings

struct Calibrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Finds out how to round a model's activations to 8 bits, and writes it as a file for the model's folder."
    )

    @OptionGroup var model: ModelOptions
    @Option(
        help: "Texts: one a line, or a .jsonl file with the field text; random words of the vocabulary where absent.")
    var texts: String?
    @Option(help: "The file to write; helpdesk_calibration.json in the model's folder is found by itself.") var out:
        String

    func run() async throws {
        let files = try ModelFiles(folder: try model.folder())
        let texts = try texts.map(InputFile.texts)
        let calibration = try await SentenceTransformer.calibrate(files: files, texts: texts)
        try OutputFile.write(calibration.json, to: out)
    }
}
