"""NetworkSpec: what a caller must know to feed a network and to read what comes out."""

from dataclasses import dataclass
from typing import Literal

from facerestore_resources.face_classes import LABEL_ORDER

Task = Literal["detection", "points", "layout", "texture", "embedding"]


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworkSpec:
    """The contract of one registered network.

    Every network reads float32 RGB in 0...1 with zero in the hole, and a hole map that is 1 where the photo is to
    be restored and 0 where it is kept. Height and width are multiples of ``multiple_of`` and at least
    ``minimum_px``. ``native_px`` is the size it was trained for.
    """

    task: Task
    multiple_of: int
    minimum_px: int
    native_px: int
    label_order: str = LABEL_ORDER
