"""Inno Setup, which makes the installer of the folder. Runs on Windows."""

import shutil
from pathlib import Path
from typing import Final

from problems import Problem

SCRIPT: Final = Path(__file__).with_name("facerestore.iss")
_USUAL: Final = Path("C:/Program Files (x86)/Inno Setup 6/ISCC.exe")


def command(folder: Path, version: str, output: Path, compiler: str = "iscc") -> list[str]:
    """What makes ``facerestore-VERSION-windows-x86_64-setup.exe`` in ``output``."""
    return [compiler, "/Qp", f"/DVersion={version}", f"/DSource={folder}", f"/DOutput={output}", str(SCRIPT)]


def compiler() -> str:
    """Where Inno Setup's compiler is. Raises Problem."""
    found = shutil.which("iscc") or (str(_USUAL) if _USUAL.exists() else None)
    if found is None:
        raise Problem("Inno Setup 6 is missing: https://jrsoftware.org/isdl.php")
    return found


def setup_name(version: str) -> str:
    return f"facerestore-{version}-windows-x86_64-setup.exe"
