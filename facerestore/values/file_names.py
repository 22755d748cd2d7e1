"""File names as text. A name is bytes on most systems, and anybody's: what cannot be said safely is escaped."""

import os
from typing import Final

_BIDIRECTIONAL: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that make a name read otherwise than it is spelled."""
_LINE_ENDS: Final = frozenset("\u2028\u2029")
_FIRST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF
_FIRST_BYTE: Final = 0xDC00
"""Python decodes a byte of a name that is no UTF-8 to this and the byte (PEP 383)."""


def shown(name: str | os.PathLike[str]) -> str:
    r"""A name or path for the person, on one line that every terminal, log and file can hold.

    Bytes that are no UTF-8 become ``\xdf``, control characters ``\x1b``, marks of direction ``\u202e``; everything else
    stays as it is, so that most names are unchanged. The text is no path any more.

    >>> shown("Gro\udcdfmutter.png")
    'Gro\\xdfmutter.png'
    """
    text = os.fspath(name)
    return text if text.isprintable() else "".join(map(_shown_character, text))


def _shown_character(character: str) -> str:
    code = ord(character)
    if _FIRST_BYTE + 0x80 <= code <= _FIRST_BYTE + 0xFF:
        return f"\\x{code - _FIRST_BYTE:02x}"
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02x}"
    is_surrogate = _FIRST_SURROGATE <= code <= _LAST_SURROGATE
    if is_surrogate or character in _BIDIRECTIONAL or character in _LINE_ENDS:
        return f"\\u{code:04x}"
    return character
