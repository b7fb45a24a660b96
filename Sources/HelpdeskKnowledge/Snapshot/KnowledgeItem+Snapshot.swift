#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension KnowledgeItem {
    func write(to writer: inout KnowledgeSnapshotWriter) {
        writer.write(UInt8(PassageID.code(kind)))
        writer.write(id)
        switch self {
        case .article(let article):
            writer.write(article.title)
            writer.write(article.body)
            writer.write(article.format.rawValue)
            writer.write(article.url) { $0.write($1) }
            writer.write(article.version) { $0.write($1) }
            writer.write(article.updatedAt) { $0.write($1.timeIntervalSinceReferenceDate) }
        case .faq(let faq):
            writer.write(faq.question)
            writer.write(faq.answer)
            writer.write(faq.url) { $0.write($1) }
            writer.write(faq.version) { $0.write($1) }
            writer.write(faq.updatedAt) { $0.write($1.timeIntervalSinceReferenceDate) }
        case .resolvedTicket(let ticket):
            writer.write(ticket.subject)
            writer.write(ticket.problem)
            writer.write(ticket.resolution)
            writer.write(ticket.category) { $0.write($1) }
            writer.write(ticket.satisfaction) { $0.write($1) }
            writer.write(ticket.resolvedAt) { $0.write($1.timeIntervalSinceReferenceDate) }
        }
        writer.write(metadata)
    }

    init(from reader: inout KnowledgeSnapshotReader) throws {
        let code = try reader.number(UInt8.self)
        guard let kind = PassageID.kind(of: UInt64(code)) else { throw reader.malformed("\(code) is no kind of item") }
        let id = try reader.text()
        switch kind {
        case .article:
            var article = Article(id: id, title: try reader.text(), body: try reader.text())
            let format = try reader.text()
            guard let known = Article.Format(rawValue: format) else {
                throw reader.malformed("\"\(format.prefix(40))\" is no format of an article")
            }
            article.format = known
            article.url = try reader.optional { try $0.text() }
            article.version = try reader.optional { try $0.text() }
            article.updatedAt = try reader.optional { Date(timeIntervalSinceReferenceDate: try $0.double()) }
            article.metadata = try reader.fields()
            self = .article(article)
        case .faq:
            var faq = FAQ(id: id, question: try reader.text(), answer: try reader.text())
            faq.url = try reader.optional { try $0.text() }
            faq.version = try reader.optional { try $0.text() }
            faq.updatedAt = try reader.optional { Date(timeIntervalSinceReferenceDate: try $0.double()) }
            faq.metadata = try reader.fields()
            self = .faq(faq)
        case .resolvedTicket:
            var ticket = ResolvedTicket(id: id, problem: "", resolution: "")
            ticket.subject = try reader.text()
            ticket.problem = try reader.text()
            ticket.resolution = try reader.text()
            ticket.category = try reader.optional { try $0.text() }
            ticket.satisfaction = try reader.optional { try $0.double() }
            ticket.resolvedAt = try reader.optional { Date(timeIntervalSinceReferenceDate: try $0.double()) }
            ticket.metadata = try reader.fields()
            self = .resolvedTicket(ticket)
        }
    }
}
