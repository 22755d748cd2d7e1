"""Faces cut from one photo with their labels and figures, and what is objected to."""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment
from facerestore.values.errors import WeightsMissing
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from facerestore_training.data import celebamask
from facerestore_training.data.decoding import decode_labels, decode_rgb, encode_labels
from facerestore_training.preparation.cutting import Criteria, FaceFigures, Reason, cut_face, cut_labels, objection
from facerestore_training.preparation.examining import examine
from facerestore_training.preparation.photos import LabelFile, PhotoFile, list_photos
from tests.support.drawn_faces import drawn_face
from tests.support.photo_files import in_frame, noisy, save


def placed(side: int, degrees: float, scale: float) -> tuple[np.ndarray, np.ndarray, Face]:
    """A drawn face turned and scaled onto a larger photo, its label map, and where its points are."""
    picture, labels = drawn_face(0)
    matrix = cv2.getRotationMatrix2D((CROP_PX / 2, CROP_PX / 2), degrees, scale)
    matrix[:, 2] += side / 2 - CROP_PX / 2
    points = (TEMPLATE * CROP_PX) @ matrix[:, :2].T + matrix[:, 2]
    # OpenCV counts from pixel centres
    matrix[:, 2] += matrix[:, :2] @ np.full(2, 0.5) - 0.5
    photo = cv2.warpAffine(picture, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    ids = cv2.warpAffine(labels, matrix, (side, side), flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(photo), np.asarray(ids), Face.from_points(points)


@pytest.mark.parametrize("label_scale", [1.0, 0.5])
def test_that_labels_go_with_their_pixels_into_the_frame(tmp_path: Path, label_scale: float) -> None:
    pixels, ids, face = placed(700, 20, 2.0)
    label_side = round(700 * label_scale)
    ids = np.asarray(cv2.resize(ids, (label_side, label_side), interpolation=cv2.INTER_NEAREST_EXACT))
    photo = save(pixels, tmp_path / "a.png")
    labels = tmp_path / "labels.png"
    labels.write_bytes(encode_labels(ids))
    photo_file = PhotoFile(photo, "a.png", "a", labels=LabelFile(labels, "celeba"))
    (found,) = examine(photo_file, lambda photo: [face], Criteria(max_blur=1), needs_labels=True).faces
    picture, truth = drawn_face(0)
    assert (decode_labels(found.labels) == truth).mean() > 0.98
    assert np.abs(decode_rgb(found.picture).astype(int) - picture).mean() < 4


def test_that_photos_without_a_usable_label_map_are_left_out_with_the_reason(tmp_path: Path) -> None:
    photo = save(drawn_face(0)[0], tmp_path / "a.png")
    wide, unnamed = tmp_path / "wide.png", tmp_path / "unnamed.png"
    wide.write_bytes(encode_labels(np.zeros((100, 300), np.uint8)))
    unnamed.write_bytes(encode_labels(drawn_face(0)[1]))
    for labels, said in (
        (None, "none"),
        (LabelFile(wide, "celeba"), "300 x 100"),
        (LabelFile(unnamed), "order"),
        (LabelFile(tmp_path / "missing.png", "celeba"), "no such file"),
    ):
        photo_file = PhotoFile(photo, "a.png", "a", labels=labels)
        found = examine(photo_file, in_frame, Criteria(max_blur=1), needs_labels=True)
        assert found.reason is Reason.NO_LABELS
        assert said in found.detail
        assert not found.faces


def test_that_celeba_hq_is_taken_as_aligned_with_its_part_masks(tmp_path: Path) -> None:
    picture, labels = drawn_face(3, side=512)
    save(cv2.resize(picture, (1024, 1024)), tmp_path / celebamask.PHOTOS_DIR / "7.jpg", quality=95)
    for class_id, part in enumerate(celebamask.PARTS, start=1):
        if (labels == class_id).any():
            mask = (labels == class_id).astype(np.uint8) * np.uint8(255)
            save(mask, tmp_path / celebamask.MASKS_DIR / "0" / f"00007_{part}.png")
    (photo,) = list_photos([tmp_path], out=tmp_path / "out").photos

    def never(photo: Photo) -> Sequence[Face]:
        raise AssertionError("an aligned picture is not searched")

    (found,) = examine(photo, never, Criteria(max_blur=1), needs_labels=True).faces
    assert (decode_labels(found.labels) == labels[::2, ::2]).mean() > 0.98
    small = cv2.resize(picture, (256, 256), interpolation=cv2.INTER_AREA)
    assert np.abs(decode_rgb(found.picture).astype(int) - small).mean() < 3
    assert found.figures is not None
    assert found.figures.native_px == 1024


@given(size=st.integers(2, 40), shift=st.integers(-60, 60))
def test_that_labels_are_mirrored_where_the_crops_pixels_are(size: int, shift: int) -> None:
    row = np.arange(size, dtype=np.uint8) % 19
    alignment = Alignment(np.array([[1.0, 0, shift], [0, 1, 0]]))
    crop = cut_labels(np.repeat(row[None], 300, axis=0), Extent(size, 300), alignment)
    matrix = np.array([[1.0, 0, shift], [0, 1, 0]])
    expected = cv2.warpAffine(
        row[None], matrix, (CROP_PX, 1), flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT_101
    )
    np.testing.assert_array_equal(crop[0], expected[0])


def test_that_missing_weights_stop_everything_and_no_photo_is_blamed(tmp_path: Path) -> None:
    photo = save(noisy(32, 32), tmp_path / "a.png")

    def finder(photo: Photo) -> Sequence[Face]:
        raise WeightsMissing("The detector is not here.")

    with pytest.raises(WeightsMissing):
        examine(PhotoFile(photo, "a.png", "a"), finder, Criteria(), needs_labels=False)


def test_that_an_unexpected_fault_of_one_photo_is_reported_and_does_not_spread(tmp_path: Path) -> None:
    photo = save(noisy(32, 32), tmp_path / "a.png")

    def finder(photo: Photo) -> Sequence[Face]:
        raise ZeroDivisionError

    found = examine(PhotoFile(photo, "a.png", "a"), finder, Criteria(), needs_labels=False)
    assert found.reason is Reason.UNREADABLE
    assert "ZeroDivisionError" in found.detail
    missing = examine(PhotoFile(tmp_path / "gone.png", "g", "g"), in_frame, Criteria(), needs_labels=False)
    assert missing.reason is Reason.UNREADABLE


GOOD = FaceFigures(native_px=300, inside=1, yaw=0, misfit=0.05, blur=0.5, grey=False, confidence=0.9)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"native_px": 100.0}, Reason.TOO_SMALL),
        ({"inside": 0.5}, Reason.CUT_OFF),
        ({"misfit": 0.4}, Reason.ODD_POINTS),
        ({"blur": 0.9}, Reason.BLURRED),
    ],
)
def test_that_each_criterion_objects_on_its_own(change: dict[str, float], reason: Reason) -> None:
    assert objection(GOOD, Criteria()) is None
    objected = objection(replace(GOOD, **change), Criteria())
    assert objected is not None
    assert objected[0] is reason


