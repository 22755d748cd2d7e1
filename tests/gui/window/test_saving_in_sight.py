"""Once there is a result, the way to save it stands under Generate, and the status bar says that it can be saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui

WORDS = "Save the picture"


def the_button(driver, words):
    return next(
        button for button in driver.window.column.panels["restore"].findChildren(QPushButton) if button.text() == words
    )


def hint_of(driver):
    driver.window.refresh()
    return driver.window.status.text


@pytest.fixture
def restored(driver):
    driver.stroke((120, 90), (120, 120))
    assert not the_button(driver, "Save picture...").isEnabled()
    driver.generate()
    driver.wait_idle()
    return driver


def test_that_a_result_is_saved_by_the_button_under_generate(restored, tmp_path):
    generate, save = (the_button(restored, words) for words in ("Generate", "Save picture..."))
    assert (
        save.mapTo(restored.window, save.rect().topLeft()).y()
        >= generate.mapTo(restored.window, generate.rect().bottomLeft()).y()
    )
    restored.dialogs.path = tmp_path / "restored.png"
    restored.qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    restored.wait_idle()
    assert (tmp_path / "restored.png").is_file()


def test_that_the_button_is_there_before_so_that_generate_stays_where_it_is(driver):
    generate = the_button(driver, "Generate")
    before = generate.mapTo(driver.window, generate.rect().topLeft())
    driver.stroke((120, 90), (120, 120))
    driver.generate()
    driver.wait_idle()
    assert generate.mapTo(driver.window, generate.rect().topLeft()) == before


def test_that_the_next_step_is_said_until_the_picture_is_saved_or_something_is_painted(restored, tmp_path):
    assert hint_of(restored).startswith("Restored. " + WORDS)
    restored.session.view.set_mode(ViewMode.ORIGINAL)
    assert WORDS not in hint_of(restored)
    restored.session.view.set_mode(ViewMode.COMPARE)
    assert WORDS in hint_of(restored)
    restored.dialogs.path = tmp_path / "restored.png"
    restored.trigger("save_as")
    restored.wait_idle()
    assert WORDS not in hint_of(restored)
    restored.generate(seed=7)
    restored.wait_idle()
    assert WORDS in hint_of(restored)
    restored.stroke((90, 60), (95, 60))
    restored.session.view.set_mode(ViewMode.COMPARE)
    assert WORDS not in hint_of(restored)
