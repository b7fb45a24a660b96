"""Hugging Face tokenizers, the reference."""

import json
import pathlib

from ..files import read_texts
from ..measure import Stopwatch

#: Texts a call of the batch functions: enough for all threads, and the results of one call fit in memory.
BATCH = 1000


class TokenizersContestant:
    """Runs in a worker; the worker's environment says how many threads the batch functions use."""

    def load(self, model, threads):
        """The time from nothing to the first tokens."""
        with Stopwatch() as watch:
            import tokenizers

            self.tokenizer = tokenizers.Tokenizer.from_file(str(pathlib.Path(model) / "tokenizer.json"))
            self.tokenizer.no_truncation()
            self.tokenizer.no_padding()
            self.tokenizer.encode("warm up")
        return {"seconds": watch.seconds}

    def round(self, texts, mode):
        """Tokenizes all texts once, with neither truncation nor padding: "one" text a call, in a "batch", or in a
        "batch_fast", which leaves out where in the text each token is."""
        texts = read_texts(texts)
        size = sum(len(text.encode()) for text in texts)
        with Stopwatch() as watch:
            if mode == "one":
                tokens = sum(len(self.tokenizer.encode(text)) for text in texts)
            else:
                encode = self.tokenizer.encode_batch if mode == "batch" else self.tokenizer.encode_batch_fast
                tokens = sum(len(encoding) for start in range(0, len(texts), BATCH)
                             for encoding in encode(texts[start:start + BATCH]))
        return {"bytes_per_second": size / watch.seconds, "tokens_per_second": tokens / watch.seconds,
                "tokens": tokens, "cores": watch.cpu_seconds / watch.seconds}

    def dump(self, texts, out):
        """Writes the ids of each text's tokens, the special ones included, one text a line."""
        with open(out, "w", encoding="utf-8") as file:
            for encoding in self.tokenizer.encode_batch_fast(read_texts(texts)):
                file.write(json.dumps({"ids": encoding.ids}) + "\n")
