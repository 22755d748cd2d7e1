"""The bundle ``facerestore.app``: a relocatable Python, the packages, and two programs."""

import plistlib
import shutil
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from problems import Problem

from package import folder_check, licences, pruning
from package.lock import OLDEST_MACOS
from package.macos import load_commands, property_list
from package.other_inputs import OtherInputs
from package.running import run

NAME: Final = "facerestore.app"
HOME: Final = "Contents/Resources/python"
LIBRARY: Final = f"{HOME}/lib/python3.11"
PACKAGES: Final = f"{LIBRARY}/site-packages"
PROGRAMS: Final = {"facerestore-gui": "gui", "facerestore": None}
"""Of ``Contents/MacOS``, with the word that each puts before its arguments."""

_LAUNCHER: Final = Path(__file__).with_name("launcher.c")
_LIBPYTHON: Final = "libpython3.11.dylib"
_NOT_CARRIED: Final = (
    "share",
    "lib/tcl*",
    "lib/tk*",
    "lib/itcl*",
    "lib/thread*",
    "lib/pkgconfig",
    "bin/[!p]*",
    "bin/p[!y]*",
    "bin/pydoc*",
    "bin/*config",
)
_PIP: Final = ("pip", "pip-*", "setuptools", "setuptools-*")
_LIBRARIES: Final = ("*/.dylibs/*.dylib", "*.libs/*.dylib", "onnxruntime/capi/*.dylib")
_OF_MACOS: Final = ("/usr/lib/", "/System/Library/")


def build(root: Path, app: Path, inputs: OtherInputs, version: str) -> None:
    """All that can be made on any system; without an interpreter for a dry run. Raises Problem."""
    shutil.rmtree(app, ignore_errors=True)
    packages = app / PACKAGES
    if inputs.interpreter is not None:
        _unpack(inputs.interpreter, app / HOME)
    inputs.lay_out(root, packages)
    remove_unneeded_libraries(packages)
    pruning.remove_empty_folders(app)
    (app / "Contents/MacOS").mkdir(parents=True)
    with (app / "Contents/Info.plist").open("wb") as stream:
        plistlib.dump(property_list.info(version, _oldest_macos(app)), stream)
    places = licences.QtPlaces(packages=PACKAGES, libraries="Qt/lib/Qt*.framework", plugins="Qt/plugins")
    licences.write_page(app, places, [_interpreter_part(app)], inputs.texts)
    (app / "licences.html").rename(app / "Contents/Resources/licences.html")
    if missing := missing_libraries(app):
        raise Problem("Neither in the bundle nor a part of macOS: " + "; ".join(missing))


def finish(app: Path) -> None:
    """What only macOS can do: compile the two programs and Python's modules, draw the icons, and prove that all of it
    works. Raises Problem."""
    python = app / HOME / "bin/python3.11"
    # its maker names a path that is nowhere; the programs look for it beside themselves
    run(["install_name_tool", "-id", f"@rpath/{_LIBPYTHON}", app / HOME / "lib" / _LIBPYTHON])
    for command in compile_commands(app):
        run(command)
    hashed = ["--invalidation-mode", "unchecked-hash"]
    run([python, "-m", "compileall", "-q", *hashed, "-s", app, app / LIBRARY])
    run([python, "-I", "-B", Path(__file__).parents[1] / "desktop/icon_files.py", app / "Contents/Resources", "icns"])
    folder_check.check(app, python)
    # headers, for compiling only
    shutil.rmtree(app / HOME / "include")


def compile_commands(app: Path) -> list[list[str]]:
    """What makes the two programs."""
    home = app / HOME
    return [
        [
            *("clang", "-arch", "arm64", f"-mmacosx-version-min={OLDEST_MACOS}", "-O2", "-Wall", "-Werror"),
            *((f'-DWORD="{word}"',) if word else ()),
            *(f"-I{home}/include/python3.11", f"-L{home}/lib", "-lpython3.11"),
            *(f"-Wl,-rpath,@executable_path/../{HOME.removeprefix('Contents/')}/lib", str(_LAUNCHER)),
            *("-o", str(app / "Contents/MacOS" / name)),
        ]
        for name, word in PROGRAMS.items()
    ]


def remove_unneeded_libraries(packages: Path) -> None:
    """Libraries and frameworks of Qt that no module, plugin or other library needs any more."""
    needs = {path: {Path(name).name for name in load_commands.needed(path)} for path in machos(packages)}
    pruning.remove_unneeded_libraries(packages, _LIBRARIES, needs)
    frameworks = {path.name.removesuffix(".framework"): path for path in packages.glob("PySide6/Qt/lib/*.framework")}
    left = {path: names for path, names in needs.items() if path.exists()}
    while unneeded := {name for name in frameworks if not _is_needed(name, frameworks[name], left)}:
        for name in unneeded:
            folder = frameworks.pop(name)
            shutil.rmtree(folder)
            left = {path: names for path, names in left.items() if folder not in path.parents}


def missing_libraries(app: Path) -> list[str]:
    """``library (of PROGRAM)`` for what is neither in the bundle nor macOS' own."""
    found = list(machos(app))
    there = {path.name for path in found} | {_LIBPYTHON}
    return sorted(
        f"{name} (of {path.name})"
        for path in found
        for name in load_commands.needed(path)
        if not name.startswith(_OF_MACOS) and Path(name).name not in there
    )


def machos(folder: Path) -> Iterator[Path]:
    """Programs and libraries of macOS below a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and load_commands.is_macho(path):
            yield path


def can_finish() -> bool:
    """Whether the bundle's Python runs here."""
    return sys.platform == "darwin"


def _is_needed(name: str, framework: Path, needs: dict[Path, set[str]]) -> bool:
    return any(name in names for path, names in needs.items() if framework not in path.parents)


def _unpack(interpreter: Path, home: Path) -> None:
    scratch = home.with_name("unpacked")
    with tarfile.open(interpreter) as archive:
        archive.extractall(scratch, filter="tar")
    home.parent.mkdir(parents=True, exist_ok=True)
    (scratch / "python").rename(home)
    shutil.rmtree(scratch)
    pruning.remove(home, {"not carried": _NOT_CARRIED})
    pruning.remove(home / "lib/python3.11", pruning.LIBRARY_RULES)
    pruning.remove(home / "lib/python3.11/site-packages", {"installing": _PIP})


def _oldest_macos(app: Path) -> str:
    """What the most demanding library asks for."""
    asked = {path: load_commands.oldest_macos(path) for path in machos(app)}
    allowed = tuple(int(number) for number in OLDEST_MACOS.split("."))
    newer = [f"{path.name} (macOS {one[0]}.{one[1]})" for path, one in asked.items() if one > allowed]
    if newer:
        raise Problem(f"Made for newer systems than macOS {OLDEST_MACOS}: {', '.join(sorted(newer))}.")
    newest = max([*asked.values(), (11, 0)])
    return f"{newest[0]}.{newest[1]}"


def _interpreter_part(app: Path) -> licences.Part:
    texts = sorted((app / HOME / "licenses").glob("*.txt")) or sorted((app / LIBRARY).glob("LICENSE.txt"))
    return licences.Part(
        name="Python",
        version="3.11.16",
        licence="PSF-2.0; built by python-build-standalone, whose parts have licences of their own",
        texts={path.name: path.read_text(encoding="utf-8", errors="replace") for path in texts},
    )
