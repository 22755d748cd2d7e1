"""``facerestore train import-stylegan``: public StyleGAN2 weights as the generator of ISFRNet's stage 1."""

import argparse
import sys
from pathlib import Path
from typing import Final

from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from facerestore.values.errors import UsageError, WeightsDamaged
from facerestore_models import create, list_networks
from facerestore_models.isfrnet import IsfrNet
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.public_stylegan import UnknownLayout, converted, described
from facerestore_models.weights import save_weights, sha256_of
from facerestore_training.runs.export import add_tag_option

MAX_BYTES: Final = 1_000_000_000


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("weights", type=Path, help="the generator's state dictionary as safetensors")
    parser.add_argument("--out", type=Path, required=True, help="a weights folder, for --from-weights of a run")
    networks = [name for name in list_networks("texture") if name.startswith("isfrnet")]
    parser.add_argument("--network", choices=networks, default="isfrnet_large", help="default: %(default)s")
    parser.add_argument("--source", required=True, help="where the weights are from, for the card")
    parser.add_argument("--licence", required=True, help="their terms, for the card")
    add_tag_option(parser)
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the network's file: the generator from outside, the rest fresh."""
    tensors = read_public(arguments.weights)
    network = create(arguments.network)
    assert isinstance(network, IsfrNet)
    generator = network.prior.generator
    try:
        generator.load_state_dict(converted(tensors, generator))
    except UnknownLayout as error:
        raise UsageError(
            f"{arguments.weights.name} does not fit the generator of {arguments.network}: {error}.",
            advice=f"It has {described(tensors)}; the generator has {len(generator.mapping.layers)} and "
            f"{generator.width}, and paints {generator.size_px} px.",
        ) from error
    name = f"{arguments.network}.{arguments.tag}"
    path = arguments.out / f"{name}.safetensors"
    save_weights(network, name, path)
    card = {
        "purpose": "The generator of stage 1; everything else is untrained.",
        "generator": {
            "source": arguments.source,
            "licence": arguments.licence,
            "file": arguments.weights.name,
            "sha256": sha256_of(arguments.weights),
        },
    }
    write_manifest_entry(arguments.out, name, path.name, card)
    sys.stdout.write(f"{path}\n")
    return 0


def read_public(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file. Raises UsageError for what is no such file, FileNotFoundError."""
    if not path.is_file():
        raise FileNotFoundError(2, "no such file", str(path))
    if path.suffix.lower() in {".pkl", ".pth", ".pt", ".ckpt", ".bin"}:
        raise UsageError(
            f"{path.name} would have to be unpickled, which can run any program: it is not read.",
            advice="Convert it to safetensors where you trust it, and give that file.",
        )
    if path.stat().st_size > MAX_BYTES:
        raise UsageError(f"{path.name} has more than {MAX_BYTES // 1_000_000} MB.", advice="Give the generator alone.")
    try:
        return load_file(path)
    except SafetensorError as error:
        raise WeightsDamaged(f"{path.name} is no safetensors file ({error}).", advice="Convert it again.") from error
