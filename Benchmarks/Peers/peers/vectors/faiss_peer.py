"""faiss: HNSW over float32 rows, HNSW over 8-bit codes, and exact search."""

from .peer import VectorPeer

CONNECTIVITY = 32


class Faiss(VectorPeer):
    distribution = "faiss-cpu"

    def make(self, faiss, dimension):
        """The empty index."""
        raise NotImplementedError

    def build(self, base, threads):
        import faiss

        self.faiss = faiss
        faiss.omp_set_num_threads(threads)
        self.index = self.make(faiss, base.shape[1])
        self.index.train(base)
        self.index.add(base)

    def prepare(self, value, threads):
        self.faiss.omp_set_num_threads(threads)
        if value is not None:
            self.index.hnsw.efSearch = value

    def search(self, queries, k):
        return self.index.search(queries, k)[1]


class FaissHNSW(Faiss):
    name = f"faiss HNSW, M {CONNECTIVITY}"
    parameter = "efSearch"
    sweep = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256]

    def make(self, faiss, dimension):
        index = faiss.IndexHNSWFlat(dimension, CONNECTIVITY, faiss.METRIC_INNER_PRODUCT)
        index.hnsw.efConstruction = 200
        return index


class FaissHNSWSQ8(Faiss):
    name = f"faiss HNSW, 8-bit codes, M {CONNECTIVITY}"
    parameter = "efSearch"
    sweep = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384]

    def make(self, faiss, dimension):
        index = faiss.IndexHNSWSQ(
            dimension, faiss.ScalarQuantizer.QT_8bit, CONNECTIVITY, faiss.METRIC_INNER_PRODUCT)
        index.hnsw.efConstruction = 200
        return index


class FaissFlat(Faiss):
    name = "faiss flat, exact"

    def make(self, faiss, dimension):
        return faiss.IndexFlatIP(dimension)
