"""The choice of a way to restore, in the real window."""

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from facerestore.compositing.diffusion import Method, inpainted
from facerestore.files.installed_weights import WEIGHTS_VARIABLE, prefer_set
from facerestore.restoration import restorers as engine_restorers
from facerestore.restoration.restorers import CHOSEN, RESTORERS
from facerestore_gui.look import restorer_choice
from facerestore_gui.panels.candidates_bar import CandidatesBar

pytestmark = pytest.mark.gui


@pytest.fixture
def damaged(open_window, portrait):
    """A window of its own with a scratch over the face, and one beside it."""
    driver = open_window("BySeed")
    driver.open(portrait)
    driver.stroke((100, 80), (140, 120))
    driver.stroke((10, 10), (10, 60))
    return driver


def restorers(driver):
    return driver.window.column.panels["restore"].restorers


def settle(driver):
    for _ in range(2):
        driver.qtbot.wait(20)
        driver.wait_idle()


def generate(driver, restorer):
    driver.choose_restorer(restorer)
    driver.generate()
    settle(driver)
    return driver.document.result.restoration


@pytest.mark.parametrize(("name", "method"), [("telea", Method.TELEA), ("navier-stokes", Method.NAVIER_STOKES)])
def test_that_all_of_the_mask_is_continued_without_a_network(damaged, name, method):
    result = generate(damaged, name)
    expected = inpainted(damaged.project.photo, damaged.project.mask(), method)
    assert (result.photo.pixels == expected.photo.pixels).all()
    assert (result.repaired.filled == damaged.project.mask().restore).all()
    assert not result.repaired.generated.any()
    assert result.candidates == ()
    assert damaged.document.result_is_current
    assert damaged.message is None


def test_that_every_restorer_is_offered_with_what_it_does(damaged):
    combo = restorers(damaged)
    assert [combo.itemData(index) for index in range(combo.count())] == list(RESTORERS)
    assert all(combo.itemData(index, Qt.ItemDataRole.ToolTipRole).endswith(".") for index in range(combo.count()))


def test_that_a_way_whose_network_is_not_installed_says_so_and_cannot_be_chosen(open_window, monkeypatch):
    def offered(is_there):
        asked = []
        monkeypatch.setattr(engine_restorers, "is_installed", lambda network: asked.append(network) or is_there)
        combo = QComboBox()
        restorer_choice.offer_restorers(combo)
        item = combo.model().item(combo.findData("in2"))
        assert set(asked) == {"in2", "isfrnet"}, "the others come with the program"
        assert sum(not combo.model().item(index).isEnabled() for index in range(combo.count())) == 2 * (not is_there)
        assert combo.view().isRowHidden(item.row()) == (not is_there)
        return item.isEnabled(), "not installed" in item.toolTip()

    assert offered(is_there=False) == (False, True)
    assert offered(is_there=True) == (True, False)


def test_that_a_network_for_the_whole_photo_paints_all_of_the_mask_and_its_result_is_kept_and_saved(damaged, tmp_path):
    made = generate(damaged, "in2")
    assert (made.repaired.generated == damaged.project.mask().restore).all()
    assert made.candidates == ()
    assert {"detection", "points", "inpainting"} >= set(made.weights) > {"detection"}
    assert damaged.document.result_is_current
    section = damaged.window.column.panels["restore"]
    assert not section._seed.isEnabled()
    assert "Made in" in section._state.text()
    assert "without" not in section._state.text()
    generate(damaged, "telea")
    kept = damaged.session.results.kept.results
    damaged.session.restore_tasks.go_back(kept[0])
    settle(damaged)
    again = damaged.document.result.restoration
    assert (again.photo.pixels == made.photo.pixels).all()
    assert (again.restorer, again.weights) == ("in2", made.weights)
    damaged.dialogs.path = tmp_path / "work.facerestore"
    damaged.run("save_project")
    damaged.choose_restorer("semantic")
    damaged.open_project(tmp_path / "work.facerestore")
    opened = damaged.document.result.restoration
    assert (opened.photo.pixels == made.photo.pixels).all()
    assert (opened.repaired.generated == made.repaired.generated).all()
    assert restorers(damaged).currentData() == "in2"


