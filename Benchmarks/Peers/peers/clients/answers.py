"""The answers that the server of this contest streams, as bytes that need nothing but to be sent."""

import itertools
import json
import pathlib
import random

REQUEST = pathlib.Path(__file__).resolve().parent / "request.json"
#: Pieces of text in an answer.
DELTAS = 300
WORDS = ("the parcel was sent on Monday, and a refund takes five to seven working days. You can also have it sent again — "
         "open “My orders”, choose the order and report it as missing; it costs nothing (not even 4,90 €). ").split(" ")


class Answer:
    """An answer of one provider, whole and as it goes over the wire."""

    def __init__(self, events, first, characters, citations, output_tokens):
        #: What a client must have got of it.
        self.expected = {"characters": characters, "citations": citations, "output tokens": output_tokens}
        body = "".join(events).encode()
        #: As many pieces as events, cut wherever it falls: within events, and within characters.
        pieces = cut(body, len(events))
        #: The piece that ends the first text; `first` is the position of its event.
        end = len("".join(events[:first + 1]).encode())
        self.first_piece = next(place for place, total in enumerate(itertools.accumulate(map(len, pieces))) if total >= end)
        self.pieces = [b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces]
        head = (b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ncache-control: no-cache\r\n"
                b"request-id: req_1\r\ntransfer-encoding: chunked\r\n\r\n")
        self.pieces = [head, *self.pieces, b"0\r\n\r\n"]
        self.whole = b"".join(self.pieces)


def cut(body, count):
    """The bytes in so many pieces, none of them empty; the same ones each time."""
    places = sorted(random.Random(1).sample(range(1, len(body)), count - 1))
    return [body[start:end] for start, end in zip([0, *places], [*places, len(body)])]


def texts():
    """What the deltas say: a word or two each."""
    generator = random.Random(2)
    result = []
    while len(result) < DELTAS:
        place = generator.randrange(len(WORDS) - 1)
        result.append(" ".join(WORDS[place:place + generator.choice([1, 1, 1, 2])]) + " ")
    return result


def claude():
    """An answer of the Messages API: blocks of text, every other one with a citation of the request's sources."""
    def event(value):
        return f"event: {value['type']}\ndata: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n\n"

    def delta(index, value):
        return event({"type": "content_block_delta", "index": index, "delta": value})

    sources = json.loads(REQUEST.read_text(encoding="utf-8"))["sources"]
    cited = [(number, place) for number, source in enumerate(sources) for place in range(len(source["passages"]))]
    pieces = texts()
    blocks = 2 * len(cited)
    usage = {"input_tokens": 412, "output_tokens": 1, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 256}
    events = [event({"type": "message_start", "message": {
        "id": "msg_1", "type": "message", "role": "assistant", "model": "claude-test", "content": [], "stop_reason": None,
        "stop_sequence": None, "usage": usage}})]
    for block in range(blocks):
        start = {"type": "text", "text": ""}
        if block % 2:
            start["citations"] = []
        events.append(event({"type": "content_block_start", "index": block, "content_block": start}))
        if block == 0:
            events.append(event({"type": "ping"}))
        events += [delta(block, {"type": "text_delta", "text": text})
                   for text in pieces[block * DELTAS // blocks:(block + 1) * DELTAS // blocks]]
        if block % 2:
            number, place = cited[block // 2]
            events.append(delta(block, {"type": "citations_delta", "citation": {
                "type": "search_result_location", "cited_text": sources[number]["passages"][place],
                "source": sources[number]["id"], "title": sources[number]["title"], "search_result_index": number,
                "start_block_index": place, "end_block_index": place + 1}}))
        events.append(event({"type": "content_block_stop", "index": block}))
    events.append(event({"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence": None},
                         "usage": {**usage, "output_tokens": 431}}))
    events.append(event({"type": "message_stop"}))
    first = next(place for place, text in enumerate(events) if "text_delta" in text)
    return Answer(events, first, sum(map(len, pieces)), len(cited), 431)


def openai():
    """An answer of chat completions, with the usage in the last chunk."""
    def chunk(choices, usage=None):
        value = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1790000000, "model": "gpt-test",
                 "service_tier": "default", "system_fingerprint": "fp_1", "choices": choices, "usage": usage}
        return f"data: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n\n"

    def choice(delta, reason=None):
        return chunk([{"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}])

    pieces = texts()
    events = [choice({"role": "assistant", "content": "", "refusal": None})]
    events += [choice({"content": text}) for text in pieces]
    events += [choice({}, "stop"), chunk([], {
        "prompt_tokens": 412, "completion_tokens": 431, "total_tokens": 843,
        "prompt_tokens_details": {"cached_tokens": 256}}), "data: [DONE]\n\n"]
    return Answer(events, 1, sum(map(len, pieces)), 0, 431)
