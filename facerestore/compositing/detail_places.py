"""The places of a face's crop, by what fine detail may be looked for: tone, texture, direction, place and part."""

# S side of the crop, C channels, K features, N patches, M lenders

from dataclasses import dataclass
from typing import Final

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
)
"""What lends to each other. Classes that are in none (background, glasses, jewellery) neither lend nor borrow."""

SMALL: Final = frozenset({2, 3, 4, 5})
"""Brows, eyes, lips and mouth: an iris is lent to an iris at the same place of the eye, or where the mirror has it."""

_GROUP_OF: Final = np.full(CLASS_COUNT, -1, np.int8)
for _number, _classes in enumerate(GROUPS):
    _GROUP_OF[list(_classes)] = _number

_SKIN, _HAIR, _BROWS = range(3)
_PURE: Final = {True: 0.6, False: 0.999}
"""How much of a lender must be of its part: small parts have no patch of their own."""
_SPIKIEST: Final = 8.0
"""By how much the loudest crop pixel of a lender of skin may exceed the lender's mean: more is a mole or an edge."""
_MOST_LENDERS: Final = 3000

_FINE_SIGMA_PX: Final = 1.5
_TONE, _TEXTURE, _DIRECTION, _PLACE = (2.0, 1.5, 0.075, 1.2)
_STRAND_DIRECTION: Final = 0.3
_SMALL_PLACE: Final = 8.0


def groups_of(layout: Layout) -> NDArray[np.int8]:
    """The number in ``GROUPS`` of each pixel of a layout (S, S), -1 for those in none."""
    return np.asarray(_GROUP_OF[layout.labels])


@dataclass(frozen=True, eq=False)
class Places:
    """Features of the patch around every crop pixel, and whether it may lend.

    ``tone`` (S, S, C), ``texture`` (S, S) and ``direction`` (S, S, 2), all float32; ``energy`` float32 (S, S): mean
    square of the scan's residual there; ``spikiness``: its largest by its mean; ``visible`` bool (S, S): all of the
    patch is.
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
            np.sqrt(np.maximum(_averaged(fine * fine), 0)),
            direction.astype(np.float32),
            mean,
            np.asarray(loudest / np.maximum(mean, 1e-12), np.float32),
            groups,
            whole,
        )

    def lenders(self, group: int, rng: np.random.Generator) -> NDArray[np.intp]:
        """Centres (M, 2) y, x of the patches that are visible and of a part, as many as are compared."""
        share = _averaged((self.groups == group).astype(np.float32), PATCH_CROP_PX + 4)
        lends = self.visible & (share >= _PURE[group in SMALL])
        if group == _SKIN:
            lends &= self.spikiness <= _SPIKIEST
        found = np.argwhere(lends)
        if len(found) <= _MOST_LENDERS:
            return found
        return found[np.sort(rng.choice(len(found), _MOST_LENDERS, replace=False))]

    def features(
        self, at: NDArray[np.intp], group: int, *, turned: float | None = None, louder: float = 1.0
    ) -> NDArray[np.float32]:
        """Features (N, K) of patches at y, x (N, 2), weighted for a part. ``turned``: of their mirror images, by four
        times the angle between the axes of the face and of the pixels, in radians. ``louder``: by what their texture is
        multiplied first."""
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
        texture = _TEXTURE * np.sqrt(louder * self.texture[rows, columns])
        place *= _SMALL_PLACE if group in SMALL else _PLACE
        columns_of = [tone, texture[:, None], direction * np.stack([first, second], axis=1), place]
        return np.concatenate(columns_of, axis=1).astype(np.float32)


def _averaged(plane: NDArray[np.floating], side_px: int = PATCH_CROP_PX + 1) -> NDArray[np.float32]:
    """The mean over the patch around each pixel."""
    size = (side_px // 2 * 2 + 1,) * 2
    return np.asarray(cv2.blur(np.asarray(plane, np.float32), size, borderType=cv2.BORDER_REPLICATE), np.float32)
