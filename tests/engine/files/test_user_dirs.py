import logging

import pytest

from facerestore.files import user_dirs


@pytest.fixture(autouse=True)
def closed_again():
    yield
    user_dirs.stop_log()


def test_that_engine_and_window_write_into_one_log(monkeypatch, tmp_path):
    monkeypatch.setattr(user_dirs, "log_file", lambda: tmp_path / "log" / "facerestore.log")
    path = user_dirs.start_log()
    assert user_dirs.start_log() == path
    logging.getLogger("facerestore.inference.loaded_networks").info("from the engine")
    logging.getLogger("facerestore_gui.tasks.worker_client").info("from the window")
    assert path.read_text().count("from the engine") == 1
    assert path.read_text().count("from the window") == 1


def test_that_a_log_that_cannot_be_written_is_none_and_no_error(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(user_dirs, "log_file", lambda: tmp_path / "file" / "facerestore.log")
    assert user_dirs.start_log() is None


def test_that_a_name_that_is_no_utf8_comes_into_the_log_escaped(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(user_dirs, "log_file", lambda: tmp_path / "facerestore.log")
    path = user_dirs.start_log()
    logging.getLogger("facerestore").warning("%s", "Gro\udcdfmutter.png")
    assert r"Gro\udcdfmutter.png" in path.read_text(encoding="utf-8")
    assert "Traceback" not in capsys.readouterr().err
