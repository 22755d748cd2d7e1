"""The command of a batch, and batches that are watched, with networks that are none."""

import pytest
from fake_backend import FakeNetworks

from facerestore.batch import crews as crews_module
from facerestore.batch.crew import LocalCrew
from facerestore.files.user_dirs import stop_log


@pytest.fixture
def fake(monkeypatch):
    """The networks that batches get; its fields may be changed. They work in this process."""
    networks = FakeNetworks()
    monkeypatch.setattr(crews_module, "ProcessCrew", lambda settings, size: LocalCrew(networks))
    yield networks
    stop_log()
