"""Writes Sources/HelpdeskKnowledge/Lexical/FoldingTable.swift: letters without case and diacritics.

Python's unicodedata (Unicode 15 or later); no other package. Run from the repository root:
    python3 Scripts/golden/splitter_folding_table.py
"""
import unicodedata

SPECIAL = {"ß": "s", "ẞ": "s", "æ": "a", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŋ": "n", "œ": "o",
           "ŧ": "t", "ð": "d", "þ": "t", "ſ": "s", "ς": "σ"}
RANGES = [(0xC0, 0x250), (0x370, 0x500), (0x1E00, 0x2000)]


def fold(scalar):
    text = unicodedata.normalize("NFKD", chr(scalar)).lower()
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
    first = text[:1] or chr(scalar)
    first = SPECIAL.get(first, first)
    return first if unicodedata.category(first)[0] in "LN" else "."


def main():
    lines = [
        "/// Letters without case and diacritics, for the ranges that have many of them.",
        "///",
        "/// Made by `Scripts/golden/splitter_folding_table.py`: the first scalar of the NFKD form in lower case, and a plain",
        "/// letter for those that have no decomposition (`ø`, `ł`, `ß`); a full stop where there is no letter.",
        "enum FoldingTable {",
        "    /// The folded form of a scalar outside ASCII, or `nil` where the table does not hold it.",
        "    static func folded(_ scalar: UInt32) -> UInt32? {",
        "        for (start, table) in ranges where scalar >= start && scalar < start + UInt32(table.count) {",
        "            return table[Int(scalar - start)]",
        "        }",
        "        return nil",
        "    }",
        "",
        "    private static let ranges: [(start: UInt32, table: [UInt32])] = [",
    ]
    for start, end in RANGES:
        lines.append(f"        (0x{start:X}, scalars(")
        lines.append('            """')
        text = "".join(fold(s) if chr(s).isprintable() else "." for s in range(start, end))
        for i in range(0, len(text), 96):
            lines.append("            " + text[i:i + 96] + "\\")
        lines.append("")
        lines.append('            """)),')
    lines += [
        "    ]",
        "",
        "    private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\\.value) }",
        "}",
        "",
    ]
    with open("Sources/HelpdeskKnowledge/Lexical/FoldingTable.swift", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


main()
