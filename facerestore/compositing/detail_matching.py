"""Which visible place of a face's crop lends its fine detail to which place of the hole.

Patches of the crop are compared, not pixels of the scan: what the painting shows at the crop's resolution (tone,
direction and strength of its texture, place in the face) says which residual belongs on it. So the cost does not grow
with the scan. Lenders are of the same part of the face; the mirror image of the face lends too, first of all the place
that mirrors the hole's. As in contextual residual aggregation (Z. Yi et al., "Contextual Residual Aggregation for
Ultra High-Resolution Image Inpainting", CVPR 2020) the residual goes where the coarse picture fits; as in image
quilting (A. Efros and W. Freeman, SIGGRAPH 2001) whole patches are laid, and one that goes on beside its neighbour's is
favoured.
"""

# S side of the crop, K features, N patches, M lenders

from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.tone import LUMA
from facerestore.values.layout import Layout
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

PATCH_CROP_PX: Final = 8
"""Side of a patch in crop pixels; patches lie half of it apart."""

GROUPS: Final[tuple[frozenset[FaceClass], ...]] = (
    frozenset({FaceClass.SKIN, FaceClass.NOSE, FaceClass.NECK, FaceClass.LEFT_EAR, FaceClass.RIGHT_EAR}),
    frozenset({FaceClass.HAIR}),
    frozenset({FaceClass.LEFT_BROW, FaceClass.RIGHT_BROW}),
    frozenset({FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE}),
    frozenset({FaceClass.UPPER_LIP, FaceClass.LOWER_LIP}),
    frozenset({FaceClass.MOUTH}),
    frozenset({FaceClass.CLOTH}),
    frozenset({FaceClass.HAT}),
    frozenset({FaceClass.BACKGROUND}),
)
"""What lends to each other. Classes that are in none (glasses, jewellery) neither lend nor borrow."""

_GROUP_OF: Final = np.full(CLASS_COUNT, -1, np.int8)
for _number, _classes in enumerate(GROUPS):
    _GROUP_OF[list(_classes)] = _number

_SKIN, _HAIR, _BROWS, _EYES = range(4)
_SMALL: Final = frozenset(
    number for number, group in enumerate(GROUPS) if not group & {FaceClass.SKIN, FaceClass.HAIR, FaceClass.CLOTH}
) - {len(GROUPS) - 1}
_PURE: Final = {True: 0.6, False: 0.999}
"""How much of a lender must be of its part: small parts have no patch of their own."""

_FINE_SIGMA_PX: Final = 1.5
_TONE, _TEXTURE, _DIRECTION, _PLACE = (2.0, 1.0, 0.25, 0.6)
_STRAND_DIRECTION: Final = 1.0
_MOST_LENDERS: Final = 3000
_NEAREST: Final = 12
_CHUNK: Final = 512
_LOUDEST: Final = 1.6
"""By how much a lender may be louder than what fits as well: more is a hair or a freckle."""
_SPIKIEST: Final = 4.0
"""By how much the loudest crop pixel of a lender of skin may exceed the lender's mean."""
_USE_PRICE: Final = 0.012
_MOST_USES: Final = 3
_GOES_ON: Final = 0.02
_JITTER: Final = 0.004


class Loan(NamedTuple):
    """``row``, ``column``: the borrowing patch in the grid of patches; ``group``: the part that it is for; ``x``, ``y``:
    centre of the lender in the crop, in whole pixels; ``is_mirrored``: it is laid as its mirror image."""

    row: int
    column: int
    group: int
    x: int
    y: int
    is_mirrored: bool


def groups_of(layout: Layout) -> NDArray[np.int8]:
    """The number in ``GROUPS`` of each pixel of a layout (S, S), -1 for those in none."""
    return np.asarray(_GROUP_OF[layout.labels])


