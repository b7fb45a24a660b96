"""Tests of the harness around the peers; they need no peer: python3 -m unittest in Benchmarks/Peers."""
