"""Points by a teacher: the mean of looks that found the same face, for faces of any size, and kept for the next run."""

import argparse
import io
import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from PIL import Image

from facerestore.values.alignment import TEMPLATE
from facerestore.values.errors import UsageError
from facerestore_training.commands import evaluate_stages
from facerestore_training.data.scenes import Scene
from facerestore_training.data.shards import FaceSet
from facerestore_training.held_out import split_scenes
from facerestore_training.kinds import points
from facerestore_training.labels.point_labels import PointTeacher, aligned_scenes, surer_scenes
from facerestore_training.main import main
from facerestore_training.tasks.detector import DetectorFigures
from facerestore_training.tasks.points import PointsTask
from tests.support.shard_files import write_shard
from tests.support.tiny_weights import write_tiny_weights
from tests.training.test_data import write_tar

SMALL = 0.5 + (TEMPLATE - 0.5) * 0.5
"""A face in the middle of its picture: what is mirrored beyond the border is not seen."""
COLOURS = ((255, 40, 40), (40, 255, 40), (40, 40, 255), (255, 255, 40), (40, 255, 255))


class ReaderOfDots:
    """Finds the five coloured dots of a picture, as YuNet would find a face."""

    looks = 0

    def detect(self, picture_bgr: np.ndarray) -> tuple[int, np.ndarray | None]:
        ReaderOfDots.looks += 1
        assert picture_bgr.shape == (320, 320, 3)
        points = []
        for colour in COLOURS:
            away = cv2.absdiff(picture_bgr, (*colour[::-1], 0)).astype(np.uint16)
            near = away[..., 0] + away[..., 1] + away[..., 2] < 90
            if not near.any():
                return 0, None
            _, _, _, centres = cv2.connectedComponentsWithStats(near.astype(np.uint8))
            points.append(min(centres[1:], key=lambda centre: float(np.linalg.norm(centre - 160))) + 0.5)
        # eyes and corners of the mouth are named by their sides, also in a mirror
        by_side = [*sorted(points[:2], key=lambda p: p[0]), points[2], *sorted(points[3:], key=lambda p: p[0])]
        row = np.concatenate([[10, 20, 100, 120], np.ravel(by_side), [0.9]]).astype(np.float32)
        return 1, row[None]


@pytest.fixture
def teacher_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "teacher.onnx"
    file.write_bytes(b"a network")
    monkeypatch.setattr(cv2.FaceDetectorYN, "create", lambda *_: ReaderOfDots())
    ReaderOfDots.looks = 0
    return file


def dotted(points: np.ndarray, side: int) -> np.ndarray:
    picture = np.full((side, side, 3), 128, np.uint8)
    radius = max(2, round(np.linalg.norm(points[1] - points[0]) / 8))
    for (x, y), colour in zip(points, COLOURS, strict=True):
        # OpenCV counts from pixel centres
        cv2.circle(picture, (round(x - 0.5), round(y - 0.5)), radius, colour, -1)
    return picture


@pytest.mark.parametrize("side", [96, 256, 700])
def test_that_points_of_faces_of_any_size_come_back_in_their_own_pixels(teacher_file: Path, side: int) -> None:
    drawn = np.round(SMALL * side) + 0.5
    expected = drawn + 0.01 * side
    found = PointTeacher(teacher_file).mean_points(dotted(drawn, side), expected, np.random.default_rng(1))
    assert found is not None
    np.testing.assert_allclose(found[0], drawn, atol=0.006 * side)
    left, top, right, bottom = found[1]
    assert right > left
    assert bottom > top


