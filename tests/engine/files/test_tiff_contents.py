"""What a TIFF holds beside its colours: in the result too, or told."""

import gc
import io
import struct
import tempfile
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.files import exif, tiff_file, tiff_writer
from facerestore.files.inventory import Kind
from facerestore.files.reading import read_photo
from facerestore.files.tiff_tags import colour_only, without_curves
from facerestore.files.writing import keeps_samples, notes_on_writing, write_photo
from facerestore.values.errors import PhotoUnreadable
from facerestore.values.photo import ExtraPlane, Photo
from facerestore.values.repair import RepairedPhoto
from tests.support.picture_files import ORIENTATIONS, put, tiff_bytes
from tests.support.pictures import as_stored, iptc_block, noise, noise_photo


def again(path: Path, name: str = "again.tif") -> Any:
    """The first page of a photo that was read and written, as an independent reader sees it, with all its pages."""
    write_photo(read_photo(path), path.with_name(name), overwrite=True)
    return tifffile.TiffFile(path.with_name(name))


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_that_a_photo_that_was_read_holds_its_file_no_longer(tmp_path, compression):
    path = tmp_path / "scan.tif"
    tifffile.imwrite(path, noise(600, 500, bits=16, channels=3, seed=1), compression=compression)
    read_photo(path)
    gc.collect()
    gc.disable()
    tracemalloc.start()
    try:
        photo = read_photo(path)
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
        gc.enable()
    assert held < 1.2 * photo.pixels.nbytes


def with_tag(data: bytes, code: int, kind: int, *values: int) -> bytes:
    """A little-endian TIFF with one more tag, or another value of it."""
    form = {3: "H", 4: "I", 5: "I", 11: "f"}[kind]
    count = len(values) // (2 if kind == 5 else 1)
    return exif.with_tags(data, {code: exif.Tag(kind, count, struct.pack(f"<{len(values)}{form}", *values))})


def without_tag(data: bytes, code: int) -> bytes:
    """A little-endian TIFF without a tag; its directory moves to the end."""
    directory = {number: tag for number, tag in exif.read_directory(data).items() if number != code}
    start = len(data) + len(data) % 2
    return (
        data[:4] + struct.pack("<I", start) + data[8:] + bytes(start - len(data)) + exif.packed(directory, "<", start)
    )


# samples


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([1, 3]),
    st.lists(st.sampled_from(["unspecified", "unassalpha", "assocalpha"]), max_size=4),
    st.sampled_from([8, 16]),
    st.sampled_from(["contig", "separate"]),
    st.sampled_from(ORIENTATIONS),
)
def test_that_every_sample_of_every_kind_is_in_the_result_at_its_place(
    colours: int, kinds: list[str], bits: int, planes: str, orientation: int
) -> None:
    count = colours + len(kinds)
    upright = noise(9, 7, bits=bits, channels=count)
    alpha = next((index for index, kind in enumerate(kinds) if kind != "unspecified"), None)
    if alpha is not None and kinds[alpha] == "assocalpha":
        upright[..., :colours] = np.minimum(upright[..., :colours], upright[..., colours + alpha, None])
    stored = as_stored(upright, orientation)
    with tempfile.TemporaryDirectory() as folder:
        data = tiff_bytes(
            stored[..., 0] if count == 1 else np.moveaxis(stored, -1, 0) if planes == "separate" else stored,
            photometric="rgb" if colours == 3 else "minisblack",
            planarconfig=planes if count > 1 else None,
            extrasamples=kinds or None,
            byteorder="<",
            extratags=[(274, 3, 1, orientation, True)],
        )
        path = put(Path(folder), data)
        with again(path) as written:
            page = written.pages[0]
            np.testing.assert_array_equal(page.asarray().reshape(upright.shape), upright)
            names = {0: "unspecified", 1: "assocalpha", 2: "unassalpha"}
            found = [names[number] for number in page.extrasamples]
        assert found == kinds
        assert notes_on_writing(read_photo(path), path.with_suffix(".tif")) == ()


