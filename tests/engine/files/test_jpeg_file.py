"""JPEG files: read as libjpeg reads them, with all that they hold."""

import contextlib
import io
import struct
import tempfile
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from facerestore.files import jpeg_file, photoshop, xmp
from facerestore.files.inventory import Kind
from facerestore.files.jpeg_segments import Segment, packed, walked
from facerestore.files.reading import read_photo
from facerestore.files.stored_picture import StoredPicture, UnsupportedPicture
from facerestore.files.writing import notes_on_writing, write_photo
from facerestore.values.photo import InventoryItem, Photo, PhotoMetadata
from tests.support.picture_files import pillow_bytes
from tests.support.pictures import icc_profile, iptc_block, noise, noise_photo, ramp, xmp_packet

JFIF = Segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
PICTURE = ramp(40, 24)


def adobe(transform: int) -> Segment:
    return Segment(0xEE, b"Adobe\0\x64\0\0\0\0" + bytes([transform]))


def with_segments(data: bytes, *added: Segment) -> bytes:
    """The file with these in place of its own APP segments."""
    segments, _ = walked(data)
    return packed([*added, *(part for part in segments if not 0xE0 <= part.marker <= 0xEF)])


def with_names(data: bytes, names: bytes) -> bytes:
    """The file with other component ids, in its frame and in its scan."""
    segments, _ = walked(data)
    renamed = []
    for marker, content in segments:
        if marker in (0xC0, 0xDA):
            start = 6 if marker == 0xC0 else 1
            step = 3 if marker == 0xC0 else 2
            changed = bytearray(content)
            changed[start : start + step * len(names) : step] = names
            renamed.append(Segment(marker, bytes(changed)))
        else:
            renamed.append(Segment(marker, content))
    return packed(renamed)


def by_libjpeg(data: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image)


def read(data: bytes) -> StoredPicture:
    return jpeg_file.decoded(data, max_pixels=10**8)


def kinds(picture: StoredPicture) -> list[tuple[str, bytes | None]]:
    return [(item.kind, item.data) for item in picture.metadata.items]


SHORT_JFIF = Segment(0xE0, b"JFIF\0\1\1")
LONG_ENOUGH = [JFIF, adobe(0), adobe(1), adobe(2)]


@settings(deadline=None, max_examples=120)
@given(
    st.permutations(LONG_ENOUGH).flatmap(lambda drawn: st.integers(0, 3).map(lambda count: drawn[:count])),
    st.sampled_from([b"\1\2\3", b"RGB", b"\0\1\2", b"\1\x22\x23", b"rgb", b"BGR"]),
    st.booleans(),
)
def test_that_jfif_adobe_and_names_of_components_mean_what_they_mean_to_libjpeg(
    headers: list[Segment], names: bytes, progressive: bool
) -> None:
    data = pillow_bytes(PICTURE, "JPEG", quality=90)
    data = with_names(with_segments(data, *headers), names)
    np.testing.assert_array_equal(read(data).pixels, by_libjpeg(data))


@pytest.mark.parametrize("header", [SHORT_JFIF, Segment(0xE0, b"JFIF\0"), Segment(0xEE, b"Adobe\0d\0")])
def test_that_a_header_too_short_to_count_says_nothing_about_colours(header: Segment) -> None:
    data = pillow_bytes(PICTURE, "JPEG", quality=90)
    expected = by_libjpeg(with_segments(with_names(data, b"RGB")))
    np.testing.assert_array_equal(read(with_names(with_segments(data, header), b"RGB")).pixels, expected)


@pytest.mark.parametrize("headers", [[], [JFIF], [adobe(0)], [JFIF, adobe(1)], [adobe(2)]])
def test_that_one_component_is_grey_whatever_else_is_said(headers: list[Segment]) -> None:
    data = with_segments(pillow_bytes(PICTURE[..., 0].copy(), "JPEG"), *headers)
    assert read(data).pixels.ndim == 2
    np.testing.assert_array_equal(read(data).pixels, by_libjpeg(data))


@pytest.mark.parametrize("transform", [None, 0, 2])
def test_that_four_components_are_refused_as_made_for_printing(transform: int | None) -> None:
    data = pillow_bytes(Image.fromarray(PICTURE).convert("CMYK"), "JPEG")
    headers = [] if transform is None else [adobe(transform)]
    with pytest.raises(UnsupportedPicture, match="CMYK"):
        read(with_segments(data, *headers))


