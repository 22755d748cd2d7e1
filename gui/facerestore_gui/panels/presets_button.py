"""PresetsButton: the menu of the brushes that were kept by name."""

from collections.abc import Callable

from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from facerestore_gui.document.brush_presets import BrushPresets
from facerestore_gui.document.tool_settings import ToolSettings


class PresetsButton(QToolButton):
    """A button with the name of the preset in hand, and a menu to take another one, to keep the brush as it is, to
    rename and to delete. ``ask_name`` asks the person; it gets a title and the name to begin with, None: not given."""

    def __init__(self, presets: BrushPresets, settings: ToolSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._presets = presets
        self.ask_name: Callable[[str, str], str | None] = self._ask
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Brushes kept by name: size, hardness and class of damage"))
        self.setAccessibleName(self.tr("Brush presets"))
        self.menu_of_presets = QMenu(self)
        self.menu_of_presets.aboutToShow.connect(self.fill_menu)
        self.setMenu(self.menu_of_presets)
        presets.changed.connect(self._refresh)
        settings.changed.connect(self._refresh)
        self._refresh()

    def fill_menu(self) -> None:
        """The presets as they are now."""
        menu, in_hand = self.menu_of_presets, self._presets.in_hand
        menu.clear()
        for one in self._presets.presets:
            entry = menu.addAction(_shown(one.name))
            entry.setCheckable(True)
            entry.setChecked(one is in_hand)
            entry.triggered.connect(lambda checked=False, name=one.name: self._presets.take(name))
        menu.addSeparator()
        menu.addAction(self.tr("Keep this brush..."), self._keep)
        renames, deletes = menu.addMenu(self.tr("Rename")), menu.addMenu(self.tr("Delete"))
        for one in self._presets.presets:
            rename, delete = renames.addAction(_shown(one.name)), deletes.addAction(_shown(one.name))
            rename.triggered.connect(lambda checked=False, name=one.name: self._rename(name))
            delete.triggered.connect(lambda checked=False, name=one.name: self._presets.remove(name))
        for submenu in (renames, deletes):
            submenu.setEnabled(bool(self._presets.presets))

    def _keep(self) -> None:
        in_hand = self._presets.in_hand
        name = self.ask_name(self.tr("Keep this brush"), "" if in_hand is None else in_hand.name)
        if name is not None:
            self._presets.add(name)

    def _rename(self, name: str) -> None:
        new = self.ask_name(self.tr("Rename"), name)
        if new is not None:
            self._presets.rename(name, new)

    def _ask(self, title: str, name: str) -> str | None:
        given, is_given = QInputDialog.getText(self, title, self.tr("Name"), text=name)
        return given if is_given else None

    def _refresh(self) -> None:
        in_hand = self._presets.in_hand
        self.setText(self.tr("Presets") if in_hand is None else _shown(in_hand.name))


def _shown(name: str) -> str:
    """A name as an entry, where Qt reads "&" as the mark of a mnemonic."""
    return name.replace("&", "&&")
