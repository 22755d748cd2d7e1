"""PhotoFrame: how the photo lies on the canvas, and which part of it is shown."""

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPolygonF, QTransform

from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Extent
from facerestore_gui.document.document import Document
from facerestore_gui.document.tool_settings import FRAMING_TOOLS, ToolSettings
from facerestore_gui.look.framing_transform import turned_transform


class PhotoFrame(QObject):
    """The framing of the open photo as the canvas needs it. The scene stays in pixels of the scan, and the view is
    turned; ``turned`` coordinates are those of the framing's turned picture, which stand upright in the view.

    While a tool of the framing is in hand, all of the turned picture is shown.
    """

    changed = Signal()

    def __init__(self, document: Document, settings: ToolSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._seen: object = None
        for signal in (document.opened, document.framing_changed, settings.kind_changed):
            signal.connect(self._refresh)

    @property
    def framing(self) -> Framing:
        return UNFRAMED if self._document.project is None else self._document.project.framing

    @property
    def extent(self) -> Extent | None:
        """Of the scan; None without a photo."""
        return None if self._document.project is None else self._document.project.photo.extent

    @property
    def shows_surroundings(self) -> bool:
        """Whether what a crop leaves out is seen, and dimmed."""
        return self._settings.kind in FRAMING_TOOLS

    @property
    def to_turned(self) -> QTransform:
        """From pixels of the scan to those of the turned picture."""
        return QTransform() if self.extent is None else turned_transform(self.framing, self.extent)

    @property
    def to_scan(self) -> QTransform:
        """From pixels of the turned picture to those of the scan."""
        return self.to_turned.inverted()[0]

    @property
    def box(self) -> QRectF:
        """What is to be seen, in pixels of the turned picture; empty without a photo."""
        if self.extent is None:
            return QRectF()
        whole = QRectF(0, 0, self.extent.width, self.extent.height)
        return self.to_turned.mapRect(whole) if self.shows_surroundings else self.crop

    @property
    def crop(self) -> QRectF:
        """What the framing shows, in pixels of the turned picture; empty without a photo."""
        if self.extent is None:
            return QRectF()
        box = self.framing.box(self.extent)
        return QRectF(box.left, box.top, box.width, box.height)

    @property
    def crop_scan(self) -> QPolygonF:
        """The corners of what the framing shows, in pixels of the scan."""
        crop = self.crop
        return self.to_scan.map(QPolygonF([crop.topLeft(), crop.topRight(), crop.bottomRight(), crop.bottomLeft()]))

    @property
    def hides_part(self) -> bool:
        """Whether the framing shows less than all of the scan."""
        return self.extent is not None and (self.framing.crop is not None or not self.framing.is_lossless)

    def direction_scan(self, right: float, down: float) -> tuple[float, float]:
        """A direction of the view in the scan."""
        linear = self.framing.linear
        return float(linear[0, 0] * right + linear[1, 0] * down), float(linear[0, 1] * right + linear[1, 1] * down)

    def _refresh(self) -> None:
        seen = (self._document.project, self.framing, self.shows_surroundings)
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()
