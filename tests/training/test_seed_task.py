"""The seed paper's stage 2 in training, small: growth, turns of painter and critic, losses that move as they should."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
import torch

from facerestore_models import create
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_training.data import masks
from facerestore_training.data.batches import FaceBatches
from facerestore_training.losses.critics import PatchCritic
from facerestore_training.losses.perceptual import ParserDistance
from facerestore_training.recipes import seed_texture
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.loop import Trainer
from facerestore_training.tasks.seed_texture import GrowthClock, SeedDiscriminator, SeedTextureTask, fade_images
from facerestore_training.tasks.texture import TextureTask
from tests.support.drawn_faces import drawn_faces

TINY = seed_texture.tiny()


def seed_task(config: RunConfig = TINY, *, kind: Literal["wgan-gp", "r1"] = "wgan-gp", **changed) -> SeedTextureTask:
    torch.manual_seed(0)
    faces = drawn_faces(6)
    holes = masks.mask_pool(6, size_px=256, seed=0)
    layout = create("semantic_layout_tiny").eval()
    assert isinstance(layout, SemanticLayoutNet)
    return SeedTextureTask(
        TextureTask(FaceBatches([faces], [1.0], holes), layout, faces, {"any": holes[:2]}),
        ParserDistance(layout),
        SeedDiscriminator(PatchCritic(base=8, stages=3), kind=kind),
        fade_images(config),
        full_px=64,
        **changed,
    )


def trainer(folder: Path, config: RunConfig = TINY, **options) -> Trainer:
    task = seed_task(config, **options)
    torch.manual_seed(0)
    return Trainer(config, task, create(config.network), folder, device=torch.device("cpu"), bf16=False)


def steps(run: Trainer, count: int) -> list[Mapping[str, float]]:
    return [run.step(run.fraction_done(None)) for _ in range(count)]


def weights(module: torch.nn.Module) -> torch.Tensor:
    return torch.cat([p.detach().flatten() for p in module.parameters()])


@pytest.mark.parametrize("recipe", [seed_texture.full, seed_texture.cpu, seed_texture.tiny])
def test_that_every_recipe_grows_over_the_papers_shares(recipe) -> None:
    config = recipe()
    assert [phase.share for phase in config.phases] == [0.15, 0.25, 0.6]
    sizes = [phase.sizes_px[0] for phase in config.phases]
    assert sizes == [sizes[2] // 4, sizes[2] // 2, sizes[2]]
    assert config.betas == (0.0, 0.9)
    assert config.learning_rate == config.discriminator_learning_rate == 1e-4


def test_that_detail_is_faded_in_over_a_fifth_of_a_phase() -> None:
    task = seed_task()
    rng = np.random.default_rng(0)
    # 24, 40 and 96 images of 16, 32 and 64 px: detail comes in over 8 and 19 of them
    growth = [float(task.batch(size, 4, rng)["growth"]) for size in (16, 16, 32, 32, 32, 64, 64)]
    assert growth == pytest.approx([0, 0, 0.5, 1, 1, 1 + 4 / 19, 1 + 8 / 19])


def test_that_the_truth_is_faded_in_with_the_painting() -> None:
    task = seed_task()
    first, second = (task.batch(32, 4, np.random.default_rng(0))["target"] for _ in range(2))
    coarse = torch.nn.functional.avg_pool2d(second, 2)
    enlarged = torch.nn.functional.interpolate(coarse, scale_factor=2, mode="bilinear", align_corners=False)
    torch.testing.assert_close(first, (enlarged + second) / 2)


def test_that_the_clock_starts_anew_with_each_size_and_counts_all_steps() -> None:
    clock = GrowthClock()
    assert [clock.tick(*at) for at in ((16, 4), (16, 4), (32, 2), (32, 4))] == [(4, 0), (8, 1), (2, 2), (6, 3)]


def test_that_the_painter_learns_in_every_fifth_step_and_the_critic_in_each(tmp_path: Path) -> None:
    run = trainer(tmp_path)
    discriminator = run.discriminator
    assert discriminator is not None
    painter, critic = [], []
    for _ in range(7):
        before = [weights(module) for module in (run.network, discriminator.network)]
        run.step(0.0)
        after = [weights(module) for module in (run.network, discriminator.network)]
        painter.append(not torch.equal(before[0], after[0]))
        critic.append(not torch.equal(before[1], after[1]))
    assert painter == [True, False, False, False, False, True, False]
    assert critic == [True] * 7


def test_that_a_run_grows_to_its_end(tmp_path: Path) -> None:
    run = trainer(tmp_path, TINY.seeing(32))
    figures = run.run()
    assert run.progress.images == 32
    assert np.isfinite(figures["psnr_any"])
    assert (tmp_path / "contact.png").exists()


def test_that_an_interrupted_run_grows_on_to_the_same_losses(tmp_path: Path) -> None:
    # six steps: painter and critic, and two changes of scale
    config = TINY.seeing(6 * 4)
    straight = steps(trainer(tmp_path / "a", config), 6)
    first = trainer(tmp_path / "b", config)
    begun = steps(first, 3)
    first.save()
    second = trainer(tmp_path / "b", config)
    assert second.resume()
    for mine, theirs in zip([*begun, *steps(second, 3)], straight, strict=True):
        assert mine == pytest.approx(theirs, rel=1e-3, abs=1e-5)


def means(found: list[Mapping[str, float]]) -> Mapping[str, float]:
    return {name: float(np.mean([step[name] for step in found])) for name in found[0]}


def test_that_the_hybrid_loss_falls(tmp_path: Path) -> None:
    config = replace(TINY, images=1600, learning_rate=2e-3, final_learning_rate=2e-3, discriminator_learning_rate=2e-4)
    found = steps(trainer(tmp_path, config, critic_steps=1), 40)
    first, last = means(found[:5]), means(found[-5:])
    assert last["hole"] < 0.8 * first["hole"]
    assert last["visible"] < 0.8 * first["visible"]
    assert last["log_error"] < first["log_error"]
    assert last["dissimilarity"] < first["dissimilarity"]


def test_that_a_wasserstein_critic_tells_painted_from_real_and_its_slope_comes_to_one(tmp_path: Path) -> None:
    found = critic_alone("wgan-gp", tmp_path)
    first, last = means(found[:4]), means(found[-4:])
    assert last["critic_real"] - last["critic_fake"] > max(0.02, first["critic_real"] - first["critic_fake"])
    assert last["penalty"] < 0.5 * first["penalty"]


def test_that_a_critic_with_r1_tells_painted_from_real_too(tmp_path: Path) -> None:
    found = critic_alone("r1", tmp_path)
    # one step was before these, and every sixteenth is penalised
    assert [step for step, report in enumerate(found) if "penalty" in report] == [15]
    # 2 log 2 is what an undecided critic loses
    assert found[-1]["critic"] < 2 * np.log(2) - 0.05
    assert found[-1]["critic_real"] > found[-1]["critic_fake"]


def critic_alone(kind: Literal["wgan-gp", "r1"], folder: Path) -> list[Mapping[str, float]]:
    """Twenty steps of the critic; the painter moves once and then stands still."""
    config = replace(TINY, images=100_000, discriminator_learning_rate=3e-3)
    run = trainer(folder, config, kind=kind, critic_steps=10**6)
    steps(run, 1)
    return steps(run, 20)
