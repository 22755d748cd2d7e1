"""The ways to restore at work as in the program, for evaluations. Whatever is registered takes part."""

# H W pixels

import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from facerestore.inference.backends.torch.networks import InstalledWeights, list_weights, name_for
from facerestore.inference.loaded_networks import Networks
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import FaceToRestore, RestorationRequest, restored
from facerestore.restoration.restorers import WAYS, Restorer
from facerestore.values.alignment import Alignment
from facerestore.values.damage_table import RegionPlan
from facerestore.values.errors import UsageError, WeightsDamaged, WeightsMissing
from facerestore.values.geometry import Extent
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore_models import spec_of, split_tag
from facerestore_models.manifest import MANIFEST, read_manifest, write_manifest_entry
from facerestore_models.weights import WeightsProblem, name_in
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.baselines import Pictures


@dataclass(frozen=True, eq=False)
class Case:
    """A picture of which a part is hidden. ``pixels``: uint8 (H, W, 3); ``hole``: (H, W), not 0 = restore; ``faces``:
    where faces are."""

    pixels: NDArray[np.uint8]
    hole: NDArray[np.uint8]
    faces: tuple[Alignment, ...] = ()


class InstalledRestorer:
    """A way to restore, as command line and window run it: the same request, networks and compositing. It is an
    ``Inpaint``; ``seconds`` and ``processor_seconds`` grow by one number for each picture, the first of them with the
    loading of the networks."""

    def __init__(
        self, restorer: Restorer, *, device: str = "auto", weights_dir: Path | None = None, seed: int = 0
    ) -> None:
        self.restorer, self._seed = restorer, seed
        self._networks = LocalNetworks(
            device=device, make=lambda wanted: Networks(device=wanted, weights_dir=weights_dir)
        )
        self.seconds: list[float] = []
        self.processor_seconds: list[float] = []

    def restored(self, case: Case) -> NDArray[np.uint8]:
        """(H, W, 3): the picture with its hole restored. What is under the hole is not seen. Raises WeightsError."""
        hole = case.hole > 0
        seen = np.where(hole[..., None], np.uint8(0), case.pixels)
        request = RestorationRequest(
            photo=Photo(seen),
            plan=RegionPlan(Mask.from_bool(hole)),
            faces=tuple(FaceToRestore(one) for one in case.faces),
            seed=self._seed,
            restorer=self.restorer,
        )
        began, began_processor = time.perf_counter(), time.process_time()
        made = self._networks.run(restored(request, self._networks.ready))
        pixels = made.photo.pixels
        self.seconds.append(time.perf_counter() - began)
        self.processor_seconds.append(time.process_time() - began_processor)
        return np.asarray(pixels, np.uint8)

    def __call__(self, faces: FaceSet, holes: NDArray[np.uint8]) -> Pictures:
        whole = (Alignment.of_aligned(Extent.of(holes[0])),)
        pictures = [
            self.restored(Case(np.asarray(faces.pixels[index]), hole, whole)) for index, hole in enumerate(holes)
        ]
        return np.stack(pictures)


def ways_named(names: Sequence[str] | None) -> tuple[Restorer, ...]:
    """Those of the names, in their order; all ways without any. Raises UsageError for one that is no way of its own."""
    if names is None:
        return WAYS
    known = {one.name: one for one in WAYS}
    unknown = next((name for name in names if name not in known), None)
    if unknown is not None:
        raise UsageError(f"There is no restorer {unknown}.", advice=f"Known are {', '.join(known)}.")
    return tuple(known[name] for name in dict.fromkeys(names))


def why_missing(restorer: Restorer, weights_dir: Path | None = None) -> str | None:
    """A sentence on the network that a way lacks in a folder of weights; None where nothing lacks."""
    try:
        weights_of(restorer, weights_dir)
    except WeightsMissing as error:
        return error.sentence
    return None


def weights_of(restorer: Restorer, weights_dir: Path | None = None) -> tuple[InstalledWeights, ...]:
    """The files of the networks that a way needs. Raises WeightsMissing, WeightsDamaged."""
    if not restorer.networks:
        return ()
    entries = {entry.name: entry for entry in list_weights(weights_dir)}
    found = []
    for wanted in restorer.networks:
        found.append(entries[name_for(wanted, weights_dir)])
    return tuple(found)


def with_painter(restorer: Restorer, file: Path, folder: Path, weights_dir: Path | None = None) -> Path:
    """``folder``, filled with the installed networks, and with a file of weights in the place of a way's painter.

    Raises UsageError for weights of something else or a way that paints nothing, WeightsMissing, WeightsDamaged.
    """
    if not restorer.painter:
        raise UsageError(f"The restorer {restorer.name} has no network.", advice="Give weights to another one.")
    try:
        name = name_in(file)
    except (WeightsProblem, OSError) as error:
        raise WeightsDamaged(f"{file.name} is no usable weights file: {error}.", advice="Choose another.") from error
    if restorer.painter not in (spec_of(name).task, split_tag(name)[0]):
        raise UsageError(
            f"{file.name} holds {name}, which does not paint for {restorer.name}.", advice="Choose another file."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for entry in list_weights(weights_dir):
        if restorer.painter in (entry.task, split_tag(entry.name)[0]):
            continue
        shutil.copyfile(entry.path, folder / entry.path.name)
        write_manifest_entry(folder, entry.name, entry.path.name, entry.card)
    shutil.copyfile(file, folder / file.name)
    write_manifest_entry(folder, name, file.name, _card_of(file))
    return folder


def images_seen(restorer: Restorer, weights_dir: Path | None = None) -> int | None:
    """How many images a way's painter learnt from, by its card; None where that is not stated."""
    if not restorer.painter:
        return None
    painter = restorer._replace(networks=(restorer.painter,))
    stated = weights_of(painter, weights_dir)[0].card.get("images_seen")
    return stated if isinstance(stated, int) else None


def _card_of(file: Path) -> dict[str, object]:
    """What the manifest beside a file of weights says of it, as exports write it."""
    if not (file.parent / MANIFEST).is_file():
        return {}
    try:
        return next((entry.card for entry in read_manifest(file.parent) if entry.file == file.name), {})
    except WeightsProblem as error:
        raise WeightsDamaged(
            f"The manifest beside {file.name}: {error}.", advice="Export the weights again."
        ) from error
