"""Strings of tables: marked where they stand, translated where they are shown.

A table is read before the language is known, and the engine knows no Qt. So a table keeps the English text, and what
shows it asks ``QCoreApplication.translate``. The tables of the engine and of the resources are marked for ``lupdate``
by ``gui/update_translations.py``.
"""

from PySide6.QtCore import QCoreApplication, QLocale

from facerestore.restoration.restorers import Restorer
from facerestore.values.face import POINT_NAMES
from facerestore.values.percentage import Percentage
from facerestore.values.translatable_text import TranslatableText
from facerestore_gui.look.step_label import translate
from facerestore_resources.face_classes import NAMES


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text as it is; ``lupdate`` knows this function's name. PySide6's own returns ``object``."""
    return text


def face_class_name(label: int) -> str:
    """What a class of the layout is called."""
    return QCoreApplication.translate("FaceClasses", NAMES[label])


def face_class_in_sentence(label: int) -> str:
    """The same within a sentence, where English has a small letter."""
    return translate("FaceClassesInSentences", NAMES[label].lower())


def point_name(point: int) -> str:
    """One of a face's five points, within a sentence."""
    return translate("FacePoints", POINT_NAMES[point])


def part_name(part: str) -> str:
    """A part of the face that takes candidates as one."""
    return translate("FaceParts", part)


def restorer_title(restorer: Restorer) -> str:
    """What a way to restore is called."""
    return QCoreApplication.translate("Restorers", restorer.title)


def number(value: float) -> str:
    """With one decimal, after the language's own sign."""
    return QLocale().toString(value, "f", 1)


def percentage(share: float, *, decimals: int = 0) -> str:
    """A share 0...1 as the language writes it: 42%, in German with a space."""
    locale = QLocale()
    # what is typed after what is read has no separators of thousands
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    text = QCoreApplication.translate("Percentages", "{number}%")
    # rounded as the engine rounds: Qt takes a half up
    return text.format(number=locale.toString(round(100 * share, decimals), "f", decimals))


def engine_words(sentence: str) -> str:
    """What the engine says; a text among the values of a sentence may have words of its own."""
    if isinstance(sentence, Percentage):
        return percentage(sentence.share, decimals=sentence.decimals)
    if not isinstance(sentence, TranslatableText):
        return QCoreApplication.translate("Engine", sentence)
    values = {name: engine_words(value) if isinstance(value, str) else value for name, value in sentence.values.items()}
    return QCoreApplication.translate("Engine", sentence.template).format(**values)
