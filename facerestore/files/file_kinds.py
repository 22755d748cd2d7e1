"""What a file is, by its content: a format that we read, or the true name of another, with advice."""

from typing import Final

from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.translatable_text import TranslatableText

WANTED: Final = "Open a PNG, TIFF, JPEG or WebP picture."
NO_PICTURE: Final = "The file is not a picture."
ENOUGH_BYTES: Final = 512
"""So many bytes of a file's beginning say what it is, but for a TGA, whose end may say it."""

_READ: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8", "jpeg"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
)
_CAMERA_RAW: Final = (
    b"FUJIFILMCCD-RAW",
    b"IIRO",
    b"IIRS",
    b"MMOR",
    b"IIU\0",
    b"II\x1a\0\0\0HEAP",
    b"\0MRM",
    b"FOVb",
    b"IIII",
    b"MMMM",
    b"ARECOYK",
)
"""Of Fujifilm, Olympus, Panasonic and Leica, Canon (CRW), Minolta, Sigma, Phase One and Contax; others are TIFFs."""
_PICTURES: Final = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"II\xbc\x01", "JPEG XR"),
    (b"\x76\x2f\x31\x01", "OpenEXR"),
    (b"#?RADIANCE", "Radiance HDR"),
    (b"#?RGBE", "Radiance HDR"),
    (b"DDS ", "DDS"),
    (b"qoif", "QOI"),
    (b"BPG\xfb", "BPG"),
    (b"FLIF", "FLIF"),
    (b"\x8aMNG", "MNG"),
    (b"\x8bJNG", "JNG"),
    (b"\0\0\1\0", "ICO"),
    (b"\0\0\2\0", "CUR"),
    (b"icns", "ICNS"),
    (b"\x59\xa6\x6a\x95", "Sun Raster"),
    (b"\x01\xda", "SGI"),
    (b"SDPX", "DPX"),
    (b"XPDS", "DPX"),
    (b"\x80\x2a\x5f\xd7", "Cineon"),
    (b"SIMPLE  =", "FITS"),
    (b"AT&TFORM", "DjVu"),
    (b"gimp xcf", "GIMP (XCF)"),
    (b"Paint Shop Pro Image File", "Paint Shop Pro"),
    (b"\0\xffKA", "Affinity Photo"),
    (b"8BPS", "Photoshop (PSD)"),
    (b"%!PS", "PostScript"),
    (b"<svg", "SVG"),
)
_NETPBM: Final = {b"1": "PBM", b"2": "PGM", b"3": "PPM", b"4": "PBM", b"5": "PGM", b"6": "PPM", b"7": "PAM"}
_BOXED_PICTURES: Final = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"msf1"), "HEIC"),
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
    b"jxl ": "JPEG XL",
    b"jp2 ": "JPEG 2000",
}
_CANON_RAW, _CANON_TIFF = b"crx ", b"CR"
_SAVE_IT: Final = "Save it as PNG or TIFF first."


def format_of(data: bytes) -> str | None:
    """The name of the format that we read, by a file's first bytes; None if it is none of them."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[8:10] == _CANON_TIFF and data.startswith(b"II*"):
        return None
    return next((name for beginning, name in _READ if data.startswith(beginning)), None)


def refusal(data: bytes) -> UnsupportedPicture:
    """Why a file that is of no format that we read is refused."""
    is_canon = (data[4:8] == b"ftyp" and data[8:12] == _CANON_RAW) or data[8:10] == _CANON_TIFF
    if data.startswith(_CAMERA_RAW) or is_canon:
        return UnsupportedPicture("The file is a camera's raw file.", "Develop it to a TIFF or PNG first.")
    if data.startswith(b"%PDF"):
        return UnsupportedPicture("The file is a PDF document.", _SAVE_IT)
    name = _name(data)
    if name is not None:
        sentence = TranslatableText("The file is a picture in a format that we do not read: {name}.", name=name)
        return UnsupportedPicture(sentence, _SAVE_IT)
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] == b"AVI "):
        return UnsupportedPicture("The file is a video.", "Save the one picture you want as PNG or TIFF.")
    if any(beginning.startswith(data) for beginning, _ in _READ):
        return UnsupportedPicture.truncated()
    return UnsupportedPicture(NO_PICTURE, WANTED)


def _name(data: bytes) -> str | None:
    """What a picture's format is called; None if it is none that we know."""
    if data[4:8] == b"ftyp":
        # the first brand may be a general one; those that follow say more
        brands = [data[8:12], *(data[at : at + 4] for at in range(16, min(len(data), data[3]), 4))]
        return next((_BOXED_PICTURES[brand] for brand in brands if brand in _BOXED_PICTURES), None)
    if data[:1] == b"P" and data[1:2] in _NETPBM and data[2:3].isspace():
        return _NETPBM[data[1:2]]
    if data[:2] in (b"PF", b"Pf") and data[2:3].isspace():
        return "PFM"
    if data[128:132] == b"DICM":
        return "DICOM"
    if data[:1] == b"\x0a" and data[1:2] in (b"\0", b"\2", b"\3", b"\5") and data[2:3] == b"\1":
        return "PCX"
    if data.lstrip().startswith(b"<?xml") and b"<svg" in data[:ENOUGH_BYTES]:
        return "SVG"
    if _is_tga(data):
        return "TGA"
    return next((name for beginning, name in _PICTURES if data.startswith(beginning)), None)


def _is_tga(data: bytes) -> bool:
    """TGA has no mark at its beginning, and old files have none at all: its header must make sense."""
    if data.endswith(b"TRUEVISION-XFILE.\0"):
        return True
    if len(data) < 18 or data[1] > 1 or data[2] not in (1, 2, 3, 9, 10, 11) or data[16] not in (8, 15, 16, 24, 32):
        return False
    has_palette = data[1] == 1
    is_consistent = has_palette == (data[2] in (1, 9)) and (has_palette or not any(data[3:8]))
    return is_consistent and any(data[12:14]) and any(data[14:16]) and data[17] & 0xC0 == 0
