"""The table of networks by name. A network's module registers its entry function."""

from collections.abc import Callable
from importlib import import_module
from typing import Final, TypeVar

from torch import nn

from facerestore_models.names import split_tag
from facerestore_models.spec import NetworkSpec, Task

_MODULES: Final = (
    "face_detector",
    "face_points",
    "semantic_layout",
    "texture_generator",
    "seed_two_stage",
    "face_embedder",
    "damage_net",
    "in2",
    "isfrnet",
)
_Build = TypeVar("_Build", bound=Callable[[], nn.Module])
_entries: dict[str, tuple[NetworkSpec, Callable[[], nn.Module]]] = {}


def register(name: str, spec: NetworkSpec) -> Callable[[_Build], _Build]:
    """Register the decorated function, which builds the network with fresh weights, under ``name``."""

    def add(build: _Build) -> _Build:
        if name in _entries:
            raise ValueError(f"Two networks are called {name!r}.")
        _entries[name] = (spec, build)
        return build

    return add


def list_networks(task: Task | None = None) -> tuple[str, ...]:
    """The names of all registered networks, or of those for one task."""
    _load()
    return tuple(sorted(name for name, (spec, _) in _entries.items() if task in (None, spec.task)))


def create(name: str) -> nn.Module:
    """A network with fresh weights. Raises KeyError for a name that nobody registered; a tag makes no difference."""
    _load()
    return _entries[split_tag(name)[0]][1]()


def spec_of(name: str) -> NetworkSpec:
    """What the network reads and returns. Raises KeyError for a name that nobody registered."""
    _load()
    return _entries[split_tag(name)[0]][0]


def _load() -> None:
    for module in _MODULES:
        import_module(f"facerestore_models.{module}")
