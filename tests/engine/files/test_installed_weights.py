"""Which networks are installed, told without PyTorch."""

import json

import pytest

from facerestore.files.installed_weights import WEIGHTS_VARIABLE, is_installed, weights_folder
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
