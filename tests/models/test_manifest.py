"""Manifests of weights: what is written is read, and what nobody wrote is refused in a sentence."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from facerestore.inference.backends.torch.networks import (
    list_weights,
    load_network,
    name_for,
    network_for,
    verify_weights,
)
from facerestore.values.errors import WeightsDamaged, WeightsMissing
from facerestore_models import create
from facerestore_models.manifest import MANIFEST, read_manifest, write_manifest_entry
from facerestore_models.weights import WeightsProblem, save_weights, sha256_of
from tests.support.tiny_weights import write_tiny_weights

NAME = "face_detector_tiny"
ENTRY = {
    "network": NAME,
    "tag": "base",
    "file": "net.safetensors",
    "sha256": "0" * 64,
    "size_bytes": 1,
    "card": {"purpose": "tests"},
}
CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("manifests")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "net.safetensors"
    save_weights(create(NAME), NAME, path)
    return path


def write(folder: Path, *entries: object) -> None:
    (folder / MANIFEST).write_text(json.dumps({"weights": entries}))


def test_that_an_entry_of_the_same_file_or_name_is_replaced(saved: Path) -> None:
    write_manifest_entry(saved.parent, NAME, saved.name, {"purpose": "first"})
    write_manifest_entry(saved.parent, NAME, saved.name, {"purpose": "second"})
    (entry,) = read_manifest(saved.parent)
    assert (entry.name, entry.sha256) == (f"{NAME}.base", sha256_of(saved))
    assert entry.card["purpose"] == "second"
    other = saved.rename(saved.with_name("other.safetensors"))
    write_manifest_entry(saved.parent, NAME, other.name, {})
    assert [entry.file for entry in read_manifest(saved.parent)] == ["other.safetensors"]


def test_that_a_manifest_without_tags_lists_the_base(folder: Path) -> None:
    write(folder, {key: value for key, value in ENTRY.items() if key != "tag"})
    assert [entry.name for entry in read_manifest(folder)] == [f"{NAME}.base"]


NO_NAMES = ["../net.safetensors", "/etc/passwd", "a/b", "a\\b", "", ".", "..", "a\0b", "a\nb", "\ud800", "x" * 256]


@pytest.mark.parametrize("file", NO_NAMES)
def test_that_a_manifest_cannot_point_outside_its_folder(folder: Path, file: str) -> None:
    write(folder, ENTRY | {"file": file})
    with pytest.raises(WeightsProblem, match="malformed"):
        read_manifest(folder)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"weights": {}}',
        '{"weights": [1]}',
        '{"weights": [{"file": "a"}]}',
        "[" * 200_000,
        '{"weights": [' + '{"a":' * 100_000,
        '{"weights": ' + "9" * 5_000 + "}",
    ],
)
def test_that_what_is_no_manifest_is_a_problem_and_no_crash(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text)
    with pytest.raises(WeightsProblem):
        read_manifest(folder)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def mutated_manifests(draw: st.DrawFn) -> Any:
    """A manifest of two right entries in which one thing is missing or another."""
    entries: list[Any] = [dict(ENTRY), ENTRY | {"network": "face_points_tiny", "file": "points.safetensors"}]
    if draw(st.booleans()):
        return {"weights": draw(ANY_JSON)}
    number, key = draw(st.sampled_from([0, 1])), draw(st.sampled_from([*ENTRY, "unknown", None]))
    if key is None:
        entries[number] = draw(ANY_JSON)
    elif draw(st.booleans()):
        entries[number].pop(key, None)
    else:
        entries[number][key] = draw(ANY_JSON)
    return {"weights": entries}


@given(manifest=mutated_manifests())
def test_that_a_mutated_manifest_is_read_whole_or_refused_in_a_sentence(folder: Path, manifest: Any) -> None:
    (folder / MANIFEST).write_text(json.dumps(manifest))
    with suppress(WeightsDamaged):
        assert all(entry.path.parent == folder and entry.size_bytes > 0 for entry in list_weights(folder))
    # none of the files is there, whatever is listed
    with pytest.raises((WeightsMissing, WeightsDamaged)):
        load_network(NAME, CPU, folder)


@given(content=st.binary(max_size=200))
def test_that_bytes_are_no_manifest(folder: Path, content: bytes) -> None:
    (folder / MANIFEST).write_bytes(content)
    with pytest.raises(WeightsDamaged):
        list_weights(folder)


def test_that_a_network_is_listed_once(folder: Path) -> None:
    write(folder, ENTRY, ENTRY | {"file": "b"})
    with pytest.raises(WeightsProblem, match=f"lists {NAME}.base twice"):
        read_manifest(folder)
    write(folder, ENTRY, ENTRY | {"tag": "mine"})
    with pytest.raises(WeightsProblem, match=r"lists net\.safetensors twice"):
        read_manifest(folder)


def test_that_an_unknown_network_and_an_endless_manifest_are_named(folder: Path) -> None:
    write(folder, ENTRY | {"network": "nobody"})
    with pytest.raises(WeightsProblem, match="'nobody', which this version does not know"):
        read_manifest(folder)
    (folder / MANIFEST).write_text(" " * (5 * 2**20))
    with pytest.raises(WeightsProblem, match="bytes"):
        read_manifest(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_that_pipes_in_the_place_of_files_are_not_waited_for(saved: Path) -> None:
    write_manifest_entry(saved.parent, NAME, saved.name, {})
    saved.unlink()
    os.mkfifo(saved)
    assert verify_weights(saved.parent) == ((saved.name, False, "missing or unreadable"),)
    with pytest.raises(WeightsMissing):
        load_network(NAME, CPU, saved.parent)
    (saved.parent / MANIFEST).unlink()
    os.mkfifo(saved.parent / MANIFEST)
    with pytest.raises(WeightsProblem, match="no regular file"):
        read_manifest(saved.parent)


def test_that_exchanged_files_are_found_though_their_hashes_are_right(tmp_path: Path) -> None:
    folder = write_tiny_weights(tmp_path / "weights")
    entries = json.loads((folder / MANIFEST).read_text())["weights"]
    layout, texture = (
        next(e for e in entries if e["network"] == f"{n}_tiny") for n in ("semantic_layout", "texture_generator")
    )
    layout["network"], texture["network"] = texture["network"], layout["network"]
    write(folder, *entries)
    with pytest.raises(
        WeightsDamaged, match=r"holds semantic_layout_tiny\.base, and the manifest says texture_generator_tiny"
    ):
        load_network("texture_generator_tiny", CPU, folder)
    found = {file: (is_whole, what) for file, is_whole, what in verify_weights(folder)}
    assert found["semantic_layout_tiny.safetensors"][0] is False
    assert "manifest says" in found["semantic_layout_tiny.safetensors"][1]
    assert found["face_points_tiny.safetensors"][0]


def test_that_a_network_is_loaded_by_name_and_tag(saved: Path) -> None:
    folder = saved.parent
    write_manifest_entry(folder, NAME, saved.name, {})
    save_weights(create(NAME), f"{NAME}.mine", folder / "mine.safetensors")
    write_manifest_entry(folder, f"{NAME}.mine", "mine.safetensors", {})
    for name, file in ((NAME, saved), (f"{NAME}.base", saved), (f"{NAME}.mine", folder / "mine.safetensors")):
        assert load_network(name, CPU, folder)[1] == sha256_of(file)
    with pytest.raises(WeightsMissing, match=rf"no weights of {NAME}\.other"):
        load_network(f"{NAME}.other", CPU, folder)


def test_that_a_network_is_asked_for_by_its_name_and_what_is_missing_says_how_to_train_it(folder: Path) -> None:
    write(folder, ENTRY | {"network": "isfrnet_tiny"})
    assert name_for("isfrnet", folder) == "isfrnet_tiny.base"
    with pytest.raises(WeightsMissing, match="no weights for the task 'texture'"):
        name_for("texture", folder)  # it paints for one way only
    write(folder, ENTRY | {"network": "texture_generator_tiny"})
    with pytest.raises(WeightsMissing, match="needs the network isfrnet, which is not installed") as caught:
        name_for("isfrnet", folder)
    assert "train isfrnet" in str(caught.value.advice)
    with pytest.raises(WeightsMissing, match="needs the network seed_texture") as caught:
        name_for("seed_texture", folder)
    assert "Install facerestore again" in str(caught.value.advice)


def test_that_a_task_has_the_programs_own_network_or_the_only_one(folder: Path) -> None:
    tiny = ENTRY | {"network": "texture_generator_tiny"}
    write(folder, tiny)
    assert network_for("texture", folder) == "texture_generator_tiny.base"
    # a network that comes first by its name is not taken for it
    seed = ENTRY | {"network": "seed_texture", "file": "a"}
    write(folder, seed, tiny | {"network": "texture_generator"})
    assert network_for("texture", folder) == "texture_generator.base"
    write(folder, seed, tiny)
    assert network_for("texture", folder) == "texture_generator_tiny.base"
    write(folder, seed, tiny | {"network": "isfrnet"})
    assert network_for("texture", folder) == "seed_texture.base", "the other paints for one way only"
    write(folder, seed, tiny | {"tag": "mine"})
    with pytest.raises(WeightsMissing, match=r"seed_texture\.base, texture_generator_tiny\.mine"):
        network_for("texture", folder)
    with pytest.raises(WeightsMissing, match="no weights for the task 'layout'"):
        network_for("layout", folder)
