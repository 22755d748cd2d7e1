from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.backends.torch.networks import list_weights, load_network, verify_weights
from facerestore.inference.loaded_networks import ON_PROCESSOR_NOTE, Networks
from facerestore.restoration.backend import Ready
from facerestore.restoration.faces import chosen_faces, found_faces
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import FaceToRestore, RestorationRequest, predicted_layout, restored
from facerestore.restoration.restorers import SEMANTIC
from facerestore.values.alignment import TEMPLATE, Alignment, cut_crop
from facerestore.values.cancellation import NEVER, Cancelled
from facerestore.values.damage_table import RegionPlan
from facerestore.values.errors import OutOfMemory, UsageError, WeightsDamaged, WeightsMissing
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore.values.request import DetectionRequest
from facerestore_models import create
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.texture_generator import TextureGenerator
from facerestore_models.weights import save_weights, sha256_of
from tests.support.tiny_weights import write_tiny_weights


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_weights(tmp_path_factory.mktemp("weights"))


@pytest.fixture
def networks(weights: Path) -> LocalNetworks:
    return networks_in(weights)


def networks_in(weights: Path) -> LocalNetworks:
    return LocalNetworks(device="cpu", make=lambda device: Networks(device=device, weights_dir=weights))


def restore(networks, photo, mask, *, layout=None, cancel=NEVER, alignment=None, **fields):
    """A photo restored as one crop, or as fields of the request say."""
    faces = (FaceToRestore(alignment or Alignment.of_aligned(photo.extent), layout),)
    request = RestorationRequest(photo=photo, plan=RegionPlan(mask), **{"faces": faces, **fields})
    return networks.run(restored(request, networks.ready), cancel=cancel)


def picture(side: int = 96, *, grey: bool = False, bits: int = 8) -> Photo:
    rng = np.random.default_rng(3)
    shape = (side, side) if grey else (side, side, 3)
    dtype = np.uint8 if bits == 8 else np.uint16
    return Photo(rng.integers(0, 2**bits, shape, dtype=dtype))


def holed(photo: Photo) -> Mask:
    restore = np.zeros((photo.extent.height, photo.extent.width), bool)
    restore[20:50, 30:70] = True
    return Mask.from_bool(restore)


def test_that_a_result_knows_the_strength_of_its_detail_and_one_beyond_1_is_refused(networks):
    photo = picture()
    assert restore(networks, photo, holed(photo), detail=0.5).detail == 0.5
    assert restore(networks, photo, holed(photo), faces=(), detail=0.5).detail == 0
    with pytest.raises(ValueError, match="0 to 1"):
        restore(networks, photo, holed(photo), detail=1.5)


@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("bits", [8, 16])
def test_that_restoring_leaves_pixels_outside_the_mask_untouched(
    networks: LocalNetworks, grey: bool, bits: int
) -> None:
    photo = picture(grey=grey, bits=bits)
    mask = holed(photo)
    chosen = networks.run(chosen_faces(photo, mask, is_aligned=True))
    result = restore(networks, photo, mask, faces=chosen.faces, seed=1)
    assert result.photo.pixels.dtype == photo.pixels.dtype
    assert (result.photo.pixels[~mask.restore] == photo.pixels[~mask.restore]).all()
    assert (result.photo.pixels[mask.restore] != photo.pixels[mask.restore]).mean() > 0.5
    assert result.repaired.generated.any()
    assert set(result.weights) == {"layout", "texture"}


def test_that_the_same_seed_gives_the_same_pixels_and_hidden_pixels_do_not_matter(networks: LocalNetworks) -> None:
    photo = picture()
    mask = holed(photo)
    poisoned = photo.pixels.copy()
    poisoned[mask.restore] = 255
    first = restore(networks, photo, mask, seed=5)
    second = restore(networks, photo.with_pixels(poisoned), mask, seed=5)
    np.testing.assert_array_equal(first.photo.pixels, second.photo.pixels)


def test_that_an_empty_mask_gives_the_photo_back(networks: LocalNetworks) -> None:
    photo = picture()
    result = restore(networks, photo, Mask.empty(photo.extent))
    np.testing.assert_array_equal(result.photo.pixels, photo.pixels)
    assert result.candidates == ()


def test_that_a_given_layout_is_the_one_that_is_painted(networks: LocalNetworks) -> None:
    photo = picture()
    layout = Layout(np.full((256, 256), 13, np.uint8))
    result = restore(networks, photo, holed(photo), layout=layout)
    assert result.candidates[0].layout is layout
    assert set(result.weights) == {"texture"}


def test_that_a_layout_of_the_whole_photo_sums_to_one(networks: LocalNetworks) -> None:
    photo = picture()
    prediction = networks.run(predicted_layout(photo, Mask.empty(photo.extent), Alignment.of_aligned(photo.extent)))
    assert prediction.layout.labels.shape == (256, 256)
    np.testing.assert_allclose(prediction.probabilities.astype(np.float32).sum(axis=0), 1, atol=0.01)


def test_that_a_restorer_may_name_the_network_that_paints(tmp_path: Path) -> None:
    folder = write_tiny_weights(tmp_path)
    stranger = create("texture_generator_tiny")
    with torch.no_grad():
        for weights in stranger.parameters():
            weights += 0.05  # fresh ones paint nothing of their own
    save_weights(stranger, "texture_generator_tiny.other", folder / "other.safetensors")
    write_manifest_entry(folder, "texture_generator_tiny.other", "other.safetensors", {"purpose": "tests"})
    other = SEMANTIC._replace(name="other", networks=(), painter="texture_generator_tiny.other")
    photo = picture()
    layout = Layout(np.full((256, 256), 13, np.uint8))
    made = restore(networks_in(folder), photo, holed(photo), layout=layout, restorer=other)
    own = restore(networks_in(write_tiny_weights(tmp_path / "own")), photo, holed(photo), layout=layout)
    assert (made.photo.pixels != own.photo.pixels).any()
    assert made.restorer == "other"
    assert made.weights == {"texture_generator_tiny.other": sha256_of(folder / "other.safetensors")}


