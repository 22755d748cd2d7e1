"""The networks: what they are (spec), how to make one (registry), how its weights are kept (weights)."""

from facerestore_models.names import split_tag, tagged
from facerestore_models.registry import create, list_networks, spec_of
from facerestore_models.spec import Input, NetworkSpec, Task
from facerestore_models.texture_inputs import TextureInputs

__all__ = [
    "Input",
    "NetworkSpec",
    "Task",
    "TextureInputs",
    "create",
    "list_networks",
    "spec_of",
    "split_tag",
    "tagged",
]
