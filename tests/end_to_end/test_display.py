"""The program itself on an X11 display, used with a real mouse and keyboard, and killed in the middle of it.

Nothing of the window is imported here: what counts is on the screen and in the files.
"""

import json
import sys
import time

import cv2
import numpy as np
import pytest
from display import display, is_possible, wait_for
from program_on_display import Program

from facerestore.demo.sample import damaged_sample
from facerestore.documents.project_file import read_project
from facerestore.files.layout_file import read_layout
from facerestore.files.provenance import changed_kept_pixels
from facerestore.files.reading import read_mask, read_photo
from facerestore.files.writing import write_photo
from facerestore_resources.face_classes import FaceClass

pytestmark = [
    pytest.mark.slow,
    pytest.mark.gui,
    pytest.mark.skipif(sys.platform != "linux" or not is_possible(), reason="needs Xvfb, xdotool and openbox"),
]

_UNTOUCHED = (slice(370, 500), slice(110, 230))
"""Rows and columns of the sample that nothing covers in any test."""
_FACE = (slice(60, 190), slice(150, 300))
_SCRATCH = ((190, 80), (215, 135), (240, 175))
_SECOND = ((330, 60), (330, 160))
_THIN = ((460, 60), (460, 160))
_EYES = ((200, 106), (250, 104))


@pytest.fixture(scope="module")
def screen(tmp_path_factory):
    with display(tmp_path_factory.mktemp("screen")) as shown:
        yield shown


@pytest.fixture
def portrait(tmp_path):
    """The damaged sample in a file."""
    path = tmp_path / "portrait.png"
    write_photo(damaged_sample().damaged, path)
    return path


@pytest.fixture
def start(screen, tmp_path):
    """Starts the program; it is ended whatever happens, and a picture of what it showed last is kept."""
    started = []

    def start():
        started.append(Program(screen, damaged_sample().damaged.pixels, _UNTOUCHED))
        return started[-1]

    yield start
    cv2.imwrite(str(tmp_path / "last.png"), screen.screenshot()[..., ::-1])
    for program in started:
        program.kill()


@pytest.fixture
def program(start, portrait):
    """The program with the portrait open at full size."""
    program = start()
    program.open(portrait)
    program.show_at_full_size()
    return program


def exported_mask(program, path):
    program.save_by_menu(("alt+m", "e"), "Export the mask", path)
    return read_mask(path).restore


def is_changed(program, part):
    """Whether the screen shows something else than the source there."""
    return (program.seen()[part] != program.pixels[part]).mean() > 0.5


def save_result(program, path):
    """Through the dialog, by keyboard."""
    display = program.display

    # does nothing as long as there is no result
    display.ask_for("Save the restored", lambda: display.key("ctrl+shift+e"))
    display.key("alt+f")
    display.answer("Save the restored", str(path))
    wait_for(path.with_suffix(".json").exists, "the result and its record")
    return read_photo(path)


def width_px(mask, row, column):
    """How wide the mask is about a place, in pixels."""
    kept = np.flatnonzero(~mask[row])
    return kept[kept > column].min() - kept[kept < column].max() - 1


def test_that_mouse_and_keyboard_go_from_a_file_to_a_file(program, portrait, tmp_path):
    display = program.display
    source = read_photo(portrait)

    display.key("b")
    program.stroke(*_SCRATCH)
    display.key("bracketright", "bracketright", "bracketright")
    program.stroke(*_SECOND)
    display.key("bracketleft", "bracketleft", "bracketleft", "bracketleft", "bracketleft", "bracketleft")
    program.stroke(*_THIN)
    program.stroke((60, 250), (110, 250))
    display.key("ctrl+z", "ctrl+z", "ctrl+shift+z")
    mask = exported_mask(program, tmp_path / "mask.png")
    assert all(mask[y, x] for x, y in (*_SCRATCH, *_SECOND, *_THIN))
    assert not mask[250, 60:110].any()
    assert not mask[_UNTOUCHED].any()
    assert width_px(mask, 110, 460) + 4 < width_px(mask, 110, 203) < width_px(mask, 110, 330) - 4
    # the screen shows the mask where the file has it
    shown = (program.seen() != program.pixels).any(axis=2)
    assert shown[mask].mean() > 0.99
    assert shown[~mask].mean() < 0.02

    zoom_and_pan(program)
    program.show_at_full_size()

    display.key("ctrl+l")
    wait_for(lambda: is_changed(program, _FACE), "the layout over the face")
    program.save_by_menu(("alt+l", "s"), "Save the layout", tmp_path / "predicted.png")
    display.key("p", "3")
    program.stroke(*_EYES)
    program.save_by_menu(("alt+l", "s"), "Save the layout", tmp_path / "painted.png")
    predicted, painted = (read_layout(tmp_path / f"{name}.png").labels for name in ("predicted", "painted"))
    assert len(np.unique(predicted)) > 5
    assert (predicted != painted).sum() > 100
    assert (painted[predicted != painted] == FaceClass.GLASSES).all()

    display.key("ctrl+Return")
    restored = save_result(program, tmp_path / "restored.png")
    assert changed_kept_pixels(source, restored, read_mask(tmp_path / "mask.png")) == 0
    assert (source.pixels[mask] != restored.pixels[mask]).any(axis=1).mean() > 0.9
    assert json.loads((tmp_path / "restored.json").read_text())["generated_share"] > 0
    compare(program, restored.pixels, mask)
    leave(program, portrait, mask)


