"""One restoration: a generator of requests and calculations that ends in a result.

The command line runs it to its end (``restored``). The window steps through its two halves: between ``face_inputs``,
which says what the networks are to be given, and ``put_together``, which makes the candidates that are chosen and the
photo, a person may change a layout, choose parts of several candidates, or go back to those that were made before.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from facerestore.compositing.compositor import changed_by, composite, painted_by
from facerestore.compositing.diffusion import unknown_pixels
from facerestore.compositing.strength import FaceStrength, with_strength
from facerestore.restoration.backend import Ready
from facerestore.restoration.candidate_set import CandidateSet, FaceInput, FaceKey
from facerestore.restoration.face_search import outside_note
from facerestore.restoration.identity import checks_of_mixtures, with_check
from facerestore.restoration.regions import painted_regions
from facerestore.restoration.restorers import SEMANTIC, Restorer
from facerestore.restoration.steps import Calculation, Plan, PlannedStep, Recipe
from facerestore.values.alignment import Alignment, FaceCrop, cut_crop
from facerestore.values.cancellation import CancelToken
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import ClassShare, RegionPlan
from facerestore.values.errors import OutOfMemory
from facerestore.values.events import OnProgress
from facerestore.values.identity_check import IdentityCheck
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import MOST_REFERENCES, Reference
from facerestore.values.region import PaintedRegion
from facerestore.values.repair import Repair, RepairedPhoto
from facerestore.values.request import DEFAULT_DETAIL, DEFAULT_SEED, LayoutRequest, TextureRequest
from facerestore.values.result import RestorationResult
from facerestore.values.translatable_text import TranslatableText

WITHOUT_NETWORK = "processor"
"""The device of a result that no network took part in."""

GetReady = Callable[[], Ready]
"""Says what the networks work with: asked when they have worked."""


@dataclass(frozen=True, eq=False)
class FaceToRestore:
    """A face by its place, and its layout, None to have it predicted. ``is_found``: by the detector; ``is_predicted``:
    the layout goes back to stage 1. ``references``: the same person in other photographs, at most MOST_REFERENCES."""

    alignment: Alignment
    layout: Layout | None = None
    is_found: bool = False
    is_predicted: bool = False
    references: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        if len(self.references) > MOST_REFERENCES:
            raise ValueError(f"A face has at most {MOST_REFERENCES} references.")


@dataclass(frozen=True, eq=False, kw_only=True)
class RestorationRequest:
    """All that determines one restoration: equal ones give equal results on one device.

    ``plan``: what is done where; ``classes``: what it was painted with, for the record. ``restorer``: a way of its own
    (``routing`` finds one where the person left that open); ``reason``: why it was chosen, for the person. ``faces``:
    those that may be restored; which of them are is decided by the plan. ``detail``: how strong the detail is, 0...1,
    that faces borrow from visible places of the scan. ``hand``: what was filled by hand, outside the plan: seen as a
    part of the photo by all that looks at it, and not among what the restoration changes. Raises ValueError for a
    strength beyond.
    """

    photo: Photo
    plan: RegionPlan
    faces: tuple[FaceToRestore, ...] = ()
    seed: int = DEFAULT_SEED
    detail: float = DEFAULT_DETAIL
    restorer: Restorer = SEMANTIC
    classes: tuple[ClassShare, ...] = ()
    reason: str = ""
    hand: tuple[Repair, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.detail <= 1:
            raise ValueError("The strength of detail is 0 to 1.")

    @cached_property
    def worked(self) -> Photo:
        """The photo as it is filled by hand: a copy of it, unless nothing is."""
        return RepairedPhoto(self.photo, self.hand).photo

    @cached_property
    def changed(self) -> Mask:
        """The only pixels that may change."""
        return changed_by(self.plan.restore, self.plan.fill, self.plan.protected)

    @property
    def megapixels(self) -> float:
        return self.photo.extent.pixel_count / 1e6

    @cached_property
    def masked_megapixels(self) -> float:
        """Of the pixels that may change."""
        return int(np.count_nonzero(self.changed.coverage)) / 1e6


def restored(
    request: RestorationRequest, ready: GetReady, *, mixes: Mapping[FaceKey, CandidateMix] | None = None
) -> Recipe[RestorationResult]:
    """The photo with its mask restored: every face that the mask touches by the networks, the rest from its
    surroundings. Neither the networks nor the filling see what is to be filled, and what is protected stays
    bit-identical. ``mixes``: as in ``put_together``."""
    began_s = time.monotonic()
    faces = yield from face_inputs(request)
    candidates = CandidateSet(faces, request.restorer)
    return (yield from put_together(request, candidates, ready, began_s=began_s, mixes=mixes))


def face_inputs(
    request: RestorationRequest, on_layout: Callable[[int, Layout], None] = lambda face, layout: None
) -> Recipe[tuple[FaceInput, ...]]:
    """What the networks are given for each face that the mask touches; none for a restorer that looks at no face.

    ``on_layout`` is told each layout that is predicted on the way, with the number of its face. Raises UsageError where
    nothing of the photo is left to go by.
    """
    unknown_pixels(request.photo, request.changed)  # refused where that is all of it
    if not request.restorer.needs_face:
        return ()
    yield Plan((PlannedStep("crop", request.megapixels),))
    crops: list[tuple[int, FaceCrop]] = yield Calculation("crop", lambda progress, cancel: _crops(request))
    inputs = []
    for index, crop in crops:
        face = request.faces[index]
        layout, networks = face.layout, _networks_before(face)
        if layout is None:
            prediction: LayoutPrediction = yield LayoutRequest(crop)
            layout, networks = prediction.layout, networks | {"layout"}
            on_layout(index, layout)
        references: tuple[Reference, ...] = ()
        if request.restorer.takes_references and face.references:
            references = yield from with_layouts(face.references)
            networks |= {"detection", "points", "layout"}
        inputs.append(FaceInput(crop, layout, networks, references))
    return tuple(inputs)


def with_layouts(references: Sequence[Reference]) -> Recipe[tuple[Reference, ...]]:
    """The references, each with its layout, by stage 1 where it has none."""
    found = []
    for one in references:
        if one.layout is None:
            prediction: LayoutPrediction = yield LayoutRequest(one.crop)
            one = one.with_layout(prediction.layout)
        found.append(one)
    return tuple(found)


def put_together(
    request: RestorationRequest,
    candidates: CandidateSet,
    ready: GetReady,
    *,
    began_s: float,
    mixes: Mapping[FaceKey, CandidateMix] | None = None,
    on_candidate: Callable[[Candidate], None] = lambda candidate: None,
) -> Recipe[RestorationResult]:
    """The result, with the candidates that it needs and that the set does not have yet.

    ``mixes``: which candidates a face is made of, those of the request's seed where a face has none. ``began_s``: when
    the person asked for it, by ``time.monotonic``. ``on_candidate`` is told each candidate that is made on the way.
    """
    chosen = {
        face.key: (mixes or {}).get(face.key) or CandidateMix.whole(request.seed, face.crop.alignment.crop_px)
        for face in candidates.faces
    }
    wanted = [(face, seed) for face in candidates.faces for seed in chosen[face.key].seeds]
    missing = [(face, seed) for face, seed in wanted if not candidates.has(face.key, seed)]
    composed = PlannedStep("composite", request.megapixels, request.masked_megapixels, len(candidates.faces))
    yield Plan((*(PlannedStep("texture") for _ in missing), composed))
    for face, seed in missing:
        yield from candidate(candidates, face, seed, on_candidate)
    if request.restorer.paints_regions and not candidates.regions:
        candidates.regions.extend((yield from _regions(request)))
    checks = yield from checks_of_mixtures(candidates, chosen)
    result: RestorationResult = yield Calculation(
        "composite",
        # the networks are ready only now, when they have made what was missing
        lambda progress, cancel: _result(request, candidates, chosen, checks, ready(), began_s, progress, cancel),
    )
    return result


def _regions(request: RestorationRequest) -> Recipe[tuple[PaintedRegion, ...]]:
    plan = request.plan
    painted = painted_by(plan.restore, plan.fill, plan.protected)
    faces = [face.alignment for face in request.faces]
    return (yield from painted_regions(request.worked, request.changed, painted, faces, request.restorer.painter))


def candidate(
    candidates: CandidateSet,
    face: FaceInput,
    seed: int,
    on_candidate: Callable[[Candidate], None] = lambda candidate: None,
) -> Recipe[None]:
    """A face's candidate of a seed, put into the set, unless it is there already."""
    if not candidates.has(face.key, seed):
        painter = candidates.restorer.painter
        made: Candidate = yield TextureRequest(face.crop, face.layout, seed, painter, face.references)
        made = yield from with_check(candidates, face, made)
        candidates.add(made)
        on_candidate(made)


