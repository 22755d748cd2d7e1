"""The package for Windows, as far as it can be looked at on any system: it was never run there."""

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from package import other_builds, other_inputs, pruning
from package.desktop import icon_files
from package.lock import read
from package.windows import folder, imports, inno, programs
from PIL import Image

from facerestore.documents.project_container import SUFFIX
from facerestore.files.writing import FORMATS_BY_SUFFIX

ROOT = Path(__file__).parents[2]


def sections():
    """Lines of the script by section, comments left out."""
    found, current = {}, None
    for line in inno.SCRIPT.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            current = found.setdefault(heading[1], [])
        elif line and current is not None and not line.startswith((";", "#")):
            current.append(line)
    return found


def setup():
    return dict(line.split("=", 1) for line in sections()["Setup"])


def entries(section):
    """Each line of a section as a table of its parameters."""
    return [dict(re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;]+)', line)) for line in sections()[section]]


def test_that_the_script_has_every_section_once_and_takes_nothing_of_the_persons_away():
    text = inno.SCRIPT.read_text(encoding="utf-8")
    assert re.findall(r"^\[(\w+)\]$", text, re.MULTILINE) == list(sections())
    assert {"Setup", "Languages", "Tasks", "Files", "Icons", "Registry", "Run"} <= set(sections())
    assert "UninstallDelete" not in sections()
    # what an upgrade takes away lies in the program's own folder
    assert [entry["Name"] for entry in entries("InstallDelete")] == ['"{app}\\python"']


def test_that_it_installs_for_one_person_or_for_all():
    assert setup()["PrivilegesRequired"] == "lowest"
    assert "dialog" in setup()["PrivilegesRequiredOverridesAllowed"]
    assert setup()["DefaultDirName"].startswith("{autopf}")
    assert {entry["Root"] for entry in entries("Registry")} == {"HKA"}


def test_that_every_program_and_icon_that_it_names_is_in_the_folder():
    text = inno.SCRIPT.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:\{app\}|\{#Source\})\\([\w-]+\.\w+)", text))
    assert named == {"facerestore-gui.exe", *(f"{name}.ico" for name in icon_files.NAMES)}
    assert "facerestore-gui.exe" in programs.PROGRAMS


def test_that_projects_open_with_a_double_click_and_the_registry_is_left_as_it_was():
    by_key = {}
    for entry in entries("Registry"):
        by_key.setdefault(entry["Subkey"].strip('"'), []).append(entry)
    assert f"Software\\Classes\\{SUFFIX}" in by_key
    (command,) = by_key["Software\\Classes\\facerestore.project\\shell\\open\\command"]
    assert command["ValueData"] == '"""{app}\\facerestore-gui.exe"" ""%1"""'
    gone = {
        key for key, listed in by_key.items() if any("uninsdeletekey" in entry.get("Flags", "") for entry in listed)
    }
    for key, listed in by_key.items():
        is_below = any(key == one or key.startswith(f"{one}\\") for one in gone)
        assert is_below or all("uninsdeletevalue" in entry.get("Flags", "") for entry in listed), key


def test_that_open_with_is_offered_for_every_kind_of_photo():
    key = "Software\\Classes\\Applications\\facerestore-gui.exe\\SupportedTypes"
    offered = {entry["ValueName"].strip('"') for entry in entries("Registry") if entry["Subkey"].strip('"') == key}
    assert offered == set(FORMATS_BY_SUFFIX)


def test_that_what_the_script_asks_for_is_given_and_names_the_file_that_is_reported():
    asked = set(re.findall(r"^#ifndef (\w+)", inno.SCRIPT.read_text(encoding="utf-8"), re.MULTILINE))
    given = dict(word[2:].split("=") for word in inno.command(Path("F"), "1.2", Path("O")) if word.startswith("/D"))
    assert set(given) == asked
    assert setup()["OutputBaseFilename"].replace("{#Version}", "1.2") + ".exe" == inno.setup_name("1.2")


def test_that_every_system_is_built_of_the_same_versions():
    locked = read()
    versions = {system: {file.name: file.version for file in locked.shipped(system)} for system in ("linux", "windows")}
    assert versions["linux"] == versions["windows"]
    assert not {file.sha256 for file in locked.shipped("windows")} & {
        file.sha256 for file in locked.wheels if file.name in ("numpy", "onnxruntime", "pyside6-essentials")
    }


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_that_a_plan_names_every_file_of_the_lock_without_a_network(system, monkeypatch, tmp_path):
    def refused(*_, **__):
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refused)
    said = other_builds.plan(ROOT, system, tmp_path)
    for file in read().shipped(system):
        assert f"{file.sha256}  {file.name} {file.version}" in said
    assert other_inputs._INTERPRETERS[system].sha256 in said


