"""The damage classes of a project: changed, added and removed in the mask panel, undone, saved and obeyed."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QLineEdit

from facerestore.documents.project_file import read_project
from facerestore.editing.mask_shapes import Combination, Region
from facerestore.files.plane_file import read_plane, write_plane
from facerestore.values.damage_classes import CLASS_POLICIES, DamageClass, Policy
from facerestore.values.damage_table import DEFAULT_TABLE, DamageKind, is_plane
from facerestore.values.geometry import Box, Extent
from facerestore_gui.dialogs.damage_class import DamageClassDialog
from facerestore_gui.document.edits.mask import set_classes
from facerestore_gui.document.tool_settings import ToolKind
from facerestore_gui.look.damage_colours import class_name, colour_of, free_colour

pytestmark = pytest.mark.gui


@pytest.fixture
def settings(driver):
    yield driver.session.tool_settings
    driver.session.tool_settings.choose_damage(DamageClass.DAMAGE)
    driver.session.tool_settings.choose(ToolKind.BRUSH)


def choices(driver):
    """What the panel offers to paint, and to do about it."""
    section = driver.window.column.panels["mask"]
    named = {one.accessibleName(): one for one in section.findChildren(QComboBox)}
    return named["Class of damage to paint"], named["What is done about this class"]


def choose(choice, data):
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def test_that_the_panel_changes_the_treatment_of_the_class_in_hand_as_a_step_that_is_undone(driver, settings):
    paint, policy = choices(driver)
    choose(paint, int(DamageClass.STAIN))
    assert policy.currentData() == Policy.RESTORE
    choose(policy, Policy.PROTECT)
    assert driver.project.classes.policies[DamageClass.STAIN] is Policy.PROTECT
    assert paint.currentText() == "Stain: protected"
    assert driver.document.unsaved_parts() == ["changes to the mask"]
    driver.trigger("undo")
    assert driver.project.classes == DEFAULT_TABLE
    assert (paint.currentText(), policy.currentData()) == ("Stain: restored", Policy.RESTORE)
    assert driver.document.unsaved_parts() == []


def test_that_a_class_that_is_protected_now_is_left_alone_by_every_other_brush(driver, settings):
    settings.choose_damage(DamageClass.STAIN)
    driver.stroke((40, 40), (80, 40))
    stained = driver.project.coverage == DamageClass.STAIN
    driver.session.damage_class_edits.set_policy(Policy.PROTECT)
    settings.choose_damage(DamageClass.SCRATCH)
    driver.stroke((30, 40), (100, 40))
    assert (driver.project.coverage == DamageClass.STAIN)[stained].all()
    assert (driver.project.coverage == DamageClass.SCRATCH).any()
    driver.trigger("undo")
    driver.trigger("undo")
    settings.choose_damage(DamageClass.SCRATCH)
    driver.stroke((30, 40), (100, 40))
    assert not (driver.project.coverage == DamageClass.STAIN)[stained].all()


@pytest.mark.parametrize("policy", CLASS_POLICIES)
def test_that_restoring_does_what_the_class_says_and_the_result_is_old_when_it_says_otherwise(driver, settings, policy):
    driver.session.damage_class_edits.set_policy(policy)
    driver.stroke((100, 80), (140, 120))
    if policy in (Policy.KEEP, Policy.PROTECT):
        driver.session.restore_tasks.generate(3)
        assert "nothing to restore" in driver.message.title
        return
    driver.generate(seed=3)
    driver.wait_idle()
    restoration = driver.document.result.restoration
    painted = driver.project.coverage == DamageClass.DAMAGE
    assert (restoration.repaired.generated[painted].any(), restoration.repaired.filled[painted].any()) == (
        policy is Policy.RESTORE,
        policy is Policy.FILL,
    )
    assert [(one.name, one.policy) for one in restoration.classes] == [("Damage", policy)]
    assert driver.document.result_is_current
    driver.session.damage_class_edits.set_policy(Policy.PROTECT)
    assert not driver.document.result_is_current
    driver.trigger("undo")
    assert driver.document.result_is_current


def test_that_a_name_or_a_colour_makes_no_result_old(driver, settings):
    driver.stroke((100, 80), (140, 120))
    driver.generate(seed=3)
    driver.wait_idle()
    driver.dialogs.kind = lambda kind: replace(kind, name="Mould")
    driver.trigger("change_class")
    assert driver.document.result_is_current
    assert choices(driver)[0].currentText() == "Mould: restored"
    driver.trigger("undo")
    assert driver.document.result_is_current


def test_that_a_name_given_during_a_restoration_makes_its_result_not_old(driver, settings):
    driver.stroke((100, 80), (140, 120))
    driver.run("predict_layout")
    driver.dialogs.kind = lambda kind: replace(kind, name="Mould")
    driver.generate(seed=3)
    driver.trigger("change_class")
    assert driver.session.runner.is_busy
    driver.wait_idle()
    assert driver.document.result_is_current
    driver.trigger("undo")
    assert driver.document.result_is_current
    driver.trigger("undo")
    assert not driver.document.result_is_current


def test_that_a_class_is_added_painted_in_its_colour_saved_and_comes_back(driver, settings, tmp_path, portrait):
    driver.dialogs.kind = lambda kind: replace(kind, name="Tape", colour="#00ff00", policy=Policy.FILL)
    driver.trigger("add_class")
    number = settings.damage_class
    assert class_name(driver.project.classes.kind(number)) == "Tape"
    bare = np.array(driver.pixel(60, 60))
    driver.stroke((50, 60), (70, 60))
    assert (driver.project.coverage == number).any()
    shown = np.array(driver.pixel(60, 60))
    assert shown[1] > bare[1] + 20
    driver.dialogs.path = tmp_path / "work.facerestore"
    driver.run("save_project")
    assert read_project(driver.dialogs.path)[0].classes == driver.project.classes
    classes, coverage = driver.project.classes, driver.project.coverage.copy()
    driver.open(portrait)
    assert settings.classes == DEFAULT_TABLE
    assert settings.damage_class == DamageClass.DAMAGE
    driver.session.files.open_file(driver.dialogs.path)
    driver.wait_idle()
    assert settings.classes == driver.project.classes == classes
    assert (driver.project.coverage == coverage).all()


def test_that_removing_a_class_unmarks_what_was_painted_in_it_and_undo_brings_both_back(driver, settings):
    settings.choose_damage(DamageClass.CREASE)
    driver.stroke((40, 40), (80, 40))
    painted = driver.project.coverage.copy()
    driver.trigger("remove_class")
    driver.wait(lambda: not driver.session.mask_edits.is_busy)
    assert not driver.project.coverage.any()
    assert driver.project.classes.kind(DamageClass.CREASE) is None
    assert settings.damage_class == DamageClass.DAMAGE
    assert choices(driver)[0].findData(int(DamageClass.CREASE)) == -1
    driver.trigger("undo")
    assert (driver.project.coverage == painted).all()
    assert driver.project.classes == DEFAULT_TABLE


def test_that_plain_damage_stays_and_says_why(driver, settings):
    driver.trigger("remove_class")
    assert driver.project.classes == DEFAULT_TABLE
    assert "stays" in driver.message.title


def test_that_an_exported_mask_brings_its_classes_to_another_photo(driver, settings, tmp_path, portrait):
    driver.dialogs.kind = lambda kind: replace(kind, name="Tape", colour="#00ff00", policy=Policy.PROTECT)
    driver.trigger("add_class")
    tape = driver.project.classes.kinds[-1]
    driver.stroke((50, 60), (70, 60))
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("export_mask")
    exported = read_plane(driver.dialogs.path, extent=Extent.of(driver.project.coverage))
    assert exported.table == driver.project.classes
    driver.open(portrait)
    driver.run("import_mask")
    driver.wait(lambda: not driver.session.mask_edits.is_busy)
    assert driver.project.classes == DEFAULT_TABLE.added(tape)
    assert (driver.project.coverage == exported.plane).all()
    driver.trigger("undo")
    assert driver.project.classes == DEFAULT_TABLE
    assert not driver.project.coverage.any()


def test_that_a_class_of_an_imported_mask_whose_number_is_taken_keeps_its_own_treatment(driver, settings, tmp_path):
    number = DEFAULT_TABLE.free_number(Policy.RESTORE)
    stamp = DamageKind(number=number, name="Stamp", policy=Policy.PROTECT, colour="#00ff00")
    plane = np.zeros_like(driver.project.coverage)
    plane[10:20], plane[30:40] = number, DamageClass.DUST
    write_plane(plane, tmp_path / "mask.png", table=DEFAULT_TABLE.added(stamp))
    foxing = DamageKind(number=number, name="Foxing", policy=Policy.RESTORE, colour="#0000ff")
    set_classes(driver.document, "Add class", driver.project.classes.added(foxing))
    driver.dialogs.path = tmp_path / "mask.png"
    driver.run("import_mask")
    driver.wait(lambda: not driver.session.mask_edits.is_busy)
    classes, coverage = driver.project.classes, driver.project.coverage
    assert {one.name: one.policy for one in classes.kinds if one.name} == {
        "Foxing": Policy.RESTORE,
        "Stamp": Policy.PROTECT,
    }
    assert (classes.where(coverage, Policy.PROTECT) == 255 * (plane == number)).all()
    assert (classes.where(coverage, Policy.FILL) == 255 * (plane == DamageClass.DUST)).all()


@pytest.mark.parametrize("edit", ["wand", "invert", "take"])
def test_that_a_class_that_goes_while_an_edit_is_calculated_is_not_painted(driver, settings, monkeypatch, edit):
    monkeypatch.setattr("facerestore_gui.editing.mask_edits.AT_ONCE_PX", 0)
    edits, number = driver.session.mask_edits, DEFAULT_TABLE.free_number(Policy.RESTORE)
    driver.stroke((40, 40), (80, 40))
    tape = DamageKind(number=number, name="Tape", policy=Policy.RESTORE, colour="#00ff00")
    set_classes(driver.document, "Add class", driver.project.classes.added(tape))
    settings.choose_damage(number)
    if edit == "wand":
        edits.wand(60, 60, tolerance=100, is_contiguous=False, combination=Combination.ADD)
    elif edit == "invert":
        edits.invert()
    else:
        edits.take([(Region(Box(50, 50, 59, 59), np.ones((9, 9), np.bool_)), number)], lambda before, after: None)
    assert edits.is_busy
    before = driver.project.coverage.copy()
    driver.trigger("undo")
    driver.wait(lambda: not edits.is_busy)
    assert (driver.project.coverage != before).any()
    assert is_plane(driver.project.coverage, driver.project.classes)


def test_that_what_a_thread_does_to_the_classes_while_a_new_one_is_named_stays(driver, settings):
    tape = DamageKind(number=254, name="Tape", policy=Policy.RESTORE, colour="#00ff00")

    def named(kind):
        set_classes(driver.document, "Import mask", driver.project.classes.added(tape))
        return replace(kind, name="Mould")

    driver.dialogs.kind = named
    driver.trigger("add_class")
    assert [one.name for one in driver.project.classes.kinds if one.name] == ["Tape", "Mould"]


def test_that_suggestions_of_a_class_that_is_gone_become_plain_damage(driver, settings):
    assert settings.kind_of(DamageClass.DUST).number == DamageClass.DUST
    driver.session.mask_edits.remove_class(DamageClass.DUST)
    assert settings.kind_of(DamageClass.DUST).number == DamageClass.DAMAGE


def test_that_new_classes_get_colours_that_no_other_has():
    classes = DEFAULT_TABLE
    for number in range(254, 248, -1):
        kind = DamageKind(number=number, policy=Policy.FILL, name="x", colour=free_colour(classes))
        classes = classes.added(kind)
    assert len({colour_of(one) for one in classes.kinds}) == len(classes.kinds)


class TestTheDialog:
    @pytest.fixture
    def dialog(self, qtbot):
        made = DamageClassDialog(DEFAULT_TABLE.kind(DamageClass.DUST), is_new=False)
        qtbot.addWidget(made)
        return made

    def accept(self, dialog):
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    def test_that_what_is_not_changed_stays_the_programs_own(self, dialog):
        self.accept(dialog)
        assert dialog.chosen == DEFAULT_TABLE.kind(DamageClass.DUST)

    def test_that_name_and_treatment_are_taken(self, dialog):
        dialog.findChild(QLineEdit).setText(" Flecks ")
        policy = dialog.findChild(QComboBox)
        policy.setCurrentIndex(policy.findData(Policy.RESTORE))
        self.accept(dialog)
        assert (dialog.chosen.name, dialog.chosen.policy, dialog.chosen.colour) == ("Flecks", Policy.RESTORE, "")

    def test_that_a_class_without_a_name_cannot_be_accepted(self, dialog):
        dialog.findChild(QLineEdit).setText("  ")
        assert not dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()

    def test_that_the_name_of_another_class_is_refused_and_said(self, qtbot):
        made = DamageClassDialog(DEFAULT_TABLE.kind(DamageClass.DUST), is_new=False, taken=("Scratch", "Stain"))
        qtbot.addWidget(made)
        ok = made.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        made.findChild(QLineEdit).setText(" scratch ")
        assert not ok.isEnabled()
        assert any("Another class" in label.text() for label in made.findChildren(QLabel))
        made.findChild(QLineEdit).setText("Scratches")
        assert ok.isEnabled()
        assert not any("Another class" in label.text() for label in made.findChildren(QLabel))


def test_that_classes_added_one_after_the_other_have_names_of_their_own(desk):
    names = []
    desk.dialogs.kind = lambda kind: kind
    for _ in range(3):
        desk.trigger("add_class")
        names.append(desk.session.tool_settings.classes.kind(desk.session.tool_settings.damage_class).name)
    assert len(set(names)) == 3
