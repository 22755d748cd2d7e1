"""Is what a prior paints a face, and does it look the right way?"""

import numpy as np
import pytest
from numpy.typing import NDArray

from facerestore.values.alignment import TEMPLATE
from facerestore_models import create
from facerestore_models.isfrnet import IsfrNet
from facerestore_training.data import masks
from facerestore_training.evaluation import prior
from facerestore_training.evaluation.prior import FoundFaces, PriorReport, evaluate_prior, found_faces, turn
from tests.support.drawn_faces import drawn_faces

FRONT = TEMPLATE * 256


def turned(by: float) -> NDArray[np.float64]:
    """The nose moved to the side by a share of the eye distance."""
    points = FRONT.copy()
    points[2] += by * (points[1] - points[0])
    return points


def test_that_a_turned_face_is_told_from_one_from_the_front_wherever_it_stands() -> None:
    assert turn(turned(0.3)) - turn(FRONT) == pytest.approx(0.3)
    angle = np.deg2rad(25)
    around = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    assert turn(3 * turned(0.3) @ around.T + 7) == pytest.approx(turn(turned(0.3)))


def test_that_faces_are_counted_by_where_they_look_and_a_missing_truth_is_left_out() -> None:
    moved = FRONT + 0.1 * np.linalg.norm(FRONT[1] - FRONT[0]) * np.array([1.0, 0.0])
    found = found_faces([moved, turned(0.4), None, FRONT], [FRONT, FRONT, FRONT, None], psnr=20.0)
    assert (found.count, found.faces, found.same_way) == (3, 2, 1)
    assert found.points_error == pytest.approx((0.1 + 0.4 / 5) / 2)


def test_that_a_report_reads_as_a_table_and_names_the_network_that_looks() -> None:
    figures = FoundFaces(count=9, psnr=20.5, faces=8, same_way=7, points_error=0.12)
    report = PriorReport({"r20_40": figures}, (0.2, 0.01), (0.001, 0.001))
    assert "| r20_40 | 9 | 20.50 | 8 | 7 | 0.120 |" in report.as_markdown()
    assert "KID on SqueezeNet features of 2000 invented faces: 0.2000" in report.as_markdown()
    assert report.as_json()["found"]["r20_40"]["same_way"] == 7


def test_that_a_prior_is_judged_on_every_bucket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prior, "_points", lambda *_: FRONT)
    network = create("isfrnet_tiny").eval()
    assert isinstance(network, IsfrNet)
    holes = {"one": masks.mask_pool(2, size_px=256, seed=0), "two": masks.mask_pool(2, size_px=256, seed=1)}
    report = evaluate_prior(network, network, network, drawn_faces(2), holes)
    assert {name: one.same_way for name, one in report.found.items()} == {"one": 2, "two": 2}
    assert report.kid is None
