"""The window with the networks themselves: slow, and skipped where their weights are not installed."""

import numpy as np
import pytest

from facerestore.demo.sample import damaged_sample
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.values.errors import WeightsMissing
from facerestore_gui.tasks.messages import Tone
from facerestore_gui.window.main_window import MainWindow

pytestmark = [pytest.mark.gui, pytest.mark.slow]


@pytest.fixture
def sample(tmp_path):
    """Photo and mask of the damaged portrait, in files."""
    made = damaged_sample()
    write_photo(made.damaged, tmp_path / "sample.png")
    write_mask(made.mask, tmp_path / "mask.png")
    return tmp_path / "sample.png", tmp_path / "mask.png"


def test_that_the_sample_portrait_is_found_predicted_restored_and_saved(qtbot, window_driver, close, sample, tmp_path):
    photo, mask = sample
    window = MainWindow(WorkerSettings(device="cpu"))
    qtbot.addWidget(window, before_close_func=close)
    window.show()
    driver = window_driver(window)
    driver.patience_ms = 900_000  # on a busy processor the networks take minutes
    driver.open(photo, mask=mask)
    _skip_without_weights(driver)
    eyes = driver.document.work.face.points_photo[:2]
    assert np.abs(eyes - [[202, 100], [246, 98]]).max() < 25
    driver.generate()
    driver.wait_idle()
    _skip_without_weights(driver)
    result, source = driver.document.result.restoration, driver.project.photo
    keep = ~driver.project.mask().restore
    assert len(set(np.unique(driver.document.work.layout.labels))) >= 5
    assert result.repaired.generated.any()
    assert (result.photo.pixels[keep] == source.pixels[keep]).all()
    assert {"detection", "layout", "texture"} <= set(result.weights)
    driver.dialogs.path = tmp_path / "out.png"
    driver.run("save_as")
    assert (tmp_path / "out.json").exists()


def _skip_without_weights(driver):
    if driver.message is not None and driver.message.title == WeightsMissing.title:
        pytest.skip("the networks are not installed")
    # much of the damage lies outside the face, which is said
    assert driver.message is None or driver.message.tone is Tone.NOTICE, driver.message
