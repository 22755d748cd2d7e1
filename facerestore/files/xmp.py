"""XMP packets: what they say about orientation and about how a picture came to be (ISO 16684-1, IPTC 2.0)."""

import re
from typing import Final
from xml.dom.minidom import Document, Element, Node
from xml.parsers.expat import ExpatError

from defusedxml import DefusedXmlException, minidom

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

_SOURCE_TYPE_PREFIX: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC_EXTENSION: Final = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_XMLNS: Final = "http://www.w3.org/2000/xmlns/"
_PROPERTY: Final = "DigitalSourceType"
_EMPTY_PACKET: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}"><rdf:Description rdf:about=""/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
).encode()
_TURNED: Final = re.compile(rb"""(tiff:Orientation(?:\s*=\s*["']|\s*>\s*))[2-8]""")


def upright(packet: bytes) -> bytes:
    """The packet with orientation 1 and not another byte changed."""
    return _TURNED.sub(rb"\g<1>1", packet)


def with_digital_source_type(packet: bytes | None, name: str) -> bytes:
    """The packet with this IPTC digital source type in place of any other, and all else that it says; a fresh
    one where there is none or a damaged one. ``name`` is one of DIGITAL_SOURCE_TYPES."""
    if name not in DIGITAL_SOURCE_TYPES:
        raise ValueError(f"{name!r} is no digital source type.")
    document = _parsed(packet) if packet else None
    if document is None:
        document = _parsed(_EMPTY_PACKET)
        assert document is not None
    _remove_source_types(document)
    description = _first_description(document)
    description.setAttributeNS(_XMLNS, "xmlns:Iptc4xmpExt", _IPTC_EXTENSION)
    description.setAttributeNS(_IPTC_EXTENSION, f"Iptc4xmpExt:{_PROPERTY}", _SOURCE_TYPE_PREFIX + name)
    return "".join(node.toxml() for node in document.childNodes).encode()


def digital_source_type(packet: bytes | None) -> str | None:
    """The name of a packet's digital source type; None if it has none, or is damaged."""
    document = _parsed(packet) if packet else None
    if document is None:
        return None
    for element in _elements(document):
        if (element.namespaceURI, element.localName) == (_IPTC_EXTENSION, _PROPERTY):
            text = "".join(child.data for child in element.childNodes if child.nodeType == Node.TEXT_NODE)
            return (element.getAttributeNS(_RDF, "resource") or text).rsplit("/", 1)[-1]
        if element.hasAttributeNS(_IPTC_EXTENSION, _PROPERTY):
            return element.getAttributeNS(_IPTC_EXTENSION, _PROPERTY).rsplit("/", 1)[-1]
    return None


def _parsed(packet: bytes) -> Document | None:
    """The packet as a tree, None if it is damaged, hostile or holds no RDF."""
    try:
        document: Document = minidom.parseString(packet.strip(b"\0 \t\r\n"), forbid_dtd=True)
        document.toxml()  # a packet nested too deep to be written again is damaged, too
    except (ExpatError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return None
    return document if document.getElementsByTagNameNS(_RDF, "RDF") else None


def _elements(document: Document) -> list[Element]:
    return list(document.getElementsByTagName("*"))


def _remove_source_types(document: Document) -> None:
    for element in _elements(document):
        if (element.namespaceURI, element.localName) == (_IPTC_EXTENSION, _PROPERTY):
            if element.parentNode is not None:
                element.parentNode.removeChild(element)
        elif element.hasAttributeNS(_IPTC_EXTENSION, _PROPERTY):
            element.removeAttributeNS(_IPTC_EXTENSION, _PROPERTY)


def _first_description(document: Document) -> Element:
    """The first description directly under RDF, made if there is none."""
    rdf = document.getElementsByTagNameNS(_RDF, "RDF")[0]
    for child in rdf.childNodes:
        if isinstance(child, Element) and (child.namespaceURI, child.localName) == (_RDF, "Description"):
            return child
    prefix = rdf.tagName.removesuffix("RDF")
    description = document.createElementNS(_RDF, f"{prefix}Description")
    description.setAttributeNS(_RDF, f"{prefix}about" if prefix else "rdf:about", "")
    rdf.appendChild(description)
    return description
