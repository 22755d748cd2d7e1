"""The kinds of network that can be trained: each module of this folder that has a KIND, by its name.

A kind touches nothing else: its module says its recipes, its options, and how its task is built from them.
"""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Final

from facerestore_training.kinds.kind import TrainingKind

_MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]

KINDS: Final[Mapping[str, TrainingKind]] = MappingProxyType(
    {module.KIND.name: module.KIND for module in _MODULES if hasattr(module, "KIND")}
)
"""By name, in the order of the modules."""
