import pickle
import queue
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from facerestore.editing.project import FaceState
from facerestore.jobs.worker import Job, WorkerSettings, error_for_the_person, serve
from facerestore.restoration.backend import Ready
from facerestore.values.alignment import TEMPLATE, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.errors import OutOfMemory, RestorationFailed, WeightsMissing
from facerestore.values.events import Cancelled, Failed, Finished, Progressed, Started
from facerestore.values.face import Face
from facerestore.values.layout import LayoutPrediction
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DetectionRequest, LayoutRequest, TextureRequest

sys.path.insert(0, str(Path(__file__).parents[2] / "support"))
import fake_restorer


class ScriptedPipe:
    """A pipe whose other end sends the given jobs and then closes; messages are pickled as in a pipe."""

    def __init__(self, *requests, on_send=lambda message: None):
        self.jobs = queue.SimpleQueue()
        for number, request in enumerate(requests, start=1):
            self.jobs.put(Job(number, request))
        self.sent = []
        self.on_send = on_send

    def send(self, message):
        self.sent.append(pickle.loads(pickle.dumps(message)))
        self.on_send(message)

    def recv(self):
        if self.jobs.empty():
            raise EOFError
        return self.jobs.get()

    def ends(self):
        return [message for message in self.sent if isinstance(message, Finished | Failed | Cancelled)]


@pytest.fixture
def crop():
    photo = Photo(np.full((90, 90, 3), 120, np.uint8))
    mask = np.zeros((90, 90), np.bool_)
    mask[30:50, 30:50] = True
    return cut_crop(photo, Mask.from_bool(mask), FaceState(Face.from_points(TEMPLATE * 90)).alignment)


def texture(crop, seed=0):
    return TextureRequest(crop, fake_restorer.schematic_layout(), seed)


def run(*requests, restorer=fake_restorer.OneFace, cancelled=0, on_send=lambda message: None):
    pipe = ScriptedPipe(*requests, on_send=on_send)
    serve(pipe, SimpleNamespace(value=cancelled), restorer)
    return pipe


def test_that_every_kind_of_request_ends_with_its_kind_of_result(crop):
    detection = DetectionRequest.of(Photo(np.zeros((60, 60), np.uint8)))
    pipe = run(detection, LayoutRequest(crop), texture(crop))
    faces, prediction, candidate = [end.result for end in pipe.ends()]
    assert len(faces) == 1
    assert isinstance(prediction, LayoutPrediction)
    assert isinstance(candidate, Candidate)


def test_that_a_job_starts_before_it_progresses_and_ends_once(crop):
    kinds = [type(message) for message in run(texture(crop)).sent]
    assert kinds[0] is Started
    assert kinds.count(Ready) == 1
    assert set(kinds[1:-1]) == {Progressed, Ready}
    assert kinds[-1] is Finished


def test_that_an_unexpected_error_fails_the_job_and_the_next_one_works(crop):
    first, second = run(texture(crop, fake_restorer.SEED_RAISE), texture(crop)).ends()
    assert isinstance(first.error, RestorationFailed)
    assert "a fault for the test" in "".join(first.error.__notes__)
    assert isinstance(second, Finished)


def test_that_missing_weights_fail_the_job_with_their_own_message(crop):
    (end,) = run(texture(crop), restorer=fake_restorer.WithoutWeights).ends()
    assert isinstance(end.error, WeightsMissing)
    assert end.error.advice == "Install it."


def test_that_a_job_cancelled_before_it_starts_never_loads_the_networks(crop):
    pipe = run(texture(crop), texture(crop), cancelled=2)
    assert pipe.ends() == [Cancelled(1), Cancelled(2)]
    assert not any(isinstance(message, Ready) for message in pipe.sent)


def test_that_cancelling_one_job_leaves_the_next_alone(crop):
    assert [type(end) for end in run(texture(crop), texture(crop), cancelled=1).ends()] == [
        Cancelled,
        Finished,
    ]


def test_that_a_job_cancelled_while_it_works_ends_as_cancelled(crop):
    number = SimpleNamespace(value=0)

    def cancel_on_progress(message):
        if isinstance(message, Progressed) and message.done == 2:
            number.value = message.job

    pipe = ScriptedPipe(texture(crop, fake_restorer.SEED_SLOW), on_send=cancel_on_progress)
    serve(pipe, number, fake_restorer.OneFace)
    assert pipe.ends() == [Cancelled(1)]


def test_that_memory_errors_are_told_apart_also_by_the_name_that_torch_gives_them():
    torch_like = type("OutOfMemoryError", (RuntimeError,), {})
    assert isinstance(error_for_the_person(MemoryError()), OutOfMemory)
    assert isinstance(error_for_the_person(torch_like()), OutOfMemory)
    assert isinstance(error_for_the_person(ValueError()), RestorationFailed)


def test_that_the_factory_is_found_by_its_name():
    assert isinstance(WorkerSettings("fake_restorer:TwoFaces").make_backend(), fake_restorer.TwoFaces)


def test_that_a_result_that_cannot_travel_fails_the_job(crop):
    class Unsendable(fake_restorer.OneFace):
        def predict_layout(self, request):
            return lambda: None

    (end,) = run(LayoutRequest(crop), restorer=Unsendable).ends()
    assert isinstance(end.error, RestorationFailed)
