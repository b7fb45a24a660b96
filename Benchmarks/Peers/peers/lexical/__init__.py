"""Ranking by words."""

PEERS = ["peers.lexical.bm25s_peer:BM25S", "peers.lexical.bm25s_peer:BM25SNumba",
         "peers.lexical.rank_bm25_peer:RankBM25"]
