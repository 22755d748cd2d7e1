"""What a run's folder says, and what of it reaches the card."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from facerestore.inference.backends.torch.networks import list_weights
from facerestore.values.errors import WeightsMissing
from facerestore_models import create
from facerestore_models.weights import load_weights, save_weights, sha256_of
from facerestore_training.main import main
from facerestore_training.recipes import semantic_layout
from facerestore_training.runs.export import averaged, export_run
from facerestore_training.runs.run_folder import CONFIG_FILE, LearntFrom, Start, read_config, trained_on, write_run
from tests.support.drawn_faces import drawn_faces
from tests.support.finished_run import write_finished_run
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_data import png, write_tar

NAME = "semantic_layout_tiny"
START = Start(
    kind="layout",
    recipe="tiny",
    config=semantic_layout.tiny(),
    device=torch.device("cpu"),
    compiled=False,
    processes=1,
    resumed=False,
    weights=None,
)


@pytest.fixture
def shard(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "sources.json").write_text(json.dumps({"our archive": "public domain"}))
    members = {}
    for index, source in enumerate(("our archive", "a friend")):
        members[f"{index}.json"] = json.dumps({"source": source}).encode()
        members[f"{index}.png"] = png(np.full((256, 256, 3), 40 * index, np.uint8))
    return write_tar(folder / "own.tar", members)


def test_that_a_card_has_what_was_given_and_what_the_run_knows(shard: Path, tmp_path: Path) -> None:
    torch.manual_seed(0)
    shipped = write_tiny_weights(tmp_path / "shipped") / f"{NAME}.safetensors"
    run = write_finished_run(
        tmp_path / "run", semantic_layout.tiny(), create(NAME), shard, drawn_faces(2), weights=shipped
    )
    export_run(run, tmp_path / "weights", {"purpose": "our archive's faces", "terms": "ours"})
    (entry,) = list_weights(tmp_path / "weights")
    card = entry.card
    assert card["purpose"] == "our archive's faces"
    assert card["images_seen"] == 64
    assert card["validation"] == {"psnr_r20_40": 25.0}
    assert card["recipe"] == "layout tiny"
    assert card["sources"] == {"a friend": "not stated", "our archive": "public domain"}
    assert card["started_from"]["file"] == shipped.name
    assert card["started_from"]["card"] == {"purpose": "tests"}


def test_that_a_run_from_before_there_were_descriptions_is_exported_too(shard: Path, tmp_path: Path) -> None:
    run = write_finished_run(tmp_path / "run", semantic_layout.tiny(), create(NAME), shard, drawn_faces(1))
    (run / CONFIG_FILE).unlink()
    (run / "metrics.jsonl").unlink()
    export_run(run, tmp_path / "weights", {"purpose": "tests"})
    (entry,) = list_weights(tmp_path / "weights")
    assert entry.card == {"purpose": "tests", "images_seen": 64, "validation": {}}


def test_that_weights_of_another_tag_stand_beside_the_base(shard: Path, tmp_path: Path) -> None:
    run = write_finished_run(tmp_path / "run", semantic_layout.tiny(), create(NAME), shard, drawn_faces(1))
    for tag in ("base", "mine"):
        assert main(["train", "export", "--run", str(run), "--out", str(tmp_path / "weights"), "--tag", tag]) == 0
    found = {entry.name: entry.path.name for entry in list_weights(tmp_path / "weights")}
    assert found == {f"{NAME}.base": f"{NAME}.safetensors", f"{NAME}.mine": f"{NAME}.mine.safetensors"}
    with pytest.raises(SystemExit):
        main(["train", "export", "--run", str(run), "--out", str(tmp_path / "weights"), "--tag", "../x"])


def test_that_the_average_of_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match="no run"):
        averaged(tmp_path)


def test_that_a_run_describes_its_recipe_device_versions_and_data(shard: Path, tmp_path: Path) -> None:
    write_run(tmp_path / "run", START, LearntFrom((shard,), ("0", "1"), drawn_faces(2).pixels))
    config = read_config(tmp_path / "run")
    assert config["values"]["learning_rate"] == semantic_layout.tiny().learning_rate
    assert config["device"].startswith("cpu")
    assert config["versions"]["torch"] == torch.__version__
    assert [file["name"] for file in config["data"]] == ["own.tar"]
    assert config["started_from"] is None


def test_that_a_run_that_goes_on_with_other_data_remembers_all_of_it(shard: Path, tmp_path: Path) -> None:
    run, faces = tmp_path / "run", drawn_faces(3)
    weights = write_tiny_weights(tmp_path / "shipped") / f"{NAME}.safetensors"
    other = write_tar(tmp_path / "other.tar", {"2.png": png(np.asarray(faces.pixels[2]))})
    write_run(run, replace(START, weights=weights), LearntFrom((shard,), faces.keys[:1], faces.pixels[:1]))
    write_run(run, replace(START, resumed=True), LearntFrom((other,), faces.keys[1:2], faces.pixels[1:2]))
    config = read_config(run)
    assert [file["name"] for file in config["data"]] == ["own.tar", "other.tar"]
    assert set(config["sources"]) == {"our archive", "a friend", "other"}
    assert config["started_from"]["file"] == weights.name
    assert trained_on(run, faces.keys, faces.pixels) == list(faces.keys[:2])


def test_that_a_run_says_which_sources_it_was_told_to_learn_from_and_later_ones_too(
    shard: Path, tmp_path: Path
) -> None:
    faces = drawn_faces(2)
    write_run(tmp_path, START, LearntFrom((shard,), faces.keys[:1], faces.pixels[:1], ("our archive",)))
    config = read_config(tmp_path)
    assert (config["data"][0]["only"], config["sources"]) == (["our archive"], {"our archive": "public domain"})
    # the same file, of which more is taken now
    write_run(tmp_path, replace(START, resumed=True), LearntFrom((shard,), faces.keys, faces.pixels))
    assert set(read_config(tmp_path)["sources"]) == {"our archive", "a friend"}
    assert trained_on(tmp_path, faces.keys, faces.pixels) == list(faces.keys)


def test_that_a_picture_is_recognised_under_another_name(shard: Path, tmp_path: Path) -> None:
    faces = drawn_faces(3)
    write_run(tmp_path, START, LearntFrom((shard,), faces.keys[:2], faces.pixels[:2]))
    assert trained_on(tmp_path, ["x", "y", "z"], faces.pixels) == ["x", "y"]


def test_that_weights_between_a_run_s_and_others_are_exported_as_what_they_are(shard: Path, tmp_path: Path) -> None:
    torch.manual_seed(0)
    other = write_tiny_weights(tmp_path / "shipped") / f"{NAME}.safetensors"
    torch.manual_seed(1)
    ours = create(NAME)
    run = write_finished_run(tmp_path / "run", semantic_layout.tiny(), ours, shard, drawn_faces(1))
    options = ["--run", str(run), "--out", str(tmp_path / "weights"), "--from-weights", str(other), "--share", "0.25"]
    assert main(["train", "export", *options]) == 0
    (entry,) = list_weights(tmp_path / "weights")
    assert entry.card["interpolated"] == {"share": 0.25, "other_weights": sha256_of(other)}
    _, theirs = load_weights(other)
    _, found = load_weights(entry.path)
    wanted = averaged(run)[1].state_dict()
    for name, value in found.state_dict().items():
        if value.is_floating_point():
            between = theirs.state_dict()[name] + 0.25 * (wanted[name] - theirs.state_dict()[name])
            torch.testing.assert_close(value, between, rtol=2e-3, atol=1e-3)


@pytest.mark.parametrize(
    "options",
    [
        ["--share", "0.5"],
        ["--from-weights", "none.safetensors"],
        ["--from-weights", "none.safetensors", "--share", "0.5"],
        ["--from-weights", "text.safetensors", "--share", "0.5"],
        ["--from-weights", "of_another.safetensors", "--share", "0.5"],
        ["--from-weights", "of_another.safetensors", "--share", "1.5"],
    ],
)
def test_that_what_cannot_be_mixed_is_said_and_nothing_written(
    options: list[str],
    shard: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    run = write_finished_run(tmp_path / "run", semantic_layout.tiny(), create(NAME), shard, drawn_faces(1))
    (tmp_path / "text.safetensors").write_text("no weights")
    save_weights(create("face_points_tiny"), "face_points_tiny", tmp_path / "of_another.safetensors")
    assert main(["train", "export", "--run", str(run), "--out", "weights", *options]) in (1, 2)
    assert capsys.readouterr().err.startswith("facerestore: ")
    assert not (tmp_path / "weights").exists()
