"""What ``facerestore train`` learns from, as its options say."""

import argparse
import logging
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from facerestore_models import spec_of
from facerestore_training import kinds
from facerestore_training.data.degradations import OLD_PHOTOGRAPHS
from facerestore_training.kinds import data_options, layout, texture
from facerestore_training.tasks.layout import LayoutTask
from tests.support.drawn_faces import drawn_faces
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_data import png, write_tar
from tests.training.test_masks import overlay_tar

CPU = torch.device("cpu")


def layout_arguments(folder: Path, *more: str) -> argparse.Namespace:
    """For 8 hand-made layouts and 8 other faces, drawn alike."""
    faces = drawn_faces(8)
    assert faces.labels is not None
    pairs: dict[str, bytes] = {}
    for key, pixels, labels in zip(faces.keys, faces.pixels, faces.labels, strict=True):
        pairs |= {f"{key}.jpg": cv2.imencode(".jpg", pixels[..., ::-1])[1].tobytes(), f"{key}.png": png(labels)}
    others = {f"o{i}.png": png(np.asarray(pixels)) for i, pixels in enumerate(faces.pixels)}
    spot = cv2.circle(np.zeros((64, 64), np.uint8), (32, 32), 9, 255, -1)
    parser = argparse.ArgumentParser()
    layout.add_options(parser)
    return parser.parse_args(
        [
            *("--pairs", str(write_tar(folder / "pairs.tar", pairs))),
            *("--faces", str(write_tar(folder / "others.tar", others))),
            *("--labeller", str(write_tiny_weights(folder / "w") / "semantic_layout_tiny.safetensors")),
            *("--overlays", str(overlay_tar(folder / "overlays.tar", {"spots/0.png": spot}))),
            *more,
        ]
    )


def test_that_stage_1_learns_from_hand_made_and_trusted_labels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    task, _ = layout.build(layout_arguments(tmp_path), tmp_path / "cache", CPU)
    assert isinstance(task, LayoutTask)
    assert task.batches.aging is OLD_PHOTOGRAPHS
    assert [len(faces) for faces in task.batches.sets] == [6, 8]
    assert "of 8 layouts are trusted" in caplog.text
    batch = task.batch(64, 3, np.random.default_rng(0))
    assert batch["labels"].shape == (3, 256, 256)


@pytest.mark.parametrize(("pairs", "whole"), [(0.0, 1.0), (1.0, 0.0)])
def test_that_the_shares_say_which_faces_stage_1_sees_and_how_many_have_a_hole(
    pairs: float, whole: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = layout_arguments(tmp_path, "--pairs-share", str(pairs), "--whole-share", str(whole))
    task, _ = layout.build(arguments, tmp_path / "cache", CPU)
    assert isinstance(task, LayoutTask)
    which, _ = task.batches._drawn(20, np.random.default_rng(0))
    assert set(which) == {int(pairs == 0)}
    has_hole = task.batch(64, 20, np.random.default_rng(0))["hole"].flatten(1).any(dim=1)
    assert bool(has_hole.any()) == bool(has_hole.all()) == (whole == 0)


def test_that_stage_1_sees_as_many_hidden_parts_as_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden: list[int] = []

    def counted(labels: torch.Tensor, *rest: object) -> tuple[torch.Tensor, torch.Tensor]:
        hidden.append(len(labels))
        return torch.ones(len(labels), 1, 64, 64), torch.ones(len(labels), dtype=torch.bool)

    monkeypatch.setattr("facerestore_training.data.batches.part_holes", counted)
    for share in (0.0, 0.5):
        hidden.clear()
        options = ("--whole-share", "0.5", "--parts-share", str(share))
        task, _ = layout.build(layout_arguments(tmp_path, *options), tmp_path / "cache", CPU)
        assert isinstance(task, LayoutTask)
        with_hole = task.batch(64, 40, np.random.default_rng(1))["hole"].flatten(1).any(dim=1)
        # half have no hole: of the other half all miss a part, or none
        assert hidden == ([int(with_hole.sum())] if share else [])


@pytest.mark.parametrize("share", ["-0.1", "1.5"])
def test_that_a_share_outside_0_to_1_is_refused(share: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    texture.add_options(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["--faces", "f", "--validation", "v", "--layout-weights", "w", "--restore-share", share])
    assert "no share" in capsys.readouterr().err


@pytest.mark.parametrize(("free_faces", "kind"), [(100, "cuda"), (3, "cpu")])
def test_that_batches_are_made_on_a_gpu_that_has_room_for_the_faces(
    free_faces: int, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = free_faces * 4 * 256 * 256
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (free, 10 * free))
    assert data_options.batch_device(torch.device("cuda"), [drawn_faces(2)]).type == kind
    assert data_options.batch_device(CPU, [drawn_faces(2)]) == CPU


def test_that_every_module_of_a_kind_is_found_and_its_recipes_train_networks_of_its_task() -> None:
    found = {path.stem for path in Path(kinds.__file__).parent.glob("*.py") if "KIND = " in path.read_text()}
    assert {kind.name.replace("-", "_") for kind in kinds.KINDS.values()} == found
    for name, kind in kinds.KINDS.items():
        assert kind.name == name
        assert {"cpu", "full", "tiny"} <= set(kind.recipes)
        assert {spec_of(recipe().network).task for recipe in kind.recipes.values()} == {kind.task}
