import copy
import pathlib
import tempfile
import unittest

from peers import report
from peers.intents.contest import answered

MODE = {"16": {"recall": 0.9, "median": 2000.0, "cores": 1.0}, "64": {"recall": 0.99, "median": 500.0, "cores": 1.0}}


def index(name, ours, speed):
    at = {"0.9": speed, "0.95": speed / 2, "0.98": None, "0.99": None, "0.995": None}
    return {"name": name, "version": "1", "parameter": "ef", "ours": ours, "failures": {},
            "build": {"seconds": 10.0 if ours else 25.0, "bytes_per_vector": 1000.0, "threads": None if ours else 2},
            "modes": {"batch 1": MODE}, "curves": {"batch 1": [(0.9, 2000.0), (0.99, 500.0)]}, "at": {"batch 1": at}}


def results():
    failed = {"name": "gone", "version": "2", "parameter": "ef", "ours": False, "build": None, "modes": {}, "curves": {},
              "at": {}, "failures": {"all": "crashed with signal 11"}}
    return {
        "command": "Benchmarks/Peers/run", "date": "2026-01-02", "minutes": 3.0, "revision": "abc", "quick": False,
        "rounds": 3, "load": [0.1, 0.2],
        "machine": {"processor": "P", "cores": 2, "virtual": True, "instruction sets": "AVX2", "memory GiB": 8.0,
                    "system": "S", "swift": "Swift", "python": "3"},
        "contests": {
            "vectors": {"k": 10, "vectors": 90000, "dimensions": 384, "queries": 1000, "threads": [1],
                        "targets": [0.90, 0.95, 0.98, 0.99, 0.995],
                        "rows": [index("theirs", False, 2000.0), index("ours", True, 1000.0), failed]},
            "embeddings": {"skipped": "no model"}}}


class ReportTests(unittest.TestCase):
    def test_says_where_we_lose_and_what_crashed(self):
        plots = {}
        text = report.markdown(results(), plots)
        self.assertIn("| theirs | 2,000 (0.50 ×) | 1,000 (0.50 ×) | – | – | – |", text)
        self.assertIn("| **ours** | 1,000 | 500 | – | – | – |", text)
        self.assertIn("| gone |  | crashed with signal 11 |", text)
        self.assertIn("25.0 (2.50 ×)", text)
        self.assertIn("Not measured: no model.", text)
        self.assertEqual(list(plots), ["recall-1-thread.svg"])

    def test_ratios_of_clients(self):
        def client(name, ours, cpu, speed, failure=None):
            modes = {} if failure else {mode: {"cpu_ms": cpu, "per_second": speed, "first_ms": 1.0, "cores": 1.0}
                                        for mode in ("alone", "many", "paced")}
            return {"name": name, "version": "1", "provider": "claude", "ours": ours, "failure": failure, "modes": modes,
                    "peak_bytes": 2**20}

        told = {"bytes": 43000, "pieces": 300, "citations": 5, "drained": None, "paced_first_ms": 40.0}
        changed = results()
        changed["contests"] = {"clients": {
            "providers": {"claude": told}, "deltas": 300, "many": 64, "pace": 100,
            "rows": [client("theirs", False, 10.0, 50.0), client("ours", True, 2.0, 100.0),
                     client("gone", False, 0, 0, "its answers are not what was sent")]}}
        text = report.markdown(changed, {})
        self.assertIn("| theirs | 10.00 (5.0 ×) | 10.00 (5.0 ×) | 10.00 (5.0 ×) | 50 (2.0 ×) | 50 (2.0 ×) |", text)
        self.assertIn("| **ours** | 2.00 | 2.00 | 2.00 | 100 | 100 | 1.0 |", text)
        self.assertIn("| gone | claude | its answers are not what was sent |", text)
        changed["contests"]["clients"]["rows"] = [client("theirs", False, 10.0, 50.0)]
        self.assertIn("| theirs | 10.00 | 10.00 |", report.markdown(changed, {}))

    def test_shares_of_answers_checked(self):
        def check(name, ours, **values):
            return {"name": name, "version": "1", "ours": ours, "failure": None, "caught": 0.5, "blocked": 0.1,
                    "at_blocked": None, "area": None, "seconds": 0.001, "summary": None, **values}

        changed = results()
        changed["contests"] = {"grounding": {
            "train": 600, "test": 40, "good": 20, "blocked": 0.1,
            "rows": [check("ours", True), check("theirs", False, seconds=0.002, area=0.75, at_blocked=0.45, summary="mean"),
                     {"name": "gone", "version": "1", "ours": False, "failure": "crashed"}]}}
        text = report.markdown(changed, {})
        self.assertIn("| **ours** | 50% | 10% | – | – | 1.000 | – |", text)
        self.assertIn("| theirs | 50% | 10% | 45% | 0.750 | 2.000 (2.0 ×) | mean |", text)
        self.assertIn("| gone |  | crashed |", text)

    def test_says_that_a_run_was_quick(self):
        quick = copy.deepcopy(results())
        quick["quick"] = True
        self.assertIn("A quick run", report.markdown(quick, {}))

    def test_writes_files_and_removes_stale_plots(self):
        with tempfile.TemporaryDirectory() as path:
            folder = pathlib.Path(path)
            (folder / "recall-old.svg").write_text("old")
            report.write(results(), folder)
            self.assertEqual(sorted(file.name for file in folder.iterdir()), ["RESULTS.md", "recall-1-thread.svg"])

    def test_shares_answered_at_a_precision(self):
        points = [[True, 0.9], [True, 0.8], [False, 0.7], [True, 0.6], [False, 0.5]]
        self.assertEqual(answered(points, 0.99), 0.4)
        self.assertEqual(answered(points, 0.75), 0.8)
        self.assertEqual(answered([[True, 0.5], [False, 0.5]], 0.9), 0.0)


if __name__ == "__main__":
    unittest.main()
