"""Earlier results in a journal's folder: a file for the candidates of some of them, and one that says which there are.

earlier.zip             which results, of which candidates
3f2a....candidates      candidates, by their SHA-256
"""

import io
import logging
import struct
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from facerestore.documents.earlier_codec import earlier_of, earlier_values
from facerestore.documents.earlier_results import NO_RESULTS, EarlierResults
from facerestore.documents.json_fields import Fields, packed
from facerestore.documents.project_container import add, content_of, members_of, refuse_container
from facerestore.documents.project_members import MemberReader, MemberWriter
from facerestore.files.atomic_file import atomic_write
from facerestore.files.stored_picture import UnsupportedPicture

_INDEX: Final = "earlier.zip"
_SUFFIX: Final = ".candidates"
_MANIFEST: Final = "manifest.json"
_MOST_DECODED_BYTES: Final = 256 * 2**20

_log = logging.getLogger(__name__)


def write_earlier(folder: Path, earlier: EarlierResults) -> None:
    """Put earlier results into a journal's folder, in place of those that it has. Candidates that are there already are
    not written again, and those that nobody needs any more are deleted. Raises OSError."""
    earlier = earlier.readable(known={path.stem for path in folder.glob(f"*{_SUFFIX}")})
    for key, one in earlier.stored.items():
        path = folder / f"{key}{_SUFFIX}"
        if not path.exists():
            atomic_write(path, one.content())
        # the places before may go at any time: an older journal is deleted, a project is moved
        one.add_place(str(folder), path.read_bytes, is_only=True)
    parts, stream = MemberWriter(), io.BytesIO()
    manifest = packed(earlier_values(earlier, parts, carries=False))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        add(archive, _MANIFEST, manifest)
        parts.write_to(archive)
    atomic_write(folder / _INDEX, stream.getvalue(), overwrite=True)
    for path in folder.glob(f"*{_SUFFIX}"):
        if path.stem not in earlier.stored:
            with suppress(OSError):
                path.unlink()


def read_earlier(folder: Path) -> EarlierResults:
    """The earlier results of a journal; none where it has none, or what says so is damaged. Their candidates stay where
    they are."""
    path = folder / _INDEX
    try:
        if not path.exists():
            return NO_RESULTS
        earlier = _read(path)
    except (UnsupportedPicture, OSError, zipfile.BadZipFile, struct.error, ValueError) as error:
        _log.warning("A journal's earlier results are lost: %s", error)
        return NO_RESULTS
    for key, one in earlier.stored.items():
        one.add_place(str(folder), (folder / f"{key}{_SUFFIX}").read_bytes)
    return earlier


def _read(path: Path) -> EarlierResults:
    with path.open("rb") as stream:
        refuse_container(stream)
        with zipfile.ZipFile(stream) as archive:
            members = members_of(archive)
            if _MANIFEST not in members:
                raise UnsupportedPicture.damaged("it has no list of contents")
            fields = Fields.parsed(content_of(archive, members, _MANIFEST))
            parts = MemberReader(archive, members)
            read = earlier_of(fields, parts, carries=False)
            parts.refuse_other_than_declared(besides=_MANIFEST, most_bytes=_MOST_DECODED_BYTES)
            return read()
