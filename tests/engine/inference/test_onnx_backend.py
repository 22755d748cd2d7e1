"""Networks exported from small ones, run by ONNX Runtime: the same answers, and nothing that is not as listed."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from examined_here import examine_here

from facerestore.cli.main import main
from facerestore.inference import backend_choice, installed_engines
from facerestore.inference.backend_choice import choose_backend, chosen_backend
from facerestore.inference.backends.onnx.exported import (
    GRAPHS,
    MANIFEST,
    ExportedNetwork,
    LeftOutWeights,
    exported_folder,
    manifest_text,
    read_exported,
    verify_exported,
)
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.device_probe import Probed
from facerestore.inference.installed_engines import onnx_problem
from facerestore.inference.loaded_networks import Networks
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.errors import OutOfMemory, UsageError, WeightsDamaged, WeightsMissing
from facerestore.values.geometry import Extent
from facerestore.values.request import EmbeddingRequest, LayoutRequest
from facerestore_models import create
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.weights import save_weights
from facerestore_resources.network_shapes import LAYOUT_LATENT_CHS

onnxruntime = pytest.importorskip("onnxruntime", reason="comes with the extra dev")
pytest.importorskip("onnxscript", reason="comes with the extra dev")

SMALL = ("face_points_tiny", "semantic_layout_tiny", "face_embedder_tiny")
"""Those whose export takes a second each; all of them are in ``test_exported_networks``."""


@pytest.fixture(scope="module")
def weights(tmp_path_factory) -> Path:
    """A folder of weights and, beside them, what was exported of them."""
    from facerestore.inference.backends.torch.onnx_export import export_networks

    folder = tmp_path_factory.mktemp("weights")
    torch.manual_seed(0)
    for name in SMALL:
        network = create(name)
        for parameter in network.parameters():  # fresh ones end in zeros
            parameter.data.add_(0.1 * torch.randn_like(parameter))
        save_weights(network, name, folder / f"{name}.safetensors")
        write_manifest_entry(folder, name, f"{name}.safetensors", {})
    export_networks(exported_folder(folder), folder)
    return folder


@pytest.fixture(scope="module")
def graphs(weights, tmp_path_factory) -> Path:
    """The same weights, and graphs that read them."""
    from facerestore.inference.backends.torch.onnx_export import export_networks

    folder = tmp_path_factory.mktemp("graphs")
    for path in weights.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    export_networks(folder / GRAPHS, folder, with_weights=False)
    return folder


@pytest.fixture
def copied(weights, tmp_path) -> Path:
    """The same folder, to be spoilt."""
    for path in weights.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(weights)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def enough(monkeypatch) -> None:
    """As if the small folder had all that restoring needs."""
    monkeypatch.setattr(installed_engines, "NEEDED_TASKS", frozenset({"layout"}))


def both(weights):
    from facerestore.inference.backends.onnx.backend import OnnxBackend

    return TorchBackend(torch.device("cpu"), weights), OnnxBackend(exported_folder(weights))


def crop() -> FaceCrop:
    hole = np.zeros((256, 256), bool)
    hole[90:170, 60:200] = True
    pixels = np.random.default_rng(1).random((256, 256, 3), np.float32)
    return FaceCrop(pixels, hole, Alignment.of_aligned(Extent(256, 256)))


def test_that_networks_answer_the_same_by_both(weights):
    by_torch, by_onnx = both(weights)
    rng = np.random.default_rng(0)
    photo, hole = rng.random((1, 3, 256, 256), np.float32), np.zeros((1, 1, 256, 256), np.float32)
    hole[..., 60:120, 90:200] = 1
    latent = rng.standard_normal((1, LAYOUT_LATENT_CHS), np.float32)
    look = photo[..., :128, :128].copy(), hole[..., :128, :128].copy()
    for name, given in (
        ("points", look),
        ("layout", (photo, hole, None)),
        ("layout", (photo, hole, latent)),
        ("embedding", (photo, hole)),
    ):
        wanted, found = (getattr(backend, name)()(*given) for backend in (by_torch, by_onnx))
        assert found.dtype == np.float32
        np.testing.assert_allclose(found, wanted, atol=2e-5, err_msg=name)
        assert np.ptp(wanted) > 0.01, name
    assert by_onnx.weight_hashes == by_torch.weight_hashes


def test_that_layouts_and_alternatives_are_the_same_by_both(weights):
    for number in (0, 2):
        made = [Networks(backend=backend).predict_layout(LayoutRequest(crop(), number)) for backend in both(weights)]
        np.testing.assert_allclose(made[1].probabilities, made[0].probabilities, atol=1e-3)
        assert (made[1].layout.labels != made[0].layout.labels).mean() < 1e-3


def test_that_the_device_says_what_runs_the_networks_and_how_many_threads(weights, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert both(weights)[1].device_name == "cpu (ONNX Runtime, 3 threads)"


def test_that_an_export_says_nothing_of_the_computer_it_was_made_on(weights):
    for path in exported_folder(weights).glob("*.onnx"):
        assert b"/facerestore" not in path.read_bytes(), path.name
        assert str(Path.home()).encode() not in path.read_bytes() or Path.home() == Path("/"), path.name


def test_that_an_export_is_as_large_as_its_weights(weights):
    for network in read_exported(exported_folder(weights)):
        name = network.name.partition(".")[0]
        (graph,) = network.graphs
        assert graph.size_bytes < (weights / f"{name}.safetensors").stat().st_size + 150_000


def test_that_graphs_without_weights_answer_as_those_with_them(weights, graphs):
    rng = np.random.default_rng(0)
    photo, hole = rng.random((1, 3, 256, 256), np.float32), np.zeros((1, 1, 256, 256), np.float32)
    hole[..., 60:120, 90:200] = 1
    within, without = both(weights)[1], both(graphs)[1]
    for name in ("layout", "embedding"):
        given = (photo, hole, None) if name == "layout" else (photo, hole)
        np.testing.assert_array_equal(getattr(without, name)()(*given), getattr(within, name)()(*given))
    assert without.weight_hashes == within.weight_hashes


def test_that_graphs_without_weights_are_smaller_and_name_the_file_that_they_read(weights, graphs):
    inside = {one.name: one.graphs[0] for one in read_exported(exported_folder(weights))}
    for network in read_exported(exported_folder(graphs)):
        (graph,) = network.graphs
        assert graph.weights == f"{network.name.partition('.')[0]}.safetensors"
        assert graph.size_bytes < inside[network.name].size_bytes


@pytest.mark.parametrize("is_gone", [False, True])
def test_that_changed_weights_are_refused_before_a_graph_is_loaded(graphs, tmp_path, monkeypatch, is_gone):
    copy = tmp_path / "copy"
    shutil.copytree(graphs, copy)
    file = copy / "semantic_layout_tiny.safetensors"
    if is_gone:
        file.unlink()
    else:
        content = bytearray(file.read_bytes())
        content[-1] ^= 1
        file.write_bytes(content)
    assert [name for name, whole, _ in verify_exported(copy / GRAPHS) if not whole] != []
    monkeypatch.setattr(onnxruntime, "InferenceSession", None)
    refused = WeightsMissing if is_gone else WeightsDamaged
    with pytest.raises(refused):
        both(copy)[1].layout()
    with pytest.raises(refused):
        both(copy)[1].verified_hashes(["layout"])


def test_that_graphs_of_one_network_read_their_file_of_weights_once(graphs, tmp_path):
    from facerestore.inference.backends.onnx.graphs import OnnxGraphs
    from facerestore.inference.backends.onnx.sessions import SessionSettings

    copy = tmp_path / "copy"
    shutil.copytree(graphs, copy)
    network = next(one for one in read_exported(copy / GRAPHS) if one.task == "embedding")
    (graph,) = network.graphs
    several = replace(network, graphs=(graph, replace(graph, graph="again"), replace(graph, graph="once more")))
    loaded = OnnxGraphs(several, copy / GRAPHS, SessionSettings())
    (copy / graph.weights).unlink()
    photo, hole = np.full((1, 3, 256, 256), 0.5, np.float32), np.zeros((1, 1, 256, 256), np.float32)
    first, second, third = (loaded[one.graph].run(crop=photo, hole=hole)[0] for one in several.graphs)
    np.testing.assert_array_equal(first, second)
    np.testing.assert_array_equal(first, third)


def test_that_weights_are_let_go_when_told_to_and_read_again(graphs, tmp_path):
    network = next(one for one in read_exported(graphs / GRAPHS) if one.task == "embedding")
    shutil.copytree(graphs, tmp_path, dirs_exist_ok=True)
    weights = LeftOutWeights(tmp_path / GRAPHS, network)
    first = weights.of(network.graphs[0])
    assert weights.of(network.graphs[0]) is first
    weights.forget()
    assert weights.of(network.graphs[0]) == first
    (tmp_path / network.graphs[0].weights).unlink()
    weights.forget()
    with pytest.raises(WeightsMissing):
        weights.of(network.graphs[0])


def test_that_the_command_writes_graphs_where_the_program_looks_for_them(graphs, tmp_path, capsys):
    for path in graphs.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    assert main(["models", "export-onnx", "--without-weights", "--weights-dir", str(tmp_path)]) == 0
    assert exported_folder(tmp_path) == tmp_path / GRAPHS
    written = {path.name for path in (tmp_path / GRAPHS).iterdir()}
    assert written == {path.name for path in (graphs / GRAPHS).iterdir()}  # the same bytes give the same names


def test_that_the_graphs_that_come_with_the_program_are_of_its_weights():
    assert onnx_problem() is None
    assert all(whole for _, whole, _ in verify_exported(exported_folder()))


def test_that_a_second_export_takes_the_place_of_the_first_and_leaves_nothing_else(copied):
    from facerestore.inference.backends.torch.onnx_export import export_networks

    folder = exported_folder(copied)
    before = {path.name for path in folder.iterdir()}
    for name in SMALL[1:]:
        (copied / f"{name}.safetensors").unlink()
    entries = json.loads((copied / "manifest.json").read_text())
    entries["weights"] = [one for one in entries["weights"] if one["network"] == SMALL[0]]
    (copied / "manifest.json").write_text(json.dumps(entries))
    (network,) = export_networks(folder, copied)
    after = {path.name for path in folder.iterdir()}
    assert after == {MANIFEST, network.graphs[0].file}
    assert after < before  # the same weights give the same bytes


def test_that_a_folder_without_weights_exports_nothing(tmp_path):
    from facerestore.inference.backends.torch.onnx_export import export_networks

    with pytest.raises(WeightsMissing):
        export_networks(tmp_path / "onnx", tmp_path)
    assert not (tmp_path / "onnx" / MANIFEST).exists()


def test_that_a_changed_file_is_refused_before_it_is_loaded(copied, monkeypatch):
    file = next(exported_folder(copied).glob("semantic_layout*.onnx"))
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    monkeypatch.setattr(onnxruntime, "InferenceSession", None)
    with pytest.raises(WeightsDamaged, match="SHA-256"):
        both(copied)[1].layout()
    with pytest.raises(WeightsDamaged):
        both(copied)[1].verified_hashes(["layout"])
    assert [whole for _, whole, _ in verify_exported(exported_folder(copied))].count(False) == 1
    file.unlink()
    with pytest.raises(WeightsMissing):
        both(copied)[1].layout()


def test_that_a_file_as_listed_that_is_no_network_is_refused(copied):
    import hashlib

    folder = exported_folder(copied)
    networks = read_exported(folder)
    spoilt: list[ExportedNetwork] = []
    for network in networks:
        (graph,) = network.graphs
        (folder / graph.file).write_bytes(b"no network at all")
        sha256 = hashlib.sha256(b"no network at all").hexdigest()
        spoilt.append(replace(network, graphs=(replace(graph, sha256=sha256, size_bytes=17),)))
    (folder / MANIFEST).write_text(manifest_text(tuple(spoilt), opset=20))
    with pytest.raises(WeightsDamaged, match="cannot load"):
        both(copied)[1].layout()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole | {"format": 1},
        lambda whole: whole | {"networks": {}},
        lambda whole: whole | {"networks": whole["networks"] * 2},
        lambda whole: whole | {"networks": [whole["networks"][0] | {"weights_sha256": "0"}]},
        lambda whole: whole | {"networks": [whole["networks"][0] | {"graphs": [{"graph": "whole"}]}]},
        lambda whole: {
            "format": 2,
            "networks": [
                whole["networks"][0] | {"graphs": [whole["networks"][0]["graphs"][0] | {"file": "../../etc/passwd"}]}
            ],
        },
        lambda whole: [],
        lambda whole: None,
    ],
)
def test_that_a_malformed_manifest_is_refused(copied, spoil):
    path = exported_folder(copied) / MANIFEST
    path.write_text(json.dumps(spoil(json.loads(path.read_text()))))
    with pytest.raises(WeightsDamaged):
        read_exported(exported_folder(copied))


@pytest.mark.parametrize("device", ["auto", "cpu", "onnx"])
def test_that_onnx_runtime_is_taken_where_its_networks_are_those_of_the_weights(weights, enough, monkeypatch, device):
    monkeypatch.setattr(backend_choice, "may_have_graphics", lambda: False)
    assert "ONNX Runtime" in Networks(device=device, weights_dir=weights).device_name
    assert onnx_problem(weights) is None


def test_that_pytorch_is_taken_where_it_is_asked_for_or_has_a_graphics_device(weights, enough, monkeypatch):
    assert isinstance(chosen_backend("torch", weights), TorchBackend)
    monkeypatch.setattr(backend_choice, "may_have_graphics", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(backend_choice, "lack_for_process", lambda backend: None)
    chosen = choose_backend("auto", weights, probe=lambda target: Probed())
    assert isinstance(chosen.backend, TorchBackend)
    assert "graphics" in chosen.reason
    assert "ONNX Runtime" in chosen_backend("cpu", weights).device_name


def test_that_networks_of_other_weights_are_not_taken(copied, enough):
    torch.manual_seed(1)
    save_weights(create("semantic_layout_tiny"), "semantic_layout_tiny", copied / "semantic_layout_tiny.safetensors")
    write_manifest_entry(copied, "semantic_layout_tiny", "semantic_layout_tiny.safetensors", {})
    assert isinstance(chosen_backend("cpu", copied), TorchBackend)
    assert "other weights" in choose_backend("cpu", copied).reason
    with pytest.raises(WeightsDamaged, match="other weights"):
        chosen_backend("onnx", copied)


def test_that_without_exported_networks_pytorch_runs_them_and_onnx_is_refused(tmp_path):
    assert isinstance(chosen_backend("cpu", tmp_path), TorchBackend)
    with pytest.raises(WeightsMissing, match="exported"):
        chosen_backend("onnx", tmp_path)


def test_that_without_pytorch_what_needs_it_is_refused_with_a_sentence(weights, enough, monkeypatch):
    for module in (backend_choice, installed_engines):
        monkeypatch.setattr(module, "has_torch", lambda: False)
    with pytest.raises(UsageError, match="PyTorch"):
        chosen_backend("cuda", weights)
    networks = chosen_backend("auto", weights)
    assert "ONNX Runtime" in networks.device_name
    with pytest.raises(WeightsMissing, match="PyTorch"):
        networks.region("in2")
    assert main(["models", "export-onnx", "--weights-dir", str(weights)]) == 2
    assert main(["models", "list", "--weights-dir", str(weights)]) == 0


def test_that_a_network_that_was_not_exported_is_run_by_pytorch_and_the_device_says_so(copied, enough):
    save_weights(create("in2_tiny"), "in2_tiny", copied / "in2_tiny.safetensors")
    write_manifest_entry(copied, "in2_tiny", "in2_tiny.safetensors", {})
    backend = chosen_backend("onnx", copied)
    picture, hole = np.zeros((1, 3, 64, 64), np.float32), np.ones((1, 1, 64, 64), np.float32)
    assert backend.region("in2")(picture, hole, None).shape == picture.shape
    assert "in2 by PyTorch" in backend.device_name
    assert "in2" in backend.weight_hashes


def test_that_a_provider_that_is_not_there_is_refused(weights, enough):
    for device in ("directml", "coreml"):
        with pytest.raises(UsageError, match=device):
            chosen_backend(device, weights)


def test_that_too_little_memory_is_said_as_such(weights, monkeypatch):
    from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException

    class Full:
        def run(self, names, given):
            raise RuntimeException("Failed to allocate memory for requested buffer of size 1")

    _, backend = both(weights)
    backend.embedding()._graphs.whole._session = Full()
    with pytest.raises(OutOfMemory):
        Networks(backend=backend).embed_face(EmbeddingRequest(crop()))


def test_that_models_list_and_verify_know_what_was_exported(copied, capsys):
    assert main(["models", "list", "--weights-dir", str(copied)]) == 0
    assert capsys.readouterr().out.count(".onnx") == len(SMALL)
    assert main(["models", "verify", "--weights-dir", str(copied)]) == 0
    capsys.readouterr()
    next(exported_folder(copied).glob("*.onnx")).write_bytes(b"")
    assert main(["models", "verify", "--weights-dir", str(copied)]) == 1
    assert capsys.readouterr().out.count("DAMAGED") == 1


def test_that_the_doctor_says_what_runs_the_networks_and_why(weights, enough, monkeypatch, capsys):
    examine_here(monkeypatch)
    monkeypatch.setenv("FACERESTORE_WEIGHTS", str(weights))
    monkeypatch.setattr(backend_choice, "may_have_graphics", lambda: False)
    main(["doctor"])
    out = capsys.readouterr().out
    assert "networks run on: cpu (ONNX Runtime" in out
    assert "no graphics device" in out
