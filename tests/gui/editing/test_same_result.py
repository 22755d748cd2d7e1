"""Command line, batch and window are given the same work: the same bytes come out, and the same record."""

import json

import fake_restorer
import numpy as np
import pytest
from PySide6.QtCore import Qt

from facerestore.batch import crew
from facerestore.batch import crews as crews_module
from facerestore.batch.crew import ProcessCrew
from facerestore.cli.main import main
from facerestore.demo.sample import damaged_sample
from facerestore.files.plane_file import write_plane
from facerestore.files.reading import read_photo
from facerestore.files.user_dirs import stop_log
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.restoration import local as local_module
from facerestore.restoration.local import LocalNetworks
from facerestore.values.errors import WeightsError
from facerestore.values.photo import Photo
from facerestore_gui.document.edits.faces import add_face
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.window.main_window import MainWindow

pytestmark = pytest.mark.gui

POINTS = np.array([[102.5, 96], [138, 96.25], [120, 118], [106, 142], [134, 142.5]])
SEED = 5


@pytest.fixture
def scan(tmp_path, portrait):
    """A folder with a 16-bit photo and its mask, which has several damage classes."""
    folder = tmp_path / "in"
    folder.mkdir()
    pixels = read_photo(portrait).pixels.astype(np.uint16) * 257
    pixels += np.random.default_rng(2).integers(0, 900, pixels.shape, dtype=np.uint16)
    write_photo(Photo(pixels), folder / "scan.tif")
    plane = np.zeros(pixels.shape[:2], np.uint8)
    plane[70:130, 95:125] = 255
    plane[20:23] = 200
    plane[150:160, 100:140] = 192  # to be filled
    plane[90:100, 110:120] = 64  # to be protected
    write_plane(plane, folder / "scan_mask.png")
    return folder / "scan.tif"


@pytest.fixture
def fake(monkeypatch):
    """Chooses the fake that stands for the networks of the command line, and of a batch's processes."""

    def choose(name):
        monkeypatch.setattr(local_module, "_installed", lambda device: getattr(fake_restorer, name)(device=device))
        worker = WorkerSettings(f"fake_restorer:{name}")
        monkeypatch.setattr(crews_module, "ProcessCrew", lambda settings, size: ProcessCrew(worker, size))

    yield choose
    stop_log()


def written(path):
    """The bytes of a result, and its record, but for what only a batch says."""
    record = json.loads(path.with_suffix(".json").read_text())
    del record["job_sha256"]
    return path.read_bytes(), record


def by_command_line(photo, *more):
    out = photo.parents[1] / "command_line"
    mask = photo.with_name("scan_mask.png")
    assert main(["restore", str(photo), "--mask", str(mask), "-o", f"{out}/", "--seed", str(SEED), *more]) == 0
    return written(out / "scan_restored.tif")


def by_batch(photo, *more):
    out = photo.parents[1] / "batch"
    assert main(["batch", str(photo.parent), "-o", str(out), "--seed", str(SEED), *more]) == 0
    return written(out / "scan_restored.tif")


def by_window(driver, photo, *, layout=None, points=None, restorer=None):
    driver.session.files.open_photo(photo, mask=photo.with_name("scan_mask.png"), layout=layout)
    driver.wait(lambda: not driver.session.runner.is_busy, timeout=120_000)
    if points is not None:
        assert add_face(driver.document, points)
    if restorer is not None:
        driver.choose_restorer(restorer)
    driver.generate(SEED)
    driver.wait(lambda: not driver.session.runner.is_busy, timeout=120_000)
    folder = photo.parents[1] / "window"
    folder.mkdir()
    driver.dialogs.path = folder / "scan_restored.tif"
    driver.run("save_as")
    return written(folder / "scan_restored.tif")


def assert_same(first, second):
    assert first[1] == second[1]
    assert first[0] == second[0]


@pytest.mark.parametrize("factory", ["BySeed", "TwoFacesBySeed"])
def test_that_faces_that_are_found_are_restored_alike(open_window, fake, scan, factory):
    fake(factory)
    alike = by_command_line(scan)
    assert_same(alike, by_batch(scan))
    assert_same(alike, by_window(open_window(factory), scan))
    assert alike[1]["areas"].keys() == {"generated", "filled", "healed", "cloned", "left", "protected"}
    assert all(alike[1]["areas"][name]["share"] > 0 for name in ("generated", "filled", "protected"))
    assert alike[1]["weights"].keys() == set(fake_restorer.NETWORKS)


