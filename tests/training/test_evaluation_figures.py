from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from facerestore.values.errors import FaceRestoreError, WeightsMissing
from facerestore_models import create
from facerestore_training import evaluation, metrics
from facerestore_training.batched_inference import layout_probabilities
from facerestore_training.evaluation import kid
from facerestore_training.evaluation.bootstrap import Comparison, compare_mean_iou, compare_means
from facerestore_training.evaluation.holes import frozen_hole
from facerestore_training.evaluation.judging import Judges, Scores, score
from facerestore_training.evaluation.perception import find_lpips, squeezenet_distance
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from tests.support.backbones import squeezenet_file
from tests.support.drawn_faces import drawn_faces


@pytest.fixture(scope="module")
def alexnet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """AlexNet's features, untrained."""
    torch.manual_seed(0)
    shapes = {0: (64, 3, 11, 11), 3: (192, 64, 5, 5), 6: (384, 192, 3, 3), 8: (256, 384, 3, 3), 10: (256, 256, 3, 3)}
    tensors = {}
    for index, shape in shapes.items():
        tensors[f"features.{index}.weight"] = 0.05 * torch.randn(shape)
        tensors[f"features.{index}.bias"] = torch.zeros(shape[0])
    path = tmp_path_factory.mktemp("backbone") / "alexnet.safetensors"
    save_file(tensors, path)
    return path


@pytest.fixture(scope="module")
def squeezenet(tmp_path_factory: pytest.TempPathFactory) -> SqueezeNetDistance:
    return SqueezeNetDistance(SqueezeNetFeatures(squeezenet_file(tmp_path_factory.mktemp("features"))))


def test_that_lpips_is_nothing_for_equal_pictures_and_local_to_what_changed(alexnet: Path) -> None:
    lpips, note = find_lpips(alexnet)
    assert lpips is not None
    assert "LPIPS-Alex" in note
    truth = np.asarray(drawn_faces(1).pixels[0])
    hole = frozen_hole("mouth", "a")
    assert lpips(truth, truth, hole) == (0, 0)
    spoilt = np.where(hole[..., None] > 0, np.uint8(255) - truth, truth)
    whole, inside = lpips(spoilt, truth, hole)
    assert 0 < whole < inside


def test_that_absent_lpips_is_a_sentence_and_not_a_download(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    lpips, note = find_lpips(None)
    assert lpips is None
    assert "absent" in note
    assert not list(tmp_path.iterdir())


def test_that_a_cached_backbone_that_is_not_what_its_name_says_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.hub, "get_dir", lambda: str(tmp_path))
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints" / "alexnet-owt-7be5be79.pth").write_bytes(b"something else")
    lpips, note = find_lpips(None)
    assert lpips is None
    assert "not what its name says" in note


def test_that_a_backbone_that_is_given_and_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        find_lpips(tmp_path / "no.safetensors")
    save_file({"a": torch.zeros(1)}, tmp_path / "other.safetensors")
    with pytest.raises(FaceRestoreError):
        find_lpips(tmp_path / "other.safetensors")


def test_that_the_feature_distance_grows_with_the_damage(squeezenet: SqueezeNetDistance) -> None:
    truth = np.asarray(drawn_faces(1).pixels[0])
    assert squeezenet_distance(squeezenet, truth, truth) == 0
    assert squeezenet_distance(squeezenet, np.roll(truth, 9, axis=0), truth) > 0


def test_that_kid_is_about_zero_for_one_distribution_and_above_for_two() -> None:
    rng = np.random.default_rng(0)
    first, second, other = rng.normal(0, 1, (300, 8)), rng.normal(0, 1, (300, 8)), rng.normal(0.6, 1, (300, 8))
    same, spread = kid.kernel_inception_distance(first, second, subsets=10, subset_size=100)
    apart, _ = kid.kernel_inception_distance(other, second, subsets=10, subset_size=100)
    assert abs(same) < 0.05
    assert apart > 5 * abs(same)
    assert spread > 0
    scaled, _ = kid.kernel_inception_distance(90 * other, 90 * second, subsets=10, subset_size=100)
    assert scaled == pytest.approx(apart)


def test_that_features_for_kid_are_one_row_for_each_picture(squeezenet: SqueezeNetDistance) -> None:
    features = kid.pooled_features(squeezenet.features, drawn_faces(2).pixels)
    assert features.shape == (2, 384)
    assert (features[0] != features[1]).any()


def test_that_the_composite_is_judged_first_and_the_raw_picture_beside_it() -> None:
    faces, holes = drawn_faces(2), np.stack([frozen_hole("nose", k) for k in "ab"])
    painted = np.asarray(faces.pixels).copy()
    painted[holes == 0] //= 2
    scores = score(painted, faces, holes)
    np.testing.assert_array_equal(scores.psnr, metrics.PSNR_CAP_DB)
    assert (scores.figures["visible_psnr"] < 30).all()
    assert (scores.figures["raw_psnr"] < 30).all()
    assert "raw_psnr" not in score(np.asarray(faces.pixels), faces, holes).figures