def test_that_a_fourth_sample_without_a_name_is_kept(tmp_path: Path) -> None:
    stored = noise(9, 7, bits=16, channels=4)
    data = tiff_bytes(stored, photometric="rgb", planarconfig="contig", extrasamples=["unspecified"], byteorder="<")
    path = put(tmp_path, without_tag(data, 338))
    with again(path) as written:
        np.testing.assert_array_equal(written.pages[0].asarray(), stored)


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_that_infrared_that_a_result_cannot_hold_is_told(tmp_path: Path, name: str) -> None:
    stored = noise(9, 7, channels=4)
    data = tiff_bytes(stored, photometric="rgb", planarconfig="contig", extrasamples=["unspecified"])
    (note,) = notes_on_writing(read_photo(put(tmp_path, data)), tmp_path / name)
    assert "infrared" in note


@pytest.mark.parametrize("page_kind", [0, 1, 4])
def test_that_a_page_of_infrared_is_in_the_result(tmp_path: Path, page_kind: int) -> None:
    colours, infrared = noise(9, 7, bits=16), noise(9, 7, bits=16, channels=None, seed=1)
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(colours, photometric="rgb", metadata=None)
        kind = (254, 4, 1, page_kind, True)
        writer.write(infrared, photometric="minisblack", metadata=None, extratags=[kind] if page_kind else [])
    path = put(tmp_path, stream.getvalue())
    with again(path) as written:
        assert [page.subfiletype for page in written.pages] == [0, page_kind]
        np.testing.assert_array_equal(written.pages[0].asarray(), colours)
        np.testing.assert_array_equal(written.pages[1].asarray(), infrared)
    assert "infrared" in " ".join(notes_on_writing(read_photo(path), tmp_path / "a.png"))


@pytest.mark.parametrize("is_named", [True, False])
def test_that_a_smaller_copy_between_colours_and_infrared_is_told_and_infrared_kept(
    tmp_path: Path, is_named: bool
) -> None:
    """As SilverFast 9 writes them."""
    colours, infrared = noise(61, 47, bits=16), noise(61, 47, bits=16, channels=None, seed=1)
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(colours, photometric="rgb", metadata=None)
        named = [(254, 4, 1, 1, True)] if is_named else []
        writer.write(noise(15, 12, bits=16), photometric="rgb", metadata=None, extratags=named)
        writer.write(infrared, photometric="minisblack", metadata=None, extratags=[(254, 4, 1, 4, True)])
    path = put(tmp_path, stream.getvalue())
    with again(path) as written:
        assert len(written.pages) == 2
        np.testing.assert_array_equal(written.pages[1].asarray(), infrared)
    (note,) = notes_on_writing(read_photo(path), tmp_path / "a.tif")
    assert "smaller copy" in note


def test_that_a_smaller_picture_of_another_form_is_another_picture(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(noise(61, 47, bits=16), photometric="rgb", metadata=None)
        writer.write(noise(15, 20, bits=16), photometric="rgb", metadata=None)
        writer.write(noise(61, 47, bits=16, channels=None), photometric="minisblack", metadata=None)
    with pytest.raises(PhotoUnreadable, match="pictures"):
        read_photo(put(tmp_path, stream.getvalue()))


@settings(deadline=None, max_examples=20)
@given(st.sampled_from([8, 16]), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 1000))
def test_that_a_repaired_photo_is_written_with_its_infrared_as_it_was(
    bits: int, is_page: bool, is_grey: bool, is_compressed: bool, seed: int
) -> None:
    bits = 16 if is_page else bits
    colours = noise(23, 17, bits=bits, channels=None if is_grey else 3, seed=seed)
    infrared = noise(23, 17, bits=bits, channels=None, seed=seed + 1)
    plane = ExtraPlane(infrared, Kind.EXTRA_PAGE, 4) if is_page else ExtraPlane(infrared, Kind.EXTRA_SAMPLE)
    photo = Photo(colours, extras=(plane,))
    changed = np.random.default_rng(seed).random((17, 23)) < 0.4
    repaired = RepairedPhoto.of_planes(photo, colours // 2, generated=changed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tif"
        write_photo(repaired, path, is_compressed=is_compressed)
        (kept,) = read_photo(path).extras
        with tifffile.TiffFile(path) as file:
            page: Any = file.pages[1 if is_page else 0]
            stored = page.asarray() if is_page else page.asarray()[..., -1]
    np.testing.assert_array_equal(stored, infrared)
    np.testing.assert_array_equal(kept.samples, infrared)
    assert (kept.kind, kept.page_kind) == (plane.kind, plane.page_kind)


def test_that_so_many_planes_that_they_would_fill_the_memory_are_told_and_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiff_file, "MAX_PIXELS", 9 * 7)
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(noise(9, 7, bits=16), photometric="rgb", metadata=None)
        for seed in range(5):
            plane = noise(9, 7, bits=16, channels=None, seed=seed)
            writer.write(plane, photometric="minisblack", metadata=None, extratags=[(254, 4, 1, 4, True)])
    photo = read_photo(put(tmp_path, stream.getvalue()))
    assert len(photo.extras) == 3
    (note,) = notes_on_writing(photo, tmp_path / "a.tif")
    assert "further page" in note


