"""Restorers without networks, for tests of worker and window. They are quick, and misbehave on request.

The worker process imports this module by name, so it stands on its own and never imports torch.
"""

import os
import time
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from facerestore.values.alignment import TEMPLATE
from facerestore.values.cancellation import NEVER, CancelToken, raise_if_cancelled
from facerestore.values.candidate import Candidate
from facerestore.values.damage_map import DamageMap
from facerestore.values.embedding import FaceEmbedding
from facerestore.values.errors import WeightsMissing
from facerestore.values.events import OnProgress
from facerestore.values.face import Face
from facerestore.values.layout import Layout, LayoutPrediction
from facerestore.values.region import PaintedRegion
from facerestore.values.request import (
    DamageRequest,
    DetectionRequest,
    EmbeddingRequest,
    InpaintingRequest,
    LayoutRequest,
    TextureRequest,
)
from facerestore_resources.damage_groups import DamageGroup
from facerestore_resources.face_classes import CLASS_COUNT, FaceClass

SEED_CRASH = 666
"""The process aborts, as a fault of a graphics driver would make it."""
SEED_RAISE = 667
"""An error that nobody expected."""
SEED_SLOW = 700
"""Ten seconds in small steps, each of which tests the token."""
SEED_DEAF = 669
"""A minute without looking at the token."""

HOLD = "FACERESTORE_TESTS_HOLD"
"""Environment variable of a worker: the file that holds the search of HeldSearch up."""

NETWORKS = ("detection", "points", "layout", "texture")
"""Those that a restoration of faces by their layout takes."""


class OneFace:
    """Finds one upright face in the middle of the picture."""

    device_name, device_reason, device_note = "fake processor", "It was asked for.", ""

    def __init__(self, *, device: str = "auto", weights_dir: Path | None = None) -> None:
        self.weight_hashes: dict[str, str] = {name: name[0] * 64 for name in (*NETWORKS, "inpainting")}

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        height, width = request.pixels.shape[:2]
        return (_face_at(width / 2, height / 2, min(width, height) * 0.9, request.scale),)

    def predict_layout(self, request: LayoutRequest) -> LayoutPrediction:
        labels = drawn_labels(request.crop.alignment.crop_px)
        # alternatives differ in the hole alone
        labels = np.where(request.crop.hole, np.roll(labels, 6 * request.alternative, axis=0), labels)
        probabilities = np.full((CLASS_COUNT, *labels.shape), 0.1 / (CLASS_COUNT - 1), np.float16)
        np.put_along_axis(probabilities, labels[None].astype(np.int64), np.float16(0.9), axis=0)
        return LayoutPrediction.from_probabilities(probabilities, request.crop.alignment)

    def embed_face(self, request: EmbeddingRequest) -> FaceEmbedding:
        """Who it is, is said by the colour of what is visible: pictures of one tone are one person's."""
        visible = request.crop.pixels[~request.crop.hole]
        colour = visible.mean(axis=0) if len(visible) else np.full(3, 0.5)
        return FaceEmbedding(np.resize(colour, 128).astype(np.float32), float(request.crop.hole.mean()))

    def paint_region(self, request: InpaintingRequest) -> PaintedRegion:
        """Red where a face was told, green elsewhere."""
        region = request.region
        colour = np.array([0, 1, 0] if region.face_box is None else [1, 0, 0], np.float32)
        return PaintedRegion(region, np.where(region.hole[..., None], colour, region.pixels))

    def map_damage(self, request: DamageRequest, *, on_progress: OnProgress, cancel: CancelToken = NEVER) -> DamageMap:
        """What is nearly white is a line."""
        white = request.pixels.min(axis=2) > 230
        shares = np.zeros((*white.shape, len(DamageGroup)), np.uint8)
        shares[..., DamageGroup.LINE] = 240 * white
        shares[..., DamageGroup.NONE] = 255 - shares[..., DamageGroup.LINE]
        return DamageMap(shares, request.scale)

    def generate_texture(self, request: TextureRequest, *, on_progress: OnProgress, cancel: CancelToken) -> Candidate:
        _misbehave(request.seed, on_progress, cancel)
        for step in range(4):
            raise_if_cancelled(cancel)
            on_progress("texture", step, 4)
        crop = request.crop
        picture = np.round(crop.pixels * 255).astype(np.uint8)
        filled = cv2.inpaint(picture, crop.hole.astype(np.uint8), 5, cv2.INPAINT_TELEA)
        pixels = np.asarray(filled, np.float32) / 255
        return Candidate(pixels, crop, request.layout, request.seed)


class BySeed(OneFace):
    """Its candidates are noise, another for every seed, and a dark one by another network than the program's own."""

    def generate_texture(self, request: TextureRequest, *, on_progress: OnProgress, cancel: CancelToken) -> Candidate:
        _misbehave(request.seed, on_progress, cancel)
        crop = request.crop
        texture = np.random.default_rng(request.seed).random((32, 32, 3)).astype(np.float32)
        texture = cv2.resize(texture, crop.hole.shape[::-1], interpolation=cv2.INTER_CUBIC).clip(0, 1)
        texture *= 1.0 if request.network == "texture" else 0.1
        return Candidate(np.where(crop.hole[..., None], texture, crop.pixels), crop, request.layout, request.seed)


class Fatal(OneFace):
    """A light picture ends the process, as a fault of a driver would; a dark one takes too much memory, unless it is
    tried alone; one in the middle takes long without looking at the token."""

    def generate_texture(self, request: TextureRequest, *, on_progress: OnProgress, cancel: CancelToken) -> Candidate:
        brightness = float(request.crop.pixels[~request.crop.hole].mean())
        if brightness > 0.9:
            os.abort()
        if brightness < 0.1:
            raise MemoryError
        if 0.4 < brightness < 0.45:
            time.sleep(1.0)
        return super().generate_texture(request, on_progress=on_progress, cancel=cancel)


