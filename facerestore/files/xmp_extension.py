"""XMP that is longer than a JPEG segment: a short packet, and an extension that it names (XMP part 3, 1.1.3.1)."""

import hashlib
import re
from typing import Final

from facerestore.files import xmp
from facerestore.files.xmp_scan import NOTE, Edit, Name, Packet, Span, Unparsable

_HAS_EXTENSION: Final[Name] = (NOTE, "HasExtendedXMP")
_WRAPPER: Final = re.compile(rb"<\?xpacket[^>]*\?>")
_SHORT: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f'<rdf:Description rdf:about="" xmlns:xmpNote="{NOTE}" xmpNote:HasExtendedXMP="GUID"/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
).encode()


def guid(extension: bytes) -> bytes:
    """The name under which a packet asks for its extension: 32 characters."""
    return hashlib.md5(extension, usedforsecurity=False).hexdigest().upper().encode()


def wanted_by(packet: bytes | None) -> str | None:
    """The name of the extension that a packet asks for; None if it asks for none."""
    try:
        found = Packet(packet or b"", {_HAS_EXTENSION})
    except Unparsable:
        return None
    return found.text(found.properties[0].value).strip() if found.properties else None


def joined(packet: bytes, extension: bytes) -> bytes | None:
    """One packet that says what both say; None where that cannot be."""
    try:
        main, added = Packet(packet, {_HAS_EXTENSION}), Packet(extension, ())
        if main.rdf.name != added.rdf.name or main.rdf.is_empty:
            return None
        inner = added.body[added.rdf.span.end : added.rdf_end]
        edits = [Edit(asking.whole, b"") for asking in main.properties]
        whole = main.edited([*edits, Edit(Span(main.rdf_end, main.rdf_end), inner)])
        is_sound = Packet(whole, ()).undeclared <= main.undeclared | added.undeclared
    except Unparsable:
        return None
    return whole if is_sound else None


def apart(packet: bytes) -> tuple[bytes, bytes] | None:
    """A short packet and its extension, which together say what a UTF-8 packet says; None where that cannot be. The
    short one has the mark that parts of the picture were generated, because not every program reads extensions."""
    mark = xmp.digital_source_type(packet)
    extension = xmp.without_digital_source_type(packet)
    if extension is None:
        return None
    extension = _WRAPPER.sub(b"", extension).strip(b"\0 \t\r\n\xef\xbb\xbf")
    short: bytes | None = _SHORT.replace(b"GUID", guid(extension))
    if mark in xmp.DIGITAL_SOURCE_TYPES:
        short = xmp.with_digital_source_type(short, mark)
    elif mark is not None:
        return None
    return None if short is None else (short, extension)
