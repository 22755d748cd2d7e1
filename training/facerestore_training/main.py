"""``facerestore train`` and ``facerestore evaluate``: from arguments to a run."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence

import cv2

from facerestore.values.errors import FaceRestoreError, UsageError
from facerestore_training import held_out
from facerestore_training.commands import evaluate, train
from facerestore_training.runs.starting_weights import loaded, starting_network

# scripts of runs import these from here, whatever module they live in
_loaded, _network, seconds = loaded, starting_network, train.seconds
split_pairs, _split_scenes = held_out.split_pairs, held_out.split_scenes


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``train ...`` or ``evaluate ...``; returns the exit code: 0, 1 failed, 2 usage."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    # the networks have the cores; OpenCV's own threads would only wait for them
    cv2.setNumThreads(1)
    try:
        command: Callable[[argparse.Namespace], int] = arguments.command
        return command(arguments)
    except FaceRestoreError as error:
        sys.stderr.write(f"facerestore: {error}\n")
        return 2 if isinstance(error, UsageError) else 1
    except FileNotFoundError as error:
        missing = error.filename or error
        sys.stderr.write(f"facerestore: {missing} is not there. Check the path.\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="facerestore")
    verbs = parser.add_subparsers(required=True, metavar="train|evaluate")
    train.add_options(verbs.add_parser("train", help="train a network, or turn a run into weights"))
    evaluate.add_options(verbs.add_parser("evaluate", help="compare restorers on faces and holes that never change"))
    return parser
