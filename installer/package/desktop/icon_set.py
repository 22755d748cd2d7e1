"""The icon set of the hicolor theme, drawn from the two SVG files of the program."""

import shutil
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from facerestore_resources import path

SIZES_PX: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
PROJECT_TYPE: Final = "application/x-facerestore-project"
_PLACES: Final = {
    "icons/facerestore.svg": "apps/facerestore",
    "icons/facerestore-project.svg": f"mimetypes/{PROJECT_TYPE.replace('/', '-')}",
}


def write_icons(share: Path) -> None:
    """Writes ``icons/hicolor`` into ``share``: each icon as SVG and as PNG in all sizes."""
    theme = share / "icons" / "hicolor"
    for source, place in _PLACES.items():
        drawing = path(source)
        _copy(drawing, theme / "scalable" / f"{place}.svg")
        renderer = QSvgRenderer(str(drawing))
        for size_px in SIZES_PX:
            _draw(renderer, size_px, theme / f"{size_px}x{size_px}" / f"{place}.png")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _draw(renderer: QSvgRenderer, size_px: int, target: Path) -> None:
    picture = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(target)):
        raise OSError(f"{target} cannot be written.")
