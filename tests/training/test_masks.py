import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.values.errors import PhotoUnreadable
from facerestore_resources.face_classes import FaceClass
from facerestore_training.data import masks
from facerestore_training.data.masks import MaskMix
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.data.part_holes import PARTS, part_holes
from tests.support.drawn_faces import drawn_face, drawn_faces

DRAWS = (
    masks.wide,
    masks.brushed,
    masks.free_form,
    masks.facial_parts,
    masks.scratches,
    masks.cracks,
    masks.blotches,
    masks.irregular,
)


def only(kind: str) -> MaskMix:
    none = dict.fromkeys(("wide", "free_form", "facial_parts", "scratches", "overlays", "blotches"), 0.0)
    return MaskMix(**{**none, kind: 1.0})


def in_bucket(pool: np.ndarray, low: float, high: float) -> int:
    shares = pool.mean(axis=(1, 2))
    return int(((shares >= low) & (shares < high)).sum())


@pytest.fixture
def overlays(tmp_path: Path) -> OverlayPool:
    hair = np.zeros((100, 100), np.uint8)
    cv2.line(hair, (10, 20), (80, 90), 255, 2)
    stain = np.zeros((100, 100), np.uint8)
    cv2.circle(stain, (50, 50), 20, 200, -1)
    return OverlayPool.read(overlay_tar(tmp_path / "o.tar", {"hair/0.png": hair, "stain/0.png": stain}))


def overlay_tar(path: Path, pictures: dict[str, np.ndarray]) -> Path:
    with tarfile.open(path, "w") as tar:
        for name, picture in pictures.items():
            content = cv2.imencode(".png", picture)[1].tobytes()
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return path


@pytest.mark.parametrize("draw", DRAWS, ids=lambda draw: draw.__name__)
@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_that_every_kind_draws_zeros_and_ones_at_any_size(draw: masks.Draw, seed: int) -> None:
    for size_px in (32, 96):
        hole = draw(np.random.default_rng(seed), size_px)
        assert hole.shape == (size_px, size_px)
        assert hole.dtype == np.uint8
        assert hole.max() <= 1


def test_that_a_pool_of_holes_has_every_bucket_equally_often() -> None:
    pool = masks.mask_pool(24, size_px=64, seed=0)
    assert [in_bucket(pool, low, high) for low, high in masks.BUCKETS] == [4] * 6
    assert set(np.unique(pool)) == {0, 1}


def test_that_the_share_above_60_per_cent_is_beside_equal_buckets() -> None:
    pool = masks.mask_pool(40, size_px=64, seed=0, mix=MaskMix(above_60=0.1))
    assert in_bucket(pool, 0.6, 1.0) == 4
    assert [in_bucket(pool, low, high) for low, high in masks.BUCKETS] == [6] * 6


