"""XMP packets: what they say about orientation and about how a picture came to be (ISO 16684-1, IPTC 2.0).

Nothing is written anew: a packet is changed where it must be, and every other byte stays.
"""

import re
from typing import Final

from facerestore.files.xmp_scan import (
    EXIF,
    IPTC_EXTENSION,
    RDF,
    TIFF,
    XMP,
    Edit,
    MissingRdf,
    Name,
    Packet,
    Span,
    Tag,
    Unparsable,
    encoding,
)
from facerestore.values.geometry import Extent

DIGITAL_SOURCE_TYPES: Final = frozenset(
    {
        "print",
        "negativeFilm",
        "positiveFilm",
        "digitalCapture",
        "humanEdits",
        "algorithmicallyEnhanced",
        "compositeWithTrainedAlgorithmicMedia",
        "trainedAlgorithmicMedia",
    }
)
"""IPTC names of how a picture came to be; a picture with generated parts is the composite one."""

_SOURCE_TYPE_URI: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_SOURCE_TYPE: Final[Name] = (IPTC_EXTENSION, "DigitalSourceType")
_ORIENTATION: Final[Name] = (TIFF, "Orientation")
_THUMBNAILS: Final[Name] = (XMP, "Thumbnails")
_WIDTHS: Final[tuple[Name, ...]] = ((TIFF, "ImageWidth"), (EXIF, "PixelXDimension"))
_HEIGHTS: Final[tuple[Name, ...]] = ((TIFF, "ImageLength"), (EXIF, "PixelYDimension"))
_EMPTY_PACKET: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about=""/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
).encode()


_TURNED: Final = re.compile(r"\s*[2-8]\s*")
_NUMBER: Final = re.compile(r"\s*[0-9]+\s*")


def upright(packet: bytes, turned: Extent | None = None) -> bytes:
    """The packet with orientation 1, without a preview of the picture, and not another byte changed. ``turned``: the
    size of a picture whose sides were exchanged, which its size properties then say."""
    try:
        found = Packet(packet, {_ORIENTATION, _THUMBNAILS, *_WIDTHS, *_HEIGHTS})
    except Unparsable:
        return packet
    values = {_ORIENTATION: b"1"}
    edits = []
    if turned is not None:
        values |= dict.fromkeys(_WIDTHS, b"%d" % turned.width) | dict.fromkeys(_HEIGHTS, b"%d" % turned.height)
    for name, whole, value in found.properties:
        if name == _THUMBNAILS:
            edits.append(Edit(whole, b""))
        elif name in values and (_TURNED if name == _ORIENTATION else _NUMBER).fullmatch(found.text(value)):
            edits.append(Edit(value, values[name]))
    return found.edited(edits) if edits else packet


def with_digital_source_type(packet: bytes | None, name: str) -> bytes | None:
    """The packet with this IPTC digital source type in place of any other, and all else that it says; a fresh one where
    there is none. None where the packet is so damaged or so large that nothing can be put into it. ``name`` is one of
    DIGITAL_SOURCE_TYPES."""
    if name not in DIGITAL_SOURCE_TYPES:
        raise ValueError(f"{name!r} is no digital source type.")
    try:
        found = _speaking(packet if packet and packet.strip(b"\0 \t\r\n") else _EMPTY_PACKET)
        edits = [Edit(old.whole, b"") for old in found.properties]
        marked = found.edited([*edits, _mark(found, name)])
    except Unparsable:
        return None
    return marked if digital_source_type(marked) == name else None


def without_digital_source_type(packet: bytes) -> bytes | None:
    """The packet with nothing said about how the picture came to be; None where it is damaged."""
    try:
        found = Packet(packet, {_SOURCE_TYPE})
        return found.edited([Edit(old.whole, b"") for old in found.properties])
    except Unparsable:
        return None


def digital_source_type(packet: bytes | None) -> str | None:
    """The name of a packet's digital source type; None if it has none, or is damaged."""
    try:
        found = Packet(packet or b"", {_SOURCE_TYPE})
    except Unparsable:
        return None
    return found.text(found.properties[0].value).rsplit("/", 1)[-1] if found.properties else None


def is_strict(packet: bytes) -> bool:
    """Whether every program can read the packet: well-formed, with all its prefixes declared, in Unicode."""
    try:
        return encoding(packet) != "latin-1" and not Packet(packet, ()).undeclared
    except Unparsable:
        return False


def in_utf8(packet: bytes) -> bytes:
    """The packet for files in which XMP is UTF-8 only; its own bytes unless it is sound UTF-16 or UTF-32."""
    name = encoding(packet)
    if name in ("utf-8", "latin-1"):
        return packet
    try:
        return packet.decode(name).strip("\0\ufeff").encode()
    except UnicodeError:
        return packet


def _speaking(packet: bytes) -> Packet:
    """The packet, with room for a statement where it has none. Raises Unparsable."""
    try:
        return Packet(packet, {_SOURCE_TYPE})
    except MissingRdf as missing:
        return Packet(missing.with_rdf, {_SOURCE_TYPE})


def _mark(found: Packet, name: str) -> Edit:
    """Puts the digital source type into the first description, or a description that has it into the RDF."""
    tag = found.description or found.rdf
    prefix, declaration = _prefix(tag)
    attribute = f'{declaration} {prefix}:{_SOURCE_TYPE[1]}="{_SOURCE_TYPE_URI}{name}"'.encode()
    if found.description is not None:
        at = tag.span.start + 1 + len(tag.name)
        return Edit(Span(at, at), attribute)
    own = tag.name.removesuffix(b"RDF")
    description = b'<%sDescription %sabout=""%s/>' % (own, own, attribute)
    if tag.is_empty:
        return Edit(Span(tag.span.end - 2, tag.span.end), b">" + description + b"</" + tag.name + b">")
    return Edit(Span(tag.span.end, tag.span.end), description)


def _prefix(tag: Tag) -> tuple[str, str]:
    """A prefix for IPTC's namespace in this tag, and its declaration unless it is declared there already."""
    for prefix, uri in tag.prefixes.items():
        if uri == IPTC_EXTENSION and prefix:
            return prefix, ""
    prefix = "Iptc4xmpExt"
    while prefix in tag.prefixes:
        prefix += "x"
    return prefix, f' xmlns:{prefix}="{IPTC_EXTENSION}"'
