"""Writes small cross-encoders with random weights to Tests/SentenceEmbeddingsTests/Golden/tiny-cross-*: folders as
sentence-transformers saves them or once did, each with reference.json: pairs of texts, and what the library's CrossEncoder
makes of them: tokens, types, logits, and scores by the activation it takes by itself.

    pip install -r embeddings_requirements.txt
    python embeddings_tiny_cross_encoders.py
"""
import json
import pathlib
import shutil
import tempfile

import torch
import transformers
from safetensors.torch import load_file, save_file
from sentence_transformers import CrossEncoder

from embeddings_tiny_vocabulary import VOCABULARY

golden = pathlib.Path(__file__).parents[2] / "Tests/SentenceEmbeddingsTests/Golden"
LIMIT = 20
LONG = "how do i reset my password ? the account is locked . help please ! error 1 2 3 where is my invoice"
WORDS = LONG.split()
PAIRS = [
    ["how do i reset my password ?", "reset the password : account . help"],
    ["how do i reset my password ?", "the invoice is charged"],
    ["", ""], ["help", ""], ["", "help"], [" \n", "\t"],
    ["The account is LOCKED!", "ACCOUNT locked"], ["unknown words here", "error 10 : charged x2"],
    ["help [SEP] me", "[CLS] [MASK] [PAD] [UNK]"], ["password", "password"],
    [LONG, "help"], ["help", LONG], [LONG, LONG], [LONG, "help . where is the invoice ?"],
    ["help . where is the invoice ?", LONG], [" ".join(WORDS[:8]), LONG], [" ".join(WORDS[:9]), LONG],
    [LONG, " ".join(WORDS[:8])], [" ".join(WORDS[:10]), " ".join(WORDS[:8])], ["x" * 40, "x" * 200 + " . , 1 2 3"],
    # As long as the limit, one less and one more.
    [" ".join(WORDS[:8]), " ".join(WORDS[:9])], [" ".join(WORDS[:8]), " ".join(WORDS[:8])],
    [" ".join(WORDS[:9]), " ".join(WORDS[:9])],
]


def write(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=True) + "\n")


def random_model(seed, labels, hidden, heads, intermediate, layers, activation, dtype):
    """A model of whose parameters none is zero or one, so that leaving one out shows; exact in `dtype`."""
    torch.manual_seed(seed)
    config = transformers.BertConfig(
        vocab_size=len(VOCABULARY), hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=heads,
        intermediate_size=intermediate, hidden_act=activation, max_position_embeddings=32, type_vocab_size=2,
        initializer_range=0.5, num_labels=labels)
    model = transformers.BertForSequenceClassification(config).eval()
    for name, parameter in model.named_parameters():
        small = 0.3 if "pooler" in name or "classifier" in name else 1  # a saturated tanh would hide errors
        parameter.data = (small * (parameter.data + 0.1 * torch.randn_like(parameter))).to(dtype).float()
    return model


def save_as_today(folder, model):
    """By sentence-transformers itself."""
    with tempfile.TemporaryDirectory() as source:
        model.save_pretrained(source)
        tokenizer = transformers.BertTokenizerFast(
            vocab={token: i for i, token in enumerate(VOCABULARY)}, model_max_length=LIMIT)
        tokenizer.save_pretrained(source)
        CrossEncoder(source, device="cpu").save_pretrained(str(folder), create_model_card=False)


def save_as_once(folder, model, dtype, extra):
    """The files of the older models on the hub, such as cross-encoder/ms-marco-MiniLM-L6-v2."""
    folder.mkdir()
    config = model.config
    write(folder / "config.json", {
        "architectures": ["BertForSequenceClassification"], "model_type": "bert", "hidden_act": config.hidden_act,
        "hidden_size": config.hidden_size, "num_hidden_layers": config.num_hidden_layers,
        "num_attention_heads": config.num_attention_heads, "intermediate_size": config.intermediate_size,
        "vocab_size": len(VOCABULARY), "max_position_embeddings": 32, "type_vocab_size": 2,
        "layer_norm_eps": config.layer_norm_eps, **extra})
    write(folder / "tokenizer_config.json", {
        "do_lower_case": True, "model_max_length": LIMIT, "tokenizer_class": "BertTokenizer"})
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n")
    save_file({key: value.to(dtype).contiguous() for key, value in model.state_dict().items()},
              str(folder / "model.safetensors"), metadata={"format": "pt"})


IDENTITY = {"sbert_ce_default_activation_function": "torch.nn.modules.linear.Identity",
            "id2label": {"0": "LABEL_0"}, "label2id": {"LABEL_0": 0}}
LABELS = {"id2label": {"0": "contradiction", "1": "entailment", "2": "neutral"},
          "label2id": {"contradiction": 0, "entailment": 1, "neutral": 2}}

models = {
    "tiny-cross": (random_model(11, 1, 32, 2, 64, 2, "gelu", torch.float32), None, None),
    "tiny-cross-identity-f16": (random_model(12, 1, 64, 4, 48, 2, "gelu", torch.float16), torch.float16, IDENTITY),
    "tiny-cross-relu-labels": (random_model(13, 3, 36, 3, 20, 3, "relu", torch.bfloat16), torch.bfloat16, LABELS),
}
for name, (model, dtype, extra) in models.items():
    folder = golden / name
    shutil.rmtree(folder, ignore_errors=True)
    if extra is None:
        save_as_today(folder, model)
    else:
        save_as_once(folder, model, dtype, extra)
    encoder = CrossEncoder(str(folder), device="cpu", model_kwargs={"dtype": torch.float32})
    assert encoder.max_seq_length == LIMIT, encoder.max_seq_length
    stored = load_file(str(folder / "model.safetensors"))
    assert all(torch.equal(value.float(), stored[key].float()) for key, value in model.state_dict().items() if key in stored)
    ids, types, logits, scores = [], [], [], []
    for pair in PAIRS:  # one by one: padding changes the last bits
        features = encoder.preprocess([pair])
        ids.append(features["input_ids"][0].tolist())
        types.append(features["token_type_ids"][0].tolist())
        logits.append(encoder.predict([pair], activation_fn=torch.nn.Identity()).reshape(-1).tolist())
        scores.append(encoder.predict([pair]).reshape(-1).tolist())
    write(folder / "reference.json", {
        "activation": type(encoder.activation_fn).__name__, "pairs": PAIRS, "ids": ids, "types": types,
        "logits": logits, "scores": scores})
    print(name, sorted(path.name for path in folder.iterdir()), sum(p.stat().st_size for p in folder.iterdir()), "bytes")
