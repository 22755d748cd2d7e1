"""Is a hole as fine as its scan? ``evaluate --pairs --detail``."""

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from facerestore.restoration.local import LocalNetworks
from facerestore_resources.face_classes import FaceClass
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.detail import (
    DetailReport,
    LabelledScan,
    _figures,
    _fine_energy,
    evaluate_detail,
    read_scans,
)
from facerestore_training.evaluation.portrait_scans import portrait_scans
from facerestore_training.main import main
from tests.support.drawn_faces import drawn_faces
from tests.support.shard_files import write_shard
from tests.support.tiny_weights import write_tiny_weights


def enlarged(faces: FaceSet, side_px: int) -> FaceSet:
    """Drawn faces as scans, with strokes that no crop holds."""
    assert faces.labels is not None
    size = (side_px, side_px)
    fine = np.random.default_rng(0).integers(0, 24, (*size, 1), np.uint8)
    pixels = [cv2.resize(np.asarray(one), size, interpolation=cv2.INTER_CUBIC) // 2 + fine for one in faces.pixels]
    labels = [cv2.resize(np.asarray(one), size, interpolation=cv2.INTER_NEAREST) for one in faces.labels]
    return replace(faces, pixels=np.stack(pixels), labels=np.stack(labels))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("detail")
    write_shard(folder / "pairs.tar", enlarged(drawn_faces(4), 400), has_labels=True)
    write_shard(folder / "small.tar", drawn_faces(4), has_labels=True)
    write_tiny_weights(folder / "weights")
    return folder


def test_that_the_command_writes_tables_of_every_strength_over_none(place: Path) -> None:
    out = place / "report"
    options = ["--pairs", str(place / "pairs.tar"), "--detail", "1", "--buckets", "r30_40", "--device", "cpu"]
    assert main(["evaluate", *options, "--weights-dir", str(place / "weights"), "--out", str(out)]) == 0
    rows = json.loads((out / "detail.json").read_text())["figures"]
    assert [(row["bucket"], row["strength"]) for row in rows] == [("r30_40", 0.0), ("r30_40", 1.0)]
    assert "psnr over none" in rows[1]
    assert "## Over no detail" in (out / "detail.md").read_text()


@pytest.fixture(scope="module")
def portraits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portraits")
    near = astronaut()
    cv2.imwrite(str(folder / "a.png"), cv2.resize(near, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)[..., ::-1])
    cv2.imwrite(str(folder / "far.png"), cv2.resize(near, None, fx=0.5, fy=0.5)[..., ::-1])
    cv2.imwrite(str(folder / "z.tif"), cv2.resize(near, None, fx=2, fy=2)[..., 1])
    (folder / "broken.jpg").write_bytes(b"no picture")
    return folder


def test_that_faces_of_whole_photos_are_enlarged_to_be_scans(portraits: Path) -> None:
    networks = LocalNetworks(device="cpu")
    scans, larger = (list(portrait_scans(portraits, networks, enlarged=by)) for by in (1.0, 1.5))
    assert [one.key for one in scans] == ["a", "z"], "too small, or no picture: left out"
    for one, more in zip(scans, larger, strict=True):
        side_px = len(one.pixels)
        assert one.pixels.shape == (side_px, side_px, 3)
        assert one.labels.shape == (side_px, side_px)
        assert abs(len(more.pixels) - 1.5 * side_px) <= 1
        middle = one.labels[side_px // 3 : side_px * 2 // 3, side_px // 3 : side_px * 2 // 3]
        assert (middle != FaceClass.BACKGROUND).mean() > 0.9, "it is the face that was cut"


def test_that_portraits_are_judged_like_pairs(portraits: Path, tmp_path: Path) -> None:
    options = ["--portraits", str(portraits), "--detail", "1", "--buckets", "r30_40", "--limit", "1", "--enlarged", "1"]
    assert main(["evaluate", *options, "--device", "cpu", "--out", str(tmp_path)]) == 0
    rows = json.loads((tmp_path / "detail.json").read_text())["figures"]
    assert [row["strength"] for row in rows] == [0.0, 1.0]


@pytest.mark.parametrize(
    "options",
    [
        ["--portraits", ".", "--detail", "1", "--pairs", "pairs.tar"],
        ["--portraits", "."],
        ["--portraits", ".", "--detail", "1", "--enlarged", "9"],
        ["--portraits", ".", "--detail", "1"],
    ],
)
def test_that_portraits_that_cannot_be_judged_are_named(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["evaluate", *options, "--out", "none"]) == 2
    assert capsys.readouterr().err.startswith("facerestore: ")


@pytest.mark.parametrize(
    "options", [["--detail", "1"], ["--pairs", "small.tar", "--detail", "1"], ["--pairs", "pairs.tar", "--detail", "2"]]
)
def test_that_what_cannot_be_judged_is_said(
    place: Path, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert main(["evaluate", *options, "--out", str(place / "none")]) == 2
    assert capsys.readouterr().err.startswith("facerestore: ")


def test_that_only_photos_finer_than_a_crop_are_scans(place: Path) -> None:
    (one,) = read_scans(place / "pairs.tar", ["drawn-2", "of nobody"])
    assert (one.key, one.pixels.shape, one.labels.shape) == ("drawn-2", (400, 400, 3), (400, 400))
    assert list(read_scans(place / "small.tar", ["drawn-2"])) == []


def test_that_the_painting_is_the_same_and_only_detail_differs(place: Path) -> None:
    scans = list(read_scans(place / "pairs.tar", ["drawn-1"]))
    report, again = (
        evaluate_detail(scans, strengths, device="cpu", weights_dir=place / "weights", buckets=["r30_40"])
        for strengths in ([0.0, 1.0], [1.0])
    )
    assert list(report.figures) == [("r30_40", 0.0), ("r30_40", 1.0)]
    for at, figures in report.figures.items():
        for name, values in figures.items():
            np.testing.assert_array_equal(values, again.figures[at][name])


def test_that_energies_are_compared_as_factors_and_photos_without_the_part_do_not_count() -> None:
    nan = float("nan")
    figures = {
        ("h", 0.0): {"skin energy": np.array([0.1, 0.2, nan]), "psnr": np.array([30.0, 31.0, 32.0])},
        ("h", 1.0): {"skin energy": np.array([0.4, 0.8, nan]), "psnr": np.array([29.0, 30.0, 31.0])},
    }
    report = DetailReport(3, (), figures)
    assert report.difference("h", 1.0, "skin energy") == pytest.approx([4, 4, 4])
    assert report.difference("h", 1.0, "psnr") == pytest.approx([-1, -1, -1])
    assert report.mean("h", 0.0, "skin energy")[0] == pytest.approx(np.sqrt(0.02))
    assert report.as_json()["figures"][0]["skin energy, photos"] == 2


def test_that_an_edge_that_is_missing_counts_in_the_mean_and_not_in_the_median_pixel() -> None:
    rng = np.random.default_rng(0)
    texture = np.clip(rng.normal(128, 3, (512, 512, 1)), 0, 255).astype(np.uint8).repeat(3, axis=2)
    truth = texture.copy()
    truth[:, 256:] = np.clip(truth[:, 256:].astype(int) - 100, 0, 255)
    hole = np.zeros((512, 512), np.uint8)
    hole[128:384, 128:384] = 1
    scan = LabelledScan("edge", truth, np.full((512, 512), FaceClass.SKIN, np.uint8))
    figures = _figures(texture, scan, hole, _fine_energy(truth), None)
    assert figures["skin energy"] < 0.7
    assert figures["skin median energy"] == pytest.approx(1, abs=0.1)
