"""The arrays of a journal's record, one after another as they lie in memory: a store of blobs for ``face_codec``, and
what flips in the mask and in layouts."""

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.face_codec import MAX_LAYOUT_SIDE, MAX_SEED, LayoutPair
from facerestore.documents.json_fields import Fields, Read
from facerestore.documents.place_codec import alignment_of, alignment_values
from facerestore.documents.reference_codec import ReferencePictures
from facerestore.editing.painting import PixelDiff
from facerestore.files.stored_picture import MAX_PIXELS, UnsupportedPicture
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.geometry import Box, Extent
from facerestore.values.hand_layer import HandDiff
from facerestore.values.layout import Layout


class ArrayWriter:
    """A list of arrays that grows: a ``BlobWriter`` for all faces of a record."""

    def __init__(self) -> None:
        self.blobs: list[bytes] = []

    def layouts(self, layout: Layout | None, predicted: Layout | None) -> dict[str, object]:
        is_prediction = layout is predicted
        return {
            "layout": None if is_prediction else self._layout(layout),
            "predicted": self._layout(predicted),
            "is_prediction": is_prediction,
        }

    def mix(self, mix: CandidateMix | None) -> dict[str, object]:
        if mix is None:
            return {"choice": None}
        self.blobs.extend((mix.plane.tobytes(), mix.strength.tobytes()))
        return {"choice": {"seeds": list(mix.seeds), "side": mix.plane.shape[0]}}

    def reference(self, pictures: ReferencePictures) -> dict[str, object]:
        self.blobs.append(np.ascontiguousarray(pictures.pixels, "<f4").tobytes())
        self.blobs.append(np.packbits(pictures.hole).tobytes())
        fields: dict[str, object] = {"layout": self._layout(pictures.layout)}
        if pictures.masked is None:
            return fields
        self.blobs.append(np.packbits(pictures.masked).tobytes())
        return fields | {"is_masked": True}

    def diffs(self, diffs: Sequence[PixelDiff]) -> dict[str, object]:
        """``boxes``: left, top, right, bottom of one box after another."""
        self.blobs.extend(array.tobytes() for one in diffs for array in (one.changed_bits, one.flips))
        edges = [edge for one in diffs for edge in (one.box.left, one.box.top, one.box.right, one.box.bottom)]
        return {"boxes": edges}

    def hand_diffs(self, diffs: Sequence[HandDiff]) -> dict[str, object]:
        """``hand_boxes``: as of ``diffs``; ``bits``, ``channels``: of the samples."""
        for one in diffs:
            little = one.flips.astype(one.flips.dtype.newbyteorder("<"), copy=False)
            self.blobs.extend((one.changed_bits.tobytes(), np.ascontiguousarray(little).tobytes()))
        edges = [edge for one in diffs for edge in (one.box.left, one.box.top, one.box.right, one.box.bottom)]
        first = diffs[0].flips if diffs else np.zeros(0, np.uint8)
        return {"hand_boxes": edges, "bits": 8 * first.itemsize, "channels": 1 if first.ndim == 1 else first.shape[1]}

    def _layout(self, layout: Layout | None) -> dict[str, object] | None:
        if layout is None:
            return None
        self.blobs.append(layout.labels.tobytes())
        height, width = layout.labels.shape
        alignment = None if layout.alignment is None else alignment_values(layout.alignment)
        return {"width": width, "height": height, "alignment": alignment}


