"""Contestants that learn from labelled texts and judge others."""

import importlib

from . import machine
from .process import ContestantFailed
from .settings import say


def rows(settings, places, contestant, arguments, **inputs):
    """A row for each wanted peer, and what its worker's `evaluate` gave for the inputs; `None` where it failed."""
    for place in places:
        module, name = place.split(":")
        peer = getattr(importlib.import_module(module), name)
        if not settings.wants(peer.name):
            continue
        say(f"  {peer.name}")
        row = {"name": peer.name, "version": f"{peer.distribution} {machine.version_of(peer.distribution)}",
               "ours": False, "failure": None}
        try:
            if peer.distribution in settings.missing:
                raise ContestantFailed("not installed: " + settings.missing[peer.distribution])
            process = settings.contestant(contestant, {"peer": place, **arguments})
            result = process.call("evaluate", **inputs)
            process.close()
        except ContestantFailed as failure:
            row["failure"] = str(failure)
            result = None
        yield row, result
