"""Writes Tests/SentenceEmbeddingsTests/Golden/all-MiniLM-L6-v2.json: texts, and what sentence-transformers makes of them.

    pip install -r embeddings_requirements.txt
    HELPDESK_MODEL_DIR=/path/to/all-MiniLM-L6-v2 python embeddings_reference.py

The vectors are stored as float16, row after row, in base64: rounding a vector of length 1 so changes its cosine to another
by about 1e-7.
"""
import base64
import hashlib
import json
import os
import pathlib

import numpy
import sentence_transformers
import torch
import transformers

from embeddings_texts import texts

folder = pathlib.Path(os.environ["HELPDESK_MODEL_DIR"])
target = pathlib.Path(__file__).parents[2] / "Tests/SentenceEmbeddingsTests/Golden/all-MiniLM-L6-v2.json"
torch.set_num_threads(1)
model = sentence_transformers.SentenceTransformer(str(folder), device="cpu")
assert model.max_seq_length == 256

inputs = texts()
# One by one: padding changes the last bits.
vectors = numpy.stack([model.encode(text, convert_to_numpy=True) for text in inputs])
counts = [int(model.tokenize([text])["input_ids"].shape[1]) for text in inputs]
target.write_text(json.dumps({
    "model": hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest(),
    "made_with": {"sentence-transformers": sentence_transformers.__version__, "torch": torch.__version__,
                  "transformers": transformers.__version__},
    "dimensions": vectors.shape[1],
    "texts": inputs,
    "token_counts": counts,
    "vectors_float16_base64": base64.b64encode(vectors.astype("<f2").tobytes()).decode(),
}, ensure_ascii=True, indent=0) + "\n")
print(len(inputs), "texts,", target.stat().st_size, "bytes")
