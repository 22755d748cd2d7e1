"""Arguments that several commands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facerestore.restoration.restorers import RESTORERS, Restorer, default_restorer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from facerestore.values.damage_classes import Policy

Subparsers = "argparse._SubParsersAction[argparse.ArgumentParser]"
Points = tuple[tuple[float, float], ...]

_DEVICES: Final = ("auto", "cpu", "cuda", "mps", "torch", "onnx", "directml", "coreml")
_LABEL_ORDERS: Final = ("auto", "celeba", "bisenet", "segface")
_POINT_COUNT: Final = 5


def add_policies(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--policy",
        type=policy,
        action="append",
        default=[],
        metavar="CLASS=POLICY",
        help="what is done about one damage class of the masks, instead of what they say: keep, protect, fill or "
        "restore; the class by its English name or its grey value, for example dust=restore; a mask without that class "
        "is treated as it says; may be given again",
    )


def add_file(parser: argparse.ArgumentParser, name: str, metavar: str | None, words: str) -> None:
    """An option that names a file or a folder; without ``metavar`` it is called as the option."""
    parser.add_argument(name, type=path, metavar=metavar, help=words)


def add_device(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--device",
        choices=_DEVICES,
        default="auto",
        help="where the networks run (default: the best there is); torch and onnx choose what runs them",
    )


def add_references(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reference",
        type=path,
        action="append",
        default=[],
        metavar="PHOTO",
        help="another photograph of the person, from which the face may borrow what is hidden; may be given up to "
        "eight times; the record says how much was taken from each",
    )
    add_file(
        parser,
        "--album",
        "DIR",
        "folder of photographs in which the person is looked for; the faces that are most like the damaged one, in "
        "pose too, and sharp are used as references",
    )


def add_restorer(parser: argparse.ArgumentParser) -> None:
    known = " ".join(f"{one.name}: {one.description}" for one in RESTORERS.values())
    parser.add_argument(
        "--restorer",
        choices=tuple(RESTORERS),
        default=default_restorer().name,
        metavar="NAME",
        help=f"way to restore (default: %(default)s). {known}",
    )


def restorer(name: str) -> Restorer:
    return RESTORERS[name]


def add_restorers(parser: argparse.ArgumentParser) -> None:
    """One or several, by ``restorers``."""
    known = " ".join(f"{one.name}: {one.description}" for one in RESTORERS.values())
    parser.add_argument(
        "--restorer",
        type=restorers,
        action="extend",
        metavar="NAME",
        help="way to restore; may be given again, or as a list with commas: then each photo gets a result by each "
        f"(default: {default_restorer().name}). {known}",
    )


def restorers(text: str) -> list[Restorer]:
    """Those of a list with commas. Raises ArgumentTypeError with what is known."""
    names = [name.strip() for name in text.split(",")]
    unknown = next((name for name in names if name not in RESTORERS), None)
    if unknown is not None:
        raise argparse.ArgumentTypeError(f"there is no restorer {unknown!r}; known are {', '.join(RESTORERS)}")
    return [RESTORERS[name] for name in names]


def chosen_restorers(parsed: list[Restorer] | None) -> tuple[Restorer, ...]:
    """Each once, in the order given; the default where none is."""
    return tuple({one.name: one for one in parsed or (default_restorer(),)}.values())


def add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seed", type=whole_number, default=0, metavar="N", help="another seed paints another variant (default: 0)"
    )


def add_detail(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--detail",
        type=share,
        default=1.0,
        metavar="STRENGTH",
        help="how strong the fine detail is, 0 to 1, that a painted face borrows from visible skin, hair and cloth of "
        "the same scan, where the scan is finer than the networks paint; 0 leaves only grain (default: %(default)g)",
    )


def add_aligned(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--aligned",
        action="store_true",
        help="the photo is already a square face crop in the CelebA-HQ frame, of any size",
    )


def add_points(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--points",
        type=points,
        metavar="X,Y;...",
        help="where the face is, if it is not found: eye on the left, eye on the right, nose tip, left and right "
        "corner of the mouth as seen in the photo, in pixels from its top left corner, "
        "for example '203,101;246,103;224,125;205,142;242,144'",
    )


def add_label_order(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--label-order",
        choices=_LABEL_ORDERS,
        default="auto",
        help="order of the layout's class ids; auto reads it from the file, or refuses the file",
    )


def add_uncompressed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--uncompressed",
        action="store_true",
        help="a TIFF or PNG that is not compressed: larger, and written faster",
    )


def add_overwrite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="replace an earlier result; never an original",
    )


def label_order(choice: str) -> str | None:
    """The order that the person named, or None to read it from the file."""
    return None if choice == "auto" else choice


def policy(text: str) -> "tuple[str, Policy]":
    """A class and what is done about it. Raises ArgumentTypeError with what is expected."""
    from facerestore.values.damage_classes import CLASS_POLICIES, Policy

    name, _, wanted = (part.strip() for part in text.rpartition("="))
    known = [one.value for one in CLASS_POLICIES]
    if not name or wanted.lower() not in known:
        raise argparse.ArgumentTypeError(f"expected CLASS=POLICY, with one of {', '.join(known)}")
    return name, Policy(wanted.lower())


def points(text: str) -> Points:
    """Five points (x, y) of the photo. Raises ArgumentTypeError with what is expected."""
    try:
        parsed = tuple(tuple(float(part) for part in point.split(",")) for point in text.strip(" ;").split(";"))
    except ValueError:
        parsed = ()
    if len(parsed) != _POINT_COUNT or any(len(point) != 2 or not _is_finite(*point) for point in parsed):
        raise argparse.ArgumentTypeError("expected five points 'x,y;x,y;x,y;x,y;x,y'")
    return tuple((point[0], point[1]) for point in parsed)


def points_photo(parsed: Points | None) -> "tuple[NDArray[np.float64] | None, tuple[str, ...]]":
    """The points as the engine takes them, (5, 2), and what there is to say about their order."""
    import numpy as np

    from facerestore.values.face_points import ordered_points

    return (None, ()) if parsed is None else ordered_points(np.array(parsed, np.float64))


def path(text: str) -> Path:
    """A path with the home folder's ``~`` filled in."""
    return Path(text).expanduser()


def whole_number(text: str) -> int:
    try:
        seed = int(text)
    except ValueError:
        seed = -1
    if not 0 <= seed < 2**63:
        raise argparse.ArgumentTypeError("expected a whole number from 0 up")
    return seed


def share(text: str) -> float:
    """A number 0...1. Raises ArgumentTypeError with what is expected."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError("expected a number from 0 to 1")
    return number


def count(text: str) -> int:
    """A number of things, at least one."""
    value = whole_number(text)
    if value < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return value


def seconds(text: str) -> float:
    """A time, which may be 0."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not (_is_finite(value) and value >= 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return value


def _is_finite(*values: float) -> bool:
    return all(abs(value) < float("inf") for value in values)
