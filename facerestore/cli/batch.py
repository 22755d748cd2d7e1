"""``facerestore batch``: a folder."""

import argparse
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from facerestore.cli import arguments
from facerestore.cli.batch_engine import add_engine, cluster
from facerestore.cli.exit_codes import FAILED, GOOD, STOPPED
from facerestore.cli.progress import shown_progress
from facerestore.cli.restore import OVERLAPS
from facerestore.cli.terms import tell_terms
from facerestore.values.file_names import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facerestore.batch.engine import Decision
    from facerestore.batch.item import BatchItem
    from facerestore.batch.outcomes import BatchReport, FileOutcome
    from facerestore.batch.plan import BatchRequest
    from facerestore.batch.run import BatchOptions
    from facerestore.jobs.worker import WorkerSettings

_NAMED_AT_MOST: Final = 10
_BEHIND: Final = (
    "The ledger could not be written to its end, because the disk is full or the folder has gone. The next run makes "
    "it again from the records beside the results."
)
_FAILED_BEFORE: Final = "What failed in an earlier run was not tried again; --retry-failed does."
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
        "case, and what a file is, its content says. A project that the window saved beside a photo "
        "(<photo>.facerestore), or in its own folder where it may not write there, comes first, with its mask, faces, "
        "layouts, references and choices; of several the newest, which is told. Photos without either are skipped. A "
        "photo that fails does not stop the rest. The output folder keeps a ledger: the same command goes on where it "
        "was stopped, and does again what changed: a photo, its mask, a setting, a network.",
        epilog=f"{OVERLAPS} Exit codes: 0 nothing failed, 1 some photos failed or none had a mask, 2 usage.",
    )
    parser.add_argument("folder", type=arguments.path, metavar="DIR", help="folder of photos")
    parser.add_argument("-o", "--output", type=arguments.path, required=True, metavar="OUT_DIR")
    for name, words in _FOLDERS.items():
        arguments.add_file(parser, name, "DIR", words)
    arguments.add_file(
        parser, "--common-mask", "MASK", "mask of every photo that has none of its own, as scans of one frame have"
    )
    parser.add_argument(
        "--find-damage",
        choices=("certain", "usual", "all"),
        metavar="CAUTION",
        help="restore photos without a mask by the damage that is found in them, as 'find-damage' finds it: certain, "
        "usual or all; look at every result",
    )
    arguments.add_file(
        parser,
        "--album",
        "DIR",
        "folder of photographs, in which the person of each photo is looked for, as with 'restore --album'; projects "
        "have references of their own. When it changes, all is restored anew",
    )
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
    parser.add_argument(
        "--name",
        default="{stem}_restored",
        metavar="PATTERN",
        help="how results are called, without their ending (default: {stem}_restored); {stem} is the photo's name, "
        "{number} counts the photos, {date} is today, {restorer} the way to restore. A result that is there keeps its "
        "name, also when the pattern changes",
    )
    arguments.add_restorers(parser)
    arguments.add_seed(parser)
    arguments.add_detail(parser)
    arguments.add_device(parser)
    parser.add_argument(
        "--no-projects",
        action="store_true",
        help="do not use the projects that the window keeps of photos, beside them (<photo>.facerestore) or in the "
        "program's own folder",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done about each photo, and do nothing"
    )
    parser.add_argument("--retry-failed", action="store_true", help="try what failed before once more")
    parser.add_argument(
        "--workers",
        type=arguments.count,
        metavar="N",
        help="processes that restore at the same time; as many as cores and memory allow without it",
    )
    add_engine(parser)
    parser.add_argument(
        "--no-report",
        action="store_true",
        help="write no facerestore-report/ (a page with pictures, CSV and JSON) into the output folder",
    )
    parser.add_argument(
        "--patience",
        type=arguments.seconds,
        default=300.0,
        metavar="SECONDS",
        help="how long folders may be out of reach, as a network share may be, before photos fail for it (300); with "
        "--watch as long as it takes",
    )
    parser.add_argument("--recursive", action="store_true", help="look into the folders below as well")
    _add_watching(parser)
    arguments.add_uncompressed(parser)
    arguments.add_overwrite(parser)
    parser.set_defaults(run=run)


