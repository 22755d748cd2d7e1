"""``models`` and ``doctor``: what is installed, and what is wrong with it."""

import json
import sys

from examined_here import examine_here

from facerestore.cli.main import main
from facerestore.files.user_dirs import log_file


def test_that_models_are_listed_and_a_damaged_one_is_found(tmp_path, capsys):
    from tiny_weights import TINY, write_tiny_weights

    folder = write_tiny_weights(tmp_path / "weights")
    assert main(["models", "list", "--weights-dir", str(folder)]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in listed} == {f"{name}.base" for name in TINY}
    assert main(["models", "verify", "--weights-dir", str(folder)]) == 0
    capsys.readouterr()
    (folder / f"{TINY[1]}.safetensors").write_bytes(b"")
    assert main(["models", "verify", "--weights-dir", str(folder)]) == 1
    verdicts = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert sorted(verdicts) == ["DAMAGED", *["ok"] * (len(TINY) - 1)]


def test_that_the_doctor_speaks_even_where_the_networks_cannot_be_read(monkeypatch, capsys):
    examine_here(monkeypatch)
    monkeypatch.setitem(sys.modules, "facerestore.inference.backends.torch.networks", None)
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "!! examination failed" in out
    assert "torch: " in out
    assert str(log_file()) in out


def test_that_the_doctor_names_a_task_without_a_network(monkeypatch, tmp_path, capsys):
    from tiny_weights import write_tiny_weights

    folder = write_tiny_weights(tmp_path / "weights")
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["weights"] = [entry for entry in manifest["weights"] if "texture" not in entry["network"]]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    monkeypatch.setenv("FACERESTORE_WEIGHTS", str(folder))
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "!! texture: no network is installed" in out
    assert out.count("!!") == 2  # there, and in the last sentence
