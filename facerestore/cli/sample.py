"""``facerestore sample``: the sample portrait damaged, restored, and shown before and after."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facerestore.cli import arguments
from facerestore.cli.progress import shown_progress
from facerestore.cli.terms import tell_terms
from facerestore.values.file_names import shown

if TYPE_CHECKING:
    from facerestore.values.photo import Photo


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "sample",
        help="restore the sample portrait, to see that everything runs",
        description="Draws a crack and a torn corner on a portrait that comes with the program, restores it, "
        "and writes the damaged photo, mask, layout, result and a before/after picture.",
    )
    parser.add_argument("-o", "--output", type=arguments.path, default=Path("restored-sample"), metavar="DIR")
    arguments.add_device(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """Writes into DIR, over an earlier sample, and prints what is where."""
    from facerestore.demo.before_after import before_after
    from facerestore.demo.sample import damaged_sample
    from facerestore.files.layout_file import write_layout
    from facerestore.files.writing import write_mask
    from facerestore.jobs.file_job import FileJob, restore_file
    from facerestore.jobs.file_masks import MaskFiles
    from facerestore.jobs.result_files import ensure_folder
    from facerestore.restoration.local import LocalNetworks

    folder: Path = parsed.output
    ensure_folder(folder)
    sample = damaged_sample()
    photo, mask = folder / "portrait.png", folder / "portrait_mask.png"
    _write(sample.damaged, photo)
    write_mask(sample.mask, mask, overwrite=True)
    job = FileJob(photo=photo, masks=MaskFiles(mask), output=folder / "portrait_restored.png", overwrite=True)
    with shown_progress() as (progress, cancel):
        restored = restore_file(job, LocalNetworks(device=parsed.device), on_progress=progress, cancel=cancel)
    result = restored.result
    layout, comparison = folder / "portrait_layout.png", folder / "before_after.png"
    write_layout(result.candidates[0].layout, layout, overwrite=True)
    faces = tuple(candidate.alignment for candidate in result.candidates)
    _write(before_after(sample.damaged, result.photo, alignments=faces), comparison)
    for name, path in (
        ("damaged photo", photo),
        ("its mask", mask),
        ("layout of the face", layout),
        ("restored photo", restored.output),
        ("record", restored.record),
        ("before and after", comparison),
    ):
        print(f"{name:<20}{shown(path)}")
    tell_terms(result.weights.values())
    print(f"restored in {result.elapsed_s:.1f} s on {result.device}")
    return 0


def _write(photo: "Photo", path: Path) -> None:
    from facerestore.files.writing import write_photo

    write_photo(photo, path, overwrite=True)
