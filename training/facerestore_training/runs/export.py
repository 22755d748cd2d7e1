"""From a run to a weights folder: the moving average as float16 safetensors, listed in the manifest with its card."""

import argparse
import json
from pathlib import Path
from typing import Any, Final

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore_models import create, tagged
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.names import BASE_TAG
from facerestore_models.weights import save_weights
from facerestore_training.runs.recording import METRICS_FILE
from facerestore_training.runs.run_folder import read_config

MAX_BYTES: Final = 16_000_000
_AVERAGE: Final = "average."


def add_tag_option(parser: argparse.ArgumentParser) -> None:
    """``--tag``, of the weights that a command exports."""
    parser.add_argument(
        "--tag", type=_tag, default=BASE_TAG, help=f"of the weights, as in texture_generator.TAG; default: {BASE_TAG}"
    )


def averaged(run_dir: Path) -> tuple[str, nn.Module]:
    """(name, moving average in evaluation mode) of a run. Raises WeightsMissing, WeightsDamaged."""
    try:
        name = str(json.loads((run_dir / "state.json").read_text(encoding="utf-8"))["network"])
        tensors = load_file(run_dir / "state.safetensors")
    except OSError as error:
        raise WeightsMissing(f"There is no run in {run_dir}.", advice="Train first.") from error
    except (ValueError, KeyError, SafetensorError) as error:
        raise WeightsDamaged(f"The state of the run in {run_dir} cannot be read.", advice="Train again.") from error
    network = create(name)
    network.load_state_dict({k.removeprefix(_AVERAGE): v for k, v in tensors.items() if k.startswith(_AVERAGE)})
    return name, network.eval().requires_grad_(requires_grad=False)


def export_run(run_dir: Path, weights_dir: Path, card: dict[str, Any], *, tag: str = BASE_TAG) -> Path:
    """The written weights file, of the network of that tag. ``card`` joins what the run knows of itself.

    That is: images seen, last validation, and, of runs that wrote it down, the recipe, the device, the sources of the
    data with their terms, and the weights that it started from with their own card. Raises WeightsMissing,
    WeightsDamaged.
    """
    name, network = averaged(run_dir)
    full_name = tagged(name, tag)
    path = weights_dir / f"{name if tag == BASE_TAG else full_name}.safetensors"
    save_weights(network, full_name, path)
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is larger than {MAX_BYTES} bytes")
    write_manifest_entry(weights_dir, full_name, path.name, card | _known_of(run_dir))
    return path


def _known_of(run_dir: Path) -> dict[str, Any]:
    values = json.loads((run_dir / "state.json").read_text(encoding="utf-8"))
    known: dict[str, Any] = {"images_seen": values["images"], "validation": _last_validation(run_dir)}
    config = read_config(run_dir)
    if config:
        known["recipe"] = f"{config['kind']} {config['recipe']}"
        known |= {field: config[field] for field in ("device", "sources", "started_from") if config[field]}
    return known


def _last_validation(run_dir: Path) -> dict[str, float]:
    file = run_dir / METRICS_FILE
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    found = [record for record in map(json.loads, lines) if record["kind"] == "validation"]
    return {k: v for k, v in found[-1].items() if k not in ("kind", "images", "elapsed_s")} if found else {}


def _tag(text: str) -> str:
    try:
        tagged("network", text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text
