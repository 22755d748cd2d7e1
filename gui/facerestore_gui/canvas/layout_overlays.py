"""LayoutOverlays: live preview, uncertainty and the picked part, over the photo with what else lies there."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, qRgba

from facerestore_gui.canvas.crop_picture_item import CropPictureItem
from facerestore_gui.canvas.part_item import PartItem
from facerestore_gui.canvas.scene import CanvasScene
from facerestore_gui.canvas.tools.part_tool import PartTool
from facerestore_gui.document.document import Document
from facerestore_gui.editing.layout_controller import LayoutController
from facerestore_gui.look.images import indexed_image, owned_image

_PREVIEW_Z, _UNCERTAINTY_Z = 5, 22
_SURE: Final = (70, 10, 110)
_UNSURE: Final = (255, 235, 60)
_MOST_OPAQUE: Final = 190


class LayoutOverlays(QObject):
    """The overlays of the current layout. They follow the scene: nothing is seen while two pictures are compared or the
    original is held."""

    def __init__(self, scene: CanvasScene, document: Document, work: LayoutController, part: PartTool) -> None:
        super().__init__(scene)
        self._scene, self._document, self._work = scene, document, work
        self._preview = CropPictureItem(_PREVIEW_Z, is_smooth=True)
        self._doubt = CropPictureItem(_UNCERTAINTY_Z, is_smooth=False)
        self._part = PartItem(document, part)
        for item in (self._preview, self._doubt, self._part):
            scene.addItem(item)
        for signal in (
            scene.view_state.mode_changed,
            document.current_face_changed,
            document.faces_changed,
            document.opened,
        ):
            signal.connect(self._refresh)
        work.preview.changed.connect(self._refresh_preview)
        # a film of colour would hide what the preview shows
        work.preview.changed.connect(self._show_outlines_only)
        work.predictions.uncertainty_changed.connect(self._refresh_doubt)
        part.changed.connect(self._refresh_part)
        self._show_outlines_only()
        self._refresh()

    def _show_outlines_only(self) -> None:
        self._scene.show_outlines_only(shown=self._work.preview.is_on)

    def _refresh(self) -> None:
        self._refresh_preview()
        self._refresh_doubt()
        self._refresh_part()

    def _refresh_preview(self) -> None:
        made, work = self._work.preview.shown, self._document.work
        if made is None or work is None or not self._scene.view_state.shows_overlays:
            self._preview.show_picture(None, None, self._scene.photo.boundingRect())
            return
        picture = _with_alpha(made.pixels, made.crop.hole)
        self._preview.show_picture(picture, made.crop.alignment, self._scene.photo.boundingRect())

    def _refresh_doubt(self) -> None:
        work, predictions = self._document.work, self._work.predictions
        is_wanted = predictions.shows_uncertainty and self._scene.view_state.shows_overlays
        doubt = predictions.uncertainty(work) if is_wanted and work is not None else None
        picture = None if doubt is None else indexed_image(doubt, _DOUBT_COLOURS).copy()
        self._doubt.show_picture(picture, None if work is None else work.alignment, self._scene.photo.boundingRect())

    def _refresh_part(self) -> None:
        self._part.setVisible(self._scene.view_state.shows_overlays)
        self._part.refresh()


def _with_alpha(pixels: NDArray[np.uint8], hole: NDArray[np.bool_]) -> QImage:
    """Pixels (S, S, 3) where the hole (S, S) is, fading out over the pixels beside it."""
    alpha = cv2.blur(cv2.dilate(hole.astype(np.float32), np.ones((3, 3), np.uint8)), (3, 3))
    premultiplied = np.empty((*hole.shape, 4), np.uint8)
    premultiplied[..., :3] = np.rint(pixels[..., ::-1] * alpha[..., None])
    premultiplied[..., 3] = np.rint(255 * alpha)
    return owned_image(premultiplied, QImage.Format.Format_ARGB32_Premultiplied)


def _doubt_colour(value: int) -> int:
    share = value / 255
    red, green, blue = (round(low + share * (high - low)) for low, high in zip(_SURE, _UNSURE, strict=True))
    return qRgba(red, green, blue, round(_MOST_OPAQUE * share))


_DOUBT_COLOURS: Final = [_doubt_colour(value) for value in range(256)]
"""Lighter where there is more doubt, so that the lightness alone says it."""
