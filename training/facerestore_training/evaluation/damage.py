"""Found damage, measured: by the network, and by the filters that stand in for it, on damage drawn over pictures never
learnt from, and on pictures without any."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from torch import nn

from facerestore.damage.proposals import Caution, DamageProposal, find_damage
from facerestore.inference.backends.torch.calls import TorchDamage
from facerestore.inference.damage_detection import map_damage
from facerestore.values.damage_map import DamageMap
from facerestore.values.face import Face
from facerestore.values.photo import Photo
from facerestore.values.request import DamageRequest
from facerestore_resources.damage_groups import DamageGroup
from facerestore_training.damage_figures import DamageTally, near
from facerestore_training.data.damage.samples import DamagedPictures
from facerestore_training.evaluation.tables import table

WINDOW_PX: Final = 384
SEED: Final = 7
LIMITS: Final[Mapping[str, float]] = {
    "from 0.25": 0.25,
    "all": Caution.ALL.value,
    "usual": Caution.USUAL.value,
    "certain": Caution.CERTAIN.value,
}
WAYS: Final = ("filters", "network")

Truth = tuple[NDArray[np.uint8], NDArray[np.uint8], tuple[Face, ...]]
"""Pixels (H, W, 3) or (H, W), DamageGroup or UNSURE of each (H, W), and the faces that are known."""


@dataclass(eq=False)
class DamageReport:
    """Tallies by (pictures, way, limit); ``recalls``: (found, damaged) pixels by way, limit and group of damage."""

    tallies: dict[tuple[str, str, str], DamageTally] = field(default_factory=dict)
    recalls: dict[tuple[str, str, DamageGroup], list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, network: nn.Module, name: str, truths: Iterable[Truth]) -> None:
        """Look for damage in pictures, and count."""
        for pixels, labels, faces in truths:
            photo = Photo(pixels)
            seen = map_damage(TorchDamage(network), DamageRequest.of(photo))
            for way, search in _searches(photo, seen, faces).items():
                proposals = search()
                for limit, least in LIMITS.items():
                    found = covered(proposals, least, labels.shape)
                    self.tallies.setdefault((name, way, limit), DamageTally()).add(found, labels)
                    self._count_groups(way, limit, found, labels)

    def _count_groups(self, way: str, limit: str, found: NDArray[np.bool_], labels: NDArray[np.uint8]) -> None:
        reached = near(found)
        for group in DamageGroup:
            inside = labels == group
            if group is not DamageGroup.NONE and inside.any():
                counts = self.recalls.setdefault((way, limit, group), [0, 0])
                counts[0] += int((inside & reached).sum())
                counts[1] += int(inside.sum())

    def as_json(self) -> dict[str, object]:
        rows = [
            {
                "pictures": name,
                "way": way,
                "caution": limit,
                "precision": tally.precision,
                "recall": tally.recall,
                "false_area": tally.false_area,
            }
            for (name, way, limit), tally in self.tallies.items()
        ]
        recalls = [
            {"way": way, "caution": limit, "group": group.name.lower(), "recall": found / damaged}
            for (way, limit, group), (found, damaged) in self.recalls.items()
        ]
        return {"figures": rows, "recall_by_group": recalls, "notes": self.notes}

    def markdown(self) -> str:
        head = ("pictures", "way", "caution", "precision", "recall", "false area, %")
        rows = [
            (
                name,
                way,
                limit,
                f"{tally.precision:.3f}" if tally.damaged else "",
                f"{tally.recall:.3f}" if tally.damaged else "",
                f"{100 * tally.false_area:.2f}" if tally.quiet else "",
            )
            for (name, way, limit), tally in self.tallies.items()
        ]
        groups = [group for group in DamageGroup if group is not DamageGroup.NONE]
        by_group = [
            (way, limit, *(f"{_share(self.recalls.get((way, limit, group))):.3f}" for group in groups))
            for way in WAYS
            for limit in LIMITS
        ]
        notes = "\n".join(f"- {note}" for note in self.notes)
        found = table(("way", "caution", *(group.name.lower() for group in groups)), by_group)
        return f"{notes}\n\n{table(head, rows)}\n\n## Recall by group of damage\n\n{found}\n"


def drawn_truths(pictures: DamagedPictures, count: int) -> Iterable[Truth]:
    """Windows of pictures, damaged by code, the same for the same arguments."""
    rng = np.random.default_rng(SEED)
    for _ in range(count):
        batch = pictures.batch(WINDOW_PX, 1, rng)
        yield batch.pictures[0], batch.labels[0], ()


def quiet_truths(pictures: Sequence[NDArray[np.uint8]]) -> Iterable[Truth]:
    """Pictures in which nothing is damaged."""
    for pixels in pictures:
        yield pixels, np.zeros(pixels.shape[:2], np.uint8), ()


def covered(proposals: Sequence[DamageProposal], least_confidence: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """What proposals of at least that confidence cover (H, W)."""
    found = np.zeros(shape, np.bool_)
    for one in proposals:
        if one.confidence >= least_confidence:
            found[one.region.box.slices] |= one.region.inside
    return found


def _searches(
    photo: Photo, seen: DamageMap, faces: tuple[Face, ...]
) -> dict[str, Callable[[], tuple[DamageProposal, ...]]]:
    return {
        "filters": lambda: find_damage(photo, faces=faces),
        "network": lambda: find_damage(photo, seen=seen, faces=faces),
    }


def _share(counts: list[int] | None) -> float:
    return counts[0] / counts[1] if counts else 0.0
