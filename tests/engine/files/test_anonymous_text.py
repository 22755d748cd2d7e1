"""What exceptions and the log say names no file and no person, whatever they are called, and says what went wrong."""

import ast
import logging
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.files import anonymous_text
from facerestore.files.anonymous_text import LEFT_OUT, exception_text, known_names, log_text, without_names
from facerestore.files.reading import read_photo
from facerestore.values.errors import FaceRestoreError, PhotoUnreadable
from facerestore.values.translatable_text import TranslatableText

ROOT = Path(__file__).parents[3]

# letters that are in no word of the program, so that whatever of them is found was part of a path
LETTERS = st.text("ЖЩ蛇猫ØÞ9 -_'\"()[]#%&{}$\n", min_size=1, max_size=12)
NAMES = st.builds(lambda first, rest: first + rest, st.sampled_from("ЖЩ蛇猫ØÞ"), LETTERS)
SUFFIXES = st.sampled_from([".tif", ".png", ".JPEG", ".facerestore", ".jxl"])
PATHS = st.builds(
    lambda root, parts, name, suffix: root + "".join(f"{part}{root[-1]}" for part in parts) + name + suffix,
    st.sampled_from(["/", "/home/", "~/", "C:\\", "\\\\", "./"]),
    st.lists(NAMES, max_size=3),
    NAMES,
    SUFFIXES,
)
FILES = st.one_of(PATHS, st.builds(lambda name, suffix: name + suffix, NAMES, SUFFIXES))


def raised_by(action):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
        action()
    return caught.value


def wrapped(path):
    """A fault that names a file, handled by one that names it too."""
    try:
        with open(path, "rb") as stream:
            stream.read()
    except (OSError, ValueError) as error:
        raise RuntimeError(f"Could not read {path} after 3 tries") from error


def by_library(path):
    """Libraries put what they are given into what they say, quoted or not."""
    return raised_by(
        {
            0: lambda: int(path),
            1: lambda: {}[path],
            2: lambda: np.dtype(path),
            3: lambda: zlib.decompress(path),
            4: lambda: getattr(zlib, path),
            5: lambda: path.encode("ascii"),
        }[sum(path.encode("utf-8", "replace")) % 6]
    )


def assert_names_nothing(text, path):
    for character in "ЖЩ蛇猫ØÞ":
        assert character not in text, text
    assert path not in text


@given(FILES)
def test_that_no_path_survives_in_what_an_exception_says(path):
    assert_names_nothing(exception_text(raised_by(lambda: wrapped(path))), path)
    assert_names_nothing(exception_text(by_library(path)), path)
    assert_names_nothing(exception_text(PhotoUnreadable(path, f"{path} is no picture.")), path)
    sentence = TranslatableText("The weights file {file} cannot be read.", file=path)
    assert_names_nothing(exception_text(FaceRestoreError(sentence)), path)


@given(FILES)
def test_that_no_path_survives_in_an_entry_of_the_log(path):
    error = raised_by(lambda: wrapped(path))
    for template, values in (("%s: %s", (path, error)), ("opened %s, %d px", (path, 12)), ("done", ())):
        record = logging.LogRecord("facerestore", logging.INFO, "x.py", 1, template, values, None)
        assert_names_nothing(log_text(record), path)
    record = logging.LogRecord("facerestore", 40, "x.py", 1, "Unexpected", (), (type(error), error, None))
    assert_names_nothing(log_text(record), path)


def test_that_what_the_program_says_itself_stays():
    path = "/".join(["/home", "anna", "Tante Erna.tif"])  # not as it stands here, which would be a source's own
    text = exception_text(raised_by(lambda: wrapped(path)))
    assert "FileNotFoundError: [Errno 2] No such file or directory" in text
    assert f"RuntimeError: Could not read {LEFT_OUT} after 3 tries" in text
    assert "in wrapped" in text
    assert "stream.read()" not in text  # the line that failed, and no other
    assert anonymous_text._CAUSED in text


def test_that_an_attribute_that_is_missing_is_named_as_it_stands_in_the_source():
    assert exception_text(raised_by(lambda: None.crop)).endswith(
        "AttributeError: NoneType object has no attribute crop"
    )


def test_that_a_module_is_named_and_no_folder_of_it(tmp_path):
    text = exception_text(raised_by(lambda: read_photo(tmp_path / "nothing.png")))
    assert "  facerestore.files." in text
    assert str(ROOT) not in text
    assert str(tmp_path) not in text


def test_that_numbers_of_an_entry_stay_and_its_texts_go():
    record = logging.LogRecord(
        "facerestore", 20, "x.py", 1, "%s ended after %d s, %s", ("Erna", 7, KeyError("x")), None
    )
    assert log_text(record) == f"{LEFT_OUT} ended after 7 s, KeyError"


def test_that_an_endless_chain_of_causes_ends():
    first, second = ValueError("one"), ValueError("two")
    first.__cause__, second.__cause__ = second, first
    assert exception_text(first).count("ValueError") == 2


def test_that_known_names_go_as_whole_words_whatever_their_case(monkeypatch):
    monkeypatch.setenv("USER", "erna")
    names = known_names([Path("/scans/Tante Anna/Hochzeit.tif")])
    text = without_names("ERNA opened Hochzeit.tif of Tante Anna, and internally erna's", names)
    assert text == "<name> opened <name> of <name>, and internally <name>'s"


def test_that_every_entry_of_the_log_has_a_constant_sentence():
    """Else what a person calls things could stand in it."""
    seen = 0
    for folder in ("facerestore", "gui", "models", "resources"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"), attr=name), args=[first, *_]):
                        assert isinstance(first, ast.Constant), f"{path}: _log.{name}"
                        seen += 1
    assert seen > 20
