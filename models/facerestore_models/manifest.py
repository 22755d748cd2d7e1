"""The manifest of a folder of weights: which networks it holds, in which files, with which hashes."""

import json
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from facerestore_models.names import BASE_TAG, split_tag, tagged
from facerestore_models.registry import list_networks
from facerestore_models.weights import WeightsProblem, sha256_of

MANIFEST: Final = "manifest.json"
MAX_MANIFEST_BYTES: Final = 4 * 2**20
MAX_ENTRIES: Final = 1_000
MAX_WEIGHTS_BYTES: Final = 2**40

_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True, slots=True)
class ManifestEntry:
    """One file of weights as the manifest lists it. ``name`` has its tag: ``texture_generator.base``."""

    name: str
    file: str
    sha256: str
    size_bytes: int
    card: dict[str, Any]

    @classmethod
    def parsed(cls, value: object) -> "ManifestEntry":
        """From JSON's types; an entry without a tag means ``base``. Raises WeightsProblem, which says what is wrong."""
        if not isinstance(value, dict):
            raise WeightsProblem("an entry of the manifest is no object")
        network, tag, file = value.get("network"), value.get("tag", BASE_TAG), value.get("file")
        if not isinstance(file, str) or not _is_file_name(file):
            raise WeightsProblem(f"the manifest's entry {_shown(file)} is malformed: that is no name of a file")
        if not isinstance(network, str) or network not in list_networks():
            raise WeightsProblem(
                f"the manifest lists {file} as weights of {_shown(network)}, which this version does not know"
            )
        try:
            name = tagged(network, tag) if isinstance(tag, str) else ""
        except ValueError:
            name = ""
        sha256, size_bytes, card = value.get("sha256"), value.get("size_bytes"), value.get("card")
        wrong = {
            "tag": not name,
            "sha256": not isinstance(sha256, str) or not _SHA256.fullmatch(sha256),
            "size_bytes": type(size_bytes) is not int or not 0 < size_bytes <= MAX_WEIGHTS_BYTES,
            "card": not isinstance(card, dict),
        }
        for key, is_wrong in wrong.items():
            if is_wrong:
                raise WeightsProblem(
                    f"the manifest's entry {file!r} is malformed: its {key} is {_shown(value.get(key))}"
                )
        assert isinstance(sha256, str)
        assert isinstance(size_bytes, int)
        assert isinstance(card, dict)
        return cls(name=name, file=file, sha256=sha256, size_bytes=size_bytes, card=card)

    def as_json(self) -> dict[str, Any]:
        network, tag = split_tag(self.name)
        return {
            "network": network,
            "tag": tag,
            "file": self.file,
            "sha256": self.sha256,
            "size_bytes": self.size_bytes,
            "card": self.card,
        }


def read_manifest(folder: Path) -> tuple[ManifestEntry, ...]:
    """The entries of a folder's manifest, in its order. Raises WeightsProblem, OSError."""
    path = folder / MANIFEST
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise WeightsProblem("the manifest is no regular file")
    if found.st_size > MAX_MANIFEST_BYTES:
        raise WeightsProblem(f"the manifest has {found.st_size} bytes; {MAX_MANIFEST_BYTES} are allowed")
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise WeightsProblem("the manifest cannot be read") from error
    listed = whole.get("weights") if isinstance(whole, dict) else None
    if not isinstance(listed, list):
        raise WeightsProblem("the manifest cannot be read: it has no list of weights")
    if len(listed) > MAX_ENTRIES:
        raise WeightsProblem(f"the manifest has {len(listed)} entries; {MAX_ENTRIES} are allowed")
    entries = tuple(ManifestEntry.parsed(value) for value in listed)
    for what in ("name", "file"):
        _require_once([getattr(entry, what) for entry in entries])
    return entries


def write_manifest_entry(folder: Path, name: str, file: str, card: dict[str, Any]) -> None:
    """Add or replace the entry of a file, or of the network of that name, in a folder's manifest."""
    manifest = folder / MANIFEST
    path = folder / file
    entry = ManifestEntry(
        name=tagged(*split_tag(name)), file=file, sha256=sha256_of(path), size_bytes=path.stat().st_size, card=card
    )
    others = read_manifest(folder) if manifest.exists() else ()
    kept = [other for other in others if other.file != file and other.name != entry.name]
    listed = sorted([*kept, entry], key=lambda e: e.file)
    text = json.dumps({"weights": [e.as_json() for e in listed]}, indent=2) + "\n"
    part = manifest.with_name(MANIFEST + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(manifest)


def _is_file_name(text: str) -> bool:
    """Of a file in the folder itself: no path, and nothing that a file system or a terminal would take amiss."""
    return (
        text not in ("", "..")
        and Path(text).name == text
        and "\\" not in text
        and text.isprintable()
        and len(text.encode()) <= 255
    )


def _require_once(names: Sequence[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise WeightsProblem(f"the manifest lists {twice} twice")


def _shown(value: object) -> str:
    """A value of a manifest for a sentence, whatever it is."""
    text = ascii(value) if isinstance(value, str | int | float | bool | None) else f"a {type(value).__name__}"
    return text if len(text) <= 40 else f"{text[:40]}..."
