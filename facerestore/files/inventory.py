"""The inventory: what a photo's file holds, and what of it a result does not.

Nothing is dropped in silence. A reader takes along all that it finds: what has no field of its own in PhotoMetadata
becomes an InventoryItem of a ``Kind``, with its bytes, or without them where it cannot be taken along or was mended.
A format's module answers with a function ``held(photo)``: the kinds that a file which it writes of this photo will
hold, and that its own reader finds there again, unchanged. ``left_out`` compares the two, and every difference is a
note to the person, in the result's notes and in its record.

To add something: a Kind, its name in ``_NAMES`` (or, for what was mended, its sentence in ``_MENDED``), the reader that
makes the item, and ``held`` of those writers that write it. A test goes through all kinds that a writer claims.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Final

from facerestore.values.photo import Photo
from facerestore.values.translatable_text import TranslatableText


class Kind(StrEnum):
    """What a file may hold. After each: what ``data`` of its item is; those without have a field of Photo."""

    ICC_PROFILE = "icc_profile"
    EXIF = "exif"
    XMP = "xmp"
    IPTC = "iptc"
    RESOLUTION = "resolution"
    ALPHA = "alpha"

    EXTRA_SAMPLE = "extra_sample"
    """An ExtraPlane: infrared, or a spot colour."""
    SECOND_ALPHA = "second_alpha"
    """An ExtraPlane: a further alpha, straight."""
    SECOND_PREMULTIPLIED_ALPHA = "second_premultiplied_alpha"
    """An ExtraPlane: a further alpha, named premultiplied."""
    EXTRA_PAGE = "extra_page"
    """An ExtraPlane with a page of its own: infrared as SilverFast stores it."""
    PREMULTIPLIED = "premultiplied"
    """The file's colours are premultiplied with their alpha. Empty; None: in a way that cannot be undone exactly."""
    RESOLUTION_WITHOUT_UNIT = "resolution_without_unit"
    """Two numbers as text, x and y, whose ratio is that of a pixel's sides."""
    TRANSFER_FUNCTION = "transfer_function"
    """Without data: of other samples than those that are handed on. One that fits them, the white point and the
    primaries of a TIFF are tags of the EXIF block."""
    CHROMATICITIES = "chromaticities"
    """The data of PNG's cHRM chunk."""
    GAMMA = "gamma"
    """The data of PNG's gAMA chunk."""
    STANDARD_RGB = "standard_rgb"
    """The data of PNG's sRGB chunk."""
    CODING_POINTS = "coding_points"
    """The data of PNG's cICP chunk."""
    MASTERING_DISPLAY = "mastering_display"
    """The data of PNG's mDCV chunk."""
    LIGHT_LEVEL = "light_level"
    """The data of PNG's cLLI chunk."""
    SIGNIFICANT_BITS = "significant_bits"
    """The data of PNG's sBIT chunk."""
    BACKGROUND = "background"
    """The data of PNG's bKGD chunk."""
    CHANGE_TIME = "change_time"
    """The data of PNG's tIME chunk."""
    TEXT = "text"
    """Kind and data of a PNG text chunk."""
    COMMENT = "comment"
    """The data of a JPEG comment segment."""
    EXTENDED_XMP = "extended_xmp"
    PHOTOSHOP = "photoshop"
    """Photoshop resources other than IPTC."""
    PHOTOSHOP_LAYERS = "photoshop_layers"
    PREVIEW = "preview"
    FURTHER_PAGE = "further_page"
    FURTHER_PICTURE = "further_picture"
    """A whole picture after the first: of a phone, or the other half of a stereo pair."""
    AFTER_END = "after_end"
    """Data after the end of the picture that are no picture."""
    CONTENT_CREDENTIALS = "content_credentials"
    """A C2PA manifest, which holds for the unchanged file only."""
    PNG_CHUNK = "png_chunk"
    """Kind and data of a PNG chunk that may be copied with other pixels, as its name says."""
    EXIF_TAGS = "exif_tags"
    """Without data: tags of the EXIF block."""
    UNKNOWN = "unknown"
    """Without data: segments, chunks or tags that the reader does not know."""

    BYTE_COUNTS_MISSING = "byte_counts_missing"
    PHOTOMETRIC_MISSING = "photometric_missing"
    END_MISSING = "end_missing"
    STRAY_BYTES = "stray_bytes"
    DAMAGED_TEXT = "damaged_text"
    DAMAGED_METADATA = "damaged_metadata"


COLOUR_KINDS: Final = frozenset(
    {
        Kind.TRANSFER_FUNCTION,
        Kind.CHROMATICITIES,
        Kind.GAMMA,
        Kind.STANDARD_RGB,
        Kind.CODING_POINTS,
        Kind.MASTERING_DISPLAY,
        Kind.LIGHT_LEVEL,
        Kind.SIGNIFICANT_BITS,
        Kind.PREMULTIPLIED,
        Kind.RESOLUTION_WITHOUT_UNIT,
    }
)
"""What samples mean, not what is told of the picture: kept also where a person wants no other metadata."""

