"""Where files are suggested to be saved."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from facerestore_gui.files.suggested_paths import folder_beside


@pytest.mark.parametrize(
    "folder", [PurePosixPath("/"), Path("."), Path(".."), PureWindowsPath("C:\\"), PureWindowsPath("C:")]
)
def test_that_nothing_lies_beside_a_root_a_drive_or_no_name(folder):
    assert folder_beside(folder, "_restored") is None


@pytest.mark.parametrize("folder", [PurePosixPath("/scans/box 1"), PureWindowsPath("C:\\scans\\box 1")])
def test_that_a_folder_beside_another_has_its_name_with_an_ending(folder):
    assert folder_beside(folder, "_restored") == folder.parent / "box 1_restored"
