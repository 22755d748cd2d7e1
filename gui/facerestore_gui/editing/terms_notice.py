"""TermsNotice: what the networks may be used for, told before the first restoration and when they change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from facerestore.files.weights_terms import is_known, network_terms, note_known, terms_sentence
from facerestore.restoration.restorers import Restorer
from facerestore_gui.look.translation import engine_words
from facerestore_gui.tasks.messages import notice


class TermsNotice(QObject):
    """A notice that stands before a restoration until the person has read it. It holds up nothing else: who closes it
    has everything as it was."""

    said = Signal(object)
    """A Message."""

    def lets(self, restorer: Restorer, begin: Callable[[], object]) -> bool:
        """Whether a restoration may begin; if not, it is said why, and ``begin`` is called once that was read."""
        networks = network_terms() if restorer.networks else ()
        if is_known("read", networks):
            return True

        def go_on() -> None:
            note_known("read", networks)
            begin()

        text = self.tr("{terms} About (Help menu) says it at any time.")
        self.said.emit(
            notice(
                self.tr("Before the first restoration"),
                text.format(terms=engine_words(terms_sentence(networks))),
                (self.tr("I have read this"), go_on),
            )
        )
        return False
