"""The loop, driven by a task small enough to follow by hand, and by the tiny recipes."""

import json
from dataclasses import replace
from functools import partialmethod
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch._dynamo.testing import CompileCounterWithBackend

from facerestore.values.errors import UsageError, WeightsDamaged
from facerestore_models import create
from facerestore_training.data import masks
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.shards import FaceSet
from facerestore_training.recipes import face_detector, semantic_layout, texture_generator
from facerestore_training.runs import checkpoints
from facerestore_training.runs.averaging import MovingAverage
from facerestore_training.runs.config import OPTIMIZERS, OptimizerName, Phase, RunConfig
from facerestore_training.runs.distributed import DistributedContext
from facerestore_training.runs.loop import Alone, Batch, Losses, Trainer, TrainingTask
from facerestore_training.runs.schedules import learning_rate
from facerestore_training.tasks.layout import LayoutTask
from facerestore_training.tasks.texture import TextureTask
from tests.support.drawn_faces import drawn_faces
from tests.support.two_processes import LayoutWithoutOthers, WideReader

GOLDEN = Path(__file__).parent.parent / "data" / "golden_losses.txt"
GOLDEN_BY_MUON = GOLDEN.with_name("golden_losses_by_muon.txt")


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    return drawn_faces(8)


def layout_task(faces: FaceSet) -> LayoutTask:
    holes = masks.mask_pool(12, size_px=256, seed=0)
    return LayoutTask(FaceBatches([faces], [1.0], holes), faces, masks.mask_pool(len(faces), size_px=256, seed=1))


def texture_task(faces: FaceSet) -> TextureTask:
    holes = masks.mask_pool(12, size_px=256, seed=0)
    torch.manual_seed(0)
    layout = create("semantic_layout_tiny").eval()
    return TextureTask(FaceBatches([faces], [1.0], holes), layout, faces, {"any": holes[:2]})


def trainer(task: TrainingTask, config: RunConfig, folder: Path) -> Trainer:
    torch.manual_seed(0)
    return Trainer(config, task, create(config.network), folder, device=torch.device("cpu"), bf16=False)


def losses(run: Trainer, steps: int) -> list[float]:
    return [run.step(run.fraction_done(None))["loss"] for _ in range(steps)]


def test_that_the_loss_curve_of_stage_1_is_the_golden_one(faces: FaceSet, tmp_path: Path) -> None:
    golden = [float(line) for line in GOLDEN.read_text().split()]
    found = losses(trainer(layout_task(faces), semantic_layout.tiny(), tmp_path), len(golden))
    # other processors round differently; a changed loss, schedule or augmentation moves far more
    np.testing.assert_allclose(found, golden, rtol=2e-2)


def test_that_the_loss_curve_of_matrices_by_muon_is_the_golden_one(tmp_path: Path) -> None:
    golden = [float(line) for line in GOLDEN_BY_MUON.read_text().split()]
    config = replace(
        semantic_layout.tiny(),
        images=100,
        learning_rate=2e-2,
        final_learning_rate=1e-3,
        warmup_images=1,
        optimizer="muon",
    )
    torch.manual_seed(0)
    task = LayoutWithoutOthers(DistributedContext())
    run = Trainer(config, task, WideReader(), tmp_path, device=torch.device("cpu"), bf16=False)
    # AdamW's fourth is 1.57
    np.testing.assert_allclose(losses(run, len(golden)), golden, rtol=2e-2)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("kind", ["layout", "texture"])
