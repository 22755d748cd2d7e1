"""Heal brush and clone brush under the mouse: pixels painted by hand, seen at once, undone by stroke."""

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt

from facerestore.documents.project_file import read_project
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass, HandClass
from facerestore.values.damage_table import BY_HAND
from facerestore.values.photo import Photo
from facerestore.values.repair import RepairedPhoto
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.document.view_state import ViewMode

pytestmark = pytest.mark.gui

GROUND = (90, 110, 140)
SKIN = (205, 170, 150)


@pytest.fixture
def scratched(driver, settings, tmp_path):
    """A window with a portrait of 16 bits that has a white speck on its ground, and a brush of 20 pixels."""
    rng = np.random.default_rng(3)
    pixels = driver.project.photo.pixels.astype(np.int64) * 257 + rng.integers(-600, 600, (200, 240, 1))
    pixels[28:34, 28:34] = 65535
    path = tmp_path / "scratched.tif"
    write_photo(Photo(np.clip(pixels, 0, 65535).astype(np.uint16)), path)
    driver.open(path)
    driver.trigger("fit")
    settings.set_brush_diameter(20)
    yield driver
    settings.set_clone_is_aligned(True)


def worked(driver):
    """The photo's pixels as they are filled by hand."""
    project = driver.project
    return RepairedPhoto(project.photo, project.hand.repairs(project.coverage)).photo.pixels


def by_hand(driver):
    return np.isin(driver.project.coverage, list(BY_HAND))


def test_that_healing_repairs_at_once_under_the_pen_and_changes_nothing_else(scratched):
    driver = scratched
    driver.trigger("tool_heal")
    driver.stroke((31, 31))
    healed, scan = worked(driver), driver.project.photo.pixels
    inside = by_hand(driver)
    assert np.count_nonzero(inside) == pytest.approx(np.pi * 100, abs=20)
    assert (driver.project.coverage[inside] == HandClass.HEALED).all()
    np.testing.assert_array_equal(healed[~inside], scan[~inside])
    np.testing.assert_allclose(healed[28:34, 28:34].mean(axis=(0, 1)), np.array(GROUND) * 257, atol=700)
    # grain and all: what was copied is as rough as what lies around it
    assert healed[inside].std(axis=0).mean() > 150
    driver.wait_for_colour(33, 33, worked(driver)[33, 33] >> 8)
    assert driver.session.view.mode is ViewMode.RESULT


def test_that_the_original_is_the_scan_whatever_was_healed(scratched):
    driver = scratched
    driver.trigger("tool_heal")
    driver.stroke((31, 31))
    driver.trigger("view_original")
    driver.wait_for_colour(33, 33, (255, 255, 255))
    driver.trigger("view_compare")
    driver.window.canvas.set_divider(0.9)
    driver.wait_for_colour(33, 33, (255, 255, 255))
    driver.window.canvas.set_divider(0.05)
    driver.wait_for_colour(33, 33, worked(driver)[33, 33] >> 8)
    driver.trigger("view_difference")
    assert sum(driver.pixel(33, 33)) > 600
    assert driver.pixel(200, 30) == (0, 0, 0)


def test_that_a_stroke_is_one_step_of_undo(scratched):
    driver = scratched
    driver.trigger("tool_heal")
    before = driver.project.hand
    driver.stroke((20, 31), (60, 31), (100, 31), (140, 31))
    assert driver.document.undo_label == "Heal"
    after, inside = worked(driver), by_hand(driver)
    assert inside[31, 20:141].all()
    driver.trigger("undo")
    assert not by_hand(driver).any()
    assert driver.project.hand.equals(before)
    assert driver.session.view.mode is ViewMode.ORIGINAL
    driver.wait_for_colour(33, 33, (255, 255, 255))
    driver.trigger("redo")
    np.testing.assert_array_equal(worked(driver), after)
    np.testing.assert_array_equal(by_hand(driver), inside)


