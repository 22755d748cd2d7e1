"""Texts of licences out of a Debian package, read without dpkg."""

import io
import tarfile

import pytest
from package import common_licences, interpreters, lock
from problems import Problem


def debian_package(path, texts):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as archive:
        for name, text in texts.items():
            entry = tarfile.TarInfo(f"./usr/share/common-licenses/{name}")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text))
    content = b"!<arch>\n"
    for name, body in (("debian-binary", b"2.0"), ("data.tar.xz", packed.getvalue())):
        content += (
            f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(body):<10}`\n".encode() + body + b"\n" * (len(body) % 2)
        )
    path.write_bytes(content)
    return path


def test_that_the_texts_are_read(tmp_path):
    wanted = {name: f"text of {name}" for name in common_licences.NAMES}
    package = debian_package(tmp_path / "a.deb", {name: text.encode() for name, text in wanted.items()})
    assert common_licences.texts(package) == wanted


def test_that_what_is_no_package_is_refused(tmp_path):
    (tmp_path / "a.deb").write_bytes(b"nothing")
    with pytest.raises(Problem, match="no Debian package"):
        common_licences.texts(tmp_path / "a.deb")


def test_that_the_package_is_the_one_of_the_lock():
    pinned = common_licences.pinned(lock.read())
    assert any(file.sha256 == pinned.sha256 and file.version in pinned.address for file in lock.read().debian)


def test_that_a_file_of_the_web_that_is_another_one_is_refused(tmp_path):
    (tmp_path / "page.zip").write_bytes(b"another")
    with pytest.raises(Problem, match="damaged"):
        interpreters.fetch(interpreters.PinnedFile(address="https://example.org/page.zip", sha256="0" * 64), tmp_path)
