"""The identity check of restored faces, as a step of a restoration: a few embeddings, and no second look at the photo.

It costs an embedding for each candidate, and once for each face one of what was visible and one of each reference. With
references there is a second one of each, and of the candidate: of the painted part alone, a tenth of a second.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from facerestore.restoration.candidate_set import CandidateSet, FaceInput, FaceKey
from facerestore.restoration.steps import Calculation, Recipe
from facerestore.values.alignment import FaceCrop
from facerestore.values.cancellation import CancelToken
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.events import OnProgress
from facerestore.values.identity_check import ComparedPhotograph, IdentityCheck, KnownFace
from facerestore.values.request import EmbeddingRequest


def with_check(candidates: CandidateSet, face: FaceInput, made: Candidate) -> Recipe[Candidate]:
    """A candidate of the face with its check."""
    if face.key not in candidates.known:
        candidates.known[face.key] = yield from _known(face)
    check = yield from _check(made, candidates.known[face.key])
    return replace(made, check=check)


def checks_of_mixtures(
    candidates: CandidateSet, mixes: Mapping[FaceKey, CandidateMix]
) -> Recipe[dict[FaceKey, IdentityCheck]]:
    """The checks of faces that are put together from several candidates, where the networks made one of them for this
    set: they are not started for a result that was opened."""
    checks = {}
    for face in candidates.faces:
        known, mix = candidates.known.get(face.key), mixes[face.key]
        if known is not None and mix.is_mixed:
            made: Candidate = yield Calculation("crop", partial(_chosen, candidates, face, mix))
            checks[face.key] = yield from _check(made, known)
    return checks


def _chosen(
    candidates: CandidateSet, face: FaceInput, mix: CandidateMix, progress: OnProgress, cancel: CancelToken
) -> Candidate:
    return candidates.chosen(face, mix)


def _known(face: FaceInput) -> Recipe[KnownFace]:
    before: FaceEmbedding = yield EmbeddingRequest(face.crop, is_continued=True)
    photographs = []
    for one in face.references:
        embedding: FaceEmbedding = yield EmbeddingRequest(one.crop, is_continued=True)
        part: FaceEmbedding = yield EmbeddingRequest(_only(one.crop, face.crop.hole), is_continued=True)
        photographs.append(ComparedPhotograph(one.file_name, embedding, part))
    return KnownFace(before, tuple(photographs))


def _check(candidate: Candidate, known: KnownFace) -> Recipe[IdentityCheck]:
    """Of all of the painted crop, at full strength."""
    whole = replace(candidate.crop, pixels=candidate.pixels, hole=np.zeros_like(candidate.crop.hole))
    after: FaceEmbedding = yield EmbeddingRequest(whole)
    painted: FaceEmbedding | None = None
    if known.photographs:
        painted = yield EmbeddingRequest(_only(whole, candidate.crop.hole), is_continued=True)
    return IdentityCheck(known.before, after, known.photographs, painted)


def _only(crop: FaceCrop, part: NDArray[np.bool_]) -> FaceCrop:
    """A crop of which nothing is seen but a part (H, W)."""
    hidden = crop.hole | ~part
    return replace(crop, pixels=np.where(hidden[..., None], np.float32(0), crop.pixels), hole=hidden)
