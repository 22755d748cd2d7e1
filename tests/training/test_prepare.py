import argparse
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage.data
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment
from facerestore.values.errors import UsageError, WeightsMissing
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo
from facerestore_training.commands import prepare
from facerestore_training.data import celebamask, shards
from facerestore_training.data.decoding import decode_labels, decode_rgb, encode_labels
from facerestore_training.data.sources import terms_of
from facerestore_training.data.tars import read_records
from facerestore_training.preparation.cutting import Criteria, FaceFigures, Reason, cut_face, cut_labels, objection
from facerestore_training.preparation.duplicates import LookIndex, look_hash
from facerestore_training.preparation.examining import Examined, examine
from facerestore_training.preparation.ledger import LEDGER_FILE, Ledger
from facerestore_training.preparation.photos import LabelFile, PhotoFile, list_photos, planned
from facerestore_training.preparation.writing import write_shards
from tests.support.drawn_faces import drawn_face

ASTRONAUT_POINTS = np.array([[203.5, 101.5], [246, 103], [224, 125], [205, 142], [242, 144]])
"""Read off the picture by eye; good to two pixels."""


def save(pixels: np.ndarray, path: Path, **options: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path, **options)
    return path


def arguments(*words: str | Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    prepare.add_options(parser)
    return parser.parse_args([str(word) for word in words])


def noisy(width: int, height: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive as they are: good photos, copies, and what is no use."""
    folder = tmp_path_factory.mktemp("archive")
    astronaut = np.asarray(skimage.data.astronaut())
    save(astronaut, folder / "b" / "astronaut.png")
    (folder / "b" / "copied.png").write_bytes((folder / "b" / "astronaut.png").read_bytes())
    save(cv2.resize(astronaut, (410, 410), interpolation=cv2.INTER_AREA), folder / "smaller.jpg", quality=80)
    save(cv2.resize(astronaut, (160, 160), interpolation=cv2.INTER_AREA), folder / "tiny.png")
    save(cv2.GaussianBlur(astronaut[:, ::-1], (0, 0), 4), folder / "soft.png")
    save(astronaut[:, 205:], folder / "cut.png")
    save(np.full((200, 300, 3), 128, np.uint8), folder / "empty.png")
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    (folder / "zero.png").write_bytes(b"")
    (folder / "notes.txt").write_text("grandmother")
    (folder / ".hidden.jpg").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def prepared(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("prepared") / "shards"
    words = (archive, "--out", out, "--device", "cpu", "--source", "album", "--terms", "family only")
    assert prepare.run(arguments(*words, "--validation-share", "0")) == 0
    return out


def records_in(folder: Path) -> dict[str, dict[str, bytes]]:
    return {key: record for shard in sorted(folder.glob("*.tar")) for key, record in read_records(shard)}


def test_that_the_eyes_of_a_prepared_face_are_where_the_template_has_them(prepared: Path) -> None:
    (record,) = records_in(prepared).values()
    seen = decode_rgb(record["webp"])
    expected, _ = cut_face(
        Photo(np.array(skimage.data.astronaut())),
        Alignment.of_face(Face.from_points(ASTRONAUT_POINTS)),
        None,
    )
    eyes = (slice(100, 145), slice(75, 180))
    match = cv2.matchTemplate(seen, np.ascontiguousarray(expected[eyes]), cv2.TM_CCOEFF_NORMED)
    _, likeness, _, (left, top) = cv2.minMaxLoc(match)
    assert likeness > 0.8
    # 0.06 of the eye distance is what the points network is good to on an easy face
    assert abs(left - 75) <= 4
    assert abs(top - 100) <= 4


def test_that_prepared_shards_are_read_as_faces_with_their_terms(prepared: Path, tmp_path: Path) -> None:
    faces = shards.load_faces(sorted(prepared.glob("*.tar")), tmp_path / "cache")
    assert faces.pixels.shape == (1, 256, 256, 3)
    assert faces.labels is None
    assert terms_of(sorted(prepared.glob("*.tar"))) == {"album": "family only"}
    description = json.loads(next(iter(records_in(prepared).values()))["json"])
    assert description["source"] == "album"
    assert 150 < description["native_px"] < 200
    assert description["grey"] is False
    assert 0.9 < description["inside"] <= 1


def test_that_the_report_names_every_file_that_gave_no_face_and_why(prepared: Path) -> None:
    report = json.loads((prepared / "report.json").read_text())
    reasons = {Path(entry["path"]).name: entry["reason"] for entry in report["left_out"]}
    kept = ({"astronaut.png", "copied.png", "smaller.jpg"} - set(reasons)).pop()
    twins = {"astronaut.png", "copied.png"}
    assert reasons == {
        name: Reason.DUPLICATE_FILE if {name, kept} == twins or name == "copied.png" else Reason.DUPLICATE_FACE
        for name in twins | {"smaller.jpg"}
        if name != kept
    } | {
        "tiny.png": Reason.TOO_SMALL,
        "soft.png": Reason.BLURRED,
        "cut.png": Reason.CUT_OFF,
        "empty.png": Reason.NO_FACE,
        "broken.jpg": Reason.UNREADABLE,
        "zero.png": Reason.UNREADABLE,
        "notes.txt": Reason.NO_PHOTO,
    }
    assert report["photos"] == 9
    assert report["faces_kept"] == {"train": 1, "val": 0}
    text = (prepared / "report.txt").read_text()
    assert all(entry["path"] in text for entry in report["left_out"])


def test_that_what_is_prepared_is_not_prepared_again(prepared: Path, archive: Path) -> None:
    before = {file.name: file.read_bytes() for file in prepared.iterdir()}
    words = (archive, "--out", prepared, "--device", "cpu", "--source", "album", "--terms", "family only")
    assert prepare.run(arguments(*words, "--validation-share", "0")) == 0
    assert {file.name: file.read_bytes() for file in prepared.iterdir()} == before
    with pytest.raises(UsageError, match="other options"):
        prepare.run(arguments(*words, "--validation-share", "0", "--seed", "1"))


def test_that_an_archive_without_faces_ends_with_one_and_a_report(tmp_path: Path) -> None:
    save(np.full((64, 64, 3), 90, np.uint8), tmp_path / "in" / "wall.png")
    assert prepare.run(arguments(tmp_path / "in", "--out", tmp_path / "out", "--device", "cpu")) == 1
    assert "No face found" in (tmp_path / "out" / "report.txt").read_text()
    # nothing was made, so that other options may be tried in the same folder
    words = (tmp_path / "in", "--out", tmp_path / "out", "--device", "cpu", "--min-face-px", "20")
    assert prepare.run(arguments(*words)) == 1


@pytest.mark.slow
def test_that_several_processes_write_the_same_shards_as_one(tmp_path: Path, archive: Path, prepared: Path) -> None:
    words = (archive, "--out", tmp_path / "out", "--device", "cpu", "--source", "album", "--terms", "family only")
    assert prepare.run(arguments(*words, "--validation-share", "0", "--workers", "2")) == 0
    for shard in prepared.glob("*.tar"):
        assert (tmp_path / "out" / shard.name).read_bytes() == shard.read_bytes()


FRAME = Face.from_points(TEMPLATE * CROP_PX)


def in_frame(photo: Photo) -> Sequence[Face]:
    """A finder for photos that are drawn faces."""
    return [FRAME]


@pytest.fixture(scope="module")
def drawn_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    for index in range(12):
        rng = np.random.default_rng(index)
        picture = drawn_face(index)[0]
        blot = cv2.GaussianBlur(rng.normal(0, 900, (256, 256, 3)), (0, 0), 12)
        save(np.clip(picture + blot, 0, 255).astype(np.uint8), folder / f"scan{index:02d}.png")
    return folder


@cache
def examined_drawn(photo: PhotoFile) -> Examined:
    return examine(photo, in_frame, Criteria(max_blur=1), needs_labels=False)


def prepared_drawn(folder: Path, out: Path, *, seed: int = 0, stop_after: int | None = None) -> list[str]:
    """The shards of a folder of drawn faces with a few faces each."""
    out.mkdir(exist_ok=True)
    plan = planned(list_photos([folder], out=out).photos, validation_share=0.25, seed=seed)
    ledger = Ledger.opened(out, "plan")

    def answers() -> Iterator[Examined]:
        for count, (_, photo) in enumerate(plan[len(ledger.outcomes) :]):
            if count == stop_after:
                raise KeyboardInterrupt
            yield examined_drawn(photo)

    write_shards(plan, answers(), ledger, out, source="drawn", shard_bytes=200_000)
    return ledger.shards


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_that_shards_depend_on_photos_and_seed_alone(drawn_archive: Path, tmp_path: Path) -> None:
    names = prepared_drawn(drawn_archive, tmp_path / "a")
    prepared_drawn(drawn_archive, tmp_path / "b")
    prepared_drawn(drawn_archive, tmp_path / "c", seed=1)
    assert len([name for name in names if name.startswith("train")]) > 1
    assert contents(tmp_path / "a") == contents(tmp_path / "b") != contents(tmp_path / "c")
    assert set(records_in(tmp_path / "a")) == set(records_in(tmp_path / "c"))
    assert len(records_in(tmp_path / "a")) == 12


@pytest.mark.parametrize("stop_after", [0, 1, 5, 11])
def test_that_a_stopped_preparation_goes_on_to_the_same_shards(
    drawn_archive: Path, tmp_path: Path, stop_after: int
) -> None:
    prepared_drawn(drawn_archive, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        prepared_drawn(drawn_archive, tmp_path / "parts", stop_after=stop_after)
    ledger = tmp_path / "parts" / LEDGER_FILE
    if ledger.exists():
        # as a power cut leaves it
        ledger.write_bytes(ledger.read_bytes() + b'{"photo": "half a li')
    prepared_drawn(drawn_archive, tmp_path / "parts")
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_that_shards_of_which_no_ledger_knows_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "train-0000.tar").write_bytes(b"precious")
    with pytest.raises(UsageError, match="other photos"):
        Ledger.opened(tmp_path, "plan")
    assert (tmp_path / "train-0000.tar").read_bytes() == b"precious"


def test_that_a_resumed_preparation_still_knows_the_faces_before(drawn_archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for file in sorted(drawn_archive.iterdir()):
        picture = np.asarray(Image.open(file))
        save(picture, folder / file.name)
        save(np.clip(picture * 0.9, 0, 255).astype(np.uint8), folder / f"copy-{file.stem}.jpg", quality=85)
    with pytest.raises(KeyboardInterrupt):
        prepared_drawn(folder, tmp_path / "out", stop_after=14)
    assert Ledger.opened(tmp_path / "out", "plan").outcomes
    prepared_drawn(folder, tmp_path / "out")
    assert len(records_in(tmp_path / "out")) == 12


@given(
    persons=st.lists(st.integers(0, 8), min_size=1, max_size=40),
    share=st.floats(0, 1),
    seed=st.integers(0, 9),
)
def test_that_no_person_is_in_both_subsets(persons: list[int], share: float, seed: int) -> None:
    photos = [PhotoFile(Path(f"{i}.png"), f"{i}.png", f"person {who}") for i, who in enumerate(persons)]
    plan = planned(photos, validation_share=share, seed=seed)
    assert sorted(photo.name for _, photo in plan) == sorted(photo.name for photo in photos)
    subsets = {kind: {photo.person for subset, photo in plan if subset == kind} for kind in ("val", "train")}
    assert not subsets["val"] & subsets["train"]
    held_out = sum(subset == "val" for subset, _ in plan)
    assert round(share * len(photos)) <= held_out < round(share * len(photos)) + max(map(persons.count, persons))
    assert plan == planned(photos[::-1], validation_share=share, seed=seed)


def test_that_lfws_names_make_persons_and_other_names_do_not(tmp_path: Path) -> None:
    for place in ("Ann_Lee/Ann_Lee_0001.jpg", "Ann_Lee/Ann_Lee_0002.jpg", "00000/00000.png", "00000/00001.png"):
        save(noisy(8, 8), tmp_path / place)
    persons = [photo.person for photo in list_photos([tmp_path], out=tmp_path / "out").photos]
    assert persons == ["00000/00000.png", "00000/00001.png", "person Ann_Lee", "person Ann_Lee"]


def test_that_a_photo_given_twice_and_the_shards_themselves_are_not_listed(tmp_path: Path) -> None:
    save(noisy(8, 8), tmp_path / "a.png")
    save(noisy(8, 8), tmp_path / "out" / "b.png")
    found = list_photos([tmp_path, tmp_path / "a.png"], out=tmp_path / "out")
    assert [photo.name for photo in found.photos] == ["a.png"]
    with pytest.raises(UsageError, match="no file or folder"):
        list_photos([tmp_path / "missing"], out=tmp_path / "out")
    with pytest.raises(UsageError, match="no photo"):
        list_photos([tmp_path / "out"], out=tmp_path / "out")


def placed(side: int, degrees: float, scale: float) -> tuple[np.ndarray, np.ndarray, Face]:
    """A drawn face turned and scaled onto a larger photo, its label map, and where its points are."""
    picture, labels = drawn_face(0)
    matrix = cv2.getRotationMatrix2D((CROP_PX / 2, CROP_PX / 2), degrees, scale)
    matrix[:, 2] += side / 2 - CROP_PX / 2
    points = (TEMPLATE * CROP_PX) @ matrix[:, :2].T + matrix[:, 2]
    # OpenCV counts from pixel centres
    matrix[:, 2] += matrix[:, :2] @ np.full(2, 0.5) - 0.5
    photo = cv2.warpAffine(picture, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    ids = cv2.warpAffine(labels, matrix, (side, side), flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(photo), np.asarray(ids), Face.from_points(points)


@pytest.mark.parametrize("label_scale", [1.0, 0.5])
def test_that_labels_go_with_their_pixels_into_the_frame(tmp_path: Path, label_scale: float) -> None:
    pixels, ids, face = placed(700, 20, 2.0)
    label_side = round(700 * label_scale)
    ids = np.asarray(cv2.resize(ids, (label_side, label_side), interpolation=cv2.INTER_NEAREST_EXACT))
    photo = save(pixels, tmp_path / "a.png")
    labels = tmp_path / "labels.png"
    labels.write_bytes(encode_labels(ids))
    photo_file = PhotoFile(photo, "a.png", "a", labels=LabelFile(labels, "celeba"))
    (found,) = examine(photo_file, lambda photo: [face], Criteria(max_blur=1), needs_labels=True).faces
    picture, truth = drawn_face(0)
    assert (decode_labels(found.labels) == truth).mean() > 0.98
    assert np.abs(decode_rgb(found.picture).astype(int) - picture).mean() < 4


def test_that_photos_without_a_usable_label_map_are_left_out_with_the_reason(tmp_path: Path) -> None:
    photo = save(drawn_face(0)[0], tmp_path / "a.png")
    wide, unnamed = tmp_path / "wide.png", tmp_path / "unnamed.png"
    wide.write_bytes(encode_labels(np.zeros((100, 300), np.uint8)))
    unnamed.write_bytes(encode_labels(drawn_face(0)[1]))
    for labels, said in (
        (None, "none"),
        (LabelFile(wide, "celeba"), "300 x 100"),
        (LabelFile(unnamed), "order"),
        (LabelFile(tmp_path / "missing.png", "celeba"), "no such file"),
    ):
        photo_file = PhotoFile(photo, "a.png", "a", labels=labels)
        found = examine(photo_file, in_frame, Criteria(max_blur=1), needs_labels=True)
        assert found.reason is Reason.NO_LABELS
        assert said in found.detail
        assert not found.faces


def test_that_label_maps_are_found_at_the_photos_place_or_by_its_stem(tmp_path: Path) -> None:
    for place in ("x/a.jpg", "x/b.jpg", "c.jpg"):
        save(noisy(8, 8), tmp_path / "in" / place)
    for place in ("x/a.png", "b.png"):
        save(np.zeros((8, 8), np.uint8), tmp_path / "in" / "maps" / place)
    found = list_photos([tmp_path / "in"], out=tmp_path / "out", labels_dir=tmp_path / "in" / "maps")
    labels = {
        photo.name: photo.labels.path.name if isinstance(photo.labels, LabelFile) else None for photo in found.photos
    }
    assert labels == {"x/a.jpg": "a.png", "x/b.jpg": "b.png", "c.jpg": None}


def test_that_celeba_hq_is_taken_as_aligned_with_its_part_masks(tmp_path: Path) -> None:
    picture, labels = drawn_face(3, side=512)
    save(cv2.resize(picture, (1024, 1024)), tmp_path / celebamask.PHOTOS_DIR / "7.jpg", quality=95)
    for class_id, part in enumerate(celebamask.PARTS, start=1):
        if (labels == class_id).any():
            mask = (labels == class_id).astype(np.uint8) * np.uint8(255)
            save(mask, tmp_path / celebamask.MASKS_DIR / "0" / f"00007_{part}.png")
    (photo,) = list_photos([tmp_path], out=tmp_path / "out").photos

    def never(photo: Photo) -> Sequence[Face]:
        raise AssertionError("an aligned picture is not searched")

    (found,) = examine(photo, never, Criteria(max_blur=1), needs_labels=True).faces
    assert (decode_labels(found.labels) == labels[::2, ::2]).mean() > 0.98
    small = cv2.resize(picture, (256, 256), interpolation=cv2.INTER_AREA)
    assert np.abs(decode_rgb(found.picture).astype(int) - small).mean() < 3
    assert found.figures is not None
    assert found.figures.native_px == 1024


@given(size=st.integers(2, 40), shift=st.integers(-60, 60))
def test_that_labels_are_mirrored_where_the_crops_pixels_are(size: int, shift: int) -> None:
    row = np.arange(size, dtype=np.uint8) % 19
    alignment = Alignment(np.array([[1.0, 0, shift], [0, 1, 0]]))
    crop = cut_labels(np.repeat(row[None], 300, axis=0), Extent(size, 300), alignment)
    matrix = np.array([[1.0, 0, shift], [0, 1, 0]])
    expected = cv2.warpAffine(
        row[None], matrix, (CROP_PX, 1), flags=cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT_101
    )
    np.testing.assert_array_equal(crop[0], expected[0])


def test_that_missing_weights_stop_everything_and_no_photo_is_blamed(tmp_path: Path) -> None:
    photo = save(noisy(32, 32), tmp_path / "a.png")

    def finder(photo: Photo) -> Sequence[Face]:
        raise WeightsMissing("The detector is not here.")

    with pytest.raises(WeightsMissing):
        examine(PhotoFile(photo, "a.png", "a"), finder, Criteria(), needs_labels=False)


def test_that_an_unexpected_fault_of_one_photo_is_reported_and_does_not_spread(tmp_path: Path) -> None:
    photo = save(noisy(32, 32), tmp_path / "a.png")

    def finder(photo: Photo) -> Sequence[Face]:
        raise ZeroDivisionError

    found = examine(PhotoFile(photo, "a.png", "a"), finder, Criteria(), needs_labels=False)
    assert found.reason is Reason.UNREADABLE
    assert "ZeroDivisionError" in found.detail
    missing = examine(PhotoFile(tmp_path / "gone.png", "g", "g"), in_frame, Criteria(), needs_labels=False)
    assert missing.reason is Reason.UNREADABLE


GOOD = FaceFigures(native_px=300, inside=1, yaw=0, misfit=0.05, blur=0.5, grey=False, confidence=0.9)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"native_px": 100.0}, Reason.TOO_SMALL),
        ({"inside": 0.5}, Reason.CUT_OFF),
        ({"misfit": 0.4}, Reason.ODD_POINTS),
        ({"blur": 0.9}, Reason.BLURRED),
    ],
)
def test_that_each_criterion_objects_on_its_own(change: dict[str, float], reason: Reason) -> None:
    assert objection(GOOD, Criteria()) is None
    objected = objection(replace(GOOD, **change), Criteria())
    assert objected is not None
    assert objected[0] is reason


def test_that_figures_say_what_the_photo_shows() -> None:
    pixels, _, face = placed(700, -15, 1.5)
    _, figures = cut_face(Photo(pixels), Alignment.of_face(face), face)
    assert figures.native_px == pytest.approx(1.5 * 256, rel=1e-6)
    assert figures.inside == 1
    assert figures.misfit == pytest.approx(0, abs=1e-9)
    assert not figures.grey
    grey = np.repeat(pixels.mean(axis=2, keepdims=True).astype(np.uint8), 3, axis=2)
    stream = io.BytesIO()
    Image.fromarray(grey).save(stream, "JPEG")
    _, figures = cut_face(Photo(decode_rgb(stream.getvalue()).copy()), Alignment.of_face(face), face)
    assert figures.grey
    soft = cv2.GaussianBlur(pixels, (0, 0), 8)
    assert cut_face(Photo(np.asarray(soft)), Alignment.of_face(face), face)[1].blur > figures.blur
    half = Photo(np.ascontiguousarray(pixels[:, : 700 // 2]))
    assert cut_face(half, Alignment.of_face(face), face)[1].inside == pytest.approx(0.5, abs=0.02)


def test_that_a_flat_picture_counts_as_blurred() -> None:
    _, figures = cut_face(Photo(np.full((300, 300, 3), 7, np.uint8)), Alignment.of_aligned(Extent(300, 300)), None)
    assert figures.blur == 1


def test_that_a_worse_copy_is_found_and_another_face_is_not() -> None:
    index = LookIndex()
    face = np.asarray(skimage.data.astronaut())[20:220, 120:320]
    face = cv2.resize(face, (256, 256))
    index.add("first", look_hash(face))
    for seed in range(1500):
        index.add(f"other {seed}", np.random.default_rng(seed).bytes(32))
    small = cv2.resize(np.clip(face * 0.8 + 15, 0, 255).astype(np.uint8), (128, 128), interpolation=cv2.INTER_AREA)
    _, packed = cv2.imencode(".jpg", small, [1, 60])
    copy = cv2.resize(cv2.imdecode(packed, cv2.IMREAD_COLOR), (256, 256))
    assert index.nearest(look_hash(np.asarray(copy))) == "first"
    assert index.nearest(look_hash(np.ascontiguousarray(face[:, ::-1]))) is None
    assert LookIndex().nearest(look_hash(face)) is None
