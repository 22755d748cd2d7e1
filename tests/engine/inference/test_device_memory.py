"""What a job needs of a graphics device's memory is known before it begins; what does not fit is done elsewhere."""

import numpy as np
import pytest
import torch

from facerestore.batch.worker import Hello
from facerestore.inference import backend_choice
from facerestore.inference.backend_choice import choose_backend
from facerestore.inference.backends.torch import devices
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.device_memory import (
    MOST_PROCESSES,
    lack_for_job,
    needed_bytes,
    process_bytes,
    processes_with_room,
)
from facerestore.inference.device_probe import Probed
from facerestore.inference.loaded_networks import Networks
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import Alignment, FaceCrop
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.request import DamageRequest, DetectionRequest, LayoutRequest, TextureRequest
from tests.support.tiny_weights import write_tiny_weights

GB = 10**9
CROP = 256 * 256


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    return write_tiny_weights(tmp_path_factory.mktemp("weights"))


class Card(TorchBackend):
    """The processor in the disguise of a card with so much free memory. ``asked``: the networks that ran on it."""

    def __init__(self, weights, free):
        super().__init__(torch.device("cpu"), weights)
        self.free, self.weights, self.asked = free, weights, []

    def free_bytes(self):
        return self.free

    def on_processor(self):
        return TorchBackend(torch.device("cpu"), self.weights)

    def _call(self, wanted, make):
        self.asked.append(wanted)
        return super()._call(wanted, make)


def crop():
    hole = np.zeros((256, 256), bool)
    hole[100:150, 100:150] = True
    return FaceCrop(np.full((256, 256, 3), 0.4, np.float32), hole, Alignment.of_aligned(Extent(256, 256)))


def texture_request():
    return TextureRequest(crop(), Layout(np.zeros((256, 256), np.uint8)), seed=1)


def test_that_weights_count_until_they_are_loaded_and_references_each_for_themselves():
    assert needed_bytes("texture", CROP) - needed_bytes("texture", CROP, is_loaded=True) == 30 * 10**6
    one, two, three = (needed_bytes("texture", CROP, references=count) for count in (1, 2, 3))
    assert three - two == two - one > 0
    assert needed_bytes("inpainting", 4 * CROP, is_loaded=True) == 4 * needed_bytes("inpainting", CROP, is_loaded=True)


def test_that_the_figures_are_those_of_the_networks_that_come_with_the_program():
    """As measured by tests/performance/device_memory.py: the peak of a painting of 256 px is 25.3 MB, weights 29.3."""
    backend = TorchBackend(torch.device("cpu"))
    for kind, network in (("layout", backend.layout()), ("texture", backend.texture("texture"))):
        size = sum(tensor.nbytes for tensor in network.network.state_dict().values())
        assert size < needed_bytes(kind, 0) < 1.1 * size, kind
    assert 25.3e6 < needed_bytes("texture", CROP, is_loaded=True) < 2.1 * 25.3e6


def test_that_a_candidate_that_fits_is_painted_on_the_card(weights):
    card = Card(weights, needed_bytes("texture", CROP))
    assert Networks(backend=card).generate_texture(texture_request()).notes == ()
    assert card.asked


def test_that_a_candidate_that_does_not_fit_is_painted_by_the_processor_before_the_card_is_tried(weights):
    card = Card(weights, needed_bytes("texture", CROP) - 1)
    networks = Networks(backend=card)
    candidate = networks.generate_texture(texture_request())
    assert card.asked == []
    assert "has 80 MB of free memory, and this needs about 80 MB" in candidate.notes[0]
    plain = Networks(backend=TorchBackend(torch.device("cpu"), weights)).generate_texture(texture_request())
    assert (candidate.pixels == plain.pixels).all()
    assert "texture" in networks.weight_hashes


def test_that_every_kind_of_job_is_answered_without_free_memory_on_the_card(weights):
    card = Card(weights, 0)
    networks = Networks(backend=card)
    photo = np.full((64, 64, 3), 90, np.uint8)
    networks.find_faces(DetectionRequest(photo.astype(np.float32) / 255, np.zeros((64, 64), bool), 1.0))
    networks.predict_layout(LayoutRequest(crop()))
    networks.map_damage(DamageRequest(photo, 1.0))
    networks.generate_texture(texture_request())
    assert card.asked == []


def test_that_a_card_that_says_nothing_of_its_memory_is_tried(weights):
    card = Card(weights, None)
    assert lack_for_job(card, 10**15) is None
    assert processes_with_room(card) == MOST_PROCESSES


def test_that_as_many_processes_share_a_card_as_its_memory_has_room_for(weights):
    for free, count in ((0, 0), (process_bytes() - 1, 0), (process_bytes(), 1), (2 * process_bytes(), 2), (80 * GB, 2)):
        assert processes_with_room(Card(weights, free)) == count
    assert processes_with_room(TorchBackend(torch.device("cpu"), weights)) is None


def test_that_a_batch_on_a_card_with_little_memory_restores_fewer_at_once(weights, monkeypatch):
    from facerestore.batch import worker

    monkeypatch.setenv("FACERESTORE_WEIGHTS", str(weights))
    card = Card(weights, process_bytes())
    monkeypatch.setattr(backend_choice, "chosen_backend", lambda device="auto": card)
    hello = worker._hello(LocalNetworks(make=lambda device: Networks(backend=card)), ("layout",))
    assert isinstance(hello, Hello)
    assert hello.most_processes == 1


def test_that_a_card_without_room_for_one_process_leaves_the_work_to_the_processor(weights, monkeypatch):
    monkeypatch.setattr(backend_choice, "may_have_graphics", lambda: True)
    monkeypatch.setattr(backend_choice, "_on_graphics", lambda graphics, folder: Card(folder, 100 * 10**6))
    for device in ("auto", "cuda"):
        chosen = choose_backend(device, weights, probe=lambda target: Probed())
        assert not isinstance(chosen.backend, Card)
        assert "has 100 MB of free memory" in chosen.reason
        assert (chosen.note == chosen.reason) == (device == "cuda")


def test_that_what_pytorch_keeps_of_a_card_counts_as_free(monkeypatch):
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (3 * GB, 8 * GB))
    monkeypatch.setattr(torch.cuda, "memory_reserved", lambda device: 2 * GB)
    monkeypatch.setattr(torch.cuda, "memory_allocated", lambda device: GB)
    assert devices.free_bytes(torch.device("cuda")) == 4 * GB
    assert devices.free_bytes(torch.device("cpu")) is None


def test_that_a_card_too_full_to_be_asked_has_nothing_free_and_one_that_does_not_answer_is_not_known(monkeypatch):
    def refuse(device, words="CUDA error: out of memory"):
        raise RuntimeError(words)

    monkeypatch.setattr(torch.cuda, "mem_get_info", refuse)
    assert devices.free_bytes(torch.device("cuda")) == 0
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: refuse(device, "CUDA error: unknown"))
    assert devices.free_bytes(torch.device("cuda")) is None
