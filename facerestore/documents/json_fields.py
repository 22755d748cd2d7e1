"""JSON of files that may be damaged or foreign: every value is asked for by name, kind and range."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.translatable_text import TranslatableText

_MAX_TEXT: Final = 32_768
_MAX_NUMBER: Final = 1e9

_T = TypeVar("_T", covariant=True)
Read = Callable[[], _T]
"""Reads a value whose place and size are known: a store counts all blobs before the first of them is decoded."""


@dataclass(frozen=True)
class Fields:
    """One object of a JSON text. All methods raise UnsupportedPicture where a value is missing, of another kind or
    out of range."""

    values: Mapping[str, object]

    @classmethod
    def parsed(cls, data: bytes) -> Self:
        """The object that a JSON text is."""
        try:
            # RecursionError: lists in lists in lists; ValueError: no UTF-8, no JSON, or a number of a million digits
            return cls._of(json.loads(data.decode("utf-8"), parse_constant=_refused_constant))
        except (ValueError, RecursionError) as error:
            raise _damaged("the text") from error

    @classmethod
    def _of(cls, value: object, name: str = "the text") -> Self:
        if not isinstance(value, dict):
            raise _damaged(name)
        return cls(value)

    def has(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if not isinstance(value, str) or len(value) > _MAX_TEXT or "\0" in value:
            raise _damaged(name)
        return value

    def texts(self, name: str, *, most: int) -> tuple[str, ...]:
        return tuple(Fields({"each": value}).text("each") for value in self._list(name, most))

    def text_by_name(self, name: str, *, most: int) -> dict[str, str]:
        inner = self.inner(name)
        if len(inner.values) > most:
            raise _damaged(name)
        return {key: inner.text(key) for key in inner.values}

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        if not isinstance(value, bool):
            raise _damaged(name)
        return value

    def whole(self, name: str, *, least: int = 0, most: int) -> int:
        value = self.values.get(name)
        if type(value) is not int or not least <= value <= most:
            raise _damaged(name)
        return value

    def wholes(self, name: str, *, most: int) -> list[int]:
        """Any count of whole numbers from 0 to ``most``."""
        values = self.values.get(name)
        if not isinstance(values, list):
            raise _damaged(name)
        checked = [value for value in values if type(value) is int and 0 <= value <= most]
        if len(checked) != len(values):
            raise _damaged(name)
        return checked

    def number(self, name: str) -> float:
        return _number(self.values.get(name), name)

    def numbers(self, name: str, count: int) -> tuple[float, ...]:
        values = self._list(name, count)
        if len(values) != count:
            raise _damaged(name)
        return tuple(_number(value, name) for value in values)

    def matrix(self, name: str, rows: int, columns: int) -> NDArray[np.float64]:
        """float64 (rows, columns)."""
        lines = [Fields({name: line}).numbers(name, columns) for line in self._list(name, rows)]
        if len(lines) != rows:
            raise _damaged(name)
        return np.array(lines, np.float64)

    def inner(self, name: str) -> "Fields":
        return Fields._of(self.values.get(name), name)

    def objects(self, name: str, *, most: int) -> tuple["Fields", ...]:
        return tuple(Fields._of(value, name) for value in self._list(name, most))

    def _list(self, name: str, most: int) -> list[object]:
        value = self.values.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise _damaged(name)
        return value


def packed(values: Mapping[str, object]) -> bytes:
    """The JSON text of an object. Raises ValueError for a number that is not finite."""
    return json.dumps(values, allow_nan=False).encode("ascii")


def _number(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _damaged(name)
    if not abs(value) <= _MAX_NUMBER:
        raise _damaged(name)
    return float(value)


def _refused_constant(word: str) -> object:
    raise ValueError(f"{word} is no number")


def _damaged(name: str) -> UnsupportedPicture:
    return UnsupportedPicture(
        TranslatableText("The file is damaged: its entry {name!r} makes no sense.", name=name),
        "Use another copy of it.",
    )
