"""Pictures as bytes of files, written by other libraries than the program's own."""

import io
from pathlib import Path
from typing import Any

import tifffile
from numpy.typing import NDArray
from PIL import Image

ORIENTATIONS = range(1, 9)


def pillow_bytes(samples: NDArray[Any] | Image.Image, format_name: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image = samples if isinstance(samples, Image.Image) else Image.fromarray(samples)
    image.save(stream, format_name, **options)
    return stream.getvalue()


def tiff_bytes(samples: NDArray[Any], **options: Any) -> bytes:
    stream = io.BytesIO()
    tifffile.imwrite(stream, samples, metadata=None, **options)
    return stream.getvalue()


def put(folder: Path, data: bytes, name: str = "file.bin") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
