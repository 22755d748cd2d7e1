"""``facerestore evaluate``: its options, and from them to reports."""

import argparse
from pathlib import Path

from facerestore.inference.backends.torch.devices import CHOICES, choose_device
from facerestore.values.errors import UsageError
from facerestore_training.commands import (
    evaluate_damage,
    evaluate_persons,
    evaluate_prior,
    evaluate_restorers,
    evaluate_stages,
)
from facerestore_training.evaluation import holes, identity


def add_options(parser: argparse.ArgumentParser) -> None:
    """All options of the command; ``run`` reads what they fill."""
    what = parser.add_argument_group("what to judge (several at once will do)")
    what.add_argument("--faces", type=Path, nargs="+", help="tars of aligned faces: judges stage 2")
    what.add_argument("--steering", action="store_true", help="with --faces: does stage 2 follow an edited layout?")
    what.add_argument("--pairs", type=Path, help="tar of faces with labels: judges stage 1 on its held-out part")
    what.add_argument(
        "--detail",
        type=float,
        nargs="+",
        metavar="STRENGTH",
        help="with --pairs of photos finer than 256 px, or --portraits: has a hole its scan's own energy, with detail "
        "of these strengths (0 to 1) and without? Only this is judged then",
    )
    what.add_argument(
        "--portraits", type=Path, help="with --detail: folder of whole photos, whose faces are enlarged to be scans"
    )
    what.add_argument("--scenes", type=Path, help="tar of whole photos: judges the detector on its held-out part")
    what.add_argument("--lfw", type=Path, help="folder with images.tar and pairs.csv: is the person kept?")
    what.add_argument(
        "--persons", type=Path, nargs="+", help="tars of several faces of each person: stage 2 with references"
    )
    what.add_argument(
        "--identity-check",
        type=Path,
        nargs="*",
        metavar="OTHER_PERSONS",
        help="with --persons: how well a restored face's check against references tells who is who; tars of other "
        "persons, by whom its limits are fitted. Without tars, each half of the persons is judged by the limits that "
        "the other half gives",
    )
    evaluate_damage.add_options(what)
    evaluate_restorers.add_options(what)
    evaluate_prior.add_options(what)
    how = parser.add_argument_group("how")
    how.add_argument("--masks", type=Path, help="folder of masks, BUCKET/KEY.png; drawn by seed and key without it")
    how.add_argument("--buckets", nargs="+", metavar="BUCKET", help=f"only these; drawn: {' '.join(holes.KINDS)}")
    how.add_argument("--weights-dir", type=Path)
    how.add_argument("--against", type=Path, metavar="WEIGHTS_DIR", help="other stages 1 and 2, compared by picture")
    how.add_argument("--parser", type=Path, help="stage 1 weights that read results; default: those of --weights-dir")
    how.add_argument(
        "--features", type=Path, help="SqueezeNet 1.1 features: feature distance, and KID from 2,000 faces"
    )
    how.add_argument("--lpips-backbone", type=Path, help="AlexNet or VGG16 as safetensors, torchvision's names")
    how.add_argument("--embedder", type=Path, help="with --lfw: another face network, as ONNX or our weights")
    how.add_argument("--embedder-input", choices=tuple(identity.INPUTS), default="0-255", help="range of its RGB input")
    how.add_argument(
        "--teacher",
        type=Path,
        help="with --scenes: YuNet as ONNX; points are measured against the mean of its looks, not the stored ones",
    )
    how.add_argument(
        "--sources", nargs="+", metavar="SOURCE", help="with --scenes: only photos whose KEY.json names one of these"
    )
    how.add_argument("--enlarged", type=float, default=2.0, help="with --portraits: by how much (1 to 4)")
    how.add_argument(
        "--restorers", nargs="+", metavar="NAME", help="with --all-restorers, --lfw and --shapes: only these ways"
    )
    how.add_argument(
        "--weights",
        nargs="+",
        default=[],
        type=evaluate_restorers.other_weights,
        metavar="NAME=FILE",
        help="with --all-restorers: a second table, of these restorers with these weights as their painter",
    )
    how.add_argument("--limit", type=int, help="only the first so many faces or pairs")
    how.add_argument("--seed", type=int, default=0)
    how.add_argument("--device", default="auto", choices=CHOICES)
    how.add_argument("--cache", type=Path, help="where decoded data is kept; default: OUT/../cache")
    parser.add_argument("--out", type=Path, required=True)
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Every evaluation that was asked for. Returns 0. Raises FaceRestoreError, FileNotFoundError."""
    if not any(
        (arguments.faces, arguments.pairs, arguments.portraits, arguments.scenes, arguments.lfw, arguments.persons)
    ):
        raise UsageError("There is nothing to evaluate.", advice="Give --faces, --pairs, --scenes, --lfw or --persons.")
    if arguments.steering and not arguments.faces:
        raise UsageError("Steering is judged on faces.", advice="Give --faces.")
    if arguments.identity_check is not None and not arguments.persons:
        raise UsageError("The identity check is judged on persons.", advice="Give --persons.")
    if arguments.detail and bool(arguments.pairs) == bool(arguments.portraits):
        raise UsageError("Detail is judged on pairs or portraits.", advice="Give --pairs or --portraits.")
    if arguments.portraits and not arguments.detail:
        raise UsageError("Portraits are to judge detail.", advice="Give --detail.")
    if not 1 <= arguments.enlarged <= 4:
        raise UsageError("Portraits are enlarged 1 to 4 times.")
    if (arguments.all_restorers or arguments.shapes) and not (arguments.faces or arguments.scenes):
        raise UsageError("Restorers are compared on pictures.", advice="Give --faces, --scenes or both.")
    if arguments.prior and not arguments.faces:
        raise UsageError("A prior is judged on faces.", advice="Give --faces.")
    if arguments.weights and not (arguments.all_restorers and arguments.faces):
        raise UsageError("Other weights are compared on faces.", advice="Give --all-restorers and --faces.")
    if not all(0 <= one <= 1 for one in arguments.detail or ()):
        raise UsageError("The strength of detail is 0 to 1.")
    unknown = set(arguments.buckets or ()) - set(holes.KINDS)
    if unknown and (arguments.lfw or not arguments.masks):
        raise UsageError(f"There is no bucket {min(unknown)}.", advice=f"Known are {', '.join(holes.KINDS)}.")
    device = choose_device(arguments.device)
    cache = arguments.cache or arguments.out.parent / "cache"
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.damage:
        # what it is drawn over is not judged itself
        evaluate_damage.run(arguments, device, cache)
        return 0
    if arguments.prior:
        evaluate_prior.run(arguments, device, cache)
        return 0
    if arguments.all_restorers or arguments.shapes:
        evaluate_restorers.run(arguments, device, cache)
        return 0
    if arguments.scenes:
        evaluate_stages.evaluate_detector(arguments, device, cache)
    if arguments.detail:
        evaluate_stages.evaluate_detail(arguments, cache)
    elif arguments.pairs:
        evaluate_stages.evaluate_layout(arguments, device, cache)
    if arguments.faces and arguments.steering:
        evaluate_stages.evaluate_steering(arguments, device, cache)
    elif arguments.faces:
        evaluate_stages.evaluate_texture(arguments, device, cache)
    if arguments.lfw:
        evaluate_persons.evaluate_identity(arguments, cache)
    if arguments.persons and arguments.identity_check is not None:
        evaluate_persons.evaluate_identity_check(arguments, device, cache)
    elif arguments.persons:
        evaluate_persons.evaluate_persons(arguments, device, cache)
    return 0
