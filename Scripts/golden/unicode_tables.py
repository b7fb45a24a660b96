"""Generates Sources/WordPiece/UnicodeTables*.swift from the reference tokenizer.

Every table is measured: each of the 1,112,064 Unicode scalars goes through the installed `tokenizers` library and
what comes out is written down. No Unicode data file and no property of Python's is used, so the tables hold whatever
versions of Unicode, and whatever quirks, the reference has.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/golden/requirements.txt
    .venv/bin/python Scripts/golden/unicode_tables.py
"""

import pathlib

import tokenizers
from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers

SCALARS = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
OUTPUT = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "WordPiece"


def bert(clean=False, chinese=False, strip=False, lower=False):
    normalizer = normalizers.BertNormalizer(
        clean_text=clean, handle_chinese_chars=chinese, strip_accents=strip, lowercase=lower)
    return normalizer.normalize_str


def ranges(scalars):
    """Sorted inclusive ranges; the surrogates, which are no scalars, do not break a range."""
    result = []
    for scalar in sorted(scalars):
        if result and (scalar == result[-1][1] + 1 or (result[-1][1] == 0xD7FF and scalar == 0xE000)):
            result[-1][1] = scalar
        else:
            result.append([scalar, scalar])
    return [value for pair in result for value in pair]


def measure_cleaning():
    clean = bert(clean=True)
    dropped, spaces = [], []
    for c in SCALARS:
        out = clean("a" + chr(c) + "b")
        if out == "ab":
            dropped.append(c)
        elif out == "a b":
            spaces.append(c)
        else:
            assert out == "a" + chr(c) + "b", hex(c)
    return dropped, spaces


def measure_chinese():
    chinese = bert(chinese=True)
    result = []
    for c in SCALARS:
        out = chinese("a" + chr(c) + "b")
        if out == "a " + chr(c) + " b":
            result.append(c)
        else:
            assert out == "a" + chr(c) + "b", hex(c)
    return result


def measure_splitting():
    split = pre_tokenizers.BertPreTokenizer().pre_tokenize_str
    whitespace, punctuation = [], []
    for c in SCALARS:
        pieces = [piece for piece, _ in split("a" + chr(c) + "b")]
        if pieces == ["a", "b"]:
            whitespace.append(c)
        elif pieces == ["a", chr(c), "b"]:
            punctuation.append(c)
        else:
            assert pieces == ["a" + chr(c) + "b"], hex(c)
    return whitespace, punctuation


def measure_lowercase():
    lower = bert(lower=True)
    return {c: [ord(x) for x in out] for c in SCALARS if (out := lower(chr(c))) != chr(c)}


def hangul(c):
    index = c - 0xAC00
    if not 0 <= index < 11172:
        return None
    parts = [0x1100 + index // 588, 0x1161 + index % 588 // 28]
    return parts + ([0x11A7 + index % 28] if index % 28 else [])


def measure_stripping():
    """What is left of each scalar after NFD and removal of nonspacing marks, and how the marks take part in ordering."""
    strip, nfd = bert(strip=True), normalizers.NFD().normalize_str
    low, high = "\u0334", "\u0315"  # combining classes 1 and 232
    mapped, removed, nonstarters = {}, [], []
    for c in SCALARS:
        s = chr(c)
        out = strip("a" + s)[1:]
        if out == "":
            removed.append(c)
        elif out != s:
            values = [ord(x) for x in out]
            if hangul(c) is None:
                mapped[c] = values
            else:
                assert hangul(c) == values, hex(c)
        if c in (ord(low), ord(high)) or out == "":
            continue
        if out == s and (nfd("a" + s + low) != "a" + s + low or nfd("a" + high + s) != "a" + high + s):
            nonstarters.append(c)
    # The combining class of those that are kept, as a rank among themselves: all others are gone when it matters.
    before = {x: {y for y in nonstarters if x != y and strip("a" + chr(y) + chr(x)) == "a" + chr(x) + chr(y)}
              for x in nonstarters}
    sizes = sorted({len(v) for v in before.values()}, reverse=True)
    rank = {x: 1 + sizes.index(len(before[x])) for x in nonstarters}
    for x in nonstarters:
        for y in nonstarters:
            assert (y in before[x]) == (rank[x] < rank[y])
    # A removed mark of class 0 keeps its neighbours from changing places; any other lets them.
    first = min(nonstarters, key=lambda x: rank[x])
    last = max(nonstarters, key=lambda x: rank[x])
    assert rank[first] < rank[last]
    transparent, barriers = [], []
    for c in removed:
        out = strip("a" + chr(last) + chr(c) + chr(first))
        if out == "a" + chr(first) + chr(last):
            transparent.append(c)
        else:
            assert out == "a" + chr(last) + chr(first), hex(c)
            barriers.append(c)
    for c, values in mapped.items():
        tail = [v in rank for v in values]
        assert tail == sorted(tail) and not tail[0], hex(c)
    return mapped, transparent, barriers, rank


def measure_word_characters():
    """The `\\w` that decides whether an added token with `single_word` stands alone."""
    tokenizer = Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.add_special_tokens([AddedToken("zqz", single_word=True, normalized=False)])
    before = [c for c in SCALARS if "zqz" not in tokenizer.encode(chr(c) + "zqz").tokens]
    after = [c for c in SCALARS if "zqz" not in tokenizer.encode("zqz" + chr(c)).tokens]
    assert before == after
    return before


def measure_pattern_spaces():
    """The `\\s` that `lstrip` and `rstrip` take along."""
    tokenizer = Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]"))
    tokenizer.add_special_tokens([AddedToken("zqz", rstrip=True, normalized=False)])
    return [c for c in SCALARS if tokenizer.encode("zqz" + chr(c)).tokens == ["zqz" + chr(c)]]


