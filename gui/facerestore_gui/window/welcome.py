"""What the window shows before a photo is open."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from facerestore_gui.look.theme import current_theme


class Welcome(QWidget):
    """An outline to drop a photo into, and a button that opens one."""

    def __init__(self, open_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Drop a portrait here"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kinds = QLabel(self.tr("PNG, TIFF, JPEG or WebP, 8 or 16 bit, colour or grey"), self)
        kinds.setObjectName("faint")
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Open a portrait..."), self)
        button.setObjectName("primary")
        open_action.changed.connect(lambda: button.setToolTip(open_action.toolTip()))
        button.setToolTip(open_action.toolTip())
        button.clicked.connect(open_action.trigger)
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        rows.addWidget(title)
        rows.addWidget(kinds)
        rows.addSpacing(14)
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        self.setAccessibleName(self.tr("Start"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.canvas)
        pen = QPen(theme.faint_text)
        pen.setWidthF(1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(28, 28, -28, -28), 10, 10)
        painter.end()
