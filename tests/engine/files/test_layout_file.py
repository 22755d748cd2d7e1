import io
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from facerestore.files.layout_file import ALIGNMENT_KEYWORD, ORDER_KEYWORD, read_layout, write_layout
from facerestore.files.png_chunks import text_chunk, with_chunks
from facerestore.values.alignment import Alignment
from facerestore.values.errors import LayoutUnreadable, OutputRefused
from facerestore.values.layout import Layout
from facerestore_resources.face_classes import COLOURS, OTHER_ORDERS
from tests.support.pictures import drawn_layout, drawn_portrait, noise

ALL_CLASSES = np.arange(19, dtype=np.uint8).reshape(1, 19)


def png(samples: NDArray[Any] | Image.Image, **texts: str) -> bytes:
    stream = io.BytesIO()
    (samples if isinstance(samples, Image.Image) else Image.fromarray(samples)).save(stream, "PNG")
    names = {"order": ORDER_KEYWORD, "alignment": ALIGNMENT_KEYWORD}
    return with_chunks(stream.getvalue(), [text_chunk(names[key], text) for key, text in texts.items()])


def put(folder: Path, data: bytes) -> Path:
    path = folder / "layout.png"
    path.write_bytes(data)
    return path


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 9), st.booleans())
def test_that_a_layout_of_any_size_is_read_back_with_its_place_in_the_photo(
    width: int, height: int, seed: int, aligned: bool
) -> None:
    labels = np.asarray(noise(width, height, channels=None, seed=seed) % 19, np.uint8)
    alignment = Alignment.of_face(drawn_portrait()[1], crop_px=100 + seed) if aligned else None
    with tempfile.TemporaryDirectory() as folder:
        write_layout(Layout(labels, alignment), Path(folder) / "layout.png")
        found = read_layout(Path(folder) / "layout.png")
    np.testing.assert_array_equal(found.labels, labels)
    assert (found.alignment is None) == (alignment is None)
    if alignment is not None and found.alignment is not None:
        matrix = alignment.matrix_photo_to_crop
        np.testing.assert_array_equal(found.alignment.matrix_photo_to_crop, matrix)
        assert found.alignment.crop_px == alignment.crop_px


def test_that_the_file_is_an_8_bit_indexed_png_in_the_class_colours(tmp_path: Path) -> None:
    write_layout(Layout(ALL_CLASSES), tmp_path / "layout.png")
    assert (tmp_path / "layout.png").read_bytes()[24:26] == bytes([8, 3])
    with Image.open(tmp_path / "layout.png") as image:
        assert image.mode == "P"
        assert image.text[ORDER_KEYWORD] == "celeba"
        np.testing.assert_array_equal(np.asarray(image), ALL_CLASSES)
        np.testing.assert_array_equal(np.asarray(image.convert("RGB"))[0], COLOURS)


def test_that_an_existing_layout_and_another_suffix_are_refused(tmp_path: Path) -> None:
    (tmp_path / "layout.png").write_bytes(b"mine")
    with pytest.raises(OutputRefused):
        write_layout(drawn_layout(8), tmp_path / "layout.png")
    assert (tmp_path / "layout.png").read_bytes() == b"mine"
    with pytest.raises(OutputRefused, match="PNG"):
        write_layout(drawn_layout(8), tmp_path / "layout.jpg")


def palette_image(labels: NDArray[np.uint8]) -> Image.Image:
    image = Image.fromarray(labels)
    image.putpalette([value for colour in COLOURS for value in colour])
    return image


@pytest.mark.parametrize("kind", ["indexed", "grey", "16-bit grey", "rgb", "rgba"])
def test_that_values_and_colours_of_every_kind_of_png_say_the_same(tmp_path: Path, kind: str) -> None:
    samples: dict[str, Any] = {
        "indexed": palette_image(ALL_CLASSES),
        "grey": ALL_CLASSES,
        "16-bit grey": ALL_CLASSES.astype(np.uint16),
        "rgb": palette_image(ALL_CLASSES).convert("RGB"),
        "rgba": palette_image(ALL_CLASSES).convert("RGBA"),
    }
    found = read_layout(put(tmp_path, png(samples[kind], order="celeba")))
    np.testing.assert_array_equal(found.labels, ALL_CLASSES)


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_that_a_layout_of_few_classes_packed_into_few_bits_keeps_them(tmp_path: Path, bits: int) -> None:
    labels = np.arange(2**bits, dtype=np.uint8)[None]
    stream = io.BytesIO()
    palette_image(labels).save(stream, "PNG", bits=bits)
    path = put(tmp_path, stream.getvalue())
    np.testing.assert_array_equal(read_layout(path, label_order="celeba").labels, labels)


def test_that_a_1_bit_grey_layout_has_background_and_skin(tmp_path: Path) -> None:
    path = put(tmp_path, png(Image.fromarray(np.array([[0, 255]], np.uint8)).convert("1"), order="celeba"))
    np.testing.assert_array_equal(read_layout(path).labels, [[0, 1]])


