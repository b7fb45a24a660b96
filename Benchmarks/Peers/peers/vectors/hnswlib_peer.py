"""hnswlib: the reference implementation of HNSW."""

import numpy as np

from .peer import VectorPeer


class HNSWLib(VectorPeer):
    distribution = "hnswlib"
    parameter = "ef"
    sweep = [10, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384]
    connectivity = 16

    def build(self, base, threads):
        import hnswlib

        self.index = hnswlib.Index(space="ip", dim=base.shape[1])
        self.index.init_index(
            max_elements=len(base), M=self.connectivity, ef_construction=200, random_seed=100)
        self.index.add_items(base, np.arange(len(base)), num_threads=threads)

    def prepare(self, value, threads):
        self.threads = threads
        self.index.set_ef(value)

    def search(self, queries, k):
        return self.index.knn_query(queries, k=k, num_threads=self.threads)[0]


class HNSWLib16(HNSWLib):
    name = "hnswlib, M 16"


class HNSWLib24(HNSWLib):
    name = "hnswlib, M 24"
    connectivity = 24
