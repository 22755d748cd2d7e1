"""What exceptions and the log say, without anything by which a person, or a file of theirs, is called.

A text is not searched for names, which nobody can find all of: only what is known to be the program's own is kept, and
the rest is LEFT_OUT. Names that are known are replaced in what is left, too.
"""

import builtins
import dis
import getpass
import linecache
import logging
import os
import platform
import re
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType, FrameType
from typing import Final

from facerestore.values.errors import FaceRestoreError
from facerestore.values.translatable_text import TranslatableText

LEFT_OUT: Final = "<...>"
_NAME: Final = "<name>"
_MOST_FRAMES: Final = 40
_MOST_CHARACTERS: Final = 500
_MAY_BE_NAMED: Final = re.compile(r"['\"`/\\~\u00ab\u00bb\u2018-\u201f]|\.[A-Za-z][A-Za-z0-9]{1,10}\b", re.ASCII)
"""Where the name of a file may begin, or end: quotes, separators, suffixes."""
_QUOTED_WORD: Final = re.compile(r"'([A-Za-z_][A-Za-z0-9_]*)'")
_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9.,x]*")
_BUILTINS: Final = frozenset({*dir(builtins), "NoneType", "function", "module", "method"})
_NOBODYS: Final = frozenset({"facerestore", "home", "users", "tmp", "usr", "var", "opt", "mnt", "media"})
_CAUSED: Final = "The direct cause of what follows:"
_BEFORE: Final = "While this was handled, what follows happened:"


def exception_text(error: BaseException) -> str:
    """An exception with its causes and its ways through the program, by names of modules instead of files."""
    return "\n".join(line for text in _chain(error, set()) for line in text)


def log_text(record: logging.LogRecord) -> str:
    """An entry of the log: its sentence as it stands in the program, with numbers and without other values."""
    text = record.msg if isinstance(record.msg, str) else LEFT_OUT
    if record.args:
        values = record.args if isinstance(record.args, tuple) else ()
        try:
            text %= tuple(map(_value, values))
        except (TypeError, ValueError):
            text = f"{record.msg} {LEFT_OUT}"
    caught = record.exc_info[1] if record.exc_info else None
    return text if caught is None else f"{text}\n{exception_text(caught)}"


def known_names(more: Iterable[str | os.PathLike[str]] = ()) -> frozenset[str]:
    """What this person, their home and this computer are called, and ``more``: paths, whose parts are names too."""
    found = {platform.node(), *(os.environ.get(name, "") for name in ("USER", "USERNAME", "LOGNAME", "COMPUTERNAME"))}
    with suppress(OSError, KeyError, ImportError):  # of a user without an entry
        found.add(getpass.getuser())
    paths = [Path(one) for one in more]
    with suppress(RuntimeError):
        paths.append(Path.home())
    for path in paths:
        found |= {str(path), path.stem, *path.parts}
    return frozenset(one for one in found if len(one.strip(r"\/. ")) > 1 and one.lower() not in _NOBODYS)


def without_names(text: str, names: Iterable[str]) -> str:
    """A text in which nobody is named: names are replaced as whole words, whatever their case, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _NAME, text, flags=re.IGNORECASE)
    return text


def _chain(error: BaseException, seen: set[int]) -> Iterator[list[str]]:
    seen.add(id(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and id(cause) not in seen:
        yield from _chain(cause, seen)
        yield ["", _CAUSED if error.__cause__ else _BEFORE, ""]
    frames = list(traceback.walk_tb(error.__traceback__))
    yield ["Traceback (most recent call last):"]
    if len(frames) > _MOST_FRAMES:
        yield [f"  ... {len(frames) - _MOST_FRAMES} more"]
    for frame, line in frames[-_MOST_FRAMES:]:
        yield _way(frame, line)
    yield [f"{type(error).__module__}.{type(error).__qualname__}: {_message(error)}".removeprefix("builtins.")]


def _way(frame: FrameType, line: int) -> list[str]:
    code = frame.f_code
    module = frame.f_globals.get("__name__")
    source = linecache.getline(code.co_filename, line).strip()
    place = f"  {module if isinstance(module, str) else LEFT_OUT}, line {line}, in {code.co_name}"
    return [place, f"    {source}"] if source else [place]


def _message(error: BaseException) -> str:
    """What an exception says, as far as the program says it and not a person."""
    if isinstance(error, OSError):
        return f"[Errno {error.errno}] {os.strerror(error.errno)}" if isinstance(error.errno, int) else LEFT_OUT
    if isinstance(error, FaceRestoreError) and isinstance(error.sentence, TranslatableText):
        return error.sentence.template
    codes, is_raised_by_code = _codes_of(error)
    text = " ".join(str(error)[:_MOST_CHARACTERS].splitlines())
    return _written(text, codes) if is_raised_by_code else _cut(text, codes)


def _codes_of(error: BaseException) -> tuple[list[CodeType], bool]:
    """The functions on an exception's way, and whether the last of them raised it, or a library below it."""
    last = error.__traceback__
    codes = []
    while last is not None:
        codes.append(last.tb_frame.f_code)
        if last.tb_next is None:
            opcode = codes[-1].co_code[last.tb_lasti]
            return codes, dis.opname[opcode] in ("RAISE_VARARGS", "RERAISE")
        last = last.tb_next
    return codes, True


def _written(text: str, codes: Iterable[CodeType]) -> str:
    """The parts of a text that stand in the source of these functions, and the numbers between them."""
    own = {one for code in codes for one in code.co_consts if isinstance(one, str) and len(one.strip()) > 2}
    constants = sorted(own, key=len, reverse=True)
    pieces: list[str] = []
    while text:
        taken = _first_of(text, constants)
        number = _NUMBER.match(text) if taken is None and pieces[-1:] != [LEFT_OUT] else None
        if number and (number.end() == len(text) or _first_of(text[number.end() :], constants)):
            taken = number.group()
        if taken is not None:
            pieces.append(taken)
        elif pieces[-1:] != [LEFT_OUT]:
            pieces.append(LEFT_OUT)
        text = text[len(taken or " ") :]
    return "".join(pieces)


def _first_of(text: str, constants: Iterable[str]) -> str | None:
    """The first of these with which a text begins."""
    return next((one for one in constants if text.startswith(one)), None)


def _cut(text: str, codes: Iterable[CodeType]) -> str:
    """What a library says, up to where it may name something. A word of the source itself may stand in quotes."""
    own = {name for code in codes for name in (*code.co_names, *code.co_varnames)} | _BUILTINS
    text = _QUOTED_WORD.sub(lambda found: found.group(1) if found.group(1) in own else found.group(), text)
    found = _MAY_BE_NAMED.search(text)
    if found is None:
        return text
    # before a suffix stands the name itself, however many words it has
    return LEFT_OUT if found.group().startswith(".") else text[: found.start()] + LEFT_OUT


def _value(value: object) -> object:
    if isinstance(value, int | float):
        return value
    if isinstance(value, TranslatableText):
        return value.template
    return type(value).__name__ if isinstance(value, BaseException) else LEFT_OUT
