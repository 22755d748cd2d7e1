"""Results in layers: scan and patches are the result bit for bit, as other programs' readers see them."""

import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore.compositing.layer_stack import MASK, SCAN, layer_stack
from facerestore.files.layered_file import FLAT, write_layers
from facerestore.values.alignment import Alignment
from facerestore.values.candidate import Candidate
from facerestore.values.errors import OutputRefused
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo, PhotoMetadata
from facerestore.values.repair import RepairedPhoto
from facerestore_resources.face_classes import COLOURS, FaceClass


def repaired_photo(height=40, width=60, bits=8, channels=3, seed=0):
    """A noise photo of which a part was painted and a part continued."""
    rng = np.random.default_rng(seed)
    dtype = np.uint8 if bits == 8 else np.uint16
    shape = (height, width) if channels == 1 else (height, width, channels)
    source = Photo(
        rng.integers(0, 2**bits, shape, dtype=dtype), metadata=PhotoMetadata(dpi=(300.0, 300.0)), format="tiff"
    )
    pixels = rng.integers(0, 2**bits, shape, dtype=dtype)
    kind = rng.integers(0, 4, (height, width))
    return RepairedPhoto.of_planes(source, pixels, generated=kind == 1, filled=kind == 2)


def mask_of(repaired):
    return Mask.from_bool(repaired.generated | repaired.filled)


def laid_over(lower, patch):
    """As every program lays a layer with alpha 0 or full over another."""
    lower, patch = np.atleast_3d(lower), np.atleast_3d(patch)
    is_there = patch[..., -1] > 0
    assert set(np.unique(patch[..., -1])) <= {0, np.iinfo(patch.dtype).max}
    return np.where(is_there[..., None], patch[..., :-1], lower)


