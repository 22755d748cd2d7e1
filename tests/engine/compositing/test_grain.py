import cv2
import numpy as np
import pytest
from skimage import data

from facerestore.compositing.compositor import composite
from facerestore.compositing.grain import Grain, GrainPlate, measured_grain
from facerestore.compositing.grain_sampling import LARGE_PX, hole_windows, read_windows, visible_windows
from facerestore.compositing.grain_synthesis import _grain_of_photo
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from tests.support.damage import damaged, grain

SIDE = 400


def windows_of(pixels: np.ndarray, mask: Mask) -> np.ndarray:
    boxes = visible_windows(Photo(pixels), mask, LARGE_PX)
    return read_windows(pixels, boxes, int(np.iinfo(pixels.dtype).max))


def small_hole() -> Mask:
    restore = np.zeros((SIDE, SIDE), np.bool_)
    restore[180:220, 180:220] = True
    return Mask.from_bool(restore)


def grey_ramp(bits: int) -> np.ndarray:
    """A gentle gradient (H, W, 3), 0...1."""
    return np.repeat(np.repeat(np.linspace(0.35, 0.65, SIDE)[None, :, None], SIDE, 0), 3, 2)


def as_pixels(picture: np.ndarray, bits: int) -> np.ndarray:
    white = 255 if bits == 8 else 65535
    return np.rint(np.clip(picture, 0, 1) * white).astype(np.uint8 if bits == 8 else np.uint16)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(
    ("sigma", "size_px", "is_coloured"),
    [(2 / 255, 0.0, False), (6 / 255, 0.8, False), (6 / 255, 0.8, True), (14 / 255, 1.6, False)],
)
def test_that_grain_in_a_hole_has_the_variance_and_correlation_of_the_grain_around(
    bits: int, sigma: float, size_px: float, is_coloured: bool
) -> None:
    noise = grain((SIDE, SIDE, 3), sigma=sigma, size_px=size_px, is_coloured=is_coloured)
    clean = grey_ramp(bits)
    covered = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(covered, (200, 200), 80, 255, -1)
    mask = Mask(covered)
    pixels = as_pixels(clean + noise, bits)
    restored = composite(damaged(pixels, mask), mask, []).photo.pixels / float(np.iinfo(pixels.dtype).max)
    disc = cv2.erode(covered, np.ones((9, 9), np.uint8)) > 0
    grown = restored - cv2.GaussianBlur(restored, (0, 0), 6)
    around = noise - cv2.GaussianBlur(noise, (0, 0), 6)
    assert grown[disc].var() == pytest.approx(around.var(), rel=0.15)
    for shift in (1, 2):
        pair = disc[:, shift:] & disc[:, :-shift]
        ours = (grown[:, shift:] * grown[:, :-shift])[pair].mean() / grown[disc].var()
        theirs = (around[:, shift:] * around[:, :-shift]).mean() / around.var()
        assert ours == pytest.approx(theirs, abs=0.06)
    if not is_coloured:
        assert (restored[..., 0] == restored[..., 1]).all()


def test_that_grain_across_a_scratch_is_neither_missing_nor_doubled() -> None:
    noise = grain((SIDE, SIDE, 3), sigma=8 / 255, size_px=0.7, is_coloured=False)
    covered = np.zeros((SIDE, SIDE), np.uint8)
    for row in range(20, SIDE, 40):
        covered[row : row + 5] = 255
    mask = Mask(covered)
    pixels = as_pixels(np.full((SIDE, SIDE, 3), 0.5) + noise, 8)
    restored = composite(damaged(pixels, mask), mask, []).photo.pixels / 255.0
    assert restored[mask.restore].var() == pytest.approx(noise.var(), rel=0.15)


def test_that_a_clean_gradient_gets_no_grain() -> None:
    assert measured_grain(windows_of(as_pixels(grey_ramp(16), 16), small_hole()), quantum=1 / 65535) is None
    restored = composite(Photo(as_pixels(grey_ramp(8), 8)), small_hole(), []).photo.pixels
    # nothing is added: neighbours differ by no more than rounding and the slope let them
    assert np.abs(np.diff(restored[180:220, 180:220, 0].astype(int), axis=0)).max() <= 1


