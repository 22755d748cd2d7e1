"""Which weights a run starts from: a file, or what is installed."""

from pathlib import Path
from typing import Final

from torch import nn

from facerestore.inference.backends.torch.networks import list_weights, network_for
from facerestore.values.errors import UsageError, WeightsDamaged
from facerestore_models import Task, create, split_tag
from facerestore_models.weights import WeightsProblem, load_weights

SHIPPED: Final = "shipped"


def weights_named(text: str, task: Task) -> Path:
    """The file of ``--from-weights``: a path, or for ``shipped`` the installed weights of the task.

    Raises WeightsMissing where none are installed.
    """
    if text != SHIPPED:
        return Path(text)
    name = network_for(task)
    return next(entry.path for entry in list_weights() if entry.name == name)


def loaded(weights: Path) -> tuple[str, nn.Module]:
    """(name with its tag, network) of a weights file, for use. Raises WeightsDamaged, FileNotFoundError."""
    try:
        return load_weights(weights)
    except WeightsProblem as error:
        raise WeightsDamaged(f"{weights.name} is no usable weights file: {error}.", advice="Choose another.") from error


def starting_network(weights: Path | None, name: str) -> nn.Module:
    """The network ``name``, fresh or with weights, ready to learn. Raises UsageError for another network's."""
    if weights is None:
        return create(name)
    found, network = loaded(weights)
    if split_tag(found)[0] != name:
        raise UsageError(f"{weights.name} holds {found}, but this recipe trains {name}.", advice="Choose another.")
    return network.requires_grad_(requires_grad=True)
