"""Man pages from an argparse parser.

Written here because argparse-manpage 4.8 loses what stands after a line that begins with a full stop, and writes
neither a NAME that ``whatis`` finds nor a synopsis that can be broken into lines.
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

Section = tuple[str, Sequence[str]]
"""A heading, and paragraphs of roff."""

_LETTERS: Final = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"}


class Page(NamedTuple):
    """What a man page says besides its parser. ``summary``: one line for ``whatis``; ``more``: sections at the end."""

    name: str
    summary: str
    version: str
    epoch: int
    more: Sequence[Section] = ()


def man_page(parser: argparse.ArgumentParser, page: Page) -> str:
    """The page's roff source, section 1."""
    date = datetime.fromtimestamp(page.epoch, UTC).date().isoformat()
    title = f'.TH {page.name.upper()} 1 {date} "facerestore {page.version}" "User Commands"'
    lines = [title, ".ad l", ".nh"]
    lines += [".SH NAME", f"{plain(page.name)} \\- {plain(page.summary)}"]
    lines += [".SH SYNOPSIS", _synopsis(parser)]
    lines += [".SH DESCRIPTION", plain(parser.description or page.summary)]
    lines += _arguments(parser, heading=".SH")
    commands = _commands(parser)
    if commands:
        lines.append(".SH COMMANDS")
        for command, words in commands:
            lines += _command(command, words)
    if parser.epilog:
        lines += [".SH NOTES", plain(parser.epilog)]
    for heading, paragraphs in page.more:
        lines += [f".SH {heading}", *paragraphs]
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """Text as roff shows it unchanged, on one line."""
    line = "".join(_LETTERS.get(letter, letter) for letter in " ".join(text.split()))
    # a line that begins with a full stop would be a command
    return f"\\&{line}" if line.startswith(".") else line


def entry(term: str, text: str) -> str:
    """A paragraph with a term in bold before it."""
    return f".TP\n.B {plain(term)}\n{plain(text)}"


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of a parser's commands, by name."""
    return {name: command for action in _choosers(parser) for name, command in action.choices.items()}


def _choosers(parser: argparse.ArgumentParser) -> "Iterator[argparse._SubParsersAction[argparse.ArgumentParser]]":
    return (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def _commands(parser: argparse.ArgumentParser) -> list[tuple[argparse.ArgumentParser, str]]:
    """Each command with the words that the list of commands has for it."""
    return [
        (action.choices[listed.dest], listed.help or "")
        for action in _choosers(parser)
        for listed in action._choices_actions
    ]


def _command(parser: argparse.ArgumentParser, words: str) -> list[str]:
    lines = [f".SS {plain(parser.prog)}", plain(f"{words[:1].upper()}{words[1:]}.")]
    if not parser._actions:
        return [*lines, ".PP", f"{plain(parser.prog)} \\-\\-help lists its commands and options."]
    lines += [".PP", _synopsis(parser)]
    # what the list of commands says already is not said twice
    if parser.description and words not in parser.description:
        lines += [".PP", plain(parser.description)]
    lines += _arguments(parser)
    for command, inner in _commands(parser):
        lines += _command(command, inner)
    if parser.epilog:
        lines += [".PP", plain(parser.epilog)]
    return lines


def _synopsis(parser: argparse.ArgumentParser) -> str:
    program, _, rest = " ".join(parser.format_usage().split()).removeprefix("usage: ").partition(f"{parser.prog}")
    return f".B {plain(program + parser.prog)}\n{plain(rest)}"


def _arguments(parser: argparse.ArgumentParser, heading: str = "") -> list[str]:
    formatter = parser._get_formatter()
    listed = [
        action
        for action in parser._actions
        if action.help is not argparse.SUPPRESS and not isinstance(action, argparse._SubParsersAction)
    ]
    entries = [
        entry(formatter._format_action_invocation(action), formatter._expand_help(action) if action.help else "")
        for action in listed
    ]
    return [f"{heading} OPTIONS", *entries] if heading and entries else entries