def zoom_and_pan(program):
    """The wheel keeps what is under the pointer; the middle button, and Space with the left one, move the photo."""
    display, notch = program.display, 1.25

    def is_at(expected):
        # it cannot be found while it is drawn in portions
        place = corner(notch)
        return place is not None and np.abs(place - expected).max() <= 1

    def settled(scale):
        """Where the photo is once it is drawn and stays."""
        place = corner(scale)

        def stays():
            nonlocal place
            last, place = place, corner(scale)
            return last is not None and place is not None and (last == place).all()

        wait_for(stays, f"the photo at {scale:.2f} of its size")
        return place

    def corner(scale):
        size = [round(len(range(*part.indices(9999))) * scale) for part in reversed(_UNTOUCHED)]
        return program.find(cv2.resize(program.pixels[_UNTOUCHED], size, interpolation=cv2.INTER_LINEAR))

    pointer = program.at(150, 430)
    before = settled(1.0)
    for _ in range(2):
        display.click(pointer, button=4)
    assert np.abs(settled(notch**2) - (pointer + (before - pointer) * notch**2)).max() <= 2
    for _ in range(3):
        display.click(pointer, button=5)
    settled(1 / notch)
    display.click(pointer, button=4)
    display.click(pointer, button=4)
    for button, held in ((2, False), (1, True)):
        expected = settled(notch) - (60, 45)
        if held:
            display.hold("space")
        display.drag(pointer, pointer - (60, 45), button=button)
        if held:
            display.let_go("space")
        wait_for(lambda expected=expected: is_at(expected), f"the photo moved by button {button}")


def compare(program, restored, mask):
    """The divider, dragged: the source on its left, the result on its right."""
    display = program.display
    display.key("alt+2")
    program.show_at_full_size()
    middle = program.pixels.shape[1] // 2
    wait_for(lambda: (program.seen()[100:160, middle + 40 :] == restored[100:160, middle + 40 :]).all(), "the result")
    program.stroke((middle, 300), (400, 300))
    display.move(program.at(600, 300))
    left, right = (slice(60, 160), slice(0, 380)), (slice(60, 160), slice(430, 512))
    wait_for(lambda: (program.seen()[right] == restored[right]).all(), "the result on the right")
    wait_for(lambda: (program.seen()[left] == program.pixels[left]).all(), "the source on the left")
    assert mask[left].any()
    assert mask[right].any()
    program.stroke((400, 300), (100, 300))
    wait_for(lambda: (program.seen()[60:160, 120:] == restored[60:160, 120:]).all(), "more of the result")


def leave(program, portrait, mask):
    """Nothing is asked: what was just done is in the project beside the photo."""
    display = program.display
    display.key("b")
    program.stroke((60, 250), (110, 250))
    display.key("ctrl+q")
    assert program.process.wait(60) == 0
    project, _ = read_project(portrait.with_suffix(".facerestore"))
    kept = project.coverage > 0
    assert kept[250, 60:110].all()
    assert kept[mask].all()


def test_that_a_stroke_under_way_is_recovered_after_a_kill(program, start, portrait, tmp_path):
    display = program.display
    display.key("b")
    program.stroke(*_SECOND)
    further = [program.at(460, y) for y in (200, 220, 240)]
    display.press_and_move(*[program.at(*place) for place in _THIN])
    drawn = (slice(60, 158), slice(460, 461))
    wait_for(lambda: (program.seen()[drawn] != program.pixels[drawn]).any(axis=2).all(), "the stroke on the screen")
    # what is older than three seconds is in the project by itself; the rest is the journal's alone
    wait_for(portrait.with_suffix(".facerestore").exists, "the project kept by itself")
    for place in further:
        display.move(place)
    time.sleep(1.0)  # a drag goes into the journal every half second
    program.kill()
    display.release()
    second = start()
    display.wait_for_window("Recover unsaved work")
    display.confirm("Recover unsaved work")
    display.wait_for_window("portrait.png")
    recovered = exported_mask(second, tmp_path / "mask.png")
    assert recovered[60:160, 330].all()
    assert recovered[60:200, 460].all()


def test_that_a_worker_killed_at_work_is_told_and_replaced(program, portrait, tmp_path):
    display = program.display
    display.key("b")
    program.stroke(*_SCRATCH)
    mask = exported_mask(program, tmp_path / "mask.png")
    (worker,) = program.workers()
    worker.suspend()  # so that it is at work for certain when it is killed
    before = program.display.screenshot()
    display.key("ctrl+Return")
    wait_for(lambda: (program.display.screenshot() != before).any(), "the generating to begin")
    worker.kill()
    wait_for(lambda: not worker.is_running(), "the end of the worker")
    program.stroke(*_THIN)
    display.key("ctrl+z")
    display.key("ctrl+Return")
    restored = save_result(program, tmp_path / "restored.png")
    assert changed_kept_pixels(read_photo(portrait), restored, read_mask(tmp_path / "mask.png")) == 0
    assert (read_photo(portrait).pixels[mask] != restored.pixels[mask]).any(axis=1).mean() > 0.9
    assert program.process.poll() is None
    assert [worker.pid] != [process.pid for process in program.workers()]
