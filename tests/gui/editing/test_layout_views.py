"""What is shown of a layout in the real window: alternatives, uncertainty, live preview, palettes."""

import numpy as np
import pytest
from fake_restorer import SEED_RAISE
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from facerestore_gui.background.layout_calculations import SURROUNDINGS_PX, touched_share, uncertainty
from facerestore_gui.document.class_palettes import COLOUR_BLIND, PALETTES, STANDARD
from facerestore_gui.document.edits.layout import class_at
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.editing.live_preview import PreviewState
from facerestore_gui.panels.legend import painted_labels
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

pytestmark = pytest.mark.gui


@pytest.fixture
def face(driver):
    """A person with damage over the mouth and a predicted layout."""
    layouts = driver.session.layouts
    layouts.preview.set_on(on=False)
    layouts.predictions.show_uncertainty(shown=False)
    driver.session.tool_settings.set_brush_diameter(30)
    driver.stroke((100, 140), (120, 142), (140, 140))
    driver.run("predict_layout")
    yield driver
    driver.wait(lambda: not layouts.is_busy)
    layouts.preview.set_on(on=False)
    layouts.predictions.show_uncertainty(shown=False)


def labels_of(driver):
    return driver.document.work.layout.labels


def find_alternatives(driver):
    driver.trigger("find_alternatives")
    assert driver.session.runner.is_busy is False
    driver.wait(lambda: len(driver.session.layouts.predictions.alternatives) == 4)
    driver.wait(lambda: not driver.session.layouts.is_busy)


def test_that_alternatives_are_chosen_with_a_click_each_in_one_step(face):
    strip = face.window.column.panels["layout"].alternatives
    face.session.tool_settings.choose(ToolKind.PAINT)
    assert not strip.isVisible()
    first = labels_of(face)
    find_alternatives(face)
    assert strip.isVisible()
    assert [button.isChecked() for button in strip.buttons] == [True, False, False, False]
    strip.buttons[2].click()
    assert (labels_of(face) == face.session.layouts.predictions.alternatives[2].labels).all()
    assert (labels_of(face) != first).any()
    assert [button.isChecked() for button in strip.buttons] == [False, False, True, False]
    face.trigger("undo")
    assert (labels_of(face) == first).all()
    assert strip.buttons[0].isChecked()


def test_that_keys_step_through_the_alternatives_and_round(face):
    predictions = face.session.layouts.predictions
    find_alternatives(face)
    seen = []
    for _ in range(4):
        face.key(Qt.Key.Key_N)
        seen.append(predictions.chosen)
    assert seen == [1, 2, 3, 0]
    face.trigger("previous_alternative")
    assert predictions.chosen == 3


def test_that_an_alternative_leaves_locked_classes_and_is_what_reset_goes_back_to(face):
    find_alternatives(face)
    face.session.tool_settings.toggle_lock(FaceClass.UPPER_LIP)
    before = labels_of(face)
    face.session.layouts.predictions.choose(1)
    assert (labels_of(face)[before == FaceClass.UPPER_LIP] == FaceClass.UPPER_LIP).all()
    face.session.tool_settings.toggle_lock(FaceClass.UPPER_LIP)
    face.trigger("reset_layout")
    assert (labels_of(face) == face.session.layouts.predictions.alternatives[1].labels).all()


def test_that_alternatives_go_when_the_mask_changes(face):
    find_alternatives(face)
    face.session.tool_settings.choose(ToolKind.BRUSH)
    face.click(60, 60)
    assert face.session.layouts.predictions.alternatives == ()


def test_that_uncertainty_is_asked_for_when_shown_and_none_is_left_where_a_person_edited(face):
    predictions = face.session.layouts.predictions
    assert predictions.uncertainty(face.document.work) is None
    face.trigger("show_uncertainty")
    face.wait(lambda: predictions.uncertainty(face.document.work) is not None)
    doubt = predictions.uncertainty(face.document.work)
    assert (doubt > 0).all()
    settings = face.session.tool_settings
    settings.choose(ToolKind.PAINT)
    settings.choose_class(FaceClass.HAT)
    before = labels_of(face)
    face.stroke((100, 60), (140, 60))
    edited = predictions.uncertainty(face.document.work)
    assert (edited[labels_of(face) != before] == 0).all()
    assert (edited[labels_of(face) == before] == doubt[labels_of(face) == before]).all()
    face.trigger("show_uncertainty")
    assert not predictions.shows_uncertainty


def test_that_entropy_is_none_for_one_class_and_full_for_three():
    p = np.zeros((CLASS_COUNT, 1, 3), np.float16)
    p[0, 0, 0] = 1
    p[:2, 0, 1] = 0.5
    p[:3, 0, 2] = 1 / 3
    assert uncertainty(p)[0].tolist() == pytest.approx([0, 161, 255], abs=1)


def test_that_the_live_preview_follows_an_edit_and_keeps_what_is_far_from_it(face):
    preview = face.session.layouts.preview
    face.trigger("live_preview")
    face.wait(lambda: preview.state is PreviewState.CURRENT)
    first = preview.shown
    assert first is not None
    assert face.document.result is None
    settings = face.session.tool_settings
    settings.choose(ToolKind.PAINT)
    settings.choose_class(FaceClass.HAT)
    face.click(104, 141)
    assert preview.state is PreviewState.WAITING
    face.wait(lambda: preview.state is PreviewState.CURRENT)
    second = preview.shown
    assert second is not first
    assert (second.labels == labels_of(face)).all()
    far = touched_share(first.labels, second.labels) == 0
    assert far.any()
    assert (second.pixels[far] == first.pixels[far]).all()


