"""BrushPresets: brushes by name, to be taken in hand again."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

from facerestore_gui.document.tool_settings import LARGEST_BRUSH_PX, SMALLEST_BRUSH_PX, ToolSettings

MOST_PRESETS: Final = 40
LONGEST_NAME: Final = 40
_KEY: Final = "brush/presets"


@dataclass(frozen=True)
class BrushPreset:
    """A brush: ``diameter_px`` in pixels of the photo, ``hardness`` 0...1, the number of the ``damage_class`` that it
    paints."""

    name: str
    diameter_px: float
    hardness: float
    damage_class: int

    def __post_init__(self) -> None:
        is_name = isinstance(self.name, str) and 0 < len(self.name) <= LONGEST_NAME
        numbers = (self.diameter_px, self.hardness, self.damage_class)
        if not is_name or not all(isinstance(one, int | float) and not isinstance(one, bool) for one in numbers):
            raise ValueError("A preset has a name and three numbers.")
        if not SMALLEST_BRUSH_PX <= self.diameter_px <= LARGEST_BRUSH_PX or not 0 <= self.hardness <= 1:
            raise ValueError("A preset is a brush that there can be.")


class BrushPresets(QObject):
    """The presets, in the order in which they were made; each name is there once. ``kept``: where they are remembered,
    None: nowhere."""

    changed = Signal()

    def __init__(self, settings: ToolSettings, kept: QSettings | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._kept = settings, kept
        self.presets: tuple[BrushPreset, ...] = () if kept is None else tuple(_read(kept.value(_KEY)))

    @property
    def in_hand(self) -> BrushPreset | None:
        """The one that the brush is like now."""
        now = self._brush("now")
        return next((one for one in self.presets if replace(one, name=now.name) == now), None)

    def add(self, name: str) -> bool:
        """Keep the brush as it is now under a name, in place of the preset that has it. False for a name that is empty
        or too long, or where there are too many."""
        name = name.strip()
        others = tuple(one for one in self.presets if one.name != name)
        if not name or len(name) > LONGEST_NAME or len(others) >= MOST_PRESETS:
            return False
        made = self._brush(name)
        at = next((place for place, one in enumerate(self.presets) if one.name == name), len(others))
        self._set((*others[:at], made, *others[at:]))
        return True

    def rename(self, name: str, new: str) -> bool:
        """False where the new name is none, or another preset's."""
        new = new.strip()
        if not new or len(new) > LONGEST_NAME or any(one.name == new for one in self.presets):
            return False
        self._set(replace(one, name=new) if one.name == name else one for one in self.presets)
        return True

    def remove(self, name: str) -> None:
        self._set(one for one in self.presets if one.name != name)

    def take(self, name: str) -> None:
        """Take a preset's brush in hand. A class that the photo's table does not have is left as it is."""
        for one in self.presets:
            if one.name == name:
                self._settings.set_brush_diameter(one.diameter_px)
                self._settings.set_hardness(one.hardness)
                if self._settings.classes.kind(one.damage_class) is not None:
                    self._settings.choose_damage(one.damage_class)

    def _brush(self, name: str) -> BrushPreset:
        settings = self._settings
        return BrushPreset(name, settings.brush_diameter_px, settings.hardness, settings.damage_class)

    def _set(self, presets: Iterable[BrushPreset]) -> None:
        self.presets = tuple(presets)
        if self._kept is not None:
            self._kept.setValue(_KEY, json.dumps([asdict(one) for one in self.presets]))
        self.changed.emit()


def _read(entry: object) -> list[BrushPreset]:
    """What was remembered; what makes no sense, and a name that comes again, is left out."""
    try:
        listed = json.loads(entry) if isinstance(entry, str) else []
    except ValueError:
        return []
    found: dict[str, BrushPreset] = {}
    for one in listed if isinstance(listed, list) else []:
        try:
            made = BrushPreset(**one)
        except (TypeError, ValueError):
            continue
        found.setdefault(made.name, made)
    return list(found.values())[:MOST_PRESETS]
