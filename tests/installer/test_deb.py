"""The Debian package, made of a tiny folder."""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from package import deb_texts
from package.deb import build_deb
from package.desktop import METAINFO, data, write_share
from problems import Problem

EPOCH = 1_800_000_000
TOOLS = ("dpkg-deb", "dpkg-shlibdeps")
needs_tools = pytest.mark.skipif(any(shutil.which(tool) is None for tool in TOOLS), reason="needs Debian's dpkg-dev")


@pytest.fixture(scope="module")
def share(tmp_path_factory):
    """What the desktop gets, as every folder has it."""
    folder = tmp_path_factory.mktemp("share")
    write_share(folder, python=Path(sys.executable), tools=folder, epoch=EPOCH)
    return folder


@pytest.fixture
def folder(tmp_path, share):
    """A program's folder with two scripts in place of programs, and a link."""
    made = tmp_path / "facerestore folder"
    for name in ("facerestore", "facerestore-gui"):
        program = made / "bin" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\necho hello\n")
        program.chmod(0o755)
    (made / "lib").mkdir()
    (made / "lib" / "data.txt").write_text("data")
    (made / "lib" / "link").symlink_to("data.txt")
    (made / "licences.html").write_text("<html></html>")
    shutil.copytree(share, made / "share")
    return made


def field(package, name):
    return subprocess.run(["dpkg-deb", "-f", package, name], capture_output=True, text=True, check=True).stdout.strip()


def unpacked(package, target):
    subprocess.run(["dpkg-deb", "-R", package, target], check=True)
    return target


def with_program(folder, *, needs=b"libc.so.6"):
    """Puts a program of the system into the folder, which needs a library of this name."""
    content = Path(shutil.which("true")).resolve().read_bytes()
    assert content.startswith(b"\x7fELF")
    (folder / "lib" / "program").write_bytes(content.replace(b"libc.so.6", needs))


@needs_tools
def test_that_the_package_says_what_it_is(folder, tmp_path):
    package = build_deb(folder, "1.2", tmp_path / "dist", EPOCH)
    assert package == tmp_path / "dist" / "facerestore_1.2_amd64.deb"
    assert field(package, "Package") == "facerestore"
    assert field(package, "Version") == "1.2"
    assert field(package, "Architecture") == "amd64"
    assert "damaged portraits" in field(package, "Description")
    assert int(field(package, "Installed-Size")) > 30


@needs_tools
def test_that_programs_are_found_where_others_are(folder, tmp_path):
    stage = unpacked(build_deb(folder, "1", tmp_path / "dist", EPOCH), tmp_path / "out")
    for name in ("facerestore", "facerestore-gui"):
        link = stage / "usr" / "bin" / name
        assert os.readlink(link) == f"/opt/facerestore/bin/{name}"
        assert os.access(stage / os.readlink(link).lstrip("/"), os.X_OK)
    assert (stage / "opt/facerestore/lib/link").read_text() == "data"
    # what the desktop has is not there twice
    assert not (stage / "opt" / "facerestore" / "share").exists()


@needs_tools
def test_that_desktop_and_shells_find_their_files(folder, tmp_path):
    share = unpacked(build_deb(folder, "1", tmp_path / "dist", EPOCH), tmp_path / "out") / "usr" / "share"
    for name in (
        "applications/facerestore.desktop",
        f"metainfo/{METAINFO}",
        "mime/packages/facerestore-mime.xml",
        "icons/hicolor/48x48/apps/facerestore.png",
        "man/man1/facerestore.1.gz",
        "man/man1/facerestore-gui.1.gz",
        "bash-completion/completions/facerestore",
        "zsh/vendor-completions/_facerestore",
        "fish/vendor_completions.d/facerestore.fish",
        "doc/facerestore/copyright",
        "lintian/overrides/facerestore",
    ):
        assert (share / name).is_file(), name
    assert not (share / "zsh" / "site-functions").exists()
    assert b".SH NAME" in gzip.decompress((share / "man/man1/facerestore.1.gz").read_bytes())
    assert gzip.decompress((share / "doc/facerestore/changelog.gz").read_bytes()).startswith(b"facerestore (1) ")


@needs_tools
def test_that_every_file_has_its_sum(folder, tmp_path):
    stage = unpacked(build_deb(folder, "1", tmp_path / "dist", EPOCH), tmp_path / "out")
    listed = dict(reversed(line.split("  ")) for line in (stage / "DEBIAN/md5sums").read_text().splitlines())
    files = {path for path in stage.rglob("*") if path.is_file() and not path.is_symlink()}
    sums = {str(path.relative_to(stage)): hashlib.md5(path.read_bytes()).hexdigest() for path in files}
    assert listed == {name: value for name, value in sums.items() if not name.startswith("DEBIAN/")}


@needs_tools
def test_that_two_builds_are_equal_whoever_builds_and_when(folder, tmp_path):
    first = build_deb(folder, "1", tmp_path / "first", EPOCH)
    other = tmp_path / "other place"
    shutil.copytree(folder, other, symlinks=True)
    for path in other.rglob("*"):
        if path.is_file() and not path.is_symlink():
            os.utime(path, (EPOCH + 5_000, EPOCH + 5_000))
            path.chmod(0o700 if path.stat().st_mode & 0o100 else 0o600)
    mask = os.umask(0o077)
    try:
        second = build_deb(other, "1", tmp_path / "second", EPOCH)
    finally:
        os.umask(mask)
    assert first.read_bytes() == second.read_bytes()


