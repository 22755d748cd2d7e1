"""What the items of the canvas draw: tiles, levels, masks, in portions and in parts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QGraphicsScene

from facerestore.values.geometry import Box
from facerestore.values.photo import Photo
from facerestore_gui.canvas.mask_item import MaskItem
from facerestore_gui.canvas.mask_levels import BLOCK_PX, MaskLevels
from facerestore_gui.canvas.photo_item import PhotoItem, ViewMode
from facerestore_gui.canvas.picture_painter import PicturePainter
from facerestore_gui.canvas.repainting import Portion
from facerestore_gui.canvas.tiles import TileCache
from facerestore_gui.look.images import Picture, owned_image, rgb_pixels

pytestmark = pytest.mark.gui

SCALES = (0.07, 0.37, 0.5, 0.7, 1.0, 1.31, 1.99, 3.0)


@pytest.fixture
def scene(qapp):
    return QGraphicsScene()


def noise(*shape):
    return np.random.default_rng(3).integers(0, 256, shape).astype(np.uint8)


def drawn(item_or_draw, scale, part=None, size=(500, 400), onto=None):
    """A picture of the size, drawn at a scale; only inside ``part`` where one is given."""
    image = QImage(*size, QImage.Format.Format_RGB32) if onto is None else onto
    if onto is None:
        image.fill(0xFF336699)
    painter = QPainter(image)
    if part is not None:
        painter.setClipRegion(QRegion(part))
    painter.scale(scale, scale)
    item_or_draw(painter, QRectF(part or image.rect()))
    painter.end()
    return image


def of_item(item, scale):
    """Draws an item as a view does that exposes a part of it."""

    class Option:
        exposedRect = QRectF()

    def draw(painter, part):
        Option.exposedRect = QRectF(part.topLeft() / scale, part.size() / scale)
        item.paint(painter, Option)

    return draw


@pytest.mark.parametrize("scale", [scale for scale in SCALES if scale > 0.5])
def test_that_tiles_show_no_seams(qapp, scale):
    pixels = noise(600, 700, 3)
    picture, pictures = Picture(Photo(pixels)), PicturePainter()
    whole = owned_image(picture.pixels.part(picture.extent.box), picture.pixels.format)

    def at_once(painter, part):
        is_smooth = scale < 2 and scale != 1
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        painter.drawImage(QRectF(0, 0, 700, 600), whole, QRectF(whole.rect()))

    def in_tiles(painter, part):
        missing = pictures.draw(painter, picture, QRectF(0, 0, 700, 600), Portion(60))
        assert missing.isEmpty()

    size = (min(1000, int(700 * scale)), min(900, int(600 * scale)))
    one, many = (rgb_pixels(drawn(draw, scale, size=size)).astype(int) for draw in (at_once, in_tiles))
    # the fixed-point steps of smoothing begin anew in every tile
    assert np.abs(one - many).max() <= 8
    assert np.abs(one - many).mean() < 0.6


@pytest.mark.parametrize("scale", SCALES)
def test_that_a_part_painted_again_looks_as_in_the_whole(scene, scale):
    photo, mask = PhotoItem(scene), MaskItem(scene)
    picture = Picture(Photo(noise(1400, 1600, 3)))
    photo.show_pictures(picture, None)
    mask.show_coverage((noise(1400, 1600) > 250).astype(np.uint8) * 255)

    def both(painter, part):
        of_item(photo, scale)(painter, part)
        of_item(mask, scale)(painter, part)

    while True:
        whole = drawn(both, scale)
        if not (photo._later.is_waiting or mask._later.is_waiting):
            break
        photo._later.forget()
        mask._later.forget()
    patched = whole.copy()
    for part in (QRect(3, 7, 61, 33), QRect(100, 90, 37, 71), QRect(20, 40, 300, 200)):
        painter = QPainter(patched)
        painter.fillRect(part, 0xFF336699)
        painter.end()
        drawn(both, scale, part, onto=patched)
    apart = np.abs(rgb_pixels(whole).astype(int) - rgb_pixels(patched))
    # the fixed-point steps of smoothing begin anew at the part's edge
    assert apart.max() <= 3
    assert (apart > 0).mean() < 0.01


def test_that_tiles_come_in_portions_with_a_coarse_picture_in_their_place(qapp):
    picture, pictures = Picture(Photo(np.full((1100, 1300), 77, np.uint8))), PicturePainter()
    turns, missing = 0, QRectF(0, 0, 1300, 1100)
    while not missing.isEmpty():
        image = QImage(1300, 1100, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        missing = pictures.draw(painter, picture, QRectF(0, 0, 1300, 1100), Portion(0))
        painter.end()
        turns += 1
        assert (rgb_pixels(image) == 77).all()
    assert turns == 5 * 6


def test_that_missing_tiles_are_painted_without_being_asked_for(qtbot, scene):
    told = []
    photo = PhotoItem(scene)
    photo.update = told.append
    photo._later._update = told.append
    photo._later.add(QRectF(1, 2, 3, 4))
    assert not photo.is_settled
    qtbot.waitUntil(lambda: QRectF(1, 2, 3, 4) in told, timeout=2000)


def test_that_tiles_keep_within_their_limit_and_the_last_seen_stay(qapp):
    picture = Picture(Photo(np.zeros((1024, 1024, 3), np.uint8)))
    size = TileCache().make(picture, 1, 1).byte_count
    cache = TileCache(limit_bytes=3 * size)
    for column in range(3):
        cache.make(picture, 1, column)
    assert cache.find(picture, 1, 0) is not None
    cache.make(picture, 2, 2)
    assert cache.byte_count <= 3 * size
    assert cache.find(picture, 1, 1) is None
    assert cache.find(picture, 1, 0) is not None


def test_that_a_large_picture_is_seen_coarse_at_once_and_fine_soon(qtbot, scene):
    photo = PhotoItem(scene)
    picture = Picture(Photo(np.full((2200, 2100, 3), (10, 200, 30), np.uint8)))
    assert not picture.is_complete
    coarse = drawn(of_item_of(picture), 0.2)
    assert rgb_pixels(coarse)[200, 200].tolist() == [10, 200, 30]
    photo.show_pictures(picture, None)
    qtbot.waitUntil(lambda: photo.is_settled, timeout=10_000)
    assert picture.is_complete


def of_item_of(picture):
    pictures = PicturePainter()
    return lambda painter, part: pictures.draw(painter, picture, QRectF(0, 0, 2100, 2200), Portion())


def test_that_the_comparison_shows_each_picture_on_its_side(scene):
    photo = PhotoItem(scene)
    before, after = (Picture(Photo(np.full((300, 400), grey, np.uint8))) for grey in (50, 200))
    photo.show_pictures(before, after)
    photo.set_mode(ViewMode.COMPARE)
    photo.set_divider(0.25)
    shown = rgb_pixels(drawn(of_item(photo, 1.0), 1.0, size=(400, 300)))
    assert (shown[:, :100] == 50).all()
    assert (shown[:, 100:] == 200).all()


def test_that_transparency_is_shown_as_squares_of_one_size(scene):
    photo = PhotoItem(scene)
    alpha = np.full((400, 400), 255, np.uint8)
    alpha[:, 200:] = 0
    photo.show_pictures(Picture(Photo(np.full((400, 400, 3), 90, np.uint8), alpha)), None)
    for scale in (0.5, 1.0, 2.0):
        shown = rgb_pixels(drawn(of_item(photo, scale), scale, size=(int(400 * scale), int(400 * scale))))
        edge = int(200 * scale)
        assert (shown[:, : edge - 1] == 90).all()
        row = shown[2, edge + 8 :, 0].astype(int)
        assert len(np.unique(row)) == 2
        changes = np.flatnonzero(np.diff(row))
        assert (np.diff(changes) == 8).all()


@given(
    width=st.integers(1, 2600),
    height=st.integers(1, 1300),
    boxes=st.lists(st.tuples(*[st.floats(0, 1)] * 4), max_size=4),
    portions=st.booleans(),
)
def test_that_levels_updated_box_by_box_equal_levels_made_anew(width, height, boxes, portions):
    coverage = np.zeros((height, width), np.uint8)
    everything = Box(0, 0, width, height)
    levels = MaskLevels(coverage)
    for x0, y0, x1, y1 in boxes:
        left, right = sorted((int(x0 * width), int(x1 * width)))
        top, bottom = sorted((int(y0 * height), int(y1 * height)))
        box = Box(left, top, right, bottom)
        coverage[box.slices] = 255 - coverage[box.slices]
        levels.change(box)
    left = everything
    while not left.is_empty:
        left = levels.refresh(left, lambda: portions)
    anew = MaskLevels(coverage)
    anew.refresh(everything, lambda: True)
    for kept, made in zip(levels._levels, anew._levels, strict=True):
        assert (kept == made).all()


def test_that_a_large_change_of_the_mask_is_carried_out_block_by_block():
    coverage = np.full((2 * BLOCK_PX, 3 * BLOCK_PX), 255, np.uint8)
    levels = MaskLevels(coverage)
    left = levels.refresh(Box(0, 0, 3 * BLOCK_PX, 2 * BLOCK_PX), lambda: False)
    assert left == Box(0, 0, 3 * BLOCK_PX, 2 * BLOCK_PX)
    assert levels._levels[1][: BLOCK_PX // 2, : BLOCK_PX // 2].all()
    assert not levels._levels[1][BLOCK_PX:, :].any()


def test_that_a_single_masked_pixel_is_seen_from_afar(scene):
    coverage = np.zeros((2000, 3000), np.uint8)
    mask = MaskItem(scene)
    mask.show_coverage(coverage)
    coverage[777, 1234] = 255
    mask.update_box(Box(1234, 777, 1235, 778))
    for _ in range(6):
        mask._later.forget()
        shown = rgb_pixels(drawn(of_item(mask, 0.1), 0.1)).astype(int)
    ground = shown[0, 0]
    assert np.abs(shown - ground).sum(axis=2).max() > 30
    assert (np.abs(shown - ground).sum(axis=2) > 0).sum() < 40
