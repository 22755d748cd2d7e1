"""EXIF blocks of pictures that were turned and changed: what they say of how it lies stays true (EXIF 2.32)."""

import struct
from typing import Final

from facerestore.files.exif import (
    ORIENTATION,
    X_RESOLUTION,
    Y_RESOLUTION,
    DamagedBlock,
    Directory,
    Order,
    Tag,
    byte_order,
    directory_offsets,
    integers,
    read_directory,
)
from facerestore.values.geometry import Extent

_EXPOSURE, _INTEROPERABILITY = 34665, 40965
_WIDTHS: Final = (256, 40962, 4097)
_HEIGHTS: Final = (257, 40963, 4098)
_PAIRS: Final = ((X_RESOLUTION, Y_RESOLUTION), (41486, 41487))
"""Resolution of the picture, and of the sensor."""
_PREVIEW_OFFSET, _PREVIEW_BYTES = 513, 514
_STRIP_OFFSETS, _STRIP_BYTES = 273, 279
_INTEGERS: Final = {3: "H", 4: "I"}


def upright(block: bytes, turned: Extent | None = None, *, is_exchanged: bool = True) -> bytes:
    """The block with orientation 1 and without its preview, which shows the picture as it was, and not another byte
    changed; a damaged block itself. ``turned``: the size of a picture that has another now: tags of its size then say
    that. ``is_exchanged``: its sides were exchanged, and so are its resolutions."""
    try:
        order, first = byte_order(block), read_directory(block)
        offsets = directory_offsets(block)
    except DamagedBlock:
        return block
    changed = bytearray(block)
    _put(changed, first.get(ORIENTATION), 1, order)
    if turned is not None:
        _turn(changed, first, order, turned, is_exchanged=is_exchanged)
    if len(offsets) > 1:
        _take_previews_out(changed, offsets, order)
    return bytes(changed)


def _turn(block: bytearray, first: Directory, order: Order, turned: Extent, *, is_exchanged: bool) -> None:
    exposure = _below(first, _EXPOSURE)
    for directory in (first, exposure, _below(exposure, _INTEROPERABILITY)):
        for codes, value in ((_WIDTHS, turned.width), (_HEIGHTS, turned.height)):
            for code in codes:
                _put(block, directory.get(code), value, order)
        for pair in _PAIRS if is_exchanged else ():
            across, down = (directory.get(code) for code in pair)
            if across is not None and down is not None and (across.kind, across.count) == (down.kind, down.count):
                for tag, value_of_other in ((across, down.value), (down, across.value)):
                    block[tag.position : tag.position + len(tag.value)] = value_of_other


def _below(directory: Directory, code: int) -> Directory:
    tag = directory.get(code)
    return {} if tag is None or tag.directory is None else tag.directory


def _put(block: bytearray, tag: Tag | None, value: int, order: Order) -> None:
    """A number in place of a tag's, if there is one and it has the room."""
    if tag is None or tag.kind not in _INTEGERS or tag.count != 1 or value >> 8 * len(tag.value):
        return
    block[tag.position : tag.position + len(tag.value)] = struct.pack(order + _INTEGERS[tag.kind], value)


def _take_previews_out(block: bytearray, offsets: list[int], order: Order) -> None:
    """No directory follows the first, and of the previews in those that did nothing is left; what lies at the end is
    cut off."""
    for offset in offsets[1:]:
        try:
            directory = read_directory(bytes(block), offset)
        except DamagedBlock:
            continue
        for starts, sizes in ((_PREVIEW_OFFSET, _PREVIEW_BYTES), (_STRIP_OFFSETS, _STRIP_BYTES)):
            parts = zip(integers(directory.get(starts), order), integers(directory.get(sizes), order), strict=False)
            for start, size in sorted(parts, reverse=True):
                _erase(block, start, size)
    (entries,) = struct.unpack_from(order + "H", block, offsets[0])
    struct.pack_into(order + "I", block, offsets[0] + 2 + 12 * entries, 0)


def _erase(block: bytearray, start: int, size: int) -> None:
    end = min(start + size, len(block))
    if not 8 <= start < end:
        return
    if any(block[end:]):
        block[start:end] = bytes(end - start)
    else:
        del block[start:]
