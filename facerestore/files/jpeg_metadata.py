"""What the segments of a JPEG file say about its picture, and the segments that say it (JFIF 1.02, EXIF 2.32, ICC.1,
XMP part 3)."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from facerestore.files import exif, photoshop, xmp, xmp_extension
from facerestore.files.inventory import Kind
from facerestore.files.jpeg_segments import COMMENT, MAX_DATA_BYTES, Segment
from facerestore.values.photo import InventoryItem, PhotoMetadata

_JFIF: Final = b"JFIF\0"
_EXIF: Final = b"Exif\0\0"
_XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_XMP: Final = b"http://ns.adobe.com/xmp/extension/\0"
_ICC: Final = b"ICC_PROFILE\0"
_PHOTOSHOP: Final = b"Photoshop 3.0\0"
_KNOWN: Final = (
    (0xE0, _JFIF),
    (0xE0, b"JFXX\0"),
    (0xE1, _EXIF),
    (0xE1, _XMP),
    (0xE1, _EXTENDED_XMP),
    (0xE2, _ICC),
    (0xE2, b"MPF\0"),
    (0xED, _PHOTOSHOP),
    (0xEE, b"Adobe"),
)
_MAX_ICC_PARTS: Final = 255
_EXTENSION_HEADER_BYTES: Final = 40
_PER_INCH: Final = {1: 1.0, 2: 2.54}


def read(segments: Sequence[Segment], after: bytes, mended: Sequence[InventoryItem]) -> PhotoMetadata:
    """The metadata of a file; ``after``: what follows its picture; ``mended``: what was found in reading it."""
    items = [*mended, *_others(segments), *_after(after)]
    block, further = _exif(segments)
    items += [InventoryItem(Kind.EXIF_TAGS)] if further else []
    profile, has_profile = _icc_profile(_all(segments, 0xE2, _ICC))
    items += [InventoryItem(Kind.ICC_PROFILE)] if has_profile and profile is None else []
    packet, is_whole = _xmp(segments)
    items += [] if is_whole else [InventoryItem(Kind.EXTENDED_XMP)]
    iptc, resources, is_whole = photoshop.of_segments(_all(segments, 0xED, _PHOTOSHOP))
    items += [] if is_whole else [InventoryItem(Kind.DAMAGED_METADATA)]
    items += [] if resources is None else [InventoryItem(Kind.PHOTOSHOP, resources)]
    unit, across, down = _density(segments)
    if unit == 0 and across != down and across and down:
        items.append(InventoryItem(Kind.RESOLUTION_WITHOUT_UNIT, f"{across} {down}".encode()))
    per_inch = _PER_INCH.get(unit, 0.0)
    dpi = (across * per_inch, down * per_inch) if per_inch and across and down else None
    return PhotoMetadata(
        icc_profile=profile,
        exif=block,
        xmp=packet,
        iptc=iptc,
        dpi=dpi or exif.block_dpi(block),
        is_metric=dpi is not None and unit == 2,
        items=tuple(items),
    )


def held(metadata: PhotoMetadata) -> frozenset[Kind]:
    """The kinds of this metadata that a JPEG file will hold."""
    return frozenset(_blocks(metadata)) | (frozenset({Kind.RESOLUTION}) if _jfif(metadata) else frozenset())


def segments_of(metadata: PhotoMetadata) -> list[Segment]:
    """The segments at the beginning of a file, with all that JPEG can hold of the metadata."""
    jfif = Segment(0xE0, _JFIF + b"\1\1" + (_jfif(metadata) or struct.pack(">BHH", 0, 1, 1)) + b"\0\0")
    return [jfif, *(segment for block in _blocks(metadata).values() for segment in block)]


def _blocks(metadata: PhotoMetadata) -> Mapping[Kind, Sequence[Segment]]:
    """Of each kind that fits into segments these."""
    blocks: dict[Kind, list[Segment]] = {}
    if metadata.exif is not None and len(_EXIF + metadata.exif) <= MAX_DATA_BYTES:
        blocks[Kind.EXIF] = [Segment(0xE1, _EXIF + metadata.exif)]
    if metadata.xmp is not None and (written := _xmp_segments(xmp.in_utf8(metadata.xmp))):
        blocks[Kind.XMP] = written
    if metadata.icc_profile is not None:
        parts = _cut(metadata.icc_profile, len(_ICC) + 2)
        if len(parts) <= _MAX_ICC_PARTS:
            numbered = [_ICC + bytes([number, len(parts)]) + part for number, part in enumerate(parts, 1)]
            blocks[Kind.ICC_PROFILE] = [Segment(0xE2, data) for data in numbered]
    resources = [item.data for item in metadata.items if item.kind == Kind.PHOTOSHOP and item.data is not None]
    raw = b"".join(resources) if metadata.iptc is None else photoshop.with_iptc(metadata.iptc, b"".join(resources))
    if raw:
        kind = Kind.PHOTOSHOP if metadata.iptc is None else Kind.IPTC
        blocks[kind] = [Segment(0xED, _PHOTOSHOP + part) for part in _cut(raw, len(_PHOTOSHOP))]
        blocks.setdefault(Kind.PHOTOSHOP, [])
    comments = [item.data for item in metadata.items if item.kind == Kind.COMMENT and item.data is not None]
    if all(len(comment) <= MAX_DATA_BYTES for comment in comments):
        blocks[Kind.COMMENT] = [Segment(COMMENT, comment) for comment in comments]
    if any(item.kind == Kind.RESOLUTION_WITHOUT_UNIT for item in metadata.items) and _jfif(metadata):
        blocks[Kind.RESOLUTION_WITHOUT_UNIT] = []
    return blocks


def _cut(data: bytes, prefix_bytes: int) -> list[bytes]:
    room = MAX_DATA_BYTES - prefix_bytes
    return [data[start : start + room] for start in range(0, len(data), room)]


def _all(segments: Sequence[Segment], marker: int, prefix: bytes) -> list[bytes]:
    return [part.data[len(prefix) :] for part in segments if part.marker == marker and part.data.startswith(prefix)]


def _others(segments: Sequence[Segment]) -> list[InventoryItem]:
    """Comments, and of segments that nobody here knows that they were there."""
    items = [InventoryItem(Kind.COMMENT, part.data) for part in segments if part.marker == COMMENT]
    for marker, data in segments:
        is_known = any(marker == known and data.startswith(prefix) for known, prefix in _KNOWN)
        if 0xE0 <= marker <= 0xEF and not is_known:
            is_manifest = marker == 0xEB and b"c2pa" in data
            items.append(InventoryItem(Kind.CONTENT_CREDENTIALS if is_manifest else Kind.UNKNOWN))
    return items


def _after(after: bytes) -> list[InventoryItem]:
    if b"\xff\xd8\xff" in after:
        return [InventoryItem(Kind.FURTHER_PICTURE)]
    return [InventoryItem(Kind.AFTER_END)] if after.strip(b"\0\xff \r\n") else []


def _exif(segments: Sequence[Segment]) -> tuple[bytes | None, bool]:
    """The EXIF block, also where it goes on in further segments; and whether another one is left out."""
    parts = _all(segments, 0xE1, _EXIF)
    beginnings = (b"II*\0", b"MM\0*")
    whole = parts[:1]
    while len(whole) < len(parts) and not parts[len(whole)].startswith(beginnings):
        whole.append(parts[len(whole)])
    others = [part for part in parts[len(whole) :] if part != parts[0]]
    return (b"".join(whole) if whole else None), bool(others)


def _icc_profile(parts: Sequence[bytes]) -> tuple[bytes | None, bool]:
    """The profile from its numbered parts; and whether there are any. Where the numbers are wrong, the profile's own
    length decides: some programs count from zero, or not at all."""
    numbered = {data[0]: data[2:] for data in parts if len(data) > 1}
    is_numbered = len(numbered) == len(parts) and len({data[1:2] for data in parts}) == 1
    if is_numbered and sorted(numbered) == list(range(1, parts[0][1] + 1)):
        return b"".join(numbered[number] for number in sorted(numbered)), True
    for ordered in (sorted(parts, key=lambda data: data[:1]), parts):
        whole = b"".join(data[2:] for data in ordered)
        if whole[36:40] == b"acsp" and int.from_bytes(whole[:4], "big") == len(whole):
            return whole, True
    return None, bool(parts)


def _xmp(segments: Sequence[Segment]) -> tuple[bytes | None, bool]:
    """The packet, with its extension in it; and whether all of it could be taken along."""
    packets = _all(segments, 0xE1, _XMP)
    packet = packets[0] if packets else None
    extensions = _extensions(_all(segments, 0xE1, _EXTENDED_XMP))
    is_whole = all(other == packet for other in packets)
    wanted = xmp_extension.wanted_by(packet)
    if packet is not None and wanted in extensions:
        merged = xmp_extension.joined(packet, extensions.pop(wanted))
        packet, is_whole = (packet, False) if merged is None else (merged, is_whole)
    return packet, is_whole and not extensions


def _extensions(parts: Sequence[bytes]) -> dict[str, bytes]:
    """Extensions by their names; empty ones where a part is missing."""
    chunks: dict[str, dict[int, bytes]] = {}
    lengths: dict[str, int] = {}
    for part in parts:
        if len(part) > _EXTENSION_HEADER_BYTES:
            name = part[:32].decode("latin-1")
            lengths[name], offset = struct.unpack_from(">II", part, 32)
            chunks.setdefault(name, {})[offset] = part[_EXTENSION_HEADER_BYTES:]
    found = {}
    for name, by_offset in chunks.items():
        ordered = sorted(by_offset.items())
        ends = accumulate(len(data) for _, data in ordered)
        is_whole = [offset for offset, _ in ordered[1:]] + [lengths[name]] == list(ends) and ordered[0][0] == 0
        found[name] = b"".join(data for _, data in ordered) if is_whole else b""
    return found


def _xmp_segments(packet: bytes) -> list[Segment]:
    """The packet in one segment, or, where it is longer, in a short one and an extension; none if that cannot be."""
    if len(_XMP + packet) <= MAX_DATA_BYTES:
        return [Segment(0xE1, _XMP + packet)]
    parts = xmp_extension.apart(packet)
    if parts is None:
        return []
    short, extension = parts
    room = MAX_DATA_BYTES - len(_EXTENDED_XMP) - _EXTENSION_HEADER_BYTES
    segments = [Segment(0xE1, _XMP + short)]
    for offset in range(0, len(extension), room):
        header = _EXTENDED_XMP + xmp_extension.guid(extension) + struct.pack(">II", len(extension), offset)
        segments.append(Segment(0xE1, header + extension[offset : offset + room]))
    return segments


def _density(segments: Sequence[Segment]) -> tuple[int, int, int]:
    """Unit, pixels across and down, of the JFIF header."""
    headers = _all(segments, 0xE0, _JFIF)
    if not headers or len(headers[0]) < 7:
        return 0, 0, 0
    unit, across, down = struct.unpack_from(">BHH", headers[0], 2)
    return unit, across, down


def _jfif(metadata: PhotoMetadata) -> bytes | None:
    """Unit and density for the JFIF header; None if it cannot say them."""
    unit, density = (2 if metadata.is_metric else 1), metadata.dpi
    if density is None:
        unit = 0
        for item in metadata.items:
            if item.kind == Kind.RESOLUTION_WITHOUT_UNIT and item.data is not None:
                across, down = (float(number) for number in item.data.split())
                density = (across, down)
    if density is None:
        return None
    whole = [round(value / _PER_INCH.get(unit, 1.0)) for value in density]
    return struct.pack(">BHH", unit, *whole) if all(1 <= value <= 0xFFFF for value in whole) else None
