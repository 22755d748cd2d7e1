"""The program as a person starts it, with the shipped networks: commands in, files out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pictures import full_metadata

from facerestore.demo.sample import damaged_sample
from facerestore.files.layout_file import read_layout, write_layout
from facerestore.files.plane_file import write_plane
from facerestore.files.provenance import array_hash, changed_kept_pixels, kept_pixels_hash, pixels_hash
from facerestore.files.reading import read_mask, read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SEARCH = os.pathsep.join(str(ROOT / place) for place in (".", "gui", "models", "training", "resources"))
OFFLINE = """
import socket, sys
def refuse(*arguments, **keywords):
    raise OSError("the program asks the network")
socket.socket.connect = refuse
from facerestore.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def facerestore(*arguments, folder):
    """Runs a command where no network is; the finished process."""
    return subprocess.run(
        [sys.executable, "-c", OFFLINE, *(str(argument) for argument in arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([SEARCH, os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The folder that ``facerestore sample`` wrote."""
    folder = tmp_path_factory.mktemp("sample")
    done = facerestore("sample", "-o", folder, "--device", "cpu", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def restore(sample, out, *more, mask="portrait_mask.png"):
    done = facerestore(
        "restore", sample / "portrait.png", "--mask", sample / mask, "-o", out, "--device", "cpu", *more, folder=sample
    )
    assert done.returncode == 0, done.stderr
    return read_photo(out)


def test_that_the_sample_keeps_every_pixel_outside_its_mask(sample):
    drawn = damaged_sample()
    restored = read_photo(sample / "portrait_restored.png")
    assert changed_kept_pixels(drawn.damaged, restored, drawn.mask) == 0
    record = json.loads((sample / "portrait_restored.json").read_text())
    assert record["kept_pixels_sha256"] == kept_pixels_hash(drawn.original, drawn.mask)
    assert set(record["weights"]) >= {"detection", "layout", "texture"}


def test_that_the_restored_face_is_nearer_to_the_undamaged_one_by_far(sample):
    drawn = damaged_sample()
    restored = read_photo(sample / "portrait_restored.png")
    face = np.zeros(drawn.mask.coverage.shape, bool)
    face[40:190, 150:300] = True
    where = face & drawn.mask.restore

    def error(photo):
        return np.abs(photo.pixels[where].astype(float) - drawn.original.pixels[where]).mean()

    assert error(restored) < 0.4 * error(drawn.damaged)


def test_that_the_same_seed_gives_the_same_bytes_and_another_seed_says_so(sample, tmp_path):
    again = restore(sample, tmp_path / "again.png")
    assert (again.pixels == read_photo(sample / "portrait_restored.png").pixels).all()
    restore(sample, tmp_path / "other.png", "--seed", "5")
    assert json.loads((tmp_path / "other.json").read_text())["faces"][0]["seed"] == 5


def test_that_a_layout_painted_by_hand_changes_the_result_inside_the_mask_only(sample, tmp_path):
    layout = read_layout(sample / "portrait_layout.png")
    labels = layout.labels.copy()
    labels[np.isin(labels, (1, 2))] = 13  # skin and nose become hair
    write_layout(Layout(labels, layout.alignment), tmp_path / "hairy.png")
    painted = restore(sample, tmp_path / "hairy_result.png", "--layout", tmp_path / "hairy.png")
    before = read_photo(sample / "portrait_restored.png")
    mask = read_mask(sample / "portrait_mask.png")
    assert changed_kept_pixels(before, painted, mask) == 0
    assert (before.pixels != painted.pixels).any()


@pytest.mark.parametrize("grey", [False, True])
def test_that_a_16_bit_scan_keeps_depth_profile_and_every_pixel_outside_the_mask(tmp_path, grey):
    drawn = damaged_sample()
    pixels = drawn.damaged.pixels.astype(np.uint16) * 257
    pixels += np.random.default_rng(1).integers(0, 200, pixels.shape, dtype=np.uint16) * (pixels < 65000)
    metadata = full_metadata()
    photo = Photo(pixels[..., 1].copy() if grey else pixels, metadata=metadata)
    write_photo(photo, tmp_path / "scan.tif")
    write_mask(drawn.mask, tmp_path / "mask.png")
    done = facerestore("restore", "scan.tif", "--mask", "mask.png", "-o", "out/", "--device", "cpu", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    restored = read_photo(tmp_path / "out" / "scan_restored.tif")
    assert restored.bits == 16
    assert restored.is_grey == grey
    assert changed_kept_pixels(photo, restored, drawn.mask) == 0
    assert restored.metadata.icc_profile == metadata.icc_profile
    assert restored.metadata.dpi == pytest.approx(metadata.dpi)


def test_that_an_aligned_crop_of_any_size_keeps_its_size(tmp_path):
    drawn = damaged_sample()
    crop = slice(26, 206), slice(135, 315)
    write_photo(Photo(drawn.damaged.pixels[crop].copy()), tmp_path / "crop.png")
    write_mask(type(drawn.mask)(drawn.mask.coverage[crop].copy()), tmp_path / "mask.png")
    for command in (
        ("restore", "crop.png", "--mask", "mask.png", "--aligned", "-o", "out.png"),
        ("layout", "crop.png", "--mask", "mask.png", "--aligned", "-o", "layout.png"),
    ):
        done = facerestore(*command, "--device", "cpu", folder=tmp_path)
        assert done.returncode == 0, done.stderr
    assert read_photo(tmp_path / "out.png").pixels.shape == (180, 180, 3)
    assert read_layout(tmp_path / "layout.png").labels.shape == (180, 180)


def test_that_a_photo_without_a_face_says_how_to_place_one(tmp_path):
    write_photo(Photo(np.full((90, 120, 3), 128, np.uint8)), tmp_path / "wall.png")
    mask = np.zeros((90, 120), np.uint8)
    mask[10:20, 10:20] = 255
    write_mask(type(damaged_sample().mask)(mask), tmp_path / "mask.png")
    done = facerestore("restore", "wall.png", "--mask", "mask.png", "-o", "out.png", folder=tmp_path)
    assert done.returncode == 1
    assert "--points" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mask.png", "wall.png"]


def test_that_a_batch_survives_what_a_folder_may_hold(sample, tmp_path):
    photos = tmp_path / "in"
    photos.mkdir()
    (photos / "a.png").write_bytes((sample / "portrait.png").read_bytes())
    (photos / "a_mask.png").write_bytes((sample / "portrait_mask.png").read_bytes())
    (photos / "cut.png").write_bytes((sample / "portrait.png").read_bytes()[:5000])
    (photos / "cut_mask.png").write_bytes((sample / "portrait_mask.png").read_bytes())
    (photos / "empty.tif").write_bytes(b"")
    (photos / "empty_mask.png").write_bytes((sample / "portrait_mask.png").read_bytes())
    (photos / "letter.txt").write_text("dear")
    done = facerestore("batch", photos, "-o", tmp_path / "out", "--device", "cpu", folder=tmp_path)
    assert done.returncode == 1
    assert (tmp_path / "out" / "a_restored.png").is_file()
    summary = [line.split() for line in done.stdout.splitlines()[-4:-1]]
    assert summary == [["restored", "1"], ["skipped", "0"], ["failed", "2"]]
    assert "Traceback" not in done.stderr


def test_that_the_doctor_finds_a_whole_installation_well(tmp_path):
    done = facerestore("doctor", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "!!" not in done.stdout


def test_that_damaged_weights_are_named_and_nothing_is_written(sample, tmp_path):
    weights = tmp_path / "weights"
    weights.mkdir()
    for file in (ROOT / "resources" / "facerestore_resources" / "weights").glob("*.*"):
        data = bytearray(file.read_bytes())
        if file.suffix == ".safetensors":
            data[-1] ^= 1
        (weights / file.name).write_bytes(data)
    out = tmp_path / "out.png"
    code = f"import os; os.environ['FACERESTORE_WEIGHTS'] = {str(weights)!r}\n" + OFFLINE
    command = ["restore", sample / "portrait.png", "--mask", sample / "portrait_mask.png", "-o", out]
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        env={**os.environ, "PYTHONPATH": SEARCH},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "safetensors" in done.stderr
    assert not out.exists()


def test_that_protected_places_stay_and_filled_ones_are_recorded_as_such(sample, tmp_path):
    drawn = damaged_sample()
    rows, columns = np.indices(drawn.mask.coverage.shape)
    protect, fill = Mask.from_bool(columns > 240), Mask.from_bool(drawn.mask.restore & (rows < 100))
    write_mask(protect, tmp_path / "protect.png")
    write_mask(fill, tmp_path / "fill.png")
    more = ("--protect", tmp_path / "protect.png", "--fill", tmp_path / "fill.png")
    restored, source = restore(sample, tmp_path / "out.png", *more), read_photo(sample / "portrait.png")
    assert (restored.pixels[protect.restore] == source.pixels[protect.restore]).all()
    areas = json.loads((tmp_path / "out.json").read_text())["areas"]
    assert areas["protected"]["where_sha256"] == array_hash(protect.coverage)
    assert areas["protected"]["pixels_sha256"] == pixels_hash(source, protect.restore)
    asked = drawn.mask.restore & ~protect.restore
    assert areas["generated"]["share"] + areas["filled"]["share"] == pytest.approx(asked.mean())
    assert areas["filled"]["share"] >= (asked & fill.restore).mean()
    assert 0 < areas["generated"]["share"] <= (asked & ~fill.restore).mean()


def test_that_a_mask_of_damage_classes_is_obeyed_as_the_window_exported_it(sample, tmp_path):
    drawn = damaged_sample()
    plane = np.where(drawn.mask.restore, int(DamageClass.STAIN), 0).astype(np.uint8)
    plane[:, 240:][plane[:, 240:] > 0] = DamageClass.SCRATCH
    write_plane(plane, tmp_path / "classes.png", table=DEFAULT_TABLE.with_policy(DamageClass.STAIN, Policy.PROTECT))
    done = facerestore(
        "restore",
        sample / "portrait.png",
        "--mask",
        tmp_path / "classes.png",
        "-o",
        tmp_path / "out.png",
        "--device",
        "cpu",
        folder=sample,
    )
    assert done.returncode == 0, done.stderr
    assert "Stain: protected" in done.stderr
    source, restored = read_photo(sample / "portrait.png"), read_photo(tmp_path / "out.png")
    still = plane != DamageClass.SCRATCH
    assert (restored.pixels[still] == source.pixels[still]).all()
    assert (restored.pixels != source.pixels).any()
