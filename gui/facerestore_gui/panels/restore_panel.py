"""The restore panel: the way to restore, the seed, Generate, and what is to be known about the result."""

from PySide6.QtCore import QCoreApplication, QRandomGenerator, QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QToolButton, QWidget

from facerestore.restoration.restorers import CHOSEN, RESTORERS, restorer_of
from facerestore_gui.document.document import Document
from facerestore_gui.document.restore_settings import LARGEST_SEED, RestoreSettings
from facerestore_gui.document.suggestions import Suggestions
from facerestore_gui.editing.restore_tasks import RestoreTasks
from facerestore_gui.look.icons import icon
from facerestore_gui.look.restorer_choice import offer_restorers
from facerestore_gui.look.translation import engine_words, number
from facerestore_gui.panels.restorer_cards import RestorerCards
from facerestore_gui.panels.section import Section, name_choice


class RestoreSection(Section):
    """The section with the seed, Generate, and the way to save what was made. Equal seeds give equal results on one
    device; another seed gives another version."""

    def __init__(
        self,
        document: Document,
        settings: RestoreSettings,
        restore_tasks: RestoreTasks,
        suggestions: Suggestions,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("RestoreSection", "Restore"), parent)
        self._document, self._settings, self._restore_tasks = document, settings, restore_tasks
        self._suggestions = suggestions
        self.restorers = QComboBox(self)
        name_choice(self.restorers, self.tr("Way to restore"))
        offer_restorers(self.restorers)
        self.restorers.activated.connect(
            lambda index: restore_tasks.choose_restorer(RESTORERS[self.restorers.itemData(index)])
        )
        self.cards = RestorerCards(restore_tasks.seconds_of, self)
        self.cards.chosen.connect(restore_tasks.choose_restorer)
        self._about = QToolButton(self)
        self._about.setText("?")
        self._about.setAutoRaise(True)
        self._about.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._about.setToolTip(self.tr("What each way to restore is good for"))
        self._about.setAccessibleName(self.tr("What each way to restore is good for"))
        self._about.clicked.connect(lambda: self.cards.show_for(restore_tasks.restorer))
        self.add_row(self.restorers, self._about)
        self._seed = QSpinBox(self)
        self._seed.setRange(0, LARGEST_SEED)
        self._seed.setAccessibleName(self.tr("Seed"))
        self._seed.setToolTip(self.tr("The same seed gives the same result; another one gives another version"))
        self._seed.valueChanged.connect(settings.set_seed)
        settings.changed.connect(self._show_seed)
        self._dice = QToolButton(self)
        self._dice.setToolTip(self.tr("Another seed"))
        self._dice.setAccessibleName(self.tr("Another seed"))
        self._dice.clicked.connect(lambda: settings.set_seed(QRandomGenerator.global_().bounded(10_000)))
        label = QLabel(self.tr("Seed"), self)
        label.setBuddy(self._seed)
        self.add_row(label, self._seed, self._dice, stretch=1)
        self._action = actions["generate"]
        self._generate = QPushButton(self.tr("Generate"), self)
        self._generate.setObjectName("primary")
        self._generate.setCursor(Qt.CursorShape.PointingHandCursor)
        self._generate.setAutoDefault(False)
        # a click leaves the keyboard with the canvas
        self._generate.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._generate.clicked.connect(self._action.trigger)
        self._action.changed.connect(self._follow_action)
        self.rows.addWidget(self._generate)
        self._save_action = actions["save_as"]
        self._save = QPushButton(self.tr("Save picture..."), self)
        self._save.setAutoDefault(False)
        self._save.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._save.clicked.connect(self._save_action.trigger)
        self._save_action.changed.connect(self._follow_action)
        self.rows.addWidget(self._save)
        self._state = QLabel(self)
        self._state.setObjectName("faint")
        self._state.setWordWrap(True)
        # two lines are always there, so that Generate does not jump with its words
        self._state.setMinimumHeight(2 * self._state.fontMetrics().lineSpacing())
        self._state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(self._state)
        for signal in (document.opened, document.result_changed, document.history_changed, suggestions.changed):
            signal.connect(self._show_state)
        restore_tasks.restorer_changed.connect(self._show_restorer)
        restore_tasks.following.changed.connect(self._show_state)
        self.refresh_icons()
        self._show_restorer()
        self._show_seed()
        self._follow_action()
        self._show_state()

    def refresh_icons(self) -> None:
        self._dice.setIcon(icon("dice"))

    def _show_restorer(self) -> None:
        restorer = self._restore_tasks.restorer
        self.restorers.setCurrentIndex(self.restorers.findData(restorer.name))
        self.restorers.setToolTip(engine_words(restorer.description))
        for widget in (self._seed, self._dice):
            widget.setEnabled(restorer.gives_several)

    def _show_seed(self) -> None:
        with QSignalBlocker(self._seed):
            self._seed.setValue(self._settings.seed)

    def _follow_action(self) -> None:
        for button, action in ((self._generate, self._action), (self._save, self._save_action)):
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

    def _show_state(self) -> None:
        result = self._document.result
        if self._document.project is None:
            text = self.tr("Open a portrait first.")
        elif self._suggestions.taken and result is None:
            text = self.tr("Accept the suggestions first.")
        elif self._document.mask_is_empty and result is None:
            text = self.tr("Paint over the damage first.")
        elif result is None:
            text = self.tr("Restores what the mask covers.")
        elif self._restore_tasks.following.is_under_way:
            text = self.tr("Putting together what you chose ...")
        elif self._document.result_is_current and not restorer_of(result.restoration.restorer).networks:
            text = self.tr("Made in {seconds} s, without a network.").format(
                seconds=number(result.restoration.elapsed_s)
            )
        elif self._document.result_is_current and not restorer_of(result.restoration.restorer).gives_several:
            text = self.tr("Made in {seconds} s.").format(seconds=number(result.restoration.elapsed_s))
        elif self._document.result_is_current:
            mixed = sorted({seed for mix in result.choices.values() if mix.is_mixed for seed in mix.seeds})
            text = self.tr("Result of seed {seed}, made in {seconds} s.")
            if mixed:
                text = self.tr("Mix of {seeds}, made in {seconds} s.")
            text = text.format(
                seed=result.seed, seeds=", ".join(map(str, mixed)), seconds=number(result.restoration.elapsed_s)
            )
        else:
            text = self.tr("The mask or the layout changed since this result: generate again.")
        self._state.setText(" ".join([text, *self._reasons()]))

    def _reasons(self) -> list[str]:
        """Why the way of the result in sight was chosen, where the person left that open."""
        result = self._document.result
        notes = result.restoration.notes if result is not None and self._document.result_is_current else ()
        return [engine_words(note) for note in notes if getattr(note, "template", None) == CHOSEN]
