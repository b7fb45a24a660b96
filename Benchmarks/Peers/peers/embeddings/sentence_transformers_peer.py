"""sentence-transformers on PyTorch: the reference for the others' cosine."""

from .peer import EmbeddingPeer


class SentenceTransformersFloat32(EmbeddingPeer):
    """`encode` runs in inference mode, with fused attention, on batches sorted by number of characters.

    PyTorch's float32 products are MKL's, which on AMD's processors is about half as fast as the other engines' kernels.
    """

    name = "sentence-transformers, float32"
    distribution = "sentence-transformers"

    def load(self, model, folder, threads):
        import sentence_transformers
        import torch

        torch.set_num_threads(threads)
        self.model = sentence_transformers.SentenceTransformer(str(model), device="cpu", local_files_only=True)

    def embed(self, texts, batch):
        return self.model.encode(
            texts, batch_size=batch, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
