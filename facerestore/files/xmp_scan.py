"""Where in an XMP packet its properties stand (XML 1.0, ISO 16684-1).

They are found with a parser, and changed in the packet's own bytes, so that all else stays as it was written: line
breaks as character references, padding, UTF-16, stray Latin-1, and prefixes that nobody declared.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple
from xml.parsers import expat

Name = tuple[str, str]
"""Namespace and local name."""

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC_EXTENSION: Final = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
TIFF: Final = "http://ns.adobe.com/tiff/1.0/"
EXIF: Final = "http://ns.adobe.com/exif/1.0/"
XMP: Final = "http://ns.adobe.com/xap/1.0/"
NOTE: Final = "http://ns.adobe.com/xmp/note/"
_META: Final = "adobe:ns:meta/"
_USUAL: Final = {
    "rdf": RDF,
    "Iptc4xmpExt": IPTC_EXTENSION,
    "tiff": TIFF,
    "exif": EXIF,
    "xmp": XMP,
    "xap": XMP,
    "xmpNote": NOTE,
    "x": _META,
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""What prefixes mean that are used without being declared."""

MAX_BYTES: Final = 8 * 2**20
"""Larger packets are not looked into."""
_MAX_NODES: Final = 200_000
_MAX_DEPTH: Final = 500
_TAG: Final = re.compile(rb"""<([^\s/>"']+)[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ATTRIBUTE: Final = re.compile(rb"""\s+([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PADDING: Final = "\0 \t\r\n\ufeff"


class Unparsable(ValueError):
    """The packet is no XML with RDF in it, or too large or too deep to be looked into."""


class MissingRdf(Unparsable):
    """A sound packet that says nothing at all. ``with_rdf``: the same packet, with room to say something."""

    def __init__(self, with_rdf: bytes) -> None:
        super().__init__("no RDF")
        self.with_rdf = with_rdf


class Span(NamedTuple):
    """Some bytes of ``Packet.body``."""

    start: int
    end: int


class Property(NamedTuple):
    """``whole``: what is cut to take it away. ``value``: its text, or what its rdf:resource says, as it is written."""

    name: Name
    whole: Span
    value: Span


class Tag(NamedTuple):
    """The start tag of an element. ``prefixes``: which namespaces can be named in it, and how."""

    span: Span
    name: bytes
    is_empty: bool
    prefixes: dict[str, str]


class Edit(NamedTuple):
    span: Span
    replacement: bytes


class Packet:
    """A packet whose ``properties``, of the names wanted, have been found. ``rdf`` and ``description``: the first
    rdf:RDF, and the first rdf:Description in it; ``rdf_end``: where the former's end tag starts. ``undeclared``:
    prefixes that mean nothing to a strict reader.

    Raises Unparsable, MissingRdf.
    """

    def __init__(self, packet: bytes, wanted: Collection[Name]) -> None:
        if len(packet) > MAX_BYTES:
            raise Unparsable("too large")
        self._encoding = encoding(packet)
        self._rest = packet[len(packet) - len(packet) % 2 :] if self._encoding.startswith("utf-16") else b""
        try:
            text = packet[: len(packet) - len(self._rest)].decode(self._encoding)
        except UnicodeDecodeError as error:
            raise Unparsable("not the characters it claims to be") from error
        self._before = text[: len(text) - len(text.lstrip(_PADDING))]
        self._after = text[len(text.rstrip(_PADDING)) :]
        self.body: bytes = text.strip(_PADDING).encode()
        walk = _Walk(self.body, wanted)
        self.properties = walk.properties
        self.undeclared = walk.undeclared
        self.description = walk.description
        if walk.rdf is None:
            if walk.meta is None:
                raise Unparsable("no RDF")
            raise MissingRdf(self.edited([_rdf_inside(walk.meta)]))
        self.rdf: Tag = walk.rdf
        self.rdf_end = walk.rdf_end

    def text(self, span: Span) -> str:
        return self.body[span.start : span.end].decode()

    def edited(self, edits: Collection[Edit]) -> bytes:
        """The packet's bytes, in its own encoding, with spans replaced; of nested ones the outer."""
        body, done = self.body, len(self.body) + 1
        outer = sorted(edits, key=lambda edit: (edit.span.start, -edit.span.end))
        kept: list[Edit] = []
        for edit in outer:
            if not kept or edit.span.start >= kept[-1].span.end:
                kept.append(edit)
        for (start, end), replacement in reversed(kept):
            assert end <= done
            body, done = body[:start] + replacement + body[end:], start
        text = self._before + body.decode() + self._after
        return text.encode(self._encoding) + self._rest


def encoding(packet: bytes) -> str:
    """How a packet's characters are stored. What is no UTF-8 is taken for Latin-1, which keeps every byte."""
    start = packet.lstrip(b" \t\r\n")[:4]
    for beginning, name in (
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
        (b"<\0\0\0", "utf-32-le"),
        (b"\0\0\0<", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if start.startswith(beginning):
            return name
    try:
        packet.decode()
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def attributes(body: bytes, tag: Span) -> Iterator[tuple[str, Span, Span]]:
    """Of each attribute of a start tag its name, the bytes of all of it with the blank before it, and of its value."""
    position = tag.start + len(_tag(body, tag.start)[1])
    while found := _ATTRIBUTE.match(body, position, tag.end):
        value = found.span(2) if found[2] is not None else found.span(3)
        yield found[1].decode(), Span(*found.span()), Span(*value)
        position = found.end()


def _tag(body: bytes, start: int) -> tuple[Span, bytes]:
    found = _TAG.match(body, start)
    if found is None:
        raise Unparsable("no tag")
    return Span(*found.span()), b"<" + found[1]


def _rdf_inside(meta: Tag) -> Edit:
    """Puts an empty RDF first into the element that should have one."""
    rdf = b'<rdf:RDF xmlns:rdf="%s"/>' % RDF.encode()
    if meta.is_empty:
        return Edit(Span(meta.span.end - 2, meta.span.end), b">" + rdf + b"</" + meta.name + b">")
    return Edit(Span(meta.span.end, meta.span.end), rdf)


class _Open(NamedTuple):
    name: Name
    start: int
    declared: list[str]


class _Walk:
    """One pass of the parser over a packet."""

    def __init__(self, body: bytes, wanted: Collection[Name]) -> None:
        self.properties: list[Property] = []
        self.undeclared: set[str] = set()
        self.meta: Tag | None = None
        self.rdf: Tag | None = None
        self.rdf_end = 0
        self.description: Tag | None = None
        self._body, self._wanted = body, frozenset(wanted)
        self._wanted_locals = {local for _, local in wanted}
        self._open: list[_Open] = []
        self._bound: dict[str, list[str]] = {}
        self._nodes = 0
        if max(body.count(b"<"), body.count(b"=")) > 2 * _MAX_NODES:
            raise Unparsable("too much in it")
        # without the parser's own namespaces: it refuses prefixes that are not declared
        self._parser = expat.ParserCreate("utf-8")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        refuse: Callable[..., None] = self._refuse
        self._parser.StartDoctypeDeclHandler = refuse
        try:
            self._parser.Parse(body, True)
        except expat.ExpatError as error:
            raise Unparsable(str(error)) from error

    def _refuse(self, *_: object) -> None:
        raise Unparsable("a document type")

    def _start(self, tag_name: str, pairs: list[str]) -> None:
        self._nodes += 1 + len(pairs) // 2
        if self._nodes > _MAX_NODES or len(self._open) > _MAX_DEPTH:
            raise Unparsable("too much in it")
        start = self._parser.CurrentByteIndex
        declared = []
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            if key == "xmlns" or key.startswith("xmlns:"):
                declared.append(key[6:])
                self._bound.setdefault(key[6:], []).append(value)
        name = self._resolved(tag_name, is_attribute=False)
        for key in pairs[::2]:
            found = self._resolved(key, is_attribute=True)
            if found in self._wanted:
                self._take_attribute(start, key, found)
        if name == (_META, "xmpmeta") and self.meta is None:
            self.meta = self._described(start)
        if name == (RDF, "RDF") and self.rdf is None:
            self.rdf = self._described(start)
        in_rdf = bool(self._open) and self._open[-1].name == (RDF, "RDF")
        if in_rdf and name == (RDF, "Description") and self.description is None:
            self.description = self._described(start)
        self._open.append(_Open(name, start, declared))

    def _end(self, _: str) -> None:
        name, start, declared = self._open.pop()
        if name in self._wanted:
            self._take_element(name, start)
        if self.rdf is not None and self.rdf.span.start == start:
            self.rdf_end = self._parser.CurrentByteIndex
        for prefix in declared:
            self._bound[prefix].pop()

    def _resolved(self, name: str, *, is_attribute: bool) -> Name:
        prefix, colon, local = name.rpartition(":")
        if not colon and is_attribute:
            return "", local
        bound = self._bound.get(prefix)
        if bound:
            return bound[-1], local
        if colon and prefix not in ("xml", "xmlns"):
            self.undeclared.add(prefix)
        return _USUAL.get(prefix, ""), local

    def _described(self, start: int) -> Tag:
        span, opening = _tag(self._body, start)
        prefixes = {prefix: uris[-1] for prefix, uris in self._bound.items() if uris}
        return Tag(span, opening[1:], self._body[span.end - 2 : span.end] == b"/>", prefixes)

    def _take_attribute(self, start: int, key: str, name: Name) -> None:
        span, _ = _tag(self._body, start)
        for written, whole, value in attributes(self._body, span):
            if written == key:
                self.properties.append(Property(name, whole, value))

    def _take_element(self, name: Name, start: int) -> None:
        tag, _ = _tag(self._body, start)
        closing = self._parser.CurrentByteIndex
        if self._body[tag.end - 2 : tag.end] == b"/>":
            whole, value = tag, Span(tag.end, tag.end)
        else:
            whole = Span(start, self._body.index(b">", closing) + 1)
            value = Span(tag.end, closing)
        for written, _, resource in attributes(self._body, tag):
            if written.rpartition(":")[2] == "resource":
                value = resource
        self.properties.append(Property(name, whole, value))
