import Foundation

/// Files that the commands write.
enum OutputFile {
    static func write(_ data: Data, to path: String) throws {
        do {
            try data.write(to: URL(filePath: path))
        } catch {
            throw BenchError("\(path): cannot be written: \((error as NSError).localizedDescription)")
        }
    }

    /// Writes text, a line each.
    static func write(lines: some Sequence<String>, to path: String) throws {
        try write(Data(lines.map { $0 + "\n" }.joined().utf8), to: path)
    }
}
