"""Writes small static models with random vectors to Tests/SentenceEmbeddingsTests/Golden/static-*: folders as model2vec
saves them, each with reference.json: texts, and the vectors that model2vec computes.

    pip install -r static_requirements.txt
    python static_reference.py
"""
import base64
import json
import pathlib
import shutil

import numpy
from model2vec import StaticModel
from model2vec.model import quantize_model
from tokenizers import AddedToken, Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing

golden = pathlib.Path(__file__).parents[2] / "Tests/SentenceEmbeddingsTests/Golden"
WORDS = ("the a i my to is not can cannot reset pass ##word account locked invoice charge ##d ##s refund please help . , ? ! "
         "how do where error 1 2 3 ##0 ##1 ##2 x y z ##x é ünïcode 世").split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + WORDS
TEXTS = ["", " ", "help", "how do i reset my password ?", "The account is LOCKED!", "error 10 : invoice charged x2",
         "unknown words here", "xylophone", "unknown help words", " ".join(["refund please"] * 400), "x" * 40 + " . , 1 2 3",
         "[CLS] help [SEP] [UNK]", "世界 ünïcode É é", "please " * 3 + "help", "a b i c to d x e y f z"]


def tokenizer(post_processor=False, added=()):
    result = Tokenizer(WordPiece({word: i for i, word in enumerate(VOCABULARY)}, unk_token="[UNK]"))
    result.normalizer = BertNormalizer(lowercase=True, strip_accents=False)
    result.pre_tokenizer = BertPreTokenizer()
    result.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    if added:
        result.add_tokens([AddedToken(token, normalized=True, single_word=False) for token in added])
    if post_processor:
        result.post_processor = TemplateProcessing(
            single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    return result


def models():
    random = numpy.random.default_rng(20261123)
    count = len(VOCABULARY)

    def table(rows, columns, dtype="float32"):
        return random.standard_normal((rows, columns)).astype(dtype)

    yield "f32", StaticModel(table(count, 24), tokenizer(post_processor=True), normalize=True)
    yield "f16", StaticModel(table(count, 16, "float16"), tokenizer(), normalize=True)
    yield "i8", quantize_model(StaticModel(table(count, 20), tokenizer(), normalize=False), quantize_to="int8")
    yield "f64-short", StaticModel(table(count, 12, "float64"), tokenizer(), normalize=False, max_length=4)
    added = ["reset my", "refund please refund"]
    yield "mapped", StaticModel(
        table(9, 33), tokenizer(added=added), normalize=True, weights=random.random(count + 2).astype("float32"),
        token_mapping=random.integers(0, 9, count + 2), max_length=None)
    yield "mapped-i8", quantize_model(StaticModel(
        table(7, 8), tokenizer(), normalize=True, weights=random.random(count),
        token_mapping=random.integers(0, 7, count).astype("int32")), quantize_to="int8")


for name, model in models():
    folder = golden / f"static-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder)
    (folder / "README.md").unlink()
    model = StaticModel.from_pretrained(folder)
    vectors = numpy.stack([model.encode(text) for text in TEXTS])
    (folder / "reference.json").write_text(json.dumps({
        "texts": TEXTS, "token_counts": [len(ids) for ids in (
            model.tokenize([text if model.max_length is None else text[:model.max_length * model.median_token_length]])[0]
            for text in TEXTS)],
        "dimensions": vectors.shape[1], "stored": str(vectors.dtype),
        "vectors_float32_base64": base64.b64encode(vectors.astype("<f4").tobytes()).decode()}, indent=0) + "\n")
    print(name, vectors.dtype, model.median_token_length, sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()), "bytes")
