"""Paints into a document with a journal until it is killed, for the tests of journals.

Started once, it forks a painter for every line "SEED ROOT PROJECT_FILE" that it reads, says its process number, and
after its death that it is gone. A painter says after every stroke how many it has finished: those must survive.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from saved_projects import drawn_references

from facerestore.documents.journal import Journal
from facerestore.documents.journal_records import record_of_command
from facerestore.documents.project_file import write_project
from facerestore.documents.saved_project import Original, SavedProject
from facerestore.editing.commands import Command, MaskEdit, SetFraming
from facerestore.editing.face_commands import LayoutEdit, SetFaces, SetLayout, SetReferences
from facerestore.editing.history import History
from facerestore.editing.painting import PixelDiff, paint_stroke
from facerestore.editing.project import FaceState, Project
from facerestore.values.alignment import TEMPLATE
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo

SIZE = 120
LOG_LIMIT_BYTES = 4_000


def new_project() -> Project:
    project = Project(Photo(np.zeros((SIZE, SIZE), np.uint8), path=Path("/nowhere/photo.png")))
    work = FaceState(Face.from_points(TEMPLATE * SIZE))
    project.faces = (work.with_prediction(Layout(np.zeros((32, 32), np.uint8), work.alignment)), work)
    return project


def saved(project: Project) -> SavedProject:
    return SavedProject(Original.of(project.photo, "0" * 64), project.coverage.copy(), project.faces, 0)


def strokes(project: Project, history: History, seed: int) -> Iterator[list[Command]]:
    """Random edits of a document, carried out: for every finished one the commands that it took."""
    generator = np.random.default_rng(seed)
    gesture = 0
    while True:
        gesture += 1
        kind = generator.integers(12)
        if kind < 5:
            yield _stroke(project, history, generator, gesture)
        elif kind < 7 and project.faces[0].layout is not None:
            labels = project.faces[0].layout.labels
            patch = paint_stroke(labels, generator.uniform(0, 32, (3, 2)), 4, int(generator.integers(19)))
            yield _done(history, LayoutEdit("paint", 0, (patch,))) if patch else []
        elif kind == 7:
            before = project.faces[1]
            layout = Layout(generator.integers(0, 19, (32, 32), np.uint8), before.alignment)
            yield _done(history, SetLayout("predict", 1, before, before.with_prediction(layout)))
        elif kind == 10:
            before = project.faces[1].references
            yield _done(history, SetReferences("borrow", 1, before, drawn_references(generator)))
        elif kind == 11:
            after = project.framing.turned(int(generator.integers(1, 4)), project.photo.extent)
            yield _done(history, SetFraming("turn", project.framing, after))
        elif kind == 8:
            step = history.undoable
            yield [step] if history.undo() and step else []
        elif generator.integers(2):
            step = history.redoable
            yield [step] if history.redo() and step else []
        elif generator.integers(2):
            yield _done(history, MaskEdit("invert", (PixelDiff.of_all(project.photo.extent.box, 255),)))
        else:
            yield _done(history, SetFaces("swap", project.faces, project.faces[::-1]))


def _stroke(project: Project, history: History, generator: np.random.Generator, gesture: int) -> list[Command]:
    value, place = (0, 255)[generator.integers(2)], generator.uniform(0, SIZE, 2)
    commands: list[Command] = []
    for _ in range(generator.integers(1, 8)):
        place = place + generator.normal(0, 12, 2)
        patch = paint_stroke(project.coverage, place[None], 5, value)
        if patch is not None:
            commands += _done(history, MaskEdit("brush", (patch,), gesture))
    return commands


def _done(history: History, command: Command) -> list[Command]:
    history.do(command)
    return [command]


def paint(seed: int, root: Path, project_file: Path, say) -> None:
    project = new_project()
    history = History(project)
    journal = Journal.begin(root, saved(project), log_limit_bytes=LOG_LIMIT_BYTES)
    say(0)
    for count, commands in enumerate(strokes(project, history, seed), start=1):
        for command in commands:
            journal.write(record_of_command(command, project, 0))
        journal.sync()
        say(count)
        if count % 17 == 0:
            write_project(saved(project), project_file, overwrite=True)
            journal.mark_saved(project_file)


def main() -> None:
    for line in sys.stdin:
        seed, root, project_file = line.split()
        pid = os.fork()
        if pid == 0:
            paint(int(seed), Path(root), Path(project_file), lambda count: os.write(1, b"%d\n" % count))
        os.waitpid(pid, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main()
