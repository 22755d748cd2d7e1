"""EXIF blocks of pictures that were turned and changed."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.files import exif
from facerestore.files.exif_upright import upright
from facerestore.values.geometry import Extent
from tests.support.pictures import exif_block

PREVIEW = b"\xff\xd8" + b"a face on its side" * 5 + b"\xff\xd9"


def short(order: str, value: int) -> exif.Tag:
    return exif.Tag(3, 1, struct.pack(order + "H", value))


def long(order: str, value: int) -> exif.Tag:
    return exif.Tag(4, 1, struct.pack(order + "I", value))


def ratio(order: str, above: int, below: int) -> exif.Tag:
    return exif.Tag(5, 1, struct.pack(order + "II", above, below))


def camera_block(order: exif.Order, *, after: bytes = b"") -> bytes:
    """What a camera writes: sizes, resolutions, and a directory with a preview, which has an orientation too."""
    interoperability = {1: exif.Tag(2, 4, b"R98\0"), 4097: long(order, 30), 4098: long(order, 40)}
    exposure = {
        40962: long(order, 30),
        40963: short(order, 40),
        41486: ratio(order, 5, 1),
        41487: ratio(order, 6, 1),
        40965: exif.Tag(4, 1, bytes(4), directory=interoperability),
    }
    first = {
        exif.ORIENTATION: short(order, 6),
        exif.X_RESOLUTION: ratio(order, 300, 1),
        exif.Y_RESOLUTION: ratio(order, 600, 2),
        34665: exif.Tag(4, 1, bytes(4), directory=exposure),
    }
    block = bytearray(exif.packed_block(first, order))
    second_at = len(block) + len(block) % 2
    block += bytes(second_at - len(block))
    second = {exif.ORIENTATION: short(order, 6), 513: long(order, 0), 514: long(order, len(PREVIEW))}
    preview_at = second_at + len(exif.packed(second, order, second_at))
    second[513] = long(order, preview_at)
    struct.pack_into(order + "I", block, 8 + 2 + 12 * len(first), second_at)
    return bytes(block) + exif.packed(second, order, second_at) + PREVIEW + after


def number(directory: exif.Directory, code: int, order: str) -> int:
    return exif.integers(directory[code], order)[0]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("after", [b"", b"\0\0", b"a maker's own notes"])
def test_that_a_turned_block_has_no_preview_and_says_the_size_of_the_turned_picture(
    order: exif.Order, after: bytes
) -> None:
    found = upright(camera_block(order, after=after), Extent(40, 30))
    assert len(exif.directory_offsets(found)) == 1
    assert PREVIEW[2:-2] not in found
    assert found.endswith(after.strip(b"\0"))
    first = exif.read_directory(found)
    exposure = first[34665].directory or {}
    interoperability = exposure[40965].directory or {}
    assert number(first, exif.ORIENTATION, order) == 1
    assert (number(exposure, 40962, order), number(exposure, 40963, order)) == (40, 30)
    assert (number(interoperability, 4097, order), number(interoperability, 4098, order)) == (40, 30)
    assert first[exif.X_RESOLUTION].value == struct.pack(order + "II", 600, 2)
    assert first[exif.Y_RESOLUTION].value == struct.pack(order + "II", 300, 1)
    assert exposure[41486].value == struct.pack(order + "II", 6, 1)


def test_that_a_block_that_was_not_turned_keeps_its_sizes_but_not_its_preview() -> None:
    found = upright(camera_block("<"))
    exposure = exif.read_directory(found)[34665].directory or {}
    assert (number(exposure, 40962, "<"), number(exposure, 40963, "<")) == (30, 40)
    assert PREVIEW not in found


def test_that_a_block_without_orientation_and_preview_is_not_changed_by_a_byte() -> None:
    block = exif_block(orientation=None)
    assert upright(block, Extent(3, 4)) == block
    assert upright(exif_block(orientation=1)) == exif_block(orientation=1)


def test_that_a_size_that_a_tag_has_no_room_for_is_left() -> None:
    exposure = exif.read_directory(upright(camera_block("<"), Extent(70_000, 70_001)))[34665].directory or {}
    assert (number(exposure, 40962, "<"), number(exposure, 40963, "<")) == (70_000, 40)


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_that_a_damaged_block_is_no_obstacle(data: st.DataObject) -> None:
    block = bytearray(camera_block("<"))
    for _ in range(data.draw(st.integers(1, 6))):
        block[data.draw(st.integers(0, len(block) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(block)))
    assert len(upright(bytes(block[:cut]), Extent(40, 30))) <= cut
