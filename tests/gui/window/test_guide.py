"""The user guide: that what it names exists, and that its window finds its way through it."""

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from facerestore.cli.main import main
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.keys.held_keys import HELD_KEYS
from facerestore_gui.window.guide_pages import PAGES, guide_folder, guide_page
from facerestore_gui.window.guide_window import GuideWindow

pytestmark = pytest.mark.gui

LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")
ENTRY = re.compile(r"\*\*(\w+) > ([^*]+)\*\*(?: \(`([^`]+)`\))?")
OPENING = re.compile(r"`([^`\n]+)`")


def text_of(name):
    """A page as one line for each paragraph: names and links may be broken across lines."""
    return re.sub(r"(?<!\n)\n(?![\n*|`#])", " ", (guide_folder() / f"{name}.md").read_text("utf-8"))


def plain(text):
    return text.replace("&", "").removesuffix("...")


def entries():
    return [(page, *found) for page in PAGES for found in ENTRY.findall(text_of(page))]


def test_that_every_page_is_in_the_table_of_contents():
    assert {file.stem for file in guide_folder().glob("*.md")} == set(PAGES)
    linked = {target.removesuffix(".md") for _, _, target in LINK.findall(text_of("contents"))}
    assert set(PAGES) - {"contents"} <= linked


def test_that_every_picture_is_there_and_small_and_none_is_left_over():
    named = {target for page in PAGES for sign, _, target in LINK.findall(text_of(page)) if sign}
    files = {f"pictures/{file.name}": file for file in (guide_folder() / "pictures").iterdir()}
    assert named == set(files)
    for file in files.values():
        picture = QImage(str(file))
        assert not picture.isNull(), file
        assert picture.width() <= 760, file
        assert file.stat().st_size <= 150_000, file
    assert sum(file.stat().st_size for file in guide_folder().rglob("*") if file.is_file()) < 2_000_000


def test_that_every_picture_says_in_words_what_it_shows():
    assert [target for page in PAGES for sign, alt, target in LINK.findall(text_of(page)) if sign and not alt] == []


def test_that_every_link_leads_to_a_page_and_a_heading():
    broken = []
    for page in PAGES:
        for sign, _, target in LINK.findall(text_of(page)):
            file, _, anchor = target.partition("#")
            if sign:
                continue
            there = file.removesuffix(".md")
            if there not in PAGES or (anchor and anchor not in [one.anchor for one in guide_page(there).sections]):
                broken.append((page, target))
    assert broken == []


def test_that_every_entry_of_a_menu_exists_with_the_keys_that_are_named():
    by_entry = {(plain(spec.menu), plain(spec.text)): spec for spec in ACTIONS}
    assert len(entries()) > 50
    wrong = [
        (page, menu, text, keys)
        for page, menu, text, keys in entries()
        if (menu, text) not in by_entry or (keys and keys not in by_entry[menu, text].keys)
    ]
    assert wrong == []


def test_that_every_other_key_that_is_named_is_one():
    known = {keys for spec in (*ACTIONS, *HELD_KEYS) for keys in spec.keys} | {"18", "Shift+Tab"}
    known.add("public-domain")  # a value of the variable beside it
    for page in PAGES:
        spans = OPENING.findall(re.sub(r"```.*?```", "", ENTRY.sub("", text_of(page)), flags=re.DOTALL))
        unknown = [span for span in spans if not re.match(r"facerestore|--|out/|masks/|FACERESTORE|\.bak", span)]
        assert [span for span in unknown if span not in known] == [], page


def test_that_every_command_that_is_named_is_one(capsys):
    named = set()
    for page in PAGES:
        for command, rest in re.findall(r"facerestore ([a-z]+(?:-[a-z]+)*)([^`\n]*)", text_of(page)):
            if command not in ("restores",):
                named.add((command, tuple(re.findall(r"--?[a-z-]+", rest))))
    assert len(named) >= 5
    for command, options in named:
        with pytest.raises(SystemExit):
            main([command, "--help"])
        shown = capsys.readouterr().out
        assert [option for option in options if option not in shown] == [], command


@pytest.fixture
def guide(qtbot, driver):
    guide = GuideWindow(driver.window, "en")
    guide.show()
    qtbot.waitExposed(guide)
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow)
    yield guide
    guide.close()
    guide.deleteLater()


def shown_page(guide):
    return guide.browser.source().fileName().removesuffix(".md")


def test_that_the_menu_opens_one_window_of_the_guide(driver):
    driver.trigger("guide")
    driver.trigger("guide")
    windows = driver.window.findChildren(GuideWindow)
    assert len(windows) == 1
    assert windows[0].isVisible()
    assert shown_page(windows[0]) == "contents"
    windows[0].close()
    windows[0].deleteLater()


def test_that_a_page_is_shown_with_its_headings_and_pictures(guide):
    for name in PAGES:
        guide.show_page(name)
        document = guide.browser.document()
        assert document.firstBlock().text() == guide_page(name).title
        for _, _, target in LINK.findall(text_of(name)):
            if target.endswith(".png"):
                picture = guide.browser.loadResource(document.ResourceType.ImageResource.value, QUrl(target))
                assert picture is not None, target
        assert document.idealWidth() <= guide.browser.viewport().width(), name


def test_that_the_contents_lead_to_every_section_and_follow_the_page(guide):
    tops = [guide.contents.topLevelItem(number) for number in range(guide.contents.topLevelItemCount())]
    assert [item.text(0) for item in tops] == [guide_page(name).title for name in PAGES]
    limits = tops[PAGES.index("layout")]
    guide.contents.setCurrentItem(limits.child(2))
    assert shown_page(guide) == "layout"
    assert guide.browser.textCursor().block().text() == limits.child(2).text(0)
    guide.show_page("trouble")
    assert guide.contents.currentItem() is tops[PAGES.index("trouble")]


def test_that_back_and_forward_go_along_the_way_one_came(guide, qtbot):
    for name in ("first", "mask", "layout"):
        guide.show_page(name)
    guide._back.click()
    assert shown_page(guide) == "mask"
    QTest.keyClick(guide, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown_page(guide) == "first")
    guide._forward.click()
    assert shown_page(guide) == "mask"


def test_that_a_word_is_found_again_and_again_and_one_that_is_missing_is_said_to_be(guide):
    guide.show_page("mask")
    guide.field.setText("scratch")
    places = [guide.browser.textCursor().position()]
    for _ in range(4):
        QTest.keyClick(guide.field, Qt.Key.Key_Return)
        places.append(guide.browser.textCursor().position())
        assert guide.browser.textCursor().selectedText().lower() == "scratch"
    assert all(one != other for one, other in pairwise(places))
    guide.find_text(is_backwards=True)
    assert guide.browser.textCursor().position() == places[-2]
    guide.field.setText("zeppelin")
    assert guide.found.text()
    guide.field.clear()
    assert not guide.found.text()


def test_that_the_search_begins_again_at_the_top(guide):
    guide.show_page("trouble")
    guide.field.setText("Something unexpected")
    first = guide.browser.textCursor().position()
    guide.find_text()
    assert guide.browser.textCursor().position() == first
    assert not guide.found.text()


def test_that_escape_closes_the_guide(guide, qtbot):
    QTest.keyClick(guide.browser, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not guide.isVisible())
