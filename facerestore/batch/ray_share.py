"""Shares: what one worker of a Ray cluster takes of its computer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from facerestore.jobs.worker import WorkerSettings
from facerestore.values.errors import RestorationFailed, UsageError
from facerestore.values.translatable_text import TranslatableText

Resources = Mapping[str, float]
"""What a computer has, as Ray names it: "CPU", "GPU", and "memory" in bytes."""


@dataclass(frozen=True)
class Share:
    """What one worker takes of its computer: processor ``cores``, bytes of ``memory``, and ``devices`` for graphics,
    none or one."""

    cores: int
    memory: int
    devices: int = 0

    def places(self, resources: Resources) -> int:
        """How many workers a computer with these resources has room for."""
        limits = [resources.get("CPU", 0) // self.cores, resources.get("memory", 0) // max(1, self.memory)]
        if self.devices:
            limits.append(resources.get("GPU", 0) // self.devices)
        return int(min(limits))

    def lack_of_workers(self) -> RestorationFailed:
        return RestorationFailed(
            TranslatableText(
                "No worker could be started on the Ray cluster. Each asks for {cores} cores, {memory} GB of memory and "
                "{devices} graphics devices of one computer.",
                cores=self.cores,
                memory=f"{self.memory / 2**30:.1f}",
                devices=self.devices,
            ),
            advice="Ask for fewer cores, wait until other work on the cluster is done, or see what 'ray status' says.",
        )


def on_devices(settings: WorkerSettings, share: Share, computers: Sequence[Resources]) -> tuple[WorkerSettings, Share]:
    """The same with a graphics device for each worker, or on processors: not both, because a photo could come out
    otherwise on another device. A photo that no computer has the memory for is tried on the largest, and told by
    itself. Raises UsageError for a device that the cluster does not have."""
    share = replace(share, memory=min(share.memory, int(max((one.get("memory", 0) for one in computers), default=0))))
    has_devices = any(one.get("GPU", 0) >= 1 for one in computers)
    if settings.device == "cuda" and not has_devices:
        raise UsageError("The Ray cluster has no graphics device.", advice="Leave --device away, or say cpu.")
    if settings.device not in ("auto", "cpu", "cuda"):
        raise UsageError(
            TranslatableText("A Ray cluster gives out no device {name}.", name=settings.device),
            advice="Say cpu or cuda, or restore without --engine ray.",
        )
    if has_devices and settings.device != "cpu":
        return replace(settings, device="cuda"), replace(share, devices=1)
    return replace(settings, device="cpu"), share
