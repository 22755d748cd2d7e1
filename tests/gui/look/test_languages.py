"""The window in every language: nothing stays English, nothing is cut off, every letter is given once."""

import re
from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QSettings, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QWidget,
)

from facerestore.editing.mask_shapes import Region
from facerestore.files.reading import read_photo
from facerestore.values.damage_classes import DamageClass
from facerestore.values.errors import PhotoUnreadable
from facerestore.values.translatable_text import TranslatableText
from facerestore_gui.dialogs.damage_class import DamageClassDialog
from facerestore_gui.dialogs.recovery import RecoveryDialog
from facerestore_gui.dialogs.save_as import SaveAsDialog
from facerestore_gui.dialogs.shortcuts import ShortcutsDialog
from facerestore_gui.dialogs.versions import VersionsDialog
from facerestore_gui.document.save_options import SaveOptions
from facerestore_gui.document.suggestions import Suggestion
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.elided_label import ElidedLabel
from facerestore_gui.look.languages import install_language
from facerestore_gui.tasks.messages import STAGES, message_of, stage_text
from facerestore_resources.translations import LANGUAGES

pytestmark = pytest.mark.gui

OTHERS = [language for language in LANGUAGES if language != "en"]
NAMES = {
    *("PNG", "TIFF", "JPEG", "CelebAMask-HQ", "facerestore", "fake processor", "PNG (*.png)", *LANGUAGES.values()),
    *("portrait.png", "1  portrait.png", "portrait.png[*] - facerestore"),
}
SAME = {
    "de": {
        *("Layout", "Original", "Lasso", "Polygon", "Ellipse", "Hand", "Zoom", "Navigator", "Start", "Format", "Name"),
        "Linear",
        *("Import...", "Export...", *(f"Alternative {number}" for number in range(4))),
    },
    "es": {"Original", "Zoom"},
    "fr": {
        *(
            "Original",
            "Lasso",
            "Rectangle",
            "Ellipse",
            "Zoom",
            "Loupe",
            "Photo",
            "Format",
            "Mode",
            "Angle",
            "Alternatives",
        ),
        *(f"Alternative {number}" for number in range(4)),
    },
    "zh_CN": set(),
}
"""Words that a language shares with English."""


@pytest.fixture
def speak(qapp):
    """Has the program speak a language, and English again afterwards."""

    def speak(language):
        quiet()
        install_language(qapp, language)

    def quiet():
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale.system())

    yield speak
    quiet()


@pytest.fixture
def speaking(speak, open_window, portrait):
    """A window in a language, with a photo and a layout of its face."""

    def make(language):
        speak(language)
        driver = open_window("OneFace")
        driver.window.resize(1360, 900)
        driver.open(portrait)
        driver.run("predict_layout")
        return driver

    return make


def dialogs_of(driver, portrait):
    """Every dialog of our own."""
    window, photo = driver.window, read_photo(portrait)
    kind = window.session.tool_settings.classes.kind(DamageClass.SCRATCH)
    yield SaveAsDialog(portrait, photo, SaveOptions(), window)
    yield ShortcutsDialog(window.shortcuts, window)
    yield DamageClassDialog(kind, is_new=False, parent=window)
    yield RecoveryDialog([], lambda folder: None, window)
    yield VersionsDialog(portrait, [], window)


def texts_in(top):
    """Every text that a window, its menus and its parts show or say aloud."""
    for widget in [top, *top.findChildren(QWidget)]:
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QSpinBox):
            yield widget.suffix()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        if isinstance(widget, QTableWidget):
            yield from table_texts(widget)
        if isinstance(widget, QMenu):
            yield widget.title()
        for action in widget.actions():
            yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip())


def table_texts(table):
    for column in range(table.columnCount()):
        yield table.horizontalHeaderItem(column).text()
        # the last column of the shortcuts has keys
        for row in range(table.rowCount() if column < 2 else 0):
            yield table.item(row, column).text()


def words_of(texts):
    """Those with a word in them, without mnemonics and keys in brackets."""
    plain = (re.sub(r"\s*\((&?[^()]{1,18})\)$", "", text.replace("&", "")) for text in texts)
    return {text for text in plain if re.search(r"[A-Za-z]{3}", text)}


def all_texts(driver, portrait):
    window = driver.window
    found = []
    for kind in ToolKind:
        window.session.tool_settings.choose(kind)
        found += [*texts_in(window), window.status.text]
    legend = window.column.panels["layout"].model
    for row in range(legend.rowCount()):
        for column in range(5):
            index = legend.index(row, column)
            found += [str(legend.data(index, role) or "") for role in (0, 3, 11)]
    for dialog in dialogs_of(driver, portrait):
        found += texts_in(dialog)
        dialog.deleteLater()
    found += [stage_text(stage) for stage in STAGES]
    return words_of(found)


def test_that_nothing_stays_english(speaking, portrait):
    english = all_texts(speaking("en"), portrait)
    assert len(english) > 400
    for language in OTHERS:
        same = all_texts(speaking(language), portrait) & english
        same = {text for text in same - NAMES - SAME[language] if str(portrait.parent) not in text}
        assert not same, "\n".join([language, *sorted(same)])


