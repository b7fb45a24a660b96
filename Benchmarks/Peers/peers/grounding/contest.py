"""The contest of grounding checks: unsupported answers caught where one good answer in ten is blocked."""

import json
import pathlib

from .. import judging as judged
from .. import ours
from ..process import ContestantFailed
from ..settings import say
from . import PEERS
from .judging import area, rates, threshold

TRAINING = pathlib.Path(__file__).resolve().parents[4] / "Training" / "grounding"
BLOCKED = 0.1


def run(settings):
    """Judges all answers once with each check; the result is plain data."""
    if settings.model is None or settings.answers is None:
        return {"skipped": "no model or no answers: set HELPDESK_DATA and HELPDESK_MODEL_DIR, or give --model and --answers"}
    training = settings.answers_train or TRAINING
    files = sorted(training.glob("*.jsonl")) if training.is_dir() else [training]
    texts = [file.read_text(encoding="utf-8") for file in files if file.exists()]
    if not any(text.strip() for text in texts):
        return {"skipped": f"no answers to choose thresholds with in {training}: give --answers-train"}
    train = settings.work / "grounding-train.jsonl"
    train.write_text("".join(text if text.endswith("\n") else text + "\n" for text in texts), encoding="utf-8")
    supported = [case["supported"] for case in read(settings.answers)]
    rows = [ours_row(settings, supported)]
    for row, result in judged.rows(
            settings, PEERS, "peers.grounding.checks:GroundingContestant", {"model": str(settings.model)},
            train=str(train), test=str(settings.answers), blocked=BLOCKED):
        rows.append(row)
        if result is None:
            continue
        scores = result["scores"]
        caught, blocked = rates([score >= result["threshold"] for score in scores], supported)
        row.update(caught=caught, blocked=blocked, at_blocked=threshold(scores, supported, BLOCKED)[1],
                   area=area(scores, supported), seconds=result["seconds"], summary=result["summary"])
    return {"train": len(read(train)), "test": len(supported), "good": sum(supported), "blocked": BLOCKED, "rows": rows}


def ours_row(settings, supported):
    say(f"  {ours.NAME}")
    row = {"name": ours.NAME, "version": ours.NAME, "ours": True, "failure": None}
    out = settings.work / "grounding-ours.jsonl"
    try:
        result = settings.bench("grounding", "--cases", settings.answers, "--out", out)[0]
    except ContestantFailed as failure:
        row["failure"] = str(failure)
        return row
    answers = read(out)
    caught, blocked = rates([answer["supported"] for answer in answers], supported)
    # A version of bench that only says yes or no has no curve.
    scores = [answer.get("probability") for answer in answers]
    has_scores = None not in scores
    row.update(caught=caught, blocked=blocked, seconds=result["µs per answer"] / 1e6, summary=None,
               at_blocked=threshold(scores, supported, BLOCKED)[1] if has_scores else None,
               area=area(scores, supported) if has_scores else None)
    return row


def read(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
