import gzip
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facerestore_resources.face_classes import FaceClass
from facerestore_training.data import celebamask, shards
from facerestore_training.data.decoding import encode_labels, encode_lossless
from facerestore_training.data.sources import NOT_STATED, open_source, terms_of
from facerestore_training.data.tars import ShardUnreadable, read_members, read_records, write_tar
from tests.support.drawn_faces import drawn_face

SIDE = 64


def face_members(count: int, *, labels: bool = False, source: str = "drawn") -> list[tuple[str, bytes]]:
    members = []
    for index in range(count):
        picture, ids = drawn_face(index, side=SIDE)
        members.append((f"f{index}.webp", encode_lossless(picture)))
        if labels:
            members.append((f"f{index}.png", encode_labels(ids)))
        members.append((f"f{index}.json", json.dumps({"source": source}).encode()))
    return members


def written(path: Path, members: list[tuple[str, bytes]]) -> Path:
    write_tar(path, members)
    return path


def jpeg(pixels: np.ndarray) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG")
    return stream.getvalue()


def special_tar(path: Path, change: Callable[[tarfile.TarInfo], None]) -> Path:
    with tarfile.open(path, "w") as tar:
        info = tarfile.TarInfo("a.webp")
        change(info)
        tar.addfile(info)
    return path


WHOLE = face_members(3, labels=True)


