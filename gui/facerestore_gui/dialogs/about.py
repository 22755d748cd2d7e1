"""What this program is, and what its results are."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from facerestore import __version__


def show_about(parent: QWidget) -> None:
    """Show version and purpose until the person closes it."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("About", "About facerestore"))
    box.setText(f"<b>facerestore {__version__}</b>")
    box.setInformativeText(
        QCoreApplication.translate(
            "About",
            "Restores damaged portraits on this computer; nothing is sent anywhere.\n\n"
            "What the mask covers is invented by a network: plausible, but not what was there. "
            "What it does not cover stays as it was, bit for bit.\n\n"
            "The program is under the Apache License 2.0. Its networks are not: they were trained on research data "
            "and are for non-commercial research only.",
        )
    )
    box.exec()
