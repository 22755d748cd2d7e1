"""Preferences: what a person wants of the program whatever photo is open, and how it is remembered."""

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

from facerestore.files.installed_weights import SETS
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from facerestore_resources.translations import LANGUAGES

DEVICES: Final = ("auto", "cpu", "onnx", "cuda", "mps", "directml", "coreml")
SAVE_FORMATS: Final = ("", ".png", ".tif", ".webp")
"""What a restored photo is suggested to be saved as; the first: TIFF for a TIFF, PNG for all others."""
UNDO_MIB: Final = (64, 256, 1024, 4096)
"""How much memory the history may take."""
WEIGHTS_SETS: Final = ("", *SETS)
"""Sets of networks; the first: all that come with the program."""
_LANGUAGE: Final = "language"


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Preferences:
    """``language``: one of LANGUAGES, None for the system's. ``save``: how a restored photo is saved, until the person
    says otherwise for one. ``threads``: of the networks on the processor; 0: one for each core. ``undo_mib``: what the
    history may hold, in MiB. ``weights_set``: one of WEIGHTS_SETS, from the next start on."""

    language: str | None = None
    theme: ThemeChoice = ThemeChoice.SYSTEM
    save_format: str = ""
    save: SaveOptions = field(default_factory=SaveOptions)
    device: str = "auto"
    threads: int = 0
    undo_mib: int = 256
    weights_set: str = ""


class PreferencesKeeper(QObject):
    """The keeper of the preferences. ``kept``: where they are remembered from one day to the next; None: nowhere."""

    changed = Signal()

    def __init__(self, kept: QSettings | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.value = Preferences() if kept is None else read_preferences(kept)

    def change(self, value: Preferences) -> None:
        """Remember them, and tell those that follow them."""
        if value == self.value:
            return
        self.value = value
        if self._kept is not None:
            _write(value, self._kept)
        self.changed.emit()

    def choose_language(self, language: str | None) -> None:
        """One of LANGUAGES, or None for the system's."""
        self.change(replace(self.value, language=language))


def read_preferences(kept: QSettings) -> Preferences:
    """What is remembered; what makes no sense is as if it had never been chosen."""
    usual = Preferences()
    language = str(kept.value(_LANGUAGE) or "")
    theme = _text(kept, "theme", [choice.value for choice in ThemeChoice], usual.theme.value)
    metadata = _text(kept, "save/metadata", [choice.value for choice in KeptMetadata], usual.save.metadata.value)
    return Preferences(
        language=language if language in LANGUAGES else None,
        theme=ThemeChoice(theme),
        save_format=_text(kept, "save/format", SAVE_FORMATS, usual.save_format),
        save=SaveOptions(
            eight_bit=_truth(kept, "save/eight_bit", usual=usual.save.eight_bit),
            metadata=KeptMetadata(metadata),
            is_marked=_truth(kept, "save/is_marked", usual=usual.save.is_marked),
            has_record=_truth(kept, "save/has_record", usual=usual.save.has_record),
        ),
        device=_text(kept, "device", DEVICES, usual.device),
        threads=max(0, _number(kept, "threads", usual.threads)),
        undo_mib=min(max(_number(kept, "undo_mib", usual.undo_mib), UNDO_MIB[0]), UNDO_MIB[-1]),
        weights_set=_text(kept, "weights_set", WEIGHTS_SETS, usual.weights_set),
    )


def _write(value: Preferences, kept: QSettings) -> None:
    kept.setValue(_LANGUAGE, value.language or "")
    for name in ("theme", "device", "threads", "undo_mib", "weights_set"):
        kept.setValue(f"preferences/{name}", _entry(getattr(value, name)))
    kept.setValue("preferences/save/format", value.save_format)
    for one in fields(SaveOptions):
        kept.setValue(f"preferences/save/{one.name}", _entry(getattr(value.save, one.name)))


def _entry(value: object) -> str:
    """The same text on every system: some give back what they kept as text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(kept: QSettings, name: str, known: "tuple[str, ...] | list[str]", usual: str) -> str:
    text = str(kept.value(f"preferences/{name}", usual))
    return text if text in known else usual


def _truth(kept: QSettings, name: str, *, usual: bool) -> bool:
    return _text(kept, name, ["true", "false"], _entry(usual)) == "true"


def _number(kept: QSettings, name: str, usual: int) -> int:
    text = str(kept.value(f"preferences/{name}", usual))
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else usual