def _with_check(candidate: Candidate, checks: Mapping[FaceKey, IdentityCheck]) -> Candidate:
    return replace(candidate, check=checks.get(candidate.alignment.key, candidate.check))


def predicted_layout(
    photo: Photo, mask: Mask, alignment: Alignment, *, alternative: int = 0
) -> Recipe[LayoutPrediction]:
    """Stage 1 for one face of a photo, without a trace of what the mask covers."""
    crop: FaceCrop = yield Calculation("crop", lambda progress, cancel: cut_crop(photo, mask, alignment))
    prediction: LayoutPrediction = yield LayoutRequest(crop, alternative)
    return prediction


def _crops(request: RestorationRequest) -> list[tuple[int, FaceCrop]]:
    """The crop of each face that a network is to paint in, be it finer than the crop's pixels."""
    plan, extent = request.plan, request.photo.extent
    painted = painted_by(plan.restore, plan.fill, plan.protected).coverage
    boxes = [face.alignment.box_photo(extent) for face in request.faces]
    touched = [index for index, box in enumerate(boxes) if not box.is_empty and painted[box.slices].any()]
    return [(index, cut_crop(request.worked, request.changed, request.faces[index].alignment)) for index in touched]


def _networks_before(face: FaceToRestore) -> frozenset[str]:
    """The networks that had a part in a face before the restoration began."""
    found = {"detection", "points"} if face.is_found else set()
    return frozenset(found | ({"layout"} if face.layout is not None and face.is_predicted else set()))


