"""The contest of clients: what a streamed answer costs beside the providers' own clients for Python."""

import contextlib
import importlib
import json
import statistics
import subprocess
import sys

from .. import machine, ours
from ..process import ContestantFailed
from ..settings import say
from . import PEERS, answers
from .server import PACE

MANY = 64
#: Streams at once, answers in all and where, by the name of the column's group.
MODES = {"alone": (1, 60, ""), "many": (MANY, 256, ""), "paced": (MANY, MANY, "/paced")}
PATHS = {"claude": "/v1/messages", "openai": "/v1/chat/completions"}


def run(settings):
    """Measures all clients, turn by turn, against one server; the result is plain data."""
    with server(settings) as told:
        rows, contestants = start(settings)
        try:
            for number, name in settings.turns(contestants):
                row = rows[name]
                for mode, (streams, count, place) in MODES.items():
                    if row["failure"]:
                        break
                    base_url = f"http://127.0.0.1:{told['port']}{place}"
                    count = max(streams, settings.fewer(count))
                    try:
                        result = contestants[name].round(base_url, streams, count)
                        if not has_all(result["got"], told[row["provider"]]):
                            raise ContestantFailed(f"its answers are not what was sent: {result['got']}")
                    except ContestantFailed as failure:
                        row["failure"] = str(failure)
                        break
                    for key in ("per_second", "cpu_ms", "first_ms", "cores"):
                        row["modes"].setdefault(mode, {}).setdefault(key, []).append(result[key])
                    row["peak_bytes"].append(result["peak_bytes"])
        finally:
            for contestant in contestants.values():
                contestant.close()
        for row in rows.values():
            row["modes"] = {mode: {key: statistics.median(values) for key, values in found.items()}
                            for mode, found in row["modes"].items()}
            row["peak_bytes"] = max(row["peak_bytes"], default=None)
        providers = {name: {**told[name], "drained": drained(settings, told, name)} for name in PATHS}
    return {"providers": providers, "deltas": answers.DELTAS, "many": MANY, "pace": PACE, "rows": list(rows.values())}


@contextlib.contextmanager
def server(settings):
    """The server in a process of its own, and what it told when it began."""
    process = subprocess.Popen(
        [sys.executable, "-m", "peers.clients.server"], cwd=answers.REQUEST.parents[2], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=settings.log)
    try:
        line = process.stdout.readline()
        if not line:
            raise ContestantFailed("the server of the contest does not start; the log says why")
        yield json.loads(line)
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def start(settings):
    """A row and a contestant for each client."""
    rows, contestants = {}, {}
    for place in PEERS:
        module, name = place.split(":")
        peer = getattr(importlib.import_module(module), name)
        if not settings.wants(peer.name):
            continue
        version = f"{peer.distribution} {machine.version_of(peer.distribution)}"
        row = rows[peer.name] = new_row(peer.name, version, peer.provider)
        try:
            if peer.distribution in settings.missing:
                raise ContestantFailed("not installed: " + settings.missing[peer.distribution])
            contestants[peer.name] = Peer(
                settings.contestant("peers.clients.peer:ClientContestant", {"peer": place}))
        except ContestantFailed as failure:
            row["failure"] = str(failure)
    for provider in PATHS:
        name = f"{ours.NAME}, {provider}"
        rows[name] = {**new_row(ours.NAME, ours.NAME, provider), "ours": True}
        contestants[name] = Ours(settings, provider)
    return rows, contestants


class Peer:
    """Asks the worker of a peer."""

    def __init__(self, process):
        self.process = process

    def round(self, base_url, streams, count):
        result = self.process.call(
            "round", base_url=base_url, request=str(answers.REQUEST), streams=streams, answers=count)
        firsts = [value for value in result["first_text_ms"] if value is not None]
        return {"per_second": count / result["seconds"], "cpu_ms": result["cpu_seconds"] / count * 1e3,
                "first_ms": statistics.median(firsts) if firsts else None,
                "cores": result["cpu_seconds"] / result["seconds"], "peak_bytes": result["peak_bytes"],
                "got": result["got"]}

    def close(self):
        self.process.close()


class Ours:
    """Runs bench."""

    def __init__(self, settings, provider):
        self.settings = settings
        self.provider = provider

    def round(self, base_url, streams, count):
        row = self.settings.bench(
            "clients", "--base-url", base_url, "--provider", self.provider, "--streams", streams, "--answers", count,
            "--request", answers.REQUEST)[0]
        return {"per_second": row["answers/s"], "cpu_ms": row["cpu ms per answer"],
                "first_ms": row["first text p50 ms"], "cores": row["cores"], "peak_bytes": row["peak MiB"] * 2**20,
                "got": {name: row[name] for name in ("characters", "citations", "output tokens")}}

    def close(self):
        pass


def has_all(got, told):
    """Whether a client got what the server sent."""
    return got is not None and all(told[name] == value for name, value in got.items())


def drained(settings, told, provider):
    """Answers a second that the server sends when nobody looks at them; `None` where that failed."""
    process = None
    try:
        process = settings.contestant("peers.clients.drain:DrainContestant", {})
        return process.call("round", port=told["port"], path=PATHS[provider], size=told[provider]["bytes"],
                            answers=settings.fewer(300))
    except ContestantFailed as failure:
        say(f"  the server alone: {failure}")
        return None
    finally:
        if process is not None:
            process.close()


def new_row(name, version, provider):
    return {"name": name, "version": version, "provider": provider, "ours": False, "failure": None, "modes": {},
            "peak_bytes": []}
