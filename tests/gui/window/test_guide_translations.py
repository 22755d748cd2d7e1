"""The user guide in other languages: that it says what the present English pages say, in the words of the window."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.look.languages import install_language
from facerestore_gui.window import guide_pages, guide_window
from facerestore_gui.window.guide_pages import (
    BEGINNING,
    PAGES,
    english_sections,
    guide_folder,
    guide_page,
    hash_of,
    sections_behind,
    translated_file,
)
from facerestore_gui.window.guide_window import GuideWindow
from facerestore_gui.window.guide_words import ENTRY, KEYS, with_words_of_the_window
from facerestore_resources.translations import LANGUAGES

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "gui"))
import guide_translations  # noqa: E402

pytestmark = pytest.mark.gui

OTHERS = [language for language in LANGUAGES if language != "en"]
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
NAMED = {(plain_text(one.menu), plain_text(one.text)): one for one in ACTIONS}
ENGLISH_KEYS = re.compile(r"\b(Shift|Enter|Backspace|Delete|Ctrl)\b")
KEYS_AS_IN_ENGLISH = {"de": "", "es": "Ctrl", "fr": "Ctrl", "zh_CN": "Shift Enter Backspace Delete Ctrl"}
"""What the window calls a key in a language all the same."""


def english(name):
    return english_sections((guide_folder() / f"{name}.md").read_text("utf-8"))


def pairs(language):
    """(where, English section, translated section), of those that are up to date."""
    for name in PAGES:
        for one, other in zip(english(name), guide_page(name, language).sections, strict=True):
            if not other.is_english:
                yield f"{language}/{name}#{one.anchor}", one.text, other.text


def joined(text):
    """Each paragraph in one line; without examples."""
    return re.sub(r"(?<!\n)\n(?![\n*|#])", " ", FENCED.sub("", text))


def lines_of(text, sign):
    return len([line for line in FENCED.sub("", text).splitlines() if line.startswith(sign)])


@pytest.fixture
def speak(qapp):
    """Has the program speak a language, and English again afterwards."""

    def quiet():
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale.system())

    yield lambda language: install_language(qapp, language)
    quiet()


@pytest.fixture
def small_guide(tmp_path, monkeypatch):
    """A guide of short pages, each in English and in German."""
    for name in PAGES:
        english_page = f"# {name}\n\nThis begins.\n\n## The tools\n\nOne, and\ntwo.\n\n## The end\n\nThree.\n"
        made_from = [one.made_from for one in english_sections(english_page)]
        german = (f"# {name} deutsch\n\nBeginnt.", "## Werkzeuge\n\nEins, zwei.", "## Ende\n\nDrei.")
        marks = (f"<!-- {BEGINNING} {made_from[0]} -->", f"<!-- the-tools {made_from[1]} -->", "<!-- the-end -->")
        pieces = [f"{mark}\n{text}" for mark, text in zip(marks, german, strict=True)]
        for file, text in ((f"{name}.md", english_page), (f"de/{name}.md", "\n\n".join(pieces) + "\n")):
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text(text, "utf-8")
    for module in (guide_pages, guide_window, guide_translations):
        monkeypatch.setattr(module, "guide_folder", lambda: tmp_path)
    for name in PAGES:
        guide_translations.accept(f"de/{name}#the-end")
    return tmp_path


def change(file, before, after):
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize("language", OTHERS)
def test_that_every_page_is_there_in_every_language_or_listed(language):
    listed = guide_translations.LIST.read_text("utf-8").splitlines()
    missing = [name for name in PAGES if not translated_file(name, language).exists()]
    assert [name for name in missing if f"{language}/{name}#{BEGINNING}" not in listed] == []
    strangers = {file.stem for file in (guide_folder() / language).iterdir()} - set(PAGES)
    assert strangers == set()


def test_that_the_sections_that_fell_behind_are_listed():
    listed = guide_translations.LIST.read_text("utf-8").splitlines()
    assert listed == guide_translations.behind(), "run gui/guide_translations.py"


@pytest.mark.parametrize("language", OTHERS)
def test_that_a_translated_section_has_the_headings_the_links_and_the_pictures_of_its_english_one(language):
    for where, one, other in pairs(language):
        assert LINK.findall(joined(one)) == LINK.findall(joined(other)), where
        assert FENCED.findall(one) == FENCED.findall(other), where
        for sign in ("# ", "## ", "### ", "* ", "|"):
            assert lines_of(one, sign) == lines_of(other, sign), (where, sign)


@pytest.mark.parametrize("language", OTHERS)
def test_that_a_translated_section_names_the_entries_the_keys_and_the_commands_of_its_english_one(language):
    for where, one, other in pairs(language):
        for names in (ENTRY, KEYS):
            said, wanted = (Counter(names.findall(joined(text))) for text in (other, one))
            assert said == wanted, where


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_entries_and_keys_are_shown_as_the_window_names_them(speak, language):
    speak(language)
    for name in PAGES:
        text = joined(guide_page(name, language).text)
        shown = joined(with_words_of_the_window(guide_page(name, language).text))
        specs = [NAMED[entry] for entry in ENTRY.findall(text)]
        for spec in specs:
            assert f"**{plain_text(spec.shown_menu)} > {plain_text(spec.shown_text)}**" in shown
        for keys in {keys for spec in ACTIONS for keys in spec.keys} & set(KEYS.findall(text)):
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            assert f"`{native}`" in shown, name


@pytest.mark.parametrize("language", OTHERS)
def test_that_keys_within_a_sentence_have_the_names_of_the_language(language):
    for where, _, text in pairs(language):
        prose = ENTRY.sub("", KEYS.sub("", joined(text)))
        assert set(ENGLISH_KEYS.findall(prose)) <= set(KEYS_AS_IN_ENGLISH[language].split()), where


def test_that_commands_and_examples_stay_as_they_are():
    page = "Press `Ctrl+O`, or type `facerestore restore`.\n\n```\nfacerestore `Ctrl+O`\n```\n"
    assert with_words_of_the_window(page) == page


def test_that_a_section_whose_english_text_changed_is_read_in_english_and_no_other(small_guide):
    assert sections_behind("de") == []
    change(small_guide / "mask.md", "One, and", "Zero, and")
    page = guide_page("mask", "de")
    assert page.text == "# mask deutsch\n\nBeginnt.\n\n## The tools\n\nZero, and\ntwo.\n\n## Ende\n\nDrei.\n"
    assert page.has_english
    assert sections_behind("de") == ["mask#the-tools"]


def test_that_breaking_lines_elsewhere_changes_no_section(small_guide):
    change(small_guide / "mask.md", "One, and\ntwo.\n\n", "One,\nand two.\n\n\n")
    assert not guide_page("mask", "de").has_english


def test_that_a_new_section_is_english_and_one_that_is_gone_goes(small_guide):
    change(small_guide / "mask.md", "## The tools\n\nOne, and\ntwo.", "## What is new\n\nThis is.")
    page = guide_page("mask", "de")
    assert [one.heading for one in page.sections] == ["mask deutsch", "What is new", "Ende"]
    assert [one.is_english for one in page.sections] == [False, True, False]


def test_that_a_page_nobody_translated_is_english(small_guide):
    translated_file("mask", "de").unlink()
    assert guide_page("mask", "de") == guide_page("mask", "en")


def test_that_a_translation_counts_again_once_somebody_says_so(small_guide):
    change(small_guide / "mask.md", "One, and", "Zero, and")
    guide_translations.accept("de/mask#the-tools")
    assert sections_behind("de") == []
    assert translated_file("mask", "de").read_text("utf-8").count("<!-- ") == 3


@pytest.mark.parametrize("place", ["de/mask#no-such", "de/nowhere#the-tools", "xx/mask#the-tools", "de/mask", ""])
def test_that_only_a_section_that_is_there_can_be_said_to_be_translated(small_guide, place):
    with pytest.raises(ValueError, match="No such section"):
        guide_translations.accept(place)


def test_that_a_heading_in_an_example_begins_no_section():
    page = "# Title\n\n```\n## no heading\n```\n\n## One\n\ntext\n"
    assert [(one.anchor, one.heading) for one in english_sections(page)] == [(BEGINNING, "Title"), ("one", "One")]
    assert english_sections(page)[1].made_from == hash_of("## One\ntext")


@pytest.fixture
def guide_in(driver, qtbot):
    """Opens the guide in a language."""
    made = []

    def make(language):
        guide = GuideWindow(driver.window, language)
        guide.show()
        qtbot.waitExposed(guide)
        made.append(guide)
        return guide

    yield make
    for guide in made:
        guide.close()
        guide.deleteLater()


@pytest.mark.parametrize("language", OTHERS)
def test_that_the_window_shows_contents_pages_and_pictures_in_a_language(guide_in, language):
    guide = guide_in(language)
    tops = [guide.contents.topLevelItem(number).text(0) for number in range(guide.contents.topLevelItemCount())]
    assert tops == [guide_page(name, language).title for name in PAGES]
    for name in PAGES:
        guide.show_page(name)
        document = guide.browser.document()
        assert document.firstBlock().text() == guide_page(name, language).title
        assert document.idealWidth() <= guide.browser.viewport().width(), name
        assert not re.search(r"<!--|\*\*|`|\]\(", document.toPlainText()), name
        assert document.toPlainText().count("\ufffc") == len(re.findall(r"!\[", guide_page(name).text)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_field_has_room_for_its_words(speak, guide_in, language):
    speak(language)
    field = guide_in(language).field
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < field.width() - 20


@pytest.mark.parametrize("language", OTHERS)
def test_that_a_link_to_a_section_leads_to_it_in_every_language(guide_in, language):
    guide = guide_in(language)
    guide.show_page("mask", "kinds-of-damage")
    heading = next(one.heading for one in guide_page("mask", language).sections if one.anchor == "kinds-of-damage")
    assert guide.browser.textCursor().block().text() == heading
    assert guide.contents.currentItem().text(0) == heading


def test_that_a_word_with_letters_of_the_language_is_found(guide_in):
    guide = guide_in("de")
    guide.show_page("mask")
    guide.field.setText("Schäden")
    assert guide.browser.textCursor().selectedText() == "Schäden"
    assert not guide.found.text()


def test_that_a_page_says_that_something_is_english_where_it_is(small_guide, guide_in):
    change(small_guide / "mask.md", "One, and", "Zero, and")
    guide = guide_in("de")
    notice = next(label for label in guide.findChildren(QLabel) if "English" in label.text())
    shown = {}
    for name in ("mask", "layout"):
        guide.show_page(name)
        shown[name] = notice.isVisible()
    assert shown == {"mask": True, "layout": False}


def test_that_in_english_nothing_is_said_about_it(guide_in):
    guide = guide_in("en")
    assert not any(label.isVisible() for label in guide.findChildren(QLabel) if "English" in label.text())