def test_that_two_sides_of_a_sheet_are_not_taken_for_a_photo_with_infrared(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        for seed in (0, 1):
            writer.write(noise(9, 7, channels=None, seed=seed), photometric="minisblack", metadata=None)
    with pytest.raises(PhotoUnreadable, match="2 pictures"):
        read_photo(put(tmp_path, stream.getvalue()))


@pytest.mark.parametrize("tag", [(254, 1), (255, 2)])
def test_that_a_preview_is_told_and_not_taken_for_the_photo(tmp_path: Path, tag: tuple[int, int]) -> None:
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream) as writer:
        writer.write(noise(9, 7), photometric="rgb", metadata=None)
        writer.write(noise(4, 3), photometric="rgb", metadata=None, extratags=[(tag[0], 4, 1, tag[1], True)])
    photo = read_photo(put(tmp_path, stream.getvalue()))
    np.testing.assert_array_equal(photo.pixels, noise(9, 7))
    assert "preview" in " ".join(notes_on_writing(photo, tmp_path / "a.tif"))


def premultiplied(tmp_path: Path, stored: np.ndarray) -> Photo:
    data = tiff_bytes(stored, photometric="rgb", planarconfig="contig", extrasamples=["assocalpha"])
    return read_photo(put(tmp_path, data))


def test_that_premultiplied_colours_that_a_result_takes_apart_are_told_and_not_called_exact(tmp_path: Path) -> None:
    stored = noise(9, 7, channels=4)
    stored[..., :3] = np.minimum(stored[..., :3], stored[..., 3:])
    photo = premultiplied(tmp_path, stored)
    assert keeps_samples(photo, "a.tif")
    assert not keeps_samples(photo, "a.png")
    assert "alpha" in " ".join(notes_on_writing(photo, "a.png"))


def test_that_colours_brighter_than_their_alpha_are_told_to_be_changed(tmp_path: Path) -> None:
    stored = noise(9, 7, channels=4)
    stored[0, 0] = (200, 0, 0, 100)
    photo = premultiplied(tmp_path, stored)
    assert not keeps_samples(photo, "a.tif")
    assert "alpha" in " ".join(notes_on_writing(photo, "a.tif"))


# what samples mean


@pytest.mark.parametrize("bits", [8, 16])
def test_that_white_point_primaries_and_transfer_function_are_in_the_result(tmp_path: Path, bits: int) -> None:
    curve = [min(65535, index * 255) for index in range(2**bits)]
    data = tiff_bytes(noise(9, 7, bits=bits), photometric="rgb", byteorder="<")
    data = with_tag(data, 318, 5, 3127, 10000, 3290, 10000)
    data = with_tag(data, 319, 5, *[64, 100, 33, 100, 21, 100, 71, 100, 15, 100, 6, 100])
    data = with_tag(data, 301, 3, *curve)
    path = put(tmp_path, data)
    with again(path) as written:
        tags = written.pages[0].tags
        assert tags[318].value == (3127, 10000, 3290, 10000)
        assert tags[319].value[:2] == (64, 100)
        assert list(tags[301].value) == curve
    assert notes_on_writing(read_photo(path), "a.tif") == ()


