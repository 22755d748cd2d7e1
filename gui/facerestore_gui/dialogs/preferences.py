"""The preferences: language, theme, how photos are saved, where projects are kept, which networks and what of the
computer are used."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facerestore_gui.actions.action_spec import plain_text
from facerestore_gui.document.preferences import DEVICES, UNDO_MIB, WEIGHTS_SETS, Preferences, ThemeChoice
from facerestore_gui.document.save_options import KeptMetadata
from facerestore_gui.look.translation import engine_words
from facerestore_resources.translations import LANGUAGES


class PreferencesDialog(QDialog):
    """A dialog for the preferences. ``chosen`` and ``keeps_beside`` are what the person accepted. ``own_folder``: where
    projects are that are not kept beside their photos; ``device_name``: what the networks run on now, if they do;
    ``devices``: those of DEVICES that are there; ``named_weights``: what FACERESTORE_WEIGHTS names, which wins."""

    def __init__(
        self,
        value: Preferences,
        parent: QWidget | None = None,
        *,
        keeps_beside: bool = True,
        own_folder: Path | None = None,
        device_name: str = "",
        devices: Iterable[str] = DEVICES,
        named_weights: str = "",
    ) -> None:
        super().__init__(parent)
        self.chosen, self.keeps_beside = value, keeps_beside
        self.setWindowTitle(self.tr("Preferences"))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._make_window_rows()
        self._make_saving_rows(own_folder)
        self._make_networks_row(named_weights)
        self._make_computer_rows(device_name, devices)
        self._fill(value, keeps_beside=keeps_beside)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(standard.RestoreDefaults).clicked.connect(self._restore_defaults)
        rows = QVBoxLayout(self)
        rows.addLayout(self._form)
        rows.addStretch(1)
        rows.addWidget(buttons)

    def accept(self) -> None:
        self.chosen, self.keeps_beside = self._value(), bool(self._beside.currentData())
        super().accept()

    def _make_window_rows(self) -> None:
        self._begin(self.tr("Window"))
        self._language = self._choice(
            self.tr("&Language"), [(self.tr("As the system"), None), *((name, key) for key, name in LANGUAGES.items())]
        )
        self._theme = self._choice(
            self.tr("&Theme"),
            [
                (self.tr("As the system"), ThemeChoice.SYSTEM),
                (self.tr("Light"), ThemeChoice.LIGHT),
                (self.tr("Dark"), ThemeChoice.DARK),
            ],
        )

    def _make_saving_rows(self, own_folder: Path | None) -> None:
        self._begin(self.tr("Saving"))
        self._format = self._choice(
            self.tr("&Format of restored photos"),
            [
                (self.tr("TIFF for a TIFF, else PNG"), ""),
                ("PNG", ".png"),
                ("TIFF", ".tif"),
                (self.tr("WebP, lossless"), ".webp"),
            ],
        )
        self._depth = self._choice(
            self.tr("&Depth"), [(self.tr("As the photo"), False), (self.tr("8 bit, also of 16 bit photos"), True)]
        )
        self._metadata = self._choice(
            self.tr("&Metadata"),
            [
                (self.tr("Keep all that the photo says"), KeptMetadata.ALL),
                (self.tr("Only colour profile and resolution"), KeptMetadata.COLOUR),
            ],
        )
        self._mark = self._tick(self.tr("Say in the file that it was re&stored"))
        self._record = self._tick(self.tr("Write the &record of what was done beside it"))
        self._beside = self._choice(
            self.tr("&Projects are kept"),
            [(self.tr("Beside their photos"), True), (self.tr("In the program's own folder"), False)],
        )
        if own_folder is not None:
            self._beside.setToolTip(str(own_folder))

    def _make_networks_row(self, named_weights: str) -> None:
        self._begin(self.tr("Networks"))
        names = {
            "": self.tr("All, for research and private use"),
            "public-domain": self.tr("From the public domain, for paid work too"),
        }
        self._weights = self._choice(self.tr("S&et of networks"), [(names[key], key) for key in WEIGHTS_SETS])
        self._weights.setToolTip(self.tr("Those for paid work find faces, and paint none"))
        if named_weights:
            self._weights.setEnabled(False)
            self._say(self.tr("FACERESTORE_WEIGHTS is set, and wins: {name}").format(name=named_weights))
        else:
            self._say(self.tr("Another set is used from the next start on"))

    def _make_computer_rows(self, device_name: str, devices: Iterable[str]) -> None:
        self._begin(self.tr("Computer"))
        names = {
            "auto": self.tr("The fastest that is there"),
            "cpu": self.tr("Processor"),
            "onnx": self.tr("Processor, by ONNX Runtime"),
            "cuda": self.tr("Graphics card (CUDA)"),
            "mps": self.tr("Graphics of the Mac (Metal)"),
            "directml": self.tr("Graphics card (DirectML)"),
            "coreml": self.tr("Graphics of the Mac (Core ML)"),
        }
        self._device = self._choice(self.tr("Networks run &on"), [(names[key], key) for key in devices])
        if device_name:
            self._say(self.tr("Now: {device}").format(device=engine_words(device_name)))
        self._threads = QSpinBox(self)
        self._threads.setRange(0, max(os.cpu_count() or 1, self.chosen.threads))
        self._threads.setSpecialValueText(self.tr("All cores"))
        self._threads.setToolTip(self.tr("How many threads the networks may use of the processor"))
        self._add(self.tr("&Cores"), self._threads)
        self._undo = self._choice(
            self.tr("Memory for &undo"),
            [(_size(mib), mib) for mib in sorted({*UNDO_MIB, self.chosen.undo_mib})],
        )
        self._undo.setToolTip(self.tr("Beyond it the oldest steps are forgotten"))

    def _begin(self, title: str) -> None:
        heading = QLabel(title, self)
        heading.setObjectName("section")
        self._form.addRow(heading)

    def _choice(self, text: str, entries: Iterable[tuple[str, object]]) -> QComboBox:
        box = QComboBox(self)
        for name, value in entries:
            box.addItem(name, value)
        self._add(text, box)
        return box

    def _tick(self, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        self._form.addRow("", box)
        return box

    def _add(self, text: str, widget: QWidget) -> None:
        label = QLabel(text, self)
        label.setBuddy(widget)
        widget.setAccessibleName(plain_text(text))
        self._form.addRow(label, widget)

    def _say(self, text: str) -> None:
        label = QLabel(text, self)
        label.setObjectName("faint")
        self._form.addRow("", label)

    def _fill(self, value: Preferences, *, keeps_beside: bool) -> None:
        entries = (
            (self._language, value.language),
            (self._theme, value.theme),
            (self._format, value.save_format),
            (self._depth, value.save.eight_bit),
            (self._metadata, value.save.metadata),
            (self._device, value.device),
            (self._undo, value.undo_mib),
            (self._weights, value.weights_set),
            (self._beside, keeps_beside),
        )
        for box, entry in entries:
            # a device that this system does not have is shown as the fastest that is there
            box.setCurrentIndex(max(0, box.findData(entry)))
        self._mark.setChecked(value.save.is_marked)
        self._record.setChecked(value.save.has_record)
        self._threads.setValue(value.threads)

    def _restore_defaults(self) -> None:
        self._fill(Preferences(), keeps_beside=True)

    def _value(self) -> Preferences:
        save = replace(
            self.chosen.save,
            eight_bit=bool(self._depth.currentData()),
            metadata=KeptMetadata(self._metadata.currentData()),
            is_marked=self._mark.isChecked(),
            has_record=self._record.isChecked(),
        )
        return Preferences(
            language=self._language.currentData(),
            theme=ThemeChoice(self._theme.currentData()),
            save_format=self._format.currentData(),
            save=save,
            device=self._device.currentData(),
            threads=self._threads.value(),
            undo_mib=self._undo.currentData(),
            weights_set=self._weights.currentData(),
        )


def _size(mib: int) -> str:
    return QLocale().formattedDataSize(mib * 2**20, 0)
