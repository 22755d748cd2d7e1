"""Stage 2's discriminator inside the trainer, and stage 1's posterior."""

import re
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from facerestore.values.alignment import TEMPLATE
from facerestore_models import create
from facerestore_models.semantic_layout import LAYOUT_LATENT_CHS
from facerestore_training.data import masks
from facerestore_training.data.batches import FaceBatches
from facerestore_training.losses.perceptual import SqueezeNetFeatures
from facerestore_training.recipes import texture_generator
from facerestore_training.runs.loop import Trainer
from facerestore_training.tasks.layout_posterior import LayoutPosterior, divergence, sampled
from facerestore_training.tasks.texture import TextureTask
from facerestore_training.tasks.texture_discriminator import TextureCritics, TextureDiscriminator, close_ups
from tests.support.backbones import squeezenet_file
from tests.support.drawn_faces import drawn_faces


def adversarial_trainer(folder: Path) -> Trainer:
    torch.manual_seed(0)
    faces = drawn_faces(6)
    holes = masks.mask_pool(6, size_px=256, seed=0)
    discriminator = TextureDiscriminator(TextureCritics(4, 4), r1_every=2)
    layout = create("semantic_layout_tiny").eval()
    task = TextureTask(
        FaceBatches([faces], [1.0], holes), layout, faces, {"any": holes[:2]}, discriminator=discriminator
    )
    config = texture_generator.tiny()
    return Trainer(config, task, create(config.network), folder, device=torch.device("cpu"), bf16=False)


def test_that_painter_and_critic_both_learn_in_a_step(tmp_path: Path) -> None:
    run = adversarial_trainer(tmp_path)
    discriminator = run.discriminator
    assert discriminator is not None
    before = [[p.detach().clone() for p in module.parameters()] for module in (run.network, discriminator.network)]
    report = run.step(0.0)
    for module, old in zip((run.network, discriminator.network), before, strict=True):
        assert any(not torch.equal(p, q) for p, q in zip(module.parameters(), old, strict=True))
    expected = {"fooled", "matched", "critic", "told", "r1"}
    assert expected | {f"{name}_parts" for name in expected} <= report.keys()
    assert not {"r1", "r1_parts"} & run.step(0.0).keys()


def test_that_a_critic_of_features_learns_and_moves_the_painter_while_the_features_stay(tmp_path: Path) -> None:
    features = SqueezeNetFeatures(squeezenet_file(tmp_path))
    torch.manual_seed(0)
    critics = TextureCritics(0, 4, SqueezeNetFeatures.CHS)
    discriminator = TextureDiscriminator(critics, features, adversarial=0, matching=0)
    batch = {
        "target": torch.rand(2, 3, 64, 64),
        "hole": torch.ones(2, 1, 64, 64),
        "layout": torch.full((2, 19, 32, 32), 1 / 19),
        "augment_seed": torch.tensor(3),
    }
    answer = torch.full((2, 3, 64, 64), 0.5, requires_grad=True)
    discriminator.against(batch, answer).total.backward()
    assert answer.grad is not None
    assert answer.grad.abs().sum() > 0
    optimizer = torch.optim.Adam(critics.parameters(), lr=3e-3)
    told = []
    for step in range(1, 25):
        losses = discriminator.loss(batch, answer.detach(), step)
        optimizer.zero_grad()
        losses.total.backward()
        optimizer.step()
        told.append(float(losses.parts["told_seen"]))
    assert told[-1] > 0.9
    assert not any(p.requires_grad or p.grad is not None for p in features.parameters())


def test_that_features_without_a_critic_of_them_are_refused_and_a_critic_without_features(tmp_path: Path) -> None:
    features = SqueezeNetFeatures(squeezenet_file(tmp_path))
    with pytest.raises(ValueError, match="go together"):
        TextureDiscriminator(TextureCritics(4, 4), features)
    with pytest.raises(ValueError, match="go together"):
        TextureDiscriminator(TextureCritics(0, 4, SqueezeNetFeatures.CHS))


def test_that_close_ups_show_both_eyes_and_the_mouth() -> None:
    eye_left, eye_right, _, mouth_left, mouth_right = TEMPLATE * 256
    plane = torch.zeros(3, 2, 256, 256)
    for channel, points in enumerate(((eye_left, eye_right), (mouth_left, mouth_right))):
        for x, y in points:
            plane[:, channel, int(y), int(x)] = 1
    seen = close_ups(plane)
    assert seen.shape == (6, 2, 64, 128)
    assert seen.sum(dim=(2, 3)).tolist() == [[2, 0]] * 3 + [[0, 2]] * 3
    # with room for brows and lips, and for a face that is a little off
    margin = seen[:, :, 16:-16, 24:-24]
    assert torch.equal(margin.sum(dim=(2, 3)), seen.sum(dim=(2, 3)))


