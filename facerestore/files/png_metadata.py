"""What the chunks of a PNG file say about its picture, and the chunks that say it (PNG 3rd edition, ImageMagick's raw
profiles)."""

import struct
import zlib
from collections.abc import Sequence
from typing import Final

from facerestore.files import exif, photoshop, xmp, xmp_scan
from facerestore.files.inventory import Kind
from facerestore.files.png_chunks import TEXTS, Chunk, Header, inflated, keyword_of, text_chunk, texts
from facerestore.files.stored_picture import MAX_TEXT_BYTES
from facerestore.values.photo import InventoryItem, Photo, PhotoMetadata

_XMP: Final = "XML:com.adobe.xmp"
_RAW: Final = "Raw profile type "
_PROFILES: Final = frozenset(_RAW + name for name in ("exif", "APP1", "xmp", "iptc", "8bim", "icc", "icm"))
_EXIF_PREFIX: Final = b"Exif\0\0"
_XMP_PREFIX: Final = b"http://ns.adobe.com/xap/1.0/\0"
_INCHES_PER_METRE: Final = 1 / 0.0254
_AS_THEY_ARE: Final = {
    b"cHRM": Kind.CHROMATICITIES,
    b"gAMA": Kind.GAMMA,
    b"sRGB": Kind.STANDARD_RGB,
    b"cICP": Kind.CODING_POINTS,
    b"mDCV": Kind.MASTERING_DISPLAY,
    b"cLLI": Kind.LIGHT_LEVEL,
    b"sBIT": Kind.SIGNIFICANT_BITS,
    b"tIME": Kind.CHANGE_TIME,
}
_READ_ELSEWHERE: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"iCCP", b"pHYs", b"eXIf", b"bKGD"})
_OF_PALETTES: Final = frozenset({b"hIST", b"sPLT"})
"""Advice for screens of few colours, which a result has no use for."""


def read(chunks: Sequence[Chunk], header: Header, faults: frozenset[Kind]) -> PhotoMetadata:
    """The metadata of a file in which these faults were found."""
    by_kind = {chunk.kind: chunk.data for chunk in reversed(chunks)}
    profiles = _raw_profiles(chunks)
    icc, exif_block, packet, left_out = _blocks(by_kind, profiles, chunks)
    resources = [profiles[name] for name in (_RAW + "iptc", _RAW + "8bim") if name in profiles]
    bare = next((block for block in resources if block.startswith(b"\x1c")), None)
    iptc, others, is_whole = photoshop.of_segments([block for block in resources if block is not bare])
    items = [InventoryItem(kind) for kind in (*sorted(faults), *left_out)]
    items += [] if is_whole else [InventoryItem(Kind.DAMAGED_METADATA)]
    items += [] if others is None else [InventoryItem(Kind.PHOTOSHOP, others)]
    items += _items(chunks, by_kind, header, profiles)
    dpi, is_metric, without_unit = _resolution(by_kind.get(b"pHYs", b""))
    items += [] if without_unit is None else [without_unit]
    return PhotoMetadata(
        icc_profile=icc,
        exif=exif_block,
        xmp=packet,
        iptc=iptc or bare,
        dpi=dpi or exif.block_dpi(exif_block),
        is_metric=is_metric,
        items=tuple(items),
    )


def _blocks(
    by_kind: dict[bytes, bytes], profiles: dict[str, bytes], chunks: Sequence[Chunk]
) -> tuple[bytes | None, bytes | None, bytes | None, list[Kind]]:
    """Profile, EXIF block and XMP packet, and of which of them there was one that could not be taken along."""
    left_out = []
    icc = None
    if b"iCCP" in by_kind:
        icc = inflated(by_kind[b"iCCP"].partition(b"\0")[2][1:], max_bytes=MAX_TEXT_BYTES)
        left_out += [Kind.ICC_PROFILE] if icc is None else []
    app1 = profiles.get(_RAW + "APP1", b"")
    block = by_kind.get(b"eXIf") or profiles.get(_RAW + "exif") or (app1 if app1.startswith(_EXIF_PREFIX) else None)
    packet = texts(chunks, {_XMP}, max_bytes=xmp_scan.MAX_BYTES).get(_XMP)
    if packet is None and any(chunk.kind in TEXTS and keyword_of(chunk) == _XMP for chunk in chunks):
        left_out.append(Kind.XMP)
    if packet is None:
        packet = profiles.get(_RAW + "xmp") or (app1 if app1.startswith(_XMP_PREFIX) else None)
    if packet is not None and len(packet) > xmp_scan.MAX_BYTES:
        packet = None
        left_out.append(Kind.XMP)
    return (
        icc or profiles.get(_RAW + "icc") or profiles.get(_RAW + "icm"),
        None if block is None else block.removeprefix(_EXIF_PREFIX),
        None if packet is None else packet.removeprefix(_XMP_PREFIX),
        left_out,
    )


