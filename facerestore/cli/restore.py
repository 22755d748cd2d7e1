"""``facerestore restore``: one photo."""

import argparse
import sys
from pathlib import Path
from typing import Final

from facerestore.cli import arguments
from facerestore.cli.progress import shown_progress
from facerestore.cli.terms import tell_terms
from facerestore.values.file_names import shown

OVERLAPS: Final = (
    "Where masks overlap, what is protected stays, and what is to be filled is not painted by a network. "
    "Damage classes by grey value: 255 damage, 200 scratch, 208 crease, 216 stain, 224 torn or missing (restored), "
    "192 dust (filled), 64 original, do not repair (protected), 0 kept; a mask with any other grey is a plain one, "
    "restored from 127 up, unless the window wrote into it which classes it has."
)
_MASKS: Final = {
    "--mask": "picture of the photo's size: white is restored, black kept; or one that the window exported, whose "
    "greys are damage classes with a policy each; may be left out with --fill",
    "--fill": "mask of what is continued from its surroundings without a network, inside a face too",
    "--protect": "mask of what stays bit for bit, whatever the other masks say",
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "restore",
        help="restore one photo where its mask is white",
        description="Restores a photo where its mask is white. Outside the mask the result equals the photo "
        "bit for bit, at the photo's own depth, with its colour profile and metadata (except in a JPEG, "
        "which cannot hold untouched pixels). A record of what was done goes beside the result as JSON.",
        epilog=OVERLAPS,
    )
    parser.add_argument(
        "photo",
        type=arguments.path,
        metavar="PHOTO",
        help="PNG, TIFF, JPEG or WebP; or a project of the window (.facerestore), with its mask, faces and choices",
    )
    for name, words in _MASKS.items():
        arguments.add_file(parser, name, "MASK", words)
    arguments.add_policies(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=str,
        required=True,
        metavar="OUT",
        help="file, whose suffix names the format, or folder, for <photo>_restored.<ext> in the photo's "
        "format (a JPEG becomes PNG)",
    )
    arguments.add_file(parser, "--layout", None, "layout of the face as PNG, instead of the predicted one")
    arguments.add_label_order(parser)
    arguments.add_aligned(parser)
    arguments.add_points(parser)
    arguments.add_references(parser)
    arguments.add_restorer(parser)
    arguments.add_seed(parser)
    arguments.add_detail(parser)
    arguments.add_device(parser)
    arguments.add_file(
        parser,
        "--origins",
        "FILE",
        "PNG that shows where each restored pixel is from, mixed as its origins are: orange the network, blue the "
        "face's own mirror image, green, pink, light blue ... the references in their order, yellow the surroundings",
    )
    arguments.add_file(
        parser,
        "--layers",
        "FILE",
        "also the result in layers, as OpenRaster (.ora) or pages of a TIFF: the scan, what was painted or continued "
        "over it, mask and layouts",
    )
    parser.add_argument(
        "--framed",
        action="store_true",
        help="write result and layers as a project shows them: turned and cropped without loss, straightened by one "
        "resampling; by default they lie as the scan does",
    )
    arguments.add_uncompressed(parser)
    arguments.add_overwrite(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """Restores, prints the result's path on standard output and what there is to know on standard error."""
    from facerestore.jobs.file_job import FileJob, restore_file
    from facerestore.jobs.file_masks import MaskFiles, refuse_unknown_classes
    from facerestore.restoration.local import LocalNetworks
    from facerestore.values.errors import UsageError

    photo, project = _photo_and_project(parsed)
    if project is None and parsed.mask is None and parsed.fill is None:
        raise UsageError(
            "Nothing says what is to be restored.", advice="Name a mask with --mask, or one to be filled with --fill."
        )
    points_photo, order_notes = arguments.points_photo(parsed.points)
    job = FileJob(
        photo=photo,
        project=project,
        masks=MaskFiles(parsed.mask, parsed.fill, parsed.protect, tuple(parsed.policy)),
        output=output_path(parsed.output, photo=photo),
        layout=parsed.layout,
        label_order=arguments.label_order(parsed.label_order),
        is_aligned=parsed.aligned,
        points_photo=points_photo,
        seed=parsed.seed,
        detail=parsed.detail,
        restorer=arguments.restorer(parsed.restorer),
        references=tuple(parsed.reference),
        album=parsed.album,
        origins=parsed.origins,
        layers=parsed.layers,
        overwrite=parsed.overwrite,
        is_compressed=not parsed.uncompressed,
        is_framed=parsed.framed,
    )
    refuse_unknown_classes(job.masks.policies, [job.masks])
    with shown_progress() as (progress, cancel):
        restored = restore_file(job, LocalNetworks(device=parsed.device), on_progress=progress, cancel=cancel)
    print(shown(restored.output))
    tell_terms(restored.result.weights.values())
    for note in (*order_notes, *restored.notes):
        print(f"note: {note}", file=sys.stderr)
    return 0


def _photo_and_project(parsed: argparse.Namespace) -> tuple[Path, Path | None]:
    """The photo, and the project that was named in its place, if one was. Raises UsageError, ProjectUnreadable."""
    from facerestore.documents.project_container import SUFFIX
    from facerestore.jobs.file_projects import photo_of
    from facerestore.values.errors import UsageError

    named: Path = parsed.photo
    if named.suffix.lower() != SUFFIX:
        if parsed.framed:
            raise UsageError(
                "Only a project says how its photo is turned and cropped.",
                advice="Name a project in place of the photo.",
            )
        return named, None
    said = {
        "--mask": parsed.mask,
        "--fill": parsed.fill,
        "--protect": parsed.protect,
        "--policy": parsed.policy or None,
        "--layout": parsed.layout,
        "--points": parsed.points,
        "--aligned": parsed.aligned or None,
    }
    twice = next((option for option, value in said.items() if value is not None), None)
    if twice is not None:
        raise UsageError(
            f"A project says already what {twice} would.", advice=f"Leave {twice} out, or name the photo itself."
        )
    return photo_of(named), named


def output_path(text: str, *, photo: Path) -> Path:
    """The file that OUT means: itself, or one in the folder that it is or looks like. Raises UsageError."""
    from facerestore.jobs.result_files import PHOTO_SUFFIXES, restored_name
    from facerestore.values.errors import UsageError

    out = arguments.path(text)
    if out.is_dir() or text.endswith(("/", "\\")) or not out.suffix:
        return out / restored_name(photo)
    if out.suffix.lower() not in PHOTO_SUFFIXES:
        raise UsageError(
            f"{shown(out.name)}: the suffix {shown(out.suffix)} names no format that can be written.",
            advice="Choose .png, .tif, .jpg or .webp, or name a folder.",
        )
    return out
