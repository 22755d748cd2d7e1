"""Previews of candidates beside what is really put together of them."""

import cv2
import numpy as np
import pytest
from fake_backend import alignment_at
from fake_restorer import schematic_layout

from facerestore.compositing.candidate_preview import PaintedCoverage, PreviewGround
from facerestore.compositing.compositor import composite
from facerestore.compositing.strength import FaceStrength, with_strength
from facerestore.values.alignment import cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix, mixed, part_region
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairKind
from facerestore.values.result import RestorationResult

SIDE = 256
LEVELS = 2


def scan(shape, dtype, seed=0):
    rng = np.random.default_rng(seed)
    small = rng.random((9, 9, *shape[2:])).astype(np.float32)
    smooth = cv2.resize(small, shape[1::-1], interpolation=cv2.INTER_CUBIC).clip(0, 1) * 0.6 + 0.2
    return Photo((smooth * np.iinfo(dtype).max).astype(dtype))


def damage(shape):
    coverage = np.zeros(shape[:2], np.uint8)
    cv2.ellipse(coverage, (shape[1] // 2, shape[0] // 2), (shape[1] // 4, shape[0] // 5), 20, 0, 360, 255, -1)
    return Mask(coverage)


def painted(photo, mask, alignment, seed):
    """A smooth painting, another for each seed."""
    crop = cut_crop(photo, mask, alignment)
    small = np.random.default_rng(seed).random((8, 8, 3)).astype(np.float32)
    texture = cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC).clip(0, 1)
    return Candidate(np.where(crop.hole[..., None], texture, crop.pixels), crop, schematic_layout(SIDE), seed)


def result_of(photo, mask, candidates, choices=()):
    made = composite(photo, mask, candidates)
    if choices:
        strengths = [FaceStrength(one.alignment, mix.strength) for one, mix in zip(candidates, choices, strict=True)]
        made = with_strength(made, strengths)
    return RestorationResult(made, tuple(candidates), "fake", 0.0, choices=tuple(choices))


def laid_over(result, ground, preview):
    """The pixels of a result with a preview over it, as a screen shows them at full size."""
    photo = result.photo
    box = photo.extent.box
    difference = (preview.after - preview.before) * preview.weight[..., None]
    warped = preview.alignment.warp_to_photo(difference, box).reshape(*photo.pixels.shape[:2], -1)
    share = ground.coverage.part(box, 0)[..., None] / 255
    shown = photo.pixels.reshape(*photo.pixels.shape[:2], -1) + share * warped * photo.white
    return np.clip(shown, 0, photo.white).reshape(photo.pixels.shape)


@pytest.mark.parametrize(("shape", "dtype"), [((300, 260, 3), np.uint8), ((280, 300), np.uint16)])
@pytest.mark.parametrize("side", [200, 420])
def test_that_a_preview_is_what_putting_together_gives_but_for_grain(shape, dtype, side):
    photo, mask = scan(shape, dtype), damage(shape)
    alignment = alignment_at(shape[1] / 2, shape[0] / 2, side)
    before, after = (painted(photo, mask, alignment, seed) for seed in (1, 2))
    result = result_of(photo, mask, [before])
    ground = PreviewGround.of(result, mask, LEVELS)
    preview = ground.preview(0, after)
    wanted = result_of(photo, mask, [after]).photo.pixels.astype(float)
    was = result.photo.pixels.astype(float)
    shown = laid_over(result, ground, preview)
    changed = np.abs(wanted - was)[mask.restore].mean()
    assert changed > 0.05 * photo.white
    assert np.abs(shown - wanted)[mask.restore].mean() < 0.08 * changed
    assert (shown == photo.pixels)[~mask.restore].all()
    rows, columns = np.nonzero(np.abs(shown - was).reshape(*shape[:2], -1).max(axis=2) > 0)
    there = preview.box
    assert there.left <= columns.min() <= columns.max() < there.right
    assert there.top <= rows.min() <= rows.max() < there.bottom


def test_that_a_preview_of_a_part_changes_little_elsewhere_and_the_candidate_at_hand_nothing():
    shape = (300, 300, 3)
    photo, mask, alignment = scan(shape, np.uint8), damage(shape), alignment_at(150, 150, 300)
    before, after = (painted(photo, mask, alignment, seed) for seed in (1, 2))
    result = result_of(photo, mask, [before])
    ground = PreviewGround.of(result, mask, LEVELS)
    assert ground.preview(0, before).box.is_empty
    mouth = part_region(before.layout, "Mouth")
    mix = CandidateMix.whole(1, SIDE).with_seed(mouth, 2)
    preview = ground.preview(0, mixed(mix, {1: before, 2: after}))
    difference = np.abs(preview.after - preview.before).max(axis=2)
    around = cv2.dilate(mouth.astype(np.uint8), np.ones((21, 21), np.uint8)) > 0
    inside, outside = mouth & before.crop.hole, before.crop.hole & ~around
    assert difference[inside].mean() > 20 * difference[outside].mean()


def test_that_at_half_strength_half_of_the_difference_is_seen_and_two_faces_share_what_both_cover():
    shape = (300, 420, 3)
    photo = scan(shape, np.uint8)
    coverage = np.zeros(shape[:2], np.uint8)
    coverage[80:220, 60:360] = 255
    mask = Mask(coverage)
    alignments = alignment_at(150, 150, 260), alignment_at(280, 150, 260)
    first, second = (painted(photo, mask, one, seed) for seed, one in enumerate(alignments, 1))
    other = painted(photo, mask, alignments[0], 9)
    half = CandidateMix.whole(1, SIDE).with_strength(np.ones((SIDE, SIDE), np.bool_), 50)
    choices = half, CandidateMix.whole(2, SIDE)
    result = result_of(photo, mask, [first, second], choices)
    ground = PreviewGround.of(result, mask, LEVELS)
    assert ground.weights[0].max() == pytest.approx(0.5, abs=0.01)
    shown = laid_over(result, ground, ground.preview(0, other))
    wanted = result_of(photo, mask, [other, second], choices).photo.pixels.astype(float)
    changed = np.abs(wanted - result.photo.pixels)[mask.restore].mean()
    assert np.abs(shown - wanted)[mask.restore].mean() < 0.15 * changed


def test_that_smaller_levels_of_the_coverage_are_its_means():
    shape = (300, 260, 3)
    photo, mask = scan(shape, np.uint8), damage(shape)
    result = result_of(photo, mask, [painted(photo, mask, alignment_at(130, 150, 300), 1)])
    coverage = PaintedCoverage.of(result.repaired, LEVELS)
    whole = Box(0, 0, 260, 300)
    full = coverage.part(whole, 0)
    assert (full > 0).sum() == result.repaired.where(whole, RepairKind.GENERATED).sum()
    quarter = coverage.part(whole, 2)
    assert quarter.shape == (75, 65)
    assert np.abs(quarter - full.reshape(75, 4, 65, 4).mean(axis=(1, 3))).max() <= 1
    assert coverage.part(Box(4000, 4000, 4256, 4256), 1).max() == 0
