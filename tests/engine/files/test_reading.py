import io
import tempfile
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore.files import exif
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.geometry import Extent
from tests.support.picture_files import ORIENTATIONS, pillow_bytes, put, tiff_bytes
from tests.support.pictures import (
    as_stored,
    exif_block,
    full_metadata,
    iptc_block,
    noise,
    noise_photo,
    ramp,
    xmp_packet,
)

# orientation


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("format_name", ["PNG", "WEBP", "JPEG"])
def test_that_every_orientation_is_seen_upright_and_its_exif_says_so(
    tmp_path: Path, orientation: int, format_name: str
) -> None:
    upright = np.kron(noise(3, 2, seed=3), np.ones((8, 8, 1), np.uint8))
    block = exif_block(orientation=orientation, big_endian=orientation % 2 == 0)
    options: dict[str, Any] = {"lossless": True} if format_name == "WEBP" else {}
    if format_name == "JPEG":
        # pure noise blocks of 8 pixels survive quality 100 but for rounding
        options = {"quality": 100, "subsampling": 0}
        block_prefix = b"Exif\0\0"
    else:
        block_prefix = b""
    data = pillow_bytes(as_stored(upright, orientation), format_name, exif=block_prefix + block, **options)
    photo = read_photo(put(tmp_path, data))
    difference = np.abs(photo.pixels.astype(int) - upright.astype(int)).max()
    assert difference <= (3 if format_name == "JPEG" else 0)
    assert exif.orientation(photo.metadata.exif) == 1
    assert photo.metadata.exif == exif_block(orientation=1, big_endian=orientation % 2 == 0)


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(ORIENTATIONS),
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from([8, 16]),
    st.sampled_from([None, 2, 3, 4]),
    st.sampled_from(["<", ">"]),
)
def test_that_a_turned_tiff_of_any_depth_is_seen_upright_with_its_alpha(
    orientation: int, width: int, height: int, bits: int, channels: int | None, order: Any
) -> None:
    upright = noise(width, height, bits=bits, channels=channels)
    data = tiff_bytes(
        as_stored(upright, orientation),
        byteorder=order,
        photometric="rgb" if channels and channels > 2 else "minisblack",
        planarconfig="contig" if channels else None,
        extrasamples=["unassalpha"] if channels in (2, 4) else None,
        extratags=[(274, 3, 1, orientation, True)],
        resolution=(100, 200),
        resolutionunit="INCH",
    )
    with tempfile.TemporaryDirectory() as folder:
        photo = read_photo(put(Path(folder), data))
    colours = upright if channels is None else upright[..., 0] if channels == 2 else upright[..., :3]
    np.testing.assert_array_equal(photo.pixels, colours)
    if channels in (2, 4):
        np.testing.assert_array_equal(photo.alpha, upright[..., -1])
    assert photo.metadata.dpi == ((200, 100) if orientation >= 5 else (100, 200))


def test_that_an_xmp_packet_does_not_turn_the_upright_photo_again(tmp_path: Path) -> None:
    data = pillow_bytes(ramp(8, 4), "JPEG", exif=b"Exif\0\0" + exif_block(orientation=6), xmp=xmp_packet(orientation=6))
    photo = read_photo(put(tmp_path, data))
    assert photo.extent == Extent(4, 8)
    assert photo.metadata.xmp == xmp_packet(orientation=1)


def test_that_a_damaged_exif_block_does_not_cost_the_photo(tmp_path: Path) -> None:
    for block in (b"II*\0", b"II*\0\xff\xff\xff\xff", b"nonsense", exif_block()[:30]):
        photo = noise_photo(metadata=full_metadata())
        data = pillow_bytes(photo.pixels, "PNG", exif=block)
        for name in ("a.png", "b.tif", "c.webp", "d.jpg"):
            found = read_photo(put(tmp_path, data))
            np.testing.assert_array_equal(found.pixels, photo.pixels)
            write_photo(found, tmp_path / name, overwrite=True)
            assert read_photo(tmp_path / name).extent == photo.extent


