"""How the mask is drawn: film, outlines, black and white; outlines alone while a live preview is on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsScene

from facerestore.values.damage_classes import DamageClass
from facerestore.values.geometry import Box, Extent
from facerestore_gui.canvas.mask_item import MaskItem
from facerestore_gui.canvas.mask_levels import MaskLevels
from facerestore_gui.canvas.outline_tiles import OutlineTiles, outlined
from facerestore_gui.document.overlay_settings import MaskLook
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.editing.live_preview import PreviewState
from facerestore_gui.look.images import rgb_pixels

pytestmark = pytest.mark.gui

RED, HALO = 0xFFFF0000, 3
NONE = Box(0, 0, 0, 0)


@pytest.fixture
def looks(driver):
    yield driver.session.overlays
    driver.session.overlays.set_mask_look(MaskLook.OVERLAY)
    driver.session.layouts.preview.set_on(on=False)


@given(arrays(np.uint8, st.tuples(st.integers(8, 40), st.integers(8, 40)), elements=st.sampled_from([0, 0, 1, 255])))
def test_that_outlines_lie_on_what_is_painted_near_its_border_and_nowhere_else(values):
    lines = outlined(values, HALO)
    is_line = (lines != 0) & (lines != HALO)
    assert (lines[is_line] == values[is_line]).all()
    assert not values[lines == HALO].any()
    for row, column in np.argwhere(values > 0)[:50]:
        near = values[max(0, row - 3) : row + 4, max(0, column - 3) : column + 4]
        assert is_line[row, column] == (near != values[row, column]).any()


def drawn(tiles, scale, size=(400, 300)):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    missing = tiles.draw(painter, QRectF(0, 0, size[0] / scale, size[1] / scale), scale, NONE, lambda: True)
    painter.end()
    assert missing.isEmpty()
    return rgb_pixels(image)


@pytest.mark.parametrize("scale", [0.13, 0.5, 0.8, 1.0, 1.3, 4.0, 21.0])
def test_that_a_square_has_a_thin_outline_at_its_border_at_every_zoom(qapp, scale):
    side = round(200 / scale)
    coverage = np.zeros((round(300 / scale), round(400 / scale)), np.uint8)
    start = round(50 / scale)
    coverage[start : start + side, start : start + side] = 255
    levels = MaskLevels(coverage)
    levels.refresh(Extent.of(coverage).box, lambda: True)
    tiles = OutlineTiles(levels, Extent.of(coverage))
    tiles.set_colours([0] * 255 + [RED])
    shown = drawn(tiles, scale).astype(int)
    is_red = (shown[..., 0] > 200) & (shown[..., 1] < 100)
    row = np.flatnonzero(is_red[150])
    left, right = start * scale, (start + side) * scale
    assert np.abs(row - left).min() <= 2
    assert np.abs(row - right).min() <= 3
    assert 2 <= len(row) <= 10
    assert not is_red[120:180, 70:230].any()
    # dark beside it, where it lies on a ground of its own colour
    assert shown[150, max(0, round(left) - 3) : round(left) + 1].min() < 200


def test_that_an_edit_draws_the_outlines_anew_and_leaves_the_other_tiles(qapp):
    coverage = np.zeros((2000, 2000), np.uint8)
    coverage[1500:1600, 1500:1600] = 255
    levels = MaskLevels(coverage)
    tiles = OutlineTiles(levels, Extent.of(coverage))
    tiles.set_colours([0] * 255 + [RED])
    drawn(tiles, 1.0, size=(2000, 2000))
    kept = dict(tiles._tiles)
    coverage[100:140, 100:140] = 255
    box = Box(100, 100, 140, 140)
    levels.change(box)
    tiles.change(box)
    assert len(kept) - len(tiles._tiles) == 1
    shown = drawn(tiles, 1.0, size=(2000, 2000))
    assert tuple(shown[100, 120]) == (255, 0, 0)
    assert tiles.byte_count == sum(tile.byte_count for tile in tiles._tiles.values())


def test_that_tiles_are_made_in_portions_and_not_from_levels_that_are_old(qapp):
    coverage = np.full((3000, 3000), 255, np.uint8)
    coverage[1000:2000] = 0
    levels = MaskLevels(coverage)
    tiles = OutlineTiles(levels, Extent.of(coverage))
    tiles.set_colours([0] * 255 + [RED])
    image = QImage(1500, 1500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    everything = QRectF(0, 0, 3000, 3000)
    painter.scale(0.5, 0.5)
    missing = tiles.draw(painter, everything, 0.5, Box(0, 0, 3000, 1000), lambda: False)
    assert missing.contains(QRectF(0, 0, 3000, 1000))
    assert len(tiles._tiles) == 1
    painter.end()


@settings(max_examples=20)
@given(st.integers(0, 199), st.integers(0, 239), st.sampled_from([1, 1.5, 3]))
def test_that_a_single_pixel_is_outlined(qapp, row, column, scale):
    coverage = np.zeros((200, 240), np.uint8)
    coverage[row, column] = 255
    levels = MaskLevels(coverage)
    levels.refresh(Extent.of(coverage).box, lambda: True)
    tiles = OutlineTiles(levels, Extent.of(coverage))
    tiles.set_colours([0] * 255 + [RED])
    shown = drawn(tiles, scale, size=(round(240 * scale), round(200 * scale))).astype(int)
    assert ((shown[..., 0] > 150) & (shown[..., 1] < 130)).any()


def test_that_outlines_leave_the_photo_inside_them_as_it_is(driver, looks):
    driver.trigger("mask_as_outline")
    driver.session.tool_settings.choose(ToolKind.RECTANGLE)
    driver.stroke((20, 20), (80, 70))
    assert driver.pixel(50, 45) == pytest.approx((90, 110, 140), abs=2)
    driver.trigger("mask_as_overlay")
    assert driver.pixel(50, 45) != pytest.approx((90, 110, 140), abs=20)
    driver.session.tool_settings.choose(ToolKind.BRUSH)


def test_that_black_and_white_shows_what_is_repaired_and_what_is_kept(driver, looks):
    settings = driver.session.tool_settings
    settings.choose(ToolKind.RECTANGLE)
    driver.stroke((20, 20), (80, 70))
    settings.choose_damage(DamageClass.ORIGINAL)
    driver.stroke((20, 120), (80, 170))
    settings.choose_damage(DamageClass.DAMAGE)
    settings.choose(ToolKind.BRUSH)
    driver.trigger("mask_as_black_white")
    driver.wait_for_colour(50, 45, (255, 255, 255))
    driver.wait_for_colour(50, 145, (112, 112, 112))
    driver.wait_for_colour(200, 45, (0, 0, 0))
    actions = driver.window.actions_table.by_name
    assert [name for name in actions if name.startswith("mask_as_") and actions[name].isChecked()] == [
        "mask_as_black_white"
    ]


def test_that_saying_how_the_mask_looks_shows_it(driver, looks):
    driver.session.view.show_mask(shown=False)
    driver.trigger("mask_as_outline")
    assert driver.session.view.mask_is_shown
    driver.trigger("mask_as_outline")
    assert driver.window.actions_table.by_name["mask_as_outline"].isChecked()


def test_that_a_live_preview_is_seen_between_outlines_also_after_an_edit(driver, looks):
    driver.stroke((100, 100), (120, 110))
    driver.run("predict_layout")
    preview, scene = driver.session.layouts.preview, driver.window.canvas_scene
    driver.session.tool_settings.choose(ToolKind.PAINT)
    film = driver.pixel(120, 60)
    driver.session.view.show_layout(shown=False)
    plain = driver.pixel(120, 60)
    assert film != plain
    driver.trigger("live_preview")
    driver.wait(lambda: preview.state is PreviewState.CURRENT)
    driver.stroke((140, 140), (142, 140))
    assert driver.session.view.layout_is_shown
    assert scene.mask_look is MaskLook.OUTLINE
    driver.wait(lambda: preview.state is PreviewState.CURRENT)
    assert driver.pixel(120, 60) == pytest.approx(plain, abs=2)
    driver.trigger("live_preview")
    assert scene.mask_look is MaskLook.OVERLAY
    driver.wait_for_colour(120, 60, film)


def test_that_an_item_with_outlines_holds_little(qapp):
    scene = QGraphicsScene()
    item = MaskItem(scene)
    item.show_coverage(np.zeros((1000, 1000), np.uint8))
    before = item.byte_count
    item.set_look(QColor("red"), 0.5, MaskLook.OUTLINE)
    assert item.byte_count == before
