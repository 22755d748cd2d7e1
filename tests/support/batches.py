"""Batches without networks: in this process, or in processes of their own."""

import numpy as np

from facerestore.batch.crew import LocalCrew
from facerestore.batch.engine import BatchRun, Folders
from facerestore.batch.ledger import Ledger
from facerestore.batch.plan import planned
from facerestore.files.writing import write_mask, write_photo
from facerestore.values.cancellation import NEVER
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))


def put_photos(folder, **brightness):
    """Small photos of a brightness each, by their names, with masks over their left halves."""
    for name, level in brightness.items():
        pixels = np.full((24, 32, 3), level, np.uint8)
        pixels[12:, :, 1] += 3
        write_photo(Photo(pixels), folder / f"{name}.png")
        write_mask(HALF, folder / f"{name}_mask.png")


def run_batch(
    request, networks=None, *, items=None, crew=None, cancel=NEVER, patience_s=0.0, has_pictures=False, **options
):
    """One run of a batch, by a crew or by ``networks`` in this process."""
    request.results.mkdir(parents=True, exist_ok=True)
    items = planned(request) if items is None else items
    with Ledger.opened(request.results) as ledger:
        ledger.begin_run({})
        folders = Folders(request.photos, request.results, patience_s, has_pictures)
        crew = crew or LocalCrew(networks)
        return BatchRun(items, folders, ledger, crew, cancel=cancel, **options).run()


def statuses(report):
    """By the photos' names; "done" for what an earlier run did."""
    return {one.photo.name: _status(one) for one in report.outcomes}


def entries(request):
    """What the ledger says, by the photos' names there."""
    with Ledger.opened(request.results) as ledger:
        return {entry.photo: entry for entry in ledger.entries()}


def _status(outcome):
    return "done" if outcome.was_done and outcome.state.value == "restored" else outcome.state.value
