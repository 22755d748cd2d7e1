"""Small tar shards and networks in files, as commands read them."""

import io
import json
import tarfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from facerestore_training.data.scenes import Scene
from facerestore_training.data.shards import FaceSet


def png(array: np.ndarray) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(array).save(stream, "PNG")
    return stream.getvalue()


def write_shard(path: Path, faces: FaceSet, *, has_labels: bool = False) -> Path:
    """The faces as ``KEY.png``, or as ``KEY.jpg`` with labels as ``KEY.png``."""
    with tarfile.open(path, "w") as tar:
        for index, key in enumerate(faces.keys):
            members = {f"{key}.png": png(np.asarray(faces.pixels[index]))}
            if has_labels:
                assert faces.labels is not None
                members = {f"{key}.jpg": members[f"{key}.png"], f"{key}.png": png(np.asarray(faces.labels[index]))}
            for name, content in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    return path


def write_scenes(path: Path, scenes: Sequence[Scene]) -> Path:
    """Whole photos with boxes and points, as ``KEY.webp`` without loss and ``KEY.json``."""
    with tarfile.open(path, "w") as tar:
        for scene in scenes:
            stream = io.BytesIO()
            Image.fromarray(scene.pixels).save(stream, "WEBP", lossless=True)
            faces = [
                {"box_xywh": [*box[:2].tolist(), *(box[2:] - box[:2]).tolist()], "points_xy": points.ravel().tolist()}
                for box, points in zip(scene.boxes, scene.points, strict=True)
            ]
            members = {
                f"{scene.key}.webp": stream.getvalue(),
                f"{scene.key}.json": json.dumps({"faces": faces}).encode(),
            }
            for name, content in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    return path


def write_pooling_onnx(path: Path, *, cell_px: int = 16) -> Path:
    """An ONNX network of one AveragePool: RGB (1, 3, 112, 112) -> (1, 3, 7, 7). Written field by field (onnx.proto)."""
    kernel, strides = (_message((1, name), (8, [cell_px, cell_px]), (20, 7)) for name in ("kernel_shape", "strides"))
    node = _message((1, "in"), (2, "out"), (4, "AveragePool"), (5, kernel), (5, strides))
    sides = 112 // cell_px
    graph = _message((1, node), (2, "g"), (11, _tensor("in", 112)), (12, _tensor("out", sides)))
    path.write_bytes(_message((1, 8), (7, graph), (8, _message((1, ""), (2, 13)))))
    return path


def _tensor(name: str, side: int) -> bytes:
    shape = b"".join(_message((1, _message((1, size)))) for size in (1, 3, side, side))
    return _message((1, name), (2, _message((1, _message((1, 1), (2, shape))))))


def _message(*fields: tuple[int, int | str | bytes | list[int]]) -> bytes:
    encoded = b""
    for number, value in fields:
        if isinstance(value, list):
            encoded += b"".join(_varint(number << 3) + _varint(item) for item in value)
        elif isinstance(value, int):
            encoded += _varint(number << 3) + _varint(value)
        else:
            content = value.encode() if isinstance(value, str) else value
            encoded += _varint(number << 3 | 2) + _varint(len(content)) + content
    return encoded


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
