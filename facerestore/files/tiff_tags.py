"""Tags of a TIFF that say something of its picture: into PhotoMetadata, and back into a directory.

What no field is for goes into the EXIF block, whose first directory is one of TIFF tags: white point and primaries,
artist and place, tags of programs that we do not know. So every format that holds an EXIF block holds them.
"""

import struct
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from facerestore.files import exif, photoshop
from facerestore.files.inventory import COLOUR_KINDS, Kind
from facerestore.files.stored_picture import MAX_XMP_BYTES
from facerestore.files.tiff_structure import PALETTE, RGB, WHITE_IS_ZERO, TiffStructure
from facerestore.values.photo import InventoryItem, PhotoMetadata

COLOURS: Final = 320
_XMP: Final = 700
_PHOTOSHOP: Final = 34377
_ICC: Final = 34675
_LAYERS: Final = 37724
_CONTENT_CREDENTIALS: Final = 52545
_SUB_PICTURES: Final = 330
_OLD_JPEG: Final = 513
_GREY_RESPONSE, _TRANSFER_FUNCTION, _BLACK_WHITE = 291, 301, 532
_COLOUR_TAGS: Final = frozenset({290, _GREY_RESPONSE, _TRANSFER_FUNCTION, 318, 319, 342, _BLACK_WHITE})
"""White point, primaries and curves."""
_OF_STORAGE: Final = frozenset(
    {*range(254, 260), *range(262, 269), 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 288, 289, 292, 293, 296, 297}
    | {COLOURS, 317, 321, *range(322, 329), _SUB_PICTURES, 332, 333, 334, 336, *range(338, 342), 347}
    | {*range(512, 522), 529, 530, 531, 559, 32997, _XMP, exif.IPTC, _PHOTOSHOP, _ICC, _LAYERS, _CONTENT_CREDENTIALS}
)
"""Tags that say how a file stores its picture, or that have a field of their own."""
_DIRECTORY_KINDS: Final = frozenset({13, 18})
_BYTE, _SHORT, _UNDEFINED = 1, 3, 7


def metadata_of(
    tags: exif.Directory, order: exif.Order, structure: TiffStructure, items: list[InventoryItem]
) -> tuple[PhotoMetadata, int]:
    """What a directory says, with ``items`` and more of them, and its orientation, 1 to 8."""
    found = list(items)
    orientation = (exif.integers(tags.get(exif.ORIENTATION), order) or (1,))[0]
    orientation = orientation if 1 <= orientation <= 8 else 1
    described = {code: tag for code, tag in tags.items() if code not in _OF_STORAGE}
    for code in (_GREY_RESPONSE, _TRANSFER_FUNCTION):
        if code in described and not _is_of_samples(described[code], structure):
            del described[code]
            found.append(InventoryItem(Kind.TRANSFER_FUNCTION))
    if structure.photometric != RGB:
        described.pop(_BLACK_WHITE, None)  # of YCbCr it is how the samples are stored
    described, are_all = _without_pointers(described)
    if not are_all:
        found.append(InventoryItem(Kind.EXIF_TAGS))
    if _SUB_PICTURES in tags or _OLD_JPEG in tags:
        found.append(InventoryItem(Kind.PREVIEW))
    if _LAYERS in tags:
        found.append(InventoryItem(Kind.PHOTOSHOP_LAYERS))
    if _CONTENT_CREDENTIALS in tags:
        found.append(InventoryItem(Kind.CONTENT_CREDENTIALS))
    iptc, resources, is_whole = photoshop.of_segments([_value(tags, _PHOTOSHOP) or b""])
    if resources is not None:
        # its paths and guides lie in the picture as it was stored
        found.append(InventoryItem(Kind.PHOTOSHOP, resources if orientation == 1 else None))
    if not is_whole:
        found.append(InventoryItem(Kind.DAMAGED_METADATA))
    packet = _value(tags, _XMP)
    if packet is not None and len(packet) > MAX_XMP_BYTES:
        packet = None
        found.append(InventoryItem(Kind.XMP))
    resolution = exif.resolution(tags, order)
    if resolution is not None and resolution[2] == exif.NO_UNIT and resolution[:2] != (1, 1):
        found.append(InventoryItem(Kind.RESOLUTION_WITHOUT_UNIT, "{:.17g} {:.17g}".format(*resolution).encode()))
    metadata = PhotoMetadata(
        icc_profile=_value(tags, _ICC),
        exif=exif.packed_block(described, order) if described else None,
        xmp=packet,
        iptc=_value(tags, exif.IPTC) or iptc,
        dpi=exif.dpi(tags, order),
        is_metric=resolution is not None and resolution[2] == exif.CENTIMETRE,
        items=tuple(found),
    )
    return metadata, orientation


