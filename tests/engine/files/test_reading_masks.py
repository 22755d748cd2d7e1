from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from facerestore.files.mask_meaning import DRAWN_NOTE, ONES_NOTE, SMALL_DEPTH_NOTE, MaskMeaning
from facerestore.files.reading import meaning_of, read_mask, read_picture
from facerestore.values.errors import MaskUnreadable
from facerestore.values.geometry import Extent
from tests.support.picture_files import ORIENTATIONS, pillow_bytes, put
from tests.support.pictures import as_stored, box_mask, exif_block, ramp


def test_that_white_is_restored_from_half_on_at_every_depth(tmp_path: Path) -> None:
    eight = np.array([[0, 126, 127, 255]], np.uint8)
    sixteen = np.array([[0, 32638, 32639, 65535]], np.uint16)
    for samples in (eight, sixteen, np.repeat(eight[..., None], 3, axis=2)):
        mask = read_mask(put(tmp_path, imagecodecs.png_encode(samples)))
        np.testing.assert_array_equal(mask.coverage, [[0, 0, 255, 255]])


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "LA", "RGBA", "P"])
@pytest.mark.parametrize("format_name", ["PNG", "TIFF"])
def test_that_a_mask_of_every_mode_says_the_same(tmp_path: Path, mode: str, format_name: str) -> None:
    expected = box_mask(Extent(9, 7), 2, 1, 6, 5)
    image = Image.fromarray(expected.coverage).convert("RGB").convert(mode)
    found = read_mask(put(tmp_path, pillow_bytes(image, format_name)), extent=Extent(9, 7))
    np.testing.assert_array_equal(found.coverage, expected.coverage)


def test_that_a_turned_mask_lies_over_its_turned_photo(tmp_path: Path) -> None:
    expected = box_mask(Extent(9, 7), 2, 1, 6, 5)
    for orientation in ORIENTATIONS:
        stored = as_stored(expected.coverage, orientation)
        data = pillow_bytes(stored, "PNG", exif=exif_block(orientation=orientation))
        found = read_mask(put(tmp_path, data), extent=Extent(9, 7))
        np.testing.assert_array_equal(found.coverage, expected.coverage)


def test_that_what_is_transparent_in_a_mask_is_kept(tmp_path: Path) -> None:
    painted = np.array([[[255, 255], [255, 0], [0, 255]]], np.uint8)
    mask = read_mask(put(tmp_path, imagecodecs.png_encode(painted)))
    np.testing.assert_array_equal(mask.coverage, [[255, 0, 0]])


def test_that_a_mask_of_another_size_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = put(tmp_path, pillow_bytes(np.zeros((7, 9), np.uint8), "PNG"))
    with pytest.raises(MaskUnreadable, match=r"9 x 7.*10 x 8") as refused:
        read_mask(path, extent=Extent(10, 8))
    assert refused.value.advice


def test_that_a_coloured_picture_is_no_mask(tmp_path: Path) -> None:
    with pytest.raises(MaskUnreadable, match="colours"):
        read_mask(put(tmp_path, pillow_bytes(ramp(9, 7), "PNG")))


def test_that_a_damaged_mask_is_a_matter_of_the_mask(tmp_path: Path) -> None:
    with pytest.raises(MaskUnreadable, match="empty"):
        read_mask(put(tmp_path, b""))


BOX = box_mask(Extent(9, 7), 2, 1, 6, 5)
SHAPE = BOX.restore


def meaning(tmp_path: Path, samples: np.ndarray) -> MaskMeaning:
    path = put(tmp_path, imagecodecs.png_encode(samples))
    return meaning_of(path, read_picture(path, MaskUnreadable)[0], extent=Extent(9, 7))


@pytest.mark.parametrize(
    ("samples", "note"),
    [
        (SHAPE.astype(np.uint8), ONES_NOTE),
        (SHAPE.astype(np.uint16), ONES_NOTE),
        (np.repeat(SHAPE[..., None], 3, axis=2).astype(np.uint8), ONES_NOTE),
        (SHAPE.astype(np.uint16) * 255, SMALL_DEPTH_NOTE),
        (np.dstack([np.zeros((7, 9), np.uint8), SHAPE * np.uint8(255)]), DRAWN_NOTE),
        (np.dstack([np.zeros((7, 9, 3), np.uint8), SHAPE * np.uint8(255)]), DRAWN_NOTE),
    ],
)
def test_that_a_mask_whose_white_is_not_white_is_used_where_only_one_thing_can_be_meant(
    tmp_path: Path, samples: np.ndarray, note: str
) -> None:
    found = meaning(tmp_path, samples)
    np.testing.assert_array_equal(found.coverage, BOX.coverage)
    assert found.notes == (note,)


def test_that_a_mask_that_is_grey_to_the_eye_is_used_without_a_word(tmp_path: Path) -> None:
    colours = np.where(SHAPE[..., None], np.array([255, 255, 253]), np.array([0, 0, 1])).astype(np.uint8)
    found = meaning(tmp_path, colours)
    np.testing.assert_array_equal(found.coverage, BOX.coverage)
    assert found.notes == ()
    path = put(tmp_path, pillow_bytes(colours, "JPEG", quality=90))
    np.testing.assert_array_equal(read_mask(path).coverage, BOX.coverage)


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        (SHAPE * np.uint8(100), "lightest value is 100, and 127 to 255"),
        (SHAPE * np.uint16(20000), "lightest value is 20000, and 32639 to 65535"),
        (np.dstack([np.zeros((7, 9), np.uint8), ~SHAPE * np.uint8(255)]), "cannot be told"),
        (np.zeros((7, 9, 2), np.uint8), "transparent all over"),
        (np.where(SHAPE[..., None], np.uint8([255, 0, 0]), np.uint8(0)), "colours"),
    ],
)
def test_that_a_mask_that_may_mean_several_things_is_refused_with_what_is_true_of_it(
    tmp_path: Path, samples: np.ndarray, said: str
) -> None:
    with pytest.raises(MaskUnreadable, match=said) as refused:
        meaning(tmp_path, samples)
    assert "empty" not in str(refused.value)
    assert "black and white" in refused.value.advice


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(7, 9), (7, 9, 3)])
def test_that_a_black_mask_is_empty_and_nothing_else(tmp_path: Path, dtype: type, shape: tuple[int, ...]) -> None:
    found = meaning(tmp_path, np.zeros(shape, dtype))
    assert not found.coverage.any()
    assert found.notes == ()
    path = put(tmp_path, pillow_bytes(np.full((7, 9), 3, np.uint8), "JPEG"))
    assert read_mask(path).is_empty
