"""The parts of a project file's zip: a store of blobs for ``face_codec`` and ``result_codec``.

Writing and reading are two steps each. What is to be written is listed, so that the manifest comes first; what is to
be read is declared with its size, so that a file that says too much is refused before a picture of it is decoded.
"""

import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from facerestore.documents.face_codec import MAX_LAYOUT_SIDE, MAX_SEED, LayoutPair
from facerestore.documents.json_fields import Fields, Read
from facerestore.documents.project_container import add, content_of
from facerestore.documents.reference_codec import ReferencePictures
from facerestore.files import png_chunks, png_file
from facerestore.files.layout_file import decoded_layout, encoded_layout
from facerestore.files.stored_picture import UnsupportedPicture
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import PhotoMetadata
from facerestore.values.translatable_text import TranslatableText

_MAX_LAYOUT_PIXELS: Final = MAX_LAYOUT_SIDE**2
_GREY, _RGB = 0, 2
"""PNG's colour types."""


class MemberWriter:
    """A list of parts to be written, each made when its turn comes: a ``BlobWriter``."""

    def __init__(self, folder: str = "", listed: list[tuple[str, Callable[[], bytes]]] | None = None) -> None:
        self._folder = folder
        self._listed: list[tuple[str, Callable[[], bytes]]] = [] if listed is None else listed

    def below(self, folder: str) -> Self:
        """A writer of parts in a folder of the zip; what it lists is written with the others."""
        return type(self)(f"{self._folder}{folder}/", self._listed)

    def picture(self, name: str, samples: NDArray[Any]) -> None:
        """Samples (h, w) or (h, w, 3), uint8, uint16 or bool, as ``name``.png."""
        self._listed.append((f"{self._folder}{name}.png", partial(_encoded_picture, samples)))

    def layout(self, name: str, layout: Layout) -> None:
        self._listed.append((f"{self._folder}{name}.png", partial(encoded_layout, layout)))

    def crop(self, name: str, pixels: NDArray[np.float32]) -> None:
        """A crop (S, S, 3) as ``name``.f32: little-endian, row by row."""
        self._listed.append((f"{self._folder}{name}.f32", lambda: np.ascontiguousarray(pixels, "<f4").tobytes()))

    def carried(self, name: str, content: Callable[[], bytes]) -> None:
        """Bytes that are written as they are, as ``name``."""
        self._listed.append((f"{self._folder}{name}", content))

    def layouts(self, layout: Layout | None, predicted: Layout | None) -> dict[str, object]:
        for name, one in (("layout", layout), ("predicted", predicted)):
            if one is not None:
                self.layout(name, one)
        return {"has_layout": layout is not None, "has_prediction": predicted is not None}

    def mix(self, mix: CandidateMix | None) -> dict[str, object]:
        if mix is None:
            return {}
        self.picture("choice_seeds", mix.plane)
        self.picture("choice_strength", mix.strength)
        return {"choice_seeds": list(mix.seeds)}

    def reference(self, pictures: ReferencePictures) -> dict[str, object]:
        self.crop("pixels", pictures.pixels)
        self.picture("hole", pictures.hole)
        if pictures.layout is not None:
            self.layout("layout", pictures.layout)
        if pictures.masked is not None:
            self.picture("masked", pictures.masked)
        return {"has_layout": pictures.layout is not None, "is_masked": pictures.masked is not None}

    def write_to(self, archive: zipfile.ZipFile) -> None:
        """Every listed part, in the order of the list."""
        for name, encoded in self._listed:
            add(archive, name, encoded())


