from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore_models.weights import load_weights
from facerestore_training import evaluation, metrics
from facerestore_training.data import masks
from facerestore_training.losses import equations
from facerestore_training.main import main, seconds
from facerestore_training.runs.export import export_run
from facerestore_training.tasks.detector import DetectorTask, _focal, _targets
from tests.support.drawn_faces import drawn_faces
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_data import png, scene, write_tar


def test_that_psnr_of_a_known_error_is_the_known_number() -> None:
    truth = np.full((8, 8, 3), 100, np.uint8)
    assert metrics.psnr(truth + 5, truth) == pytest.approx(20 * np.log10(255 / 5))
    assert metrics.psnr(truth, truth) == metrics.PSNR_CAP_DB
    where = np.zeros((8, 8), bool)
    where[0] = True
    result = truth.copy()
    result[0] += 5
    assert metrics.psnr(result, truth, where) == pytest.approx(20 * np.log10(255 / 5))


def test_that_ssim_is_one_for_equal_pictures_and_less_for_others() -> None:
    truth = np.asarray(drawn_faces(1).pixels[0])
    assert metrics.ssim(truth, truth) == pytest.approx(1)
    assert metrics.ssim(np.roll(truth, 6, axis=1), truth) < 0.95


def test_that_every_baseline_changes_the_hole_only() -> None:
    faces = drawn_faces(2)
    holes = masks.mask_pool(2, size_px=256, seed=0)
    for restore in (evaluation.telea, evaluation.navier_stokes, evaluation.mean_fill):
        results = restore(faces, holes)
        np.testing.assert_array_equal(results[holes == 0], faces.pixels[holes == 0])
        assert (results[holes == 1] != faces.pixels[holes == 1]).any()


def test_that_the_interval_of_a_clear_win_excludes_zero_and_of_none_includes_it() -> None:
    rng = np.random.default_rng(0)
    theirs = rng.normal(20, 3, 60)
    low, _ = evaluation.difference_interval(theirs + rng.normal(1, 0.5, 60), theirs, resamples=500)
    assert low > 0
    low, high = evaluation.difference_interval(theirs + rng.normal(0, 0.5, 60), theirs, resamples=500)
    assert low < 0 < high


def test_that_masks_are_read_by_key_and_a_missing_one_is_said(tmp_path: Path) -> None:
    hole = np.zeros((256, 256), np.uint8)
    hole[10:20] = 255
    (tmp_path / "r20").mkdir()
    (tmp_path / "r20" / "a.png").write_bytes(png(hole))
    buckets = evaluation.read_buckets(tmp_path, ["a"])
    assert buckets["r20"].sum() == 10 * 256
    with pytest.raises(FileNotFoundError):
        evaluation.read_buckets(tmp_path, ["b"])


def test_that_a_perfect_layout_has_no_dice_loss_and_less_entropy_than_a_wrong_one() -> None:
    labels = torch.zeros(1, 8, 8, dtype=torch.long)
    labels[:, 4:] = 13
    target = equations.label_probabilities(labels, 8, 19)
    weight = torch.ones(1, 8, 8)
    right, wrong = 50 * target, 50 * target.roll(1, dims=1)
    assert equations.soft_dice(right, target, weight) < 0.01 < equations.soft_dice(wrong, target, weight)
    even = torch.ones(19)
    assert equations.layout_cross_entropy(right, target, weight, even) < equations.layout_cross_entropy(
        wrong, target, weight, even
    )


def test_that_the_target_map_peaks_in_the_cell_of_a_faces_centre() -> None:
    boxes = torch.tensor([[[16.0, 24.0, 48.0, 56.0]]])
    heat, owner = _targets(boxes, torch.tensor([1]), (8, 8))
    row, column = divmod(int(heat[0].argmax()), 8)
    assert (row, column) == (5, 4)
    assert heat.max() == 1
    assert owner[0, 5, 4] == 0
    assert owner[0, 0, 0] == -1


def test_that_focal_loss_prefers_the_right_cell() -> None:
    heat, _ = _targets(torch.tensor([[[16.0, 24.0, 48.0, 56.0]]]), torch.tensor([1]), (8, 8))
    right = torch.where(heat > 0.99, 6.0, -6.0)
    assert _focal(right, heat) < _focal(right.flip(1), heat)


def test_that_the_detector_learns_from_a_scene_without_faces_too() -> None:
    empty = scene()
    empty = type(empty)("e", empty.pixels, empty.boxes[:0], empty.points[:0])
    task = DetectorTask([empty], [empty])
    from facerestore_models import create

    loss = task.loss(create("face_detector_tiny"), task.batch(64, 2, np.random.default_rng(0))).total
    assert torch.isfinite(loss)


@pytest.mark.parametrize(("text", "expected"), [("90", 90), ("90s", 90), ("1.5h", 5400), ("20m", 1200)])
def test_that_durations_are_read(text: str, expected: float) -> None:
    assert seconds(text) == expected


def test_that_training_and_evaluating_by_command_leave_weights_and_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faces = drawn_faces(4)
    shard = write_tar(
        tmp_path / "faces.tar", {f"{k}.png": png(np.asarray(p)) for k, p in zip(faces.keys, faces.pixels, strict=True)}
    )
    weights = write_tiny_weights(tmp_path / "weights")
    run = tmp_path / "run"
    arguments = ["--faces", str(shard), "--validation", str(shard), "--out", str(run), "--recipe", "tiny"]
    layout = str(weights / "semantic_layout_tiny.safetensors")
    assert main(["train", "texture", *arguments, "--layout-weights", layout, "--images", "8", "--device", "cpu"]) == 0
    assert main(["train", "export", "--run", str(run), "--out", str(weights)]) == 0
    name, _ = load_weights(weights / "texture_generator_tiny.safetensors")
    assert name == "texture_generator_tiny.base"
    out = tmp_path / "report"
    options = ["--weights-dir", str(weights), "--out", str(out), "--limit", "2", "--device", "cpu", "--buckets", "nose"]
    assert main(["evaluate", "--faces", str(shard), *options]) == 0
    assert "telea" in (out / "report.md").read_text()
    assert (out / "contact.png").exists()


def test_that_a_missing_file_is_a_sentence_and_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "detector", "--scenes", str(tmp_path / "no.tar"), "--out", str(tmp_path / "run")]) == 1
    assert "no.tar" in (said := capsys.readouterr().err)
    assert "Check the path." in said


def test_that_exporting_nothing_is_refused(tmp_path: Path) -> None:
    from facerestore.values.errors import WeightsMissing

    with pytest.raises(WeightsMissing):
        export_run(tmp_path, tmp_path, {})
