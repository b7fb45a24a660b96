"""The parent's side of a contest: starts a contestant's process, calls it, and gives up on it when its time is spent."""

import json
import os
import pathlib
import select
import subprocess
import sys
import time


class ContestantFailed(Exception):
    """What a row says in place of numbers."""


class Contestant:
    """A contestant in a process of its own.

    `place` is "module:Class", `arguments` go to its constructor, `limit` is the time in seconds that all its calls
    together may take, `threads` bounds what its libraries start where the environment tells them.
    """

    def __init__(self, place, arguments, limit, log, threads=None):
        self.left = limit
        self.limit = limit
        self.log = log
        environment = dict(os.environ, PYTHONUNBUFFERED="1", HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
        if threads is not None:
            for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"):
                environment[name] = str(threads)
        folder = pathlib.Path(__file__).resolve().parent.parent
        self.process = subprocess.Popen(
            [sys.executable, "-m", "peers.worker", place, json.dumps(arguments)], cwd=folder, env=environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        self.buffer = b""
        try:
            self._answer()
        except ContestantFailed:
            self.close()
            raise

    def call(self, method, **arguments):
        """The result of a method of the contestant; raises ContestantFailed."""
        if self.process is None:
            raise ContestantFailed("it was stopped before")
        request = json.dumps({"method": method, "arguments": arguments}) + "\n"
        try:
            self.process.stdin.write(request.encode())
            self.process.stdin.flush()
        except OSError:
            pass  # it has died; reading tells how
        return self._answer()

    def close(self):
        """Ends the process."""
        if self.process is None:
            return
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except OSError:
                pass
        self.process = None

    def _answer(self):
        start = time.monotonic()
        while b"\n" not in self.buffer:
            left = self.left - (time.monotonic() - start)
            ready = left > 0 and select.select([self.process.stdout], [], [], left)[0]
            if not ready:
                self.close()
                raise ContestantFailed(f"stopped: its {self.limit:.0f} s were spent")
            part = os.read(self.process.stdout.fileno(), 1 << 16)
            if not part:
                code = self.process.wait()
                self.close()
                raise ContestantFailed(f"crashed with signal {-code}" if code < 0 else f"ended with exit code {code}")
            self.buffer += part
        self.left -= time.monotonic() - start
        line, _, self.buffer = self.buffer.partition(b"\n")
        answer = json.loads(line)
        if "error" in answer:
            raise ContestantFailed(answer["error"])
        return answer["result"]
