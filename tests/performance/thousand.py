"""A folder of a thousand photos, one in twenty of them bad, restored by a batch that is killed again and again.

    python tests/performance/thousand.py --faces train-00.tar [--portraits DIR] [--photos 1000] [--kills 20]
        [--restorer telea] [--place DIR]

The command itself runs, ``facerestore batch``, with processes of its own: once undisturbed, and once killed with
SIGKILL at random moments and begun again each time. Afterwards it says, and ends with exit code 1 where one is not so:

- every good photo is restored, every bad one is named as failed, and the ledger knows exactly these;
- the results of both are the same to the byte;
- no result that was there at a kill was ever written again, and none is missing;
- nothing is left behind by those that were killed;
- a further run does nothing.

Six kinds of bad photos: truncated, empty, a text, a header of 8,100 megapixels, a mask of another size, and one that
may not be read. ``--restorer telea`` needs no network, so that the batch itself is what is tried; others may be named.
"""

import argparse
import ctypes
import io
import itertools
import os
import random
import signal
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import psutil
from PIL import Image

from facerestore.batch.ledger import Ledger
from facerestore.batch.outcomes import State

SUFFIXES = (".png", ".jpg", ".tif", ".webp")
BAD = ("truncated", "empty", "text", "huge", "other mask", "unreadable")
PICTURES = frozenset({".png", ".tif", ".webp"})
"""The suffixes of results: that of a JPEG is a PNG."""
_DROP_CAPABILITY, _READ_ANYTHING = 24, (1, 2)
"""Linux, prctl(2) PR_CAPBSET_DROP; capabilities(7) CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=Path, required=True, help="a tar of pictures")
    parser.add_argument("--portraits", type=Path, help="a folder of larger ones")
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--restorer", default="telea")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--place", type=Path, help="where folders are made, a passing place without it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.place) as place:
        os.chdir(place)
        bad = put_photos(Path("in"), arguments.photos, pictures(arguments.faces, arguments.portraits))
        print(f"{arguments.photos} photos, of which are bad: {dict(Counter(bad.values()))}", flush=True)
        good = arguments.photos - len(bad)
        seconds = run(arguments, Path("undisturbed"))
        print(f"undisturbed: {seconds:.0f} s", flush=True)
        stood = run_killed(arguments, Path("killed"), good)
        faults = [*faults_of(Path("undisturbed"), bad, good, attempts=good)]
        faults += faults_of(Path("killed"), bad, good, attempts=good + arguments.workers * arguments.kills)
        before = results(Path("killed"))
        seconds = run(arguments, Path("killed"))
        print(f"a further run: {seconds:.0f} s", flush=True)
        faults += faults_of_comparison(before, stood)
    print("\n".join(faults) or "all as it should be")
    raise SystemExit(1 if faults else 0)


def pictures(faces: Path, portraits: Path | None) -> Iterator[np.ndarray]:
    """RGB, without end; every twenty-fifth is a portrait."""
    larger = itertools.cycle(sorted(portraits.iterdir())) if portraits else None
    while True:
        with tarfile.open(faces) as shard:
            for number, member in enumerate(one for one in shard if one.name.endswith((".webp", ".png", ".jpg"))):
                if larger is not None and number % 25 == 24:
                    yield np.asarray(Image.open(next(larger)).convert("RGB"))
                stream = shard.extractfile(member)
                assert stream is not None, "it is a file"
                yield np.asarray(Image.open(io.BytesIO(stream.read())).convert("RGB"))


def put_photos(folder: Path, count: int, source: Iterator[np.ndarray]) -> dict[str, str]:
    """Photos in four formats in two folders, with masks. What is wrong with the bad ones, by their names."""
    bad: dict[str, str] = {}
    for number in range(count):
        place = folder / f"{number % 2}"
        place.mkdir(parents=True, exist_ok=True)
        photo = place / f"{number:04d}{SUFFIXES[number // 2 % len(SUFFIXES)]}"
        pixels = next(source)
        Image.fromarray(pixels).save(photo)
        mask = scratches(number, pixels.shape[:2])
        if number % 20 == 7:
            bad[f"{number % 2}/{photo.name}"] = kind = BAD[number // 20 % len(BAD)]
            mask = spoil(photo, kind, mask)
        Image.fromarray(mask).save(place / f"{photo.stem}_mask.png")
    return bad


def scratches(seed: int, shape: tuple[int, int]) -> np.ndarray:
    generator, mask = np.random.default_rng(seed), np.zeros(shape, np.uint8)
    for _ in range(3):
        start, end = generator.uniform(0.2, 0.8, (2, 2)) * shape[::-1]
        cv2.line(mask, tuple(map(int, start)), tuple(map(int, end)), 255, 3)
    return mask


def spoil(photo: Path, kind: str, mask: np.ndarray) -> np.ndarray:
    """Makes a photo bad. Its mask."""
    if kind == "truncated":
        photo.write_bytes(photo.read_bytes()[: photo.stat().st_size // 2])
    elif kind == "empty":
        photo.write_bytes(b"")
    elif kind == "text":
        photo.write_text("This is no picture.\n" * 40)
    elif kind == "huge":
        photo.write_bytes(huge_png())
    elif kind == "other mask":
        return mask[:-9]
    else:
        photo.chmod(0)
    return mask


def huge_png() -> bytes:
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 90_000, 90_000, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"")))
    packed = (struct.pack(">I", len(data)) + kind + data for kind, data in (*chunks, (b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + b"".join(part + struct.pack(">I", zlib.crc32(part[4:])) for part in packed)


def started(arguments: argparse.Namespace, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "facerestore", "batch", "in", "-o", str(folder), "--recursive"]
    command += ["--restorer", arguments.restorer, "--workers", str(arguments.workers)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with Path(f"{folder}.log").open("ab") as log:
        # who may read everything would read the unreadable
        return subprocess.Popen(command, stdout=log, stderr=log, env=environment, preexec_fn=read_as_everybody)


def read_as_everybody() -> None:
    if os.geteuid() == 0:
        system = ctypes.CDLL(None)
        for capability in _READ_ANYTHING:
            system.prctl(_DROP_CAPABILITY, capability, 0, 0, 0)


def run(arguments: argparse.Namespace, folder: Path) -> float:
    """Seconds of a run to its end, which is told to be one with failures."""
    began = time.monotonic()
    code = started(arguments, folder).wait()
    if code not in (0, 1):
        raise SystemExit(f"exit code {code}: {Path(f'{folder}.log').read_text()[-2000:]}")
    return time.monotonic() - began


Stamp = tuple[int, int]
"""What is another one whenever a file is written anew: its number in the file system, and when it was written."""


def results(folder: Path) -> dict[str, Stamp]:
    found = {}
    for path in folder.rglob("*"):
        if path.suffix in PICTURES and not path.name.startswith("."):
            about = path.stat()
            found[str(path.relative_to(folder))] = about.st_ino, about.st_mtime_ns
    return found


def run_killed(arguments: argparse.Namespace, folder: Path, good: int) -> dict[str, Stamp]:
    """The results that stood at any of the kills, as they were then."""
    stood: dict[str, Stamp] = {}
    chance = random.Random(arguments.seed)
    moments = sorted(chance.sample(range(good), arguments.kills))
    for number, moment in enumerate(moments, 1):
        process = started(arguments, folder)
        while process.poll() is None and len(results(folder)) < moment:
            time.sleep(0.1)
        time.sleep(chance.uniform(0, 1))
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGKILL)
        process.wait()
        # they end by themselves; until then what they write is theirs
        assert psutil.wait_procs(children, timeout=120)[1] == [], "a worker outlived its batch"
        stood = {**results(folder), **stood}
        print(f"kill {number}: {len(results(folder))} results", flush=True)
    run(arguments, folder)
    return stood


def faults_of(folder: Path, bad: dict[str, str], good: int, *, attempts: int) -> Iterator[str]:
    """What is wrong with a folder of results and its ledger. ``attempts``: at good photos, at most."""
    with Ledger.copy_of(folder) as ledger:
        entries = {entry.photo: entry for entry in ledger.entries()}
    states = Counter(entry.state.value for entry in entries.values())
    tried = sum(entry.attempts for entry in entries.values() if entry.photo not in bad)
    deaths = sum(entry.ended for entry in entries.values())
    print(f"{folder}: {dict(states)}, {tried} attempts at good photos, {deaths} deaths", flush=True)
    if len(entries) != good + len(bad):
        yield f"{folder}: the ledger has {len(entries)} photos"
    if len(results(folder)) != good:
        yield f"{folder}: {len(results(folder))} results for {good} good photos"
    if not good <= tried <= attempts:
        yield f"{folder}: {tried} attempts"
    for name, entry in entries.items():
        is_as_it_should_be = (entry.state is State.FAILED) == (name in bad) and entry.state is not State.WORKING
        if not is_as_it_should_be or (name in bad and not entry.message):
            yield f"{folder}: {name} ({bad.get(name, 'good')}) is {entry.state}: {entry.message}"
    for kind in BAD:
        said = {entry.message for name, entry in entries.items() if bad.get(name) == kind}
        print(f"  {kind}: {sorted(said)[:1]}")
    left = [path for path in folder.rglob("*.part")]
    if left:
        yield f"{folder}: left behind: {left}"


def faults_of_comparison(before: dict[str, Stamp], stood: dict[str, Stamp]) -> Iterator[str]:
    killed, undisturbed = Path("killed"), Path("undisturbed")
    if results(killed) != before:
        yield "the further run wrote results"
    again = [name for name, stamp in stood.items() if before.get(name) != stamp]
    if again:
        yield f"written again although they were there: {again}"
    names = results(undisturbed).keys()
    if names != before.keys():
        yield f"not in both: {sorted(names ^ before.keys())}"
    other = [name for name in names & before.keys() if differs(killed / name, undisturbed / name)]
    if other:
        yield f"not the same as undisturbed: {other}"


def differs(one: Path, other: Path) -> bool:
    return one.read_bytes() != other.read_bytes()


if __name__ == "__main__":
    main()
