"""Distils static models of full size from an encoder, each with reference.json: texts, and the vectors that model2vec computes.

    pip install -r static_requirements.txt
    HELPDESK_MODEL_DIR=/path/to/all-MiniLM-L6-v2 python static_distilled.py FOLDER

The models are too large to commit. They go to FOLDER/plain and, with a quantized vocabulary, FOLDER/quantized;
HELPDESK_STATIC_DIR=FOLDER makes StaticEmbedderTests compare with them.
"""
import base64
import json
import os
import pathlib
import sys

import torch
from model2vec import StaticModel
from model2vec.distill import distill

from embeddings_texts import texts

torch.set_num_threads(1)
target = pathlib.Path(sys.argv[1])
plain = distill(os.environ["HELPDESK_MODEL_DIR"], pca_dims=256, device="cpu")
plain.save_pretrained(target / "plain")
StaticModel.from_pretrained(target / "plain", vocabulary_quantization=2000).save_pretrained(target / "quantized")
for name in ["plain", "quantized"]:
    model = StaticModel.from_pretrained(target / name)
    vectors = model.encode(texts())
    (target / name / "reference.json").write_text(json.dumps({
        "texts": texts(), "dimensions": vectors.shape[1], "stored": str(vectors.dtype),
        "vectors_float32_base64": base64.b64encode(vectors.astype("<f4").tobytes()).decode()}) + "\n")
    print(name, vectors.shape, vectors.dtype)
