"""Ctrl+C and broken pipes, on a program of its own."""

import os
import signal
import subprocess
import sys

import pytest

SEARCH = os.pathsep.join(path for path in sys.path if path)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def done(code):
    """What became of a program with the code, that handles Ctrl+C as in a terminal."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": SEARCH},
        capture_output=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
        check=False,
        timeout=120,
    )


def test_that_ctrl_c_while_a_command_is_loaded_is_one_sentence_and_130():
    # whoever takes an interrupt for a missing module must not swallow it
    code = """
import os, signal, sys, types
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "facerestore.restoration.local":
            try:
                os.kill(os.getpid(), signal.SIGINT)
                import time; time.sleep(5)
            except BaseException:
                print("swallowed", flush=True)
sys.meta_path.insert(0, Finder())
from facerestore.cli.main import main
sys.exit(main(["layout", "a.png", "-o", "b.png"]))
"""
    program = done(code)
    assert program.returncode == 130
    assert program.stderr == b"facerestore: Stopped, as asked.\n"
    assert program.stdout == b""


def test_that_ctrl_c_that_a_shell_ignores_stays_ignored():
    code = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
from facerestore.cli import interrupts
with interrupts.ctrl_c_ends(), interrupts.ctrl_c_raises():
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
"""
    assert done(code).returncode == 0


def test_that_inside_a_run_that_stops_in_order_ctrl_c_raises_and_afterwards_ends_again():
    code = """
import signal
from facerestore.cli import interrupts
with interrupts.ctrl_c_ends():
    ending = signal.getsignal(signal.SIGINT)
    with interrupts.ctrl_c_raises():
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is ending is not signal.default_int_handler
assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
"""
    assert done(code).returncode == 0


@pytest.mark.parametrize("argv", [["--help"], ["models", "list"]])
def test_that_a_reader_who_leaves_early_gets_no_complaint(argv):
    # unbuffered, argparse of some Pythons passes over it
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    read, write = os.pipe()
    os.close(read)
    program = subprocess.run(
        [sys.executable, "-m", "facerestore", *argv],
        env={**buffered, "PYTHONPATH": SEARCH},
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
    )
    os.close(write)
    assert (program.returncode, program.stderr) == (141, b"")
