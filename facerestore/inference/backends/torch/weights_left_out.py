"""Graphs without their weights: what a file of weights holds is read from there, so that it exists once."""

import json
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_LENGTH_BYTES: Final = 8
_LEAST_BYTES: Final = 64
"""What is smaller takes as much room as saying where it is."""


class WeightsLeftOut:
    """A safetensors file by what its tensors hold. Its tensors lie one after the other, in the bytes in which ONNX
    keeps its own, so that a graph can name a place in it."""

    def __init__(self, path: Path) -> None:
        self.file = path.name
        content = path.read_bytes()
        begin = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES], "little")
        self._places: dict[bytes, tuple[int, int]] = {}
        for name, entry in json.loads(content[_LENGTH_BYTES:begin]).items():
            if name != "__metadata__" and entry["dtype"] == "F16":
                first, last = (begin + offset for offset in entry["data_offsets"])
                self._places[content[first:last]] = (first, last - first)

    def leave_out_of(self, model: Any) -> bool:
        """Replace weights in a graph by their place in the file; whether there were any.

        The exporter has turned the matrices of linear layers: those are turned back where the graph is loaded.
        """
        from onnx import helper, numpy_helper

        turned = []
        left_out = False
        for tensor in model.graph.initializer:
            values = numpy_helper.to_array(tensor)
            if values.dtype != np.float16 or values.nbytes < _LEAST_BYTES:
                continue
            place = self._places.get(values.tobytes())
            if place is None and values.ndim == 2 and (place := self._places.get(_turned(values))) is not None:
                turned.append(helper.make_node("Transpose", [f"{tensor.name}.stored"], [tensor.name], perm=(1, 0)))
                tensor.name += ".stored"
                tensor.dims[:] = values.shape[::-1]
            if place is not None:
                _refer(tensor, self.file, *place)
                left_out = True
        for number, node in enumerate(turned):
            model.graph.node.insert(number, node)
        return left_out


def _turned(values: NDArray[Any]) -> bytes:
    return np.ascontiguousarray(values.T).tobytes()


def _refer(tensor: Any, file: str, offset: int, length: int) -> None:
    from onnx import TensorProto

    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", file), ("offset", offset), ("length", length)):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, str(value)
