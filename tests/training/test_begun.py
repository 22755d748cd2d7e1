"""The runs that are to go on: their weights are whole, of networks of today, and say what they have learnt."""

from pathlib import Path

import pytest

from facerestore_models.manifest import ManifestEntry, read_manifest
from facerestore_models.weights import load_weights

BEGUN = Path(__file__).parents[2] / "training" / "begun"
ENTRIES = read_manifest(BEGUN)


def test_that_every_file_is_listed_and_every_listed_one_is_there() -> None:
    assert {entry.file for entry in ENTRIES} == {path.name for path in BEGUN.glob("*.safetensors")}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_that_a_run_can_start_from_it_and_knows_what_it_has_learnt(entry: ManifestEntry) -> None:
    name, _ = load_weights(BEGUN / entry.file, sha256=entry.sha256)
    assert name == entry.name
    assert entry.size_bytes < 16_000_000
    assert entry.card["images_seen"] > 0
    assert entry.card["terms"]
    assert f"`{entry.file}`" in (BEGUN / "README.md").read_text(encoding="utf-8")
