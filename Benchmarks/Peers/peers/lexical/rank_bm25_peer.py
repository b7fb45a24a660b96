"""rank-bm25: BM25 in Python and NumPy, as most tutorials use it."""

import re

import numpy as np

from .peer import LexicalPeer


class RankBM25(LexicalPeer):
    name = "rank-bm25, BM25Okapi"
    distribution = "rank-bm25"

    def words(self, text):
        return self.stemmer.stemWords(re.findall(r"\w+", text.lower()))

    def index(self, documents):
        import Stemmer
        from rank_bm25 import BM25Okapi

        self.stemmer = Stemmer.Stemmer("english")
        self.ranking = BM25Okapi([self.words(text) for text in documents])

    def search(self, queries, k):
        found = []
        for query in queries:
            scores = self.ranking.get_scores(self.words(query))
            best = np.argpartition(-scores, k - 1)[:k] if k < len(scores) else np.arange(len(scores))
            found.append(best[np.argsort(-scores[best], kind="stable")])
        return found
