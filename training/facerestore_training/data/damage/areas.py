"""Damage that covers areas: stains, foxing, ink, tape, silvering; and what is torn off or flaked off."""

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore_resources.damage_groups import DamageGroup
from facerestore_training.data.damage.canvas import Alpha, Canvas, blob, field, filled, line, rough
from facerestore_training.data.overlays import OverlayPool

STAINS = ("smut", "stain")


def smudged(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """Real stains and smut, or a blotch without them."""
    kinds = [kind for kind in STAINS if overlays is not None and kind in overlays.names]
    if overlays is not None and kinds:
        size = max(canvas.shape)
        drawn = overlays.only(str(rng.choice(kinds))).alpha(rng, size)[: canvas.shape[0], : canvas.shape[1]]
        alpha = np.asarray(drawn, np.float32) / np.float32(255)
    else:
        alpha = np.clip(3 * (field(rng, canvas.shape, 6) - 1.2), 0, 1).astype(np.float32)
    light = rng.random() < 0.4
    tone = np.full(3, rng.uniform(0.75, 1)) if light else rng.uniform(0.05, 0.4) * np.array([1, 0.85, 0.65])
    canvas.paint(DamageGroup.STAIN, alpha * np.float32(rng.uniform(0.6, 1)), tone)


def foxed(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """Brown spots, scattered or in a cluster, soft at the edge."""
    alpha, unit = np.zeros(canvas.shape, np.float32), max(canvas.shape) / 256
    centre, spread = rng.uniform((0, 0), canvas.shape[::-1]), rng.uniform(0.1, 1) * max(canvas.shape)
    for _ in range(int(np.exp(rng.uniform(1, 4)))):
        radius = np.exp(rng.uniform(0.2, 2.1)) * unit
        spot = blob(rng, centre + rng.normal(0, spread, 2), radius, 0.3)
        alpha = np.maximum(alpha, rng.uniform(0.4, 1) * filled(canvas.shape, spot))
    soft = cv2.GaussianBlur(alpha, (0, 0), rng.uniform(0.4, 1.8) * unit)
    canvas.multiply(DamageGroup.STAIN, np.asarray(soft, np.float32), _brown(rng, 0.2, 0.75))


def watered(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A dried pool, its rim darker than its inside."""
    centre = rng.uniform((-0.1, -0.1), (1.1, 1.1)) * canvas.shape[::-1]
    outline = blob(rng, centre, np.exp(rng.uniform(-2.3, -0.8)) * max(canvas.shape), 0.3)
    inside = filled(canvas.shape, outline, softness_px=rng.uniform(0.5, 2))
    rim = line(canvas.shape, np.concatenate([outline, outline[:1]]), np.exp(rng.uniform(0.3, 1.8)), softness_px=1.2)
    factor = _brown(rng, 0.3, 0.9)
    canvas.multiply(DamageGroup.STAIN, inside * np.float32(rng.uniform(0.1, 0.7)), factor)
    canvas.multiply(DamageGroup.STAIN, rim * np.float32(rng.uniform(0.3, 1)), factor)


def inked(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A blot with its splashes, dark and hard at the edge."""
    centre, unit = rng.uniform((0, 0), canvas.shape[::-1]), max(canvas.shape) / 256
    radius = np.exp(rng.uniform(1, 3.6)) * unit
    alpha = filled(canvas.shape, blob(rng, centre, radius, 0.35), softness_px=rng.uniform(0, 1))
    for _ in range(int(rng.integers(0, 14))):
        away = centre + rng.normal(0, 1.6 * radius, 2)
        alpha = np.maximum(alpha, filled(canvas.shape, blob(rng, away, rng.uniform(0.05, 0.25) * radius + 1, 0.2)))
    ink = rng.uniform(0, 0.25) * np.array([rng.uniform(0.3, 1), rng.uniform(0.3, 1), 1])
    canvas.paint(DamageGroup.STAIN, alpha * np.float32(rng.uniform(0.7, 1)), ink)


def taped(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A strip of adhesive tape: yellowed, through which the picture shows, with two darker edges."""
    size, angle = max(canvas.shape), rng.normal(0, 0.5) + (np.pi / 2) * rng.integers(2)
    along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    half_length, half_width = rng.uniform(0.1, 0.6) * size * along, rng.uniform(0.03, 0.1) * size * across
    centre = rng.uniform((0, 0), canvas.shape[::-1])
    corners = [centre - half_length - half_width, centre + half_length - half_width]
    corners += [centre + half_length + half_width, centre - half_length + half_width]
    strip = filled(canvas.shape, np.stack(corners))
    uneven = np.clip(0.85 + 0.1 * field(rng, canvas.shape, 12), 0, 1)
    if rng.random() < 0.3:
        canvas.paint(DamageGroup.STAIN, strip * uneven * np.float32(rng.uniform(0.2, 0.7)), np.array([0.95, 0.92, 0.8]))
    else:
        canvas.multiply(DamageGroup.STAIN, strip * uneven * np.float32(rng.uniform(0.5, 1)), _brown(rng, 0.5, 0.85))
    for first, second in ((0, 1), (3, 2)):
        edge = line(canvas.shape, np.stack([corners[first], corners[second]]), rng.uniform(0.8, 2.5))
        canvas.multiply(DamageGroup.STAIN, edge * np.float32(rng.uniform(0.2, 0.7)), _brown(rng, 0.3, 0.7))


def silvered(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """Silver that came out of the shadows as a bluish sheen, mostly near the edges."""
    height, width = canvas.shape
    across, down = np.abs(np.linspace(-1, 1, width)), np.abs(np.linspace(-1, 1, height))
    near = np.maximum(across[None, :], down[:, None]).astype(np.float32)
    where = np.clip(near + 0.25 * field(rng, canvas.shape, 7) - rng.uniform(0.4, 0.9), 0, 1)
    dark = np.clip(1 - 1.4 * canvas.pixels[..., 1], 0, 1)
    sheen = rng.uniform(0.55, 0.85) * np.array([0.85, 0.93, 1.0])
    canvas.paint(
        DamageGroup.STAIN, np.asarray(np.clip(3 * where, 0, 1) * dark * rng.uniform(0.3, 0.7), np.float32), sheen
    )


def cornered(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A corner, or a strip along one side, that is gone."""
    height, width = canvas.shape
    along = np.exp(rng.uniform(-3, -0.8, 2)) * (width, height)
    start, end, corner = np.array([along[0], -9.0]), np.array([-9.0, along[1]]), np.array([[-9.0, -9.0]])
    if rng.random() < 0.25:
        start, end = np.array([width + 9.0, along[1] * 0.6]), np.array([-9.0, along[1] * rng.uniform(0.3, 1)])
        corner = np.array([[-9.0, -9.0], [width + 9.0, -9.0]])
    outline = np.concatenate([rough(rng, start, end, rng.uniform(0.02, 0.12)), corner])
    # the same for all four corners
    if rng.random() < 0.5:
        outline[:, 0] = width - outline[:, 0]
    if rng.random() < 0.5:
        outline[:, 1] = height - outline[:, 1]
    _lost(canvas, rng, filled(canvas.shape, outline), _behind(rng))


def torn(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A tear from a side inwards: it gapes at the side and ends as a crack."""
    height, width = canvas.shape
    side = int(rng.integers(4))
    place = rng.uniform(0, 1)
    start = np.array(
        [(place * width, -4), (place * width, height + 4), (-4, place * height), (width + 4, place * height)]
    )
    inwards = np.array([(0, 1), (0, -1), (1, 0), (-1, 0)], np.float64)[side]
    turned = rng.normal(0, 0.5)
    direction = np.array(
        [
            inwards[0] * np.cos(turned) - inwards[1] * np.sin(turned),
            inwards[0] * np.sin(turned) + inwards[1] * np.cos(turned),
        ]
    )
    end = start[side] + direction * rng.uniform(0.15, 0.9) * max(canvas.shape)
    path = rough(rng, start[side], end, rng.uniform(0.03, 0.1))
    gape = np.exp(rng.uniform(0, 2.7)) * np.linspace(1, 0.05, len(path))[:, None]
    across = np.array([-direction[1], direction[0]])
    jag = rng.normal(0, 0.12, path.shape) * gape
    alpha = filled(
        canvas.shape, np.concatenate([path + gape * across / 2 + jag, (path - gape * across / 2 + jag)[::-1]])
    )
    alpha = np.maximum(alpha, line(canvas.shape, path, rng.uniform(0.8, 1.6)))
    group = DamageGroup.LOSS if gape[0] > 5 else DamageGroup.LINE
    _lost(canvas, rng, alpha, _behind(rng), group=group, rim_px=rng.uniform(0, 4))


def flaked(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """Places where the image layer came off, scattered or beside a fold: the paper is seen."""
    alpha, unit = np.zeros(canvas.shape, np.float32), max(canvas.shape) / 256
    centre, spread = rng.uniform((0, 0), canvas.shape[::-1]), rng.uniform(0.02, 0.4) * max(canvas.shape)
    stretch = np.array([1, rng.uniform(0.1, 1)])[:: rng.choice((-1, 1))]
    for _ in range(int(np.exp(rng.uniform(0, 3.2)))):
        radius = np.exp(rng.uniform(0.7, 3.2)) * unit
        place = centre + rng.normal(0, spread, 2) * stretch
        alpha = np.maximum(alpha, filled(canvas.shape, blob(rng, place, radius, rng.uniform(0.2, 0.6))))
    _lost(canvas, rng, alpha, _behind(rng) if rng.random() < 0.3 else _paper(rng), rim_px=rng.uniform(0, 1.5))


def holed(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """One large place that is missing, ragged at the edge."""
    centre = rng.uniform((0, 0), canvas.shape[::-1])
    outline = blob(rng, centre, np.exp(rng.uniform(-3, -1.4)) * max(canvas.shape), rng.uniform(0.2, 0.6))
    sides = [rough(rng, a, b, 0.15) for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True)]
    _lost(canvas, rng, filled(canvas.shape, np.concatenate(sides)), _behind(rng))


def _lost(
    canvas: Canvas,
    rng: np.random.Generator,
    alpha: Alpha,
    colour: NDArray[np.float64],
    *,
    group: DamageGroup = DamageGroup.LOSS,
    rim_px: float | None = None,
) -> None:
    """What lies behind, and around it the torn paper's own white."""
    reach = rng.uniform(0, 7) if rim_px is None else rim_px
    if reach >= 1:
        side = 2 * round(reach) + 1
        wide = cv2.GaussianBlur(cv2.dilate(alpha, np.ones((side, side), np.uint8)), (0, 0), reach / 2)
        ragged = np.clip(4 * (wide - 0.5 + 0.25 * field(rng, canvas.shape, 40)), 0, 1).astype(np.float32)
        fibre = _paper(rng) + rng.normal(0, 0.02, (*canvas.shape, 1))
        canvas.paint(group, ragged * np.float32(rng.uniform(0.7, 1)), fibre)
    if rng.random() < 0.4:
        shade = cv2.GaussianBlur(alpha, (0, 0), rng.uniform(1, 4))
        canvas.multiply(group, np.asarray(shade, np.float32) * np.float32(rng.uniform(0.1, 0.5)), np.full(3, 0.3))
    canvas.paint(group, alpha, colour + rng.normal(0, rng.uniform(0, 0.015), (*canvas.shape, 1)))


def _behind(rng: np.random.Generator) -> NDArray[np.float64]:
    """A scanner's lid, the dark behind an open one, or a table."""
    kind = rng.random()
    if kind < 0.45:
        return np.full(3, rng.uniform(0.85, 1))
    if kind < 0.75:
        return np.full(3, rng.uniform(0, 0.12))
    return np.asarray(rng.uniform(0.2, 0.8) + rng.normal(0, 0.08, 3))


def _paper(rng: np.random.Generator) -> NDArray[np.float64]:
    return rng.uniform(0.7, 1) * np.array([1, rng.uniform(0.92, 1), rng.uniform(0.78, 1)])


def _brown(rng: np.random.Generator, low: float, high: float) -> NDArray[np.float64]:
    return rng.uniform(low, high) * np.array([1.15, 1, rng.uniform(0.6, 0.9)])
