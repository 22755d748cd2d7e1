"""Thin and small damage: scratches, creases, cracks, dust."""

import numpy as np
from numpy.typing import NDArray

from facerestore_resources.damage_groups import DamageGroup
from facerestore_training.data.damage.canvas import Alpha, Canvas, field, line, rough
from facerestore_training.data.overlays import OverlayPool

SPECKS = ("dirt", "dots", "spots", "sprinkles")
THREADS = ("hair", "hair-short", "lint", "scratches")


def dirty(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A swarm of specks: real shapes, or round ones without them."""
    kinds = [kind for kind in SPECKS if overlays is not None and kind in overlays.names]
    if overlays is not None and kinds and rng.random() < 0.7:
        alpha = _real(overlays, str(rng.choice(kinds)), rng, canvas.shape)
    else:
        alpha = np.zeros(canvas.shape, np.float32)
        for _ in range(int(np.exp(rng.uniform(0, 4)))):
            at = rng.uniform((0, 0), canvas.shape[::-1])
            reach = np.exp(rng.uniform(-0.5, 1.5))
            bent = at + rng.normal(0, reach, (3, 2)).cumsum(axis=0)
            alpha = np.maximum(alpha, line(canvas.shape, bent, np.exp(rng.uniform(0, 1.6))))
    canvas.paint(DamageGroup.SPECK, alpha * np.float32(rng.uniform(0.65, 1)), _ends(rng))


def threads(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """Hairs, lint and fine scratches of real shape, or drawn curves without them."""
    kinds = [kind for kind in THREADS if overlays is not None and kind in overlays.names]
    if overlays is not None and kinds:
        alpha = _real(overlays, str(rng.choice(kinds)), rng, canvas.shape)
    else:
        alpha = line(canvas.shape, _walk(rng, canvas.shape, 0.3), rng.uniform(0.8, 2), softness_px=0.4)
    canvas.paint(DamageGroup.LINE, alpha * np.float32(rng.uniform(0.65, 1)), _ends(rng))


def scratched(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """One to seven nearly straight lines, often along one direction, worn away in places."""
    colour, turn = _ends(rng), rng.uniform(0, np.pi)
    spread = 0.1 if rng.random() < 0.5 else np.pi
    for _ in range(int(rng.integers(1, 8))):
        centre, angle = rng.uniform((0, 0), canvas.shape[::-1]), turn + rng.uniform(-spread, spread)
        points = _straight(rng, centre, angle, rng.uniform(0.1, 1.2) * max(canvas.shape), bend=0.02)
        alpha = line(canvas.shape, points, np.exp(rng.uniform(-0.4, 1.4)), softness_px=rng.uniform(0, 0.8))
        canvas.paint(DamageGroup.LINE, _worn(rng, alpha) * np.float32(rng.uniform(0.5, 1)), colour)


def creased(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """One or two folds across the picture: a bright ridge, often with a shadow beside it, where the surface broke off
    here and there."""
    angle = rng.uniform(0, np.pi) if rng.random() < 0.5 else rng.normal(0, 0.08) + (np.pi / 2) * rng.integers(2)
    for turn in (0.0, np.pi / 2)[: 1 + int(rng.random() < 0.3)]:
        centre = (0.5 + rng.uniform(-0.35, 0.35, 2)) * canvas.shape[::-1]
        length = rng.uniform(0.5, 2) * max(canvas.shape)
        points = _straight(rng, centre, angle + turn, length, bend=0.004)
        points += rng.normal(0, rng.uniform(0, 0.8), points.shape)
        width = np.exp(rng.uniform(0, 2.1))
        ridge = line(canvas.shape, points, width, softness_px=rng.uniform(0, 0.35 * width))
        if rng.random() < 0.6:
            across = np.array([-np.sin(angle + turn), np.cos(angle + turn)])
            shadow = line(canvas.shape, points + across * (width + 1) * rng.choice((-1, 1)), width, softness_px=width)
            canvas.multiply(DamageGroup.LINE, shadow * np.float32(rng.uniform(0.2, 0.6)), np.full(3, 0.4))
        canvas.paint(DamageGroup.LINE, _worn(rng, ridge) * np.float32(rng.uniform(0.4, 1)), _paper(rng))


def cracked(canvas: Canvas, rng: np.random.Generator, overlays: OverlayPool | None) -> None:
    """A net of branching cracks in the emulsion."""
    dark = rng.random() < 0.3
    colour = rng.uniform(0, 0.2) * np.ones(3) if dark else _paper(rng)
    ends = [(rng.uniform((0, 0), canvas.shape[::-1]), rng.uniform(0, 2 * np.pi)) for _ in range(rng.integers(1, 4))]
    alpha = np.zeros(canvas.shape, np.float32)
    most, unit = np.exp(rng.uniform(-0.2, 1.3)), max(canvas.shape)
    for _ in range(int(rng.integers(6, 40))):
        which = int(rng.integers(len(ends)))
        point, angle = ends[which]
        angle += rng.normal() * 0.4
        end = point + rng.uniform(0.04, 0.25) * unit * np.array([np.cos(angle), np.sin(angle)])
        alpha = np.maximum(alpha, line(canvas.shape, rough(rng, point, end, 0.06), most * rng.uniform(0.4, 1)))
        ends[which] = (end, angle)
        if rng.random() < 0.4:
            ends.append((end, angle + rng.choice((-1, 1)) * rng.uniform(0.6, 1.5)))
    canvas.paint(DamageGroup.LINE, alpha * np.float32(rng.uniform(0.5, 1)), colour)


def _real(overlays: OverlayPool, kind: str, rng: np.random.Generator, shape: tuple[int, int]) -> Alpha:
    alpha = overlays.only(kind).alpha(rng, max(shape))[: shape[0], : shape[1]]
    return np.asarray(alpha, np.float32) / np.float32(255)


def _straight(
    rng: np.random.Generator, centre: NDArray[np.floating], angle: float, length: float, *, bend: float
) -> NDArray[np.float64]:
    along = np.linspace(-0.5, 0.5, 24)[:, None] * length
    across = bend * length * rng.normal() * np.sin(along / length * 4 + rng.uniform(0, 6))
    direction = np.array([np.cos(angle), np.sin(angle)])
    return np.asarray(centre + along * direction + across * np.array([-direction[1], direction[0]]))


def _walk(rng: np.random.Generator, shape: tuple[int, int], reach: float) -> NDArray[np.float64]:
    turns = rng.uniform(0, 2 * np.pi) + rng.normal(0, 0.3, 24).cumsum()
    steps = reach * max(shape) / 24 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    return np.asarray(rng.uniform((0, 0), shape[::-1]) + steps.cumsum(axis=0))


def _worn(rng: np.random.Generator, alpha: Alpha) -> Alpha:
    """What is left of a line that is not equally deep everywhere."""
    if rng.random() < 0.3:
        return alpha
    depth = field(rng, (alpha.shape[0], alpha.shape[1]), int(rng.integers(4, 40)))
    return np.asarray(alpha * np.clip(0.5 + 1.2 * depth + rng.uniform(-0.2, 0.8), 0, 1), np.float32)


def _ends(rng: np.random.Generator) -> NDArray[np.float64]:
    """White or black, nearly: dust and scratches of a print are light, those of a negative dark, or the reverse."""
    light = rng.random() < 0.65
    return np.full(3, rng.uniform(0.85, 1) if light else rng.uniform(0, 0.15)) + rng.normal(0, 0.02, 3)


def _paper(rng: np.random.Generator) -> NDArray[np.float64]:
    return rng.uniform(0.75, 1) * np.array([1, rng.uniform(0.93, 1), rng.uniform(0.8, 1)])