def test_that_a_pool_is_the_same_for_the_same_seed_only() -> None:
    first, again, other = (masks.mask_pool(6, size_px=64, seed=seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_that_kinds_keep_their_shares_while_buckets_stay_equal() -> None:
    mix = MaskMix()
    shares = {name: getattr(mix, name) for name in masks._REACH}
    chances = masks._chances(shares, above_60=0.1)
    buckets = np.array([0.15] * 6 + [0.1])
    np.testing.assert_allclose(chances.sum(axis=0), 1, atol=1e-6)
    np.testing.assert_allclose(chances @ buckets, np.array(list(shares.values())) / sum(shares.values()), atol=1e-3)


@pytest.mark.parametrize("kind", ["wide", "free_form", "blotches"])
def test_that_a_mix_of_one_kind_has_only_that_kind_and_all_buckets(kind: str) -> None:
    pool = masks.mask_pool(12, size_px=64, seed=0, mix=only(kind))
    assert [in_bucket(pool, low, high) for low, high in masks.BUCKETS] == [2] * 6


def test_that_no_scratch_stands_for_half_a_face() -> None:
    chances = masks._chances({name: getattr(MaskMix(), name) for name in masks._REACH}, above_60=0)
    scratches = list(masks._REACH).index("scratches")
    assert (chances[scratches, 4:] == 0).all()
    assert chances[scratches, 0] > chances[scratches, 2] > 0


def test_that_a_ratio_that_a_kind_cannot_have_is_refused() -> None:
    def everything(rng: np.random.Generator, size_px: int) -> masks.Hole:
        return np.ones((size_px, size_px), np.uint8)

    with pytest.raises(ValueError, match="10% to 20%"):
        masks.of_ratio(everything, 0.1, 0.2, np.random.default_rng(0), 16)


@pytest.mark.parametrize(("low", "high"), masks.BUCKETS)
def test_that_thin_irregular_holes_are_had_in_every_bucket_of_the_papers(low: float, high: float) -> None:
    hole = masks.of_ratio(masks.irregular, low, high, np.random.default_rng(0), 128)
    assert low <= hole.mean() < high


def thickness(draw: Callable[[np.random.Generator, int], masks.Hole]) -> float:
    """Mean distance of hole pixels to what is visible, at 20 to 30 % of the crop."""
    rng = np.random.default_rng(0)
    holes = [masks.of_ratio(draw, 0.2, 0.3, rng, 128) for _ in range(8)]
    return float(np.mean([cv2.distanceTransform(hole, cv2.DIST_L2, 3)[hole > 0].mean() for hole in holes]))


def test_that_irregular_holes_are_thinner_than_free_form_ones_of_the_same_area() -> None:
    assert thickness(masks.irregular) < 0.8 * thickness(masks.free_form) < thickness(masks.wide)


def test_that_overlays_are_drawn_as_holes_and_enter_the_pool(overlays: OverlayPool) -> None:
    assert len(overlays.kinds) == 2
    rng = np.random.default_rng(0)
    holes = [overlays.hole(rng, 64) for _ in range(20)]
    assert np.mean([hole.any() for hole in holes]) > 0.8
    assert max(hole.max() for hole in holes) == 1
    pool = masks.mask_pool(12, size_px=64, seed=0, overlays=overlays)
    drawn = masks.mask_pool(12, size_px=64, seed=0)
    assert (pool != drawn).any()


def test_that_overlays_are_the_same_for_the_same_generator(overlays: OverlayPool) -> None:
    first, again = (overlays.alpha(np.random.default_rng(5), 80) for _ in range(2))
    np.testing.assert_array_equal(first, again)


def test_that_a_file_of_overlays_that_is_none_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "x.tar"
    text.write_text("no tar " * 200)
    with pytest.raises(PhotoUnreadable, match="no tar file"):
        OverlayPool.read(text)
    with pytest.raises(PhotoUnreadable, match="no pictures"):
        OverlayPool.read(overlay_tar(tmp_path / "empty.tar", {}))
    broken = tmp_path / "broken.tar"
    with tarfile.open(broken, "w") as tar:
        info = tarfile.TarInfo("hair/0.png")
        info.size = 3
        tar.addfile(info, io.BytesIO(b"abc"))
    with pytest.raises(PhotoUnreadable, match="cannot be decoded"):
        OverlayPool.read(broken)


def part_hole(labels: np.ndarray, low: float, high: float, seed: int) -> tuple[np.ndarray, bool]:
    holes, found = part_holes(
        torch.from_numpy(labels)[None],
        torch.tensor([low]),
        torch.tensor([high]),
        256,
        torch.Generator().manual_seed(seed),
    )
    return holes[0, 0].numpy() > 0, bool(found[0])


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), bucket=st.sampled_from(masks.BUCKETS[:5]))
def test_that_a_part_of_the_face_is_hidden_whole_and_in_its_bucket(seed: int, bucket: tuple[float, float]) -> None:
    _, labels = drawn_face(seed % 7)
    hole, found = part_hole(labels, *bucket, seed)
    if not found:
        assert not hole.any()
        return
    assert bucket[0] - 0.02 <= hole.mean() < bucket[1] + 0.02
    assert set(np.unique(labels[hole])) & {int(part) for parts in PARTS for part in parts}


def test_that_small_parts_are_covered_with_a_margin() -> None:
    labels = np.zeros((256, 256), np.uint8)
    labels[100:120, 60:100] = FaceClass.NOSE
    covered = [hole for hole, found in (part_hole(labels, 0.0, 0.1, seed) for seed in range(12)) if found]
    assert covered
    for hole in covered:
        assert hole[100:120, 60:100].all()
        assert hole.mean() > 0.01


def test_that_a_face_without_parts_gets_no_hole_of_a_part() -> None:
    hole, found = part_hole(np.zeros((256, 256), np.uint8), 0.01, 0.1, 0)
    assert not found
    assert not hole.any()


def test_that_most_faces_have_a_part_for_every_bucket_but_the_largest() -> None:
    labels = torch.from_numpy(drawn_faces(8).labels).repeat(8, 1, 1)
    for low, high in masks.BUCKETS[:5]:
        bounds = torch.full((64,), low), torch.full((64,), high)
        _, found = part_holes(labels, *bounds, 64, torch.Generator().manual_seed(0))
        assert found.float().mean() >= 0.5
