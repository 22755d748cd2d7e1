"""Results that are there already: of which photo, by which restorer, and where."""

from collections.abc import Sequence
from pathlib import Path

from facerestore.batch.keys import ResultKey, within
from facerestore.batch.ledger import Ledger
from facerestore.files.provenance import file_hash
from facerestore.files.record_file import is_record, read_record
from facerestore.jobs.pairing import files_of


def known_results(photos_folder: Path, photos: Sequence[Path], results: Path) -> dict[ResultKey, str]:
    """Paths within the folder of results, of the files that are there. By the ledger; where there is none, or a damaged
    one, by the records beside the results, which name photo and restorer."""
    if not results.is_dir():
        return {}
    with Ledger.copy_of(results) as ledger:
        if ledger.was_rebuilt:
            return _recorded(photos_folder, photos, results)
        return ledger_results(ledger, results)


def ledger_results(ledger: Ledger, results: Path) -> dict[ResultKey, str]:
    """As ``known_results``, by a ledger that is open."""
    return {entry.key: entry.output for entry in ledger.entries() if entry.output and (results / entry.output).exists()}


def _recorded(photos_folder: Path, photos: Sequence[Path], results: Path) -> dict[ResultKey, str]:
    by_place = {(photo.parent.relative_to(photos_folder), photo.name): photo for photo in photos}
    found: dict[ResultKey, str] = {}
    for path in files_of(results, is_recursive=True):
        if path.suffix != ".json" or not is_record(path):
            continue
        said = read_record(path)
        name, result = said.get("source_name"), path.with_name(str(said.get("result_name")))
        photo = by_place.get((path.parent.relative_to(results), str(name)))
        if photo is None or not result.is_file() or not _is_of(photo, said.get("source_sha256")):
            continue
        key = ResultKey(within(photo, photos_folder), str(said.get("asked_restorer") or said.get("restorer")))
        found[key] = within(result, results)
    return found


def _is_of(photo: Path, sha256: object) -> bool:
    try:
        return file_hash(photo) == sha256
    except OSError:
        return False
