"""What a reference costs: milliseconds of processor time of a candidate without any and with 1 to 8, and of what is
made once for all candidates of a photo.

    python tests/performance/reference_speed.py [--engine cpu|torch] [--threads 2] [--runs 7]

All threads of the process count: on a machine with nothing else to do the clock shows less. The sample portrait, half
of its face hidden, borrows from itself in other tones. All counts take turns within a run; medians, and the difference
for each reference by a line through them. A candidate without references borrows from its mirror image, as in use.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Final

_COUNTS: Final = (0, 1, 2, 4, 8)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engine", default="torch", choices=("cpu", "torch", "onnx"))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args(arguments)
    os.environ["OMP_NUM_THREADS"] = str(chosen.threads)
    print(json.dumps(measured(chosen.engine, chosen.runs), indent=2))


def measured(engine: str, runs: int) -> dict[str, object]:
    # after the number of threads is set
    import numpy as np
    from skimage.data import astronaut

    from facerestore.inference.backend_choice import chosen_backend
    from facerestore.inference.loaded_networks import Networks
    from facerestore.values.alignment import Alignment, cut_crop
    from facerestore.values.mask import Mask
    from facerestore.values.photo import Photo
    from facerestore.values.reference import Reference
    from facerestore.values.request import DetectionRequest, LayoutRequest, TextureRequest

    photo = Photo(astronaut())
    networks = Networks(backend=chosen_backend(engine))
    face = networks.find_faces(DetectionRequest.of(photo))[0]
    alignment = Alignment.of_face(face)
    whole = cut_crop(photo, Mask.empty(photo.extent), alignment)
    layout = networks.predict_layout(LayoutRequest(whole)).layout
    hole = np.zeros((256, 256), np.bool_)
    hole[60:220, 40:128] = True
    hidden = type(whole)(np.where(hole[..., None], np.float32(0), whole.pixels), hole, alignment)

    def request(count: int, seed: int) -> TextureRequest:
        lenders = tuple(
            Reference(
                crop=type(whole)(np.clip(whole.pixels * (0.8 + 0.04 * number), 0, 1), whole.hole, alignment),
                face=face,
                file_name=f"{number}",
                layout=layout,
            )
            for number in range(count)
        )
        return TextureRequest(hidden, layout, seed, references=lenders)

    once: dict[int, list[float]] = {count: [] for count in _COUNTS}
    each: dict[int, list[float]] = {count: [] for count in _COUNTS}
    for run in range(runs + 1):
        for count in _COUNTS:
            # the first candidate of a photo makes what its lenders give; the second finds it made
            first = _timed(lambda count=count, run=run: networks.generate_texture(request(count, 2 * run)))
            second = _timed(lambda count=count, run=run: networks.generate_texture(request(count, 2 * run + 1)))
            if run:  # the very first loads the networks
                once[count].append(first - second)
                each[count].append(second)
    medians = {count: statistics.median(times) for count, times in each.items()}
    made = {count: statistics.median(times) for count, times in once.items()}
    return {
        "engine": networks.device_name,
        "candidate, ms, by references": {str(count): round(1e3 * value, 1) for count, value in medians.items()},
        "made once, ms, by references": {str(count): round(1e3 * value, 1) for count, value in made.items()},
        "ms a reference and candidate": round(1e3 * float(np.polyfit(_COUNTS, list(medians.values()), 1)[0]), 1),
        "ms a reference once": round(1e3 * float(np.polyfit(_COUNTS, list(made.values()), 1)[0]), 1),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main(sys.argv[1:])
