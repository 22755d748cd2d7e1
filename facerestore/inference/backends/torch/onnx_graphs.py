"""What is exported of each network: its steps as modules that read and return tensors only, with examples of both."""

# B batch, C channels, H W pixels, K classes, R references, Z latent length

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.export import Dim

from facerestore.inference.detection import DEFAULT
from facerestore.values.alignment import CROP_PX
from facerestore_models import Task, TextureInputs
from facerestore_models.blocks.borrowing import FittedLenders, LenderFeatures, Lenders, fitted
from facerestore_models.texture_generator import TextureGenerator
from facerestore_models.tone import toned_like
from facerestore_resources.face_classes import CLASS_COUNT
from facerestore_resources.network_shapes import LAYOUT_LATENT_CHS, NOISE_MAPS, TEXTURE_LATENT_CHS

MOST_REFERENCES: Final = 8
WHOLE: Final = "whole"
_HALF: Final = CROP_PX // 2


@dataclass(frozen=True, eq=False, kw_only=True)
class GraphToExport:
    """``name`` within its network. ``given``: an example of each input, in order, under the name that it has in the
    graph; ``free``: sides of inputs that may have another length, by input and place. ``returned``: names of
    outputs."""

    name: str
    module: nn.Module
    given: Mapping[str, Tensor]
    returned: tuple[str, ...]
    free: Mapping[str, Mapping[int, Any]] = field(default_factory=dict)


def graphs_of(task: Task, network: nn.Module) -> tuple[GraphToExport, ...]:
    """All that is exported of a task's network. Raises KeyError for a task of which nothing is."""
    return _GRAPHS[task](network)


def _detection(network: nn.Module) -> tuple[GraphToExport, ...]:
    high, wide = Dim("high", min=1, max=64), Dim("wide", min=1, max=64)
    cells = {2: 64 * high, 3: 64 * wide}
    return (
        GraphToExport(
            name=WHOLE,
            module=_Detection(network),
            given={"photo": torch.rand(2, 3, 128, 192), "hole": torch.zeros(2, 1, 128, 192)},
            returned=("score", "box", "points"),
            free={"photo": cells, "hole": cells},
        ),
    )


def _points(network: nn.Module) -> tuple[GraphToExport, ...]:
    side = DEFAULT.look_px
    given = {"crop": torch.rand(1, 3, side, side), "hole": torch.zeros(1, 1, side, side)}
    return (GraphToExport(name=WHOLE, module=_Named(network), given=given, returned=("heat",)),)


def _layout(network: nn.Module) -> tuple[GraphToExport, ...]:
    given = _crop() | {"latent": torch.randn(1, LAYOUT_LATENT_CHS)}
    return (GraphToExport(name=WHOLE, module=_Layout(network), given=given, returned=("logits",)),)


def _embedding(network: nn.Module) -> tuple[GraphToExport, ...]:
    return (GraphToExport(name=WHOLE, module=_Named(network), given=_crop(), returned=("embedding",)),)


def _damage(network: nn.Module) -> tuple[GraphToExport, ...]:
    high, wide = Dim("high", min=2, max=64), Dim("wide", min=2, max=64)
    return (
        GraphToExport(
            name=WHOLE,
            module=_Damage(network),
            given={"photo": torch.rand(1, 3, 96, 160)},
            returned=("shares",),
            free={"photo": {2: 32 * high, 3: 32 * wide}},
        ),
    )


def _texture(network: nn.Module) -> tuple[GraphToExport, ...]:
    own = _crop() | {"layout": _layouts(1)}
    random = {
        "latent": torch.randn(1, TEXTURE_LATENT_CHS),
        "noise": torch.randn(1, NOISE_MAPS, _HALF, _HALF),
    }
    painted = GraphToExport(name="painted", module=_Painted(network), given=own | random, returned=("painted",))
    if not isinstance(network, TextureGenerator):
        return (painted,)
    few = Dim("references", min=2, max=MOST_REFERENCES)
    many = Dim("lenders", min=2, max=1 + MOST_REFERENCES)
    look_chs = network.borrowing.chs[0]
    lenders = tuple(_to_borrow(1, look_chs))[1:]
    references = {
        "reference_crop": torch.rand(3, 3, CROP_PX, CROP_PX),
        "reference_hole": torch.rand(3, 1, CROP_PX, CROP_PX).round(),
        "reference_layout": _layouts(3),
        "reference_allowed": torch.rand(3, 1, CROP_PX, CROP_PX),
    }
    return (
        painted,
        GraphToExport(name="mirror", module=_Mirror(network), given=own, returned=lenders),
        # one lender is the rule, and has no choice to make: a graph of its own
        GraphToExport(
            name="borrowed_one",
            module=_Borrowed(network),
            given=_to_borrow(1, look_chs),
            returned=("borrowed", "shares"),
        ),
        GraphToExport(
            name="references",
            module=_References(network),
            given=own | references,
            returned=lenders,
            free={name: {0: few} for name in references},
        ),
        GraphToExport(
            name="borrowed_many",
            module=_Borrowed(network),
            given=_to_borrow(3, look_chs),
            returned=("borrowed", "shares"),
            free={name: {1: many} for name in lenders},
        ),
    )


