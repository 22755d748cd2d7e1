from collections.abc import Callable

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from facerestore_training.data import aging_steps as steps
from facerestore_training.data.degradations import OLD_PHOTOGRAPHS, AgingConfig, aged_tone, grained, rimmed
from tests.support.drawn_faces import drawn_faces

NONE = AgingConfig(soft=0, grey=0, sepia=0, faded=0, uneven=0, grain=0)
STEPS: dict[str, Callable[[Tensor, torch.Generator], Tensor]] = {
    "softened": lambda p, g: steps.softened(p, 1, g),
    "sepia": lambda p, g: steps.sepia_toned(p, 1, g),
    "dulled": lambda p, g: steps.dulled(p, 1, g),
    "faded": lambda p, g: steps.faded(p, 1, g),
    "uneven": lambda p, g: steps.unevenly_lit(p, 1, g),
    "vignetted": lambda p, g: steps.vignetted(p, 1, g),
    "stained": lambda p, g: steps.stained(p, 1, g),
    "foxed": lambda p, g: steps.foxed(p, 1, g),
    "grainy": lambda p, g: steps.grainy(p, 1, g),
    "paper": lambda p, g: steps.on_paper(p, 1, g),
    "halftone": steps.halftoned,
    "sharpened": steps.sharpened,
    "jpeg": steps.jpeg_compressed,
}
TONELESS = set(STEPS) - {"sepia"}


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.fixture(scope="module")
def faces() -> Tensor:
    return torch.from_numpy(drawn_faces(4).pixels).permute(0, 3, 1, 2).float() / 255


def colourfulness(picture: Tensor) -> Tensor:
    return (picture.amax(dim=1) - picture.amin(dim=1)).mean(dim=(1, 2))


def sharpness(picture: Tensor) -> Tensor:
    return (picture[..., 1:] - picture[..., :-1]).abs().mean(dim=(1, 2, 3))


@pytest.mark.parametrize("name", STEPS)
def test_that_a_step_changes_every_picture_and_is_the_same_for_the_same_generator(name: str, faces: Tensor) -> None:
    first, again, other = (STEPS[name](faces, generator(seed)) for seed in (1, 1, 2))
    assert first.shape == faces.shape
    assert torch.isfinite(first).all()
    torch.testing.assert_close(first, again, rtol=0, atol=0)
    assert not torch.equal(first, other)
    assert ((first - faces).abs().amax(dim=(1, 2, 3)) > 1e-3).all()


@pytest.mark.parametrize("name", sorted(TONELESS))
def test_that_a_grey_photograph_stays_grey(name: str, faces: Tensor) -> None:
    result = STEPS[name](steps.greyed(faces), generator(3))
    # JPEG's colour conversion rounds
    assert float(colourfulness(result).max()) < (0.01 if name == "jpeg" else 1e-5)


@pytest.mark.parametrize("name", sorted(set(STEPS) - {"jpeg"}))
def test_that_a_step_of_no_strength_is_nearly_none(name: str, faces: Tensor) -> None:
    weak = {
        "softened": lambda p, g: steps.softened(p, 0, g),
        "dulled": lambda p, g: steps.dulled(p, 0, g),
        "faded": lambda p, g: steps.faded(p, 0, g),
        "uneven": lambda p, g: steps.unevenly_lit(p, 0, g),
        "vignetted": lambda p, g: steps.vignetted(p, 0, g),
        "stained": lambda p, g: steps.stained(p, 0, g),
        "foxed": lambda p, g: steps.foxed(p, 0, g),
        "grainy": lambda p, g: steps.grainy(p, 0, g),
        "paper": lambda p, g: steps.on_paper(p, 0, g),
    }
    if name in weak:
        # grain has a floor of 1.5/255, and blur one of 0.2 px
        assert float((weak[name](faces, generator()) - faces).abs().mean()) < 0.01


def test_that_softening_softens_and_sharpening_sharpens(faces: Tensor) -> None:
    assert (sharpness(steps.softened(faces, 1, generator())) < sharpness(faces)).all()
    assert (sharpness(steps.sharpened(faces, generator())) > sharpness(faces)).all()


def test_that_blur_keeps_brightness_and_has_a_width_for_each_sample() -> None:
    spot = torch.zeros(2, 1, 33, 33)
    spot[:, :, 16, 16] = 1
    soft = steps.blurred(spot, torch.tensor([[1.0, 1.0], [2.0, 1.0]]))
    torch.testing.assert_close(soft.sum(dim=(1, 2, 3)), torch.ones(2), atol=1e-4, rtol=0)
    at = torch.arange(33.0) - 16
    variance = (soft.sum(dim=2)[:, 0] * at.square()).sum(dim=1)
    torch.testing.assert_close(variance.sqrt(), torch.tensor([1.0, 2.0]), atol=0.1, rtol=0)