def test_that_a_scratch_along_the_stroke_is_gone(scratched):
    driver = scratched
    pixels = driver.project.photo.pixels.copy()
    pixels[10:14, 10:230] = 0
    driver.document.project.photo = driver.project.photo.with_pixels(pixels)
    driver.trigger("tool_heal")
    driver.stroke(*((x, 12) for x in range(8, 234, 6)))
    healed = worked(driver)[10:14, 20:220].astype(float)
    np.testing.assert_allclose(healed.mean(axis=(0, 1)), np.array(GROUND) * 257, atol=900)
    assert (healed[..., 0] > 0.6 * GROUND[0] * 257).all()


def test_that_what_is_protected_is_never_touched(scratched, settings):
    driver = scratched
    settings.choose_damage(DamageClass.ORIGINAL)
    driver.drag(ToolKind.BRUSH, (31, 31))
    protected = driver.project.coverage == DamageClass.ORIGINAL
    settings.choose_damage(DamageClass.DAMAGE)
    driver.drag(ToolKind.HEAL, (15, 31), (60, 31))
    driver.drag(ToolKind.CLONE, (150, 100), button=Qt.MouseButton.RightButton)
    driver.drag(ToolKind.CLONE, (15, 31), (60, 31))
    assert by_hand(driver).any()
    assert (driver.project.coverage[protected] == DamageClass.ORIGINAL).all()
    np.testing.assert_array_equal(worked(driver)[protected], driver.project.photo.pixels[protected])


def test_that_a_class_painted_over_it_counts_and_undo_brings_it_back(scratched, settings):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31))
    healed, inside = worked(driver), by_hand(driver)
    driver.drag(ToolKind.BRUSH, (31, 31))
    assert not by_hand(driver)[31, 31]
    assert driver.project.coverage[31, 31] == DamageClass.DAMAGE
    driver.trigger("undo")
    np.testing.assert_array_equal(worked(driver), healed)
    # and what is painted by hand is damage no more
    driver.drag(ToolKind.BRUSH, (100, 31))
    driver.drag(ToolKind.HEAL, (100, 31))
    assert driver.project.coverage[31, 100] == HandClass.HEALED
    assert not driver.window.actions_table.by_name["clear_mask"].isEnabled(), "what is filled by hand is no mask"
    driver.drag(ToolKind.BRUSH, (150, 80))
    driver.trigger("clear_mask")
    driver.wait(lambda: driver.project.coverage[80, 150] == 0)
    assert by_hand(driver)[inside].all()


def test_that_the_right_button_and_the_eraser_show_the_scan_again(scratched):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31), (80, 31))
    driver.drag(ToolKind.HEAL, (31, 31), button=Qt.MouseButton.RightButton)
    assert not by_hand(driver)[31, 31]
    assert by_hand(driver)[31, 70]
    driver.wait_for_colour(33, 33, (255, 255, 255))
    driver.drag(ToolKind.ERASER, (60, 31), (90, 31))
    assert not by_hand(driver)[31, 70]
    driver.trigger("undo")
    assert by_hand(driver)[31, 70]


def test_that_cloning_copies_bit_for_bit_from_where_alt_was_clicked(scratched):
    driver = scratched
    driver.trigger("tool_clone")
    driver.stroke((120, 70), keys=Qt.KeyboardModifier.AltModifier)
    assert driver.session.tools.clone.mark == pytest.approx((120, 70), abs=1)
    assert not by_hand(driver).any()
    driver.stroke((31, 31))
    dx, dy = driver.session.tools.clone._offset
    rows, columns = np.nonzero(by_hand(driver))
    scan = driver.project.photo.pixels
    np.testing.assert_array_equal(worked(driver)[rows, columns], scan[rows + dy, columns + dx])
    assert (driver.project.coverage[rows, columns] == HandClass.CLONED).all()
    driver.wait_for_colour(33, 33, scan[33 + dy, 33 + dx] >> 8)
    assert driver.document.undo_label == "Clone"


def test_that_an_aligned_source_goes_along_and_another_stays(scratched, settings):
    driver = scratched
    clone = driver.session.tools.clone
    driver.drag(ToolKind.CLONE, (120, 70), button=Qt.MouseButton.RightButton)
    driver.stroke((30, 30))
    offset = clone._offset
    driver.stroke((50, 50))
    assert clone._offset == offset
    settings.set_clone_is_aligned(False)
    driver.stroke((20, 180))
    first = clone._offset
    driver.stroke((40, 180))
    assert first[0] - clone._offset[0] == pytest.approx(20, abs=1)


