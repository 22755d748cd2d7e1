import numpy as np
import pytest

from facerestore.values.layout import Layout, LayoutPrediction
from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED, OTHER_ORDERS, FaceClass
from tests.support.pictures import drawn_layout


def test_that_a_class_above_18_is_no_layout() -> None:
    with pytest.raises(ValueError, match="0 to 18"):
        Layout(np.array([[0, 19]], np.uint8))


@pytest.mark.parametrize("labels", [np.zeros((2, 2)), np.zeros((2, 2, 1), np.uint8)])
def test_that_a_layout_is_one_plane_of_bytes(labels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="uint8"):
        Layout(labels)


def test_that_mirroring_twice_gives_back_the_same_labels() -> None:
    layout = drawn_layout(64)
    np.testing.assert_array_equal(layout.mirrored().mirrored().labels, layout.labels)


def test_that_the_left_eye_of_a_mirror_image_is_the_right_one() -> None:
    layout = drawn_layout(128)
    mirrored = layout.mirrored()
    for one, other in [(FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE), (FaceClass.LEFT_BROW, FaceClass.RIGHT_BROW)]:
        np.testing.assert_array_equal(mirrored.labels == other, (layout.labels == one)[:, ::-1])


def test_that_the_tables_of_classes_are_permutations() -> None:
    for table in (FLIPPED, *OTHER_ORDERS.values()):
        assert sorted(table) == list(range(CLASS_COUNT))


def test_that_a_prediction_shows_its_most_probable_class() -> None:
    labels = drawn_layout(16).labels
    probabilities = np.full((CLASS_COUNT, 16, 16), 0.01, np.float16)
    np.put_along_axis(probabilities, labels[None].astype(int), np.float16(0.8), axis=0)
    found = LayoutPrediction.from_probabilities(probabilities, None)
    np.testing.assert_array_equal(found.layout.labels, labels)
