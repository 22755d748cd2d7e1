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
        "colour film with certainty.",
        epilog="Exit codes: 0 all good, 1 some photos failed, 2 usage.",
    )
    parser.add_argument("photo", type=arguments.path, metavar="PHOTO|DIR", help="photo, or folder of photos")
    parser.add_argument(
        "-o",
        "--output",
        type=arguments.path,
        required=True,
        metavar="MASKS",
        help="folder, for <photo>_mask.png; for a single photo it may be a file that ends in .png",
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
    arguments.add_device(parser)
    arguments.add_overwrite(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """Prints one sentence for each photo on standard output."""
    from facerestore.damage.proposals import Caution
    from facerestore.jobs.damage_files import damage_jobs, find_in_file
    from facerestore.restoration.local import LocalNetworks
    from facerestore.values.errors import FaceRestoreError

    jobs = damage_jobs(parsed.photo, parsed.output)
    networks = LocalNetworks(device=parsed.device)
    failed = 0
    said: set[str] = set()
    with shown_progress() as (progress, cancel):
        for photo, mask in jobs:
            try:
                found = find_in_file(
                    photo,
                    mask,
                    networks,
                    caution=Caution[parsed.caution.upper()],
                    most_dust_px=parsed.most_dust_px,
                    overwrite=parsed.overwrite,
                    on_progress=progress,
                    cancel=cancel,
                )
            except FaceRestoreError as error:
                if len(jobs) == 1:
                    raise
                failed += 1
                progress.clear()
                print(f"facerestore: {shown(' '.join(str(error).split()))}", file=sys.stderr)
                continue
            progress.clear()
            print(found.sentence(photo), flush=True)
            for note in found.notes:
                if note not in said:
                    print(f"note: {note}", file=sys.stderr)
                    said.add(note)
            for note in found.photo_notes:
                print(f"note: {shown(photo.name)}: {note}", file=sys.stderr)
    return FAILED if failed else GOOD
