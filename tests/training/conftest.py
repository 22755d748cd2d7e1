"""What tests of training share: a run draws few holes, where a real one draws thousands before its first step."""

import pytest

from facerestore_training.kinds import data_options


@pytest.fixture(autouse=True)
def few_drawn_holes(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in data_options.HOLES:
        monkeypatch.setitem(data_options.HOLES, kind, 12)
