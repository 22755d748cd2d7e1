"""The engine as its callers see it: find faces, predict a layout, restore. Torch comes with the first use."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment
from facerestore.values.cancellation import CancelToken
from facerestore.values.errors import WeightsDamaged
from facerestore.values.events import OnProgress
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText

if TYPE_CHECKING:
    from facerestore.inference.pipeline import Restorer


class Engine(Protocol):
    """What restoring a file needs; tests bring their own."""

    def find_alignments(
        self, photo: Photo, mask: Mask, *, is_aligned: bool, points_photo: NDArray[np.float64] | None
    ) -> tuple[Alignment, ...]:
        """One alignment for each face, at least one. Raises NoFaceFound."""

    def predict_layout(
        self, photo: Photo, mask: Mask, alignment: Alignment, *, alternative: int = 0
    ) -> LayoutPrediction:
        """Stage 1 for one face: the best single guess, or one of the others that the hole allows."""

    def restore_photo(
        self,
        photo: Photo,
        mask: Mask,
        *,
        alignments: Sequence[Alignment],
        layouts: Sequence[Layout | None],
        fill: Mask | None,
        protected: Mask | None,
        seed: int,
        on_progress: OnProgress,
        cancel: CancelToken,
    ) -> RestorationResult:
        """Both stages for each face, and the photo put together again; a layout of None is predicted. ``fill`` is
        continued without a network, ``protected`` stays whatever the other masks say."""


class LocalEngine:
    """The networks of this installation, loaded when they are first asked for and kept.

    ``device``: "auto", "cpu", "cuda" or "mps". Every use may raise WeightsError, or UsageError where
    there is no such device.
    """

    def __init__(self, *, device: str = "auto") -> None:
        self._device = device

    @cached_property
    def _restorer(self) -> "Restorer":
        from facerestore.inference.pipeline import Restorer

        return Restorer(device=self._device)

    def ensure_ready(self) -> None:
        """Raises now what the first use would raise: UsageError (no such device), WeightsError."""
        from facerestore.inference.networks import verify_weights

        _ = self._restorer
        for file, is_whole, found in verify_weights():
            if not is_whole:
                raise WeightsDamaged(
                    TranslatableText("The weights file {file} is not whole ({found}).", file=str(file), found=found),
                    advice="Install facerestore again.",
                )

    def find_alignments(
        self, photo: Photo, mask: Mask, *, is_aligned: bool, points_photo: NDArray[np.float64] | None
    ) -> tuple[Alignment, ...]:
        from facerestore.inference.pipeline import find_alignments

        return find_alignments(self._restorer, photo, mask, aligned=is_aligned, points=points_photo)

    def predict_layout(
        self, photo: Photo, mask: Mask, alignment: Alignment, *, alternative: int = 0
    ) -> LayoutPrediction:
        from facerestore.inference.pipeline import predict_photo_layout

        return predict_photo_layout(self._restorer, photo, mask, alignment, alternative=alternative)

    def restore_photo(
        self,
        photo: Photo,
        mask: Mask,
        *,
        alignments: Sequence[Alignment],
        layouts: Sequence[Layout | None],
        fill: Mask | None,
        protected: Mask | None,
        seed: int,
        on_progress: OnProgress,
        cancel: CancelToken,
    ) -> RestorationResult:
        from facerestore.inference.pipeline import restore_photo

        return restore_photo(
            self._restorer,
            photo,
            mask,
            alignments=alignments,
            layouts=layouts,
            fill=fill,
            protected=protected,
            seed=seed,
            on_progress=on_progress,
            cancel=cancel,
        )
