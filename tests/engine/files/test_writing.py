import errno
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore.files import exif, xmp
from facerestore.files.atomic_file import atomic_file, atomic_write
from facerestore.files.reading import read_mask, read_photo
from facerestore.files.writing import notes_on_writing, write_mask, write_photo
from facerestore.values.errors import OutputRefused
from facerestore.values.geometry import Extent
from facerestore.values.photo import Photo, PhotoMetadata
from tests.support.pictures import (
    exif_block,
    full_metadata,
    icc_profile,
    iptc_block,
    noise_photo,
    ramp,
    random_mask,
    xmp_packet,
)

blocks = st.builds(
    PhotoMetadata,
    icc_profile=st.none() | st.just(icc_profile()) | st.binary(min_size=1, max_size=300),
    exif=st.none() | st.builds(exif_block, make=st.text("abcä", min_size=1), big_endian=st.booleans()),
    xmp=st.none() | st.builds(xmp_packet, title=st.text("aß中 ", min_size=1)),
    iptc=st.none() | st.builds(iptc_block, caption=st.text("abc", max_size=20)),
    dpi=st.none() | st.tuples(st.integers(1, 2400).map(float), st.integers(1, 2400).map(float)),
)


def photos(**fixed: object) -> st.SearchStrategy[Photo]:
    drawn: dict[str, st.SearchStrategy[object]] = {
        "width": st.integers(1, 40),
        "height": st.integers(1, 40),
        "bits": st.sampled_from([8, 16]),
        "grey": st.booleans(),
        "alpha": st.booleans(),
        "seed": st.integers(0, 9),
        "metadata": blocks,
    }
    return st.builds(noise_photo, **(drawn | {name: st.just(value) for name, value in fixed.items()}))


def written_and_read(photo: Photo, suffix: str) -> Photo:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"photo{suffix}"
        write_photo(photo, path)
        assert [entry.name for entry in Path(folder).iterdir()] == [path.name]
        return read_photo(path)


def descriptions(block: bytes | None) -> dict[int, object]:
    """What an EXIF block says, whatever its layout."""
    if block is None:
        return {}
    storage = {exif.ORIENTATION, exif.X_RESOLUTION, exif.Y_RESOLUTION, exif.RESOLUTION_UNIT, exif.IPTC}

    def said(directory: exif.Directory) -> dict[int, object]:
        return {
            code: said(tag.directory) if tag.directory is not None else tag.value
            for code, tag in directory.items()
            if code not in storage
        }

    return said(exif.read_directory(block))


def assert_same_picture(found: Photo, expected: Photo) -> None:
    assert found.pixels.dtype == expected.pixels.dtype
    np.testing.assert_array_equal(found.pixels, expected.pixels)
    assert (found.alpha is None) == (expected.alpha is None)
    if expected.alpha is not None:
        np.testing.assert_array_equal(found.alpha, expected.alpha)


@settings(deadline=None, max_examples=60)
@given(photos(), st.sampled_from([".png", ".tif", ".TIFF"]))
def test_that_a_photo_written_without_loss_is_read_back_with_all_that_it_had(photo: Photo, suffix: str) -> None:
    found = written_and_read(photo, suffix)
    assert_same_picture(found, photo)
    assert found.metadata.icc_profile == photo.metadata.icc_profile
    assert found.metadata.xmp == photo.metadata.xmp
    assert found.metadata.iptc == photo.metadata.iptc
    assert found.metadata.dpi == photo.metadata.dpi
    assert descriptions(found.metadata.exif) == descriptions(photo.metadata.exif)


@settings(deadline=None, max_examples=40)
@given(photos(bits=8))
def test_that_a_webp_holds_the_same_samples_in_three_channels_and_all_metadata(photo: Photo) -> None:
    found = written_and_read(photo, ".webp")
    in_colour = photo.pixels if photo.pixels.ndim == 3 else np.repeat(photo.pixels[..., None], 3, axis=2)
    assert_same_picture(found, replace(photo, pixels=in_colour))
    assert replace(found.metadata, exif=None) == replace(photo.metadata, exif=None)
    assert descriptions(found.metadata.exif) == descriptions(photo.metadata.exif)