_NAMES: Final[Mapping[Kind, TranslatableText]] = {
    Kind.ICC_PROFILE: TranslatableText("the colour profile"),
    Kind.EXIF: TranslatableText("the EXIF block"),
    Kind.XMP: TranslatableText("the XMP packet"),
    Kind.IPTC: TranslatableText("the IPTC block"),
    Kind.RESOLUTION: TranslatableText("the resolution"),
    Kind.ALPHA: TranslatableText("the transparency"),
    Kind.EXTRA_SAMPLE: TranslatableText("an extra channel (infrared or a spot colour)"),
    Kind.SECOND_ALPHA: TranslatableText("a second channel of transparency"),
    Kind.SECOND_PREMULTIPLIED_ALPHA: TranslatableText("a second channel of transparency"),
    Kind.EXTRA_PAGE: TranslatableText("a page with an extra channel (infrared)"),
    Kind.PREMULTIPLIED: TranslatableText(
        "colours premultiplied with their transparency (alpha); they were divided by it"
    ),
    Kind.RESOLUTION_WITHOUT_UNIT: TranslatableText("a resolution without a unit"),
    Kind.TRANSFER_FUNCTION: TranslatableText("the transfer function of the colours"),
    Kind.CHROMATICITIES: TranslatableText("the primaries of the colours (cHRM)"),
    Kind.GAMMA: TranslatableText("the gamma of the colours (gAMA)"),
    Kind.STANDARD_RGB: TranslatableText("that the colours are sRGB"),
    Kind.CODING_POINTS: TranslatableText("the colour space (cICP)"),
    Kind.MASTERING_DISPLAY: TranslatableText("the display it was made for (mDCV)"),
    Kind.LIGHT_LEVEL: TranslatableText("the brightness it was made for (cLLI)"),
    Kind.SIGNIFICANT_BITS: TranslatableText("the number of significant bits (sBIT)"),
    Kind.BACKGROUND: TranslatableText("the background colour"),
    Kind.CHANGE_TIME: TranslatableText("the time of the last change"),
    Kind.TEXT: TranslatableText("texts"),
    Kind.COMMENT: TranslatableText("the comment"),
    Kind.EXTENDED_XMP: TranslatableText("the extended part of the XMP packet"),
    Kind.PHOTOSHOP: TranslatableText("what Photoshop keeps (paths, guides)"),
    Kind.PHOTOSHOP_LAYERS: TranslatableText("the layers of Photoshop"),
    Kind.PREVIEW: TranslatableText("a smaller copy of the picture (preview)"),
    Kind.FURTHER_PAGE: TranslatableText("a further page"),
    Kind.FURTHER_PICTURE: TranslatableText("a further picture (only the first is restored)"),
    Kind.AFTER_END: TranslatableText("data after the end of the picture"),
    Kind.CONTENT_CREDENTIALS: TranslatableText("content credentials (C2PA), which hold for the unchanged file only"),
    Kind.PNG_CHUNK: TranslatableText("chunks of PNG that we do not know"),
    Kind.EXIF_TAGS: TranslatableText("some of the camera's tags"),
    Kind.UNKNOWN: TranslatableText("data of a kind that we do not know"),
}
_MENDED: Final[Mapping[Kind, str]] = {
    Kind.BYTE_COUNTS_MISSING: "The file does not say how long its parts are; that was worked out from its size.",
    Kind.PHOTOMETRIC_MISSING: "The file does not say whether zero is black; that was assumed.",
    Kind.END_MISSING: "The file has no end marker; its picture is whole all the same.",
    Kind.STRAY_BYTES: "There are stray bytes between the parts of the file; they were passed over.",
    Kind.DAMAGED_TEXT: "A text in the file is damaged; the picture is not.",
    Kind.DAMAGED_METADATA: "A block of metadata in the file is damaged; it was left out.",
}


def found(photo: Photo) -> Iterator[tuple[Kind, bool]]:
    """All that the photo's file held, and of each whether the reader took it along."""
    metadata = photo.metadata
    fields = {
        Kind.ICC_PROFILE: metadata.icc_profile,
        Kind.EXIF: metadata.exif,
        Kind.XMP: metadata.xmp,
        Kind.IPTC: metadata.iptc,
        Kind.RESOLUTION: metadata.dpi,
        Kind.ALPHA: photo.alpha,
    }
    yield from ((kind, True) for kind, value in fields.items() if value is not None)
    yield from ((Kind(plane.kind), True) for plane in photo.extras)
    yield from ((Kind(item.kind), item.data is not None) for item in metadata.items)


def left_out(photo: Photo, held: Collection[Kind]) -> tuple[str, ...]:
    """For the person: what of the photo's file a result that holds these kinds will not hold, and what was mended when
    the file was read."""
    notes: dict[str, None] = {}
    for kind, was_taken in found(photo):
        if kind in _MENDED:
            notes[_MENDED[kind]] = None
        elif not was_taken or kind not in held:
            notes[TranslatableText("The result does not hold this of the photo's file: {what}.", what=_NAMES[kind])] = (
                None
            )
    return tuple(notes)


def keeps_colours(photo: Photo, held: Collection[Kind]) -> bool:
    """Whether a result that holds these kinds stores the colours as the photo's file does: not if it takes them
    premultiplied with alpha, and the result does not."""
    return all(was_taken and kind in held for kind, was_taken in found(photo) if kind is Kind.PREMULTIPLIED)
