"""JPEG files: 8-bit grey and RGB pixels, read as libjpeg reads them (ITU T.81, JFIF 1.02)."""

import hashlib
import struct
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import JpegImagePlugin

from facerestore.files import exif, jpeg_metadata
from facerestore.files.inventory import Kind
from facerestore.files.jpeg_segments import (
    FRAMES,
    SCAN,
    Frame,
    Scans,
    Segment,
    frame_of,
    packed,
    refuse_work,
    scans_of,
    walked,
)
from facerestore.files.pillow_image import image_of
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture, refuse_size
from facerestore.values.photo import InventoryItem, Photo, PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

MAX_SIDE_PX: Final = 65_500
"""The longest side that the JPEG encoder accepts."""

_READABLE_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC9, 0xCA})
_TABLES: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDD})
_PICTURE_END: Final = b"\xff\xd9"
_CONTINUATIONS: Final = tuple(
    hashlib.shake_128(name).digest(1024).replace(b"\xff", b"\xfe") for name in (b"a", b"b", b"c")
)
"""Data that no picture goes on with."""


def decoded(data: bytes, *, max_pixels: int) -> StoredPicture:
    """The first picture of a JPEG file, grey or RGB. Raises UnsupportedPicture; also for CMYK, for 12 bits, and where
    the compressed data break off or hold markers that cannot be there. Damage that looks like picture data cannot
    be told from it: JPEG has no checksum."""
    segments, has_stray = walked(data)
    frame = frame_of(segments)
    scans = scans_of(segments[-1].data)
    if frame.height == 0 and scans.lines:
        frame = frame._replace(height=scans.lines)
    _refuse_frame(frame, max_pixels)
    refuse_work(frame, scans)
    samples = _samples(segments, frame, scans)
    mended = [InventoryItem(Kind.STRAY_BYTES)] if has_stray else []
    mended += [InventoryItem(Kind.END_MISSING)] if scans.end is None else []
    after = b"" if scans.end is None else segments[-1].data[scans.end :]
    metadata = jpeg_metadata.read(segments, after, mended)
    return StoredPicture.of_samples(samples, metadata, exif.orientation(metadata.exif))


def _refuse_frame(frame: Frame, max_pixels: int) -> None:
    if frame.marker not in _READABLE_FRAMES or frame.bits != 8 or len(frame.components) not in (1, 3, 4):
        raise UnsupportedPicture(
            "The file is of a rare kind of JPEG (lossless, 12 bits, or two channels).",
            "Save it as PNG or TIFF with the program that made it.",
        )
    if len(frame.components) == 4:
        raise UnsupportedPicture(
            "The picture is made for printing (CMYK).",
            "Convert it to RGB in the program it comes from; that needs its printing profile.",
        )
    refuse_size(frame.width, frame.height, max_pixels)


def _samples(segments: Sequence[Segment], frame: Frame, scans: Scans) -> NDArray[Any]:
    """The pixels as libjpeg decodes them. Raises UnsupportedPicture."""
    needed = []
    for segment in segments[:-1]:
        if segment.marker in FRAMES:
            size = struct.pack(">HH", frame.height, frame.width)
            needed.append(Segment(segment.marker, segment.data[:1] + size + segment.data[5:]))
        elif segment.marker in _TABLES or _says_colours(segment):
            needed.append(segment)
    scan = segments[-1].data
    if scans.end is not None:
        return _decoded(needed, scan[: scans.end])
    if not scans.are_complete(frame):
        raise UnsupportedPicture.truncated()
    # where something is missing, what comes out depends on what follows
    kept, restart = scan.rstrip(b"\xff"), bytes([0xFF, 0xD0 + scans.next_restart])
    try:
        samples, *others = (_decoded(needed, kept + noise + restart + noise + _PICTURE_END) for noise in _CONTINUATIONS)
    except UnsupportedPicture as error:
        raise UnsupportedPicture.truncated() from error
    if not all(np.array_equal(samples, other) for other in others):
        raise UnsupportedPicture.truncated()
    return samples


def _says_colours(segment: Segment) -> bool:
    """Whether libjpeg looks at the segment to know which colours the channels are (its default_decompress_parms): a
    JFIF header means YCbCr, else Adobe's transform decides, else the names of the components. Shorter ones do not
    count."""
    marker, data = segment
    is_jfif = marker == 0xE0 and data.startswith(b"JFIF\0") and len(data) >= 14
    return is_jfif or (marker == 0xEE and data.startswith(b"Adobe") and len(data) >= 12)


def _decoded(segments: Sequence[Segment], scan: bytes) -> NDArray[Any]:
    image = JpegImagePlugin.JpegImageFile(BytesIO(packed([*segments, Segment(SCAN, scan)])))
    try:
        image.load()
    except OSError as error:
        if "truncated" in str(error):
            raise UnsupportedPicture.truncated() from error
        raise UnsupportedPicture.damaged("the picture data are broken") from error
    return np.asarray(image)


def refuse_broken_part(data: bytes, *, max_width: int, max_height: int) -> None:
    """Raises UnsupportedPicture for a JPEG stream inside another file that is larger than its place, or breaks off."""
    segments, _ = walked(data)
    frame, scans = frame_of(segments), scans_of(segments[-1].data)
    if frame.width > max_width or frame.height > max_height:
        raise UnsupportedPicture.damaged("a part claims to be larger than the whole")
    refuse_work(frame, scans)
    if scans.end is None:
        raise UnsupportedPicture.truncated()


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a JPEG file of this photo will hold; see ``inventory``."""
    return jpeg_metadata.held(photo.metadata)


def encoded(
    rows: Callable[[slice], NDArray[Any]], shape: tuple[int, ...], metadata: PhotoMetadata, *, quality: int
) -> bytes:
    """A JPEG file, colour not subsampled, with what JPEG holds of the metadata. ``rows`` gives some rows, uint8, of a
    picture of a shape (H, W) or (H, W, 3). Raises UnsupportedPicture for a picture too large for JPEG."""
    if max(shape[:2]) > MAX_SIDE_PX:
        raise UnsupportedPicture(
            TranslatableText("A JPEG is at most {side} pixels wide and high.", side=MAX_SIDE_PX),
            "Save it as PNG or TIFF.",
        )
    stream = BytesIO()
    image_of(rows, shape).save(stream, "JPEG", quality=quality, subsampling=0)
    segments, _ = walked(stream.getvalue())
    return packed([*jpeg_metadata.segments_of(metadata), *segments[1:]])