def clipped_in(top):
    """Labels, buttons and choices that are smaller than their words, or hang over an edge of what holds them."""
    for widget in top.findChildren(QWidget):
        is_text = isinstance(widget, QLabel | QAbstractButton | QComboBox) and not isinstance(widget, ElidedLabel)
        if not is_text or not widget.isVisible() or (isinstance(widget, QLabel) and widget.wordWrap()):
            continue
        holder = widget.parentWidget()
        hangs_over = holder is not None and widget.geometry().right() > holder.rect().right()
        needed = widget.minimumSizeHint() if isinstance(widget, QComboBox) else widget.sizeHint()
        hangs_below = holder is not None and widget.geometry().bottom() > holder.rect().bottom()
        if widget.width() < needed.width() or widget.height() < needed.height() or hangs_over or hangs_below:
            yield f"{type(widget).__name__} {widget.accessibleName()} {getattr(widget, 'text', str)()}"


def outside_column(column):
    """What lies to the right of the column's edge."""
    for widget in column.findChildren(QWidget):
        if widget.isVisible() and widget.mapTo(column, widget.rect().topRight()).x() >= column.width():
            yield f"{type(widget).__name__} {widget.accessibleName()}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_word_is_cut_off_with_any_tool(speaking, portrait, language):
    driver = speaking(language)
    window = driver.window
    window.actions_table.by_name["show_candidates"].trigger()
    scratch = np.zeros((200, 240), np.bool_)
    scratch[20:24, 20:120] = True
    window.session.suggestions.begin([Suggestion.of(DamageClass.SCRATCH, Region.of(scratch), 0.9)])
    for kind in ToolKind:
        window.session.tool_settings.choose(kind)
        driver.qtbot.wait(30)
        assert window.width() == 1360
        assert list(clipped_in(window)) == [], kind
        assert list(outside_column(window.column)) == [], kind
        assert window.status.findChild(ElidedLabel).text() == window.status.text
    for dialog in dialogs_of(driver, portrait):
        dialog.show()
        driver.qtbot.waitExposed(dialog)
        assert list(clipped_in(dialog)) == [], dialog
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_small_screen_shows_the_brush_and_generate_without_scrolling(speaking, language):
    driver = speaking(language)
    window = driver.window
    window.resize(1366, 768)
    window.session.tool_settings.choose(ToolKind.BRUSH)
    driver.qtbot.wait(50)
    assert (window.width(), window.height()) == (1366, 768)
    assert list(clipped_in(window)) == []
    assert window.column.findChild(QScrollArea).verticalScrollBar().maximum() == 0
    for name in ("tool", "mask", "layout", "restore"):
        panel = window.column.panels[name]
        assert panel.visibleRegion().boundingRect() == panel.rect(), name


def mnemonics(texts):
    return [letter.casefold() for text in texts for letter in re.findall(r"&(\w)", text.replace("&&", ""))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_letter_is_given_once_in_every_menu_and_dialog(speaking, portrait, language):
    driver = speaking(language)
    bar = driver.window.menuBar()
    menus = [bar, *(action.menu() for action in bar.actions()), driver.window.languages.menu]
    for menu in menus:
        given = Counter(mnemonics([action.text() for action in menu.actions()]))
        assert not [letter for letter, count in given.items() if count > 1], menu.title()
    for dialog in dialogs_of(driver, portrait):
        shown = [one.text() for one in dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)]
        given = Counter(mnemonics(shown))
        assert not [letter for letter, count in given.items() if count > 1], type(dialog).__name__
        dialog.deleteLater()


def test_that_an_error_of_the_engine_is_said_in_the_language_of_the_window(speak):
    speak("de")
    sentence = TranslatableText("The file is damaged: {what}.", what="a checksum is wrong")
    message = message_of(PhotoUnreadable("scan.png", sentence, advice="Use another copy of it."))
    assert message.title == "Das Foto kann nicht geöffnet werden"
    assert message.text == "scan.png: Die Datei ist beschädigt: eine Prüfsumme ist falsch. Eine andere Kopie verwenden."


def test_that_numbers_and_qts_own_buttons_follow_a_chosen_language(speak, qtbot):
    speak("de")
    assert QLocale().toString(1.5) == "1,5"
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen"


def test_that_a_chosen_language_is_remembered_and_marked_at_the_next_start(speak, open_window, tmp_path):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    driver = open_window("OneFace", kept=kept)
    chosen = next(action for action in driver.window.languages.menu.actions() if action.data() == "zh_CN")
    chosen.trigger()
    del chosen
    driver.wait(lambda: driver.window.language == "zh_CN")
    kept.sync()
    again = open_window("OneFace", kept=QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    marked = [action.data() for action in again.window.languages.menu.actions() if action.isChecked()]
    assert marked == ["zh_CN"]


def test_that_without_a_choice_the_systems_language_is_marked(driver):
    marked = [action.data() for action in driver.window.languages.menu.actions() if action.isChecked()]
    assert marked == [None]
