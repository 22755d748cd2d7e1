"""The training loop, and nothing else."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from facerestore_training.runs import checkpoints
from facerestore_training.runs.averaging import MovingAverage
from facerestore_training.runs.config import RunConfig
from facerestore_training.runs.distributed import DistributedContext
from facerestore_training.runs.optimizers import adamw, optimizers_of
from facerestore_training.runs.recording import SHEET_FILE, Recorder
from facerestore_training.runs.schedules import learning_rate

log = logging.getLogger(__name__)

Batch = Mapping[str, Tensor]


@dataclass(frozen=True, eq=False)
class Losses:
    """``total`` is what is minimised, ``parts`` what it was made of (unweighted), ``answer`` the network's answer, for
    a discriminator to judge."""

    total: Tensor
    parts: dict[str, Tensor]
    answer: Tensor | None = None


class Discriminator(Protocol):
    """A second network with an aim of its own, trained in turn with the first: a critic.

    ``against`` is what the first network adds to its loss, ``loss`` what the discriminator itself minimises.
    """

    @property
    def network(self) -> nn.Module: ...

    def against(self, batch: Batch, answer: Tensor) -> Losses: ...

    def loss(self, batch: Batch, answer: Tensor, step: int) -> Losses: ...


class TrainingTask(Protocol):
    """What one kind of network learns from, and how its answers are judged.

    ``auxiliary_modules`` learn with the network by the same loss and are not shipped.
    """

    @property
    def auxiliary_modules(self) -> Mapping[str, nn.Module]: ...

    @property
    def discriminator(self) -> Discriminator | None: ...

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch: ...

    def loss(self, network: nn.Module, batch: Batch) -> Losses: ...

    def validate(self, network: nn.Module) -> dict[str, float]: ...

    def contact_sheet(self, network: nn.Module, path: Path) -> None: ...


class Alone:
    """A task without auxiliary modules and discriminator."""

    auxiliary_modules: Mapping[str, nn.Module] = MappingProxyType({})
    discriminator: Discriminator | None = None


class Trainer:
    """One run: a network, its moving average, its optimizers, and where they are kept.

    bf16 autocast where ``bf16`` is true; weights, losses and the optimizers' state stay float32. ``compiled``: by
    ``torch.compile``, once for each size and number of images of the phases; the discriminator is not, because
    penalties on its gradient differentiate twice. With several processes each takes a batch of its own, all start
    from the first one's weights, and the first one writes.
    """

    def __init__(
        self,
        config: RunConfig,
        task: TrainingTask,
        network: nn.Module,
        run_dir: Path,
        *,
        device: torch.device,
        bf16: bool,
        compiled: bool = False,
        distributed: DistributedContext | None = None,
    ) -> None:
        torch.manual_seed(config.seed)
        self.config = config
        self.task = task
        self.run_dir = run_dir
        self.recorder = Recorder(run_dir)
        self.device = device
        self.bf16 = bf16
        self.network = network.to(device, memory_format=torch.channels_last).train()  # type: ignore[call-overload]
        self.distributed = distributed or DistributedContext()
        for name, parameter in self.network.named_parameters():
            parameter.requires_grad_(requires_grad=name.startswith(config.learning))
        self.average = MovingAverage(self.network, config.average_half_life)
        self.auxiliary_modules = {name: module.to(device).train() for name, module in task.auxiliary_modules.items()}
        self.optimizers = optimizers_of(config, [self.network, *self.auxiliary_modules.values()], config.learning_rate)
        self.discriminator = task.discriminator
        if self.discriminator is not None:
            self.discriminator.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
            self.discriminator_optimizer = adamw(
                config, list(self.discriminator.network.parameters()), config.discriminator_learning_rate
            )
        self.rng = self._own_rng(np.random.default_rng(config.seed))
        self.progress = checkpoints.Progress()
        self.distributed.share(self._kept()[0].values())
        self.learner = self.distributed.wrapped(self.network)
        if compiled:
            self.learner.compile(dynamic=False)

    def resume(self) -> bool:
        """Go on from the run's folder if it holds a state; say whether it did."""
        if not self.distributed.all_have(state=checkpoints.has_state(self.run_dir)):
            return False
        modules, optimizers = self._kept()
        self.progress = checkpoints.load_state(
            self.run_dir,
            modules=modules,
            optimizers=optimizers,
            rng=self.rng,
            network_name=self.config.network,
            optimizer_name=self.config.optimizer,
        )
        self.rng = self._own_rng(self.rng)
        return True

    def _kept(self) -> tuple[dict[str, nn.Module], dict[str, torch.optim.Optimizer]]:
        """What the state of a run holds, under the names it has there."""
        modules = {"network": self.network, "average": self.average.network, **self.auxiliary_modules}
        optimizers = dict(self.optimizers)
        if self.discriminator is not None:
            modules["discriminator"] = self.discriminator.network
            optimizers["discriminator_optimizer"] = self.discriminator_optimizer
        return modules, optimizers

    def _groups(self) -> list[dict[str, Any]]:
        """The groups of parameters of all optimizers but the discriminator's."""
        return [group for optimizer in self.optimizers.values() for group in optimizer.param_groups]

    def _own_rng(self, rng: np.random.Generator) -> np.random.Generator:
        """The first process' generator, or one of its own: every process sees other faces."""
        if self.distributed.is_first:
            return rng
        return np.random.default_rng([self.distributed.rank, int(rng.integers(2**62))])

    def save(self) -> None:
        modules, optimizers = self._kept()
        checkpoints.save_state(
            self.run_dir,
            modules=modules,
            optimizers=optimizers,
            rng=self.rng,
            progress=self.progress,
            network_name=self.config.network,
            optimizer_name=self.config.optimizer,
        )

    def fraction_done(self, time_budget_s: float | None) -> float:
        """Progress 0...1, the same in all processes: by images seen, or by time where a budget is given and further
        gone."""
        by_images = self.progress.images / self.config.images
        by_time = self.progress.elapsed_s / time_budget_s if time_budget_s else 0.0
        return self.distributed.agreed(max(by_images, by_time))

    def step(self, done: float) -> dict[str, float]:
        """One batch; returns the parts of the loss."""
        phase = self.config.phase_at(done)
        # the same size in all processes, whatever else they draw
        choice = int(np.random.default_rng([self.config.seed, self.progress.steps]).integers(len(phase.sizes_px)))
        size_px, count = phase.sizes_px[choice], phase.batches[choice]
        rate = learning_rate(self.config, images_seen=self.progress.images, progress=done)
        for group in self._groups():
            group["lr"] = rate
        batch = {k: v.to(self.device) for k, v in self.task.batch(size_px, count, self.rng).items()}
        has_discriminator = self.discriminator is not None and done >= self.config.discriminator_from
        losses = self._learn(batch, self.discriminator if has_discriminator else None)
        report = {"loss": float(losses.total.detach()), **{k: float(v.detach()) for k, v in losses.parts.items()}}
        if has_discriminator and losses.answer is not None:
            report |= self._discriminate(batch, losses.answer.detach(), rate / self.config.learning_rate)
        seen = count * self.distributed.count
        self.progress.images += seen
        self.progress.steps += 1
        self.average.update(self.network, batch=seen, images_seen=self.progress.images)
        return report | {"lr": rate}

    def _learn(self, batch: Batch, discriminator: Discriminator | None) -> Losses:
        """The network's and its auxiliary modules' part of a step."""
        with self._arithmetic():
            losses = self.task.loss(self.learner, batch)
            if discriminator is not None and losses.answer is not None:
                discriminator.network.requires_grad_(requires_grad=False)
                against = discriminator.against(batch, losses.answer)
                losses = Losses(losses.total + against.total, losses.parts | against.parts, losses.answer)
        for optimizer in self.optimizers.values():
            optimizer.zero_grad(set_to_none=True)
        losses.total.backward()  # type: ignore[no-untyped-call]
        self.distributed.average_gradients(self.auxiliary_modules.values())
        if self.progress.images < self.config.auxiliary_first:
            # optimizers leave alone what has no gradient
            self.network.zero_grad(set_to_none=True)
        learning = [p for group in self._groups() for p in group["params"]]
        norm = torch.nn.utils.clip_grad_norm_(learning, self.config.clip_norm)
        if torch.isfinite(norm):
            for optimizer in self.optimizers.values():
                optimizer.step()
        else:
            log.warning("step %d: gradients are not finite, left out", self.progress.steps)
        return losses

    def _discriminate(self, batch: Batch, answer: Tensor, pace: float) -> dict[str, float]:
        """The discriminator's part of a step, at ``pace`` 0...1 of its learning rate."""
        assert self.discriminator is not None
        self.discriminator.network.requires_grad_(requires_grad=True)
        for group in self.discriminator_optimizer.param_groups:
            group["lr"] = self.config.discriminator_learning_rate * pace
        with self._arithmetic():
            losses = self.discriminator.loss(batch, answer, self.progress.steps)
        self.discriminator_optimizer.zero_grad(set_to_none=True)
        losses.total.backward()  # type: ignore[no-untyped-call]
        self.distributed.average_gradients([self.discriminator.network])
        norm = torch.nn.utils.clip_grad_norm_(self.discriminator.network.parameters(), self.config.clip_norm)
        if torch.isfinite(norm):
            self.discriminator_optimizer.step()
        return {name: float(value.detach()) for name, value in losses.parts.items()}

    @contextmanager
    def _arithmetic(self) -> Iterator[None]:
        # the flash kernel's backward pass is slow on CPUs for the few tokens that there are
        with sdpa_kernel(SDPBackend.MATH), torch.autocast(self.device.type, torch.bfloat16, enabled=self.bf16):
            yield

    def run(
        self,
        *,
        time_budget_s: float | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> dict[str, float]:
        """Train until the images are seen, the time is spent or ``stop`` says so; returns the last validation.

        Writes ``metrics.jsonl``, TensorBoard's events, ``contact.png`` and the state into the run's folder as it goes.
        """
        self.run_dir.mkdir(parents=True, exist_ok=True)
        last_save = last_validation = last_log = time.monotonic()
        means: dict[str, list[float]] = {}
        images_at_log = self.progress.images
        while (done := self.fraction_done(time_budget_s)) < 1 and not stop():
            started = time.monotonic()
            for name, value in self.step(done).items():
                means.setdefault(name, []).append(value)
            now = time.monotonic()
            self.progress.elapsed_s += now - started
            if not self.distributed.is_first:
                continue
            if now - last_log > 20:
                self._record_training(means, self.progress.images - images_at_log, now - last_log)
                means, last_log, images_at_log = {}, now, self.progress.images
            if now - last_save > self.config.save_every_s:
                self.save()
                last_save = now
            if now - last_validation > self.config.validate_every_s:
                self.validate()
                last_validation = last_log = time.monotonic()
                images_at_log = self.progress.images
        if not self.distributed.is_first:
            return {}
        if means:
            self._record_training(means, self.progress.images - images_at_log, time.monotonic() - last_log)
        self.save()
        figures = self.validate()
        self.recorder.close()
        return figures

    def validate(self) -> dict[str, float]:
        """The moving average's figures on the fixed validation set; also draws the contact sheet."""
        figures = self.task.validate(self.average.network)
        self.recorder.figures("validation", self.progress, figures)
        self.task.contact_sheet(self.average.network, self.run_dir / SHEET_FILE)
        self.recorder.sheet(self.progress)
        return figures

    def _record_training(self, parts: Mapping[str, Sequence[float]], images: int, seconds: float) -> None:
        means = {name: float(np.mean(values)) for name, values in parts.items()}
        self.recorder.figures("train", self.progress, means | {"images/s": images / seconds})
