"""ONNX Runtime on the processor: as exported, fused for BERT, and with dynamic quantization."""

import json
import pathlib

import numpy as np

from .onnx_export import export_onnx
from .once import write_once
from .tokenized import TokenizedPeer


class ONNXRuntimeFloat32(TokenizedPeer):
    """All of ONNX Runtime's own graph optimizations, done when the file is opened."""

    name = "ONNX Runtime, float32"
    distribution = "onnxruntime"
    file = "model.onnx"

    @classmethod
    def convert(cls, model, folder):
        export_onnx(model, folder / "model.onnx")

    def load(self, model, folder, threads):
        import onnxruntime

        self.open_tokenizer(model)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = onnxruntime.InferenceSession(
            str(folder / self.file), options, providers=["CPUExecutionProvider"])

    def token_vectors(self, ids, mask):
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        return self.session.run(["last_hidden_state"], inputs)[0]


class ONNXRuntimeFused(ONNXRuntimeFloat32):
    """`onnxruntime.transformers.optimizer` at the level that it recommends for BERT, which is its default."""

    name = "ONNX Runtime, float32, fused"
    file = "fused.onnx"

    @classmethod
    def convert(cls, model, folder):
        super().convert(model, folder)
        write_once(folder / cls.file, lambda partial: cls._fuse(model, folder / "model.onnx", partial))

    @staticmethod
    def _fuse(model, source, path):
        from onnxruntime.transformers import optimizer

        config = json.loads((model / "config.json").read_text(encoding="utf-8"))
        fused = optimizer.optimize_model(
            str(source), model_type="bert", num_heads=config["num_attention_heads"],
            hidden_size=config["hidden_size"])
        if not fused.is_fully_optimized():
            raise RuntimeError("the optimizer did not find all of the model's layers")
        fused.save_model_to_file(str(path))


class ONNXRuntimeInt8(ONNXRuntimeFloat32):
    """Dynamic quantization of the exported graph.

    One scale a channel costs no time and keeps far more of the embeddings' direction than one a matrix. Quantizing the
    fused graph is slower.
    """

    name = "ONNX Runtime, int8"
    is_quantized = True
    file = "int8.onnx"

    @classmethod
    def convert(cls, model, folder):
        super().convert(model, folder)
        write_once(folder / cls.file, lambda partial: cls._quantize(folder / "model.onnx", partial))

    @staticmethod
    def _quantize(source, path):
        from onnxruntime.quantization import QuantType, quantize_dynamic

        quantize_dynamic(
            source, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=sums_of_bytes_overflow())


def sums_of_bytes_overflow():
    """Whether the processor adds pairs of byte products in 16 bits: x86 without VNNI. Weights of 7 bits avoid it."""
    processors = pathlib.Path("/proc/cpuinfo")
    if not processors.exists():
        return False
    for line in processors.read_text(encoding="utf-8").splitlines():
        if line.startswith("flags"):
            return not {"avx512_vnni", "avx_vnni"} & set(line.split())
    return False
