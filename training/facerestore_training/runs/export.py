"""From a run to a weights folder: the moving average as float16 safetensors, listed in the manifest with its card."""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore_models import create, split_tag, tagged
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.names import BASE_TAG
from facerestore_models.weights import WeightsProblem, load_weights, save_weights, sha256_of
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


@dataclass(frozen=True)
class Interpolation:
    """How far to go from other weights of the same network to those of a run: ``share`` 0...1 of the way.

    A straight way between weights and what they became by further training keeps more of what both can do than either
    end (M. Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022)."""

    weights: Path
    share: float

    def applied(self, name: str, network: nn.Module) -> None:
        """Change a network in place. Raises WeightsDamaged, WeightsMissing."""
        try:
            found, other = load_weights(self.weights)
        except OSError as error:
            raise WeightsMissing(f"There are no weights in {self.weights}.") from error
        except WeightsProblem as error:
            raise WeightsDamaged(f"{self.weights.name} cannot be used: {error}.") from error
        if split_tag(found)[0] != name:
            raise WeightsDamaged(f"{self.weights.name} holds {found}, and the run is of {name}.")
        theirs = other.state_dict()
        network.load_state_dict(
            {
                key: torch.lerp(theirs[key].float(), value.float(), self.share) if value.is_floating_point() else value
                for key, value in network.state_dict().items()
            }
        )

    def as_json(self) -> dict[str, Any]:
        return {"share": self.share, "other_weights": sha256_of(self.weights)}


def export_run(
    run_dir: Path,
    weights_dir: Path,
    card: dict[str, Any],
    *,
    tag: str = BASE_TAG,
    interpolation: Interpolation | None = None,
) -> Path:
    """The written weights file, of the network of that tag. ``card`` joins what the run knows of itself.

    That is: images seen, last validation (of the run's own weights), and, of runs that wrote it down, the recipe, the
    device, the sources of the data with their terms, and the weights that it started from with their own card; and
    what was interpolated. Raises WeightsMissing, WeightsDamaged.
    """
    name, network = averaged(run_dir)
    if interpolation is not None:
        card = card | {"interpolated": interpolation.as_json()}
        interpolation.applied(name, network)
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
