"""The steps that make the relocatable folder, on a tiny folder of made-up packages."""

import os
import shutil
import struct
import subprocess
import sys
import zipfile

import pytest
from package import icu_data, launchers, layout, pruning, stripping, wheels
from problems import Problem

ELF = b"\x7fELF"

PYTHON = """\
#!/bin/sh
echo "$0"
for word in "$@"; do echo "[$word]"; done
echo "plugins: ${QT_PLUGIN_PATH:-none}"
"""

# prints what the made-up library says of itself
PATCHELF = """\
#!/bin/sh
tail -c +5 "$2"
"""


def put(path, content=b""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def program(path, text):
    put(path, text.encode()).chmod(0o755)
    return path


@pytest.fixture
def folder(tmp_path):
    """A folder with a stand-in for Python, in a place with a space in its name."""
    made = tmp_path / "a moved place" / "facerestore"
    program(made / layout.PYTHON, PYTHON)
    launchers.write(made)
    return made


def started(script, *words, **variables):
    done = subprocess.run(
        [script, *words], capture_output=True, text=True, check=True, cwd="/", env={**os.environ, **variables}
    )
    return done.stdout.splitlines()


def test_that_a_program_finds_its_python_through_links_and_in_a_path_with_a_space(folder, tmp_path):
    (tmp_path / "bin").mkdir()
    first, second = tmp_path / "bin" / "first", tmp_path / "bin" / "second"
    first.symlink_to(folder / "bin/facerestore")
    second.symlink_to("first")
    said = started(second, "restore", "my photo.png")
    assert said[0] == str(folder / layout.PYTHON)
    assert said[1:-1] == ["[-I]", "[-B]", "[-m]", "[facerestore]", "[restore]", "[my photo.png]"]


def test_that_the_window_has_a_program_of_its_own(folder):
    said = started(folder / "bin/facerestore-gui", "my photo.png")
    assert said[1:-1] == ["[-I]", "[-B]", "[-m]", "[facerestore]", "[gui]", "[my photo.png]"]


def test_that_plugins_of_another_qt_are_not_looked_for(folder):
    assert started(folder / "bin/facerestore-gui", QT_PLUGIN_PATH="/usr/lib/qt6/plugins")[-1] == "plugins: none"


KEPT = (
    "PySide6/QtCore.abi3.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "skimage/filters/__init__.pyi",
    "skimage/data/astronaut.png",
    "skimage/data/__init__.py",
    "imagecodecs/_png.abi3.so",
    "facerestore_resources/weights/manifest.json",
    "facerestore_resources/weights/graphs/face.onnx",
    "facerestore_resources/weights/face.safetensors",
    "facerestore_resources/translations/facerestore_de.qm",
    "numpy/testing/__init__.py",
)
LEFT_OUT = (
    "PySide6/QtNetwork.abi3.so",
    "PySide6/designer",
    "PySide6/Qt/translations/qtbase_cs.qm",
    "PySide6/Qt/translations/qt_help_de.qm",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/qml/QtQuick/plugin.so",
    "numpy/__init__.pyi",
    "numpy/lib/tests/test_io.py",
    "skimage/data/brick.png",
    "imagecodecs/_avif.abi3.so",
    "facerestore_resources/translations/facerestore_de.ts",
)


def test_that_what_nobody_reaches_is_left_out_and_the_rest_is_kept(tmp_path):
    packages = tmp_path / layout.PACKAGES
    for name in (*KEPT, *LEFT_OUT):
        put(packages / name)
    pruning.prune(tmp_path, program(tmp_path / "patchelf", PATCHELF))
    assert [name for name in KEPT if not (packages / name).exists()] == []
    assert [name for name in LEFT_OUT if (packages / name).exists()] == []
    assert not (packages / "numpy/lib").exists(), "a folder with nothing left in it"


def test_that_a_library_stays_as_long_as_something_that_stays_needs_it(tmp_path):
    names = ("cv2.libs/liba.so.1", "cv2.libs/libB.so.2", "cv2.libs/libvideo.so.3", "cv2.libs/libcodec.so.4")
    needed, indirectly, unneeded, by_unneeded = (put(tmp_path / name) for name in names)
    needs = {
        put(tmp_path / "cv2/cv2.abi3.so"): ["liba.so.1", "libc.so.6"],
        needed: ["libb.so.2"],
        unneeded: ["libcodec.so.4"],
    }
    pruning.remove_unneeded_libraries(tmp_path, pruning.LIBRARY_PLACES, needs)
    assert needed.exists()
    assert indirectly.exists()
    assert not unneeded.exists()
    assert not by_unneeded.exists()


def test_that_the_same_library_of_two_wheels_is_there_once_under_both_names(tmp_path):
    for place in ("numpy.libs", "scipy.libs"):
        put(tmp_path / place / "libfortran.so.5", b"same")
        put(tmp_path / place / "libblas.so.1", place.encode())
    pruning.link_twins(tmp_path)
    links = [path for path in tmp_path.rglob("*.so*") if path.is_symlink()]
    assert [str(path.relative_to(tmp_path)) for path in links] == ["scipy.libs/libfortran.so.5"]
    assert not links[0].readlink().is_absolute()
    assert links[0].read_bytes() == b"same"


def library(*parts):
    """An ELF file whose parts lie at these places of the file and of memory."""
    headers = b"".join(struct.pack("<II6Q", 1, 5, at, address, address, 9, 9, 4096) for at, address in parts)
    header = ELF.ljust(32, b"\0") + struct.pack("<QQIHHH", 64, 0, 0, 64, 56, len(parts))
    return header.ljust(64, b"\0") + headers


def test_that_symbols_go_out_of_libraries_but_of_those_that_stay_as_their_makers_built_them(tmp_path):
    packages = tmp_path / "packages"
    for name in ("scipy.libs/libblas.so.1", "numpy/core.so", "PySide6/Qt/lib/libQt6Gui.so.6", "cv2/cv2.abi3.so"):
        put(packages / name, library((0, 0)) + b"symbols")
    put(packages / "numpy/notes.so.txt", b"text")
    tool = program(tmp_path / "strip", '#!/bin/sh\nhead -c -7 "$4" > "$3"\n')
    stripping.Strip(program=tool, libraries=tmp_path).over(packages)
    lighter = [path for path in packages.rglob("*") if path.is_file() and path.read_bytes() == library((0, 0))]
    assert {path.name for path in lighter} == {"core.so", "libblas.so.1"}
    assert not list(packages.rglob("*.lighter"))


def test_that_a_library_that_could_not_be_loaded_without_its_symbols_keeps_them(tmp_path):
    path = put(tmp_path / "numpy.libs/libblas.so.1", library((0, 0), (4096, 8192)) + b"symbols")
    before = path.read_bytes()
    put(tmp_path / "worse", library((0, 0), (4100, 8192)))
    tool = program(tmp_path / "strip", f'#!/bin/sh\ncp "{tmp_path / "worse"}" "$3"\n')
    stripping.Strip(program=tool, libraries=tmp_path).over(tmp_path)
    assert path.read_bytes() == before


def icu_content(items):
    """ICU's common data with these items, whose sizes are multiples of 16."""
    header = struct.pack("<H10x4s", 32, b"CmnD").ljust(32, b"\0")
    table, names, contents = struct.pack("<I", len(items)), b"", b""
    names_at = 4 + 8 * len(items)
    first = -(-(names_at + sum(len(name) + 1 for name in items)) // 16) * 16
    for name, content in items.items():
        table += struct.pack("<II", names_at + len(names), first + len(contents))
        names += name.encode() + b"\0"
        contents += content
    return header + (table + names).ljust(first, b"\0") + contents


ICU_ITEMS = {
    "icudt73l/af.res": b"a" * 16,
    "icudt73l/brkitr/pool.res": b"b" * 4096 * 3,
    "icudt73l/coll/de.res": b"c" * 32,
    "icudt73l/unit/de.res": b"u" * 4096 * 2,
    "icudt73l/zone/de.res": b"z" * 48,
}


def test_that_of_icu_s_data_only_the_trees_go_that_qt_does_not_ask(tmp_path):
    kept = {name: content for name, content in ICU_ITEMS.items() if "brkitr" not in name and "unit" not in name}
    assert icu_data.lighter_data(icu_content(ICU_ITEMS)) == icu_content(kept)


def test_that_data_which_is_not_icu_s_stops_the_build():
    with pytest.raises(Problem):
        icu_data.lighter_data(b"\0" * 64)


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a compiler and linker")
def test_that_icu_s_library_can_be_loaded_and_gives_the_lighter_data_under_its_name(tmp_path):
    content = icu_content(ICU_ITEMS)
    source = tmp_path / "data.c"
    numbers = ",".join(map(str, content))
    source.write_text(
        f"const unsigned char icudt73_dat[] __attribute__((aligned(4096))) = {{{numbers}}};", encoding="utf-8"
    )
    made = tmp_path / "libicudata.so.73"
    command = ["cc", "-shared", "-nostdlib", "-fPIC", "-fno-asynchronous-unwind-tables"]
    subprocess.run([*command, "-Wl,-z,separate-code", "-o", made, source], check=True)
    before = made.stat().st_size
    icu_data.lighten(tmp_path)
    lighter = icu_data.lighter_data(content)
    code = (
        "import ctypes, sys; "
        "data = (ctypes.c_char * int(sys.argv[2])).in_dll(ctypes.CDLL(sys.argv[1]), 'icudt73_dat').raw; "
        "sys.stdout.buffer.write(data)"
    )
    said = subprocess.run([sys.executable, "-c", code, made, str(len(lighter))], capture_output=True, check=True)
    assert said.stdout == lighter
    assert before - made.stat().st_size == 5 * 4096


def wheel(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return path


def test_that_a_wheel_gives_its_libraries_and_neither_scripts_nor_headers(tmp_path):
    made = wheel(
        tmp_path / "a-1-py3-none-any.whl",
        "a/__init__.py",
        "a-1.dist-info/METADATA",
        "a-1.data/platlib/a/fast.so",
        "a-1.data/scripts/a",
        "a-1.data/headers/a.h",
    )
    packages = tmp_path / "packages"
    wheels.unpack(made, packages)
    found = sorted(str(path.relative_to(packages)) for path in packages.rglob("*") if path.is_file())
    assert found == ["a-1.dist-info/METADATA", "a/__init__.py", "a/fast.so"]


@pytest.mark.parametrize("name", ["../outside.py", "a/../../outside.py", "/outside.py", "a-1.data/purelib/../../x.py"])
def test_that_a_wheel_cannot_write_outside(tmp_path, name):
    made = wheel(tmp_path / "a-1-py3-none-any.whl", name)
    with pytest.raises(Problem, match="leads out"):
        wheels.unpack(made, tmp_path / "below" / "packages")
    assert sorted(path.name for path in tmp_path.rglob("*.py")) == []