WITHOUT_END = {
    "baseline": pillow_bytes(noise(33, 17), "JPEG", quality=90),
    "grey": pillow_bytes(noise(90, 70, channels=None), "JPEG", quality=60),
    "flat": pillow_bytes(np.full((240, 400, 3), 90, np.uint8), "JPEG"),
    "progressive": pillow_bytes(noise(33, 17), "JPEG", progressive=True),
    "restarts": pillow_bytes(noise(64, 33), "JPEG", restart_marker_blocks=2),
}


@pytest.mark.parametrize("name", WITHOUT_END)
@pytest.mark.parametrize("missing", [1, 2])
def test_that_a_picture_without_its_end_marker_is_read_and_that_is_told(name: str, missing: int) -> None:
    whole = WITHOUT_END[name]
    found = read(whole[:-missing])
    np.testing.assert_array_equal(found.pixels, read(whole).pixels)
    assert kinds(found) == [(Kind.END_MISSING, None)]


@pytest.mark.parametrize("name", WITHOUT_END)
def test_that_a_picture_that_breaks_off_anywhere_is_whole_or_refused(name: str) -> None:
    whole = WITHOUT_END[name]
    expected = read(whole).pixels
    refused = 0
    for missing in range(3, min(len(whole) - 700, 400)):
        try:
            np.testing.assert_array_equal(read(whole[:-missing]).pixels, expected)
        except UnsupportedPicture:
            refused += 1
    assert refused > 100


@pytest.mark.parametrize("stray", [b"\0\0\0", b"\0\xff\0\xff\xff", b"\xff\x01", b"rubbish", b"\xff\xd3"])
def test_that_stray_bytes_between_segments_are_passed_over_and_told(stray: bytes) -> None:
    whole = pillow_bytes(PICTURE, "JPEG")
    at = whole.index(b"\xff\xdb")
    found = read(whole[:at] + stray + whole[at:])
    np.testing.assert_array_equal(found.pixels, by_libjpeg(whole))
    assert kinds(found) == [(Kind.STRAY_BYTES, None)]
    padded = read(whole[:at] + b"\xff\xff\xff" + whole[at:])
    assert kinds(padded) == []


def test_that_a_height_that_comes_after_the_first_scan_is_used() -> None:
    whole = pillow_bytes(PICTURE, "JPEG")
    at = whole.index(b"\xff\xc0") + 5
    late = whole[:at] + b"\0\0" + whole[at + 2 : -2] + b"\xff\xdc\0\4" + struct.pack(">H", 24) + b"\xff\xd9"
    np.testing.assert_array_equal(read(late).pixels, by_libjpeg(whole))


def put_icc(parts: list[tuple[int, int, bytes]]) -> bytes:
    segments = [Segment(0xE2, b"ICC_PROFILE\0" + bytes([number, count]) + part) for number, count, part in parts]
    return with_segments(pillow_bytes(PICTURE, "JPEG"), *segments)


PROFILE = icc_profile()
FIRST, SECOND = PROFILE[:200], PROFILE[200:]


@pytest.mark.parametrize(
    "parts",
    [
        [(1, 2, FIRST), (2, 2, SECOND)],
        [(2, 2, SECOND), (1, 2, FIRST)],
        [(0, 1, PROFILE)],
        [(0, 2, FIRST), (1, 2, SECOND)],
        [(1, 1, FIRST), (1, 1, SECOND)],
        [(1, 0, PROFILE)],
        [(1, 255, FIRST), (2, 255, SECOND)],
    ],
)
def test_that_a_profile_in_badly_numbered_parts_is_put_together(parts: list[tuple[int, int, bytes]]) -> None:
    assert read(put_icc(parts)).metadata.icc_profile == PROFILE


@pytest.mark.parametrize("parts", [[(1, 2, FIRST)], [(2, 2, SECOND)], [(0, 2, FIRST), (0, 2, FIRST)]])
def test_that_a_profile_that_lacks_a_part_is_left_out_and_told(parts: list[tuple[int, int, bytes]]) -> None:
    found = read(put_icc(parts))
    assert found.metadata.icc_profile is None
    assert kinds(found) == [(Kind.ICC_PROFILE, None)]


def iptc_with(caption: str) -> bytes:
    return iptc_block(caption=caption) + b"".join(b"\x1c\x02\x19" + struct.pack(">H", 40) + b"k" * 40 for _ in range(4))


def test_that_iptc_in_two_segments_is_one_block() -> None:
    raw = photoshop.with_iptc(iptc_with("Anna"))
    halves = [Segment(0xED, b"Photoshop 3.0\0" + part) for part in (raw[:70], raw[70:])]
    assert read(with_segments(pillow_bytes(PICTURE, "JPEG"), *halves)).metadata.iptc == iptc_with("Anna")


