import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.compositing.compositor import composite
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import Repair, RepairedPhoto, RepairKind
from tests.support.pictures import noise, noise_photo, random_mask

photos = st.builds(
    lambda width, height, bits, grey, alpha, seed: noise_photo(
        width, height, bits=bits, grey=grey, alpha=alpha, seed=seed
    ),
    st.integers(1, 40),
    st.integers(1, 40),
    st.sampled_from([8, 16]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 9),
)


def drawn_repairs(photo: Photo, seed: int) -> tuple[RepairedPhoto, np.ndarray]:
    """The photo with random repairs, no two in one place, and the pixels that come of them."""
    rng = np.random.default_rng(seed)
    free = rng.random(photo.pixels.shape[:2]) < 0.7
    pixels, repairs = photo.pixels.copy(), []
    for kind in (*RepairKind, *RepairKind):
        left, right = sorted(rng.integers(0, photo.extent.width + 1, 2).tolist())
        top, bottom = sorted(rng.integers(0, photo.extent.height + 1, 2).tolist())
        box = Box(left, top, right, bottom)
        if not box.is_empty:
            where = free[box.slices] & (rng.random((box.height, box.width)) < 0.5)
            new = noise(box.width, box.height, bits=photo.bits, channels=None if pixels.ndim == 2 else 3, seed=seed)
            free[box.slices] &= ~where
            pixels[box.slices][where] = new[where]
            repairs.append(Repair.of(box, kind, where, new[where]))
    return RepairedPhoto(photo, tuple(repairs)), pixels


@given(photos, st.integers(0, 10_000), st.integers(1, 200))
def test_that_rows_read_one_strip_after_the_other_are_the_whole_result(
    photo: Photo, seed: int, strip_pixels: int
) -> None:
    repaired, pixels = drawn_repairs(photo, seed)
    strips = [repaired.read(strip) for strip in repaired.extent.box.strips(strip_pixels)]
    np.testing.assert_array_equal(np.concatenate(strips), pixels)
    np.testing.assert_array_equal(repaired.photo.pixels, pixels)
    assert repaired.photo.alpha is photo.alpha


@given(photos, st.integers(0, 10_000), st.data())
def test_that_any_box_of_a_repaired_photo_is_that_part_of_the_whole(
    photo: Photo, seed: int, data: st.DataObject
) -> None:
    repaired, pixels = drawn_repairs(photo, seed)
    left = data.draw(st.integers(0, photo.extent.width - 1))
    top = data.draw(st.integers(0, photo.extent.height - 1))
    box = Box(
        left,
        top,
        data.draw(st.integers(left + 1, photo.extent.width)),
        data.draw(st.integers(top + 1, photo.extent.height)),
    )
    np.testing.assert_array_equal(repaired.read(box), pixels[box.slices])
    for kind in RepairKind:
        np.testing.assert_array_equal(repaired.where(box, kind), repaired.where(photo.extent.box, kind)[box.slices])
    of_each = np.logical_or.reduce([repaired.where(photo.extent.box, kind) for kind in RepairKind])
    np.testing.assert_array_equal(repaired.where(box), of_each[box.slices])


@given(photos, st.integers(0, 10_000))
def test_that_repairs_made_of_planes_give_the_planes_back(photo: Photo, seed: int) -> None:
    rng = np.random.default_rng(seed)
    generated = rng.random(photo.pixels.shape[:2]) < 0.3
    filled = ~generated & (rng.random(generated.shape) < 0.3)
    new = np.roll(photo.pixels, 1)
    repaired = RepairedPhoto.of_planes(photo, new, generated=generated, filled=filled)
    np.testing.assert_array_equal(repaired.generated, generated)
    np.testing.assert_array_equal(repaired.filled, filled)
    changed = generated | filled
    np.testing.assert_array_equal(repaired.photo.pixels[changed], new[changed])
    np.testing.assert_array_equal(repaired.photo.pixels[~changed], photo.pixels[~changed])


def test_that_a_repair_has_a_sample_for_each_changed_pixel() -> None:
    where = np.array([[True, False, True]])
    with pytest.raises(ValueError, match="one sample"):
        Repair.of(Box(0, 0, 3, 1), RepairKind.FILLED, where, np.zeros(3, np.uint8))
    with pytest.raises(ValueError, match="one sample"):
        Repair.of(Box(0, 0, 4, 2), RepairKind.FILLED, where, np.zeros(2, np.uint8))


def test_that_reading_a_repaired_photo_leaves_its_source_as_it_is() -> None:
    photo = noise_photo()
    before = photo.pixels.copy()
    repaired, _ = drawn_repairs(photo, 3)
    repaired.read(photo.extent.box)
    np.testing.assert_array_equal(photo.pixels, before)


@settings(max_examples=25, deadline=None)
@given(photos, st.sampled_from([0.02, 0.3]), st.integers(0, 100))
def test_that_outside_the_mask_a_composite_has_the_photo_s_own_samples_and_no_repair(
    photo: Photo, share: float, seed: int
) -> None:
    mask = random_mask(photo.extent, share=share, seed=seed)
    repaired = composite(photo, mask, [], seed=seed)
    np.testing.assert_array_equal(repaired.where(photo.extent.box), mask.restore)
    kept = ~mask.restore
    np.testing.assert_array_equal(repaired.photo.pixels[kept], photo.pixels[kept])
    # no sample is held that is not changed
    assert sum(len(repair.samples) for repair in repaired.repairs) == np.count_nonzero(mask.coverage)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("alpha", [False, True])
def test_that_a_repaired_photo_is_written_like_the_whole_one(tmp_path, suffix, bits, grey, alpha) -> None:
    if suffix == ".webp" and bits == 16:
        pytest.skip("WebP has 8 bits")
    repaired, pixels = drawn_repairs(noise_photo(61, 53, bits=bits, grey=grey, alpha=alpha), 5)
    whole, merged = tmp_path / f"whole{suffix}", tmp_path / f"merged{suffix}"
    write_photo(repaired.photo, whole)
    write_photo(repaired, merged)
    assert merged.read_bytes() == whole.read_bytes()
    again = read_photo(merged).pixels
    np.testing.assert_array_equal(again, pixels if again.ndim == pixels.ndim else np.dstack([pixels] * 3))


def test_that_a_large_hole_of_a_few_pieces_is_repaired_as_one() -> None:
    """Pieces do not overlap, and together are the mask."""
    covered = np.zeros((1300, 1500), np.uint8)
    covered[100:1200, 100:1400] = 255
    mask = Mask(covered)
    repaired = composite(Photo(noise(1500, 1300, channels=None)), mask, [])
    assert len(repaired.repairs) > 1
    assert sum(len(repair.samples) for repair in repaired.repairs) == np.count_nonzero(covered)
    np.testing.assert_array_equal(repaired.filled, mask.restore)
