"""Damage beside faces, in whole photos: what fills it best?"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment
from facerestore.values.face import Face
from facerestore_training import metrics
from facerestore_training.data.scenes import Scene
from facerestore_training.evaluation.baselines import BASELINE
from facerestore_training.evaluation.holes import frozen_hole
from facerestore_training.evaluation.installed import Case, InstalledRestorer
from facerestore_training.evaluation.judging import Scores
from facerestore_training.evaluation.report import compared
from facerestore_training.evaluation.results import Bucket, Report

BUCKETS: Final = ("scratch", "thin20_40", "r10_20", "r20_40")
"""Thin and wide holes, as of faces."""
LEAST_SHARE: Final = 0.005
"""Of a photo that its hole must cover, when what lies in faces is taken away."""


def cases_beside_faces(scenes: Sequence[Scene], bucket: str, *, seed: int = 0) -> list[Case]:
    """The photos of which enough is hidden outside the frames of their faces; the hole of each is drawn from seed and
    key, as ``frozen_hole`` draws it."""
    found = []
    for scene in scenes:
        height, width = scene.pixels.shape[:2]
        faces = tuple(Alignment.of_face(Face.from_points(points.astype(np.float64))) for points in scene.points)
        hole = frozen_hole(bucket, scene.key, seed=seed, size_px=max(height, width))[:height, :width].copy()
        for face in faces:
            cv2.fillConvexPoly(hole, face.corners_photo().round().astype(np.int32), 0.0)
        if hole.mean() >= LEAST_SHARE:
            found.append(Case(scene.pixels, hole, faces))
    return found


def evaluate_cases(
    buckets: Mapping[str, Sequence[Case]], restorers: Mapping[str, InstalledRestorer], *, notes: Sequence[str] = ()
) -> Report:
    """The figures by pixels of all ways on all photos, each way compared with Telea if that is among them."""
    found = {}
    for bucket, cases in buckets.items():
        scores = {name: case_scores([one.restored(case) for case in cases], cases) for name, one in restorers.items()}
        holes = hashlib.sha256(b"".join(np.packbits(case.hole > 0).tobytes() for case in cases)).hexdigest()
        share = float(np.mean([case.hole.mean() for case in cases]))
        found[bucket] = Bucket(scores, holes, share)
        for name in scores:
            if name != BASELINE and BASELINE in scores:
                found[bucket].comparisons[name, BASELINE] = compared(scores[name], scores[BASELINE])
    return Report(found, notes=tuple(notes))


def case_scores(restored: Sequence[NDArray[np.uint8]], cases: Sequence[Case]) -> Scores:
    """Figures by pixels of restored photos, one number for each."""
    pairs = list(zip(restored, cases, strict=True))
    return Scores(
        {
            "psnr": np.array([metrics.psnr(made, case.pixels) for made, case in pairs]),
            "hole_psnr": np.array([metrics.psnr(made, case.pixels, case.hole > 0) for made, case in pairs]),
            "ssim": np.array([metrics.ssim(made, case.pixels) for made, case in pairs]),
            "l1": np.array([metrics.l1(made, case.pixels) for made, case in pairs]),
        }
    )