def test_that_an_interrupted_run_goes_on_to_the_same_losses(
    kind: str, optimizer: OptimizerName, faces: FaceSet, tmp_path: Path
) -> None:
    make, recipe = {
        "layout": (layout_task, semantic_layout),
        "texture": (texture_task, texture_generator),
    }[kind]
    config = recipe.tiny().learning_by(optimizer)
    straight = losses(trainer(make(faces), config, tmp_path / "a"), 6)
    first = trainer(make(faces), config, tmp_path / "b")
    begun = losses(first, 3)
    first.save()
    second = trainer(make(faces), config, tmp_path / "b")
    assert second.resume()
    assert second.progress.images == first.progress.images
    np.testing.assert_allclose(begun + losses(second, 3), straight, rtol=1e-5)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_only_auxiliary_modules_learn_first_and_that_the_network_then_warms_up(
    optimizer: OptimizerName, faces: FaceSet, tmp_path: Path
) -> None:
    config = replace(semantic_layout.tiny(), auxiliary_first=12, warmup_images=8, optimizer=optimizer)
    run = trainer(layout_task(faces), config, tmp_path)
    network, auxiliary = (
        [p.detach().clone() for p in m.parameters()] for m in (run.network, run.auxiliary_modules["posterior"])
    )
    losses(run, 2)
    run.save()
    run = trainer(layout_task(faces), config, tmp_path)
    assert run.resume()
    while run.progress.images < config.auxiliary_first:
        losses(run, 1)
    assert all(torch.equal(a, b) for a, b in zip(network, run.network.parameters(), strict=True))
    assert not all(
        torch.equal(a, b) for a, b in zip(auxiliary, run.auxiliary_modules["posterior"].parameters(), strict=True)
    )
    rate = run.step(run.fraction_done(None))["lr"]
    assert rate < config.learning_rate / 2
    losses(run, 1)
    assert not all(torch.equal(a, b) for a, b in zip(network, run.network.parameters(), strict=True))


def test_that_a_state_of_another_network_is_refused(faces: FaceSet, tmp_path: Path) -> None:
    trainer(layout_task(faces), semantic_layout.tiny(), tmp_path).save()
    other = trainer(texture_task(faces), texture_generator.tiny(), tmp_path)
    with pytest.raises(WeightsDamaged, match="semantic_layout_tiny"):
        other.resume()


@pytest.mark.parametrize(("saved", "asked"), [("adamw", "muon"), ("muon", "adamw")])
def test_that_a_state_of_another_optimizer_is_refused_with_the_one_to_give(
    saved: OptimizerName, asked: OptimizerName, faces: FaceSet, tmp_path: Path
) -> None:
    trainer(layout_task(faces), semantic_layout.tiny().learning_by(saved), tmp_path).save()
    other = trainer(layout_task(faces), semantic_layout.tiny().learning_by(asked), tmp_path)
    with pytest.raises(UsageError, match=f"learns by {saved}") as raised:
        other.resume()
    assert f"--optimizer {saved}" in str(raised.value.advice)


def test_that_a_state_of_earlier_versions_which_names_no_optimizer_goes_on_by_adamw(
    faces: FaceSet, tmp_path: Path
) -> None:
    run = trainer(layout_task(faces), semantic_layout.tiny().learning_by("adamw"), tmp_path)
    straight = losses(run, 2)
    run.save()
    values = json.loads((tmp_path / "state.json").read_text())
    assert values.pop("optimizer") == "adamw"
    (tmp_path / "state.json").write_text(json.dumps(values))
    straight += losses(run, 2)
    second = trainer(layout_task(faces), semantic_layout.tiny().learning_by("adamw"), tmp_path)
    assert second.resume()
    np.testing.assert_allclose(losses(second, 2), straight[2:], rtol=1e-5)


def test_that_a_truncated_state_is_refused_and_not_unpickled(faces: FaceSet, tmp_path: Path) -> None:
    run = trainer(layout_task(faces), semantic_layout.tiny(), tmp_path)
    run.save()
    state = tmp_path / "state.safetensors"
    state.write_bytes(state.read_bytes()[:1000])
    with pytest.raises(WeightsDamaged):
        run.resume()


def test_that_a_state_whose_files_are_of_different_steps_is_refused(faces: FaceSet, tmp_path: Path) -> None:
    run = trainer(layout_task(faces), semantic_layout.tiny(), tmp_path)
    run.save()
    values = tmp_path / "state.json"
    values.write_text(values.read_text().replace('"steps": 0', '"steps": 7'))
    with pytest.raises(WeightsDamaged, match="different steps"):
        run.resume()


