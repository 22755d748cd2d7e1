"""Does the layout steer the picture, there and only there? Edited layouts, painted, read again by stage 1."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from torch import nn

from facerestore_models.face_embedder import FaceEmbedder
from facerestore_training import metrics, sheets
from facerestore_training.batched_inference import layout_probabilities, paint
from facerestore_training.data.shards import FaceSet
from facerestore_training.evaluation.baselines import Pictures
from facerestore_training.evaluation.embeddings import embedded
from facerestore_training.evaluation.steering import EDITS, Edit, Edited, box_hole, half_hole
from facerestore_training.evaluation.tables import table

log = logging.getLogger(__name__)

_HOLES: Final[dict[str, Callable[[Edited], NDArray[np.uint8]]]] = {"box": box_hole, "half": half_hole}
_SHEET_FACES: Final = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class SteeringFigures:
    """Of one edit in one kind of hole, over ``count`` faces that have what it edits.

    ``miou``: the re-parse of the edited result against the edited layout inside the region; ``control_miou``: of the
    unedited result against the same edited layout, which is what ignoring the edit scores. ``obeyed`` and
    ``control_obeyed``: the share of relabelled pixels that read as their new label. ``change_inside`` and
    ``change_outside``: mean absolute difference of the two results in the region, and in the rest of the hole, in
    levels of 255. ``identity``, ``control_identity``: mean distance of dlib's embeddings from edited and unedited
    results to the true face; None without an embedder.
    """

    count: int
    miou: float
    control_miou: float
    obeyed: float
    control_obeyed: float
    change_inside: float
    change_outside: float
    identity: float | None = None
    control_identity: float | None = None


@dataclass(frozen=True, eq=False)
class SteeringReport:
    """(edit, kind of hole) -> figures; ``absent``: edits that no face could be given."""

    figures: dict[tuple[str, str], SteeringFigures]
    absent: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "figures": [{"edit": edit, "hole": hole, **asdict(f)} for (edit, hole), f in self.figures.items()],
            "absent": list(self.absent),
        }

    def markdown(self, labels_note: str) -> str:
        """``labels_note``: whose layouts were edited."""
        rows = [
            [
                edit,
                hole,
                str(f.count),
                f"{f.miou:.3f}",
                f"{f.control_miou:.3f}",
                f"{f.obeyed:.2f}",
                f"{f.control_obeyed:.2f}",
                f"{f.change_inside:.2f}",
                f"{f.change_outside:.2f}",
                "" if f.identity is None else f"{f.identity:.3f}",
                "" if f.control_identity is None else f"{f.control_identity:.3f}",
            ]
            for (edit, hole), f in self.figures.items()
        ]
        head = [
            "edit",
            "hole",
            "faces",
            "mIoU with edited layout",
            "the same, unedited",
            "relabelled pixels obeyed",
            "the same, unedited",
            "change inside",
            "change outside",
            "identity distance",
            "the same, unedited",
        ]
        notes = [labels_note, "Changes: mean absolute difference of the two results in the hole, levels of 255."]
        if self.absent:
            notes.append(f"No face here could be given: {', '.join(self.absent)}.")
        return "\n".join(f"- {note}" for note in notes) + f"\n\n{table(head, rows)}\n"


def evaluate_steering(
    texture: nn.Module,
    parser: nn.Module,
    faces: FaceSet,
    out_dir: Path,
    *,
    seed: int = 0,
    edits: Mapping[str, Edit] = EDITS,
    embedder: FaceEmbedder | None = None,
) -> SteeringReport:
    """Stage 2 with the faces' layouts and with edited ones, from one seed; ``steering.png`` shows the first faces.

    Rows of the sheet: photo with its hole, layout, result, edited layout, result. Raises ValueError without labels.
    """
    if faces.labels is None:
        raise ValueError("Layouts are edited where there are some.")
    figures: dict[tuple[str, str], SteeringFigures] = {}
    absent: list[str] = []
    rows: list[list[Pictures]] = []
    for name, edit in edits.items():
        answers = [edit(np.asarray(labels)) for labels in faces.labels]
        indices = [i for i, answer in enumerate(answers) if answer is not None]
        edited = [answer for answer in answers if answer is not None]
        if not edited:
            absent.append(name)
            continue
        log.info("%s: %d faces", name, len(edited))
        chosen = faces.subset(indices)
        for kind, hole_of in _HOLES.items():
            holes = np.stack([hole_of(answer) for answer in edited])
            after = FaceSet(chosen.keys, chosen.pixels, np.stack([answer.labels for answer in edited]))
            plain, steered = (paint(texture, None, f, holes, layouts="true", seed=seed) for f in (chosen, after))
            found = _figures(parser, plain, steered, edited, holes)
            if embedder is not None:
                truth = embedded(embedder, np.asarray(chosen.pixels))
                found = replace(
                    found,
                    identity=_mean_distance(embedded(embedder, steered), truth),
                    control_identity=_mean_distance(embedded(embedder, plain), truth),
                )
            figures[name, kind] = found
            rows.append(_sheet_row(f"{name}, {kind}", chosen, edited, holes, plain, steered))
    out_dir.mkdir(parents=True, exist_ok=True)
    if rows:
        sheets.save_sheet(rows, out_dir / "steering.png")
    return SteeringReport(figures, tuple(absent))


def _figures(
    parser: nn.Module, plain: Pictures, steered: Pictures, edited: list[Edited], holes: NDArray[np.uint8]
) -> SteeringFigures:
    wanted = np.stack([answer.labels for answer in edited])
    changed = np.stack([answer.changed for answer in edited])
    region = np.stack([answer.region for answer in edited])
    steered_read, plain_read = (_read(parser, pictures) for pictures in (steered, plain))
    change = np.abs(steered.astype(np.float32) - plain).mean(axis=-1)
    outside = (holes > 0) & ~region
    return SteeringFigures(
        count=len(edited),
        miou=float(metrics.mean_iou(metrics.confusion_matrix(wanted, steered_read, region))),
        control_miou=float(metrics.mean_iou(metrics.confusion_matrix(wanted, plain_read, region))),
        obeyed=float((steered_read == wanted)[changed].mean()),
        control_obeyed=float((plain_read == wanted)[changed].mean()),
        change_inside=float(change[region].mean()),
        change_outside=float(change[outside].mean()),
    )


def _mean_distance(one_ND: NDArray[np.float32], other_ND: NDArray[np.float32]) -> float:
    return float(np.linalg.norm(one_ND - other_ND, axis=1).mean())


def _read(parser: nn.Module, pictures: Pictures) -> NDArray[np.int64]:
    """Stage 1's labels (N, 256, 256) of whole pictures, a few at a time."""
    parts = [
        layout_probabilities(parser, pictures[i : i + 16], None).argmax(axis=1) for i in range(0, len(pictures), 16)
    ]
    return np.concatenate(parts)


def _sheet_row(
    title: str, faces: FaceSet, edited: list[Edited], holes: NDArray[np.uint8], plain: Pictures, steered: Pictures
) -> list[Pictures]:
    assert faces.labels is not None
    row: list[Pictures] = []
    for i in range(min(_SHEET_FACES, len(edited))):
        row += [
            sheets.captioned(sheets.with_hole(np.asarray(faces.pixels[i]), holes[i]), title),
            sheets.painted(np.asarray(faces.labels[i])),
            plain[i],
            sheets.painted(edited[i].labels),
            steered[i],
        ]
    return row
