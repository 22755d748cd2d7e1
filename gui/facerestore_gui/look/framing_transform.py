"""How a framing lies, as Qt says it."""

from PySide6.QtGui import QTransform

from facerestore.values.framing import Framing
from facerestore.values.geometry import Extent


def turned_transform(framing: Framing, extent: Extent) -> QTransform:
    """From pixels of a scan of an extent to those of its turned picture."""
    turned = framing.turned_extent(extent)
    transform = QTransform.fromTranslate(turned.width / 2, turned.height / 2)
    # Qt turns by quarters without a rounding error
    transform.rotate(framing.degrees)
    transform.translate(-extent.width / 2, -extent.height / 2)
    return transform


def shown_transform(framing: Framing, extent: Extent) -> QTransform:
    """From pixels of a scan to those of what its framing shows."""
    box = framing.box(extent)
    return turned_transform(framing, extent) * QTransform.fromTranslate(-box.left, -box.top)
