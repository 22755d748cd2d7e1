"""A painter of regions: which parts of the photo it is given, and what becomes of them."""

import json

import cv2
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from facerestore.compositing.crop_layers import Painting
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.backends.torch.calls import TorchRegion
from facerestore.inference.backends.torch.networks import load_network, network_for
from facerestore.inference.inpainting import paint_region
from facerestore.inference.loaded_networks import ON_PROCESSOR_NOTE, Networks
from facerestore.jobs.file_job import FileJob, restore_file
from facerestore.jobs.file_masks import MaskFiles
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import FaceToRestore, RestorationRequest, restored
from facerestore.restoration.regions import FRAME_PX, MARGIN_PX, TILE_PX, frame_box, region_places
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.alignment import TEMPLATE, Alignment
from facerestore.values.damage_table import RegionPlan
from facerestore.values.errors import UsageError, WeightsMissing
from facerestore.values.face import Face
from facerestore.values.geometry import Box
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.region import PaintedRegion, cut_region
from facerestore.values.request import InpaintingRequest
from facerestore_models import create
from tests.support.fake_restorer import NoFace, OneFace
from tests.support.tiny_weights import write_tiny_weights

IN2 = RESTORERS["in2"]


def alignment(left, top, side, degrees=0.0):
    turn = np.deg2rad(degrees)
    matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return Alignment.of_face(Face.from_points((TEMPLATE - 0.5) @ matrix.T * side + [left + side / 2, top + side / 2]))


def masked(height, width, *boxes):
    restore = np.zeros((height, width), bool)
    for top, bottom, left, right in boxes:
        restore[top:bottom, left:right] = True
    return Mask.from_bool(restore)


def striped(height, width):
    """A photo of two colours, so that it has no single tone."""
    stripe = (np.arange(width) // 20 % 2)[None, :, None]
    colours = np.where(stripe, np.array([100, 100, 150]), np.array([120, 110, 60])).astype(np.uint8)
    return np.broadcast_to(colours, (height, width, 3)).copy()


def colour_of(pixels):
    """The channel that is the brightest on average."""
    return int(pixels.reshape(-1, 3).mean(axis=0).argmax())


def restore(photo, mask, *, faces=(), backend=OneFace, **plan):
    networks = LocalNetworks(make=lambda device: backend())
    request = RestorationRequest(
        photo=photo,
        plan=RegionPlan(mask, **plan),
        faces=tuple(FaceToRestore(face, is_found=True) for face in faces),
        restorer=IN2,
    )
    return networks.run(restored(request, networks.ready))


def test_that_a_face_is_read_whole_with_its_surroundings_at_the_size_that_the_network_knows():
    face = alignment(400, 300, 600)
    (place,) = region_places(masked(1500, 2000, (500, 600, 600, 700)), [face])
    np.testing.assert_allclose(place.face_box, [400, 300, 1000, 900], atol=1)
    assert place.box == Box(250, 150, 1150, 1050)
    assert place.scale == pytest.approx(FRAME_PX / 600, rel=0.01)


def test_that_a_small_face_is_not_enlarged_and_a_face_without_damage_is_not_read():
    small, far = alignment(20, 20, 100), alignment(600, 20, 200)
    (place,) = region_places(masked(400, 900, (50, 60, 50, 60)), [far, small])
    assert place.scale == 1
    np.testing.assert_allclose(place.face_box, frame_box(small))


def test_that_a_turned_face_is_read_without_being_told_of():
    (place,) = region_places(masked(400, 400, (190, 210, 190, 210)), [alignment(100, 100, 200, degrees=90)])
    assert place.face_box is None
    assert place.box.width == 300


def test_that_damage_beside_a_face_is_read_in_a_region_of_its_own_shape():
    face = alignment(100, 100, 256)
    mask = masked(1200, 900, (200, 220, 200, 220), (900, 910, 50, 350))
    first, second = region_places(mask, [face])
    assert first.face_box is not None
    assert second.box == Box(0, 900 - MARGIN_PX, 350 + MARGIN_PX, 910 + MARGIN_PX)
    assert second.scale == first.scale
    assert second.face_box is None


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), has_face=st.booleans())
def test_that_regions_hold_all_that_is_masked_and_are_bounded(seed, has_face):
    rng = np.random.default_rng(seed)
    height, width = rng.integers(40, 1500, 2)
    restore = np.zeros((height, width), np.uint8)
    for _ in range(4):
        top, left = rng.integers(0, height), rng.integers(0, width)
        restore[top : top + rng.integers(1, 400), left : left + rng.integers(1, 400)] = 255
    faces = [alignment(0.3 * width, 0.2 * height, 0.4 * min(height, width))] if has_face else []
    covered = np.zeros_like(restore)
    for place in region_places(Mask(restore), faces):
        covered[place.box.slices] = 255
        most = max(FRAME_PX * 1.5, TILE_PX + 2 * MARGIN_PX) + 8
        assert max(place.box.width, place.box.height) * place.scale <= most
    assert covered[restore > 0].all()


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("is_grey", [True, False])
def test_that_a_region_shows_what_is_visible_and_nothing_of_what_is_masked(bits, is_grey):
    rng = np.random.default_rng(0)
    samples = rng.integers(0, 2**bits, (60, 90) if is_grey else (60, 90, 3), np.uint8 if bits == 8 else np.uint16)
    mask = masked(60, 90, (20, 40, 30, 50))
    region = cut_region(Photo(samples), mask, Box(10, 10, 80, 55), scale=1.0, face_box_photo=np.array([20, 15, 60, 55]))
    assert region.pixels.shape == (45, 70, 3)
    assert (region.hole == mask.restore[10:55, 10:80]).all()
    assert not region.pixels[region.hole].any()
    shown = np.broadcast_to(samples[..., None] if is_grey else samples, (60, 90, 3))[10:55, 10:80]
    np.testing.assert_allclose(region.pixels[~region.hole], shown[~region.hole] / (2**bits - 1), atol=1e-6)
    assert region.face_box == pytest.approx((10, 5, 50, 45))
    with pytest.raises(ValueError, match="enlarged"):
        cut_region(Photo(samples), mask, Box(10, 10, 80, 55), scale=1.5)


