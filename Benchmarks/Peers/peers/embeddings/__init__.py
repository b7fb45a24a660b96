"""Sentence embeddings."""

#: What takes part, the reference of all cosines first.
PEERS = [
    "peers.embeddings.sentence_transformers_peer:SentenceTransformersFloat32",
    "peers.embeddings.onnxruntime_peer:ONNXRuntimeFloat32",
    "peers.embeddings.onnxruntime_peer:ONNXRuntimeFused",
    "peers.embeddings.onnxruntime_peer:ONNXRuntimeInt8",
    "peers.embeddings.openvino_peer:OpenVINOFloat32",
    "peers.embeddings.ctranslate2_peer:CTranslate2Float32",
    "peers.embeddings.ctranslate2_peer:CTranslate2Int8",
]