@dataclass(frozen=True, eq=False)
class Places:
    """Features of the patch around every crop pixel, and whether it may lend.

    ``tone`` (S, S, C), ``texture`` (S, S) and ``direction`` (S, S, 2), all float32; ``energy`` float32 (S, S): mean
    square of the scan's residual there; ``spikiness``: its largest by its mean; ``lends`` bool (S, S).
    """

    tone: NDArray[np.float32]
    texture: NDArray[np.float32]
    direction: NDArray[np.float32]
    energy: NDArray[np.float32]
    spikiness: NDArray[np.float32]
    groups: NDArray[np.int8]
    visible: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        painted: NDArray[np.float32],
        groups: NDArray[np.int8],
        visible: NDArray[np.bool_],
        energy: NDArray[np.float32],
    ) -> "Places":
        """Of the crop (S, S, C) as painted; ``energy`` (S, S) of the residual is meaningful where visible."""
        luma = painted @ LUMA if painted.shape[2] == 3 else painted[..., 0]
        fine = luma - cv2.GaussianBlur(luma, (0, 0), _FINE_SIGMA_PX)
        smooth = cv2.GaussianBlur(luma, (0, 0), 0.8)
        across, down = (cv2.Sobel(smooth, cv2.CV_32F, *order, scale=1 / 8) for order in ((1, 0), (0, 1)))
        xx, yy, xy = (_averaged(one) for one in (across * across, down * down, across * down))
        direction = np.dstack([xx - yy, 2 * xy]) / (xx + yy + np.float32(1e-5))[..., None]
        size = 2 * (PATCH_CROP_PX // 2) + 3
        whole = cv2.erode(visible.astype(np.uint8), np.ones((size, size), np.uint8), borderValue=0) > 0
        mean = _averaged(energy)
        loudest = cv2.dilate(energy, np.ones((PATCH_CROP_PX, PATCH_CROP_PX), np.uint8))
        return cls(
            _averaged(painted).reshape(painted.shape),
            np.sqrt(_averaged(fine * fine)),
            direction.astype(np.float32),
            mean,
            loudest / np.maximum(mean, 1e-12),
            groups,
            whole,
        )

    def lenders(self, group: int, rng: np.random.Generator) -> NDArray[np.intp]:
        """Centres (M, 2) y, x of the patches that are visible and of a part, as many as are compared."""
        share = _averaged((self.groups == group).astype(np.float32), PATCH_CROP_PX + 4)
        lends = self.visible & (share >= _PURE[group in _SMALL])
        if group == _SKIN:
            lends &= self.spikiness <= _SPIKIEST
        found = np.argwhere(lends)
        return (
            found if len(found) <= _MOST_LENDERS else np.sort(rng.choice(found, _MOST_LENDERS, replace=False), axis=0)
        )

    def features(self, at: NDArray[np.intp], group: int, *, turned: float | None = None) -> NDArray[np.float32]:
        """Features (N, K) of patches at y, x (N, 2), weighted for a part. ``turned``: of their mirror images, by four
        times the angle between the axes of the face and of the pixels, in radians."""
        rows, columns = at.T
        side = self.texture.shape[0]
        first, second = self.direction[rows, columns].T
        place = at[:, ::-1] / side
        if turned is not None:
            cos, sin = np.cos(turned), np.sin(turned)
            first, second = cos * first + sin * second, sin * first - cos * second
            place = np.stack([1 - place[:, 0], place[:, 1]], axis=1)
        direction = _STRAND_DIRECTION if group in (_HAIR, _BROWS) else _DIRECTION
        tone = _TONE * self.tone[rows, columns] / np.sqrt(self.tone.shape[2])
        texture = _TEXTURE * np.sqrt(self.texture[rows, columns])
        columns_of = [tone, texture[:, None], 0.3 * direction * np.stack([first, second], axis=1), _PLACE * place]
        return np.concatenate(columns_of, axis=1).astype(np.float32)


def matched(
    places: Places,
    wanted: NDArray[np.intp],
    wanted_groups: NDArray[np.intp],
    centres: NDArray[np.intp],
    *,
    turned: float,
    seed: int,
) -> list[Loan]:
    """A loan for each wanted patch that finds a lender. ``wanted`` (N, 2): row and column in the grid; ``centres``
    (N, 2): its centre y, x in the crop."""
    rng = np.random.default_rng(seed)
    loans: list[Loan] = []
    for group in np.unique(wanted_groups):
        chosen = np.flatnonzero(wanted_groups == group)
        lenders = places.lenders(int(group), rng)
        if len(lenders):
            loans += _Choice(places, lenders, int(group), turned, rng).of(wanted[chosen], centres[chosen])
    return loans


class _Choice:
    """Choosing among the lenders of one part; each lends at most a few times, itself and as its mirror image."""

    def __init__(
        self, places: Places, lenders: NDArray[np.intp], group: int, turned: float, rng: np.random.Generator
    ) -> None:
        self.places, self.group, self.rng = places, group, rng
        self.at = np.concatenate([lenders, lenders])
        self.is_mirrored = np.repeat([False, True], len(lenders))
        features = [places.features(lenders, group), places.features(lenders, group, turned=turned)]
        self.features = np.concatenate(features)
        self.energy = places.energy[tuple(self.at.T)]
        side = places.texture.shape[0]
        self.number = np.full((2, side, side), -1, np.intp)
        self.number[self.is_mirrored.astype(int), *self.at.T] = np.arange(len(self.at))
        self.bins = (self.at // (PATCH_CROP_PX // 2)) @ np.array([side, 1])
        self.uses: Counter[int] = Counter()

    def of(self, wanted: NDArray[np.intp], centres: NDArray[np.intp]) -> list[Loan]:
        """Loans for patches at rows and columns (N, 2) with centres y, x (N, 2), in reading order."""
        features = self.places.features(np.clip(centres, 0, len(self.places.texture) - 1), self.group)
        nearest = self._nearest(features)
        placed: dict[tuple[int, int], int] = {}
        loans = []
        for (row, column), centre, mine, near in zip(wanted.tolist(), centres, features, nearest, strict=True):
            on = [self._going_on(placed.get((row - dy, column - dx)), dx, dy) for dx, dy in ((1, 0), (0, 1), (-1, 1))]
            candidates = np.array([*near, *(one for one in on if one >= 0)])
            costs = ((self.features[candidates] - mine) ** 2).sum(axis=1)
            costs[len(near) :] -= _GOES_ON
            used = np.array([self.uses[one] for one in self.bins[candidates].tolist()])
            costs += _USE_PRICE * used + _JITTER * self.rng.random(len(candidates))
            usual = np.median(self.energy[near])
            costs[(self.energy[candidates] > _LOUDEST**2 * usual) | (used >= _MOST_USES)] = np.inf
            best = int(costs.argmin())
            if np.isfinite(costs[best]):
                lender = int(candidates[best])
                placed[row, column] = lender
                self.uses[int(self.bins[lender])] += 1
                y, x = self.at[lender].tolist()
                loans.append(Loan(row, column, self.group, x, y, bool(self.is_mirrored[lender])))
        return loans

    def _nearest(self, features: NDArray[np.float32]) -> NDArray[np.intp]:
        """Numbers (N, k) of the lenders with the most similar features."""
        count = min(_NEAREST, len(self.features))
        norms = (self.features**2).sum(axis=1)
        parts = np.split(features, range(_CHUNK, len(features), _CHUNK))
        distances = (norms - 2 * part @ self.features.T for part in parts)
        return np.concatenate([np.argpartition(one, count - 1, axis=1)[:, :count] for one in distances])

    def _going_on(self, neighbour: int | None, dx: int, dy: int) -> int:
        """The lender that lies beside a neighbour's as the patch lies beside the neighbour; -1 if there is none."""
        if neighbour is None:
            return -1
        step = PATCH_CROP_PX // 2
        mirrored = bool(self.is_mirrored[neighbour])
        y, x = self.at[neighbour] + np.array([step * dy, -step * dx if mirrored else step * dx])
        side = self.number.shape[1]
        return int(self.number[int(mirrored), y, x]) if 0 <= y < side and 0 <= x < side else -1


def _averaged(plane: NDArray[np.floating], side_px: int = PATCH_CROP_PX + 1) -> NDArray[np.float32]:
    """The mean over the patch around each pixel."""
    size = (side_px // 2 * 2 + 1,) * 2
    return np.asarray(cv2.blur(np.asarray(plane, np.float32), size, borderType=cv2.BORDER_REPLICATE), np.float32)
