"""Random projects to save, and whether two are equal."""

from functools import cache
from pathlib import Path

import numpy as np

from facerestore.documents.saved_project import Original, OtherCandidate, SavedProject, SavedResult
from facerestore.editing.project import FaceState
from facerestore.values.alignment import TEMPLATE, Alignment, FaceCrop, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind, DamageTable, class_shares
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.face import Face
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box, Extent
from facerestore.values.identity_check import ComparedPhotograph, IdentityCheck
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference, ReferencePart, equal_references
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult

CROP_PX = 16


def drawn_project(generator: np.random.Generator, path: Path = Path("/nowhere/ä photo.png")) -> SavedProject:
    """A small project with up to three faces and two results. One that is seeded with 0 has some of each."""
    height, width = (int(side) for side in generator.integers(20, 60, 2))
    dtype = (np.uint8, np.uint16)[generator.integers(2)]
    shape = (height, width) if generator.integers(2) else (height, width, 3)
    photo = Photo(generator.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True))
    original = Original(path, "0" * 64, 1234, photo.extent, photo.bits, 1 if len(shape) == 2 else 3)
    coverage = Mask.from_bool(generator.random((height, width)) < 0.3)
    faces = tuple(face_work(generator, width, height) for _ in range(generator.integers(1, 4)))
    results = tuple(
        SavedResult.of(
            result_over(photo, coverage, generator), coverage, int(generator.integers(99)), _others(generator)
        )
        for _ in range(generator.integers(1, 3))
    )
    return SavedProject(
        original,
        coverage.coverage,
        faces,
        int(generator.integers(-1, len(faces))),
        12,
        results,
        result_is_current=True,
        classes=classes(generator),
        framing=framing(generator, photo.extent),
    )


def framing(generator: np.random.Generator, extent: Extent) -> Framing:
    if generator.integers(2):
        return UNFRAMED
    degrees = float(generator.uniform(-45, 45)) if generator.integers(2) else 0.0
    left, top, right, bottom = (int(side) for side in generator.integers(0, 60, 4))
    lying = Framing(int(generator.integers(4)), degrees)
    return lying.cropped(Box(min(left, right), min(top, bottom), max(left, right) + 1, max(top, bottom) + 1), extent)


def classes(generator: np.random.Generator) -> DamageTable:
    if generator.integers(2):
        return DEFAULT_TABLE
    tape = DamageKind(number=254, policy=Policy.FILL, name="Täpe", colour="#804020")
    return DEFAULT_TABLE.without(DamageClass.DUST).with_policy(DamageClass.STAIN, Policy.PROTECT).added(tape)


def face_work(generator: np.random.Generator, width: int, height: int) -> FaceState:
    points = TEMPLATE * min(width, height) + generator.normal(0, 1, (5, 2))
    face = Face(points, (1.5, 2.25, width / 3, 9.0), float(generator.random()))
    work = FaceState(
        face, choice=choice(generator), is_skipped=bool(generator.integers(2)), references=drawn_references(generator)
    )
    kind = generator.integers(3)
    if kind == 0:
        return work
    work = work.with_prediction(layout(generator, work.alignment))
    return work if kind == 1 else work.with_layout(layout(generator, work.alignment))


def choice(generator: np.random.Generator) -> CandidateMix | None:
    if generator.integers(2):
        return None
    region = np.zeros((256, 256), np.bool_)
    region[: generator.integers(1, 256), : generator.integers(1, 256)] = True
    return CandidateMix.whole(3, 256).with_seed(region, 4).with_strength(~region, int(generator.integers(101)))


def drawn_references(generator: np.random.Generator) -> tuple[Reference, ...]:
    """None, or up to three, some of which another face has as well."""
    count = max(0, int(generator.integers(-2, 4)))
    parts = [part for part in ReferencePart if generator.integers(2)]
    chosen = [_reference(int(number)) for number in generator.permutation(4)[:count]]
    return tuple(one.with_parts(frozenset(parts)) if generator.integers(2) else one for one in chosen)


