"""A share is written by one function: as English does by the engine, as the language of the window does by that."""

import ast
import pickle
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from facerestore.restoration.face_search import OUTSIDE
from facerestore.restoration.reference_search import not_comparable_note
from facerestore.values.percentage import Percentage
from facerestore.values.translatable_text import TranslatableText
from facerestore_gui.look.translation import engine_words, percentage

ROOT = Path(__file__).parents[3]
SOURCES = [*(ROOT / "facerestore").rglob("*.py"), *(ROOT / "gui" / "facerestore_gui").rglob("*.py")]
WRITERS = {ROOT / "facerestore/values/percentage.py", ROOT / "gui/facerestore_gui/look/translation.py"}
_SIGN_AFTER_VALUE = re.compile(r"\}\s?%|\d\s%")
"""Of a template, and of a figure with a space before the sign, which English has not."""


class Spaced(QTranslator):
    """A language that writes percentages as French does, and nothing else of its own."""

    def isEmpty(self):
        return False

    def translate(self, context, text, comment=None, number=-1):
        return "{number}\u202f%" if (context, text) == ("Percentages", "{number}%") else None


@pytest.fixture
def french(qapp):
    before, translator = QLocale(), Spaced()
    QLocale.setDefault(QLocale("fr"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


def written_shares(path):
    """Lines of a source that write a percentage of a value by themselves."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        match one:
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec)), *_])):
                if spec.endswith("%") and "%Y" not in spec and ":%" not in spec:
                    yield one.lineno
            case ast.JoinedStr(values=parts):
                for value, after in pairwise(parts):
                    is_text = isinstance(after, ast.Constant) and re.match(r"\s?%", str(after.value))
                    if isinstance(value, ast.FormattedValue) and is_text:
                        yield one.lineno
            case ast.Constant(value=str(text)) if id(one) not in documentation and _SIGN_AFTER_VALUE.search(text):
                yield one.lineno


def test_that_no_source_writes_a_percentage_by_itself():
    found = {
        f"{path.relative_to(ROOT)}:{line}" for path in SOURCES if path not in WRITERS for line in written_shares(path)
    }
    assert not found


@pytest.mark.parametrize(
    "written", ['f"{share:.0%}"', 'f"{100 * share:.0f} %"', 'text = "{share}% of it"', 'x = "85 %"']
)
def test_that_a_percentage_that_is_written_in_place_is_noticed(tmp_path, written):
    source = tmp_path / "panel.py"
    source.write_text(f"made = str({written.removeprefix('text = ').removeprefix('x = ')})\n")
    assert list(written_shares(source))


def test_that_english_writes_no_space(qapp):
    assert percentage(0.42) == "42%"
    assert percentage(64.0) == "6400%"


@given(share=st.floats(0, 100), decimals=st.integers(0, 2))
def test_that_engine_and_window_write_one_figure(qapp, share, decimals):
    assert percentage(share, decimals=decimals) == Percentage(share, decimals=decimals)


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (TranslatableText(OUTSIDE, share=Percentage(0.75)), ["75\u202f%"]),
        (not_comparable_note(0.615), ["62\u202f%", "\u202f%)"]),
        (TranslatableText("{share} of it.", share=Percentage(0.0125, decimals=2)), ["1,25\u202f%"]),
    ],
)
def test_that_the_engines_sentences_write_it_as_the_window_does(sentence, said):
    words = engine_words(pickle.loads(pickle.dumps(sentence)))
    assert all(one in words for one in said)
    assert not re.search(r"\d ?%", words)
