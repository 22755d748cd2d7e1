"""Makes the pictures of the user guide from the real window on the sample portrait, with the real networks.

    python tests/gui/guide_pictures.py [FOLDER] [--factory fake_restorer:Astronaut]

Writes them as small PNGs of few colours into the guide's own folder, or into another one to look at first.
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from take_pictures import Photographer

from facerestore.demo.sample import damaged_sample
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.damage_classes import DamageClass
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_resources import path

WIDEST_PX: Final = 740
MOST_BYTES: Final = 150_000
_FACE: Final = (150, 10, 320, 205)
"""Of the sample: left, top, right, bottom of head and collar."""
_WIDE: Final = QSize(1366, 768)


class GuidePhotographer:
    """Takes parts of the window, and keeps them small."""

    def __init__(self, folder: Path, factory: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.work = Path(tempfile.mkdtemp())
        self.p = Photographer(self.work / "unused", factory, Qt.ColorScheme.Light, "en")
        self.window = self.p.window
        self.window.resize(1040, 720)

    def take(self, name: str, widget: QWidget | None = None, part: QRect | None = None) -> None:
        QTest.qWait(120)
        picture = (widget or self.window).grab(part or QRect(0, 0, -1, -1)).toImage()
        pixels = _pixels_of(picture)
        image = Image.fromarray(pixels)
        if image.width > WIDEST_PX:
            image = image.resize((WIDEST_PX, round(image.height * WIDEST_PX / image.width)), Image.Resampling.LANCZOS)
        target = self.folder / f"{name}.png"
        for colours in (256, 128, 64, 32):
            palette = image.quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=1)
            image.quantize(palette=palette, dither=Image.Dither.NONE).save(target, optimize=True)
            if target.stat().st_size <= MOST_BYTES:
                break
        print(target.name, image.size, target.stat().st_size)

    def take_canvas(self, name: str, left: float, top: float, right: float, bottom: float) -> None:
        """A part of the photo as the canvas shows it."""
        start, end = self.p.on_canvas(left, top), self.p.on_canvas(right, bottom)
        self.take(name, self.window.canvas.viewport(), QRect(start, end))

    def zoom_to_face(self, scale: float = 2.2) -> None:
        left, top, right, bottom = _FACE
        self.window.canvas.zoom_to(scale)
        self.window.canvas.centerOn((left + right) / 2, (top + bottom) / 2)


def _pixels_of(picture: QImage) -> np.ndarray:
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()


def take_all(g: GuidePhotographer) -> None:
    p, window = g.p, g.window
    sample = damaged_sample()
    photo, mask = g.work / "portrait.png", g.work / "portrait_mask.png"
    write_photo(sample.damaged, photo)
    write_mask(sample.mask, mask)
    settings, actions = window.session.tool_settings, window.actions_table.by_name
    window.session.files.open_photo(photo)
    p.wait_idle()
    window.session.damage_search.find()
    p.wait_idle()
    window.session.suggestions.set_threshold(0.3)
    g.take("suggestions")
    window.session.damage_search.reject()
    window.session.files.open_photo(photo, mask=mask)
    p.wait_idle()
    _mask(g)
    window.session.document.forget_unsaved()
    window.session.files.open_photo(photo, mask=mask)
    p.wait_idle()
    window.session.file_tasks.predict_layout()
    p.wait_idle()
    settings.choose(ToolKind.PAINT)
    settings.choose_class(13)
    g.take("window")
    _layout(g)
    settings.choose(ToolKind.BRUSH)
    window.session.restore_tasks.generate(0)
    p.wait_idle()
    actions["fit"].trigger()
    g.take("compare")
    _candidates(g)
    _the_rest(g, photo)
    window.session.document.forget_unsaved()
    window.close()


def _mask(g: GuidePhotographer) -> None:
    p, window, settings = g.p, g.window, g.window.session.tool_settings
    g.take_canvas("mask", 90, 0, 470, 300)
    settings.choose(ToolKind.LASSO)
    for damage, x, y in (
        (DamageClass.SCRATCH, 60, 330),
        (DamageClass.ORIGINAL, 190, 420),
        (DamageClass.DUST, 330, 330),
        (DamageClass.STAIN, 400, 420),
    ):
        settings.choose_damage(damage)
        p.stroke((x, y), (x + 60, y + 20), (x + 90, y + 60), (x + 10, y + 50))
    p.wait(lambda: not window.session.mask_edits.is_busy)
    QTest.qWait(300)
    g.take_canvas("classes", 30, 300, 500, 505)
    settings.choose(ToolKind.BRUSH)
    settings.choose_damage(DamageClass.DAMAGE)
    g.take("mask_panel", window.column.panels["mask"])
    window.canvas.setFocus()
    g.zoom_to_face()
    window.canvas.key_cursor.press()
    for _ in range(6):
        QTest.keyClick(window.canvas, Qt.Key.Key_Left)
    g.take_canvas("key_cursor", *_FACE)
    window.canvas.key_cursor.hide()
    actions = window.actions_table.by_name
    actions["fit"].trigger()


def _layout(g: GuidePhotographer) -> None:
    p, window, settings = g.p, g.window, g.window.session.tool_settings
    g.zoom_to_face()
    g.take_canvas("layout", *_FACE)
    g.take("layout_panel", window.column.panels["layout"])
    settings.choose(ToolKind.PART)
    settings.choose_class(10)
    window.session.tools.part.pick_class_in_hand()
    g.take_canvas("part", *_FACE)
    window.session.tools.part.let_go()
    settings.choose(ToolKind.PAINT)
    window.session.layouts.predictions.find()
    p.wait(lambda: len(window.session.layouts.predictions.alternatives) == 4 and not window.session.layouts.is_busy)
    g.take("alternatives", window.column.panels["layout"])
    window.session.layouts.predictions.show_uncertainty(shown=True)
    p.wait(lambda: window.session.layouts.predictions.uncertainty(window.session.document.work) is not None)
    window.session.view.show_layout(shown=False)
    g.take_canvas("uncertainty", *_FACE)
    window.session.layouts.predictions.show_uncertainty(shown=False)
    window.session.view.show_layout(shown=True)


def _candidates(g: GuidePhotographer) -> None:
    p, window, actions, picks = g.p, g.window, g.window.actions_table.by_name, g.window.session.results.selection
    window.session.restore_tasks.generate_more(0, 3)
    p.wait(lambda: len(picks.seeds) > 3)
    p.wait_idle()
    p.take_part_of(2, "Eyes")
    # so wide that candidates, parts and results have room beside each other
    size = window.size()
    window.resize(_WIDE)
    g.take("candidates", window.candidates_bar)
    window.resize(size)
    actions["view_result"].trigger()
    actions["show_origin"].trigger()
    g.zoom_to_face()
    g.take_canvas("invented", *_FACE)
    actions["show_origin"].trigger()
    actions["fit"].trigger()


def _the_rest(g: GuidePhotographer, photo: Path) -> None:
    window = g.window
    window.actions_table.by_name["view_original"].trigger()
    window.session.view.show_layout(shown=False)
    window.session.view.show_mask(shown=False)
    window.session.tool_settings.choose(ToolKind.POINTS)
    g.zoom_to_face()
    g.take_canvas("points", *_FACE)
    g.take("faces_panel", window.column.panels["faces"])
    window.actions_table.by_name["fit"].trigger()
    asked = SaveAsDialog(
        Path("/scans/portrait_restored.tif"), window.session.document.project.photo, SaveOptions(), window
    )
    asked.show()
    g.take("save_as", asked)
    asked.close()
    dialog = ShortcutsDialog(window.shortcuts, window)
    dialog.resize(700, 480)
    dialog.show()
    dialog.choose("tool_lasso")
    g.take("shortcuts", dialog)
    dialog.close()
    for number in range(2, 5):
        shutil.copy(photo, photo.with_name(f"portrait_{number}.png"))
    window.session.photos.list_photos([photo.parent])
    window.session.photos.set_open(photo)
    window.session.view.show_filmstrip(shown=True)
    strip = window.filmstrip
    said = Qt.ItemDataRole.AccessibleTextRole
    # how far a photo is is said once its picture is there
    g.p.wait(lambda: all(": " in strip.item(row).data(said) for row in range(strip.count())))
    QTest.qWait(300)
    g.take("filmstrip", strip)
    window.session.view.show_filmstrip(shown=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=path("guide") / "pictures")
    parser.add_argument("--factory", default="facerestore.inference.loaded_networks:Networks")
    arguments = parser.parse_args()
    photographer = GuidePhotographer(arguments.folder, arguments.factory)
    take_all(photographer)
    shutil.rmtree(photographer.work)


if __name__ == "__main__":
    main()
