"""OpenVINO on the processor."""

import numpy as np

from .once import write_once
from .onnx_export import export_onnx
from .tokenized import TokenizedPeer


class OpenVINOFloat32(TokenizedPeer):
    """One request at a time on all threads: several requests on a thread each ("throughput") gave no more.

    In float32 also where the processor has bfloat16 instructions, which are the default there. A shape that was not
    met before costs about a millisecond, once.
    """

    name = "OpenVINO, float32"
    distribution = "openvino"

    @classmethod
    def convert(cls, model, folder):
        export_onnx(model, folder / "model.onnx")
        write_once(folder / "float32", lambda partial: cls._convert(folder / "model.onnx", partial))

    @staticmethod
    def _convert(source, folder):
        import openvino

        folder.mkdir()
        openvino.save_model(openvino.Core().read_model(source), folder / "model.xml", compress_to_fp16=False)

    def load(self, model, folder, threads):
        import openvino
        from openvino import properties

        self.open_tokenizer(model)
        compiled = openvino.Core().compile_model(folder / "float32" / "model.xml", "CPU", {
            properties.hint.performance_mode: properties.hint.PerformanceMode.LATENCY,
            properties.hint.inference_precision: openvino.Type.f32,
            properties.inference_num_threads: threads,
        })
        self.request = compiled.create_infer_request()

    def token_vectors(self, ids, mask):
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        self.request.infer(inputs, share_inputs=True)
        return self.request.get_output_tensor().data