class ArrayReader:
    """The arrays of a record, taken one after another: a ``BlobReader`` for all its faces, in their order. They are
    in memory already, so they are read when they are asked for. Methods raise UnsupportedPicture."""

    def __init__(self, fields: Fields, data: bytes) -> None:
        lengths = fields.wholes("blobs", most=len(data))
        if sum(lengths) != len(data):
            raise UnsupportedPicture.damaged("a record has another length than it says")
        self._lengths, self._data, self._is_packed = iter(lengths), memoryview(data), fields.flag("packed")
        self._position = 0

    def layouts(self, fields: Fields) -> Read[LayoutPair]:
        is_prediction = fields.flag("is_prediction")
        layout = self._layout(fields.inner("layout")) if fields.has("layout") else None
        predicted = self._layout(fields.inner("predicted")) if fields.has("predicted") else None
        return lambda: (predicted if is_prediction else layout, predicted)

    def mix(self, fields: Fields, side_px: int) -> Read[CandidateMix | None]:
        mix = self._mix(fields.inner("choice")) if fields.has("choice") else None
        return lambda: mix

    def reference(self, fields: Fields, side_px: int) -> Read[ReferencePictures]:
        count = side_px * side_px
        data, hole = self._next(most=12 * count), self._flags(side_px)
        if len(data) != 12 * count:
            raise UnsupportedPicture.damaged("a face has another size than it says")
        pixels = data.view("<f4").reshape(side_px, side_px, 3).astype(np.float32)
        if not np.isfinite(pixels).all():
            raise UnsupportedPicture.damaged("a face has values that are no colours")
        layout = self._layout(fields.inner("layout")) if fields.has("layout") else None
        masked = self._flags(side_px) if fields.has("is_masked") and fields.flag("is_masked") else None
        return lambda: ReferencePictures(pixels, hole, layout, masked)

    def diffs(self, fields: Fields) -> tuple[PixelDiff, ...]:
        edges = fields.wholes("boxes", most=MAX_PIXELS)
        if len(edges) % 4:
            raise UnsupportedPicture.damaged("a box lacks a side")
        return tuple(self._diff(Box(*edges[at : at + 4])) for at in range(0, len(edges), 4))

    def hand_diffs(self, fields: Fields) -> tuple[HandDiff, ...]:
        edges = fields.wholes("hand_boxes", most=MAX_PIXELS)
        bits, channels = fields.whole("bits", most=16), fields.whole("channels", most=3)
        if len(edges) % 4 or bits not in (8, 16) or channels not in (1, 3):
            raise UnsupportedPicture.damaged("what was painted by hand makes no sense")
        boxes = [Box(*edges[at : at + 4]) for at in range(0, len(edges), 4)]
        return tuple(self._hand_diff(box, np.dtype(f"<u{bits // 8}"), channels) for box in boxes)

    def _hand_diff(self, box: Box, dtype: np.dtype[Any], channels: int) -> HandDiff:
        count = box.width * box.height
        if box.is_empty or count > MAX_PIXELS:
            raise UnsupportedPicture.damaged("a box has no size")
        bits, data = self._next(most=(count + 7) // 8), self._next(most=count * channels * dtype.itemsize)
        if len(bits) != (count + 7) // 8:
            raise UnsupportedPicture.damaged("a change has another length than its box")
        changed = int(np.count_nonzero(np.unpackbits(bits, count=count)))
        if len(data) != changed * channels * dtype.itemsize:
            raise UnsupportedPicture.damaged("a change has another length than its box")
        flips = data.view(dtype).astype(dtype.newbyteorder("="))
        return HandDiff(box, bits, flips if channels == 1 else flips.reshape(-1, channels))

    def _flags(self, side_px: int) -> NDArray[np.bool_]:
        count = side_px * side_px
        bits = self._next(most=(count + 7) // 8)
        if len(bits) != (count + 7) // 8:
            raise UnsupportedPicture.damaged("a face has another size than it says")
        return np.unpackbits(bits, count=count).reshape(side_px, side_px).astype(np.bool_)

    def _layout(self, fields: Fields) -> Layout:
        extent = Extent(*(fields.whole(name, least=1, most=MAX_LAYOUT_SIDE) for name in ("width", "height")))
        labels = self._next(most=extent.pixel_count)
        alignment = alignment_of(fields.inner("alignment")) if fields.has("alignment") else None
        try:
            return Layout(labels.reshape(extent.height, extent.width), alignment)
        except ValueError as error:
            raise UnsupportedPicture.damaged("a layout makes no sense") from error

    def _mix(self, fields: Fields) -> CandidateMix:
        side = fields.whole("side", least=1, most=MAX_LAYOUT_SIDE)
        planes = [self._next(most=side * side) for _ in ("plane", "strength")]
        try:
            plane, strength = (one.reshape(side, side) for one in planes)
            return CandidateMix(tuple(fields.wholes("seeds", most=MAX_SEED)), plane, strength)
        except ValueError as error:
            raise UnsupportedPicture.damaged("a choice of candidates makes no sense") from error

    def _diff(self, box: Box) -> PixelDiff:
        count = box.width * box.height
        if box.is_empty or count > MAX_PIXELS:
            raise UnsupportedPicture.damaged("a box has no size")
        bits, flips = self._next(most=(count + 7) // 8), self._next(most=count)
        if len(bits) != (count + 7) // 8 or len(flips) not in (1, np.count_nonzero(np.unpackbits(bits, count=count))):
            raise UnsupportedPicture.damaged("a change has another length than its box")
        return PixelDiff(box, bits, flips)

    def _next(self, *, most: int) -> NDArray[np.uint8]:
        """The next array, of at most so many bytes."""
        length = next(self._lengths, None)
        if length is None:
            raise UnsupportedPicture.damaged("a record lacks an array")
        data = bytes(self._data[self._position : self._position + length])
        self._position += length
        if self._is_packed:
            try:
                data = zlib.decompressobj().decompress(data, most + 1)
            except zlib.error as error:
                raise UnsupportedPicture.damaged("an array cannot be unpacked") from error
        if len(data) > most:
            raise UnsupportedPicture.damaged("an array is too long")
        return np.frombuffer(data, np.uint8)
