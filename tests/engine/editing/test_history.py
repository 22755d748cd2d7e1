from dataclasses import replace

import numpy as np

from facerestore.editing.commands import MaskEdit, SetClasses
from facerestore.editing.history import History
from facerestore.editing.painting import paint_stroke
from facerestore.editing.project import Project
from facerestore.values.damage_classes import Policy
from facerestore.values.photo import Photo


def new_project():
    return Project(Photo(np.zeros((100, 100), np.uint8)))


def dab(project, x, label="brush"):
    patch = paint_stroke(project.coverage, np.array([[x, 50.0]]), 3, 255)
    assert patch is not None
    return MaskEdit(label, (patch,))


def test_that_the_oldest_steps_are_forgotten_when_memory_is_short():
    project = new_project()
    one = dab(project, 10).byte_count
    history = History(project, limit_bytes=int(2.5 * one))
    for x in range(10, 90, 10):
        history.do(dab(project, x))
    assert history.byte_count <= 2.5 * one
    assert history.undo()
    assert history.undo()
    assert history.undo() is None
    assert project.coverage[50, 10]


def test_that_the_last_step_is_kept_however_big_it_is():
    project = new_project()
    history = History(project, limit_bytes=1)
    history.do(dab(project, 10))
    assert history.undo()
    assert not project.coverage.any()


def test_that_a_new_step_ends_the_way_forward():
    project = new_project()
    history = History(project)
    history.do(dab(project, 10, "first"))
    history.undo()
    assert history.redo_label == "first"
    history.do(dab(project, 30, "second"))
    assert history.redo_label is None
    assert history.redo() is None


def test_that_the_position_tells_whether_the_state_is_the_same():
    project = new_project()
    history = History(project)
    start = history.revision
    history.do(dab(project, 10))
    after = history.revision
    assert after is not start
    history.undo()
    assert history.revision is start
    history.redo()
    assert history.revision is after


def test_that_a_name_is_a_step_but_no_other_look():
    project = new_project()
    history = History(project)
    start = history.render_version
    named = project.classes.changed(replace(project.classes.kinds[0], name="Mould"))
    history.do(SetClasses("rename", project.classes, named))
    assert history.revision is not start
    assert history.render_version is start
    history.do(dab(project, 10))
    painted = history.render_version
    assert painted is not start
    history.do(SetClasses("treat", named, named.with_policy(named.kinds[0].number, Policy.PROTECT)))
    assert history.render_version not in (start, painted)
    history.undo()
    assert history.render_version is painted
    history.undo()
    assert history.render_version is start


def test_that_a_name_is_no_other_look_of_a_beginning_that_was_moved_on():
    project = new_project()
    history = History(project, limit_bytes=1)
    history.do(dab(project, 10))
    painted = history.render_version
    named = project.classes.changed(replace(project.classes.kinds[0], name="Mould"))
    history.do(SetClasses("rename", project.classes, named))
    history.undo()
    assert history.undo() is None
    assert history.render_version is painted


def test_that_the_steps_are_listed_with_what_is_undone_after_what_is_done():
    project = new_project()
    history = History(project)
    for x, label in ((10, "first"), (30, "second"), (50, "third")):
        history.do(dab(project, x, label))
    history.undo()
    history.undo()
    assert [(step.label, step.is_done) for step in history.steps] == [
        ("first", True),
        ("second", False),
        ("third", False),
    ]
    assert history.steps[0].revision is history.revision
    history.redo()
    assert history.steps[1].revision is history.revision
    assert not history.has_forgotten


def test_that_a_history_knows_that_it_has_forgotten_steps():
    project = new_project()
    history = History(project, limit_bytes=1)
    beginning = history.beginning
    for x in (10, 30):
        history.do(dab(project, x))
    assert history.has_forgotten
    assert history.beginning is not beginning
    history.undo()
    assert history.revision is history.beginning
