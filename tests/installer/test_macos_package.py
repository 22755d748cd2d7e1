"""The package for macOS, as far as it can be looked at on any system: it was never run there."""

import json
import os
import plistlib
import shutil
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from package import pruning
from package.lock import OLDEST_MACOS, read
from package.macos import bundle, load_commands, property_list, signing
from problems import Problem

from facerestore.documents.project_container import SUFFIX
from facerestore_resources.translations import LANGUAGES

APP = Path("dist/facerestore.app")
ALL_KEYS = {name: f"the-{name}" for name in (signing.IDENTITY, *signing.NOTARY)}
FOLDER = Path(bundle.__file__).parent


def macho(*names, asks=(11, 0), processor=0x0100000C):
    """A library of macOS with nothing in it but what it needs."""
    commands = [struct.pack("<IIIIII", 0x32, 24, 1, asks[0] << 16 | asks[1] << 8, 0, 0)]
    for name in names:
        text = name.encode() + b"\0"
        text += b"\0" * (-len(text) % 8)
        commands.append(struct.pack("<IIIIII", 0xC, 24 + len(text), 24, 0, 0, 0) + text)
    body = b"".join(commands)
    return struct.pack("<IIIIIIII", 0xFEEDFACF, processor, 0, 6, len(commands), len(body), 0, 0) + body


def fat(*parts):
    """Libraries for several kinds of processors in one file."""
    header, at, contents = struct.pack(">II", 0xCAFEBABE, len(parts)), 4096, b""
    for processor, content in parts:
        header += struct.pack(">IIIII", processor, 0, at + len(contents), len(content), 0)
        contents += content
    return header.ljust(4096, b"\0") + contents


def put(path, content=b""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_that_what_a_library_needs_is_read_from_it(tmp_path):
    wanted = ["@rpath/QtCore.framework/Versions/A/QtCore", "/usr/lib/libSystem.B.dylib"]
    library = put(tmp_path / "a.dylib", macho(*wanted, asks=(13, 2)))
    assert load_commands.is_macho(library)
    assert load_commands.needed(library) == wanted
    assert load_commands.oldest_macos(library) == (13, 2)


def test_that_the_app_asks_for_what_its_libraries_do_and_one_that_asks_for_more_is_named(tmp_path):
    promised = tuple(int(number) for number in OLDEST_MACOS.split("."))
    put(tmp_path / "old.dylib", macho(asks=(12, 0)))
    put(tmp_path / "new.dylib", macho(asks=promised))
    assert bundle._oldest_macos(tmp_path) == OLDEST_MACOS
    put(tmp_path / "a folder" / "newer.dylib", macho(asks=(promised[0] + 1, 2)))
    with pytest.raises(Problem, match=rf"newer\.dylib \(macOS {promised[0] + 1}\.2\)") as refused:
        bundle._oldest_macos(tmp_path)
    assert "old.dylib" not in str(refused.value)


def test_that_the_part_for_apples_own_processors_is_read(tmp_path):
    intel = macho("intel.dylib", processor=0x01000007)
    both = put(tmp_path / "both.dylib", fat((0x01000007, intel), (0x0100000C, macho("apple.dylib"))))
    assert load_commands.needed(both) == ["apple.dylib"]
    assert load_commands.has_arm64(both)
    assert not load_commands.has_arm64(put(tmp_path / "intel.dylib", intel))
    assert not load_commands.is_macho(put(tmp_path / "Main.class", struct.pack(">IHH", 0xCAFEBABE, 0, 65)))


def test_that_frameworks_that_nothing_needs_go_and_missing_libraries_are_named(tmp_path):
    packages = tmp_path / bundle.PACKAGES
    libraries = packages / "PySide6/Qt/lib"
    put(packages / "PySide6/QtGui.abi3.so", macho("@rpath/QtGui.framework/Versions/A/QtGui"))
    gui = put(libraries / "QtGui.framework/Versions/A/QtGui", macho("@rpath/QtCore.framework/Versions/A/QtCore"))
    core = put(libraries / "QtCore.framework/Versions/A/QtCore", macho("/usr/lib/libSystem.B.dylib"))
    qml = "@rpath/QtQml.framework/Versions/A/QtQml"
    put(libraries / "QtQuick.framework/Versions/A/QtQuick", macho(qml))
    put(libraries / "QtQml.framework/Versions/A/QtQml", macho(qml))
    bundle.remove_unneeded_libraries(packages)
    assert sorted(path.name for path in libraries.iterdir()) == ["QtCore.framework", "QtGui.framework"]
    assert gui.exists()
    assert core.exists()
    assert bundle.missing_libraries(tmp_path) == []
    put(packages / "cv2/cv2.abi3.so", macho("@loader_path/.dylibs/libavcodec.dylib"))
    assert bundle.missing_libraries(tmp_path) == ["@loader_path/.dylibs/libavcodec.dylib (of cv2.abi3.so)"]


def test_that_the_rules_leave_out_on_macos_what_they_leave_out_on_linux(tmp_path):
    kept = ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "PySide6/QtCore.abi3.so", "imagecodecs/_png.abi3.so")
    left_out = ("PySide6/Designer.app/a", "PySide6/Qt/plugins/sqldrivers/libqsqlite.dylib", "PySide6/QtQml.abi3.so")
    for name in (*kept, *left_out):
        put(tmp_path / name)
    pruning.prune_packages(tmp_path, pruning.MACOS_RULES)
    assert [name for name in kept if not (tmp_path / name).exists()] == []
    assert [name for name in left_out if (tmp_path / name).exists()] == []