@needs_tools
def test_that_all_belongs_to_root_and_can_be_read_by_all(folder, tmp_path):
    package = build_deb(folder, "1", tmp_path / "dist", EPOCH)
    lines = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) > 30
    for line in lines:
        mode, owner = line.split()[:2]
        assert owner == "root/root"
        assert mode in ("drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--", "lrwxrwxrwx"), line


@needs_tools
def test_that_libraries_cannot_be_run(folder, tmp_path):
    for name in ("libone.so", "libone.so.1.2"):
        (folder / "lib" / name).write_text("a library")
        (folder / "lib" / name).chmod(0o755)
    stage = unpacked(build_deb(folder, "1", tmp_path / "dist", EPOCH), tmp_path / "out")
    modes = {
        path.name: path.stat().st_mode & 0o777 for path in (stage / "opt/facerestore").rglob("lib*") if path.is_file()
    }
    assert modes["libone.so"] == modes["libone.so.1.2"] == 0o644


@needs_tools
def test_that_it_depends_on_what_its_programs_need(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    package = build_deb(folder, "1", Path("without"), EPOCH)
    assert "libc6" not in field(package, "Depends")
    with_program(folder)
    package = build_deb(folder, "1", Path("with"), EPOCH)
    assert re.search(r"\blibc6 \(>= 2\.\d+\)", field(package, "Depends"))


@needs_tools
def test_that_a_library_of_the_folder_is_asked_of_no_package(folder, tmp_path):
    shutil.copyfile(shutil.which("dpkg-deb"), folder / "lib" / "program")
    asked = field(build_deb(folder, "1", tmp_path / "without", EPOCH), "Depends")
    assert "zlib1g" in asked
    shutil.copyfile("/lib/x86_64-linux-gnu/libz.so.1", folder / "lib" / "libz.so.1")
    less = field(build_deb(folder, "1", tmp_path / "with", EPOCH), "Depends")
    assert set(asked.split(", ")) - set(less.split(", ")) == {one for one in asked.split(", ") if "zlib1g" in one}


@needs_tools
def test_that_what_qt_does_without_is_no_dependency(folder, tmp_path):
    (folder / "lib" / "platformthemes").mkdir()
    with_program(folder)
    (folder / "lib" / "program").rename(folder / "lib" / "platformthemes" / "theme.so")
    package = build_deb(folder, "1", tmp_path / "dist", EPOCH)
    assert field(package, "Depends") == ""
    assert "libgtk-3-0" in field(package, "Suggests")


@needs_tools
def test_that_a_library_that_is_nowhere_is_named_and_nothing_is_left(folder, tmp_path):
    with_program(folder, needs=b"libq.so.6")
    with pytest.raises(Problem, match=r"libq\.so\.6, needed by program"):
        build_deb(folder, "1", tmp_path / "dist", EPOCH)
    assert list((tmp_path / "dist").iterdir()) == []


@needs_tools
@pytest.mark.skipif(shutil.which("lintian") is None, reason="needs lintian")
def test_that_debians_checker_finds_no_error(folder, tmp_path):
    with_program(folder)
    for name in ("cgi.py", "__pycache__/cgi.cpython-311.pyc"):
        path = folder / "lib" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("#! /usr/local/bin/python\n")
    package = build_deb(folder, "1.0", tmp_path / "dist", EPOCH)
    command = ["lintian", "--no-cfg", "--allow-root", "--fail-on", "error", package]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@needs_tools
@pytest.mark.parametrize("missing", ["bin/facerestore-gui", "share"])
def test_that_an_incomplete_folder_is_refused(folder, tmp_path, missing):
    path = folder / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(Problem, match=r"facerestore folder.* has no|share has no menu entry"):
        build_deb(folder, "1", tmp_path / "dist", EPOCH)


@needs_tools
def test_that_a_package_that_was_there_stays_when_a_build_fails(folder, tmp_path):
    package = build_deb(folder, "1", tmp_path / "dist", EPOCH)
    content = package.read_bytes()
    shutil.rmtree(folder / "share")
    with pytest.raises(Problem):
        build_deb(folder, "1", tmp_path / "dist", EPOCH)
    assert package.read_bytes() == content


def test_that_libraries_of_two_names_are_asked_for_by_both():
    asked = "libglib2.0-0 (>= 2.33.14), libssl3t64, libc6 (>= 2.28)"
    assert deb_texts.with_renamed(asked) == [
        "libc6 (>= 2.28)",
        "libglib2.0-0 (>= 2.33.14) | libglib2.0-0t64 (>= 2.33.14)",
        "libssl3 | libssl3t64",
    ]
    assert deb_texts.with_renamed("") == []


def test_that_the_changelog_has_every_release_and_the_version_at_hand():
    released = re.findall(r'<release version="([^"]+)"', data(METAINFO).read_text(encoding="utf-8"))
    text = deb_texts.changelog(data(METAINFO), "99", EPOCH)
    assert re.findall(r"^facerestore \((.+?)\)", text, re.MULTILINE) == ["99", *released]
    assert deb_texts.changelog(data(METAINFO), released[0], EPOCH).startswith(f"facerestore ({released[0]}) ")