@settings(deadline=None, max_examples=30)
@given(photos(bits=8, alpha=False))
def test_that_a_jpeg_keeps_size_channels_and_all_metadata(photo: Photo) -> None:
    found = written_and_read(photo, ".jpg")
    assert found.pixels.shape == photo.pixels.shape
    assert found.metadata == photo.metadata


def test_that_a_jpeg_of_a_smooth_picture_differs_by_a_few_values_and_keeps_full_colour(
    tmp_path: Path,
) -> None:
    photo = Photo(ramp(64, 48))
    found = written_and_read(photo, ".jpg")
    # quality 95 quantises the lowest frequencies in steps of about 2
    assert np.abs(found.pixels.astype(int) - photo.pixels.astype(int)).max() <= 6
    write_photo(photo, tmp_path / "a.jpg")
    with Image.open(tmp_path / "a.jpg") as image:
        assert {component[1:3] for component in image.layer} == {(1, 1)}


def test_that_other_readers_find_profile_exif_xmp_and_resolution(tmp_path: Path) -> None:
    photo = noise_photo(metadata=full_metadata())
    for name in ("a.png", "a.jpg", "a.webp", "a.tif"):
        write_photo(photo, tmp_path / name)
        with Image.open(tmp_path / name) as image:
            image.load()
            assert image.info["icc_profile"] == photo.metadata.icc_profile, name
            assert image.getexif()[271] == "Drawn by code", name
            assert image.getexif().get_ifd(34665)[33434] == pytest.approx(1 / 125), name
            assert "Großmutter" in str(image.getxmp()), name
            if name != "a.webp":
                assert [float(value) for value in image.info["dpi"]] == pytest.approx([300, 300], abs=0.01)


def test_that_a_16_bit_tiff_is_read_alike_by_an_independent_reader(tmp_path: Path) -> None:
    photo = noise_photo(bits=16, alpha=True, metadata=full_metadata())
    write_photo(photo, tmp_path / "a.tif")
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.pages[0].tags[34675].value == photo.metadata.icc_profile
        np.testing.assert_array_equal(file.pages[0].asarray()[..., :3], photo.pixels)


@settings(deadline=None, max_examples=20)
@given(photos(alpha=False), st.sampled_from([".png", ".tif", ".webp", ".jpg", ".xyz"]), st.binary(max_size=40))
def test_that_a_file_that_exists_is_never_changed(photo: Photo, suffix: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"photo{suffix}"
        path.write_bytes(content)
        with pytest.raises(OutputRefused):
            write_photo(photo, path)
        assert path.read_bytes() == content
        assert len(list(Path(folder).iterdir())) == 1


def test_that_an_existing_file_is_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"old")
    photo = noise_photo()
    write_photo(photo, tmp_path / "a.png", overwrite=True)
    assert_same_picture(read_photo(tmp_path / "a.png"), photo)


def _itself(original: Path) -> Path:
    return original


def _detour(original: Path) -> Path:
    (original.parent / "folder").mkdir()
    return original.parent / "folder" / ".." / original.name


def _symbolic_link(original: Path) -> Path:
    link = original.parent / "symbolic.png"
    link.symlink_to(original)
    return link


def _hard_link(original: Path) -> Path:
    link = original.parent / "hard.png"
    os.link(original, link)
    return link


@pytest.mark.parametrize("another_name", [_itself, _detour, _symbolic_link, _hard_link])
def test_that_an_original_is_refused_under_every_name_even_with_overwrite(
    tmp_path: Path, another_name: Callable[[Path], Path]
) -> None:
    original = tmp_path / "original.png"
    write_photo(noise_photo(seed=1), original)
    before = original.read_bytes()
    target = another_name(original)
    with pytest.raises(OutputRefused, match="original"):
        write_photo(read_photo(original), target, overwrite=True)
    with pytest.raises(OutputRefused, match="original"):
        write_photo(noise_photo(seed=2), target, overwrite=True, originals=[original])
    assert original.read_bytes() == before


