extension MessageScanner {
    /// The emoji or emoticon at that place, if it says how the customer feels.
    static func face(at index: Int, in scalars: [Unicode.Scalar], before limit: Int) -> (kind: WordKind, length: Int)? {
        let value = scalars[index].value
        if value >= 0x2600 {
            if gladFaces.contains(value) { return (.glad, 1) }
            if angryFaces.contains(value) { return (.angry, 1) }
            return nil
        }
        guard value == 0x3A || value == 0x3B || value == 0x3D || value == 0x3C || value == 0x3E else { return nil }
        if value == 0x3C, index + 1 < limit, scalars[index + 1] == "3" { return (.glad, 2) }
        var next = index + 1
        if value == 0x3E {
            guard next < limit, scalars[next] == ":" else { return nil }
            next += 1
        }
        if next < limit, scalars[next] == "-" || scalars[next] == "'" { next += 1 }
        guard next < limit else { return nil }
        switch scalars[next] {
        case ")", "D", "]": break
        case "(", "[", "/", "|":
            guard scalars[next] != "/" || next + 1 == limit || scalars[next + 1] != "/" else { return nil }
            return (.angry, next + 1 - index)
        default: return nil
        }
        if scalars[next] == "D", next + 1 < limit, WordForm.isWord(scalars[next + 1]) { return nil }
        return (.glad, next + 1 - index)
    }

    private static let gladFaces: Set<UInt32> = Set(
        "😀😃😄😁😆😊🙂😉😍🥰😘👍👏🎉✨😎🤩💯❤♥💕💖💙💚🥳🤗😻🏆⭐🌟☺😇🙌💪💜🧡💛".unicodeScalars.map(\.value).filter { $0 != 0xFE0F })
    private static let angryFaces: Set<UInt32> = Set(
        "😡😠🤬😤😢😭😞😩😫💔👎🙄😒😱😰😨😖😣😔🙁☹😕😟😓😥😿💢🤦😑🤮🖕😧😦".unicodeScalars.map(\.value).filter { $0 != 0xFE0F })
}