def lowercase_runs(mapping):
    """Runs of (first, last, stride, delta) for the one-to-one mappings, delta modulo 2^32."""
    runs = []
    for c, values in sorted(mapping.items()):
        if len(values) != 1:
            continue
        delta = (values[0] - c) & 0xFFFFFFFF
        if runs:
            first, last, stride, d = runs[-1]
            step = c - last
            if d == delta and step in (1, 2) and (stride == 0 or stride == step):
                runs[-1] = (first, c, step, d)
                continue
        runs.append((c, c, 0, delta))
    return [x for first, last, stride, d in runs for x in (first, last, stride or 1, d)]


def sequences(mapping):
    """(scalar, count, values...) for the mappings to several scalars."""
    return [x for c, v in sorted(mapping.items()) if len(v) > 1 for x in (c, len(v), *v)]


def array(name, comment, values):
    lines = [f"    /// {line}" for line in comment.split("\n")] + [f"    static let {name}: [UInt32] = ["]
    line = "       "
    for value in values:
        item = f" 0x{value:X},"
        if len(line) + len(item) > 118:
            lines.append(line)
            line = "       "
        line += item
    return "\n".join(lines + ([line] if line.strip() else []) + ["    ]"])


def write(name, head, tables):
    text = "// swift-format-ignore-file\n"
    text += f"// Generated by Scripts/golden/unicode_tables.py from tokenizers {tokenizers.__version__}.\n\n{head} {{\n"
    (OUTPUT / name).write_text(text + "\n\n".join(tables) + "\n}\n")
    print(name, len(text + "".join(tables)))


def main():
    dropped, cleaned = measure_cleaning()
    chinese = measure_chinese()
    whitespace, punctuation = measure_splitting()
    lowercase = measure_lowercase()
    mapped, transparent, barriers, rank = measure_stripping()
    words = measure_word_characters()
    spaces = measure_pattern_spaces()
    assert spaces == whitespace
    assert all(len(mapped.get(c, [c])) == 1 for c in chinese)
    assert not set(rank) & (set(lowercase) | set(punctuation) | set(whitespace) | set(chinese))
    assert not set(chinese) & set(cleaned + dropped + punctuation + whitespace + transparent + barriers)
    for values in lowercase.values():
        assert not set(values) & set(whitespace + punctuation)
    print("dropped", len(dropped), "cleaned", len(cleaned), "chinese", len(chinese), "whitespace", len(whitespace),
          "punctuation", len(punctuation), "lowercase", len(lowercase), "mapped", len(mapped),
          "transparent", len(transparent), "barriers", len(barriers), "nonstarters", len(rank), "words", len(words))
    write("UnicodeTables.swift",
          "/// How the reference classifies Unicode scalars; each table is a list of inclusive ranges, flattened.\n"
          "enum UnicodeTables", [
              array("dropped", "Scalars that cleaning deletes.", ranges(dropped)),
              array("cleanedToSpace", "Scalars that cleaning turns into U+0020.", ranges(cleaned)),
              array("chinese", "Scalars that get a space on each side.", ranges(chinese)),
              array("whitespace", "Scalars that separate words.", ranges(whitespace)),
              array("punctuation", "Scalars that are words of their own.", ranges(punctuation)),
              array("transparentMarks", "Marks that accent stripping deletes, of a combining class other than 0.",
                    ranges(transparent)),
              array("barrierMarks", "Marks that accent stripping deletes, of combining class 0.", ranges(barriers)),
              array("wordCharacters", "Scalars that continue a word next to an added token that must stand alone.",
                    ranges(words)),
          ])
    write("UnicodeTables+Mappings.swift",
          "/// What the reference turns Unicode scalars into.\nextension UnicodeTables", [
              array("nonstarters",
                    "Pairs of a scalar that accent stripping keeps but reorders, and its rank: a stable sort by rank is the\n"
                    "canonical order.", [x for c, r in sorted(rank.items()) for x in (c, r)]),
              array("lowercaseRuns", "Runs of (first, last, stride, difference modulo 2^32).", lowercase_runs(lowercase)),
              array("lowercaseSequences", "Scalars with several in lowercase: (scalar, count, scalars...).",
                    sequences(lowercase)),
              array("strippedScalars",
                    "Pairs of a scalar and the one that is left of it after canonical decomposition and removal of\n"
                    "nonspacing marks.", [x for c, v in sorted(mapped.items()) if len(v) == 1 for x in (c, v[0])]),
              array("strippedSequences",
                    "Scalars of which several are left: (scalar, count, scalars...). Hangul syllables are not listed; they\n"
                    "decompose by arithmetic.", sequences(mapped)),
          ])


if __name__ == "__main__":
    main()
