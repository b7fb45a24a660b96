"""Files that contestants read."""

import json
import pathlib


def read_texts(path):
    """Texts one a line, or the field `text` of each row of a .jsonl file."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    if str(path).endswith(".jsonl"):
        return [json.loads(line)["text"] for line in lines if line.strip()]
    return [line for line in lines if line]
