"""Where files are suggested to be saved."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import numpy as np
import pytest

from facerestore.values.photo import Photo
from facerestore_gui.files.suggested_paths import (
    folder_beside,
    pictures_folder,
    suggested_layers,
    suggested_project,
    suggested_result,
)


@pytest.mark.parametrize(
    "folder", [PurePosixPath("/"), Path("."), Path(".."), PureWindowsPath("C:\\"), PureWindowsPath("C:")]
)
def test_that_nothing_lies_beside_a_root_a_drive_or_no_name(folder):
    assert folder_beside(folder, "_restored") is None


@pytest.mark.parametrize("folder", [PurePosixPath("/scans/box 1"), PureWindowsPath("C:\\scans\\box 1")])
def test_that_a_folder_beside_another_has_its_name_with_an_ending(folder):
    assert folder_beside(folder, "_restored") == folder.parent / "box 1_restored"


def a_photo(path):
    return Photo(np.zeros((4, 4), np.uint8), path=path, format="png")


def test_that_a_result_is_suggested_beside_its_photo(tmp_path):
    assert suggested_result(a_photo(tmp_path / "scan.png")) == tmp_path / "scan_restored.png"


@pytest.mark.parametrize("suggested", [suggested_result, suggested_layers, suggested_project])
def test_that_nothing_is_suggested_in_a_folder_that_may_not_be_written_to(tmp_path, monkeypatch, suggested):
    # root may write everywhere but on a read-only disk
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != tmp_path)
    path = suggested(a_photo(tmp_path / "scan.png"))
    assert path.parent == pictures_folder()
    assert path.name.startswith("scan")
    assert path.parent.is_dir()