def test_that_the_critic_of_parts_judges_only_what_was_painted_in_them() -> None:
    torch.manual_seed(0)
    discriminator = TextureDiscriminator(TextureCritics(4, 4))
    target = torch.rand(2, 3, 256, 256)
    batch = {
        "target": target,
        "hole": torch.zeros(2, 1, 256, 256),
        "layout": torch.full((2, 19, 128, 128), 1 / 19),
        "augment_seed": torch.tensor(3),
    }
    batch["hole"][..., :40, :] = 1
    answer = torch.rand(2, 3, 256, 256)
    above = discriminator.against(batch, answer).parts
    assert above["fooled"] > 0
    assert above["fooled_parts"] == 0
    assert above["matched_parts"] == 0
    batch["hole"][:, :, 100:140, 80:120] = 1
    over_an_eye = discriminator.against(batch, answer).parts
    assert over_an_eye["fooled_parts"] > 0
    assert over_an_eye["matched_parts"] > 0


@pytest.mark.parametrize("saved_as", ["discriminator", "opponent"])
def test_that_an_adversarial_run_also_of_an_earlier_version_goes_on_to_the_same_losses(
    saved_as: str, tmp_path: Path
) -> None:
    straight = adversarial_trainer(tmp_path / "a")
    whole = [straight.step(0.1) for _ in range(4)]
    first = adversarial_trainer(tmp_path / "b")
    begun = [first.step(0.1) for _ in range(2)]
    first.save()
    state = tmp_path / "b" / "state.safetensors"
    with safe_open(state, framework="pt") as stream:
        metadata = stream.metadata()
    renamed = {re.sub("^discriminator", saved_as, name): tensor for name, tensor in load_file(state).items()}
    assert any(name.startswith(f"{saved_as}_optimizer.") for name in renamed)
    save_file(renamed, state, metadata=metadata)
    second = adversarial_trainer(tmp_path / "b")
    assert second.resume()
    for mine, theirs in zip([*begun, second.step(0.1), second.step(0.1)], whole, strict=True):
        assert mine == pytest.approx(theirs, rel=1e-4, abs=1e-6)


def test_that_a_discriminator_waits_for_its_time(tmp_path: Path) -> None:
    run = adversarial_trainer(tmp_path)
    run.config = texture_generator.tiny().with_discriminator_from(0.5)
    assert "critic" not in run.step(0.4)
    assert "critic" in run.step(0.6)


def test_that_a_discriminator_may_join_a_run_that_began_without_one(tmp_path: Path) -> None:
    alone = adversarial_trainer(tmp_path)
    alone.discriminator = None
    alone.step(0.0)
    alone.save()
    joined = adversarial_trainer(tmp_path)
    assert joined.resume()
    assert joined.progress.steps == 1
    assert "critic" in joined.step(0.0)


@settings(deadline=None, max_examples=20)
@given(st.floats(-2, 2), st.floats(-2, 2))
def test_that_the_divergence_is_zero_only_at_the_prior(mean: float, log_variance: float) -> None:
    means, variances = (torch.full((3, LAYOUT_LATENT_CHS), value) for value in (mean, log_variance))
    kl = float(divergence(means, variances, free=0.0))
    expected = torch.distributions.kl_divergence(
        torch.distributions.Normal(means[0].double(), (0.5 * variances[0].double()).exp()),
        torch.distributions.Normal(torch.zeros(LAYOUT_LATENT_CHS).double(), torch.ones(LAYOUT_LATENT_CHS).double()),
    ).sum()
    assert kl == pytest.approx(float(expected), rel=1e-4, abs=1e-4)


def test_that_a_fresh_posterior_is_the_prior_and_knows_the_layout_once_it_is_not_fresh() -> None:
    torch.manual_seed(0)
    posterior = LayoutPosterior(base_chs=4)
    layouts = torch.nn.functional.one_hot(torch.randint(19, (2, 32, 32)), 19).permute(0, 3, 1, 2).float()
    crop, hole = torch.rand(2, 3, 64, 64), torch.zeros(2, 1, 64, 64)
    mean, log_variance = posterior(layouts, crop, hole)
    assert not mean.any()
    assert not log_variance.any()
    noise = torch.randn(2, LAYOUT_LATENT_CHS)
    torch.testing.assert_close(sampled(mean, log_variance, noise), noise)
    torch.nn.init.normal_(posterior.head.weight)
    other, _ = posterior(layouts.flip(1), crop, hole)
    known, _ = posterior(layouts, crop, hole)
    assert not np.allclose(known.detach(), other.detach())
