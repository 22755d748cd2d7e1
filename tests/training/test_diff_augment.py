"""What the critic sees: one change for all maps of a sample, differentiable, drawn from the generator alone."""

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from facerestore_resources.face_classes import FLIPPED, FaceClass
from facerestore_training.losses.diff_augment import CUTOUT, TRANSLATION, diff_augment

SIDE = 32
LAYOUT = torch.rand(8, 19, SIDE // 2, SIDE // 2)
HOLE = torch.ones(8, 1, SIDE, SIDE)


def augmented(picture: Tensor, *, seed: int = 0, layout: Tensor = LAYOUT, hole: Tensor = HOLE) -> tuple[Tensor, ...]:
    count = len(picture)
    (picture,), hole, layout = diff_augment(
        [picture], hole[:count], layout[:count], torch.Generator().manual_seed(seed)
    )
    return picture, hole, layout


@given(seed=st.integers(0, 2**31))
@settings(max_examples=25)
def test_that_picture_hole_and_layout_are_changed_together(seed: int) -> None:
    coarse = torch.rand(8, 1, SIDE // 2, SIDE // 2, generator=torch.Generator().manual_seed(seed)) + 0.1
    fine = coarse.repeat_interleave(2, 2).repeat_interleave(2, 3)
    # no class has a mirror partner here, so that only places change
    layout = coarse.expand(-1, 19, -1, -1)
    picture, hole, moved = augmented(fine, seed=seed, layout=layout, hole=fine)
    torch.testing.assert_close(picture, hole)
    # each sample at pixels that are whole cells of the layout: cut-outs may split a cell
    whole = (picture[..., ::2, ::2] > 0) & (picture[..., 1::2, 1::2] > 0) & (moved[:, :1] > 0)
    torch.testing.assert_close(picture[..., ::2, ::2][whole], moved[:, :1][whole])
    torch.testing.assert_close(picture[..., 1::2, 1::2][whole], moved[:, :1][whole])


def test_that_two_pictures_of_a_sample_are_changed_alike() -> None:
    picture = torch.rand(8, 3, SIDE, SIDE)
    (first, second), _, _ = diff_augment([picture, 1 - picture], HOLE, LAYOUT, torch.Generator().manual_seed(0))
    kept = first + second
    assert set(kept.round(decimals=4).unique().tolist()) == {0.0, 1.0}


def test_that_a_sample_keeps_what_its_translation_and_cutout_leave() -> None:
    kept = augmented(torch.ones(8, 1, SIDE, SIDE))[0].mean(dim=(1, 2, 3))
    assert (kept >= (1 - TRANSLATION) ** 2 - CUTOUT**2).all()
    assert (kept <= 1 - CUTOUT**2 / 4 + 1e-6).all()
    assert len(kept.unique()) > 1


def test_that_without_a_cut_only_what_moves_out_is_lost() -> None:
    ones = torch.ones(8, 1, SIDE, SIDE)
    (kept,), _, _ = diff_augment([ones], HOLE, LAYOUT, torch.Generator().manual_seed(0), cutout=0.0)
    assert (kept.mean(dim=(1, 2, 3)) >= (1 - TRANSLATION) ** 2 - 1e-6).all()


def test_that_a_flip_changes_left_and_right_classes() -> None:
    layout = torch.zeros(64, 19, SIDE // 2, SIDE // 2)
    layout[:, FaceClass.LEFT_EYE, :, : SIDE // 4] = 1
    (_,), _, moved = diff_augment(
        [torch.rand(64, 3, SIDE, SIDE)], HOLE[:1].expand(64, -1, -1, -1), layout, torch.Generator().manual_seed(3)
    )
    left_mass = moved[:, FaceClass.LEFT_EYE].sum(dim=(1, 2))
    right_mass = moved[:, FLIPPED[FaceClass.LEFT_EYE]].sum(dim=(1, 2))
    assert ((left_mass > 0) ^ (right_mass > 0)).float().mean() > 0.9
    assert (right_mass > 0).any()
    columns = torch.arange(SIDE // 2)
    flipped = moved[:, FLIPPED[FaceClass.LEFT_EYE]].sum(dim=(0, 1))
    assert (columns * flipped).sum() / flipped.sum() > SIDE // 4


def test_that_the_same_generator_state_gives_the_same_change() -> None:
    picture = torch.rand(8, 3, SIDE, SIDE)
    for once, again in zip(augmented(picture, seed=5), augmented(picture, seed=5), strict=True):
        torch.testing.assert_close(once, again, rtol=0, atol=0)
    assert not torch.equal(augmented(picture, seed=5)[0], augmented(picture, seed=6)[0])


def test_that_gradients_pass_exactly_to_the_pixels_that_were_kept() -> None:
    picture = torch.rand(8, 3, SIDE, SIDE, requires_grad=True)
    seen = augmented(picture)[0]
    seen.sum().backward()
    assert picture.grad is not None
    assert set(picture.grad.unique().tolist()) == {0.0, 1.0}
    assert int(picture.grad.sum()) == int((seen != 0).sum())
