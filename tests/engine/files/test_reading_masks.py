from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from facerestore.files.reading import read_mask
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
