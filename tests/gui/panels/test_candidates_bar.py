"""The candidates bar in a small window: all of it is in sight, and what is marked, too."""

import pytest
from PySide6.QtWidgets import QApplication, QSlider

pytestmark = pytest.mark.gui


@pytest.fixture
def small(open_window, portrait):
    """A window of 1040 x 720 with two results and six candidates, the last of which is in use."""
    driver = open_window("BySeed")
    driver.window.resize(1040, 720)
    driver.open(portrait)
    driver.session.tool_settings.set_brush_diameter(60)
    driver.stroke((120, 85), (120, 130))
    driver.generate(seed=0)
    settle(driver)
    driver.window.candidates_bar._count.setValue(4)
    driver.trigger("more_candidates")
    settle(driver)
    driver.generate(seed=7)
    settle(driver)
    QApplication.processEvents()
    assert (driver.window.width(), driver.window.height()) == (1040, 720)
    return driver


def settle(driver):
    driver.wait(lambda: not driver.session.runner.is_busy and not driver.session.restore_tasks.following.is_planned)


def is_whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_that_thumbnails_and_sliders_are_whole_in_a_small_window(small):
    bar = small.window.candidates_bar
    for widget in (bar._list, bar._results, bar._count, bar.strength, bar.detail):
        assert is_whole(widget)
    chips = [chip for chip in bar.parts.buttons.values() if not chip.isHidden()]
    assert len(chips) > 5
    assert is_whole(chips[0])
    for chip in chips:
        bar._parts_area.ensureWidgetVisible(chip)
        assert is_whole(chip)
    for part in (bar.strength, bar.detail):
        assert part.findChild(QSlider).width() > 60


def test_that_the_candidate_in_use_is_in_sight_when_its_project_is_opened(small, tmp_path, other):
    place = tmp_path / "work.facerestore"
    small.dialogs.path = place
    small.run("save_project")
    small.open(other)
    small.wait(lambda: not small.window.candidates_bar.isVisible())
    small.open_project(place)
    strip = small.window.candidates_bar._list
    small.wait(strip.isVisible)
    QApplication.processEvents()
    assert strip.currentItem().text().startswith("7")
    assert strip.viewport().rect().contains(strip.visualItemRect(strip.currentItem()).center())