def test_that_two_blocks_of_iptc_are_both_kept() -> None:
    blocks = [b"\x1c\x02\x19\0\5first", b"\x1c\x02\x19\0\6second"]
    segments = [Segment(0xED, b"Photoshop 3.0\0" + photoshop.with_iptc(block)) for block in blocks]
    assert read(with_segments(pillow_bytes(PICTURE, "JPEG"), *segments)).metadata.iptc == b"".join(blocks)


def test_that_damaged_resources_are_told() -> None:
    raw = photoshop.with_iptc(iptc_with("Anna"))[:-30]
    found = read(with_segments(pillow_bytes(PICTURE, "JPEG"), Segment(0xED, b"Photoshop 3.0\0" + raw)))
    assert found.metadata.iptc is None
    assert kinds(found) == [(Kind.DAMAGED_METADATA, None)]


@pytest.mark.parametrize(
    ("segment", "kind"),
    [
        (Segment(0xEB, b"JP\0\1....jumb....c2pa"), Kind.CONTENT_CREDENTIALS),
        (Segment(0xEC, b"Ducky\0"), Kind.UNKNOWN),
        (Segment(0xE1, b"something else"), Kind.UNKNOWN),
    ],
)
def test_that_a_segment_that_is_not_kept_is_told(segment: Segment, kind: Kind) -> None:
    assert kinds(read(with_segments(pillow_bytes(PICTURE, "JPEG"), JFIF, segment))) == [(kind, None)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (b"", []),
        (b"\0" * 20, []),
        (pillow_bytes(PICTURE, "JPEG"), [(Kind.FURTHER_PICTURE, None)]),
        (b"....ftypmp42...", [(Kind.AFTER_END, None)]),
    ],
)
def test_that_what_follows_the_picture_is_told(after: bytes, expected: list[tuple[str, None]]) -> None:
    assert kinds(read(pillow_bytes(PICTURE, "JPEG") + after)) == expected


def test_that_a_second_exif_block_is_told_and_one_in_two_segments_is_whole() -> None:
    block = b"II*\0\x08\0\0\0\0\0\0\0\0\0" + bytes(100)
    in_two = [Segment(0xE1, b"Exif\0\0" + part) for part in (block[:40], block[40:])]
    found = read(with_segments(pillow_bytes(PICTURE, "JPEG"), *in_two))
    assert found.metadata.exif == block
    assert kinds(found) == []
    other = Segment(0xE1, b"Exif\0\0" + block[:40])
    found = read(with_segments(pillow_bytes(PICTURE, "JPEG"), Segment(0xE1, b"Exif\0\0" + block), other))
    assert found.metadata.exif == block
    assert kinds(found) == [(Kind.EXIF_TAGS, None)]


# writing


def again(photo: Photo) -> Photo:
    with tempfile.TemporaryDirectory() as folder:
        write_photo(photo, Path(folder) / "a.jpg")
        return read_photo(Path(folder) / "a.jpg")


def long_packet(size: int) -> bytes:
    return xmp_packet(title="x" * size)


@pytest.mark.parametrize("size", [65_000, 65_600, 200_000])
def test_that_a_long_packet_goes_into_an_extension_and_comes_back(size: int) -> None:
    marked = xmp.with_digital_source_type(long_packet(size), "compositeWithTrainedAlgorithmicMedia")
    assert marked is not None
    photo = noise_photo(metadata=PhotoMetadata(xmp=marked))
    found = again(photo).metadata.xmp
    assert found is not None
    assert b"x" * size in found
    assert xmp.digital_source_type(found) == "compositeWithTrainedAlgorithmicMedia"
    assert found.count(b"HasExtendedXMP") == 0
    assert notes_on_writing(photo, "a.jpg") == ()
    # and once more, without growing
    twice = again(replace_xmp(photo, found)).metadata.xmp
    assert twice is not None
    assert twice.count(b"<dc:title>") == 1


def replace_xmp(photo: Photo, packet: bytes) -> Photo:
    return Photo(photo.pixels, metadata=PhotoMetadata(xmp=packet))


def test_that_another_reader_finds_what_the_extension_says() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_photo(replace_xmp(noise_photo(), long_packet(100_000)), Path(folder) / "a.jpg")
        data = (Path(folder) / "a.jpg").read_bytes()
    segments, _ = walked(data)
    prefix = b"http://ns.adobe.com/xmp/extension/\0"
    parts = [part.data[len(prefix) :] for part in segments if part.data.startswith(prefix)]
    (name,) = {part[:32] for part in parts}
    assert name in data.split(b"HasExtendedXMP", 1)[1]
    assert [struct.unpack(">I", part[36:40])[0] for part in parts] == [0, len(parts[0]) - 40]
    assert sum(len(part) - 40 for part in parts) == struct.unpack(">I", parts[0][32:36])[0]


