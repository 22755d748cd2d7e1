"""Suggested damage: found, shown, taken, refused, trimmed, and accepted as one step."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox

from facerestore.damage.proposals import DamageProposal
from facerestore.editing.mask_shapes import Region
from facerestore.files.writing import write_photo
from facerestore.values.damage_classes import DamageClass
from facerestore.values.photo import Photo
from facerestore_gui.background.damage_calculations import suggestions_of
from facerestore_gui.document.suggestions import Suggestion
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.icons import icon
from facerestore_gui.panels.suggestions_panel import SuggestionsPage
from tests.support.infrared import drawn_scan

pytestmark = pytest.mark.gui


def suggestion(kind, confidence, rows, columns):
    inside = np.zeros((200, 240), np.bool_)
    inside[rows, columns] = True
    return Suggestion.of(kind, Region.of(inside), confidence)


@pytest.fixture
def looking(driver):
    """A window with three suggestions: a sure crease, a likely scratch, and dust that is hardly any."""
    window = driver.window
    window.session.suggestions.begin(
        [
            suggestion(DamageClass.CREASE, 0.9, slice(20, 30), slice(20, 220)),
            suggestion(DamageClass.SCRATCH, 0.6, slice(60, 160), slice(30, 36)),
            suggestion(DamageClass.DUST, 0.3, slice(180, 184), slice(200, 204)),
        ]
    )
    window.session.suggestions.set_threshold(0.5)
    window.session.tool_settings.choose(ToolKind.SUGGEST)
    yield driver
    window.session.suggestions.end()
    window.session.tool_settings.choose(ToolKind.BRUSH)


def test_that_accepting_puts_all_that_is_sure_enough_into_the_mask_in_one_step(looking):
    looking.trigger("accept_suggestions")
    coverage = looking.project.coverage
    assert (coverage[20:30, 20:220] == DamageClass.CREASE).all()
    assert (coverage[60:160, 30:36] == DamageClass.SCRATCH).all()
    assert not coverage[180:].any()
    assert not looking.session.suggestions.is_active
    looking.trigger("undo")
    assert looking.document.mask_is_blank


def test_that_a_lower_threshold_shows_and_accepts_more(looking):
    looking.session.suggestions.set_threshold(0.25)
    looking.trigger("accept_suggestions")
    assert (looking.project.coverage[180:184, 200:204] == DamageClass.DUST).all()


def test_that_a_click_refuses_a_suggestion_and_another_takes_it_again(looking):
    looking.click(33, 100)
    assert [one.kind for one in looking.session.suggestions.taken] == [DamageClass.CREASE]
    looking.click(33, 100)
    assert len(looking.session.suggestions.taken) == 2
    looking.click(120, 25)
    looking.trigger("accept_suggestions")
    assert not looking.project.coverage[20:30, 60:].any()
    assert looking.project.coverage[100, 33] == DamageClass.SCRATCH


def test_that_rejecting_leaves_the_mask_and_the_history_alone(looking):
    before = looking.document.revision
    looking.trigger("reject_suggestions")
    assert looking.document.revision is before
    assert not looking.session.suggestions.is_active
    assert not looking.window.actions_table.by_name["accept_suggestions"].isEnabled()


def test_that_rejecting_all_is_undone_with_what_was_refused_and_trimmed_before(looking):
    suggestions, settings = looking.session.suggestions, looking.session.tool_settings
    settings.choose(ToolKind.LASSO)
    settings.choose(ToolKind.SUGGEST)
    looking.click(33, 100)
    looking.trigger("reject_suggestions")
    assert settings.kind is not ToolKind.SUGGEST
    assert suggestions.shown == []
    assert looking.session.undo_label == "Reject all"
    looking.trigger("undo")
    assert suggestions.is_active
    assert settings.kind is ToolKind.SUGGEST
    assert [one.kind for one in suggestions.taken] == [DamageClass.CREASE]
    assert looking.window.suggestions_bar.isVisible()
    looking.trigger("undo")
    assert len(suggestions.taken) == 2
    looking.trigger("redo")
    looking.trigger("redo")
    assert not suggestions.is_active
    assert not looking.window.suggestions_bar.isVisible()


def test_that_a_rejection_is_undone_in_its_turn_among_strokes(looking):
    settings = looking.session.tool_settings
    looking.trigger("reject_suggestions")
    settings.choose(ToolKind.BRUSH)
    looking.stroke((100, 100), (140, 100))
    assert looking.session.undo_label == "Brush stroke"
    looking.trigger("undo")
    assert looking.session.undo_label == "Reject all"
    assert [step.label for step in looking.session.history_steps.listed()][-2:] == ["Reject all", "Brush stroke"]
    looking.trigger("undo")
    assert looking.session.suggestions.is_active


def test_that_undoing_an_acceptance_brings_the_suggestions_back_as_they_were_left(looking):
    suggestions, settings = looking.session.suggestions, looking.session.tool_settings
    looking.click(33, 100)
    looking.trigger("accept_suggestions")
    settings.choose(ToolKind.BRUSH)
    looking.stroke((100, 100), (140, 100))
    looking.trigger("undo")
    assert not suggestions.is_active
    looking.trigger("undo")
    assert looking.document.mask_is_blank
    assert [one.kind for one in suggestions.taken] == [DamageClass.CREASE]
    assert settings.kind is ToolKind.SUGGEST
    assert looking.session.undo_label == "Take or refuse"
    looking.trigger("redo")
    assert not suggestions.is_active
    assert settings.kind is ToolKind.BRUSH
    assert looking.project.coverage[25, 100] == DamageClass.CREASE
    labels = [step.label for step in looking.session.history_steps.listed() if step.is_done]
    assert labels == ["Take or refuse", "Accept suggestions"]


def test_that_suggestions_that_came_back_may_be_accepted_otherwise(looking):
    suggestions = looking.session.suggestions
    looking.trigger("accept_suggestions")
    looking.trigger("undo")
    looking.click(120, 25)
    looking.trigger("accept_suggestions")
    assert not looking.project.coverage[25, 100:].any()
    assert looking.project.coverage[100, 33] == DamageClass.SCRATCH
    assert not suggestions.is_active
    looking.trigger("undo")
    assert [one.kind for one in suggestions.taken] == [DamageClass.SCRATCH]


def test_that_suggestions_that_came_back_and_were_rejected_stay_away(looking):
    suggestions = looking.session.suggestions
    looking.trigger("accept_suggestions")
    looking.trigger("undo")
    looking.trigger("reject_suggestions")
    looking.trigger("redo")
    assert looking.project.coverage[25, 100] == DamageClass.CREASE
    looking.trigger("undo")
    assert not suggestions.is_active
    assert looking.session.undo_label == "Reject all"


def test_that_another_search_or_photo_forgets_what_was_rejected(looking, portrait):
    looking.trigger("reject_suggestions")
    looking.open(portrait)
    assert looking.session.suggestions.undo_label is None
    assert not looking.session.suggestions.is_active


def test_that_a_kind_of_which_some_are_taken_has_half_a_tick(looking):
    suggestions, bar = looking.session.suggestions, looking.window.suggestions_bar
    more = suggestion(DamageClass.CREASE, 0.8, slice(100, 110), slice(60, 220))
    more.is_taken = False
    suggestions.begin([*suggestions.shown, more])
    bar._menu.aboutToShow.emit()
    entries = {action.text().partition(":")[0]: action for action in bar._menu.actions() if action.text()}
    ticks = {name: action.icon().pixmap(24).toImage() for name, action in entries.items()}
    wanted = {"Crease": "tick_some", "Scratch": "tick_all", "All kinds": "tick_some"}
    for name, tick in wanted.items():
        assert ticks[name] == icon(tick).pixmap(24).toImage(), name
    assert entries["Crease"].text() == "Crease: 1 of 2"
    entries["Crease"].trigger()
    assert all(one.is_taken for one in suggestions.shown)
    bar._menu.aboutToShow.emit()
    next(action for action in bar._menu.actions() if action.text().startswith("Crease")).trigger()
    assert [one.kind for one in suggestions.taken] == [DamageClass.SCRATCH]


def test_that_the_eraser_trims_suggestions_and_not_the_mask(looking):
    settings = looking.session.tool_settings
    settings.choose(ToolKind.BRUSH)
    settings.set_brush_diameter(20)
    looking.click(150, 25)
    painted = looking.project.coverage.copy()
    before = looking.document.revision
    looking.key(Qt.Key.Key_E)
    looking.stroke((80, 25), (150, 25))
    assert (looking.project.coverage == painted).all()
    assert looking.document.revision is before
    looking.trigger("accept_suggestions")
    coverage = looking.project.coverage
    assert not coverage[20:30, 75:135].any()
    assert (coverage[20:30, 25:65] == DamageClass.CREASE).all()
    assert (coverage[20:30, 165:215] == DamageClass.CREASE).all()
    assert coverage[25, 150] == DamageClass.DAMAGE


def test_that_trimming_and_refusing_are_undone_and_redone_one_after_the_other(looking):
    settings, suggestions = looking.session.tool_settings, looking.session.suggestions
    crease = suggestions.shown[0]
    whole = crease.inside.copy()
    looking.click(33, 100)
    settings.choose(ToolKind.ERASER)
    settings.set_brush_diameter(20)
    looking.stroke((80, 25), (110, 25), (150, 25))
    trimmed = crease.inside.copy()
    assert (trimmed != whole).any()
    undo = looking.window.actions_table.by_name["undo"]
    assert undo.text() == "&Undo: Trim"
    looking.trigger("undo")
    assert (crease.inside == whole).all()
    assert [one.is_taken for one in suggestions.shown] == [True, False]
    looking.trigger("undo")
    assert [one.is_taken for one in suggestions.shown] == [True, True]
    assert not undo.isEnabled()
    looking.trigger("redo")
    looking.trigger("redo")
    assert (crease.inside == trimmed).all()
    assert not looking.window.actions_table.by_name["redo"].isEnabled()


def test_that_undo_takes_back_what_was_done_last_be_it_in_the_mask_or_in_the_suggestions(looking):
    settings, suggestions = looking.session.tool_settings, looking.session.suggestions
    looking.click(33, 100)
    settings.choose(ToolKind.BRUSH)
    looking.click(100, 100)
    looking.trigger("undo")
    assert looking.document.mask_is_blank
    assert len(suggestions.taken) == 1
    looking.trigger("undo")
    assert len(suggestions.taken) == 2


def test_that_a_trim_that_is_given_up_leaves_no_trace(looking):
    suggestions = looking.session.suggestions
    before = suggestions.shown[0].inside.copy()
    looking.session.tool_settings.choose(ToolKind.ERASER)
    QTest.mousePress(looking.viewport, Qt.MouseButton.LeftButton, pos=looking.at(80, 25))
    QTest.mouseMove(looking.viewport, looking.at(120, 25))
    assert (suggestions.shown[0].inside != before).any()
    looking.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(looking.viewport, Qt.MouseButton.LeftButton, pos=looking.at(120, 25))
    assert (suggestions.shown[0].inside == before).all()
    assert suggestions.undo_label is None


def test_that_the_bar_over_the_canvas_stays_whatever_tool_is_in_hand_and_takes_kinds(looking):
    bar = looking.window.suggestions_bar
    looking.session.tool_settings.choose(ToolKind.ERASER)
    assert bar.isVisible()
    assert bar._text.text() == "2 of 2 suggestions taken"
    bar._menu.aboutToShow.emit()
    entries = {entry.text(): entry for entry in bar._menu.actions()}
    assert list(entries) == ["Crease: 1 of 1", "Scratch: 1 of 1", "", "All kinds: 2 of 2"]
    entries["Scratch: 1 of 1"].trigger()
    assert bar._text.text() == "1 of 2 suggestions taken"
    assert [one.kind for one in looking.session.suggestions.taken] == [DamageClass.CREASE]
    looking.trigger("undo")
    assert bar._text.text() == "2 of 2 suggestions taken"
    looking.trigger("accept_suggestions")
    assert not bar.isVisible()


def test_that_all_kinds_are_taken_and_refused_at_once(looking):
    bar = looking.window.suggestions_bar
    for ending in ("2 of 2", "0 of 2"):
        bar._menu.aboutToShow.emit()
        bar._menu.actions()[-1].trigger()
        assert bar._text.text().startswith("0 of 2" if ending == "2 of 2" else "2 of 2")
    looking.trigger("undo")
    assert not looking.session.suggestions.taken


def test_that_what_is_too_short_or_too_long_is_neither_shown_nor_accepted(looking):
    suggestions = looking.session.suggestions
    suggestions.set_threshold(0.25)
    page = looking.window.column.panels["tool"].suggestions
    least, most = (
        next(box for box in page.findChildren(QSpinBox) if box.accessibleName().startswith(word))
        for word in ("Shortest", "Longest")
    )
    assert len(suggestions.shown) == 3
    least.setValue(50)
    most.setValue(150)
    assert [one.kind for one in suggestions.shown] == [DamageClass.SCRATCH]
    looking.trigger("accept_suggestions")
    assert set(np.unique(looking.project.coverage)) == {0, DamageClass.SCRATCH}
    suggestions.begin([suggestion(DamageClass.DUST, 0.9, slice(180, 184), slice(200, 204))])
    assert len(suggestions.shown) == 1
    assert (least.value(), most.value()) == (0, 0)


def test_that_generating_with_suggestions_offers_to_accept_them_and_goes_on(looking):
    looking.generate()
    looking.wait_idle()
    assert looking.document.result is None
    assert looking.message.text.endswith(": 2.")
    ((text, go_on),) = looking.message.choices
    assert text == "Accept them and go on"
    go_on()
    looking.wait(lambda: looking.document.result is not None)
    assert looking.project.coverage[25, 100] == DamageClass.CREASE
    assert not looking.session.suggestions.is_active


def test_that_the_line_below_generate_says_that_suggestions_wait(looking):
    line = looking.window.column.panels["restore"]._state
    assert line.text() == "Accept the suggestions first."
    looking.trigger("accept_suggestions")
    assert line.text() == "Restores what the mask covers."
    looking.trigger("undo")
    looking.trigger("reject_suggestions")
    assert line.text() == "Paint over the damage first."


def test_that_generating_with_a_mask_may_leave_the_suggestions_where_they_are(looking):
    looking.session.tool_settings.choose(ToolKind.BRUSH)
    looking.click(120, 100)
    looking.generate()
    dict(looking.message.choices)["Go on without them"]()
    looking.wait(lambda: looking.document.result is not None)
    assert looking.session.suggestions.is_active
    assert not looking.project.coverage[25].any()


def test_that_only_what_is_sure_enough_is_taken_at_first(tmp_path):
    plane = np.zeros((200, 240), np.uint8)
    region = Region.of(np.ones((9, 9), np.bool_))
    proposals = [DamageProposal(n, DamageClass.SCRATCH, region, sure) for n, sure in enumerate((0.9, 0.72, 0.6))]
    assert [one.is_taken for one in suggestions_of(proposals, plane)] == [True, False, False]


def test_that_what_is_painted_or_protected_keeps_its_class(looking):
    settings = looking.session.tool_settings
    settings.choose_damage(DamageClass.ORIGINAL)
    settings.choose(ToolKind.RECTANGLE)
    looking.stroke((50, 10), (80, 50))
    protected = looking.project.coverage == DamageClass.ORIGINAL
    settings.choose_damage(DamageClass.DAMAGE)
    looking.trigger("accept_suggestions")
    assert ((looking.project.coverage == DamageClass.ORIGINAL) == protected).all()


def test_that_the_canvas_shows_kind_and_state_of_a_suggestion(looking):
    inside = np.array(looking.pixel(120, 25), float)
    assert inside[1] > inside[0]
    looking.click(120, 25)
    refused = np.array(looking.pixel(100, 25), float)
    looking.trigger("reject_suggestions")
    assert refused == pytest.approx(np.array(looking.pixel(100, 25), float), abs=3)


def test_that_the_panel_counts_what_is_taken(looking):
    page = looking.window.column.panels["tool"].suggestions
    assert page._text.text() == "2 of 2 taken: Crease 1, Scratch 1. Click one to refuse or take it."


def test_that_another_photo_ends_it(looking, portrait):
    looking.open(portrait)
    assert not looking.session.suggestions.is_active
    assert looking.session.tool_settings.kind is not ToolKind.SUGGEST


def test_that_a_scratch_is_found_accepted_and_not_found_again(desk, tmp_path):
    random = np.random.default_rng(3)
    pixels = random.normal(110, 4, (300, 400)).astype(np.uint8)
    pixels[40:260, 120:123] = 240
    pixels[150:153, 200:203] = 245
    write_photo(Photo(pixels), tmp_path / "scratched.png")
    desk.open(tmp_path / "scratched.png")
    desk.session.placer.stop()
    kind = desk.session.tool_settings.kind
    desk.run("find_damage")
    assert desk.session.tool_settings.kind is ToolKind.SUGGEST
    desk.session.suggestions.set_threshold(0.25)
    desk.trigger("accept_suggestions")
    assert (desk.project.coverage[60:240, 121] > 127).all()
    assert desk.project.coverage[100, 300] == 0
    assert desk.session.tool_settings.kind is kind
    desk.run("find_damage")
    assert all(one.region().inside.sum() < 100 for one in desk.session.suggestions.shown)
    if desk.session.suggestions.is_active:
        desk.trigger("reject_suggestions")


def test_that_a_search_can_be_cancelled(driver):
    driver.trigger("find_damage")
    assert driver.session.runner.is_busy
    driver.window.requests.cancel()
    driver.wait_idle()
    assert not driver.session.suggestions.is_active


def test_that_a_network_that_is_missing_is_said_and_the_filters_go_on(open_session, tmp_path):
    pixels = np.random.default_rng(3).normal(110, 4, (300, 400)).astype(np.uint8)
    pixels[40:260, 120:123] = 240
    write_photo(Photo(pixels), tmp_path / "scratched.png")
    desk = open_session("WithoutDamageNetwork")
    desk.open(tmp_path / "scratched.png")
    desk.run("find_damage")
    assert desk.message.title == "A network is missing"
    assert desk.session.suggestions.is_active


def test_that_infrared_is_used_and_that_is_said(desk, tmp_path):
    scan = drawn_scan(offset=(4, 4))
    write_photo(scan.photo, tmp_path / "scan.tif")
    desk.open(tmp_path / "scan.tif")
    desk.session.placer.stop()
    desk.run("find_damage")
    assert desk.message.title == "The infrared channel of this scan"
    assert "It was used" in desk.message.text
    desk.session.suggestions.set_threshold(0.85)
    desk.trigger("accept_suggestions")
    assert (desk.project.coverage[scan.dirt] > 0).mean() > 0.98


def test_that_infrared_in_a_file_beside_the_scan_is_used_and_named(desk, tmp_path):
    scan = drawn_scan(offset=(4, 4))
    write_photo(Photo(scan.photo.pixels), tmp_path / "scan.tif")
    write_photo(Photo(scan.infrared), tmp_path / "scan_IR.tif")
    desk.open(tmp_path / "scan.tif")
    desk.session.placer.stop()
    desk.run("find_damage")
    assert "scan_IR.tif" in desk.message.text
    desk.session.suggestions.set_threshold(0.85)
    desk.trigger("accept_suggestions")
    assert (desk.project.coverage[scan.dirt] > 0).mean() > 0.98


def test_that_infrared_that_was_not_used_is_explained(desk, tmp_path):
    write_photo(drawn_scan(film="silver").photo, tmp_path / "scan.tif")
    desk.open(tmp_path / "scan.tif")
    desk.session.placer.stop()
    desk.run("find_damage")
    assert "(silver) film and of Kodachrome" in desk.message.text
    if desk.session.suggestions.is_active:
        desk.trigger("reject_suggestions")


def test_that_dust_may_be_as_large_as_the_field_says(desk, tmp_path):
    pixels = np.random.default_rng(3).normal(110, 3, (300, 400)).astype(np.uint8)
    pixels[40:43, 60:63], pixels[200:207, 300:307] = 255, 255
    write_photo(Photo(pixels), tmp_path / "dusty.png")
    desk.open(tmp_path / "dusty.png")
    desk.session.placer.stop()
    desk.session.suggestions.set_threshold(0.25)

    def is_dust_at(x, y):
        desk.run("find_damage")
        return any(one.kind is DamageClass.DUST and one.is_at(x, y, 1) for one in desk.session.suggestions.shown)

    assert is_dust_at(303, 203)
    desk.session.suggestions.most_dust_px = 6
    assert not is_dust_at(303, 203)
    assert is_dust_at(61, 41)
    desk.session.suggestions.most_dust_px = None
    desk.trigger("reject_suggestions")


def test_that_the_field_of_dust_names_pixels_or_leaves_it_to_the_program(driver):
    suggestions = driver.session.suggestions
    field = driver.window.findChild(SuggestionsPage).findChild(QSpinBox)
    assert (field.text(), suggestions.most_dust_px) == ("automatic", None)
    field.setValue(12)
    assert (field.text(), suggestions.most_dust_px) == ("12 px", 12)
    field.setValue(0)
    assert suggestions.most_dust_px is None
