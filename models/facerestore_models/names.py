"""Names of networks: ``texture_generator`` is how one is built, ``texture_generator.base`` one with certain weights."""

import re
from typing import Final

BASE_TAG: Final = "base"
"""The tag of weights that name none."""

_TAG: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def split_tag(name: str) -> tuple[str, str]:
    """(network, tag) of a name with or without a tag. Raises ValueError for a tag of other characters.

    >>> split_tag("texture_generator")
    ('texture_generator', 'base')
    """
    network, dot, tag = name.partition(".")
    if dot and not _TAG.fullmatch(tag):
        raise ValueError(f"{tag!r} is no tag: a tag is of small letters, digits, - and _, 40 at most.")
    return network, tag if dot else BASE_TAG


def tagged(network: str, tag: str = BASE_TAG) -> str:
    """The name with its tag, which is checked. Raises ValueError as ``split_tag``."""
    name = f"{network}.{tag}"
    split_tag(name)
    return name
