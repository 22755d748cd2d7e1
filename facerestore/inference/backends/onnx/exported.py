"""The manifest of a folder of exported networks: which there are, of which weights they were made, in which files."""

import hashlib
import json
import re
import stat
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from facerestore.files.installed_weights import weights_folder
from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore.values.translatable_text import TranslatableText

FOLDER: Final = "onnx"
"""In the folder of weights: networks that were exported there, with their weights."""

GRAPHS: Final = "graphs"
"""The same without weights, as the program comes with them."""

MANIFEST: Final = "onnx.json"
_FORMAT: Final = 2
"""2: what lenders bring is a graph's output, and borrowing reads it (1: their pictures)."""
_MOST_BYTES: Final = 2**20
_MOST_NETWORKS: Final = 100
_LARGEST_FILE: Final = 2**31
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_NAME: Final = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
ADVICE: Final = "Export the networks again (facerestore models export-onnx)."
_REPAIR: Final = "Install facerestore again, or choose another folder of weights."


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedGraph:
    """One file. ``graph``: which step of its network it is, ``whole`` where there is one only. ``weights``: the file,
    in the folder above, in which the weights are that this one leaves out; None where it has its own."""

    graph: str
    file: str
    sha256: str
    size_bytes: int
    weights: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedNetwork:
    """A network in one graph or several. ``name`` has its tag: ``texture_generator.base``; ``weights_sha256``: of the
    file of weights that it was made of."""

    name: str
    task: str
    weights_sha256: str
    graphs: tuple[ExportedGraph, ...]

    def is_called(self, wanted: str) -> bool:
        """Whether this is the network of a task, or that of a name with or without a tag, or its twin for tests."""
        network, _, tag = self.name.partition(".")
        asked, _, asked_tag = wanted.partition(".")
        return wanted == self.task or (network.removesuffix("_tiny") == asked and tag == (asked_tag or "base"))

    def graph(self, name: str) -> ExportedGraph | None:
        return next((one for one in self.graphs if one.graph == name), None)


def exported_folder(weights_dir: Path | None = None) -> Path:
    """Where the program looks for exported networks: those with weights, if there are any."""
    folder = weights_folder(weights_dir)
    without = folder / GRAPHS
    return without if (without / MANIFEST).exists() and not (folder / FOLDER / MANIFEST).exists() else folder / FOLDER


def read_exported(folder: Path) -> tuple[ExportedNetwork, ...]:
    """What a folder's manifest lists. Raises WeightsMissing where there is none, WeightsDamaged."""
    path = folder / MANIFEST
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
            raise ValueError("it is no regular file, or too large")
        whole = json.loads(path.read_text(encoding="utf-8"))
        return _parsed(whole)
    except OSError as error:
        raise WeightsMissing(
            TranslatableText("There are no exported networks in {folder}.", folder=str(folder)), advice=ADVICE
        ) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise WeightsDamaged(
            TranslatableText("The list of exported networks in {folder} cannot be read.", folder=str(folder)),
            advice=ADVICE,
        ) from error


def manifest_text(networks: tuple[ExportedNetwork, ...], *, opset: int) -> str:
    """What ``read_exported`` reads."""
    return (
        json.dumps({"format": _FORMAT, "opset": opset, "networks": [asdict(one) for one in networks]}, indent=2) + "\n"
    )


def verified_bytes(folder: Path, graph: ExportedGraph) -> bytes:
    """A graph's file, compared with its hash before anybody reads it. Raises WeightsMissing, WeightsDamaged."""
    path = folder / graph.file
    try:
        if path.stat().st_size != graph.size_bytes:
            raise _damaged(graph)
        content = path.read_bytes()
    except OSError as error:
        raise WeightsMissing(
            TranslatableText("The weights file {file} cannot be read.", file=graph.file), advice=ADVICE
        ) from error
    if hashlib.sha256(content).hexdigest() != graph.sha256:
        raise _damaged(graph)
    return content


