import json
import pathlib
import tempfile
import types
import unittest

from peers.grounding import checks, contest
from peers.grounding.judging import area, rates, threshold
from peers.process import ContestantFailed


class JudgingTests(unittest.TestCase):
    scores = [0.1, 0.2, 0.3, 0.9, 0.15, 0.25, 0.95, 0.05]
    supported = [True, True, True, True, False, False, False, False]

    def test_the_threshold_blocks_no_more_than_it_may(self):
        self.assertEqual(threshold(self.scores, self.supported, 0.25), (0.2, 0.5))
        self.assertEqual(threshold(self.scores, self.supported, 0.24), (0.1, 0.25))
        self.assertEqual(threshold(self.scores, self.supported, 0), (0.1, 0.25))
        # One more cannot be blocked without its equal.
        self.assertEqual(threshold([0.5, 0.5, 0.9, 0.4], [True, True, True, False], 0.34), (0.5, 1.0))

    def test_rates_of_what_passes(self):
        self.assertEqual(rates([score >= 0.2 for score in self.scores], self.supported), (0.5, 0.25))
        self.assertEqual(rates([True], [True]), (None, 0))

    def test_area_under_the_curve(self):
        self.assertEqual(area([0.9, 0.8, 0.1], [True, True, False]), 1)
        self.assertEqual(area([0.5, 0.5], [True, False]), 0.5)
        self.assertIsNone(area([0.5], [True]))
        self.assertEqual(area([0.1, 0.9], [True, False]), 0)


class ChecksTests(unittest.TestCase):
    def test_sentences(self):
        self.assertEqual(checks.split("Open Settings. It costs 4.90 €!\n1. Click\n\n- \n"),
                         ["Open Settings.", "It costs 4.90 €!", "1.", "Click"])

    def test_numbers_without_separators(self):
        self.assertEqual(checks.numbers("1,200 at 9:30 for 4.90"), {"1200", "9:30", "4.90"})

    def test_words_count_as_often_as_the_sources_hold_them(self):
        counter = checks.collections.Counter
        self.assertEqual(checks.share(counter("aab"), counter("ab")), 2 / 3)
        self.assertEqual(checks.share(counter(), counter("ab")), 1)

    def test_chooses_the_better_summary_on_the_training_answers(self):
        cases = [{"sources": ["x"], "answer": "one two three four. five six seven eight.", "supported": True},
                 {"sources": ["x"], "answer": "one two three four. bad six seven eight.", "supported": False}]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cases.jsonl"
            path.write_text("".join(json.dumps(case) + "\n" for case in cases))
            contestant = checks.GroundingContestant("tests.test_grounding:Fake", "model")
            result = contestant.evaluate(str(path), str(path), 0.1)
        self.assertEqual((result["summary"], result["scores"]), ("least", [0.9, 0.1]))
        self.assertEqual(result["threshold"], 0.9)


class Fake:
    """Finds what is bad; the mean over sentences does not tell it."""

    def __init__(self, model):
        pass

    def fit(self, cases):
        pass

    def scores(self, sentences, sources):
        is_bad = any("bad" in sentence for sentence in sentences)
        return [0.1 if "bad" in sentence else 1.7 if is_bad else 0.9 for sentence in sentences]


class ContestTests(unittest.TestCase):
    def settings(self, folder, rows):
        folder = pathlib.Path(folder)
        cases = folder / "cases.jsonl"
        cases.write_text("".join(json.dumps({"sources": ["s"], "answer": "a", "supported": supported}) + "\n"
                                 for supported in (True, True, False)))

        def bench(*arguments):
            out = arguments[arguments.index("--out") + 1]
            out.write_text("".join(json.dumps(row) + "\n" for row in rows))
            return [{"µs per answer": 50.0}]

        def no_contestant(place, arguments):
            raise ContestantFailed("no peers in this test")

        return types.SimpleNamespace(
            model=folder, answers=cases, answers_train=cases, work=folder, missing={}, bench=bench,
            contestant=no_contestant, wants=lambda name: True)

    def test_ours_with_and_without_probabilities(self):
        judged = [{"supported": True, "probability": 0.9}, {"supported": False, "probability": 0.4},
                  {"supported": False, "probability": 0.2}]
        with tempfile.TemporaryDirectory() as folder:
            mine, *peers = contest.run(self.settings(folder, judged))["rows"]
            self.assertEqual((mine["caught"], mine["blocked"], mine["at_blocked"], mine["area"]), (1, 0.5, 1, 1))
            self.assertTrue(all(row["failure"] == "no peers in this test" for row in peers))
            for row in judged:
                del row["probability"]
            mine = contest.run(self.settings(folder, judged))["rows"][0]
            self.assertEqual((mine["caught"], mine["area"], mine["at_blocked"]), (1, None, None))

    def test_says_what_is_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            settings = self.settings(folder, [])
            settings.answers_train = pathlib.Path(folder) / "nothing"
            self.assertIn("--answers-train", contest.run(settings)["skipped"])
            settings.answers = None
            self.assertIn("HELPDESK_DATA", contest.run(settings)["skipped"])


if __name__ == "__main__":
    unittest.main()
