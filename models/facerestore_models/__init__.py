"""The networks: what they are (spec), how to make one (registry), how its weights are kept (weights)."""

from facerestore_models.registry import create, list_networks, spec_of
from facerestore_models.spec import NetworkSpec, Task

__all__ = ["NetworkSpec", "Task", "create", "list_networks", "spec_of"]
