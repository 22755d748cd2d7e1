"""Damage classes painted in the real window, protected and filled, and taken along in files."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from facerestore.files.plane_file import write_plane
from facerestore.files.reading import read_photo
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind
from facerestore_gui.document.tool_settings import ToolKind

pytestmark = pytest.mark.gui


def test_that_classes_are_painted_in_their_colours_and_k_takes_the_next(driver, settings):
    bare = np.array(driver.pixel(40, 40))
    settings.choose(ToolKind.RECTANGLE)
    driver.key(Qt.Key.Key_K)
    assert settings.damage_class == DamageClass.SCRATCH
    driver.stroke((20, 20), (80, 80))
    assert (driver.project.coverage[25:75, 25:75] == DamageClass.SCRATCH).all()
    shown = np.array(driver.pixel(40, 40), float)
    assert shown == pytest.approx((bare + np.array([255, 138, 0])) / 2, abs=3)


def test_that_nothing_is_painted_over_what_is_protected_unless_one_paints_that(desk, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    desk.drag(ToolKind.RECTANGLE, (50, 50), (90, 90))
    protected = desk.project.coverage == DamageClass.ORIGINAL
    assert protected.any()
    settings.choose_damage(DamageClass.DAMAGE)
    settings.set_brush_diameter(30)
    desk.drag(ToolKind.BRUSH, (40, 70), (120, 70))
    desk.drag(ToolKind.ERASER, (70, 40), (70, 120))
    desk.drag(ToolKind.ELLIPSE, (40, 40), (120, 120))
    settings.choose(ToolKind.WAND)
    desk.click(20, 20)
    for name in ("grow_mask", "shrink_mask", "smooth_mask", "invert_mask", "fill_holes"):
        desk.trigger(name)
    assert ((desk.project.coverage == DamageClass.ORIGINAL) == protected).all()
    settings.choose_damage(DamageClass.ORIGINAL)
    desk.drag(ToolKind.ERASER, (70, 40), (70, 120))
    assert desk.project.coverage[70, 70] == 0


def test_that_protected_pixels_and_fills_are_what_they_should_be_after_generating(desk, settings):
    before = desk.project.photo.pixels.copy()
    desk.drag(ToolKind.RECTANGLE, (60, 40), (180, 180))
    settings.choose_damage(DamageClass.ORIGINAL)
    desk.drag(ToolKind.ELLIPSE, (90, 80), (150, 120))
    settings.choose_damage(DamageClass.DUST)
    desk.drag(ToolKind.RECTANGLE, (100, 130), (140, 155))
    plane = desk.project.coverage.copy()
    desk.generate()
    desk.wait_idle()
    result = desk.document.result
    after, generated = result.restoration.photo.pixels, result.restoration.repaired.generated
    kept = (plane == DamageClass.ORIGINAL) | (plane == DamageClass.NONE)
    assert (plane == DamageClass.ORIGINAL).sum() > 500
    assert (after[kept] == before[kept]).all()
    assert not generated[kept].any()
    assert not generated[plane == DamageClass.DUST].any()
    assert (after[plane == DamageClass.DUST] != before[plane == DamageClass.DUST]).any()
    assert generated[plane == DamageClass.DAMAGE].any()
    assert (result.mask.restore == ~kept).all()


def test_that_only_protected_places_are_nothing_to_restore(desk, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    desk.drag(ToolKind.RECTANGLE, (60, 40), (180, 180))
    desk.generate()
    desk.wait_idle()
    assert desk.message.title == "There is nothing to restore"
    desk.trigger("clear_mask")
    assert desk.document.mask_is_blank


def test_that_classes_go_through_export_and_import(desk, settings, tmp_path):
    for kind, x in ((DamageClass.DUST, 20), (DamageClass.ORIGINAL, 80), (DamageClass.DAMAGE, 140)):
        settings.choose_damage(kind)
        desk.drag(ToolKind.RECTANGLE, (x, 30), (x + 40, 90))
    plane = desk.project.coverage.copy()
    desk.dialogs.path = tmp_path / "mask.png"
    desk.run("export_mask")
    assert (read_photo(tmp_path / "mask.png").pixels == plane).all()
    desk.trigger("clear_mask")
    desk.run("import_mask")
    desk.wait(lambda: not desk.session.mask_edits.is_busy)
    assert (desk.project.coverage == plane).all()
    desk.trigger("undo")
    assert desk.document.mask_is_blank


def test_that_a_mask_that_lost_its_classes_is_taken_as_a_plain_one_and_that_is_said(driver, settings, tmp_path):
    soft = np.zeros((200, 240), np.uint8)
    soft[40:80, 40:80] = 190
    table = DEFAULT_TABLE.added(DamageKind(number=254, policy=Policy.FILL, name="Tape", colour="#804020"))
    write_plane(soft, tmp_path / "soft.png", table=table)
    driver.dialogs.path = tmp_path / "soft.png"
    driver.run("import_mask")
    driver.wait(lambda: not driver.session.mask_edits.is_busy)
    assert (driver.project.coverage[40:80, 40:80] == DamageClass.DAMAGE).all()
    assert driver.message.title == "The mask lost its classes"
    driver.window.message_bar.clear()
    driver.open(driver.project.photo.path, mask=tmp_path / "soft.png")
    assert "soft.png" in driver.message.text