def test_that_a_curve_of_samples_that_are_inverted_is_told(tmp_path: Path) -> None:
    data = tiff_bytes(noise(9, 7, channels=None), photometric="miniswhite", byteorder="<")
    photo = read_photo(put(tmp_path, with_tag(data, 301, 3, *range(256))))
    assert "transfer function" in " ".join(notes_on_writing(photo, "a.tif"))


def test_that_tags_of_programs_that_nobody_knows_are_in_the_result(tmp_path: Path) -> None:
    data = with_tag(tiff_bytes(noise(9, 7), photometric="rgb", byteorder="<"), 65010, 3, 1, 2, 3)
    with again(put(tmp_path, data)) as written:
        assert written.pages[0].tags[65010].value == (1, 2, 3)


def test_that_a_missing_photometric_tag_means_that_zero_is_black_and_is_told(tmp_path: Path) -> None:
    for samples in (noise(9, 7, bits=16, channels=None), noise(9, 7)):
        kind = "rgb" if samples.ndim == 3 else "minisblack"
        data = without_tag(tiff_bytes(samples, photometric=kind, byteorder="<"), 262)
        photo = read_photo(put(tmp_path, data))
        np.testing.assert_array_equal(photo.pixels, samples)
        assert "zero is black" in " ".join(notes_on_writing(photo, "a.png"))


@pytest.mark.parametrize("kinds", [(4,), (4, 4, 4), (1, 1, 1)])
def test_that_samples_of_undefined_format_are_read_as_whole_numbers(tmp_path: Path, kinds: tuple[int, ...]) -> None:
    rgb = noise(9, 7, bits=16)
    data = with_tag(tiff_bytes(rgb, photometric="rgb", byteorder="<"), 339, 3, *kinds)
    np.testing.assert_array_equal(read_photo(put(tmp_path, data)).pixels, rgb)


@pytest.mark.parametrize("bits", [8, 16])
def test_that_what_samples_mean_is_kept_where_a_person_wants_no_other_metadata(tmp_path: Path, bits: int) -> None:
    data = tiff_bytes(noise(9, 7, bits=bits), photometric="rgb", byteorder="<", description="Aunt Mary")
    data = with_tag(data, 318, 5, 3127, 10000, 3290, 10000)
    data = with_tag(data, 301, 3, *range(2**bits))
    photo = read_photo(put(tmp_path, data))
    block = colour_only(photo.metadata).exif
    assert set(exif.read_directory(block or b"")) == {301, 318}
    changed = without_curves(photo.metadata)
    assert 301 not in exif.read_directory(changed.exif or b"")
    assert 270 in exif.read_directory(changed.exif or b"")
    assert [item.kind for item in changed.items] == [Kind.TRANSFER_FUNCTION]
    assert without_curves(changed) == changed


# resolution


@pytest.mark.parametrize(("kind", "values"), [(3, (600,)), (4, (600,)), (5, (1200, 2)), (11, (600.0,))])
def test_that_a_resolution_of_any_kind_of_number_is_kept(tmp_path: Path, kind: int, values: tuple[int, ...]) -> None:
    data = tiff_bytes(noise(9, 7), photometric="rgb", byteorder="<")
    for code in (282, 283):
        data = with_tag(data, code, kind, *values)
    with again(put(tmp_path, with_tag(data, 296, 3, 2))) as written:
        assert written.pages[0].tags[282].value == (600, 1)
        assert written.pages[0].tags[296].value == 2


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 100_000), st.integers(1, 1000), st.sampled_from([1, 2, 3]))
def test_that_a_resolution_keeps_its_fraction_and_its_unit(numerator: int, denominator: int, unit: int) -> None:
    data = tiff_bytes(noise(3, 2), photometric="rgb", byteorder="<")
    for code in (282, 283):
        data = with_tag(data, code, 5, numerator, denominator)
    with tempfile.TemporaryDirectory() as folder, again(put(Path(folder), with_tag(data, 296, 3, unit))) as written:
        tags = written.pages[0].tags
        if unit == 1 and numerator == denominator:
            assert 282 not in tags  # nothing is said of the picture
        else:
            found = tags[282].value
            assert found[0] * denominator == numerator * found[1]
            assert tags[296].value == unit


