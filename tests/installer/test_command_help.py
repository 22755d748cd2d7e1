"""Man pages and completions: what a terminal shows of the program."""

import argparse
import shutil
import subprocess

import pytest
from package.desktop import generate
from package.desktop.man_page import Page, man_page, subcommands

from facerestore.cli.commands import command_parser
from facerestore_gui import application

EPOCH = 1_800_000_000


def with_commands(parser):
    yield parser
    for command in subcommands(parser).values():
        yield from with_commands(command)


def options_of(parser):
    return {option for action in parser._actions for option in action.option_strings}


def shown(text, tmp_path):
    """A man page as a terminal shows it, and what was complained of."""
    if shutil.which("man") is None:
        pytest.skip("man is not installed")
    page = tmp_path / "page.1"
    page.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["man", "--warnings", "-l", page],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "200", "MAN_KEEP_FORMATTING": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("name", ["facerestore.1", "facerestore-gui.1"])
def test_that_a_page_is_shown_without_a_complaint(name, tmp_path):
    text, complaints = shown(generate.man_pages(EPOCH)[name], tmp_path)
    assert complaints == ""
    assert f"{name.removesuffix('.1')} - restore damaged portraits" in text


def test_that_the_page_names_every_command_and_option(tmp_path):
    text, _ = shown(generate.man_pages(EPOCH)["facerestore.1"], tmp_path)
    parsers = list(with_commands(command_parser()[0]))
    assert len(parsers) > 10
    for parser in parsers:
        assert f"   {parser.prog}\n" in text or parser.prog == "facerestore"
        for option in options_of(parser):
            assert option in text, (parser.prog, option)


def test_that_a_page_shows_each_letter_as_it_is(tmp_path):
    parser = argparse.ArgumentParser("x", description=".starts with a stop; it's a \\ `quoted' ~ ^ -- and -")
    parser.add_argument("--one", help="...continues")
    text, complaints = shown(man_page(parser, Page("x", "does", "1", EPOCH)), tmp_path)
    assert ".starts with a stop; it's a \\ `quoted' ~ ^ -- and -" in text
    assert "...continues" in text
    assert complaints == ""


def test_that_the_page_of_the_window_names_what_the_window_takes(capsys):
    with pytest.raises(SystemExit):
        application._parsed(["--help"])
    helped = capsys.readouterr().out
    options = options_of(generate.window_parser())
    assert len(options) > 4
    assert all(option in helped for option in options)


def test_that_pages_and_completions_are_the_same_every_time():
    assert generate.man_pages(EPOCH) == generate.man_pages(EPOCH)
    assert generate.completions() == generate.completions()


def bash_offers(script, line):
    words = line.split(" ")
    code = (
        'source "$0"; COMP_WORDS=("${@}"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); '
        '_shtab_facerestore "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return offered(["bash", "--norc", "-c", code, script, *words])


def fish_offers(script, line):
    return [
        one.partition("\t")[0]
        for one in offered(["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"])
    ]


def offered(command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return [line.strip() for line in done.stdout.splitlines()]


@pytest.fixture(params=["bash", "fish"])
def offers(request, tmp_path):
    place = {"bash": "bash-completion/completions/facerestore", "fish": "fish/vendor_completions.d/facerestore.fish"}
    script = tmp_path / "script"
    script.write_text(generate.completions()[place[request.param]], encoding="utf-8")
    ask = {"bash": bash_offers, "fish": fish_offers}[request.param]
    return lambda line: set(ask(script, line))


def test_that_every_command_is_completed(offers):
    parser = command_parser()[0]
    assert offers("facerestore ") >= set(subcommands(parser))
    assert offers("facerestore re") == {"restore", "restorers", "review"}
    assert offers("facerestore models ver") == {"verify"}


def test_that_options_are_completed_by_command(offers):
    for name, parser in subcommands(command_parser()[0]).items():
        long = {option for option in options_of(parser) if option.startswith("--")}
        assert offers(f"facerestore {name} --") >= long
    assert offers("facerestore restore --ov") == {"--overwrite"}
    assert "--watch" not in offers("facerestore restore --")


def test_that_choices_and_files_are_completed(offers, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photo.tif").touch()
    (tmp_path / "photos").mkdir()
    assert offers("facerestore restore --device c") == {"cpu", "cuda", "coreml"}
    assert offers("facerestore restore --mask photo.") == {"photo.tif"}
    # a file is no folder of photos
    assert {name.rstrip("/") for name in offers("facerestore batch pho")} == {"photos"}


@pytest.mark.parametrize(
    ("shell", "place"), [("zsh", "zsh/site-functions/_facerestore"), ("zsh", "zsh/site-functions/_facerestore-gui")]
)
def test_that_zsh_can_read_its_completions(shell, place, tmp_path):
    script = tmp_path / "script"
    script.write_text(generate.completions()[place], encoding="utf-8")
    assert offered([shell, "-n", str(script)]) == []
    assert script.read_text(encoding="utf-8").startswith("#compdef facerestore")
