import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.editing.commands import MaskEdit, SetClasses
from facerestore.editing.face_commands import LayoutEdit, MovePoint, SetFaces, SetLayout
from facerestore.editing.history import History
from facerestore.editing.painting import PixelDiff, fill_region, paint_stroke
from facerestore.editing.plane_editing import differences
from facerestore.editing.project import FaceState, Project
from facerestore.values.alignment import TEMPLATE
from facerestore.values.damage_classes import CLASS_POLICIES, Policy
from facerestore.values.damage_table import DamageKind
from facerestore.values.face import Face
from facerestore.values.layout import Layout
from facerestore.values.photo import Photo

SIZE = 64


@pytest.fixture
def project():
    return new_project()


def new_project():
    project = Project(Photo(np.full((SIZE, SIZE, 3), 90, np.uint8)))
    labels = np.random.default_rng(0).integers(0, 19, (256, 256)).astype(np.uint8)
    work = FaceState(Face.from_points(TEMPLATE * SIZE))
    project.faces = (work.with_prediction(Layout(labels, work.alignment)), work)
    return project


def state(project):
    faces = [
        (work.face.points_photo.tolist(), None if work.layout is None else work.layout.labels.tobytes())
        for work in project.faces
    ]
    return project.coverage.tobytes(), faces, project.classes


def mask_stroke(project, points, radius, value, stroke):
    patch = paint_stroke(project.coverage, np.array(points), radius, value)
    return None if patch is None else MaskEdit("brush", (patch,), stroke)


def layout_stroke(project, points, radius, value, stroke):
    labels = project.faces[0].layout.labels
    patch = paint_stroke(labels, np.array(points) * 4, radius * 4, value, locked={1})
    return None if patch is None else LayoutEdit("paint", 0, (patch,), stroke)


def layout_fill(project, points, value):
    patch = fill_region(project.faces[0].layout.labels, *(np.array(points[0]) * 4), value)
    return None if patch is None else LayoutEdit("fill", 0, (patch,))


def point_move(project, points, gesture):
    before = project.faces[0]
    return MovePoint("move", 0, before, before.with_point(2, *points[0]), gesture)


POINTS = st.lists(st.tuples(st.floats(-5, SIZE + 5), st.floats(-5, SIZE + 5)), min_size=1, max_size=4)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["mask", "erase", "invert", "paint", "fill", "move", "faces", "policy", "class"]),
        POINTS,
        st.floats(0.5, 12),
        st.integers(0, 18),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)


def command_for(project, kind, points, radius, label, stroke):
    match kind:
        case "mask":
            return mask_stroke(project, points, radius, 255, stroke)
        case "policy":
            policy = CLASS_POLICIES[label % len(CLASS_POLICIES)]
            return SetClasses("policy", project.classes, project.classes.with_policy(255, policy))
        case "class":
            number = 254 - label
            if project.classes.kind(number) is None:
                kind = DamageKind(number=number, policy=Policy.FILL, name="new", colour="#123456")
                return SetClasses("add", project.classes, project.classes.added(kind))
            wanted = np.where(project.coverage == number, 0, project.coverage).astype(np.uint8)
            gone = differences(project.coverage, wanted)
            return SetClasses("remove", project.classes, project.classes.without(number), gone)
        case "erase":
            return mask_stroke(project, points, radius, 0, stroke)
        case "invert":
            return MaskEdit("invert", (PixelDiff.between(project.coverage, 255 - project.coverage),))
        case "paint":
            return layout_stroke(project, points, radius, label, stroke)
        case "fill":
            return layout_fill(project, points, label)
        case "move":
            return point_move(project, points, stroke)
        case "faces":
            return SetFaces("faces", project.faces, (project.faces[0],))


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_that_undoing_all_and_redoing_all_gives_identical_arrays(steps):
    project = new_project()
    history = History(project)
    beginning = state(project)
    for step in steps:
        command = command_for(project, *step)
        if command is not None:
            history.do(command)
    end = state(project)
    while history.undo():
        pass
    assert state(project) == beginning
    while history.redo():
        pass
    assert state(project) == end


def test_that_the_dabs_of_one_stroke_are_one_step(project):
    history = History(project)
    for x in range(5, 60, 5):
        history.do(mask_stroke(project, [(x, 20)], 4, 255, stroke=1))
    history.do(mask_stroke(project, [(30, 50)], 4, 255, stroke=2))
    history.undo()
    assert project.coverage[20, 30]
    assert not project.coverage[50, 30]
    history.undo()
    assert not project.coverage.any()
    assert history.undo_label is None


def test_that_a_setting_of_the_layout_can_be_undone(project):
    before = project.faces[1]
    after = before.with_prediction(Layout(np.full((256, 256), 5, np.uint8), before.alignment))
    history = History(project)
    history.do(SetLayout("predict", 1, before, after))
    assert project.faces[1].layout is not None
    history.undo()
    assert project.faces[1].layout is None


def test_that_a_point_moved_there_and_back_in_one_gesture_keeps_the_layout_exactly(project):
    history = History(project)
    start = project.faces[0]
    for place in ((30, 20), (5, 9), tuple(start.face.points_photo[0])):
        history.do(MovePoint("move", 0, project.faces[0], start.with_point(0, *place), gesture=1))
    assert (project.faces[0].layout.labels == start.layout.labels).all()
    history.undo()
    assert project.faces[0] is start
