import HelpdeskJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The checked header of a safetensors file: eight bytes of length, little-endian, and that many bytes of JSON.
struct SafetensorsHeader {
    private(set) var metadata: [String: String] = [:]
    private(set) var tensors: [SafetensorsFile.Tensor] = []
    private(set) var positions: [[UInt8]: Int] = [:]
    /// Where the data begins, counted from the start of the file.
    let dataStart: Int
    private let file: String

    init(_ data: Data, file: String) throws(EmbeddingError) {
        self.file = file
        let count = data.count
        guard count >= 8 else {
            throw Self.malformed(file, "has \(count) bytes; the length of its header alone takes 8")
        }
        let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= SafetensorsFile.maximumHeaderLength else {
            throw Self.malformed(
                file, "claims a header of \(length) bytes; at most \(SafetensorsFile.maximumHeaderLength) are read")
        }
        guard count - 8 >= Int(length) else {
            throw Self.malformed(file, "is truncated: it has \(count) bytes and claims a header of \(length)")
        }
        dataStart = 8 + Int(length)
        let header: JSONValue
        do {
            header = try data.withUnsafeBytes { bytes throws(JSONError) in
                let text = bytes[8..<8 + Int(length)]
                guard text.first == UInt8(ascii: "{") else { throw JSONError("expected an opening brace", offset: 0) }
                return try JSONValue(utf8: UnsafeRawBufferPointer(rebasing: text).assumingMemoryBound(to: UInt8.self))
            }
        } catch let error as JSONError {
            throw Self.malformed(file, "has a header that is not JSON", cause: error)
        } catch {
            throw Self.malformed(file, "has an unreadable header", cause: error)
        }
        try read(header.members ?? [])
        try checkLayout(dataCount: count - dataStart)
    }

    private mutating func read(_ members: [JSONMember]) throws(EmbeddingError) {
        var names = Set<[UInt8]>(minimumCapacity: members.count)
        for member in members {
            guard names.insert(Array(member.key.utf8)).inserted else {
                throw Self.malformed(file, "lists \"\(member.key)\" twice in its header")
            }
            if member.key.utf8.elementsEqual("__metadata__".utf8) {
                try readMetadata(member.value)
            } else {
                tensors.append(try tensor(member))
            }
        }
    }

    private mutating func readMetadata(_ value: JSONValue) throws(EmbeddingError) {
        guard let members = value.members else { throw Self.malformed(file, "has __metadata__ that is not an object") }
        var keys = Set<[UInt8]>()
        for member in members {
            guard keys.insert(Array(member.key.utf8)).inserted else {
                throw Self.malformed(file, "lists \"\(member.key)\" twice in its __metadata__")
            }
            guard let text = member.value.string else {
                throw Self.malformed(file, "has __metadata__ \"\(member.key)\" that is not a string")
            }
            metadata[member.key] = text
        }
    }

    private func tensor(_ member: JSONMember) throws(EmbeddingError) -> SafetensorsFile.Tensor {
        guard let fields = member.value.members else { throw wrong(member.key, "is not described by an object") }
        let known = ["dtype", "shape", "data_offsets"]
        for name in known where fields.count(where: { $0.key == name }) != 1 {
            throw wrong(member.key, "must have exactly one \(name)")
        }
        guard let typeName = member.value["dtype"]?.string, let type = SafetensorsType(rawValue: typeName) else {
            throw wrong(member.key, "has a dtype that is none of the format's")
        }
        guard let dimensions = member.value["shape"]?.array else { throw wrong(member.key, "has no list as its shape") }
        var shape: [Int] = []
        var bits = type.bitWidth
        var count = 1
        for dimension in dimensions {
            guard let size = size(dimension) else { throw wrong(member.key, "has a shape that is not of sizes") }
            shape.append(size)
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            if overflow { throw wrong(member.key, "has more elements than can be counted") }
            count = product
        }
        let (product, overflow) = bits.multipliedReportingOverflow(by: count)
        if overflow { throw wrong(member.key, "has more bits than can be counted") }
        bits = product
        guard bits % 8 == 0 else { throw wrong(member.key, "does not end on a whole byte") }
        guard let offsets = member.value["data_offsets"]?.array, offsets.count == 2, let begin = size(offsets[0]),
            let end = size(offsets[1]), begin <= end
        else { throw wrong(member.key, "has data_offsets that are not a begin and an end") }
        guard end - begin == bits / 8 else {
            throw wrong(member.key, "has \(end - begin) bytes; its type and shape take \(bits / 8)")
        }
        return SafetensorsFile.Tensor(name: member.key, type: type, shape: shape, offsets: begin..<end)
    }

    /// A number written as a plain non-negative integer.
    private func size(_ value: JSONValue) -> Int? {
        guard case .number(let text) = value, text.utf8.first != UInt8(ascii: "-") else { return nil }
        return Int(text)
    }

    /// Every byte of the data belongs to exactly one tensor.
    private mutating func checkLayout(dataCount: Int) throws(EmbeddingError) {
        tensors.sort {
            ($0.offsets.lowerBound, $0.offsets.upperBound) < ($1.offsets.lowerBound, $1.offsets.upperBound)
        }
        var end = 0
        for (position, tensor) in tensors.enumerated() {
            guard tensor.offsets.lowerBound == end else {
                let what = tensor.offsets.lowerBound < end ? "overlaps the tensor before it" : "leaves a hole before it"
                throw wrong(
                    tensor.name, "\(what): it begins at byte \(tensor.offsets.lowerBound) of the data, not at \(end)")
            }
            end = tensor.offsets.upperBound
            positions[Array(tensor.name.utf8)] = position
        }
        guard end == dataCount else {
            throw Self.malformed(
                file,
                "has \(dataCount) bytes of data; its tensors take \(end)"
                    + (dataCount < end ? " (the file is truncated)" : ""))
        }
    }

    private func wrong(_ tensor: String, _ what: String) -> EmbeddingError {
        Self.malformed(file, "tensor \"\(tensor.prefix(200))\" \(what)", separator: ": ")
    }

    private static func malformed(
        _ file: String, _ what: String, separator: String = " ", cause: (any Error)? = nil
    ) -> EmbeddingError {
        EmbeddingError(.malformedFile, file + separator + what, cause: cause)
    }
}
