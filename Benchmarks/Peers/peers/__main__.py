"""The command that Benchmarks/Peers/run starts inside its environment."""

import argparse
import datetime
import importlib
import json
import os
import pathlib
import shlex
import subprocess
import sys
import time
import traceback

from . import machine, report
from .ours import Bench
from .settings import Settings, say

CONTESTS = ["vectors", "embeddings", "tokenizers", "lexical", "intents", "triage", "grounding", "clients"]
PEERS_FOLDER = pathlib.Path(__file__).resolve().parent.parent


def main():
    options = arguments()
    if options.render is not None:
        if not options.render.exists():
            sys.exit(f"run: error: {options.render} does not exist")
        results = json.loads(options.render.read_text(encoding="utf-8"))
        report.write(results, options.out)
        return
    start, load = time.monotonic(), os.getloadavg()[0]
    options.work.mkdir(parents=True, exist_ok=True)
    results = {
        "command": options.command or shlex.join(["Benchmarks/Peers/run", *sys.argv[1:]]),
        "date": datetime.date.today().isoformat(), "machine": machine.describe(), "revision": revision(),
        "quick": options.quick, "rounds": options.rounds, "contests": {}}
    if options.keep is not None:
        results["contests"] = kept_contests(options.keep, options.contests)
    with open(options.work / "log.txt", "w", encoding="utf-8") as log:
        settings = make_settings(options, log)
        for name in options.contests:
            say(f"{name}")
            begin = time.monotonic()
            try:
                result = importlib.import_module(f"peers.{name}.contest").run(settings)
            except KeyboardInterrupt:
                raise
            except Exception as error:  # the other contests go on
                traceback.print_exc()
                result = {"failed": f"{type(error).__name__}: {error}"}
            results["contests"][name] = result
            say(f"  {name}: {time.monotonic() - begin:.0f} s" + (f"; {result['skipped']}" if "skipped" in result else ""))
            # Written after each contest, so that what was measured is not lost with the next one.
            results["minutes"] = (time.monotonic() - start) / 60
            results["load"] = [load, os.getloadavg()[0]]
            (options.work / "results.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
            text = report.write(results, options.out)
    print(text)
    say(f"written: {options.out / 'RESULTS.md'}; raw numbers: {options.work / 'results.json'}; what the contestants "
        f"printed: {options.work / 'log.txt'}")
    if any("failed" in result for result in results["contests"].values()):
        sys.exit(1)


def kept_contests(file, contests):
    """What an earlier run measured in the contests that are left out now, with its version and date."""
    if not file.exists():
        sys.exit(f"run: error: {file} does not exist")
    earlier = json.loads(file.read_text(encoding="utf-8"))
    return {name: {"kept": {"revision": earlier["revision"], "date": earlier["date"]}, **result}
            for name, result in earlier["contests"].items() if name not in contests}


def arguments():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/Peers/run", description="Puts swift-helpdesk and the systems that do the same work into one run.",
        epilog="Files that are not named are looked for in the folder HELPDESK_DATA.")
    parser.add_argument("contests", nargs="*", metavar="CONTEST", help=f"of {', '.join(CONTESTS)}; all where absent")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, to see that everything runs")
    parser.add_argument("--only", default="", metavar="TEXT", help="only peers with this text in their names")
    parser.add_argument("--rounds", type=positive, default=3, help="turns of each contestant (default 3)")
    parser.add_argument("--threads", type=threads_list, default=None, metavar="LIST",
                        help="thread counts, separated by commas (default: 1 and all cores)")
    parser.add_argument("--limit", type=positive, default=900, metavar="SECONDS",
                        help="time one contestant may take in one contest (default 900)")
    parser.add_argument("--model", type=pathlib.Path, help="folder of the embedding model in Hugging Face layout")
    parser.add_argument("--texts", type=pathlib.Path, help="texts to embed and to tokenize: lines, or .jsonl with text")
    parser.add_argument("--base", type=pathlib.Path, help="vectors to search in: .npy")
    parser.add_argument("--queries", type=pathlib.Path, help="vectors to search for: .npy")
    parser.add_argument("--train", type=pathlib.Path, help="labelled questions: CSV with text,category")
    parser.add_argument("--test", type=pathlib.Path, help="questions to classify: the same")
    parser.add_argument("--kb", type=pathlib.Path, help="articles: JSON lines with id, title, body")
    parser.add_argument("--questions", type=pathlib.Path, help="JSON lines with question and relevant")
    parser.add_argument("--answers", type=pathlib.Path, help="answers to check: JSON lines with sources, answer, supported")
    parser.add_argument("--answers-train", type=pathlib.Path, metavar="PATH",
                        help="answers to choose thresholds with: the same, or a folder (default: Training/grounding)")
    parser.add_argument("--out", type=pathlib.Path, metavar="FOLDER",
                        help="where RESULTS.md and its plots go (default: Benchmarks; of a run that is quick or leaves "
                             "something out, the cache folder)")
    parser.add_argument("--keep", type=pathlib.Path, metavar="FILE",
                        help="take the other contests from the raw numbers of an earlier run, and say so")
    parser.add_argument("--render", type=pathlib.Path, metavar="FILE",
                        help="write RESULTS.md from the results.json of an earlier run, and measure nothing")
    for hidden in ("--bench", "--work", "--missing"):
        parser.add_argument(hidden, type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--command", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    for name in options.contests:
        if name not in CONTESTS:
            parser.error(f"{name} is no contest: choose of {', '.join(CONTESTS)}")
    options.contests = [name for name in CONTESTS if not options.contests or name in options.contests]
    if options.out is None:
        is_whole = not options.quick and not options.only and (
            options.contests == CONTESTS or options.keep is not None)
        options.out = PEERS_FOLDER.parent if is_whole or options.work is None else options.work
    defaults = {"texts": "texts/support.jsonl", "base": "ann/base.f16.npy", "queries": "ann/queries.f16.npy",
                "train": "banking77/train.csv", "test": "banking77/test.csv", "kb": "kb/product-docs.jsonl",
                "answers": "eval/grounding-dev.jsonl"}
    data = os.environ.get("HELPDESK_DATA")
    for name, place in defaults.items():
        given = getattr(options, name)
        if given is not None and not given.exists():
            parser.error(f"--{name}: {given} does not exist")
        if given is None and data and (pathlib.Path(data) / place).exists():
            setattr(options, name, pathlib.Path(data) / place)
    if options.questions is None and options.kb is not None and options.kb.name == "product-docs.jsonl":
        options.questions = PEERS_FOLDER.parent / "Data" / "product-docs-questions.jsonl"
    for name in ("questions", "model", "answers_train"):
        given = getattr(options, name)
        if given is not None and not given.exists():
            parser.error(f"--{name.replace('_', '-')}: {given} does not exist")
    for name, value in vars(options).items():
        if isinstance(value, pathlib.Path):
            setattr(options, name, value.resolve())
    return options


def make_settings(options, log):
    cores = len(os.sched_getaffinity(0))
    missing = {}
    if options.missing is not None and options.missing.exists():
        for line in options.missing.read_text(encoding="utf-8").splitlines():
            name, _, reason = line.partition("\t")
            missing[name] = reason
    return Settings(
        bench=Bench(options.bench, log, options.limit), model=options.model, texts=options.texts, base=options.base,
        queries=options.queries, train=options.train, test=options.test, kb=options.kb, questions=options.questions,
        answers=options.answers, answers_train=options.answers_train, work=options.work, log=log,
        threads=options.threads or sorted({1, cores}), rounds=options.rounds, limit=options.limit, quick=options.quick, only=options.only, missing=missing)


def revision():
    result = subprocess.run(["git", "-C", PEERS_FOLDER, "describe", "--always", "--dirty"], capture_output=True, text=True,
                            check=False)
    return result.stdout.strip() or "unknown"


def positive(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def threads_list(text):
    try:
        values = sorted({positive(part) for part in text.split(",")})
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no list of numbers") from None
    return values


if __name__ == "__main__":
    main()
