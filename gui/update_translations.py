"""Brings the translations in step with the sources: ``python gui/update_translations.py``.

``lupdate`` collects the marked strings of the window, and those of ``tables()``, which stand where no Qt may be; what
is new comes into the .ts files without a translation, what is gone goes. ``lrelease`` then makes the .qm files that
the program loads. Both come with PySide6.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from facerestore.restoration.restorers import RESTORERS
from facerestore.values.candidate_mix import PART_NAMES
from facerestore.values.damage_classes import CLASS_NAMES
from facerestore.values.face import POINT_NAMES
from facerestore_gui.actions.action_table import ACTIONS
from facerestore_gui.editing.candidate_selection import WHOLE_FACE
from facerestore_gui.keys.keys_without_action import KEYS_WITHOUT_ACTION
from facerestore_resources.face_classes import NAMES
from facerestore_resources.translations import LANGUAGES, translation_file

_ROOT: Final = Path(__file__).parents[1]
_WINDOW: Final = _ROOT / "gui" / "facerestore_gui"
_ENGINE: Final = _ROOT / "facerestore"
_NOT_FOR_THE_WINDOW: Final = (_ENGINE / "cli",)
_SENTENCE: Final = re.compile(r"[A-Z{][^\n]*[.?]")
_TITLE: Final = re.compile(r"[A-Z][^\n]*")
_FOR_PROGRAMMERS: Final = frozenset({"ValueError", "TypeError", "KeyError", "AssertionError", "ArgumentTypeError"})


def tables() -> dict[str, list[str]]:
    """The strings by context that stand in no source of the window in a form that ``lupdate`` knows."""
    keys = [text for pair in KEYS_WITHOUT_ACTION for text in pair]
    found = {
        "Actions": [text for spec in ACTIONS for text in (spec.text, spec.tip)],
        "Menus": [spec.menu for spec in ACTIONS],
        "KeysWithoutAction": keys,
        "FaceClasses": list(NAMES),
        "FaceClassesInSentences": [name.lower() for name in NAMES],
        "DamageClasses": list(CLASS_NAMES.values()),
        "FacePoints": list(POINT_NAMES),
        "FaceParts": [WHOLE_FACE, *PART_NAMES],
        "Restorers": [one.title for one in RESTORERS.values()],
        # a sentence may name a way to restore
        "Engine": sorted({*engine_sentences(), *(one.title for one in RESTORERS.values())}),
    }
    return {context: [text for text in dict.fromkeys(texts) if text] for context, texts in found.items()}


def engine_sentences() -> Iterator[str]:
    """Every sentence and title that the engine, or a calculation of the window, may say to a person."""
    for path in [
        *_ENGINE.rglob("*.py"),
        *(_WINDOW / "background").glob("*.py"),
        _WINDOW / "tasks" / "worker_client.py",
    ]:
        if not any(path.is_relative_to(folder) for folder in _NOT_FOR_THE_WINDOW):
            yield from _sentences_in(ast.parse(path.read_text("utf-8")))


def _sentences_in(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Expr(value=ast.Constant()) | ast.JoinedStr() | ast.Assert():
                continue  # documentation, and what is said to programmers
            case ast.Call(func=ast.Name(id=name)) if name in _FOR_PROGRAMMERS:
                continue
            case ast.Call(func=ast.Attribute(value=ast.Name(id="_log" | "log"))):
                continue
            case ast.Assign(targets=[ast.Name(id="title")], value=ast.Constant(value=str(text))):
                yield text
            case ast.AnnAssign(target=ast.Name(id="title"), value=ast.Constant(value=str(text))):
                yield text
            case ast.Call(func=ast.Attribute(attr="damaged"), args=[ast.Constant(value=str(text))]):
                yield text
            case ast.Call(func=ast.Name(id="TranslatableText"), args=[ast.Constant(value=str(text))], keywords=values):
                yield text
                for value in values:
                    yield from _sentences_in(value)
            case ast.Constant(value=str(text)) if _SENTENCE.fullmatch(text):
                yield text
            case _:
                yield from _sentences_in(child)


def update(folder: Path) -> None:
    """Bring the .ts files in a folder in step with the sources."""
    with tempfile.TemporaryDirectory() as place:
        listed = Path(place) / "tables.py"
        lines = [
            f"QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)})"
            for context, texts in tables().items()
            for text in texts
        ]
        listed.write_text("\n".join(lines) + "\n", "utf-8")
        options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
        sources = sorted(str(path) for path in _WINDOW.rglob("*.py"))
        for language in LANGUAGES:
            # of the language of the sources, only plurals have other words
            what = ["-pluralonly"] if language == "en" else []
            file = folder / translation_file(language, ".ts").name
            _run("lupdate", *options, *what, *sources, str(listed), "-ts", str(file))


def release(source: Path, target: Path) -> None:
    """Compile a .ts file."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True)


def main() -> None:
    update(translation_file("en").parent)
    for language in LANGUAGES:
        release(translation_file(language, ".ts"), translation_file(language))


if __name__ == "__main__":
    main()
