"""Writes pictures of the window in its main states, for people to look at.

    python tests/gui/take_pictures.py FOLDER [--only dark] [--size 1024x700] [--language de] [--factory MODULE:CLASS]

Drives the real window with the real worker process on the sample portrait. Offscreen unless the environment
names another Qt platform.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import numpy as np
from layout_pictures import layout_pictures
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from facerestore.demo.sample import damaged_sample
from facerestore.documents.abandoned_journals import abandoned_journals
from facerestore.documents.journal_files import discard_journal
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.damage_classes import DamageClass
from facerestore_gui.dialogs.about import show_about
from facerestore_gui.dialogs.damage_class import DamageClassDialog
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.languages import install_language
from facerestore_gui.look.theme import ThemeKeeper
from facerestore_gui.window.main_window import MainWindow
from facerestore_resources.translations import LANGUAGES

_SCHEMES: Final = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Photographer:
    def __init__(
        self, folder: Path, factory: str, scheme: Qt.ColorScheme, language: str, size: tuple[int, int] = (1360, 900)
    ) -> None:
        self.application = QApplication.instance() or QApplication([])
        spoken = install_language(self.application, language)
        keeper = ThemeKeeper(self.application)
        keeper.show(scheme)
        self.folder, self.suffix = folder, "dark" if scheme == Qt.ColorScheme.Dark else "light"
        folder.mkdir(parents=True, exist_ok=True)
        self.journals = tempfile.TemporaryDirectory()
        journals = Path(self.journals.name) / "journals"
        self.window = MainWindow(WorkerSettings(factory), journals=journals, language=spoken)
        self.window.resize(*size)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.count = 0

    def wait(self, until: Callable[[], bool], seconds: float = 600) -> None:
        deadline = time.monotonic() + seconds
        while not until():
            if time.monotonic() > deadline:
                raise SystemExit(f"waited in vain; the window says {self.window.message_bar.message}")
            QTest.qWait(10)

    def wait_idle(self) -> None:
        self.wait(lambda: not self.window.session.runner.is_busy)
        QTest.qWait(50)

    def take_part_of(self, number: int, part: str) -> None:
        """A part of the face from one of the candidates."""
        picks = self.window.session.results.selection
        picks.take_in_hand(picks.seeds[number])
        picks.choose_part(part)
        self.window.actions_table.by_name["use_candidate"].trigger()
        QTest.qWait(50)
        self.wait_idle()

    def take(self, name: str, widget=None) -> None:
        QTest.qWait(80)
        self.count += 1
        (widget or self.window).grab().save(str(self.folder / f"{self.count:02d}_{name}_{self.suffix}.png"))

    def take_asked(self, name: str, ask: Callable[[], object]) -> None:
        """What asks and waits for an answer; it is told no."""

        def look() -> None:
            asked = QApplication.activeModalWidget()
            assert isinstance(asked, QDialog), name
            self.take(name, asked)
            asked.reject()

        QTimer.singleShot(200, look)
        ask()

    def on_canvas(self, x: float, y: float) -> QPoint:
        return self.window.canvas.mapFromScene(QPointF(x, y))

    def move(self, x: float, y: float) -> None:
        """A hover; QTest's own does not enter an unfocused offscreen window."""
        view = self.window.canvas.viewport()
        place = QPointF(self.on_canvas(x, y))
        QApplication.sendEvent(self.window.canvas, QEnterEvent(place, place, view.mapToGlobal(place)))
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            view.mapToGlobal(place),
            none,
            none,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)

    def stroke(self, *places: tuple[float, float]) -> None:
        view = self.window.canvas.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=self.on_canvas(*places[0]))
        for place in places[1:]:
            QTest.mouseMove(view, self.on_canvas(*place))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=self.on_canvas(*places[-1]))