def test_that_both_colours_of_the_right_brow_are_known(tmp_path: Path) -> None:
    brows = np.array([[[255, 204, 204], [51, 255, 255]]], np.uint8)
    np.testing.assert_array_equal(read_layout(put(tmp_path, png(brows, order="celeba"))).labels, [[7, 7]])


@pytest.mark.parametrize("order", OTHER_ORDERS)
@pytest.mark.parametrize("by", ["tag", "argument"])
def test_that_other_orders_become_canonical(tmp_path: Path, order: str, by: str) -> None:
    expected = drawn_layout(32).labels
    theirs = np.argsort(OTHER_ORDERS[order]).astype(np.uint8)[expected]
    if by == "tag":
        found = read_layout(put(tmp_path, png(theirs, order=order)))
    else:
        found = read_layout(put(tmp_path, png(theirs)), label_order=order)
    np.testing.assert_array_equal(found.labels, expected)


def test_that_the_file_s_own_order_decides_over_the_caller_s(tmp_path: Path) -> None:
    path = put(tmp_path, png(ALL_CLASSES, order="celeba"))
    np.testing.assert_array_equal(read_layout(path, label_order="bisenet").labels, ALL_CLASSES)


def test_that_nobody_guesses_an_order(tmp_path: Path) -> None:
    with pytest.raises(LayoutUnreadable, match="order") as refused:
        read_layout(put(tmp_path, png(ALL_CLASSES)))
    assert all(name in refused.value.advice for name in ("celeba", "bisenet", "segface"))


def test_that_an_order_nobody_knows_is_a_programmer_s_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="label order"):
        read_layout(tmp_path / "layout.png", label_order="mine")


GOOD_ALIGNMENT = {"matrix": [[1, 0, 0], [0, 1, 0]], "crop_px": 256}


def sorted_palette() -> Image.Image:
    """Skin and hair in their colours, but with the values 1 and 0."""
    image = Image.fromarray(np.array([[0, 1]], np.uint8))
    image.putpalette([*COLOURS[13], *COLOURS[1]])
    return image


REFUSED = {
    "sorted palette": (png(sorted_palette(), order="celeba"), "sorted its palette"),
    "unknown class": (png(np.array([[3, 19, 200]], np.uint8), order="celeba"), "exist: 19, 200"),
    "unknown 16-bit class": (png(np.array([[3, 300]], np.uint16), order="celeba"), "exist: 300"),
    "white as mask": (png(np.array([[0, 255]], np.uint8), order="celeba"), "exist: 255"),
    "unknown colour": (png(np.array([[[1, 2, 3]]], np.uint8), order="celeba"), "#010203"),
    "many colours": (png(noise(9, 9), order="celeba"), "and 76 more"),
    "unknown order": (png(ALL_CLASSES, order="mine"), "'mine'"),
    "no png": (b"\xff\xd8\xff\xe0", "not a PNG"),
    "empty": (b"", "empty"),
    "truncated": (png(ALL_CLASSES, order="celeba")[:-20], "ends"),
    "alignment is no json": (png(ALL_CLASSES, order="celeba", alignment="{"), "note of where"),
    "alignment of wrong shape": (
        png(ALL_CLASSES, order="celeba", alignment=json.dumps({**GOOD_ALIGNMENT, "matrix": [[1, 2], [3, 4]]})),
        "note of where",
    ),
    "alignment that is flat": (
        png(ALL_CLASSES, order="celeba", alignment=json.dumps({**GOOD_ALIGNMENT, "matrix": [[0] * 3] * 2})),
        "note of where",
    ),
    "alignment that is not finite": (
        png(
            ALL_CLASSES,
            order="celeba",
            alignment='{"matrix": [[1, 0, Infinity], [0, 1, 0]], "crop_px": 256}',
        ),
        "note of where",
    ),
    "crop without pixels": (
        png(ALL_CLASSES, order="celeba", alignment=json.dumps({**GOOD_ALIGNMENT, "crop_px": 0})),
        "note of where",
    ),
    "crop that is true": (
        png(ALL_CLASSES, order="celeba", alignment=json.dumps({**GOOD_ALIGNMENT, "crop_px": True})),
        "note of where",
    ),
    "alignment without end": (png(ALL_CLASSES, order="celeba", alignment="[" * 5000), "note of where"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_that_what_is_no_layout_is_refused_with_a_reason_and_an_advice(tmp_path: Path, name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(LayoutUnreadable, match=reason) as refused:
        read_layout(put(tmp_path, data))
    assert refused.value.advice


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=4))
def test_that_flipped_bytes_give_a_reason_or_the_same_labels(flips: list[tuple[float, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layout.png"
        write_layout(drawn_layout(24), path)
        data = bytearray(path.read_bytes())
        for share, value in flips:
            data[int(len(data) * share)] = value
        path.write_bytes(data)
        try:
            found = read_layout(path)
        except LayoutUnreadable:
            return
    np.testing.assert_array_equal(found.labels, drawn_layout(24).labels)
