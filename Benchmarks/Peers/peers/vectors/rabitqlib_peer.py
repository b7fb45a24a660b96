"""rabitqlib: SymphonyQG and HNSW over RaBitQ codes, with the parameters of the library's own benchmark."""

from .peer import VectorPeer


class SymphonyQG(VectorPeer):
    """Float32 rows for the nodes visited, one-bit codes of their neighbours for the way."""

    name = "rabitqlib SymphonyQG, degree 32"
    distribution = "rabitqlib"
    parameter = "ef"
    sweep = [16, 20, 24, 32, 40, 48, 64, 96, 128, 192, 256]

    def build(self, base, threads):
        import rabitqlib

        self.index = rabitqlib.SymqgIndex(dim=base.shape[1], max_degree=32, metric="ip")
        self.index.build(base, ef_construction=200, num_threads=threads)

    def prepare(self, value, threads):
        self.ef = value
        self.threads = threads

    def search(self, queries, k):
        return self.index.search_batch(queries, k, self.ef, num_threads=self.threads)[0]


class RaBitQHNSW(VectorPeer):
    """One bit a component for the way, eight more for the order; it keeps no float32 rows."""

    name = "rabitqlib HNSW, 9-bit codes, M 16"
    distribution = "rabitqlib"
    parameter = "ef"
    sweep = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384]

    def build(self, base, threads):
        import rabitqlib

        count, dimension = base.shape
        clusters = rabitqlib.RaBitQKMeans(
            dimension, 16, niter=10, spherical=True, num_threads=threads,
            final_assignment=rabitqlib.FinalAssignmentMode.Exact)
        clusters.train(base)
        self.index = rabitqlib.HnswIndex(
            dim=dimension, max_elements=count, M=16, ef_construction=200, nbits=9, metric="ip")
        self.index.build(base, clusters.centroids, clusters.assignments, num_threads=threads)

    def prepare(self, value, threads):
        self.ef = value
        self.threads = threads

    def search(self, queries, k):
        return self.index.search(queries, k, self.ef, num_threads=self.threads)[0]