def test_that_scores_of_parts_are_those_of_the_whole() -> None:
    faces, holes = drawn_faces(3), np.stack([frozen_hole("r20_40", k) for k in "abc"])
    results = evaluation.telea(faces, holes)
    judges = Judges(parser=create("semantic_layout_tiny").eval())
    whole = score(results, faces, holes, judges)
    parts = [score(results[i : i + 1], faces.subset([i]), holes[i : i + 1], judges) for i in range(3)]
    joined = Scores.joined(parts)
    assert joined.means().keys() == whole.means().keys()
    np.testing.assert_allclose(joined.figures["ssim"], whole.figures["ssim"])
    assert whole.confusion_NKK is not None
    assert whole.confusion_NKK.sum() == holes.sum()


def test_that_the_parsers_own_answer_has_a_perfect_score_on_the_truth() -> None:
    parser: nn.Module = create("semantic_layout_tiny").eval()
    faces, holes = drawn_faces(2), np.stack([frozen_hole("r40_60", k) for k in "ab"])
    read = layout_probabilities(parser, faces.pixels, None).argmax(axis=1).astype(np.uint8)
    parsed = type(faces)(faces.keys, faces.pixels, read)
    confusion = score(faces.pixels, parsed, holes, Judges(parser=parser)).confusion_NKK
    assert confusion is not None
    assert np.trace(confusion.sum(axis=0)) == holes.sum()


def test_that_mean_iou_leaves_out_what_is_not_there() -> None:
    confusion = np.zeros((19, 19), np.int64)
    confusion[0, 0], confusion[1, 1], confusion[1, 2], confusion[2, 2] = 50, 6, 2, 4
    assert metrics.mean_iou(confusion) == pytest.approx((6 / 8 + 4 / 6) / 2)
    assert np.isnan(metrics.mean_iou(np.zeros((19, 19))))
    np.testing.assert_allclose(metrics.mean_iou(np.stack([confusion, 3 * confusion])), (6 / 8 + 4 / 6) / 2)


def test_that_a_win_counts_when_its_interval_excludes_zero_and_its_margin_is_large_enough() -> None:
    rng = np.random.default_rng(0)
    theirs = rng.normal(20, 3, 50)
    assert compare_means("psnr", theirs + 1, theirs).verdict == "better"
    assert compare_means("psnr", theirs + 0.1, theirs).verdict == "open"
    assert compare_means("lpips", theirs + 1, theirs).verdict == "worse"
    assert compare_means("psnr", theirs + rng.normal(0, 3, 50), theirs).verdict == "open"


def test_that_pictures_without_a_figure_are_left_out_of_the_comparison() -> None:
    found = compare_means("ssim", np.array([1.0, np.nan, 0.8]), np.array([0.5, 0.5, np.nan]))
    assert found.count == 1
    assert found.difference == pytest.approx(0.5)
    assert compare_means("ssim", np.array([np.nan]), np.array([1.0])).count == 0


def test_that_the_pooled_iou_of_a_better_reader_is_seen_as_better() -> None:
    rng = np.random.default_rng(0)
    good, bad = np.zeros((30, 19, 19), np.int32), np.zeros((30, 19, 19), np.int32)
    for index in range(30):
        hits = int(rng.integers(60, 90))
        good[index, 1, 1], good[index, 1, 2], good[index, 2, 2] = hits, 100 - hits, 50
        bad[index, 1, 1], bad[index, 1, 2], bad[index, 2, 2] = hits - 30, 130 - hits, 50
    found = compare_mean_iou(good, bad)
    assert isinstance(found, Comparison)
    assert 0 < found.low < found.difference < found.high
    assert compare_mean_iou(good, good).difference == 0


def test_that_a_set_large_enough_gets_its_kid_and_the_floor_beside_it(
    squeezenet: SqueezeNetDistance, tmp_path: Path
) -> None:
    faces, buckets = drawn_faces(4), evaluation.FrozenBuckets([f"drawn-{i}" for i in range(4)], names=["nose"])
    judges = Judges(distance=squeezenet, keeps_features=True)
    report = evaluation.evaluate(faces, buckets, {"mean fill": evaluation.mean_fill}, tmp_path, judges=judges)
    means = report.means()["nose"]
    assert np.isfinite(means["mean fill"]["kid"])
    assert set(means["true faces"]) == {"kid"}
    assert "KID on SqueezeNet features" in (tmp_path / "report.md").read_text()
