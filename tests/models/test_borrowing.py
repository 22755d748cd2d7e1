"""What stage 2 borrows: from its own mirror image, and from further photographs."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from facerestore_models import TextureInputs, create
from facerestore_models.blocks.borrowing import Borrowed, Borrowing, Lenders, fitted, set_in
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS, TextureGenerator
from facerestore_models.tone import toned_like

NAME = "texture_generator_tiny"


def generator() -> TextureGenerator:
    """A tiny network with every weight moved, because fresh ones paint the membrane only, that likes to borrow."""
    torch.manual_seed(0)
    network = create(NAME).eval().requires_grad_(requires_grad=False)
    assert isinstance(network, TextureGenerator)
    for parameter in network.parameters():
        parameter += 0.1 * torch.randn(parameter.shape)
    network.borrowing.mirror_start.zero_()
    network.borrowing.reference_start.zero_()
    return network


def inputs(count: int = 1, *, seed: int = 1) -> TextureInputs:
    random = torch.Generator().manual_seed(seed)
    hole = torch.zeros(count, 1, 64, 64)
    hole[..., 16:48, :24] = 1
    crop = torch.rand(count, 3, 64, 64, generator=random) * (1 - hole)
    layout = (4 * torch.randn(count, 19, 32, 32, generator=random)).softmax(dim=1)
    latent = torch.randn(count, LATENT_CHS, generator=random)
    noise = torch.randn(count, NOISE_MAPS, 32, 32, generator=random)
    return TextureInputs(crop=crop, hole=hole, layout=layout, latent=latent, noise=noise)


def alone(given: TextureInputs) -> TextureInputs:
    """The same without its mirror image."""
    return replace(given, mirror=False)


def helped(given: TextureInputs, references: Lenders) -> TextureInputs:
    return replace(given, references=references)


def references(count: int) -> Lenders:
    given = inputs(count, seed=5)
    return Lenders.references(given.crop, given.hole, given.layout)


def borrowed_by(network: TextureGenerator, given: TextureInputs) -> Borrowed:
    lenders = network.lenders(given)
    assert lenders is not None
    return network.borrowed(network.painted(given), given, lenders)


def eyes(left: tuple[int, int], right: tuple[int, int]) -> Tensor:
    """A layout (1, 19, 32, 32) of skin with two eyes, middles as (x, y)."""
    labels = torch.ones(32, 32, dtype=torch.long)
    for label, (x, y) in ((4, left), (5, right)):
        labels[y - 1 : y + 1, x - 2 : x + 2] = label
    return torch.nn.functional.one_hot(labels, 19).permute(2, 0, 1)[None].float()


def test_that_a_state_from_before_borrowing_loads_and_paints_nearly_as_it_did() -> None:
    old = generator()
    before = {key: value for key, value in old.state_dict().items() if not key.startswith("borrowing.")}
    new = create(NAME).eval()
    new.load_state_dict(before, strict=True)
    given = inputs()
    before_borrowing = old(alone(given))
    torch.testing.assert_close(new(alone(given)), before_borrowing)
    torch.testing.assert_close(new(given), before_borrowing, rtol=0, atol=0.02)


def test_that_a_state_that_lacks_a_part_of_what_borrows_is_refused() -> None:
    state = generator().state_dict()
    state.pop("borrowing.look.weight")
    with pytest.raises(RuntimeError, match="Missing key"):
        create(NAME).load_state_dict(state, strict=True)


def test_that_without_lenders_nothing_is_borrowed() -> None:
    network, given = generator(), inputs()
    torch.testing.assert_close(network(alone(given)), network.painted(given))
    assert network.lenders(alone(given)) is None


def test_that_mirror_image_and_references_change_the_painting() -> None:
    network, given = generator(), inputs()
    mirrored = network(given)
    assert not torch.allclose(network(alone(given)), mirrored)
    assert not torch.allclose(mirrored, network(helped(given, references(2))))


def test_that_shares_of_lenders_are_at_most_one_and_none_where_they_are_hidden() -> None:
    network, given = generator(), inputs()
    borrowed = borrowed_by(network, helped(given, references(2)))
    for share in (borrowed.coarse_BR1HW, borrowed.fine_BR1HW):
        assert share.shape == (1, 3, 1, 64, 64)
        assert share.min() >= 0
        assert share.sum(dim=1).max() <= 1
    # the layouts are noise: no part is moved
    assert not borrowed.fine_BR1HW[0, 0, 0, 18:46, 44:].any()
    assert not borrowed.fine_BR1HW[0, 1:, 0, 18:46, :20].any()


def test_that_an_absent_reference_is_as_none() -> None:
    network, given = generator(), inputs(2)
    lent = references(1).arranged(torch.tensor([[0], [-1]]))
    together, without = network(helped(given, lent)), network(given)
    torch.testing.assert_close(together[1], without[1])
    assert not torch.allclose(together[0], without[0])


def test_that_the_order_of_references_does_not_matter() -> None:
    network, given, lent = generator(), inputs(), references(3)
    there, back = (network(helped(given, lent.arranged(torch.tensor([order])))) for order in ([0, 1, 2], [2, 0, 1]))
    torch.testing.assert_close(there, back)


def test_that_a_batch_with_references_is_painted_as_its_pictures_alone() -> None:
    network, given, lent = generator(), inputs(2), references(2)
    both = network(helped(given, lent.arranged(torch.tensor([[0, 1], [1, -1]]))))
    second = TextureInputs(
        crop=given.crop[1:],
        hole=given.hole[1:],
        layout=given.layout[1:],
        latent=given.latent[1:],
        noise=given.noise[1:],
        references=lent.arranged(torch.tensor([[1]])),
    )
    torch.testing.assert_close(both[1:], network(second))


def test_that_what_lenders_bring_is_made_once_for_every_painting_of_a_crop() -> None:
    network, first = generator(), helped(inputs(2), references(2).arranged(torch.tensor([[0, 1], [1, -1]])))
    lenders = network.lenders(first)
    assert lenders is not None
    features = network.lender_features(first, lenders)
    for given in (first, replace(first, latent=-first.latent, noise=-first.noise)):
        once = network.borrowing.borrow(network.painted(given), features).painted_B3HW
        torch.testing.assert_close(once, network(given))


def test_that_a_first_look_in_parts_sees_what_one_look_at_everything_does() -> None:
    network, given = generator(), helped(inputs(), references(2))
    lenders, painted = network.lenders(given), network.painted(given)
    assert lenders is not None
    looked: list[Tensor] = []
    with network.borrowing.down1.register_forward_pre_hook(lambda _, seen: looked.append(seen[0])):
        network.borrowed(painted, given, lenders)
    together = torch.cat(
        [
            F.pixel_unshuffle(2 * painted - 1, 2).expand(3, -1, -1, -1),
            F.pixel_unshuffle(4 * (lenders.guess_BR3HW[0] - painted), 2),
            given.layout.expand(3, -1, -1, -1),
            lenders.agreed_BR1HW[0],
            F.avg_pool2d(lenders.visible_BR1HW[0], 2),
            F.avg_pool2d(given.hole, 2).expand(3, -1, -1, -1),
        ],
        dim=1,
    )
    torch.testing.assert_close(looked[0], network.borrowing.look(together), rtol=1e-4, atol=1e-4)


def test_that_a_lender_of_the_same_face_is_set_in_as_it_is() -> None:
    face = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    hole = inputs().hole
    layout = eyes((10, 16), (22, 16))
    # in another light: seamless cloning takes the difference from the border
    guess, visible, agreed = set_in(face * (1 - hole), hole, layout, 0.8 * face + 0.1, 0 * hole, layout)
    blurred = torch.nn.functional.avg_pool2d(guess - face, 8).abs()
    assert blurred.max() < 0.15
    assert visible.min() == 1
    assert agreed.min() == 1


def test_that_parts_are_brought_to_their_places() -> None:
    picture = torch.zeros(1, 3, 64, 64)
    picture[..., 31:35, 18:22] = 1
    nothing = torch.zeros(1, 1, 64, 64)
    # the lender's eyes lie two cells, four pixels, further right and lower
    wanted, lent = eyes((8, 14), (20, 14)), eyes((10, 16), (22, 16))
    everywhere = torch.ones_like(nothing)
    guess, _, agreed = set_in(0 * picture, everywhere, wanted, picture, nothing, lent)
    y, x = divmod(int(guess[0, 0].argmax()), 64)
    assert abs(y - 28) <= 2
    assert abs(x - 15) <= 2
    assert agreed[0, 0, 14, 8] > 0.6


def test_that_every_weight_of_borrowing_receives_a_gradient() -> None:
    torch.manual_seed(0)
    network = Borrowing((4, 4, 8))
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += 0.05 * torch.randn(parameter.shape)
    given = inputs(2)
    own = Lenders.mirror(given.crop, given.hole, given.layout)
    lenders = own.joined(references(2).arranged(torch.tensor([[0], [1]])))
    found = fitted(given.crop, given.hole, given.layout, lenders)
    network(torch.rand(2, 3, 64, 64), given.hole, given.layout, found).painted_B3HW.square().sum().backward()
    assert [key for key, value in network.named_parameters() if value.grad is None or not value.grad.any()] == []


def test_that_a_colour_photograph_turns_grey_beside_a_grey_one() -> None:
    random = torch.Generator().manual_seed(0)
    colour = torch.rand(1, 3, 32, 32, generator=random)
    grey = (0.2 + 0.3 * torch.rand(1, 1, 32, 32, generator=random)).expand(-1, 3, -1, -1)
    layout = torch.zeros(1, 19, 16, 16)
    layout[:, 1] = 1
    hole = torch.zeros(1, 1, 32, 32)
    toned = toned_like(colour, hole, layout, grey, hole, layout)
    assert (toned.amax(dim=1) - toned.amin(dim=1)).max() < 1e-5
    torch.testing.assert_close(toned.mean(), grey.mean(), rtol=0.02, atol=0.0)


def test_that_a_photograph_in_the_same_tone_stays_as_it_is() -> None:
    picture = 0.2 + 0.6 * torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    layout = torch.full((1, 19, 16, 16), 1 / 19)
    hole = torch.zeros(1, 1, 32, 32)
    torch.testing.assert_close(toned_like(picture, hole, layout, picture, hole, layout), picture)
