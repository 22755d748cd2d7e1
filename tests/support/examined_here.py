"""The whole examination of an installation in the test's own process, where what it finds can be replaced."""

from facerestore.jobs.examination_process import ExaminationProcess


def examine_here(monkeypatch):
    monkeypatch.setattr(ExaminationProcess, "asked", lambda process, examine, limit_s: list(examine()))
