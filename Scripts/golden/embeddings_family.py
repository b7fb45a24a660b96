"""Writes Tests/SentenceEmbeddingsTests/Golden/family.json: what transformers and sentence-transformers make of some texts
with encoders of all the shapes of the BERT family.

    pip install -r embeddings_requirements.txt
    python embeddings_family.py

The weights are not in the file: both this script and Tests/SentenceEmbeddingsTests/FormulaModel.swift compute them. Element
i of a tensor comes from the i-th number of a SplitMix64 generator seeded with the FNV-1a hash of the tensor's name: the
upper 8 bits as a whole number k of -128 to 127, then

    k / 128 * 2^-ceil(log2(sqrt(columns)))   for the weights of linear layers
    k / 128                                  for the tables of embeddings
    k / 1024                                 for biases and the shifts of norms
    (128 + floor(k / 4)) / 128               for the scales of norms

All of them are exact in float32, float16 and bfloat16.
"""
import base64
import json
import math
import pathlib
import tempfile

import numpy
import torch
import transformers
from sentence_transformers import SentenceTransformer, models

import embeddings_tiny_models as tiny

TEXTS = ["", "how do i reset my password ?", "The account is LOCKED! error 10 : invoice charged x2", "help"]

# name, hidden, heads, intermediate, layers, activation, pooling, normalized, prefix, stored as
MODELS = [
    ("384 x 6, mean", 384, 12, 256, 6, "gelu", "mean", True, "", "F32"),
    ("384 x 12, cls", 384, 12, 64, 12, "gelu", "cls", True, "", "F16"),
    ("384 x 24, max", 384, 6, 32, 24, "gelu_new", "max", False, "bert.", "F32"),
    ("768 x 3, cls", 768, 12, 256, 3, "gelu", "cls", True, "bert.", "BF16"),
    ("768 x 4, mean_sqrt_len_tokens", 768, 12, 96, 4, "gelu_pytorch_tanh", "mean_sqrt_len_tokens", False, "", "F16"),
    ("1024 x 3, max", 1024, 16, 64, 3, "relu", "max", True, "", "F32"),
    ("1024 x 4, mean", 1024, 16, 16, 4, "gelu", "mean", False, "", "BF16"),
]


def splitmix(seed, count):
    with numpy.errstate(over="ignore"):
        z = numpy.uint64(seed) + numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        return z ^ (z >> numpy.uint64(31))


def fnv(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def weights(name, shape):
    k = (splitmix(fnv(name), math.prod(shape)) >> numpy.uint64(56)).astype(numpy.int64) - 128
    if name.endswith("LayerNorm.weight"):
        values = (128 + k // 4) / 128
    elif len(shape) == 1:
        values = k / 1024
    elif "embeddings." in name:
        values = k / 128
    else:
        values = k / 128 * 2.0 ** -math.ceil(math.log2(math.sqrt(shape[1])))
    return torch.tensor(values.astype(numpy.float32).reshape(shape))


def golden(name, hidden, heads, intermediate, layers, activation, pooling, normalized, prefix, stored):
    config = transformers.BertConfig(
        vocab_size=len(tiny.VOCABULARY), hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=heads,
        intermediate_size=intermediate, hidden_act=activation, max_position_embeddings=24, type_vocab_size=2)
    bert = transformers.BertModel(config, add_pooling_layer=False).eval()
    for key, parameter in bert.named_parameters():
        parameter.data = weights(key, parameter.shape)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "vocab.txt").write_text("\n".join(tiny.VOCABULARY) + "\n")
        bert.save_pretrained(folder)
        transformers.BertTokenizer(str(folder / "vocab.txt"), do_lower_case=True).save_pretrained(folder)
        modules = [models.Transformer(str(folder), max_seq_length=16), models.Pooling(hidden, pooling_mode=pooling)]
        model = SentenceTransformer(modules=modules + ([models.Normalize()] if normalized else []), device="cpu")
        model.eval()
        # One by one: padding changes the last bits.
        vectors = numpy.stack([model.encode(text, convert_to_numpy=True) for text in TEXTS])
        ids = [model.tokenize([text])["input_ids"][0].tolist() for text in TEXTS]
    return {
        "name": name, "hidden_size": hidden, "num_attention_heads": heads, "intermediate_size": intermediate,
        "num_hidden_layers": layers, "hidden_act": activation, "pooling_mode": pooling, "normalized": normalized,
        "prefix": prefix, "dtype": stored, "texts": TEXTS, "ids": ids, "dimensions": hidden,
        "vectors_float32_base64": base64.b64encode(vectors.astype("<f4").tobytes()).decode(),
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    target = tiny.golden / "family.json"
    target.write_text(json.dumps({"models": [golden(*model) for model in MODELS]}, indent=0) + "\n")
    print(target.stat().st_size, "bytes")
