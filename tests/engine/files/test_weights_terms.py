"""What the networks may be used for, as their cards say, and that it is told once."""

import json

import pytest

from facerestore.cli.main import main
from facerestore.cli.terms import tell_terms
from facerestore.files.weights_terms import NetworkTerms, is_known, network_terms, note_known, terms_sentence


def terms(text, name="one.base", sha256="1"):
    return NetworkTerms(name=name, sha256=sha256, data=("faces",), terms=text)


def test_that_the_strictest_terms_are_told_with_all_that_asks_for_them():
    networks = [
        terms("non-commercial research only, as the terms of CelebAMask-HQ, LFW and MEBeauty ask"),
        terms("non-commercial research only, as the terms of LFW and CelebA ask"),
        terms("public domain (CC0 1.0), Davis King"),
    ]
    sentence = terms_sentence(networks)
    assert "non-commercial research only" in sentence
    assert sentence.endswith(": CelebAMask-HQ, LFW, MEBeauty, CelebA.")
    assert terms_sentence(networks[2:]) == "The terms of the networks: public domain (CC0 1.0), Davis King."


def test_that_the_networks_of_the_program_have_terms_and_name_what_forbids_paid_work():
    networks = network_terms()
    assert len(networks) >= 6
    assert all(one.terms != "not stated" and one.data for one in networks)
    assert "CelebAMask-HQ" in terms_sentence(networks)


def test_that_what_was_read_is_known_until_a_network_changes():
    networks = network_terms()
    assert not is_known("read", networks)
    note_known("read", networks)
    assert is_known("read", networks)
    assert not is_known("told", networks)
    note_known("told", networks)
    assert is_known("read", networks)
    assert not is_known("read", [*networks[1:], terms("free", networks[0].name, "other weights")])


def test_that_without_networks_there_is_nothing_to_know(tmp_path):
    assert network_terms(tmp_path) == ()
    assert is_known("read", ())


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"read": 3}', b"null"])
def test_that_a_memory_that_cannot_be_read_is_none(nobodys_home, content):
    note_known("read", network_terms())
    (file,) = nobodys_home.rglob("terms-of-networks.json")
    file.write_bytes(content)
    assert not is_known("read", network_terms())


def test_that_a_manifest_without_cards_has_terms_that_are_not_stated(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"weights": [{"network": "one", "sha256": "1"}]}))
    assert [one.terms for one in network_terms(tmp_path)] == ["not stated"]


def test_that_the_command_line_tells_it_once_and_of_networks_that_were_at_work(capsys):
    tell_terms(used=["of something else"])
    assert capsys.readouterr().err == ""
    tell_terms(used=[network_terms()[0].sha256])
    assert capsys.readouterr().err.count("non-commercial") == 1
    tell_terms()
    assert capsys.readouterr().err == ""


def test_that_models_terms_says_what_each_network_learnt_from(capsys):
    assert main(["models", "terms"]) == 0
    out = capsys.readouterr().out
    for one in network_terms():
        assert f"{one.name}: {one.terms}" in out
        assert all(f"learnt from {text}" in out for text in one.data)
