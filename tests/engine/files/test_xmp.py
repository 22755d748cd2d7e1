"""XMP packets: what is changed in them, and that all else stays byte for byte."""

import time

import pytest
from defusedxml import minidom
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.files import xmp
from facerestore.values.geometry import Extent
from tests.support.pictures import xmp_packet

COMPOSITE = "compositeWithTrainedAlgorithmicMedia"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"'


def packet(attributes: str = "", inside: str = "", *, rdf: str = RDF) -> str:
    description = f'<rdf:Description rdf:about="" {NAMESPACES} {attributes}>{inside}</rdf:Description>'
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {rdf}>{description}</rdf:RDF></x:xmpmeta>'


def marked(text: str | bytes, encoding: str = "utf-8") -> bytes:
    found = xmp.with_digital_source_type(text if isinstance(text, bytes) else text.encode(encoding), COMPOSITE)
    assert found is not None
    assert xmp.digital_source_type(found) == COMPOSITE
    return found


def without_mark(found: bytes, encoding: str = "utf-8") -> str:
    """The packet as it was before the mark was put into its first description."""
    text = found.decode(encoding)
    before, _, after = text.partition(f' xmlns:Iptc4xmpExt="{IPTC}" Iptc4xmpExt:DigitalSourceType="')
    return before + after.partition('"')[2]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (xmp_packet().decode(), "utf-8"),
        (packet('dc:note="line one&#xA;line two"'), "utf-8"),
        (packet(inside="<dc:title>a &lt; b &#233; <![CDATA[ <x> ]]></dc:title>"), "utf-8"),
        (packet("legacy:Box='17'", "<old:thing/>"), "utf-8"),
        ("\ufeff" + packet('dc:note="ä"'), "utf-16-le"),
        (packet('dc:note="中"'), "utf-16-be"),
        ("\ufeff" + packet('dc:note="中"') + "\n" * 90 + "\0", "utf-16-be"),
        (packet('dc:note="ä"'), "utf-32-le"),
        ("\ufeff" + packet('dc:note="ä"'), "utf-8"),
        (packet('dc:note="Größe"'), "latin-1"),
        (' \r\n<?xml version="1.0" encoding="UTF-16"?>' + packet() + " " * 2000 + "\0\0", "utf-8"),
        (packet('dc:note="a > b"'), "utf-8"),
        (packet('xmlns:Iptc4xmpExtra="urn:a"'), "utf-8"),
    ],
)
def test_that_a_packet_takes_the_mark_and_every_other_byte_stays(text: str, encoding: str) -> None:
    assert without_mark(marked(text, encoding), encoding) == text


def test_that_half_a_character_at_the_end_stays_too() -> None:
    assert marked(packet().encode("utf-16-le") + b"\0").endswith(">\0".encode("utf-16-le")[:2] + b"\0")


@pytest.mark.parametrize(
    "text",
    [
        packet(f'xmlns:i="{IPTC}" i:DigitalSourceType="http://x/print"'),
        packet(inside=f'<i:DigitalSourceType xmlns:i="{IPTC}">http://x/print</i:DigitalSourceType>'),
        packet(inside=f'<i:DigitalSourceType xmlns:i="{IPTC}" rdf:resource="http://x/print"/>'),
        packet(inside=f'<i:DigitalSourceType xmlns:i="{IPTC}" rdf:parseType="Resource"><a/></i:DigitalSourceType>'),
        packet('Iptc4xmpExt:DigitalSourceType="print" Iptc4xmpExt:Event="fair"'),
        packet('xmlns:Iptc4xmpExt="urn:something-else" Iptc4xmpExt:DigitalSourceType="http://x/print"'),
        packet(inside="").replace("rdf:", "r:").replace("xmlns:rdf", "xmlns:r"),
        f"<rdf:RDF {RDF}/>",
        f"<rdf:RDF {RDF}></rdf:RDF>",
        '<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></RDF>',
        f'<rdf:RDF {RDF}><x:Thing xmlns:x="urn:x" rdf:about=""/></rdf:RDF>',
    ],
)
def test_that_the_mark_replaces_every_other_and_strict_parsers_read_it(text: str) -> None:
    found = marked(text)
    tree = minidom.parseString(found)
    attributes = [element.getAttributeNS(IPTC, "DigitalSourceType") for element in tree.getElementsByTagName("*")]
    elements = tree.getElementsByTagNameNS(IPTC, "DigitalSourceType")
    assert [value.rsplit("/")[-1] for value in attributes if value] == [COMPOSITE]
    assert not elements