def test_that_a_soft_clone_fades_into_what_lies_beside_it(scratched, settings):
    driver = scratched
    settings.set_hardness(0.2)
    settings.set_brush_diameter(40)
    driver.drag(ToolKind.CLONE, (120, 70), button=Qt.MouseButton.RightButton)
    driver.stroke((40, 150))
    red = worked(driver)[150, 15:41, 0].astype(float) / 257
    assert red[0] == pytest.approx(GROUND[0], abs=4)
    assert red[-1] == pytest.approx(SKIN[0], abs=4)
    assert (np.diff(red) > -5).all()
    assert GROUND[0] + 30 < red[12] < SKIN[0] - 30


def test_that_a_clone_brush_without_a_source_says_what_to_do(scratched):
    driver = scratched
    driver.drag(ToolKind.CLONE, (31, 31))
    assert "copy from" in driver.message.title
    assert not by_hand(driver).any()


def test_that_esc_takes_back_the_stroke_under_way(scratched):
    driver = scratched
    from PySide6.QtTest import QTest

    driver.trigger("tool_heal")
    QTest.mousePress(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(31, 31))
    assert by_hand(driver).any()
    driver.cancel()
    assert not by_hand(driver).any()
    QTest.mouseRelease(driver.viewport, Qt.MouseButton.LeftButton, pos=driver.at(31, 31))


def test_that_what_was_invented_shows_it_in_its_own_colour(scratched):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31))
    plain = driver.pixel(33, 33)
    driver.trigger("show_origin")
    tinted = driver.pixel(33, 33)
    assert tinted[0] > plain[0] + 30
    assert tinted[1] < plain[1]
    assert driver.window.origin_legend.isVisible()


def test_that_a_photo_filled_by_hand_alone_can_be_saved_with_its_record(scratched, tmp_path):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31))
    driver.drag(ToolKind.CLONE, (120, 70), button=Qt.MouseButton.RightButton)
    driver.drag(ToolKind.CLONE, (60, 180))
    driver.dialogs.path = tmp_path / "out.tif"
    driver.trigger("save_as")
    driver.wait_idle()
    out = read_photo(tmp_path / "out.tif").pixels
    np.testing.assert_array_equal(out, worked(driver))
    record = json.loads((tmp_path / "out.json").read_text())
    healed, cloned = (np.count_nonzero(driver.project.coverage == one) / out[..., 0].size for one in HandClass)
    assert record["areas"]["healed"]["share"] == pytest.approx(healed)
    assert record["areas"]["cloned"]["share"] == pytest.approx(cloned)
    assert record["by_hand_share"] == pytest.approx(record["masked_share"]) == pytest.approx(healed + cloned)
    assert record["generated_share"] == record["filled_share"] == 0
    assert [(one["name"], one["policy"]) for one in record["classes"]] == [
        ("Healed by hand", "hand"),
        ("Cloned by hand", "hand"),
    ]
    assert (record["restorer"], record["device"]) == ("hand", "person")


def test_that_a_result_is_saved_with_what_was_filled_by_hand(scratched, tmp_path):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31))
    driver.drag(ToolKind.BRUSH, (100, 96))
    driver.generate(seed=2)
    driver.wait_idle()
    result = driver.document.result
    assert driver.document.result_is_current
    driver.drag(ToolKind.HEAL, (60, 180))
    driver.dialogs.path = tmp_path / "out.tif"
    driver.trigger("save_as")
    driver.wait_idle()
    out = read_photo(tmp_path / "out.tif").pixels
    inside = by_hand(driver)
    np.testing.assert_array_equal(out[inside], worked(driver)[inside])
    repaired = result.restoration.repaired
    np.testing.assert_array_equal(out[~inside], repaired.photo.pixels[~inside])
    assert not repaired.where(repaired.extent.box)[inside].any()
    record = json.loads((tmp_path / "out.json").read_text())
    assert record["generated_share"] > 0
    assert record["by_hand_share"] == pytest.approx(np.count_nonzero(inside) / inside.size)


