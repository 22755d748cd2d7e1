"""The translations as files: complete, in step with the sources, with the placeholders of what they translate."""

import ast
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator

from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values import errors
from facerestore_gui.look.languages import spoken_of
from facerestore_resources.translations import LANGUAGES, translation_file

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "gui"))
import update_translations  # noqa: E402

OTHERS = [language for language in LANGUAGES if language != "en"]
ENGINE_ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type)} | {UnsupportedPicture.__name__}


def messages(language):
    """(context, message element) of a .ts file."""
    root = ElementTree.parse(translation_file(language, ".ts")).getroot()
    return [(context.findtext("name"), one) for context in root.iter("context") for one in context.iter("message")]


def texts_of(message):
    """What a message is translated to, one for each form of the plural."""
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _name_of(function):
    """``damaged`` of ``UnsupportedPicture.damaged``."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def placeholders(text):
    return Counter(re.findall(r"\{[^{}]*\}|%n", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_entry_is_unfinished_gone_or_empty(language):
    found = messages(language)
    assert language == "en" or len(found) > 900
    for context, message in found:
        where = f"{context}: {message.findtext('source')}"
        assert "type" not in message.find("translation").attrib, where
        assert all(text.strip() for text in texts_of(message)), where


def test_that_the_sources_have_no_string_that_the_files_lack_and_no_fewer(tmp_path):
    for language in LANGUAGES:
        source = translation_file(language, ".ts")
        (tmp_path / source.name).write_bytes(source.read_bytes())
    update_translations.update(tmp_path)
    for language in LANGUAGES:
        source = translation_file(language, ".ts")
        assert (tmp_path / source.name).read_text("utf-8") == source.read_text("utf-8"), (
            "run gui/update_translations.py, and translate what is new"
        )


@pytest.mark.parametrize("language", OTHERS)
def test_that_a_translation_has_the_placeholders_of_its_source(language):
    for context, message in messages(language):
        wanted = placeholders(message.findtext("source"))
        for text in texts_of(message):
            assert placeholders(text) == wanted, f"{context}: {text}"


@pytest.mark.parametrize("language", OTHERS)
def test_that_a_translation_begins_and_ends_as_its_source_does(language):
    for context, message in messages(language):
        source = message.findtext("source")
        for text in texts_of(message):
            assert source.startswith(" ") == text.startswith(" "), f"{context}: {text}"
            assert source.endswith("...") == text.endswith("..."), f"{context}: {text}"
            assert ("&" in source) >= ("&" in text) or context == "Actions", f"{context}: {text}"


@pytest.mark.parametrize("language", OTHERS)
def test_that_the_compiled_file_says_what_its_source_says(language, tmp_path):
    kept, fresh = QTranslator(), QTranslator()
    update_translations.release(translation_file(language, ".ts"), tmp_path / "fresh.qm")
    assert kept.load(str(translation_file(language)))
    assert fresh.load(str(tmp_path / "fresh.qm"))
    for context, message in messages(language):
        source, comment = message.findtext("source"), message.findtext("comment")
        for number in (1, 2, 5) if message.get("numerus") else (-1,):
            said = kept.translate(context, source, comment, number)
            assert said in texts_of(message), f"{context}: {source}"
            assert said == fresh.translate(context, source, comment, number)


def test_that_an_error_of_the_engine_is_given_a_template_and_no_finished_sentence():
    """A finished sentence with values in it is in no table, and would stay English."""
    files = [path for path in (ROOT / "facerestore").rglob("*.py") if "cli" not in path.parts]
    # what a job on files says goes to the command line alone
    files = [path for path in files if path.parent.name != "jobs" or path.name in ("result_files.py", "worker.py")]
    for path in [*files, *(ROOT / "gui").rglob("*calculations.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _name_of(call.func) in ENGINE_ERRORS | {"damaged"}:
                given = [*call.args, *(keyword.value for keyword in call.keywords)]
                assert not any(isinstance(one, ast.JoinedStr) for one in given), f"{path}, line {call.lineno}"


def test_that_no_words_stand_around_the_values_of_an_f_string():
    """Those would be no template; words come from ``tr``, values from ``format``."""
    for path in (ROOT / "gui" / "facerestore_gui").rglob("*.py"):
        for one in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(one, ast.JoinedStr) and path.name not in ("icons.py", "theme.py"):
                parts = [part.value for part in one.values if isinstance(part, ast.Constant) and " " in part.value]
                words = set(re.findall("[A-Za-z]{2,}", " ".join(parts))) - {"facerestore", "nbsp"}
                assert not words, f"{path}, line {one.lineno}"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["de-AT", "de", "en"], "de"),
        (["de"], "de"),
        (["zh-Hans-CN", "zh"], "zh_CN"),
        (["zh-CN"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "zh_CN"),
        (["fr-CA"], "fr"),
        (["es-MX", "es-419", "es"], "es"),
        (["it-IT", "de-DE"], "de"),
        (["it-IT"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_that_the_first_language_of_the_system_that_is_spoken_is_taken(wanted, spoken):
    assert spoken_of(wanted) == spoken


def test_that_every_language_is_named_in_itself():
    for language, name in LANGUAGES.items():
        own = QLocale(language).nativeLanguageName()
        assert name.casefold() in own.casefold() or own.casefold() in name.casefold() or "English" in own