def test_that_no_resolution_stays_none(tmp_path: Path) -> None:
    data = tiff_bytes(noise(9, 7), photometric="rgb", byteorder="<")
    for code in (282, 283, 296):
        data = without_tag(data, code)
    with again(put(tmp_path, data)) as written:
        assert 282 not in written.pages[0].tags


def test_that_a_resolution_beyond_what_a_tiff_can_say_is_written_as_the_largest(tmp_path: Path) -> None:
    data = tiff_bytes(noise(9, 7), photometric="rgb", byteorder="<")
    for code in (282, 283):
        data = with_tag(data, code, 5, 2**32 - 1, 1)
    with again(put(tmp_path, with_tag(data, 296, 3, 3))) as written:
        assert written.pages[0].tags[282].value == (2**32 - 1, 1)


# parts


@pytest.mark.parametrize("shape", [{}, {"rowsperstrip": 3}, {"tile": (16, 16)}])
def test_that_byte_counts_of_zero_are_worked_out_and_told(tmp_path: Path, shape: dict[str, Any]) -> None:
    rgb = noise(19, 17, bits=16)
    data = tiff_bytes(rgb, photometric="rgb", byteorder="<", **shape)
    code = 325 if "tile" in shape else 279
    count = exif.read_directory(data)[code].count
    photo = read_photo(put(tmp_path, with_tag(data, code, 4, *[0] * count)))
    np.testing.assert_array_equal(photo.pixels, rgb)
    assert "how long its parts are" in " ".join(notes_on_writing(photo, "a.png"))


@pytest.mark.parametrize("compression", ["lzw", "deflate"])
def test_that_the_missing_byte_count_of_one_packed_strip_is_worked_out(tmp_path: Path, compression: str) -> None:
    rgb = noise(19, 17)
    data = tiff_bytes(rgb, photometric="rgb", byteorder="<", compression=compression, rowsperstrip=17)
    np.testing.assert_array_equal(read_photo(put(tmp_path, with_tag(data, 279, 4, 0))).pixels, rgb)
    np.testing.assert_array_equal(read_photo(put(tmp_path, without_tag(data, 279))).pixels, rgb)


def test_that_iptc_among_photoshop_s_resources_is_found_and_the_rest_of_them_kept(tmp_path: Path) -> None:
    block = iptc_block()
    named = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block + bytes(len(block) % 2)
    guides = b"8BIM" + struct.pack(">HHI", 0x0408, 0, 4) + b"abcd"
    data = tiff_bytes(noise(9, 7), photometric="rgb", extratags=[(34377, 1, len(named + guides), named + guides, True)])
    path = put(tmp_path, data)
    assert read_photo(path).metadata.iptc == block
    with again(path) as written:
        assert bytes(written.pages[0].tags[34377].value) == guides
    assert "Photoshop" in " ".join(notes_on_writing(read_photo(path), "a.webp"))


# writing


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 3000), st.integers(1, 40), st.booleans(), st.sampled_from([8, 16]), st.booleans())
def test_that_an_independent_reader_sees_what_was_written(
    width: int, height: int, is_grey: bool, bits: int, has_alpha: bool
) -> None:
    photo = noise_photo(width, height, bits=bits, grey=is_grey, alpha=has_alpha)
    with tempfile.TemporaryDirectory() as folder:
        write_photo(photo, Path(folder) / "a.tif")
        found = tifffile.imread(Path(folder) / "a.tif")
    parts = [photo.pixels] if photo.alpha is None else [photo.pixels, photo.alpha]
    np.testing.assert_array_equal(found, np.dstack(parts) if len(parts) > 1 else photo.pixels)