def test_that_the_photo_s_own_file_is_refused_even_when_it_has_vanished(tmp_path: Path) -> None:
    original = tmp_path / "original.png"
    write_photo(noise_photo(), original)
    photo = read_photo(original)
    original.unlink()
    with pytest.raises(OutputRefused, match="original"):
        write_photo(photo, original)


@pytest.mark.parametrize(
    ("photo", "name"),
    [
        (noise_photo(bits=16), "a.jpg"),
        (noise_photo(bits=16), "a.webp"),
        (noise_photo(alpha=True), "a.jpg"),
        (noise_photo(1, 16_384), "a.webp"),
        (noise_photo(1, 65_501), "a.jpg"),
        (noise_photo(), "a.gif"),
        (noise_photo(), "a"),
        (noise_photo(), "missing/a.png"),
        (noise_photo(), "x" * 300 + ".png"),
        (noise_photo(), "a\0b.png"),
    ],
)
def test_that_what_cannot_be_saved_is_refused_with_an_advice_and_leaves_nothing(
    tmp_path: Path, photo: Photo, name: str
) -> None:
    with pytest.raises(OutputRefused) as refused:
        write_photo(photo, tmp_path / name)
    assert refused.value.advice
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "may not be written"), (errno.EROFS, "read-only")],
)
def test_that_a_failing_disk_is_told_in_words_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputRefused, match=sentence):
        write_photo(noise_photo(), tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError, MemoryError])
def test_that_an_interrupted_file_leaves_the_old_one_and_nothing_else(
    tmp_path: Path, interruption: type[BaseException]
) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(b"old")

    def write_half() -> None:
        with atomic_file(path, overwrite=True) as stream:
            stream.write(b"half")
            raise interruption

    with pytest.raises(interruption):
        write_half()
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_that_a_file_made_by_another_program_in_the_meantime_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "record.json"

    def write_late() -> None:
        with atomic_file(path) as stream:
            stream.write(b"ours")
            path.write_bytes(b"theirs")

    with pytest.raises(OutputRefused):
        write_late()
    assert path.read_bytes() == b"theirs"
    assert len(list(tmp_path.iterdir())) == 1


def test_that_a_file_is_written_where_the_file_system_knows_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    atomic_write(tmp_path / "a.json", b"ours")
    with pytest.raises(OutputRefused):
        atomic_write(tmp_path / "a.json", b"other")
    assert (tmp_path / "a.json").read_bytes() == b"ours"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="permission bits are POSIX")
def test_that_a_written_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    atomic_write(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 9))
def test_that_a_mask_is_read_back_as_written(width: int, height: int, seed: int) -> None:
    mask = random_mask(Extent(width, height), seed=seed)
    with tempfile.TemporaryDirectory() as folder:
        write_mask(mask, Path(folder) / "mask.png")
        found = read_mask(Path(folder) / "mask.png", extent=mask.extent)
    np.testing.assert_array_equal(found.coverage, mask.coverage)


def test_that_a_mask_is_never_a_jpeg(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="PNG"):
        write_mask(random_mask(Extent(4, 4)), tmp_path / "mask.jpg")


