"""Writes Tests/WordPieceTests/Golden from the reference tokenizer.

    .venv/bin/pip install -r Scripts/golden/requirements.txt
    .venv/bin/python Scripts/golden/tokenizer_golden.py PATH/TO/all-MiniLM-L6-v2/vocab.txt

* vocab.txt       the vocabulary of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), the same as that of
                  bert-base-uncased
* texts.jsonl     texts with their ids, for several options of the normalizer
* pairs.jsonl     pairs and single texts with maximum lengths
* decoded.jsonl   ids with their text
* added.jsonl     small tokenizers with added tokens of all kinds
* marks.jsonl     a tokenizer whose vocabulary is single scalars, so that ids show the canonical order of marks
* sweep.jsonl     for each option, a CRC-32 of the words of every Unicode scalar in a context, by blocks of 4,096
"""

import itertools
import json
import pathlib
import random
import shutil
import sys
import zlib

from tokenizers import Tokenizer, normalizers, pre_tokenizers

from tokenizer_cases import SENTENCES, SPACES, SPECIALS, line, random_text, reference
from unicode_tables import measure_stripping

GOLDEN = pathlib.Path(__file__).resolve().parents[2] / "Tests" / "WordPieceTests" / "Golden"

# clean, chinese, strip, lower
OPTIONS = [[True, True, None, True], [True, True, None, False], [True, True, False, True], [True, True, True, False],
           [False, True, None, True], [True, False, None, True], [False, False, False, False],
           [False, False, True, True]]


def texts(vocabulary):
    rng = random.Random(20240301)
    words = [w for w in vocabulary.read_text("utf-8").split("\n") if w]
    cases = ["", " ", "a", "\n", "\r\n", "\t \t", "\x00", "\ufffd", "\u200b", "\u0301", "\u0301" * 200, "a" + "\u0301" * 200,
             "a" + "\u0323\u0301" * 100 + "b", "中", "한", "!", "!!!", "?!.,;:", "-" * 300, "a" * 100, "a" * 101, "é" * 100,
             "é" * 101, "e\u0301" * 100, "e\u0301" * 101, "한" * 33, "한" * 34, "한" * 51, "a" * 100 + "\x00", "\U0001d15e" * 50,
             "\U0001d15e" * 51, "[SEP]", "[CLS]", "[MASK]", "[PAD]", "[UNK]", "a[SEP]b", "[SEP][SEP]", "[sep]", "##ing", "ing"]
    cases += [s for s in SENTENCES]
    cases += ["a" + s + "b" for s in SPACES] + ["go" + s + "ing " + s for s in SPACES]
    cases += [w for w in rng.sample(words, 200)]
    defaults = len(cases)
    cases += [random_text(rng, words) for _ in range(3000)]
    with open(GOLDEN / "texts.jsonl", "w", encoding="utf-8") as file:
        for number, options in enumerate(OPTIONS):
            tokenizer = reference(vocabulary, *options)
            chosen = cases if number == 0 else cases[:defaults:3] + cases[defaults + number::25]
            for text in chosen:
                file.write(line(o=options, t=text, i=tokenizer.encode(text, add_special_tokens=False).ids))


def pairs(vocabulary):
    rng = random.Random(7)
    tokenizer = reference(vocabulary)
    sources = ["", "a", "one two three", "my card has not arrived", "antidisestablishmentarianism is a long word",
               "[SEP] [MASK]", "é" * 101, "你好世界", " ".join(["word"] * 20), " ".join(["token"] * 21), " ".join(["x"] * 40)]
    with open(GOLDEN / "pairs.jsonl", "w", encoding="utf-8") as file:
        def write(a, b, specials, length):
            tokenizer.no_truncation()
            full = len(tokenizer.encode(a, b, add_special_tokens=specials).ids)
            if length is not None:
                tokenizer.enable_truncation(length, strategy="longest_first")
            encoding = tokenizer.encode(a, b, add_special_tokens=specials)
            values = dict(a=a, s=specials, i=encoding.ids, y=encoding.type_ids, x=len(encoding.ids) < full)
            if b is not None:
                values["b"] = b
            if length is not None:
                values["n"] = length
            file.write(line(**values))

        for a, b in itertools.product(sources, sources):
            for length in [None, *rng.sample(range(3, 70), 5)]:
                write(a, b, True, length)
            write(a, b, False, rng.randrange(1, 30))
        for a in sources:
            for length in [None, 2, 3, 4, 5, 7, 8, 12, 22, 23, 24, 42, 43, 128]:
                write(a, None, True, length)
            for length in [None, 1, 2, 5, 20, 21, 40, 41]:
                write(a, None, False, length)


def decoded(vocabulary):
    rng = random.Random(11)
    tokenizer = reference(vocabulary)
    size = tokenizer.get_vocab_size()
    cases = [tokenizer.encode(s).ids for s in SENTENCES]
    cases += [[], [0], [101], [1012, 1029], [2053, 1005, 1056], [2079, 2025], [0, 101, 102, 103, 100], [999999, 5000]]
    cases += [[rng.randrange(size) for _ in range(rng.randrange(1, 12))] for _ in range(150)]
    with open(GOLDEN / "decoded.jsonl", "w", encoding="utf-8") as file:
        for ids in cases:
            for skips in (True, False):
                file.write(line(i=ids, k=skips, d=tokenizer.decode(ids, skip_special_tokens=skips)))


