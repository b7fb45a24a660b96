"""swift-helpdesk as a contestant: what `bench` prints, and nothing else."""

import json
import subprocess

from .process import ContestantFailed

NAME = "swift-helpdesk"


class Bench:
    """Runs the harness's own commands. `limit` is the time in seconds that one of them may take."""

    def __init__(self, path, log, limit):
        self.path = path
        self.log = log
        self.limit = limit

    def __call__(self, *arguments):
        """The rows that a command prints."""
        command = [str(self.path), *(str(argument) for argument in arguments), "--json"]
        self.log.write("$ bench " + " ".join(command[1:]) + "\n")
        try:
            result = subprocess.run(command, capture_output=True, timeout=self.limit, check=False, text=True)
        except subprocess.TimeoutExpired:
            raise ContestantFailed(f"stopped: its {self.limit:.0f} s were spent") from None
        self.log.write(result.stderr)
        self.log.flush()
        if result.returncode != 0:
            told = [line for line in result.stderr.splitlines() if line.lower().startswith("error:")]
            reason = told[0] if told else f"exit code {result.returncode}"
            raise ContestantFailed(f"bench {arguments[0]}: {reason}")
        return [json.loads(line) for line in result.stdout.splitlines() if line.strip()]
