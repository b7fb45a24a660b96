"""What every peer among the clients does, and how it is measured."""

import abc
import asyncio
import importlib
import json
import pathlib
import time

from ..measure import Stopwatch, peak_bytes


class ClientPeer(abc.ABC):
    """A client of one provider, used as its documentation does it, on one event loop."""

    #: What the table calls it.
    name = ""
    #: The distribution whose version is reported, and the name of its file in `requirements`.
    distribution = ""
    #: The answers it asks for: "claude" or "openai".
    provider = ""

    @abc.abstractmethod
    def open(self, base_url):
        """Makes the client, with no retries; called on the event loop."""

    @abc.abstractmethod
    async def stream(self, request, on_text):
        """Asks, calls `on_text` with each piece of text, and returns the numbers of citations and of output tokens."""

    @abc.abstractmethod
    async def close(self):
        """Ends the connections."""


class ClientContestant:
    """Runs a peer in a worker: `peer` is "module:Class"."""

    def __init__(self, peer):
        module, name = peer.split(":")
        self.make = getattr(importlib.import_module(module), name)

    def round(self, base_url, request, streams, answers):
        """Streams answers, so many at a time; what they hold, how long it took, and the times to the first text."""
        request = json.loads(pathlib.Path(request).read_text(encoding="utf-8"))
        return asyncio.run(self.measure(base_url, request, streams, answers))

    async def measure(self, base_url, request, streams, answers):
        peer = self.make()
        peer.open(base_url)
        try:
            # As many at once as later, so that every connection is open; the first answer of all loads most code.
            await asyncio.gather(*(self.answer(peer, request) for _ in range(streams)))
            left = iter(range(answers))
            results = []

            async def one_after_the_other():
                for _ in left:
                    results.append(await self.answer(peer, request))

            with Stopwatch() as watch:
                await asyncio.gather(*(one_after_the_other() for _ in range(streams)))
        finally:
            await peer.close()
        got = [{name: result[name] for name in ("characters", "citations", "output tokens")} for result in results]
        return {"seconds": watch.seconds, "cpu_seconds": watch.cpu_seconds, "peak_bytes": peak_bytes(),
                "first_text_ms": sorted(result["first"] for result in results),
                "got": got[0] if all(one == got[0] for one in got) else None}

    async def answer(self, peer, request):
        texts, first = [], []
        start = time.perf_counter()

        def on_text(text):
            if not texts:
                first.append((time.perf_counter() - start) * 1e3)
            texts.append(text)

        citations, tokens = await peer.stream(request, on_text)
        return {"characters": len("".join(texts)), "citations": citations, "output tokens": tokens,
                "first": first[0] if first else None}
