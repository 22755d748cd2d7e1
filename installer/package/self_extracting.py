"""The installer for one person: a script, followed by what unpacks the program and by the program, packed."""

import hashlib
import io
import shutil
import tempfile
from pathlib import Path
from typing import Final

from package import archive

_SCRIPTS: Final = Path(__file__).with_name("user_install")
UNINSTALL: Final = _SCRIPTS / "uninstall.sh"
_HEADER_BYTES: Final = 8192
"""The script with what fills it up: a number that the script holds, and that must not depend on its own length."""

_CHUNK: Final = 2**20


def write_run(tarball: Path, folder: Path, target: Path, version: str, epoch: int, compressor: archive.Xz) -> Path:
    """Make the installer of the tarball of the folder."""
    tools = _tools(compressor, epoch)
    digest = hashlib.sha256(tools)
    with tarball.open("rb") as packed:
        while chunk := packed.read(_CHUNK):
            digest.update(chunk)
    script = _script(
        VERSION=version,
        HEADER_BYTES=str(_HEADER_BYTES),
        TOOLS_BYTES=str(len(tools)),
        SHA256=digest.hexdigest(),
        MEGABYTES=str(_megabytes(folder)),
    )
    partial = target.with_name(f"{target.name}.partial")
    with partial.open("wb") as output, tarball.open("rb") as packed:
        output.write(script)
        output.write(tools)
        shutil.copyfileobj(packed, output, _CHUNK)
    partial.chmod(0o755)
    partial.replace(target)
    return target


def _script(**values: str) -> bytes:
    text = (_SCRIPTS / "install.sh").read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    script = text.encode()
    assert len(script) <= _HEADER_BYTES, "the script outgrew its place"
    return script + b"\n" * (_HEADER_BYTES - len(script))


def _tools(compressor: archive.Xz, epoch: int) -> bytes:
    """An archive without compression: every system can unpack it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "tools")
        folder.mkdir()
        for file in (*compressor.files, UNINSTALL):
            shutil.copyfile(file, folder / file.name)
        for file in folder.iterdir():
            file.chmod(0o755)
        folder.chmod(0o755)
        packed = io.BytesIO()
        archive.write_tar(folder, folder.name, packed, epoch)
        return packed.getvalue()


def _megabytes(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*")) // 10**6
