"""ExaminationProcess: what asks drivers of devices, in a process of its own, which a broken driver may end or hold."""

import multiprocessing
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from typing import Final, Self, TypeVar

_Found = TypeVar("_Found")
_ENDING_S: Final = 5.0


class ProcessEnded(Exception):
    """The process ended before it answered. ``exit_code``: as the system says it, negative for a signal."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


class ProcessSilent(Exception):
    """The process gave no answer in time, and was ended."""


class ExaminationProcess:
    """A process that is started when it is first asked, and again after it ended. Ends with the context."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._answers: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def asked(self, examine: Callable[[], Iterable[_Found]], limit_s: float) -> list[_Found]:
        """All that a function of a module finds, called in there; it raises nothing. Raises ProcessEnded, and
        ProcessSilent after ``limit_s`` seconds."""
        if self._process is None or self._answers is None:
            self._start()
        process, answers = self._process, self._answers
        assert process is not None
        assert answers is not None
        try:
            answers.send(examine)
            if not answers.poll(limit_s):
                self._end()
                raise ProcessSilent
            found: list[_Found] = answers.recv()
        except (EOFError, OSError) as gone:
            process.join(_ENDING_S)
            exit_code = process.exitcode
            self._end()
            raise ProcessEnded(exit_code) from gone
        return found

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._answers, theirs = context.Pipe()
        self._process = context.Process(target=_answer, args=(theirs,), daemon=True)
        self._process.start()
        # else its end would not be noticed
        theirs.close()

    def _end(self) -> None:
        if self._answers is not None:
            self._answers.close()
        if self._process is not None:
            self._process.kill()  # one that hangs in a driver hears nothing politer
            self._process.join(_ENDING_S)
        self._process = self._answers = None


def _answer(questions: Connection) -> None:
    """The process: answers until nobody asks any more."""
    while True:
        try:
            examine = questions.recv()
        except EOFError:
            return
        questions.send(list(examine()))
