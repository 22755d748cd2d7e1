from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore_models import create
from facerestore_resources.face_classes import FaceClass
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation import steering
from facerestore_training.evaluation.steered import evaluate_steering
from tests.support.drawn_faces import drawn_face, drawn_faces

FACE_EDITS = sorted(steering.EDITS)


def labels_with_all(seed: int) -> np.ndarray:
    """A drawn face with brows, and an open mouth."""
    _, labels = drawn_face(seed)
    labels[104:109, 82:112] = FaceClass.RIGHT_BROW
    labels[104:109, 144:174] = FaceClass.LEFT_BROW
    lips = np.isin(labels, (FaceClass.UPPER_LIP, FaceClass.LOWER_LIP))
    middle = int(np.flatnonzero((labels == FaceClass.LOWER_LIP).any(axis=1))[0])
    inside = np.zeros_like(lips)
    inside[middle - 2 : middle + 3] = True
    labels[inside & lips] = FaceClass.MOUTH
    return labels


def with_glasses(seed: int) -> np.ndarray:
    edited = steering.glasses_on(labels_with_all(seed))
    assert edited is not None
    return edited.labels


def centre_row(labels: np.ndarray, value: FaceClass) -> float:
    return float(np.nonzero(labels == value)[0].mean())


@settings(max_examples=40)
@given(name=st.sampled_from(FACE_EDITS), seed=st.integers(0, 30))
def test_that_an_edit_is_pure_and_changes_labels_inside_its_region_only(name: str, seed: int) -> None:
    labels = with_glasses(seed) if name == "glasses off" else labels_with_all(seed)
    before = labels.copy()
    edited = steering.EDITS[name](labels)
    np.testing.assert_array_equal(labels, before)
    assert edited is not None
    np.testing.assert_array_equal(edited.changed, edited.labels != labels)
    assert edited.changed.any()
    assert not (edited.changed & ~edited.region).any()
    assert edited.labels.dtype == np.uint8
    again = steering.EDITS[name](labels)
    assert again is not None
    np.testing.assert_array_equal(again.labels, edited.labels)


@settings(max_examples=40)
@given(name=st.sampled_from(FACE_EDITS), seed=st.integers(0, 30))
def test_that_holes_contain_the_region_and_leave_some_of_the_photo(name: str, seed: int) -> None:
    edited = steering.EDITS[name](with_glasses(seed) if name == "glasses off" else labels_with_all(seed))
    assert edited is not None
    for hole_of in (steering.box_hole, steering.half_hole):
        hole = hole_of(edited)
        assert hole[edited.region].all()
        assert 0 < hole.mean() < 0.6


@given(name=st.sampled_from(FACE_EDITS), labels=st.integers(0, 2**32 - 1))
def test_that_no_edit_fails_on_any_labels_at_all(name: str, labels: int) -> None:
    rng = np.random.default_rng(labels)
    coarse = rng.integers(0, 19, (8, 8)).astype(np.uint8)
    edited = steering.EDITS[name](np.kron(coarse, np.ones((16, 16), np.uint8)))
    assert edited is None or edited.labels.shape == (128, 128)


def test_that_a_face_without_the_part_cannot_be_edited() -> None:
    for name in FACE_EDITS:
        assert steering.EDITS[name](np.zeros((256, 256), np.uint8)) is None
    assert steering.glasses_off(labels_with_all(0)) is None
    assert steering.glasses_on(with_glasses(0)) is None


def test_that_an_opened_mouth_shows_its_inside_between_the_lips_and_can_be_closed_again() -> None:
    labels = labels_with_all(0)
    opened = steering.open_mouth(labels)
    assert opened is not None
    inside = (opened.labels == FaceClass.MOUTH).sum()
    assert inside > 2 * (labels == FaceClass.MOUTH).sum()
    assert centre_row(opened.labels, FaceClass.LOWER_LIP) > centre_row(labels, FaceClass.LOWER_LIP) + 3
    closed = steering.close_mouth(opened.labels)
    assert closed is not None
    assert (closed.labels == FaceClass.MOUTH).sum() == 0
    assert centre_row(closed.labels, FaceClass.LOWER_LIP) < centre_row(opened.labels, FaceClass.LOWER_LIP)


