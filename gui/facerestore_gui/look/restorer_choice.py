"""The ways to restore, in a list to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QListView

from facerestore.restoration.restorer_cards import lack_of
from facerestore.restoration.restorers import RESTORERS, Restorer, can_be_used
from facerestore_gui.look.translation import engine_words, restorer_title


def restorer_words(restorer: Restorer) -> str:
    """What a way to restore does, and that it cannot be chosen, if so."""
    told = [restorer.description] if can_be_used(restorer) else [restorer.description, lack_of(restorer)]
    return " ".join(map(engine_words, told))


def offer_restorers(combo: QComboBox) -> None:
    """Fill a list with all ways to restore, by name, each with what it does. What cannot be chosen is there for an
    opened project that was made with it, and is not offered."""
    model = combo.model()
    assert isinstance(model, QStandardItemModel), "what a combo box makes for itself"
    offered = combo.view()
    assert isinstance(offered, QListView), "what a combo box makes for itself"
    for index, one in enumerate(RESTORERS.values()):
        combo.addItem(restorer_title(one), one.name)
        combo.setItemData(index, restorer_words(one), Qt.ItemDataRole.ToolTipRole)
        model.item(index).setEnabled(can_be_used(one))
        offered.setRowHidden(index, not can_be_used(one))
