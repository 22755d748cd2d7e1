"""What is refused, and that no damage to a file gives a wrong picture in silence."""

import contextlib
import os
import tempfile
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore.files import exif
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.errors import PhotoUnreadable
from facerestore.values.geometry import Extent
from tests.support.picture_files import pillow_bytes, put, tiff_bytes
from tests.support.pictures import full_metadata, noise, noise_photo


def animated(format_name: str) -> bytes:
    frames = [Image.fromarray(noise(8, 8, seed=seed)) for seed in range(3)]
    return pillow_bytes(frames[0], format_name, save_all=True, append_images=frames[1:], duration=50)


def bomb() -> bytes:
    """A PNG of a few bytes that claims 40,000 x 40,000 pixels."""
    from facerestore.files.png_chunks import Chunk, packed_file

    size = (40_000).to_bytes(4, "big")
    ihdr = Chunk(b"IHDR", size + size + bytes([8, 2, 0, 0, 0]))
    return packed_file([ihdr, Chunk(b"IDAT", zlib.compress(b"")), Chunk(b"IEND", b"")])


def webp_bomb() -> bytes:
    data = bytearray(pillow_bytes(noise(8, 8), "WEBP", lossless=True, icc_profile=b"abcd"))
    assert data[12:16] == b"VP8X"
    data[24:30] = (16_382).to_bytes(3, "little") * 2
    return bytes(data)


