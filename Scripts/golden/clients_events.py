"""Writes random event streams, and the events that the official libraries read from them, to
Tests/HelpdeskHTTPTests/Golden/events.json.

    pip install -r clients_requirements.txt
    python clients_events.py

The libraries differ from the HTML standard in three ways, which the streams leave out or the script evens out: they give
events without data, they keep a byte order mark, and they refuse bytes that are no UTF-8.
"""
import base64
import json
import pathlib
import random

import anthropic._streaming
import openai._streaming

golden = pathlib.Path(__file__).parents[2] / "Tests/HelpdeskHTTPTests/Golden"
VALUES = ["", " ", "x", "  two spaces", "a:b", ":", "{\"type\":\"ping\"}", "ünïcode 世界 😀", "[DONE]", "line\u2028separator",
          "tab\there", "\u0085", "0", "12", "-3", "nul\0", "\u000b\u000c\u001c", "data: x"]
NAMES = ["data", "data", "data", "data", "event", "id", "retry", "unknown", "", "Data", " data", "dat", "da\ta"]


def stream(generator):
    ends = generator.choice([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]])
    text = ""
    for _ in range(generator.randrange(1, 30)):
        kind = generator.random()
        if kind < 0.3:
            line = ""
        elif kind < 0.4:
            line = generator.choice(NAMES)
        else:
            line = generator.choice(NAMES) + generator.choice([":", ": "]) + generator.choice(VALUES)
        # CR before LF would be one line end, not two.
        end = generator.choice(ends)
        if text.endswith("\r") and line == "" and end.startswith("\n"):
            end = "\r\n"
        text += line + end
    return (text + generator.choice(["", "data: cut off", "\n\n"])).encode()


def of_anthropic(bytes_):
    return [{"event": e.event, "data": e.data, "id": e.id or ""}
            for e in anthropic._streaming.SSEDecoder().iter_bytes(iter([bytes_]))
            if any(line == "data" or line.startswith("data:") for line in e.raw)]


def of_openai(bytes_):
    return [{"event": e.event or None, "data": e.data, "id": e.id or ""}
            for e in openai._streaming.SSEDecoder().iter_bytes(iter([bytes_]))]


generator = random.Random(20261123)
cases = []
while len(cases) < 200:
    bytes_ = stream(generator)
    events = of_anthropic(bytes_)
    # The openai library also gives events without data, and does not say which they are.
    with_data = [e for e in of_openai(bytes_) if e["data"]]
    assert with_data == [e for e in events if e["data"]], (bytes_, with_data, events)
    cases.append({"stream": base64.b64encode(bytes_).decode(), "events": events})
golden.mkdir(parents=True, exist_ok=True)
(golden / "events.json").write_text(json.dumps(cases, indent=0, ensure_ascii=True) + "\n")
print(len(cases), "streams,", sum(len(c["events"]) for c in cases), "events")
