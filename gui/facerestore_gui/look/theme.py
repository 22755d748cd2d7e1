"""Colours of the window, dark and light as the system says. Neutral greys: a tint would mislead the eye."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Theme:
    """The colours of the window. ``canvas`` surrounds the photo; ``notice`` and ``alarm`` are the grounds of messages.
    White is written on ``highlight``."""

    is_dark: bool
    window: str
    base: str
    button: str
    line: str
    text: str
    faint_text: str
    highlight: str
    link: str
    canvas: str
    notice: str
    alarm: str


DARK = Theme(
    is_dark=True,
    window="#2b2b2b",
    base="#232323",
    button="#3c3c3c",
    line="#1a1a1a",
    text="#e4e4e4",
    faint_text="#aeaeae",
    highlight="#3873cb",
    link="#7fb0f5",
    canvas="#1e1e1e",
    notice="#24415f",
    alarm="#6b2a2a",
)
LIGHT = Theme(
    is_dark=False,
    window="#efefef",
    base="#ffffff",
    button="#f7f7f7",
    line="#bdbdbd",
    text="#1c1c1c",
    faint_text="#5c5c5c",
    highlight="#2563c4",
    link="#2563c4",
    canvas="#c9c9c9",
    notice="#d8e6f7",
    alarm="#f8dada",
)


class ThemeKeeper(QObject):
    """The keeper of an application's palette. Keeps an application's palette in step with the system's dark or light
    mode."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._chosen = Qt.ColorScheme.Unknown
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self.show(application.styleHints().colorScheme())

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Light or dark, whatever the system's mode is; Unknown: as the system."""
        if scheme == self._chosen:
            return
        self._chosen = scheme
        # so that what the system draws, such as the frame, follows where it can
        self._application.styleHints().setColorScheme(scheme)
        self._follow(self._application.styleHints().colorScheme())

    def _follow(self, system: Qt.ColorScheme) -> None:
        self.show(system if self._chosen == Qt.ColorScheme.Unknown else self._chosen)

    def show(self, scheme: Qt.ColorScheme) -> None:
        theme = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(_style_sheet(theme))


def current_theme() -> Theme:
    """The theme the application shows now, read from its palette."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette_of(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.faint_text,
        role.Button: theme.button,
        role.ButtonText: theme.text,
        role.BrightText: "#ffffff",
        role.ToolTipBase: theme.base,
        role.ToolTipText: theme.text,
        role.Highlight: theme.highlight,
        role.HighlightedText: "#ffffff",
        role.Link: theme.link,
        role.Light: QColor(theme.button).lighter(120).name(),
        role.Midlight: QColor(theme.button).lighter(108).name(),
        role.Mid: QColor(theme.button).darker(120).name(),
        role.Dark: theme.line,
        role.Shadow: "#000000" if theme.is_dark else "#808080",
        role.Accent: theme.highlight,
    }
    palette = QPalette()
    for name, colour in colours.items():
        palette.setColor(name, QColor(colour))
    faint = QColor(_unusable(theme))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, faint)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.button))
    return palette


def _unusable(theme: Theme) -> str:
    """What cannot be used now."""
    return "#767676" if theme.is_dark else "#9a9a9a"


def _style_sheet(theme: Theme) -> str:
    pressed = QColor(theme.highlight).darker(115).name()
    blue = QColor(theme.highlight)
    chosen = f"rgba({blue.red()}, {blue.green()}, {blue.blue()}, {0.4 if theme.is_dark else 0.22})"
    return f"""
        QToolTip {{ color: {theme.text}; background: {theme.base}; border: 1px solid {theme.line};
                    padding: 3px; }}
        QLabel#section {{ font-weight: 600; color: {theme.faint_text}; }}
        QLabel#faint {{ color: {theme.faint_text}; }}
        QToolBar {{ border: 0; spacing: 2px; padding: 3px; }}
        QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px; }}
        QToolBar QToolButton:hover {{ background: {theme.button}; }}
        QToolBar QToolButton:checked {{ background: {chosen}; border-color: {theme.highlight}; }}
        QToolBar QToolButton:focus {{ border-color: {theme.text}; }}
        QToolButton#chip {{ border: 1px solid {theme.line}; border-radius: 4px; padding: 1px 5px 1px 3px; }}
        QToolButton#chip:hover {{ background: {theme.button}; }}
        QToolButton#chip:checked {{ background: {chosen}; border-color: {theme.highlight}; }}
        QToolButton#chip:focus {{ border-color: {theme.text}; }}
        QMainWindow::separator {{ width: 5px; height: 5px; background: {theme.window}; }}
        QMainWindow::separator:hover {{ background: {theme.highlight}; }}
        QStatusBar {{ border-top: 1px solid {theme.line}; }}
        QStatusBar::item {{ border: 0; }}
        QPushButton#primary {{ background: {theme.highlight}; color: #ffffff; border: 0; border-radius: 4px;
                               padding: 7px 14px; font-weight: 600; }}
        QPushButton#primary:hover {{ background: {QColor(theme.highlight).darker(107).name()}; }}
        QPushButton#primary:pressed {{ background: {pressed}; }}
        QPushButton#primary:focus {{ border: 2px solid {theme.text}; padding: 5px 12px; }}
        QPushButton#primary:disabled {{ background: {theme.button}; color: {theme.faint_text}; }}
        QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {{
            width: 12px; height: 12px; border: 1px solid {theme.faint_text}; border-radius: 2px;
            background: {theme.base}; }}
        QCheckBox::indicator:unchecked:disabled, QAbstractItemView::indicator:unchecked:disabled {{
            border-color: {_unusable(theme)}; }}
        QFrame#notice {{ background: {theme.notice}; border: 1px solid {theme.line}; border-radius: 6px; }}
        QFrame#alarm {{ background: {theme.alarm}; border: 1px solid {theme.line}; border-radius: 6px; }}
        QFrame#rule {{ color: {theme.line}; }}
    """
