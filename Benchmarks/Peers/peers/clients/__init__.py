"""Clients of language models: streamed answers."""

PEERS = ["peers.clients.anthropic_peer:Events", "peers.clients.anthropic_peer:EventsOverAIOHTTP",
         "peers.clients.anthropic_peer:Helper", "peers.clients.openai_peer:Chunks",
         "peers.clients.openai_peer:ChunksOverAIOHTTP", "peers.clients.openai_peer:Helper"]
