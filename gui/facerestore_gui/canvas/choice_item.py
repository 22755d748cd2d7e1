"""Which candidate is used where in the current face, in colours, and the stroke that takes from the one in hand."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from facerestore.values.alignment import Alignment
from facerestore.values.candidate_mix import CandidateMix
from facerestore_gui.canvas.crop_transform import crop_transform
from facerestore_gui.look.candidate_colours import candidate_colour
from facerestore_gui.look.images import indexed_image

_STROKE: Final = "#ffffff"
_ALPHA: Final = 110
_STROKE_VALUE: Final = 255


class ChoiceItem(QGraphicsItem):
    """An item that shows which candidate is used where, each in the colour that it has in the bar. Lives in the crop's
    pixels. The candidate of most pixels has no colour."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: NDArray[np.uint8] | None = None
        self._colours: list[int] = []

    def show_choice(
        self,
        choice: CandidateMix | None,
        alignment: Alignment | None,
        stroke: NDArray[np.uint8] | None,
        seeds: Sequence[int] = (),
    ) -> None:
        """``seeds``: the face's candidates, whose places decide the colours."""
        self.prepareGeometryChange()
        self._shown = None
        if choice is not None and alignment is not None:
            self.setTransform(crop_transform(alignment))
            main = choice.seeds.index(choice.main_seed)
            self._shown = np.where(choice.plane == main, 0, choice.plane + np.uint8(1)).astype(np.uint8)
            if stroke is not None:
                self._shown[stroke > 0] = _STROKE_VALUE
            places = [seeds.index(seed) if seed in seeds else place for place, seed in enumerate(choice.seeds)]
            colours = [_argb(candidate_colour(place)) for place in places[:254]]
            unused = [0] * (254 - len(colours))
            self._colours = [0, *colours, *unused, _argb(QColor(_STROKE))]
        self.update()

    def boundingRect(self) -> QRectF:
        side = 0 if self._shown is None else self._shown.shape[0]
        return QRectF(0, 0, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._shown is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawImage(self.boundingRect(), indexed_image(self._shown, self._colours))


def _argb(colour: QColor) -> int:
    colour.setAlpha(_ALPHA)
    return colour.rgba()
