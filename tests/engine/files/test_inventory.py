from pathlib import Path

import pytest

from facerestore.files import inventory
from facerestore.files.inventory import Kind, left_out
from facerestore.files.writing import notes_on_writing
from facerestore.values.errors import OutputRefused
from facerestore.values.photo import InventoryItem, PhotoMetadata
from tests.support.pictures import full_metadata, noise_photo

FIELDS = frozenset({Kind.ICC_PROFILE, Kind.EXIF, Kind.XMP, Kind.IPTC, Kind.RESOLUTION, Kind.ALPHA})


def test_that_every_kind_has_words_for_the_person() -> None:
    for kind in Kind:
        photo = noise_photo(metadata=PhotoMetadata(items=(InventoryItem(kind),)))
        (note,) = left_out(photo, frozenset(Kind))
        assert note.endswith(".")


def test_that_what_a_result_holds_is_not_told() -> None:
    photo = noise_photo(alpha=True, metadata=full_metadata())
    assert left_out(photo, FIELDS) == ()


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_that_each_block_that_a_result_does_not_hold_is_told(kind: Kind) -> None:
    photo = noise_photo(alpha=True, metadata=full_metadata())
    assert len(left_out(photo, FIELDS - {kind})) == 1


def test_that_a_thing_that_could_not_be_taken_along_is_told_even_of_a_format_that_could_hold_it() -> None:
    comment = PhotoMetadata(items=(InventoryItem(Kind.COMMENT),))
    assert left_out(noise_photo(metadata=comment), frozenset(Kind))
    kept = PhotoMetadata(items=(InventoryItem(Kind.COMMENT, b"Aunt Mary"),))
    assert left_out(noise_photo(metadata=kept), frozenset(Kind)) == ()


def test_that_several_things_of_one_kind_are_one_note() -> None:
    texts = PhotoMetadata(items=(InventoryItem(Kind.TEXT, b"a"), InventoryItem(Kind.TEXT, b"b")))
    assert len(left_out(noise_photo(metadata=texts), frozenset())) == 1


def test_that_a_format_that_cannot_hold_the_photo_is_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="transparency"):
        notes_on_writing(noise_photo(alpha=True), tmp_path / "a.jpg")
    with pytest.raises(OutputRefused, match="16 bits"):
        notes_on_writing(noise_photo(bits=16), tmp_path / "a.webp")
    assert notes_on_writing(noise_photo(bits=16, alpha=True), tmp_path / "a.png") == ()


def test_that_what_samples_mean_is_known_to_be_colour() -> None:
    assert Kind.GAMMA in inventory.COLOUR_KINDS
    assert Kind.TEXT not in inventory.COLOUR_KINDS
