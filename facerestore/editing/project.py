"""Project: a photo and everything a person has done to it. Changed by commands only."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from facerestore.values.alignment import Alignment
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_table import DEFAULT_TABLE, DamageTable
from facerestore.values.face import Face
from facerestore.values.framing import UNFRAMED, Framing
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import NO_LAYER, HandLayer
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import MOST_REFERENCES, Reference


@dataclass(frozen=True, eq=False)
class FaceState:
    """A face and the work on it: ``layout`` as it stands, ``predicted`` as stage 1 said, both in the face's
    crop frame, or None before there is one. ``choice``: which candidates are used where, None: the seed's own
    everywhere. ``is_skipped``: it is not restored by the networks. ``references``: the same person in other
    photographs, at most MOST_REFERENCES."""

    face: Face
    layout: Layout | None = None
    predicted: Layout | None = None
    choice: CandidateMix | None = None
    is_skipped: bool = False
    references: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        # a face whose points coincide has no frame: refused here rather than at the first crop
        _ = self.alignment
        if len(self.references) > MOST_REFERENCES:
            raise ValueError(f"A face has at most {MOST_REFERENCES} references.")

    @cached_property
    def alignment(self) -> Alignment:
        return Alignment.of_face(self.face)

    def with_layout(self, layout: Layout | None) -> Self:
        return replace(self, layout=layout)

    def with_choice(self, choice: CandidateMix | None) -> Self:
        return replace(self, choice=choice)

    def with_references(self, references: tuple[Reference, ...]) -> Self:
        return replace(self, references=references)

    def with_prediction(self, layout: Layout) -> Self:
        """The work after stage 1: its layout is both the present one and the one to go back to."""
        return replace(self, layout=layout, predicted=layout)

    def with_point(self, point: int, x_photo: float, y_photo: float) -> Self:
        """The work with one of the five points elsewhere, its layouts carried to the new frame.

        Raises ValueError when the points would all lie on one spot.
        """
        points = self.face.points_photo.copy()
        points[point] = x_photo, y_photo
        return self.with_points(points)

    def with_points(self, points_photo: NDArray[np.floating]) -> Self:
        """The work with all five points (5, 2) elsewhere, its layouts carried to the new frame. Raises ValueError as
        ``with_point`` does."""
        face = Face.from_points(points_photo)
        alignment = Alignment.of_face(face)
        return replace(
            self,
            face=face,
            layout=None if self.layout is None else layout_in_frame(self.layout, alignment),
            predicted=None if self.predicted is None else layout_in_frame(self.predicted, alignment),
            # what was chosen lies in a frame that no candidate fits any more
            choice=None,
        )


class Project:
    """``photo``; ``coverage``: uint8 (H, W) of the photo, the numbers of damage classes; ``classes``: which there are,
    and what is done about each; ``faces``; ``framing``: how the photo is looked at, which changes nothing of all that;
    ``hand``: what was painted by hand, seen where the coverage says so. ``faces_are_sought``: they have been looked
    for, so that there are none where ``faces`` has none.

    The coverage is one array that edits change in place, because a 24-megapixel mask has no cheap copies;
    everything else is replaced, never changed.
    """

    def __init__(self, photo: Photo) -> None:
        self.photo = photo
        self.coverage: NDArray[np.uint8] = np.zeros((photo.extent.height, photo.extent.width), np.uint8)
        self.classes: DamageTable = DEFAULT_TABLE
        self.faces: tuple[FaceState, ...] = ()
        self.framing: Framing = UNFRAMED
        self.hand: HandLayer = NO_LAYER
        self.faces_are_sought = False

    @property
    def lacks_search(self) -> bool:
        """Whether faces are still to be looked for."""
        return not self.faces_are_sought and not self.faces

    def mask(self) -> Mask:
        """The mask as it stands; later edits do not change it."""
        return Mask(self.coverage.copy())

    def worked(self, box: Box) -> NDArray[np.uint8] | NDArray[np.uint16]:
        """The photo's pixels of a box, (h, w) or (h, w, 3), as they are filled by hand."""
        return self.hand.over(self.photo.pixels[box.slices], self.coverage[box.slices], box)

    def replace_face(self, index: int, work: FaceState) -> None:
        self.faces = (*self.faces[:index], work, *self.faces[index + 1 :])


def layout_in_frame(layout: Layout, alignment: Alignment) -> Layout:
    """The layout as the crop of ``alignment`` shows it, by nearest label; background where it shows more.

    A layout that does not say which crop it belongs to is taken to be of this one, at any size.
    """
    old = layout.alignment or alignment
    size = alignment.crop_px
    same_frame = np.allclose(old.matrix_photo_to_crop, alignment.matrix_photo_to_crop, atol=1e-9)
    if same_frame and layout.labels.shape == (size, size):
        return Layout(layout.labels, alignment)
    steps = np.arange(size) + 0.5
    centres_crop = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    share = old.to_crop(alignment.to_photo(centres_crop)) / old.crop_px
    pixel = np.floor(share * layout.labels.shape[::-1]).astype(np.float32)
    columns, rows = pixel.T.reshape(2, size, size)
    labels = cv2.remap(layout.labels, columns, rows, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT)
    return Layout(np.asarray(labels, np.uint8), alignment)
