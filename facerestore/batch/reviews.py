"""Reviews of a batch's results: kept in the ledger, and in the record beside each result, which travels with it."""

import time
from collections.abc import Sequence
from pathlib import Path

from facerestore.batch.ledger import Entry, Ledger
from facerestore.batch.outcomes import State
from facerestore.files.provenance import file_hash
from facerestore.files.record_file import put_review, record_of_result
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown
from facerestore.values.review import Review, Verdict
from facerestore.values.translatable_text import TranslatableText


def verdict_of(entry: Entry) -> Verdict | None:
    """What holds of a photo's result as it is now; None where there is no result."""
    if entry.state is not State.RESTORED:
        return None
    review = entry.review
    return review.verdict if review is not None and review.holds_of(entry.result_sha256) else Verdict.NEEDS_REVIEW


def give_verdict(
    ledger: Ledger, results: Path, photos: Sequence[str], verdict: Verdict, name: str, *, restorer: str | None = None
) -> tuple[Entry, ...]:
    """The entries with the verdict, which their records have too. ``photos``: names in the ledger. ``restorer``: of
    whose results, all without it.

    Raises UsageError for a photo that has no result, and for a result that was changed since it was restored; then
    nothing is written. OutputRefused where a record cannot be written.
    """
    entries = [entry for photo in photos for entry in _entries_of(ledger, results, photo, restorer)]
    at = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    done = []
    for entry in entries:
        assert entry.result_sha256 is not None, "a result is known by its hash"
        review = Review(verdict, name, at, entry.result_sha256)
        record = record_of_result(results / entry.output)
        if record is not None:
            put_review(record, review)
        ledger.put_review(entry.key, review)
        done.append(entry.with_review(review))
    return tuple(done)


def _entries_of(ledger: Ledger, results: Path, photo: str, restorer: str | None) -> list[Entry]:
    found = [
        entry
        for entry in ledger.entries_of(photo)
        if entry.state is State.RESTORED and restorer in (None, entry.restorer)
    ]
    if not found:
        raise UsageError(
            TranslatableText("There is no result of {photo} to be reviewed.", photo=shown(photo)),
            advice="Restore it first.",
        )
    for entry in found:
        _refuse_changed(entry, results)
    return found


def _refuse_changed(entry: Entry, results: Path) -> None:
    try:
        is_as_it_was = file_hash(results / entry.output) == entry.result_sha256
    except OSError:
        is_as_it_was = False
    if not is_as_it_was:
        raise UsageError(
            TranslatableText("The result of {photo} is not the one that was restored.", photo=shown(entry.photo)),
            advice="It was changed or moved since. Restore it again.",
        )
