"""CTranslate2 on the processor."""

import concurrent.futures

import numpy as np

from .once import write_once
from .tokenized import TokenizedPeer


class CTranslate2Float32(TokenizedPeer):
    """Several batches at once on one thread each, which is what its documentation advises for throughput.

    It pays: with int8, two threads on one batch are slower than one. CTranslate2 leaves padding out by itself.
    """

    name = "CTranslate2, float32"
    distribution = "ctranslate2"
    quantization = "float32"

    @classmethod
    def convert(cls, model, folder):
        write_once(folder / cls.quantization, lambda partial: cls._convert(model, partial))

    @classmethod
    def _convert(cls, model, folder):
        from ctranslate2.converters import TransformersConverter

        TransformersConverter(str(model)).convert(str(folder), quantization=cls.quantization)

    def load(self, model, folder, threads):
        import ctranslate2

        self.open_tokenizer(model)
        self.from_array = ctranslate2.StorageView.from_array
        self.encoder = ctranslate2.Encoder(
            str(folder / self.quantization), device="cpu", compute_type=self.quantization, inter_threads=threads,
            intra_threads=1)
        if threads > 1:
            self.run_batches = concurrent.futures.ThreadPoolExecutor(threads).map

    def token_vectors(self, ids, mask):
        lengths = mask.sum(axis=1, dtype=np.int32)
        output = self.encoder.forward_batch(self.from_array(ids.astype(np.int32)), self.from_array(lengths))
        return np.asarray(output.last_hidden_state)


class CTranslate2Int8(CTranslate2Float32):
    name = "CTranslate2, int8"
    quantization = "int8"
    is_quantized = True
