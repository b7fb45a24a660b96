"""What a run is asked to do."""

import dataclasses
import pathlib
import random
import sys
import time

from .files import read_texts
from .ours import Bench
from .process import Contestant


@dataclasses.dataclass
class Settings:
    bench: Bench
    model: pathlib.Path | None
    texts: pathlib.Path | None
    base: pathlib.Path | None
    queries: pathlib.Path | None
    train: pathlib.Path | None
    test: pathlib.Path | None
    kb: pathlib.Path | None
    questions: pathlib.Path | None
    answers: pathlib.Path | None
    answers_train: pathlib.Path | None
    #: A folder for what the run makes: conversions, samples, vectors.
    work: pathlib.Path
    #: What the contestants print.
    log: object
    #: Thread counts that are compared.
    threads: list
    rounds: int
    #: Seconds a peer may take in one contest.
    limit: float
    quick: bool
    #: Text that the name of a peer must contain, or "".
    only: str
    #: Distribution → why it could not be installed.
    missing: dict

    def contestant(self, place, arguments, threads=None):
        return Contestant(place, arguments, self.limit, self.log, threads)

    def wants(self, name):
        return self.only.lower() in name.lower()

    def fewer(self, count):
        """A tenth where the run is to be quick."""
        return max(1, count // 10) if self.quick else count

    def sample_of_texts(self, count):
        """A file with texts evenly spaced over the texts, and these."""
        texts = read_texts(self.texts)
        count = min(count, len(texts))
        chosen = [texts[index * len(texts) // count] for index in range(count)]
        return self.write_texts("sample", chosen), chosen

    def write_texts(self, name, texts):
        import json

        path = self.work / f"{name}.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        return path

    def turns(self, names):
        """The names in the order of each round: another one each time, so that no one always follows the same."""
        order = list(names)
        generator = random.Random(1)
        for number in range(self.rounds):
            generator.shuffle(order)
            say(f"  round {number + 1} of {self.rounds}")
            for name in order:
                time.sleep(0.3)  # threads of the last one that still spin come to rest
                yield number, name


def say(text):
    print(text, file=sys.stderr, flush=True)
