"""The card of a way to restore: what a person is told before choosing it, in the same words everywhere."""

from collections.abc import Callable
from typing import Final

from facerestore.restoration.restorers import Restorer, can_be_used, is_lacking
from facerestore.values.translatable_text import TranslatableText

NOT_INSTALLED: Final = "Its network is not installed."
NOT_FOR_PAID_WORK: Final = "The weights for paid work have no network for it."
_NOT_MEASURED: Final = "How long it takes on this computer was not measured yet."


def card_of(restorer: Restorer) -> tuple[str, ...]:
    """Sentences in English, the first of which says what the way does."""
    sentences = [
        restorer.description,
        restorer.good_for,
        restorer.not_for,
        "It follows the layout, which can be corrected." if restorer.follows_layout else "It follows no layout.",
        "It borrows from other photographs of the person."
        if restorer.takes_references
        else "It borrows from no other photograph.",
        "Another seed gives another candidate." if restorer.gives_several else "It gives one result.",
    ]
    if not can_be_used(restorer):
        sentences.append(lack_of(restorer))
    return tuple(sentences)


def lack_of(restorer: Restorer) -> str:
    """Why a way cannot be used."""
    return NOT_FOR_PAID_WORK if is_lacking(restorer) else NOT_INSTALLED


def time_on_card(restorer: Restorer, seconds: float | None, written: Callable[[float], str] = "{:.1f}".format) -> str:
    """How long a way takes, measured on this computer, ``seconds`` for a face or, of one that paints no faces, for a
    photo; None where it was not measured. ``written``: how a language writes a number."""
    if seconds is None:
        return _NOT_MEASURED
    told = written(max(0.1, seconds))
    if restorer.needs_face:
        return TranslatableText("It takes about {seconds} s for a face on this computer.", seconds=told)
    return TranslatableText("It takes about {seconds} s for a photo on this computer.", seconds=told)
