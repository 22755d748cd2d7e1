"""Pictures and label maps of data sets, from bytes to arrays."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facerestore_resources.face_classes import CLASS_COUNT, COLOURS

MAX_PIXELS: Final = 64_000_000
"""A data set's picture with more is refused before it is decoded."""


def decode_rgb(content: bytes) -> NDArray[np.uint8]:
    """A picture file's pixels, uint8 (H, W, 3) RGB. Raises ValueError for what cannot be decoded."""
    return np.asarray(_decoded(content).convert("RGB"))


def decode_grey(content: bytes) -> NDArray[np.uint8]:
    """A picture file's brightness, uint8 (H, W). Raises ValueError for what cannot be decoded."""
    return np.asarray(_decoded(content).convert("L"))


def decode_labels(content: bytes) -> NDArray[np.uint8]:
    """The class ids of an indexed or grey PNG, uint8 (H, W). Raises ValueError for anything else."""
    image = _decoded(content)
    if image.mode not in ("P", "L"):
        raise ValueError("a label map is an indexed or a grey PNG")
    labels = np.asarray(image, np.uint8)
    if labels.max(initial=0) >= CLASS_COUNT:
        raise ValueError(f"a label map has the classes 0 to {CLASS_COUNT - 1}, not {labels.max()}")
    return labels


@dataclass(frozen=True, eq=False)
class EncodedPictures(Sequence[NDArray[np.uint8]]):
    """Pictures kept as the bytes of their files, each decoded when it is asked for: uint8 (H, W, 3)."""

    contents: Sequence[bytes]

    def __len__(self) -> int:
        return len(self.contents)

    def __iter__(self) -> Iterator[NDArray[np.uint8]]:
        return map(decode_rgb, self.contents)

    @overload
    def __getitem__(self, index: int) -> NDArray[np.uint8]: ...
    @overload
    def __getitem__(self, index: slice) -> "EncodedPictures": ...
    def __getitem__(self, index: int | slice) -> "NDArray[np.uint8] | EncodedPictures":
        if isinstance(index, slice):
            return EncodedPictures(self.contents[index])
        return decode_rgb(self.contents[index])


def encode_lossless(pixels: NDArray[np.uint8]) -> bytes:
    """Pixels (H, W, 3) as a lossless WebP file."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "WEBP", lossless=True, quality=60, method=3)
    return stream.getvalue()


def encode_labels(labels: NDArray[np.uint8]) -> bytes:
    """Class ids (H, W) as an indexed PNG with the classes' colours."""
    image = Image.fromarray(labels)
    image.putpalette([value for colour in COLOURS for value in colour])
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=8)
    return stream.getvalue()


def _decoded(content: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(content))
        if image.width * image.height > MAX_PIXELS:
            raise ValueError(f"the picture has more than {MAX_PIXELS / 1e6:g} million pixels")
        image.load()
    except ValueError:
        raise
    except Exception as error:
        # decoders meet damaged files with nearly every kind of exception
        raise ValueError(f"the picture cannot be decoded ({type(error).__name__})") from error
    return image
