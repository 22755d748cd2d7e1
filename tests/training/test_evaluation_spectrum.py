import cv2
import numpy as np
import pytest

from facerestore_resources.face_classes import FaceClass
from facerestore_training.evaluation.spectrum import (
    BREADTH_BANDS,
    CENTRES,
    CROP_BANDS,
    SpectrumFigures,
    band_energies,
    compare_spectra,
    share_within,
)

SKIN = np.full((256, 256), FaceClass.SKIN, np.uint8)


def noise(seed: int, blur: float = 0.0) -> np.ndarray:
    grey = np.random.default_rng(seed).normal(0, 1, (256, 256)).astype(np.float32)
    grey = cv2.GaussianBlur(grey, (0, 0), blur) if blur else grey
    return np.repeat((128 + 25 * grey / grey.std()).clip(0, 255).astype(np.uint8)[..., None], 3, axis=2)


def disc(radius: int) -> np.ndarray:
    hole = np.zeros((256, 256), np.uint8)
    cv2.circle(hole, (128, 128), radius, 1, -1)
    return hole


def spectra(result: np.ndarray, truth: np.ndarray, hole: np.ndarray) -> tuple[np.ndarray, ...]:
    return compare_spectra(result, band_energies(truth), hole, SKIN)


def test_that_a_wave_has_its_energy_in_its_own_band() -> None:
    wave = 20 * np.sin(2 * np.pi * 20 * np.arange(256) / 256)
    picture = np.broadcast_to((128 + wave).astype(np.uint8)[None, :, None], (256, 256, 3)).copy()
    energy = band_energies(picture)[:, 100:150, 64:192].mean(axis=(1, 2))
    assert CENTRES[int(energy.argmax())] == pytest.approx(20, rel=0.2)
    assert energy.sum() == pytest.approx(20**2 / 2, rel=0.1)


def test_that_the_truth_itself_has_a_ratio_of_one_in_every_band() -> None:
    to_truth, _, _ = spectra(noise(0), noise(0), disc(60))
    np.testing.assert_allclose(to_truth, 1)
    assert share_within(to_truth, CROP_BANDS) == 1


@pytest.mark.parametrize("kind", ["disc", "stripes"])
def test_that_equal_texture_inside_and_outside_is_seen_as_equal_whatever_the_holes_shape(kind: str) -> None:
    hole = disc(70)
    if kind == "stripes":
        hole = np.zeros((256, 256), np.uint8)
        for start in range(0, 256, 64):
            hole[:, start : start + 28] = 1
    _, _, truth_to_surroundings = spectra(noise(1), noise(1), hole)
    judged = truth_to_surroundings[3:][np.isfinite(truth_to_surroundings[3:])]
    assert len(judged) >= 5
    np.testing.assert_allclose(judged, 1, atol=0.25)


def test_that_a_soft_hole_lacks_the_fine_bands_only() -> None:
    truth = noise(2)
    hole = disc(70)
    soft = np.where(hole[..., None] > 0, cv2.GaussianBlur(truth, (0, 0), 2), truth)
    to_truth, _, _ = spectra(soft, truth, hole)
    assert to_truth[-1] < 0.05
    assert to_truth[0] > 0.7
    assert share_within(to_truth, CROP_BANDS) < 1


def test_that_a_flat_patch_with_a_hard_seam_does_not_pass_for_a_sharp_one() -> None:
    truth = noise(3, blur=1)
    hole = disc(60)
    flat = np.where(hole[..., None] > 0, np.uint8(60), truth)
    to_truth, _, _ = spectra(flat, truth, hole)
    assert (to_truth[6:] < 0.1).all()
    assert share_within(to_truth, BREADTH_BANDS) < 0.5


def test_that_a_hole_too_thin_to_be_judged_is_not_judged() -> None:
    hole = np.zeros((256, 256), np.uint8)
    hole[100:115] = 1
    assert all(np.isnan(values).all() for values in spectra(noise(4), noise(4), hole))
    assert np.isnan(share_within(np.full(10, np.nan), CROP_BANDS))


def test_that_what_is_not_face_is_not_judged() -> None:
    ratios = compare_spectra(noise(5), band_energies(noise(5)), disc(60), np.zeros_like(SKIN))
    assert all(np.isnan(values).all() for values in ratios)


def test_that_pictures_that_have_no_ratio_leave_the_mean_to_the_others() -> None:
    ratios = np.array([[0.5, np.nan], [2.0, np.nan]])
    pooled = SpectrumFigures(ratios, ratios, ratios).pooled()
    assert pooled.to_truth[0] == pytest.approx(1)
    assert np.isnan(pooled.to_truth[1])
