"""``facerestore restorers``: the ways to restore, and what each is good for."""

import argparse
import textwrap

from facerestore.restoration.restorers import RESTORERS

_WIDTH = 100


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    words = "list the ways to restore: what each is good for, what it reads, and whether it is installed"
    parser = subparsers.add_parser("restorers", help=words, description=words)
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    from facerestore.restoration.restorer_cards import card_of

    for one in RESTORERS.values():
        print(f"{one.name}  ({one.title})")
        for sentence in card_of(one):
            print(textwrap.fill(sentence, _WIDTH, initial_indent="    ", subsequent_indent="      "))
        print()
    return 0
