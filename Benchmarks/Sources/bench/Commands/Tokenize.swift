import ArgumentParser
import Foundation
import WordPiece

struct Tokenize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Speed of the tokenizer; --dump writes its output.")

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Texts: one a line, or a .jsonl file with the field text.") var texts: String
    @Option(help: "Write {\"ids\":[…]} per text, in order, to this file.") var dump: String?
    @Option(help: "Most tokens per text, special ones included; unlimited where absent.") var maximumLength: Int?
    @Option(help: "Runs; the median counts.") var runs = 5

    func run() async throws {
        let texts = try InputFile.texts(texts)
        let folder = try model.folder()
        let file = folder.appending(path: "tokenizer.json")
        let tokenizer =
            FileManager.default.fileExists(atPath: file.path)
            ? try WordPieceTokenizer(tokenizerJSON: Array(try InputFile.data(file.path)))
            : try WordPieceTokenizer(vocabulary: Array(try InputFile.data(folder.appending(path: "vocab.txt").path)))
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }

        if let dump {
            var lines = Data()
            for text in texts {
                let ids = tokenizer.encode(text, maximumLength: maximumLength).ids
                lines.append(contentsOf: "{\"ids\":[\(ids.map(String.init).joined(separator: ","))]}\n".utf8)
            }
            try OutputFile.write(lines, to: dump)
        }

        var report = Report(json: output.json)
        for threads in Set([1, ProcessInfo.processInfo.activeProcessorCount]).sorted() {
            let progress = Progress("tokenize, \(threads) threads")
            var tokens = 0
            let timing = await Timing.of(max(1, runs)) {
                tokens = await withTaskGroup(of: Int.self) { group in
                    for thread in 0..<threads {
                        group.addTask {
                            stride(from: thread, to: texts.count, by: threads).reduce(0) {
                                $0 + tokenizer.encode(texts[$1], maximumLength: maximumLength).ids.count
                            }
                        }
                    }
                    return await group.reduce(0, +)
                }
            }
            progress.finish()
            report.add([
                ("threads", .integer(threads)), ("texts", .integer(texts.count)),
                ("MB/s", .number(Double(bytes) / timing.median / 1e6, digits: 1)),
                ("tokens/s", .number(Double(tokens) / timing.median, digits: 0)),
            ])
        }
        report.finish()
    }
}
