"""``facerestore layout``: which part of the face each pixel is."""

import argparse
import sys

from facerestore.cli import arguments
from facerestore.values.file_names import shown


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "layout",
        help="predict the layout of a face",
        description="Writes the layout of the photo's largest face: an indexed PNG with 19 classes in "
        "CelebAMask-HQ order, for 'restore --layout'.",
    )
    parser.add_argument("photo", type=arguments.path, metavar="PHOTO", help="PNG, TIFF, JPEG or WebP")
    parser.add_argument("--mask", type=arguments.path, help="what is damaged (white) and must not be believed")
    parser.add_argument("-o", "--output", type=arguments.path, required=True, metavar="LAYOUT.png")
    parser.add_argument(
        "--alternative",
        type=arguments.whole_number,
        default=0,
        metavar="N",
        help="1, 2, ...: other layouts that the hole allows; 0 (the default) is the best single guess",
    )
    arguments.add_aligned(parser)
    arguments.add_points(parser)
    arguments.add_device(parser)
    arguments.add_overwrite(parser)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """Prints the layout's path on standard output."""
    from facerestore.jobs.file_job import layout_file
    from facerestore.restoration.local import LocalNetworks

    points_photo, order_notes = arguments.points_photo(parsed.points)
    written = layout_file(
        parsed.photo,
        parsed.output,
        LocalNetworks(device=parsed.device),
        mask_path=parsed.mask,
        is_aligned=parsed.aligned,
        points_photo=points_photo,
        alternative=parsed.alternative,
        overwrite=parsed.overwrite,
    )
    print(shown(written.output))
    for note in (*order_notes, *written.notes):
        print(f"note: {note}", file=sys.stderr)
    return 0
