"""NetworkSpec: what a caller must know to feed a network and to read what comes out."""

from dataclasses import dataclass
from typing import Final, Literal

from facerestore_resources.face_classes import LABEL_ORDER

Task = Literal["detection", "points", "layout", "texture", "embedding", "damage", "inpainting"]
Input = Literal["crop", "hole", "layout", "latent", "noise", "tone", "mirror", "references", "face_box"]
"""What a network may be given: the fields of TextureInputs; other tasks have the first two, and ``latent`` or
``face_box``."""

_PICTURE: Final[frozenset[Input]] = frozenset({"crop", "hole"})


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworkSpec:
    """The contract of one registered network.

    Every network reads float32 RGB in 0...1 with zero in the hole, and a hole map that is 1 where the photo is to
    be restored and 0 where it is kept. Height and width are multiples of ``multiple_of`` and at least
    ``minimum_px``. ``native_px`` is the size it was trained for. ``inputs``: those that change its answer; others may
    be given and are not read.
    """

    task: Task
    multiple_of: int
    minimum_px: int
    native_px: int
    inputs: frozenset[Input] = _PICTURE
    label_order: str = LABEL_ORDER
