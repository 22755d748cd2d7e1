"""What a run writes down as it goes: lines of ``metrics.jsonl``, and TensorBoard's events beside them."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from facerestore_training.runs.checkpoints import Progress

log = logging.getLogger(__name__)

METRICS_FILE: Final = "metrics.jsonl"
SHEET_FILE: Final = "contact.png"
_SHEET_PX: Final = 1_024
"""Longest side of a contact sheet among the events: a long run keeps hundreds."""


class _Events(Protocol):
    """The part of tensorboardX' SummaryWriter that is used; its package has no types."""

    def add_scalar(self, tag: str, scalar_value: float, global_step: int) -> None: ...

    def add_image(self, tag: str, img_tensor: NDArray[np.uint8], global_step: int, *, dataformats: str) -> None: ...

    def flush(self) -> None: ...

    def close(self) -> None: ...


class Recorder:
    """Figures and contact sheets of the run in a folder, by images seen.

    Events are tagged ``train/loss``, ``validation/psnr_r20_40`` and so on, and ``contact``. Where a run goes on from
    an earlier state, TensorBoard hides what had been written after it. Without the package tensorboardX a warning
    is logged once, and ``metrics.jsonl`` is all there is.
    """

    def __init__(self, run_dir: Path) -> None:
        self._run_dir = run_dir
        self._events: _Events | None = None
        self._has_tried = False

    def figures(self, kind: str, progress: Progress, figures: Mapping[str, float]) -> None:
        """One line and one event for each figure; ``kind`` is ``train`` or ``validation``."""
        line = {
            "kind": kind,
            "images": progress.images,
            "elapsed_s": round(progress.elapsed_s, 1),
            **{name: float(f"{value:.5g}") for name, value in figures.items()},
        }
        self._run_dir.mkdir(parents=True, exist_ok=True)
        with (self._run_dir / METRICS_FILE).open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(line) + "\n")
        log.info("%s", " ".join(f"{name} {value}" for name, value in line.items()))
        events = self._opened(progress.images)
        if events is not None:
            for name, value in figures.items():
                events.add_scalar(f"{kind}/{name}", value, progress.images)
            events.flush()

    def sheet(self, progress: Progress) -> None:
        """The run's contact sheet as it is now; nothing where there is none."""
        events, file = self._opened(progress.images), self._run_dir / SHEET_FILE
        if events is None or not file.exists():
            return
        with Image.open(file) as sheet:
            small = sheet.convert("RGB")
            small.thumbnail((_SHEET_PX, _SHEET_PX))
        events.add_image("contact", np.asarray(small), progress.images, dataformats="HWC")
        events.flush()

    def close(self) -> None:
        """Finish the events' file; a later figure begins another."""
        if self._events is not None:
            self._events.close()
        self._events, self._has_tried = None, False

    def _opened(self, images: int) -> _Events | None:
        if not self._has_tried:
            self._has_tried = True
            self._events = _open_events(self._run_dir, images)
        return self._events


def _open_events(run_dir: Path, images: int) -> _Events | None:
    try:
        # an extra: training goes on without it
        from tensorboardX import SummaryWriter
    except ImportError:
        log.warning(
            "No events for TensorBoard: the package tensorboardX is missing. 'pip install tensorboardX' adds it; "
            "figures go to %s all the same.",
            run_dir / METRICS_FILE,
        )
        return None
    # files are named by the second: one that begins in the same second must not replace the last
    events: _Events = SummaryWriter(str(run_dir), purge_step=images, filename_suffix=f".{images}")
    return events
