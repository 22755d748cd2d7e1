"""The check of the installation in the window: the real one in a process of its own, and what it says of faults."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication

from facerestore.jobs.installation_check import Finding, Section, Verdict
from facerestore_gui.dialogs.installation_check import InstallationCheckDialog


def lines(dialog):
    tree = dialog.tree
    tops = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[top.child(row).text(column) for column in range(3)] for top in tops for row in range(top.childCount())]


@pytest.fixture
def dialog(qtbot, shared_session):
    made = InstallationCheckDialog(shared_session.worker)
    qtbot.addWidget(made)
    yield made
    made.reject()


def test_that_an_installation_is_examined_beside_the_window_and_nothing_heavy_comes_into_it(qtbot, dialog):
    was_here = "torch" in sys.modules
    qtbot.waitUntil(lambda: dialog.copy.isEnabled(), timeout=120_000)
    assert ("torch" in sys.modules) == was_here
    said = {line[0]: line for line in lines(dialog)}
    assert said["networks run on"][1] == "good"
    assert "cpu" in said["networks run on"][2]
    assert said["png"][1:] == ["good", "can be read and written"]
    assert not dialog._busy.isVisible()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert all(f"[{state}] {name}: " in copied for name, state, _ in lines(dialog))


def test_that_a_fault_is_said_with_what_to_do(dialog):
    dialog.runner.cancel()
    broken = Finding(name="png", found="It is gone.", verdict=Verdict.BROKEN, advice="Install it.")
    scarce = Finding(name="memory", found="Little.", verdict=Verdict.ATTENTION, advice="Close something.")
    good = Finding(name="log", found="here")
    for findings, summary in (
        ((good, scarce, broken), "Something is broken"),
        ((good, scarce), "deserves attention"),
        ((good,), "Everything needed is here."),
    ):
        dialog.show_sections([Section(title="Weights", findings=findings)])
        assert summary in dialog.verdict.text()
        assert [line[1] for line in lines(dialog)] == [one.verdict.value for one in findings]
    dialog.show_sections([Section(title="Log", findings=(good,)), Section(title="Weights", findings=(good, broken))])
    assert lines(dialog)[2][2] == "It is gone.\nInstall it."
    tops = [dialog.tree.topLevelItem(row) for row in range(2)]
    assert [(top.text(1), top.isExpanded()) for top in tops] == [("good", False), ("broken", True)]


def test_that_a_check_that_is_closed_before_its_end_says_nothing(qtbot, shared_session):
    made = InstallationCheckDialog(shared_session.worker)
    qtbot.addWidget(made)
    made.reject()
    assert not made.runner.is_busy
    assert made.sections == []


def test_that_the_command_prints_the_same_checks(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.copy.isEnabled(), timeout=120_000)
    code = "import sys; from facerestore.cli.main import main; sys.exit(main(['doctor']))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    names = [one.name for section in dialog.sections for one in section.findings]
    assert all(f"{name}: " in printed.stdout for name in names)
    assert all(f"\n{section.title}\n" in f"\n{printed.stdout}" for section in dialog.sections)
