"""The window's translations: ``facerestore_<language>.ts`` to be edited, and the ``.qm`` made from it."""

from pathlib import Path
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = MappingProxyType(
    {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "zh_CN": "简体中文"}
)
"""By the name of their locale, each in its own words. English has a file of its own for its plurals."""


def translation_file(language: str, suffix: str = ".qm") -> Path:
    """Where the translation to one of LANGUAGES lies."""
    return Path(__file__).with_name(f"facerestore_{language}{suffix}")
