"""The calibration of the identity check: its cases, its limits, its report."""

import argparse
import json

import numpy as np
import pytest
import torch

from facerestore.values.embedding import FaceEmbedding
from facerestore.values.errors import UsageError
from facerestore.values.identity_check import OF_PAINTED_TO_WHOLE, ComparedPhotograph, IdentityCheck, IdentityOutcome
from facerestore_models import create
from facerestore_training.commands import evaluate
from facerestore_training.evaluation import FrozenBuckets
from facerestore_training.evaluation.bootstrap import resampled_auc
from facerestore_training.evaluation.identity_checks import (
    OTHERS,
    SAME,
    IdentityCheckReport,
    crossed_limits,
    evaluate_identity_checks,
    fitted_limits,
)
from facerestore_training.evaluation.persons import PersonPainter, person_cases
from tests.support.drawn_faces import drawn_faces


def at(place: float) -> FaceEmbedding:
    vector = np.zeros(128, np.float32)
    vector[0] = place
    return FaceEmbedding(vector)


def check(distance: float, before: float = 0.0) -> IdentityCheck:
    hidden = FaceEmbedding(at(before).vector, 0.3)
    return IdentityCheck(hidden, at(0), (ComparedPhotograph("a.jpg", at(distance), at(0)),), at(0))


def test_that_every_case_is_judged_on_every_bucket_and_count() -> None:
    faces = drawn_faces(4)
    torch.manual_seed(0)
    networks = [create(f"{name}_tiny").eval() for name in ("texture_generator", "semantic_layout", "face_embedder")]
    texture, layout, embedder = networks
    cases = person_cases(faces.keys, {key: str(index // 2) for index, key in enumerate(faces.keys)})
    buckets = FrozenBuckets(faces.keys, seed=0, names=("eyes",))
    found = evaluate_identity_checks(PersonPainter(texture, layout, faces, 0), embedder, faces, cases, buckets)
    assert set(found) == {("eyes", count, case) for count in (1, 3) for case in (SAME, *OTHERS)}
    same, strangers = found["eyes", 1, SAME], found["eyes", 1, OTHERS[0]]
    assert [one.photographs[0].file_name for one in same] == [faces.keys[1], faces.keys[3]]
    assert [one.photographs[0].file_name for one in strangers] == [faces.keys[2], faces.keys[0]]
    features = found["eyes", 1, OTHERS[2]]
    assert all(one.moved != other.moved for one, other in zip(features, same, strict=True))
    assert found["eyes", 3, OTHERS[1]][0].after is same[1].after or found["eyes", 3, OTHERS[1]][0].moved > 0
    assert all(one.strangeness is not None for some in found.values() for one in some)
    report = IdentityCheckReport(found, 2, ("A note.",), fitted_limits(found))
    assert len(json.loads(json.dumps(report.as_json()))["figures"]) == 8
    assert report.markdown().count("| eyes |") == 8


def test_that_limits_follow_from_single_photographs_of_the_person_and_of_strangers() -> None:
    checks = {
        ("eyes", 1, SAME): [check(value / 100) for value in range(101)],
        ("eyes", 3, SAME): [check(9.0)],
        ("eyes", 1, OTHERS[0]): [check(1 + value / 100) for value in range(101)],
    }
    limits = fitted_limits(checks)
    assert limits.alike_below == pytest.approx(1.05)
    assert limits.unlike_from == pytest.approx(0.98)
    assert limits.away_from == pytest.approx(0)
    # nothing moves away, the part is the same: what is left is the distance to the whole
    assert limits.strange_from == pytest.approx(OF_PAINTED_TO_WHOLE * 0.98)


def test_that_each_half_of_the_persons_is_judged_by_the_limits_of_the_other() -> None:
    near, far = [check(value / 100) for value in range(50)], [check(2 + value / 100) for value in range(50)]
    checks = {("eyes", 1, SAME): [*near, *far], ("eyes", 1, OTHERS[0]): [*far, *near]}
    first, second = crossed_limits(checks)
    assert first.unlike_from == pytest.approx(2.48, abs=0.02)
    assert second.unlike_from == pytest.approx(0.48, abs=0.02)
    crossed = IdentityCheckReport(checks, 100, (), halves=(first, second))
    # beside the limits of the far ones nobody near is unlike, and beside those of the near ones all far ones are
    assert crossed.share(("eyes", 1, SAME), IdentityOutcome.UNLIKE) == 0.5
    assert crossed.as_json()["limits of the halves"][1]["unlike_from"] == second.unlike_from


def test_that_an_auc_counts_pairs_and_its_interval_resamples_persons() -> None:
    apart = resampled_auc(np.array([3.0, 4.0, 5.0]), np.array([0.0, 1.0, 2.0]))
    assert apart == (1, pytest.approx(1), pytest.approx(1))
    assert resampled_auc(np.ones(4), np.ones(4)) == (0.5, pytest.approx(0.5), pytest.approx(0.5))
    rng = np.random.default_rng(0)
    value, low, high = resampled_auc(rng.normal(0.5, 1, 60), rng.normal(0, 1, 60))
    assert low < value < high


def test_that_the_check_is_judged_on_persons_only(tmp_path) -> None:
    with pytest.raises(UsageError, match="on persons"):
        _run(["--faces", "a.tar", "--identity-check", "b.tar", "--out", str(tmp_path)])


def _run(words: list[str]) -> int:
    parser = argparse.ArgumentParser()
    evaluate.add_options(parser)
    return evaluate.run(parser.parse_args(words))
