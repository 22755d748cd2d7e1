"""Threads that wait without spinning. Imports nothing but what Python has: it is asked for before PyTorch is loaded."""

import os


def wait_passively() -> None:
    """Lets the networks' threads sleep while they wait for each other, in this process and those that it starts.

    By default they spin, which on a computer that does other things too takes processor time from all of them: the
    sample portrait took 24.6 s of it with spinning threads and 9.3 s without, on two busy cores. Their library reads
    the environment when PyTorch loads it, so this comes first. A choice that the person made in the environment stays.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
        # GNU's library, of Linux, and that of Intel and LLVM, of Windows and macOS
        os.environ.setdefault("GOMP_SPINCOUNT", "0")
        os.environ.setdefault("KMP_BLOCKTIME", "0")