def tour(photographer: Photographer, sample: Path, mask: Path) -> None:
    p, window = photographer, photographer.window
    p.take("start")
    window.session.files.open_photo(sample, mask=mask)
    p.take("opening")
    p.wait_idle()
    p.take("opened")
    p.stroke((300, 60), (330, 90), (380, 95), (420, 60))
    p.move(420, 60)
    p.take("mask")
    _mask_tools(p)
    window.session.tool_settings.choose(ToolKind.POINTS)
    p.take("points")
    window.session.file_tasks.predict_layout()
    p.wait_idle()
    window.session.tool_settings.choose(ToolKind.PAINT)
    window.session.tool_settings.choose_class(13)
    window.session.tool_settings.toggle_lock(4)
    window.session.tool_settings.toggle_visible(18)
    p.take("layout")
    p.stroke((180, 60), (220, 45), (270, 60))
    p.move(270, 60)
    p.take("layout_painted")
    layout_pictures(p)
    window.session.restore_tasks.generate(0)
    p.take("generating")
    p.wait_idle()
    p.take("compare")
    window.actions_table.by_name["view_result"].trigger()
    p.take("result")
    _results(p)
    window.canvas.zoom_to(6.0)
    window.canvas.centerOn(226, 120)
    p.take("zoomed")
    window.actions_table.by_name["fit"].trigger()
    window.session.files.open_photo = window.session.file_tasks.open
    window.session.file_tasks.open(sample.with_name("missing.png"))
    p.wait_idle()
    p.take("error")
    window.message_bar.clear()
    window.session.placer.start()
    window.session.placer.add(205, 109)
    window.session.placer.add(246, 107)
    p.take("placing")
    window.session.placer.stop()
    dialog = ShortcutsDialog(window.shortcuts, window)
    dialog.show()
    p.take("shortcuts", dialog)
    dialog.close()
    window.actions_table.by_name["view_original"].trigger()
    asked = SaveAsDialog(
        sample.with_name("sample_restored.jpg"), window.session.document.project.photo, SaveOptions(), window
    )
    asked.show()
    p.take("save_as", asked)
    asked.close()
    p.take_asked("about", lambda: show_about(window))
    p.take_asked("unsaved", lambda: window.session.files.dialogs.keep_unsaved(window.session.document.unsaved_parts()))
    kind = window.session.tool_settings.classes.kind(window.session.tool_settings.damage_class)
    p.take_asked("damage_class", DamageClassDialog(kind, is_new=False, parent=window).exec)
    window.actions_table.by_name["skip_face"].trigger()
    p.take("face_skipped")
    window.actions_table.by_name["skip_face"].trigger()
    p.take("file_menu", _opened_menu(window, 0))
    p.take("mask_menu", _opened_menu(window, 4))
    left = _left_behind(window)
    offer = RecoveryDialog(abandoned_journals(left), discard_journal, window)
    offer.show()
    p.take("recovery", offer)
    offer.close()
    window.session.photos.list_photos([sample.parent])
    window.session.photos.set_open(sample)
    window.session.view.show_filmstrip(shown=True)
    QTest.qWait(2000)
    p.take("filmstrip")
    window.session.view.show_filmstrip(shown=False)
    window.resize(1024, 640)
    p.take("small")
    window.session.document.forget_unsaved()
    window.close()


def _results(p: Photographer) -> None:
    """Candidates, parts taken from them, and the views of a result."""
    window, actions, picks = p.window, p.window.actions_table.by_name, p.window.session.results.selection
    window.session.restore_tasks.generate_more(0, 4)
    p.wait(lambda: len(picks.seeds) > 2)
    p.take("candidates_coming")
    p.wait_idle()
    p.take_part_of(2, "Eyes")
    p.take_part_of(3, "Mouth")
    actions["tool_choose"].trigger()
    p.take("candidates")
    window.session.results.looks.look_at(picks.seeds[2])
    p.take("candidate_looked_at")
    window.requests.cancel()
    actions["candidate_grid"].trigger()
    p.take("candidates_side_by_side")
    window.requests.cancel()
    for name in ("view_sides", "view_difference", "view_result"):
        actions[name].trigger()
        p.take(name)
    actions["show_origin"].trigger()
    p.take("invented")
    actions["show_origin"].trigger()
    _views(p)
    window.session.tool_settings.choose(ToolKind.POINTS)


def _views(p: Photographer) -> None:
    """Navigator and history, the loupe, the looks of the mask, a rotated view, and the canvas alone."""
    actions = p.window.actions_table.by_name
    for name in ("view_compare", "show_navigator", "show_history", "show_loupe"):
        actions[name].trigger()
    p.move(250, 200)
    p.take("loupe_and_history")
    actions["show_loupe"].trigger()
    actions["view_original"].trigger()
    for look in ("outline", "black_white", "overlay"):
        actions[f"mask_as_{look}"].trigger()
        p.take(f"mask_as_{look}")
    actions["rotate_view_right"].trigger()
    p.take("rotated")
    for name in ("upright_view", "show_navigator", "show_history", "canvas_alone"):
        actions[name].trigger()
    p.take("canvas_alone")
    actions["canvas_alone"].trigger()
    p.window.message_bar.clear()
    actions["view_result"].trigger()
    for name in ("show_mask", "show_layout"):
        if actions[name].isChecked():
            actions[name].trigger()