def test_that_a_face_is_painted_by_the_network_of_the_chosen_way_and_by_no_other(damaged):
    made = generate(damaged, "isfrnet")
    assert made.restorer == "isfrnet"
    assert {"detection", "points", "layout", "isfrnet"} >= set(made.weights)
    assert len(made.candidates) == 1
    assert damaged.window.column.panels["restore"]._seed.isEnabled()
    painted = made.candidates[0].pixels
    other = generate(damaged, "semantic").candidates[0].pixels
    assert not np.allclose(painted, other)


def test_that_the_seed_is_dead_where_it_changes_nothing_and_several_results_are_refused_with_a_reason(damaged):
    section = damaged.window.column.panels["restore"]
    assert section._seed.isEnabled()
    generate(damaged, "telea")
    assert not section._seed.isEnabled()
    assert "without a network" in section._state.text()
    several = [damaged.window.actions_table.by_name[name] for name in ("more_candidates", "redo_face")]
    for action in several:
        damaged.wait(lambda action=action: not action.isEnabled())
        assert "gives one result" in action.toolTip()
    damaged.choose_restorer("semantic")
    assert section._seed.isEnabled()
    damaged.wait(several[0].isEnabled)


def test_that_a_result_follows_the_strength_of_detail_without_a_network(damaged):
    section = damaged.window.findChild(CandidatesBar)
    assert generate(damaged, "semantic").detail == section.detail.share == 1
    made = len(damaged.session.restore_tasks.candidate_set.painted)
    section.detail.set_share(0.4)
    settle(damaged)
    assert damaged.document.result.restoration.detail == 0.4
    assert damaged.document.result_is_current
    assert len(damaged.session.restore_tasks.candidate_set.painted) == made
    damaged.choose_restorer("telea")
    assert not section.detail.isEnabled()
    damaged.choose_restorer("semantic")
    assert section.detail.isEnabled()


def test_that_a_kept_result_brings_its_way_to_restore_back(damaged):
    first = generate(damaged, "semantic").photo.pixels
    second = generate(damaged, "telea").photo.pixels
    assert (first != second).any()
    kept = damaged.session.results.kept.results
    damaged.session.restore_tasks.go_back(kept[0])
    settle(damaged)
    assert (damaged.document.result.restoration.photo.pixels == first).all()
    assert restorers(damaged).currentData() == "semantic"
    damaged.session.restore_tasks.go_back(kept[1])
    settle(damaged)
    assert (damaged.document.result.restoration.photo.pixels == second).all()
    assert restorers(damaged).currentData() == "telea"


def test_that_candidates_of_one_restorer_are_not_taken_for_those_of_another(damaged, monkeypatch):
    generate(damaged, "semantic")
    other = RESTORERS["semantic"]._replace(
        name="other", title="Other", description="A stranger.", networks=("texture",)
    )
    before = damaged.session.restore_tasks.candidate_set
    assert before.painted
    damaged.session.restore_tasks.restorer = other
    asked = []
    damaged.session.restore_tasks.candidates_changed.connect(
        lambda: asked.append(len(damaged.session.restore_tasks.candidate_set.painted))
    )
    damaged.generate()
    settle(damaged)
    assert asked == [0, 1]


def test_that_a_project_knows_how_its_result_was_restored(damaged, tmp_path):
    made = generate(damaged, "telea").photo.pixels
    damaged.dialogs.path = tmp_path / "work.facerestore"
    damaged.run("save_project")
    damaged.choose_restorer("semantic")
    damaged.open_project(tmp_path / "work.facerestore")
    result = damaged.document.result.restoration
    assert result.restorer == "telea"
    assert (result.photo.pixels == made).all()
    assert restorers(damaged).currentData() == "telea"
    damaged.dialogs.path = tmp_path / "out.png"
    damaged.run("save_as")
    assert json.loads((tmp_path / "out.json").read_text())["restorer"] == "telea"


