from dataclasses import replace
from pathlib import Path

import pytest

from facerestore.files import inventory
from facerestore.files.inventory import Kind, left_out
from facerestore.files.writing import notes_on_writing
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


@pytest.mark.parametrize("kind", FIELDS)
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


def test_that_a_jpeg_s_notes_name_the_transparency_that_it_cannot_hold() -> None:
    photo = replace(noise_photo(alpha=True), format="png")
    assert "transparency" in " ".join(notes_on_writing(photo, Path("a.jpg")))
    assert notes_on_writing(photo, Path("a.png")) == ()


def test_that_what_samples_mean_is_known_to_be_colour() -> None:
    assert Kind.WHITE_POINT in inventory.COLOUR_KINDS
    assert Kind.TEXT not in inventory.COLOUR_KINDS
