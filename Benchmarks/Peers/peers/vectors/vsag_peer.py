"""VSAG: its graph index HGraph, over 8-bit codes and over float32."""

import json

import numpy as np

from .peer import VectorPeer


class HGraph(VectorPeer):
    """Degree 64 is its default. After building it tunes its prefetching for the machine, which `build` counts."""

    distribution = "pyvsag"
    parameter = "ef_search"
    sweep = [10, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256]
    codes = {}

    def build(self, base, threads):
        import pyvsag

        pyvsag.set_logger_off()
        count, dimension = base.shape
        graph = {"max_degree": 64, "ef_construction": 200, "build_thread_count": threads, "use_elp_optimizer": True}
        self.index = pyvsag.Index("hgraph", json.dumps({
            "dtype": "float32", "metric_type": "ip", "dim": dimension, "index_param": {**graph, **self.codes}}))
        self.index.build(base.reshape(-1), np.arange(count, dtype=np.int64), count, dimension)

    def prepare(self, value, threads):
        if threads > 1:
            raise NotImplementedError("pyvsag takes one query a call and holds Python's lock: one search thread only")
        self.parameters = json.dumps({"hgraph": {"ef_search": value}})

    def search(self, queries, k):
        return [self.search_one(query, k) for query in queries]

    def search_one(self, query, k):
        return self.index.knn_search(query, k, self.parameters)[0]


class HGraphSQ8(HGraph):
    name = "vsag HGraph, 8-bit codes and float32, degree 64"
    codes = {"base_quantization_type": "sq8_uniform", "use_reorder": True, "precise_quantization_type": "fp32"}


class HGraphFloat32(HGraph):
    name = "vsag HGraph, degree 64"
    codes = {"base_quantization_type": "fp32"}
