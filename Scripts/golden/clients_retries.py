"""Writes what an official library does after answers of many kinds, whether it tries again and how long it waits, to
Tests/HelpdeskHTTPTests/Golden/retries-LIBRARY-VERSION.json.

    pip install anthropic==0.121.0   # or another version, or openai
    python clients_retries.py anthropic
    python clients_retries.py openai
"""
import importlib
import itertools
import json
import pathlib
import random
import sys
import time

name = sys.argv[1]
library = importlib.import_module(name)
base = importlib.import_module(f"{name}._base_client")
options_type = importlib.import_module(f"{name}._models").FinalRequestOptions
try:
    import httpx2 as httpx
except ImportError:
    import httpx

golden = pathlib.Path(__file__).parents[2] / "Tests/HelpdeskHTTPTests/Golden"
NOW = 1445412480.0  # Wed, 21 Oct 2015 07:28:00 GMT
time.time = lambda: NOW
chance = 0.0
base.random = lambda: chance
client = (library.Anthropic if name == "anthropic" else library.OpenAI)(api_key="none")
options = options_type(method="post", url="/v1/messages")

STATUSES = [400, 401, 403, 404, 408, 409, 413, 422, 425, 429, 499, 500, 502, 503, 504, 529, 599]
HEADERS = [{}] + [{"x-should-retry": value} for value in ["true", "false", "True", "1", ""]] + [
    {"retry-after": value} for value in [
        "0", "1", "1.5", "59.999", "60", "60.001", "119", "120", "121", "3600", "-1", "soon", "", "1e1", "nan", "inf", "0x10",
        " 7", "+3", ".5", "Wed, 21 Oct 2015 07:28:07 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:27:00 GMT",
        "Wed, 21 Oct 2015 07:29:00 GMT", "Wed, 21 Oct 2015 07:29:01 GMT", "Wednesday, 21-Oct-15 07:28:30 GMT",
        "Wed Oct 21 07:28:20 2015", "Thu, 22 Oct 2015 07:28:00 GMT"]
] + [{"retry-after-ms": value} for value in ["0", "250", "1500.5", "60000", "60001", "-5", "x", ""]] + [
    {"retry-after-ms": "250", "retry-after": "9"}, {"retry-after-ms": "x", "retry-after": "9"},
    {"retry-after-ms": "0", "retry-after": "9"}, {"x-should-retry": "true", "retry-after": "5"},
    {"x-should-retry": "false", "retry-after": "5"}, {"x-should-retry": "true", "retry-after": "3600"}]

cases = []
for status, headers in itertools.product(STATUSES, HEADERS):
    if headers and status not in (400, 429, 503):
        continue
    response = httpx.Response(status, headers=headers)
    should = client._should_retry(response)
    for taken, maximum, chance in [(0, 2, 0.0), (0, 2, 0.5), (1, 2, 0.0), (1, 2, 0.999), (3, 10, 0.0), (4, 10, 0.25),
                                   (9, 10, 0.75)]:
        wait = None
        if should:
            options.max_retries = maximum
            wait = client._calculate_retry_timeout(maximum - taken, options, response.headers)
        cases.append({"status": status, "headers": headers, "retries": taken, "maximum": maximum, "random": chance,
                      "wait": wait})
path = golden / f"retries-{name}-{library.__version__}.json"
path.write_text(json.dumps({"now": NOW, "cases": cases}, separators=(",", ":")).replace('},{"status', '},\n{"status') + "\n")
print(path.name, len(cases), "cases,", sum(c["wait"] is not None for c in cases), "retried")
