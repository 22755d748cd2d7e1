"""Which networks are installed, told without PyTorch."""

import json
import subprocess
import sys

import pytest

from facerestore.files import installed_weights
from facerestore.files.installed_weights import (
    OWN_NETWORKS,
    SETS,
    WEIGHTS_VARIABLE,
    folder_of_set,
    is_installed,
    lacking_tasks,
    listed_cards,
    listed_hashes,
    named_weights,
    prefer_set,
    set_of,
    set_used,
    weights_folder,
)
from tests.support.tiny_weights import write_tiny_weights


def test_that_a_network_is_installed_where_the_manifest_lists_it_or_its_twin(tmp_path):
    folder = write_tiny_weights(tmp_path)
    assert is_installed("in2", folder)
    assert not is_installed("in3", folder)
    listed = {"weights": [{"network": "in2", "tag": "mine"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(listed))
    assert is_installed("in2", folder)
    assert not is_installed("texture_generator", folder)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"weights": 3}', '{"weights": [1]}', "[" * 5000])
def test_that_a_manifest_that_cannot_be_read_lists_nothing(content, tmp_path):
    (tmp_path / "manifest.json").write_text(content)
    assert not is_installed("in2", tmp_path)
    assert not is_installed("in2", tmp_path / "nowhere")


def test_that_the_environment_names_another_folder(tmp_path, monkeypatch):
    assert is_installed("texture_generator")
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(tmp_path))
    assert weights_folder() == tmp_path
    assert not is_installed("texture_generator")


def test_that_the_environment_names_a_set_by_its_name_and_a_folder_of_that_name_by_its_path(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "public-domain").mkdir()
    assert set_of(weights_folder()) is None
    monkeypatch.setenv(WEIGHTS_VARIABLE, "public-domain")
    assert set_of(weights_folder()) == set_of(folder_of_set("public-domain") / "graphs") == "public-domain"
    monkeypatch.setenv(WEIGHTS_VARIABLE, "./public-domain")
    assert (weights_folder().resolve(), set_of(weights_folder())) == (tmp_path / "public-domain", None)


@pytest.fixture
def no_preference(monkeypatch):
    """What a test prefers ends with it."""
    monkeypatch.setenv("FACERESTORE_PREFERRED_WEIGHTS", "")
    monkeypatch.delenv(WEIGHTS_VARIABLE, raising=False)


@pytest.mark.usefixtures("no_preference")
def test_that_the_preferred_set_is_used_until_the_variable_names_something(tmp_path, monkeypatch):
    own = weights_folder()
    prefer_set("public-domain")
    assert (set_of(weights_folder()), named_weights()) == ("public-domain", "")
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(tmp_path))
    assert (weights_folder(), named_weights()) == (tmp_path, str(tmp_path))
    monkeypatch.delenv(WEIGHTS_VARIABLE)
    prefer_set("")
    assert weights_folder() == own


@pytest.mark.usefixtures("no_preference")
def test_that_a_process_started_afterwards_has_the_preferred_set():
    prefer_set("public-domain")
    code = "from facerestore.files.installed_weights import set_of, weights_folder; print(set_of(weights_folder()))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "public-domain"


@pytest.mark.usefixtures("no_preference")
def test_that_no_folder_can_be_preferred(tmp_path):
    own = weights_folder()
    prefer_set(str(tmp_path))
    assert weights_folder() == own


def test_that_a_set_lacks_what_it_does_not_list_and_other_folders_lack_nothing(monkeypatch, tmp_path):
    listed = {"weights": [{"network": "face_points"}, {"network": "semantic_layout"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(listed))
    assert not lacking_tasks(tmp_path)
    monkeypatch.setattr(installed_weights, "folder_of_set", lambda name: tmp_path)
    assert lacking_tasks(tmp_path) == lacking_tasks(tmp_path / "graphs") == {*OWN_NETWORKS} - {"points", "layout"}
    # a list that cannot be read is a fault, and no choice
    (tmp_path / "manifest.json").write_text("[")
    assert not lacking_tasks(tmp_path)


CLEAN = {"congress", "oldphoto", "oldsmall", "voteview"}


@pytest.mark.parametrize("name", SETS)
def test_that_a_set_for_paid_work_learnt_from_public_domain_sources_alone(name):
    cards = listed_cards(folder_of_set(name))
    assert {"face_detector.base", "face_points.base"} <= set(cards)
    for _, card in cards.values():
        assert set(card["sources"]) <= CLEAN
        assert "started_from" not in card
        assert "paid work" in card["terms"]
        # whoever taught it is part of its ancestry
        assert any("YuNet" in one and "WIDER FACE" in one for one in card["data"])


def test_that_the_set_of_a_result_is_that_of_its_networks_whatever_is_chosen_now(monkeypatch):
    own, paid = (list(listed_hashes(folder).values()) for folder in (None, folder_of_set("public-domain")))
    for chosen, without_networks in (("", None), ("public-domain", "public-domain")):
        monkeypatch.setenv(WEIGHTS_VARIABLE, chosen)
        assert set_used(paid[:1]) == "public-domain"
        assert set_used([]) == without_networks
        monkeypatch.setenv(WEIGHTS_VARIABLE, "")
        assert set_used(own[:2]) is None
        assert set_used([paid[0], "0" * 64]) is None
