"""What a day of retouching showed, with a real mouse and keyboard on an X11 display: nothing moves under the pointer,
Space always pans, nothing is left behind where the view is moved, and nothing is asked."""

import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from display import display, is_possible, wait_for
from program_on_display import Program

from facerestore.demo.sample import damaged_sample
from facerestore.documents.project_file import read_project
from facerestore.files.writing import write_photo
from facerestore_gui.look.candidate_colours import candidate_colour
from facerestore_gui.look.theme import DARK, LIGHT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.gui,
    pytest.mark.skipif(sys.platform != "linux" or not is_possible(), reason="needs Xvfb, xdotool and openbox"),
]

_UNTOUCHED = (slice(370, 500), slice(110, 230))
"""Rows and columns of the sample that nothing covers in any test."""
_STROKE = ((250, 80), (250, 240))
_CANVAS = (slice(120, 900), slice(60, 1080))
"""Rows and columns of the screen that the canvas has."""
_BAR = (slice(640, 1000), slice(40, 700))
"""Where the bar of the candidates is."""
_CHIP_PIXELS = 60
_FAR = 6
_BELOW_THE_NAME = 60
"""From this row of the canvas on, the line with the candidate's name is not there."""
_BOTTOM = (slice(600, 980), slice(1100, 1430))
"""Where the panel with Generate is."""


@pytest.fixture
def portrait(tmp_path: Path) -> Path:
    path = tmp_path / "portrait.png"
    write_photo(damaged_sample().damaged, path)
    return path


@pytest.fixture
def program(tmp_path: Path, portrait: Path):
    with display(tmp_path) as screen:
        started = Program(screen, damaged_sample().damaged.pixels, _UNTOUCHED)
        try:
            started.open(portrait)
            started.show_at_full_size()
            yield started
        finally:
            cv2.imwrite(str(tmp_path / "last.png"), screen.screenshot()[..., ::-1])
            started.kill()


def generate_button(program: Program) -> np.ndarray:
    """The middle of the button, by its colour."""
    seen = program.display.screenshot()[_BOTTOM]
    colours = [[int(theme.highlight[at : at + 2], 16) for at in (1, 3, 5)] for theme in (LIGHT, DARK)]
    rows, columns = np.nonzero(np.any([(seen == colour).all(axis=2) for colour in colours], axis=0))
    assert len(rows) > 1000, "there is no button to press"
    return np.array([columns.mean() + _BOTTOM[1].start, rows.mean() + _BOTTOM[0].start])


def coverage_of(portrait: Path) -> np.ndarray:
    return read_project(portrait.with_suffix(".facerestore"))[0].coverage > 0


def kept(portrait: Path) -> bool:
    return portrait.with_suffix(".facerestore").exists()


def test_that_a_day_of_retouching_goes_on_without_a_jolt_or_a_question(program, portrait):
    screen = program.display

    # a message is there: the first stroke lands where it is painted, and the photo stays
    screen.key("b", "u")
    before = program.at(0, 0)
    program.stroke(*_STROKE)
    assert (program.at(0, 0) == before).all()
    wait_for(lambda: kept(portrait), "the project kept by itself")
    mask = coverage_of(portrait)
    assert mask[80:240, 250].all()
    columns = np.flatnonzero(mask[82:238].any(axis=0))
    assert columns.max() - columns.min() <= 24, "the stroke is bent"

    # Generate is pressed with the mouse; then Space over the photo moves it and opens nothing
    screen.click(generate_button(program))
    screen.move(program.at(150, 430))
    wait_for(lambda: read_project(portrait.with_suffix(".facerestore"))[0].results, "the result in the project")
    screen.key("alt+1")
    program.show_at_full_size()
    start = program.at(0, 0)
    pointer = program.at(150, 430)
    screen.move(pointer)
    screen.hold("space")
    screen.drag(pointer, pointer - (60, 45))
    screen.let_go("space")
    wait_for(lambda: np.abs(program.at(0, 0) - (start - (60, 45))).max() <= 1, "the photo moved")
    assert not any("Open" in title for title in screen.titles())

    # the comparison is moved: it looks as if it were painted anew
    screen.key("alt+2")
    screen.click(pointer, button=4)
    screen.drag(pointer, pointer + np.array([80, 60]), button=2)
    screen.move((700, 60))
    moved = settled(screen)
    screen.key("alt+1", "alt+2")
    # pixels of the photo may be rounded otherwise, a ghost would be far off
    wait_for(
        lambda: np.abs(moved[_CANVAS].astype(int) - settled(screen)[_CANVAS]).max() <= 2,
        "the comparison painted anew as it was moved",
    )

    # nothing is asked, and everything is there again
    screen.key("ctrl+q")
    assert program.process.wait(60) == 0
    project, _ = read_project(portrait.with_suffix(".facerestore"))
    assert (project.coverage > 0)[mask].all()
    assert project.result_is_current


def chip(screen, place: int) -> np.ndarray | None:
    """Where the number of a candidate of the bar is on the screen, by its colour; None while it is not there."""
    colour = candidate_colour(place)
    seen = screen.screenshot()[_BAR]
    rows, columns = np.nonzero((seen == (colour.red(), colour.green(), colour.blue())).all(axis=2))
    if len(rows) < _CHIP_PIXELS:
        return None
    return np.array([columns.min() + _BAR[1].start, rows.min() + _BAR[0].start])


def test_that_pointing_at_a_candidate_shows_it_in_the_photo_and_pointing_away_brings_the_result_back(program, portrait):
    screen = program.display
    screen.key("b")
    program.stroke((200, 150), (330, 150), (330, 260), (200, 260))
    screen.key("ctrl+Return")
    wait_for(lambda: chip(screen, 0) is not None, "the first candidate")
    screen.key("ctrl+shift+Return")
    wait_for(lambda: chip(screen, 1) is not None, "a second candidate")
    wait_for(lambda: kept(portrait), "the project kept by itself")
    screen.key("alt+3")
    screen.move((700, 60))
    before = settled(screen)[_CANVAS].astype(int)
    found = chip(screen, 1)
    assert found is not None
    screen.move(np.add(found, (30, 30)))
    wait_for(lambda: np.abs(screen.screenshot()[_CANVAS] - before).max() > _FAR, "the candidate over the photo")
    shown = settled(screen)[_CANVAS]
    changed = (np.abs(shown - before).max(axis=2) > _FAR)[_BELOW_THE_NAME:]
    assert 50 < changed.sum() < changed.size / 4
    screen.move((700, 60))
    wait_for(lambda: (screen.screenshot()[_CANVAS] == before).all(), "the result again")


def settled(screen) -> np.ndarray:
    """The screen once it is drawn and stays."""
    last = screen.screenshot()

    def stays():
        nonlocal last
        before, last = last, screen.screenshot()
        return (before[_CANVAS] == last[_CANVAS]).all()

    wait_for(lambda: stays() and stays() and stays(), "a screen that stays")
    return last
