"""Which visible place of a face's crop lends its fine detail to which place of the hole.

Patches of the crop are compared, not pixels of the scan: what the painting shows at the crop's resolution (tone,
direction and strength of its texture, place in the face) says which residual belongs on it. So the cost does not grow
with the scan. Lenders are of the same part of the face; the mirror image of the face lends too, first of all the place
that mirrors the hole's. As in contextual residual aggregation (Z. Yi et al., "Contextual Residual Aggregation for
Ultra High-Resolution Image Inpainting", CVPR 2020) the residual goes where the coarse picture fits; as in image
quilting (A. Efros and W. Freeman, SIGGRAPH 2001) whole patches are laid, and one that goes on beside its neighbour's is
favoured. Each use of a place makes it dearer, so that the loans spread over the face as far as it goes (after the
uniform use of patches in A. Kaspar et al., "Self Tuning Texture Optimization", Eurographics 2015).
"""

# S side of the crop, K features, N patches, M lenders

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.detail_places import PATCH_CROP_PX, SMALL, Places


class Strength(NamedTuple):
    """How strong the loans of a part are, beside what is visible of it. ``least``: where nothing of the part is hidden;
    ``more``: so much more where all is, since the more of the hair is hidden, the more of its edges the painting has
    smoothed away. ``usual``: the energy at which that holds; ``evenness``: above it loans are weaker by this power of
    the ratio, below it stronger. What is borrowed never lies quite as it lay, so that an error as large as
    its energy comes with it: least is lost where faint texture is borrowed in full and the loudest is not."""

    least: float
    more: float
    usual: float
    evenness: float

    def at(self, energy: float, hidden_share: float) -> float:
        """By what loans are multiplied; ``energy``: mean square of the residual where the part is visible."""
        evened = float((max(energy, 1e-12) / self.usual) ** -self.evenness)
        return (self.least + self.more * hidden_share) * min(max(evened, _EVENED[0]), _EVENED[1])


_EVENED: Final = (0.8, 1.25)
_CHUNK: Final = 512
_CELL_PX: Final = PATCH_CROP_PX // 2
_NEARBY: Final = 3
"""Within so many patches in each direction a place lends once."""
_FARTHEST, _SMALL_FARTHEST = (0.6, 0.1)
"""Squared distance of features beyond which nothing fits."""
_USE_PRICE: Final = np.float32(0.006)
_GOES_ON: Final = 0.004
_JITTER: Final = np.float32(0.001)
_MOST_GAIN: Final = 1.25
_STRENGTHS: Final = {0: Strength(0.94, 0.0, 1.5e-4, 0.03), 1: Strength(0.90, 0.34, 4e-4, 0.1)}
"""Of skin and hair; training/README.md has the figures they were fitted by."""
_MOST_LOUDER: Final = 3.0
"""A painting has less texture than what is visible: at most by so much its own is taken to be more."""


class Loan(NamedTuple):
    """One patch's detail. ``row``, ``column``: the patch in the grid of patches; ``group``: the part that it is for;
    ``x``, ``y``: centre of the lender in the crop, in whole pixels; ``is_mirrored``: it is laid as its mirror image;
    ``gain``: by what it is multiplied."""

    row: int
    column: int
    group: int
    x: int
    y: int
    is_mirrored: bool
    gain: float


@dataclass(frozen=True, eq=False)
class Patches:
    """Patches that borrow, each for one part of the face: ``grid`` (N, 2) their row and column; ``centres`` (N, 2)
    their middle in the crop, y, x; ``groups`` (N,)."""

    grid: NDArray[np.intp]
    centres: NDArray[np.intp]
    groups: NDArray[np.intp]


def matched(places: Places, patches: Patches, *, turned: float, seed: int) -> list[Loan]:
    """A loan for each patch that finds a lender. ``turned``: as of ``Places.features``."""
    rng = np.random.default_rng(seed)
    loans: list[Loan] = []
    for group in np.unique(patches.groups):
        chosen = patches.groups == group
        lenders = places.lenders(int(group), rng)
        if len(lenders):
            choice = _Choice(places, lenders, int(group), turned, rng)
            loans += choice.of(patches.grid[chosen], patches.centres[chosen])
    return loans


