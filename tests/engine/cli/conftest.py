"""The commands with an networks without networks."""

import pytest
from fake_backend import FakeNetworks

from facerestore.batch import crews as crews_module
from facerestore.batch.crew import LocalCrew
from facerestore.files.user_dirs import stop_log
from facerestore.files.weights_terms import network_terms, note_known
from facerestore.restoration import local as local_module


@pytest.fixture(autouse=True)
def closed_log():
    yield
    stop_log()


@pytest.fixture
def fake(monkeypatch):
    """The networks that the commands get; its fields may be changed. They have no terms, and so none are told."""
    note_known("told", network_terms())
    networks = FakeNetworks()
    networks.devices = []

    def made(*, device):
        networks.devices.append(device)
        return networks

    monkeypatch.setattr(local_module, "LocalNetworks", made)
    # a batch works in this process too, where the fakes are
    monkeypatch.setattr(crews_module, "ProcessCrew", lambda settings, size: LocalCrew(made(device=settings.device)))
    return networks
