"""What a face borrows: from its mirror image, from references, and only where they may lend."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from facerestore.inference.backends.torch.calls import TorchTexture
from facerestore.inference.borrowing import LendersOnce
from facerestore.inference.texture_generation import generate_texture
from facerestore.values.alignment import TEMPLATE, Alignment, FaceCrop
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.reference import Reference, ReferencePart
from facerestore.values.request import TextureRequest
from facerestore_models import create
from facerestore_models.texture_generator import TextureGenerator
from facerestore_resources.face_classes import FaceClass

SIDE = 64


@pytest.fixture(scope="module")
def network() -> TorchTexture:
    """A tiny network that likes to borrow."""
    torch.manual_seed(0)
    made = create("texture_generator_tiny").eval().requires_grad_(requires_grad=False)
    assert isinstance(made, TextureGenerator)
    made.borrowing.mirror_start.zero_()
    made.borrowing.reference_start.zero_()
    return TorchTexture(made)


def layout() -> Layout:
    labels = np.full((SIDE, SIDE), FaceClass.SKIN, np.uint8)
    labels[28:33, 14:26], labels[28:33, 38:50] = FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE
    labels[46:52, 24:40] = FaceClass.MOUTH
    return Layout(labels)


def crop(seed: int, hole: np.ndarray | None = None) -> FaceCrop:
    pixels = np.random.default_rng(seed).random((SIDE, SIDE, 3), np.float32)
    hidden = np.zeros((SIDE, SIDE), np.bool_) if hole is None else hole
    pixels[hidden] = 0
    return FaceCrop(pixels, hidden, Alignment.of_aligned(Extent(SIDE, SIDE), crop_px=SIDE))


def reference(seed: int) -> Reference:
    return Reference(crop=crop(seed), face=Face.from_points(TEMPLATE * SIDE), file_name=f"{seed}.jpg", layout=layout())


def request(*references: Reference, seed: int = 0) -> TextureRequest:
    hole = np.zeros((SIDE, SIDE), np.bool_)
    hole[20:56, 8:56] = True
    return TextureRequest(crop(1, hole), layout(), seed, references=references)


def painted(network, asked, once=None):
    return generate_texture(network, asked, once or LendersOnce())


def test_that_shares_of_the_mirror_and_of_each_reference_are_told(network) -> None:
    made = painted(network, request(reference(2), reference(3)))
    assert made.lent.shape == (3, SIDE, SIDE)
    assert made.lent.dtype == np.uint8
    assert made.lent[:, made.crop.hole].sum(axis=0, dtype=int).max() <= 256
    assert made.lent[1:, made.crop.hole].max() > 50
    assert painted(network, request()).lent.shape == (1, SIDE, SIDE)


def test_that_references_change_the_hole_and_no_pixel_that_is_visible(network) -> None:
    alone, helped = painted(network, request()), painted(network, request(reference(2)))
    hole = alone.crop.hole
    np.testing.assert_array_equal(helped.pixels[~hole], alone.crop.pixels[~hole])
    assert np.abs(helped.pixels - alone.pixels)[hole].mean() > 0.01


def test_that_the_order_of_references_does_not_matter(network) -> None:
    some = [reference(seed) for seed in (2, 3, 4)]
    there, back = painted(network, request(*some)), painted(network, request(*reversed(some)))
    np.testing.assert_allclose(there.pixels, back.pixels, atol=1e-5)
    np.testing.assert_allclose(there.lent[1:].astype(int), back.lent[:0:-1].astype(int), atol=1)


def test_that_a_reference_lends_only_the_parts_that_it_may(network) -> None:
    one = reference(2)
    mouth = replace(one, parts=frozenset({ReferencePart.MOUTH}))
    lent = painted(network, request(mouth)).lent[1]
    assert lent[48, 26:38].min() > 0
    assert not lent[24:37, 10:54].any()
    nothing = painted(network, request(replace(one, parts=frozenset())))
    np.testing.assert_allclose(nothing.pixels, painted(network, request()).pixels, atol=1e-6)


def test_that_lenders_made_once_give_the_same_bytes_as_made_anew(network, monkeypatch) -> None:
    counted = []
    lenders = TextureGenerator.lenders
    monkeypatch.setattr(TextureGenerator, "lenders", lambda self, inputs: counted.append(1) or lenders(self, inputs))
    once = LendersOnce()
    for seed in (0, 1, 2):
        kept = painted(network, request(reference(2), seed=seed), once)
        np.testing.assert_array_equal(kept.pixels, painted(network, request(reference(2), seed=seed)).pixels)
    assert len(counted) == 1 + 3
    for other in (request(), request(reference(3)), request(replace(reference(2), parts=frozenset()))):
        fresh = painted(network, other)
        np.testing.assert_array_equal(painted(network, other, once).pixels, fresh.pixels)


def test_that_a_reference_without_its_layout_is_refused(network) -> None:
    with pytest.raises(ValueError, match="layout"):
        painted(network, request(replace(reference(2), layout=None)))
