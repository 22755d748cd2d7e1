import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore_training.evaluation import FolderBuckets, FrozenBuckets
from facerestore_training.evaluation.holes import KINDS, fingerprint_of_holes, frozen_hole
from tests.support.shard_files import png


@settings(max_examples=20)
@given(bucket=st.sampled_from(sorted(KINDS)), key=st.text("abc012", min_size=1, max_size=6), seed=st.integers(0, 99))
def test_that_a_hole_is_the_same_for_ever_and_of_the_share_that_its_bucket_says(
    bucket: str, key: str, seed: int
) -> None:
    hole = frozen_hole(bucket, key, seed=seed, size_px=128)
    low, high, _ = KINDS[bucket]
    assert low <= hole.mean() < high
    assert set(np.unique(hole)) == {0, 1}
    np.testing.assert_array_equal(hole, frozen_hole(bucket, key, seed=seed, size_px=128))


def test_that_a_faces_hole_does_not_depend_on_the_other_faces() -> None:
    few, many = FrozenBuckets(["b"], names=["r20_40"]), FrozenBuckets(["a", "b"], names=["r20_40"])
    np.testing.assert_array_equal(few["r20_40"][0], many["r20_40"][1])
    assert (many["r20_40"][0] != many["r20_40"][1]).any()


def test_that_another_seed_draws_other_holes() -> None:
    assert (frozen_hole("eyes", "a", seed=0) != frozen_hole("eyes", "a", seed=1)).any()


def test_that_the_holes_of_today_are_those_of_tomorrow() -> None:
    # without those that may hold a blotch, whose interpolation may round differently on another processor
    buckets = ("thin20_40", "scratch", "eyes", "nose", "mouth", "half")
    holes = np.stack([frozen_hole(bucket, "key", seed=0) for bucket in buckets])
    assert fingerprint_of_holes(holes)[:16] == "eae1f4ebb7b7633b"


def test_that_thin_holes_have_far_more_border_than_thick_ones_of_the_same_share() -> None:
    def border(bucket: str) -> float:
        holes = [frozen_hole(bucket, key) for key in "abcd"]
        return float(np.mean([cv2.Canny(hole * 255, 50, 100).mean() / hole.mean() for hole in holes]))

    assert border("thin20_40") > 2 * border("r20_40")


@pytest.mark.parametrize(("bucket", "row", "column"), [("eyes", 122, 97), ("nose", 150, 128), ("mouth", 186, 127)])
def test_that_a_parts_hole_covers_the_part(bucket: str, row: int, column: int) -> None:
    assert all(frozen_hole(bucket, key)[row, column] for key in "abcdef")


def test_that_only_the_buckets_that_are_asked_for_are_read(tmp_path: Path) -> None:
    for name in ("r20", "scratch"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.png").write_bytes(png(np.full((256, 256), 255, np.uint8)))
    assert list(FolderBuckets(tmp_path, ["a"])) == ["r20", "scratch"]
    assert list(FolderBuckets(tmp_path, ["a"], names=["r20"])) == ["r20"]
    with pytest.raises(FileNotFoundError):
        FolderBuckets(tmp_path, ["a"], names=["other"])["other"]


@pytest.mark.shared
def test_that_free_form_holes_and_scratches_are_those_of_the_mask_tool(shared_data: Path, tmp_path: Path) -> None:
    faces, masks = tmp_path / "faces", tmp_path / "masks"
    faces.mkdir()
    (faces / "face-1.png").write_bytes(b"")
    tool = shared_data.parent / "tools" / "free_form_masks.py"
    subprocess.run([sys.executable, str(tool), str(faces), str(masks), "256", "0"], check=True)
    theirs = FolderBuckets(masks, ["face-1"])
    ours = FrozenBuckets(["face-1"], seed=0)
    assert len(theirs) == 4
    for name, hole in theirs.items():
        np.testing.assert_array_equal(ours[name], hole)