def _add_watching(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--watch",
        action="store_true",
        help="go on when all is done: restore what arrives in the folders, and again what changes there; a photo "
        "without a mask waits for it. Ctrl+C ends it after the present photos, with a summary",
    )
    parser.add_argument(
        "--poll",
        type=arguments.seconds,
        metavar="SECONDS",
        help="with --watch: look at the folders so often, instead of waiting for the system's notices; network folders "
        "are looked at every 5 seconds without it",
    )
    parser.add_argument(
        "--quiet-for",
        type=arguments.seconds,
        default=2.0,
        metavar="SECONDS",
        help="with --watch: a file has arrived when it was not written for so long, and its end is there (2)",
    )


def run(parsed: argparse.Namespace) -> int:
    """Prints one line for each photo and a summary on standard output."""
    from facerestore.batch.plan import planned, unused_files
    from facerestore.batch.run import BatchOptions, decisions_of, run_batch
    from facerestore.jobs.worker import WorkerSettings
    from facerestore.values.errors import UsageError

    request, worker = _request(parsed), WorkerSettings(device=parsed.device)
    options = BatchOptions(
        workers=parsed.workers,
        patience_s=parsed.patience,
        retry_failed=parsed.retry_failed,
        has_report=not parsed.no_report,
        cluster=cluster(parsed),
    )
    if parsed.watch:
        if parsed.dry_run:
            raise UsageError("--dry-run does nothing, and --watch goes on.", advice="Leave out one of them.")
        return _watch(request, worker, options, parsed)
    items = planned(request)
    if parsed.dry_run:
        return _say_plan(items, decisions_of(request, items, worker, options), parsed)
    done: list[int] = []
    with shown_progress() as (progress, cancel):

        def on_item(index: int, item: "BatchItem") -> None:
            progress.show(f"{len(done) + 1}/{len(items)} {shown(item.photo.name)} ...")

        def on_outcome(index: int, outcome: "FileOutcome") -> None:
            done.append(index)
            progress.clear()
            print(_line(outcome, parsed), flush=True)

        ended = run_batch(request, items, worker, options, on_item=on_item, on_outcome=on_outcome, cancel=cancel)
    for note in ended.notes:
        print(f"note: {note}", file=sys.stderr)
    if ended.ledger_is_behind:
        print(f"note: {_BEHIND}", file=sys.stderr)
    _say_unused(unused_files(request, items))
    if done and any(restorer.networks for restorer in request.restorers):
        tell_terms()
    code = _summary(ended.report)
    if ended.page is not None:
        print(f"report: {shown(ended.page)}")
    return code


def _watch(
    request: "BatchRequest", worker: "WorkerSettings", options: "BatchOptions", parsed: argparse.Namespace
) -> int:
    """Until Ctrl+C, or the end of the service that it is."""
    from facerestore.batch.plan import planned, unused_files
    from facerestore.batch.watch import BatchWatch
    from facerestore.batch.watch_options import WatchOptions
    from facerestore.values.errors import FaceRestoreError

    waiting = f"Watching {shown(parsed.folder)}; Ctrl+C ends it."
    print(waiting, file=sys.stderr, flush=True)
    with shown_progress(after="the present photos", signals=(signal.SIGINT, signal.SIGTERM)) as (progress, cancel):

        def on_item(item: "BatchItem") -> None:
            progress.show(f"{shown(item.photo.name)} ...")

        def on_outcome(item: "BatchItem", outcome: "FileOutcome") -> None:
            progress.clear()
            print(_line(outcome, parsed), flush=True)
            progress.show(waiting)

        def say(words: str) -> None:
            progress.clear()
            print(f"note: {' '.join(words.split())}", file=sys.stderr, flush=True)

        times = WatchOptions(poll_s=parsed.poll, quiet_s=parsed.quiet_for)
        watch = BatchWatch(
            request, worker, options, times, say=say, on_item=on_item, on_outcome=on_outcome, cancel=cancel
        )
        ended = watch.run()
    if ended.ledger_is_behind:
        print(f"note: {_BEHIND}", file=sys.stderr)
    with suppress(FaceRestoreError, OSError):  # the folders may be away
        _say_unused(unused_files(request, planned(request, may_be_empty=True)))
    code = _summary(ended.report, is_watched=True)
    if ended.page is not None:
        print(f"report: {shown(ended.page)}")
    return code


