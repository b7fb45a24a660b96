import sys
import time
import unittest

from peers.process import Contestant, ContestantFailed


class ProcessTests(unittest.TestCase):
    def start(self, limit=20.0):
        contestant = Contestant("tests.contestants:Honest", {"greeting": "Hello"}, limit, log)
        self.addCleanup(contestant.close)
        return contestant

    def failure(self, contestant, method):
        with self.assertRaises(ContestantFailed) as caught:
            contestant.call(method)
        return str(caught.exception)

    def test_answers_whatever_is_printed(self):
        self.assertEqual(self.start().call("greet", name="Ada"), "Hello, Ada")

    def test_errors_leave_the_contestant_alive(self):
        contestant = self.start()
        self.assertEqual(self.failure(contestant, "fail"), "ValueError: of no use")
        self.assertEqual(self.failure(contestant, "leave"), "SystemExit: 3")
        self.assertIn("AttributeError", self.failure(contestant, "no_such_method"))
        self.assertEqual(contestant.call("greet", name="Ada"), "Hello, Ada")

    def test_a_crash_is_told_with_its_signal(self):
        contestant = self.start()
        self.assertEqual(self.failure(contestant, "crash"), "crashed with signal 6")
        self.assertEqual(self.failure(contestant, "greet"), "it was stopped before")

    def test_an_end_is_told_with_its_code(self):
        self.assertEqual(self.failure(self.start(), "end"), "ended with exit code 7")

    def test_time_is_limited_over_all_calls(self):
        contestant = self.start(limit=2.0)
        begin = time.monotonic()
        self.assertEqual(self.failure(contestant, "hang"), "stopped: its 2 s were spent")
        self.assertLess(time.monotonic() - begin, 10)

    def test_one_that_cannot_be_loaded(self):
        with self.assertRaises(ContestantFailed) as caught:
            Contestant("tests.contestants:Broken", {}, 20.0, log)
        self.assertEqual(str(caught.exception), "ImportError: no such library")
        with self.assertRaises(ContestantFailed) as caught:
            Contestant("tests.nowhere:Broken", {}, 20.0, log)
        self.assertIn("ModuleNotFoundError", str(caught.exception))


log = None


def setUpModule():
    global log
    log = open("/dev/null", "w", encoding="utf-8")


def tearDownModule():
    log.close()


if __name__ == "__main__":
    sys.exit(unittest.main())