def test_that_a_run_ends_with_its_images_and_leaves_state_figures_and_sheet(faces: FaceSet, tmp_path: Path) -> None:
    run = trainer(layout_task(faces), semantic_layout.tiny().seeing(8), tmp_path)
    figures = run.run()
    assert run.progress.images == 8
    assert 0 <= figures["miou_in_hole"] <= 1
    assert checkpoints.has_state(tmp_path)
    assert (tmp_path / "contact.png").exists()
    assert (tmp_path / "metrics.jsonl").read_text().count("validation") == 1


def test_that_a_time_budget_ends_a_run_before_its_images(faces: FaceSet, tmp_path: Path) -> None:
    run = trainer(layout_task(faces), semantic_layout.tiny().seeing(10**9), tmp_path)
    run.run(time_budget_s=0.5)
    assert 0 < run.progress.images < 10**9
    assert run.progress.elapsed_s < 30


@given(progress=st.floats(0, 1), seen=st.integers(0, 10**6))
def test_that_the_learning_rate_stays_between_zero_and_its_peak(progress: float, seen: int) -> None:
    config = face_detector.cpu()
    assert 0 < learning_rate(config, images_seen=seen, progress=progress) <= config.learning_rate


def test_that_phases_follow_each_other_by_their_shares() -> None:
    config = semantic_layout.cpu()
    assert config.phase_at(0.0) is config.phases[0]
    assert config.phase_at(0.999) is config.phases[-1]
    with pytest.raises(ValueError, match="add up"):
        RunConfig(
            network="x",
            images=1,
            phases=(Phase(share=0.5, sizes_px=(64,), batches=(1,)),),
            learning_rate=1e-3,
            final_learning_rate=1e-4,
        )


def test_that_the_moving_average_is_half_way_after_its_half_life() -> None:
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.zeros_(network.weight)
    average = MovingAverage(network, half_life=100)
    torch.nn.init.ones_(network.weight)
    for _ in range(10):
        average.update(network, batch=10, images_seen=10**6)
    assert average.network.weight.item() == pytest.approx(0.5, abs=1e-6)


class Sharpening(Alone):
    """A network of one layer on pictures of two sizes: small enough to compile in a test."""

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        return {"picture": torch.rand(count, 3, size_px, size_px, generator=generator)}

    def loss(self, network: torch.nn.Module, batch: Batch) -> Losses:
        return Losses((network(batch["picture"]) - batch["picture"]).square().mean(), {})

    def validate(self, network: torch.nn.Module) -> dict[str, float]:
        return {}

    def contact_sheet(self, network: torch.nn.Module, path: Path) -> None: ...


def test_that_a_compiled_run_has_the_same_losses_and_compiles_once_for_each_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the graphs without code generation, which takes half a minute and a C++ compiler
    backend = CompileCounterWithBackend("aot_eager")
    monkeypatch.setattr(torch.nn.Module, "compile", partialmethod(torch.nn.Module.compile, backend=backend))
    recipe = RunConfig(
        network="one layer",
        images=100,
        phases=(Phase(share=1.0, sizes_px=(16, 24), batches=(4, 2)),),
        learning_rate=1e-2,
        final_learning_rate=1e-3,
    )
    found = {}
    for compiled in (False, True):
        torch.manual_seed(0)
        layer = torch.nn.Conv2d(3, 3, 3, padding=1)
        cpu = torch.device("cpu")
        run = Trainer(recipe, Sharpening(), layer, tmp_path, device=cpu, bf16=False, compiled=compiled)
        found[compiled] = losses(run, 6)
        assert {name for name, _ in run.average.network.named_parameters()} == {"weight", "bias"}
    np.testing.assert_allclose(found[True], found[False], rtol=1e-4)
    assert backend.frame_count == 2
