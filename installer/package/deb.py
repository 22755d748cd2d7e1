"""The Debian package: the program's folder in ``/opt/facerestore``, and what a desktop needs in ``/usr``."""

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from problems import Problem

from package import desktop
from package.deb_depends import depends_of
from package.deb_texts import changelog, control, copyright_file

_PROGRAMS: Final = ("facerestore", "facerestore-gui")
_OVERRIDES: Final = "lintian-overrides"


def build_deb(folder: Path, version: str, output: Path, epoch: int, *, is_quick: bool = False) -> Path:
    """Makes ``facerestore_VERSION_amd64.deb`` in the folder ``output`` out of the program's folder, and returns its
    path. Equal folders give equal packages. ``epoch``: the time of the last change, in seconds since 1970;
    ``is_quick``: packed in seconds, and larger. Raises Problem."""
    for tool in ("dpkg-deb", "dpkg-shlibdeps"):
        if shutil.which(tool) is None:
            raise Problem(f"{tool} is missing, which Debian has in its package dpkg-dev.")
    output = output.absolute()
    output.mkdir(parents=True, exist_ok=True)
    target = output / f"facerestore_{version}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=output) as work:
        stage = Path(work) / "stage"
        (stage / "DEBIAN").mkdir(parents=True)
        _put_program(folder, stage)
        _put_desktop(folder / "share", stage / "usr" / "share")
        _put_documents(stage / "usr" / "share", version, epoch)
        _put_control(stage, version)
        _make_uniform(stage, epoch)
        made = Path(work) / target.name
        _pack(stage, made, epoch, is_quick=is_quick)
        os.replace(made, target)
    return target


def _put_program(folder: Path, stage: Path) -> None:
    program = stage / "opt" / "facerestore"
    # what is in share goes to /usr/share, where desktops and shells look for it
    shutil.copytree(folder, program, symlinks=True, ignore=lambda path, _: ["share"] if Path(path) == folder else [])
    links = stage / "usr" / "bin"
    links.mkdir(parents=True)
    for name in _PROGRAMS:
        if not (program / "bin" / name).is_file():
            raise Problem(f"{folder} has no bin/{name}.")
        # from one folder below the root into another, as Debian wants it
        (links / name).symlink_to(f"/opt/facerestore/bin/{name}")


def _put_desktop(source: Path, target: Path) -> None:
    if not (source / "applications").is_dir():
        raise Problem(f"{source} has no menu entry.")
    shutil.copytree(source, target)
    # Debian keeps this folder for its packages, and site-functions for the administrator
    (target / "zsh" / "site-functions").rename(target / "zsh" / "vendor-completions")
    for page in sorted((target / "man").rglob("*.1")):
        _gzip(page.read_bytes(), page.with_name(f"{page.name}.gz"))
        page.unlink()


def _put_documents(share: Path, version: str, epoch: int) -> None:
    documents = share / "doc" / "facerestore"
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(copyright_file(), encoding="utf-8")
    text = changelog(share / "metainfo" / desktop.METAINFO, version, epoch)
    _gzip(text.encode(), documents / "changelog.gz")
    overrides = share / "lintian" / "overrides" / "facerestore"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(Path(__file__).parent / _OVERRIDES, overrides)


def _make_uniform(stage: Path, epoch: int) -> None:
    """Modes and times that do not tell whose umask it was, and when it was built."""
    for path in [stage, *stage.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    """Whether it may be run; libraries are loaded, and Debian's may not be run."""
    return bool(path.stat().st_mode & 0o100) and ".so" not in path.suffixes


def _put_control(stage: Path, version: str) -> None:
    files = [path for path in sorted(stage.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = "".join(f"{_md5(path)}  {path.relative_to(stage)}\n" for path in files)
    text = control(version, depends_of(stage), _installed_kib(stage))
    for name, content in (("control", text), ("md5sums", sums)):
        (stage / "DEBIAN" / name).write_text(content, encoding="utf-8")


def _installed_kib(stage: Path) -> int:
    """As dpkg-gencontrol counts: files in whole KiB, everything else as one."""
    inside = (path for path in stage.rglob("*") if "DEBIAN" not in path.parts)
    return sum(-(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1 for path in inside)


def _pack(stage: Path, target: Path, epoch: int, *, is_quick: bool) -> None:
    compression = ["-Zzstd", "-z1"] if is_quick else ["-Zxz", "-z6"]
    command = ["dpkg-deb", "--root-owner-group", *compression, "--build", stage, target]
    done = subprocess.run(
        command, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Problem(f"dpkg-deb could not make the package:\n{done.stderr}")


def _gzip(data: bytes, target: Path) -> None:
    with target.open("wb") as stream, gzip.GzipFile("", "wb", 9, stream, mtime=0) as packed:
        packed.write(data)


def _md5(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "md5").hexdigest()
