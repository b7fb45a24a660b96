import http.client
import json
import pathlib
import time
import types
import unittest

from peers.clients import answers, contest
from peers.clients.drain import DrainContestant
from peers.process import ContestantFailed


def events(body):
    """The data of server-sent events, as a client reads them."""
    return [line[len("data: "):] for line in body.decode().split("\n") if line.startswith("data: ")]


class AnswerTests(unittest.TestCase):
    def body(self, answer):
        return b"".join(piece.partition(b"\r\n")[2][:-2] for piece in answer.pieces[1:-1])

    def test_holds_what_a_client_must_get(self):
        claude = answers.claude()
        values = [json.loads(line) for line in events(self.body(claude))]
        deltas = [value["delta"] for value in values if value["type"] == "content_block_delta"]
        texts = [delta["text"] for delta in deltas if delta["type"] == "text_delta"]
        self.assertEqual(len(texts), answers.DELTAS)
        self.assertEqual(len("".join(texts)), claude.expected["characters"])
        passages = {passage for source in json.loads(answers.REQUEST.read_text(encoding="utf-8"))["sources"]
                    for passage in source["passages"]}
        cited = {delta["citation"]["cited_text"] for delta in deltas if delta["type"] == "citations_delta"}
        self.assertEqual(cited, passages)
        self.assertEqual(claude.expected["citations"], len(passages))

        openai = answers.openai()
        *chunks, last = events(self.body(openai))
        self.assertEqual(last, "[DONE]")
        chunks = [json.loads(line) for line in chunks]
        text = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks if chunk["choices"])
        self.assertEqual(text, "".join(texts))
        self.assertEqual(chunks[-1]["usage"]["completion_tokens"], openai.expected["output tokens"])

    def test_pieces_cut_events(self):
        for answer in (answers.claude(), answers.openai()):
            pieces = [piece.partition(b"\r\n")[2][:-2] for piece in answer.pieces[1:-1]]
            self.assertTrue(all(pieces))
            self.assertGreater(sum(not piece.endswith(b"\n\n") for piece in pieces), len(pieces) / 2)
            self.assertEqual(answer.whole, b"".join(answer.pieces))

    def test_knows_the_piece_with_the_first_text(self):
        for answer, first in ((answers.claude(), b'"text_delta"'), (answers.openai(), b'"content":"sent')):
            pieces = [piece.partition(b"\r\n")[2][:-2] for piece in answer.pieces[1:-1]]
            place = answer.first_piece
            start = b"".join(pieces).index(first)
            end = b"".join(pieces).index(b"\n\n", start) + 2
            self.assertGreaterEqual(len(b"".join(pieces[:place + 1])), end)
            self.assertLess(len(b"".join(pieces[:place])), end)

    def test_are_the_same_each_time(self):
        self.assertEqual(answers.claude().whole, answers.claude().whole)


class ServerTests(unittest.TestCase):
    def setUp(self):
        self.log = open("/dev/null", "w", encoding="utf-8")
        self.addCleanup(self.log.close)
        server = contest.server(types.SimpleNamespace(log=self.log))
        self.told = server.__enter__()
        self.addCleanup(server.__exit__, None, None, None)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.told["port"], timeout=20)
        self.addCleanup(self.connection.close)

    def post(self, path, body=b'{"stream": true}', method="POST"):
        self.connection.request(method, path, body)
        response = self.connection.getresponse()
        return response.status, response.read()

    def test_answers_again_and_again_on_one_connection(self):
        for _ in range(3):
            status, body = self.post("/v1/messages")
            self.assertEqual((status, json.loads(events(body)[-1])["type"]), (200, "message_stop"))
            status, body = self.post("/v1/chat/completions")
            self.assertEqual((status, events(body)[-1]), (200, "[DONE]"))

    def test_paced_answers_hold_the_same_and_take_their_time(self):
        _, whole = self.post("/v1/messages")
        start = time.monotonic()
        _, paced = self.post("/paced/v1/messages")
        self.assertEqual(whole, paced)
        self.assertGreater(time.monotonic() - start, self.told["claude"]["pieces"] / 100 * 0.9)

    def test_refuses_what_it_does_not_play(self):
        for path, body, method, status in [
                ("/v1/models", None, "GET", 404), ("/v1/messages", b"{}", "POST", 400), ("/v1/messages", b"[", "POST", 400),
                ("/v1/messages", b"[1]", "POST", 400), ("/other", b'{"stream": true}', "POST", 404)]:
            self.assertEqual(self.post(path, body, method)[0], status)
            self.connection.close()
        self.connection.putrequest("POST", "/v1/messages")
        self.connection.putheader("Content-Length", "many")
        self.connection.endheaders()
        response = self.connection.getresponse()
        self.assertEqual(response.status, 400)
        response.read()

    def test_bare_sockets_read_all(self):
        speed = DrainContestant().round(self.told["port"], "/v1/messages", self.told["claude"]["bytes"], 2, connections=2)
        self.assertGreater(speed, 0)


class FakeBench:
    """What bench prints, for a client that loses text of chat completions."""

    def __init__(self):
        self.calls = []

    def __call__(self, *arguments):
        self.calls.append(arguments)
        return [{"answers/s": 100.0, "cpu ms per answer": 2.0, "first text p50 ms": 1.0, "cores": 1.5, "peak MiB": 20.0,
                 "characters": 5 if arguments[4] == "openai" else answers.claude().expected["characters"],
                 "citations": 5, "output tokens": 431}]


class ContestTests(unittest.TestCase):
    def test_takes_medians_and_tells_who_lost_text(self):
        def no_contestant(place, arguments):
            raise ContestantFailed("no peers in this test")

        settings = types.SimpleNamespace(
            missing={}, bench=FakeBench(), contestant=no_contestant, wants=lambda name: "create" in name,
            fewer=lambda count: count, turns=lambda names: ((number, name) for number in range(2) for name in names))
        with open("/dev/null", "w", encoding="utf-8") as log:
            settings.log = log
            result = contest.run(settings)
        rows = {(row["provider"], row["ours"]): row for row in result["rows"]}
        mine = rows["claude", True]
        self.assertIsNone(mine["failure"])
        self.assertEqual(mine["modes"]["many"], {"per_second": 100.0, "cpu_ms": 2.0, "first_ms": 1.0, "cores": 1.5})
        self.assertEqual(mine["peak_bytes"], 20 * 2**20)
        self.assertIn("not what was sent", rows["openai", True]["failure"])
        self.assertEqual(rows["claude", False]["failure"], "no peers in this test")
        self.assertIsNone(result["providers"]["claude"]["drained"])
        request = settings.bench.calls[0][settings.bench.calls[0].index("--request") + 1]
        self.assertTrue(pathlib.Path(request).exists())


if __name__ == "__main__":
    unittest.main()
