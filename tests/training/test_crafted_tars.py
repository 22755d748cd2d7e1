"""Tars that small files can be and that would hang a run or fill the memory: refused in a sentence, at once."""

import io
import os
import resource
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore_training.data import tars
from facerestore_training.data.sources import open_source
from facerestore_training.data.tars import ShardUnreadable, member_names, read_members, read_records, write_tar

END = bytes(2 * tarfile.BLOCKSIZE)


def header(name: str = "a.webp", *, kind: bytes = tarfile.REGTYPE, size: bytes = b"00000000000\0") -> bytes:
    """A header whose size field holds exactly these twelve bytes."""
    block = bytearray(tarfile.TarInfo(name).tobuf(tarfile.USTAR_FORMAT))
    block[124:136], block[156:157] = size, kind
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def octal(size: int) -> bytes:
    return b"%011o\0" % size


def binary(size: int) -> bytes:
    """GNU's way to write what eleven octal digits cannot: base 256, negative numbers as 0xFF..."""
    return (b"\x80" if size >= 0 else b"\xff") + size.to_bytes(11, "big", signed=True)


def padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % tarfile.BLOCKSIZE)


def pax(*records: bytes) -> bytes:
    """A PAX header with these records, each ``key=value``."""
    content = b""
    for record in records:
        length = len(record) + 2
        length += len(str(length + len(str(length))))
        content += b"%d %s\n" % (length, record)
    return header("pax", kind=tarfile.XHDTYPE, size=octal(len(content))) + padded(content)


def sparse_gnu() -> bytes:
    block = bytearray(header(kind=tarfile.GNUTYPE_SPARSE))
    # one piece of nothing at the end of six gigabytes
    block[386:398], block[398:410], block[483:495] = octal(6 << 30), octal(0), octal(6 << 30)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


CRAFTED: dict[str, Callable[[], bytes]] = {
    "sparse, GNU": sparse_gnu,
    "sparse, PAX 0.0": lambda: pax(b"GNU.sparse.size=6442450944", b"GNU.sparse.numblocks=0") + header(),
    "sparse, PAX 0.1": lambda: pax(b"GNU.sparse.map=0,0", b"GNU.sparse.size=6442450944") + header(),
    "sparse, PAX 1.0": lambda: (
        pax(b"GNU.sparse.major=1", b"GNU.sparse.minor=0", b"GNU.sparse.realsize=6442450944")
        + header(size=octal(512))
        + padded(b"0\n")
    ),
    "20 MB of digits": lambda: header("pax", kind=tarfile.XHDTYPE, size=octal(20 << 20)) + b"9" * (20 << 20) + header(),
    "20 MB of a name": lambda: (
        header(kind=tarfile.GNUTYPE_LONGNAME, size=octal(20 << 20)) + b"n" * (20 << 20) + header()
    ),
    "a size below zero": lambda: header(size=binary(-512)),
    "8 EB": lambda: header(size=binary(2**63)),
    "beyond every file": lambda: header(size=binary(2**80)),
    "PAX: a size below zero": lambda: pax(b"size=-1024") + header(),
    "PAX: 8 EB": lambda: pax(b"size=9223372036854775807") + header(),
}


HARMLESS: dict[str, Callable[[], bytes]] = {
    "16 kB of digits": lambda: header("pax", kind=tarfile.XHDTYPE, size=octal(16_000)) + padded(b"9" * 16_000),
    "PAX: a size of 5,000 digits": lambda: pax(b"size=" + b"9" * 5_000),
}
"""What tarfile passes over."""


@contextmanager
def quickly() -> Iterator[None]:
    """Within 10 s of this thread's processor time and a gigabyte."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.thread_time()
    yield
    assert time.thread_time() - started < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2**20


@pytest.mark.parametrize("name", CRAFTED)
@pytest.mark.parametrize("stands", ["first", "second"])
def test_that_a_crafted_tar_is_refused_in_a_sentence(name: str, stands: str, tmp_path: Path) -> None:
    shard = tmp_path / "shard.tar"
    before = b"" if stands == "first" else header("before.webp", size=octal(3)) + padded(b"abc")
    shard.write_bytes(before + CRAFTED[name]() + END)
    for read in (read_members, member_names, open_source):
        with quickly(), pytest.raises(ShardUnreadable) as refused:
            list(read(shard))  # type: ignore[operator]
        assert str(refused.value).count("\n") == 0


@pytest.mark.parametrize("name", HARMLESS)
def test_that_digits_that_say_nothing_cost_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "shard.tar").write_bytes(HARMLESS[name]() + header(size=octal(0)) + END)
    with quickly():
        assert list(read_members(tmp_path / "shard.tar")) == [("a.webp", b"")]


def test_that_hundreds_of_thousands_of_members_are_too_many(tmp_path: Path) -> None:
    shard = tmp_path / "shard.tar"
    with shard.open("wb") as stream:
        for start in range(0, 300_000, 1_000):
            stream.write(header(f"{start}.webp") * 1_000)
        stream.write(END)
    with quickly(), pytest.raises(ShardUnreadable, match="Split it"):
        len(open_source(shard))


def test_that_a_sample_of_many_large_members_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    shard = tmp_path / "shard.tar"
    write_tar(shard, [(f"a.s{number}", b"x") for number in range(20)])
    with pytest.raises(ShardUnreadable, match="more than 16 members"):
        list(read_records(shard))
    write_tar(shard, [(f"a.s{number}", bytes(48 << 20)) for number in range(3)])
    with pytest.raises(ShardUnreadable, match="128 MB"):
        list(read_records(shard))


def test_that_names_that_are_not_utf_8_are_read_and_said(tmp_path: Path) -> None:
    shard = tmp_path / "shard.tar"
    with tarfile.open(shard, "w", format=tarfile.GNU_FORMAT) as tar:
        for content in (b"abc", bytes(10)):
            info = tarfile.TarInfo("Gro\udcdf.webp")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    assert [name for name, _ in read_members(shard)] == ["Gro\udcdf.webp"] * 2
    with pytest.raises(ShardUnreadable, match=r"Gro\\xdf do not stand together"):
        list(read_records(shard))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_that_a_pipe_in_the_place_of_a_shard_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "shard.tar")
    with pytest.raises(ShardUnreadable, match="no regular file"):
        list(read_members(tmp_path / "shard.tar"))


@given(position=st.integers(0, 1535), content=st.binary(min_size=1, max_size=12))
def test_that_a_tar_with_other_bytes_in_it_is_read_or_refused(
    position: int, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shard = tmp_path_factory.mktemp("mutated") / "shard.tar"
    whole = bytearray(pax(b"comment=drawn") + header(size=octal(3)) + padded(b"abc") + END)
    whole[position : position + len(content)] = content
    # a header's sum is right, so that what it says is believed
    for start in (0, 1024):
        block = whole[start : start + 512]
        block[148:156] = b" " * 8
        whole[start + 148 : start + 156] = b"%06o\0 " % sum(block)
    shard.write_bytes(bytes(whole))
    with quickly(), suppress(ShardUnreadable):
        assert all(len(content) <= tars.MAX_MEMBER_BYTES for _, content in read_members(shard))
