"""The tour: offered once, three steps that go on when they are really done, and an end at any time."""

from argparse import Namespace

import numpy as np
import pytest
from drivers import Driver, close_window, new_window
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from facerestore_gui.application import _open_named
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode
from facerestore_resources.face_classes import FaceClass

pytestmark = pytest.mark.gui


@pytest.fixture
def kept(tmp_path):
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Where the sample is made."""
    return tmp_path_factory.mktemp("state") / "sample"


@pytest.fixture(scope="module")
def touring(qapp, samples):
    """A window with one worker for all tours."""
    window = new_window("Astronaut", samples=samples)
    yield window
    close_window(window)


@pytest.fixture
def guest(qtbot, touring):
    """A window that the tour has begun in."""
    guest = Driver(qtbot, touring)
    touring.resize(1100, 760)
    guest.session.tool_settings.choose_class(int(FaceClass.SKIN))
    guest.wait_idle()
    guest.trigger("tour")
    guest.wait(lambda: guest.window.tour.step == 0)
    guest.wait_idle()
    return guest


def button(guest, text):
    found = [one for one in guest.window.tour.mark.findChildren(QPushButton) if one.text() == text]
    return found[0]


def paint_the_damage(guest):
    """As a person does: a stroke along the crack, and one over the torn corner."""
    mask = guest.window.tour._sample.mask
    guest.session.tool_settings.choose(ToolKind.BRUSH)
    guest.session.tool_settings.set_brush_diameter(24)
    line = [(int(np.flatnonzero(mask[y, 115:]).mean()) + 115, y) for y in range(4, 508, 8) if mask[y, 115:].any()]
    guest.stroke(*line)
    guest.stroke((104, 4), (70, 40), (4, 110))


def test_that_the_sample_is_made_in_the_folder_of_the_program_and_left_alone_the_next_time(guest, samples):
    photo = samples / "sample_portrait.png"
    assert guest.project.photo.path == photo
    assert sorted(path.name for path in photo.parent.iterdir()) == [photo.name]
    made = photo.stat().st_mtime_ns
    guest.trigger("tour")
    guest.wait(lambda: guest.window.tour.step is None)
    guest.wait(lambda: guest.window.tour.step == 0)
    assert photo.stat().st_mtime_ns == made


def test_that_each_step_goes_on_when_the_person_has_done_it(guest):
    tour, window = guest.window.tour, guest.window
    assert tour.mark.said.title.startswith("1 of 3")
    guest.stroke((230, 150), (232, 152))
    tour._look()
    assert tour.step == 0, "a dab is not the whole damage"
    paint_the_damage(guest)
    guest.wait(lambda: tour.step == 1)
    guest.run("predict_layout")
    guest.wait(lambda: "class brush" in tour.mark.said.text)
    assert window.session.tool_settings.kind is ToolKind.PAINT
    assert window.column.panels["layout"].legend.isVisible()
    window.session.tool_settings.choose_class(int(FaceClass.HAIR))
    guest.stroke((200, 60), (230, 50))
    guest.wait(lambda: tour.step == 2)
    guest.generate()
    guest.wait_idle()
    guest.wait(lambda: "divider" in tour.mark.said.text)
    assert window.session.view.mode is ViewMode.COMPARE
    button(guest, "Finish").click()
    assert tour.step is None
    assert not tour.mark.isVisible()


def test_that_next_goes_on_without_doing_and_the_helping_buttons_do_the_steps(guest):
    tour = guest.window.tour
    button(guest, "Paint it for me").click()
    guest.wait(lambda: tour.step == 1)
    assert (guest.project.coverage[tour._sample.mask] > 0).all()
    button(guest, "Predict it").click()
    guest.wait_idle()
    assert guest.document.work.layout is not None
    button(guest, "Next").click()
    assert tour.step == 2
    button(guest, "Generate").click()
    guest.wait(lambda: guest.document.result is not None)


def test_that_the_mark_points_at_the_widgets_it_speaks_of(guest):
    tour, window = guest.window.tour, guest.window
    sections = {1: window.column.panels["layout"], 2: window.column.panels["restore"]}
    for step, section in sections.items():
        tour.go_on()
        assert tour.step == step
        mark = tour.mark.geometry()
        shown = section.rect().translated(section.mapTo(window, section.rect().topLeft()))
        assert not mark.intersects(shown)
        assert abs(mark.right() - shown.left()) < 12
        assert shown.top() <= mark.top() + tour.mark._tip.y() <= shown.bottom()
        assert window.rect().contains(mark)


def test_that_the_mark_leaves_the_face_free_and_stands_at_the_divider_when_there_is_one(guest):
    tour, window = guest.window.tour, guest.window
    face = window.canvas.mapTo(window, guest.at(228, 120))
    assert not tour.mark.geometry().contains(face)
    tour._paint()
    guest.wait(lambda: tour.step == 1)
    tour.go_on()
    guest.generate()
    guest.wait(lambda: "divider" in tour.mark.said.text)
    guest.wait_idle()
    guest.wait(lambda: not tour.mark.geometry().intersects(window.docks.column.geometry()))
    assert tour.mark.geometry().right() < window.canvas.mapTo(window, window.canvas.rect().center()).x()


@pytest.mark.parametrize("size", [(1100, 760), (1360, 900), (1366, 728)])
def test_that_the_mark_hides_nothing_of_the_crack_and_steps_aside_for_a_stroke(guest, size):
    tour, window = guest.window.tour, guest.window
    window.resize(*size)
    guest.qtbot.wait(450)
    tour._look()
    assert tour.mark.isVisible()
    assert tour._hidden_work(tour.mark.geometry()) < 0.01 * tour._sample.mask.sum()
    QTest.mousePress(guest.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, guest.at(239, 160))
    tour._look()
    assert not tour.mark.isVisible()
    QTest.mouseRelease(guest.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, guest.at(239, 160))
    tour._look()
    assert tour.mark.isVisible()


def test_that_the_mark_follows_the_window(guest):
    guest.window.tour.go_on()
    before = guest.window.tour.mark.geometry()
    guest.window.resize(1300, 820)
    guest.wait(lambda: guest.window.tour.mark.geometry() != before)
    assert guest.window.rect().contains(guest.window.tour.mark.geometry())


def test_that_the_tour_works_by_keyboard_and_leaves_the_focus_where_one_can_go_on(guest):
    tour, window = guest.window.tour, guest.window
    window.canvas.setFocus()
    guest.trigger("next_panel")
    focused = QApplication.focusWidget()
    assert tour.mark.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(guest, "Next")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert tour.step == 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert tour.step is None
    assert window.focusWidget() is window.canvas


def test_that_a_step_is_read_aloud_and_does_not_take_the_focus(guest):
    window = guest.window
    window.canvas.setFocus()
    window.tour.go_on()
    said = window.tour.mark.said
    assert window.tour.mark.accessibleName() == f"{said.title}. {said.text}"
    assert window.focusWidget() is window.canvas


def test_that_opening_another_photo_ends_the_tour(guest, portrait):
    guest.open(portrait)
    guest.wait(lambda: guest.window.tour.step is None)
    assert not guest.window.tour.mark.isVisible()


def test_that_the_tour_is_offered_at_the_first_start_only(open_window, kept):
    first = open_window(kept=kept)
    first.window.tour.offer()
    assert first.message.title == "Welcome"
    first.window.message_bar.clear()
    first.window.tour.offer()
    assert first.message is None
    kept.sync()
    second = open_window(kept=kept)
    second.window.tour.offer()
    assert second.message is None


def test_that_a_start_without_a_photo_offers_the_tour_and_one_with_a_photo_leaves_it_for_later(
    open_window, kept, portrait
):
    guest = open_window(kept=kept)
    _open_named(guest.window, Namespace(photo=portrait, mask=None, layout=None))
    guest.wait_idle()
    assert guest.project is not None
    assert guest.message is None
    _open_named(guest.window, Namespace(photo=None, mask=None, layout=None))
    assert guest.message.title == "Welcome"


def test_that_the_offer_starts_the_tour(open_window, kept, tmp_path):
    guest = open_window("Astronaut", kept=kept, samples=tmp_path / "sample")
    guest.window.tour.offer()
    start = [one for one in guest.window.message_bar.findChildren(QPushButton) if one.text() == "Start the tour"]
    start[0].click()
    guest.wait(lambda: guest.window.tour.step == 0)


def test_that_unsaved_work_is_asked_about_before_the_sample_takes_its_place(open_window, portrait, tmp_path):
    guest = open_window("Astronaut", samples=tmp_path / "sample")
    guest.open(portrait)
    guest.stroke((60, 60), (70, 70))
    guest.dialogs.answer = "cancel"
    guest.trigger("tour")
    guest.wait(lambda: bool(guest.dialogs.asked))
    guest.wait_idle()
    assert guest.project.photo.path == portrait
    assert guest.window.tour.step is None
