import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore_resources.face_classes import FaceClass
from facerestore_training.data import masks, scenes, shards
from facerestore_training.data.augmentation import FrameJitter, sample
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig, aged_tone, grained
from tests.support.drawn_faces import drawn_face, drawn_faces


def png(array: np.ndarray) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(array).save(stream, "PNG")
    return stream.getvalue()


def write_tar(path: Path, members: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


def test_that_a_pool_of_holes_has_every_bucket_equally_often() -> None:
    pool = masks.mask_pool(24, size_px=64, seed=0)
    shares = pool.mean(axis=(1, 2))
    for low, high in masks.BUCKETS:
        assert ((shares >= low) & (shares < high)).sum() == 4
    assert set(np.unique(pool)) == {0, 1}


def test_that_a_pool_is_the_same_for_the_same_seed_only() -> None:
    first, again, other = (masks.mask_pool(6, size_px=64, seed=seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_that_a_flip_carries_labels_with_their_pixels_and_swaps_sides(seed: int) -> None:
    picture, labels = drawn_face(seed % 5)
    still = FrameJitter(probability=0)
    rng = np.random.default_rng(seed)
    flipped, flipped_labels = sample(picture, labels, size_px=256, jitter=still, rng=rng)
    assert flipped_labels is not None
    if (flipped == picture).all():
        np.testing.assert_array_equal(flipped_labels, labels)
    else:
        np.testing.assert_array_equal(flipped, picture[:, ::-1])
        left = flipped_labels == FaceClass.LEFT_EYE
        np.testing.assert_array_equal(left, (labels == FaceClass.RIGHT_EYE)[:, ::-1])


def test_that_a_batch_hides_its_hole_and_keeps_the_rest() -> None:
    faces = drawn_faces(3)
    batches = FaceBatches(
        [faces], [1.0], masks.mask_pool(6, size_px=256, seed=0), aging=AgingConfig(grain=0), whole_share=0
    )
    batch = batches(64, 5, np.random.default_rng(0))
    hole, crop, target = batch["hole"], batch["crop"], batch["target"]
    assert (crop * hole == 0).all()
    torch.testing.assert_close(crop, target * (1 - hole))
    assert set(hole.unique().tolist()) == {0.0, 1.0}
    assert batch["labels"].shape == (5, 256, 256)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 1000))
def test_that_aged_pictures_stay_pictures(seed: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    picture = torch.rand(4, 3, 32, 32, generator=generator)
    config = AgingConfig(grey=0.5, sepia=0.3, faded=1, soft=1, grain=1)
    for result in (aged_tone(picture, config, generator), grained(picture, config, generator)):
        assert result.shape == picture.shape
        assert 0 <= float(result.min()) <= float(result.max()) <= 1


def test_that_a_grey_share_of_one_leaves_no_colour() -> None:
    generator = torch.Generator().manual_seed(0)
    picture = aged_tone(torch.rand(4, 3, 16, 16), AgingConfig(grey=1, soft=0), generator)
    torch.testing.assert_close(picture[:, 0], picture[:, 2])


def test_that_shards_are_decoded_once_and_labels_stay_ids(tmp_path: Path) -> None:
    picture, labels = drawn_face(0, side=512)
    jpeg = io.BytesIO()
    Image.fromarray(picture).save(jpeg, "JPEG")
    shard = write_tar(tmp_path / "pairs.tar", {"a.jpg": jpeg.getvalue(), "a.png": png(labels)})
    faces = shards.load_faces([shard], tmp_path / "cache")
    again = shards.load_faces([shard], tmp_path / "cache")
    assert faces.keys == again.keys == ("a",)
    assert faces.pixels.shape == (1, 256, 256, 3)
    assert faces.labels is not None
    assert set(np.unique(faces.labels)) <= set(np.unique(labels))


def test_that_a_changed_shard_is_not_served_from_the_cache(tmp_path: Path) -> None:
    shard = write_tar(tmp_path / "f.tar", {"a.png": png(drawn_face(0)[0])})
    first = shards.load_faces([shard], tmp_path / "cache")
    write_tar(shard, {"a.png": png(drawn_face(1)[0]), "b.png": png(drawn_face(2)[0])})
    assert len(shards.load_faces([shard], tmp_path / "cache")) == 2
    assert len(first) == 1


def test_that_training_and_held_out_indices_share_nothing() -> None:
    training, held_out = shards.split_off(50, 10, seed=1)
    assert sorted(training + held_out) == list(range(50))
    assert len(held_out) == 10


def scene() -> scenes.Scene:
    picture, _ = drawn_face(0, side=128)
    points = np.array([[[50, 60], [78, 60], [64, 78], [52, 92], [76, 92]]], np.float32)
    return scenes.Scene("s", picture, np.array([[35, 30, 93, 110]], np.float32), points)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_that_points_stay_on_their_pixels_when_a_scene_is_sampled(seed: int) -> None:
    marked = scene()
    pixels = np.zeros_like(marked.pixels)
    x, y = marked.points[0, 0]
    pixels[int(y) - 3 : int(y) + 4, int(x) - 3 : int(x) + 4] = (255, 0, 0)
    original = scenes.Scene("s", pixels, marked.boxes, marked.points)
    result, _ = scenes.sample_scene(original, size_px=160, masked_share=0, rng=np.random.default_rng(seed))
    for face in result.points:
        # a mirror image swaps the eyes, so the mark is at one of the two
        seen = [_redness(result.pixels, point) for point in face[:2]]
        inside = [(0 < p[0] < 159) and (0 < p[1] < 159) for p in face[:2]]
        assert not all(inside) or max(seen) > 60


def _redness(pixels: np.ndarray, point: np.ndarray) -> float:
    x, y = (int(np.clip(v, 0, pixels.shape[0] - 1)) for v in point)
    red, green, _ = pixels[y, x].astype(int)
    return float(red - green)


def test_that_a_covered_face_is_covered_by_the_share_asked_for() -> None:
    box = np.array([20, 20, 100, 120], np.float32)
    hole = scenes.cover_face(box, 0.3, 160, np.random.default_rng(0))
    assert hole[20:120, 20:100].mean() == pytest.approx(0.3, abs=0.06)
    hole[20:120, 20:100] = 0
    assert not hole.any()


def test_that_scenes_are_read_with_boxes_and_points(tmp_path: Path) -> None:
    face = {"box_xywh": [1, 2, 3, 4], "points_xy": list(range(10)), "score": 1}
    stream = io.BytesIO()
    Image.fromarray(np.zeros((8, 8, 3), np.uint8)).save(stream, "WEBP")
    meta = json.dumps({"faces": [face]}).encode()
    (found,) = scenes.load_scenes(write_tar(tmp_path / "s.tar", {"a.webp": stream.getvalue(), "a.json": meta}))
    np.testing.assert_array_equal(found.boxes, [[1, 2, 4, 6]])
    assert found.points.shape == (1, 5, 2)