def test_that_edges_and_texture_in_part_of_the_photo_do_not_become_grain() -> None:
    sigma = 3 / 255
    picture = np.full((SIDE, SIDE, 3), 0.5) + grain((SIDE, SIDE, 3), sigma=sigma, size_px=0.0, is_coloured=False)
    bricks = data.brick()[:SIDE, :150].astype(np.float64)[..., None] / 255
    picture[:, :150] = bricks
    picture[250:, 200:] += 0.2 * (np.indices((150, 200)).sum(axis=0) % 40 < 20)[..., None]
    measured = measured_grain(windows_of(as_pixels(picture, 8), small_hole()), quantum=1 / 255)
    assert measured is not None
    variance = float(measured.spectrum[0].mean()) / 3 * float(measured.gain_at(np.float32([0.5]))[0]) ** 2
    assert np.sqrt(variance) == pytest.approx(sigma, rel=0.25)


def test_that_grain_follows_luminance() -> None:
    clean = grey_ramp(8) * 2 - 0.5
    noise = grain((SIDE, SIDE, 3), sigma=1.0, size_px=0.0, is_coloured=False)
    measured = measured_grain(
        windows_of(as_pixels(clean + noise * (0.01 + 0.02 * clean), 8), small_hole()), quantum=1 / 255
    )
    assert measured is not None
    dark, light = measured.gain_at(np.float32([0.25, 0.75]))
    assert light / dark == pytest.approx(0.025 / 0.015, rel=0.2)


def test_that_a_plate_repeats_without_a_seam_and_the_seed_decides_it() -> None:
    flat = Grain(np.full((1, 32, 32), 4.0), np.array([0.5]), np.ones(1), 1.0)
    first, again = (GrainPlate.grown(flat, side_px=128, seed=3).noise for _ in range(2))
    assert (first == again).all()
    assert not (first == GrainPlate.grown(flat, side_px=128, seed=4).noise).any()
    assert first.var() == pytest.approx(4.0, rel=0.05)


def test_that_a_painting_with_grain_of_its_own_gets_only_the_rest() -> None:
    flat = Grain(np.full((1, 32, 32), 4.0), np.array([0.5]), np.ones(1), 1.0)
    assert flat.lacking(flat).spectrum.sum() == 0
    weaker = Grain(np.full((1, 32, 32), 3.0), np.array([0.5]), np.ones(1), 1.0)
    assert flat.lacking(weaker).spectrum.mean() == 1.0


def test_that_a_smooth_face_before_a_rough_background_stays_smooth() -> None:
    noise = grain((SIDE, SIDE, 3), sigma=10 / 255, size_px=0.7, is_coloured=False)
    noise[100:300, 100:300] *= 0.2
    restore = np.zeros((SIDE, SIDE), np.bool_)
    restore[160:240, 160:240] = True
    mask = Mask.from_bool(restore)
    pixels = as_pixels(np.full((SIDE, SIDE, 3), 0.5) + noise, 8)
    restored = composite(damaged(pixels, mask), mask, []).photo.pixels / 255.0
    assert restored[170:230, 170:230].std() < 0.4 * noise[:100].std()


@pytest.mark.parametrize("sigma", [0.0, 6 / 255])
def test_that_hair_and_cloth_of_a_small_portrait_are_no_grain(sigma: float) -> None:
    portrait = data.astronaut()[0:256, 96:352] / 255
    noise = grain(portrait.shape, sigma=sigma, size_px=0.5, is_coloured=False)
    restore = np.zeros((256, 256), np.bool_)
    restore[70:120, 110:150] = True
    pixels = as_pixels(portrait + noise, 8)
    found = _grain_of_photo(Photo(pixels), pixels, Mask.from_bool(restore))
    strength = 0.0 if found is None else np.sqrt(found[0].spectrum.mean(axis=(1, 2)).sum() / 3)
    assert strength == pytest.approx(noise.std(), abs=3 / 255)


def test_that_windows_are_wholly_visible_or_wholly_in_the_hole() -> None:
    mask = small_hole()
    photo = Photo(as_pixels(grey_ramp(8), 8))
    assert all(not mask.coverage[box.slices].any() for box in visible_windows(photo, mask, LARGE_PX))
    inside = hole_windows(mask, 16)
    assert inside
    assert all(mask.coverage[box.slices].all() for box in inside)