def added():
    rng = random.Random(13)
    letters = [chr(c) for c in range(97, 123)]
    vocabulary = SPECIALS + letters + ["##" + c for c in letters] + ["foo", "bar", "é", "##é", ".", "[", "]", "中"]
    contents = ["foo", "Foo", "FOO BAR", "foobar", "ab", "abc", " x ", "é", "E\u0301", "[NEW]", "[new]", "<|end|>", "中文", "a\u3000b",
                "Straße", "ZZ", "[SEP]", "q.", ".", "\u0130"]
    filler = ["foo", "FOO", "bar", " ", "  ", "\n", "\u3000", "a", "b", "c", "é", "e\u0301", "E", "_", "9", ".", "\u200d", "\u0301", "中", "文",
              "x", "[", "]", "q", "z", "straße", "i\u0307"]
    with open(GOLDEN / "added.jsonl", "w", encoding="utf-8") as file:
        for number in range(60):
            options = OPTIONS[number % len(OPTIONS)]
            tokens, seen = [], set()
            plain = normalizers.BertNormalizer(True, True, None, True).normalize_str
            for content in rng.sample(contents, rng.randrange(1, 9)):
                # Two tokens of the same normalized form: which one the reference finds is left to chance.
                if plain(content) in seen:
                    continue
                seen.add(plain(content))
                flags = {k: rng.random() < 0.4 for k in ("single_word", "lstrip", "rstrip", "special")}
                tokens.append({"id": 0, "content": content, **flags, "normalized": rng.random() < 0.6})
            document = {
                "version": "1.0", "truncation": None, "padding": None, "added_tokens": tokens,
                "normalizer": {"type": "BertNormalizer", "clean_text": options[0], "handle_chinese_chars": options[1],
                               "strip_accents": options[2], "lowercase": options[3]},
                "pre_tokenizer": {"type": "BertPreTokenizer"},
                "post_processor": rng.choice([None, {"type": "BertProcessing", "sep": ["[SEP]", 1], "cls": ["[CLS]", 2]}]),
                "decoder": rng.choice([None, {"type": "WordPiece", "prefix": "##", "cleanup": True}]),
                "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                          "max_input_chars_per_word": 10, "vocab": {t: i for i, t in enumerate(vocabulary)}}}
            text = json.dumps(document, ensure_ascii=False)
            tokenizer = Tokenizer.from_str(text)
            cases = []
            for _ in range(25):
                pieces = [rng.choice(filler + [t["content"] for t in tokens] * 3) for _ in range(rng.randrange(1, 10))]
                case = "".join(pieces)
                ids = tokenizer.encode(case).ids
                cases.append([case, ids, tokenizer.decode(ids), tokenizer.decode(ids, skip_special_tokens=False)])
            file.write(line(tokenizer=text, size=tokenizer.get_vocab_size(), cases=cases))


def marks():
    rng = random.Random(17)
    mapped, transparent, barriers, rank = measure_stripping()
    kept = sorted(rank)
    composed = [c for c, values in mapped.items() if values[-1] in rank]
    others = [0x61, 0x41, 0x1100, 0x4E2D, 0xAC00, 0xF900, 0x20, 0x2E, 0x200D, 0xAD, 0x130, 0x1E9E]
    outputs = {ord(x) for x in "ai.ß\u1100\u1161中\u8c48"} | {v for c in composed for v in mapped[c]} | set(kept)
    vocabulary = ["[UNK]"] + [p + chr(c) for c in sorted(outputs) for p in ("", "##")]
    document = {
        "added_tokens": [], "pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": None, "decoder": None,
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                       "strip_accents": None, "lowercase": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                  "max_input_chars_per_word": 1000, "vocab": {t: i for i, t in enumerate(vocabulary)}}}
    text = json.dumps(document, ensure_ascii=False)
    tokenizer = Tokenizer.from_str(text)
    pools = [kept, kept, kept, composed, transparent, barriers, others]
    with open(GOLDEN / "marks.jsonl", "w", encoding="utf-8") as file:
        file.write(line(tokenizer=text))
        for _ in range(600):
            case = "a" + "".join(chr(rng.choice(rng.choice(pools))) for _ in range(rng.randrange(2, 25)))
            file.write(line(t=case, i=tokenizer.encode(case).ids))


def sweep():
    split = pre_tokenizers.BertPreTokenizer().pre_tokenize_str
    cases = [("a", "b", options) for options in OPTIONS]
    cases += [("A\U0001d16d", "\U0001d165\u0301\u302eB", options) for options in (OPTIONS[0], OPTIONS[7])]
    with open(GOLDEN / "sweep.jsonl", "w", encoding="utf-8") as file:
        for before, after, options in cases:
            normalize = normalizers.BertNormalizer(*options).normalize_str
            digests = []
            for block in range(0, 0x110000, 0x1000):
                crc = 0
                for c in range(block, block + 0x1000):
                    if not 0xD800 <= c < 0xE000:
                        words = [w for w, _ in split(normalize(before + chr(c) + after))]
                        crc = zlib.crc32("\x00".join(words).encode() + b"\x01", crc)
                digests.append(crc)
            file.write(line(o=options, before=before, after=after, crc=digests))


def main():
    vocabulary = pathlib.Path(sys.argv[1])
    GOLDEN.mkdir(parents=True, exist_ok=True)
    if vocabulary.resolve() != (GOLDEN / "vocab.txt").resolve():
        shutil.copyfile(vocabulary, GOLDEN / "vocab.txt")
    texts(vocabulary)
    pairs(vocabulary)
    decoded(vocabulary)
    added()
    marks()
    sweep()


if __name__ == "__main__":
    main()
