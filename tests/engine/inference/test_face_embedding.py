"""Embeddings: of what is visible, with the share that is hidden."""

from dataclasses import replace

import numpy as np
import pytest

from facerestore.inference.loaded_networks import Networks
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.geometry import Extent
from facerestore.values.request import EmbeddingRequest
from tests.support.tiny_weights import write_tiny_weights


@pytest.fixture(scope="module")
def networks(tmp_path_factory) -> Networks:
    return Networks(device="cpu", weights_dir=write_tiny_weights(tmp_path_factory.mktemp("weights")))


def crop(seed: int = 0) -> FaceCrop:
    pixels = np.random.default_rng(seed).random((256, 256, 3), np.float32)
    return FaceCrop(pixels, np.zeros((256, 256), np.bool_), Alignment.of_aligned(Extent(256, 256)))


def test_that_a_face_is_like_itself_and_less_like_another(networks: Networks) -> None:
    one, again, other = (networks.embed_face(EmbeddingRequest(crop(seed))) for seed in (0, 0, 1))
    assert one.vector.shape == (128,)
    assert one.distance_to(again) == 0
    assert one.distance_to(other) > 0
    assert networks.weight_hashes["embedding"]


def test_that_what_is_hidden_is_counted_within_the_face_and_not_looked_at(networks: Networks) -> None:
    hidden = np.zeros((256, 256), np.bool_)
    hidden[:76] = True
    above = networks.embed_face(EmbeddingRequest(replace(crop(), hole=hidden)))
    assert above.hidden_share == 0
    hidden[:156] = True
    half = replace(crop(), hole=hidden)
    found = networks.embed_face(EmbeddingRequest(half))
    assert found.hidden_share == pytest.approx(0.5, abs=0.01)
    assert found.is_comparable
    poisoned = replace(half, pixels=np.where(hidden[..., None], np.float32(0.9), half.pixels))
    assert networks.embed_face(EmbeddingRequest(poisoned)).distance_to(found) == 0
    assert not networks.embed_face(EmbeddingRequest(replace(crop(), hole=np.ones_like(hidden)))).is_comparable


def test_that_what_is_hidden_may_be_continued_from_what_is_visible_alone(networks: Networks) -> None:
    hidden = np.zeros((256, 256), np.bool_)
    hidden[100:140, 90:160] = True
    damaged = replace(crop(), hole=hidden, pixels=np.where(hidden[..., None], np.float32(0), crop().pixels))
    found = networks.embed_face(EmbeddingRequest(damaged, is_continued=True))
    poisoned = replace(damaged, pixels=np.where(hidden[..., None], np.float32(0.9), damaged.pixels))
    assert networks.embed_face(EmbeddingRequest(poisoned, is_continued=True)).distance_to(found) == 0
    assert networks.embed_face(EmbeddingRequest(damaged)).distance_to(found) > 0
    assert found.hidden_share == networks.embed_face(EmbeddingRequest(damaged)).hidden_share
    whole = networks.embed_face(EmbeddingRequest(crop(), is_continued=True))
    assert whole.distance_to(networks.embed_face(EmbeddingRequest(crop()))) == 0
    nothing = replace(crop(), hole=np.ones_like(hidden))
    assert networks.embed_face(EmbeddingRequest(nothing, is_continued=True)).hidden_share == 1
