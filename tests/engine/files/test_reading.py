import contextlib
import io
import os
import tempfile
import zlib
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from facerestore.files import exif
from facerestore.files.reading import read_mask, read_photo
from facerestore.files.writing import write_photo
from facerestore.values.errors import MaskUnreadable, PhotoUnreadable
from facerestore.values.geometry import Extent
from tests.support.pictures import (
    as_stored,
    box_mask,
    exif_block,
    full_metadata,
    iptc_block,
    noise,
    noise_photo,
    ramp,
    xmp_packet,
)

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


def test_that_extra_channels_of_no_stated_meaning_are_left_out(tmp_path: Path) -> None:
    stored = noise(9, 7, channels=5)
    data = tiff_bytes(stored, photometric="rgb", planarconfig="contig", extrasamples=["unspecified", "unspecified"])
    photo = read_photo(put(tmp_path, data))
    np.testing.assert_array_equal(photo.pixels, stored[..., :3])
    assert photo.alpha is None


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


# what is refused


def animated(format_name: str) -> bytes:
    frames = [Image.fromarray(noise(8, 8, seed=seed)) for seed in range(3)]
    return pillow_bytes(frames[0], format_name, save_all=True, append_images=frames[1:], duration=50)


def bomb() -> bytes:
    """A PNG of a few bytes that claims 40,000 x 40,000 pixels."""
    from facerestore.files.png_file import Chunk, packed_file

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


def test_that_a_progressive_jpeg_with_its_many_tables_is_read(tmp_path: Path) -> None:
    smooth = ramp(64, 64)
    photo = read_photo(put(tmp_path, pillow_bytes(smooth, "JPEG", progressive=True, quality=98, optimize=True)))
    assert np.abs(photo.pixels.astype(int) - smooth.astype(int)).mean() < 3


def test_that_a_single_wrong_bit_in_a_png_is_found(tmp_path: Path) -> None:
    data = bytearray(pillow_bytes(noise(20, 20), "PNG"))
    data[len(data) // 2] ^= 1
    with pytest.raises(PhotoUnreadable, match="damaged"):
        read_photo(put(tmp_path, bytes(data)))


def test_that_a_packed_profile_of_enormous_size_is_left_out(tmp_path: Path) -> None:
    from facerestore.files.png_file import Chunk, with_chunks

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


# masks


def test_that_white_is_restored_from_half_on_at_every_depth(tmp_path: Path) -> None:
    eight = np.array([[0, 126, 127, 255]], np.uint8)
    sixteen = np.array([[0, 32638, 32639, 65535]], np.uint16)
    for samples in (eight, sixteen, np.repeat(eight[..., None], 3, axis=2)):
        mask = read_mask(put(tmp_path, imagecodecs.png_encode(samples)))
        np.testing.assert_array_equal(mask.coverage, [[0, 0, 255, 255]])


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "LA", "RGBA", "P"])
@pytest.mark.parametrize("format_name", ["PNG", "TIFF"])
def test_that_a_mask_of_every_mode_says_the_same(tmp_path: Path, mode: str, format_name: str) -> None:
    expected = box_mask(Extent(9, 7), 2, 1, 6, 5)
    image = Image.fromarray(expected.coverage).convert("RGB").convert(mode)
    found = read_mask(put(tmp_path, pillow_bytes(image, format_name)), extent=Extent(9, 7))
    np.testing.assert_array_equal(found.coverage, expected.coverage)


def test_that_a_turned_mask_lies_over_its_turned_photo(tmp_path: Path) -> None:
    expected = box_mask(Extent(9, 7), 2, 1, 6, 5)
    for orientation in ORIENTATIONS:
        stored = as_stored(expected.coverage, orientation)
        data = pillow_bytes(stored, "PNG", exif=exif_block(orientation=orientation))
        found = read_mask(put(tmp_path, data), extent=Extent(9, 7))
        np.testing.assert_array_equal(found.coverage, expected.coverage)


def test_that_what_is_transparent_in_a_mask_is_kept(tmp_path: Path) -> None:
    painted = np.array([[[255, 255], [255, 0], [0, 255]]], np.uint8)
    mask = read_mask(put(tmp_path, imagecodecs.png_encode(painted)))
    np.testing.assert_array_equal(mask.coverage, [[255, 0, 0]])


def test_that_a_mask_of_another_size_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = put(tmp_path, pillow_bytes(np.zeros((7, 9), np.uint8), "PNG"))
    with pytest.raises(MaskUnreadable, match=r"9 x 7.*10 x 8") as refused:
        read_mask(path, extent=Extent(10, 8))
    assert refused.value.advice


def test_that_a_coloured_picture_is_no_mask(tmp_path: Path) -> None:
    with pytest.raises(MaskUnreadable, match="colours"):
        read_mask(put(tmp_path, pillow_bytes(ramp(9, 7), "PNG")))


def test_that_a_damaged_mask_is_a_matter_of_the_mask(tmp_path: Path) -> None:
    with pytest.raises(MaskUnreadable, match="empty"):
        read_mask(put(tmp_path, b""))
