"""A ledger of a million photos: what writing costs, what it weighs, and what reading it all takes.

    python tests/performance/ledger_scale.py [--photos 1000000] [--place FOLDER]

Each photo has what a run writes for it: the hashes of photo and mask, that it is begun, and that it is restored. At ten
sizes --timed photos are written as a run does it, which is timed; those between come in one transaction, to be quick.
With --place the ledger is made there, on a network share for example; without it, in a passing folder. --report writes
a report of it as well.
"""

import argparse
import hashlib
import resource
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

import psutil

from facerestore.batch.fingerprints import FileStamp
from facerestore.batch.ledger import NAME, Entry, Ledger
from facerestore.batch.outcomes import State
from facerestore.batch.report import write_report

STEPS = 10
CALLS = 4
"""For each photo: two hashes, begun, restored."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=1_000_000)
    parser.add_argument("--timed", type=int, default=1000)
    parser.add_argument("--place", type=Path)
    parser.add_argument("--report", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.place) as place:
        folder = Path(place)
        print("photos in it  us a call, of the processor  ledger MiB  resident MiB", flush=True)
        with Ledger.opened(folder) as ledger:
            ledger.begin_run({})
            for step in range(STEPS):
                first, last = (arguments.photos * part // STEPS for part in (step, step + 1))
                taken, worked = filled(ledger, range(last - min(arguments.timed, last - first), last))
                fill_quickly(folder, range(first, last - min(arguments.timed, last - first)), name_of(last - 1))
                print(
                    f"{last:12}  {taken:16.0f}  {worked:16.0f}  {size_mib(folder):10.0f}  {resident_mib():12.0f}",
                    flush=True,
                )
        timed("opened and checked", lambda: Ledger.opened(folder).close())
        with Ledger.opened(folder) as ledger:
            timed("looked up, each of 10,000", lambda: looked_up(ledger, arguments.photos))
            timed("all entries read", lambda: len(ledger.entries()))
            if arguments.report:
                timed("report", lambda: write_report(ledger.entries(), folder))
        largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
        print(f"peak {largest:.0f} MiB, ledger {size_mib(folder):.0f} MiB")


def filled(ledger: Ledger, numbers: range) -> tuple[float, float]:
    """Microseconds of a call of the ledger, by the clock and of the processor."""
    began, began_cpu = time.perf_counter(), time.process_time()
    for number in numbers:
        photo = name_of(number)
        sha256 = hashlib.sha256(photo.encode()).hexdigest()
        for end in (".tif", "_mask.png"):
            ledger.note_hash(f"/archive/scans/{photo}{end}", FileStamp(40_000_000, 1_700_000_000_000_000_000), sha256)
        entry = Entry(f"{photo}.tif", f"{photo}_restored.tif", sha256, State.WORKING, attempts=1)
        ledger.put(entry)
        ledger.put(Entry(entry.photo, entry.output, sha256, State.RESTORED, 1, seconds=0.4, result_sha256=sha256))
    each = 1e6 / len(numbers) / CALLS
    return (time.perf_counter() - began) * each, (time.process_time() - began_cpu) * each


def fill_quickly(folder: Path, numbers: range, like: str) -> None:
    """Photos as the one named ``like``, which is there."""
    with closing(sqlite3.connect(folder / NAME)) as connection, connection:
        connection.execute("CREATE TEMP TABLE one AS SELECT * FROM photos WHERE photo = ?", (f"{like}.tif",))
        for number in numbers:
            photo = name_of(number)
            sha256 = hashlib.sha256(photo.encode()).hexdigest()
            for end in (".tif", "_mask.png"):
                row = f"/archive/scans/{photo}{end}", 40_000_000, 1_700_000_000_000_000_000, sha256
                connection.execute("INSERT INTO hashes VALUES (?, ?, ?, ?)", row)
            connection.execute(
                "UPDATE one SET photo = ?, output = ?, fingerprint = ?, result_sha256 = ?",
                (f"{photo}.tif", f"{photo}_restored.tif", sha256, sha256),
            )
            connection.execute("INSERT INTO photos SELECT * FROM one")


def name_of(number: int) -> str:
    return f"box{number // 1000:04d}/photograph_{number:07d}"


def looked_up(ledger: Ledger, photos: int) -> None:
    for number in range(0, photos, max(1, photos // 10_000)):
        assert ledger.entry(f"{name_of(number)}.tif") is not None


def timed(what: str, call: object) -> None:
    assert callable(call)
    began, began_cpu = time.perf_counter(), time.process_time()
    call()
    taken, worked = time.perf_counter() - began, time.process_time() - began_cpu
    print(f"{what}: {taken:.1f} s, {worked:.1f} s of the processor, resident {resident_mib():.0f} MiB", flush=True)


def size_mib(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.glob(f"{NAME}*")) / 2**20


def resident_mib() -> float:
    return psutil.Process().memory_info().rss / 2**20


if __name__ == "__main__":
    main()
