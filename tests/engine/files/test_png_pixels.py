import io
import tempfile
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.files.deflate import made_in_threads, zlib_stream
from facerestore.files.png_chunks import SIGNATURE, Chunk, packed_file, read_chunks
from facerestore.files.png_pixels import header_data, write_pixels
from facerestore.files.reading import read_photo
from facerestore.files.writing import notes_on_writing, write_photo
from facerestore.values.errors import OutputRefused
from facerestore.values.photo import Photo
from tests.support.pictures import noise, noise_photo, ramp


@settings(deadline=None, max_examples=60)
@given(st.lists(st.binary(max_size=3000), max_size=30), st.booleans())
def test_that_the_parts_of_a_stream_are_one_after_the_other(parts: list[bytes], is_compressed: bool) -> None:
    assert zlib.decompress(b"".join(zlib_stream(parts, is_compressed=is_compressed))) == b"".join(parts)


def test_that_parts_are_not_taken_before_they_can_be_worked_on() -> None:
    taken: list[int] = []
    parts = (taken.append(number) or bytes([number % 256]) for number in range(10_000))
    made = made_in_threads(lambda part: part, parts)
    next(made)
    assert len(taken) < 1000


def test_that_an_error_in_a_thread_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(made_in_threads(lambda part: b"" if part else bytes(1 // part), iter([1, 0, 1])))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(1, 2000),
    st.integers(1, 60),
    st.sampled_from([None, 2, 3, 4]),
    st.sampled_from([8, 16]),
    st.booleans(),
    st.booleans(),
)
def test_that_libpng_reads_the_pixels_that_were_written(
    width: int, height: int, channels: int | None, bits: int, is_compressed: bool, is_in_parts: bool
) -> None:
    samples = noise(width, height, bits=bits, channels=channels)
    count = channels or 1
    stream = io.BytesIO()
    row_bytes = width * count * bits // 8
    with pytest.MonkeyPatch.context() as patch:
        if is_in_parts:
            patch.setattr("facerestore.files.png_pixels._AT_ONCE_BYTES", 0)
        write_pixels(stream, samples.__getitem__, height=height, row_bytes=row_bytes, is_compressed=is_compressed)
    ihdr = packed_file([Chunk(b"IHDR", header_data(height, width, count, bits))])
    data = ihdr + stream.getvalue() + packed_file([Chunk(b"IEND", b"")])[len(SIGNATURE) :]
    np.testing.assert_array_equal(imagecodecs.png_decode(data).reshape(samples.shape), samples)
    assert read_chunks(data)[0].kind == b"IHDR"


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_that_what_is_not_compressed_is_the_same_picture_and_larger(tmp_path: Path, suffix: str) -> None:
    photo = Photo(ramp(400, 300))
    for name, is_compressed in (("packed", True), ("plain", False)):
        write_photo(photo, tmp_path / f"{name}{suffix}", is_compressed=is_compressed)
        np.testing.assert_array_equal(read_photo(tmp_path / f"{name}{suffix}").pixels, photo.pixels)
    packed, plain = ((tmp_path / f"{name}{suffix}").stat().st_size for name in ("packed", "plain"))
    assert packed < photo.pixels.nbytes < plain


def test_that_an_uncompressed_tiff_names_no_compression(tmp_path: Path) -> None:
    write_photo(noise_photo(alpha=True), tmp_path / "a.tif", is_compressed=False)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.pages[0].compression == 1
        assert file.pages[0].predictor == 1


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_that_a_format_that_is_always_compressed_cannot_be_asked_not_to_be(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(OutputRefused, match="always compressed"):
        notes_on_writing(noise_photo(), tmp_path / f"a{suffix}", is_compressed=False)


@pytest.mark.parametrize("orientation_width", [1, 2])
@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".jpg"])
def test_that_a_photo_of_one_column_that_was_mirrored_is_written(
    tmp_path: Path, orientation_width: int, suffix: str
) -> None:
    # a mirrored column has strides that some encoders refuse
    pixels = noise(orientation_width, 9)[:, ::-1]
    write_photo(Photo(pixels), tmp_path / f"a{suffix}")
    assert read_photo(tmp_path / f"a{suffix}").extent.width == orientation_width


def test_that_a_side_over_a_million_is_written_as_png_and_tiff() -> None:
    photo = Photo(np.zeros((1, 1_000_001), np.uint8))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a.png", "a.tif"):
            write_photo(photo, Path(folder) / name)
        assert tifffile.imread(Path(folder) / "a.tif").size == 1_000_001
