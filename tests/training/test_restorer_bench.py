"""Every way to restore on one bench: what takes part, what it costs, what is written; and shapes and borders."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.restoration.restorers import RESTORERS, SEMANTIC, WAYS
from facerestore.values.alignment import Alignment
from facerestore.values.errors import UsageError, WeightsDamaged
from facerestore.values.geometry import Extent
from facerestore_models import create
from facerestore_models.manifest import write_manifest_entry
from facerestore_models.weights import save_weights
from facerestore_training.data.scenes import Scene
from facerestore_training.evaluation import beside_faces, shapes
from facerestore_training.evaluation.bootstrap import share_won_back
from facerestore_training.evaluation.costs import parameter_count
from facerestore_training.evaluation.installed import (
    Case,
    InstalledRestorer,
    images_seen,
    ways_named,
    why_missing,
    with_painter,
)
from facerestore_training.main import main
from tests.support.drawn_faces import drawn_faces
from tests.support.shard_files import write_scenes, write_shard
from tests.support.tiny_weights import write_tiny_weights

IN2 = RESTORERS["in2"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with faces, scenes, weights of all tiny networks, and weights without ``in2``."""
    folder = tmp_path_factory.mktemp("bench")
    write_shard(folder / "faces.tar", drawn_faces(2))
    write_tiny_weights(folder / "weights")
    write_tiny_weights(folder / "without")
    manifest = json.loads((folder / "without" / "manifest.json").read_text())
    manifest["weights"] = [entry for entry in manifest["weights"] if entry["network"] != "in2_tiny"]
    (folder / "without" / "manifest.json").write_text(json.dumps(manifest))
    return folder


def painted_scene(key: str = "a", height: int = 120, width: int = 200) -> Scene:
    """A photo of slow waves with one face of 60 px in its middle."""
    rows, columns = np.mgrid[:height, :width]
    waves = 128 + 60 * np.sin(rows / 17) + 50 * np.cos(columns / 23)
    points = np.array([[93, 52], [107, 52], [100, 61], [94, 67], [106, 67]], np.float32)
    pixels = np.repeat(waves[..., None], 3, axis=2).astype(np.uint8)
    return Scene(key, pixels, np.array([[80, 30, 120, 90]], np.float32), points[None])


