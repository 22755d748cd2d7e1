import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore_resources.face_classes import FaceClass
from facerestore_training.data import aging_steps, masks
from facerestore_training.data import batches as batches_module
from facerestore_training.data.augmentation import FrameJitter, Frames, reframed, reframed_labels
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.data.shards import FaceSet
from tests.support.drawn_faces import drawn_face, drawn_faces

NO_AGING = AgingConfig(soft=0, grey=0, sepia=0, faded=0, uneven=0, grain=0)
STILL = FrameJitter(probability=0)


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    return drawn_faces(4)


@pytest.fixture(scope="module")
def holes() -> np.ndarray:
    return masks.mask_pool(12, size_px=256, seed=0)


def as_tensor(pixels: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_that_a_flip_carries_labels_with_their_pixels_and_swaps_sides(seed: int) -> None:
    picture, labels = drawn_face(seed % 5)
    frames = Frames.drawn(1, STILL, np.random.default_rng(seed))
    moved, moved_labels = reframed(as_tensor(picture), frames), reframed_labels(torch.from_numpy(labels)[None], frames)
    if frames.flipped_B.item():
        torch.testing.assert_close(moved, as_tensor(picture[:, ::-1].copy()), atol=1e-3, rtol=0)
        left = moved_labels[0].numpy() == FaceClass.LEFT_EYE
        np.testing.assert_array_equal(left, (labels == FaceClass.RIGHT_EYE)[:, ::-1])
    else:
        torch.testing.assert_close(moved, as_tensor(picture), atol=1e-3, rtol=0)
        np.testing.assert_array_equal(moved_labels[0], labels)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_that_a_new_frame_is_the_one_that_opencv_makes(seed: int) -> None:
    """The former implementation is the reference: scale and turn about the middle, shift, then flip."""
    picture, labels = drawn_face(seed % 5)
    jitter = FrameJitter(shift=0.03, log_scale=0.08, degrees=6.0, probability=1.0)
    frames = Frames.drawn(1, jitter, np.random.default_rng(seed))
    theta = np.vstack([frames.theta_B23[0].double().numpy(), [0, 0, 1]])
    # pixel centres to -1...1 and back
    to_unit = np.array([[2 / 256, 0, 1 / 256 - 1], [0, 2 / 256, 1 / 256 - 1], [0, 0, 1]])
    inverse = (np.linalg.inv(to_unit) @ theta @ to_unit)[:2]
    flags = cv2.WARP_INVERSE_MAP
    expected = cv2.warpAffine(
        picture, inverse, (256, 256), flags=flags | cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    found = (reframed(as_tensor(picture), frames)[0].permute(1, 2, 0) * 255).numpy()
    assert np.abs(found - expected).mean() < 0.6
    expected = cv2.warpAffine(
        labels, inverse, (256, 256), flags=flags | cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT
    )
    unflipped = Frames(frames.theta_B23, torch.tensor([False]))
    moved = reframed_labels(torch.from_numpy(labels)[None], unflipped)[0].numpy()
    assert (moved == expected).mean() > 0.995


def test_that_jitter_moves_a_face_as_far_as_it_says() -> None:
    picture = np.zeros((256, 256, 3), np.uint8)
    picture[124:132, 124:132] = 255
    jitter = FrameJitter(shift=0.05, log_scale=0, degrees=0, probability=1.0)
    frames = Frames.drawn(400, jitter, np.random.default_rng(0))
    small = torch.nn.functional.avg_pool2d(as_tensor(picture), 4)[:, :1].expand(400, -1, -1, -1)
    mass = reframed(small, frames)[:, 0]
    at = torch.arange(64.0) + 0.5
    weight = mass.sum(dim=(1, 2))
    shift = torch.stack([(mass.sum(1) * at).sum(1) / weight, (mass.sum(2) * at).sum(1) / weight]) / 64 - 0.5
    assert float(shift.std()) == pytest.approx(0.05, rel=0.1)


@pytest.mark.parametrize("size_px", [64, 128, 256])
def test_that_arrays_and_tensors_are_shrunk_alike(size_px: int, faces: FaceSet) -> None:
    """On a CPU the array is shrunk when it is read, on a GPU the tensor is."""
    which, places = np.zeros(2, int), np.arange(2)
    arrays = batches_module.sampled([faces.pixels], which, places, size_px)
    tensors = batches_module.sampled([torch.from_numpy(faces.pixels)], which, places, size_px)
    sized = batches_module.sized(tensors.permute(0, 3, 1, 2).float(), size_px)
    torch.testing.assert_close(arrays.permute(0, 3, 1, 2).float(), sized, atol=0.51, rtol=0)


def test_that_a_batch_hides_its_hole_and_keeps_the_rest(faces: FaceSet, holes: np.ndarray) -> None:
    batch = FaceBatches([faces], [1.0], holes, aging=AgingConfig(grain=0), whole_share=0)(
        64, 5, np.random.default_rng(0)
    )
    hole, crop, target = batch["hole"], batch["crop"], batch["target"]
    assert (crop * hole == 0).all()
    torch.testing.assert_close(crop, target * (1 - hole))
    assert set(np.unique(hole.numpy())) == {0.0, 1.0}
    assert batch["labels"].shape == (5, 256, 256)
    assert batch["labels"].dtype == torch.uint8
    assert batch["restore_tone"].tolist() == [0.0] * 5


def test_that_a_batch_is_the_same_for_the_same_generator(faces: FaceSet, holes: np.ndarray) -> None:
    make = FaceBatches([faces], [1.0], holes, restore_share=0.5, parts_share=0.5)
    first, again, other = (make(64, 4, np.random.default_rng(seed)) for seed in (1, 1, 2))
    for name in first:
        torch.testing.assert_close(first[name], again[name], rtol=0, atol=0)
    assert not torch.equal(first["crop"], other["crop"])


def test_that_the_target_follows_the_tone_policy(faces: FaceSet, holes: np.ndarray) -> None:
    grey = AgingConfig(soft=0, grey=1, sepia=0, faded=0, uneven=0, grain=0)
    batch = FaceBatches([faces], [1.0], holes, aging=grey, whole_share=1, restore_share=0.5)(
        64, 32, np.random.default_rng(0)
    )
    restores = batch["restore_tone"] == 1
    assert 0.2 < float(restores.float().mean()) < 0.8
    colour = (batch["target"].amax(dim=1) - batch["target"].amin(dim=1)).amax(dim=(1, 2))
    assert (colour[restores] > 0.1).all()
    assert (colour[~restores] < 1e-5).all()
    # what the network sees is aged in both cases
    assert float((batch["crop"].amax(dim=1) - batch["crop"].amin(dim=1)).max()) < 1e-5


def test_that_shares_of_whole_pictures_and_parts_are_kept(faces: FaceSet, holes: np.ndarray) -> None:
    make = FaceBatches([faces], [1.0], holes, aging=NO_AGING, whole_share=0.25, parts_share=0.0)
    empty = [make(32, 20, np.random.default_rng(seed))["hole"].amax(dim=(1, 2, 3)) == 0 for seed in range(10)]
    assert float(torch.cat(empty).float().mean()) == pytest.approx(0.25, abs=0.1)


def test_that_holes_from_layouts_stay_in_the_bucket_of_the_hole_they_replace(faces: FaceSet) -> None:
    scratch = masks.of_ratio(masks.scratches, 0.03, 0.08, np.random.default_rng(0), 256)
    make = FaceBatches([faces], [1.0], scratch[None], jitter=STILL, aging=NO_AGING, whole_share=0, parts_share=1)
    hole = make(256, 12, np.random.default_rng(0))["hole"]
    shares = hole.mean(dim=(1, 2, 3))
    assert ((shares > 0.0) & (shares < 0.12)).all()
    is_scratch = (hole[:, 0] == torch.from_numpy(scratch)).flatten(1).all(dim=1)
    assert not is_scratch.all()


def test_that_only_chosen_faces_are_drawn(faces: FaceSet, holes: np.ndarray) -> None:
    make = FaceBatches([faces], [1.0], holes, jitter=STILL, aging=NO_AGING, whole_share=1, chosen=[np.array([2])])
    batch = make(256, 4, np.random.default_rng(0))
    expected = as_tensor(faces.pixels[2])[0]
    for target in batch["target"]:
        assert min(float((target - e).abs().max()) for e in (expected, expected.flip(2))) < 0.01


def test_that_a_set_without_a_face_to_draw_is_refused(faces: FaceSet, holes: np.ndarray) -> None:
    with pytest.raises(ValueError, match="no face"):
        FaceBatches([faces], [1.0], holes, chosen=[np.array([], int)])


def test_that_sets_with_and_without_layouts_do_not_mix(faces: FaceSet, holes: np.ndarray) -> None:
    bare = FaceSet(faces.keys, faces.pixels)
    with pytest.raises(ValueError, match="layouts"):
        FaceBatches([faces, bare], [1.0, 1.0], holes)
    assert "labels" not in FaceBatches([bare], [1.0], holes)(32, 2, np.random.default_rng(0))


def test_that_sets_are_drawn_by_their_weights(holes: np.ndarray) -> None:
    black, white = (
        FaceSet(("a",), np.full((1, 256, 256, 3), value, np.uint8), np.zeros((1, 256, 256), np.uint8))
        for value in (0, 255)
    )
    make = FaceBatches([black, white], [1.0, 3.0], holes, jitter=STILL, aging=NO_AGING)
    targets = make(32, 200, np.random.default_rng(0))["target"]
    assert float(targets.mean()) == pytest.approx(0.75, abs=0.1)


def test_that_what_a_gpu_holds_gives_the_batch_of_a_cpu(
    faces: FaceSet, holes: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sets held as tensors, as on a GPU, against sets that lie in arrays: the same faces, holes and tones."""
    reference = FaceBatches([faces], [1.0], holes, whole_share=0)
    resident = FaceBatches([faces], [1.0], holes, whole_share=0)
    monkeypatch.setattr(resident, "_pixels", [torch.from_numpy(faces.pixels)])
    monkeypatch.setattr(resident, "_labels", [torch.from_numpy(faces.labels)])
    for size_px in (64, 256):
        ours, theirs = (make(size_px, 4, np.random.default_rng(3)) for make in (resident, reference))
        for name in ("hole", "labels", "restore_tone"):
            torch.testing.assert_close(ours[name], theirs[name], rtol=0, atol=0)
        # arrays are rounded when they are shrunk
        torch.testing.assert_close(ours["target"], theirs["target"], atol=0.02, rtol=0)


def test_that_a_batch_is_made_on_the_device_of_the_faces_and_never_waits_for_it(
    faces: FaceSet, holes: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stands in for a GPU: meta tensors refuse to meet those of a CPU, and have no values that could be looked at."""
    # JPEG is written by the CPU; there is no generator for this device
    monkeypatch.setattr(aging_steps, "_noise", lambda shape, device, generator: torch.empty(shape, device=device))
    shares = {name: 0.5 for name in AgingConfig.__dataclass_fields__ if name not in ("jpeg", "strength")}
    aging = AgingConfig(**shares | {"grey": 0.25, "sepia": 0.25, "dull": 0.25})
    make = FaceBatches(
        [faces], [1.0], holes, aging=aging, parts_share=0.5, restore_share=0.5, device=torch.device("meta")
    )
    for seed in range(5):
        batch = make(64, 6, np.random.default_rng(seed))
        assert {value.device.type for value in batch.values()} == {"meta"}
        assert batch["target"].shape == batch["crop"].shape == (6, 3, 64, 64)
