"""Writes cases for a differential test of the tokenizer: random texts, or the lines of files.

    .venv/bin/python Scripts/golden/tokenizer_fuzz.py --seed 1 --count 200000 > /tmp/cases.jsonl
    .venv/bin/python Scripts/golden/tokenizer_fuzz.py --field text texts.jsonl > /tmp/cases.jsonl
    HELPDESK_TOKENIZER_CASES=/tmp/cases.jsonl swift test -c release --filter WordPieceTests
"""

import argparse
import csv
import json
import pathlib
import random
import sys

from tokenizer_cases import line, random_text, reference

VOCABULARY = pathlib.Path(__file__).resolve().parents[2] / "Tests" / "WordPieceTests" / "Golden" / "vocab.txt"


def file_texts(path, field, limit):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file) if path.endswith(".csv") else map(json.loads, file)
        for row in rows:
            yield row[field].encode()[:limit].decode("utf-8", "ignore") if limit else row[field]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100000)
    parser.add_argument("--field", default="text")
    parser.add_argument("--limit", type=int, help="how many bytes of each text to take")
    parser.add_argument("--vocabulary", type=pathlib.Path, default=VOCABULARY,
                        help="another vocab.txt; give it to the test as HELPDESK_TOKENIZER_VOCABULARY")
    parser.add_argument("files", nargs="*", help="JSON lines or CSV")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    rng = random.Random(arguments.seed)
    words = arguments.vocabulary.read_text("utf-8").split("\n")[:-1]
    options = [True, True, None, True]
    tokenizer = reference(arguments.vocabulary)
    if arguments.files:
        for path in arguments.files:
            for text in file_texts(path, arguments.field, arguments.limit):
                sys.stdout.write(line(o=options, t=text, i=tokenizer.encode(text, add_special_tokens=False).ids))
        return
    for number in range(arguments.count):
        if number % 1000 == 999:
            options = [rng.random() < 0.8, rng.random() < 0.8, rng.choice([None, True, False]), rng.random() < 0.8]
            tokenizer = reference(arguments.vocabulary, *options)
        text = random_text(rng, words)
        sys.stdout.write(line(o=options, t=text, i=tokenizer.encode(text, add_special_tokens=False).ids))


if __name__ == "__main__":
    main()
