"""Compositing: painted crops go back into the photo, at its own depth, size, tone and grain.

How a hole is filled at the scan's own resolution:

1. Each painted crop is resampled once onto the photo, its colours matched at the hole's border.
2. The difference between photo and painting on the visible pixels is carried into the hole by a membrane (see
   ``seam``). Just inside the border, and across scratches thinner than a crop pixel, this is interpolation
   between the scan's own full-resolution pixels; it dies out with depth, where the painting alone decides.
3. A painting enlarged to a scan finer than the crop is too smooth. The grain of the flat visible places is
   measured, and what the painting lacks of it is grown anew (see ``grain``). Where the scan shows the same part
   of the face elsewhere, its detail is borrowed first (see ``detail``); it brings grain along.
4. Where no crop reaches, or where no network is wanted, the hole is filled from its surroundings (see
   ``filling``), with the same grain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.compositing.crop_layers import PaintedPart, Painting
from facerestore.compositing.detail_layers import Details
from facerestore.compositing.filling import Continuation, continuations
from facerestore.compositing.grain_synthesis import Regrowth
from facerestore.compositing.seam import Level
from facerestore.compositing.tiling import Piece, PiecewiseMembrane, Plan
from facerestore.compositing.tone import measured_tone
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.events import OnProgress, no_progress
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.region import PaintedRegion
from facerestore.values.repair import Repair, RepairedPhoto, RepairKind


def composite(
    photo: Photo,
    mask: Mask,
    candidates: Sequence[Candidate],
    *,
    regions: Sequence[PaintedRegion] = (),
    fill: Mask | None = None,
    protected: Mask | None = None,
    seed: int = 0,
    detail: float = 0.0,
    on_progress: OnProgress = no_progress,
    cancel: CancelToken = NEVER,
) -> RepairedPhoto:
    """The photo with the candidates and painted regions put back where the mask restores; all other samples, and
    alpha, are the photo's own. The same seed gives the same bytes.

    ``fill`` is restored too, but from its surroundings alone, be it inside a crop. ``protected`` pixels are
    bit-identical whatever the other two say. ``detail``: how strong the detail is (0...1) that paintings borrow from
    visible places of the scan.
    Raises ValueError if a mask has another size than the photo, Cancelled if asked to stop.
    """
    if any(one.extent != photo.extent for one in (mask, fill, protected) if one is not None):
        raise ValueError("A mask has its photo's size.")
    mask = changed_by(mask, fill, protected)
    if mask.is_empty:
        return RepairedPhoto(photo)
    # the generators of noise take no negative seeds
    work = _Work.of(photo, mask, fill, protected, candidates, regions, seed=seed % 2**63, detail=detail)
    total = 2 * len(work.plan.pieces)
    for done, piece in enumerate(work.plan.pieces):
        raise_if_cancelled(cancel)
        on_progress("composite", done, total)
        work.take_in(piece)
    repairs: list[Repair] = []
    for done, piece in enumerate(work.plan.pieces, total // 2):
        raise_if_cancelled(cancel)
        on_progress("composite", done, total)
        repairs += work.repairs(piece)
    on_progress("composite", total, total)
    return RepairedPhoto(photo, tuple(repairs))


def changed_by(mask: Mask, fill: Mask | None, protected: Mask | None) -> Mask:
    """The only pixels that a restoration changes: those to restore or to fill, without the protected ones."""
    if fill is None and protected is None:
        return mask
    coverage = mask.coverage.copy() if fill is None else mask.coverage | fill.coverage
    return Mask(coverage if protected is None else coverage & ~protected.coverage)


def painted_by(mask: Mask, fill: Mask | None, protected: Mask | None) -> Mask:
    """The pixels that networks may paint: those to restore, without the ones to fill and the protected ones."""
    if fill is None and protected is None:
        return mask
    coverage = mask.coverage.copy()
    for other in (fill, protected):
        if other is not None:
            coverage &= ~other.coverage
    return Mask(coverage)


@dataclass(frozen=True, eq=False)
class _Work:
    """What all pieces share. ``samples``: the photo's pixels, one channel (H, W) if it is grey; ``mask``: all that
    changes; ``fill``: where no painting is used."""

    samples: NDArray[np.uint8] | NDArray[np.uint16]
    photo: Photo
    mask: Mask
    fill: Mask | None
    plan: Plan
    paintings: tuple[Painting, ...]
    difference: PiecewiseMembrane
    surroundings: PiecewiseMembrane
    continuations: tuple[Continuation, ...]
    details: Details
    regrowth: Regrowth | None

    @classmethod
    def of(
        cls,
        photo: Photo,
        mask: Mask,
        fill: Mask | None,
        protected: Mask | None,
        candidates: Sequence[Candidate],
        regions: Sequence[PaintedRegion],
        *,
        seed: int,
        detail: float,
    ) -> "_Work":
        is_grey = photo.is_grey
        samples = photo.pixels[..., 0] if is_grey and photo.pixels.ndim == 3 else photo.pixels
        tone = None if is_grey or not (candidates or regions) else measured_tone(photo, mask)
        of_faces = tuple(Painting.of(candidate, photo.extent, tone) for candidate in candidates)
        paintings = (*of_faces, *(Painting.of_region(region, photo.extent, tone) for region in regions))
        plan, chs = Plan.of(mask), 1 if is_grey else 3
        membranes = PiecewiseMembrane(plan, chs), PiecewiseMembrane(plan, chs)
        continued = continuations(photo, samples, mask, paintings, fill=fill, seed=seed)
        regrowth = Regrowth.of(photo, samples, mask, paintings, continued, seed=seed)
        details = Details.of(
            photo,
            samples,
            of_faces,
            candidates,
            mask=mask,
            fill=fill,
            protected=protected,
            strength=detail,
            seed=seed,
        )
        return cls(samples, photo, mask, fill, plan, paintings, *membranes, continued, details, regrowth)

    @property
    def chs(self) -> int:
        return 1 if self.samples.ndim == 2 else 3

    def take_in(self, piece: Piece) -> None:
        """What is known of this piece, for the solution of the whole."""
        part = self._with_continuations(self._painted(piece), piece)
        pixels, visible = self._read(piece)
        self.difference.add(piece, Level(pixels - part.pixels, visible * part.share))
        self.surroundings.add(piece, Level(pixels, visible))
        if self.regrowth is not None:
            self.regrowth.take_in(piece.read, pixels, visible)

    def repairs(self, piece: Piece) -> Iterator[Repair]:
        """What the mask restores of the wanted part: what some crop covers is generated, the rest filled."""
        samples, covered = self._restored(piece)
        hole = self.mask.coverage[piece.wanted.slices] > 0
        for kind, chosen in ((RepairKind.GENERATED, covered), (RepairKind.FILLED, ~covered)):
            if chosen.any():
                where = hole.copy()
                where[hole] = chosen
                yield Repair.of(piece.wanted, kind, where, samples[chosen])

    def _restored(self, piece: Piece) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """For each pixel of the wanted part that the mask restores, in reading order: samples of the photo's kind
        (N, ...), and whether some crop covers it (N,)."""
        painted = self._painted(piece)
        part = self._with_continuations(painted, piece)
        pixels, visible = self._read(piece)
        hole = self.mask.coverage[piece.read.slices]
        rows, columns = np.nonzero(hole[piece.inner])
        at = (rows + piece.inner[0].start, columns + piece.inner[1].start)
        share = part.share[at][:, None]
        picture = np.zeros((len(rows), self.chs), np.float32)
        if (share > 0).any():
            carried = self.difference.pull(piece, Level(pixels - part.pixels, visible * part.share))
            picture += share * (part.pixels[at] + carried[rows, columns])
        if (share < 1).any():
            picture += (1 - share) * self.surroundings.pull(piece, Level(pixels, visible))[rows, columns]
        picture += self._fine(piece, rows, columns, picture, (painted.share[at], part.share[at]))
        return self._as_samples(picture), painted.covered[at]

    def _fine(
        self,
        piece: Piece,
        rows: NDArray[np.intp],
        columns: NDArray[np.intp],
        picture: NDArray[np.float32],
        shares: tuple[NDArray[np.float32], NDArray[np.float32]],
    ) -> NDArray[np.float32]:
        """Detail and grain (N, C) of the pixels at rows and columns of the wanted part, which look like the picture
        (N, C) without them. ``shares``: as of ``Regrowth.noise``."""
        fine = np.zeros_like(picture)
        if not self.details.parts and self.regrowth is None:
            return fine
        hole = self.mask.coverage[piece.read.slices]
        depth_px = np.asarray(cv2.distanceTransform(hole, cv2.DIST_L2, 3)[piece.inner], np.float32)
        borrowed = np.zeros(len(picture), np.float32)
        if self.details.parts:
            detail = self.details.over(piece.wanted, depth_px, self.chs)
            borrowed = detail.share[rows, columns]
            fine += shares[0][:, None] * detail.pixels[rows, columns]
        if self.regrowth is not None:
            depth_px = depth_px[rows, columns]
            rows, columns = rows + piece.wanted.top, columns + piece.wanted.left
            fine += self.regrowth.noise(rows, columns, picture, shares, depth_px, borrowed)
        return fine

    def _painted(self, piece: Piece) -> PaintedPart:
        painted = PaintedPart.of(self.paintings, piece.read, self.chs)
        return painted if self.fill is None else painted.without(self.fill.coverage[piece.read.slices] > 0)

    def _with_continuations(self, part: PaintedPart, piece: Piece) -> PaintedPart:
        for continuation in self.continuations:
            if not continuation.box_photo.intersection(piece.read).is_empty:
                part = part.above(*continuation.over(piece.read))
        return part

    def _read(self, piece: Piece) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Pixels (h, w, C) 0...1 and 1 where they are visible (h, w)."""
        cut = self.samples[piece.read.slices].astype(np.float32) / np.float32(self.photo.white)
        visible = self.mask.coverage[piece.read.slices] == 0
        if self.photo.alpha is not None:
            visible &= self.photo.alpha[piece.read.slices] > 0
        return cut.reshape(*cut.shape[:2], -1), visible.astype(np.float32)

    def _as_samples(self, picture: NDArray[np.float32]) -> NDArray[np.generic]:
        """Pixels (N, C) rounded to the photo's depth, with its channels (N,) or (N, 3)."""
        scaled = np.clip(np.rint(picture * np.float32(self.photo.white)), 0, self.photo.white)
        samples: NDArray[np.generic] = scaled.astype(self.photo.pixels.dtype)
        return np.asarray(samples[:, 0]) if self.photo.pixels.ndim == 2 else np.broadcast_to(samples, (len(samples), 3))
