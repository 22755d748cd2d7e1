"""An engine without networks: it paints the mask in one colour, and fails on request."""

import numpy as np

from facerestore.compositing.compositor import changed_by, painted_by
from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment, cut_crop
from facerestore.values.cancellation import raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.errors import NoFaceFound
from facerestore.values.face import Face
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.result import RestorationResult
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass


def alignment_at(x, y, side):
    """The alignment of a face whose crop is centred there, ``side`` photo pixels wide."""
    return Alignment.of_face(Face.from_points((TEMPLATE - 0.5) * side + [x, y]))


class FakeEngine:
    """Finds the given alignments, or one in the middle; ``fails_on``: what is raised, by a photo's name."""

    device_name = "fake processor"

    def __init__(self, *, alignments=None, fails_on=None, cancels_on=None):
        self.weight_hashes = {"fake": "0" * 64}
        self.alignments = alignments
        self.fails_on = fails_on or {}
        self.cancels_on = cancels_on or {}
        self.restored = []

    def ensure_ready(self):
        pass

    def find_alignments(self, photo, mask, *, is_aligned, points_photo):
        extent = photo.extent
        if is_aligned:
            return (Alignment.of_aligned(extent),)
        if points_photo is not None:
            return (Alignment.of_face(Face.from_points(points_photo)),)
        if self.alignments is None:
            return (alignment_at(extent.width / 2, extent.height / 2, min(extent.width, extent.height)),)
        if not self.alignments:
            raise NoFaceFound("No face was found.", advice="Place it with --points.")
        return tuple(self.alignments)

    def predict_layout(self, photo, mask, alignment, *, alternative=0):
        labels = np.full((CROP_PX, CROP_PX), FaceClass.SKIN, np.uint8)
        labels[:, : CROP_PX // 2] = FaceClass.HAIR
        probabilities = np.full((CLASS_COUNT, CROP_PX, CROP_PX), 0.001, np.float16)
        np.put_along_axis(probabilities, labels[None].astype(np.int64), np.float16(0.98), axis=0)
        return LayoutPrediction(Layout(labels, alignment), probabilities)

    def restore_photo(self, photo, mask, *, alignments, layouts, fill, protected, seed, on_progress, cancel):
        name = photo.path.name if photo.path else ""
        if name in self.cancels_on:
            self.cancels_on[name].set()
        raise_if_cancelled(cancel)
        if name in self.fails_on:
            raise self.fails_on[name]
        on_progress("texture", 1, 1)
        self.restored.append((name, tuple(alignments), tuple(layouts), seed))
        changed = changed_by(mask, fill, protected)
        painted = painted_by(mask, fill, protected).restore
        pixels = photo.pixels.copy()
        pixels[changed.restore] = photo.white // 4
        pixels[painted] = photo.white // 2
        candidates = tuple(
            Candidate(
                np.full((CROP_PX, CROP_PX, 3), 0.5, np.float32),
                cut_crop(photo, changed, alignment),
                layout or self.predict_layout(photo, mask, alignment).layout,
                seed,
            )
            for alignment, layout in zip(alignments, layouts, strict=True)
        )
        generated = painted if candidates else np.zeros_like(painted)
        return RestorationResult(
            photo.with_pixels(pixels),
            candidates,
            generated,
            self.device_name,
            0.1,
            self.weight_hashes,
            filled=changed.restore & ~generated,
            protected=protected,
        )
