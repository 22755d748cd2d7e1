"""A graphics device is trusted after both stages ran on it and gave what the processor gives, and not before."""

import json
import logging
import os
import subprocess
import sys
import time

import psutil
import pytest
import torch
from examined_here import examine_here
from probed_devices import DrawnDetector, drawn_backend, elsewhere, half_precise, without_kernel
from tiny_weights import write_tiny_weights

from facerestore.cli.main import main
from facerestore.files.user_dirs import probes_file
from facerestore.inference import backend_choice, graphics_driver
from facerestore.inference.backend_choice import choose_backend
from facerestore.inference.backends.torch.backend import TorchBackend
from facerestore.inference.device_probe import Expected, Probed, probed
from facerestore.inference.loaded_networks import Networks
from facerestore.inference.probe_memory import forget, remember, remembered
from facerestore.inference.probe_process import ProbeTarget, probe_in_process
from facerestore.restoration.backend import Ready
from facerestore.values.errors import UsageError


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    return write_tiny_weights(tmp_path_factory.mktemp("weights"))


@pytest.fixture
def card(monkeypatch):
    """A computer with a driver, whose card is the processor in disguise; returns the names of its cards."""
    cards = ["NVIDIA driver 570.1, Card A"]
    monkeypatch.setattr(backend_choice, "may_have_graphics", lambda: True)
    monkeypatch.setattr(backend_choice, "driver_and_cards", lambda: cards[0])
    monkeypatch.setattr(
        backend_choice, "_on_graphics", lambda graphics, folder: TorchBackend(torch.device("cpu"), folder)
    )
    return cards


class Probe:
    """Answers what it was made with, and counts how often it was asked."""

    def __init__(self, **answer):
        self.answer, self.asked = Probed(**answer), []

    def __call__(self, target):
        self.asked.append(target.device)
        return self.answer


def compared(device):
    return probed(drawn_backend(device, None), Expected.by(drawn_backend("cpu", None)))


def test_that_a_device_that_answers_as_the_processor_does_is_right():
    assert compared("right") == Probed()


def test_that_the_small_differences_of_half_precision_are_right():
    for stage in ("layout", "texture", "borrowing"):
        found = compared(f"half_precise at {stage}")
        assert not found.problem
        assert 0 < found.apart < 0.001


@pytest.mark.parametrize("stage", ["layout", "texture", "borrowing"])
@pytest.mark.parametrize(
    ("device", "words"),
    [("without_kernel", "no kernel image"), ("not_a_number", "no number"), ("elsewhere", "is off by")],
)
def test_that_a_device_is_refused_for_what_any_stage_does(device, words, stage):
    found = compared(f"{device} at {stage}")
    assert words in found.problem
    assert "\n" not in found.problem
    assert not found.passes


def test_that_a_device_is_tried_by_the_detector_where_the_weights_have_no_stages():
    expected = Expected.by(DrawnDetector())
    assert probed(DrawnDetector(), expected) == Probed()
    assert 0 < probed(DrawnDetector("detection", half_precise), expected).apart < 0.001
    assert "the detector is off by" in probed(DrawnDetector("detection", elsewhere), expected).problem
    assert "no kernel image" in probed(DrawnDetector("detection", without_kernel), expected).problem


def test_that_too_little_memory_is_a_problem_that_passes():
    assert compared("full at texture").passes


def test_that_a_fault_of_the_processor_is_not_the_devices():
    with pytest.raises(RuntimeError, match="no kernel"):
        Expected.by(drawn_backend("without_kernel at layout", None))


def test_that_networks_of_pytorch_are_tried_with_all_that_they_do(weights):
    backend = TorchBackend(torch.device("cpu"), weights)
    assert probed(backend, Expected.by(TorchBackend(torch.device("cpu"), weights))).problem == ""
    assert {"layout", "texture"} <= set(backend.weight_hashes)


def tried(device, **limit):
    return probe_in_process(ProbeTarget(device=device, factory="probed_devices:drawn_backend"), **limit)


