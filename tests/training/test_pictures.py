"""Sets of pictures: kept as files, drawn evenly, and held out as the layouts of the same photos are."""

import json
from pathlib import Path

import numpy as np
import pytest

from facerestore_training import held_out
from facerestore_training.data.decoding import EncodedPictures
from facerestore_training.data.evenly import Evenly
from tests.training.test_data import png, write_tar


def numbered(first: int, count: int) -> list[np.ndarray]:
    return [np.full((2, 2, 3), first + number, np.uint8) for number in range(count)]


def test_that_each_set_is_drawn_as_often_as_the_largest() -> None:
    pictures = Evenly([numbered(0, 5), numbered(100, 2)])
    seen = [int(picture[0, 0, 0]) for picture in pictures]
    assert len(pictures) == len(seen) == 10
    assert sorted(one for one in seen if one < 100) == [0, 1, 2, 3, 4]
    assert sum(one >= 100 for one in seen) == len(numbered(0, 5))
    assert {100, 101} <= set(seen)
    assert len(pictures[2:6]) == 4
    with pytest.raises(IndexError):
        pictures[10]


def test_that_nothing_is_drawn_from_no_pictures() -> None:
    assert len(Evenly([])) == len(Evenly([[]])) == 0


def test_that_photos_keep_their_own_size_and_are_split_as_their_label_maps_are(tmp_path: Path) -> None:
    labels = np.zeros((40, 40), np.uint8)
    members = {}
    for number in range(8):
        members[f"{number}.jpg"] = png(np.full((40 + number, 40 + number, 3), 9, np.uint8))
        members[f"{number}.png"] = png(labels)
    tar = write_tar(tmp_path / "pairs.tar", members)
    keys, training, never = held_out.split_photos(tar)
    assert isinstance(training, EncodedPictures)
    assert {picture.shape[0] for picture in (*training, *never)} == set(range(40, 48))
    assert len(training) == len(keys) == 6
    assert all(training[i].shape[0] == 40 + int(key) for i, key in enumerate(keys))
    faces, _ = held_out.split_pairs(tar, tmp_path)
    assert sorted(faces.keys) == sorted(keys)


def test_that_the_same_are_held_out_whichever_sources_a_run_learns_from(tmp_path: Path) -> None:
    members = {}
    for number in range(12):
        source = "archive" if number % 4 else "a friend"
        members[f"{number}.jpg"] = png(np.full((40, 40, 3), number, np.uint8))
        members[f"{number}.png"] = png(np.zeros((40, 40), np.uint8))
        members[f"{number}.json"] = json.dumps({"source": source, "faces": []}).encode()
    tar = write_tar(tmp_path / "pairs.tar", members)
    ours = {str(number) for number in range(12) if number % 4}
    everything, never = held_out.split_pairs(tar, tmp_path)
    faces, still_never = held_out.split_pairs(tar, tmp_path, ["archive"])
    keys, _, _ = held_out.split_photos(tar, ["archive"])
    assert still_never.keys == never.keys
    assert set(faces.keys) == set(keys) == set(everything.keys) & ours
    assert not set(never.keys) <= ours
    scenes = {name.replace(".jpg", ".webp"): content for name, content in members.items() if ".png" not in name}
    whole = write_tar(tmp_path / "scenes.tar", scenes)
    all_of_them, held = held_out.split_scenes(whole)
    training, still_held = held_out.split_scenes(whole, ["archive"])
    assert [scene.key for scene in still_held] == [scene.key for scene in held]
    assert [scene.key for scene in training] == [scene.key for scene in all_of_them if scene.key in ours]
