"""What a batch has to do with one photo, kept small."""

from dataclasses import replace
from functools import lru_cache
from itertools import chain, repeat
from pathlib import Path
from typing import Final

from facerestore.damage.proposals import Caution
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.file_masks import MaskFiles
from facerestore.restoration.restorers import Restorer
from facerestore.values.damage_classes import Policy

NO_MASK: Final = "no mask"
_NOWHERE: Final = Path()


class BatchItem:
    """One photo of a batch by one restorer; ``job`` is None where there is nothing to do, for a ``reason``.

    There may be a million: what it consists of is kept as text, and what all have in common once.
    """

    __slots__ = ("_common", "_paths", "_photo", "reason")

    def __init__(self, photo: Path, job: FileJob | None, reason: str = NO_MASK) -> None:
        self._photo, self.reason = str(photo), reason
        self._common: FileJob | None = None
        self._paths: tuple[str | None, ...] = ()
        if job is not None:
            self._common, self._paths = _common_of(job), _paths_of(job)

    @property
    def photo(self) -> Path:
        return Path(self._photo)

    @property
    def job(self) -> FileJob | None:
        if self._common is None:
            return None
        paths = (None if path is None else Path(path) for path in self._paths)
        given = chain(paths, repeat(None, 7 - len(self._paths)))
        output, mask, fill, protect, layout, project, infrared, *others = given
        assert output is not None, "each job has one"
        return replace(
            self._common,
            photo=self.photo,
            masks=replace(self._common.masks, mask=mask, fill=fill, protect=protect),
            output=output,
            layout=layout,
            project=project,
            infrared=infrared,
            other_projects=tuple(path for path in others if path is not None),
        )

    @property
    def has_job(self) -> bool:
        return self._common is not None

    @property
    def restorer(self) -> str:
        """Its name, "" where there is nothing to do."""
        return "" if self._common is None else self._common.restorer.name


def _paths_of(job: FileJob) -> tuple[str | None, ...]:
    """The output, then what else a photo has; without what is missing at the end."""
    masks = job.masks
    own = (job.output, masks.mask, masks.fill, masks.protect, job.layout, job.project, job.infrared)
    given = [*own, *job.other_projects]
    while given[-1] is None:
        given.pop()
    return tuple(None if path is None else str(path) for path in given)


def _common_of(job: FileJob) -> FileJob:
    """A job with the settings of this one, and no photo of its own."""
    return _with_settings(
        policies=job.masks.policies,
        label_order=job.label_order,
        is_aligned=job.is_aligned,
        seed=job.seed,
        detail=job.detail,
        restorer=job.restorer,
        found_damage=job.found_damage,
        album=job.album,
        is_album_shared=job.is_album_shared,
        overwrite=job.overwrite,
        is_compressed=job.is_compressed,
    )


@lru_cache(64)
def _with_settings(
    *,
    policies: tuple[tuple[str, Policy], ...],
    label_order: str | None,
    is_aligned: bool,
    seed: int,
    detail: float,
    restorer: Restorer,
    found_damage: Caution | None,
    album: Path | None,
    is_album_shared: bool,
    overwrite: bool,
    is_compressed: bool,
) -> FileJob:
    return FileJob(
        photo=_NOWHERE,
        masks=MaskFiles(policies=policies),
        output=_NOWHERE,
        label_order=label_order,
        is_aligned=is_aligned,
        seed=seed,
        detail=detail,
        restorer=restorer,
        found_damage=found_damage,
        album=album,
        is_album_shared=is_album_shared,
        overwrite=overwrite,
        is_compressed=is_compressed,
    )
