"""The folder for Windows: Python's embeddable build, the packages, and two programs."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from problems import Problem

from package import folder_check, licences, pruning
from package.other_inputs import OtherInputs
from package.windows import imports, programs

PYTHON: Final = "python"
PACKAGES: Final = f"{PYTHON}/Lib/site-packages"
_PATHS: Final = "python311.zip\r\n.\r\nLib\\site-packages\r\n"
"""Of ``python311._pth``: with that file Python looks at nothing else, neither the registry nor the environment."""

_LIBRARIES: Final = ("*.libs/*.dll", "PySide6/*.dll", "shiboken6/*.dll")
_RUNTIME: Final = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")
"""The C++ runtime, which wheels need and a bare Windows lacks: Qt's wheels bring it, and beside python.exe everything
finds it."""

_OF_WINDOWS: Final = frozenset(
    f"{name}.dll"
    for name in (
        *(
            "advapi32",
            "authz",
            "bcrypt",
            "bcryptprimitives",
            "cfgmgr32",
            "combase",
            "d3dcompiler_47",
            "dnsapi",
            "icuuc",
            "ncrypt",
            "odbc32",
            "winhttp",
            "comctl32",
            "comdlg32",
            "crypt32",
        ),
        *("d2d1", "d3d11", "d3d12", "d3d9", "dbghelp", "dwmapi", "dwrite", "dxcore", "dxgi", "dxva2", "gdi32", "imm32"),
        *("iphlpapi", "kernel32", "mf", "mfplat", "mfreadwrite", "mpr", "msimg32", "msvcrt", "netapi32", "ntdll"),
        *("ole32", "oleaut32", "oleacc", "pdh", "powrprof", "propsys", "psapi", "rpcrt4", "secur32", "setupapi"),
        *("shcore", "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32", "userenv", "uxtheme", "version"),
        *("wevtapi", "windowscodecs", "winmm", "ws2_32", "wtsapi32", "opengl32"),
    )
) | {"winspool.drv"}
"""Of Windows 10 and newer. Others must be in the folder."""

_OF_PYTHON: Final = frozenset({"python3.dll", "python311.dll", *_RUNTIME[3:]})


def folder_name(version: str) -> str:
    return f"facerestore-{version}-windows-x86_64"


def build(root: Path, folder: Path, inputs: OtherInputs) -> None:
    """All of it, in a folder that is made anew; without an interpreter for a dry run. Raises Problem."""
    shutil.rmtree(folder, ignore_errors=True)
    packages = folder / PACKAGES
    inputs.lay_out(root, packages)
    remove_unneeded_libraries(packages)
    for name in _RUNTIME:
        for found in (packages / "PySide6" / name, packages / "shiboken6" / name):
            if found.exists():
                shutil.copyfile(found, folder / PYTHON / name)
    if inputs.interpreter is not None:
        with zipfile.ZipFile(inputs.interpreter) as archive:
            archive.extractall(folder / PYTHON)
        (folder / PYTHON / "python311._pth").write_text(_PATHS, encoding="ascii", newline="")
    programs.write(folder, inputs.tools)
    pruning.remove_empty_folders(folder)
    places = licences.QtPlaces(packages=PACKAGES, libraries="Qt6*.dll", plugins="plugins")
    licences.write_page(folder, places, _other_parts(folder), inputs.texts)
    if missing := missing_libraries(folder):
        raise Problem("Neither in the folder nor a part of Windows: " + "; ".join(missing))


def finish(folder: Path) -> None:
    """What only the folder's own Python can do, on Windows: compile, draw icons, and prove that all of it works. Raises
    Problem."""
    python = folder / PYTHON / "python.exe"
    steps: tuple[list[str | Path], ...] = (
        ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", "-s", folder, folder / PACKAGES],
        [Path(__file__).parents[1] / "desktop" / "icon_files.py", folder],
    )
    for step in steps:
        if subprocess.run([python, *step], check=False).returncode != 0:
            raise Problem(f"The folder's Python failed at {step}.")
    folder_check.check(folder, python)


def remove_unneeded_libraries(packages: Path) -> None:
    """Libraries beside the packages that nothing needs any more."""
    needs = {path: imports.needed(path) for path in _programs(packages)}
    pruning.remove_unneeded_libraries(packages, _LIBRARIES, needs)


def missing_libraries(folder: Path) -> list[str]:
    """``library (of PROGRAM)`` for what is neither in the folder nor Windows' own nor the interpreter's."""
    found = list(_programs(folder))
    there = {path.name.lower() for path in found} | _OF_WINDOWS | _OF_PYTHON
    return sorted(
        f"{name} (of {path.name})"
        for path in found
        for name in imports.needed(path)
        if name not in there and not name.startswith(("api-ms-win-", "ext-ms-win-"))
    )


def _programs(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".dll", ".pyd", ".exe") and imports.is_pe(path):
            yield path


def _other_parts(folder: Path) -> list[licences.Part]:
    text = folder / PYTHON / "LICENSE.txt"
    return [
        licences.Part(
            name="Python",
            version="3.11.9",
            licence="PSF-2.0",
            texts={text.name: text.read_text(encoding="utf-8")} if text.exists() else {},
        ),
        licences.Part(
            name="Microsoft Visual C++ Runtime",
            version="14",
            licence="redistributable part of Visual Studio, as it came with Python and Qt for Python",
            texts={},
        ),
    ]


def can_finish() -> bool:
    """Whether the folder's Python runs here."""
    return sys.platform == "win32"
