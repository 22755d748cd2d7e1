"""ONNX Runtime reports to nobody."""

import os
import subprocess
import sys

RUN = """
import onnx
from facerestore.inference.backends.onnx.sessions import OnnxSession, SessionSettings

graph = onnx.helper.make_graph(
    [onnx.helper.make_node("Neg", ["x"], ["y"])], "small",
    [onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1])],
    [onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1])],
)
model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 20)], ir_version=10)
OnnxSession(model.SerializeToString(), "small.onnx", SessionSettings())
print("loaded")
"""


def test_that_no_number_of_this_computer_is_kept_to_report_with(tmp_path):
    names = ("XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY")
    variables = {name: value for name, value in os.environ.items() if name not in names}
    variables |= {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", RUN], env=variables, capture_output=True, text=True, check=False)
    assert done.stdout == "loaded\n", done.stderr
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == []
