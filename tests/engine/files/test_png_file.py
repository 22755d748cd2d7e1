"""PNG files: read as libpng reads them, with all that they hold."""

import struct
import tempfile
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.files import photoshop, png_file
from facerestore.files.inventory import Kind
from facerestore.files.png_chunks import Chunk, packed_file, read_chunks, text_chunk, with_chunks
from facerestore.files.reading import read_photo
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture
from facerestore.files.writing import notes_on_writing, write_photo
from facerestore.values.photo import InventoryItem, Photo, PhotoMetadata
from tests.support.crafted_jpeg_png import (
    overlapping_exif,
    packed_international_text,
    png,
    raw_profile,
    zipped_text,
)
from tests.support.picture_files import pillow_bytes
from tests.support.pictures import exif_block, icc_profile, iptc_block, noise, noise_photo, xmp_packet

RGB = pillow_bytes(noise(9, 7), "PNG")


def read(data: bytes) -> StoredPicture:
    return png_file.decoded(data, max_pixels=10**8)


def kinds(picture: StoredPicture) -> list[tuple[str, bytes | None]]:
    return [(item.kind, item.data) for item in picture.metadata.items]


def again(photo: Photo) -> Photo:
    with tempfile.TemporaryDirectory() as folder:
        write_photo(photo, Path(folder) / "a.png")
        return read_photo(Path(folder) / "a.png")


# what the samples mean

LAYOUTS = [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (4, 8), (4, 16), (6, 8), (6, 16)]
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
NOT_FOR_THE_DECODER = [
    Chunk(b"gAMA", struct.pack(">I", 20_000)),
    Chunk(b"sBIT", b"\1\1\1\1"),
    Chunk(b"iCCP", b"broken"),
    Chunk(b"bKGD", b"\0\0"),
]


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(LAYOUTS),
    st.integers(1, 19),
    st.integers(1, 19),
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(NOT_FOR_THE_DECODER), max_size=2),
    st.randoms(use_true_random=False),
)
def test_that_every_depth_interlaced_or_not_gives_its_samples_and_its_transparent_colour(
    layout: tuple[int, int],
    width: int,
    height: int,
    interlaced: bool,
    has_colour: bool,
    others: list[Chunk],
    random: Any,
) -> None:
    colour_type, depth = layout
    drawn = np.random.default_rng(random.randrange(10**6))
    samples = drawn.integers(0, 2**depth, (height, width, CHANNELS[colour_type]), np.uint16)
    before = list(others)
    transparent = None
    if has_colour and colour_type in (0, 2):
        transparent = samples[0, 0]
        # of the bits above a sample's own nobody should take notice
        above = 0 if depth == 16 else 0xFF00
        before.append(Chunk(b"tRNS", (transparent | above).astype(">u2").tobytes()))
    found = read(png(samples, depth, colour_type, before=before, interlaced=interlaced))
    white = 65535 if depth == 16 else 255
    shown = samples * (white // (2**depth - 1))
    colours = shown[..., 0] if colour_type in (0, 4) else shown[..., :3]
    np.testing.assert_array_equal(found.pixels, colours)
    assert found.pixels.dtype == (np.uint16 if depth == 16 else np.uint8)
    if colour_type in (4, 6):
        np.testing.assert_array_equal(found.alpha, shown[..., -1])
    elif transparent is not None:
        np.testing.assert_array_equal(found.alpha, np.where((samples == transparent).all(axis=2), 0, white))
    else:
        assert found.alpha is None


@pytest.mark.parametrize("depth", [1, 2, 4, 8])
@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("opaque", [None, 1, 2])
def test_that_palettes_of_every_depth_give_their_colours(depth: int, interlaced: bool, opaque: int | None) -> None:
    colours = np.random.default_rng(depth).integers(0, 256, (2**depth, 3), np.uint8)
    samples = np.random.default_rng(1).integers(0, 2**depth, (11, 13, 1), np.uint16)
    before = [Chunk(b"PLTE", colours.tobytes())]
    if opaque is not None:
        before.append(Chunk(b"tRNS", bytes([0, 128][:opaque])))
    found = read(png(samples, depth, 3, before=before, interlaced=interlaced))
    np.testing.assert_array_equal(found.pixels, colours[samples[..., 0]])
    if opaque is None:
        assert found.alpha is None
    else:
        alphas = np.array([0, 128, *[255] * 256], np.uint8)
        alphas[opaque:] = 255
        np.testing.assert_array_equal(found.alpha, alphas[samples[..., 0]])


GREY = np.zeros((2, 2, 1), np.uint16)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(GREY, 8, 0, before=[Chunk(b"CgBI", b"\0\0\0\0")]), "rare kind"),
        (RGB.replace(b"\0\0\0\x09\0\0\0\x07\x08\x02", b"\0\0\0\x09\0\0\0\x07\x08\x05"), "checksum"),
        (packed_file([Chunk(b"IHDR", b"\0\0\0\2\0\0\0\2\x10\3\0\0\0"), *read_chunks(RGB)[1:]]), "header is wrong"),
        (packed_file([Chunk(b"IHDR", b"\0\0\0\2\0\0\0\2\x08\2\0\1\0"), *read_chunks(RGB)[1:]]), "header is wrong"),
        (packed_file([Chunk(b"IHDR", b"\0\x1e\0\0\0\0\0\1\x08\0\0\0\0"), *read_chunks(RGB)[1:]]), "too long"),
    ],
)
def test_that_what_libpng_could_not_read_right_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnsupportedPicture, match=reason):
        read(data)


@pytest.mark.parametrize(
    "before",
    [
        [Chunk(b"tRNS", b"abc")],
        [Chunk(b"PLTE", b"abcd")],
        [Chunk(b"PLTE", b"abcdef"), Chunk(b"tRNS", b"\1\2\1\2\1\2")],
    ],
)
def test_that_the_decoder_has_nothing_to_say_on_the_terminal(
    before: list[Chunk], capfd: pytest.CaptureFixture[str]
) -> None:
    rgb = np.zeros((2, 2, 3), np.uint16)
    read(png(rgb, 8, 2, before=before))
    read(png(GREY, 8, 0, before=[Chunk(b"PLTE", b"abcdef"), Chunk(b"tRNS", b"\xff\1")]))
    read(png(GREY, 8, 3, before=[Chunk(b"PLTE", b"abcdef"), Chunk(b"tRNS", b"\xff\1\1")]))
    assert capfd.readouterr().err == ""


# files that are not quite whole


@pytest.mark.parametrize("missing", [12, 11, 4, 1])
def test_that_a_picture_without_its_end_is_read_and_that_is_told(missing: int) -> None:
    found = read(RGB[:-missing])
    np.testing.assert_array_equal(found.pixels, read(RGB).pixels)
    assert kinds(found) == [(Kind.END_MISSING, None)]


def test_that_a_picture_that_breaks_off_anywhere_else_is_refused_unless_it_is_whole() -> None:
    expected = read(RGB).pixels
    refused = 0
    for size in range(len(RGB)):
        try:
            np.testing.assert_array_equal(read(RGB[:size]).pixels, expected)
        except UnsupportedPicture:
            refused += 1
    assert len(RGB) - refused == 12 + 4


def with_wrong_checksum(data: bytes, kind: bytes) -> bytes:
    at = data.index(kind)
    end = at + 4 + int.from_bytes(data[at - 4 : at], "big")
    return data[:end] + bytes([data[end] ^ 1]) + data[end + 1 :]


@pytest.mark.parametrize(
    ("chunk", "kind"),
    [
        (text_chunk("Title", "Anna"), Kind.DAMAGED_TEXT),
        (zipped_text(b"Title", b"Anna"), Kind.DAMAGED_TEXT),
        (Chunk(b"gAMA", b"\0\0\1\1"), Kind.DAMAGED_METADATA),
        (Chunk(b"eXIf", exif_block()), Kind.DAMAGED_METADATA),
    ],
)
def test_that_a_wrong_checksum_beside_the_picture_costs_only_that_part(chunk: Chunk, kind: Kind) -> None:
    found = read(with_wrong_checksum(with_chunks(RGB, [chunk]), chunk.kind))
    np.testing.assert_array_equal(found.pixels, read(RGB).pixels)
    assert kinds(found) == [(kind, None)]
    assert found.metadata.exif is None


@pytest.mark.parametrize("kind", [b"IHDR", b"IDAT", b"PLTE", b"tRNS"])
def test_that_a_wrong_checksum_of_the_picture_is_refused(kind: bytes) -> None:
    data = png(GREY, 8, 3, before=[Chunk(b"PLTE", b"abcdef"), Chunk(b"tRNS", b"\1")])
    with pytest.raises(UnsupportedPicture, match="checksum"):
        read(with_wrong_checksum(data, kind))


def test_that_data_after_the_end_are_told() -> None:
    assert kinds(read(RGB + b"PK\3\4 a zip")) == [(Kind.AFTER_END, None)]
    assert kinds(read(RGB + b"\0\0\0")) == []


# what a file says of its picture

