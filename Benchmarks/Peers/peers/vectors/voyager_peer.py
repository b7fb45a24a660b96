"""voyager: Spotify's HNSW, grown out of hnswlib."""

from .peer import VectorPeer


class Voyager(VectorPeer):
    """Cosine: its inner product adds a component to each row. Identifiers are given: without, each row gets the next
    free number, in the order in which the threads come."""

    name = "voyager, M 16"
    distribution = "voyager"
    parameter = "query_ef"
    sweep = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256]

    def build(self, base, threads):
        import voyager

        count, dimension = base.shape
        self.index = voyager.Index(
            voyager.Space.Cosine, num_dimensions=dimension, M=16, ef_construction=200, max_elements=count)
        self.index.add_items(base, ids=range(count), num_threads=threads)

    def prepare(self, value, threads):
        self.ef = value
        self.threads = threads

    def search(self, queries, k):
        return self.index.query(queries, k, num_threads=self.threads, query_ef=self.ef)[0]

    def search_one(self, query, k):
        return self.index.query(query, k, query_ef=self.ef)[0]
