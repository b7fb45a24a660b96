"""The contest of tokenizers."""

import importlib.util
import pathlib
import random
import statistics

from .. import machine, ours
from ..process import ContestantFailed
from ..settings import say

MODES = [("one", "tokenizers, encode"), ("batch", "tokenizers, encode_batch"),
         ("batch_fast", "tokenizers, encode_batch_fast")]


def run(settings):
    """Measures both on each thread count; the result is plain data."""
    if settings.texts is None or settings.model is None:
        return {"skipped": "no model or no texts: set HELPDESK_MODEL_DIR and HELPDESK_DATA, or give --model and --texts"}
    sets = {"support": settings.sample_of_texts(settings.fewer(8000))}
    mixed = mixed_scripts(settings.fewer(4000))
    sets["scripts"] = settings.write_texts("scripts", mixed), mixed
    results = {}
    for name, (path, texts) in sets.items():
        say(f"  {name}")
        results[name] = contest(settings, path, texts)
    return results


def mixed_scripts(count):
    """Texts made of sentences in many scripts, those that the golden files are made of."""
    file = pathlib.Path(__file__).resolve().parents[4] / "Scripts/golden/embeddings_texts.py"
    spec = importlib.util.spec_from_file_location("embeddings_texts", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    generator = random.Random(1)
    return [" ".join(generator.choices(module.OTHER_SCRIPTS, k=3)) for _ in range(count)]


def contest(settings, path, texts):
    rows, processes = {}, {}
    version = f"tokenizers {machine.version_of('tokenizers')}"
    reference = settings.work / "tokens-peer.jsonl"
    try:
        for threads in settings.threads:
            for mode, label in MODES:
                if settings.wants(label):
                    rows[label, threads] = new_row(label, version, threads)
            rows[ours.NAME, threads] = new_row(ours.NAME, ours.NAME, threads)
            rows[ours.NAME, threads]["ours"] = True
            try:
                if "tokenizers" in settings.missing:
                    raise ContestantFailed("not installed: " + settings.missing["tokenizers"])
                process = settings.contestant("peers.tokenizers.huggingface:TokenizersContestant", {}, threads=threads)
                processes[threads] = process
                process.call("load", model=str(settings.model), threads=threads)
                process.call("dump", texts=str(path), out=str(reference))
            except ContestantFailed as failure:
                for (label, count), row in rows.items():
                    if count == threads and not row["ours"]:
                        row["failure"] = str(failure)
        # bench measures one thread and all at once; a row counts where the thread count is one of ours.
        names = ["peer", "ours"]
        for _, name in settings.turns(names):
            if name == "ours":
                measure_ours(settings, path, rows)
            else:
                measure_peer(path, processes, rows)
    finally:
        for process in processes.values():
            process.close()
    for row in rows.values():
        for key in ("bytes_per_second", "tokens_per_second"):
            row[key] = statistics.median(row[key]) if row[key] else None
    return {"texts": len(texts), "bytes": sum(len(text.encode()) for text in texts), "threads": settings.threads,
            "differences": differences(settings, path, reference), "rows": list(rows.values())}


def measure_peer(path, processes, rows):
    for (label, threads), row in rows.items():
        if row["ours"] or row["failure"]:
            continue
        mode = next(mode for mode, name in MODES if name == label)
        try:
            result = processes[threads].call("round", texts=str(path), mode=mode)
        except ContestantFailed as failure:
            row["failure"] = str(failure)
            continue
        row["bytes_per_second"].append(result["bytes_per_second"])
        row["tokens_per_second"].append(result["tokens_per_second"])


def measure_ours(settings, path, rows):
    try:
        results = settings.bench("tokenize", "--model", settings.model, "--texts", path, "--runs", 3)
    except ContestantFailed as failure:
        for row in rows.values():
            if row["ours"]:
                row["failure"] = str(failure)
        return
    for result in results:
        row = rows.get((ours.NAME, result["threads"]))
        if row is not None:
            row["bytes_per_second"].append(result["MB/s"] * 1e6)
            row["tokens_per_second"].append(result["tokens/s"])


def differences(settings, path, reference):
    """How many texts get other tokens, or why that is not known."""
    mine = settings.work / "tokens-ours.jsonl"
    try:
        settings.bench("tokenize", "--model", settings.model, "--texts", path, "--runs", 1, "--dump", mine)
        left, right = (file.read_text(encoding="utf-8").replace(" ", "").splitlines() for file in (mine, reference))
    except (ContestantFailed, OSError) as failure:
        say(f"  tokens were not compared: {failure}")
        return None
    return sum(one != other for one, other in zip(left, right)) + abs(len(left) - len(right))


def new_row(name, version, threads):
    return {"name": name, "version": version, "threads": threads, "ours": False, "failure": None,
            "bytes_per_second": [], "tokens_per_second": []}