class LeftOutWeights:
    """The files of weights that the graphs of a network read, each read and compared with its hash once for all of
    them. It keeps them until it is told to ``forget``."""

    def __init__(self, folder: Path, network: ExportedNetwork) -> None:
        self._folder, self._network = folder, network
        self._read: dict[str, bytes] = {}

    def of(self, graph: ExportedGraph) -> bytes | None:
        """What a graph reads; None where it has its own. Raises WeightsMissing, WeightsDamaged."""
        if graph.weights is None:
            return None
        if graph.weights not in self._read:
            self._read[graph.weights] = _whole_bytes(self._folder.parent / graph.weights, self._network.weights_sha256)
        return self._read[graph.weights]

    def forget(self) -> None:
        """Give their memory back; who asks again reads again."""
        self._read.clear()


def verify_exported(folder: Path) -> tuple[tuple[str, bool, str], ...]:
    """(file name, whole, what was found) for every file of the manifest."""
    found = []
    for network in read_exported(folder):
        weights = LeftOutWeights(folder, network)
        for graph in network.graphs:
            try:
                verified_bytes(folder, graph)
                weights.of(graph)
            except WeightsMissing:
                found.append((graph.file, False, "missing or unreadable"))
            except WeightsDamaged:
                found.append((graph.file, False, "size or SHA-256 is not as listed"))
            else:
                found.append((graph.file, True, "SHA-256 as listed"))
    return tuple(found)


def _whole_bytes(path: Path, sha256: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WeightsMissing(
            TranslatableText("The weights file {file} cannot be read.", file=path.name), advice=_REPAIR
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise WeightsDamaged(
            TranslatableText("The weights file {file} is not whole ({found}).", file=path.name, found=found[:12]),
            advice=_REPAIR,
        )
    return content


def _damaged(graph: ExportedGraph) -> WeightsDamaged:
    return WeightsDamaged(
        TranslatableText("The exported network {file} is damaged: its SHA-256 is another.", file=graph.file),
        advice=ADVICE,
    )


def _parsed(whole: Any) -> tuple[ExportedNetwork, ...]:
    """Raises ValueError, TypeError or KeyError for what is no manifest."""
    if whole["format"] != _FORMAT or not isinstance(whole["networks"], list):
        raise ValueError("another format")
    if len(whole["networks"]) > _MOST_NETWORKS:
        raise ValueError("too many networks")
    networks = tuple(_network(entry) for entry in whole["networks"])
    files = [graph.file for network in networks for graph in network.graphs]
    for listed in (files, [network.name for network in networks], [network.task for network in networks]):
        if len(set(listed)) < len(listed):
            raise ValueError("listed twice")
    return networks


def _network(entry: dict[str, Any]) -> ExportedNetwork:
    graphs = tuple(_graph(one) for one in entry["graphs"][:_MOST_NETWORKS])
    return ExportedNetwork(
        name=_matching(_NAME, entry["name"]),
        task=_matching(_NAME, entry["task"]),
        weights_sha256=_matching(_SHA256, entry["weights_sha256"]),
        graphs=graphs,
    )


def _graph(entry: dict[str, Any]) -> ExportedGraph:
    size = entry["size_bytes"]
    if type(size) is not int or not 0 < size <= _LARGEST_FILE:
        raise ValueError("no size")
    return ExportedGraph(
        graph=_matching(_NAME, entry["graph"]),
        file=_matching(_NAME, entry["file"]),
        sha256=_matching(_SHA256, entry["sha256"]),
        size_bytes=size,
        weights=None if entry.get("weights") is None else _matching(_NAME, entry["weights"]),
    )


def _matching(pattern: re.Pattern[str], value: object) -> str:
    """Raises ValueError: a name of a file in the folder itself, a hash."""
    if not isinstance(value, str) or not pattern.fullmatch(value) or len(value) > 200:
        raise ValueError("malformed")
    return value
