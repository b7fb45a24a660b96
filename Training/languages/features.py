"""The text side of the language model: which words of a text count, and which features they give.

`Sources/HelpdeskTriage/Languages/` does the same in Swift, feature for feature; change both or neither.
"""
import re
import unicodedata

import numpy as np
import scipy.sparse as sp


def lowercase(c):
    """The lower case of a code point by rule, for the letters that the languages here use."""
    if c < 0x80:
        return c + 32 if 0x41 <= c <= 0x5A else c
    if c < 0x100:
        return c + 32 if 0xC0 <= c <= 0xDE and c != 0xD7 else c
    if c < 0x180:
        if c == 0x130:
            return 0x69
        if c == 0x178:
            return 0xFF
        if 0x139 <= c <= 0x148 or 0x179 <= c <= 0x17E:
            return c + (c & 1)
        return c + 1 if c & 1 == 0 and c not in (0x138, 0x17E) else c
    if c in (0x1A0, 0x1AF):
        return c + 1 if c == 0x1A0 else 0x1B0
    if 0x218 <= c <= 0x21B or 0x1E00 <= c <= 0x1EFF:
        return c | 1
    if 0x400 <= c <= 0x40F:
        return c + 80
    if 0x410 <= c <= 0x42F:
        return c + 32
    if 0x48A <= c <= 0x4BF or 0x4D0 <= c <= 0x52F:
        return c | 1
    return c


# Letters that differ in encoding only are one.
FOLDED = {0x219: 0x15F, 0x21B: 0x163, 0x2019: 0x27, 0x2018: 0x27, 0x2BC: 0x27, 0x60: 0x27, 0xB4: 0x27}

LATIN, CYRILLIC, ARABIC, DEVANAGARI = range(4)


# A stretch of Latin letters with the signs that join the parts of an address, a path or a code.
STRETCH = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff0-9@._/:\\&=?#%+~\-'’`´‘ʼ]+")
WORD = {
    LATIN: re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+(?:['’`´‘ʼ][A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+)*"),
    CYRILLIC: re.compile(r"[\u0400-\u052f]+(?:['’`´‘ʼ][\u0400-\u052f]+)*"),
    ARABIC: re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+"),
    DEVANAGARI: re.compile(r"[\u0900-\u0963\u0970-\u097f]+"),
}
# An address, a path or a code: not words.
JUNK = re.compile(r"[0-9@_\\]|://|www\.|[a-z]\.[a-z]|^/|/.*/")
NAME_IN_CAPITALS = re.compile(r"[a-z][A-Z]")
SMALL = {c: chr(FOLDED.get(lowercase(c), lowercase(c))) for c in range(0x2100) if FOLDED.get(lowercase(c), lowercase(c)) != c}


def words_of(text, script):
    """The words of a text in one script, in small letters."""
    text = STRETCH.sub(lambda m: " " if JUNK.search(m[0]) else m[0], unicodedata.normalize("NFC", text))
    words = WORD[script].findall(text)
    return [w.translate(SMALL) for w in words if not (script == LATIN and NAME_IN_CAPITALS.search(w))]


def features_of(words, bits):
    """The features of each of some words: offsets into a list, and the list."""
    text = "\n".join(f" {w} " for w in words)
    codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.uint32)
    is_end, is_space = codes == 10, codes == 32
    word = np.cumsum(is_end)
    count, shift = len(codes), 32 - bits
    found, of_word = [], []
    hashes, is_valid = np.full(count, 0x811C9DC5, np.uint32), ~is_end
    for length in range(1, 5):
        last, is_bad = np.zeros(count, np.uint32), np.ones(count, bool)
        last[:count - length + 1] = codes[length - 1:]
        is_bad[:count - length + 1] = is_end[length - 1:]
        is_valid = is_valid & ~is_bad
        if length >= 3:
            inner = np.zeros(count, bool)
            inner[:count - length + 2] = is_space[length - 2:]
            is_valid = is_valid & ~inner
        hashes = mixed(hashes, last)
        used = is_valid & ~is_space if length == 1 else is_valid
        found.append(row(hashes, shift)[used])
        of_word.append(word[used])
    starts = np.concatenate([[0], np.flatnonzero(is_end) + 1])
    lengths = np.array([len(w) for w in words])
    hashes = np.full(len(words), 0x01000193, np.uint32)
    for position in range(min(lengths.max(), 24)):
        longer = lengths > position
        hashes[longer] = mixed(hashes[longer], codes[starts[longer] + 1 + position])
    found.append(row(hashes, shift)[lengths <= 24])
    of_word.append(np.flatnonzero(lengths <= 24))
    found, of_word = np.concatenate(found), np.concatenate(of_word)
    order = np.argsort(of_word, kind="stable")
    return np.searchsorted(of_word[order], np.arange(len(words) + 1)), found[order].astype(np.int32)


def mixed(hashes, codes):
    product = (hashes ^ codes) * np.uint32(0x9E3779B1)
    return product ^ (product >> np.uint32(15))


def row(hashes, shift):
    return (hashes * np.uint32(0x85EBCA6B)) >> np.uint32(shift)


def csr(texts, bits):
    """A row a text (a list of words): how often each feature occurs, over the root of how many there are."""
    vocabulary = {}
    places = [[vocabulary.setdefault(w, len(vocabulary)) for w in words] for words in texts]
    offsets, found = features_of(list(vocabulary), bits)
    counts = np.array([len(p) for p in places])
    flat = np.concatenate([np.array(p, dtype=np.int64) for p in places])
    sizes = (offsets[1:] - offsets[:-1])[flat]
    ends = np.concatenate([[0], np.cumsum(sizes)])
    columns = found[np.repeat(offsets[:-1][flat] - ends[:-1], sizes) + np.arange(ends[-1])]
    rows = ends[np.concatenate([[0], np.cumsum(counts)])]
    matrix = sp.csr_matrix((np.ones(len(columns), np.float32), columns, rows), shape=(len(texts), 1 << bits))
    return (sp.diags((1 / np.sqrt(np.maximum(np.diff(rows), 1))).astype(np.float32)) @ matrix).tocsr()
