"""Text stands out from every ground it is written on, dark and light."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox

from facerestore_gui.look.icons import untinted
from facerestore_gui.look.theme import DARK, LIGHT, ThemeKeeper, current_theme

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, level AA, for text of common size."""
LEAST_CONTRAST_OF_SHAPES = 3.0
"""1.4.11, for the shapes by which a control is known."""


@pytest.fixture(params=[DARK, LIGHT], ids=["dark", "light"])
def theme(request):
    return request.param


def luminance(colour):
    """Relative luminance as WCAG defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def test_that_black_on_white_has_the_contrast_that_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", ["window", "base", "button", "notice", "alarm"])
@pytest.mark.parametrize("text", ["text", "faint_text"])
def test_that_text_stands_out_from_every_ground(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("ground", ["window", "base"])
def test_that_a_link_stands_out_from_the_page(theme, ground):
    assert contrast(theme.link, getattr(theme, ground)) >= LEAST_CONTRAST


def test_that_white_stands_out_from_what_is_chosen_and_from_the_main_button(theme):
    for ground in (QColor(theme.highlight), QColor(theme.highlight).darker(107), QColor(theme.highlight).darker(115)):
        assert contrast("#ffffff", ground) >= LEAST_CONTRAST


def test_that_what_is_chosen_stands_out_from_the_window(theme):
    assert contrast(theme.highlight, theme.window) >= LEAST_CONTRAST_OF_SHAPES


def test_that_an_empty_box_to_tick_is_seen(theme, qapp):
    keeper = ThemeKeeper(qapp)
    before = qapp.palette(), qapp.styleSheet()
    try:
        keeper.show(Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light)
        box = QCheckBox("In addition")
        box.resize(box.sizeHint())
        picture = box.grab().toImage()
        across = [picture.pixelColor(x, picture.height() // 2) for x in range(20)]
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])
    assert max(contrast(colour, theme.window) for colour in across) >= LEAST_CONTRAST_OF_SHAPES


def test_that_a_chosen_theme_stays_whatever_the_system_shows(qapp):
    keeper = ThemeKeeper(qapp)
    before = qapp.palette(), qapp.styleSheet()
    try:
        keeper.choose(Qt.ColorScheme.Dark)
        assert current_theme() is DARK
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
        assert current_theme() is DARK
        keeper.choose(Qt.ColorScheme.Unknown)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
        assert current_theme() is LIGHT
    finally:
        keeper.choose(Qt.ColorScheme.Unknown)
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])
        keeper.deleteLater()


def test_that_a_chosen_picture_keeps_its_colours(qapp):
    picture = QPixmap(8, 8)
    picture.fill(QColor("#c08040"))
    shown = untinted(picture).pixmap(8, 8, QIcon.Mode.Selected).toImage()
    assert shown.pixelColor(4, 4) == QColor("#c08040")