class _Choice:
    """Choosing among the lenders of one part, each of which lends itself and its mirror image."""

    def __init__(
        self, places: Places, lenders: NDArray[np.intp], group: int, turned: float, rng: np.random.Generator
    ) -> None:
        self.places, self.group = places, group
        self.at = np.concatenate([lenders, lenders])
        self.is_mirrored = np.repeat([False, True], len(lenders))
        features = [places.features(lenders, group), places.features(lenders, group, turned=turned)]
        self.features = np.concatenate(features)
        self.jitter = _JITTER * rng.random(len(self.at), dtype=np.float32)
        side = places.texture.shape[0]
        self.number = np.full((2, side, side), -1, np.intp)
        self.number[self.is_mirrored.astype(int), *self.at.T] = np.arange(len(self.at))
        self.cells = self.at // _CELL_PX
        self.price = np.zeros((-(-side // _CELL_PX),) * 2, np.float32)

    def of(self, wanted: NDArray[np.intp], centres: NDArray[np.intp]) -> list[Loan]:
        """Loans for patches at rows and columns (N, 2) with centres y, x (N, 2), in reading order."""
        features = self.places.features(centres, self.group, louder=self._louder(centres))
        placed: dict[tuple[int, int], int] = {}
        farthest = _SMALL_FARTHEST if self.group in SMALL else _FARTHEST
        loans = []
        for (row, column), costs in zip(wanted.tolist(), self._distances(features), strict=True):
            nearby = [placed[at] for at in _before(row, column) if at in placed]
            dear = costs + self._prices(nearby) + self.jitter
            for dx, dy in ((1, 0), (0, 1), (-1, 1)):
                on = self._going_on(placed.get((row - dy, column - dx)), dx, dy)
                if on >= 0 and not (self.at[nearby] == self.at[on]).all(axis=1).any():
                    dear[on] = costs[on] - _GOES_ON
            dear[costs > farthest] = np.inf
            lender = int(dear.argmin())
            if np.isfinite(dear[lender]):
                placed[row, column] = lender
                self.price[tuple(self.cells[lender])] += _USE_PRICE
                y, x = self.at[lender].tolist()
                loans.append(Loan(row, column, self.group, x, y, bool(self.is_mirrored[lender]), 1.0))
        return self._as_strong_as_lenders(loans)

    def _prices(self, nearby: list[int]) -> NDArray[np.float32]:
        """What each lender costs (M,) beyond its distance: infinitely much where those nearby lie. What lends twice
        close by would be seen to."""
        price = self.price
        if nearby:
            price = price.copy()
            for y, x in self.cells[nearby].tolist():
                price[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2] = np.inf
        return np.asarray(price[tuple(self.cells.T)])

    def _louder(self, centres: NDArray[np.intp]) -> float:
        visible, painted = (float(np.median(self.places.texture[tuple(at.T)])) for at in (self.at, centres))
        return min(max(visible / max(painted, 1e-4), 1.0), _MOST_LOUDER)

    def _as_strong_as_lenders(self, loans: list[Loan]) -> list[Loan]:
        """The loans, as strong together as all that is visible of their part, times its ``Strength``."""
        if not loans or self.group in SMALL:
            return loans
        own = self.places.groups == self.group
        visible = self.places.visible & own
        here = float(self.places.energy[visible].mean())
        lent = float(self.places.energy[[one.y for one in loans], [one.x for one in loans]].mean())
        gain = min(max((here / max(lent, 1e-12)) ** 0.5, 1.0), _MOST_GAIN)
        strength = _STRENGTHS.get(self.group)
        if strength is not None:
            gain *= strength.at(here, 1 - float(visible.sum() / own.sum()))
        return [one._replace(gain=gain) for one in loans]

    def _distances(self, features: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
        """For each patch (K,) the squared distance of every lender (M,)."""
        norms = (self.features**2).sum(axis=1)
        for part in np.split(features, range(_CHUNK, len(features), _CHUNK)):
            yield from norms - 2 * part @ self.features.T + (part**2).sum(axis=1)[:, None]

    def _going_on(self, neighbour: int | None, dx: int, dy: int) -> int:
        """The lender that lies beside a neighbour's as the patch lies beside the neighbour; -1 if there is none."""
        if neighbour is None:
            return -1
        step = PATCH_CROP_PX // 2
        mirrored = bool(self.is_mirrored[neighbour])
        y, x = self.at[neighbour] + np.array([step * dy, -step * dx if mirrored else step * dx])
        side = self.number.shape[1]
        return int(self.number[int(mirrored), y, x]) if 0 <= y < side and 0 <= x < side else -1


def _before(row: int, column: int) -> Iterator[tuple[int, int]]:
    """The places of the grid nearby that come before one in reading order."""
    for y in range(row - _NEARBY, row + 1):
        for x in range(column - _NEARBY, column + (_NEARBY + 1 if y < row else 0)):
            yield y, x