# what the formats can hold


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA"])
def test_that_a_png_of_every_mode_shows_what_an_independent_reader_sees(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(noise(9, 7)).convert(mode)
    photo = read_photo(put(tmp_path, pillow_bytes(image, "PNG")))
    expected = np.asarray(image.convert("RGBA"))
    shown = photo.pixels if photo.pixels.ndim == 3 else np.repeat(photo.pixels[..., None], 3, axis=2)
    np.testing.assert_array_equal(shown, expected[..., :3])
    assert (photo.alpha is not None) == (mode in ("RGBA", "LA"))
    assert photo.bits == 8


def test_that_a_palette_with_a_transparent_colour_gives_alpha(tmp_path: Path) -> None:
    image = Image.fromarray(noise(9, 7, channels=None) % 4).convert("P")
    photo = read_photo(put(tmp_path, pillow_bytes(image, "PNG", transparency=2)))
    np.testing.assert_array_equal(photo.alpha == 0, np.asarray(image) == 2)


def test_that_a_16_bit_png_keeps_every_value(tmp_path: Path) -> None:
    grey = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    photo = read_photo(put(tmp_path, imagecodecs.png_encode(grey)))
    np.testing.assert_array_equal(photo.pixels, grey)


@pytest.mark.parametrize("compression", [None, "lzw", "deflate", "packbits"])
@pytest.mark.parametrize("layout", [{}, {"tile": (16, 16)}, {"rowsperstrip": 5}, {"planarconfig": "separate"}])
def test_that_tiff_strips_tiles_and_planes_give_the_same_samples(
    tmp_path: Path, compression: str | None, layout: dict[str, Any]
) -> None:
    rgb = noise(37, 23, bits=16)
    stored = np.ascontiguousarray(np.moveaxis(rgb, -1, 0)) if "planarconfig" in layout else rgb
    data = tiff_bytes(stored, photometric="rgb", compression=compression, **layout)
    photo = read_photo(put(tmp_path, data))
    np.testing.assert_array_equal(photo.pixels, rgb)
    assert photo.format == "tiff"


def test_that_a_jpeg_compressed_tiff_shows_its_colours(tmp_path: Path) -> None:
    smooth = ramp(64, 64)
    photo = read_photo(put(tmp_path, pillow_bytes(smooth, "TIFF", compression="jpeg", quality=95)))
    assert np.abs(photo.pixels.astype(int) - smooth.astype(int)).mean() < 3


def test_that_a_tiff_where_zero_is_white_is_inverted(tmp_path: Path) -> None:
    for bits in (8, 16):
        grey = noise(9, 7, bits=bits, channels=None)
        photo = read_photo(put(tmp_path, tiff_bytes(grey, photometric="miniswhite")))
        np.testing.assert_array_equal(photo.pixels, ~grey)
    black = noise(9, 7, channels=None) > 100
    photo = read_photo(put(tmp_path, tiff_bytes(black, photometric="miniswhite")))
    np.testing.assert_array_equal(photo.pixels, np.where(black, 0, 255))


@pytest.mark.parametrize("compression", [None, "group4", "tiff_lzw"])
def test_that_a_1_bit_tiff_is_black_and_white(tmp_path: Path, compression: str | None) -> None:
    image = Image.fromarray(noise(19, 7, channels=None)).convert("1")
    photo = read_photo(put(tmp_path, pillow_bytes(image, "TIFF", compression=compression)))
    np.testing.assert_array_equal(photo.pixels, np.asarray(image) * np.uint8(255))


def test_that_a_palette_tiff_is_read_as_its_colours(tmp_path: Path) -> None:
    image = Image.fromarray(noise(9, 7)).convert("P")
    photo = read_photo(put(tmp_path, pillow_bytes(image, "TIFF")))
    np.testing.assert_array_equal(photo.pixels, np.asarray(image.convert("RGB")))


def test_that_premultiplied_alpha_is_made_straight(tmp_path: Path) -> None:
    stored = np.array([[[60, 30, 0, 120], [0, 0, 0, 0], [7, 8, 9, 255]]], np.uint8)
    data = tiff_bytes(stored, photometric="rgb", planarconfig="contig", extrasamples=["assocalpha"])
    photo = read_photo(put(tmp_path, data))
    np.testing.assert_array_equal(photo.pixels, [[[128, 64, 0], [0, 0, 0], [7, 8, 9]]])
    np.testing.assert_array_equal(photo.alpha, [[120, 0, 255]])


def test_that_a_preview_in_a_tiff_is_not_taken_for_the_photo(tmp_path: Path) -> None:
    rgb = noise(20, 10)
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(noise(5, 3), photometric="rgb", subfiletype=1, metadata=None)
        writer.write(rgb, photometric="rgb", metadata=None)
    photo = read_photo(put(tmp_path, stream.getvalue()))
    np.testing.assert_array_equal(photo.pixels, rgb)


def test_that_a_big_tiff_is_read_with_its_description(tmp_path: Path) -> None:
    rgb = noise(9, 7)
    data = tiff_bytes(rgb, photometric="rgb", bigtiff=True, description="Aunt Mary", iccprofile=b"abcd")
    photo = read_photo(put(tmp_path, data))
    np.testing.assert_array_equal(photo.pixels, rgb)
    assert photo.metadata.icc_profile == b"abcd"
    assert photo.metadata.exif is not None
    assert b"Aunt Mary" in photo.metadata.exif


def test_that_iptc_stored_as_long_words_in_a_tiff_keeps_its_bytes(tmp_path: Path) -> None:
    block = iptc_block() + b"\0" * (-len(iptc_block()) % 4)
    words = np.frombuffer(block, "<u4")
    data = tiff_bytes(
        noise(4, 4),
        photometric="rgb",
        byteorder="<",
        extratags=[(33723, 4, len(words), words.tolist(), True)],
    )
    assert read_photo(put(tmp_path, data)).metadata.iptc == block


def test_that_the_content_and_not_the_name_decides_what_a_file_is(tmp_path: Path) -> None:
    photo = read_photo(put(tmp_path, pillow_bytes(noise(4, 4), "PNG"), "misnamed.jpg"))
    assert photo.format == "png"


def test_that_a_progressive_jpeg_with_its_many_tables_is_read(tmp_path: Path) -> None:
    smooth = ramp(64, 64)
    photo = read_photo(put(tmp_path, pillow_bytes(smooth, "JPEG", progressive=True, quality=98, optimize=True)))
    assert np.abs(photo.pixels.astype(int) - smooth.astype(int)).mean() < 3
