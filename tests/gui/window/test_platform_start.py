"""The start of Qt where something of the system lacks."""

import sys

import pytest

from facerestore_gui.platform_start import lacking_library


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings all that its window needs")
class TestALibraryThatLacks:
    def test_that_it_is_named(self, monkeypatch, tmp_path):
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
        broken = tmp_path / "libbroken.so"
        broken.write_bytes(b"no library")
        reason = lacking_library(broken)
        assert reason is not None
        assert "libbroken.so" in reason

    def test_that_it_is_not_blamed_where_another_platform_is_asked_for(self, monkeypatch, tmp_path):
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        broken = tmp_path / "libbroken.so"
        broken.write_bytes(b"no library")
        assert lacking_library(broken) is None

    def test_that_a_plugin_that_is_not_there_is_no_reason(self, monkeypatch, tmp_path):
        monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
        assert lacking_library(tmp_path / "libnone.so") is None
