"""Layout: which part of the face each pixel of one crop is. And its prediction, with probabilities."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment
from facerestore_resources.face_classes import CLASS_COUNT, FLIPPED


@dataclass(frozen=True, eq=False)
class Layout:
    """``labels``: uint8 (S, S), canonical ids 0...18, read-only. ``alignment``: the crop it belongs to, None if
    the file it came from does not say."""

    labels: NDArray[np.uint8]
    alignment: Alignment | None = None

    def __post_init__(self) -> None:
        if self.labels.ndim != 2 or self.labels.dtype != np.uint8:
            raise ValueError("A layout is uint8 (H, W).")
        if self.labels.size and int(self.labels.max()) >= CLASS_COUNT:
            raise ValueError(f"A layout has the classes 0 to {CLASS_COUNT - 1}.")
        self.labels.flags.writeable = False

    def mirrored(self) -> "Layout":
        """The layout of the mirror image: left and right classes change places. Its crop is unknown."""
        return Layout(np.asarray(FLIPPED, np.uint8)[self.labels[:, ::-1]])

    def with_labels(self, labels: NDArray[np.uint8]) -> "Layout":
        return replace(self, labels=labels)


@dataclass(frozen=True, eq=False)
class LayoutPrediction:
    """``probabilities``: float16 (19, S, S), summing to 1 within rounding; ``layout`` is their argmax."""

    layout: Layout
    probabilities: NDArray[np.float16]

    @classmethod
    def from_probabilities(cls, probabilities: NDArray[np.float16], alignment: Alignment | None) -> "LayoutPrediction":
        labels = probabilities.argmax(axis=0).astype(np.uint8)
        return cls(Layout(labels, alignment), probabilities)
