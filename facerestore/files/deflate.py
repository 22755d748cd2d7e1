"""One zlib stream from parts that are packed in threads, as pigz does it (RFC 1950, RFC 1951).

Every part ends with an empty stored block, so that it ends on a whole byte and the next can follow; no part looks back
into the one before.
"""

import os
import struct
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

_HEADER: Final = b"\x78\x01"
_RAW: Final = -15
_MEMORY: Final = 9
_EMPTY_LAST_BLOCK: Final = b"\x03\x00"

Part = TypeVar("Part")


def processor_count() -> int:
    """How many processors this process may run on, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def made_in_threads(made: Callable[[Part], bytes], parts: Iterable[Part]) -> Iterator[bytes]:
    """What is made of each part, in their order. Only a few parts are under way at a time, so that the memory does not
    grow with their number."""
    count = processor_count()
    with ThreadPoolExecutor(count) as threads:
        waiting: deque[Future[bytes]] = deque()
        for part in parts:
            waiting.append(threads.submit(made, part))
            if len(waiting) > 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def zlib_stream(parts: Iterable[bytes], *, is_compressed: bool = True) -> Iterator[bytes]:
    """The pieces of one zlib stream of all parts, packed for samples of a scan after a filter: runs and frequencies,
    which save as much there as a full search, in a sixth of the time. Not ``is_compressed``: stored as they are."""
    checksum = zlib.adler32(b"")

    def summed() -> Iterator[bytes]:
        nonlocal checksum
        for part in parts:
            checksum = zlib.adler32(part, checksum)
            yield part

    yield _HEADER
    yield from made_in_threads(_packed if is_compressed else _stored, summed())
    yield _EMPTY_LAST_BLOCK + struct.pack(">I", checksum)


def _packed(part: bytes) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, _RAW, _MEMORY, zlib.Z_RLE)
    return packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH)


def _stored(part: bytes) -> bytes:
    packer = zlib.compressobj(0, zlib.DEFLATED, _RAW)
    return packer.compress(part) + packer.flush(zlib.Z_SYNC_FLUSH)
