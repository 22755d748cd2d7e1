"""The window of the user guide: contents at the left, a page at the right, and a field to search it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facerestore_gui.window.guide_pages import PAGES, guide_folder, guide_page
from facerestore_gui.window.guide_words import with_words_of_the_window

_SIZE_PX: Final = (1080, 780)
_CONTENTS_PX: Final = 270
_MARGIN_PX: Final = 22
_LINE_PERCENT: Final = 122
_AROUND_PICTURE_PX: Final = 8
_ABOVE_HEADING_PX: Final = 16
_AROUND_WORDS_PX: Final = 40
_SECTION_LEVEL: Final = 2
_URL: Final = Qt.ItemDataRole.UserRole


class GuideBrowser(QTextBrowser):
    """A browser that reads a page of the guide in a language and in the words of the window. The address is that of the
    English page, so links and pictures are named once."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.setOpenExternalLinks(False)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        page = _page_at(QUrl(name))
        if page:
            return with_words_of_the_window(guide_page(page, self._language).text)
        return super().loadResource(type, name)


class GuideWindow(QWidget):
    """The window of the guide, in a ``language`` of the window ("de"). Stands beside the main window and is closed with
    it. A page of which something is still English says so."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("User guide"))
        self.resize(*_SIZE_PX)
        self._language = language
        self.browser = GuideBrowser(language, self)
        self.browser.setAccessibleName(self.tr("Page of the guide"))
        self.browser.document().setDocumentMargin(_MARGIN_PX)
        self.contents = QTreeWidget(self)
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(self.tr("Contents of the guide"))
        self._back = self._button("←", self.tr("Back"), QKeySequence.StandardKey.Back, self.browser.backward)
        self._forward = self._button("→", self.tr("Forward"), QKeySequence.StandardKey.Forward, self.browser.forward)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this page"))
        self.field.setAccessibleName(self.tr("Find in this page"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(260)
        words = self.field.fontMetrics().horizontalAdvance(self.field.placeholderText())
        self.field.setMinimumWidth(words + _AROUND_WORDS_PX)
        self._previous = self._button(
            "↑",
            self.tr("Find before"),
            QKeySequence.StandardKey.FindPrevious,
            lambda: self.find_text(is_backwards=True),
        )
        self._next = self._button("↓", self.tr("Find next"), QKeySequence.StandardKey.FindNext, self.find_text)
        self.found = QLabel(self)
        self.found.setObjectName("faint")
        self._arrange()
        self._fill()
        self._connect()
        self.show_page("contents")

    def continue_from(self, other: "GuideWindow") -> None:
        """Stand where another one stands, on the same page."""
        self.setGeometry(other.geometry())
        self.browser.setSource(other.browser.source())
        self.field.setText(other.field.text())
        self.browser.verticalScrollBar().setValue(other.browser.verticalScrollBar().value())

    def show_page(self, name: str, section: str = "") -> None:
        """One of PAGES, at one of its sections."""
        url = QUrl.fromLocalFile(str(guide_page(name).file))
        if section:
            url.setFragment(section)
        self.browser.setSource(url)

    def find_text(self, *, is_backwards: bool = False) -> None:
        """The next place of the text in the field, beginning again at the other end of the page."""
        wanted = self.field.text()
        flags = QTextDocument.FindFlag.FindBackward if is_backwards else QTextDocument.FindFlag(0)
        has_found = not wanted or self.browser.find(wanted, flags)
        if not has_found:
            end = QTextCursor.MoveOperation.End if is_backwards else QTextCursor.MoveOperation.Start
            self.browser.moveCursor(end)
            has_found = self.browser.find(wanted, flags)
        self.found.setText("" if has_found else self.tr("Not on this page"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "browser"):
            # the colour of links is written into the page when it is read
            self.browser.reload()
        super().changeEvent(event)

    def _button(self, sign: str, name: str, keys: QKeySequence.StandardKey, call: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{name}  ({shown})" if shown else name)
        button.clicked.connect(lambda: call() if callable(call) else None)
        QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        return button

    def _arrange(self) -> None:
        self._notice = QLabel(self.tr("Some of this page is in English."), self)
        self._notice.setObjectName("faint")
        self._notice.setContentsMargins(8, 0, 8, 0)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 6, 6, 0)
        for shown in (self._back, self._forward, self._notice):
            bar.addWidget(shown)
        bar.addStretch(1)
        for sought in (self.found, self.field, self._previous, self._next):
            bar.addWidget(sought)
        halves = QSplitter(self)
        halves.addWidget(self.contents)
        halves.addWidget(self.browser)
        halves.setStretchFactor(1, 1)
        halves.setSizes([_CONTENTS_PX, _SIZE_PX[0] - _CONTENTS_PX])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(bar)
        rows.addWidget(halves, 1)

    def _fill(self) -> None:
        for name in PAGES:
            page = guide_page(name, self._language)
            url = QUrl.fromLocalFile(str(page.file))
            item = QTreeWidgetItem(self.contents, [page.title])
            item.setData(0, _URL, url)
            for section in page.sections[1:]:
                below = QTreeWidgetItem(item, [section.heading])
                at_section = QUrl(url)
                at_section.setFragment(section.anchor)
                below.setData(0, _URL, at_section)

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(self._on_item)
        self.browser.sourceChanged.connect(self._on_source)
        self.browser.backwardAvailable.connect(self._back.setEnabled)
        self.browser.forwardAvailable.connect(self._forward.setEnabled)
        self._back.setEnabled(False)
        self._forward.setEnabled(False)
        self.field.textChanged.connect(self._on_wanted)
        self.field.returnPressed.connect(self.find_text)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._seek)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def _seek(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_wanted(self) -> None:
        """From the top, so that the first place of a word is found while it is being typed."""
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_text()

    def _on_item(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.browser.setSource(item.data(0, _URL))

    def _on_source(self, url: QUrl) -> None:
        """Markdown has no anchors of its own here: go to the heading, and show where one is in the contents."""
        page = guide_page(_page_at(url), self._language)
        self._notice.setVisible(self._language != "en" and page.has_english)
        _space(self.browser.document())
        anchors = [section.anchor for section in page.sections[1:]]
        if url.fragment() in anchors:
            self._go_to_section(anchors.index(url.fragment()))
        self.found.clear()
        for item in self.contents.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            if item.data(0, _URL) == url:
                with QSignalBlocker(self.contents):
                    self.contents.setCurrentItem(item)

    def _go_to_section(self, number: int) -> None:
        """Counted among the headings of the second level, from 0."""
        block = self.browser.document().begin()
        while block.isValid():
            number -= block.blockFormat().headingLevel() == _SECTION_LEVEL
            if number < 0:
                self.browser.moveCursor(QTextCursor.MoveOperation.End)
                self.browser.setTextCursor(QTextCursor(block))
                self.browser.ensureCursorVisible()
                return
            block = block.next()


def _page_at(url: QUrl) -> str:
    """The one of PAGES that lies at an address; empty: something else does."""
    file = Path(url.toLocalFile())
    return file.stem if file.suffix == ".md" and file.parent == guide_folder() and file.stem in PAGES else ""


def _space(page: QTextDocument) -> None:
    """Room between lines, above headings and around pictures: Markdown says nothing about it."""
    block = page.begin()
    while block.isValid():
        room = QTextBlockFormat()
        if block.text() == "\ufffc":
            room.setTopMargin(_AROUND_PICTURE_PX)
            room.setBottomMargin(_AROUND_PICTURE_PX)
        else:
            room.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if block.blockFormat().headingLevel() > 1:
                room.setTopMargin(_ABOVE_HEADING_PX)
        QTextCursor(block).mergeBlockFormat(room)
        block = block.next()