def test_that_a_program_is_a_launcher_that_finds_python_beside_itself(tmp_path):
    for launcher in ("t64.exe", "w64.exe"):
        (tmp_path / "distlib").mkdir(exist_ok=True)
        (tmp_path / "distlib" / launcher).write_bytes(b"MZ launcher " + launcher.encode())
    made = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        programs.write(tmp_path / name, tmp_path)
        made.append((tmp_path / name / "facerestore-gui.exe").read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(b"MZ launcher w64.exe#!<launcher_dir>\\python\\pythonw.exe -I -B\r\n")
    with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
        code = archive.read("__main__.py").decode()
    compile(code, "__main__.py", "exec")
    assert "'gui'" in code


def pe(*names, delayed=()):
    """A library of Windows with nothing in it but what it needs."""
    tables = b""
    start = 0x1000
    directories = [b"\0" * 8] * 16
    texts, at = b"", start + 400
    for number, (needed, entry, name_in) in enumerate(((names, 20, 12), (delayed, 32, 4))):
        if not needed:
            continue
        directories[(1, 13)[number]] = struct.pack("<II", start + len(tables), 1)
        for name in needed:
            tables += struct.pack("<I", at).rjust(name_in + 4, b"\1").ljust(entry, b"\1")
            texts += name.encode() + b"\0"
            at += len(name) + 1
        tables += b"\0" * entry
    body = tables.ljust(400, b"\0") + texts
    optional = struct.pack("<H", 0x20B).ljust(112, b"\0") + b"".join(directories)
    header = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0)
    section = b".rdata\0\0" + struct.pack("<IIII", len(body), start, len(body), 0x200) + b"\0" * 16
    return (b"MZ".ljust(60, b"\0") + struct.pack("<I", 64) + header + optional + section).ljust(0x200, b"\0") + body


def put(path, content=b""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_that_what_a_library_needs_is_read_from_it(tmp_path):
    library = put(tmp_path / "a.pyd", pe("KERNEL32.dll", "Qt6Core.dll", delayed=("Qt6Svg.dll",)))
    assert imports.is_pe(library)
    assert imports.needed(library) == ["kernel32.dll", "qt6core.dll", "qt6svg.dll"]
    assert not imports.is_pe(put(tmp_path / "b.dll", b"MZ, and no library"))


def test_that_a_real_program_of_windows_is_read():
    distlib = pytest.importorskip("pip._vendor.distlib")
    launcher = Path(distlib.__file__).with_name("t64.exe")
    if not launcher.exists():
        pytest.skip("pip has no launchers any more")
    assert "kernel32.dll" in imports.needed(launcher)
    # what the programs' first line relies on
    assert "<launcher_dir>".encode("utf-16-le") in launcher.read_bytes()


KEPT = (
    "PySide6/QtCore.pyd",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
    "PySide6/translations/qtbase_de.qm",
    "imagecodecs/_png.pyd",
    "skimage/data/astronaut.png",
    "facerestore_resources/weights/face.safetensors",
)
LEFT_OUT = (
    "PySide6/QtNetwork.pyd",
    "PySide6/designer.exe",
    "PySide6/opengl32sw.dll",
    "PySide6/plugins/sqldrivers/qsqlite.dll",
    "PySide6/translations/qtbase_cs.qm",
    "PySide6/qml/QtQuick/plugin.dll",
    "imagecodecs/_avif.pyd",
    "cv2/opencv_videoio_ffmpeg500_64.dll",
    "scipy/stats/_stats.pyd",
    "numpy/_core/lib/npymath.lib",
)


def test_that_the_rules_leave_out_on_windows_what_they_leave_out_on_linux(tmp_path):
    for name in (*KEPT, *LEFT_OUT):
        put(tmp_path / name)
    pruning.prune_packages(tmp_path, pruning.WINDOWS_RULES)
    assert [name for name in KEPT if not (tmp_path / name).exists()] == []
    assert [name for name in LEFT_OUT if (tmp_path / name).exists()] == []


def test_that_libraries_that_nothing_needs_go_and_missing_ones_are_named(tmp_path):
    packages = tmp_path / folder.PACKAGES
    put(packages / "PySide6/QtGui.pyd", pe("qt6gui.dll", "python311.dll", "api-ms-win-crt-heap-l1-1-0.dll"))
    put(packages / "PySide6/Qt6Gui.dll", pe("Qt6Core.dll", "KERNEL32.dll"))
    put(packages / "PySide6/Qt6Core.dll", pe())
    unneeded = put(packages / "PySide6/Qt6Quick.dll", pe("Qt6Qml.dll"))
    by_unneeded = put(packages / "PySide6/Qt6Qml.dll", pe())
    folder.remove_unneeded_libraries(packages)
    assert (packages / "PySide6/Qt6Core.dll").exists()
    assert not unneeded.exists()
    assert not by_unneeded.exists()
    assert folder.missing_libraries(tmp_path) == []
    put(packages / "cv2/cv2.pyd", pe("avcodec.dll"))
    assert folder.missing_libraries(tmp_path) == ["avcodec.dll (of cv2.pyd)"]


@pytest.mark.parametrize("kind", ["ico", "icns"])
def test_that_icons_hold_every_size(kind, tmp_path, qapp):
    icon_files.write_icons(tmp_path, kind)
    for name in icon_files.NAMES:
        with Image.open(tmp_path / f"{name}.{kind}") as icon:
            held = icon.info["sizes"]
            widths = {width * (rest[1] if len(rest) > 1 else 1) for width, *rest in held}
            assert widths >= set(icon_files.SIZES_PX[kind]) - {64}, (name, widths)