def test_that_a_big_endian_photo_of_several_strips_is_written_in_its_order(tmp_path: Path) -> None:
    photo = noise_photo(1000, 900, bits=16)
    data = tiff_bytes(photo.pixels, photometric="rgb", byteorder=">", description="Aunt Mary")
    with again(put(tmp_path, data)) as written:
        assert written.byteorder == ">"
        assert len(written.pages[0].dataoffsets) > 3
        np.testing.assert_array_equal(written.pages[0].asarray(), photo.pixels)


# more than 4 GB


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("is_compressed", [True, False])
def test_that_a_result_beyond_a_classic_tiffs_size_is_a_big_tiff_that_holds_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: exif.Order, is_compressed: bool
) -> None:
    path = put(tmp_path, with_infrared_page_and_exposure(order))
    photo = read_photo(path)
    classic, big = tmp_path / "classic.tif", tmp_path / "big.tif"
    write_photo(photo, classic, is_compressed=is_compressed)
    monkeypatch.setattr(tiff_writer, "_LARGEST_CLASSIC", 1000)
    write_photo(photo, big, is_compressed=is_compressed)
    with tifffile.TiffFile(classic) as one, tifffile.TiffFile(big) as other:
        assert (one.is_bigtiff, other.is_bigtiff) == (False, True)
        assert len(one.pages) == len(other.pages) == 2
        for mine, its in zip(one.pages, other.pages, strict=True):
            assert isinstance(mine, tifffile.TiffPage)
            assert isinstance(its, tifffile.TiffPage)
            np.testing.assert_array_equal(mine.asarray(), its.asarray())
            placed = {273, 34665}
            found = [{tag.code: tag.value for tag in page.tags if tag.code not in placed} for page in (mine, its)]
            assert found[0] == found[1]
        assert one.pages.first.tags[34665].value == other.pages.first.tags[34665].value == {"ISOSpeedRatings": 400}
    again_classic, again_big = read_photo(classic), read_photo(big)
    np.testing.assert_array_equal(again_big.pixels, photo.pixels)
    np.testing.assert_array_equal(again_big.extras[0].samples, photo.extras[0].samples)
    assert again_big.metadata.dpi == again_classic.metadata.dpi == (600.0, 600.0)
    assert again_big.metadata.icc_profile == b"abcd"
    assert again_big.metadata.exif is not None
    exposure = exif.read_directory(again_big.metadata.exif)[34665].directory
    assert exposure is not None
    assert exif.integers(exposure[34855], order) == (400,)
    assert notes_on_writing(photo, big) == ()


@pytest.mark.parametrize(("limit", "is_big"), [(2**32 - 1, False), (100_000, True), (200_000, False)])
def test_that_only_what_may_be_too_large_is_a_big_tiff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, is_big: bool
) -> None:
    monkeypatch.setattr(tiff_writer, "_LARGEST_CLASSIC", limit)
    write_photo(Photo(noise(200, 100, bits=16)), tmp_path / "a.tif")
    with tifffile.TiffFile(tmp_path / "a.tif") as written:
        assert written.is_bigtiff == is_big


def with_infrared_page_and_exposure(order: exif.Order) -> bytes:
    """A TIFF of 16 bits with a resolution, a profile, an exposure directory and infrared in a second page."""
    stream = io.BytesIO()
    with tifffile.TiffWriter(stream, byteorder=order) as writer:
        writer.write(
            noise(40, 30, bits=16),
            photometric="rgb",
            resolution=(600, 600),
            resolutionunit="INCH",
            iccprofile=b"abcd",
            metadata=None,
        )
        writer.write(noise(40, 30, bits=16, channels=None, seed=1), photometric="minisblack", metadata=None)
    data = stream.getvalue()
    exposure = {34855: exif.Tag(3, 1, struct.pack(order + "H", 400))}
    first = {**exif.read_directory(data), 34665: exif.Tag(4, 1, bytes(4), 0, exposure)}
    second = exif.directory_offsets(data)[1]
    start = len(data) + len(data) % 2
    packed = bytearray(exif.packed(first, order, start))
    end = exif.packed_bytes(len(first))
    packed[end - 4 : end] = struct.pack(order + "I", second)
    return data[:4] + struct.pack(order + "I", start) + data[8:] + bytes(start - len(data)) + bytes(packed)