TEXTS = [
    text_chunk("Title", "Gro\xdfmutter"),
    zipped_text(b"Comment", b"long ago"),
    Chunk(b"iTXt", b"Description\0\0\0de\0Beschreibung\0" + "Großmutter".encode()),
    packed_international_text(b"Author", b"Anna"),
    text_chunk("Comment", "twice"),
    text_chunk("Raw profile type exif", "not hexadecimal"),
]
COLOURS = [
    (Kind.CHROMATICITIES, b"cHRM", bytes(range(32))),
    (Kind.GAMMA, b"gAMA", struct.pack(">I", 45_455)),
    (Kind.STANDARD_RGB, b"sRGB", b"\0"),
    (Kind.CODING_POINTS, b"cICP", b"\x0c\x0d\0\1"),
    (Kind.MASTERING_DISPLAY, b"mDCV", bytes(24)),
    (Kind.LIGHT_LEVEL, b"cLLI", bytes(8)),
    (Kind.CHANGE_TIME, b"tIME", bytes(7)),
    (Kind.SIGNIFICANT_BITS, b"sBIT", b"\5\6\5"),
    (Kind.BACKGROUND, b"bKGD", b"\0\1\0\2\0\3"),
    (Kind.PNG_CHUNK, b"vpAg", b"anything"),
]


@pytest.mark.parametrize("chunk", [*TEXTS, *(Chunk(name, data) for _, name, data in COLOURS)])
def test_that_a_text_or_a_statement_about_colours_comes_through_byte_for_byte(tmp_path: Path, chunk: Chunk) -> None:
    (tmp_path / "a.png").write_bytes(with_chunks(RGB, [chunk]))
    photo = read_photo(tmp_path / "a.png")
    assert notes_on_writing(photo, tmp_path / "b.png") == ()
    write_photo(photo, tmp_path / "b.png")
    assert chunk in read_chunks((tmp_path / "b.png").read_bytes())
    assert read_photo(tmp_path / "b.png").metadata == photo.metadata
    assert len(notes_on_writing(photo, tmp_path / "b.webp")) == 1


@pytest.mark.parametrize(
    ("chunk", "kind"),
    [(Chunk(b"caBX", b"c2pa"), Kind.CONTENT_CREDENTIALS), (Chunk(b"prIV", b"anything"), Kind.UNKNOWN)],
)
def test_that_a_chunk_that_does_not_hold_for_other_pixels_is_told(chunk: Chunk, kind: Kind) -> None:
    assert kinds(read(with_chunks(RGB, [chunk]))) == [(kind, None)]


def test_that_a_background_is_translated_with_the_samples() -> None:
    palette = [Chunk(b"PLTE", bytes(range(12))), Chunk(b"bKGD", b"\2")]
    assert kinds(read(png(GREY, 2, 3, before=palette))) == [(Kind.BACKGROUND, b"\0\6\0\7\0\x08")]
    assert kinds(read(png(GREY, 4, 0, before=[Chunk(b"bKGD", b"\0\x0f")]))) == [(Kind.BACKGROUND, b"\0\xff")]


def test_that_significant_bits_are_kept_with_a_transparent_colour_and_not_where_they_do_not_fit() -> None:
    bits = PhotoMetadata(items=(InventoryItem(Kind.SIGNIFICANT_BITS, b"\5\6\5"),))
    transparent = noise_photo(alpha=True, metadata=bits)
    assert again(transparent).metadata.items == (InventoryItem(Kind.SIGNIFICANT_BITS, b"\5\6\5\x08"),)
    grey = noise_photo(grey=True, metadata=bits)
    assert len(notes_on_writing(grey, "a.png")) == 0
    deep = replace(bits, items=(InventoryItem(Kind.SIGNIFICANT_BITS, b"\x0c\x0c\x0c"),))
    assert len(notes_on_writing(noise_photo(metadata=deep), "a.png")) == 1


EXIF = exif_block()


@pytest.mark.parametrize(
    ("chunks", "field", "expected"),
    [
        ([raw_profile("exif", b"Exif\0\0" + EXIF)], "exif", EXIF),
        ([raw_profile("APP1", b"Exif\0\0" + EXIF)], "exif", EXIF),
        ([raw_profile("exif", EXIF)], "exif", EXIF),
        ([Chunk(b"eXIf", b"Exif\0\0" + EXIF)], "exif", EXIF),
        ([raw_profile("xmp", xmp_packet())], "xmp", xmp_packet()),
        ([raw_profile("APP1", b"http://ns.adobe.com/xap/1.0/\0" + xmp_packet())], "xmp", xmp_packet()),
        ([packed_international_text(b"XML:com.adobe.xmp", xmp_packet())], "xmp", xmp_packet()),
        ([zipped_text(b"XML:com.adobe.xmp", xmp_packet())], "xmp", xmp_packet()),
        ([raw_profile("iptc", iptc_block())], "iptc", iptc_block()),
        ([raw_profile("iptc", photoshop.with_iptc(iptc_block()))], "iptc", iptc_block()),
        ([raw_profile("8bim", photoshop.with_iptc(iptc_block()))], "iptc", iptc_block()),
        ([raw_profile("icc", icc_profile())], "icc_profile", icc_profile()),
        ([raw_profile("icm", icc_profile())], "icc_profile", icc_profile()),
    ],
)
def test_that_a_profile_in_a_text_is_the_same_as_one_in_its_own_chunk(
    tmp_path: Path, chunks: list[Chunk], field: str, expected: bytes
) -> None:
    (tmp_path / "a.png").write_bytes(with_chunks(RGB, chunks))
    photo = read_photo(tmp_path / "a.png")
    assert getattr(photo.metadata, field) == expected
    assert photo.metadata.items == ()
    found = again(photo)
    assert getattr(found.metadata, field) == expected


