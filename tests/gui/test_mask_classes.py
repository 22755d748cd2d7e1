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


def test_that_nothing_is_painted_over_what_is_protected_unless_one_paints_that(driver, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    driver.drag(ToolKind.RECTANGLE, (50, 50), (90, 90))
    protected = driver.project.coverage == DamageClass.ORIGINAL
    assert protected.any()
    settings.choose_damage(DamageClass.DAMAGE)
    settings.set_brush_diameter(30)
    driver.drag(ToolKind.BRUSH, (40, 70), (120, 70))
    driver.drag(ToolKind.ERASER, (70, 40), (70, 120))
    driver.drag(ToolKind.ELLIPSE, (40, 40), (120, 120))
    settings.choose(ToolKind.WAND)
    driver.click(20, 20)
    for name in ("grow_mask", "shrink_mask", "smooth_mask", "invert_mask", "fill_holes"):
        driver.trigger(name)
    assert ((driver.project.coverage == DamageClass.ORIGINAL) == protected).all()
    settings.choose_damage(DamageClass.ORIGINAL)
    driver.drag(ToolKind.ERASER, (70, 40), (70, 120))
    assert driver.project.coverage[70, 70] == 0


def test_that_protected_pixels_and_fills_are_what_they_should_be_after_generating(driver, settings):
    before = driver.project.photo.pixels.copy()
    driver.drag(ToolKind.RECTANGLE, (60, 40), (180, 180))
    settings.choose_damage(DamageClass.ORIGINAL)
    driver.drag(ToolKind.ELLIPSE, (90, 80), (150, 120))
    settings.choose_damage(DamageClass.DUST)
    driver.drag(ToolKind.RECTANGLE, (100, 130), (140, 155))
    plane = driver.project.coverage.copy()
    driver.generate()
    driver.wait_idle()
    result = driver.document.result
    after, generated = result.restoration.photo.pixels, result.restoration.repaired.generated
    kept = (plane == DamageClass.ORIGINAL) | (plane == DamageClass.NONE)
    assert (plane == DamageClass.ORIGINAL).sum() > 500
    assert (after[kept] == before[kept]).all()
    assert not generated[kept].any()
    assert not generated[plane == DamageClass.DUST].any()
    assert (after[plane == DamageClass.DUST] != before[plane == DamageClass.DUST]).any()
    assert generated[plane == DamageClass.DAMAGE].any()
    assert (result.mask.restore == ~kept).all()


def test_that_only_protected_places_are_nothing_to_restore(driver, settings):
    settings.choose_damage(DamageClass.ORIGINAL)
    driver.drag(ToolKind.RECTANGLE, (60, 40), (180, 180))
    driver.generate()
    driver.wait_idle()
    assert driver.message.title == "There is nothing to restore"
    driver.trigger("clear_mask")
    assert driver.document.mask_is_blank


def test_that_classes_go_through_export_and_import(driver, settings, tmp_path):
    for kind, x in ((DamageClass.DUST, 20), (DamageClass.ORIGINAL, 80), (DamageClass.DAMAGE, 140)):
        settings.choose_damage(kind)
        driver.drag(ToolKind.RECTANGLE, (x, 30), (x + 40, 90))
    plane = driver.project.coverage.copy()
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("export_mask")
    assert (read_photo(tmp_path / "mask.png").pixels == plane).all()
    driver.trigger("clear_mask")
    driver.run("import_mask")
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert (driver.project.coverage == plane).all()
    driver.trigger("undo")
    assert driver.document.mask_is_blank


def test_that_a_mask_that_lost_its_classes_is_taken_as_a_plain_one_and_that_is_said(driver, settings, tmp_path):
    soft = np.zeros((200, 240), np.uint8)
    soft[40:80, 40:80] = 190
    table = DEFAULT_TABLE.added(DamageKind(number=254, policy=Policy.FILL, name="Tape", colour="#804020"))
    write_plane(soft, tmp_path / "soft.png", table=table)
    driver.dialogs.path = tmp_path / "soft.png"
    driver.run("import_mask")
    driver.wait(lambda: not driver.window.mask_edits.is_busy)
    assert (driver.project.coverage[40:80, 40:80] == DamageClass.DAMAGE).all()
    assert driver.message.title == "The mask lost its classes"
    driver.window.message_bar.clear()
    driver.open(driver.project.photo.path, mask=tmp_path / "soft.png")
    assert "soft.png" in driver.message.text
