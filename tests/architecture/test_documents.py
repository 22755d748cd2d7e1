"""What the documents say about the tree is true."""

import re
import tomllib
from pathlib import Path

import pytest

import facerestore

ROOT = Path(__file__).parents[2]
COMPONENTS = ("facerestore", "gui", "models", "training", "resources", "installer")


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("component", COMPONENTS)
def test_that_every_component_folder_explains_itself(component):
    assert len(text(f"{component}/README.md")) > 300


@pytest.mark.parametrize("document", ["README.md", *(f"{component}/README.md" for component in COMPONENTS)])
def test_that_every_path_that_a_document_links_to_exists(document):
    folder = (ROOT / document).parent
    for target in re.findall(r"\]\(([^)#]+)", text(document)):
        if not target.startswith("http"):
            assert (folder / target).exists(), f"{document} links to {target}"


def test_that_every_folder_of_the_readmes_map_exists_and_none_is_left_out():
    named = re.findall(r"^\| `([\w./]+)/` \|", text("README.md"), re.MULTILINE)
    assert named
    for folder in named:
        assert (ROOT / folder).is_dir(), folder
    there = {path.name for path in ROOT.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    there -= {name for name in there if name.startswith(".") or name in ("build", "dist")}
    assert there <= set(named)


def test_that_every_folder_of_the_engine_stands_in_its_readme():
    named = re.findall(r"^\| `([\w./]+)/` \|", text("facerestore/README.md"), re.MULTILINE)
    assert set(named) == {path.parent.name for path in (ROOT / "facerestore").glob("*/__init__.py")}


def test_that_every_folder_of_the_window_stands_in_its_readme():
    rows = re.findall(r"^\| (.+?) \|", text("gui/README.md"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([\w./]+)/`", row)}
    assert named == {path.parent.name for path in (ROOT / "gui" / "facerestore_gui").glob("*/__init__.py")}


def test_that_every_command_of_the_readme_is_one_that_the_program_has():
    from facerestore.cli.commands import command_parser

    helped = command_parser()[0].format_help()
    commands = set(re.findall(r"^facerestore ([a-z]+)", text("README.md"), re.MULTILINE))
    assert commands
    for command in commands:
        assert re.search(rf"^    {command}\b", helped, re.MULTILINE), command


def test_that_the_program_and_its_package_have_one_version():
    assert tomllib.loads(text("pyproject.toml"))["project"]["version"] == facerestore.__version__


def test_that_every_dependency_is_pinned_except_torch():
    pinned = {line.split("==")[0] for line in text("installer/constraints.txt").splitlines() if "==" in line}
    project = tomllib.loads(text("pyproject.toml"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        name = re.split(r"[<>=!;\[ ]", requirement)[0].lower().replace("_", "-")
        if name not in ("torch", "torchvision"):
            assert name in pinned, name


def test_that_torch_is_a_range_and_never_the_version_whose_builds_do_not_fit():
    lines = [line for line in text("installer/constraints.txt").splitlines() if line.startswith("torch")]
    assert len(lines) == 2
    assert all("==" not in line for line in lines)
