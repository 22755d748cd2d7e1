"""The icons of the program and of its files as one file each for Windows and macOS. Run by a finished folder's Python:

python icon_files.py FOLDER [icns]
"""

import io
import sys
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from facerestore_resources import path

NAMES: Final = ("facerestore", "facerestore-project")
SIZES_PX: Final = {"ico": (16, 20, 24, 32, 40, 48, 64, 256), "icns": (32, 64, 128, 256, 512, 1024)}
"""What Windows shows at its usual scales; what macOS asks for."""


def write_icons(folder: Path, kind: str) -> None:
    """``kind``: ico or icns. Each size is drawn of the drawing, and not made smaller of a larger one."""
    for name in NAMES:
        renderer = QSvgRenderer(str(path(f"icons/{name}.svg")))
        *smaller, largest = (_drawn(renderer, size_px) for size_px in SIZES_PX[kind])
        sizes = [(size_px, size_px) for size_px in SIZES_PX[kind]]
        target = folder / f"{name}.{kind}"
        if kind == "ico":
            largest.save(target, sizes=sizes, append_images=smaller)
        else:
            largest.save(target, append_images=smaller)


def _drawn(renderer: QSvgRenderer, size_px: int) -> Image.Image:
    picture = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "ico")