def test_that_networks_see_what_was_healed_and_not_the_damage(scratched):
    driver = scratched
    pixels = driver.project.photo.pixels.copy()
    pixels[70:80, 110:130] = 65535
    driver.document.project.photo = driver.project.photo.with_pixels(pixels)
    driver.drag(ToolKind.HEAL, (106, 75), (134, 75))
    driver.drag(ToolKind.BRUSH, (120, 142))
    driver.generate()
    driver.wait_idle()
    (candidate,) = driver.document.result.restoration.candidates
    places = candidate.alignment.to_crop(np.array([[120.0, 75.0]]))[0].astype(int)
    assert not candidate.crop.hole[places[1], places[0]]
    seen = candidate.crop.pixels[places[1], places[0]]
    np.testing.assert_allclose(seen, np.array(SKIN) / 255, atol=0.08)


def test_that_a_project_keeps_what_was_filled_by_hand(scratched, place, open_window):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31))
    driver.drag(ToolKind.CLONE, (120, 70), button=Qt.MouseButton.RightButton)
    driver.drag(ToolKind.CLONE, (60, 180))
    assert "by hand" in " ".join(driver.document.unsaved_parts())
    driver.session.project_tasks.save(place)
    driver.wait_idle()
    saved, _ = read_project(place)
    assert saved.hand.repairs(saved.coverage)
    second = open_window()
    second.open_project(place)
    np.testing.assert_array_equal(worked(second), worked(driver))
    assert second.session.view.mode is ViewMode.RESULT
    # a brush's ring, where a pointer happens to lie over the window, is no part of the picture
    second.session.tool_settings.choose(ToolKind.HAND)
    second.wait_for_colour(33, 33, worked(driver)[33, 33] >> 8)


def test_that_a_mask_from_a_file_leaves_what_was_filled_by_hand(scratched, tmp_path):
    driver = scratched
    driver.drag(ToolKind.HEAL, (31, 31))
    inside = by_hand(driver)
    driver.dialogs.path = tmp_path / "mask.png"
    driver.trigger("export_mask")
    driver.wait_idle()
    driver.drag(ToolKind.BRUSH, (100, 96))
    driver.trigger("import_mask")
    driver.wait_idle()
    driver.wait(lambda: not driver.session.is_busy)
    np.testing.assert_array_equal(by_hand(driver), inside)
    assert driver.project.coverage[96, 100] == 0


def test_that_what_was_painted_by_hand_is_recovered(open_window, root, portrait):
    from left_journals import killed

    driver = open_window(journals=root)
    driver.open(portrait)
    driver.session.tool_settings.set_brush_diameter(20)
    driver.drag(ToolKind.HEAL, (31, 31), (70, 40))
    driver.drag(ToolKind.BRUSH, (50, 36))
    driver.session.autosave.keep_up()
    left = killed(driver, root)
    second = open_window(journals=left)
    second.dialogs.recovers = True
    second.session.recovery.offer()
    second.wait(lambda: second.project is not None)
    second.wait_idle()
    np.testing.assert_array_equal(second.project.coverage, driver.project.coverage)
    np.testing.assert_array_equal(worked(second), worked(driver))


def test_that_a_soft_heal_brush_changes_only_what_stands_out(scratched, settings):
    driver = scratched
    settings.set_hardness(0.0)
    driver.drag(ToolKind.HEAL, (31, 31))
    inside = by_hand(driver)
    assert inside[28:34, 28:34].all()
    assert np.count_nonzero(inside) < 150
    np.testing.assert_allclose(worked(driver)[28:34, 28:34].mean(axis=(0, 1)), np.array(GROUND) * 257, atol=700)
    before = inside.copy()
    driver.drag(ToolKind.HEAL, (80, 180))
    np.testing.assert_array_equal(by_hand(driver), before)


def test_that_it_is_painted_and_seen_in_a_turned_view(scratched):
    driver = scratched
    driver.trigger("turn_left")
    driver.trigger("fit")
    driver.drag(ToolKind.HEAL, (31, 31))
    assert by_hand(driver)[28:34, 28:34].all()
    healed = worked(driver)[33, 33] >> 8
    driver.trigger("view_compare")
    driver.window.canvas.set_divider(0.0)
    driver.wait_for_colour(33, 33, healed)
    driver.window.canvas.set_divider(1.0)
    driver.wait_for_colour(33, 33, (255, 255, 255))
