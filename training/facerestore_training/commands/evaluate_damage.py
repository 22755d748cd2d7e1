"""``facerestore evaluate --damage``: from arguments to the report of found damage."""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

import torch

from facerestore.files.reading import read_photo
from facerestore.inference.backends.torch.networks import load_network, network_for
from facerestore.jobs.pairing import file_kind, files_of
from facerestore.values.errors import UsageError
from facerestore.values.request import eight_bits
from facerestore_training import held_out
from facerestore_training.damage_figures import TOLERANCE_PX
from facerestore_training.data import shards
from facerestore_training.data.damage.samples import DamagedPictures
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.evaluation import damage

_WINDOWS: Final = 300


def add_options(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--damage",
        type=Path,
        metavar="OVERLAYS",
        help="tar of real damage shapes: judges the search for damage, on --faces and the held-out part of --scenes",
    )
    group.add_argument("--undamaged", type=Path, metavar="DIR", help="with --damage: folder of photos without damage")


def run(arguments: argparse.Namespace, device: torch.device, cache: Path) -> None:
    """Writes ``damage.json`` and ``damage.md``. Raises UsageError, FaceRestoreError."""
    if not (arguments.faces or arguments.scenes):
        raise UsageError("Damage is drawn over pictures.", advice="Give --faces, --scenes or both.")
    network, sha256 = load_network(network_for("damage", arguments.weights_dir), device, arguments.weights_dir)
    pictures = list(shards.load_faces(arguments.faces, cache).pixels) if arguments.faces else []
    if arguments.scenes:
        pictures += [scene.pixels for scene in held_out.split_scenes(arguments.scenes)[1]]
    _, shapes = held_out.split_overlays(OverlayPool.read(arguments.damage))
    count = arguments.limit or _WINDOWS
    report = damage.DamageReport()
    report.notes = [
        f"{count} windows of {damage.WINDOW_PX} px of {len(pictures)} pictures, a fifth of them undamaged; seed "
        f"{damage.SEED}; pixels, within {TOLERANCE_PX} px; lookalikes in most of them; no faces given.",
        f"Network: SHA-256 {sha256}.",
    ]
    report.add(network, "drawn damage", damage.drawn_truths(DamagedPictures(pictures=pictures, overlays=shapes), count))
    quiet = pictures[:: max(1, len(pictures) // count)]
    report.add(network, f"undamaged, {len(quiet)}", damage.quiet_truths(quiet))
    if arguments.undamaged:
        photos = [read_photo(path).pixels for path in files_of(arguments.undamaged) if file_kind(path).is_ours]
        name = f"{arguments.undamaged.resolve().name}, {len(photos)}"
        report.add(network, name, damage.quiet_truths([eight_bits(pixels) for pixels in photos]))
    (arguments.out / "damage.json").write_text(json.dumps(report.as_json(), indent=2) + "\n", encoding="utf-8")
    text = report.markdown()
    (arguments.out / "damage.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
