"""Restorers compared on faces and holes that never change: figures, intervals, tables, contact sheets."""

from facerestore_training.evaluation.baselines import (
    BASELINE,
    Inpaint,
    Pictures,
    mean_fill,
    navier_stokes,
    telea,
)
from facerestore_training.evaluation.bootstrap import Comparison, difference_interval
from facerestore_training.evaluation.holes import FolderBuckets, FrozenBuckets, own_buckets, read_buckets
from facerestore_training.evaluation.judging import Judges, Scores, score
from facerestore_training.evaluation.report import compared, evaluate
from facerestore_training.evaluation.results import Report
from facerestore_training.evaluation.tables import markdown

__all__ = [
    "BASELINE",
    "Comparison",
    "FolderBuckets",
    "FrozenBuckets",
    "Inpaint",
    "Judges",
    "Pictures",
    "Report",
    "Scores",
    "compared",
    "difference_interval",
    "evaluate",
    "markdown",
    "mean_fill",
    "navier_stokes",
    "own_buckets",
    "read_buckets",
    "score",
    "telea",
]
