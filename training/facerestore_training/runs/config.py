"""What a run is: frozen values that a recipe returns and the loop obeys."""

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

OptimizerName = Literal["adamw", "muon"]
OPTIMIZERS: Final[tuple[OptimizerName, ...]] = get_args(OptimizerName)


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase:
    """One part of a run. ``share`` of the run's progress; batches take one of ``sizes_px`` at random, each with
    its own number of images in ``batches``."""

    share: float
    sizes_px: tuple[int, ...]
    batches: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RunConfig:
    """Everything about a run that is not data: the network, how long, how fast.

    Progress runs from 0 to 1 with the images seen (``images``) or with the time budget, whichever is further.
    The learning rate warms up over ``warmup_images`` and then follows half a cosine of the progress. A task's
    discriminator joins at the progress ``discriminator_from``; its rate follows the same curve. In a run from finished
    weights only the task's auxiliary modules learn for the first ``auxiliary_first`` images: fresh ones would teach the
    network to ignore them.
    ``learning``: only parameters whose names begin so, or in one of these ways, learn, and only they cost a backward
    pass.
    ``optimizer``: AdamW for all, or Muon for what is a matrix (`optimizers.is_matrix`) and AdamW for the rest, both at
    the same rate; a discriminator always learns by AdamW.
    """

    network: str
    images: int
    phases: tuple[Phase, ...]
    learning_rate: float
    final_learning_rate: float
    optimizer: OptimizerName = "adamw"
    betas: tuple[float, float] = (0.9, 0.99)
    weight_decay: float = 0.01
    warmup_images: int = 2_000
    auxiliary_first: int = 0
    clip_norm: float = 1.0
    learning: str | tuple[str, ...] = ""
    discriminator_from: float = 0.0
    discriminator_learning_rate: float = 2e-4
    average_half_life: int = 5_000
    validate_every_s: float = 300.0
    save_every_s: float = 120.0
    seed: int = 0

    def __post_init__(self) -> None:
        if abs(sum(phase.share for phase in self.phases) - 1) > 1e-6:
            raise ValueError("The shares of the phases add up to 1.")
        if self.images < 1 or self.learning_rate <= 0:
            raise ValueError("A run sees images and learns.")
        if any(len(phase.sizes_px) != len(phase.batches) for phase in self.phases):
            raise ValueError("Every size of a phase has its number of images in a batch.")

    def phase_at(self, progress: float) -> Phase:
        """The phase that a progress 0...1 lies in."""
        passed = 0.0
        for phase in self.phases:
            passed += phase.share
            if progress < passed:
                return phase
        return self.phases[-1]

    def seeing(self, images: int) -> "RunConfig":
        """The same run with another number of images."""
        return replace(self, images=images)

    def learning_by(self, optimizer: OptimizerName) -> "RunConfig":
        """The same run with another optimizer."""
        return replace(self, optimizer=optimizer)

    def at_rate(self, learning_rate: float) -> "RunConfig":
        """The same run with another highest rate; the final one keeps its share of it."""
        final = self.final_learning_rate * learning_rate / self.learning_rate
        return replace(self, learning_rate=learning_rate, final_learning_rate=final)

    def from_scratch(self) -> "RunConfig":
        """The same run for a network that begins with nothing, as its auxiliary modules do."""
        return replace(self, auxiliary_first=0)

    def with_discriminator_from(self, progress: float) -> "RunConfig":
        """The same run whose discriminator joins later or earlier."""
        return replace(self, discriminator_from=progress)
