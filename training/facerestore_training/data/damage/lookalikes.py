"""What belongs to a picture and looks like damage: letters, stamps, jewellery, lace, cloth, hair, glasses, hatching,
borders. Each changes a float32 picture (H, W, 3) 0...1 in place."""

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_training.data.damage.canvas import Alpha, blob, field, filled, line

Picture = NDArray[np.float32]
Drawer = Callable[[Picture, np.random.Generator], None]

_FONTS: Final = (
    cv2.FONT_HERSHEY_SIMPLEX,
    cv2.FONT_HERSHEY_COMPLEX,
    cv2.FONT_HERSHEY_TRIPLEX,
    cv2.FONT_HERSHEY_SCRIPT_SIMPLEX,
    cv2.FONT_HERSHEY_SCRIPT_COMPLEX,
)


def lettered(picture: Picture, rng: np.random.Generator) -> None:
    """One to three lines of letters and figures, light or dark."""
    height, width = picture.shape[:2]
    drawn = np.zeros((height, width), np.uint8)
    size, font = np.exp(rng.uniform(-1.1, 0.5)) * height / 256, int(rng.choice(_FONTS))
    top, left = rng.uniform(0.1, 0.95) * height, rng.uniform(-0.1, 0.6) * width
    for number in range(int(rng.integers(1, 4))):
        letters = "".join(rng.choice(list("abcdefghijklmnorstuvwABCEFGHKLMNPRST 0123456789 .-"), rng.integers(3, 22)))
        place = (int(left), int(top + 34 * size * number))
        cv2.putText(drawn, letters, place, font, size, 255, int(rng.integers(1, 3)), cv2.LINE_AA)
    _covered(picture, _turned(drawn, rng, 0.12), _ink(rng), rng.uniform(0.5, 1))


def signed(picture: Picture, rng: np.random.Generator) -> None:
    """A line of handwriting: loops that go on to the right."""
    height, width = picture.shape[:2]
    at = np.linspace(0, rng.uniform(3, 12), 160)
    reach, size = rng.uniform(0.2, 0.8) * width, rng.uniform(0.02, 0.06) * height
    x = at / at[-1] * reach + size * np.cos(2 * np.pi * at + rng.uniform(0, 6)) * rng.uniform(0.3, 1)
    y = size * np.sin(2 * np.pi * at) * np.interp(at, np.arange(13), rng.uniform(0.2, 2, 13)) + rng.normal(0, 0.1) * x
    points = np.stack([x, y], axis=1) + rng.uniform((0, 0.1), (0.6, 0.95)) * (width, height)
    _covered(picture, line((height, width), points, rng.uniform(0.8, 2.2)), _ink(rng), rng.uniform(0.5, 1))


