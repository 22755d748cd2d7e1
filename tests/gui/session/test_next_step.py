"""The session says what can be done next, takes back what no longer holds, and goes on where it can."""

import numpy as np
import pytest

from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui


def test_that_no_face_was_found_is_said_only_until_one_is_placed(open_window, portrait):
    driver = open_window("NoFace")
    driver.open(portrait)
    assert driver.message.title == "No face was found"
    driver.session.placer.place_all(120, 100, 120)
    assert driver.document.work is not None
    assert driver.message is None


def test_that_nothing_to_restore_is_said_only_until_something_is_painted(driver):
    driver.generate()
    assert driver.message.title == "There is nothing to restore"
    driver.click(60, 60)
    assert driver.message is None


def test_that_a_predicted_layout_offers_the_class_brush(driver):
    driver.run("predict_layout")
    assert driver.message.title == "This is the layout"
    dict(driver.message.choices)["Correct it"]()
    assert driver.session.tool_settings.kind is ToolKind.PAINT
    assert driver.message is None
    driver.session.tool_settings.choose(ToolKind.BRUSH)


def test_that_a_layout_predicted_on_the_way_to_a_result_offers_nothing(desk):
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    assert desk.document.work.layout is not None
    assert desk.message is None or desk.message.title != "This is the layout"


@pytest.mark.parametrize(
    ("kind", "mode"),
    [(ToolKind.POINTS, ViewMode.ORIGINAL), (ToolKind.PAINT, ViewMode.RESULT), (ToolKind.LASSO, ViewMode.COMPARE)],
)
def test_that_a_tool_that_shows_nothing_in_a_comparison_leaves_it(desk, kind, mode):
    desk.click(120, 100)
    desk.generate()
    desk.wait_idle()
    assert desk.session.view.mode is ViewMode.COMPARE
    desk.session.tool_settings.choose(kind)
    assert desk.session.view.mode is mode
    desk.session.tool_settings.choose(ToolKind.BRUSH)


def test_that_what_was_invented_is_coloured_in_the_comparison_on_the_side_after_alone(driver):
    driver.stroke((120, 90), (120, 120))
    driver.generate()
    driver.wait_idle()
    assert driver.session.view.is_comparing
    switch, legend = driver.window.actions_table.by_name["show_origin"], driver.window.origin_legend
    divider = driver.window.canvas_scene.photo
    divider.set_divider(0.1)
    plain = driver.pixel(120, 105)
    driver.trigger("show_origin")
    assert switch.isChecked()
    assert legend.isVisible()
    coloured = driver.pixel(120, 105)
    assert coloured[2] < plain[2] - 20
    divider.set_divider(0.9)
    assert driver.pixel(120, 105) == pytest.approx(tuple(driver.project.photo.pixels[105, 120]), abs=2)
    driver.trigger("show_origin")
    divider.set_divider(0.1)
    assert driver.pixel(120, 105) == plain
    assert not legend.isVisible()


@pytest.mark.parametrize("view", ["original", "compare", "result", "sides", "difference"])
def test_that_the_tick_of_what_was_invented_is_never_without_an_effect(driver, view):
    driver.stroke((120, 90), (120, 120))
    driver.generate()
    driver.wait_idle()
    driver.window.canvas_scene.photo.set_divider(0.1)
    driver.trigger(f"view_{view}")
    switch = driver.window.actions_table.by_name["show_origin"]
    driver.session.view.show_mask(shown=False)
    plain = driver.pixel(120, 105)
    driver.trigger("show_origin")
    assert switch.isChecked()
    assert driver.pixel(120, 105) != plain
    driver.session.view.set_looking(is_looking=True)
    assert not switch.isChecked()
    assert not driver.window.origin_legend.isVisible()
    driver.trigger("show_origin")
    assert switch.isChecked()
    assert not driver.session.view.is_looking
    driver.generate()
    driver.wait_idle()
    driver.trigger("show_origin")
    driver.session.view.show_grid(shown=True)
    assert not switch.isChecked()
    driver.trigger("show_origin")
    assert (switch.isChecked(), driver.session.view.shows_grid) == (True, False)


def test_that_what_was_invented_hides_the_mask_and_explains_its_colours(driver):
    driver.stroke((120, 90), (120, 120))
    driver.generate()
    driver.wait_idle()
    driver.trigger("view_result")
    driver.trigger("show_mask")
    scene, legend = driver.window.canvas_scene, driver.window.origin_legend
    assert scene.mask.isVisible()
    assert not legend.isVisible()
    driver.trigger("show_origin")
    assert not scene.mask.isVisible()
    assert legend.isVisible()
    assert "invented by the network" in legend._text.text()
    driver.trigger("show_origin")
    assert scene.mask.isVisible()
    assert not legend.isVisible()


def test_that_a_folder_whose_first_files_are_broken_opens_the_first_good_one(desk, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    write_photo(Photo(np.full((40, 50), 90, np.uint8)), folder / "c.png")
    said = []
    desk.session.said.connect(lambda message: said.append(message.text))
    desk.session.open_folders([folder])
    desk.wait(lambda: desk.project.photo.path == folder / "c.png")
    desk.wait_idle()
    assert [text.partition(":")[0] for text in said[:2]] == ["a.png", "b.png"]


def test_that_a_folder_of_broken_files_alone_ends(desk, tmp_path, portrait):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    desk.session.open_folders([folder])
    desk.qtbot.wait(100)
    desk.wait_idle()
    assert desk.project.photo.path == portrait


def test_that_generate_waits_for_the_faces_and_says_so(open_session, portrait):
    desk = open_session()
    desk.session.files.open_photo(portrait)
    desk.wait(lambda: desk.session.file_tasks.is_finding_faces)
    desk.session.tool_settings.set_brush_diameter(40)
    desk.stroke((100, 100), (140, 100))
    desk.trigger("generate")
    assert desk.message.title == "Generate waits"
    desk.wait(lambda: desk.document.result is not None)
    assert desk.document.result.restoration.candidates


def test_that_what_waits_for_the_faces_is_given_up_with_them(open_session, portrait):
    desk = open_session()
    desk.session.files.open_photo(portrait)
    desk.wait(lambda: desk.session.file_tasks.is_finding_faces)
    desk.stroke((100, 100), (140, 100))
    desk.trigger("generate")
    desk.cancel()
    desk.wait_idle()
    desk.qtbot.wait(100)
    assert desk.document.result is None
    assert not desk.session.runner.is_busy
