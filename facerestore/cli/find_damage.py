"""``facerestore find-damage``: masks of what looks damaged."""

import argparse
import sys
from typing import Final

from facerestore.cli import arguments
from facerestore.cli.exit_codes import FAILED, GOOD
from facerestore.cli.progress import shown_progress
from facerestore.values.file_names import shown

_CAUTIONS: Final = ("certain", "usual", "all")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "find-damage",
        help="find what is damaged, as masks for 'restore' and 'batch'",
        description="Writes a mask for each photo, a grey PNG of damage classes: 192 dust, 200 scratch, 208 crease, "
        "216 stain, 224 torn or missing, 0 not damaged. Look at it, in the window or elsewhere, before you restore by "
        "it: what is found is a proposal. Of eyes and mouths only what is certain is proposed. Where a scan has an "
        "infrared channel (a fourth channel or a second page of a TIFF), it is used: it shows dust and scratches on "
        "colour film with certainty. In a folder, what lies at the same place of many scans of one size (dust on the "
        "glass, the line of a roller) is looked for too: where that is certain it goes into all masks of that size, "
        "where it is not you are asked, in repeated/places.json beside the masks.",
        epilog="Exit codes: 0 all good, 1 some photos failed, 2 usage.",
    )
    parser.add_argument("photo", type=arguments.path, metavar="PHOTO|DIR", help="photo, or folder of photos")
    parser.add_argument(
        "-o",
        "--output",
        type=arguments.path,
        required=True,
        metavar="MASKS",
        help="folder, for <photo>_mask.png, or <photo>.<ending>_mask.png where two photos share a name, as 'batch' "
        "looks for them; for a single photo it may be a file that ends in .png",
    )
    parser.add_argument(
        "--caution",
        choices=_CAUTIONS,
        default="usual",
        help="certain: only what nobody would doubt; usual (the default); all: also what may well be a button or "
        "a curl, to be looked through",
    )
    parser.add_argument(
        "--most-dust-px",
        type=arguments.whole_number,
        metavar="N",
        help="a speck with more photo pixels across is no dust and stays (default: a fortieth of the photo's longest "
        "side, at least 24)",
    )
    repeated = parser.add_mutually_exclusive_group()
    repeated.add_argument(
        "--repeated",
        type=arguments.path,
        metavar="FILE",
        help="a places.json in which you wrote yes or no: what repeats is put into the masks, or taken out, as it "
        "says; masks that are there already are changed and not made anew, unless --overwrite is given",
    )
    repeated.add_argument(
        "--each-alone",
        action="store_true",
        help="do not look for damage that repeats across the scans of a folder",
    )
    parser.add_argument(
        "--recursive", action="store_true", help="look into the folders below as well, at each scan alone"
    )
    arguments.add_device(parser)
    arguments.add_overwrite(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """Prints one sentence for each photo on standard output, and what there is to say of all of them."""
    from facerestore.damage.proposals import Caution
    from facerestore.jobs.damage_files import damage_jobs, find_in_file
    from facerestore.jobs.repeated_damage import change_mask, keeps_copy, settle_repeated
    from facerestore.jobs.repeated_report import read_report, report_in
    from facerestore.restoration.local import LocalNetworks
    from facerestore.values.errors import FaceRestoreError, UsageError

    jobs = damage_jobs(parsed.photo, parsed.output, is_recursive=parsed.recursive)
    is_folder = parsed.photo.is_dir()
    if parsed.recursive and parsed.repeated:
        raise UsageError("--repeated is for the scans of one folder.", advice="Leave out --recursive.")
    # a report names scans of one folder
    looks_across = is_folder and not parsed.each_alone and not parsed.recursive
    # a damaged report is said before hours of work, and not after
    decided = read_report(parsed.repeated) if parsed.repeated else report_in(parsed.output) if looks_across else ()
    networks = LocalNetworks(device=parsed.device)
    failed = 0
    said: set[str] = set()
    searched = []
    with shown_progress() as (progress, cancel):
        for index, (photo, mask) in enumerate(jobs):
            try:
                if parsed.repeated and not parsed.overwrite and mask.exists():
                    sentence = change_mask(mask, photo, decided)
                    progress.clear()
                    print(sentence, flush=True)
                    continue
                found = find_in_file(
                    photo,
                    mask,
                    networks,
                    caution=Caution[parsed.caution.upper()],
                    most_dust_px=parsed.most_dust_px,
                    overwrite=parsed.overwrite,
                    keeps_copy=looks_across and keeps_copy(index, len(jobs)),
                    on_progress=progress,
                    cancel=cancel,
                )
            except FaceRestoreError as error:
                if not is_folder:
                    raise
                failed += 1
                progress.clear()
                print(f"facerestore: {shown(' '.join(str(error).split()))}", file=sys.stderr)
                continue
            progress.clear()
            print(found.sentence, flush=True)
            for note in found.notes:
                if note not in said:
                    print(f"note: {note}", file=sys.stderr)
                    said.add(note)
            for note in found.photo_notes:
                print(f"note: {shown(photo.name)}: {note}", file=sys.stderr)
            searched.append(found)
    if searched and (looks_across or decided):
        for sentence in settle_repeated(searched, parsed.output, decided):
            print(sentence, flush=True)
    return FAILED if failed else GOOD
