"""What every peer among the lexical rankings does, and how it is measured."""

import abc
import importlib
import json
import pathlib

from ..files import read_texts
from ..measure import Stopwatch


class LexicalPeer(abc.ABC):
    """BM25 over texts, on one thread. Splitting texts into words counts, as it does for users."""

    #: What the table calls it.
    name = ""
    #: The distribution whose version is reported, and the name of its file in `requirements`.
    distribution = ""

    @abc.abstractmethod
    def index(self, documents):
        """Indexes texts."""

    @abc.abstractmethod
    def search(self, queries, k):
        """The row numbers of the k best documents of each text, best first."""


class LexicalContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer):
        module, name = peer.split(":")
        self.make = getattr(importlib.import_module(module), name)

    def round(self, documents, queries, k, out):
        """Indexes, searches for all queries, and writes {"documents":[…]} per query."""
        documents, queries = read_texts(documents), read_texts(queries)
        peer = self.make()
        with Stopwatch() as indexing:
            peer.index(documents)
        peer.search(queries[:10], k)
        with Stopwatch() as searching:
            found = peer.search(queries, k)
        lines = [json.dumps({"documents": [int(row) for row in rows]}) for rows in found]
        pathlib.Path(out).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return {"index_seconds": indexing.seconds, "per_second": len(queries) / searching.seconds,
                "cores": searching.cpu_seconds / searching.seconds}