def test_that_a_mac_learns_whose_the_projects_are_and_which_languages_there_are():
    info = plistlib.loads(plistlib.dumps(property_list.info("1.2", "13.0")))
    (exported,) = info["UTExportedTypeDeclarations"]
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    owned = [kind for kind in info["CFBundleDocumentTypes"] if kind["LSHandlerRank"] == "Owner"]
    assert [kind["LSItemContentTypes"] for kind in owned] == [[exported["UTTypeIdentifier"]]]
    assert set(info["CFBundleLocalizations"]) == set(LANGUAGES)
    assert info["CFBundleExecutable"] in bundle.PROGRAMS
    assert info["CFBundleShortVersionString"] == "1.2"


def test_that_libraries_of_another_maker_may_be_loaded_as_qts_licence_asks():
    asked = plistlib.loads((FOLDER / "entitlements.plist").read_bytes())
    assert asked == {"com.apple.security.cs.disable-library-validation": True}


def test_that_what_is_inside_is_signed_before_what_is_around_it():
    inside = [APP / bundle.PACKAGES / name for name in ("a/b/deep.so", "shallow.so")]
    commands = signing.sign_commands(APP, inside, signing.Keys.of(ALL_KEYS))
    signed = [command[-1] for command in commands if command[1] == "--force"]
    assert signed[-1] == str(APP)
    assert signed[-2].endswith("MacOS/facerestore-gui")
    assert (
        signed.index(str(inside[0]))
        < signed.index(str(inside[1]))
        < signed.index(str(APP / "Contents/MacOS/facerestore"))
    )
    assert len(signed) == len(set(signed))
    assert all("--timestamp" in command for command in commands if command[1] == "--force")


def test_that_apple_is_asked_with_keys_and_not_without():
    with_keys = signing.described(signing.image_commands(APP, Path("s"), Path("i.dmg"), signing.Keys.of(ALL_KEYS)))
    assert "notarytool submit i.dmg --key the-FACERESTORE_NOTARY_KEY " in with_keys
    assert with_keys.index("notarytool") < with_keys.index("stapler staple")
    without = signing.described(signing.image_commands(APP, Path("s"), Path("i.dmg"), signing.Keys.of({})))
    assert "hdiutil create" in without
    assert "notarytool" not in without
    assert "codesign" not in without


@pytest.mark.parametrize("missing", list(ALL_KEYS))
def test_that_half_of_the_keys_stop_the_build(missing):
    with pytest.raises(Problem, match=missing):
        signing.Keys.of({name: value for name, value in ALL_KEYS.items() if name != missing})


def test_that_every_wheel_for_a_mac_is_of_the_versions_for_linux():
    locked = read()
    assert {file.name: file.version for file in locked.macos_wheels} == {
        file.name: file.version for file in locked.wheels
    }


DYLD = """\
#include <stdint.h>
#include <string.h>
#include <unistd.h>
static int _NSGetExecutablePath(char *path, uint32_t *size)
{
    ssize_t length = readlink("/proc/self/exe", path, *size - 1);
    if (length < 0) return -1;
    path[length] = 0;
    return 0;
}
"""

MAIN = """\
import json, sys
print(json.dumps([sys.argv[1:], sys.executable, sys.prefix, sys.flags.isolated, sys.dont_write_bytecode]))
"""


def library_folder():
    return Path(sysconfig.get_config_var("LIBDIR") or "/nowhere")


@pytest.mark.skipif(sys.platform != "linux", reason="stands in for macOS")
def test_that_the_program_of_the_bundle_runs_the_python_beside_it_and_nothing_of_the_persons(tmp_path):
    headers = Path(sysconfig.get_path("include")) / "Python.h"
    library = library_folder() / f"libpython{sys.version_info[0]}.{sys.version_info[1]}.so"
    if sys.version_info[:2] != (3, 11) or not (shutil.which("gcc") and headers.exists() and library.exists()):
        pytest.skip("no compiler, or no Python 3.11 to be compiled against")
    contents = tmp_path / "a moved place/facerestore.app/Contents"
    home = contents / "Resources/python"
    modules = home / "lib/python3.11"
    modules.mkdir(parents=True)
    for entry in Path(os.__file__).parent.iterdir():
        if entry.name != "site-packages":
            (modules / entry.name).symlink_to(entry)
    put(modules / "site-packages/facerestore/__init__.py")
    put(modules / "site-packages/facerestore/__main__.py", MAIN.encode())
    put(tmp_path / "headers/mach-o/dyld.h", DYLD.encode())
    program = contents / "MacOS/facerestore-gui"
    program.parent.mkdir()
    command = ["gcc", "-Wall", "-Werror", '-DWORD="gui"', f"-I{tmp_path / 'headers'}", f"-I{headers.parent}"]
    command += [FOLDER / "launcher.c", "-o", program, f"-L{library.parent}", "-lpython3.11"]
    subprocess.run([*command, f"-Wl,-rpath,{library.parent}"], check=True)
    link = tmp_path / "link"
    link.symlink_to(program)
    variables = {**os.environ, "PYTHONPATH": str(put(tmp_path / "mine/json.py", b"raise SystemExit(9)").parent)}
    done = subprocess.run([link, "my photo.png", "-h"], capture_output=True, text=True, env=variables, check=False)
    assert done.returncode == 0, done.stderr
    words, executable, prefix, isolated, writes_nothing = json.loads(done.stdout)
    assert words == ["gui", "my photo.png", "-h"]
    assert Path(executable).resolve() == (home / "bin/python3.11").resolve()
    assert Path(prefix).resolve() == home.resolve()
    assert isolated == 1
    assert writes_nothing


def test_that_the_programs_are_compiled_for_the_oldest_mac_that_is_promised():
    for command in bundle.compile_commands(APP):
        assert f"-mmacosx-version-min={OLDEST_MACOS}" in command
        assert "@executable_path/../Resources/python/lib" in " ".join(command)