def _result(
    request: RestorationRequest,
    candidates: CandidateSet,
    mixes: Mapping[FaceKey, CandidateMix],
    checks: Mapping[FaceKey, IdentityCheck],
    ready: Ready,
    began_s: float,
    progress: OnProgress,
    cancel: CancelToken,
) -> RestorationResult:
    """Raises OutOfMemory."""
    choices = tuple(mixes[face.key] for face in candidates.faces)
    chosen = tuple(
        _with_check(candidates.chosen(face, mix), checks) for face, mix in zip(candidates.faces, choices, strict=True)
    )
    try:
        made = _composite(request, chosen, choices, candidates.regions, progress, cancel)
    except MemoryError as error:
        raise OutOfMemory(
            TranslatableText(
                "There is too little memory to put the result into this photo of {size} megapixels.",
                size=f"{request.megapixels:.0f}",
            ),
            advice="Nothing of your work is lost. Close other programs, and try again.",
        ) from error
    at_work = frozenset({request.restorer.painter} if chosen or candidates.regions else ()).union(
        *(face.networks for face in candidates.faces)
    )
    if candidates.regions and any(face.is_found for face in request.faces):
        at_work |= {"detection", "points"}
    return RestorationResult(
        made,
        chosen,
        device=ready.device_name if at_work else WITHOUT_NETWORK,
        elapsed_s=time.monotonic() - began_s,
        weights={name: sha256 for name, sha256 in ready.weight_hashes.items() if name in at_work},
        notes=(*_notes(request, chosen, choices, candidates.regions), *_device_notes(ready if at_work else Ready())),
        protected=request.plan.protected,
        classes=request.classes,
        choices=choices,
        restorer=request.restorer.name,
        detail=request.detail if chosen else 0.0,
        references=tuple(face.references for face in candidates.faces),
        embedder_sha256=ready.weight_hashes.get("embedding"),
    )


def _device_notes(ready: Ready) -> tuple[str, ...]:
    return (ready.device_note,) if ready.device_note else ()


def _composite(
    request: RestorationRequest,
    chosen: tuple[Candidate, ...],
    mixes: tuple[CandidateMix, ...],
    regions: Sequence[PaintedRegion],
    progress: OnProgress,
    cancel: CancelToken,
) -> RepairedPhoto:
    """The photo, each candidate in it at its strength."""
    if request.restorer.fill is not None:
        filled = request.restorer.fill(request.worked, request.changed, progress, cancel)
        return RepairedPhoto(request.photo, filled.repairs)
    plan = request.plan
    made = composite(
        request.worked,
        plan.restore,
        chosen,
        regions=regions,
        fill=plan.fill,
        protected=plan.protected,
        seed=request.seed,
        detail=request.detail,
        on_progress=progress,
        cancel=cancel,
    )
    strengths = [FaceStrength(one.alignment, mix.strength) for one, mix in zip(chosen, mixes, strict=True)]
    return RepairedPhoto(request.photo, with_strength(made, strengths).repairs)


def _notes(
    request: RestorationRequest,
    chosen: tuple[Candidate, ...],
    mixes: tuple[CandidateMix, ...],
    regions: Sequence[PaintedRegion],
) -> tuple[str, ...]:
    notes = [request.reason] if request.reason else []
    notes += [note for one in chosen for note in one.notes] + [note for one in regions for note in one.notes]
    if request.restorer.needs_face and (outside := outside_note(request.plan.restore, [c.alignment for c in chosen])):
        notes.append(outside)
    if any(not one.is_full for one in mixes):
        notes.append("Parts were restored at less than full strength: the photo's own pixels shine through.")
    return tuple(dict.fromkeys(notes))
