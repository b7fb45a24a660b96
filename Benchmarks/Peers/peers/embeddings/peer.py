"""What every peer among the embedding engines does, and how it is measured."""

import abc
import importlib
import pathlib
import time

import numpy as np

from ..files import read_texts
from ..measure import Stopwatch, peak_bytes


class EmbeddingPeer(abc.ABC):
    """One engine with one kind of arithmetic.

    Embeddings are those of sentence-transformers for the model folder: at most its `max_seq_length` tokens, mean of
    the token vectors, length 1, float32. Tokenization and pooling count.
    """

    #: What the table calls it: engine and arithmetic.
    name = ""
    #: The distribution whose version is reported, and the name of its file in `requirements`.
    distribution = ""
    #: Whether it computes in less than 32 bits.
    is_quantized = False

    @classmethod
    def convert(cls, model, folder):
        """Makes what the engine reads from the model folder (Hugging Face layout, safetensors), once, in a folder."""

    @abc.abstractmethod
    def load(self, model, folder, threads):
        """Opens the model with a number of threads; `folder` is the one that convert wrote to."""

    @abc.abstractmethod
    def embed(self, texts, batch):
        """The embeddings, in the order of the texts, computed in batches of texts of similar length."""


class EmbeddingContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer):
        module, name = peer.split(":")
        self.peer = getattr(importlib.import_module(module), name)()

    def convert(self, model, folder):
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        self.peer.convert(pathlib.Path(model), pathlib.Path(folder))

    def load(self, model, folder, threads):
        """The time from nothing to the first embedding."""
        with Stopwatch() as watch:
            self.peer.load(pathlib.Path(model), pathlib.Path(folder), threads)
            self.peer.embed(["warm up"], 1)
        return {"seconds": watch.seconds}

    def round(self, texts, batch, out=None):
        """Embeds all texts once; writes the embeddings to `out`."""
        texts = read_texts(texts)
        with Stopwatch() as watch:
            found = self.peer.embed(texts, batch)
        if out is not None:
            np.save(out, np.asarray(found, dtype=np.float32))
        return {"per_second": len(texts) / watch.seconds, "cores": watch.cpu_seconds / watch.seconds,
                "peak_bytes": peak_bytes()}

    def latency(self, text, runs):
        """The times in milliseconds of embedding one text alone, ascending."""
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            self.peer.embed([text], 1)
            times.append((time.perf_counter() - start) * 1e3)
        return sorted(times)


def length_sorted(texts, batch):
    """Row numbers in batches of texts of similar length, the longest first."""
    order = sorted(range(len(texts)), key=lambda row: -len(texts[row]))
    return [order[start:start + batch] for start in range(0, len(order), batch)]
