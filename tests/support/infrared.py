"""Film scans with an infrared channel, drawn: of a dye film, of Kodachrome and of a silver film, with dust on them."""

from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.files.inventory import Kind
from facerestore.values.photo import ExtraPlane, Photo
from tests.support.damage import astronaut

CROSSTALK: Final = {"clear": 0.0, "dye": 0.06, "kodachrome": 0.5, "silver": 0.95}
"""How much of the picture's density each film has in infrared, too."""


@dataclass(frozen=True, eq=False)
class DrawnScan:
    """``photo``: with its infrared as an extra plane; ``dirt``: bool (H, W), where dust and scratches lie on it."""

    photo: Photo
    dirt: NDArray[np.bool_]

    @property
    def infrared(self) -> NDArray[Any]:
        return self.photo.extras[0].samples


def drawn_scan(
    *,
    film: str = "dye",
    bits: int = 16,
    offset: tuple[int, int] = (0, 0),
    specks: int = 40,
    scratches: int = 2,
    opacity: float = 0.7,
    noise: float = 0.006,
    softness_px: float = 0.6,
    gamma: float = 1.0,
    is_negative: bool = False,
    is_page: bool = False,
    seed: int = 0,
    picture: NDArray[np.uint8] | None = None,
) -> DrawnScan:
    """A scan of ``film``, whose infrared lies ``offset`` (right, down) pixels beside the colours. ``opacity``: how
    much light the dirt takes; ``noise``: of infrared, of its white; ``softness_px``: how much less sharp it is;
    ``gamma``: of the colours, while infrared is linear; ``is_negative``: the colours were turned into a positive by the
    scanner's program, the infrared was not; ``is_page``: infrared has a page of its own."""
    rng = np.random.default_rng(seed)
    rgb = (astronaut() if picture is None else picture).astype(np.float64) / 255
    height, width = rgb.shape[:2]
    cover = _dirt(rng, height, width, specks, scratches)
    passed = 1 - opacity * cover
    colours = np.clip(rgb + rng.normal(0, 0.01, rgb.shape), 0, 1)
    density = -np.log(np.maximum(1 - rgb if is_negative else rgb, 0.02))
    seen = np.where(is_negative, 1 - (1 - colours) * passed[..., None], colours * passed[..., None])
    seen = seen ** (1 / gamma)
    rows, columns = np.mgrid[:height, :width]
    lamp = 0.85 - 0.1 * ((columns / width - 0.5) ** 2 + (rows / height - 0.4) ** 2)
    dyes = np.exp(-CROSSTALK[film] * density @ (np.full(3, 1 / 3) if film == "silver" else np.array([0.8, 0.15, 0.05])))
    infrared = cv2.GaussianBlur(lamp * dyes * passed, (0, 0), softness_px)
    placed = cv2.warpAffine(
        infrared, np.float64([[1, 0, offset[0]], [0, 1, offset[1]]]), (width, height), borderMode=cv2.BORDER_REFLECT
    )
    placed += rng.normal(0, noise, placed.shape)
    white, kind = (255, np.uint8) if bits == 8 else (65535, np.uint16)
    pixels, plane = (np.round(np.clip(one, 0, 1) * white).astype(kind) for one in (seen, placed))
    extra = ExtraPlane(plane, Kind.EXTRA_PAGE, 4) if is_page else ExtraPlane(plane, Kind.EXTRA_SAMPLE)
    return DrawnScan(Photo(pixels, extras=(extra,)), cover > 0.5)


def _dirt(rng: np.random.Generator, height: int, width: int, specks: int, scratches: int) -> NDArray[np.float64]:
    """How much dirt covers each pixel (H, W), 0...1: specks of 2 to 9 pixels, and long thin lines."""
    cover = np.zeros((height, width), np.uint8)
    for _ in range(specks):
        centre = (int(rng.integers(12, width - 12)), int(rng.integers(12, height - 12)))
        axes = (int(rng.integers(1, 5)), int(rng.integers(1, 4)))
        cv2.ellipse(cover, centre, axes, float(rng.uniform(0, 180)), 0, 360, 255, -1)
    for _ in range(scratches):
        start = rng.uniform((0.1 * width, 0.1 * height), (0.9 * width, 0.9 * height))
        angle, length = rng.uniform(0, np.pi), rng.uniform(0.2, 0.4) * min(height, width)
        along = np.linspace(-0.5, 0.5, 20)[:, None] * length
        points = start + along * (np.cos(angle), np.sin(angle)) + 8 * (along / length) ** 2
        cv2.polylines(cover, [np.rint(points).astype(np.int32)], False, 255, 2)
    return np.asarray(cv2.GaussianBlur(cover.astype(np.float64) / 255, (0, 0), 0.5), np.float64)
