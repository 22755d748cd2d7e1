"""The window's entry point. Light on purpose: the worker process imports the program's main module again, and
must not load Qt with it."""

import multiprocessing
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; ``argv`` as on the command line: a photo, ``--mask``, ``--layout``. The exit code."""
    # in a frozen program this call is where the worker process begins and ends
    multiprocessing.freeze_support()
    from facerestore_gui.application import run

    return run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
