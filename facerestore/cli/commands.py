"""The subcommands: which one is meant, and its errors as one line and an exit code."""

import argparse
import io
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from facerestore import __version__
from facerestore.cli import (
    batch,
    doctor,
    find_damage,
    gpu_pack,
    gui_and_training,
    layout,
    models,
    restore,
    restorers,
    review,
    sample,
)
from facerestore.cli.exit_codes import FAILED, STOPPED, USAGE
from facerestore.files.user_dirs import start_log
from facerestore.values.cancellation import Cancelled
from facerestore.values.errors import FaceRestoreError, NoFaceFound, UsageError
from facerestore.values.file_names import shown

_log = logging.getLogger(__name__)
# where there is no log file, Python would print what is meant for it
logging.getLogger("facerestore").addHandler(logging.NullHandler())


def run_command(arguments: Sequence[str]) -> int:
    """The exit code. Without arguments, or with a path alone, the window opens."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may not fit a console's encoding
            stream.reconfigure(errors="backslashreplace")
    parser, commands = command_parser()
    words = gui_and_training.with_command(arguments, commands=commands)
    if words[0] in gui_and_training.TRAINING_COMMANDS:
        return _reported(lambda: gui_and_training.training(words), log=start_log())
    parsed = parser.parse_args(words)
    run: Callable[[argparse.Namespace], int] = parsed.run
    # the window keeps the log itself; two writers of one file would rotate it under each other
    return _reported(lambda: run(parsed), log=None if run is gui_and_training.window else start_log())


def command_parser() -> tuple[argparse.ArgumentParser, tuple[str, ...]]:
    """The parser, and the names of the commands."""
    parser = argparse.ArgumentParser(
        prog="facerestore",
        description="Restores damaged portraits: repair the damage, not the person. Without a command the "
        "window opens; what follows may be a photo.",
        epilog="Exit codes: 0 all good, 1 something failed, 2 usage, 130 stopped with Ctrl+C, 141 nobody reads the "
        "output any more.",
    )
    parser.add_argument("--version", action="version", version=f"facerestore {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (
        restore,
        layout,
        find_damage,
        batch,
        review,
        sample,
        restorers,
        models,
        gpu_pack,
        doctor,
        gui_and_training,
    ):
        command.add_parser(subparsers)
    return parser, tuple(subparsers.choices)


def _reported(run: Callable[[], int], *, log: Path | None) -> int:
    """The exit code of a run; its errors go to standard error as one line each, and to the log in full."""
    try:
        return run()
    except UsageError as error:
        _say(error)
        return USAGE
    except NoFaceFound as error:
        _say(error)
        return FAILED
    except FaceRestoreError as error:
        _log.exception("%s", type(error).title)
        _say(error)
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        _say("Stopped, as asked.")
        return STOPPED
    except BrokenPipeError:
        raise  # whoever read the output has gone: there is nobody to tell
    except MemoryError:
        _log.exception("out of memory")
        _say("There is not enough memory. Close other programs, or take a smaller photo.")
        return FAILED
    except Exception as error:  # noqa: BLE001 - the edge of the program: a person reads what comes out here
        _log.exception("unexpected")
        where = f"{log} has the details; send it with 'facerestore doctor'." if log else str(error)
        _say(f"Something unexpected went wrong ({type(error).__name__}). {where}")
        return FAILED


def _say(message: object) -> None:
    print("facerestore: " + shown(" ".join(str(message).split())), file=sys.stderr)