def test_that_a_new_photo_begins_with_the_default(damaged, other):
    damaged.choose_restorer("telea")
    damaged.open(other)
    assert restorers(damaged).currentData() == "semantic"
    assert np.ndim(damaged.project.photo.pixels) == 2


def test_that_a_way_chosen_by_the_damage_restores_and_says_why_in_the_panel_and_the_record(damaged, tmp_path):
    made = generate(damaged, "auto")
    assert made.restorer == "semantic"
    assert [note for note in made.notes if getattr(note, "template", None) == CHOSEN]
    section = damaged.window.column.panels["restore"]
    assert section.restorers.currentData() == "auto"
    assert "Damage lies in a face" in section._state.text()
    assert section._seed.isEnabled()
    damaged.session.restore_tasks.choose_detail(0.5)
    settle(damaged)
    again = damaged.document.result.restoration
    assert (again.restorer, again.detail) == ("semantic", 0.5)
    assert "Damage lies in a face" in section._state.text()


def test_that_the_cards_say_what_each_way_is_for_and_choose_it(damaged):
    section = damaged.window.column.panels["restore"]
    section._about.click()
    cards = section.cards
    damaged.wait(cards.isVisible)
    assert set(cards.cards) == {name for name, one in RESTORERS.items() if engine_restorers.can_be_used(one)}
    assert cards.cards["semantic"].isChecked()
    assert all("Good for" in card.accessibleDescription() for card in cards.cards.values())
    assert "not measured yet" in cards._small["telea"].text()
    assert "measured" not in cards._small["auto"].text()
    cards.cards["telea"].click()
    assert not cards.isVisible()
    assert damaged.session.restore_tasks.restorer.name == "telea"
    damaged.generate()
    settle(damaged)
    section._about.click()
    damaged.wait(cards.isVisible)
    assert "s for a photo on this computer" in cards._small["telea"].text()
    assert cards.cards["telea"].isChecked()
    damaged.qtbot.keyClick(cards, Qt.Key.Key_Escape)
    assert not cards.isVisible()


def test_that_a_window_whose_preferences_chose_the_weights_for_paid_work_says_so(open_window, monkeypatch):
    monkeypatch.delenv(WEIGHTS_VARIABLE, raising=False)
    monkeypatch.setenv("FACERESTORE_PREFERRED_WEIGHTS", "")
    prefer_set("public-domain")
    driver = open_window("BySeed")
    combo = restorers(driver)
    assert combo.currentData() == "auto"
    assert "The preferences chose" in driver.window.status.device.toolTip()


def test_that_with_the_weights_for_paid_work_only_ways_are_offered_that_they_allow(open_window, portrait, monkeypatch):
    monkeypatch.setenv(WEIGHTS_VARIABLE, "public-domain")
    driver = open_window("BySeed")
    driver.open(portrait)
    combo = restorers(driver)
    offered = [combo.itemData(i) for i in range(combo.count()) if not combo.view().isRowHidden(i)]
    assert offered == ["auto", "telea", "navier-stokes", "membrane"]
    assert combo.currentData() == "auto"
    assert "no network for it" in combo.itemData(list(RESTORERS).index("semantic"), Qt.ItemDataRole.ToolTipRole)
    assert driver.window.status.device.text() == "fake processor, weights for paid work"
    assert "FACERESTORE_WEIGHTS" in driver.window.status.device.toolTip()
    driver.stroke((100, 80), (140, 120))
    driver.generate()
    settle(driver)
    result = driver.document.result.restoration
    assert (result.restorer in ("navier-stokes", "membrane"), result.candidates) == (True, ())
    assert any("no network that paints faces" in note for note in result.notes)