def test_that_a_paused_preview_makes_and_shows_nothing(face):
    preview = face.session.layouts.preview
    face.trigger("live_preview")
    face.wait(lambda: preview.state is PreviewState.CURRENT)
    face.trigger("live_preview")
    assert preview.state is PreviewState.PAUSED
    assert preview.shown is None
    face.session.tool_settings.choose(ToolKind.PAINT)
    face.click(104, 141)
    face.qtbot.wait(400)
    assert not face.session.layouts.is_busy
    assert preview.shown is None
    assert face.window.column.panels["layout"].preview_label.text() == "Live preview: Paused"


def test_that_a_preview_says_when_the_face_has_no_damage_and_when_it_fails(face):
    preview = face.session.layouts.preview
    face.session.restore_settings.set_seed(SEED_RAISE)
    face.trigger("live_preview")
    face.wait(lambda: preview.state is PreviewState.FAILED)
    assert not face.window.actions_table.by_name["live_preview"].isChecked()
    face.session.restore_settings.set_seed(0)
    face.trigger("clear_mask")
    face.trigger("live_preview")
    face.wait(lambda: preview.state is PreviewState.NO_DAMAGE)
    face.trigger("undo")
    face.wait(lambda: preview.state is PreviewState.CURRENT)


def test_that_the_share_made_anew_covers_the_edit_and_ends_near_it():
    before = np.zeros((128, 128), np.uint8)
    after = before.copy()
    after[60:64, 60:64] = 5
    share = touched_share(before, after)
    assert (share[60:64, 60:64] == 1).all()
    rows, columns = np.nonzero(share)
    assert rows.min() >= 60 - SURROUNDINGS_PX - 5
    assert columns.max() <= 63 + SURROUNDINGS_PX + 5
    assert (touched_share(before, before) == 0).all()


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_that_no_two_classes_look_alike(palette):
    looks = {(palette.colours[one], palette.patterns[one]) for one in range(CLASS_COUNT)}
    assert len(looks) == CLASS_COUNT


def test_that_the_colours_of_the_safe_palette_differ_for_people_without_green_or_red_cones():
    # G. Machado et al., TVCG 2009, severity 1: what is left of linear RGB
    machado = {
        "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    }
    distinct = np.array(sorted(set(COLOUR_BLIND.colours))) / 255

    def closest(matrix):
        seen = np.clip((distinct**2.2) @ np.array(matrix).T, 0, 1) ** (1 / 2.2)
        away = np.linalg.norm(seen[:, None] - seen[None], axis=2)
        return away[~np.eye(len(seen), dtype=bool)].min()

    assert min(closest(matrix) for matrix in machado.values()) > 0.1


def test_that_patterns_are_drawn_where_classes_share_a_colour(face):
    labels = np.zeros((24, 24), np.uint8)
    labels[:] = FaceClass.RIGHT_EYE
    picture = painted_labels(labels, COLOUR_BLIND)
    colours = {picture.pixelColor(x, y).getRgb()[:3] for x in range(24) for y in range(24)}
    assert colours == {COLOUR_BLIND.colour(FaceClass.RIGHT_EYE), COLOUR_BLIND.colour(FaceClass.RIGHT_EYE, is_mark=True)}


def test_that_the_canvas_shows_the_chosen_palette_after_edits_too(face):
    settings = face.session.tool_settings
    face.session.overlays.set_layout_opacity(1.0)
    settings.choose_palette(COLOUR_BLIND)
    face.wait_for_colour(120, 70, COLOUR_BLIND.colour(class_at(face.document, 120, 70)))
    settings.choose(ToolKind.PAINT)
    settings.choose_class(FaceClass.NOSE)
    face.click(120, 70)
    # beside the cross in the middle of the brush
    face.wait_for_colour(126, 70, COLOUR_BLIND.colour(FaceClass.NOSE))
    settings.choose_palette(STANDARD)
    face.wait_for_colour(126, 70, STANDARD.colour(FaceClass.NOSE))


def test_that_the_palette_is_remembered(open_window, tmp_path):
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = open_window(kept=kept)
    first.session.tool_settings.choose_palette(COLOUR_BLIND)
    first.window.close()
    assert open_window(kept=kept).session.tool_settings.palette is COLOUR_BLIND


def test_that_the_arrows_of_the_mirror_stay_side_by_side_in_a_narrow_panel(driver):
    driver.run("predict_layout")
    section = driver.window.column.panels["layout"]
    actions = [driver.window.actions_table.by_name[name] for name in ("mirror_left", "mirror_right")]
    buttons = [button for button in section.findChildren(QToolButton) if button.defaultAction() in actions]
    kept = section.minimumWidth(), section.maximumWidth()
    try:
        for width in range(220, 320, 5):
            section.setFixedWidth(width)
            QTest.qWait(1)
            assert len({button.mapTo(section, QPoint()).y() for button in buttons}) == 1
    finally:
        section.setMinimumWidth(kept[0])
        section.setMaximumWidth(kept[1])
    assert len(buttons) == 2
