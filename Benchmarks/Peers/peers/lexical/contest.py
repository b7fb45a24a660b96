"""The contest of rankings by words: speed over short questions, quality over articles with judged questions."""

import csv
import importlib
import json
import statistics

from .. import machine, ours
from ..process import ContestantFailed
from . import PEERS

K = 10


def run(settings):
    """Measures all rankings over each collection that is there; the result is plain data."""
    collections = []
    if settings.train is not None and settings.test is not None:
        collections.append(questions(settings))
    if settings.kb is not None and settings.questions is not None:
        collections.append(articles(settings))
    if not collections:
        return {"skipped": "no texts: set HELPDESK_DATA, or give --train and --test or --kb and --questions"}
    return {"collections": [contest(settings, *collection) for collection in collections]}


def questions(settings):
    """Past questions as documents; a hit is right where it has the label of the question asked."""
    documents, labels = read_csv(settings.train)
    asked, wanted = read_csv(settings.test)
    if settings.quick:
        asked, wanted = asked[::10], wanted[::10]

    def quality(found):
        right = sum(bool(rows) and labels[rows[0]] == label for rows, label in zip(found, wanted))
        return {"label of the best hit is right": right / len(wanted)}

    return "short questions", documents, asked, quality


def articles(settings):
    """Whole articles, title first, and questions whose right articles are known."""
    rows = [json.loads(line) for line in settings.kb.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [f"{row['title']}\n{row['body']}" for row in rows]
    places = {row["id"]: place for place, row in enumerate(rows)}
    lines = settings.questions.read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines if line.strip()]

    def quality(found):
        sums = {f"recall@{k}": 0.0 for k in (1, 5, 10)}
        for result, question in zip(found, asked):
            relevant = {places[name] for name in question["relevant"] if name in places}
            for k in (1, 5, 10):
                sums[f"recall@{k}"] += len(relevant.intersection(result[:k])) / max(1, len(relevant))
        return {name: value / len(asked) for name, value in sums.items()}

    return "articles", documents, [row["question"] for row in asked], quality


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["category"] for row in rows]


def contest(settings, title, documents, asked, quality):
    word = title.split()[-1]
    paths = settings.write_texts(f"documents-{word}", documents), settings.write_texts(f"queries-{word}", asked)
    rows, contestants = {}, {}
    try:
        for place in PEERS:
            module, name = place.split(":")
            peer = getattr(importlib.import_module(module), name)
            if not settings.wants(peer.name):
                continue
            row = rows[peer.name] = new_row(peer.name, f"{peer.distribution} {machine.version_of(peer.distribution)}")
            try:
                if peer.distribution in settings.missing:
                    raise ContestantFailed("not installed: " + settings.missing[peer.distribution])
                process = settings.contestant("peers.lexical.peer:LexicalContestant", {"peer": place}, threads=1)
                contestants[peer.name] = process
            except ContestantFailed as failure:
                row["failure"] = str(failure)
        rows[ours.NAME] = new_row(ours.NAME, ours.NAME)
        rows[ours.NAME]["ours"] = True
        for _, name in settings.turns([*contestants, ours.NAME]):
            row = rows[name]
            if row["failure"]:
                continue
            out = settings.work / f"lexical-{list(rows).index(name)}.jsonl"
            try:
                if name == ours.NAME:
                    result = measure_ours(settings, paths, out)
                else:
                    result = contestants[name].call(
                        "round", documents=str(paths[0]), queries=str(paths[1]), k=K, out=str(out))
            except ContestantFailed as failure:
                row["failure"] = str(failure)
                continue
            row["index_seconds"].append(result["index_seconds"])
            row["per_second"].append(result["per_second"])
            row["cores"] = result["cores"]
            lines = out.read_text(encoding="utf-8").splitlines()
            row["quality"] = quality([json.loads(line)["documents"] for line in lines])
    finally:
        for process in contestants.values():
            process.close()
    for row in rows.values():
        for key in ("index_seconds", "per_second"):
            row[key] = statistics.median(row[key]) if row[key] else None
    return {"title": title, "documents": len(documents), "queries": len(asked), "rows": list(rows.values())}


def measure_ours(settings, paths, out):
    row = settings.bench("lexical", "--documents", paths[0], "--queries", paths[1], "--k", K, "--out", out)[0]
    return {"index_seconds": row["index s"], "per_second": row["queries/s"], "cores": row["cores"]}


def new_row(name, version):
    return {"name": name, "version": version, "ours": False, "failure": None, "index_seconds": [], "per_second": [],
            "cores": None, "quality": {}}