@pytest.mark.parametrize("size", [(97, 131), (20, 150), (64, 64)])
def test_that_a_region_of_any_shape_is_painted_in_its_hole_alone(size):
    height, width = size
    rng = np.random.default_rng(0)
    photo = Photo(rng.integers(0, 255, (height, width, 3), np.uint8))
    region = cut_region(photo, masked(height, width, (5, 15, 20, 60)), photo.extent.box, scale=1.0)
    painted = paint_region(TorchRegion(create("in2_tiny").eval()), InpaintingRequest(region))
    assert painted.pixels.shape == (height, width, 3)
    assert (painted.pixels[~region.hole] == region.pixels[~region.hole]).all()
    assert 0 <= painted.pixels.min() <= painted.pixels.max() <= 1


def test_that_only_the_mask_is_changed_all_of_it_by_the_network_and_protection_wins():
    photo = Photo(striped(500, 700))
    mask = masked(500, 700, (200, 300, 250, 350), (400, 440, 600, 680))
    protected = masked(500, 700, (250, 300, 250, 350))
    result = restore(photo, mask, faces=[alignment(200, 100, 250)], protected=protected)
    changed = mask.restore & ~protected.restore
    assert (result.repaired.generated == changed).all()
    assert (result.photo.pixels == photo.pixels)[~changed].all()
    # the fake paints red where it was told of a face, green elsewhere
    assert colour_of(result.photo.pixels[200:250, 250:350]) == 0
    assert colour_of(result.photo.pixels[400:440, 600:680]) == 1
    assert (result.restorer, result.candidates, result.detail) == ("in2", (), 0)
    assert set(result.weights) == {"detection", "points", "inpainting"}


def test_that_what_is_to_be_filled_is_continued_and_not_painted():
    photo = Photo(np.full((300, 300, 3), 128, np.uint8))
    mask, fill = masked(300, 300, (100, 140, 100, 140)), masked(300, 300, (200, 220, 200, 220))
    result = restore(photo, mask, fill=fill)
    assert (result.repaired.generated == mask.restore).all()
    assert (result.repaired.filled == fill.restore).all()
    assert (result.photo.pixels[200:220, 200:220] == 128).all()


def test_that_a_photo_without_a_mask_asks_for_no_network():
    photo = Photo(np.full((80, 90, 3), 128, np.uint8))
    result = restore(photo, masked(80, 90))
    assert result.weights == {}
    assert not result.repaired.repairs


@pytest.mark.parametrize(("height", "width"), [(300, 900), (1400, 500)])
@pytest.mark.parametrize("side", [0, 480])
def test_that_a_region_goes_back_to_where_it_was_cut(height, width, side):
    rows, columns = np.mgrid[:height, :width]
    photo = Photo((128 + 60 * np.sin(columns / 31) + 60 * np.cos(rows / 23)).astype(np.uint8))
    mask = masked(height, width, (60, 140, 100, 190), (height - 90, height, width - 120, width - 20))
    places = region_places(mask, [alignment(20, 10, side)] if side else [])
    assert any(place.box.width != place.box.height for place in places)
    for place in places:
        region = cut_region(photo, mask, place.box, scale=place.scale)
        painting = Painting.of_region(PaintedRegion(region, region.pixels), photo.extent, tone=None)
        error = np.abs(painting.over(place.box)[..., 0] * 255 - photo.pixels[place.box.slices])
        # a pixel aside is 3 levels; what a hole's border looks like is enlarged from both sides
        assert error[cv2.dilate(mask.coverage, np.ones((9, 9)))[place.box.slices] == 0].mean() < 0.5
        inside, share, _ = painting.inside_and_share(place.box)
        assert inside.all()
        assert (share[mask.restore[place.box.slices]] == 1).all()
        assert Box.around(painting.corners_photo().round(6)) == place.box
        assert not painting.inside_and_share(place.box.moved(place.box.width, 0))[0].any()


