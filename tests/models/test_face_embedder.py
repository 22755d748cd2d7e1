"""The face embedder: its shapes and its numbers; whom it takes for whom."""

import csv
from pathlib import Path

import numpy as np
import pytest
import torch

import facerestore_resources
from facerestore_models import create
from facerestore_models.face_embedder import SAME_PERSON, FaceEmbedder
from facerestore_models.weights import load_weights

WEIGHTS = facerestore_resources.path("weights/face_embedder.safetensors")


@pytest.fixture(scope="module")
def shipped() -> FaceEmbedder:
    _, network = load_weights(Path(WEIGHTS))
    assert isinstance(network, FaceEmbedder)
    return network


def test_that_the_shipped_numbers_are_those_of_its_source(shipped: FaceEmbedder) -> None:
    # from dlib_face_resnet.safetensors, by the same architecture, once
    picture = torch.rand(1, 3, 256, 256, generator=torch.Generator().manual_seed(0))
    expected = torch.tensor([-0.0621, 0.0508, 0.0244, -0.0120, -0.1342, -0.0671])
    torch.testing.assert_close(shipped(picture)[0, :6], expected, rtol=0, atol=1e-3)
    torch.testing.assert_close(shipped(picture), shipped(picture))


def test_that_a_difference_of_embeddings_reaches_the_pixels(shipped: FaceEmbedder) -> None:
    picture = torch.rand(1, 3, 256, 256, generator=torch.Generator().manual_seed(0)).requires_grad_()
    shipped(picture).square().sum().backward()
    assert picture.grad is not None
    assert picture.grad[..., 100:200, 80:180].abs().max() > 0
    # outside its window nothing is looked at
    assert not picture.grad[..., :60, :].any()


def test_that_a_hole_is_seen_as_the_mean_colour() -> None:
    network = create("face_embedder_tiny").eval()
    picture = torch.rand(1, 3, 64, 64)
    hole = torch.zeros(1, 1, 64, 64)
    hole[..., 20:40, 20:40] = 1
    mean = torch.tensor([122.782, 117.001, 104.298]).view(1, 3, 1, 1) / 255
    torch.testing.assert_close(network(picture, hole), network(torch.where(hole.bool(), mean, picture)))


@pytest.mark.shared
def test_that_pairs_of_one_person_are_told_from_pairs_of_two(
    shipped: FaceEmbedder, shared_data: Path, tmp_path: Path
) -> None:
    from facerestore_training.data import shards

    faces = shards.load_faces([shared_data / "lfw-pairs" / "images.tar"], tmp_path)
    place = {key: index for index, key in enumerate(faces.keys)}
    with (shared_data / "lfw-pairs" / "pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    same, other = ([row for row in rows if row["same_person"] == is_same][:40] for is_same in ("1", "0"))
    rows = [*same, *other]

    def embedded(key: str) -> torch.Tensor:
        pixels = torch.from_numpy(np.array(faces.pixels[place[key]]))
        return shipped(pixels.permute(2, 0, 1)[None].float() / 255)[0]

    distances = torch.stack([(embedded(row["first"]) - embedded(row["second"])).norm() for row in rows])
    is_nearer = distances[:40][:, None] < distances[40:][None]
    assert is_nearer.float().mean() > 0.995
    assert ((distances < SAME_PERSON) == (torch.arange(80) < 40)).float().mean() > 0.95