class TwoFaces(OneFace):
    """Finds two faces side by side."""

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        height, width = request.pixels.shape[:2]
        side = min(width / 2, height) * 0.9
        return (
            _face_at(width / 4, height / 2, side, request.scale),
            _face_at(width * 3 / 4, height / 2, side * 0.9, request.scale),
        )


class TwoFacesBySeed(BySeed, TwoFaces):
    """Finds two faces, and paints another noise for every seed."""


class HardlyAFace(OneFace):
    """Finds what is none, and says so."""

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        return tuple(replace(face, confidence=0.01) for face in super().find_faces(request, cancel=cancel))


class NoFace(OneFace):
    """Finds none."""

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        return ()


class Astronaut(OneFace):
    """Knows where the face of ``skimage.data.astronaut()`` is, at any size of that picture."""

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        if request.sizes_px is not None:  # a closer look at a part: it shows no further face
            return ()
        points = np.array([[202, 100], [246, 98], [228, 123], [211, 144], [246, 142]], np.float64)
        scale = request.pixels.shape[1] / 512 / request.scale
        return (Face.from_points(points * scale, confidence=0.98),)


class AstronautBySeed(BySeed, Astronaut):
    """Knows that face, and paints another noise for every seed."""


class WithoutDamageNetwork(OneFace):
    """Lacks the network for damage."""

    def map_damage(self, request: DamageRequest, *, on_progress: OnProgress, cancel: CancelToken = NEVER) -> DamageMap:
        raise WeightsMissing("The network is not there.", advice="Install it.")


class SlowStart(OneFace):
    """Takes half a second to be made, as loading networks does."""

    def __init__(self, *, device: str = "auto", weights_dir: Path | None = None) -> None:
        super().__init__(device=device, weights_dir=weights_dir)
        time.sleep(0.5)


class HeldSearch(OneFace):
    """Looks for faces as long as the file is there that HOLD names."""

    def find_faces(self, request: DetectionRequest, *, cancel: CancelToken = NEVER) -> tuple[Face, ...]:
        while Path(os.environ[HOLD]).exists():
            raise_if_cancelled(cancel)
            time.sleep(0.01)
        return super().find_faces(request, cancel=cancel)


class WithoutWeights(OneFace):
    """Cannot be made."""

    def __init__(self, *, device: str = "auto", weights_dir: Path | None = None) -> None:
        raise WeightsMissing("The network is not there.", advice="Install it.")


class TellsThreads(OneFace):
    """A restorer that calls its device by how many threads its process allows."""

    @property
    def device_name(self) -> str:
        return f"fake with {os.environ.get('OMP_NUM_THREADS', 'all')} threads"


def drawn_labels(side: int) -> np.ndarray:
    """A schematic face (side, side) in the CelebA-HQ frame."""
    labels = np.zeros((side, side), np.uint8)

    def ellipse(label: FaceClass, x: float, y: float, rx: float, ry: float) -> None:
        centre = (round(x * side), round(y * side))
        cv2.ellipse(labels, centre, (round(rx * side), round(ry * side)), 0, 0, 360, int(label), -1)

    ellipse(FaceClass.HAIR, 0.5, 0.45, 0.36, 0.42)
    cv2.rectangle(labels, (round(0.4 * side), round(0.7 * side)), (round(0.6 * side), side), 17, -1)
    ellipse(FaceClass.CLOTH, 0.5, 1.08, 0.45, 0.16)
    ellipse(FaceClass.LEFT_EAR, 0.24, 0.56, 0.04, 0.08)
    ellipse(FaceClass.RIGHT_EAR, 0.76, 0.56, 0.04, 0.08)
    ellipse(FaceClass.SKIN, 0.5, 0.56, 0.25, 0.34)
    ellipse(FaceClass.LEFT_BROW, TEMPLATE[0][0], 0.42, 0.075, 0.014)
    ellipse(FaceClass.RIGHT_BROW, TEMPLATE[1][0], 0.42, 0.075, 0.014)
    ellipse(FaceClass.LEFT_EYE, *TEMPLATE[0], 0.045, 0.02)
    ellipse(FaceClass.RIGHT_EYE, *TEMPLATE[1], 0.045, 0.02)
    ellipse(FaceClass.NOSE, 0.5, 0.58, 0.05, 0.07)
    ellipse(FaceClass.UPPER_LIP, 0.5, 0.725, 0.1, 0.022)
    ellipse(FaceClass.LOWER_LIP, 0.5, 0.75, 0.085, 0.025)
    ellipse(FaceClass.MOUTH, 0.5, 0.737, 0.07, 0.008)
    return labels


def schematic_layout(side: int = 256) -> Layout:
    return Layout(drawn_labels(side))


def _face_at(x: float, y: float, side: float, scale: float) -> Face:
    points = (TEMPLATE - 0.5) * side + [x, y]
    return Face.from_points(points / scale, confidence=0.9)


def _misbehave(seed: int, on_progress: OnProgress, cancel: CancelToken) -> None:
    if seed == SEED_CRASH:
        os.abort()
    if seed == SEED_RAISE:
        raise RuntimeError("a fault for the test")
    if seed == SEED_DEAF:
        time.sleep(60)
    if seed == SEED_SLOW:
        for step in range(1000):
            raise_if_cancelled(cancel)
            on_progress("texture", step, 1000)
            time.sleep(0.01)