def test_that_a_face_placed_by_hand_is_restored_alike(open_window, fake, scan):
    fake("NoFace")
    words = ";".join(f"{x},{y}" for x, y in POINTS)
    alike = by_command_line(scan, "--points", words)
    assert_same(alike, by_window(open_window("NoFace"), scan, points=POINTS))
    assert alike[1]["weights"].keys() == {"layout", "texture"}


@pytest.mark.parametrize("factory", ["NoFace", "BySeed"])
def test_that_a_given_layout_is_followed_alike(open_window, fake, scan, tmp_path, factory):
    fake(factory)
    words = ";".join(f"{x},{y}" for x, y in POINTS)
    layout = tmp_path / "layouts" / "scan.png"
    assert main(["layout", str(scan), "--points", words, "-o", str(layout)]) == 0
    alike = by_command_line(scan, "--points", words, "--layout", str(layout))
    assert_same(alike, by_batch(scan, "--layout-dir", str(layout.parent)))
    assert_same(alike, by_window(open_window(factory), scan, layout=layout))
    assert alike[1]["weights"].keys() == {"texture"}


def test_that_what_was_filled_by_hand_is_restored_and_written_alike_by_a_batch_with_the_project(
    open_window, fake, scan
):
    """The face is made from a crop that shows it, and it is in the result and its record."""
    fake("BySeed")
    driver = open_window("BySeed")
    driver.open(scan, mask=scan.with_name("scan_mask.png"))
    driver.session.tool_settings.set_brush_diameter(14)
    driver.session.restore_settings.set_seed(SEED)
    driver.drag(ToolKind.HEAL, (138, 96), (150, 110))
    driver.drag(ToolKind.CLONE, (30, 60), button=Qt.MouseButton.RightButton)
    driver.drag(ToolKind.CLONE, (60, 180), (80, 180))
    driver.generate(SEED)
    driver.wait_idle()
    driver.session.project_tasks.save(scan.with_suffix(".facerestore"))
    driver.wait_idle()
    folder = scan.parents[1] / "window"
    folder.mkdir()
    driver.dialogs.path = folder / "scan_restored.tif"
    driver.run("save_as")
    alike = written(folder / "scan_restored.tif")
    scan.with_name("scan_mask.png").unlink()
    assert_same(alike, by_batch(scan))
    assert all(alike[1]["areas"][name]["share"] > 0 for name in ("generated", "healed", "cloned"))


@pytest.mark.parametrize("restorer", ["telea", "navier-stokes"])
def test_that_a_restorer_without_networks_restores_alike(open_window, fake, scan, restorer):
    fake("WithoutWeights")
    alike = by_command_line(scan, "--restorer", restorer)
    assert_same(alike, by_batch(scan, "--restorer", restorer))
    assert_same(alike, by_window(open_window("NoFace"), scan, restorer=restorer))
    assert alike[1]["restorer"] == restorer
    assert alike[1]["weights"] == {}
    assert alike[1]["areas"]["generated"]["share"] == 0


@pytest.mark.slow
def test_that_the_networks_themselves_restore_alike(qtbot, window_driver, close, tmp_path, monkeypatch):
    # sums of more threads are rounded otherwise; all else runs on one here
    monkeypatch.setattr(crew, "usable_cores", lambda: 1)
    try:
        LocalNetworks(device="cpu").verified_hashes(("layout", "texture"))
    except WeightsError:
        pytest.skip("the networks are not installed")
    made = damaged_sample()
    folder = tmp_path / "in"
    folder.mkdir()
    write_photo(made.damaged, folder / "scan.tif")
    write_mask(made.mask, folder / "scan_mask.png")
    window = MainWindow(WorkerSettings(device="cpu"))
    qtbot.addWidget(window, before_close_func=close)
    window.show()
    alike = by_window(window_driver(window), folder / "scan.tif")
    assert_same(alike, by_command_line(folder / "scan.tif", "--device", "cpu"))
    assert_same(alike, by_batch(folder / "scan.tif", "--device", "cpu"))
    assert alike[1]["weights"].keys() == {"detection", "points", "layout", "texture"}
    stop_log()
