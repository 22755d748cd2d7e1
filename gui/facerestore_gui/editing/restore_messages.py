"""What is said to a person around a restoration. ``holds``: how long a message is true."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from facerestore_gui.editing.candidate_choices import Renumbered
from facerestore_gui.tasks.messages import Message, notice


def nothing_masked() -> Message:
    """The mask was emptied after a restoration, whose result is put away."""
    text = QCoreApplication.translate(
        "RestoreTasks", "The photo is as it was, but for what was filled by hand. Earlier results stay in the strip."
    )
    return notice(QCoreApplication.translate("RestoreTasks", "Nothing is masked any more"), text)


def nothing_to_restore(*, holds: Callable[[], bool]) -> Message:
    text = QCoreApplication.translate("RestoreTasks", "Paint over the damage with the brush (B) first.")
    return notice(QCoreApplication.translate("RestoreTasks", "There is nothing to restore"), text, holds=holds)


def only_result() -> Message:
    """By a way to restore that gives one result, which is in sight."""
    text = QCoreApplication.translate(
        "RestoreTasks",
        "This way of restoring gives one result. Another mask, or another way, gives another one.",
    )
    return notice(QCoreApplication.translate("RestoreTasks", "This is the result"), text)


def same_result(seed: int, other: int, go_on: Callable[[], None], *, holds: Callable[[], bool]) -> Message:
    """The result of a seed is in sight. ``go_on`` generates with the ``other`` one."""
    title = QCoreApplication.translate("RestoreTasks", "This is the result")
    text = QCoreApplication.translate(
        "RestoreTasks", "Seed {seed} gives the result that you see. Another seed gives another version."
    )
    choice = QCoreApplication.translate("RestoreTasks", "Generate with seed {seed}").format(seed=other)
    return notice(title, text.format(seed=seed), (choice, go_on), holds=holds)


def faces_first() -> Message:
    """They were not looked for to the end when the photo was opened."""
    text = QCoreApplication.translate(
        "RestoreTasks", "Nobody has looked for them in this photo yet. The result follows by itself."
    )
    return notice(QCoreApplication.translate("RestoreTasks", "Faces are looked for first"), text)


def no_network() -> Message:
    text = QCoreApplication.translate(
        "RestoreTasks", "No face has damage for one; the rest was filled from its surroundings."
    )
    return notice(QCoreApplication.translate("RestoreTasks", "No network was needed"), text)


def renumbered(numbers: Renumbered) -> Message:
    text = QCoreApplication.translate(
        "RestoreTasks",
        "The face has changed, so candidates {before} that it is put together from were made again. They are {now} "
        "from now on; the others were made for the face as it was, and are gone.",
    )
    title = QCoreApplication.translate("RestoreTasks", "Candidates have other numbers")
    return notice(title, text.format(before=_listed(numbers.before), now=_listed(numbers.now)))


def mixes_stay(seed: int, use_it: Callable[[], None]) -> Message:
    """``use_it`` takes the seed for all of each face."""
    text = QCoreApplication.translate(
        "RestoreTasks", "A face keeps the parts that you chose; seed {seed} is among its candidates."
    )
    choice = QCoreApplication.translate("RestoreTasks", "Use seed {seed} for all of it").format(seed=seed)
    title = QCoreApplication.translate("RestoreTasks", "Your choice stays")
    return notice(title, text.format(seed=seed), (choice, use_it))


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