def read_ora(path):
    """(names and attributes from the highest, pictures by source, the merged one) by the zip and PNG readers of
    others."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"image/openraster"
        image = ElementTree.fromstring(archive.read("stack.xml"))
        layers = [dict(one.attrib) for one in image.find("stack")]

        def picture(name):
            found = cv2.imdecode(np.frombuffer(archive.read(name), np.uint8), cv2.IMREAD_UNCHANGED)
            return found if found.ndim == 2 else found[..., [2, 1, 0, *range(3, found.shape[2])]]

        pictures = {one["src"]: picture(one["src"]) for one in layers}
        thumbnail = Image.open(BytesIO(archive.read("Thumbnails/thumbnail.png")))
        assert max(thumbnail.size) <= 256
        return dict(image.attrib), layers, pictures, picture("mergedimage.png")


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 40), st.integers(1, 50), st.sampled_from([8, 16]), st.integers(0, 2**31))
def test_that_scan_and_patches_of_an_openraster_are_the_result_bit_for_bit(tmp_path_factory, height, width, bits, seed):
    repaired = repaired_photo(height, width, bits, 3, seed)
    path = tmp_path_factory.mktemp("ora") / "result.ora"
    write_layers(repaired, layer_stack(repaired, (), mask_of(repaired)), path)
    image, layers, pictures, merged = read_ora(path)
    assert (image["w"], image["h"], image["xres"]) == (str(width), str(height), "300")
    canvas = None
    for one in reversed(layers):
        if one["visibility"] == "hidden":
            continue
        picture = pictures[one["src"]]
        if canvas is None:
            assert one["name"] == SCAN
            canvas = picture.copy()
            continue
        left, top = int(one["x"]), int(one["y"])
        part = canvas[top : top + picture.shape[0], left : left + picture.shape[1]]
        part[:] = laid_over(part, picture)
    np.testing.assert_array_equal(canvas, repaired.photo.pixels)
    np.testing.assert_array_equal(merged, repaired.photo.pixels)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [1, 3])
def test_that_scan_and_patches_of_a_tiff_are_the_result_bit_for_bit(tmp_path, bits, channels):
    repaired = repaired_photo(bits=bits, channels=channels)
    path = tmp_path / "result.tif"
    write_layers(repaired, layer_stack(repaired, (), mask_of(repaired)), path)
    with tifffile.TiffFile(path) as file:
        pages = {page.tags["PageName"].value: page.asarray() for page in file.pages}
        assert file.pages[0].tags["PageName"].value == FLAT, "programs that know one page show the first"
        assert [page.dtype for page in file.pages[:2]] == [np.dtype(f"uint{bits}")] * 2
    names = list(pages)
    assert names == [FLAT, SCAN, "Continued from the surroundings", "Painted by the network", MASK]
    made = laid_over(laid_over(pages[SCAN], pages[names[2]]), pages[names[3]])
    np.testing.assert_array_equal(made, np.atleast_3d(repaired.photo.pixels))
    np.testing.assert_array_equal(pages[FLAT], repaired.photo.pixels)
    np.testing.assert_array_equal(pages[MASK] > 0, repaired.generated | repaired.filled)


@pytest.mark.parametrize("suffix", [".ora", ".tif"])
@pytest.mark.parametrize("bits", [8, 16])
def test_that_a_scan_whose_alpha_is_full_everywhere_has_the_layers_of_one_without(tmp_path, suffix, bits):
    without = repaired_photo(bits=bits)
    source = replace(without.source, alpha=np.full((40, 60), 2**bits - 1, without.source.pixels.dtype))
    opaque = RepairedPhoto(source, without.repairs)
    paths = [tmp_path / f"{name}{suffix}" for name in ("without", "opaque")]
    for path, repaired in zip(paths, (without, opaque), strict=True):
        write_layers(repaired, layer_stack(repaired, (), mask_of(repaired)), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_that_grey_scans_keep_grey_layers_in_an_openraster(tmp_path):
    repaired = repaired_photo(channels=1, bits=16)
    write_layers(repaired, layer_stack(repaired, (), mask_of(repaired)), tmp_path / "r.ora")
    with zipfile.ZipFile(tmp_path / "r.ora") as archive:
        scan = cv2.imdecode(np.frombuffer(archive.read("data/layer0.png"), np.uint8), cv2.IMREAD_UNCHANGED)
        np.testing.assert_array_equal(scan, repaired.source.pixels)
        # the header of a PNG: 16 bits, grey with alpha
        assert archive.read("data/layer1.png")[24:26] == bytes([16, 4])


def test_that_layouts_lie_hidden_over_their_faces_in_their_colours(tmp_path):
    repaired = repaired_photo(80, 90)
    alignment = Alignment.of_face(
        Face.from_points(np.array([[35.0, 30], [55, 30], [45, 42], [37, 52], [53, 52]])), crop_px=64
    )
    labels = np.full((64, 64), FaceClass.SKIN, np.uint8)
    labels[:20] = FaceClass.HAIR
    candidate = Candidate(np.zeros((64, 64, 3), np.float32), None, Layout(labels, alignment), 0)
    object.__setattr__(candidate, "crop", type("Crop", (), {"alignment": alignment})())
    layers = layer_stack(repaired, (candidate,), mask_of(repaired))
    layout = layers[-1]
    assert (layout.name, layout.is_visible, layout.channels) == ("Layout of face 1", False, 4)
    write_layers(repaired, layers, tmp_path / "r.ora")
    _, listed, pictures, _ = read_ora(tmp_path / "r.ora")
    assert [one["name"] for one in listed][:2] == ["Layout of face 1", MASK]
    shown = pictures[listed[0]["src"]]
    colours = {tuple(one) for one in shown[shown[..., 3] > 0][:, :3]}
    assert colours == {COLOURS[FaceClass.SKIN], COLOURS[FaceClass.HAIR]}


def test_that_equal_results_are_equal_files(tmp_path):
    repaired = repaired_photo()
    for name in ("a", "b"):
        for suffix in ("ora", "tif"):
            write_layers(repaired, layer_stack(repaired, (), mask_of(repaired)), tmp_path / f"{name}.{suffix}")
    for suffix in ("ora", "tif"):
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_that_what_cannot_be_layered_is_refused_with_a_reason_and_nothing_is_written(tmp_path):
    repaired = repaired_photo()
    layers = layer_stack(repaired, (), mask_of(repaired))
    with pytest.raises(OutputRefused, match=r"not written as \.png"):
        write_layers(repaired, layers, tmp_path / "r.png")
    alpha = np.full((40, 60), 255, np.uint8)
    alpha[39, 59] = 254
    source = Photo(repaired.source.pixels, alpha=alpha)
    with pytest.raises(OutputRefused, match="transparency"):
        write_layers(RepairedPhoto(source), layers, tmp_path / "r.ora")
    with pytest.raises(ValueError, match="transparency"):
        layer_stack(RepairedPhoto(source), (), mask_of(repaired))
    (tmp_path / "there.ora").write_bytes(b"mine")
    with pytest.raises(OutputRefused):
        write_layers(repaired, layers, tmp_path / "there.ora")
    assert (tmp_path / "there.ora").read_bytes() == b"mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["there.ora"]
