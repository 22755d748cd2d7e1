"""The tables of a ledger, and how those of an older program become them."""

import json
import sqlite3
from typing import Final

from facerestore.batch.outcomes import State
from facerestore.restoration.restorers import SEMANTIC

VERSION: Final = 2
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS photos (
    photo TEXT NOT NULL,
    restorer TEXT NOT NULL DEFAULT '',
    output TEXT NOT NULL,
    fingerprint TEXT,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    message TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '[]',
    result_sha256 TEXT,
    changed_s REAL NOT NULL,
    PRIMARY KEY (photo, restorer)
) STRICT;
CREATE INDEX IF NOT EXISTS photos_by_fingerprint ON photos (fingerprint);
CREATE TABLE IF NOT EXISTS reviews (
    photo TEXT NOT NULL,
    restorer TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    result_sha256 TEXT NOT NULL,
    PRIMARY KEY (photo, restorer)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hashes (
    path TEXT PRIMARY KEY,
    byte_count INTEGER NOT NULL,
    written_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY,
    mark TEXT NOT NULL,
    request TEXT NOT NULL,
    began_s REAL NOT NULL,
    seen_s REAL NOT NULL,
    ended_s REAL
) STRICT;
"""
COLUMNS: Final = (
    "photo",
    "output",
    "fingerprint",
    "state",
    "attempts",
    "ended",
    "seconds",
    "message",
    "notes",
    "result_sha256",
    "changed_s",
    "restorer",
)
"""Of ``photos``, those that an entry is made of."""
REVIEW: Final = "verdict, name, at, result_sha256"


def upgrade(connection: sqlite3.Connection) -> None:
    """Tables of version 1, which knew one result for each photo, become those of today. Raises sqlite3.Error."""
    if connection.execute("PRAGMA user_version").fetchone()[0] != 1:
        return
    asked = connection.execute("SELECT request FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    restorer = SEMANTIC.name
    if asked is not None:
        restorer = str(json.loads(asked[0]).get("restorer", restorer))
    old = ", ".join(column for column in COLUMNS if column != "restorer")
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("ALTER TABLE photos RENAME TO photos_1")
        connection.execute("ALTER TABLE reviews RENAME TO reviews_1")
        for statement in SCHEMA.split(";")[:3]:
            connection.execute(statement)
        connection.execute(
            f"INSERT INTO photos ({old}, restorer) SELECT {old}, CASE state WHEN ? THEN '' ELSE ? END FROM photos_1",
            (State.SKIPPED.value, restorer),
        )
        connection.execute(
            f"INSERT INTO reviews (photo, restorer, {REVIEW}) SELECT photo, ?, {REVIEW} FROM reviews_1", (restorer,)
        )
        connection.execute("DROP TABLE photos_1")
        connection.execute("DROP TABLE reviews_1")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
