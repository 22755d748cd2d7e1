from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.errors import UsageError, WeightsDamaged, WeightsMissing
from facerestore_training.evaluation import FrozenBuckets, identity
from tests.support.drawn_faces import drawn_faces
from tests.support.shard_files import write_pooling_onnx, write_shard
from tests.support.tiny_weights import write_tiny_weights


def write_pairs(folder: Path, rows: str) -> Path:
    write_shard(folder / "images.tar", drawn_faces(4))
    (folder / "pairs.csv").write_text("first,second,same_person\n" + rows, encoding="utf-8")
    return folder


ROWS = "drawn-0,drawn-1,1\ndrawn-0,drawn-2,0\ndrawn-1,drawn-3,1\ndrawn-2,drawn-3,0\ndrawn-3,drawn-0,1\n"


@given(
    cosines=st.lists(st.floats(-1, 1), min_size=1, max_size=30),
    flags=st.lists(st.booleans(), min_size=30, max_size=30),
)
def test_that_no_threshold_judges_more_pairs_rightly(cosines: list[float], flags: list[bool]) -> None:
    values, is_same = np.round(np.array(cosines), 2), np.array(flags[: len(cosines)])
    values += np.arange(len(values)) * 1e-4

    def right(threshold: float) -> int:
        return int(((values >= threshold) == is_same).sum())

    found = right(identity._best_threshold(values, is_same))
    assert found == max(right(t) for t in [-2.0, 2.0, *(values + 1e-7), *(values - 1e-7)])


def test_that_separable_pairs_are_all_judged_rightly_and_equal_ones_by_chance() -> None:
    is_same = np.arange(100) % 2 == 0
    is_right, threshold = identity.verify(np.where(is_same, 0.7, 0.1), is_same)
    assert is_right.all()
    assert threshold == pytest.approx(0.4)
    is_right, _ = identity.verify(np.full(100, 0.5), is_same)
    assert is_right.mean() <= 0.6


def test_that_an_onnx_network_sees_the_face_where_arcface_wants_it(tmp_path: Path) -> None:
    embedder = identity.load_embedder(write_pooling_onnx(tmp_path / "pool.onnx"))
    assert embedder.is_identity_network
    marked = np.zeros((2, 256, 256, 3), np.uint8)
    marked[0, 115:130, 90:105, 0] = 255  # red at the eye on the left of the picture
    marked[1, 115:130, 150:165, 2] = 255  # blue at the other one
    red, blue = (row.reshape(3, 7, 7) for row in embedder.embed(marked))
    # 51.7 / 16 = row 3; 38.3 / 16 = column 2, 73.5 / 16 = column 4
    assert np.unravel_index(red.argmax(), red.shape) == (0, 3, 2)
    assert np.unravel_index(blue.argmax(), blue.shape) == (2, 3, 4)
    assert np.linalg.norm(red) == pytest.approx(1)


def test_that_the_range_of_the_input_is_obeyed(tmp_path: Path) -> None:
    file = write_pooling_onnx(tmp_path / "pool.onnx")
    black = np.zeros((1, 256, 256, 3), np.uint8)
    assert identity.load_embedder(file).embed(black).max() == 0
    assert identity.load_embedder(file, input_range="-1-1").embed(black).max() < 0


def test_that_pickled_broken_and_missing_networks_are_refused(tmp_path: Path) -> None:
    script, broken = tmp_path / "net.pt", tmp_path / "net.onnx"
    script.write_bytes(b"PK")
    broken.write_bytes(b"no network")
    for file, error in ((script, UsageError), (broken, WeightsDamaged), (tmp_path / "no.onnx", WeightsMissing)):
        with pytest.raises(error):
            identity.load_embedder(file)


def test_that_stage_1_as_embedder_says_that_it_knows_no_persons(tmp_path: Path) -> None:
    weights = write_tiny_weights(tmp_path)
    embedder = identity.load_embedder(weights / "semantic_layout_tiny.safetensors")
    rows = embedder.embed(np.asarray(drawn_faces(2).pixels))
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-5)
    report = identity.IdentityReport(embedder, 4, 0.5, 0.1, {})
    assert "no identity network" in report.markdown()
    with pytest.raises(UsageError):
        identity.load_embedder(weights / "texture_generator_tiny.safetensors")


def test_that_our_face_embedder_is_an_identity_network_of_unit_length(tmp_path: Path) -> None:
    embedder = identity.load_embedder(write_tiny_weights(tmp_path) / "face_embedder_tiny.safetensors")
    assert embedder.is_identity_network
    rows = embedder.embed(np.asarray(drawn_faces(2).pixels))
    assert rows.shape == (2, 128)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-5)


def test_that_a_perfect_restorer_keeps_every_person_and_a_poor_one_fewer(tmp_path: Path) -> None:
    pairs = identity.read_pairs(write_pairs(tmp_path, ROWS), tmp_path / "cache")
    embedder = identity.load_embedder(write_pooling_onnx(tmp_path / "pool.onnx"))
    holes = FrozenBuckets(pairs.faces.keys, names=["r40_60"])
    restorers = {"perfect": lambda faces, holes: np.asarray(faces.pixels)}
    report = identity.evaluate_identity(pairs, holes, restorers, embedder)
    perfect, poor = (report.figures["r40_60", name] for name in ("perfect", identity.MASKED))
    assert poor.won_back is None
    assert perfect.won_back is None or perfect.won_back[0] == pytest.approx(1)
    assert perfect.cosine == pytest.approx(1)
    assert perfect.accuracy == report.accuracy
    assert perfect.accuracy_change == (0, 0)
    assert poor.cosine < 1
    assert report.pair_count == 5


def test_that_a_limit_takes_pairs_of_both_kinds_and_unknown_photos_are_said(tmp_path: Path) -> None:
    pairs = identity.read_pairs(write_pairs(tmp_path, ROWS), tmp_path / "cache", limit=4)
    assert pairs.is_same.tolist() == [True, True, False, False]
    write_pairs(tmp_path, ROWS + "drawn-9,drawn-0,1\n")
    with pytest.raises(UsageError, match="drawn-9"):
        identity.read_pairs(tmp_path, tmp_path / "cache")
