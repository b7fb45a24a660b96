"""The contest of embedding engines: throughput, latency, likeness to the float32 reference."""

import hashlib
import importlib
import math
import statistics

import numpy as np

from .. import machine, ours
from ..process import ContestantFailed
from ..settings import say
from . import PEERS

BATCHES = [1, 8, 32]
LATENCIES = [("short", 0.05), ("median", 0.5), ("long", 0.95)]
#: Timed too, under the name "query": 12 tokens with those that BERT adds.
QUERY = "how do i reset the password of my account please"
#: What bench can compute in; what this version of it does not know becomes a row that says so.
OUR_PRECISIONS = ["float32", "int16", "int8"]


def run(settings):
    """Measures all engines on each thread count; the result is plain data."""
    if settings.texts is None or settings.model is None:
        return {"skipped": "no model or no texts: set HELPDESK_MODEL_DIR and HELPDESK_DATA, or give --model and --texts"}
    path, texts = settings.sample_of_texts(settings.fewer(600))
    failures = convert(settings)
    rows = []
    for threads in settings.threads:
        say(f"  {threads} thread{'s' if threads > 1 else ''}")
        rows += contest(settings, path, texts, threads, failures)
    compare_with_reference(rows)
    by_length = sorted(texts, key=lambda text: len(text.encode()))
    return {"texts": len(texts), "threads": settings.threads, "batches": BATCHES,
            "latency_texts": [(name, len(text)) for name, text in latency_texts(by_length)], "rows": rows}


def convert(settings):
    """Has each library make what it reads, once; which ones fail, and why."""
    failures = {}
    for place in PEERS:
        peer = peer_of(place)
        if not settings.wants(peer.name):
            continue
        if peer.distribution in settings.missing:
            failures[place] = "not installed: " + settings.missing[peer.distribution]
            continue
        say(f"  {peer.name}: convert")
        try:
            process = settings.contestant("peers.embeddings.peer:EmbeddingContestant", {"peer": place})
            process.call("convert", model=str(settings.model), folder=str(folder_of(settings, peer)))
            process.close()
        except ContestantFailed as failure:
            failures[place] = f"conversion: {failure}"
            say(f"    {failure}")
    return failures


def contest(settings, path, texts, threads, failures):
    by_length = sorted(texts, key=lambda text: len(text.encode()))
    rows, contestants = {}, {}
    try:
        for place in PEERS:
            peer = peer_of(place)
            if not settings.wants(peer.name):
                continue
            version = f"{peer.distribution} {machine.version_of(peer.distribution)}"
            row = rows[peer.name] = new_row(peer.name, version, threads, peer.is_quantized)
            if place in failures:
                row["failure"] = failures[place]
                continue
            try:
                process = settings.contestant(
                    "peers.embeddings.peer:EmbeddingContestant", {"peer": place}, threads=threads)
                loaded = process.call(
                    "load", model=str(settings.model), folder=str(folder_of(settings, peer)), threads=threads)
            except ContestantFailed as failure:
                row["failure"] = str(failure)
                continue
            row["load_seconds"] = loaded["seconds"]
            contestants[peer.name] = Peer(process, settings, threads, len(contestants))
        for precision in OUR_PRECISIONS:
            name = f"{ours.NAME}, {precision}"
            rows[name] = new_row(name, ours.NAME, threads, precision != "float32")
            rows[name]["ours"] = True
            contestants[name] = Ours(settings, threads, precision)

        for number, name in settings.turns(contestants):
            row = rows[name]
            if row["failure"]:
                continue
            try:
                for batch in BATCHES:
                    result = contestants[name].round(path, batch, keep=number == 0 and batch == BATCHES[-1])
                    row["batches"].setdefault(str(batch), []).append(result["per_second"])
                    row["cores"].append(result["cores"])
                    row["peak_bytes"] = result["peak_bytes"]
                    row["load_seconds"] = result.get("load_seconds", row["load_seconds"])
                for label, times in contestants[name].latencies(path, by_length, settings.fewer(50)):
                    row["latencies"].setdefault(label, []).append(times)
                row["vectors"] = contestants[name].vectors
                if number == 0 and row["ours"]:
                    row["prepared_seconds"] = contestants[name].prepared_load(path)
            except ContestantFailed as failure:
                row["failure"] = str(failure)
    finally:
        for contestant in contestants.values():
            contestant.close()
    for row in rows.values():
        row["batches"] = {batch: statistics.median(values) for batch, values in row["batches"].items()}
        row["cores"] = statistics.median(row["cores"]) if row["cores"] else None
        row["latencies"] = {
            label: {"p50": statistics.median(run["p50"] for run in runs),
                    "p95": statistics.median(run["p95"] for run in runs)}
            for label, runs in row["latencies"].items()}
    return list(rows.values())