COMPOSITE = "compositeWithTrainedAlgorithmicMedia"


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".jpg"])
def test_that_the_digital_source_type_is_written_and_the_packet_keeps_its_title(tmp_path: Path, suffix: str) -> None:
    photo = noise_photo(metadata=full_metadata())
    write_photo(photo, tmp_path / f"a{suffix}", digital_source_type=COMPOSITE)
    packet = read_photo(tmp_path / f"a{suffix}").metadata.xmp
    assert xmp.digital_source_type(packet) == COMPOSITE
    assert packet is not None
    assert "Großmutter, 1931" in packet.decode()


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".jpg"])
@pytest.mark.parametrize("damaged", [b"<x:xmpmeta", b"\xff\xfe<", b"<a>" * 5000])
def test_that_a_damaged_packet_is_kept_byte_for_byte_and_the_person_is_told(
    tmp_path: Path, damaged: bytes, suffix: str
) -> None:
    photo = noise_photo(metadata=PhotoMetadata(xmp=damaged))
    path = tmp_path / f"a{suffix}"
    write_photo(photo, path, digital_source_type=COMPOSITE)
    assert read_photo(path).metadata.xmp == damaged
    assert "record only" in " ".join(notes_on_writing(photo, path))


def test_that_faults_that_some_programs_do_not_forgive_are_told_and_a_sound_packet_is_not() -> None:
    undeclared = xmp_packet().replace(b"tiff:Orientation", b"t").replace(b"<dc:title>", b"<dc:title old:a='1'>")
    assert "faults" in " ".join(notes_on_writing(noise_photo(metadata=PhotoMetadata(xmp=undeclared)), "a.png"))
    assert notes_on_writing(noise_photo(metadata=PhotoMetadata(xmp=xmp_packet())), "a.png") == ()


def test_that_an_unknown_source_type_is_a_programmer_s_error() -> None:
    with pytest.raises(ValueError, match="digital source type"):
        xmp.with_digital_source_type(None, "digitalArt")


def test_that_saving_a_webp_again_and_again_does_not_let_its_exif_grow(tmp_path: Path) -> None:
    write_photo(noise_photo(metadata=full_metadata()), tmp_path / "1.webp")
    first = read_photo(tmp_path / "1.webp")
    write_photo(first, tmp_path / "2.webp")
    assert read_photo(tmp_path / "2.webp").metadata == first.metadata


@pytest.mark.parametrize("dpi", [(2.0**31, 2.0**31), (1e12, 1e-12)])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".jpg"])
def test_that_an_impossible_resolution_does_not_cost_the_photo(
    tmp_path: Path, suffix: str, dpi: tuple[float, float]
) -> None:
    photo = noise_photo(metadata=PhotoMetadata(dpi=dpi))
    write_photo(photo, tmp_path / f"a{suffix}")
    assert read_photo(tmp_path / f"a{suffix}").extent == photo.extent


def test_that_a_profile_too_large_for_jpeg_is_left_out_and_told(tmp_path: Path) -> None:
    photo = noise_photo(metadata=PhotoMetadata(icc_profile=bytes(20 * 2**20)))
    for suffix in (".png", ".tif", ".webp", ".jpg"):
        write_photo(photo, tmp_path / f"a{suffix}")
    assert read_photo(tmp_path / "a.jpg").metadata.icc_profile is None
    assert "profile" in " ".join(notes_on_writing(photo, tmp_path / "a.jpg"))
    assert notes_on_writing(photo, tmp_path / "a.tif") == ()


def test_that_a_webp_too_large_to_be_packed_in_the_memory_there_is_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, target = Photo(np.zeros((2100, 2000), np.uint8)), tmp_path / "wall.webp"
    monkeypatch.setattr("facerestore.files.writing.free_bytes", lambda: 100 * 2**20)
    for refused in (notes_on_writing, write_photo):
        with pytest.raises(OutputRefused, match=r"WebP needs about 132 MB .* 100 MB are free.*PNG or TIFF"):
            refused(photo, target)
    assert not list(tmp_path.iterdir())
    # a small one is tried whatever is free
    write_photo(Photo(np.zeros((20, 20), np.uint8)), target)
    monkeypatch.setattr("facerestore.files.writing.free_bytes", lambda: 200 * 2**20)
    write_photo(photo, target, overwrite=True)
    assert read_photo(target).extent == photo.extent
