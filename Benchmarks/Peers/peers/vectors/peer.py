"""What every peer among the vector indexes does, and how it is measured."""

import abc
import importlib

import numpy as np

from ..measure import Stopwatch, resident_bytes


class VectorPeer(abc.ABC):
    """One index of one library.

    Vectors are float32 rows of length 1, so that Euclidean distance, inner product and cosine give the same order; a
    peer uses the one that it is fastest with. Identifiers are row numbers.
    """

    #: What the table calls it: library, kind of index and the parameters of its graph.
    name = ""
    #: The distribution whose version is reported, and the name of its file in `requirements`.
    distribution = ""
    #: The search parameter that is swept, and its values, ascending; [None] where there is none.
    parameter = ""
    sweep = [None]

    @abc.abstractmethod
    def build(self, base, threads):
        """Builds the index over the rows of an array, on a number of threads."""

    @abc.abstractmethod
    def prepare(self, value, threads):
        """Sets the search parameter and the number of threads for the searches that follow."""

    @abc.abstractmethod
    def search(self, queries, k):
        """The row numbers of the k nearest of each query, by the library's batch call."""

    def search_one(self, query, k):
        """The row numbers of the k nearest of one query (a one-dimensional array)."""
        return self.search(query[None, :], k)[0]


class VectorContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer):
        module, name = peer.split(":")
        self.make = getattr(importlib.import_module(module), name)
        self.peer = None

    def build(self, base, threads):
        """Builds over the rows of a .npy file. The memory is what the process holds more than before, the rows given
        excluded; a first, small index loads what the library needs in any case."""
        rows = normalized(np.load(base))
        self.make().build(rows[:1000], threads)
        self.peer = self.make()
        before = resident_bytes()
        with Stopwatch() as watch:
            self.peer.build(rows, threads)
        return {"seconds": watch.seconds, "cpu_seconds": watch.cpu_seconds,
                "bytes_per_vector": (resident_bytes() - before) / len(rows)}

    def round(self, queries, k, threads, batch, passes, out, values=None):
        """One sweep over the search parameter: the median queries/s of some passes over all queries.

        With `batch` the library is called once for all queries, else once for each. The row numbers found go to
        `out`-VALUE.npy, so that recall is counted by others.
        """
        rows = normalized(np.load(queries))
        points = []
        for value in self.peer.sweep if values is None else values:
            self.peer.prepare(value, threads)
            seconds, cpu = [], []
            for _ in range(passes + 1):  # the first one warms up
                with Stopwatch() as watch:
                    if batch:
                        found = self.peer.search(rows, k)
                    else:
                        found = [self.peer.search_one(row, k) for row in rows]
                seconds.append(watch.seconds)
                cpu.append(watch.cpu_seconds)
            path = f"{out}-{value}.npy"
            np.save(path, np.asarray(found).astype(np.int64).reshape(len(rows), k))
            points.append({"value": value, "found": path, "per_second": len(rows) / float(np.median(seconds[1:])),
                           "cores": float(np.sum(cpu[1:]) / np.sum(seconds[1:]))})
        return points


def normalized(rows):
    """Float32 rows of length 1, in C order."""
    rows = np.ascontiguousarray(rows, dtype=np.float32)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(norms, np.finfo(np.float32).tiny)
