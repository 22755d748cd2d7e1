"""A folder restored in the batch window, with a real mouse and keyboard on an X11 display, and reviewed."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from display import Display, display, is_possible, wait_for
from program_on_display import Program

from facerestore.batch.report import REPORT_FOLDER
from facerestore.demo.sample import damaged_sample
from facerestore.files.provenance import changed_kept_pixels
from facerestore.files.reading import read_mask, read_photo
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

pytestmark = [
    pytest.mark.slow,
    pytest.mark.gui,
    pytest.mark.skipif(sys.platform != "linux" or not is_possible(), reason="needs Xvfb, xdotool and openbox"),
]

_TITLE = "Restore a folder"
_COUNT = 4
_SMALL_PX = 48
_LIKENESS = 0.95
_NOWHERE = (slice(0, 8), slice(0, 8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The damaged sample several times, each a little lighter, with masks; and a file that is no photo."""
    made = tmp_path / "album"
    made.mkdir()
    sample = damaged_sample()
    for number in range(_COUNT):
        pixels = np.clip(sample.damaged.pixels.astype(np.int16) + 3 * number, 0, 255).astype(np.uint8)
        write_photo(Photo(pixels), made / f"{number}.png")
        write_mask(Mask(sample.mask.coverage), made / f"{number}_mask.png")
    (made / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    write_mask(Mask(sample.mask.coverage), made / "broken_mask.png")
    return made


@pytest.fixture
def program(tmp_path: Path):
    with display(tmp_path) as screen:
        started = Program(screen, damaged_sample().damaged.pixels, _NOWHERE)
        try:
            yield started
        finally:
            cv2.imwrite(str(tmp_path / "last.png"), screen.screenshot()[..., ::-1])
            started.kill()


def fill_in(screen: Display, letter: str, path: Path) -> None:
    """A field of the batch window, by the letter that is underlined in its name."""
    screen.key(f"alt+{letter}", "ctrl+a")
    screen.type(str(path))


def record(results: Path, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((results / f"{number}_restored.json").read_text(encoding="utf-8"))
    return found


def test_that_a_folder_is_restored_and_reviewed_by_mouse_and_keyboard(program, folder, tmp_path):
    screen, results = program.display, tmp_path / "out"
    screen.wait_for_window("facerestore")
    screen.ask_for(_TITLE, lambda: screen.key("ctrl+shift+b"))
    fill_in(screen, "p", folder)
    fill_in(screen, "r", results)
    screen.key("alt+s")
    wait_for(lambda: (results / "0_restored.json").exists(), "the first result")
    # held: what is under way ends, and nothing else begins, until it goes on
    screen.key("alt+u")
    time.sleep(1)
    screen.key("alt+o")
    wait_for(lambda: len(list(results.glob("*_restored.json"))) == _COUNT, "the results and their records")
    wait_for((results / REPORT_FOLDER / "index.html").exists, "the report")
    for number in range(_COUNT):
        restored = read_photo(results / f"{number}_restored.png")
        source, mask = read_photo(folder / f"{number}.png"), read_mask(folder / f"{number}_mask.png")
        assert changed_kept_pixels(source, restored, mask) == 0
    assert not (results / "broken_restored.png").exists()

    # a row by the mouse, a verdict by its letter, the next rows by letters alone
    wait_for(lambda: row_on(screen, folder) is not None, "the small pictures")
    screen.click(row_on(screen, folder))
    screen.key("r")
    screen.key(*["a"] * (_COUNT - 1))

    def verdicts():
        return sorted(record(results, number).get("review", {}).get("verdict", "") for number in range(_COUNT))

    wait_for(lambda: verdicts() == ["accepted"] * (_COUNT - 1) + ["rejected"], "the verdicts in the records")
    assert row_on(screen, folder) is not None
    screen.key("Return")
    screen.wait_for_window(".png")
    wait_for(lambda: row_on(screen, folder) is None, "the photo above the window of the batch", seconds=20)
    assert program.process.poll() is None


def row_on(screen: Display, folder: Path) -> np.ndarray | None:
    """Where the small picture of a photo is seen in the table: x and y of its middle."""
    pixels = read_photo(folder / "0.png").pixels
    small = cv2.resize(pixels, (_SMALL_PX, _SMALL_PX), interpolation=cv2.INTER_AREA)
    likeness = cv2.matchTemplate(screen.screenshot(), small, cv2.TM_CCOEFF_NORMED)
    _, best, _, corner = cv2.minMaxLoc(likeness)
    return np.array(corner) + _SMALL_PX // 2 if best > _LIKENESS else None
