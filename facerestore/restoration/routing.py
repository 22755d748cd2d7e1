"""Which way restores a photo, where the person leaves that open: one rule, by damage, faces and what is installed.

The figures that it rests on, and the command that gives them, stand in the README of this folder.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.compositor import painted_by
from facerestore.restoration.recipe import RestorationRequest
from facerestore.restoration.restorers import CHOSEN, RESTORERS, SEMANTIC, Restorer, can_be_used, restorer_of
from facerestore.values.alignment import Alignment
from facerestore.values.mask import Mask
from facerestore.values.translatable_text import TranslatableText

BOUND: Final = "Only this way reads the layout, the references or the chosen candidates that this photo has."
IN_FACE: Final = "Damage lies in a face, which this way paints."
UNPAINTED: Final = "Damage lies in a face, and no network that paints faces is installed."
ACROSS: Final = "Much of the damage lies beyond the face, or much of the face's frame beyond the photo."
WIDE_BESIDE: Final = "No face is damaged, and the damage is wide."
THIN_BESIDE: Final = "No face is damaged, and the damage is thin."

_MAP_PX: Final = 512
"""Longest side of the map on which damage is measured."""
_THIN_PX: Final = 12.0
"""Mean width on that map up to which damage counts as thin: scratches and hairs of a scan that fills it."""
_BEYOND: Final = 0.25
"""Share of the damage outside all faces, or of a face's frame outside the photo, that is much."""

_CHOICES: Final = ("semantic", "in2", "navier-stokes", "membrane")
"""The ways that the rule can come to."""

CanBeUsed = Callable[[Restorer], bool]


@dataclass(frozen=True, eq=False)
class Choice:
    """``reason``: for the person, and for the record."""

    restorer: Restorer
    reason: str


@dataclass(frozen=True, slots=True)
class DamageShape:
    """``in_faces``: the share 0...1 of the damage that lies in frames of faces; ``frame_outside``: the largest share of
    a damaged face's frame that lies outside the photo; ``width_px``: mean width of the damage, as on a map whose
    longest side is 512 px."""

    in_faces: float
    frame_outside: float
    width_px: float

    @classmethod
    def of(cls, damage: Mask, faces: Sequence[Alignment]) -> "DamageShape":
        """Of a mask that is not empty."""
        extent = damage.extent
        scale = min(1.0, _MAP_PX / max(extent.width, extent.height))
        size = (max(1, round(extent.width * scale)), max(1, round(extent.height * scale)))
        shrunk = cv2.resize(damage.coverage, size, interpolation=cv2.INTER_AREA)
        # a scratch finer than the map is not lost
        is_damaged = shrunk > min(127, int(shrunk.max()) - 1)
        in_frame = np.zeros(is_damaged.shape, np.uint8)
        outside = [0.0]
        for face in faces:
            corners = face.corners_photo() * (size[0] / extent.width, size[1] / extent.height)
            frame = np.zeros_like(in_frame)
            cv2.fillConvexPoly(frame, corners.round().astype(np.int32), 1.0)
            if (frame.astype(bool) & is_damaged).any():
                area = cv2.contourArea(corners.astype(np.float32))
                outside.append(1 - min(1.0, float(frame.sum()) / max(area, 1.0)))
            in_frame |= frame
        return cls(
            in_faces=float(in_frame[is_damaged].mean()),
            frame_outside=max(outside),
            width_px=_mean_width(is_damaged) * _MAP_PX / max(size),
        )


def chosen_way(damage: DamageShape, *, is_bound: bool = False, usable: CanBeUsed = can_be_used) -> Choice:
    """The rule. ``is_bound``: there is a layout of the person's, a reference, or a choice among candidates."""
    whole_photo = RESTORERS["in2"] if usable(RESTORERS["in2"]) else None
    if is_bound:
        return _choice(SEMANTIC, BOUND)
    if damage.in_faces > 0:
        is_across = 1 - damage.in_faces >= _BEYOND or damage.frame_outside >= _BEYOND
        if whole_photo and (is_across or not usable(SEMANTIC)):
            return _choice(whole_photo, ACROSS if is_across else IN_FACE)
        if usable(SEMANTIC):
            return _choice(SEMANTIC, IN_FACE)
    is_thin, is_unpainted = damage.width_px <= _THIN_PX, damage.in_faces > 0
    if is_thin:
        return _choice(RESTORERS["navier-stokes"], UNPAINTED if is_unpainted else THIN_BESIDE)
    return _choice(whole_photo or RESTORERS["membrane"], UNPAINTED if is_unpainted else WIDE_BESIDE)


def routed(
    request: RestorationRequest, *, is_bound: bool = False, usable: CanBeUsed = can_be_used
) -> RestorationRequest:
    """The request with a way that restores, and the reason for it; as it is where the person named one.

    ``is_bound``: as in ``chosen_way``; references of the request's faces bind as well.
    """
    if not request.restorer.chooses:
        return request
    plan = request.plan
    painted = painted_by(plan.restore, plan.fill, plan.protected)
    if painted.is_empty:
        # what is only to be filled needs no way: any does it
        return replace(request, restorer=SEMANTIC if usable(SEMANTIC) else RESTORERS["membrane"])
    is_bound = is_bound or any(face.references for face in request.faces)
    shape = DamageShape.of(painted, [face.alignment for face in request.faces])
    choice = chosen_way(shape, is_bound=is_bound, usable=usable)
    return replace(request, restorer=choice.restorer, reason=choice.reason)


def networks_of(restorer: Restorer, *, usable: CanBeUsed = can_be_used) -> tuple[str, ...]:
    """The networks that a way may need: of one that chooses, those of all that it can choose, and of looking for faces
    first."""
    ways = [one for one in map(restorer_of, _CHOICES) if usable(one)] if restorer.chooses else [restorer]
    looking = ("detection", "points") if restorer.chooses else ()
    return tuple(dict.fromkeys((*looking, *(network for one in ways for network in one.networks))))


def _choice(restorer: Restorer, why: str) -> Choice:
    return Choice(restorer, TranslatableText(CHOSEN, way=restorer.title, why=why))


def _mean_width(is_damaged: NDArray[np.bool_]) -> float:
    """Pixels. In a strip, the mean distance from its border is a quarter of its width."""
    padded = np.pad(is_damaged.astype(np.uint8), 1)
    distance = cv2.distanceTransform(padded, cv2.DIST_L2, 3)
    return 4 * float(distance[padded > 0].mean())
