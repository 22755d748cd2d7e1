"""Exporting the installed networks for ONNX Runtime, at build time. Needs onnx and onnxscript besides PyTorch."""

import hashlib
import logging
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from facerestore.files.atomic_file import atomic_write
from facerestore.inference.backends.onnx.exported import (
    MANIFEST,
    ExportedGraph,
    ExportedNetwork,
    manifest_text,
    read_exported,
)
from facerestore.inference.backends.torch.networks import file_of, load_network, name_for
from facerestore.inference.backends.torch.onnx_graphs import EXPORTED_TASKS, GraphToExport, graphs_of
from facerestore.inference.backends.torch.weights_left_out import WeightsLeftOut
from facerestore.values.errors import UsageError, WeightsError, WeightsMissing

OPSET: Final = 20
_LEAST_PACKED: Final = 1024
"""Numbers; what is smaller stays as it is."""


def export_networks(
    folder: Path,
    weights_dir: Path | None = None,
    *,
    with_weights: bool = True,
    on_graph: Callable[[str], None] = lambda name: None,
) -> tuple[ExportedNetwork, ...]:
    """Write the program's own network of each task into a folder, with a manifest; tasks without weights are left out.

    ``with_weights``: else graphs only, which read their weights from the files of weights in the folder above.

    Files have their hash in their name, and the manifest comes last: whoever looks meanwhile, or after a kill, finds
    the former networks or the new ones, whole. ``on_graph`` is told each file's name when it is written.

    Raises UsageError without onnx and onnxscript, WeightsMissing where there are no weights at all, WeightsDamaged,
    OutputRefused.
    """
    _require_exporter()
    folder.mkdir(parents=True, exist_ok=True)
    former = _files_of(folder)
    made = []
    missing: WeightsMissing | None = None
    for task in EXPORTED_TASKS:
        try:
            name = name_for(task, weights_dir)
        except WeightsMissing as error:
            missing = error
            continue
        network, sha256 = load_network(name, torch.device("cpu"), weights_dir)
        left_out = None if with_weights else WeightsLeftOut(file_of(name, weights_dir))
        graphs = []
        for graph in graphs_of(task, network.to(memory_format=torch.contiguous_format)):
            written = _written(folder, name, graph, left_out)
            on_graph(written.file)
            graphs.append(written)
        made.append(ExportedNetwork(name=name, task=task, weights_sha256=sha256, graphs=tuple(graphs)))
    if not made and missing is not None:
        raise missing
    networks = tuple(made)
    atomic_write(folder / MANIFEST, manifest_text(networks, opset=OPSET).encode(), overwrite=True)
    for file in former - _files_of(folder):
        with suppress(OSError):
            (folder / file).unlink()
    return networks


def _require_exporter() -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import onnx  # noqa: F401
            import onnxscript  # noqa: F401
    except ImportError as error:
        raise UsageError(
            "Exporting needs the packages onnx and onnxscript.",
            advice='Install them: pip install "facerestore[export]"',
        ) from error


def _files_of(folder: Path) -> set[str]:
    try:
        return {graph.file for network in read_exported(folder) for graph in network.graphs}
    except WeightsError:
        return set()


def _written(folder: Path, name: str, graph: GraphToExport, left_out: WeightsLeftOut | None) -> ExportedGraph:
    model = _exported(graph)
    weights = left_out.file if left_out is not None and left_out.leave_out_of(model) else None
    content = bytes(model.SerializeToString(deterministic=True))
    sha256 = hashlib.sha256(content).hexdigest()
    file = f"{name}.{graph.name}.{sha256[:12]}.onnx"
    atomic_write(folder / file, content, overwrite=True)
    return ExportedGraph(graph=graph.name, file=file, sha256=sha256, size_bytes=len(content), weights=weights)


def _exported(graph: GraphToExport) -> Any:
    """A graph as an ONNX model, without a word about the computer that made it."""
    shapes = tuple(dict(graph.free[name]) if name in graph.free else None for name in graph.given)
    loud = logging.getLogger("torch.onnx").level
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), torch.no_grad():
            # of the exporter about itself
            warnings.simplefilter("ignore")
            program = torch.onnx.export(
                graph.module.eval(),
                tuple(graph.given.values()),
                dynamo=True,
                opset_version=OPSET,
                input_names=list(graph.given),
                output_names=list(graph.returned),
                dynamic_shapes=shapes if graph.free else None,
                verbose=False,
            )
    finally:
        logging.getLogger("torch.onnx").setLevel(loud)
    assert program is not None
    model = program.model_proto
    _strip(model)
    _pack(model)
    return model


def _strip(model: Any) -> None:
    """Take out where in the source each node is from, which the exporter writes with full paths."""
    del model.metadata_props[:]
    del model.graph.metadata_props[:]
    for group in (model.graph.node, model.graph.value_info, model.graph.input, model.graph.output, model.functions):
        for one in group:
            one.doc_string = ""
            del one.metadata_props[:]
    for tensor in model.graph.initializer:
        tensor.doc_string = ""
        del tensor.metadata_props[:]


def _pack(model: Any) -> None:
    """Keep weights as the 16 bits that they were made of: half the file, and the same numbers."""
    from onnx import TensorProto, helper, numpy_helper

    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT:
            continue
        values = numpy_helper.to_array(tensor)
        with np.errstate(over="ignore"):
            halved = values.astype(np.float16)
        if values.size < _LEAST_PACKED or not np.array_equal(halved.astype(np.float32), values):
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(halved, f"{name}.half"))
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    for place, cast in enumerate(casts):
        model.graph.node.insert(place, cast)
