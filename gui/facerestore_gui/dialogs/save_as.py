"""Saving the restored photo: where, in which format and depth, with which metadata, and what it says of itself."""

import contextlib
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.photo import Photo
from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from facerestore_gui.look.translation import QT_TRANSLATE_NOOP

_FORMATS: Final = (
    (".png", "PNG"),
    (".tif", "TIFF"),
    (".webp", QT_TRANSLATE_NOOP("SaveAsDialog", "WebP, lossless")),
    (".jpg", "JPEG"),
)
_SAME_FORMAT: Final = {".tiff": ".tif", ".jpeg": ".jpg"}
_EIGHT_BIT_ONLY: Final = (".webp", ".jpg")
_ALWAYS_COMPRESSED: Final = (".webp", ".jpg")


class SaveAsDialog(QDialog):
    """A dialog for where and how a result is saved. ``choice`` is what the person accepted; None until then.
    ``options``: to begin with. ``framing``: how the photo is viewed."""

    def __init__(
        self,
        suggested: Path,
        photo: Photo,
        options: SaveOptions,
        parent: QWidget | None = None,
        *,
        framing: Framing = UNFRAMED,
        warning: str = "",
    ) -> None:
        """``warning``: what the picture is not, that one might think it is."""
        super().__init__(parent)
        self._warning = warning
        self.choice: tuple[Path, SaveOptions] | None = None
        self._photo, self._framing = photo, framing
        self.setWindowTitle(self.tr("Save the restored photo"))
        self._name = QLineEdit(str(suggested), self)
        self._name.setMinimumWidth(420)
        browse = QPushButton(self.tr("Browse..."), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._format = QComboBox(self)
        for suffix, name in _FORMATS:
            if suffix != ".jpg" or photo.alpha is None:
                self._format.addItem(self.tr(name), suffix)
        self._depth = QComboBox(self)
        self._quality = QSpinBox(self)
        self._quality.setRange(1, 100)
        self._quality.setValue(options.quality)
        self._uncompressed = QCheckBox(self.tr("Without compression: larger, but written faster"), self)
        self._uncompressed.setChecked(not options.is_compressed)
        self._view = QComboBox(self)
        self._view.addItem(self.tr("As the scan lies, all of it"), False)
        self._view.addItem(self.tr("As viewed: {what}").format(what=self._framing_in_words()), True)
        self._view.setCurrentIndex(int(options.is_framed and not framing.is_plain))
        self._metadata = QComboBox(self)
        self._metadata.addItem(self.tr("Keep all that the photo says"), KeptMetadata.ALL)
        self._metadata.addItem(self.tr("Only colour profile and resolution"), KeptMetadata.COLOUR)
        self._metadata.setCurrentIndex(self._metadata.findData(options.metadata))
        self._mark = QCheckBox(self.tr("Say in the file that it was restored"), self)
        self._mark.setToolTip(
            self.tr("IPTC's DigitalSourceType in the XMP: parts of the picture were made by an algorithm")
        )
        self._mark.setChecked(options.is_marked)
        self._record = QCheckBox(self.tr("Write the record of what was done beside it (.json)"), self)
        self._record.setToolTip(
            self.tr("Hashes of the source, mask and layout, seed and networks: the result can be checked")
        )
        self._record.setChecked(options.has_record)
        self._form = QFormLayout()
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setObjectName("faint")
        self._arrange(browse)
        self._name.textChanged.connect(self._follow_name)
        self._format.currentIndexChanged.connect(self._follow_format)
        for box in (self._depth, self._metadata, self._view):
            box.currentIndexChanged.connect(self._show_note)
        self._mark.toggled.connect(self._show_note)
        self._follow_name()
        self._refresh_depth(options.eight_bit)

    def _arrange(self, browse: QPushButton) -> None:
        file = QHBoxLayout()
        file.addWidget(self._name, 1)
        file.addWidget(browse)
        form = self._form
        label = QLabel(self.tr("&File"), self)
        label.setBuddy(self._name)
        form.addRow(label, file)
        labels = (
            (self.tr("F&ormat"), self._format),
            (self.tr("&Depth"), self._depth),
            (self.tr("&Quality"), self._quality),
            (self.tr("&View"), self._view),
        )
        for text, widget in (*labels, (self.tr("&Metadata"), self._metadata)):
            form.addRow(text, widget)
            widget.setAccessibleName(plain_text(text))
        self._name.setAccessibleName(self.tr("File"))
        form.addRow("", self._uncompressed)
        form.addRow("", self._mark)
        form.addRow("", self._record)
        form.setVerticalSpacing(8)
        form.setRowVisible(self._view, not self._framing.is_plain)
        self._buttons = buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self._note)
        rows.addWidget(buttons)

    @property
    def path(self) -> Path:
        """Where to save; a name without a suffix that is a format's has the chosen format's."""
        path = Path(self._name.text().strip())
        # "~nobody" is a name as any other
        with contextlib.suppress(RuntimeError, ValueError):
            path = path.expanduser()
        return path if _format_of(path) is not None or not path.name else path.with_name(path.name + self._suffix)

    @property
    def options(self) -> SaveOptions:
        return SaveOptions(
            eight_bit=bool(self._depth.currentData()),
            metadata=KeptMetadata(self._metadata.currentData()),
            quality=self._quality.value(),
            is_compressed=self._suffix in _ALWAYS_COMPRESSED or not self._uncompressed.isChecked(),
            is_marked=self._mark.isChecked(),
            has_record=self._record.isChecked(),
            is_framed=bool(self._view.currentData()) and not self._framing.is_plain,
        )

    def accept(self) -> None:
        path = self.path
        if not path.name or self._is_original(path):
            return
        if path.exists() and not self._may_replace(path):
            return
        self.choice = path, self.options
        super().accept()

    @property
    def _suffix(self) -> str:
        return str(self._format.currentData())

    def _browse(self) -> None:
        kinds = self.tr("Photos (*.png *.tif *.tiff *.webp *.jpg *.jpeg)")
        # the question whether to replace a file comes once, when the person accepts
        option = QFileDialog.Option.DontConfirmOverwrite
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(self.path), kinds, options=option)
        if name:
            self._name.setText(name)

    def _is_original(self, path: Path) -> bool:
        """Whether a path is the photo itself, by whatever name."""
        try:
            return self._photo.path is not None and path.samefile(self._photo.path)
        except (OSError, ValueError):  # no file has such a name
            return False

    def _may_replace(self, path: Path) -> bool:
        question = self.tr("{name} exists. Replace it?").format(name=path.name)
        return QMessageBox.question(self, self.windowTitle(), question) == QMessageBox.StandardButton.Yes

    def _follow_name(self) -> None:
        index = self._format.findData(_format_of(Path(self._name.text().strip())))
        if index >= 0 and index != self._format.currentIndex():
            self._format.setCurrentIndex(index)
        self._show_note()

    def _follow_format(self) -> None:
        path = Path(self._name.text().strip())
        if path.name and _format_of(path) != self._suffix:
            self._name.setText(str(path.with_suffix(self._suffix) if _format_of(path) else f"{path}{self._suffix}"))
        self._refresh_depth(bool(self._depth.currentData()))

    def _refresh_depth(self, eight_bit: bool) -> None:  # noqa: FBT001 - a value, handed on
        self._depth.blockSignals(True)
        self._depth.clear()
        if self._photo.bits == 8:
            self._depth.addItem(self.tr("8 bit, as the photo"), False)
        else:
            if self._suffix not in _EIGHT_BIT_ONLY:
                self._depth.addItem(self.tr("16 bit, as the photo"), False)
            self._depth.addItem(self.tr("8 bit"), True)
        self._depth.setCurrentIndex(max(0, self._depth.findData(eight_bit)))
        self._depth.setEnabled(self._depth.count() > 1)
        self._depth.blockSignals(False)
        self._form.setRowVisible(self._quality, self._suffix == ".jpg")
        self._form.setRowVisible(self._uncompressed, self._suffix not in _ALWAYS_COMPRESSED)
        self._show_note()

    def _show_note(self) -> None:
        is_original = self._is_original(self.path)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.path.name) and not is_original)
        if is_original:
            self._note.setText(self.tr("This is the original, which is never overwritten. Choose another name."))
            return
        if self._suffix == ".jpg":
            kept = self.tr("JPEG changes every pixel a little, also where nothing was restored.")
        elif self._depth.currentData():
            kept = self.tr("With 8 bits the untouched pixels are rounded.")
        elif self.options.is_framed and not self._framing.is_lossless:
            kept = self.tr("Straightening resamples every pixel, once.")
        elif self.options.is_framed:
            kept = self.tr(
                "What you neither masked nor filled by hand is that of the scan, bit for bit, in its new place."
            )
        else:
            kept = self.tr("What you neither masked nor filled by hand stays as it was, bit for bit.")
        if self._warning:
            kept = self._warning
        honest = self.tr("Nothing in the file will say that parts of it were invented.")
        self._note.setText(kept if self._mark.isChecked() else f"{kept} {honest}")

    def _framing_in_words(self) -> str:
        """What the view does to the scan, in a few words."""
        framing, shown = self._framing, self._framing.shown_extent(self._photo.extent)
        turn = (0, 90, 180, -90)[framing.quarter_turns]
        words = [self.tr("turned by {angle}").format(angle=f"{turn}\N{DEGREE SIGN}")] if turn else []
        if not framing.is_lossless:
            angle = f"{framing.straightening_degrees:+.2f}\N{DEGREE SIGN}"
            words.append(self.tr("straightened by {angle}").format(angle=angle))
        words.append(f"{shown.width} x {shown.height}")
        return ", ".join(words)


def _format_of(path: Path) -> str | None:
    """The format's first suffix, by a name; None if it names none that is written."""
    suffix = path.suffix.lower()
    suffix = _SAME_FORMAT.get(suffix, suffix)
    return suffix if suffix in dict(_FORMATS) else None