def test_that_a_smile_lifts_the_corners_and_not_the_middle() -> None:
    labels = labels_with_all(0)
    smiling = steering.smile(labels)
    assert smiling is not None
    lips = (FaceClass.MOUTH, FaceClass.UPPER_LIP, FaceClass.LOWER_LIP)
    before, after = (np.isin(of, lips) for of in (labels, smiling.labels))
    columns = np.flatnonzero(before.any(axis=0))
    left, middle = columns[2], columns[len(columns) // 2]
    assert np.nonzero(after[:, left])[0].mean() < np.nonzero(before[:, left])[0].mean() - 4
    np.testing.assert_array_equal(after[:, middle], before[:, middle])


def test_that_brows_rise_and_eyes_move_sideways_only() -> None:
    labels = labels_with_all(0)
    risen, moved = steering.brows_up(labels), steering.eyes_moved(labels)
    assert risen is not None
    assert moved is not None
    assert centre_row(risen.labels, FaceClass.LEFT_BROW) == pytest.approx(centre_row(labels, FaceClass.LEFT_BROW) - 9)
    for eye in (FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE):
        assert centre_row(moved.labels, eye) == pytest.approx(centre_row(labels, eye), abs=0.5)
        assert np.nonzero(moved.labels == eye)[1].mean() > np.nonzero(labels == eye)[1].mean() + 5


def test_that_glasses_leave_the_eyes_and_come_off_without_a_trace() -> None:
    labels = labels_with_all(0)
    on = with_glasses(0)
    np.testing.assert_array_equal(on == FaceClass.LEFT_EYE, labels == FaceClass.LEFT_EYE)
    off = steering.glasses_off(on)
    assert off is not None
    assert not (off.labels == FaceClass.GLASSES).any()
    np.testing.assert_array_equal(off.labels == FaceClass.LEFT_EYE, labels == FaceClass.LEFT_EYE)


def test_that_dark_glasses_hid_eyes_that_are_drawn_when_they_come_off() -> None:
    dark = with_glasses(0)
    dark[np.isin(dark, (FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE))] = FaceClass.GLASSES
    off = steering.glasses_off(dark)
    assert off is not None
    columns = {eye: np.nonzero(off.labels == eye)[1].mean() for eye in (FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE)}
    assert columns[FaceClass.RIGHT_EYE] < 128 < columns[FaceClass.LEFT_EYE]


def test_that_the_hair_line_moves_on_the_forehead_only() -> None:
    labels = labels_with_all(0)
    lower, higher = steering.hair_lower(labels), steering.hair_higher(labels)
    assert lower is not None
    assert higher is not None
    assert (lower.labels == FaceClass.HAIR).sum() > (labels == FaceClass.HAIR).sum()
    assert (higher.labels == FaceClass.HAIR).sum() < (labels == FaceClass.HAIR).sum()
    for edited in (lower, higher):
        assert not edited.changed[104:].any()


def test_that_steering_is_measured_and_shown(tmp_path: Path) -> None:
    pixels = drawn_faces(2).pixels
    faces = FaceSet(("a", "b"), pixels, np.stack([labels_with_all(0), labels_with_all(1)]))
    texture, parser = create("texture_generator_tiny").eval(), create("semantic_layout_tiny").eval()
    for parameter in texture.parameters():
        # a fresh network paints no difference to the membrane, whatever the layout
        torch.nn.init.normal_(parameter, 0, 0.1)
    edits = {name: steering.EDITS[name] for name in ("mouth opened", "glasses off")}
    report = evaluate_steering(texture, parser, faces, tmp_path, edits=edits)
    assert report.absent == ("glasses off",)
    figures = report.figures["mouth opened", "box"]
    assert figures.count == 2
    assert 0 <= figures.obeyed <= 1
    assert figures.change_inside > 0
    assert (tmp_path / "steering.png").exists()
    assert "glasses off" in report.markdown("Labels.")
    assert report.as_json()["figures"][0]["edit"] == "mouth opened"
