"""Project files: what is saved comes back, and whatever else a file is, it is refused in words."""

import io
import json
import os
import random
import stat
import struct
import zipfile
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saved_projects import CROP_PX, assert_equal, drawn_project, drawn_references, result_over, same_project

from facerestore.documents import project_manifest
from facerestore.documents.original_search import find_original, is_same_file
from facerestore.documents.project_file import read_project, read_project_from, write_project, write_project_to
from facerestore.documents.saved_project import Original, OtherCandidate, SavedResult
from facerestore.files import png_chunks, png_file
from facerestore.files.provenance import file_hash
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.errors import OutputRefused, ProjectUnreadable
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo, PhotoMetadata


def as_bytes(project):
    stream = io.BytesIO()
    write_project_to(stream, project)
    return stream.getvalue()


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def zipped(parts, compression=zipfile.ZIP_STORED):
    """A zip of pairs of a name, or a ZipInfo, and bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return stream.getvalue()


def refusal(path, data):
    """The error of a file of these bytes."""
    path.write_bytes(data)
    with pytest.raises(ProjectUnreadable) as caught:
        read_project(path)
    assert caught.value.sentence
    assert caught.value.advice
    return caught.value


@pytest.fixture
def place(tmp_path):
    return tmp_path / "work.facerestore"


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1))
def test_that_a_project_saved_and_opened_is_the_same(tmp_path_factory, seed):
    project = drawn_project(np.random.default_rng(seed))
    path = tmp_path_factory.mktemp("project") / "a.facerestore"
    write_project(project, path)
    read, relative = read_project(path)
    assert_equal(read, project)
    assert relative


@pytest.mark.parametrize("are_sought", [False, True])
def test_that_it_says_whether_faces_were_looked_for(tmp_path, are_sought):
    drawn = replace(drawn_project(np.random.default_rng(0)), faces=(), current_face=-1, faces_are_sought=are_sought)
    write_project(drawn, tmp_path / "a.facerestore")
    assert read_project(tmp_path / "a.facerestore")[0].faces_are_sought is are_sought


def test_that_equal_projects_give_equal_bytes():
    one, other = (as_bytes(drawn_project(np.random.default_rng(3))) for _ in range(2))
    assert one == other


def test_that_every_truncation_is_refused(place):
    data = as_bytes(drawn_project(np.random.default_rng(0)))
    for length in [*range(0, 60), *range(60, len(data), max(1, len(data) // 150)), *range(len(data) - 60, len(data))]:
        refusal(place, data[:length])


def test_that_a_flipped_byte_is_refused_or_changes_nothing(place):
    project = drawn_project(np.random.default_rng(1))
    data = as_bytes(project)
    directory = data.index(b"PK\x01\x02")
    places = [*random.Random(5).sample(range(directory), 80), *range(directory, len(data), 5)]
    refused = 0
    for number, at in enumerate(places):
        changed = bytearray(data)
        changed[at] ^= (1, 0x80, 0xFF)[number % 3]
        place.write_bytes(changed)
        try:
            read, _ = read_project(place)
        except ProjectUnreadable:
            refused += 1
        else:
            assert same_project(read, project), at
    assert refused > len(places) // 2


def test_that_a_file_that_goes_on_after_its_end_is_refused(place):
    data = as_bytes(drawn_project(np.random.default_rng(0)))
    refusal(place, data + b"\0")
    refusal(place, data + data)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"rubbish" * 100, b"PK\x03\x04" * 50, b"\x89PNG\r\n\x1a\n" + bytes(100), b"PK\x05\x06" + bytes(18)],
    ids=["empty", "two bytes", "rubbish", "headers", "png", "empty zip"],
)
def test_that_a_foreign_file_is_refused(place, data):
    refusal(place, data)


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "missing.facerestore", tmp_path):
        with pytest.raises(ProjectUnreadable):
            read_project(path)


def test_that_another_zip_is_told_as_such(place):
    assert "not a project" in refusal(place, zipped([("word/document.xml", b"<xml/>")])).sentence


@pytest.mark.parametrize(
    "name", ["../../evil.png", "/etc/passwd", "C:\\evil.png", "faces/0/../../mask.png", "x" * 3000]
)
def test_that_a_part_with_a_strange_name_is_refused(place, name):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    refusal(place, zipped([*parts.items(), (name, b"evil")]))
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_that_two_parts_of_one_name_are_refused(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([*parts.items(), ("mask.png", parts["mask.png"])])
    refusal(place, data)


def test_that_a_link_is_refused(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    link = zipfile.ZipInfo("mask.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    refusal(place, zipped([(link, parts.pop("mask.png")), *parts.items()]))


def test_that_a_packed_part_is_refused_before_it_can_grow(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0)))) | {"mask.png": bytes(50_000_000)}
    refusal(place, zipped(parts.items(), zipfile.ZIP_DEFLATED))


def test_that_a_zip_within_the_zip_is_refused(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    refusal(place, zipped((parts | {"mask.png": zipped(parts.items())}).items()))


def test_that_a_picture_larger_than_the_photo_is_refused_before_it_is_decoded(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    header = struct.pack(">IIBBBBB", 2**30, 2**30, 8, 0, 0, 0, 0)
    bomb = png_chunks.packed_file(
        [
            png_chunks.Chunk(b"IHDR", header),
            png_chunks.Chunk(b"IDAT", zlib.compress(bytes(10_000))),
            png_chunks.Chunk(b"IEND", b""),
        ]
    )
    refusal(place, zipped((parts | {"mask.png": bomb}).items()))


def test_that_ten_thousand_parts_are_refused(place):
    refusal(place, zipped([(f"{number}", b"") for number in range(10_000)]))


def test_that_parts_too_many_and_too_few_are_refused(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    refusal(place, zipped([*parts.items(), ("faces/7/layout.png", b"")]))
    parts.pop("mask.png")
    refusal(place, zipped(parts.items()))


@cache
def manifests():
    """Spoilt manifests by what is wrong with them."""
    good = json.loads(members(as_bytes(drawn_project(np.random.default_rng(0))))["manifest.json"])

    def with_(**changes):
        return json.dumps(good | changes).encode()

    original, face = good["original"], good["faces"][0]
    return {
        "nothing": b"",
        "no text": b"\xff\xfe\x00",
        "a list": b"[]",
        "depth": b"[" * 200_000,
        "depth in an object": b'{"format":' * 100_000,
        "a long number": b'{"format": ' + b"9" * 100_000 + b"}",
        "another format": with_(format="krita/5"),
        "a newer format": with_(format="facerestore-project/8"),
        "a number for a text": with_(format=1),
        "a huge photo": with_(original=original | {"width": 2**31, "height": 2**31}),
        "no photo": with_(original=original | {"width": 0}),
        "a truth for a number": with_(original=original | {"width": True}),
        "other bits": with_(original=original | {"bits": 12}),
        "another size": with_(original=original | {"width": original["width"] + 1}),
        "a path with a zero": with_(original=original | {"path": "a\0b"}),
        "no points": with_(faces=[face | {"points": []}]),
        "points on one spot": with_(faces=[face | {"points": [[1, 1]] * 5}]),
        "points far away": with_(faces=[face | {"points": [[1e300, 1], [2, -1e300], [3, 3], [4, 9], [5, 5]]}]),
        "points that are no numbers": with_(faces=[face | {"points": [[float("nan")] * 2] * 5}]),
        "a thousand faces": with_(faces=[face] * 1000),
        "results for ever": with_(results=good["results"] * 1000),
        "a face that is not there": with_(settings={"seed": 0, "current_face": 40}),
        "a negative seed": with_(settings={"seed": -1, "current_face": 0}),
        "no settings": with_(settings=None),
        "a result outside": with_(results=[good["results"][0] | {"box": [0, 0, 9999, 9999]}]),
        "a result of another size": with_(results=[good["results"][0] | {"box": [0, 0, 1, 1]}]),
        "a fifth turn": with_(framing={"quarter_turns": 4, "straightening_degrees": 0, "crop": None}),
        "half a turn of straightening": with_(framing={"quarter_turns": 0, "straightening_degrees": 90, "crop": None}),
        "an empty crop": with_(framing={"quarter_turns": 0, "straightening_degrees": 0, "crop": [5, 5, 5, 9]}),
        "a crop of halves": with_(framing={"quarter_turns": 0, "straightening_degrees": 0, "crop": [0, 0, 4.5, 9]}),
        "a crop beyond": with_(framing={"quarter_turns": 0, "straightening_degrees": 0, "crop": [0, 0, 9999, 9]}),
        "a crop of three sides": with_(framing={"quarter_turns": 0, "straightening_degrees": 0, "crop": [0, 0, 9]}),
        "a framing that is none": with_(framing=[1, 2]),
        "a result of halves": with_(results=[good["results"][0] | {"box": [0.5, 0, 1, 1e8]}]),
    }


@pytest.mark.parametrize("fault", manifests())
def test_that_a_senseless_manifest_is_refused(place, fault):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0)))) | {"manifest.json": manifests()[fault]}
    refusal(place, zipped(parts.items()))


def test_that_a_newer_format_is_told_as_such(place):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    parts["manifest.json"] = manifests()["a newer format"]
    assert "newer" in refusal(place, zipped(parts.items())).sentence


def test_that_a_manifest_too_long_is_refused_unread(place):
    parts = {"manifest.json": b" " * (project_manifest.MAX_BYTES + 1)}
    refusal(place, zipped(parts.items()))


def test_that_values_that_mean_nothing_are_refused(place):
    project = drawn_project(np.random.default_rng(0))
    parts = members(as_bytes(project))
    grey = png_file.encoded(np.full_like(project.coverage, 77), PhotoMetadata())
    refusal(place, zipped((parts | {"mask.png": grey}).items()))
    crop = next(name for name in parts if name.endswith(".f32"))
    refusal(place, zipped((parts | {crop: parts[crop][:-4]}).items()))
    refusal(place, zipped((parts | {crop: parts[crop][:-4] + b"\0\0\xc0\x7f"}).items()))


def blank(width, height):
    """A black 8-bit PNG that is small however large it is."""
    row = zlib.compress(bytes(width + 1) * height, 9)
    header = png_chunks.Chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return png_chunks.packed_file([header, png_chunks.Chunk(b"IDAT", row), png_chunks.Chunk(b"IEND", b"")])


def test_that_a_small_file_with_very_many_layouts_is_refused_unread(place, monkeypatch):
    decoded = []
    monkeypatch.setattr("facerestore.documents.project_members.decoded_layout", lambda *_, **__: decoded.append(1))
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    manifest = json.loads(parts["manifest.json"])
    candidate = {key: manifest["results"][0]["candidates"][0][key] for key in ("matrix", "crop_px", "seed")}
    manifest["results"][0]["candidates"] = [candidate] * 100
    crop = next(data for name, data in parts.items() if name.endswith(".f32"))
    layout = blank(2048, 2048)
    for number in range(100):
        folder = f"results/0/candidates/{number}"
        for plane in ("seeds", "strength"):
            parts.pop(f"{folder}/choice_{plane}.png", None)
        parts |= {f"{folder}/layout.png": layout, f"{folder}/pixels.f32": crop}
    parts["manifest.json"] = json.dumps(manifest).encode()
    assert "too large" in refusal(place, zipped(parts.items())).sentence
    assert not decoded


def test_that_a_small_file_with_very_many_planes_of_a_large_photo_is_refused_unread(place, monkeypatch):
    monkeypatch.setattr(png_file, "decoded", lambda *_, **__: pytest.fail("a picture was decoded"))
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    manifest = json.loads(parts["manifest.json"])
    size = {"width": 14_000, "height": 14_000}
    few = {
        "box": [0, 0, 1, 1],
        "candidates": [],
        "has_filled": False,
        "has_protected": True,
        "classes": [],
        "others": [],
    }
    manifest |= {"original": manifest["original"] | size, "results": [manifest["results"][0] | few] * 14}
    del parts["manifest.json"]
    parts = {name: data for name, data in parts.items() if not name.startswith("results/")}
    for number in range(14):
        parts |= {f"results/{number}/{name}.png": b"" for name in ("mask", "pixels", "generated", "protected")}
    parts["manifest.json"] = json.dumps(manifest).encode()
    assert "too large" in refusal(place, zipped(parts.items())).sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_that_a_pipe_is_no_project_and_no_original(tmp_path):
    pipe = tmp_path / "a.facerestore"
    os.mkfifo(pipe)
    with pytest.raises(ProjectUnreadable):
        read_project(pipe)
    original = drawn_project(np.random.default_rng(0), path=pipe).original
    assert not is_same_file(replace(original, byte_count=0), pipe)
    assert find_original(replace(original, byte_count=0)) is None


def test_that_results_larger_than_any_memory_are_refused_unread(place, monkeypatch):
    monkeypatch.setattr("facerestore.documents.project_manifest.BASE_DECODED_BYTES", 0)
    project = drawn_project(np.random.default_rng(0))
    few = replace(project, results=tuple(replace(one, others=()) for one in project.results))
    assert "too large" in refusal(place, as_bytes(few)).sentence


def test_that_a_project_never_replaces_its_photo_and_has_its_own_suffix(tmp_path):
    project = drawn_project(np.random.default_rng(0), path=tmp_path / "photo.facerestore")
    project.original.path.write_bytes(b"photo")
    with pytest.raises(OutputRefused):
        write_project(project, project.original.path, overwrite=True)
    with pytest.raises(OutputRefused):
        write_project(project, tmp_path / "project.zip")
    assert project.original.path.read_bytes() == b"photo"


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(40, 50), (40, 50, 3)])
def test_that_a_result_comes_back_bit_for_bit(shape, dtype):
    generator = np.random.default_rng(2)
    photo = Photo(generator.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True))
    mask = Mask.from_bool(generator.random(shape[:2]) < 0.2)
    result = result_over(photo, mask, generator)
    again = SavedResult.of(result, mask, 7).restoration(photo)
    assert (again.photo.pixels == result.photo.pixels).all()
    assert (again.repaired.generated == result.repaired.generated).all()
    assert (again.candidates[0].pixels == result.candidates[0].pixels).all()
    assert (again.candidates[0].crop.pixels == result.candidates[0].crop.pixels).all()
    with pytest.raises(ValueError, match="belongs"):
        SavedResult.of(result, mask, 7).restoration(Photo(np.zeros((3, 3), dtype)))


@pytest.mark.parametrize("strength", [0.0, 0.25, 1.0])
def test_that_the_strength_of_detail_comes_back_and_is_0_in_files_that_know_none(place, strength):
    project = drawn_project(np.random.default_rng(1))
    project = replace(project, results=tuple(replace(one, detail=strength) for one in project.results))
    assert project.results
    write_project(project, place)
    assert all(one.detail == strength for one in read_project(place)[0].results)
    parts = members(place.read_bytes())
    manifest = json.loads(parts["manifest.json"])
    assert all(("detail" in one) == (strength > 0) for one in manifest["results"])
    manifest["results"][0]["detail"] = 1.5
    parts["manifest.json"] = json.dumps(manifest).encode()
    refusal(place, zipped(parts.items()))


class TestTheOriginal:
    @pytest.fixture
    def original(self, tmp_path):
        path = tmp_path / "scans" / "a.png"
        path.parent.mkdir()
        photo = Photo(np.full((20, 30), 9, np.uint8), path=path)
        write_photo(Photo(photo.pixels), path)
        return Original.of(photo, file_hash(path))

    def test_that_it_is_found_where_it_was(self, original, tmp_path):
        found = find_original(original, project=tmp_path / "p.facerestore")
        assert (found.path, found.is_same) == (original.path, True)

    def test_that_it_is_found_beside_a_project_that_moved_with_it(self, original, tmp_path):
        there = tmp_path / "there"
        original.path.parent.rename(there)
        found = find_original(original, project=there / "p.facerestore", relative_path="../scans/a.png")
        assert (found.path, found.is_same) == (there / "a.png", True)

    def test_that_it_is_found_as_seen_from_the_project(self, original, tmp_path):
        moved = tmp_path / "disk"
        moved.mkdir()
        original.path.parent.rename(moved / "scans")
        found = find_original(original, project=moved / "p.facerestore", relative_path="scans/a.png")
        assert found.path == moved / "scans" / "a.png"

    def test_that_a_changed_one_is_told_and_a_copy_with_the_same_bytes_preferred(self, original, tmp_path):
        content = original.path.read_bytes()
        original.path.write_bytes(content[:-1] + b"x")
        assert not find_original(original, project=tmp_path / "p.facerestore").is_same
        (tmp_path / "a.png").write_bytes(content)
        found = find_original(original, project=tmp_path / "p.facerestore")
        assert (found.path, found.is_same) == (tmp_path / "a.png", True)

    def test_that_one_that_is_gone_is_none(self, original, tmp_path):
        original.path.unlink()
        assert find_original(original, project=tmp_path / "p.facerestore", relative_path="x\udcff/a.png") is None

    def test_that_no_other_computer_is_asked(self, original):
        from dataclasses import replace
        from pathlib import Path
        from unittest.mock import patch

        with patch.object(Path, "is_file", side_effect=AssertionError("asked")):
            assert find_original(replace(original, path=Path("//elsewhere/share/a.png"))) is None


def test_that_what_older_programs_know_is_saved_so_that_they_open_it_and_the_rest_is_not():
    project = drawn_project(np.random.default_rng(0))
    faces = tuple(one.with_references(()) for one in project.faces)
    plain = replace(project, faces=faces, results=(), classes=DEFAULT_TABLE, framing=UNFRAMED)
    changed = replace(plain, classes=DEFAULT_TABLE.with_policy(DamageClass.STAIN, Policy.FILL))
    borrowing = replace(plain, faces=(faces[0].with_references(drawn_references(np.random.default_rng(0))),))
    other = OtherCandidate(0, 5, np.zeros((CROP_PX, CROP_PX, 3), np.uint16))
    choosing = replace(plain, results=(replace(project.results[0], others=(other,)),))
    projects = (plain, changed, borrowing, choosing, replace(plain, framing=Framing(1)))
    formats = [json.loads(members(as_bytes(one))["manifest.json"])["format"] for one in projects]
    assert formats == [f"facerestore-project/{version}" for version in (1, 2, 3, 4, 5)]


def test_that_a_candidate_that_belongs_to_no_face_is_refused(place):
    project = drawn_project(np.random.default_rng(0))
    other = OtherCandidate(1, 5, np.zeros((CROP_PX, CROP_PX, 3), np.uint16))
    place.write_bytes(as_bytes(replace(project, results=(replace(project.results[0], others=(other,)),))))
    with pytest.raises(ProjectUnreadable, match="belongs to no face"):
        read_project(place)


def test_that_a_reference_is_kept_once_however_many_faces_have_it():
    project = drawn_project(np.random.default_rng(0))
    references = drawn_references(np.random.default_rng(0))
    assert references
    work = project.faces[0].with_references(references)
    several = replace(project, faces=(work, work, work.with_references(references[::-1])), results=(), current_face=0)
    assert sum(name.endswith("pixels.f32") for name in members(as_bytes(several))) == len(references)
    read, _ = read_project_from(io.BytesIO(as_bytes(several)))
    assert_equal(several, read)


def test_that_a_face_that_names_a_reference_which_is_not_there_is_refused():
    project = drawn_project(np.random.default_rng(0))
    work = project.faces[0].with_references(drawn_references(np.random.default_rng(0)))
    parts = members(as_bytes(replace(project, faces=(work,), results=(), current_face=0)))
    kept = {name: data for name, data in parts.items() if not name.startswith("references/")}
    manifest = {name: value for name, value in json.loads(parts["manifest.json"]).items() if name != "references"}
    kept["manifest.json"] = json.dumps(manifest).encode()
    with pytest.raises(UnsupportedPicture, match="a reference that it does not hold"):
        read_project_from(io.BytesIO(zipped(kept.items())))


def test_that_a_project_saved_before_classes_could_be_changed_opens_with_those_of_then():
    project = replace(drawn_project(np.random.default_rng(0)), classes=DEFAULT_TABLE)
    results = tuple(
        replace(
            one,
            embedder_sha256=None,
            others=(),
            candidates=tuple(replace(each, references=(), lent=None, check=None) for each in one.candidates),
        )
        for one in project.results
    )
    project = replace(project, faces=tuple(one.with_references(()) for one in project.faces), results=results)
    parts = members(as_bytes(project))
    manifest = json.loads(parts["manifest.json"])
    assert "classes" not in manifest
    kept = ("box", "seed", "device", "elapsed_s", "weights", "notes", "candidates")
    manifest["results"] = [{name: result[name] for name in kept} for result in manifest["results"]]
    for result in manifest["results"]:
        for candidate in result["candidates"]:
            candidate.pop("choice_seeds", None)
    old = {name: data for name, data in parts.items() if Path(name).name not in ("filled.png", "protected.png")}
    old = {name: data for name, data in old.items() if "candidates" not in name or "choice" not in name}
    old["manifest.json"] = json.dumps(manifest | {"format": "facerestore-project/1"}).encode()
    read, _ = read_project_from(io.BytesIO(zipped(old.items())))
    assert read.classes == DEFAULT_TABLE
    assert (read.coverage == project.coverage).all()
    assert [one.protected for one in read.results] == [None] * len(project.results)


@pytest.mark.parametrize("classes", [[], {}, [{}], [{"number": 1, "policy": "x", "name": "", "colour": ""}] * 2])
def test_that_classes_that_make_no_sense_are_refused(place, classes):
    parts = members(as_bytes(drawn_project(np.random.default_rng(0))))
    manifest = json.loads(parts["manifest.json"]) | {"classes": classes}
    refusal(place, zipped((parts | {"manifest.json": json.dumps(manifest).encode()}).items()))