class MemberReader:
    """The parts of an open project file: a ``BlobReader``. Each method declares a part and returns what reads it; both
    raise UnsupportedPicture."""

    def __init__(
        self,
        archive: zipfile.ZipFile,
        members: dict[str, zipfile.ZipInfo],
        folder: str = "",
        declared: dict[str, int] | None = None,
    ) -> None:
        self._archive, self._members, self._folder = archive, members, folder
        self._declared: dict[str, int] = {} if declared is None else declared

    def below(self, folder: str) -> Self:
        """A reader of the parts in a folder of the zip; what it declares counts with the others."""
        return type(self)(self._archive, self._members, f"{self._folder}{folder}/", self._declared)

    def refuse_other_than_declared(self, *, besides: str, most_bytes: int) -> None:
        """Raises UnsupportedPicture unless the file holds exactly what was declared, and the part ``besides``, and
        all of it decoded takes no more than ``most_bytes``."""
        if set(self._members) != {besides, *self._declared}:
            raise UnsupportedPicture.damaged("it holds other parts than it says")
        if sum(self._declared.values()) > most_bytes:
            raise UnsupportedPicture("The project is too large for this program.", "Nothing that it saves is as large.")

    def picture(self, name: str, shape: tuple[int, ...], bits: int) -> Read[NDArray[Any]]:
        """Samples (h, w) or (h, w, 3) of exactly this shape and depth."""
        part = self._declare(f"{name}.png", int(np.prod(shape)) * bits // 8)

        def read() -> NDArray[Any]:
            data = self._content(part)
            if not data.startswith(png_chunks.SIGNATURE):
                raise UnsupportedPicture.damaged(TranslatableText("{name} is not a PNG picture", name=part))
            header = png_chunks.header(png_chunks.read_chunks(data))
            colour_type = _GREY if len(shape) == 2 else _RGB
            is_as_said = header == (shape[1], shape[0], bits, colour_type)
            picture = png_file.decoded(data, max_pixels=shape[0] * shape[1]) if is_as_said else None
            if picture is None or picture.pixels.shape != shape or picture.alpha is not None:
                raise UnsupportedPicture.damaged(TranslatableText("{name} has another size than it says", name=part))
            return picture.pixels

        return read

    def flags(self, name: str, shape: tuple[int, int]) -> Read[NDArray[np.bool_]]:
        picture = self.picture(name, shape, 8)
        return lambda: np.asarray(picture() > 0)

    def mask(self, name: str, shape: tuple[int, int]) -> Read[Mask]:
        picture = self.picture(name, shape, 8)

        def read() -> Mask:
            try:
                return Mask(picture())
            except ValueError as error:
                raise UnsupportedPicture.damaged("a mask is neither black nor white") from error

        return read

    def layout(self, name: str) -> Read[Layout]:
        part = f"{self._folder}{name}.png"
        self._declare(f"{name}.png", self._layout_byte_count(part))
        return lambda: decoded_layout(self._content(part), max_pixels=_MAX_LAYOUT_PIXELS)

    def crop(self, name: str, side_px: int) -> Read[NDArray[np.float32]]:
        part = self._declare(f"{name}.f32", 12 * side_px**2)

        def read() -> NDArray[np.float32]:
            data = self._content(part)
            if len(data) != 12 * side_px**2:
                raise UnsupportedPicture.damaged("a face has another size than it says")
            pixels = np.frombuffer(data, "<f4").reshape(side_px, side_px, 3).astype(np.float32)
            if not np.isfinite(pixels).all():
                raise UnsupportedPicture.damaged("a face has values that are no colours")
            return pixels

        return read

    def carried(self, name: str, byte_count: int) -> None:
        """Declare a part that is not read now, of exactly that many bytes."""
        part = self._declare(name, 0)
        if part in self._members and self._members[part].file_size != byte_count:
            raise UnsupportedPicture.damaged(TranslatableText("{name} has another size than it says", name=part))

    def layouts(self, fields: Fields) -> Read[LayoutPair]:
        layout = self.layout("layout") if fields.flag("has_layout") else _nothing
        predicted = self.layout("predicted") if fields.flag("has_prediction") else _nothing

        def read() -> LayoutPair:
            present, first = layout(), predicted()
            return (first if _are_equal(present, first) else present), first

        return read

    def mix(self, fields: Fields, side_px: int) -> Read[CandidateMix | None]:
        seeds = tuple(fields.wholes("choice_seeds", most=MAX_SEED)) if fields.has("choice_seeds") else ()
        if not seeds:
            return _nothing
        planes = [self.picture(f"choice_{name}", (side_px, side_px), 8) for name in ("seeds", "strength")]

        def read() -> CandidateMix:
            try:
                plane, strength = (one() for one in planes)
                return CandidateMix(seeds, plane, strength)
            except ValueError as error:
                raise UnsupportedPicture.damaged("a choice of candidates makes no sense") from error

        return read

    def reference(self, fields: Fields, side_px: int) -> Read[ReferencePictures]:
        pixels, hole = self.crop("pixels", side_px), self.flags("hole", (side_px, side_px))
        layout = self.layout("layout") if fields.flag("has_layout") else _nothing
        # files of earlier days know no mask
        is_masked = fields.has("is_masked") and fields.flag("is_masked")
        masked = self.flags("masked", (side_px, side_px)) if is_masked else _nothing
        return lambda: ReferencePictures(pixels(), hole(), layout(), masked())

    def _declare(self, name: str, byte_count: int) -> str:
        part = f"{self._folder}{name}"
        self._declared[part] = byte_count
        return part

    def _layout_byte_count(self, part: str) -> int:
        """As many as its header says: no manifest tells a layout's size."""
        if part not in self._members:
            return 0
        with self._archive.open(self._members[part]) as stream:
            beginning = stream.read(33)
        if len(beginning) < 33 or not beginning.startswith(png_chunks.SIGNATURE):
            return 0
        width, height = (int.from_bytes(beginning[at : at + 4], "big") for at in (16, 20))
        return width * height

    def _content(self, part: str) -> bytes:
        return content_of(self._archive, self._members, part)


def _nothing() -> None:
    return None


def _encoded_picture(samples: NDArray[Any]) -> bytes:
    if samples.dtype == np.bool_:
        samples = samples.astype(np.uint8) * np.uint8(255)
    return png_file.encoded(samples, PhotoMetadata())


def _are_equal(one: Layout | None, other: Layout | None) -> bool:
    """Whether a layout is the prediction itself: nothing was painted since."""
    if one is None or other is None or one.labels.shape != other.labels.shape:
        return False
    return bool((one.labels == other.labels).all())
