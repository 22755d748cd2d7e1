"""``facerestore``: where the program begins. All else is imported inside, so that Ctrl+C is answered from the start."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from facerestore.cli.exit_codes import UNREAD
from facerestore.cli.interrupts import ctrl_c_ends
from facerestore.values.passive_waiting import wait_passively


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; see ``exit_codes``. Without arguments the window opens."""
    wait_passively()
    try:
        with ctrl_c_ends():
            from facerestore.cli.commands import run_command

            try:
                return run_command(sys.argv[1:] if argv is None else argv)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
    except BrokenPipeError:
        _abandon_output()
        return UNREAD


def _abandon_output() -> None:
    """What is still buffered goes nowhere, so that Python does not try again, and complain, when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
