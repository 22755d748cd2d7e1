"""Pictures, masks, faces and layouts drawn by code, for all tests. Equal arguments give equal pictures."""

import struct
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

Pixels = NDArray[np.uint8] | NDArray[np.uint16]


def noise(width: int, height: int, *, bits: int = 8, channels: int | None = 3, seed: int = 0) -> NDArray[Any]:
    """Random samples over the whole range, (H, W) if ``channels`` is None, else (H, W, channels)."""
    shape = (height, width) if channels is None else (height, width, channels)
    kind = np.uint8 if bits == 8 else np.uint16
    return np.random.default_rng(seed).integers(0, 2**bits, shape, dtype=kind)


def ramp(width: int, height: int, *, bits: int = 8, channels: int | None = 3) -> NDArray[Any]:
    """A smooth picture: rising to the right, to the bottom, and along the diagonal by channel."""
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    planes = np.stack([x, y, (x + y) / 2], axis=-1) * (2**bits - 1)
    kind = np.uint8 if bits == 8 else np.uint16
    rgb = np.round(planes).astype(kind)
    return np.ascontiguousarray(rgb[..., 2] if channels is None else rgb[..., :channels])


def noise_photo(
    width: int = 40,
    height: int = 30,
    *,
    bits: int = 8,
    grey: bool = False,
    alpha: bool = False,
    seed: int = 0,
    metadata: PhotoMetadata | None = None,
) -> Photo:
    """A photo of random samples, with random alpha (never opaque everywhere) if asked."""
    pixels = noise(width, height, bits=bits, channels=None if grey else 3, seed=seed)
    coverage = None
    if alpha:
        coverage = noise(width, height, bits=bits, channels=None, seed=seed + 1)
        coverage[0, 0] = 0
    return Photo(pixels, coverage, metadata or PhotoMetadata())


def drawn_face_rgb(size: int = 256, *, seed: int = 0) -> NDArray[np.uint8]:
    """A simple face in the CelebA-HQ frame, (size, size, 3): every part where the template has it."""
    labels = drawn_layout(size).labels
    colours = np.full((CLASS_COUNT, 3), 90, np.uint8)
    for part, colour in {
        FaceClass.BACKGROUND: (120, 130, 140),
        FaceClass.SKIN: (214, 176, 152),
        FaceClass.NOSE: (200, 156, 134),
        FaceClass.LEFT_EYE: (60, 50, 48),
        FaceClass.RIGHT_EYE: (60, 50, 48),
        FaceClass.LEFT_BROW: (88, 66, 52),
        FaceClass.RIGHT_BROW: (88, 66, 52),
        FaceClass.UPPER_LIP: (176, 92, 92),
        FaceClass.LOWER_LIP: (190, 100, 100),
        FaceClass.HAIR: (72, 52, 40),
        FaceClass.NECK: (196, 158, 136),
        FaceClass.CLOTH: (60, 80, 120),
    }.items():
        colours[part] = colour
    rng = np.random.default_rng(seed)
    grain = rng.normal(0, 3, (size, size, 1))
    soft = cv2.GaussianBlur(colours[labels], (0, 0), max(size / 256, 0.3)).astype(np.float64)
    return np.clip(np.round(soft + grain), 0, 255).astype(np.uint8)


def drawn_layout(size: int = CROP_PX, *, alignment: Alignment | None = None) -> Layout:
    """The label map of ``drawn_face_rgb``, classes in canonical order."""
    labels = np.zeros((size, size), np.uint8)
    points = TEMPLATE * size

    def ellipse(centre: NDArray[np.float64], half_width: float, half_height: float, part: int) -> None:
        axes = (max(1, round(half_width * size)), max(1, round(half_height * size)))
        middle = (round(float(centre[0])), round(float(centre[1])))
        cv2.ellipse(labels, middle, axes, 0, 0, 360, int(part), -1)

    centre = np.array([0.5, 0.56]) * size
    ellipse(np.array([0.5, 1.12]) * size, 0.45, 0.2, FaceClass.CLOTH)
    ellipse(np.array([0.5, 0.9]) * size, 0.13, 0.16, FaceClass.NECK)
    ellipse(centre - [0, 0.1 * size], 0.33, 0.4, FaceClass.HAIR)
    ellipse(centre, 0.25, 0.34, FaceClass.SKIN)
    ellipse(points[0] - [0, 0.055 * size], 0.065, 0.012, FaceClass.LEFT_BROW)
    ellipse(points[1] - [0, 0.055 * size], 0.065, 0.012, FaceClass.RIGHT_BROW)
    ellipse(points[0], 0.042, 0.018, FaceClass.LEFT_EYE)
    ellipse(points[1], 0.042, 0.018, FaceClass.RIGHT_EYE)
    ellipse(points[2], 0.045, 0.05, FaceClass.NOSE)
    mouth = (points[3] + points[4]) / 2
    ellipse(mouth - [0, 0.01 * size], 0.1, 0.018, FaceClass.UPPER_LIP)
    ellipse(mouth - [0, -0.015 * size], 0.09, 0.02, FaceClass.LOWER_LIP)
    return Layout(labels, alignment)


