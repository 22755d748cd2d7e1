"""A backend without networks, for restorations of files; and a compositor that paints masks in one colour, and fails on
request."""

import numpy as np

from facerestore.compositing.compositor import changed_by, painted_by
from facerestore.restoration import recipe
from facerestore.restoration.local import LocalNetworks
from facerestore.values.alignment import CROP_PX, TEMPLATE, Alignment
from facerestore.values.cancellation import NEVER, raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.damage_map import DamageMap
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.face import Face
from facerestore.values.layout import LayoutPrediction
from facerestore.values.repair import RepairedPhoto
from facerestore_resources.damage_groups import DamageGroup
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass


def face_at(x, y, side):
    """A face whose crop is centred there, ``side`` photo pixels wide, as the detector finds one."""
    return Face.from_points((TEMPLATE - 0.5) * side + [x, y], confidence=0.9)


def alignment_at(x, y, side):
    """The alignment of that face."""
    return Alignment.of_face(face_at(x, y, side))


class FakeBackend:
    """Finds the given faces, or one as large as the photo; its layout is half hair, half skin, its texture grey.
    ``predicted``: the alignments for which a layout was asked for."""

    device_name, device_reason, device_note = "fake processor", "", ""

    def __init__(self, faces=None):
        self.weight_hashes = {name: name[0] * 64 for name in ("detection", "points", "layout", "texture")}
        self.faces = faces
        self.predicted = []

    def find_faces(self, request, *, cancel=NEVER):
        if self.faces is not None:
            return tuple(self.faces)
        height, width = request.pixels.shape[:2]
        scale = request.scale
        return (face_at(width / 2 / scale, height / 2 / scale, min(width, height) / scale),)

    def predict_layout(self, request):
        self.predicted.append(request.crop.alignment)
        labels = np.full((CROP_PX, CROP_PX), FaceClass.SKIN, np.uint8)
        labels[:, : CROP_PX // 2] = FaceClass.HAIR
        probabilities = np.full((CLASS_COUNT, CROP_PX, CROP_PX), 0.001, np.float16)
        np.put_along_axis(probabilities, labels[None].astype(np.int64), np.float16(0.98), axis=0)
        return LayoutPrediction.from_probabilities(probabilities, request.crop.alignment)

    def map_damage(self, request, *, on_progress=None, cancel=NEVER):
        """What is white is a line."""
        white = request.pixels.min(axis=2) > 250
        shares = np.zeros((*white.shape, len(DamageGroup)), np.uint8)
        shares[..., DamageGroup.LINE] = 250 * white
        shares[..., DamageGroup.NONE] = 255 - shares[..., DamageGroup.LINE]
        return DamageMap(shares, request.scale)

    def embed_face(self, request):
        """Who it is, is said by the mean of what is visible: photographs of one colour are one person's."""
        visible = request.crop.pixels[~request.crop.hole]
        vector = np.full(128, visible.mean() if len(visible) else 0.5, np.float32)
        return FaceEmbedding(vector, float(request.crop.hole.mean()))

    def generate_texture(self, request, *, on_progress, cancel):
        pixels = np.full((CROP_PX, CROP_PX, 3), 0.5, np.float32)
        return Candidate(pixels, request.crop, request.layout, request.seed)


class FakeNetworks(LocalNetworks):
    """``faces``: as of the backend; ``fails_on``: what is raised, by a photo's name; ``restored``: (photo's name,
    alignments, layouts or None where one was predicted, seed) of each. ``devices``: those asked for."""

    def __init__(self, *, faces=None, fails_on=None, cancels_on=None):
        self.backend = FakeBackend(faces)
        super().__init__(make=lambda device: self.backend)
        self.fails_on, self.cancels_on = fails_on or {}, cancels_on or {}
        self.restored, self.details, self.devices = [], [], []

    def verified_hashes(self, tasks):
        return {task: task[0] * 64 for task in tasks}

    def run(self, steps, **keywords):
        before, recipe.composite = recipe.composite, self._composite
        try:
            return super().run(steps, **keywords)
        finally:
            recipe.composite = before

    def _composite(self, photo, mask, candidates, *, regions, fill, protected, seed, detail, on_progress, cancel):
        """Half of white where networks paint, a quarter where the rest is filled."""
        name = photo.path.name if photo.path else ""
        if name in self.cancels_on:
            self.cancels_on[name].set()
        raise_if_cancelled(cancel)
        if name in self.fails_on:
            raise self.fails_on[name]
        predicted = {alignment.key for alignment in self.backend.predicted}
        layouts = tuple(None if one.alignment.key in predicted else one.layout for one in candidates)
        self.restored.append((name, tuple(one.alignment for one in candidates), layouts, seed))
        self.details.append(detail)
        changed = changed_by(mask, fill, protected).restore
        painted = painted_by(mask, fill, protected).restore if candidates else np.zeros_like(changed)
        pixels = photo.pixels.copy()
        pixels[changed] = photo.white // 4
        pixels[painted] = photo.white // 2
        return RepairedPhoto.of_planes(photo, pixels, generated=painted, filled=changed & ~painted)