def jpeg_bomb() -> bytes:
    data = pillow_bytes(noise(8, 8), "JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]


def tiff_around(jpeg: bytes) -> bytes:
    """A TIFF of 16 x 16 grey pixels whose one strip is this JPEG stream."""
    tag, order = exif.Tag, "<"
    values = {256: 16, 257: 16, 258: 8, 259: 7, 262: 1, 277: 1, 278: 16, 279: len(jpeg)}
    tags = {code: tag(4, 1, value.to_bytes(4, "little")) for code, value in values.items()}
    start = len(exif.packed_block({**tags, 273: tag(4, 1, bytes(4))}, order))
    return exif.packed_block({**tags, 273: tag(4, 1, start.to_bytes(4, "little"))}, order) + jpeg


RGB = noise(16, 16)
REFUSED = {
    "empty": (b"", "empty"),
    "text": (b"Dear aunt, here is the photo.", "not a picture"),
    "one byte of a PNG": (b"\x89", "ends"),
    "gif": (pillow_bytes(RGB, "GIF"), "GIF"),
    "bmp": (pillow_bytes(RGB, "BMP"), "BMP"),
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
    "half a png": (pillow_bytes(RGB, "PNG")[:400], "ends"),
    "half a jpeg": (pillow_bytes(RGB, "JPEG", quality=95)[:-300], "ends"),
    "half a webp": (pillow_bytes(RGB, "WEBP", lossless=True)[:400], "ends"),
    "half a tiff": (tiff_bytes(RGB, photometric="rgb")[:500], "ends"),
    "half a deflate tiff": (tiff_bytes(RGB, photometric="rgb", compression="deflate")[:500], "ends"),
    "animated png": (animated("PNG"), "animation"),
    "animated webp": (animated("WEBP"), "animation"),
    "two pages": (animated("TIFF"), "3 pictures"),
    "cmyk jpeg": (pillow_bytes(Image.fromarray(RGB).convert("CMYK"), "JPEG"), "CMYK"),
    "cmyk tiff": (pillow_bytes(Image.fromarray(RGB).convert("CMYK"), "TIFF"), "CMYK"),
    "lab tiff": (pillow_bytes(Image.fromarray(RGB).convert("LAB"), "TIFF"), "CIELAB"),
    "ycbcr tiff": (pillow_bytes(Image.fromarray(RGB).convert("YCbCr"), "TIFF"), "YCBCR"),
    "float tiff": (tiff_bytes(RGB.astype(np.float32), photometric="rgb"), "floating"),
    "32-bit tiff": (tiff_bytes(RGB.astype(np.uint32), photometric="rgb"), "32-bit"),
    "signed tiff": (tiff_bytes(RGB.astype(np.int16), photometric="rgb"), "signed"),
    "png bomb": (bomb(), "too large: 40000 x 40000"),
    "webp bomb": (webp_bomb(), "too large: 16383 x 16383"),
    "jpeg bomb": (jpeg_bomb(), "too large: 65535 x 65535"),
    "tiff bomb": (
        tiff_bytes(np.zeros((16, 16), np.uint8)).replace(b"\x10\0\0\0", b"\xff\xff\0\0"),
        "too large",
    ),
    "zstd tiff": (tiff_bytes(RGB, photometric="rgb", compression="zstd"), "compressed in a rare way"),
    "jpeg bomb in a tiff": (tiff_around(jpeg_bomb()), "larger than the whole"),
    "half a jpeg in a tiff": (tiff_around(pillow_bytes(RGB[..., 0], "JPEG")[:-20]), "ends"),
    "lossless jpeg": (imagecodecs.ljpeg_encode(RGB[..., 0].copy(), bitspersample=8), "rare kind of JPEG"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_that_what_is_no_photo_is_refused_with_a_reason_and_an_advice(tmp_path: Path, name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(PhotoUnreadable, match=reason) as refused:
        read_photo(put(tmp_path, data))
    assert refused.value.advice


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable, match="no such file"):
        read_photo(tmp_path / "missing.png")
    with pytest.raises(PhotoUnreadable, match="no such file"):
        read_photo(tmp_path / "nul\0.png")
    with pytest.raises(PhotoUnreadable, match="folder"):
        read_photo(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX")
def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PhotoUnreadable, match="not a file"):
        read_photo(tmp_path / "pipe")


def test_that_the_pixel_limit_of_the_caller_holds_exactly(tmp_path: Path) -> None:
    path = put(tmp_path, pillow_bytes(noise(20, 10), "PNG"))
    assert read_photo(path, max_pixels=200).extent == Extent(20, 10)
    with pytest.raises(PhotoUnreadable, match="too large"):
        read_photo(path, max_pixels=199)


def test_that_a_jpeg_with_a_lost_part_between_restart_markers_is_refused(tmp_path: Path) -> None:
    data = pillow_bytes(noise(64, 64), "JPEG", restart_marker_blocks=4)
    second, third = data.index(b"\xff\xd1"), data.index(b"\xff\xd2")
    with pytest.raises(PhotoUnreadable, match="missing"):
        read_photo(put(tmp_path, data[:second] + data[third:]))


def test_that_a_single_wrong_bit_in_a_png_is_found(tmp_path: Path) -> None:
    data = bytearray(pillow_bytes(noise(20, 20), "PNG"))
    data[len(data) // 2] ^= 1
    with pytest.raises(PhotoUnreadable, match="damaged"):
        read_photo(put(tmp_path, bytes(data)))


def test_that_a_packed_profile_of_enormous_size_is_left_out(tmp_path: Path) -> None:
    from facerestore.files.png_chunks import Chunk, with_chunks

    profile = Chunk(b"iCCP", b"bomb\0\0" + zlib.compress(bytes(65 * 2**20), 9))
    photo = read_photo(put(tmp_path, with_chunks(pillow_bytes(RGB, "PNG"), [profile])))
    assert photo.metadata.icc_profile is None


def valid_files() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for suffix in (".png", ".tif", ".webp", ".jpg"):
            path = Path(folder) / f"a{suffix}"
            write_photo(noise_photo(19, 17, metadata=full_metadata()), path)
            files.append(path.read_bytes())
    rgb = noise(19, 17)
    return [
        *files,
        imagecodecs.png_encode(noise(9, 7, bits=16, channels=4)),
        pillow_bytes(Image.fromarray(rgb).convert("P"), "PNG"),
        pillow_bytes(rgb, "JPEG", progressive=True),
        pillow_bytes(rgb, "WEBP", quality=50),
        pillow_bytes(rgb, "TIFF", compression="jpeg"),
        pillow_bytes(Image.fromarray(rgb).convert("1"), "TIFF", compression="group4"),
        pillow_bytes(Image.fromarray(rgb).convert("P"), "TIFF", compression="tiff_lzw"),
        tiff_bytes(noise(33, 20, bits=16), photometric="rgb", tile=(16, 16)),
        tiff_bytes(rgb, photometric="rgb", bigtiff=True, compression="deflate"),
    ]


VALID = valid_files()


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(range(len(VALID))), st.floats(0, 1, exclude_max=True))
def test_that_a_truncated_file_gives_a_whole_picture_or_a_reason(index: int, share: float) -> None:
    data = VALID[index]
    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder), data[: int(len(data) * share)])
        try:
            found = read_photo(path)
        except PhotoUnreadable:
            return
        whole = read_photo(put(Path(folder), data, "whole"))
    np.testing.assert_array_equal(found.pixels, whole.pixels)


@settings(deadline=None, max_examples=400)
@given(
    st.sampled_from(range(len(VALID))),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_that_flipped_bytes_give_a_picture_or_a_reason(index: int, flips: list[tuple[float, int]]) -> None:
    data = bytearray(VALID[index])
    for share, value in flips:
        data[int(len(data) * share)] = value
    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder), bytes(data))
        with contextlib.suppress(PhotoUnreadable):
            photo = read_photo(path, max_pixels=1_000_000)
            write_photo(photo, Path(folder) / "again.png")