def _say_plan(items: "Sequence[BatchItem]", decisions: "Sequence[Decision]", parsed: argparse.Namespace) -> int:
    """What would happen to each photo."""
    for item, decision in zip(items, decisions, strict=True):
        photo = shown(item.photo.relative_to(parsed.folder))
        where = "" if item.job is None else f" -> {shown(item.job.output.relative_to(parsed.output))}"
        notes = "" if item.job is None else "".join(f"; {note}" for note in item.job.project_notes)
        print(f"{decision.doing:<8}  {photo}{where}: {' '.join(decision.reason.split())}{notes}")
    print("-" * 40)
    for doing in dict.fromkeys(one.doing for one in decisions):
        print(f"{doing:<12}{sum(one.doing is doing for one in decisions):>6}")
    return GOOD


def _request(parsed: argparse.Namespace) -> "BatchRequest":
    from facerestore.batch.names import NamePattern
    from facerestore.batch.plan import BatchRequest
    from facerestore.damage.proposals import Caution
    from facerestore.files.user_dirs import project_folder

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
        name=NamePattern.parsed(parsed.name),
        restorers=arguments.chosen_restorers(parsed.restorer),
        common_mask=parsed.common_mask,
        found_damage=None if parsed.find_damage is None else Caution[parsed.find_damage.upper()],
        album=parsed.album,
        uses_projects=not parsed.no_projects,
        # which the other computers of a cluster do not see
        own_projects=project_folder() if parsed.ray_address is None else None,
        is_recursive=parsed.recursive,
        overwrite=parsed.overwrite,
        is_compressed=not parsed.uncompressed,
    )


def _line(outcome: "FileOutcome", parsed: argparse.Namespace) -> str:
    from facerestore.batch.item import NO_MASK

    photo = shown(outcome.photo.relative_to(parsed.folder))
    if outcome.was_done and outcome.state.value == "restored":
        return f"done      {photo}: {outcome.message}"
    if outcome.state.value == "restored" and outcome.output is not None:
        notes = "".join(f"; {note}" for note in outcome.notes)
        where = shown(outcome.output.relative_to(parsed.output))
        return f"restored  {photo} -> {where} ({outcome.elapsed_s:.1f} s{notes})"
    if parsed.watch and outcome.state.value == "skipped" and outcome.message == NO_MASK:
        return f"waiting   {photo}: no mask yet"
    before = " (in an earlier run)" if outcome.was_done and outcome.state.value != "skipped" else ""
    return f"{outcome.state.value:<8}  {photo}: {shown(' '.join(outcome.message.split()))}{before}"


def _say_unused(files: "Sequence[Path]") -> None:
    if not files:
        return
    named = ", ".join(shown(file.name) for file in files[:_NAMED_AT_MOST])
    more = f" and {len(files) - _NAMED_AT_MOST} more" if len(files) > _NAMED_AT_MOST else ""
    print(
        f"note: Of the masks and layouts these belong to no photo, or were not taken: {named}{more}.", file=sys.stderr
    )


def _summary(report: "BatchReport", *, is_watched: bool = False) -> int:
    from facerestore.batch.item import NO_MASK
    from facerestore.batch.outcomes import State

    restored = [one for one in report.outcomes if one.state is State.RESTORED]
    counts = {
        "restored": sum(not one.was_done for one in restored),
        "done before": sum(one.was_done for one in restored),
        "skipped": report.count(State.SKIPPED),
        "failed": report.count(State.FAILED),
        "set aside": report.count(State.SET_ASIDE),
    }
    print("-" * 40)
    for name, count in counts.items():
        if count or name in ("restored", "skipped", "failed"):
            print(f"{name:<12}{count:>6}")
    rest = report.planned - len(report.outcomes)
    if rest:
        print(f"{'not begun':<12}{rest:>6}")
    for outcome in report.failed:
        print(f"facerestore: {shown(outcome.photo)}: {' '.join(outcome.message.split())}", file=sys.stderr)
    if any(outcome.was_done for outcome in report.failed):
        print(f"note: {_FAILED_BEFORE}", file=sys.stderr)
    if report.is_cancelled:
        print("facerestore: Stopped, as asked. The same command goes on where it was.", file=sys.stderr)
        return STOPPED
    if not is_watched and all(outcome.message == NO_MASK for outcome in report.outcomes):
        print(
            "facerestore: No photo has a mask. Put <photo>_mask.png beside each, or name --mask-dir or --fill-dir.",
            file=sys.stderr,
        )
        return FAILED
    return FAILED if report.failed else GOOD
