import argparse
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage.data
from PIL import Image

from facerestore.values.alignment import Alignment
from facerestore.values.errors import UsageError
from facerestore.values.face import Face
from facerestore.values.photo import Photo
from facerestore_training.commands import prepare
from facerestore_training.data import shards
from facerestore_training.data.decoding import decode_rgb
from facerestore_training.data.sources import terms_of
from facerestore_training.data.tars import read_records
from facerestore_training.preparation.cutting import Criteria, Reason, cut_face
from facerestore_training.preparation.duplicates import LookIndex, look_hash
from facerestore_training.preparation.examining import Examined, examine
from facerestore_training.preparation.ledger import LEDGER_FILE, Ledger
from facerestore_training.preparation.photos import PhotoFile, list_photos, planned
from facerestore_training.preparation.writing import write_shards
from tests.support.drawn_faces import drawn_face
from tests.support.photo_files import in_frame, save

ASTRONAUT_POINTS = np.array([[203.5, 101.5], [246, 103], [224, 125], [205, 142], [242, 144]])
"""Read off the picture by eye; good to two pixels."""


def arguments(*words: str | Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    prepare.add_options(parser)
    return parser.parse_args([str(word) for word in words])


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


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
def test_that_a_name_that_is_not_utf_8_ends_no_preparation_and_is_reported_escaped(tmp_path: Path) -> None:
    folder = tmp_path / "Gro\udcdf"
    save(np.full((64, 64, 3), 90, np.uint8), folder / "wall.png")
    for name in ("wall\udcdf.png", "b\x1b\n.png", "note\udcff.txt"):
        os.link(folder / "wall.png", folder / name)
    (folder / "wall.png").unlink()
    words = (folder, "--out", folder / "shards", "--device", "cpu", "--terms", "our\udcdf")
    assert prepare.run(arguments(*words)) == 1
    assert prepare.run(arguments(*words)) == 1
    report = json.loads((folder / "shards" / "report.json").read_text(encoding="utf-8"))
    assert {Path(entry["path"]).name for entry in report["left_out"]} == {
        r"wall\xdf.png",
        r"b\x1b\x0a.png",
        r"note\xff.txt",
    }
    assert json.loads((folder / "shards" / "sources.json").read_text(encoding="utf-8")) == {"own": "our\udcdf"}
    assert r"Gro\xdf" in (folder / "shards" / "report.txt").read_text(encoding="utf-8")
