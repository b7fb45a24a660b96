"""Answers checked against the sources that they rest on."""

PEERS = ["peers.grounding.checks:Overlap", "peers.grounding.checks:NumbersAndOverlap", "peers.grounding.checks:Cosine",
         "peers.grounding.checks:Embedded", "peers.grounding.checks:Together"]
