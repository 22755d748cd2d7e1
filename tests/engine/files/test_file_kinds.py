"""What a file is, by its content: the true name of what is not read, and its size before it is read."""

import io
import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile

from facerestore.files import reading
from facerestore.files.file_kinds import format_of, refusal
from facerestore.files.picture_header import claimed_extent, claimed_picture
from facerestore.files.reading import format_name, read_mask, read_photo
from facerestore.values.errors import MaskUnreadable, PhotoUnreadable
from facerestore.values.geometry import Extent
from tests.support.picture_files import pillow_bytes, put, tiff_bytes
from tests.support.pictures import noise

RGB = noise(16, 12)
NAMED = {
    "PPM": b"P6\n16 12\n255\n",
    "PGM": b"P5 16 12 65535\n",
    "PFM": b"PF\n16 12\n-1.0\n",
    "JPEG 2000": pillow_bytes(RGB, "JPEG2000"),
    "TGA": pillow_bytes(RGB, "TGA"),
    "BMP": pillow_bytes(RGB, "BMP"),
    "GIF": pillow_bytes(RGB, "GIF"),
    "PCX": pillow_bytes(RGB, "PCX"),
    "SGI": pillow_bytes(RGB, "SGI"),
    "OpenEXR": b"\x76\x2f\x31\x01\x02\0\0\0",
    "Radiance HDR": b"#?RADIANCE\n",
    "HEIC": b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic",
    "AVIF": b"\0\0\0\x18ftypavif\0\0\0\0",
    "JPEG XL": b"\xff\x0a\x00",
    "Photoshop": b"8BPS\0\1",
    "DICOM": bytes(128) + b"DICM",
    "SVG": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
}
CAMERA_RAW = {
    "RAF": b"FUJIFILMCCD-RAW 0201FF389502X-T2",
    "ORF": b"IIRO\x08\0\0\0",
    "RW2": b"IIU\0\x18\0\0\0",
    "CR3": b"\0\0\0\x18ftypcrx \0\0\0\1crx isom",
    "CRW": b"II\x1a\0\0\0HEAPCCDR",
    "MRW": b"\0MRM\0\1",
    "X3F": b"FOVb\0\0\2\0",
}


@pytest.mark.parametrize("name", NAMED)
def test_that_a_picture_of_another_format_is_called_by_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(PhotoUnreadable, match=name) as refused:
        read_photo(put(tmp_path, NAMED[name]))
    assert "not a picture" not in str(refused.value)
    assert "PNG or TIFF" in refused.value.advice


@pytest.mark.parametrize("name", CAMERA_RAW)
def test_that_a_camera_s_raw_file_is_to_be_developed_first(tmp_path: Path, name: str) -> None:
    with pytest.raises(PhotoUnreadable, match="raw file") as refused:
        read_photo(put(tmp_path, CAMERA_RAW[name]))
    assert "Develop" in refused.value.advice


@pytest.mark.parametrize("tag", [(50706, 1, 4, (1, 4, 0, 0)), (254, 4, 1, 1)])
def test_that_a_raw_file_in_the_form_of_a_tiff_is_known(tmp_path: Path, tag: tuple[Any, ...]) -> None:
    data = tiff_bytes(RGB, photometric="rgb", extratags=[(*tag, True)])
    with pytest.raises(PhotoUnreadable, match="raw file"):
        read_photo(put(tmp_path, data))


def test_that_a_canon_raw_file_is_known_by_its_mark(tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable, match="raw file"):
        read_photo(put(tmp_path, b"II*\0\x10\0\0\0CR\2\0" + bytes(100)))