_GRAPHS: Final[Mapping[Task, Callable[[nn.Module], tuple[GraphToExport, ...]]]] = {
    "detection": _detection,
    "points": _points,
    "layout": _layout,
    "texture": _texture,
    "embedding": _embedding,
    "damage": _damage,
}
EXPORTED_TASKS: Final = tuple(_GRAPHS)


def _crop() -> dict[str, Tensor]:
    hole = torch.zeros(1, 1, CROP_PX, CROP_PX)
    hole[..., 90:170, 60:200] = 1
    return {"crop": torch.rand(1, 3, CROP_PX, CROP_PX) * (1 - hole), "hole": hole}


def _layouts(count: int) -> Tensor:
    return torch.rand(count, CLASS_COUNT, _HALF, _HALF).softmax(dim=1)


def _to_borrow(count: int, look_chs: int) -> dict[str, Tensor]:
    """A painting, and after it the parts of LenderFeatures without the letters of their sides."""
    return {
        "painted": torch.rand(1, 3, CROP_PX, CROP_PX),
        "look": torch.rand(1, count, look_chs, _HALF, _HALF),
        "starts": torch.rand(1, count, 2, CROP_PX, CROP_PX),
        "visible": torch.rand(1, count, 1, CROP_PX, CROP_PX),
        "coarse": torch.rand(1, count, 3, CROP_PX, CROP_PX),
        "fine": torch.rand(1, count, 3, CROP_PX, CROP_PX),
    }


class _Step(nn.Module):
    """A network's step."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network


class _Detection(_Step):
    def forward(self, photo: Tensor, hole: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        found = self.network(photo, hole)
        return found.score, found.box, found.points


class _Named(_Step):
    def forward(self, crop: Tensor, hole: Tensor) -> Tensor:
        answer: Tensor = self.network(crop, hole)
        return answer


class _Layout(_Step):
    """A latent of zero changes nothing, so that one graph serves the best guess too."""

    def forward(self, crop: Tensor, hole: Tensor, latent: Tensor) -> Tensor:
        logits: Tensor = self.network(crop, hole, latent)
        return logits


class _Damage(_Step):
    def forward(self, photo: Tensor) -> Tensor:
        logits: Tensor = self.network(photo, torch.zeros_like(photo[:, :1]))
        return logits.softmax(dim=1)


class _Painted(_Step):
    def forward(self, crop: Tensor, hole: Tensor, layout: Tensor, latent: Tensor, noise: Tensor) -> Tensor:
        network = self.network
        paint = network.painted if isinstance(network, TextureGenerator) else network
        painted: Tensor = paint(TextureInputs(crop=crop, hole=hole, layout=layout, latent=latent, noise=noise))
        return painted


class _Mirror(_Step):
    """What the crop's own mirror image lends."""

    def forward(self, crop: Tensor, hole: Tensor, layout: Tensor) -> tuple[Tensor, ...]:
        return _features(self.network, fitted(crop, hole, layout, Lenders.mirror(crop, hole, layout)), hole, layout)


class _References(_Step):
    """The same of the mirror image and, after it, the references in the crop's tone."""

    def forward(
        self,
        crop: Tensor,
        hole: Tensor,
        layout: Tensor,
        reference_crop: Tensor,
        reference_hole: Tensor,
        reference_layout: Tensor,
        reference_allowed: Tensor,
    ) -> tuple[Tensor, ...]:
        lent = (reference_crop, reference_hole, reference_layout)
        own = (value.expand(reference_crop.shape[0], -1, -1, -1) for value in (crop, hole, layout))
        others = Lenders.references(toned_like(*lent, *own), reference_hole, reference_layout)
        found = fitted(crop, hole, layout, Lenders.mirror(crop, hole, layout).joined(others))
        allowed = torch.cat([torch.ones_like(reference_allowed[:1]), reference_allowed])[None]
        return _features(self.network, found.within(allowed), hole, layout)


class _Borrowed(_Step):
    """The painting after it has borrowed, and the lenders' shares (R, H, W)."""

    def forward(
        self, painted: Tensor, look: Tensor, starts: Tensor, visible: Tensor, coarse: Tensor, fine: Tensor
    ) -> tuple[Tensor, Tensor]:
        network = self.network
        assert isinstance(network, TextureGenerator)
        lenders = LenderFeatures(
            look_BRCHW=look, starts_BR2HW=starts, visible_BR1HW=visible, coarse_BR3HW=coarse, fine_BR3HW=fine
        )
        made = network.borrowing.borrow(painted, lenders)
        return made.painted_B3HW, ((made.coarse_BR1HW + made.fine_BR1HW) / 2)[0, :, 0]


def _features(network: nn.Module, lenders: FittedLenders, hole: Tensor, layout: Tensor) -> tuple[Tensor, ...]:
    assert isinstance(network, TextureGenerator)
    return tuple(vars(network.borrowing.features(hole, layout, lenders)).values())