def test_that_an_extension_that_lacks_a_part_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_photo(replace_xmp(noise_photo(), long_packet(100_000)), Path(folder) / "a.jpg")
        segments, _ = walked((Path(folder) / "a.jpg").read_bytes())
    extensions = [part for part in segments if part.data.startswith(b"http://ns.adobe.com/xmp/extension/\0")]
    found = read(packed([part for part in segments if part is not extensions[0]]))
    assert kinds(found) == [(Kind.EXTENDED_XMP, None)]


@pytest.mark.parametrize(
    "metadata",
    [
        PhotoMetadata(exif=b"II*\0\x08\0\0\0\0\0\0\0\0\0" + bytes(70_000)),
        PhotoMetadata(xmp=b"x" * 70_000),
        PhotoMetadata(icc_profile=bytes(17_000_000)),
        PhotoMetadata(dpi=(70_000.0, 70_000.0)),
    ],
)
def test_that_what_is_too_large_for_jpeg_is_left_out_and_told(metadata: PhotoMetadata) -> None:
    photo = noise_photo(metadata=metadata)
    assert len(notes_on_writing(photo, "a.jpg")) == 1
    assert again(photo).metadata == PhotoMetadata()


def test_that_iptc_longer_than_a_segment_is_kept() -> None:
    block = b"".join(b"\x1c\x02\x19" + struct.pack(">H", 60) + b"k" * 60 for _ in range(2000))
    photo = noise_photo(metadata=PhotoMetadata(iptc=block))
    assert again(photo).metadata.iptc == block
    assert notes_on_writing(photo, "a.jpg") == ()


PATH_RESOURCE = b"8BIM" + struct.pack(">HHI", 2000, 0, 26) + bytes(range(26))


@pytest.mark.parametrize(
    "metadata",
    [
        PhotoMetadata(items=(InventoryItem(Kind.COMMENT, b"Gro\xdfmutter"), InventoryItem(Kind.COMMENT, b"1921"))),
        PhotoMetadata(items=(InventoryItem(Kind.PHOTOSHOP, PATH_RESOURCE),)),
        PhotoMetadata(iptc=iptc_block(), items=(InventoryItem(Kind.PHOTOSHOP, PATH_RESOURCE),)),
        PhotoMetadata(items=(InventoryItem(Kind.RESOLUTION_WITHOUT_UNIT, b"2 1"),)),
        PhotoMetadata(dpi=(118 * 2.54, 118 * 2.54), is_metric=True),
    ],
)
def test_that_a_jpeg_keeps_what_it_has_a_place_for(metadata: PhotoMetadata) -> None:
    photo = noise_photo(metadata=metadata)
    assert again(photo).metadata == metadata
    assert notes_on_writing(photo, "a.jpg") == ()


# crafted files


def costs_little(data: bytes) -> None:
    began = time.process_time()
    with contextlib.suppress(UnsupportedPicture):
        read(data)
    assert time.process_time() - began < 5


def test_that_thousands_of_scans_are_refused() -> None:
    whole = pillow_bytes(np.zeros((2000, 2000), np.uint8), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    crafted = whole[:-2] + whole[last:-2] * 2000 + whole[-2:]
    with pytest.raises(UnsupportedPicture, match="passes"):
        read(crafted)
    costs_little(crafted)


def test_that_millions_of_empty_segments_are_refused() -> None:
    whole = pillow_bytes(PICTURE, "JPEG")
    costs_little(whole[:2] + b"\xff\xfe\0\2" * 3_000_000 + whole[2:])
    costs_little(whole[:-2] + b"\xff\xfe\0\2" * 3_000_000 + whole[-2:])
    costs_little(whole[:2] + b"\xff" * 30_000_000 + whole[2:])
    costs_little(whole[:2] + b"\xff\0" * 15_000_000 + whole[2:])


def test_that_two_headers_of_different_size_are_refused() -> None:
    segments, _ = walked(pillow_bytes(PICTURE, "JPEG"))
    frame = next(part for part in segments if part.marker == 0xC0)
    larger = Segment(0xC0, frame.data[:1] + b"\xff\xff\xff\xff" + frame.data[5:])
    with pytest.raises(UnsupportedPicture, match="two"):
        read(packed([segments[0], larger, *segments[1:]]))
