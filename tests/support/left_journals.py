"""What the journal of a window holds, and what a killed one leaves."""

import json
import shutil

from saved_projects import assert_equal_faces

from facerestore.documents.journal_reading import read_journal


def in_the_journal(driver):
    return read_journal(driver.session.autosave.folder)


def assert_all_in_the_journal(driver):
    recovered = in_the_journal(driver).project
    assert (recovered.coverage == driver.project.coverage).all()
    assert_equal_faces(recovered.faces, driver.project.faces)


def killed(driver, root):
    """The journals that would be left if the program were killed now."""
    left = root.with_name("left")
    shutil.copytree(driver.session.autosave.folder, left / "abcdef")
    lock = left / "abcdef" / "lock.json"
    lock.write_text(json.dumps(json.loads(lock.read_text()) | {"started": 1.0}))
    return left