class Peer:
    """Asks the worker of a peer."""

    def __init__(self, process, settings, threads, number):
        self.process = process
        self.vectors = None
        self.out = settings.work / f"vectors-{threads}-{number}.npy"

    def round(self, path, batch, keep):
        if keep:
            self.vectors = str(self.out)
        return self.process.call("round", texts=str(path), batch=batch, out=str(self.out) if keep else None)

    def latencies(self, _, by_length, runs):
        for label, text in latency_texts(by_length):
            times = self.process.call("latency", text=text, runs=runs)
            yield label, {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95)}

    def close(self):
        self.process.close()


class Ours:
    """Runs bench."""

    def __init__(self, settings, threads, precision):
        self.settings, self.threads, self.precision = settings, threads, precision
        self.vectors = None
        self.latency_rows = []

    def round(self, path, batch, keep):
        arguments = ["embed", "--model", self.settings.model, "--texts", path, "--threads", self.threads,
                     "--precision", self.precision, "--batch", batch, "--runs", 1]
        # The latencies come with the last batch size: a call of their own would load the model once more.
        arguments += ["--latency-runs", self.settings.fewer(50) if batch == BATCHES[-1] else 0]
        if batch == BATCHES[-1]:
            arguments += ["--latency-text", QUERY]
        if keep:
            self.vectors = str(self.settings.work / f"vectors-ours-{self.threads}-{self.precision}.npy")
            arguments += ["--out", self.vectors]
        rows = self.settings.bench(*arguments)
        self.latency_rows = rows[1:]
        return {"per_second": rows[0]["sentences/s"], "cores": rows[0]["cores"],
                "peak_bytes": rows[0]["peak MiB"] * 2**20, "load_seconds": rows[0]["load ms"] / 1e3}

    def prepared_load(self, path):
        """Seconds to the first embedding with prepared weights: the first run of two writes them."""
        file = self.settings.work / f"prepared-{self.threads}-{self.precision}"
        file.unlink(missing_ok=True)
        for _ in range(2):
            rows = self.settings.bench(
                "embed", "--model", self.settings.model, "--texts", path, "--threads", self.threads, "--precision",
                self.precision, "--runs", 1, "--latency-runs", 0, "--prepared", file)
        return rows[0]["load ms"] / 1e3

    def latencies(self, *_):
        for row in self.latency_rows:
            yield row["text"], {"p50": row["p50 ms"], "p95": row["p95 ms"]}

    def close(self):
        pass


def compare_with_reference(rows):
    """Adds the mean and least cosine of each row's vectors to those of the first peer, which computes in float32."""
    reference = next((row["vectors"] for row in rows if row["vectors"] and not row["ours"]), None)
    for row in rows:
        vectors = row.pop("vectors")
        if reference is None or vectors is None:
            continue
        left, right = np.load(reference).astype(np.float64), np.load(vectors).astype(np.float64)
        if left.shape != right.shape:
            row["failure"] = f"embeddings of shape {right.shape}, not {left.shape}"
            continue
        norms = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
        cosines = np.einsum("ij,ij->i", left, right) / np.maximum(norms, 1e-30)
        row["cosine_mean"], row["cosine_least"] = float(cosines.mean()), float(cosines.min())


def new_row(name, version, threads, is_quantized):
    return {"name": name, "version": version, "threads": threads, "quantized": is_quantized, "ours": False,
            "failure": None, "load_seconds": None, "prepared_seconds": None, "batches": {}, "latencies": {}, "cores": [], "peak_bytes": None,
            "vectors": None, "cosine_mean": None, "cosine_least": None}


def peer_of(place):
    module, name = place.split(":")
    return getattr(importlib.import_module(module), name)


def folder_of(settings, peer):
    """Where a library keeps what it made of the model: a place for each version of it and each model."""
    weights = [file for file in sorted(settings.model.iterdir()) if file.suffix in (".safetensors", ".json")]
    marks = ",".join(f"{file.name}:{file.stat().st_size}:{file.stat().st_mtime_ns}" for file in weights)
    model = hashlib.sha256(f"{settings.model},{marks}".encode()).hexdigest()[:12]
    return settings.work / "converted" / f"{peer.distribution}-{machine.version_of(peer.distribution)}-{model}"


def latency_texts(by_length):
    return [("query", QUERY)] + [(name, pick(by_length, share)) for name, share in LATENCIES]


def pick(by_length, share):
    """The text that bench picks too."""
    return by_length[min(len(by_length) - 1, int(share * len(by_length)))]


def percentile(ascending, share):
    return ascending[min(len(ascending) - 1, max(0, math.ceil(share * len(ascending)) - 1))]