def test_that_a_process_of_its_own_says_what_became_of_the_device():
    assert tried("right") == Probed()
    refused = tried("without_kernel at texture")
    assert "no kernel image" in refused.problem
    assert not refused.passes


def test_that_a_device_that_ends_its_process_is_refused():
    assert "ended with" in tried("crashing at layout").problem


@pytest.mark.parametrize("device", ["hanging", "hanging at layout"])
def test_that_a_device_that_hangs_is_refused_after_the_limit_and_its_process_is_gone(device):
    before = set(psutil.Process().children())
    found = tried(device, limit_s=2)
    assert "it gave no answer within" in found.problem
    assert not found.passes
    assert set(psutil.Process().children()) <= before


def test_that_a_busy_processor_is_not_taken_for_a_device_that_hangs():
    found = tried("right", processor_limit_s=0.01)
    assert "the processor gave no answer" in found.problem
    assert found.passes


def test_that_a_device_that_is_not_there_is_remembered_as_such():
    found = tried("absent")
    assert "not available" in found.problem
    assert not found.passes


def test_that_the_process_ends_with_the_one_that_started_it():
    device = {"factory": "probed_devices:drawn_backend", "device": "hanging at layout"}
    asked = json.dumps({**device, "weights_dir": None, "packages": None})
    starter = (
        "import subprocess, sys; child = subprocess.Popen([sys.executable, '-m', 'facerestore.inference.probe_child', "
        f"{asked!r}]); print(child.pid, flush=True); sys.stdin.read(1)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", starter],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as parent:
        child = psutil.Process(int(parent.stdout.readline()))
        assert child.is_running()
        time.sleep(3)  # it hangs in its stage by then
        parent.kill()
    psutil.wait_procs([child], timeout=20)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_that_a_device_that_is_right_is_taken_and_tried_once_only(weights, card):
    probe = Probe(apart=0.001)
    for _ in range(2):
        chosen = choose_backend("auto", weights, probe=probe)
        assert "was tried" in chosen.reason
        assert chosen.note == ""
    assert probe.asked == ["cuda by torch"]


def test_that_another_card_driver_library_or_program_is_tried_anew(weights, card, monkeypatch):
    probe = Probe()
    choose_backend("auto", weights, probe=probe)
    card[0] = "NVIDIA driver 570.1, Card B"
    choose_backend("auto", weights, probe=probe)
    monkeypatch.setattr(backend_choice, "version_of", lambda library: f"{library} 99.0")
    choose_backend("auto", weights, probe=probe)
    monkeypatch.setattr(backend_choice, "__version__", "99.0")
    choose_backend("auto", weights, probe=probe)
    assert len(probe.asked) == 4
    choose_backend("auto", weights, probe=probe)
    assert len(probe.asked) == 4


def test_that_a_refused_device_leaves_the_work_to_the_processor_and_says_why(weights, card, caplog):
    probe = Probe(problem="no kernel image is available")
    with caplog.at_level(logging.WARNING):
        chosen = choose_backend("auto", weights, probe=probe)
    assert chosen.backend.device_name.startswith("cpu (")
    assert "no kernel image" in chosen.reason
    assert "no kernel image" in caplog.text
    assert chosen.note == ""  # nobody asked for it
    assert choose_backend("auto", weights, probe=probe).reason == chosen.reason
    assert len(probe.asked) == 1


def test_that_who_named_a_refused_device_is_told(weights, card, monkeypatch):
    monkeypatch.setattr(backend_choice, "probe_in_process", Probe(problem="it gives what is no number"))
    ready = Ready.of(Networks(device="cuda", weights_dir=weights))
    assert ready.device_name.startswith("cpu (")
    assert "no number" in ready.device_note
    assert ready.device_note == ready.device_reason


