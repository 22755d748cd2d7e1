"""What the networks may be used for stands before the first restoration, once, and holds up nothing else."""

import pytest
from PySide6.QtCore import QSettings

from facerestore.files.weights_terms import is_known, network_terms, note_known
from facerestore_gui.dialogs.about import AboutDialog

TITLE = "Before the first restoration"


@pytest.fixture
def asked(open_session, portrait, tmp_path):
    """A session that remembers, of a person who has read nothing yet, with damage painted on the portrait."""
    driver = open_session(kept=QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    driver.open(portrait)
    driver.wait_idle()
    driver.stroke((100, 100), (130, 110))
    return driver


def press(driver):
    ((text, call),) = driver.message.choices
    assert text == "I have read this"
    call()


@pytest.mark.parametrize("action", ["generate", "more_candidates", "redo_face"])
def test_that_a_restoration_begins_when_the_terms_were_read(asked, action):
    tasks = asked.session.restore_tasks
    begin = {
        "generate": asked.session.generate,
        "more_candidates": lambda: tasks.generate_more(0, 1),
        "redo_face": lambda: tasks.redo_face(1),
    }[action]
    begin()
    assert asked.message.title == TITLE
    assert "CelebAMask-HQ" in asked.message.text
    assert not asked.session.is_busy
    press(asked)
    asked.wait(lambda: asked.document.result is not None)
    asked.wait_idle()
    assert is_known("read", network_terms())
    asked.message = None
    begin()
    assert asked.message is None or asked.message.title != TITLE


def test_that_who_does_not_answer_has_everything_as_it_was_and_is_told_again(asked):
    before = asked.document.revision
    for _ in range(2):
        asked.session.generate()
        assert asked.message.title == TITLE
        assert not asked.session.is_busy
        assert asked.document.revision is before
    assert not is_known("read", network_terms())


def test_that_a_way_without_networks_is_asked_nothing(asked):
    from facerestore.restoration.restorers import RESTORERS

    asked.session.restore_tasks.choose_restorer(RESTORERS["telea"])
    asked.session.generate()
    asked.wait(lambda: asked.document.result is not None)
    assert not is_known("read", network_terms())


def test_that_who_has_read_it_before_is_not_asked(asked):
    note_known("read", network_terms())
    asked.session.generate()
    asked.wait(lambda: asked.document.result is not None)
    assert asked.message is None or asked.message.title != TITLE


def test_that_about_has_the_terms_and_the_data_of_every_network(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    text = dialog.cards.toPlainText()
    for one in network_terms():
        assert one.terms in text
        assert all(data in text for data in one.data)
