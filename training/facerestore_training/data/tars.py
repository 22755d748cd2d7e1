"""Tar shards as WebDataset has them: read with limits, and written whole or not at all."""

import io
import stat
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final, Self

from facerestore.files.atomic_file import atomic_file
from facerestore.values.errors import FileError
from facerestore.values.file_names import shown

MAX_MEMBER_BYTES: Final = 64 * 2**20
MAX_MEMBERS: Final = 100_000
MAX_SAMPLE_MEMBERS: Final = 16
MAX_SAMPLE_BYTES: Final = 2 * MAX_MEMBER_BYTES
MAX_EXTENSION_BYTES: Final = 16 * 2**10
"""Of a header that says more of the next one: a long name, PAX records. tarfile searches them in time that grows with
the square of their length, 3 s at 64 kB; the longest path has 4 kB."""

_AGAIN: Final = "Copy or download it again."
_WANTED: Final = "A shard is an uncompressed tar file of pictures."
_EXTENSIONS: Final = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_COMPRESSED: Final = {b"\x1f\x8b": "gzip", b"BZ": "bzip2", b"\xfd7": "xz", b"\x28\xb5": "zstd", b"PK": "zip"}


class ShardUnreadable(FileError):
    """A tar shard, or a folder in its place, that cannot be used."""

    title = "The shard cannot be read"


class _HeaderRefused(Exception):
    """A member whose header alone would cost much; not tarfile's error, which ends a tar in silence."""


class _PlainHeader(tarfile.TarInfo):
    """A header that is looked at before tarfile acts on it."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str | None, errors: str) -> Self:
        header = super().frombuf(buf, encoding, errors)  # type: ignore[arg-type]  # None is a default of its own
        if header.size < 0:
            raise _HeaderRefused(f"{shown(header.name)} has a size below zero.")
        if header.type == tarfile.GNUTYPE_SPARSE:
            raise _HeaderRefused(_sparse(header))
        if header.type in _EXTENSIONS and header.size > MAX_EXTENSION_BYTES:
            raise _HeaderRefused(
                f"A header has {header.size / 2**10:.0f} kB; {MAX_EXTENSION_BYTES / 2**10:.0f} kB are allowed."
            )
        return header


def read_members(
    shard: Path, *, wanted: Callable[[str], bool] = lambda name: True, max_member_bytes: int = MAX_MEMBER_BYTES
) -> Iterator[tuple[str, bytes]]:
    """(name without folders, content) of the ``wanted`` files of a tar, in order; hidden files are passed over.

    Raises ShardUnreadable for links, devices and sparse files, for a file above ``max_member_bytes``, for more than
    MAX_MEMBERS, for headers out of all proportion, and for what is compressed, cut short or no tar.
    """
    with _opened(shard) as tar:
        for name, member in _files(tar, shard):
            if not wanted(name):
                continue
            if not 0 <= member.size <= max_member_bytes:
                raise ShardUnreadable(
                    shard,
                    f"{shown(name)} has {member.size / 2**20:.0f} MB; {max_member_bytes / 2**20:.0f} MB are allowed.",
                    advice=_WANTED,
                )
            stream = tar.extractfile(member)
            yield name, stream.read() if stream else b""


def member_names(shard: Path) -> Iterator[str]:
    """The names of a tar's files without their folders, in order. Raises ShardUnreadable as ``read_members``."""
    with _opened(shard) as tar:
        for name, _ in _files(tar, shard):
            yield name