def test_that_a_teacher_who_leans_to_one_side_is_straightened_by_the_mirror(
    teacher_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Leaning(ReaderOfDots):
        def detect(self, picture_bgr: np.ndarray) -> tuple[int, np.ndarray | None]:
            count, faces = super().detect(picture_bgr)
            if faces is not None:
                faces[:, 4:14:2] += 8
            return count, faces

    drawn = np.round(SMALL * 256) + 0.5
    monkeypatch.setattr(cv2.FaceDetectorYN, "create", lambda *_: Leaning())
    found = PointTeacher(teacher_file).mean_points(dotted(drawn, 256), drawn, np.random.default_rng(1))
    assert found is not None
    np.testing.assert_allclose(found[0], drawn, atol=1)


def test_that_a_face_elsewhere_is_not_the_one_that_was_looked_for(teacher_file: Path) -> None:
    drawn = TEMPLATE * 128
    picture = np.full((400, 400, 3), 128, np.uint8)
    picture[:128, :128] = dotted(drawn, 128)
    assert PointTeacher(teacher_file).mean_points(picture, drawn + 60, np.random.default_rng(1)) is None


def test_that_aligned_faces_become_scenes_once_and_blank_ones_are_left_out(teacher_file: Path, tmp_path: Path) -> None:
    source = tmp_path / "faces.tar"
    source.write_bytes(b"faces")
    pixels = np.stack([dotted(TEMPLATE * 256, 256), np.full((256, 256, 3), 128, np.uint8)])
    faces = FaceSet(("seen", "blank"), pixels)
    scenes = aligned_scenes(faces, [source], teacher_file, tmp_path / "cache")
    assert [scene.key for scene in scenes] == ["seen"]
    assert scenes[0].points.shape == (1, 5, 2)
    np.testing.assert_allclose(scenes[0].points[0], TEMPLATE * 256, atol=1.5)
    looks = ReaderOfDots.looks
    again = aligned_scenes(faces, [source], teacher_file, tmp_path / "cache")
    np.testing.assert_array_equal(again[0].points, scenes[0].points)
    assert ReaderOfDots.looks == looks


def test_that_scenes_keep_their_own_points_where_the_teacher_finds_nothing(teacher_file: Path, tmp_path: Path) -> None:
    source = tmp_path / "scenes.tar"
    source.write_bytes(b"scenes")
    drawn = np.round(SMALL * 160) + 0.5
    stored = np.stack([drawn + 3, drawn + 3]).astype(np.float32)
    boxes = np.array([[20, 20, 140, 150]], np.float32)
    blank = np.full((160, 160, 3), 128, np.uint8)
    scenes = [
        Scene("seen", dotted(drawn, 160), boxes, stored[:1]),
        Scene("crowd", np.hstack([blank, blank]), np.tile(boxes, (2, 1)), stored),
    ]
    seen, crowd = surer_scenes(scenes, source, teacher_file, tmp_path / "cache")
    np.testing.assert_allclose(seen.points[0], drawn, atol=1)
    np.testing.assert_array_equal(crowd.points, stored)
    np.testing.assert_array_equal(seen.boxes, boxes)


def test_that_a_file_that_is_no_detector_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "text.onnx"
    file.write_text("no network")
    with pytest.raises(UsageError, match=r"text\.onnx cannot be read"):
        PointTeacher(file)


@pytest.fixture
def scenes_tar(tmp_path: Path) -> Path:
    """Eight photos of one face each, whose stored points are 4 px too far right."""
    points = np.round(SMALL * 160) + 0.5
    stored = points + np.array([4, 0])
    meta = {"faces": [{"box_xywh": [40, 40, 80, 90], "points_xy": stored.ravel().tolist()}]}
    members = {}
    for index in range(8):
        stream = io.BytesIO()
        Image.fromarray(dotted(points, 160)).save(stream, "WEBP", lossless=True)
        members |= {f"s{index}.webp": stream.getvalue(), f"s{index}.json": json.dumps(meta).encode()}
    return write_tar(tmp_path / "scenes.tar", members)


def test_that_points_learn_from_aligned_faces_but_not_from_those_of_held_out_photos(
    teacher_file: Path, scenes_tar: Path, tmp_path: Path
) -> None:
    _, held_out = split_scenes(scenes_tar)
    keys = ("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "other")
    faces = FaceSet(keys, np.stack([dotted(TEMPLATE * 256, 256)] * len(keys)))
    crops = write_shard(tmp_path / "crops.tar", faces)
    run = tmp_path / "run"
    options = ["--scenes", str(scenes_tar), "--faces", str(crops), "--teacher", str(teacher_file), "--device", "cpu"]
    assert main(["train", "points", *options, "--recipe", "tiny", "--images", "8", "--out", str(run)]) == 0
    parser = argparse.ArgumentParser()
    points.add_options(parser)
    task, learnt = points.build(parser.parse_args(options[:-2]), tmp_path / "cache", torch.device("cpu"))
    assert isinstance(task, PointsTask)
    never = {scene.key for scene in held_out}
    assert never
    assert {scene.key for scene in task.aligned} == set(keys) - never
    assert not never & set(learnt.keys)


def test_that_faces_without_a_teacher_are_refused(
    scenes_tar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--scenes", str(scenes_tar), "--faces", str(scenes_tar), "--recipe", "tiny", "--device", "cpu"]
    assert main(["train", "points", *options, "--out", str(tmp_path / "run")]) == 2
    assert "--teacher" in capsys.readouterr().err


def test_that_points_are_measured_against_the_teachers_mean_when_it_is_given(
    teacher_file: Path, scenes_tar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[Scene] = []

    def figures(network: object, scenes: list[Scene], **_: object) -> DetectorFigures:
        judged.extend(scenes)
        return DetectorFigures(1.0, 0.0, 0.5)

    monkeypatch.setattr(evaluate_stages, "detector_figures", figures)
    weights = write_tiny_weights(tmp_path / "weights")
    options = ["--scenes", str(scenes_tar), "--weights-dir", str(weights), "--device", "cpu"]
    assert main(["evaluate", *options, "--out", str(tmp_path / "stored")]) == 0
    stored = json.loads((tmp_path / "stored" / "detector.json").read_text())
    assert stored["points"] == "stored with the scenes"
    off = judged[0].points[0]
    judged.clear()
    assert main(["evaluate", *options, "--teacher", str(teacher_file), "--out", str(tmp_path / "mean")]) == 0
    mean = json.loads((tmp_path / "mean" / "detector.json").read_text())
    assert mean["points"] == "mean of 12 looks of teacher.onnx, half of them at the mirror image"
    np.testing.assert_allclose(off - judged[0].points[0], np.tile([4.0, 0.0], (5, 1)), atol=1)