def test_that_an_exif_block_in_a_text_turns_the_picture() -> None:
    data = with_chunks(RGB, [raw_profile("exif", b"Exif\0\0" + exif_block(orientation=6))])
    assert read(data).orientation == 6


@pytest.mark.parametrize(
    ("metadata", "physical"),
    [
        (PhotoMetadata(dpi=(300.0, 300.0)), (11811, 11811, 1)),
        (PhotoMetadata(dpi=(118 * 2.54, 118 * 2.54), is_metric=True), (11800, 11800, 1)),
        (PhotoMetadata(items=(InventoryItem(Kind.RESOLUTION_WITHOUT_UNIT, b"3 2"),)), (3, 2, 0)),
    ],
)
def test_that_a_resolution_comes_back_as_it_was_meant(metadata: PhotoMetadata, physical: tuple[int, int, int]) -> None:
    photo = noise_photo(metadata=metadata)
    with tempfile.TemporaryDirectory() as folder:
        write_photo(photo, Path(folder) / "a.png")
        data = (Path(folder) / "a.png").read_bytes()
    assert Chunk(b"pHYs", struct.pack(">IIB", *physical)) in read_chunks(data)
    found = read(data).metadata
    assert found.items == metadata.items
    assert found.is_metric == metadata.is_metric
    assert found.dpi == pytest.approx(metadata.dpi)


@pytest.mark.parametrize("comment", [b"Anna", b"Gro\xdfmutter", "Großmutter 中".encode(), b"nul\0within"])
def test_that_a_jpeg_comment_is_a_text_in_a_png(comment: bytes) -> None:
    photo = noise_photo(metadata=PhotoMetadata(items=(InventoryItem(Kind.COMMENT, comment),)))
    assert notes_on_writing(photo, "a.png") == ()
    ((kind, data),) = [(item.kind, item.data or b"") for item in again(photo).metadata.items]
    assert kind == Kind.TEXT
    assert data[4:].startswith(b"Comment\0")
    assert data.endswith(comment.replace(b"\0", b" "))


def test_that_a_picture_one_pixel_wide_and_mirrored_is_written(tmp_path: Path) -> None:
    column = noise(1, 9)
    (tmp_path / "a.png").write_bytes(
        with_chunks(pillow_bytes(column, "PNG"), [Chunk(b"eXIf", exif_block(orientation=2))])
    )
    np.testing.assert_array_equal(again(read_photo(tmp_path / "a.png")).pixels, column)


# crafted files


def costs_little(data: bytes) -> StoredPicture:
    began = time.process_time()
    found = read(data)
    assert time.process_time() - began < 5
    return found


def test_that_packed_texts_are_not_unpacked() -> None:
    large = zlib.compress(bytes(64 * 2**20), 9)
    chunks = [Chunk(b"zTXt", b"Comment\0\0" + large) for _ in range(100)]
    found = costs_little(with_chunks(RGB, chunks))
    assert len(found.metadata.items) == 100
    again(Photo(found.pixels, metadata=found.metadata))


def test_that_a_packet_that_unpacks_to_60_megabytes_is_left_out_and_told() -> None:
    chunk = packed_international_text(b"XML:com.adobe.xmp", b"<a/>" * 15_000_000)
    found = costs_little(with_chunks(RGB, [chunk]))
    assert found.metadata.xmp is None
    assert kinds(found) == [(Kind.XMP, None)]


def test_that_tags_that_lie_over_one_another_cost_little() -> None:
    costs_little(with_chunks(RGB, [Chunk(b"eXIf", overlapping_exif(60_000, 800_000))]))


def test_that_a_million_empty_chunks_are_refused() -> None:
    data = RGB[:33] + Chunk(b"teXt", b"").kind.join([b"\0\0\0\0", b"\0\0\0\0"]) * 1_000_000 + RGB[33:]
    began = time.process_time()
    with pytest.raises(UnsupportedPicture, match="too many"):
        read(data)
    assert time.process_time() - began < 5
