"""The identity check of a candidate as JSON: its embeddings, from which distances and words follow."""

from typing import Final

import numpy as np

from facerestore.documents.json_fields import Fields
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.identity_check import ComparedPhotograph, IdentityCheck
from facerestore.values.reference import MOST_REFERENCES

_SIDE: Final = 128
"""Numbers of an embedding."""


def identity_values(check: IdentityCheck | None) -> dict[str, object]:
    """Nothing for a face that nobody looked at, as in older files."""
    if check is None:
        return {}
    photographs = [
        {"file_name": one.file_name, **_embedding_values(one.embedding), **_if_any("part", one.part)}
        for one in check.photographs
    ]
    return {
        "identity": {
            "before": _embedding_values(check.before),
            "after": _embedding_values(check.after),
            "photographs": photographs,
            **_if_any("painted", check.painted),
        }
    }


def identity_of(fields: Fields) -> IdentityCheck | None:
    """What ``identity_values`` said. Raises UnsupportedPicture."""
    if not fields.has("identity"):
        return None
    said = fields.inner("identity")
    photographs = said.objects("photographs", most=MOST_REFERENCES)
    return IdentityCheck(
        _embedding_of(said.inner("before")),
        _embedding_of(said.inner("after")),
        tuple(
            ComparedPhotograph(one.text("file_name"), _embedding_of(one), _embedding_if_any(one, "part"))
            for one in photographs
        ),
        _embedding_if_any(said, "painted"),
    )


def _if_any(name: str, embedding: FaceEmbedding | None) -> dict[str, object]:
    """Files before the painted part was looked at by itself have none."""
    return {} if embedding is None else {name: _embedding_values(embedding)}


def _embedding_if_any(fields: Fields, name: str) -> FaceEmbedding | None:
    return _embedding_of(fields.inner(name)) if fields.has(name) else None


def _embedding_values(embedding: FaceEmbedding) -> dict[str, object]:
    # every float32 is a number of JSON, and read as the same float32 again
    return {"vector": embedding.vector.astype(float).tolist(), "hidden_share": embedding.hidden_share}


def _embedding_of(fields: Fields) -> FaceEmbedding:
    hidden_share = fields.number("hidden_share")
    if not 0 <= hidden_share <= 1:
        raise UnsupportedPicture.damaged("a face hides more than all of it")
    return FaceEmbedding(np.array(fields.numbers("vector", _SIDE), np.float32), hidden_share)
