import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore_training.data import scenes, shards
from tests.support.drawn_faces import drawn_face


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
