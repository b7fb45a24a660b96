"""Writes small models with random weights to Tests/SentenceEmbeddingsTests/Golden/tiny-*: folders as sentence-transformers
saves them, each with reference.json: texts, their token identifiers, and the vectors that transformers computes.

    pip install -r embeddings_requirements.txt
    python embeddings_tiny_models.py
"""
import base64
import json
import pathlib
import shutil

import numpy
import torch
import transformers
from safetensors.torch import save_file
from tokenizers.implementations import BertWordPieceTokenizer

from embeddings_tiny_vocabulary import VOCABULARY

golden = pathlib.Path(__file__).parents[2] / "Tests/SentenceEmbeddingsTests/Golden"
TEXTS = ["", "help", "how do i reset my password ?", "The account is LOCKED!", "error 10 : invoice charged x2",
         "unknown words here", " ".join(["refund please"] * 9), "x" * 40 + " . , 1 2 3"]

# name, hidden, heads, intermediate, layers, activation, pooling, normalized, prefix, stored as
MODELS = [
    ("tiny-mean", 32, 2, 64, 2, "gelu", "mean_tokens", True, "", torch.float32),
    ("tiny-cls-prefix-f16", 64, 4, 48, 2, "gelu_new", "cls_token", False, "bert.", torch.float16),
    ("tiny-relu-bf16", 36, 3, 20, 3, "relu", "mean_tokens", True, "bert.", torch.bfloat16),
]


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2) + "\n")


def main():
    for seed, (name, hidden, heads, intermediate, layers, activation, pooling, normalized, prefix, dtype) in enumerate(MODELS):
        torch.manual_seed(seed)
        folder = golden / name
        shutil.rmtree(folder, ignore_errors=True)
        config = transformers.BertConfig(
            vocab_size=len(VOCABULARY), hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=heads,
            intermediate_size=intermediate, hidden_act=activation, max_position_embeddings=24, type_vocab_size=2,
            initializer_range=0.5)
        model = transformers.BertModel(config).eval()
        for parameter in model.parameters():  # biases and norms too, so that leaving one out shows
            parameter.data = (parameter.data + 0.1 * torch.randn_like(parameter)).to(dtype).float()
        write(folder / "config.json", {
            "model_type": "bert", "hidden_act": activation, "hidden_size": hidden, "num_hidden_layers": layers,
            "num_attention_heads": heads, "intermediate_size": intermediate, "vocab_size": len(VOCABULARY),
            "max_position_embeddings": 24, "type_vocab_size": 2, "layer_norm_eps": config.layer_norm_eps})
        kinds = ["Transformer", "Pooling"] + (["Normalize"] if normalized else [])
        paths = ["", "1_Pooling", "2_Normalize"]
        write(folder / "modules.json", [
            {"idx": i, "name": str(i), "path": paths[i], "type": "sentence_transformers.models." + kind}
            for i, kind in enumerate(kinds)])
        write(folder / "1_Pooling/config.json", {
            "word_embedding_dimension": hidden, "pooling_mode_cls_token": pooling == "cls_token",
            "pooling_mode_mean_tokens": pooling == "mean_tokens", "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False})
        write(folder / "sentence_bert_config.json", {"max_seq_length": 16, "do_lower_case": False})
        write(folder / "tokenizer_config.json", {"do_lower_case": True, "model_max_length": 24})
        (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n")
        save_file({prefix + key: value.to(dtype).contiguous() for key, value in model.state_dict().items()
                   if "position_ids" not in key and "token_type_ids" not in key},
                  str(folder / "model.safetensors"), metadata={"format": "pt"})

        tokenizer = BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=True)
        tokenizer.enable_truncation(16)
        ids, vectors = [], []
        for text in TEXTS:
            tokens = tokenizer.encode(text).ids
            with torch.no_grad():
                states = model(torch.tensor([tokens])).last_hidden_state[0]
            vector = states[0] if pooling == "cls_token" else states.mean(0)
            vector = torch.nn.functional.normalize(vector, dim=0) if normalized else vector
            ids.append(tokens)
            vectors.append(vector.numpy())
        write(folder / "reference.json", {
            "texts": TEXTS, "ids": ids, "dimensions": hidden,
            "vectors_float32_base64": base64.b64encode(numpy.stack(vectors).astype("<f4").tobytes()).decode()})
        print(name, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()), "bytes")


if __name__ == "__main__":
    main()
