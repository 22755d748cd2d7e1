"""The alternatives of stage 1 side by side, to choose from."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from facerestore_gui.document.tool_settings import ToolSettings
from facerestore_gui.editing.layout_predictions import ALTERNATIVES, LayoutPredictions
from facerestore_gui.look.icons import untinted
from facerestore_gui.panels.legend import painted_labels
from facerestore_gui.panels.tips_beside import TipsBeside

_SIDE_PX: Final = 60


class AlternativesStrip(QWidget):
    """One button for each, with a picture of it; the one that the layout came from is pressed. Hidden while there are
    none."""

    def __init__(self, predictions: LayoutPredictions, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._predictions, self._settings = predictions, settings
        self._is_allowed = True
        self._drawn: list[object] = [None] * ALTERNATIVES
        self.buttons = [self._made(number) for number in range(ALTERNATIVES)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.setAccessibleName(self.tr("Alternatives"))
        predictions.changed.connect(self._refresh)
        settings.changed.connect(self._refresh)
        self._refresh()

    def allow(self, *, shown: bool) -> None:
        """Whether it may be seen at all."""
        self._is_allowed = shown
        self._refresh()

    def _made(self, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(_SIDE_PX, _SIDE_PX))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setText(str(number))
        button.setAccessibleName(self.tr("Alternative {number}").format(number=number))
        tip = self.tr("Another layout that the damage allows; click to work on with it")
        button.setToolTip(self.tr("The best guess; click to work on with it") if number == 0 else tip)
        TipsBeside(button)
        button.clicked.connect(lambda: self._choose(number))
        return button

    def _choose(self, number: int) -> None:
        self._predictions.choose(number)
        self._refresh()

    def _refresh(self) -> None:
        layouts, chosen = self._predictions.alternatives, self._predictions.chosen
        self.setVisible(self._is_allowed and (bool(layouts) or self._predictions.is_finding))
        for number, button in enumerate(self.buttons):
            is_there = number < len(layouts)
            button.setEnabled(is_there)
            button.setChecked(number == chosen)
            wanted = (id(layouts[number].labels), self._settings.palette.name) if is_there else None
            if wanted != self._drawn[number]:
                self._drawn[number] = wanted
                button.setIcon(self._icon(layouts[number].labels) if is_there else _waiting())
                same = self._predictions.equal_to(number) if is_there else number
                button.setText(str(number) if same == number else f"{number} = {same}")

    def _icon(self, labels: NDArray[np.uint8]) -> QIcon:
        small = cv2.resize(labels, (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_NEAREST)
        return untinted(QPixmap.fromImage(painted_labels(np.asarray(small, np.uint8), self._settings.palette)))


def _waiting() -> QIcon:
    picture = QPixmap(_SIDE_PX, _SIDE_PX)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)