def _raw_profiles(chunks: Sequence[Chunk]) -> dict[str, bytes]:
    """The profiles that are stored as texts, by keyword: a name, a length, and hexadecimal digits."""
    found = {}
    for keyword, text in texts(chunks, _PROFILES).items():
        try:
            raw = bytes.fromhex(b"".join(text.strip().split(b"\n")[2:]).decode("ascii"))
        except ValueError:
            continue
        if raw:
            found[keyword] = raw
    return found


def _items(
    chunks: Sequence[Chunk], by_kind: dict[bytes, bytes], header: Header, profiles: dict[str, bytes]
) -> list[InventoryItem]:
    """All else, in the order of the file, once where PNG allows one only."""
    items = [InventoryItem(kind, by_kind[name]) for name, kind in _AS_THEY_ARE.items() if name in by_kind]
    background = _background(by_kind, header)
    items += [] if background is None else [InventoryItem(Kind.BACKGROUND, background)]
    for chunk in chunks:
        if chunk.kind in TEXTS:
            # those that were read are written anew
            if keyword_of(chunk) != _XMP and keyword_of(chunk) not in profiles:
                items.append(InventoryItem(Kind.TEXT, chunk.kind + chunk.data))
        elif chunk.kind == b"caBX":
            items.append(InventoryItem(Kind.CONTENT_CREDENTIALS))
        elif chunk.kind not in _READ_ELSEWHERE | _OF_PALETTES and chunk.kind not in _AS_THEY_ARE:
            is_copied = chunk.kind[3:].islower()
            items.append(
                InventoryItem(Kind.PNG_CHUNK, chunk.kind + chunk.data) if is_copied else InventoryItem(Kind.UNKNOWN)
            )
    return items


def _background(by_kind: dict[bytes, bytes], header: Header) -> bytes | None:
    """The background colour in the samples that the picture is read in: palettes as colours, 1 to 4 bits as 8."""
    data, palette = by_kind.get(b"bKGD", b""), by_kind.get(b"PLTE", b"")
    if header.colour_type == 3 and len(data) == 1 and len(palette) >= 3 * data[0] + 3:
        return struct.pack(">3H", *palette[3 * data[0] : 3 * data[0] + 3])
    if header.colour_type in (0, 4) and len(data) == 2 and header.bit_depth < 8:
        largest = 2**header.bit_depth - 1
        return struct.pack(">H", min(largest, int.from_bytes(data, "big")) * (255 // largest))
    is_whole = len(data) == {0: 2, 4: 2, 2: 6, 6: 6}.get(header.colour_type)
    return data if is_whole else None


def _resolution(physical: bytes) -> tuple[tuple[float, float] | None, bool, InventoryItem | None]:
    """Pixels per inch of a pHYs chunk, whether whole pixels per centimetre are meant, and what it says without a unit.
    It counts whole pixels per metre: whole inches are restored."""
    if len(physical) != 9:
        return None, False, None
    across, down, unit = struct.unpack(">IIB", physical)
    if not (across and down):
        return None, False, None
    if unit != 1:
        has_shape = across != down
        return (
            None,
            False,
            InventoryItem(Kind.RESOLUTION_WITHOUT_UNIT, b"%d %d" % (across, down)) if has_shape else None,
        )
    dpi = (_per_inch(across), _per_inch(down))
    is_metric = across % 100 == down % 100 == 0 and not all(value.is_integer() for value in dpi)
    return dpi, is_metric, None


def _per_inch(per_metre: int) -> float:
    whole = round(per_metre / _INCHES_PER_METRE)
    return float(whole) if round(whole * _INCHES_PER_METRE) == per_metre else per_metre / _INCHES_PER_METRE


def held(photo: Photo) -> frozenset[Kind]:
    """The kinds that a PNG file of this photo will hold."""
    always = {Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.ALPHA, Kind.PHOTOSHOP}
    always |= {Kind.TEXT, Kind.COMMENT, Kind.PNG_CHUNK, Kind.RESOLUTION_WITHOUT_UNIT}
    samples = bytes([photo.bits]) * ((photo.pixels.ndim == 3) * 2 + 1 + (photo.alpha is not None))
    return frozenset(always) | {
        Kind(item.kind)
        for item in photo.metadata.items
        if item.kind in (*_AS_THEY_ARE.values(), Kind.BACKGROUND) and _colour_chunk(item, samples) is not None
    }


def chunks_of(metadata: PhotoMetadata, samples: bytes) -> list[Chunk]:
    """The chunks, to stand before the picture, of the metadata of a picture. ``samples``: the depth of each sample that
    a pixel has, 1 to 4 of them."""
    chunks = []
    if metadata.icc_profile is not None:
        chunks.append(Chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc_profile)))
    chunks += [chunk for item in metadata.items if (chunk := _colour_chunk(item, samples)) is not None]
    chunks += _resolution_chunks(metadata)
    if metadata.exif is not None:
        chunks.append(Chunk(b"eXIf", metadata.exif))
    if metadata.xmp is not None:
        chunks.append(Chunk(b"iTXt", _XMP.encode() + b"\0" * 5 + xmp.in_utf8(metadata.xmp)))
    others = b"".join(item.data for item in metadata.items if item.kind == Kind.PHOTOSHOP and item.data)
    if metadata.iptc is not None:
        chunks.append(_profile_chunk("iptc", photoshop.with_iptc(metadata.iptc, others)))
    elif others:
        chunks.append(_profile_chunk("8bim", others))
    for item in metadata.items:
        if item.data is not None and item.kind in (Kind.TEXT, Kind.PNG_CHUNK):
            chunks.append(Chunk(item.data[:4], item.data[4:]))
        elif item.data is not None and item.kind == Kind.COMMENT:
            chunks.append(_comment_chunk(item.data))
    return chunks


