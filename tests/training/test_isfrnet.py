"""The training of ISFRNet: its prior, and its stages 2 and 3 on top of it."""

import argparse
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from facerestore.values.errors import UsageError
from facerestore_models import create
from facerestore_models.isfrnet import IsfrNet
from facerestore_training.data import masks
from facerestore_training.data.batches import FaceBatches
from facerestore_training.kinds import KINDS, isfrnet
from facerestore_training.losses.critics import LeCam
from facerestore_training.losses.perceptual import SqueezeNetDistance, SqueezeNetFeatures
from facerestore_training.recipes.isfrnet import tiny, tiny_prior
from facerestore_training.runs.loop import Trainer
from facerestore_training.tasks.face_prior import FacePriorTask, PriorDiscriminator, invented_faces
from facerestore_training.tasks.isfrnet import IsfrPaintingTask
from tests.support.backbones import squeezenet_file
from tests.support.drawn_faces import drawn_faces
from tests.training.test_data import png, write_tar

GOLDEN = Path(__file__).parent.parent / "data" / "golden_isfrnet_losses.txt"


@pytest.fixture
def features(tmp_path: Path) -> SqueezeNetFeatures:
    return SqueezeNetFeatures(squeezenet_file(tmp_path))


def batches() -> FaceBatches:
    return FaceBatches([drawn_faces(6)], [1.0], masks.mask_pool(12, size_px=256, seed=0), parts_share=0.0)


def prior_task(features: SqueezeNetFeatures) -> FacePriorTask:
    faces, holes = drawn_faces(3), masks.mask_pool(2, size_px=256, seed=0)
    return FacePriorTask(
        batches(), faces, {"any": holes}, SqueezeNetDistance(features), PriorDiscriminator(features), width=16
    )


def painting_task() -> IsfrPaintingTask:
    faces, holes = drawn_faces(3), masks.mask_pool(2, size_px=256, seed=0)
    return IsfrPaintingTask(batches(), faces, {"any": holes})


def painting(folder: Path) -> Trainer:
    torch.manual_seed(0)
    config = tiny()
    return Trainer(config, painting_task(), create(config.network), folder, device=torch.device("cpu"), bf16=False)


def losses(run: Trainer, steps: int) -> list[float]:
    return [run.step(run.fraction_done(None))["loss"] for _ in range(steps)]


def test_that_the_loss_curve_is_the_golden_one(tmp_path: Path) -> None:
    golden = [float(line) for line in GOLDEN.read_text().split()]
    # other processors round differently; a changed loss or schedule moves far more
    np.testing.assert_allclose(losses(painting(tmp_path), len(golden)), golden, rtol=2e-2)


def changed(before: dict[str, torch.Tensor], network: nn.Module) -> set[str]:
    """The parts of an ISFRNet of which anything is another number than before."""
    after = network.state_dict()
    return {name.split(".")[0] for name, value in before.items() if not torch.equal(value, after[name])}


def test_that_stages_2_and_3_leave_the_prior_as_it_is(tmp_path: Path) -> None:
    run = painting(tmp_path)
    before = {name: value.clone() for name, value in run.network.state_dict().items()}
    losses(run, 2)
    assert changed(before, run.network) == {"refiner", "unet"}


def test_that_a_prior_learns_alone_and_goes_on_where_it_was_interrupted(
    tmp_path: Path, features: SqueezeNetFeatures
) -> None:
    def trainer(folder: str) -> Trainer:
        torch.manual_seed(0)
        network = create("isfrnet_tiny")
        return Trainer(
            tiny_prior(), prior_task(features), network, tmp_path / folder, device=torch.device("cpu"), bf16=False
        )

    straight_run = trainer("a")
    before = {name: value.clone() for name, value in straight_run.network.state_dict().items()}
    straight = losses(straight_run, 4)
    assert changed(before, straight_run.network) == {"prior"}
    first = trainer("b")
    begun = losses(first, 2)
    first.save()
    second = trainer("b")
    assert second.resume()
    np.testing.assert_allclose(begun + losses(second, 2), straight, rtol=1e-5)


