"""``facerestore restorers``."""

from facerestore.cli.main import main
from facerestore.restoration.restorer_cards import card_of
from facerestore.restoration.restorers import RESTORERS


def test_that_every_way_is_listed_with_its_card(capsys):
    assert main(["restorers"]) == 0
    printed = capsys.readouterr().out
    flat = " ".join(printed.split())
    for name, one in RESTORERS.items():
        assert f"{name} ({one.title})" in flat
        assert all(sentence in flat for sentence in card_of(one))
    assert max(map(len, printed.splitlines())) <= 100
