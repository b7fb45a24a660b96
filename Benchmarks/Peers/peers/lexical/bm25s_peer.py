"""bm25s: BM25 with scores computed when a text is indexed, in sparse matrices."""

from .peer import LexicalPeer


class BM25S(LexicalPeer):
    name = "bm25s, NumPy"
    distribution = "bm25s"
    backend = "numpy"

    def index(self, documents):
        import bm25s
        import Stemmer

        self.stemmer = Stemmer.Stemmer("english")
        tokens = bm25s.tokenize(documents, stopwords="en", stemmer=self.stemmer, show_progress=False)
        self.retriever = bm25s.BM25(backend=self.backend)
        self.retriever.index(tokens, show_progress=False)

    def search(self, queries, k):
        import bm25s

        tokens = bm25s.tokenize(queries, stopwords="en", stemmer=self.stemmer, show_progress=False)
        return self.retriever.retrieve(tokens, k=k, show_progress=False, n_threads=1).documents


class BM25SNumba(BM25S):
    name = "bm25s, Numba"
    backend = "numba"
