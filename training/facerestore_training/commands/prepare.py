"""``facerestore train prepare``: photos to shards of aligned faces, and a report of what was left out."""

import argparse
import hashlib
import json
import logging
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from facerestore.files.atomic_file import atomic_write
from facerestore.files.layout_file import LABEL_ORDERS
from facerestore.inference.backends.torch.devices import CHOICES
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown
from facerestore_training.data.sources import NOT_STATED, SOURCES_FILE
from facerestore_training.preparation.cutting import Criteria
from facerestore_training.preparation.examining import Examined, examined_all
from facerestore_training.preparation.ledger import Ledger
from facerestore_training.preparation.photos import PhotoFile, Subset, list_photos, planned
from facerestore_training.preparation.report import readable, report_of
from facerestore_training.preparation.writing import write_shards

log = logging.getLogger(__name__)

_DEFAULTS: Final = Criteria()
_LOGGED_EVERY: Final = 100
_INTERRUPTED: Final = 130


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the command, and ``run`` as what it does."""
    parser.add_argument("photos", type=Path, nargs="+", metavar="PHOTOS", help="photos, or folders with photos")
    parser.add_argument("--out", type=Path, required=True, help="folder of the shards; what was stopped goes on")
    parser.add_argument("--labels", type=Path, help="folder of label maps of the whole photos, STEM.png")
    parser.add_argument("--label-order", choices=LABEL_ORDERS, help="for label maps that do not name their order")
    parser.add_argument("--source", type=_source, default="own", help="short name of the data (default: own)")
    parser.add_argument("--terms", default=NOT_STATED, help="what the data may be used for; goes onto weights' cards")
    parser.add_argument("--shard-mb", type=_positive, default=26.0, help="size of a shard (default: 26)")
    parser.add_argument(
        "--min-face-px",
        type=_positive,
        default=_DEFAULTS.min_face_px,
        help=f"least side of the face crop in the photo (default: {_DEFAULTS.min_face_px:g})",
    )
    parser.add_argument(
        "--max-blur",
        type=_share,
        default=_DEFAULTS.max_blur,
        help=f"0 sharp, 1 keeps everything (default: {_DEFAULTS.max_blur:g})",
    )
    parser.add_argument("--validation-share", type=_share, default=0.03, help="of the photos (default: 0.03)")
    parser.add_argument("--seed", type=int, default=0, help="of the order and the split")
    parser.add_argument("--workers", type=int, choices=range(1, 65), default=1, metavar="N", help="processes")
    parser.add_argument("--device", default="auto", choices=CHOICES)
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Prepares, writes shards, ``sources.json`` and the report, and prints the report's beginning.

    Returns 0, 1 if no face was kept, 130 if stopped. Raises UsageError, WeightsError, OutputRefused.
    """
    criteria = Criteria(min_face_px=arguments.min_face_px, max_blur=arguments.max_blur)
    found = list_photos(
        arguments.photos, out=arguments.out, labels_dir=arguments.labels, label_order=arguments.label_order
    )
    needs_labels = arguments.labels is not None or any(photo.labels is not None for photo in found.photos)
    plan = planned(found.photos, validation_share=arguments.validation_share, seed=arguments.seed)
    settings = _settings(arguments, criteria)
    _make_folder(arguments.out)
    ledger = Ledger.opened(arguments.out, _fingerprint(plan, settings))
    todo = [photo for _, photo in plan[len(ledger.outcomes) :]]
    log.info("%d photos, %d of them done", len(plan), len(ledger.outcomes))
    _write_json({arguments.source: arguments.terms}, arguments.out / SOURCES_FILE)
    examined = examined_all(
        todo, criteria=criteria, needs_labels=needs_labels, device=arguments.device, workers=arguments.workers
    )
    try:
        write_shards(
            plan,
            _logged(examined, len(todo)),
            ledger,
            arguments.out,
            source=arguments.source,
            shard_bytes=round(arguments.shard_mb * 1e6),
        )
    except KeyboardInterrupt:
        log.info("stopped after %d photos; the same command goes on from here", len(ledger.outcomes))
        return _INTERRUPTED
    report = report_of(ledger.outcomes, found.others, ledger.shards, settings)
    _write_json(report, arguments.out / "report.json")
    text = readable(report)
    atomic_write(arguments.out / "report.txt", text.encode(), overwrite=True)
    # the counts; the paths are in the file
    counts = "\n\n".join(text.split("\n\n")[:2]).rstrip()
    sys.stdout.write(f"{counts}\n\nThe report is {shown(arguments.out / 'report.txt')}.\n")
    return 0 if report["shards"] else 1


def _settings(arguments: argparse.Namespace, criteria: Criteria) -> dict[str, Any]:
    return {
        "source": arguments.source,
        "terms": arguments.terms,
        "labels": shown(arguments.labels) if arguments.labels else None,
        "label_order": arguments.label_order,
        "shard_mb": arguments.shard_mb,
        "validation_share": arguments.validation_share,
        "seed": arguments.seed,
        **asdict(criteria),
    }


def _fingerprint(plan: Sequence[tuple[Subset, PhotoFile]], settings: dict[str, Any]) -> str:
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode())
    for subset, photo in plan:
        found = photo.path.stat()
        digest.update(f"\n{subset} {photo.name} {found.st_size} {found.st_mtime_ns}".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"The folder {shown(folder)} cannot be made ({error.strerror}).", advice="Choose another."
        ) from error


def _logged(examined: Iterable[Examined], total: int) -> Iterator[Examined]:
    for count, found in enumerate(examined, start=1):
        yield found
        if count % _LOGGED_EVERY == 0:
            log.info("%d of %d photos", count, total)


def _write_json(values: dict[str, Any], path: Path) -> None:
    text = json.dumps(values, indent=2, ensure_ascii=False) + "\n"
    # terms typed in another encoding: what UTF-8 cannot hold becomes JSON's own \udcdf
    atomic_write(path, text.encode(errors="backslashreplace"), overwrite=True)


def _source(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", text):
        raise argparse.ArgumentTypeError("expected up to 40 letters, digits, - and _")
    return text


def _positive(text: str) -> float:
    return _number(text, lowest=1e-3, highest=1e5)


def _share(text: str) -> float:
    return _number(text, lowest=0.0, highest=1.0)


def _number(text: str, *, lowest: float, highest: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not lowest <= value <= highest:
        raise argparse.ArgumentTypeError(f"expected a number from {lowest:g} to {highest:g}")
    return value