class _Set:
    def is_set(self) -> bool:
        return True


def test_that_a_cancelled_restoration_stops_between_steps(networks: LocalNetworks) -> None:
    photo = picture()
    with pytest.raises(Cancelled):
        restore(networks, photo, holed(photo), cancel=_Set())


def test_that_missing_and_damaged_weights_are_said(tmp_path: Path) -> None:
    photo = picture()
    with pytest.raises(WeightsMissing):
        networks_in(tmp_path / "nowhere").run(found_faces(photo, Mask.empty(photo.extent)))
    folder = write_tiny_weights(tmp_path / "weights")
    file = next(one.path for one in list_weights(folder) if one.task == "detection")
    file.write_bytes(file.read_bytes()[:-4])
    assert [whole for _, whole, _ in verify_weights(folder)].count(False) == 1
    with pytest.raises(WeightsDamaged, match="SHA-256"):
        networks_in(folder).run(found_faces(photo, Mask.empty(photo.extent)))


def test_that_a_device_that_is_not_there_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="cpu"):
        LocalNetworks(device="cuda:77").answer(DetectionRequest.of(picture()))


class _FullDevice:
    """Stands for a graphics device without free memory."""

    type = "cuda"


def _load_unless_full(task, device, folder):
    if isinstance(device, _FullDevice):
        raise torch.OutOfMemoryError("no memory left")
    return load_network(task, device, folder)


def test_that_a_processor_with_too_little_memory_has_nothing_to_fall_back_on(networks, monkeypatch):
    def refuse(network, inputs):
        raise torch.OutOfMemoryError("no memory left")

    monkeypatch.setattr(TextureGenerator, "painted", refuse)
    photo = picture()
    with pytest.raises(OutOfMemory):
        restore(networks, photo, holed(photo))


def test_that_a_device_with_too_little_memory_is_answered_by_the_processor_and_said(networks, weights, monkeypatch):
    photo = picture()
    mask = holed(photo)
    plain = restore(networks, photo, mask, seed=4)
    backend = TorchBackend(torch.device("cpu"), weights)
    fallen = Networks(backend=backend)
    backend._device = _FullDevice()
    monkeypatch.setattr("facerestore.inference.backends.torch.backend.load_network", _load_unless_full)
    monkeypatch.setattr("facerestore.inference.backends.torch.backend.describe_device", lambda device, **more: "full")
    layout = plain.candidates[0].layout
    made = restore(LocalNetworks(make=lambda device: fallen), photo, mask, layout=layout, seed=4)
    assert made.notes == (ON_PROCESSOR_NOTE,)
    assert (made.photo.pixels == plain.photo.pixels).all()


def test_that_a_result_says_that_the_device_asked_for_was_not_taken(networks):
    photo = picture()
    ready = Ready("cpu", device_note="The graphics device was tried and cannot be trusted.")
    request = RestorationRequest(
        photo=photo, plan=RegionPlan(holed(photo)), faces=(FaceToRestore(Alignment.of_aligned(photo.extent)),)
    )
    assert networks.run(restored(request, lambda: ready)).notes == (ready.device_note,)
    assert networks.run(restored(request, lambda: replace(ready, device_note=""))).notes == ()


def other_photo(side: int = 96) -> Photo:
    return Photo(np.random.default_rng(8).integers(0, 256, (side, side, 3), dtype=np.uint8))


def reference_of(photo: Photo) -> Reference:
    alignment = Alignment.of_aligned(photo.extent)
    return Reference(
        crop=cut_crop(photo, Mask.empty(photo.extent), alignment),
        face=Face.from_points(TEMPLATE * photo.extent.width),
        file_name="other.png",
    )


def test_that_not_a_pixel_outside_the_mask_changes_with_references(networks: LocalNetworks) -> None:
    photo, mask = picture(), holed(picture())
    face = FaceToRestore(Alignment.of_aligned(photo.extent), references=(reference_of(other_photo()),))
    alone, helped = restore(networks, photo, mask), restore(networks, photo, mask, faces=(face,))
    np.testing.assert_array_equal(helped.photo.pixels[~mask.restore], photo.pixels[~mask.restore])
    assert len(helped.candidates[0].lent) == 2
    assert len(alone.candidates[0].lent) == 1
    (references,) = helped.references
    assert [one.file_name for one in references] == ["other.png"]
    assert references[0].layout is not None
    assert alone.references == ((),)


def test_that_the_same_references_give_the_same_bytes(networks: LocalNetworks) -> None:
    photo, mask = picture(), holed(picture())
    made = []
    for _ in range(2):
        face = FaceToRestore(Alignment.of_aligned(photo.extent), references=(reference_of(other_photo()),))
        made.append(restore(networks, photo, mask, faces=(face,)).photo.pixels)
    np.testing.assert_array_equal(*made)


def test_that_a_face_has_at_most_eight_references() -> None:
    with pytest.raises(ValueError, match="at most 8"):
        FaceToRestore(Alignment.of_aligned(Extent(96, 96)), references=(reference_of(other_photo()),) * 9)
