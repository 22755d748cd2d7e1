"""Navigation: zoom and pan of a view over the photo, by wheel, trackpad, fingers and commands."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QPinchGesture

from facerestore_gui.canvas.drawing import scale_of
from facerestore_gui.canvas.photo_frame import PhotoFrame

SMALLEST_SCALE: Final = 0.01
LARGEST_SCALE: Final = 64.0
_ZOOM_STEP: Final = 1.25
_WHEEL_NOTCH: Final = 120
_PAN_PER_NOTCH_PX: Final = 60
_FIT_MARGIN_PX: Final = 16


class Navigation(QObject):
    """The zoom, the rotation and the place of a view. Keeps the scale in screen pixels per photo pixel, so that 1 is
    100 % on a screen of any density, and the place in the middle of the view when the view is resized."""

    scale_changed = Signal()

    def __init__(self, view: QGraphicsView, frame: PhotoFrame) -> None:
        super().__init__(view)
        self._view, self._frame = view, frame
        self._is_fitted = True
        self._angle = 0.0
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)

    @property
    def scale(self) -> float:
        """Screen pixels per photo pixel."""
        return self.canvas_scale * self._view.devicePixelRatioF()

    @property
    def canvas_scale(self) -> float:
        """Canvas pixels per photo pixel, which a dense screen has more of its own for."""
        return scale_of(self._view.transform())

    @property
    def is_fitted(self) -> bool:
        """Whether all that there is to see stays in view when the view is resized."""
        return self._is_fitted

    @property
    def angle(self) -> float:
        """Degrees by which the view is rotated clockwise, above -180 and up to 180; the photo is not."""
        return self._angle

    def rotate_to(self, angle: float) -> None:
        """Rotate the view about its middle."""
        place = QPointF(self._view.viewport().rect().center())
        middle, scale = self.to_photo(place), self.scale
        self._angle = 180 - (180 - angle) % 360
        if self._is_fitted:
            self.fit()
            return
        self._set_scale(scale)
        self._view.centerOn(middle)
        self.scale_changed.emit()

    def fit(self) -> None:
        """All that the photo's framing shows, as large as the view allows; stays fitted when the view is resized, or
        the photo is turned or cropped."""
        bounds = self._frame.box
        if bounds.isEmpty():
            return
        viewport = self._view.viewport()
        width = max(1, viewport.width() - 2 * _FIT_MARGIN_PX)
        height = max(1, viewport.height() - 2 * _FIT_MARGIN_PX)
        rotated = QTransform().rotate(self._angle).mapRect(bounds)
        scale = min(width / rotated.width(), height / rotated.height())
        self._set_scale(scale * self._view.devicePixelRatioF())
        self._view.centerOn(self._frame.to_scan.map(bounds.center()))
        self._is_fitted = True
        self.scale_changed.emit()

    def follow_size(self) -> None:
        """The view has another size: a fitted photo is fitted anew; else the middle stays, which is Qt's part."""
        if self._is_fitted:
            self.fit()

    def follow_frame(self) -> None:
        """The photo lies otherwise, or another part of it is shown: fit anew, or keep scale and middle."""
        if self._is_fitted:
            self.fit()
            return
        middle = self.to_photo(QPointF(self._view.viewport().rect().center()))
        self._set_scale(self.scale)
        self._view.centerOn(middle)
        self.scale_changed.emit()

    def follow_screen(self, scale: float) -> None:
        """The view has come to a screen of another density: fit anew, or keep ``scale``."""
        if self._is_fitted:
            self.fit()
        else:
            self.zoom_to(scale)

    def zoom_to(self, scale: float) -> None:
        """Screen pixels per photo pixel, about the middle of the view."""
        self.zoom_about(QPointF(self._view.viewport().rect().center()), scale)

    def centre_on(self, place_photo: QPointF) -> None:
        """Bring a place of the photo into the middle of the view."""
        self._is_fitted = False
        self._view.centerOn(place_photo)

    def zoom_by(self, steps: float) -> None:
        self.zoom_to(self.scale * _ZOOM_STEP**steps)

    def zoom_about(self, place: QPointF, scale: float) -> None:
        """What lies at a place of the view stays there."""
        before = self.to_photo(place)
        self._set_scale(scale)
        after = self.to_photo(place)
        centre = self._view.mapToScene(self._view.viewport().rect()).boundingRect().center()
        self._view.centerOn(centre + before - after)
        self._is_fitted = False
        self.scale_changed.emit()

    def pan_by(self, delta: QPoint) -> None:
        """Move the photo by pixels of the view."""
        self._is_fitted = False
        horizontal, vertical = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        horizontal.setValue(horizontal.value() - delta.x())
        vertical.setValue(vertical.value() - delta.y())

    def direction_upright(self, direction: QPoint) -> QPoint:
        """The direction of an arrow key on the screen, as the nearest of the four of the photo as its framing puts it
        upright."""
        quarters = round(self._angle / 90) % 4
        x, y = direction.x(), direction.y()
        for _ in range(quarters):
            x, y = y, -x
        return QPoint(x, y)

    def to_photo(self, place: QPointF) -> QPointF:
        """A place of the view, in pixels of the photo."""
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.map(place)

    def turn_wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer, with Shift it pans sideways; two fingers on a trackpad pan."""
        angle = event.angleDelta()
        if _is_of_fingers(event):
            pixels = event.pixelDelta()
            self.pan_by(angle * _PAN_PER_NOTCH_PX / _WHEEL_NOTCH if pixels.isNull() else pixels)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan_by(QPoint(turned(event) // 2, 0))
        elif turned(event):
            self.zoom_about(event.position(), self.scale * _ZOOM_STEP ** (turned(event) / _WHEEL_NOTCH))

    def follow_gesture(self, event: QNativeGestureEvent) -> None:
        """What a trackpad says of fingers: a pinch zooms at the pointer, a double tap goes to 100 % and back."""
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_about(event.position(), self.scale * max(0.1, 1 + event.value()))
            case Qt.NativeGestureType.SmartZoomNativeGesture if self._is_fitted:
                self.zoom_about(event.position(), 1.0)
            case Qt.NativeGestureType.SmartZoomNativeGesture:
                self.fit()

    def follow_pinch(self, gesture: QPinchGesture) -> None:
        """Two fingers on a touch screen: the photo follows both."""
        moved = gesture.centerPoint() - gesture.lastCenterPoint()
        self.pan_by(moved.toPoint())
        place = QPointF(self._view.viewport().mapFromGlobal(gesture.centerPoint()))
        self.zoom_about(place, self.scale * gesture.scaleFactor())

    def _set_scale(self, scale: float) -> None:
        kept = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE) / self._view.devicePixelRatioF()
        transform = QTransform().rotate(self._angle).scale(kept, kept)
        transform.rotate(self._frame.framing.degrees)
        self._view.setTransform(transform)


class WheelNotches:
    """A counter of wheel turns: whole notches of a wheel that turns in fractions of one."""

    def __init__(self) -> None:
        self._rest = 0

    def add(self, event: QWheelEvent) -> int:
        """The notches that an event completes, with their sign."""
        delta = turned(event)
        if self._rest * delta < 0:
            self._rest = 0
        notches, self._rest = divmod(abs(self._rest + delta), _WHEEL_NOTCH)
        sign = 1 if delta > 0 else -1
        self._rest *= sign
        return sign * notches


def turned(event: QWheelEvent) -> int:
    """How far a wheel turned, in eighths of a degree; Alt makes some systems swap the axes."""
    return event.angleDelta().y() or event.angleDelta().x()


def _is_of_fingers(event: QWheelEvent) -> bool:
    """Whether it comes from a surface rather than from a wheel: only those know where a movement begins and ends."""
    return event.deviceType() == QInputDevice.DeviceType.TouchPad or event.phase() != Qt.ScrollPhase.NoScrollPhase