@cache
def _reference(number: int) -> Reference:
    generator = np.random.default_rng(number)
    face = Face(TEMPLATE * 300 + generator.normal(0, 1, (5, 2)), (1.5, 2.25, 100.0, 9.0), 0.75)
    alignment = Alignment.of_face(face)
    hole = generator.random((256, 256)) < 0.1
    pixels = np.where(hole[..., None], 0, generator.random((256, 256, 3))).astype(np.float32)
    extent = None if number == 3 else Extent(400 + number, 500)
    one = Reference(
        crop=FaceCrop(pixels, hole, alignment, is_grey=bool(number % 2)),
        face=face,
        file_name=f"grändmother {number}.tif",
        sha256=None if number == 3 else f"{number}" * 64,
        extent=extent,
    )
    masked = one.with_mask(generator.random((256, 256)) < 0.2) if number == 1 else one
    return masked if number == 2 else masked.with_layout(layout(generator, alignment))


def layout(generator: np.random.Generator, alignment: Alignment) -> Layout:
    return Layout(generator.integers(0, 19, (CROP_PX, CROP_PX), np.uint8), alignment)


def result_over(photo: Photo, mask: Mask, generator: np.random.Generator) -> RestorationResult:
    alignment = Alignment.of_aligned(photo.extent, crop_px=CROP_PX)
    crop = cut_crop(photo, mask, alignment)
    lenders = drawn_references(generator)
    lent = generator.integers(0, 60, (1 + len(lenders), CROP_PX, CROP_PX), np.uint8) if lenders else None
    pixels = generator.random((CROP_PX, CROP_PX, 3)).astype(np.float32)
    check = _check(generator, lenders) if generator.integers(2) else None
    candidate = Candidate(pixels, crop, layout(generator, alignment), 3, lent=lent, check=check)
    painted = generator.integers(0, photo.white, photo.pixels.shape, photo.pixels.dtype, endpoint=True)
    generated = mask.restore & (generator.random(mask.coverage.shape) < 0.5)
    says_more = bool(generator.integers(2))
    side = np.zeros((CROP_PX, CROP_PX), np.bool_)
    side[: CROP_PX // 2] = True
    filled = mask.restore & ~generated
    if says_more:
        filled &= generator.random(mask.coverage.shape) < 0.5
    return RestorationResult(
        RepairedPhoto.of_planes(photo, painted, generated=generated, filled=filled),
        (candidate,),
        "a processor",
        1.25,
        {"net": "ab"},
        ("a note",),
        protected=Mask.from_bool(~mask.restore & (generator.random(mask.coverage.shape) < 0.1)) if says_more else None,
        classes=class_shares(mask.coverage),
        choices=(CandidateMix.whole(3, CROP_PX).with_seed(side, 4).with_strength(side, 30),) if says_more else (),
        references=(lenders,) if lenders else (),
        embedder_sha256=None if check is None else "e" * 64,
    )


def _others(generator: np.random.Generator) -> tuple[OtherCandidate, ...]:
    def other(seed: int) -> OtherCandidate:
        lent = generator.integers(0, 60, (2, CROP_PX, CROP_PX), np.uint8) if generator.integers(2) else None
        pixels = generator.integers(0, 65535, (CROP_PX, CROP_PX, 3), np.uint16, endpoint=True)
        check = _check(generator, ()) if generator.integers(2) else None
        return OtherCandidate(0, seed, pixels, ("a nöte",) if generator.integers(2) else (), lent, check)

    return tuple(other(seed) for seed in range(int(generator.integers(4))))


def _check(generator: np.random.Generator, lenders: tuple[Reference, ...]) -> IdentityCheck:
    def embedding() -> FaceEmbedding:
        return FaceEmbedding(generator.normal(size=128).astype(np.float32), float(generator.random()))

    has_parts = bool(generator.random() < 0.5)
    return IdentityCheck(
        embedding(),
        embedding(),
        tuple(ComparedPhotograph(one.file_name, embedding(), embedding() if has_parts else None) for one in lenders),
        embedding() if has_parts else None,
    )


def same_project(one: SavedProject, other: SavedProject) -> bool:
    try:
        assert_equal(one, other)
    except AssertionError:
        return False
    return True


def assert_equal(one: SavedProject, other: SavedProject) -> None:
    """Raises AssertionError where two projects differ."""
    assert one.original == other.original
    assert (one.current_face, one.seed, one.result_is_current) == (
        other.current_face,
        other.seed,
        other.result_is_current,
    )
    assert (one.coverage == other.coverage).all()
    assert one.classes == other.classes
    assert one.framing == other.framing
    assert_equal_faces(one.faces, other.faces)
    assert len(one.results) == len(other.results)
    for mine, its in zip(one.results, other.results, strict=True):
        _assert_equal_results(mine, its)


def assert_equal_references(ones: tuple[Reference, ...], others: tuple[Reference, ...]) -> None:
    assert equal_references(ones, others)
    # what no face borrows, but records and later comparisons need
    assert [one.key for one in ones] == [other.key for other in others]
    assert [(one.file_name, one.sha256) for one in ones] == [(other.file_name, other.sha256) for other in others]
    assert [one.extent for one in ones] == [other.extent for other in others]
    for one, other in zip(ones, others, strict=True):
        assert (one.beneath is None) == (other.beneath is None)
        assert (one.whole.pixels == other.whole.pixels).all()
        assert (one.whole.hole == other.whole.hole).all()


def assert_equal_faces(ones: tuple[FaceState, ...], others: tuple[FaceState, ...]) -> None:
    assert len(ones) == len(others)
    for one, other in zip(ones, others, strict=True):
        assert (one.face.points_photo == other.face.points_photo).all()
        assert (one.face.box_xyxy, one.face.confidence) == (other.face.box_xyxy, other.face.confidence)
        assert (one.layout is one.predicted) == (other.layout is other.predicted)
        assert one.is_skipped == other.is_skipped
        assert_equal_references(one.references, other.references)
        assert (one.choice is None) == (other.choice is None)
        assert one.choice is None or one.choice.equals(other.choice)
        for mine, its in ((one.layout, other.layout), (one.predicted, other.predicted)):
            assert_equal_layouts(mine, its)


def assert_equal_layouts(one: Layout | None, other: Layout | None) -> None:
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert (one.labels == other.labels).all()
        assert_equal_alignments(one.alignment, other.alignment)


def assert_equal_alignments(one: Alignment | None, other: Alignment | None) -> None:
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.crop_px == other.crop_px
        assert (one.matrix_photo_to_crop == other.matrix_photo_to_crop).all()


def _assert_equal_results(one: SavedResult, other: SavedResult) -> None:
    assert (one.mask.coverage == other.mask.coverage).all()
    assert one.pixels.dtype == other.pixels.dtype
    assert (one.pixels == other.pixels).all()
    assert (one.generated == other.generated).all()
    assert (one.seed, one.device, one.elapsed_s) == (other.seed, other.device, other.elapsed_s)
    assert (one.weights, one.notes, one.classes) == (other.weights, other.notes, other.classes)
    assert one.embedder_sha256 == other.embedder_sha256
    for mine, its in ((one.filled, other.filled), (_coverage(one.protected), _coverage(other.protected))):
        assert (mine is None) == (its is None)
        assert mine is None or (mine == its).all()
    for mine, its in zip(one.others, other.others, strict=True):
        assert (mine.face, mine.seed, mine.notes) == (its.face, its.seed, its.notes)
        assert (mine.pixels == its.pixels).all()
        assert (mine.lent is None) == (its.lent is None)
        assert mine.lent is None or (mine.lent == its.lent).all()
        assert (mine.check is None) == (its.check is None)
    for mine, its in zip(one.candidates, other.candidates, strict=True):
        assert mine.seed == its.seed
        assert (mine.choice is None) == (its.choice is None)
        assert mine.choice is None or mine.choice.equals(its.choice)
        assert (mine.pixels == its.pixels).all()
        assert_equal_layouts(mine.layout, its.layout)
        assert_equal_alignments(mine.alignment, its.alignment)
        assert_equal_references(mine.references, its.references)
        assert (mine.lent is None) == (its.lent is None)
        assert mine.lent is None or (mine.lent == its.lent).all()
        assert (mine.check is None) == (its.check is None)
        if mine.check is not None:
            assert str(mine.check.sentence) == str(its.check.sentence)
            assert (mine.check.after.vector == its.check.after.vector).all()
            assert (mine.check.moved, mine.check.distances) == (its.check.moved, its.check.distances)


def _coverage(mask: Mask | None) -> np.ndarray | None:
    return None if mask is None else mask.coverage