def _value(tags: exif.Directory, code: int) -> bytes | None:
    return tags[code].value if code in tags else None


def _is_of_samples(transfer: exif.Tag, structure: TiffStructure) -> bool:
    """Whether a transfer function speaks of the samples that are handed on."""
    if structure.photometric in (WHITE_IS_ZERO, PALETTE) or structure.bits not in (8, 16):
        return False
    return transfer.kind == _SHORT and transfer.count in (2**structure.bits, 3 * 2**structure.bits)


def _without_pointers(described: Mapping[int, exif.Tag]) -> tuple[dict[int, exif.Tag], bool]:
    """The tags without those that point to a directory that we do not follow; and whether that is all of them."""
    kept = {
        code: tag for code, tag in described.items() if tag.directory is not None or tag.kind not in _DIRECTORY_KINDS
    }
    return kept, len(kept) == len(described)


def directory_of(metadata: PhotoMetadata, bits: int) -> tuple[dict[int, exif.Tag], exif.Order]:
    """The tags of a directory that says what the metadata say, of a picture with ``bits`` a sample; and the byte order
    of their values."""
    try:
        described = exif.read_directory(metadata.exif or b"")
        order = exif.byte_order(metadata.exif or b"")
    except exif.DamagedBlock:
        described, order = {}, "<"
    tags, _ = _without_pointers({code: tag for code, tag in described.items() if code not in _OF_STORAGE})
    for code in (_GREY_RESPONSE, _TRANSFER_FUNCTION):
        if code in tags and tags[code].count not in (2**bits, 3 * 2**bits):
            del tags[code]
    blocks = {_ICC: metadata.icc_profile, _XMP: metadata.xmp, exif.IPTC: metadata.iptc}
    for item in metadata.items:
        if item.kind == Kind.PHOTOSHOP:
            blocks[_PHOTOSHOP] = item.data
    for code, block in blocks.items():
        if block:
            tags[code] = exif.Tag(_BYTE if code in (_XMP, _PHOTOSHOP) else _UNDEFINED, len(block), block)
    tags.update(_resolution_tags(metadata, order))
    return tags, order


def colour_only(metadata: PhotoMetadata) -> PhotoMetadata:
    """What metadata say of the samples, and nothing of camera, place, time and people."""
    return PhotoMetadata(
        icc_profile=metadata.icc_profile,
        exif=_repacked(metadata.exif, lambda code: code in _COLOUR_TAGS),
        dpi=metadata.dpi,
        is_metric=metadata.is_metric,
        items=tuple(item for item in metadata.items if item.kind in COLOUR_KINDS),
    )


def without_curves(metadata: PhotoMetadata) -> PhotoMetadata:
    """The metadata for samples of another depth: curves with a value for each sample are left out, and that is told."""
    try:
        tags = exif.read_directory(metadata.exif or b"")
    except exif.DamagedBlock:
        return metadata
    if not tags.keys() & {_GREY_RESPONSE, _TRANSFER_FUNCTION}:
        return metadata
    kept = _repacked(metadata.exif, lambda code: code not in (_GREY_RESPONSE, _TRANSFER_FUNCTION))
    return replace(metadata, exif=kept, items=(*metadata.items, InventoryItem(Kind.TRANSFER_FUNCTION)))


def _repacked(block: bytes | None, is_kept: Callable[[int], bool]) -> bytes | None:
    """A block of some of another's tags; None if there are none."""
    try:
        tags, order = exif.read_directory(block or b""), exif.byte_order(block or b"")
    except exif.DamagedBlock:
        return None
    kept = {code: tag for code, tag in tags.items() if is_kept(code)}
    return exif.packed_block(kept, order) if kept else None


def _resolution_tags(metadata: PhotoMetadata, order: exif.Order) -> dict[int, exif.Tag]:
    without_unit = [item.data for item in metadata.items if item.kind == Kind.RESOLUTION_WITHOUT_UNIT and item.data]
    if metadata.dpi is not None:
        unit = exif.CENTIMETRE if metadata.is_metric else exif.INCH
        across, down = (value / 2.54 if metadata.is_metric else value for value in metadata.dpi)
    elif without_unit:
        unit = exif.NO_UNIT
        across, down = (float(part) for part in without_unit[0].split())
    else:
        return {}
    return {
        exif.X_RESOLUTION: exif.rational(across, order),
        exif.Y_RESOLUTION: exif.rational(down, order),
        exif.RESOLUTION_UNIT: exif.Tag(_SHORT, 1, struct.pack(order + "H", unit)),
    }
