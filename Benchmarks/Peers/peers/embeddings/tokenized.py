"""What the engines share that compute token vectors and no more."""

import abc
import json

import numpy as np

from .peer import EmbeddingPeer, length_sorted


class TokenizedPeer(EmbeddingPeer):
    """Tokenizes with `tokenizers`, leaves the network to the engine, and pools with NumPy.

    The texts are tokenized before they are put into batches, so that the batches are of similar token counts: number
    of characters is a poor guess of it, and these engines compute every padded position.
    """

    #: Has a function called with each batch: one after the other, unless an engine wants several at once.
    run_batches = map

    def open_tokenizer(self, model):
        import tokenizers

        limits = json.loads((model / "sentence_bert_config.json").read_text(encoding="utf-8"))
        self.dimensions = json.loads((model / "config.json").read_text(encoding="utf-8"))["hidden_size"]
        self.tokenizer = tokenizers.Tokenizer.from_file(str(model / "tokenizer.json"))
        self.tokenizer.enable_truncation(limits["max_seq_length"])
        self.tokenizer.no_padding()

    @abc.abstractmethod
    def token_vectors(self, ids, mask):
        """The last layer's vectors of padded int64 token ids; `mask`, int64 too, is 1 where there is a token."""

    def embed(self, texts, batch):
        encodings = self.tokenizer.encode_batch_fast(texts)
        found = np.empty((len(texts), self.dimensions), dtype=np.float32)

        def embed_batch(rows):
            ids, mask = padded([encodings[row].ids for row in rows])
            found[rows] = pooled(self.token_vectors(ids, mask), mask)

        for _ in self.run_batches(embed_batch, length_sorted(encodings, batch)):
            pass
        return found


def padded(sequences):
    """Token ids to the longest of the batch, and their mask. The padding token's id does not matter: it is masked."""
    lengths = np.array([len(sequence) for sequence in sequences])
    ids = np.zeros((len(sequences), lengths.max()), dtype=np.int64)
    for row, sequence in enumerate(sequences):
        ids[row, :len(sequence)] = sequence
    return ids, (np.arange(ids.shape[1]) < lengths[:, None]).astype(np.int64)


def pooled(vectors, mask):
    """Length-1 vectors in the direction of the mean over each row's tokens, which is that of their sum."""
    sums = np.matmul(mask[:, None, :].astype(np.float32), vectors)[:, 0]
    return sums / np.linalg.norm(sums, axis=1, keepdims=True)
