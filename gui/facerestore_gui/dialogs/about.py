"""What this program is, what its results are, and the terms of its networks."""

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from facerestore import __version__
from facerestore.files.weights_terms import network_terms, terms_sentence
from facerestore_gui.look.translation import engine_words


class AboutDialog(QDialog):
    """A dialog with version and purpose, and what each network learnt from, as its card says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About facerestore"))
        self.resize(620, 520)
        purpose = self.tr(
            "Restores damaged portraits on this computer; nothing is sent anywhere.\n\n"
            "What the mask covers is invented by a network: plausible, but not what was there. "
            "What it does not cover stays as it was, bit for bit.\n\n"
            "The program is under the Apache License 2.0. Its networks are not."
        )
        told = QLabel(
            "\n\n".join([f"facerestore {__version__}", purpose, engine_words(terms_sentence(network_terms()))])
        )
        told.setWordWrap(True)
        self.cards = QTextBrowser(self)
        self.cards.setAccessibleName(self.tr("Terms of the networks"))
        self.cards.setHtml(self._cards())
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(told)
        rows.addWidget(self.cards, 1)
        rows.addWidget(close)

    def _cards(self) -> str:
        """Each network's terms and data, in the cards' own words."""
        learnt = self.tr("Learnt from:")
        parts = []
        for one in network_terms():
            data = "".join(f"<li>{escape(text)}</li>" for text in one.data)
            parts.append(f"<p><b>{escape(one.name)}</b>: {escape(one.terms)}<br>{escape(learnt)}</p><ul>{data}</ul>")
        return "".join(parts)


def show_about(parent: QWidget) -> None:
    """Show it until the person closes it."""
    AboutDialog(parent).exec()