def read_records(shard: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """(key, {suffix: content}) of each sample of a tar; the key ends at the name's first dot.

    Raises ShardUnreadable as ``read_members``, for a sample of more than MAX_SAMPLE_MEMBERS or MAX_SAMPLE_BYTES, and
    where a sample's members do not stand together or one is there twice.
    """
    key = ""
    record: dict[str, bytes] = {}
    finished: set[str] = set()
    for name, content in read_members(shard):
        stem, _, suffix = name.partition(".")
        if stem != key and record:
            yield key, record
            finished.add(key)
            record = {}
        if stem in finished or suffix in record:
            raise ShardUnreadable(
                shard,
                f"The members of {shown(stem)} do not stand together, or one is there twice.",
                advice="Sort it by name.",
            )
        key = stem
        record[suffix.lower()] = content
        if len(record) > MAX_SAMPLE_MEMBERS or sum(map(len, record.values())) > MAX_SAMPLE_BYTES:
            raise ShardUnreadable(
                shard,
                f"{shown(stem)} has more than {MAX_SAMPLE_MEMBERS} members or {MAX_SAMPLE_BYTES >> 20} MB.",
                advice="A sample is a picture, its label map and a description.",
            )
    if record:
        yield key, record


def write_tar(path: Path, members: Iterable[tuple[str, bytes]]) -> None:
    """A tar of (name, content), replaced whole or not at all; equal members give equal bytes.

    Raises OutputRefused.
    """
    with (
        atomic_file(path, overwrite=True) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as tar,
    ):
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))


@contextmanager
def _opened(shard: Path) -> Iterator[tarfile.TarFile]:
    try:
        if not stat.S_ISREG(shard.stat().st_mode):
            raise ShardUnreadable(shard, "It is no regular file.", advice=_WANTED)
        with tarfile.open(shard, "r:", tarinfo=_PlainHeader) as tar:
            yield tar
            _require_end(tar, shard)
    except FileNotFoundError as error:
        raise ShardUnreadable(shard, "There is no such file.", advice="Check the path.") from error
    except OSError as error:
        raise ShardUnreadable(shard, f"The file cannot be read ({error.strerror or error}).", advice=_AGAIN) from error
    except _HeaderRefused as error:
        raise ShardUnreadable(shard, str(error), advice=_WANTED) from error
    except (OverflowError, ValueError) as error:
        # numbers in a header that no file has: tarfile seeks where they point
        raise ShardUnreadable(shard, "The file is damaged: a header makes no sense.", advice=_AGAIN) from error
    except tarfile.TarError as error:
        raise _foreign(shard) from error


def _files(tar: tarfile.TarFile, shard: Path) -> Iterator[tuple[str, tarfile.TarInfo]]:
    for count, member in enumerate(tar):
        # tarfile would keep all of them
        tar.members = []  # type: ignore[attr-defined]
        if count >= MAX_MEMBERS:
            raise ShardUnreadable(shard, f"It has more than {MAX_MEMBERS} members.", advice="Split it.")
        if member.isdir():
            continue
        name = PurePosixPath(member.name.replace("\\", "/")).name
        if member.issparse():
            raise ShardUnreadable(shard, _sparse(member), advice=_WANTED)
        if member.size < 0:
            raise ShardUnreadable(shard, f"{shown(name)} has a size below zero.", advice=_AGAIN)
        if not member.isfile():
            raise ShardUnreadable(shard, f"{shown(name)} is a link or a device, which no shard has.", advice=_WANTED)
        if name and not name.startswith("."):
            yield name, member


def _sparse(member: tarfile.TarInfo) -> str:
    return f"{shown(member.name)} is a sparse file: it would grow when it is read."


def _require_end(tar: tarfile.TarFile, shard: Path) -> None:
    """tarfile takes a damaged header, or none, for the end; a whole tar ends with a block of zeros."""
    assert tar.fileobj is not None
    tar.fileobj.seek(tar.offset)
    if tar.fileobj.read(tarfile.BLOCKSIZE) != bytes(tarfile.BLOCKSIZE):
        raise ShardUnreadable(shard, f"The file is damaged or cut short after {tar.offset} bytes.", advice=_AGAIN)


def _foreign(shard: Path) -> ShardUnreadable:
    with shard.open("rb") as stream:
        beginning = stream.read(tarfile.BLOCKSIZE)
    if not beginning:
        return ShardUnreadable(shard, "The file is empty.", advice=_AGAIN)
    for magic, name in _COMPRESSED.items():
        if beginning.startswith(magic):
            return ShardUnreadable(shard, f"The file is compressed ({name}).", advice="Unpack it to a plain tar file.")
    if beginning[257:262] == b"ustar":
        return ShardUnreadable(shard, "The file is damaged or cut short.", advice=_AGAIN)
    return ShardUnreadable(shard, "The file is not a tar file.", advice=_WANTED)