def test_that_sepia_has_one_hue_and_the_brightness_of_the_photo(faces: Tensor) -> None:
    sepia = steps.sepia_toned(faces, 1, generator())
    torch.testing.assert_close(steps.luma(sepia), steps.luma(faces), atol=1e-4, rtol=0)
    red, green, blue = (sepia[:, i] for i in range(3))
    assert (red >= green).all()
    assert (green >= blue).all()


def test_that_grain_of_a_toned_photo_has_no_colour_of_its_own(faces: Tensor) -> None:
    sepia = steps.sepia_toned(faces, 1, generator())
    grain = steps.grainy(sepia, 1, generator()) - sepia
    red, blue = grain[:, 0].flatten(1), grain[:, 2].flatten(1)
    for one, other in zip(red, blue, strict=True):
        assert np.corrcoef(one, other)[0, 1] > 0.999


def test_that_grain_is_stronger_in_mid_tones_than_in_black() -> None:
    picture = torch.full((3, 3, 64, 64), 0.5)
    picture[..., :32] = 0.0
    grain = steps.grainy(picture, 1, generator()) - picture
    assert (grain[..., 32:].std(dim=(1, 2, 3)) > 1.5 * grain[..., :32].std(dim=(1, 2, 3))).all()


def test_that_jpeg_keeps_the_colours_in_their_channels(faces: Tensor) -> None:
    assert float((steps.jpeg_compressed(faces, generator()) - faces).abs().mean()) < 0.03
    red = torch.tensor([0.8, 0.2, 0.1]).view(1, 3, 1, 1).expand(1, 3, 32, 32)
    torch.testing.assert_close(steps.jpeg_compressed(red, generator()), red, atol=0.03, rtol=0)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 1000))
def test_that_aged_pictures_stay_pictures(seed: int) -> None:
    picture = torch.rand(4, 3, 32, 32, generator=generator(seed))
    source = picture.clone()
    everything = AgingConfig(
        **{name: 1.0 for name in AgingConfig.__dataclass_fields__ if name not in ("grey", "sepia", "dull")}
    )
    for change in (aged_tone, grained):
        result = change(picture, everything, generator(seed))
        assert result.shape == picture.shape
        assert 0 <= float(result.min()) <= float(result.max()) <= 1
    torch.testing.assert_close(picture, source, rtol=0, atol=0)


def test_that_shares_of_zero_change_nothing(faces: Tensor) -> None:
    for change in (aged_tone, grained):
        torch.testing.assert_close(change(faces, NONE, generator()), faces, rtol=0, atol=0)
    assert rimmed(faces, torch.ones(4, 1, 256, 256), NONE, generator()) is faces


def test_that_a_grey_share_of_one_leaves_no_colour() -> None:
    picture = aged_tone(torch.rand(4, 3, 16, 16), AgingConfig(grey=1, soft=0), generator())
    torch.testing.assert_close(picture[:, 0], picture[:, 2])


def test_that_old_photographs_have_the_tones_in_their_shares() -> None:
    config = AgingConfig(
        soft=0, faded=0, uneven=0, grey=OLD_PHOTOGRAPHS.grey, sepia=OLD_PHOTOGRAPHS.sepia, dull=OLD_PHOTOGRAPHS.dull
    )
    picture = torch.rand(2_000, 3, 4, 4, generator=generator())
    aged = aged_tone(picture, config, generator(1))
    is_grey = colourfulness(aged) < 1e-6
    is_untouched = (aged == picture).flatten(1).all(dim=1)
    assert float(is_grey.float().mean()) == pytest.approx(OLD_PHOTOGRAPHS.grey, abs=0.03)
    assert float(is_untouched.float().mean()) == pytest.approx(0.1, abs=0.03)


def test_that_damage_is_seen_at_the_rim_of_its_hole_and_nowhere_else(faces: Tensor) -> None:
    hole = torch.zeros(4, 1, 256, 256)
    hole[:, :, 100:150, 100:150] = 1
    changed = (rimmed(faces, hole, AgingConfig(rim=1), generator()) - faces).abs().amax(dim=1)
    rim = changed[:, 98:152, 98:152].clone()
    rim[:, 2:-2, 2:-2] = 0
    assert (rim.amax(dim=(1, 2)) > 0).all()
    changed[:, 98:152, 98:152] = 0
    assert float(changed.max()) == 0