def test_that_equal_members_give_equal_tars_that_read_back(tmp_path: Path) -> None:
    first, second = (written(tmp_path / f"{name}.tar", WHOLE) for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    assert list(read_members(first)) == WHOLE


@given(data=st.data())
def test_that_a_shard_cut_short_anywhere_is_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    whole = written(folder / "whole.tar", WHOLE).read_bytes()
    end = max(i for i in range(0, len(whole), 512) if any(whole[i : i + 512])) + 512
    cut = folder / "cut.tar"
    cut.write_bytes(whole[: data.draw(st.integers(0, end))])
    with pytest.raises(ShardUnreadable):
        list(read_records(cut))
    with pytest.raises(ShardUnreadable):
        len(open_source(cut))


@given(content=st.binary(max_size=2000))
def test_that_what_is_no_tar_is_refused(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("foreign") / "f.tar"
    file.write_bytes(content)
    if any(content[:512]) or not content:
        with pytest.raises(ShardUnreadable, match=r"f\.tar: "):
            list(read_records(file))


def test_that_a_damaged_header_in_the_middle_is_refused(tmp_path: Path) -> None:
    shard = written(tmp_path / "f.tar", WHOLE)
    content = bytearray(shard.read_bytes())
    second = content.index(b"f0.png")
    content[second : second + 4] = b"\xff" * 4
    shard.write_bytes(content)
    with pytest.raises(ShardUnreadable, match="damaged or cut short"):
        list(read_records(shard))


def test_that_a_compressed_shard_is_refused_by_name(tmp_path: Path) -> None:
    packed = tmp_path / "f.tar"
    packed.write_bytes(gzip.compress(written(tmp_path / "whole.tar", WHOLE).read_bytes()))
    with pytest.raises(ShardUnreadable, match="gzip"):
        list(read_records(packed))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_that_links_and_devices_are_refused(tmp_path: Path, kind: bytes) -> None:
    def change(info: tarfile.TarInfo) -> None:
        info.type, info.linkname = kind, "/etc/passwd"

    with pytest.raises(ShardUnreadable, match="link or a device"):
        list(read_members(special_tar(tmp_path / "f.tar", change)))


def test_that_a_member_above_the_limit_is_refused_and_not_read(tmp_path: Path) -> None:
    shard = written(tmp_path / "f.tar", [("a.webp", bytes(2000))])
    with pytest.raises(ShardUnreadable, match="allowed"):
        list(read_members(shard, max_member_bytes=1999))
    assert len(list(read_members(shard, max_member_bytes=2000))) == 1


def test_that_a_path_counts_by_its_name_only_and_hidden_files_do_not(tmp_path: Path) -> None:
    members = [("../../etc/a.webp", b"1"), ("/b.webp", b"2"), ("x/._b.webp", b"3"), ("c\\d.webp", b"4")]
    names = [name for name, _ in read_members(written(tmp_path / "f.tar", members))]
    assert names == ["a.webp", "b.webp", "d.webp"]


def test_that_a_sample_that_is_torn_apart_or_doubled_is_refused(tmp_path: Path) -> None:
    for names in (["a.jpg", "b.jpg", "a.png", "b.png"], ["a.jpg", "a.jpg"], ["x/a.jpg", "y/a.jpg"]):
        with pytest.raises(ShardUnreadable, match="stand together"):
            list(read_records(written(tmp_path / "f.tar", [(name, b"-") for name in names])))


def test_that_a_folder_of_crops_gives_the_faces_of_its_shard(tmp_path: Path) -> None:
    shard = written(tmp_path / "f.tar", WHOLE)
    folder = tmp_path / "f"
    folder.mkdir()
    for name, content in WHOLE:
        (folder / name).write_bytes(content)
    packed, plain = (shards.load_faces([path], tmp_path / "cache") for path in (shard, folder))
    assert packed.keys == plain.keys == ("f0", "f1", "f2")
    np.testing.assert_array_equal(packed.pixels, plain.pixels)
    assert packed.labels is not None
    assert plain.labels is not None
    np.testing.assert_array_equal(packed.labels, plain.labels)
    assert list((tmp_path / "cache").glob(".*")) == []


def test_that_a_changed_folder_is_not_served_from_the_cache(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / "a.webp").write_bytes(WHOLE[0][1])
    assert len(shards.load_faces([folder], tmp_path / "cache")) == 1
    (folder / "b.webp").write_bytes(WHOLE[3][1])
    assert len(shards.load_faces([folder], tmp_path / "cache")) == 2


def test_that_faces_with_and_without_labels_do_not_mix(tmp_path: Path) -> None:
    labelled = written(tmp_path / "with.tar", WHOLE)
    bare = written(tmp_path / "without.tar", face_members(2))
    for paths in ([labelled, bare], [bare, labelled]):
        with pytest.raises(ShardUnreadable, match="some have label maps"):
            shards.load_faces(paths, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_that_a_damaged_picture_is_named(tmp_path: Path) -> None:
    shard = written(tmp_path / "f.tar", [*face_members(1), ("g.webp", b"no picture")])
    with pytest.raises(ShardUnreadable, match=r"g\.webp"):
        shards.load_faces([shard], tmp_path / "cache")


def test_that_ids_of_no_class_are_refused(tmp_path: Path) -> None:
    picture, ids = drawn_face(0, side=SIDE)
    stream = io.BytesIO()
    Image.fromarray(np.where(ids == 1, 19, ids).astype(np.uint8)).save(stream, "PNG")
    shard = written(tmp_path / "f.tar", [("a.jpg", jpeg(picture)), ("a.png", stream.getvalue())])
    with pytest.raises(ShardUnreadable, match="classes 0 to 18"):
        shards.load_faces([shard], tmp_path / "cache")


def test_that_a_tar_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShardUnreadable, match="no faces"):
        shards.load_faces([written(tmp_path / "f.tar", [("README.md", b"text")])], tmp_path / "cache")
    wide = jpeg(np.zeros((30, 60, 3), np.uint8))
    with pytest.raises(ShardUnreadable, match="prepare"):
        shards.load_faces([written(tmp_path / "g.tar", [("a.jpg", wide)])], tmp_path / "cache")


@pytest.mark.parametrize("place", ["00000/00000.png", "Some_Body/Some_Body_0001.jpg"])
def test_that_folders_of_photos_out_of_the_frame_are_sent_to_prepare(tmp_path: Path, place: str) -> None:
    file = tmp_path / place
    file.parent.mkdir()
    file.write_bytes(jpeg(drawn_face(0, side=SIDE)[0]))
    for folder in (tmp_path, file.parent):
        with pytest.raises(ShardUnreadable, match="prepare"):
            shards.load_faces([folder], tmp_path / "cache")


def celeba_folder(root: Path, parts: dict[str, np.ndarray], *, number: int = 2001) -> Path:
    (root / celebamask.PHOTOS_DIR).mkdir(parents=True)
    folder = root / celebamask.MASKS_DIR / str(number // 2000)
    folder.mkdir(parents=True)
    (root / celebamask.PHOTOS_DIR / f"{number}.jpg").write_bytes(jpeg(drawn_face(0, side=SIDE)[0]))
    for part, mask in parts.items():
        # the data set's masks are RGB
        Image.fromarray(np.repeat(mask[..., None] * np.uint8(255), 3, axis=2)).save(folder / f"{number:05d}_{part}.png")
    return root


def test_that_part_masks_merge_in_the_data_sets_own_order(tmp_path: Path) -> None:
    masks = {part: np.zeros((256, 256), np.uint8) for part in ("skin", "l_eye", "cloth", "hair")}
    masks["skin"][:200] = 1
    masks["l_eye"][50:60, 50:80] = 1
    masks["hair"][:20] = 1
    masks["cloth"][10:30] = 1
    faces = shards.load_faces([celeba_folder(tmp_path / "set", masks)], tmp_path / "cache")
    assert faces.keys == ("02001",)
    assert faces.labels is not None
    labels = faces.labels[0]
    assert labels[55, 60] == FaceClass.LEFT_EYE
    assert labels[5, 5] == FaceClass.HAIR
    assert labels[15, 5] == FaceClass.CLOTH
    assert labels[100, 5] == FaceClass.SKIN
    assert labels[250, 5] == FaceClass.BACKGROUND


def test_that_every_part_has_the_id_of_the_class_it_shows() -> None:
    named = dict(enumerate(celebamask.PARTS, start=1))
    assert set(named) == set(map(int, FaceClass)) - {FaceClass.BACKGROUND}
    assert named[FaceClass.GLASSES] == "eye_g"
    assert named[FaceClass.EARRING] == "ear_r"
    assert named[FaceClass.NECKLACE] == "neck_l"
    assert named[FaceClass.RIGHT_EAR] == "r_ear"
    assert named[FaceClass.LOWER_LIP] == "l_lip"


def test_that_celeba_hq_without_part_masks_has_faces_without_labels(tmp_path: Path) -> None:
    root = tmp_path / "set"
    (root / celebamask.PHOTOS_DIR).mkdir(parents=True)
    for number in (10, 9):
        (root / celebamask.PHOTOS_DIR / f"{number}.jpg").write_bytes(jpeg(drawn_face(number, side=SIDE)[0]))
    faces = shards.load_faces([root], tmp_path / "cache")
    assert faces.keys == ("00009", "00010")
    assert faces.labels is None


def test_that_terms_are_those_stated_beside_the_shards_for_the_sources_in_them(tmp_path: Path) -> None:
    shard = written(tmp_path / "f.tar", face_members(2, source="mine"))
    (tmp_path / "elsewhere").mkdir()
    other = written(tmp_path / "elsewhere" / "g.tar", face_members(1, source="theirs"))
    bare = written(tmp_path / "elsewhere" / "h.tar", [("a.webp", WHOLE[0][1])])
    (tmp_path / "sources.json").write_text(json.dumps({"mine": "free", "unused": "secret"}))
    celeba = celeba_folder(tmp_path / "set", {})
    assert terms_of([shard, other, bare, celeba]) == {
        "celebamask-hq": "non-commercial research",
        "h": NOT_STATED,
        "mine": "free",
        "theirs": NOT_STATED,
    }


def test_that_damaged_terms_are_refused(tmp_path: Path) -> None:
    shard = written(tmp_path / "f.tar", face_members(1))
    (tmp_path / "sources.json").write_text("[1")
    with pytest.raises(ShardUnreadable, match="terms"):
        terms_of([shard])


def test_that_large_crops_are_averaged_down_and_their_labels_stay_ids(tmp_path: Path) -> None:
    picture, ids = drawn_face(1, side=512)
    shard = written(tmp_path / "f.tar", [("a.webp", encode_lossless(picture)), ("a.png", encode_labels(ids))])
    faces = shards.load_faces([shard], tmp_path / "cache")
    np.testing.assert_array_equal(faces.pixels[0], cv2.resize(picture, (256, 256), interpolation=cv2.INTER_AREA))
    assert faces.labels is not None
    assert set(np.unique(faces.labels)) <= set(np.unique(ids))


@pytest.mark.shared
def test_that_the_developers_shards_are_read_whole(shared_data: Path, tmp_path: Path) -> None:
    shard = shared_data / "faces-256" / "val-00.tar"
    assert len(open_source(shard)) == 340
    assert set(terms_of([shard])) >= {"congress", "oldphoto"}


def mixed_members() -> list[tuple[str, bytes]]:
    """Three faces: two of the archive, one of a friend."""
    archive, friend = face_members(3, source="archive"), face_members(3, source="a friend")
    return [*archive[:2], *friend[2:4], *archive[4:]]


@pytest.mark.parametrize("is_packed", [True, False])
def test_that_only_the_named_sources_are_learnt_from(is_packed: bool, tmp_path: Path) -> None:
    path = written(tmp_path / "faces.tar", mixed_members()) if is_packed else unpacked(tmp_path / "faces")
    everything = shards.load_faces([path], tmp_path / "cache")
    ours = shards.load_faces([path], tmp_path / "cache", ["archive"])
    assert (everything.keys, ours.keys) == (("f0", "f1", "f2"), ("f0", "f2"))
    np.testing.assert_array_equal(ours.pixels, everything.pixels[[0, 2]])
    assert len(open_source(path, ["a friend"])) == 1
    # what was decoded before is not taken for it
    assert shards.load_faces([path], tmp_path / "cache", ["archive"]).keys == ours.keys


def unpacked(folder: Path) -> Path:
    folder.mkdir()
    for name, content in mixed_members():
        (folder / name).write_bytes(content)
    return folder


def test_that_terms_are_those_of_the_named_sources_alone(tmp_path: Path) -> None:
    shard = written(tmp_path / "faces.tar", mixed_members())
    (tmp_path / "sources.json").write_text(json.dumps({"archive": "public domain", "a friend": "ask first"}))
    assert terms_of([shard], ["archive"]) == {"archive": "public domain"}
    assert set(terms_of([shard])) == {"archive", "a friend"}


def test_that_nobody_learns_unawares_from_what_states_no_source_or_from_nothing(tmp_path: Path) -> None:
    shard = written(tmp_path / "faces.tar", mixed_members())
    with pytest.raises(ShardUnreadable, match="Nothing is left: its sources are a friend, archive"):
        shards.load_faces([shard], tmp_path / "cache", ["museum"])
    unstated = [member for member in mixed_members() if member[0] != "f1.json"]
    with pytest.raises(ShardUnreadable, match="f1 does not state its source"):
        open_source(written(tmp_path / "unstated.tar", unstated), ["archive"])
    with pytest.raises(ShardUnreadable, match="celebamask-hq"):
        open_source(celeba_folder(tmp_path / "set", {}), ["archive"])
