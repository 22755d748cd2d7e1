"""What was invented: where the result's pixels come from, as an overlay over the photo."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.compositing.origins_picture import (
    HAND_RGB,
    MIRROR_RGB,
    NETWORK_RGB,
    REFERENCES_RGB,
    SURROUNDINGS_RGB,
    main_origins,
)
from facerestore.values.candidate import Candidate
from facerestore.values.geometry import Box
from facerestore.values.repair import Repair, RepairKind
from facerestore_gui.document.result import Result
from facerestore_gui.look.images import indexed_image

_ALPHA: Final = 120
_FILLED: Final = 1
_GENERATED: Final = 2
"""By the network alone; 3 by the photo's mirror image, 4 and on by references in their order."""
_HAND: Final = 4 + len(REFERENCES_RGB)
_MOST_PIXELS: Final = 4 * 2**20
"""A larger box is shown at whole fractions of its size."""


class OriginItem(QGraphicsItem):
    """An item that shows where the pixels of a result come from: from the network alone, lent by the photo's mirror
    image or a reference, filled from its surroundings or by hand, each in its colour; what was kept has none."""

    def __init__(self) -> None:
        super().__init__()
        self._plane: NDArray[np.uint8] | None = None
        self._place = QRectF()
        colours = [QColor(*one) for one in (SURROUNDINGS_RGB, NETWORK_RGB, MIRROR_RGB, *REFERENCES_RGB, HAND_RGB)]
        for colour in colours:
            colour.setAlpha(_ALPHA)
        self._colours = [0, *(colour.rgba() for colour in colours)]

    def show_result(self, result: Result | None, hand: tuple[Repair, ...] = ()) -> None:
        """``hand``: what is filled by hand now."""
        self.prepareGeometryChange()
        self._plane, self._place = None, QRectF()
        box = Box(0, 0, 0, 0) if result is None else result.mask.box
        for one in hand:
            box = box.union(one.box)
        if not box.is_empty:
            step = 1
            while (box.width // step) * (box.height // step) > _MOST_PIXELS:
                step += 1
            self._plane = _plane(result, box, step)
            by_hand = np.zeros((box.height, box.width), np.bool_)
            for one in hand:
                by_hand[one.box.moved(-box.left, -box.top).slices] |= one.where
            self._plane[_any_in_squares(by_hand, step)] = _HAND
            self._place = QRectF(box.left, box.top, self._plane.shape[1] * step, self._plane.shape[0] * step)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._place

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._plane is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawImage(self._place, indexed_image(self._plane, self._colours))


def _plane(result: Result | None, box: Box, step: int) -> NDArray[np.uint8]:
    """Where a result's pixels in a box come from, for squares of ``step`` pixels: what is in any of them, so that no
    scratch is lost; generated before filled; 0 where nothing changed."""
    if result is None:
        return np.zeros((-(-box.height // step), -(-box.width // step)), np.uint8)
    generated = _any_in_squares(result.restoration.repaired.where(box, RepairKind.GENERATED), step)
    changed = _any_in_squares(result.mask.coverage[box.slices] > 0, step)
    plane = np.where(generated, _GENERATED, np.where(changed, _FILLED, 0)).astype(np.uint8)
    for candidate in result.restoration.candidates:
        _tell_lenders(plane, candidate, box, step)
    return plane


def _any_in_squares(plane: NDArray[np.bool_], step: int) -> NDArray[np.bool_]:
    """Whether a plane (h, w) is true anywhere in each square of ``step`` pixels."""
    bottom, right = -plane.shape[0] % step, -plane.shape[1] % step
    padded = cv2.copyMakeBorder(plane.astype(np.uint8), 0, bottom, 0, right, cv2.BORDER_CONSTANT, value=0)
    return np.asarray(padded.reshape(padded.shape[0] // step, step, -1, step).max(axis=(1, 3)) > 0)


def _tell_lenders(origins: NDArray[np.uint8], candidate: Candidate, box: Box, step: int) -> None:
    """Put in who lent most of what was generated in a candidate's crop."""
    lenders = main_origins(candidate, box, step)[: origins.shape[0], : origins.shape[1]]
    is_lent = (origins == _GENERATED) & (lenders > 1)
    origins[is_lent] = lenders[is_lent] + (_GENERATED - 1)