def test_that_figures_say_what_the_photo_shows() -> None:
    pixels, _, face = placed(700, -15, 1.5)
    _, figures = cut_face(Photo(pixels), Alignment.of_face(face), face)
    assert figures.native_px == pytest.approx(1.5 * 256, rel=1e-6)
    assert figures.inside == 1
    assert figures.misfit == pytest.approx(0, abs=1e-9)
    assert not figures.grey
    grey = np.repeat(pixels.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
    stream = io.BytesIO()
    Image.fromarray(grey).save(stream, "JPEG")
    _, figures = cut_face(Photo(decode_rgb(stream.getvalue()).copy()), Alignment.of_face(face), face)
    assert figures.grey
    soft = cv2.GaussianBlur(pixels, (0, 0), 8)
    assert cut_face(Photo(np.asarray(soft)), Alignment.of_face(face), face)[1].blur > figures.blur
    half = Photo(np.ascontiguousarray(pixels[:, : 700 // 2]))
    assert cut_face(half, Alignment.of_face(face), face)[1].inside == pytest.approx(0.5, abs=0.02)


def test_that_a_flat_picture_counts_as_blurred() -> None:
    _, figures = cut_face(Photo(np.full((300, 300, 3), 7, np.uint8)), Alignment.of_aligned(Extent(300, 300)), None)
    assert figures.blur == 1
