"""The commands with an engine without networks."""

import pytest
from fake_engine import FakeEngine

from facerestore.files.user_dirs import stop_log
from facerestore.jobs import engine as engine_module


@pytest.fixture(autouse=True)
def closed_log():
    yield
    stop_log()


@pytest.fixture
def fake(monkeypatch):
    """The engine that the commands get; its fields may be changed."""
    engine = FakeEngine()
    engine.devices = []

    def made(*, device):
        engine.devices.append(device)
        return engine

    monkeypatch.setattr(engine_module, "LocalEngine", made)
    return engine
