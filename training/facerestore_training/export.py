"""From a run to a weights folder: the moving average as float16 safetensors, listed in the manifest with its card."""

import json
from pathlib import Path
from typing import Any

from safetensors.torch import load_file

from facerestore.errors import WeightsMissing
from facerestore_models import create
from facerestore_models.weights import save_weights, write_manifest_entry

MAX_BYTES = 16_000_000


def export_run(run_dir: Path, weights_dir: Path, card: dict[str, Any]) -> Path:
    """The written weights file. ``card`` joins what the run knows of itself: images seen and last validation."""
    try:
        values = json.loads((run_dir / "state.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise WeightsMissing(f"There is no run in {run_dir}.", advice="Train first.") from error
    name = str(values["network"])
    network = create(name)
    tensors = load_file(run_dir / "state.safetensors")
    prefix = "average."
    network.load_state_dict({k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)})
    path = weights_dir / f"{name}.safetensors"
    save_weights(network, name, path)
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path.name} is larger than {MAX_BYTES} bytes")
    own = {"images_seen": values["images"], "validation": _last_validation(run_dir)}
    write_manifest_entry(weights_dir, name, path.name, card | own)
    return path


def _last_validation(run_dir: Path) -> dict[str, float]:
    lines = (run_dir / "metrics.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    found = [r for r in records if r["kind"] == "validation"]
    return {k: v for k, v in found[-1].items() if k not in ("kind", "images", "elapsed_s")} if found else {}
