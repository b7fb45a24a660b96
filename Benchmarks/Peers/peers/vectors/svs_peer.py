"""Scalable Vector Search: Vamana.

Its compressed kinds, LVQ and LeanVec, end the process on processors of others than Intel; float32 runs on all.
"""

from .peer import VectorPeer


class SVSVamana(VectorPeer):
    name = "SVS Vamana, degree 64"
    distribution = "scalable-vs"
    parameter = "search_window_size"
    sweep = [10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192]

    def build(self, base, threads):
        import svs

        parameters = svs.VamanaBuildParameters(graph_max_degree=64, window_size=128)
        self.index = svs.Vamana.build(parameters, base, svs.DistanceType.MIP, num_threads=threads)

    def prepare(self, value, threads):
        self.index.num_threads = threads
        self.index.search_window_size = value

    def search(self, queries, k):
        return self.index.search(queries, k)[0]
