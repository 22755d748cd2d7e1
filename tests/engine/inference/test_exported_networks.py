"""The graphs that come with the program: the same pictures as by PyTorch, and a restoration without it."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore.demo.sample import damaged_sample
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.inference.backends.onnx.exported import exported_folder, read_exported
from facerestore.inference.backends.onnx.graphs import OnnxGraphs
from facerestore.inference.backends.onnx.sessions import SessionSettings
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.loaded_networks import Networks
from facerestore.values.alignment import Alignment, FaceCrop, cut_crop
from facerestore.values.face import Face
from facerestore.values.mask import Mask
from facerestore.values.reference import Reference
from facerestore.values.request import (
    DamageRequest,
    DetectionRequest,
    EmbeddingRequest,
    LayoutRequest,
    TextureRequest,
)

onnxruntime = pytest.importorskip("onnxruntime", reason="comes with the extra dev")
pytestmark = pytest.mark.slow

LEVEL = 1 / 255
MOST_OTHER_LABELS = 4
"""Pixels of a layout, of 65,536, that may have another class: those where two are as likely to a hundred thousandth."""
_ROOT = Path(__file__).parents[3]
_WITHOUT = ("torch", "torchvision", "facerestore_models")
_AS_IF_NOT_INSTALLED = f"""
from importlib.machinery import PathFinder
found = PathFinder.find_spec
PathFinder.find_spec = lambda name, *more: None if name.partition(".")[0] in {_WITHOUT} else found(name, *more)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with exported networks that have their weights, and no files of weights."""
    pytest.importorskip("onnxscript", reason="comes with the extra dev")
    from facerestore.inference.backends.torch.onnx_export import export_networks

    made = tmp_path_factory.mktemp("whole")
    export_networks(exported_folder(made))
    return made


@pytest.fixture(scope="module")
def both() -> tuple[Networks, Networks]:
    return Networks(backend=TorchBackend(torch.device("cpu"))), Networks(device="onnx")


@pytest.fixture(scope="module")
def face(both) -> Face:
    sample = damaged_sample()
    return both[0].find_faces(DetectionRequest.of(sample.damaged, sample.mask))[0]


@pytest.fixture(scope="module")
def crop(face) -> FaceCrop:
    sample = damaged_sample()
    return cut_crop(sample.damaged, sample.mask, Alignment.of_face(face))


@pytest.fixture(scope="module")
def references(both, face) -> tuple[Reference, ...]:
    original = damaged_sample().original
    lent = cut_crop(original, Mask.empty(original.extent), Alignment.of_face(face))
    layout = both[0].predict_layout(LayoutRequest(lent)).layout
    # eight that differ: each darker than the one before
    return tuple(
        Reference(
            crop=replace(lent, pixels=lent.pixels * np.float32(1 - 0.05 * number)),
            face=face,
            file_name=f"{number}.png",
            layout=layout,
        )
        for number in range(8)
    )


def test_that_the_graphs_hold_hardly_any_weights_and_are_of_every_task():
    networks = read_exported(exported_folder())
    assert {one.task for one in networks} == {"detection", "points", "layout", "texture", "embedding", "damage"}
    assert (
        sum(graph.size_bytes for network in networks for graph in network.graphs) < 2.6e6
    )  # 1.2 of it what borrowing reckons with


def test_that_an_export_with_its_weights_inside_gives_the_same_numbers(folder):
    rng = np.random.default_rng(0)
    settings = SessionSettings()
    for one in read_exported(exported_folder()):
        whole = next(other for other in read_exported(exported_folder(folder)) if other.name == one.name)
        assert whole.weights_sha256 == one.weights_sha256
        without, within = (
            OnnxGraphs(network, place, settings)
            for network, place in ((one, exported_folder()), (whole, exported_folder(folder)))
        )
        for graph in one.graphs:
            given = made_up(within[graph.graph]._session.get_inputs(), rng)
            answers = without[graph.graph].run(**given), within[graph.graph].run(**given)
            for found, wanted in zip(*answers, strict=True):
                # ONNX Runtime packs weights that it may keep otherwise, and sums in another order on some processors
                np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-5, err_msg=graph.file)


def made_up(inputs, rng):
    """Numbers for each input of a graph; free sides are 256 pixels, or 3 references."""
    given = {}
    for one in inputs:
        sides = (256 if one.name in ("photo", "hole") and place >= 2 else 3 for place in range(len(one.shape)))
        shape = [wanted if isinstance(wanted, int) else side for wanted, side in zip(one.shape, sides, strict=True)]
        given[one.name] = rng.random(shape, np.float32) if "float" in one.type else np.arange(shape[-1])[None] == 0
    return given


def test_that_the_same_faces_are_found(both):
    sample = damaged_sample()
    by_torch, by_onnx = (one.find_faces(DetectionRequest.of(sample.damaged, sample.mask)) for one in both)
    assert len(by_torch) == len(by_onnx) >= 1
    for wanted, found in zip(by_torch, by_onnx, strict=True):
        np.testing.assert_allclose(found.points_photo, wanted.points_photo, atol=0.01)
        assert found.confidence == pytest.approx(wanted.confidence, abs=1e-4)


@pytest.mark.parametrize("alternative", [0, 1, 5])
def test_that_layouts_are_the_same_in_all_but_a_few_pixels(both, crop, alternative):
    wanted, found = (one.predict_layout(LayoutRequest(crop, alternative)) for one in both)
    assert (found.layout.labels != wanted.layout.labels).sum() <= MOST_OTHER_LABELS
    np.testing.assert_allclose(found.probabilities, wanted.probabilities, atol=2e-3)


@pytest.mark.parametrize("count", [0, 1, 2, 8])
def test_that_paintings_are_the_same_within_a_level_with_any_number_of_references(both, crop, references, count):
    layout = both[0].predict_layout(LayoutRequest(crop)).layout
    request = TextureRequest(crop, layout, 7, references=references[:count])
    wanted, found = (one.generate_texture(request) for one in both)
    assert np.abs(found.pixels - wanted.pixels).max() < LEVEL
    np.testing.assert_array_equal(found.pixels[~crop.hole], crop.pixels[~crop.hole])
    assert found.lent is not None
    assert wanted.lent is not None
    assert found.lent.shape == (1 + count, 256, 256)
    np.testing.assert_allclose(found.lent.astype(int), wanted.lent.astype(int), atol=1)


def test_that_a_reference_lends_only_the_parts_that_it_may(both, crop, references):
    layout = both[0].predict_layout(LayoutRequest(crop)).layout
    nothing = replace(references[0], parts=frozenset())
    made = [
        both[1].generate_texture(TextureRequest(crop, layout, 7, references=given)).pixels for given in ((), (nothing,))
    ]
    np.testing.assert_allclose(made[1], made[0], atol=LEVEL / 10)


def test_that_embeddings_and_found_damage_are_the_same(both, crop):
    wanted, found = (one.embed_face(EmbeddingRequest(crop, is_continued=True)) for one in both)
    assert found.distance_to(wanted) < 1e-4
    shares = [one.map_damage(DamageRequest.of(damaged_sample().damaged)).shares.astype(int) for one in both]
    # by PyTorch in 16 bits, where the processor is quick with them
    assert np.abs(shares[1] - shares[0]).max() <= (12 if torch.cpu._is_amx_tile_supported() else 1)


@pytest.mark.parametrize("has_weights_inside", [False, True])
def test_that_the_sample_is_restored_without_pytorch_to_the_same_picture_within_a_level(
    request, tmp_path, has_weights_inside
):
    folder = request.getfixturevalue("folder") if has_weights_inside else None
    sample = damaged_sample()
    write_photo(sample.damaged, tmp_path / "damaged.png")
    write_mask(sample.mask, tmp_path / "mask.png")
    for name, device, weights in (("light", "auto", folder), ("torch", "torch", None)):
        code = "import sys; from facerestore.cli.main import main; sys.exit(main())"
        code = _AS_IF_NOT_INSTALLED + code if name == "light" else code
        given = ["restore", "damaged.png", "--mask", "mask.png", "-o", name, "--device", device]
        search = [str(_ROOT / place) for place in (".", "gui", "models", "training", "resources")]
        search.append(os.environ.get("PYTHONPATH", ""))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(search)}
        if weights is not None:
            environment["FACERESTORE_WEIGHTS"] = str(weights)
        subprocess.run([sys.executable, "-c", code, *given], cwd=tmp_path, env=environment, check=True)
    light, whole = (read_photo(tmp_path / name / "damaged_restored.png").pixels for name in ("light", "torch"))
    assert np.abs(light.astype(int) - whole.astype(int)).max() <= 1
    np.testing.assert_array_equal(light[~sample.mask.restore], sample.damaged.pixels[~sample.mask.restore])
    records = [json.loads((tmp_path / name / "damaged_restored.json").read_text()) for name in ("light", "torch")]
    assert "ONNX Runtime" in json.dumps(records[0])
    assert "ONNX Runtime" not in json.dumps(records[1])