def test_that_all_restorers_are_compared_and_what_is_not_installed_is_a_row(place: Path) -> None:
    other = place / "mine" / "texture_generator_tiny.safetensors"
    save_weights(create("texture_generator_tiny"), "texture_generator_tiny", other)
    write_manifest_entry(other.parent, "texture_generator_tiny", other.name, {"images_seen": 4711})
    command = ["evaluate", "--all-restorers", "--faces", str(place / "faces.tar"), "--limit", "1", "--buckets", "eye"]
    command += ["--weights-dir", str(place / "without"), "--weights", f"semantic={other}"]
    assert main([*command, "--out", str(place / "out"), "--device", "cpu"]) == 0
    shipped, equal = json.loads((place / "out" / "comparison.json").read_text())
    assert set(shipped["buckets"]["eye"]["restorers"]) == {one.name for one in WAYS} - {"in2"}
    assert {"psnr", "ssim", "l1", "identity"} <= set(shipped["buckets"]["eye"]["restorers"]["telea"])
    assert "not installed" in shipped["missing"]["in2"]
    assert shipped["costs"]["semantic"]["parameters"] > shipped["costs"]["telea"]["parameters"] == 0
    assert all(one["seconds"] > 0 for one in shipped["costs"].values())
    assert set(equal["buckets"]["eye"]["restorers"]) == {"semantic, texture_generator_tiny", "telea"}
    assert equal["images_seen"]["semantic, texture_generator_tiny"] == 4711
    with (place / "out" / "comparison.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["restorer"] for row in rows if row["missing"]} == {"in2"}
    assert {row["table"] for row in rows} == {"As shipped", "Equal training"}
    assert all(row["psnr_over_telea"] for row in rows if row["restorer"] == "semantic")
    table = (place / "out" / "comparison.md").read_text()
    assert "| in2 | not installed: " in table
    assert "| 4,711 |" in table
    assert (place / "out" / "as-shipped" / "contact.png").exists()


def test_that_damage_beside_faces_is_compared_in_whole_photos(place: Path) -> None:
    scenes = write_scenes(place / "scenes.tar", [painted_scene(f"s{number}") for number in range(8)])
    command = ["evaluate", "--all-restorers", "--scenes", str(scenes), "--limit", "1", "--buckets", "scratch"]
    command += ["--weights-dir", str(place / "weights"), "--out", str(place / "beside"), "--device", "cpu"]
    assert main(command) == 0
    (bench,) = json.loads((place / "beside" / "comparison.json").read_text())
    assert set(bench["buckets"]["scratch"]["restorers"]) == {one.name for one in WAYS}
    assert bench["missing"] == {}


def test_that_shapes_and_seams_have_a_report(place: Path) -> None:
    scenes = write_scenes(place / "border.tar", [painted_scene(f"s{number}", 200, 240) for number in range(8)])
    command = ["evaluate", "--shapes", "--faces", str(place / "faces.tar"), "--scenes", str(scenes), "--limit", "1"]
    command += ["--weights-dir", str(place / "weights"), "--out", str(place / "shapes"), "--device", "cpu"]
    assert main([*command, "--restorers", "in2", "telea", "--buckets", "scratch"]) == 0
    report = json.loads((place / "shapes" / "shapes.json").read_text())
    assert {row["restorer"] for row in report["shapes"]} == {"in2", "telea"}
    assert set(report["shapes"][0]["over_square"]) == {"2:1", "1:2"}
    assert {row["border"] for row in report["seams"]} <= set(shapes.BORDERS)
    assert report["seams"]
    assert "| less 1:1, 95 % |" in (place / "shapes" / "shapes.md").read_text().replace("2:1 less", "| less")


@pytest.mark.parametrize(
    "options",
    [
        ["--all-restorers"],
        ["--shapes"],
        ["--faces", "faces.tar", "--weights", "semantic=a.safetensors"],
        ["--shapes", "--faces", "faces.tar", "--restorers", "nobody"],
        ["--shapes", "--faces", "faces.tar", "--restorers", "auto"],
    ],
)
def test_that_what_cannot_be_compared_is_said(
    place: Path, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    assert main(["evaluate", *options, "--out", "none"]) == 2
    assert capsys.readouterr().err.startswith("facerestore: ")


def test_that_a_way_without_its_network_is_missing_and_one_without_networks_never(place: Path) -> None:
    assert "in2" in (why_missing(IN2, place / "without") or "")
    assert why_missing(IN2, place / "weights") is None
    assert why_missing(RESTORERS["telea"], place / "nowhere") is None
    assert ways_named(["in2", "semantic", "in2"]) == (IN2, SEMANTIC)


def test_that_weights_of_something_else_are_refused(place: Path, tmp_path: Path) -> None:
    layout = place / "weights" / "semantic_layout_tiny.safetensors"
    with pytest.raises(UsageError, match="does not paint"):
        with_painter(SEMANTIC, layout, tmp_path / "a", place / "weights")
    with pytest.raises(UsageError, match="no network"):
        with_painter(RESTORERS["telea"], layout, tmp_path / "b", place / "weights")
    (tmp_path / "broken.safetensors").write_bytes(b"nothing")
    with pytest.raises(WeightsDamaged):
        with_painter(SEMANTIC, tmp_path / "broken.safetensors", tmp_path / "c", place / "weights")


def test_that_other_weights_paint_and_images_that_no_card_states_are_not_made_up(place: Path, tmp_path: Path) -> None:
    other = write_tiny_weights(tmp_path / "other", seed=5) / "texture_generator_tiny.safetensors"
    folder = with_painter(SEMANTIC, other, tmp_path / "with", place / "weights")
    assert images_seen(SEMANTIC, folder) is None
    assert parameter_count(SEMANTIC, folder) == parameter_count(SEMANTIC, place / "weights")
    for name in ("texture_generator_tiny", "semantic_layout_tiny"):
        source = tmp_path / "other" if name.startswith("texture") else place / "weights"
        assert (folder / f"{name}.safetensors").read_bytes() == (source / f"{name}.safetensors").read_bytes()


@pytest.mark.parametrize("name", [one.name for one in WAYS])
def test_that_a_way_sees_nothing_under_the_hole_and_changes_nothing_beside_it(name: str, place: Path) -> None:
    pixels = np.array(drawn_faces(1).pixels[0])
    hole = np.zeros(pixels.shape[:2], np.uint8)
    hole[100:130, 90:170] = 1
    whole = (Alignment.of_aligned(Extent.of(hole)),)
    one = InstalledRestorer(RESTORERS[name], device="cpu", weights_dir=place / "weights")
    made = one.restored(Case(pixels, hole, whole))
    assert (made == pixels)[hole == 0].all()
    poisoned = np.where(hole[..., None] > 0, np.uint8(255) - pixels, pixels)
    np.testing.assert_array_equal(one.restored(Case(poisoned, hole, whole)), made)
    assert len(one.seconds) == len(one.processor_seconds) == 2


def test_that_holes_beside_faces_leave_faces_alone_and_never_change() -> None:
    scene = painted_scene()
    (case,) = beside_faces.cases_beside_faces([scene], "r10_20")
    (again,) = beside_faces.cases_beside_faces([scene], "r10_20")
    np.testing.assert_array_equal(case.hole, again.hole)
    rows, columns = np.nonzero(case.hole)
    inside = case.faces[0].to_crop(np.stack([columns, rows], axis=1) + 0.5)
    # the frame's border is drawn by whole pixels
    assert not ((inside > 6) & (inside < 250)).all(axis=1).any()


def test_that_windows_of_all_shapes_have_one_area_and_the_same_hidden_pixels() -> None:
    faces = drawn_faces(1)
    cases = {shape: shapes.window_case(faces, 0, "r20_40", shape) for shape in shapes.SHAPES}
    areas = {case.hole.size for case in cases.values()}
    assert max(areas) - min(areas) <= 256
    hidden = {shape: case.pixels[case.hole > 0] for shape, case in cases.items()}
    for shape in shapes.SHAPES:
        np.testing.assert_array_equal(hidden[shape], hidden["1:1"])
        corner = cases[shape].faces[0].to_photo(np.array([[128.0, 128.0]]))[0]
        np.testing.assert_allclose(corner, np.array(cases[shape].hole.shape[::-1]) / 2, atol=1)


def test_that_a_step_along_the_border_is_a_seam_and_the_true_photo_has_none() -> None:
    case = shapes.seam_case(painted_scene(height=200, width=240))
    assert case is not None
    for border in shapes.BORDERS:
        assert shapes.seam_of(case.pixels, case, border) == pytest.approx(1)
        rows, columns = np.indices(case.hole.shape)
        points = np.stack([columns.ravel() + 0.5, rows.ravel() + 0.5], axis=1)
        is_within = shapes.BORDERS[border](case.faces[0], points).reshape(case.hole.shape) > 0
        stepped = np.where(is_within[..., None], case.pixels, case.pixels // 2).astype(np.uint8)
        seam = shapes.seam_of(stepped, case, border)
        assert seam is not None
        assert seam > 3


def test_that_a_photo_whose_face_fills_it_has_no_border_to_look_at() -> None:
    assert shapes.seam_case(painted_scene(height=90, width=70)) is None
    assert shapes.seam_case(Scene("b", painted_scene().pixels, np.zeros((0, 4)), np.zeros((0, 5, 2)))) is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=4, max_size=40))
def test_that_what_is_won_back_is_all_of_clean_and_nothing_of_damaged(rows: list[tuple[bool, bool]]) -> None:
    clean, damaged = np.array(rows, np.float64).T
    if clean.mean() <= damaged.mean():
        assert share_won_back(clean, damaged, clean) is None
        return
    assert share_won_back(clean, damaged, clean) == pytest.approx((1, 1, 1))
    assert share_won_back(clean, damaged, damaged) == pytest.approx((0, 0, 0))
