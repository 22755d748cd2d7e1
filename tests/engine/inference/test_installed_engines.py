"""Which devices are offered: those whose library is installed and whose driver is there."""

import sys

import pytest

from facerestore.inference import installed_engines
from facerestore.inference.installed_engines import has_cuda_by_onnx, installed_devices, version_of


@pytest.fixture
def computer(monkeypatch):
    """Sets up what is installed: packages, a driver, a Mac."""

    def of(*packages, nvidia=False, platform="linux", networks=True):
        monkeypatch.setattr(installed_engines, "_version", lambda package: "1.2" if package in packages else None)
        monkeypatch.setattr(installed_engines, "has_torch", lambda: "torch" in packages)
        monkeypatch.setattr(installed_engines, "has_nvidia_driver", lambda: nvidia)
        monkeypatch.setattr(installed_engines, "may_have_graphics", lambda: nvidia or platform == "darwin")
        monkeypatch.setattr(installed_engines, "is_mac_with_metal", lambda: platform == "darwin")
        monkeypatch.setattr(installed_engines, "onnx_problem", lambda folder: None if networks else "none exported")
        monkeypatch.setattr(sys, "platform", platform)
        return installed_devices()

    return of


def test_that_the_processor_is_always_offered_and_what_is_not_there_never(computer):
    assert computer() == ("auto", "cpu")
    assert computer("torch") == ("auto", "cpu")
    assert computer("torch", "onnxruntime") == ("auto", "cpu", "onnx")
    assert computer("torch", "onnxruntime", networks=False) == ("auto", "cpu")


def test_that_a_card_of_nvidia_is_offered_with_pytorch_or_the_build_of_onnx_runtime_for_it(computer):
    assert computer("torch", nvidia=True) == ("auto", "cpu", "cuda")
    assert computer("onnxruntime", nvidia=True) == ("auto", "cpu", "onnx")
    assert computer("onnxruntime", "onnxruntime-gpu", nvidia=True) == ("auto", "cpu", "onnx", "cuda")
    assert has_cuda_by_onnx()
    assert version_of("onnxruntime") == "onnxruntime-gpu 1.2"
    computer("onnxruntime", "onnxruntime-gpu", nvidia=False)
    assert not has_cuda_by_onnx()


def test_that_windows_and_the_mac_offer_their_own(computer):
    assert computer("onnxruntime-directml", platform="win32") == ("auto", "cpu", "onnx", "directml")
    assert computer("onnxruntime", platform="darwin") == ("auto", "cpu", "onnx", "coreml")
    assert computer("torch", "onnxruntime", platform="darwin") == ("auto", "cpu", "onnx", "mps", "coreml")
