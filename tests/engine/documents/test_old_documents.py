"""Project files and journals that earlier versions of this program wrote still open, with all that was in them.

The files were written by the program as it was before faces had one codec; ``expected.json`` holds what it read from
them itself.
"""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from facerestore.documents.journal_files import LOCK
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.project_file import read_project

OLD = Path(__file__).parents[2] / "data" / "old_documents"
EXPECTED = json.loads((OLD / "expected.json").read_text("utf-8"))


def told(project):
    """What ``expected.json`` says of a project."""
    arrays = [project.coverage]
    for face in project.faces:
        arrays += [
            face.face.points_photo,
            *(None if one is None else one.labels for one in (face.layout, face.predicted)),
        ]
        arrays += planes_of(face.choice)
    for result in project.results:
        arrays += [result.mask.coverage, result.pixels, result.generated, result.filled]
        arrays += [None if result.protected is None else result.protected.coverage]
        for candidate in result.candidates:
            arrays += [candidate.pixels, candidate.layout.labels, *planes_of(candidate.choice)]
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(b"none" if array is None else np.ascontiguousarray(array).tobytes())
    return {
        "sha256": digest.hexdigest(),
        "faces": len(project.faces),
        "results": len(project.results),
        "current_face": project.current_face,
        "seed": project.seed,
        "skipped": [face.is_skipped for face in project.faces],
        "classes": len(project.classes.kinds),
    }


def planes_of(mix):
    return [None, None] if mix is None else [mix.plane, mix.strength]


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".facerestore")])
def test_that_an_old_project_opens_with_all_that_was_in_it(name):
    project, relative_path = read_project(OLD / name)
    expected = {key: value for key, value in EXPECTED[name].items() if key != "format"}
    assert told(project) == expected
    assert relative_path == "../ä photo.png"


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".log")])
def test_that_an_old_journal_is_recovered_with_all_that_was_in_it(name, tmp_path):
    shutil.copy(OLD / name, tmp_path / "0000.log")
    (tmp_path / LOCK).write_text('{"pid": 1, "started": 0}')
    assert told(read_journal(tmp_path).project) == EXPECTED[name]


def test_that_both_versions_of_project_files_are_kept_here():
    formats = {one["format"] for one in EXPECTED.values() if "format" in one}
    assert formats == {"facerestore-project/1", "facerestore-project/2"}
