"""What a watched batch has to tell: what became of each photo, the report, and a sentence once."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from facerestore.batch.keys import ResultKey
from facerestore.batch.ledger import Ledger
from facerestore.batch.outcomes import BatchReport, FileOutcome, State
from facerestore.batch.reach import Say
from facerestore.batch.report import write_report
from facerestore.values.errors import OutputRefused

_REPORT_SHARE: Final = 20
"""A report takes at most so small a part of the time."""


class WatchNews:
    """Collects outcomes, and keeps the report in step with the ledger: at most every ``report_s`` seconds, None for no
    report. ``known``: the results that were there when it began."""

    def __init__(self, results: Path, say: Say, *, report_s: float | None) -> None:
        self._results, self._say, self._report_s = results, say, report_s
        self.known: frozenset[ResultKey] = frozenset()
        self._outcomes: dict[ResultKey, FileOutcome] = {}
        self._is_behind = False
        self._report_from_s = float("-inf")
        self._said: set[str] = set()

    def says(self, key: ResultKey, message: str) -> bool:
        """Whether that is what became of it last."""
        outcome = self._outcomes.get(key)
        return outcome is not None and outcome.message == message

    def take(self, key: ResultKey, outcome: FileOutcome) -> None:
        self._is_behind = True
        is_of_before = outcome.was_done and outcome.state is State.RESTORED
        # what was looked at again, or renamed, is no further photo
        if not is_of_before or (key in self.known and key not in self._outcomes):
            self._outcomes[key] = outcome

    def is_gone(self, key: ResultKey) -> bool:
        """Whether the result of an outcome is not there any more."""
        outcome = self._outcomes.get(key)
        return outcome is not None and outcome.output is not None and not outcome.output.exists()

    def forget(self, gone: frozenset[ResultKey], there: frozenset[str], ledger: Ledger) -> None:
        """What is not planned any more, and has no result: photos under a passing name, those whose mask has come.
        ``there``: the photos that are."""
        for key in gone:
            outcome = self._outcomes.get(key)
            if outcome is None or outcome.state is State.RESTORED:
                continue
            if key.photo not in there:
                ledger.forget(key.photo)
            if key.photo not in there or outcome.state is State.SKIPPED:
                del self._outcomes[key]

    def summary(self, waiting: set[ResultKey]) -> BatchReport:
        """Of all. ``waiting``: what nothing came to yet."""
        outcomes, rest = tuple(self._outcomes.values()), waiting - set(self._outcomes)
        return BatchReport(outcomes, len(outcomes) + len(rest), is_cancelled=bool(rest))

    def report_if_due(self, ledger: Ledger) -> None:
        if self._is_behind and time.monotonic() >= self._report_from_s:
            self.report(ledger)

    def report(self, ledger: Ledger) -> Path | None:
        """The page; None where none is wanted, or could be written."""
        if self._report_s is None:
            return None
        began, page = time.monotonic(), None
        with suppress(OSError, OutputRefused):  # a report that is late is no failure
            page = write_report(ledger.entries(), self._results)
        self._is_behind = False
        self._report_from_s = began + max(self._report_s, _REPORT_SHARE * (time.monotonic() - began))
        return page

    def say_once(self, words: str) -> None:
        if words not in self._said:
            self._said.add(words)
            self._say(words)

    def may_be_said_again(self) -> None:
        self._said.clear()