def test_that_a_device_that_is_not_there_is_not_tried(weights, monkeypatch):
    probe = Probe()
    for device in ("cuda:77", "mps"):
        with pytest.raises(UsageError, match=device):
            choose_backend(device, weights, probe=probe)
    monkeypatch.setattr(backend_choice, "may_have_graphics", lambda: False)
    assert choose_backend("auto", weights, probe=probe).backend.device_name.startswith("cpu (")
    assert probe.asked == []


def test_that_full_memory_is_not_remembered(weights, card):
    probe = Probe(problem="too little free memory", passes=True)
    for _ in range(2):
        choose_backend("auto", weights, probe=probe)
    assert len(probe.asked) == 2


def test_that_what_is_remembered_survives_what_is_no_record_of_it(tmp_path):
    file = tmp_path / "devices.json"
    for spoilt in (b"", b"[1]", b'{"a": 1}', b'{"a": {"problem": ""}}', b"\xff"):
        file.write_bytes(spoilt)
        assert remembered("a", file) is None
    for number in range(30):
        remember(f"device {number}", Probed(problem=str(number)), file)
    assert remembered("device 29", file) == Probed(problem="29")
    assert remembered("device 0", file) is None
    forget(file)
    forget(file)
    assert remembered("device 29", file) is None


def test_that_a_place_that_cannot_be_written_costs_a_second_try_only(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    remember("a", Probed(), tmp_path / "file" / "devices.json")
    assert remembered("a", tmp_path / "file" / "devices.json") is None


def test_that_the_doctor_says_why_the_processor_is_used_and_tries_again_when_asked(weights, card, monkeypatch, capsys):
    examine_here(monkeypatch)
    monkeypatch.setenv("FACERESTORE_WEIGHTS", str(weights))
    probe = Probe(problem="no kernel image is available")
    monkeypatch.setattr(backend_choice, "probe_in_process", probe)
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "no kernel image" in said
    assert "deserves attention" in said
    assert probes_file().exists()
    main(["doctor"])
    assert len(probe.asked) == 1
    main(["doctor", "--probe"])
    assert len(probe.asked) == 2


def test_that_a_computer_without_a_graphics_card_has_no_driver_and_no_free_memory_on_it(monkeypatch):
    def absent(name):
        raise OSError(name)

    monkeypatch.setattr(graphics_driver.ctypes, "CDLL", absent)
    assert not graphics_driver.has_nvidia_driver()
    assert graphics_driver.free_nvidia_bytes() is None
    assert graphics_driver.driver_and_cards()


def test_that_driver_cards_and_free_memory_are_read_from_the_driver(monkeypatch):
    class Driver:
        """Stands for NVIDIA's management library."""

        def nvmlInit_v2(self):
            return 0

        def nvmlShutdown(self):
            return 0

        def nvmlDeviceGetCount_v2(self, count):
            count._obj.value = 2
            return 0

        def nvmlDeviceGetHandleByIndex_v2(self, index, handle):
            handle._obj.value = index.value + 1
            return 0

        def nvmlDeviceGetName(self, handle, place, length):
            place.value = f"Card {handle.value}".encode()
            return 0

        def nvmlSystemGetDriverVersion(self, place, length):
            place.value = b"570.1"
            return 0

        def nvmlDeviceGetMemoryInfo(self, handle, memory):
            memory._obj.free = 3 * 2**30
            return 0

    monkeypatch.setattr(graphics_driver.ctypes, "CDLL", lambda name: Driver())
    assert graphics_driver.driver_and_cards() == "NVIDIA driver 570.1, Card 1, Card 2"
    assert graphics_driver.free_nvidia_bytes() == 3 * 2**30


def test_that_the_programs_own_backends_are_compared_in_the_process(weights):
    factory = f"{backend_choice.__name__}:{backend_choice.backend_to_try.__name__}"
    found = probe_in_process(ProbeTarget(device="cpu by torch", factory=factory, weights_dir=weights))
    assert found == Probed()
    # there is no such card here, or a right one
    found = probe_in_process(ProbeTarget(device="cuda:77 by torch", factory=factory, weights_dir=weights))
    assert "cuda:77" in found.problem
