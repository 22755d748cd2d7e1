"""What the candidates bar says of a candidate beside photographs of the person. To the fake networks, pictures of one
tone show one person."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.photo import Photo

pytestmark = pytest.mark.gui


@pytest.fixture
def one(open_window, portrait):
    driver = open_window("OneFace")
    driver.open(portrait)
    driver.session.tool_settings.set_brush_diameter(24)
    driver.stroke((110, 95), (130, 95))
    return driver


@pytest.fixture
def named(tmp_path, portrait):
    """Makes a photograph in the portrait's tone, shifted by so much."""

    def make(name, shift):
        pixels = np.clip(read_photo(portrait).pixels.astype(int) + shift, 0, 255).astype(np.uint8)
        write_photo(Photo(pixels), tmp_path / name)
        return tmp_path / name

    return make


def add(driver, file):
    driver.dialogs.path = file
    driver.trigger("add_references")
    driver.wait_idle()


def items(driver):
    shown = driver.window.candidates_bar._list
    return [shown.item(row) for row in range(shown.count())]


def more(driver):
    driver.window.candidates_bar._count.setValue(1)
    driver.trigger("more_candidates")
    driver.wait_idle()


def test_that_nothing_is_said_of_a_face_without_references(one):
    one.generate(seed=4)
    one.wait_idle()
    (item,) = items(one)
    assert item.toolTip() == "Candidate 1, seed 4, in use"
    assert item.text() == "4 \N{CHECK MARK}"


def test_that_a_candidate_says_how_it_compares_and_how_far_it_is_from_the_one_in_use(one, named):
    add(one, named("1931.png", 2))
    one.generate(seed=4)
    one.wait_idle()
    more(one)
    used, other = items(one)
    assert used.text() == "4 \N{CHECK MARK}"
    assert "Compared with 1931.png: nothing speaks against the same person" in used.toolTip()
    assert "away from the candidate in use" not in used.toolTip()
    assert other.toolTip().endswith("0.00 away from the candidate in use")
    assert other.data(Qt.ItemDataRole.AccessibleTextRole) == other.toolTip()


def test_that_a_photograph_of_another_person_is_noticed_beside_the_candidate(one, named):
    add(one, named("stranger.png", 120))
    one.generate(seed=4)
    one.wait_idle()
    (item,) = items(one)
    assert item.text() == "4 ? \N{CHECK MARK}"
    assert "Looks like another person than in stranger.png" in item.toolTip()
