// A stranger's first program: it uses the package through its products, as any other package would.

import Foundation
import Helpdesk
import HelpdeskFiles

let folder = FileManager.default.temporaryDirectory.appending(path: "consumer-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
try Data("# Reset a password\n\nOpen Settings and choose Reset password.\n".utf8)
    .write(to: folder.appending(path: "reset.md"))
try Data("question,answer\nIs there a free trial?,Yes: 14 days.\n".utf8).write(to: folder.appending(path: "faq.csv"))

let model = try HashingEmbedder()
let index = try ExactIndex(.init(dimensions: model.identity.dimensions, metric: .cosine))
let knowledge = try await KnowledgeBase(model: model, index: index)
_ = try await knowledge.sync(from: try FolderSource(folder))
let resolution = try await SupportAgent(knowledge: knowledge).resolve(SupportQuery("How do I reset my password?"))
guard resolution.sources.first?.itemID == "reset.md", index.count > 0 else {
    print("consumer: expected reset.md to be found first, got \(resolution.sources)")
    exit(1)
}
print("consumer: \(importedModules) modules imported, \(index.count) passages; found \(resolution.sources[0].title)")
