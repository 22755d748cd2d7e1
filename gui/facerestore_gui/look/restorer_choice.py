"""The ways to restore, in a list to choose from."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox

from facerestore.files.installed_weights import is_installed
from facerestore.restoration.restorers import RESTORERS
from facerestore_gui.look.translation import engine_words, restorer_title


def offer_restorers(combo: QComboBox) -> None:
    """Fill a list with all ways to restore, by name, each with what it does. One whose network is not installed cannot
    be chosen, and says so."""
    model = combo.model()
    assert isinstance(model, QStandardItemModel), "what a combo box makes for itself"
    for index, one in enumerate(RESTORERS.values()):
        combo.addItem(restorer_title(one), one.name)
        words = engine_words(one.description)
        if one.own_network and not is_installed(one.own_network):
            missing = QCoreApplication.translate("RestorerChoice", "Its network is not installed.")
            words = f"{words} {missing}"
            model.item(index).setEnabled(False)
        combo.setItemData(index, words, Qt.ItemDataRole.ToolTipRole)