def _mask_tools(p: Photographer) -> None:
    """Every tool of the mask, in the middle of what it does; the mask is as before afterwards."""
    window, settings = p.window, p.window.session.tool_settings
    position = window.session.document.revision
    view, left = window.canvas.viewport(), Qt.MouseButton.LeftButton
    for kind, name in (
        (DamageClass.SCRATCH, ToolKind.RECTANGLE),
        (DamageClass.ORIGINAL, ToolKind.ELLIPSE),
        (DamageClass.DUST, ToolKind.LASSO),
    ):
        settings.choose(name)
        settings.choose_damage(kind)
        x = 60 + 130 * (int(kind) % 3)
        p.stroke((x, 330), (x + 60, 350), (x + 90, 420), (x + 10, 400))
    p.take("mask_classes")
    settings.choose(ToolKind.ELLIPSE)
    settings.choose_damage(DamageClass.CREASE)
    QTest.mousePress(view, left, pos=p.on_canvas(330, 250))
    QTest.mouseMove(view, p.on_canvas(430, 310))
    p.take("ellipse")
    QTest.mouseRelease(view, left, pos=p.on_canvas(430, 310))
    settings.choose(ToolKind.POLYGON)
    settings.choose_damage(DamageClass.TEAR)
    for x, y in ((40, 40), (120, 30), (150, 90)):
        p.stroke((x, y))
    p.move(70, 130)
    p.take("polygon")
    window.requests.cancel()
    settings.choose(ToolKind.WAND)
    settings.choose_damage(DamageClass.STAIN)
    p.stroke((40, 240))
    p.wait(lambda: not window.session.mask_edits.is_busy)
    p.take("wand")
    while window.session.document.revision is not position:
        window.session.document.undo()
    settings.choose_damage(DamageClass.DAMAGE)
    window.session.damage_search.find()
    p.take("finding_damage")
    p.wait_idle()
    window.session.suggestions.set_threshold(0.3)
    if window.session.suggestions.shown:
        box = window.session.suggestions.shown[0].box
        p.stroke(((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    p.take("suggestions")
    window.canvas.zoom_to(5.0)
    p.take("suggestions_zoomed")
    window.actions_table.by_name["fit"].trigger()
    window.session.damage_search.reject()
    settings.choose(ToolKind.BRUSH)


def _opened_menu(window: MainWindow, number: int) -> QMenu:
    menu = window.menuBar().actions()[number].menu()
    menu.popup(window.mapToGlobal(QPoint(10, 30)))
    QTimer.singleShot(300, menu.hide)
    return menu


def _left_behind(window: MainWindow) -> Path:
    """A folder with the journal that would be left if the window were killed now."""
    window.session.autosave.keep_up()
    left = window.session.autosave.folder.parent.with_name("left")
    copied = shutil.copytree(window.session.autosave.folder, left / "abandoned")
    (copied / "lock.json").write_text('{"pid": 1, "started": 0}')
    return left


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=_SCHEMES, help="one of both looks")
    parser.add_argument("--size", default="1360x900", help="of the window, in pixels")
    parser.add_argument("--language", default="en", choices=LANGUAGES)
    parser.add_argument("--factory", default="fake_restorer:Astronaut")
    arguments = parser.parse_args()
    width, height = (int(part) for part in arguments.size.split("x"))
    arguments.folder.mkdir(parents=True, exist_ok=True)
    sample = damaged_sample()
    photo, mask = arguments.folder / "sample.png", arguments.folder / "sample_mask.png"
    write_photo(sample.damaged, photo, overwrite=True)
    write_mask(sample.mask, mask, overwrite=True)
    assert np.any(sample.mask.coverage)
    for name in [arguments.only] if arguments.only else _SCHEMES:
        photographer = Photographer(
            arguments.folder, arguments.factory, _SCHEMES[name], arguments.language, (width, height)
        )
        tour(photographer, photo, mask)


if __name__ == "__main__":
    main()
