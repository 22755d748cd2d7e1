"""The recipes: what each promises in its words."""

from dataclasses import replace
from itertools import product
from types import ModuleType

import pytest

from facerestore_models import spec_of
from facerestore_training.recipes import (
    damage_net,
    face_detector,
    face_points,
    in2,
    isfrnet,
    semantic_layout,
    texture_generator,
)
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.schedules import learning_rate

KINDS = (damage_net, face_detector, face_points, in2, isfrnet, semantic_layout, texture_generator)
FACES = (semantic_layout, texture_generator)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *product(KINDS, ("cpu", "full", "tiny")),
        *product((*FACES, damage_net, face_points, in2), ("finetune",)),
        (semantic_layout, "further"),
        (texture_generator, "sharpen"),
        *product((isfrnet,), ("prior", "full_prior", "encoder", "tiny_prior")),
    ],
)
def test_that_a_recipe_trains_a_network_that_exists_and_can_be_varied(kind: ModuleType, name: str) -> None:
    recipe: RunConfig = getattr(kind, name)()
    spec_of(recipe.network)
    assert recipe.network.endswith("_tiny") == name.startswith("tiny")
    assert replace(recipe, images=7, learning_rate=1e-5).images == 7
    assert all(size % 32 == 0 for phase in recipe.phases for size in phase.sizes_px)
    assert recipe.final_learning_rate < recipe.learning_rate


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_gpu_sees_more_images_in_larger_batches(kind: ModuleType) -> None:
    cpu, full = kind.cpu(), kind.full()
    assert full.images > cpu.images
    assert min(b for phase in full.phases for b in phase.batches) > max(
        b for phase in cpu.phases for b in phase.batches
    )


@pytest.mark.parametrize("kind", FACES)
def test_that_fine_tuning_starts_slower_than_training_and_only_sees_whole_size(kind: ModuleType) -> None:
    assert kind.finetune().learning_rate < kind.cpu().learning_rate / 3
    assert {size for phase in kind.finetune().phases for size in phase.sizes_px} == {256}


@pytest.mark.parametrize(("progress", "size_px", "batch"), [(0.0, 128, 256), (0.4, 128, 256), (0.6, 256, 80)])
def test_that_stage_2_on_a_gpu_goes_from_128_to_256_px(progress: float, size_px: int, batch: int) -> None:
    phase = texture_generator.full().phase_at(progress)
    assert (phase.sizes_px, phase.batches) == ((size_px,), (batch,))


def test_that_stage_2_on_a_gpu_has_the_planned_rates_when_the_discriminator_joins_and_when_the_size_grows() -> None:
    recipe = texture_generator.full()
    assert recipe.discriminator_from == 0.35
    painter = [learning_rate(recipe, images_seen=10**6, progress=p) for p in (0.35, 0.5)]
    discriminator = [recipe.discriminator_learning_rate * rate / recipe.learning_rate for rate in painter]
    assert painter == pytest.approx([7.3e-4, 5.1e-4], rel=0.02)
    assert discriminator == pytest.approx([2.2e-4, 1.5e-4], rel=0.03)
