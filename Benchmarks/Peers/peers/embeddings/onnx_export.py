"""The ONNX file that several engines read, made from the weights of the model folder."""

from .once import write_once


def export_onnx(model, path):
    """Writes the encoder without pooling, float32, for batches and lengths of any size.

    The exporter that traces (dynamo=False) is the one that ONNX Runtime's fusions know: from its graph with plain
    ("eager") attention they find every attention, embedding, normalization and activation, from the newer exporter's
    no attention at all, and the unfused graph runs about 10% faster as well. 20 is its latest opset.
    """
    write_once(path, lambda partial: _export(model, partial))


def _export(model, path):
    import torch
    import transformers

    class TokenVectors(torch.nn.Module):
        def __init__(self, encoder):
            super().__init__()
            self.encoder = encoder

        def forward(self, input_ids, attention_mask, token_type_ids):
            return self.encoder(input_ids, attention_mask, token_type_ids).last_hidden_state

    encoder = transformers.AutoModel.from_pretrained(
        model, attn_implementation="eager", dtype=torch.float32, local_files_only=True)
    ids = torch.full((2, 8), 1000)
    mask = torch.ones_like(ids)
    mask[1, 5:] = 0
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": torch.zeros_like(ids)}
    axes = {name: {0: "batch", 1: "sequence"} for name in [*inputs, "last_hidden_state"]}
    with torch.inference_mode():
        torch.onnx.export(
            TokenVectors(encoder).eval(), tuple(inputs.values()), path, input_names=list(inputs),
            output_names=["last_hidden_state"], dynamic_axes=axes, opset_version=20, dynamo=False)