@pytest.mark.parametrize("nothing", [None, b"", b"\0\0", b" \n"])
def test_that_a_photo_without_a_packet_gets_a_fresh_one(nothing: bytes | None) -> None:
    found = xmp.with_digital_source_type(nothing, COMPOSITE)
    assert xmp.digital_source_type(found) == COMPOSITE


@pytest.mark.parametrize(
    "damaged",
    [
        b"<x:xmpmeta",
        b"\xff\xfe\x00",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><rdf:RDF>&b;</rdf:RDF>',
        b"<a>" * 5000 + b"</a>" * 5000,
        xmp_packet()[:-40],
        xmp_packet() + xmp_packet(),
        "<\ud800>".encode("utf-16-le", "surrogatepass"),
    ],
)
def test_that_a_packet_that_cannot_take_the_mark_is_left_to_the_caller(damaged: bytes) -> None:
    assert xmp.with_digital_source_type(damaged, COMPOSITE) is None
    assert xmp.upright(damaged) == damaged
    assert xmp.digital_source_type(damaged) is None


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_that_a_packet_with_flipped_bytes_takes_the_mark_or_is_left_alone(data: st.DataObject) -> None:
    flipped = bytearray(xmp_packet())
    for _ in range(data.draw(st.integers(1, 4))):
        flipped[data.draw(st.integers(0, len(flipped) - 1))] = data.draw(st.integers(0, 255))
    found = xmp.with_digital_source_type(bytes(flipped), COMPOSITE)
    assert found is None or xmp.digital_source_type(found) == COMPOSITE
    xmp.upright(bytes(flipped), Extent(3, 4))


def test_that_only_a_packet_that_every_program_reads_counts_as_strict() -> None:
    assert xmp.is_strict(xmp_packet())
    assert xmp.is_strict(packet().encode("utf-16-le"))
    assert not xmp.is_strict(packet("legacy:Box='17'").encode())
    assert not xmp.is_strict(packet('dc:note="Größe"').encode("latin-1"))
    assert not xmp.is_strict(b"<x:xmpmeta")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_that_a_turned_packet_says_how_the_picture_lies_now(encoding: str) -> None:
    exif = 'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:PixelXDimension="30" exif:PixelYDimension="40"'
    inside = "<tiff:Orientation> 6 </tiff:Orientation><tiff:ImageWidth>30</tiff:ImageWidth>"
    text = packet(exif, inside + '<t:Orientation xmlns:t="urn:other">6</t:Orientation>')
    found = xmp.upright(text.encode(encoding), Extent(40, 30)).decode(encoding)
    expected = text.replace("> 6 <", ">1<").replace(">30<", ">40<")
    assert found == expected.replace('XDimension="30"', 'XDimension="40"').replace('YDimension="40"', 'YDimension="30"')
    assert 'XDimension="30"' in xmp.upright(text.encode(encoding)).decode(encoding)


def test_that_a_preview_in_a_packet_goes_with_the_picture_it_shows() -> None:
    inside = (
        '<xmp:Thumbnails xmlns:xmp="http://ns.adobe.com/xap/1.0/"><rdf:Alt/></xmp:Thumbnails><dc:title>a</dc:title>'
    )
    assert xmp.upright(packet(inside=inside).encode()).decode() == packet(inside="<dc:title>a</dc:title>")


def test_that_utf16_becomes_utf8_for_files_that_hold_nothing_else() -> None:
    text = packet('dc:note="中"')
    assert xmp.in_utf8(("\ufeff" + text).encode("utf-16-le")) == text.encode()
    assert xmp.in_utf8(text.encode()) == text.encode()


@pytest.mark.parametrize(
    "inside",
    ["<a/>" * 1_900_000, "<a>" * 1_000_000, "<a " + "b='1' " * 10 + "/>", "x" * 60_000_000],
    ids=["elements", "depth", "twins", "text"],
)
def test_that_a_crafted_packet_costs_little(inside: str) -> None:
    crafted = packet(inside=inside).encode()
    began = time.process_time()
    assert xmp.with_digital_source_type(crafted, COMPOSITE) is None
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "packet",
    [
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>',
        b'<?xpacket begin=""?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="a">\n</x:xmpmeta>',
    ],
)
def test_that_a_sound_packet_that_says_nothing_can_be_marked(packet):
    marked = xmp.with_digital_source_type(packet, "compositeWithTrainedAlgorithmicMedia")
    assert marked is not None
    assert xmp.digital_source_type(marked) == "compositeWithTrainedAlgorithmicMedia"
    assert xmp.is_strict(marked)
    assert xmp.upright(packet) == packet
