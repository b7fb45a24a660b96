"""Vector indexes."""

#: Every peer, in the order of the table.
PEERS = [
    "peers.vectors.hnswlib_peer:HNSWLib16",
    "peers.vectors.hnswlib_peer:HNSWLib24",
    "peers.vectors.faiss_peer:FaissHNSW",
    "peers.vectors.faiss_peer:FaissHNSWSQ8",
    "peers.vectors.faiss_peer:FaissFlat",
    "peers.vectors.usearch_peer:USearchFloat32",
    "peers.vectors.usearch_peer:USearchBFloat16",
    "peers.vectors.usearch_peer:USearchInt8",
    "peers.vectors.svs_peer:SVSVamana",
    "peers.vectors.rabitqlib_peer:SymphonyQG",
    "peers.vectors.rabitqlib_peer:RaBitQHNSW",
    "peers.vectors.voyager_peer:Voyager",
    "peers.vectors.vsag_peer:HGraphSQ8",
    "peers.vectors.vsag_peer:HGraphFloat32",
]
