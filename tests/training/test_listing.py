"""Which photos are listed, who is on them, and where their label maps are."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.errors import UsageError
from facerestore_training.preparation.photos import LabelFile, PhotoFile, list_photos, planned
from tests.support.photo_files import noisy, save


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
