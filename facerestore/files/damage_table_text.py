"""Tables of damage classes as JSON, for project files, journals, and the texts of mask files."""

import json
from typing import Final

from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.damage_classes import Policy
from facerestore.values.damage_table import DamageKind, DamageTable

_MOST_BYTES: Final = 65_536


def table_values(table: DamageTable) -> list[dict[str, object]]:
    """What JSON holds of a table."""
    return [
        {"number": one.number, "policy": str(one.policy), "name": one.name, "colour": one.colour} for one in table.kinds
    ]


def table_of(values: object) -> DamageTable:
    """The table of a value that JSON held. Raises UnsupportedPicture."""
    try:
        return DamageTable(tuple(_kind(one) for one in _as_list(values)))
    except (ValueError, TypeError, KeyError) as error:
        raise UnsupportedPicture.damaged("its classes of damage make no sense") from error


def table_text(table: DamageTable) -> str:
    """ASCII."""
    return json.dumps(table_values(table))


def table_of_text(text: bytes) -> DamageTable:
    """Raises UnsupportedPicture."""
    try:
        if len(text) > _MOST_BYTES:
            raise ValueError("longer than any table")
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnsupportedPicture.damaged("its classes of damage make no sense") from error
    return table_of(values)


def _as_list(values: object) -> list[dict[str, object]]:
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise TypeError("no list of classes")
    return values


def _kind(values: dict[str, object]) -> DamageKind:
    number, policy, name, colour = (values[key] for key in ("number", "policy", "name", "colour"))
    if type(number) is not int or not isinstance(name, str) or not isinstance(colour, str):
        raise TypeError("no class")
    return DamageKind(number=number, policy=Policy(str(policy)), name=name, colour=colour)