def _colour_chunk(item: InventoryItem, samples: bytes) -> Chunk | None:
    """The chunk of an item that says what samples mean; None if it says so of others than a pixel has."""
    data, colours = item.data, 1 if len(samples) < 3 else 3
    if data is None:
        return None
    if item.kind == Kind.BACKGROUND:
        is_fit = len(data) == 2 * colours and (samples[0] == 16 or not any(data[::2]))
        return Chunk(b"bKGD", data) if is_fit else None
    if item.kind == Kind.SIGNIFICANT_BITS:
        # transparency that was a colour or a palette's is a sample now
        data = data[: len(samples)] + samples[len(data) :]
        is_fit = len(item.data or b"") >= colours and all(1 <= bits <= samples[0] for bits in data)
        return Chunk(b"sBIT", data) if is_fit else None
    return next((Chunk(name, data) for name, kind in _AS_THEY_ARE.items() if kind == item.kind), None)


def _resolution_chunks(metadata: PhotoMetadata) -> list[Chunk]:
    if metadata.dpi is not None:
        per_metre = [max(1, min(2**31 - 1, round(value * _INCHES_PER_METRE))) for value in metadata.dpi]
        return [Chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1))]
    for item in metadata.items:
        if item.kind == Kind.RESOLUTION_WITHOUT_UNIT and item.data is not None:
            across, down = (float(number) for number in item.data.split())
            scale = 1 if across.is_integer() and down.is_integer() else 10_000
            sides = [max(1, min(2**31 - 1, round(value * scale))) for value in (across, down)]
            return [Chunk(b"pHYs", struct.pack(">IIB", *sides, 0))]
    return []


def _profile_chunk(name: str, raw: bytes) -> Chunk:
    # the form in which ImageMagick wrote it first, and which readers of PNG know
    text = f"\n{name}\n{len(raw):8d}\n{raw.hex()}\n".encode()
    return Chunk(b"zTXt", (_RAW + name).encode() + b"\0\0" + zlib.compress(text))


def _comment_chunk(comment: bytes) -> Chunk:
    text = comment.replace(b"\0", b" ")
    try:
        text.decode("ascii")
    except UnicodeDecodeError:
        try:
            text.decode()
        except UnicodeDecodeError:
            return text_chunk("Comment", text.decode("latin-1"))
        return Chunk(b"iTXt", b"Comment" + b"\0" * 5 + text)
    return text_chunk("Comment", text.decode())
