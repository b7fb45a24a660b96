import Foundation
import HelpdeskJSON
import Testing

/// Files that a reference has made.
enum Golden {
    static func json(_ name: String) throws -> JSONValue {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Golden")
        return try JSONValue(utf8: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
    }
}