def stamped(picture: Picture, rng: np.random.Generator) -> None:
    """A round or square stamp with letters."""
    height, width = picture.shape[:2]
    drawn = np.zeros((height, width), np.uint8)
    centre = rng.uniform((0, 0), (width, height)).astype(int).tolist()
    radius = int(rng.uniform(0.06, 0.2) * height)
    thick = int(rng.integers(1, 4))
    if rng.random() < 0.6:
        for share in (1.0, 0.75)[: int(rng.integers(1, 3))]:
            cv2.circle(drawn, centre, int(share * radius), 255, thick, cv2.LINE_AA)
    else:
        low = (centre[0] - radius, centre[1] - radius // 2)
        cv2.rectangle(drawn, low, (centre[0] + radius, centre[1] + radius // 2), 255, thick)
    letters = "".join(rng.choice(list("ABCDEFGHKLMNOPRSTUVW0123456789"), 6))
    cv2.putText(drawn, letters, (centre[0] - radius // 2, centre[1] + 5), 0, radius / 60, 255, 1, cv2.LINE_AA)
    uneven = np.clip(0.8 + 0.3 * field(rng, (height, width), 24), 0, 1)
    _covered(picture, _turned(drawn, rng, 0.5) * uneven, _ink(rng), rng.uniform(0.3, 0.8))


def jewelled(picture: Picture, rng: np.random.Generator) -> None:
    """A chain of pearls or links along an arc: single ones would be dust to anybody."""
    shape = (picture.shape[0], picture.shape[1])
    size = np.exp(rng.uniform(0, 1.7)) * shape[0] / 256
    count = int(rng.integers(5, 45))
    centre = rng.uniform((0, 0), shape[::-1])
    radius, start = rng.uniform(0.05, 0.35) * shape[0], rng.uniform(0, np.pi)
    step = rng.uniform(1.9, 3.2) * size / radius
    metal = rng.uniform(0.5, 1) * np.array([1, rng.uniform(0.8, 1), rng.uniform(0.5, 1)])
    for number in range(count):
        angle = start + number * step
        at = centre + radius * np.array([np.cos(angle), rng.uniform(0.98, 1.02) * np.sin(angle)])
        if not ((at > -size) & (at < np.array(shape[::-1]) + size)).all():
            continue
        place, fixed = np.rint(16 * at).astype(int).tolist(), int(16 * size)
        cv2.circle(picture, place, fixed, (metal * rng.uniform(0.3, 0.9)).tolist(), -1, cv2.LINE_AA, 4)
        glint = np.rint(16 * (at - 0.3 * size)).astype(int).tolist()
        cv2.circle(picture, glint, max(6, int(0.4 * fixed)), np.ones(3).tolist(), -1, cv2.LINE_AA, 4)


def patterned(picture: Picture, rng: np.random.Generator) -> None:
    """Cloth: stripes, checks, dots or lace, over a part of the picture."""
    shape = (picture.shape[0], picture.shape[1])
    rows, columns = np.indices(shape).astype(np.float32)
    warp = 2.0 * rng.uniform(0, 3) * field(rng, shape, 4)
    turn, pitch = rng.uniform(0, np.pi), np.exp(rng.uniform(1.4, 3.1)) * shape[0] / 256
    u = 2 * np.pi * (columns * np.cos(turn) + rows * np.sin(turn) + warp) / pitch
    v = 2 * np.pi * (rows * np.cos(turn) - columns * np.sin(turn) + warp) / (pitch * rng.uniform(0.7, 1.4))
    kind = int(rng.integers(4))
    if kind == 0:
        wave = np.cos(u)
    elif kind == 1:
        wave = np.maximum(np.cos(u), np.cos(v))
    elif kind == 2:
        wave = np.cos(u) + np.cos(v) - 0.6
    else:
        # rings that touch
        wave = 1 - 3 * np.abs(np.cos(u) + np.cos(v) - rng.uniform(-0.3, 0.8))
    sharp = np.clip(rng.uniform(1, 6) * (wave - rng.uniform(-0.2, 0.8)), 0, 1)
    where = blob(rng, rng.uniform((0, 0.4), (1, 1.1)) * shape[::-1], rng.uniform(0.15, 0.6) * shape[0], 0.2)
    inside = filled(shape, where, softness_px=1.0)
    tone = np.full(3, rng.uniform(0, 1)) + rng.normal(0, 0.1, 3)
    _covered(picture, np.asarray(inside * sharp, np.float32), tone, rng.uniform(0.2, 1))


def haired(picture: Picture, rng: np.random.Generator) -> None:
    """A lock: many thin curves side by side. One alone would be a scratch to anybody."""
    shape = (picture.shape[0], picture.shape[1])
    start, angle = rng.uniform((0, 0), shape[::-1]), rng.uniform(0, 2 * np.pi)
    along = np.linspace(0, 1, 16)
    bend, length = rng.normal(0, 1.2), rng.uniform(0.2, 0.7) * shape[0]
    tone, spread = rng.uniform(0, 1) * np.array([1, rng.uniform(0.8, 1), rng.uniform(0.6, 1)]), rng.uniform(0.01, 0.04)
    for _ in range(int(rng.integers(25, 60))):
        turns = angle + (bend + rng.normal(0, 0.12)) * along
        steps = length / 16 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
        points = start + rng.normal(0, spread, 2) * shape[::-1] + steps.cumsum(axis=0)
        shade = np.clip(tone * rng.uniform(0.6, 1.4), 0, 1)
        strand = line(shape, points, rng.uniform(0.6, 1.6))
        _covered(picture, strand, shade, rng.uniform(0.2, 0.8))


def bespectacled(picture: Picture, rng: np.random.Generator) -> None:
    """A pair of rims with bridge and bows, thin and light or dark, and a reflection on a glass."""
    shape = (picture.shape[0], picture.shape[1])
    centre = rng.uniform(0.3, 0.7, 2) * shape[::-1]
    half, round_ = rng.uniform(0.08, 0.16) * shape[1], rng.uniform(0.6, 1)
    tone, width = np.full(3, rng.choice((rng.uniform(0, 0.2), rng.uniform(0.6, 1)))), rng.uniform(0.8, 3)
    angles = np.linspace(0, 2 * np.pi, 40)
    for side in (-1, 1):
        middle = centre + np.array([side * 1.25 * half, 0])
        rim = middle + half * np.stack([np.cos(angles), round_ * np.sin(angles)], axis=1)
        _covered(picture, line(shape, rim, width), tone, rng.uniform(0.6, 1))
        bow = middle + np.array([[side * half, 0], [side * 2.4 * half, -0.1 * half]])
        _covered(picture, line(shape, bow, width), tone, 0.9)
        if rng.random() < 0.3:
            glint = blob(rng, middle + rng.normal(0, 0.3 * half, 2), 0.25 * half, 0.2)
            _covered(picture, filled(shape, glint, softness_px=1.0), np.ones(3), rng.uniform(0.3, 1))
    arch = centre + np.array([[-0.25 * half, 0], [0, -0.12 * half], [0.25 * half, 0]])
    _covered(picture, line(shape, arch, width), tone, 0.9)


def engraved(picture: Picture, rng: np.random.Generator) -> None:
    """The whole picture as hatching: lines as wide as the tone is dark, crossed in the shadows."""
    shape = (picture.shape[0], picture.shape[1])
    rows, columns = np.indices(shape).astype(np.float32)
    grey = cv2.GaussianBlur(np.ascontiguousarray(picture[..., 1]), (0, 0), 1.5)
    turn, pitch = rng.uniform(0, np.pi), rng.uniform(3, 8)
    bent = rng.uniform(0, 6) * field(rng, shape, 3)
    lines = np.ones(shape, np.float32)
    for number, angle in enumerate((turn, turn + rng.uniform(0.6, 1.6))):
        wave = np.cos(2 * np.pi * (columns * np.cos(angle) + rows * np.sin(angle) + bent) / pitch)
        lines = np.minimum(lines, np.clip(0.5 + 3 * (wave + 2 * grey - 0.6 + 0.7 * number), 0, 1))
    mixed = rng.uniform(0.5, 1)
    picture += mixed * ((0.1 + 0.85 * lines)[..., None] - picture)


def bordered(picture: Picture, rng: np.random.Generator) -> None:
    """The paper around a print, or the scanner's lid around the paper, on one to four sides; or an oval mat."""
    shape = (picture.shape[0], picture.shape[1])
    tone = np.full(3, rng.choice((rng.uniform(0.75, 1), rng.uniform(0, 0.15)))) + rng.normal(0, 0.03, 3)
    outside = np.ones(shape, np.float32)
    if rng.random() < 0.25:
        angles = np.linspace(0, 2 * np.pi, 64)
        oval = 0.5 + rng.uniform(0.4, 0.52, 2) * np.stack([np.cos(angles), np.sin(angles)], axis=1)
        outside -= filled(shape, oval * shape[::-1], softness_px=rng.uniform(0, 2))
    else:
        deep = np.where(rng.random(4) < 0.6, rng.uniform(0.01, 0.18, 4), -0.05)
        left, top, right, bottom = deep[0], deep[1], 1 - deep[2], 1 - deep[3]
        inner = np.array([(left, top), (right, top), (right, bottom), (left, bottom)]) + rng.normal(0, 0.004, (4, 2))
        outside -= filled(shape, inner * shape[::-1], softness_px=rng.uniform(0, 1))
    picture += outside[..., None] * (tone.astype(np.float32) - picture)


_DRAWERS: Final[tuple[tuple[float, Drawer], ...]] = (
    (0.14, lettered),
    (0.06, signed),
    (0.06, stamped),
    (0.14, jewelled),
    (0.16, patterned),
    (0.10, haired),
    (0.08, bespectacled),
    (0.08, engraved),
    (0.18, bordered),
)


def with_lookalikes(picture: Picture, rng: np.random.Generator, *, share: float = 0.3) -> Picture:
    """The picture, with one or two lookalikes in a ``share`` of the calls."""
    if rng.random() >= share:
        return picture
    changed = picture.copy()
    chances = np.array([chance for chance, _ in _DRAWERS])
    for which in rng.choice(len(_DRAWERS), int(rng.integers(1, 3)), replace=False, p=chances / chances.sum()):
        _DRAWERS[int(which)][1](changed, rng)
    return np.asarray(np.clip(changed, 0, 1), np.float32)


def _covered(picture: Picture, alpha: Alpha, tone: NDArray[np.floating], opacity: float) -> None:
    picture += (np.asarray(tone, np.float32) - picture) * (alpha * np.float32(opacity))[..., None]


def _turned(drawn: NDArray[np.uint8], rng: np.random.Generator, spread: float) -> Alpha:
    height, width = drawn.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), float(np.degrees(rng.normal(0, spread))), 1.0)
    return np.asarray(cv2.warpAffine(drawn, matrix, (width, height)), np.float32) / np.float32(255)


def _ink(rng: np.random.Generator) -> NDArray[np.float64]:
    if rng.random() < 0.35:
        return np.full(3, rng.uniform(0.8, 1))
    return rng.uniform(0, 0.35) * rng.uniform(0.4, 1, 3)
