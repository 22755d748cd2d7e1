"""``facerestore review``: what a person says of a batch's results."""

import argparse
import getpass
from collections import Counter
from typing import TYPE_CHECKING, Final

from facerestore.cli import arguments
from facerestore.cli.exit_codes import GOOD
from facerestore.values.file_names import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facerestore.batch.ledger import Entry

_VERDICTS: Final = ("accepted", "conservative", "rejected", "needs-review")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "review",
        help="say what you think of a batch's results",
        description="Without --verdict, lists the results of a batch and what was said of each. With it, says so of "
        "the photos named, in the ledger and in the record beside each result, with your name and the time. A photo "
        "that is restored again with another result is to be looked at again.",
    )
    parser.add_argument("folder", type=arguments.path, metavar="OUT_DIR", help="output folder of a batch")
    parser.add_argument("photos", nargs="*", metavar="PHOTO", help="as the list names it; all with --verdict and none")
    parser.add_argument(
        "--restorer", metavar="NAME", help="of photos restored in several ways, the results of this one"
    )
    parser.add_argument("--verdict", choices=_VERDICTS)
    parser.add_argument("--name", default="", help="who says it; the name of the account without it")
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    from facerestore.batch.ledger import NAME, Ledger
    from facerestore.batch.outcomes import State
    from facerestore.batch.report import write_report
    from facerestore.batch.reviews import give_verdict
    from facerestore.values.errors import UsageError
    from facerestore.values.review import Verdict

    if not (parsed.folder / NAME).is_file():
        raise UsageError(f"There is no ledger of a batch in {shown(parsed.folder)}.", advice="Name its output folder.")
    if parsed.verdict is None:
        with Ledger.copy_of(parsed.folder) as ledger:
            entries = ledger.entries()
            several = _restored_in_several_ways(entries)
            for entry in entries:
                if (not parsed.photos or entry.photo in parsed.photos) and parsed.restorer in (None, entry.restorer):
                    print(_line(entry, several))
        return GOOD
    with Ledger.opened(parsed.folder) as ledger:
        entries = ledger.entries()
        several = _restored_in_several_ways(entries)
        restored = [
            entry.photo
            for entry in entries
            if entry.state is State.RESTORED and parsed.restorer in (None, entry.restorer)
        ]
        photos = parsed.photos or list(dict.fromkeys(restored))
        verdict = Verdict(parsed.verdict.replace("-", " "))
        name = parsed.name or getpass.getuser()
        for entry in give_verdict(ledger, parsed.folder, photos, verdict, name, restorer=parsed.restorer):
            print(_line(entry, several))
        write_report(ledger.entries(), parsed.folder)
    return GOOD


def _restored_in_several_ways(entries: "Iterable[Entry]") -> "frozenset[str]":
    counts = Counter(entry.photo for entry in entries)
    return frozenset(photo for photo, count in counts.items() if count > 1)


def _line(entry: "Entry", several: "frozenset[str]") -> str:
    from facerestore.batch.reviews import verdict_of

    photo = shown(entry.photo) + (f" [{entry.restorer}]" if entry.photo in several else "")
    verdict, review = verdict_of(entry), entry.review
    if verdict is None:
        return f"{entry.state:<13} {photo}"
    by = f" ({review.name}, {review.at})" if review and review.holds_of(entry.result_sha256) else ""
    return f"{verdict:<13} {photo}{by}"
