"""Writes Tests/HelpdeskKnowledgeTests/SplitterGolden.swift: what the reference splitter makes of some texts.

Needs langchain-text-splitters==1.1.3 (and nothing else beside Python 3.10 or later). Run from the repository root:
    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install langchain-text-splitters==1.1.3
    HELPDESK_DATA=… /tmp/venv/bin/python Scripts/golden/splitter_reference.py
With HELPDESK_DATA set, digests of the chunks of all articles of kb/product-docs.jsonl are computed anew; without it, the
ones below are kept.
"""
import json
import os
import random

from langchain_text_splitters import Language, RecursiveCharacterTextSplitter

DIGESTS = {"plain 800/100": [14885, 1727199111087167414], "markdown 500/50": [25575, 11512220835316882545],
           "rst 1000/0": [12518, 8019749033014406317]}

T = ("How do I reset my password?\nGo to Settings > Security and choose Reset.\n\nRefunds take 5-7 business days. If you "
     "paid by card, the money returns to the same card.\n\nÜber-long-token:" + "A" * 40 + " 😀😀 end")
HARRISON = ("Hi.\n\nI'm Harrison.\n\nHow? Are? You?\nOkay then f f f f.\nThis is a weird text to write, but gotta test the "
            "splittingggg some how.\n\nBye!\n\n-H.")
MARKDOWN = """# Reset a password

Open *Settings* and choose **Security**.

## By e-mail

1. Choose *Forgot password*.
2. Open the message.

```sh
acme reset --user me
```

***

## By phone
Call us. We ask for your number.

---

### Opening hours
Nine to five, weekdays. ####### seven signs are no heading
"""
RST = """Backups
=======

.. note::

   Nightly backups are kept for 30 days.

Restore
-------

Run ``acme restore``.

..

Limits
******

One restore a day. Larger ones take longer than a night and must be planned with support.
"""


def random_texts():
    rng = random.Random(20260731)
    words = ["reset", "password", "a", "the", "Überweisung", "naïve", "日本語", "😀", "e\u0301", "v1.2.3", "x" * 30, "I'm",
             "\u00a0", "\u2028", "\x1c", "\t", "", "—", "# ", "## Title", "```", "---", "====", "***", ".."]
    joints = [" ", " ", " ", "\n", "\n\n", "\n\n\n", "  ", " \n", "\r\n", ""]
    return ["".join(rng.choice(words) + rng.choice(joints) for _ in range(rng.randint(0, 60))) for _ in range(24)]


SEPARATORS = {
    "plain": (["\n\n", "\n", " ", ""], False),
    "markdown": (RecursiveCharacterTextSplitter.get_separators_for_language(Language.MARKDOWN), True),
    "rst": (RecursiveCharacterTextSplitter.get_separators_for_language(Language.RST), True),
    "words": ([" "], False),
    "letters": (["X", "Y"], False),
    "commas": ([",", "."], False),
}


def split(text, size, overlap, separators, end=False):
    patterns, is_regex = SEPARATORS[separators]
    return RecursiveCharacterTextSplitter(
        chunk_size=size, chunk_overlap=overlap, separators=patterns, is_separator_regex=is_regex,
        keep_separator="end" if end else True).split_text(text)


def cases():
    for size, overlap in [(60, 15), (25, 5), (10, 1), (1, 1), (1, 0), (2, 1), (500, 0), (40, 40)]:
        yield T, size, overlap, "plain", False
    yield HARRISON, 10, 1, "plain", False
    yield "....5X..3Y...4X....5Y...", 6, 0, "letters", False
    yield "Apple,banana,orange and tomato.", 10, 0, "commas", True
    yield "", 10, 0, "plain", False
    yield " \n\n ", 10, 0, "plain", False
    for name, text in [("markdown", MARKDOWN), ("rst", RST), ("plain", MARKDOWN), ("markdown", RST)]:
        for size, overlap in [(40, 0), (80, 20), (120, 30), (2000, 0)]:
            yield text, size, overlap, name, False
            yield text, size, overlap, name, True
    for text in random_texts():
        for size, overlap, name, end in [(12, 4, "plain", False), (30, 10, "markdown", False), (20, 0, "rst", False),
                                         (25, 12, "words", True), (50, 25, "plain", True)]:
            yield text, size, overlap, name, end


def fnv(chunks):
    value = 0xCBF29CE484222325
    for chunk in chunks:
        for byte in chunk.encode() + b"\0":
            value = (value ^ byte) * 0x100000001B3 & (1 << 64) - 1
    return value


def digests():
    folder = os.environ.get("HELPDESK_DATA")
    if not folder:
        return DIGESTS
    with open(os.path.join(folder, "kb", "product-docs.jsonl"), encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    result = {}
    for name, size, overlap in [("plain", 800, 100), ("markdown", 500, 50), ("rst", 1000, 0)]:
        chunks = [chunk for article in articles for chunk in split(article["body"], size, overlap, name)]
        result[f"{name} {size}/{overlap}"] = [len(chunks), fnv(chunks)]
    return result


texts, rows = [], []
for text, size, overlap, name, end in cases():
    if text not in texts:
        texts.append(text)
    rows.append([texts.index(text), size, overlap, name, end, split(text, size, overlap, name, end)])
lines = ["// Made by Scripts/golden/splitter_reference.py with langchain-text-splitters 1.1.3. Do not edit.", "",
         "// swift-format-ignore-file", "", "enum SplitterGolden {",
         "    /// Texts, and what the reference makes of them:",
         "    /// `[text, size, overlap, separators, separator at the end, chunks]`.",
         '    static let json = #"""', '{"texts": [']
lines += [json.dumps(text) + ("," if i + 1 < len(texts) else "") for i, text in enumerate(texts)]
lines += ['], "cases": [']
lines += [json.dumps(row) + ("," if i + 1 < len(rows) else "") for i, row in enumerate(rows)]
lines += ["]}", '"""#', "", "    /// The number of chunks of all articles of kb/product-docs.jsonl, and their FNV-1a digest.",
          "    static let digests: [String: (count: Int, digest: UInt64)] = ["]
lines += [f'        "{name}": ({count}, {digest}),' for name, (count, digest) in digests().items()]
lines += ["    ]", "}", ""]
with open("Tests/HelpdeskKnowledgeTests/SplitterGolden.swift", "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