def drawn_portrait(
    width: int = 320,
    height: int = 400,
    *,
    face_px: float = 220,
    bits: int = 8,
    grey: bool = False,
    seed: int = 0,
) -> tuple[Photo, Face]:
    """A photo with one upright drawn face in its middle, and where its five points are.

    ``face_px``: side of the CelebA-HQ frame in photo pixels.
    """
    side = round(face_px)
    left, top = (width - side) // 2, (height - side) // 2
    pixels = np.full((height, width, 3), (120, 130, 140), np.uint8)
    drawn = drawn_face_rgb(side, seed=seed)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + side), min(height, top + side)
    pixels[y0:y1, x0:x1] = drawn[y0 - top : y1 - top, x0 - left : x1 - left]
    samples: Pixels = pixels
    if grey:
        samples = np.round(pixels.mean(axis=2)).astype(np.uint8)
    if bits == 16:
        samples = samples.astype(np.uint16) * np.uint16(257)
    face = Face.from_points(TEMPLATE * side + np.array([left, top], np.float64))
    return Photo(samples), face


def box_mask(extent: Extent, left: int, top: int, right: int, bottom: int) -> Mask:
    """A mask that restores columns left <= x < right and rows top <= y < bottom."""
    restore = np.zeros((extent.height, extent.width), np.bool_)
    restore[top:bottom, left:right] = True
    return Mask.from_bool(restore)


def scratch_mask(extent: Extent, *, width_px: int = 3, count: int = 3, seed: int = 0) -> Mask:
    """A mask of straight scratches from edge to edge."""
    coverage = np.zeros((extent.height, extent.width), np.uint8)
    rng = np.random.default_rng(seed)
    for _ in range(count):
        start = (int(rng.integers(extent.width)), 0)
        end = (int(rng.integers(extent.width)), extent.height - 1)
        cv2.line(coverage, start, end, 255, width_px)
    return Mask(coverage)


def random_mask(extent: Extent, *, share: float = 0.3, seed: int = 0) -> Mask:
    """A mask whose every pixel is restored with probability ``share``."""
    rng = np.random.default_rng(seed)
    return Mask.from_bool(rng.random((extent.height, extent.width)) < share)


def exif_block(*, orientation: int | None = 1, make: str = "Drawn by code", big_endian: bool = False) -> bytes:
    """A small valid EXIF block (no ``Exif`` prefix): maker, orientation, exposure time in a sub-directory."""
    order = ">" if big_endian else "<"
    text = make.encode() + b"\0"
    entries = [(271, 2, len(text), b"")]
    if orientation is not None:
        entries.append((274, 3, 1, struct.pack(order + "HH", orientation, 0)))
    entries.append((34665, 4, 1, b""))
    values_at = 8 + 2 + 12 * len(entries) + 4
    sub_at = values_at + len(text) + len(text) % 2
    inline = {271: struct.pack(order + "I", values_at), 34665: struct.pack(order + "I", sub_at)}
    block = (b"MM\0*" if big_endian else b"II*\0") + struct.pack(order + "IH", 8, len(entries))
    for code, kind, count, value in entries:
        block += struct.pack(order + "HHI", code, kind, count) + (value or inline[code])
    block += struct.pack(order + "I", 0) + text + b"\0" * (len(text) % 2)
    sub = struct.pack(order + "HHHII", 1, 33434, 5, 1, sub_at + 18) + struct.pack(order + "I", 0)
    return block + sub + struct.pack(order + "II", 1, 125)


def xmp_packet(*, title: str = "Großmutter, 1931", orientation: int | None = None) -> bytes:
    """A small valid XMP packet with a title, in UTF-8."""
    turned = "" if orientation is None else f' tiff:Orientation="{orientation}"'
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:tiff="http://ns.adobe.com/tiff/1.0/"{turned}>'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def iptc_block(*, caption: str = "Portrait of a woman") -> bytes:
    """A small valid IPTC-IIM block with a caption."""
    text = caption.encode()
    return b"\x1c\x02\x00\x00\x02\x00\x04" + b"\x1c\x02\x78" + struct.pack(">H", len(text)) + text


def icc_profile() -> bytes:
    """An sRGB profile, made by the colour library."""
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def full_metadata(*, dpi: tuple[float, float] = (300.0, 300.0)) -> PhotoMetadata:
    """Every block that a photo can carry."""
    return PhotoMetadata(icc_profile(), exif_block(), xmp_packet(), iptc_block(), dpi)


def as_stored(upright: NDArray[Any], orientation: int) -> NDArray[Any]:
    """The array (H, W, ...) as a camera stores it under an EXIF orientation 1 to 8: a reader who obeys the
    tag sees ``upright`` again (EXIF 2.32, 4.6.4)."""
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.swapaxes(0, 1),
        6: upright.swapaxes(0, 1)[::-1],
        7: upright[::-1, ::-1].swapaxes(0, 1),
        8: upright.swapaxes(0, 1)[:, ::-1],
    }[orientation]
    return np.ascontiguousarray(stored)
