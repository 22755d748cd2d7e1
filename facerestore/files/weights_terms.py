"""The terms of the networks: what they were trained on and what that allows, as their cards say, and whether the person
has read it."""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from facerestore.files.atomic_file import atomic_write
from facerestore.files.installed_weights import listed_cards
from facerestore.files.user_dirs import settings_folder
from facerestore.values.errors import OutputRefused
from facerestore.values.translatable_text import TranslatableText

_RESEARCH: Final = re.compile(r"non-commercial research only, as the terms of (.+) ask")
_UNSTATED: Final = "not stated"
_MOST_BYTES: Final = 2**16

Way = Literal["read", "told"]
"""``read``: the person said that they have; ``told``: it was printed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworkTerms:
    """``name`` has its tag; ``data``: what the network learnt from, a sentence each; ``terms``: in the card's words."""

    name: str
    sha256: str
    data: tuple[str, ...]
    terms: str


def network_terms(weights_dir: Path | None = None) -> tuple[NetworkTerms, ...]:
    """Those of all networks that a folder lists; none where it lists none."""
    return tuple(
        NetworkTerms(
            name=name,
            sha256=sha256,
            data=tuple(str(one) for one in card.get("data", ()) if isinstance(card.get("data"), list)),
            terms=str(card.get("terms", _UNSTATED)),
        )
        for name, (sha256, card) in sorted(listed_cards(weights_dir).items())
    )


def terms_sentence(networks: Collection[NetworkTerms]) -> str:
    """What the terms of some networks allow, in one sentence: the strictest of them."""
    sources: dict[str, None] = {}
    others: dict[str, None] = {}
    for network in networks:
        found = _RESEARCH.fullmatch(network.terms)
        if found is None:
            others[network.terms] = None
        else:
            sources |= dict.fromkeys(re.split(r", | and ", found.group(1)))
    if sources:
        return TranslatableText(
            "The networks may be used for non-commercial research only, as the terms of what they learnt from ask: "
            "{sources}.",
            sources=", ".join(sources),
        )
    return TranslatableText("The terms of the networks: {terms}.", terms="; ".join(others) or _UNSTATED)


def is_known(way: Way, networks: Collection[NetworkTerms]) -> bool:
    """Whether the terms of these very networks were read, or told, before. Of none there is nothing to know."""
    return not networks or _noted().get(way) == _digest(networks)


def note_known(way: Way, networks: Collection[NetworkTerms]) -> None:
    """Remember it; where nothing can be written, it is said again."""
    entries = {**_noted(), way: _digest(networks)}
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        atomic_write(_file(), json.dumps(entries).encode(), overwrite=True)
    except (OSError, OutputRefused):
        return


def _file() -> Path:
    return settings_folder() / "terms-of-networks.json"


def _noted() -> dict[str, str]:
    try:
        with _file().open(encoding="utf-8") as stream:
            noted = json.loads(stream.read(_MOST_BYTES))
        return {str(key): str(value) for key, value in noted.items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _digest(networks: Collection[NetworkTerms]) -> str:
    """Changes with the networks and with what is said of them."""
    told = sorted((one.name, one.sha256, one.terms, one.data) for one in networks)
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
