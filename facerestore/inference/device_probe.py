"""Whether a device calculates as the processor does: both stages on one crop, by both, and compared; the detector,
where the weights have no stages.

A driver that is there and a library that knows it say little: on a card whose kernels are missing the first one fails,
and some devices answer with what is no number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from facerestore.inference.arrays import crop_arrays, texture_arrays
from facerestore.inference.backends.interface import Floats, InferenceBackend, TextureArrays
from facerestore.values.alignment import CROP_PX, Alignment, FaceCrop
from facerestore.values.errors import FaceRestoreError, OutOfMemory, WeightsMissing
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore_resources.network_shapes import LAYOUT_LATENT_CHS

MOST_APART: Final = 0.03
"""Of probabilities and of pixels, 0...1. On the processor with the operands of all products rounded as TF32 and half
precision have them (10 bits), 0.0007; as bfloat16 has them (7 bits), 0.009; with another layout, 0.24."""
_MOST_WORDS: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Probed:
    """What became of a device. ``problem``: why it is not to be trusted, in the library's own words where it has some;
    empty for one that is. ``apart``: by how much the answers differ at most. ``passes``: whether the problem may be
    gone soon, as full memory is."""

    problem: str = ""
    apart: float = 0.0
    passes: bool = False


@dataclass(frozen=True, eq=False)
class Expected:
    """The processor's answers. ``inputs``: what both paint stage 2 of; None where there are no stages."""

    crop: FaceCrop
    inputs: TextureArrays | None
    answers: Mapping[str, Floats]

    @classmethod
    def by(cls, processor: InferenceBackend) -> Self:
        """Raises what the processor raises."""
        crop = _crop()
        try:
            layout = _layout_by(processor, crop)
        except WeightsMissing:
            return cls(crop, None, _found_by(processor, crop))
        inputs = _inputs(crop, layout)
        return cls(crop, inputs, {"stage 1": layout, **_paintings_by(processor, inputs)})


def probed(device: InferenceBackend, expected: Expected) -> Probed:
    """What becomes of a device."""
    try:
        if expected.inputs is None:
            found = _found_by(device, expected.crop)
        else:
            found = {"stage 1": _layout_by(device, expected.crop), **_paintings_by(device, expected.inputs)}
    except FaceRestoreError as error:
        return Probed(problem=_short(error.sentence), passes=isinstance(error, OutOfMemory))
    except Exception as error:  # noqa: BLE001 - each library has kinds of its own for what its device refuses
        return Probed(problem=_short(f"{type(error).__name__}: {error}"))
    furthest = 0.0
    for stage, wanted in expected.answers.items():
        if not np.isfinite(found[stage]).all():
            return Probed(problem=f"{stage} gives what is no number")
        apart = float(np.abs(found[stage] - wanted).max())
        furthest = max(furthest, apart)
        if apart > MOST_APART:
            return Probed(problem=f"{stage} is off by up to {apart:.3g}", apart=furthest)
    return Probed(apart=furthest)


def _crop() -> FaceCrop:
    """Waves of several sizes with a hole in them, as large as crops are: kernels are chosen by size."""
    rows, columns = np.mgrid[0:CROP_PX, 0:CROP_PX].astype(np.float32) / CROP_PX
    waves = [0.5 + 0.3 * np.sin(9 * k * rows) * np.cos(7 * k * columns) for k in (1, 2, 3)]
    hole = np.zeros((CROP_PX, CROP_PX), bool)
    hole[90:170, 60:140] = True
    pixels = np.stack(waves, axis=-1).astype(np.float32)
    return FaceCrop(pixels, hole, Alignment.of_aligned(Extent(CROP_PX, CROP_PX)))


def _layout_by(backend: InferenceBackend, crop: FaceCrop) -> Floats:
    """Stage 1, as probabilities."""
    latent = np.linspace(-1, 1, LAYOUT_LATENT_CHS, dtype=np.float32)[None]
    logits_BKHW = backend.layout()(*crop_arrays(crop), latent)
    powers = np.exp(logits_BKHW - logits_BKHW.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def _found_by(backend: InferenceBackend, crop: FaceCrop) -> dict[str, Floats]:
    """Where the detector sees faces, as probabilities."""
    scores_Bhw = backend.detector()(*crop_arrays(crop)).score
    return {"the detector": np.asarray(1 / (1 + np.exp(-scores_Bhw)), np.float32)}


def _inputs(crop: FaceCrop, layout_BKHW: Floats) -> TextureArrays:
    return texture_arrays(crop, Layout(layout_BKHW[0].argmax(axis=0).astype(np.uint8)), seed=0)


def _paintings_by(backend: InferenceBackend, inputs: TextureArrays) -> dict[str, Floats]:
    """Stage 2, and what it borrows."""
    network = backend.texture("texture")
    pictures = {"stage 2": network.painted(inputs)}
    lenders = network.lenders(inputs, None)
    if lenders is not None:
        # into the crop itself, so that what differs in the painting counts once
        pictures["borrowing"] = network.borrowed(inputs.crop, lenders).painted
    return pictures


def _short(words: str) -> str:
    """One line: libraries say much, and what it is about first."""
    return " ".join(words.split())[:_MOST_WORDS]