def test_that_invented_faces_are_judged_by_the_critic_alone(features: SqueezeNetFeatures) -> None:
    made = prior_task(features)
    network = create("isfrnet_tiny")
    assert isinstance(network, IsfrNet)
    batch = made.batch(64, 4, np.random.default_rng(0))
    made.loss(network, batch).total.backward()
    mapping = [parameter.grad for parameter in network.prior.generator.mapping.parameters()]
    assert all(grad is None or not grad.any() for grad in mapping), "no truth is known of them"
    network.zero_grad()
    answer = made.loss(network, batch).answer
    assert answer is not None
    assert len(answer) == 4 + 1, "a quarter more"
    made.discriminator.against(batch, answer).total.backward()
    assert all(parameter.grad.any() for parameter in network.prior.generator.mapping.parameters())


def test_that_a_prior_is_validated_and_shows_found_and_invented_faces(
    tmp_path: Path, features: SqueezeNetFeatures
) -> None:
    made, network = prior_task(features), create("isfrnet_tiny").eval()
    assert set(made.validate(network)) == {"psnr_prior_any"}
    made.contact_sheet(network, tmp_path / "sheet.png")
    assert (tmp_path / "sheet.png").stat().st_size > 1000


def test_that_faces_are_invented_by_seed_and_all_alike_without_a_way_to_differ() -> None:
    network = create("isfrnet_tiny").eval()
    assert isinstance(network, IsfrNet)
    generator = network.prior.generator
    made = invented_faces(generator, 3, side_px=32)
    assert made.shape == (3, 32, 32, 3)
    np.testing.assert_array_equal(made, invented_faces(generator, 3, side_px=32))
    assert not np.array_equal(made, invented_faces(generator, 3, side_px=32, seed=1))
    alike = invented_faces(generator, 3, side_px=32, truncation=0.0)
    np.testing.assert_array_equal(alike[0], alike[1])


def test_that_painting_is_validated_and_shows_every_stage(tmp_path: Path) -> None:
    made, network = painting_task(), create("isfrnet_tiny").eval()
    assert set(made.validate(network)) == {"psnr_any"}
    made.contact_sheet(network, tmp_path / "sheet.png")
    assert (tmp_path / "sheet.png").stat().st_size > 1000


def test_that_a_critic_is_held_where_its_logits_leave_the_other_sides_mean() -> None:
    restraint = LeCam(decay=0.0)
    real, fake = torch.full((4,), 2.0), torch.full((4,), -1.0)
    assert float(restraint(real, fake)) == pytest.approx(2 * 3.0**2)
    assert restraint.means.tolist() == [2.0, -1.0]
    assert float(restraint(torch.zeros(4), torch.zeros(4))) == 0


def arguments(folder: Path, recipe: str, *more: str) -> argparse.Namespace:
    crops = {f"f{i}.png": png(np.asarray(pixels)) for i, pixels in enumerate(drawn_faces(4).pixels)}
    faces = str(write_tar(folder / "faces.tar", crops))
    parser = argparse.ArgumentParser()
    isfrnet.add_options(parser)
    found = parser.parse_args(["--faces", faces, "--validation", faces, *more])
    found.recipe, found.from_weights, found.out = recipe, None, folder / "run"
    return found


def test_that_each_recipe_has_its_task_and_says_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isfrnet, "drawn_holes", lambda *_: masks.mask_pool(6, size_px=256, seed=0))
    cache, cpu = tmp_path / "cache", torch.device("cpu")
    kind, file = KINDS["isfrnet"], str(squeezenet_file(tmp_path))
    prior, _ = kind.build(arguments(tmp_path, "tiny_prior", "--features", file), cache, cpu)
    assert isinstance(prior, FacePriorTask)
    assert prior.width == 16
    with pytest.raises(UsageError, match="sees through SqueezeNet"):
        kind.build(arguments(tmp_path, "tiny_prior"), cache, cpu)
    with pytest.raises(UsageError, match="learn on what stage 1 finds"):
        kind.build(arguments(tmp_path, "tiny"), cache, cpu)
    ready = arguments(tmp_path, "tiny")
    ready.from_weights = "prior.safetensors"
    painting, learnt = kind.build(ready, cache, cpu)
    assert isinstance(painting, IsfrPaintingTask)
    assert len(learnt.keys) == 4
