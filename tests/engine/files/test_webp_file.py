"""WebP files: the picture alone for the decoder, and all that stands beside it."""

import io
import struct
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from facerestore.files import webp_file
from facerestore.files.inventory import Kind
from facerestore.files.reading import read_photo
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture
from facerestore.files.writing import notes_on_writing, write_photo
from facerestore.values.photo import Photo, PhotoMetadata
from tests.support.picture_files import pillow_bytes
from tests.support.pictures import exif_block, icc_profile, noise, noise_photo, ramp, xmp_packet


def read(data: bytes) -> StoredPicture:
    return webp_file.decoded(data, max_pixels=10**7)


def kinds(picture: StoredPicture) -> list[tuple[str, bytes | None]]:
    return [(item.kind, item.data) for item in picture.metadata.items]


def with_chunk(data: bytes, kind: bytes, content: bytes) -> bytes:
    body = data[8:] + struct.pack("<4sI", kind, len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


FULL = pillow_bytes(noise(9, 7), "WEBP", lossless=True, icc_profile=icc_profile(), exif=exif_block(), xmp=xmp_packet())


@pytest.mark.parametrize("alpha", [False, True])
@pytest.mark.parametrize("options", [{"lossless": True}, {"quality": 60}, {"quality": 60, "exif": exif_block()}])
def test_that_samples_are_those_that_libwebp_decodes(alpha: bool, options: dict[str, Any]) -> None:
    samples = ramp(33, 21)
    if alpha:
        samples = np.dstack([samples, noise(33, 21, channels=None)])
    data = pillow_bytes(samples, "WEBP", exact=True, **options)
    found = read(data)
    with Image.open(io.BytesIO(data)) as image:
        expected = np.asarray(image)
    np.testing.assert_array_equal(found.pixels, expected[..., :3])
    if alpha:
        np.testing.assert_array_equal(found.alpha, expected[..., 3])
    else:
        assert found.alpha is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (with_chunk(FULL, b"C2PA", b"jumb"), Kind.CONTENT_CREDENTIALS),
        (with_chunk(FULL, b"ABCD", b"x"), Kind.UNKNOWN),
        (FULL + b"a trailer", Kind.AFTER_END),
        (FULL[:-20], Kind.DAMAGED_METADATA),
    ],
)
def test_that_what_is_not_kept_is_told_and_the_picture_is_read(data: bytes, kind: Kind) -> None:
    found = read(data)
    np.testing.assert_array_equal(found.pixels, noise(9, 7))
    assert kinds(found) == [(kind, None)]


def test_that_a_forgotten_byte_at_the_end_is_no_damage() -> None:
    packet = xmp_packet() + b" " * (1 - len(xmp_packet()) % 2)
    odd = with_chunk(pillow_bytes(noise(9, 7), "WEBP", lossless=True), b"XMP ", packet)
    assert kinds(read(odd[:-1])) == []


def test_that_a_profile_of_greys_is_left_out_of_a_file_that_is_always_rgb_and_that_is_told() -> None:
    profile = bytearray(icc_profile())
    profile[16:20] = b"GRAY"
    photo = Photo(noise(9, 7, channels=None), metadata=PhotoMetadata(icc_profile=bytes(profile)))
    assert "profile" in " ".join(notes_on_writing(photo, "a.webp"))
    assert notes_on_writing(photo, "a.png") == ()
    with tempfile.TemporaryDirectory() as folder:
        write_photo(photo, Path(folder) / "a.webp")
        assert read_photo(Path(folder) / "a.webp").metadata.icc_profile is None


@pytest.mark.parametrize("dpi", [2.0**31, 500_000.0, 0.01])
def test_that_no_resolution_is_too_large_to_be_written(tmp_path: Path, dpi: float) -> None:
    write_photo(noise_photo(metadata=PhotoMetadata(dpi=(dpi, dpi))), tmp_path / "a.webp")
    assert read_photo(tmp_path / "a.webp").metadata.dpi == pytest.approx((dpi, dpi))


def test_that_millions_of_empty_chunks_are_refused() -> None:
    body = b"WEBP" + b"ABCD\0\0\0\0" * 3_000_000
    began = time.process_time()
    with pytest.raises(UnsupportedPicture, match="too many"):
        read(b"RIFF" + struct.pack("<I", len(body)) + body)
    assert time.process_time() - began < 5
