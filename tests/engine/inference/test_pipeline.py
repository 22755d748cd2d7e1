from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore.inference.networks import list_weights, load_network, verify_weights
from facerestore.inference.pipeline import (
    ON_PROCESSOR_NOTE,
    Restorer,
    find_alignments,
    predict_photo_layout,
    restore_photo,
)
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.cancellation import Cancelled
from facerestore.values.errors import NoFaceFound, OutOfMemory, UsageError, WeightsDamaged, WeightsMissing
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.tiny_weights import write_tiny_weights


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_weights(tmp_path_factory.mktemp("weights"))


@pytest.fixture
def restorer(weights: Path) -> Restorer:
    return Restorer(device="cpu", weights_dir=weights)


def picture(side: int = 96, *, grey: bool = False, bits: int = 8) -> Photo:
    rng = np.random.default_rng(3)
    shape = (side, side) if grey else (side, side, 3)
    dtype = np.uint8 if bits == 8 else np.uint16
    return Photo(rng.integers(0, 2**bits, shape, dtype=dtype))


def holed(photo: Photo) -> Mask:
    restore = np.zeros((photo.extent.height, photo.extent.width), bool)
    restore[20:50, 30:70] = True
    return Mask.from_bool(restore)


@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("bits", [8, 16])
def test_that_restoring_leaves_pixels_outside_the_mask_untouched(restorer: Restorer, grey: bool, bits: int) -> None:
    photo = picture(grey=grey, bits=bits)
    mask = holed(photo)
    alignments = find_alignments(restorer, photo, mask, aligned=True)
    result = restore_photo(restorer, photo, mask, alignments=alignments, seed=1)
    assert result.photo.pixels.dtype == photo.pixels.dtype
    assert (result.photo.pixels[~mask.restore] == photo.pixels[~mask.restore]).all()
    assert (result.photo.pixels[mask.restore] != photo.pixels[mask.restore]).mean() > 0.5
    assert result.generated.any()
    assert set(result.weights) >= {"layout", "texture"}


def test_that_the_same_seed_gives_the_same_pixels_and_hidden_pixels_do_not_matter(restorer: Restorer) -> None:
    photo = picture()
    mask = holed(photo)
    poisoned = photo.pixels.copy()
    poisoned[mask.restore] = 255
    alignments = (Alignment.of_aligned(photo.extent),)
    first = restore_photo(restorer, photo, mask, alignments=alignments, seed=5)
    second = restore_photo(restorer, photo.with_pixels(poisoned), mask, alignments=alignments, seed=5)
    np.testing.assert_array_equal(first.photo.pixels, second.photo.pixels)


def test_that_an_empty_mask_gives_the_photo_back(restorer: Restorer) -> None:
    photo = picture()
    result = restore_photo(restorer, photo, Mask.empty(photo.extent), alignments=(Alignment.of_aligned(photo.extent),))
    np.testing.assert_array_equal(result.photo.pixels, photo.pixels)
    assert result.candidates == ()


def test_that_a_given_layout_is_the_one_that_is_painted(restorer: Restorer) -> None:
    photo = picture()
    layout = Layout(np.full((256, 256), 13, np.uint8))
    result = restore_photo(
        restorer, photo, holed(photo), alignments=(Alignment.of_aligned(photo.extent),), layouts=(layout,)
    )
    assert result.candidates[0].layout is layout


def test_that_a_layout_of_the_whole_photo_sums_to_one(restorer: Restorer) -> None:
    photo = picture()
    prediction = predict_photo_layout(restorer, photo, None, Alignment.of_aligned(photo.extent))
    assert prediction.layout.labels.shape == (256, 256)
    np.testing.assert_allclose(prediction.probabilities.astype(np.float32).sum(axis=0), 1, atol=0.01)


def test_that_points_place_the_face_and_nonsense_points_are_refused(restorer: Restorer) -> None:
    photo = picture()
    (alignment,) = find_alignments(restorer, photo, None, points=TEMPLATE * 96)
    np.testing.assert_allclose(alignment.to_crop(TEMPLATE * 96), TEMPLATE * 256, atol=1e-6)
    with pytest.raises(UsageError):
        find_alignments(restorer, photo, None, points=np.ones((5, 2)))
    with pytest.raises(UsageError, match="outside"):
        find_alignments(restorer, photo, None, points=TEMPLATE * 96 + 5_000)


def test_that_an_aligned_picture_must_be_square(restorer: Restorer) -> None:
    photo = Photo(np.zeros((50, 80, 3), np.uint8))
    with pytest.raises(UsageError, match="square"):
        find_alignments(restorer, photo, None, aligned=True)


def test_that_no_face_is_said_with_the_way_to_give_points(restorer: Restorer) -> None:
    # fresh detectors are sure of nothing: they start at one face in a hundred cells
    with pytest.raises(NoFaceFound, match="--points"):
        find_alignments(restorer, picture(), None)


class _Set:
    def is_set(self) -> bool:
        return True


def test_that_a_cancelled_restoration_stops_between_steps(restorer: Restorer) -> None:
    photo = picture()
    with pytest.raises(Cancelled):
        restore_photo(restorer, photo, holed(photo), alignments=(Alignment.of_aligned(photo.extent),), cancel=_Set())


def test_that_missing_and_damaged_weights_are_said(tmp_path: Path) -> None:
    photo = picture()
    with pytest.raises(WeightsMissing):
        find_alignments(Restorer(device="cpu", weights_dir=tmp_path / "nowhere"), photo, None)
    folder = write_tiny_weights(tmp_path / "weights")
    file = list_weights(folder)[0].path
    file.write_bytes(file.read_bytes()[:-4])
    assert [whole for _, whole, _ in verify_weights(folder)].count(False) == 1
    with pytest.raises(WeightsDamaged, match="SHA-256"):
        find_alignments(Restorer(device="cpu", weights_dir=folder), photo, None)


def test_that_a_device_that_is_not_there_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="cpu"):
        Restorer(device="cuda:77")


class _FullDevice:
    """Stands for a graphics device without free memory."""

    type = "cuda"


def _load_unless_full(task, device, folder):
    if isinstance(device, _FullDevice):
        raise torch.OutOfMemoryError("no memory left")
    return load_network(task, device, folder)


def test_that_a_processor_with_too_little_memory_has_nothing_to_fall_back_on(restorer, monkeypatch):
    def refuse(network, request):
        raise torch.OutOfMemoryError("no memory left")

    monkeypatch.setattr("facerestore.inference.pipeline.generate_texture", refuse)
    photo = picture()
    with pytest.raises(OutOfMemory):
        restore_photo(restorer, photo, holed(photo), alignments=[Alignment.of_aligned(photo.extent)])


def test_that_a_device_with_too_little_memory_is_answered_by_the_processor_and_said(restorer, monkeypatch):
    photo = picture()
    mask = holed(photo)
    plain = restore_photo(restorer, photo, mask, alignments=[Alignment.of_aligned(photo.extent)], seed=4)
    fallen = Restorer(device="cpu", weights_dir=restorer._weights_dir)
    fallen._device = _FullDevice()
    monkeypatch.setattr("facerestore.inference.pipeline.load_network", _load_unless_full)
    monkeypatch.setattr("facerestore.inference.pipeline.describe_device", str)
    layout = plain.candidates[0].layout
    made = restore_photo(fallen, photo, mask, alignments=[Alignment.of_aligned(photo.extent)], layouts=[layout], seed=4)
    assert made.notes == (ON_PROCESSOR_NOTE,)
    assert (made.photo.pixels == plain.photo.pixels).all()
