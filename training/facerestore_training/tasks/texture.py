"""Stage 2's training: texture that follows the layout and meets the visible pixels."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from facerestore_models import TextureInputs
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_models.texture_generator import LATENT_CHS, NOISE_MAPS, TextureGenerator
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass
from facerestore_training import metrics, sheets
from facerestore_training.batched_inference import paint, predicted_layouts
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.persons import ReferenceBatches
from facerestore_training.data.shards import FaceSet
from facerestore_training.losses import equations
from facerestore_training.losses.identity import IdentityDistance
from facerestore_training.losses.perceptual import LpipsDistance, ParserDistance, SqueezeNetDistance
from facerestore_training.runs.loop import Batch, Losses
from facerestore_training.tasks.texture_discriminator import TextureDiscriminator
from facerestore_training.tasks.texture_references import lenders_of, reference_inputs

FACE_FEATURES = tuple(
    int(c)
    for c in (
        FaceClass.NOSE,
        FaceClass.LEFT_EYE,
        FaceClass.RIGHT_EYE,
        FaceClass.LEFT_BROW,
        FaceClass.RIGHT_BROW,
        FaceClass.MOUTH,
        FaceClass.UPPER_LIP,
        FaceClass.LOWER_LIP,
    )
)

JUDGES: Final = ("features", "parser", "lpips", "identity", "nobody")

SHARES: Final[Mapping[str, float]] = MappingProxyType({"features": 0.5, "parser": 0.15, "lpips": 0.3, "identity": 0.0})
"""How often each judge is asked."""
SHARES_WITH_IDENTITY: Final[Mapping[str, float]] = MappingProxyType(
    {"features": 0.4, "parser": 0.0, "lpips": 0.0, "identity": 0.6}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextureWeights:
    """Weights of stage 2's losses, for pictures 0...1; a loss of weight 0 is not calculated. ``hole`` and ``squared``
    are divided by the hole's area.

    ``features_of_face``: how often a pixel of eyes, brows, nose or mouth counts in them. They are small, and without
    emphasis a short run learns to paint skin in their place. ``features`` is SqueezeNet's distance, ``parser`` stage
    1's, ``consistency`` asks that stage 1 reads the asked layout in the result. ``log_mse``, ``ssim`` and ``lpips``
    are the hybrid loss of arXiv 2512.05039. The gradient of ``features`` by the picture is two hundred times that of
    ``hole``: its weight is what makes them peers.
    """

    hole: float = 6.0
    squared: float = 20.0
    visible: float = 0.5
    edges: float = 2.0
    haar: float = 0.0
    energy: float = 0.3
    log_mse: float = 0.0
    ssim: float = 0.0
    features: float = 0.06
    parser: float = 1.0
    consistency: float = 0.1
    lpips: float = 0.0
    identity: float = 20.0
    features_of_face: float = 4.0


@dataclass(eq=False)
class TextureTask:
    """L1, squared error and gradient L1 in the hole, and distances of whole pictures as frozen networks see them.

    ``predicted_share`` of the samples see the layout that stage 1 predicts, as in use; ``no_layout_share`` see
    none (every class as likely); the others the true or the parser's layout. A step asks at most one of the frozen
    networks, each in its share of ``judged_shares``, with as much more weight: milliseconds of one CPU core for five
    faces of 256 px, where a step takes 1400: features 110, parser 1400.

    ``kept_batches``: where the network only learns to borrow, its paintings do not change, and a step may use one of so
    many batches and paintings again; ``fresh_share`` of the steps make a new one. For one process.
    """

    batches: FaceBatches
    layout_network: nn.Module
    validation: FaceSet
    validation_holes: dict[str, NDArray[np.uint8]]
    features: SqueezeNetDistance | None = None
    lpips: LpipsDistance | None = None
    identity: IdentityDistance | None = None
    references: ReferenceBatches | None = None
    weights: TextureWeights = field(default_factory=TextureWeights)
    discriminator: TextureDiscriminator | None = None
    predicted_share: float = 0.5
    no_layout_share: float = 0.08
    judged_shares: Mapping[str, float] = field(default_factory=lambda: SHARES)
    kept_batches: int = 0
    fresh_share: float = 0.2

    def __post_init__(self) -> None:
        weights = self.weights
        parser = None
        if weights.parser or weights.consistency:
            parser = ParserDistance(cast("SemanticLayoutNet", self.layout_network))
        self._kept: list[dict[str, Tensor]] = []
        self._paintings: dict[int, Tensor] = {}
        self._judges = {
            name: judge
            for name, judge, weight in (
                ("features", self.features, weights.features),
                ("parser", parser, weights.parser + weights.consistency),
                ("lpips", self.lpips, weights.lpips),
                ("identity", self.identity, weights.identity),
            )
            if judge is not None and weight > 0
        }

    @property
    def auxiliary_modules(self) -> dict[str, nn.Module]:
        return {}

    def batch(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        if self.kept_batches == 0:
            return self._fresh(size_px, count, rng)
        if len(self._kept) > 1 and rng.random() >= self.fresh_share:
            batch = self._kept[int(rng.integers(len(self._kept)))]
        else:
            number = torch.tensor(int(rng.integers(2**62)))
            batch = dict(self._fresh(size_px, count, rng)) | {"number": number}
            self._kept.append(batch)
            if len(self._kept) > self.kept_batches:
                self._paintings.pop(int(self._kept.pop(0)["number"]), None)
        return batch | {"judge": torch.tensor(self._drawn_judge(rng))}

    def _fresh(self, size_px: int, count: int, rng: np.random.Generator) -> Batch:
        batch = self.batches(size_px, count, rng)
        half = size_px // 2
        labels = batch.pop("labels")
        layout = equations.label_probabilities(labels, half, CLASS_COUNT)
        predicted = round(self.predicted_share * count)
        if predicted:
            # the batch is in random order, so its first samples are a random part of it
            crop, hole = batch["crop"][:predicted], batch["hole"][:predicted]
            layout[:predicted] = predicted_layouts(self.layout_network, crop, hole)
        unknown = torch.from_numpy(rng.random(count) < self.no_layout_share).to(layout.device)
        layout[unknown] = 1 / CLASS_COUNT
        generator = torch.Generator().manual_seed(int(rng.integers(2**62)))
        batch["layout"] = layout.contiguous(memory_format=torch.channels_last)
        if self.references is not None:
            batch |= reference_inputs(self.references, batch, rng)
        batch.pop("drawn", None)
        return batch | {
            "emphasis": _emphasis(labels, size_px, self.weights.features_of_face),
            "latent": torch.randn(count, LATENT_CHS, generator=generator),
            "noise": torch.randn(count, NOISE_MAPS, half, half, generator=generator),
            "restore_tone": batch.get("restore_tone", torch.zeros(count)),
            "augment_seed": torch.tensor(int(rng.integers(2**62))),
            "judge": torch.tensor(self._drawn_judge(rng)),
        }

    def loss(self, network: nn.Module, batch: Batch) -> Losses:
        hole, target = batch["hole"], batch["target"]
        painted = self._answer(network, batch)
        weights, error, emphasis = self.weights, painted - target, batch["emphasis"]
        composite = (hole * painted + (1 - hole) * target).clamp(0, 1)
        calculations: dict[str, Callable[[], Tensor]] = {
            "hole": lambda: equations.mean_in(emphasis * error.abs(), hole),
            "squared": lambda: equations.mean_in(emphasis * error.square(), hole),
            "visible": lambda: equations.mean_in(error.abs(), 1 - hole),
            "edges": lambda: equations.gradient_difference(error, hole),
            "haar": lambda: equations.haar_difference(error, hole),
            "energy": lambda: equations.energy_difference(composite, target, hole),
            "log_mse": lambda: equations.clipped_log_mse(composite, target),
            "ssim": lambda: equations.one_minus_ssim(composite, target),
        }
        parts = {name: calculate() for name, calculate in calculations.items() if getattr(weights, name)}
        total = torch.stack([getattr(weights, name) * part for name, part in parts.items()]).sum()
        judge = JUDGES[int(batch["judge"])]
        judged = self._judged(judge, batch, composite)
        for name, part in judged.items():
            total = total + getattr(weights, name) / self.judged_shares[judge] * part
        return Losses(total, parts | judged, painted)

    def _answer(self, network: nn.Module, batch: Batch) -> Tensor:
        inputs = TextureInputs(
            crop=batch["crop"],
            hole=batch["hole"],
            layout=batch["layout"],
            latent=batch["latent"],
            noise=batch["noise"],
            tone=batch["restore_tone"],
            references=lenders_of(batch),
        )
        if "number" not in batch:
            answer: Tensor = network(inputs)
            return answer
        assert isinstance(network, TextureGenerator)
        number = int(batch["number"])
        if number not in self._paintings:
            with torch.no_grad():
                self._paintings[number] = network.painted(inputs)
        lenders = network.lenders(inputs)
        assert lenders is not None, "a mirror image is always there"
        return network.borrowed(self._paintings[number], inputs, lenders).painted_B3HW

    def _drawn_judge(self, rng: np.random.Generator) -> int:
        """Which of JUDGES looks at a step."""
        drawn = rng.random()
        for index, name in enumerate(JUDGES):
            drawn -= self.judged_shares[name] if name in self._judges else 0.0
            if drawn < 0:
                return index
        return JUDGES.index("nobody")

    def _judged(self, name: str, batch: Batch, composite_B3HW: Tensor) -> dict[str, Tensor]:
        if name == "nobody":
            return {}
        judge = self._judges[name]
        if isinstance(judge, ParserDistance):
            compared = (composite_B3HW, batch["target"], batch["layout"], batch["hole"])
            distance, consistency = judge.with_consistency(*compared)
            return {"parser": distance, "consistency": consistency}
        if isinstance(judge, IdentityDistance):
            return {name: judge(composite_B3HW, batch["target"], batch["hole"])}
        return {name: judge(composite_B3HW, batch["target"])}

    def validate(self, network: nn.Module) -> dict[str, float]:
        figures = {}
        for bucket, holes in self.validation_holes.items():
            count = len(holes)
            results = paint(network, self.layout_network, self.validation, holes, layouts="predicted")
            scores = [metrics.psnr(results[i], self.validation.pixels[i]) for i in range(count)]
            figures[f"psnr_{bucket}"] = float(np.mean(scores))
        return figures

    def contact_sheet(self, network: nn.Module, path: Path) -> None:
        rows = []
        for holes in self.validation_holes.values():
            painted = paint(network, self.layout_network, self.validation, holes[:6], layouts="predicted")
            pixels = np.asarray(self.validation.pixels[:6])
            row = [[sheets.with_hole(p, h), r, p] for p, h, r in zip(pixels, holes, painted, strict=False)]
            rows.append([picture for triple in row[:3] for picture in triple])
            rows.append([picture for triple in row[3:6] for picture in triple])
        sheets.save_sheet(rows, path)


def _emphasis(labels_BHW: Tensor, size_px: int, weight: float) -> Tensor:
    """(B, 1, size, size): ``weight`` on the features of the face, 1 elsewhere."""
    is_feature = torch.isin(labels_BHW, torch.tensor(FACE_FEATURES, dtype=labels_BHW.dtype, device=labels_BHW.device))
    share = torch.nn.functional.adaptive_avg_pool2d(is_feature[:, None].float(), size_px)
    return 1 + (weight - 1) * share
