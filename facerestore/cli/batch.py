"""``facerestore batch``: a folder."""

import argparse
import sys
from typing import TYPE_CHECKING, Final

from facerestore.cli import arguments
from facerestore.cli.exit_codes import FAILED, GOOD, STOPPED
from facerestore.cli.progress import shown_progress
from facerestore.cli.restore import OVERLAPS
from facerestore.values.file_names import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facerestore.jobs.batch import BatchReport, FileOutcome
    from facerestore.jobs.batch_plan import BatchItem, BatchRequest

_NAMED_AT_MOST: Final = 10
_FOLDERS: Final = {
    "--mask-dir": "folder of masks, in the same tree",
    "--fill-dir": "folder of masks of what is continued from its surroundings without a network: <photo>.png or "
    "<photo>_fill.png; a photo with such a mask needs no other",
    "--protect-dir": "folder of masks of what stays bit for bit: <photo>.png or <photo>_protect.png",
    "--layout-dir": "folder of layouts: <photo>.png or <photo>_layout.png",
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "batch",
        help="restore a folder of photos",
        description="Restores every photo of a folder that has a mask: <photo>_mask.png beside it, or a "
        "mask of the same name (or <photo>_mask) in the mask folder; names are compared without suffix and without "
        "case, and what a file is, its content says. Photos without a mask are skipped. A "
        "photo that fails does not stop the rest. What is restored already is skipped, so a batch that was "
        "stopped goes on.",
        epilog=f"{OVERLAPS} Exit codes: 0 nothing failed, 1 some photos failed or none had a mask, 2 usage.",
    )
    parser.add_argument("folder", type=arguments.path, metavar="DIR", help="folder of photos")
    parser.add_argument("-o", "--output", type=arguments.path, required=True, metavar="OUT_DIR")
    for name, words in _FOLDERS.items():
        arguments.add_file(parser, name, "DIR", words)
    arguments.add_policies(parser)
    arguments.add_label_order(parser)
    arguments.add_aligned(parser)
    parser.add_argument(
        "--format",
        choices=("keep", "png", "tiff", "jpeg"),
        default="keep",
        help="format of the results; keep (default) keeps each photo's, but a JPEG becomes PNG, because JPEG "
        "cannot hold untouched pixels",
    )
    arguments.add_restorer(parser)
    arguments.add_seed(parser)
    arguments.add_detail(parser)
    arguments.add_device(parser)
    parser.add_argument("--recursive", action="store_true", help="look into the folders below as well")
    arguments.add_uncompressed(parser)
    arguments.add_overwrite(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """Prints one line for each photo and a summary on standard output."""
    from facerestore.jobs.batch import restore_batch
    from facerestore.jobs.batch_plan import planned, unused_files
    from facerestore.restoration.local import LocalNetworks

    request = _request(parsed)
    items = planned(request)
    networks = LocalNetworks(device=parsed.device)
    if any(item.job is not None and item.job.restorer.networks and item.job.masks.mask is not None for item in items):
        networks.ensure_ready()  # missing weights are one error, not one for each photo
    with shown_progress() as (progress, cancel):

        def on_item(index: int, item: "BatchItem") -> None:
            progress.show(f"{index + 1}/{len(items)} {shown(item.photo.name)} ...")

        def on_outcome(index: int, outcome: "FileOutcome") -> None:
            progress.clear()
            print(_line(outcome, parsed), flush=True)

        report = restore_batch(items, networks, on_item=on_item, on_outcome=on_outcome, cancel=cancel)
    _say_unused(unused_files(request, items))
    return _summary(report)


def _request(parsed: argparse.Namespace) -> "BatchRequest":
    from facerestore.jobs.batch_plan import BatchRequest

    return BatchRequest(
        photos=parsed.folder,
        results=parsed.output,
        masks=parsed.mask_dir,
        fills=parsed.fill_dir,
        protects=parsed.protect_dir,
        policies=tuple(parsed.policy),
        layouts=parsed.layout_dir,
        label_order=arguments.label_order(parsed.label_order),
        is_aligned=parsed.aligned,
        format=parsed.format,
        seed=parsed.seed,
        detail=parsed.detail,
        restorer=arguments.restorer(parsed.restorer),
        is_recursive=parsed.recursive,
        overwrite=parsed.overwrite,
        is_compressed=not parsed.uncompressed,
    )


def _line(outcome: "FileOutcome", parsed: argparse.Namespace) -> str:
    photo = shown(outcome.photo.relative_to(parsed.folder))
    if outcome.status == "restored" and outcome.output is not None:
        notes = "".join(f"; {note}" for note in outcome.notes)
        where = shown(outcome.output.relative_to(parsed.output))
        return f"restored  {photo} -> {where} ({outcome.elapsed_s:.1f} s{notes})"
    return f"{outcome.status:<8}  {photo}: {shown(' '.join(outcome.message.split()))}"


def _say_unused(files: "Sequence[Path]") -> None:
    if not files:
        return
    named = ", ".join(shown(file.name) for file in files[:_NAMED_AT_MOST])
    more = f" and {len(files) - _NAMED_AT_MOST} more" if len(files) > _NAMED_AT_MOST else ""
    print(
        f"note: Of the masks and layouts these belong to no photo, or were not taken: {named}{more}.", file=sys.stderr
    )


def _summary(report: "BatchReport") -> int:
    from facerestore.jobs.batch_plan import NO_MASK

    counts = {status: report.count(status) for status in ("restored", "skipped", "failed")}
    rest = report.planned - len(report.outcomes)
    print("-" * 40)
    for status, count in counts.items():
        print(f"{status:<12}{count:>6}")
    if rest:
        print(f"{'not begun':<12}{rest:>6}")
    for outcome in report.outcomes:
        if outcome.status == "failed":
            print(f"facerestore: {shown(outcome.photo)}: {' '.join(outcome.message.split())}", file=sys.stderr)
    if report.is_cancelled:
        print("facerestore: Stopped, as asked. The same command goes on where it was.", file=sys.stderr)
        return STOPPED
    if all(outcome.status == "skipped" and outcome.message == NO_MASK for outcome in report.outcomes):
        print(
            "facerestore: No photo has a mask. Put <photo>_mask.png beside each, or name --mask-dir or --fill-dir.",
            file=sys.stderr,
        )
        return FAILED
    return FAILED if counts["failed"] else GOOD
