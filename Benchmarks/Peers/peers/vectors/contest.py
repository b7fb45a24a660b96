"""The contest of vector indexes: recall against queries per second, build time, memory."""

import importlib
import os
import statistics

import numpy as np

from .. import curves, machine, ours
from ..process import ContestantFailed
from ..settings import say
from . import PEERS
from .peer import normalized

TARGETS = [0.90, 0.95, 0.98, 0.99, 0.995]
K = 10


def run(settings):
    """Measures all indexes; the result is plain data."""
    if settings.base is None or settings.queries is None:
        return {"skipped": "no vectors: set HELPDESK_DATA, or give --base and --queries"}
    base_path, queries_path, truth_path, recall = files(settings)
    modes = [("batch", 1), ("single", 1)] + [("batch", count) for count in settings.threads if count > 1]
    contestants, rows = {}, {}
    try:
        for place in PEERS:
            add_peer(settings, place, base_path, contestants, rows)
        add_ours(settings, base_path, queries_path, truth_path, contestants, rows)
        for _, name in settings.turns(contestants):
            row = rows[name]
            for call, threads in modes:
                if f"{call} {threads}" in row["failures"]:
                    continue
                try:
                    points = contestants[name](call, threads)
                except ContestantFailed as failure:
                    row["failures"][f"{call} {threads}"] = str(failure)
                    continue
                mode = row["modes"].setdefault(f"{call} {threads}", {})
                for point in points:
                    known = mode.setdefault(
                        str(point["value"]), {"recall": point.get("recall"), "per_second": [], "cores": []})
                    if known["recall"] is None:
                        known["recall"] = recall(np.load(point["found"]))
                    known["per_second"].append(point["per_second"])
                    known["cores"].append(point["cores"])
    finally:
        for contestant in contestants.values():
            contestant.close()
    for row in rows.values():
        summarize(row)
    count, dimensions = np.load(base_path, mmap_mode="r").shape
    return {"k": K, "vectors": count, "dimensions": dimensions, "queries": int(np.load(queries_path).shape[0]),
            "threads": settings.threads, "targets": TARGETS, "rows": list(rows.values())}


def files(settings):
    """Base and queries as the run uses them, the true neighbours, and a function that counts recall."""
    base, queries = np.load(settings.base), np.load(settings.queries)
    if settings.quick:
        base, queries = base[:max(1000, len(base) // 10)], queries[:max(100, len(queries) // 2)]
    paths = [settings.work / name for name in ("base.npy", "queries.npy", "truth.npy")]
    np.save(paths[0], base)
    np.save(paths[1], queries)
    base, queries = normalized(base), normalized(queries)
    truth, limits = [], []
    for start in range(0, len(queries), 256):
        scores = queries[start:start + 256] @ base.T
        best = np.argpartition(-scores, K, axis=1)[:, :K]
        order = np.argsort(-np.take_along_axis(scores, best, 1), axis=1, kind="stable")
        truth.append(np.take_along_axis(best, order, 1))
        limits.append(np.take_along_axis(scores, truth[-1], 1)[:, -1])
    truth, limits = np.concatenate(truth).astype(np.int64), np.concatenate(limits)
    np.save(paths[2], truth)

    def recall(found):
        # Equal vectors are equally good answers, whichever of them a search returns.
        hits = 0
        for row, ids in enumerate(found):
            ids = np.unique(ids[(ids >= 0) & (ids < len(base))])
            near = np.isin(ids, truth[row]) | (np.abs(base[ids] @ queries[row] - limits[row]) <= 1e-6)
            hits += min(K, int(near.sum()))
        return hits / truth.size

    return (*paths, recall)


def add_peer(settings, place, base_path, contestants, rows):
    module, name = place.split(":")
    peer = getattr(importlib.import_module(module), name)
    if not settings.wants(peer.name):
        return
    row = new_row(peer.name, f"{peer.distribution} {machine.version_of(peer.distribution)}", peer.parameter)
    rows[peer.name] = row
    if peer.distribution in settings.missing:
        row["failures"]["all"] = "not installed: " + settings.missing[peer.distribution]
        return
    say(f"  {peer.name}: build")
    try:
        process = settings.contestant("peers.vectors.peer:VectorContestant", {"peer": place})
        row["build"] = process.call("build", base=str(base_path), threads=max(settings.threads))
        row["build"]["threads"] = max(settings.threads)
    except ContestantFailed as failure:
        row["failures"]["all"] = str(failure)
        say(f"    {failure}")
        return
    contestants[peer.name] = Peer(process, settings, len(contestants))


class Peer:
    """Asks the worker of a peer for a sweep."""

    def __init__(self, process, settings, number):
        self.process, self.settings, self.number = process, settings, number

    def __call__(self, call, threads):
        return self.process.call(
            "round", queries=str(self.settings.work / "queries.npy"), k=K, threads=threads, batch=call == "batch",
            passes=3, out=str(self.settings.work / f"found-{self.number}"))

    def close(self):
        self.process.close()


def add_ours(settings, base_path, queries_path, truth_path, contestants, rows):
    common = ["ann", "--base", base_path, "--queries", queries_path, "--k", K]
    for name, kind in [(f"{ours.NAME}, HNSW", "hnsw"), (f"{ours.NAME}, exact", "exact")]:
        say(f"  {name}: build")
        row = rows[name] = new_row(name, ours.NAME, "ef" if kind == "hnsw" else "")
        row["ours"] = True
        saved = settings.work / f"ours-{kind}.index"
        try:
            # One query of the sweep only: the rounds measure the rest.
            built = settings.bench(
                *common, "--truth", truth_path, "--index", kind, "--ef", "10", "--runs", 1, "--save", saved)[0]
        except ContestantFailed as failure:
            row["failures"]["all"] = str(failure)
            continue
        row["build"] = {"seconds": built["build s"], "bytes_per_vector": built["bytes/vector"],
                        "threads": len(os.sched_getaffinity(0)) if kind == "hnsw" else 1,
                        "load_seconds": built["load ms"] / 1e3}
        contestants[name] = Ours(settings, [*common, "--truth", truth_path, "--index", kind, "--load", saved])


class Ours:
    """Runs one sweep with bench."""

    sweep = "10,12,16,24,32,48,64,96,128,192,256,384"

    def __init__(self, settings, common):
        self.settings, self.common = settings, common

    def __call__(self, call, threads):
        rows = self.settings.bench(
            *self.common, "--ef", self.sweep, "--call", call, "--threads", threads, "--runs", 3)
        return [{"value": row.get("ef"), "recall": row[f"recall@{K}"], "per_second": row["queries/s"],
                 "cores": row["cores"]} for row in rows if "queries/s" in row]

    def close(self):
        pass


def new_row(name, version, parameter):
    return {"name": name, "version": version, "parameter": parameter, "ours": False, "build": None, "modes": {},
            "failures": {}}


def summarize(row):
    """Adds medians and the speeds at equal recall."""
    for mode in row["modes"].values():
        for point in mode.values():
            point["cores"] = statistics.median(point["cores"])
            point["median"] = statistics.median(point["per_second"])
    row["curves"] = {
        name: [(point["recall"], point["median"]) for point in mode.values()] for name, mode in row["modes"].items()}
    row["at"] = {
        name: {str(target): curves.speed_at(curve, target) for target in TARGETS}
        for name, curve in row["curves"].items()}