def test_that_a_device_with_too_little_memory_is_answered_by_the_processor_and_said(tmp_path, monkeypatch):
    class Full:
        """Stands for a graphics device without free memory."""

        type = "cuda"

    def load_unless_full(name, device, folder):
        if isinstance(device, Full):
            raise torch.OutOfMemoryError("no memory left")
        return load_network(name, device, folder)

    networks = Networks(device="cpu", weights_dir=write_tiny_weights(tmp_path / "weights"))
    photo = Photo(striped(80, 100))
    request = InpaintingRequest(cut_region(photo, masked(80, 100, (20, 40, 30, 70)), photo.extent.box, scale=1.0))
    plain = networks.paint_region(request)
    backend = TorchBackend(torch.device("cpu"), tmp_path / "weights")
    fallen = Networks(backend=backend)
    backend._device = Full()
    monkeypatch.setattr("facerestore.inference.backends.torch.backend.load_network", load_unless_full)
    monkeypatch.setattr("facerestore.inference.backends.torch.backend.describe_device", lambda device, **more: "full")
    made = fallen.paint_region(request)
    assert made.notes == (ON_PROCESSOR_NOTE,)
    assert (made.pixels == plain.pixels).all()


@pytest.fixture
def files(tmp_path):
    Image.fromarray(striped(120, 260)).save(tmp_path / "scan.png")
    restore = np.zeros((120, 260), np.uint8)
    restore[40:80, 100:180] = 255
    Image.fromarray(restore).save(tmp_path / "mask.png")
    return tmp_path


def job(files, **settings):
    return FileJob(
        photo=files / "scan.png",
        masks=MaskFiles(files / "mask.png"),
        output=files / "out.png",
        restorer=IN2,
        **settings,
    )


def test_that_a_photo_without_a_face_is_restored_and_it_is_said(files):
    made = restore_file(job(files, origins=files / "origins.png"), LocalNetworks(make=lambda device: NoFace()))
    assert any("No face was found" in note for note in made.notes)
    assert colour_of(np.asarray(Image.open(made.output))[40:80, 100:180]) == 1
    record = json.loads(made.record.read_text())
    assert (record["restorer"], record["faces"]) == ("in2", [])
    assert set(record["weights"]) == {"inpainting"}
    assert record["generated_share"] == record["masked_share"] > 0
    origins = np.asarray(Image.open(files / "origins.png")).astype(int)
    assert (origins[60, 140, 0] > origins[60, 140, 2]).all(), "the network is orange"
    assert (origins[10, 10] == origins[10, 10, 0]).all(), "the rest is grey"


def test_that_where_a_face_is_may_be_said_but_a_layout_and_references_may_not(files):
    points = TEMPLATE * 100 + [90, 10]
    networks = LocalNetworks(make=lambda device: NoFace())
    made = restore_file(job(files, points_photo=points), networks)
    assert colour_of(np.asarray(Image.open(made.output))[40:80, 100:180]) == 0, "painted as a face"
    for wrong in ({"layout": files / "layout.png"}, {"references": (files / "scan.png",)}):
        with pytest.raises(UsageError, match="in2"):
            restore_file(job(files, **wrong), networks)


def test_that_the_real_network_restores_a_long_strip_through_the_whole_way(tmp_path, files):
    weights = write_tiny_weights(tmp_path / "weights")
    networks = LocalNetworks(make=lambda device: Networks(device="cpu", weights_dir=weights))
    assert network_for("inpainting", weights) == "in2_tiny.base"
    made = restore_file(job(files), networks)
    record = json.loads(made.record.read_text())
    assert "inpainting" in record["weights"]
    assert record["kept_pixels_exact"]


def test_that_a_folder_without_the_network_says_what_to_do(tmp_path):
    weights = write_tiny_weights(tmp_path / "weights")
    listed = json.loads((weights / "manifest.json").read_text())
    listed["weights"] = [one for one in listed["weights"] if one["network"] != "in2_tiny"]
    (weights / "manifest.json").write_text(json.dumps(listed))
    photo = Photo(np.full((80, 90, 3), 128, np.uint8))
    networks = LocalNetworks(make=lambda device: Networks(device="cpu", weights_dir=weights))
    request = RestorationRequest(photo=photo, plan=RegionPlan(masked(80, 90, (10, 20, 10, 20))), restorer=IN2)
    with pytest.raises(WeightsMissing) as caught:
        networks.run(restored(request, networks.ready))
    assert "needs the network in2, which is not installed" in str(caught.value)
    assert "train in2" in str(caught.value.advice)
