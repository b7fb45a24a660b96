"""usearch: HNSW over rows of 32, 16 and 8 bits a component."""

from .peer import VectorPeer


class USearch(VectorPeer):
    """Inner product is its fastest metric. Rounded to fewer bits, rows are no longer of length 1; cosine makes good
    for that, and reaches a higher recall than inner product does."""

    distribution = "usearch"
    parameter = "expansion_search"
    sweep = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384]
    connectivity = 16
    scalar = ""
    metric = "cos"

    def build(self, base, threads):
        from usearch.index import Index

        self.index = Index(
            ndim=base.shape[1], metric=self.metric, dtype=self.scalar, connectivity=self.connectivity,
            expansion_add=200)
        self.index.add(None, base, threads=threads)

    def prepare(self, value, threads):
        self.threads = threads
        self.index.expansion_search = value

    def search(self, queries, k):
        return self.index.search(queries, k, threads=self.threads).keys

    def search_one(self, query, k):
        return self.index.search(query, k, threads=1).keys


class USearchFloat32(USearch):
    name = "usearch float32, M 16"
    scalar = "f32"
    metric = "ip"


class USearchBFloat16(USearch):
    name = "usearch bfloat16, M 16"
    scalar = "bf16"


class USearchInt8(USearch):
    name = "usearch int8, M 16"
    scalar = "i8"