def test_that_a_tiff_whose_sub_picture_is_of_sensor_cells_is_a_raw_file(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(RGB, photometric="rgb", subifds=1, metadata=None)
        writer.write(noise(16, 12, bits=16, channels=None), photometric=32803, metadata=None)
    with pytest.raises(PhotoUnreadable, match="raw file"):
        read_photo(put(tmp_path, stream.getvalue()))


def test_that_a_video_and_a_letter_are_no_pictures() -> None:
    assert "video" in refusal(b"\0\0\0\x18ftypisom\0\0\0\0").sentence
    assert "not a picture" in refusal(b"Dear aunt, here is the photo.").sentence


def test_that_the_format_is_that_of_the_content(tmp_path: Path) -> None:
    assert format_name(put(tmp_path, tiff_bytes(RGB), "a.webp")) == "tiff"
    assert format_name(put(tmp_path, b"Dear aunt", "a.png")) is None
    assert format_name(tmp_path / "missing.png") is None
    assert format_name(tmp_path) is None


# size by the header


def claimed(data: bytes) -> Extent | None:
    return claimed_extent(io.BytesIO(data))


@pytest.mark.parametrize(
    "data",
    [
        pillow_bytes(RGB, "PNG"),
        pillow_bytes(RGB, "JPEG", progressive=True, icc_profile=bytes(70_000)),
        tiff_bytes(RGB, photometric="rgb"),
        tiff_bytes(RGB, photometric="rgb", bigtiff=True, byteorder=">"),
        tiff_bytes(RGB.astype(np.uint16), photometric="rgb", byteorder=">"),
    ],
)
def test_that_a_header_says_the_size(data: bytes) -> None:
    assert claimed(data) == Extent(16, 12)


def test_that_the_size_is_that_of_the_picture_and_not_of_a_preview_before_it() -> None:
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(noise(5, 3), photometric="rgb", subfiletype=1, metadata=None)
        writer.write(RGB, photometric="rgb", metadata=None)
    assert claimed(stream.getvalue()) == Extent(16, 12)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_that_a_header_says_what_a_pixel_takes(channels: int, kind: type) -> None:
    samples = (RGB if channels == 3 else RGB[..., 0]).astype(kind)
    photometric = "rgb" if channels == 3 else "minisblack"
    made = [tiff_bytes(samples, photometric=photometric, bigtiff=is_big) for is_big in (False, True)]
    made += [imagecodecs.png_encode(samples)]
    made += [pillow_bytes(samples, "JPEG")] if kind is np.uint8 else []
    for data in made:
        claim = claimed_picture(io.BytesIO(data))
        assert claim is not None
        assert (claim.channels, claim.sample_bytes) == (channels, samples.itemsize)


def test_that_an_offset_that_no_file_reaches_says_nothing() -> None:
    data = bytearray(tiff_bytes(RGB, photometric="rgb", bigtiff=True, byteorder="<"))
    struct.pack_into("<Q", data, 8, 2**64 - 1)
    assert claimed(bytes(data)) is None


@pytest.mark.parametrize("length", range(0, 120, 3))
def test_that_a_cut_header_says_nothing_or_the_truth(length: int) -> None:
    for data in (pillow_bytes(RGB, "PNG"), pillow_bytes(RGB, "JPEG"), tiff_bytes(RGB, photometric="rgb")):
        assert claimed(data[:length]) in (None, Extent(16, 12))


def huge_tiff() -> bytes:
    """A TIFF that says it has 600 megapixels."""
    data = bytearray(tiff_bytes(np.zeros((12, 16), np.uint8), byteorder="<"))
    for code, side in ((256, 30_000), (257, 20_000)):
        at = data.index(struct.pack("<HHI", code, 4, 1))
        struct.pack_into("<I", data, at + 8, side)
    return bytes(data)


def test_that_a_photo_too_large_is_refused_before_its_pixels_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_DECODERS", {})
    monkeypatch.setattr(reading, "format_of", lambda data: pytest.fail("the file was read"))
    with pytest.raises(PhotoUnreadable, match="30000 x 20000"):
        read_photo(put(tmp_path, huge_tiff()))


def test_that_a_mask_of_another_size_is_refused_before_its_pixels_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, pillow_bytes(noise(40, 30, channels=None), "PNG"))
    monkeypatch.setattr(reading, "format_of", lambda data: pytest.fail("the file was read"))
    with pytest.raises(MaskUnreadable, match="40 x 30 pixels, the photo 20 x 10"):
        read_mask(path, extent=Extent(20, 10))


def test_that_a_side_of_more_than_a_million_pixels_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, tiff_bytes(np.zeros((1, 1_000_001), np.uint8)))
    with pytest.raises(PhotoUnreadable, match="too long: 1000001 x 1"):
        read_photo(path)


def test_that_formats_are_known_by_few_bytes() -> None:
    assert format_of(tiff_bytes(RGB)[:4]) == "tiff"
    assert format_of(b"RIFF\0\0\0\0WEBP") == "webp"
