"""The contest of triage: who judges messages best that nobody learned from."""

import pathlib

from .. import judging, ours
from ..process import ContestantFailed
from ..settings import say
from . import PEERS

TRAINING = pathlib.Path(__file__).resolve().parents[4] / "Training" / "triage"
DECISIONS = ["category", "priority", "sentiment", "escalation"]


def run(settings):
    """Trains and measures all once; the result is plain data."""
    if settings.model is None:
        return {"skipped": "no model: set HELPDESK_MODEL_DIR, or give --model"}
    train = joined(settings, sorted(TRAINING.glob("*.txt")), "triage-train")
    test = joined(settings, sorted((TRAINING / "held-out").glob("*.txt")), "triage-test")
    rows = [ours_row(settings, test, "rules", []), ours_row(settings, test, "learned", []),
            ours_row(settings, test, "learned with embeddings", ["--embeddings", "--model", settings.model])]
    for row, result in judging.rows(
            settings, PEERS, "peers.triage.scikit_learn_peer:TriageContestant", {"model": str(settings.model)},
            train=str(train), test=str(test)):
        rows.append(row)
        if result is not None:
            row.update(scores=result["scores"], per_second=result["per_second"])
    return {"train": count(train), "test": count(test), "decisions": DECISIONS, "rows": rows}


def joined(settings, files, name):
    path = settings.work / f"{name}.txt"
    path.write_text("".join(file.read_text(encoding="utf-8") for file in files), encoding="utf-8")
    return path


def count(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def ours_row(settings, test, method, options):
    name = f"{ours.NAME}, {method}"
    say(f"  {name}")
    row = {"name": name, "version": ours.NAME, "ours": True, "failure": None}
    try:
        results = settings.bench(
            "triage", "--cases", test, "--method", "rules" if method == "rules" else "learned", "--runs", 5, *options)
    except ContestantFailed as failure:
        row["failure"] = str(failure)
        return row
    scores = {result["decision"]: result.get("accuracy %", result.get("F1 %")) / 100 for result in results
              if "decision" in result}
    row.update(scores=scores, per_second=1e6 / results[-1]["µs per message"])
    return row
