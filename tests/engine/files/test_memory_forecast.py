"""What a photo will need, against what this process may still take."""

import struct
import zlib
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import psutil
import pytest
import tifffile

from facerestore.files import memory_forecast, reading
from facerestore.files.memory_forecast import free_bytes, own_bytes, refuse_what_cannot_fit
from facerestore.files.picture_header import PictureClaim, claimed_picture
from facerestore.files.reading import read_photo
from facerestore.files.stored_picture import MAX_PIXELS
from facerestore.values.errors import OutOfMemory, PhotoUnreadable
from facerestore.values.geometry import Extent
from tests.support.picture_files import pillow_bytes, put
from tests.support.pictures import noise

MIB = 2**20


def png_claiming(width: int, height: int, *, bits: int = 8, colour_type: int = 2) -> bytes:
    """The beginning of a PNG, without pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def cgroup_v2(root: Path, place: str, **files: str) -> None:
    """A control group of version 2 with files ``memory.NAME``, of this process if it is the first."""
    folder = root / "sys/fs/cgroup" / place
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"memory.{name.replace('_', '.')}").write_text(f"{text}\n")


def of_process(root: Path, lines: str) -> None:
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(lines)


@pytest.fixture(autouse=True)
def a_computer_with_8_gib_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=8192 * MIB))
    monkeypatch.setattr(psutil, "swap_memory", lambda: SimpleNamespace(free=0))


# what is free


def test_that_without_control_groups_the_system_says_what_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert free_bytes(tmp_path) == 8192 * MIB
    monkeypatch.setattr(psutil, "swap_memory", lambda: SimpleNamespace(free=512 * MIB))
    assert free_bytes(tmp_path) == 8704 * MIB


@pytest.mark.parametrize("limited", ["", "a.slice", "a.slice/one.scope"])
def test_that_the_limit_of_any_group_above_counts(tmp_path: Path, limited: str) -> None:
    of_process(tmp_path, "0::/a.slice/one.scope\n")
    cgroup_v2(tmp_path, "a.slice/one.scope", max="max", current="5")
    cgroup_v2(tmp_path, limited, max=str(4096 * MIB), current=str(1000 * MIB))
    cgroup_v2(tmp_path, "another.slice", max="1", current="0")
    assert free_bytes(tmp_path) == 3096 * MIB


def test_that_a_container_that_shows_its_own_group_as_the_root_is_understood(tmp_path: Path) -> None:
    of_process(tmp_path, "0::/docker/not/shown/here\n")
    cgroup_v2(tmp_path, "", max=str(600 * MIB), current=str(100 * MIB))
    assert free_bytes(tmp_path) == 500 * MIB


def test_that_files_a_group_only_keeps_in_case_count_as_free(tmp_path: Path) -> None:
    of_process(tmp_path, "0::/a\n")
    stat = f"anon 7\ninactive_file {300 * MIB}\nactive_file {50 * MIB}"
    cgroup_v2(tmp_path, "a", max=str(1000 * MIB), current=str(990 * MIB), stat=stat)
    assert free_bytes(tmp_path) == 360 * MIB


@pytest.mark.parametrize(("most", "free_mib"), [("0", 100), (str(64 * MIB), 164), ("max", 612)])
def test_that_a_group_swaps_as_far_as_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: str, free_mib: int
) -> None:
    monkeypatch.setattr(psutil, "swap_memory", lambda: SimpleNamespace(free=512 * MIB))
    of_process(tmp_path, "0::/a\n")
    cgroup_v2(tmp_path, "a", max=str(100 * MIB), current="0", swap_max=most, swap_current="0")
    assert free_bytes(tmp_path) == free_mib * MIB


def test_that_a_group_of_version_1_counts_and_a_full_one_leaves_nothing(tmp_path: Path) -> None:
    of_process(tmp_path, "5:devices:/x\n4:cpu,memory:/a\n0::/\n")
    folder = tmp_path / "sys/fs/cgroup/memory/a"
    folder.mkdir(parents=True)
    (folder / "memory.limit_in_bytes").write_text(f"{2048 * MIB}\n")
    (folder / "memory.usage_in_bytes").write_text(f"{48 * MIB}\n")
    assert free_bytes(tmp_path) == 2000 * MIB
    (folder / "memory.usage_in_bytes").write_text(f"{4096 * MIB}\n")
    assert free_bytes(tmp_path) == 0


# what is needed


def test_that_three_copies_of_the_colours_are_counted_and_one_of_the_rest() -> None:
    extent = Extent(1000, 1000)
    assert own_bytes(PictureClaim(extent=extent, channels=3, sample_bytes=1), 0) == 9_000_000
    assert own_bytes(PictureClaim(extent=extent, channels=4, sample_bytes=2), 0) == 20_000_000
    assert own_bytes(PictureClaim(extent=extent, channels=1, sample_bytes=1), 0) == 3_000_000
    # a file larger than what it holds is itself the most
    assert own_bytes(PictureClaim(extent=extent, channels=1, sample_bytes=1), 50_000_000) == 52_000_000


# refusing


def test_that_a_photo_that_cannot_fit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read_content", lambda *args, **kwargs: pytest.fail("the file was read"))
    monkeypatch.setattr(memory_forecast, "free_bytes", lambda: 1000 * MIB)
    path = put(tmp_path, png_claiming(14_000, 14_000), "wall.png")
    with pytest.raises(
        OutOfMemory, match=r"wall\.png needs about \d{4} MB of memory .* 1000 MB are free.*smaller copy"
    ):
        read_photo(path)


def test_that_the_same_photo_is_read_where_it_fits(tmp_path: Path) -> None:
    path = put(tmp_path, png_claiming(14_000, 14_000))
    refuse_what_cannot_fit(path, MAX_PIXELS, free=lambda: 4096 * MIB)
    with pytest.raises(OutOfMemory):
        refuse_what_cannot_fit(
            put(tmp_path, png_claiming(14_000, 14_000, bits=16)), MAX_PIXELS, free=lambda: 3000 * MIB
        )


@pytest.mark.parametrize("format_name", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_that_a_small_photo_is_never_refused_for_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    monkeypatch.setattr(memory_forecast, "free_bytes", lambda: 0)
    assert read_photo(put(tmp_path, pillow_bytes(noise(40, 30), format_name))).pixels.shape == (30, 40, 3)
    portrait = np.zeros((4000, 3000, 3), np.uint8)
    refuse_what_cannot_fit(put(tmp_path, pillow_bytes(portrait, format_name)), MAX_PIXELS)


@pytest.mark.parametrize("data", [b"", b"Dear aunt", png_claiming(30_000, 30_000)])
def test_that_what_the_reading_refuses_keeps_its_own_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(memory_forecast, "free_bytes", lambda: 0)
    for path in (put(tmp_path, data), tmp_path, tmp_path / "missing.png", "a\0b"):
        with pytest.raises(PhotoUnreadable):
            read_photo(path)


def test_that_a_page_of_infrared_is_counted_and_a_preview_is_not(tmp_path: Path) -> None:
    colours, infrared = noise(61, 47, bits=16), noise(61, 47, bits=16, channels=None, seed=1)
    for name, pages in {"alone": [], "infrared": [infrared], "preview": [colours[::2, ::2]]}.items():
        with tifffile.TiffWriter(tmp_path / f"{name}.tif") as writer:
            writer.write(colours, photometric="rgb", metadata=None)
            for page in pages:
                kind = "minisblack" if page.ndim == 2 else "rgb"
                tag = (254, 4, 1, 4 if page.ndim == 2 else 1, True)
                writer.write(page, photometric=kind, metadata=None, extratags=[tag])
    needed = {}
    for name in ("alone", "infrared", "preview"):
        with (tmp_path / f"{name}.tif").open("rb") as stream:
            claim = claimed_picture(stream)
        assert claim is not None
        needed[name] = own_bytes(claim, 0)
    assert needed["infrared"] == needed["alone"] + infrared.nbytes
    assert needed["preview"] == needed["alone"]
