import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_models import create
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.weights import save_weights
from facerestore_training.main import main
from tests.support.drawn_faces import drawn_faces
from tests.support.shard_files import write_pooling_onnx, write_shard
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_masks import overlay_tar


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with faces, faces with labels, two sets of weights, and pairs of photos."""
    folder = tmp_path_factory.mktemp("evaluation")
    write_shard(folder / "faces.tar", drawn_faces(2))
    write_shard(folder / "pairs.tar", drawn_faces(8), has_labels=True)
    write_tiny_weights(folder / "weights")
    write_tiny_weights(folder / "others", seed=1)
    (folder / "lfw").mkdir()
    write_shard(folder / "lfw" / "images.tar", drawn_faces(4))
    rows = "drawn-0,drawn-1,1\ndrawn-1,drawn-2,0\ndrawn-2,drawn-3,1\ndrawn-3,drawn-0,0\n"
    (folder / "lfw" / "pairs.csv").write_text("first,second,same_person\n" + rows, encoding="utf-8")
    return folder


def evaluate(place: Path, name: str, *options: str) -> Path:
    """The folder of the report of a command that went well."""
    out = place / name
    common = ["--weights-dir", str(place / "weights"), "--out", str(out), "--device", "cpu"]
    assert main(["evaluate", *options, *common]) == 0
    return out


def test_that_two_sets_of_weights_are_compared_by_picture(place: Path) -> None:
    options = ["--faces", str(place / "faces.tar"), "--against", str(place / "others"), "--buckets", "half"]
    out = evaluate(place, "texture", *options)
    report = json.loads((out / "report.json").read_text())
    assert set(report["buckets"]) == {"half"}
    assert report["count"] == 2
    assert any("LPIPS is absent" in note for note in report["notes"])
    bucket = report["buckets"]["half"]
    assert {"telea", "mean fill", "stage 2, predicted layout", "against, predicted layout"} <= set(bucket["restorers"])
    assert {"psnr", "ssim", "miou", "identity"} <= set(bucket["restorers"]["stage 2, true layout"])
    pairs = {(c["ours"], c["theirs"]) for c in bucket["comparisons"]}
    assert ("stage 2, none layout", "against, none layout") in pairs
    assert ("in2_tiny", "against, in2_tiny") in pairs
    assert bucket["restorers"]["in2_tiny"]["psnr"] > 0
    assert len(bucket["spectrum"]["telea"]["to_truth"]) == 10
    table = (out / "report.md").read_text()
    assert "## Comparisons" in table
    assert "| identity distance |" in table
    assert any("dlib" in note for note in report["notes"])
    assert "against, true layout" in table
    assert (out / "contact.png").exists()


def test_that_a_folder_with_an_inpainting_network_alone_is_judged_by_it(place: Path, tmp_path: Path) -> None:
    save_weights(create("in2_tiny"), "in2_tiny", tmp_path / "in2.safetensors")
    write_manifest_entry(tmp_path, "in2_tiny", "in2.safetensors", {})
    options = ["--faces", str(place / "faces.tar"), "--buckets", "half", "--parser"]
    parser = str(place / "weights" / "semantic_layout_tiny.safetensors")
    common = ["--weights-dir", str(tmp_path), "--out", str(tmp_path / "out"), "--device", "cpu"]
    assert main(["evaluate", *options, parser, *common]) == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    found = set(report["buckets"]["half"]["restorers"])
    assert {"in2_tiny", "telea"} <= found
    assert not any("stage 2" in name for name in found)


def test_that_the_same_command_gives_the_same_report(place: Path) -> None:
    options = ["--faces", str(place / "faces.tar"), "--buckets", "mouth", "--limit", "1"]
    first, again = (evaluate(place, name, *options) / "report.json" for name in ("first", "again"))
    assert first.read_text() == again.read_text()


def test_that_true_labels_are_judged_with_the_parsers_ceiling_beside_them(place: Path) -> None:
    out = evaluate(place, "labelled", "--faces", str(place / "pairs.tar"), "--buckets", "nose", "--limit", "1")
    report = json.loads((out / "report.json").read_text())
    assert "true face" in report["buckets"]["nose"]["restorers"]
    assert "## Spectrum of the hole" in (out / "report.md").read_text()


def test_that_stage_1_is_judged_class_by_class(place: Path) -> None:
    out = evaluate(place, "layout", "--pairs", str(place / "pairs.tar"), "--buckets", "half")
    report = json.loads((out / "layout.json").read_text())
    assert set(report) == {"whole", "in half", "alternatives"}
    assert 0 <= report["alternatives"]["in half"]["disagreement"] <= 1
    assert len(report["whole"]["iou_by_class"]) == len(report["whole"]["f1_by_class"]) == 19
    assert "| Upper lip |" in (out / "layout.md").read_text()


def test_that_steering_has_a_report_and_a_sheet(place: Path) -> None:
    out = evaluate(place, "steering", "--faces", str(place / "pairs.tar"), "--steering", "--limit", "1")
    assert json.loads((out / "steering.json").read_text())["figures"][0]["identity"] > 0
    assert (out / "steering.png").exists()


def test_that_identity_is_judged_by_a_network_that_the_person_gives(place: Path) -> None:
    network = write_pooling_onnx(place / "pool.onnx")
    options = ["--lfw", str(place / "lfw"), "--embedder", str(network), "--buckets", "eyes"]
    out = evaluate(place, "identity", *options, "--restorers", "telea", "semantic", "in2")
    figures = json.loads((out / "identity.json").read_text())["figures"]
    assert [f["restorer"] for f in figures] == ["masked", "telea", "semantic", "in2"]
    assert figures[0]["won_back"] is None


def test_that_identity_is_judged_by_the_installed_network_where_no_other_is_given(place: Path) -> None:
    out = evaluate(place, "identity", "--lfw", str(place / "lfw"), "--buckets", "eyes")
    assert "Embedding network: face_embedder_tiny" in (out / "identity.md").read_text()


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--steering"],
        ["--faces", "faces.tar", "--buckets", "unheard-of"],
    ],
)
def test_that_what_cannot_be_meant_is_said(place: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", *options, "--out", str(place / "none")]) == 2
    assert capsys.readouterr().err.startswith("facerestore: ")


def test_that_found_damage_is_measured_for_each_way_to_look_for_it(place: Path) -> None:
    spot = cv2.circle(np.zeros((64, 64), np.uint8), (32, 32), 9, 255, -1)
    shapes = overlay_tar(place / "overlays.tar", {f"spots/{i}.png": spot for i in range(2)})
    (place / "undamaged").mkdir()
    write_photo(Photo(drawn_faces(1).pixels[0]), place / "undamaged" / "a.png")
    options = ["--damage", str(shapes), "--faces", str(place / "faces.tar"), "--undamaged", str(place / "undamaged")]
    out = evaluate(place, "damage", *options, "--limit", "3")
    report = json.loads((out / "damage.json").read_text())
    rows = {(row["pictures"], row["way"], row["caution"]): row for row in report["figures"]}
    assert len(rows) == 3 * 2 * 4
    assert {way for _, way, _ in rows} == {"filters", "network"}
    assert all(0 <= row["precision"] <= 1 and 0 <= row["recall"] <= 1 for row in rows.values())
    assert ("undamaged, 1", "network", "usual") in rows
    table = (out / "damage.md").read_text()
    assert "## Recall by group of damage" in table
