"""Archives, and the installer for one person, made of a tiny folder and run in the home of nobody."""

import io
import os
import shutil
import subprocess
import sys
import tarfile

import pytest
from package import archive, launchers, layout, self_extracting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for Linux")

# stands in for the compressor, which a system need not have
XZ = """\
#!/bin/sh
case $1 in --compress) exec gzip -nc ;; -dc) exec gzip -dc ;; esac
"""

PYTHON = """\
#!/bin/sh
echo "facerestore VERSION"
"""
MIME = """\
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
<mime-type type="application/x-facerestore-project"><glob pattern="*.facerestore"/></mime-type>
</mime-info>
"""
EPOCH = 1_700_000_000


def put(path, content, *, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    path.chmod(mode)
    return path


@pytest.fixture
def compressor(tmp_path):
    place = tmp_path / "tools"
    put(place / "liblzma.so.5", "")
    return archive.Xz(program=put(place / "xz", XZ, mode=0o755), libraries=place)


def tiny_folder(place, version):
    folder = place / layout.folder_name(version)
    put(folder / layout.PYTHON, PYTHON.replace("VERSION", version), mode=0o755)
    launchers.write(folder)
    entry = "[Desktop Entry]\nExec=facerestore-gui %f\nTryExec=facerestore-gui\n"
    put(folder / "share/applications/facerestore.desktop", entry)
    put(folder / "share/icons/hicolor/scalable/apps/facerestore.svg", "<svg/>")
    put(folder / "share/mime/packages/facerestore.xml", MIME)
    return folder


def installer(place, version, compressor):
    folder = tiny_folder(place, version)
    tarball = archive.write_tarball(folder, place / f"{version}.tar.xz", EPOCH, compressor)
    return self_extracting.write_run(tarball, folder, place / f"{version}.run", version, EPOCH, compressor)


@pytest.fixture
def home(tmp_path):
    """With a space in its name, and something of the person's in it."""
    home = tmp_path / "a home"
    put(home / ".config/facerestore/settings.ini", "mine")
    put(home / ".local/share/applications/other.desktop", "other")
    return home


def run(script, home, *words):
    variables = {"HOME": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(["sh", script, *words], capture_output=True, text=True, check=False, env=variables, cwd=home)


def everything(home):
    """All but the desktop's own index, which it writes anew whenever entries come or go."""
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.name != "mimeinfo.cache")


def test_that_an_archive_knows_nothing_of_when_and_in_what_order_its_files_were_made(tmp_path):
    archives = []
    for number, names in enumerate((("b", "a", "folder/c"), ("folder/c", "a", "b"))):
        folder = tmp_path / str(number) / "same"
        for name in names:
            os.utime(put(folder / name, name), (number, number))
        packed = io.BytesIO()
        archive.write_tar(folder, folder.name, packed, EPOCH)
        archives.append(packed.getvalue())
    assert archives[0] == archives[1]
    with tarfile.open(fileobj=io.BytesIO(archives[0])) as opened:
        assert opened.getnames() == ["same", "same/a", "same/b", "same/folder", "same/folder/c"]
        assert {(entry.uid, entry.gid, entry.mtime) for entry in opened} == {(0, 0, EPOCH)}


def test_that_two_names_of_one_file_are_archived_as_two_files(tmp_path):
    folder = tmp_path / "folder"
    os.link(put(folder / "a", "text"), folder / "b")
    packed = io.BytesIO()
    archive.write_tar(folder, "folder", packed, EPOCH)
    with tarfile.open(fileobj=io.BytesIO(packed.getvalue())) as opened:
        assert [opened.extractfile(name).read() for name in ("folder/a", "folder/b")] == [b"text", b"text"]


def test_that_an_installer_made_twice_is_the_same(tmp_path, compressor):
    made = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        made.append(installer(tmp_path / name, "1.0", compressor).read_bytes())
    assert made[0] == made[1]


def test_that_it_installs_a_program_that_runs_with_a_menu_entry_that_finds_it(tmp_path, compressor, home):
    done = run(installer(tmp_path, "1.0", compressor), home)
    assert done.returncode == 0, done.stderr
    link = home / ".local/bin/facerestore"
    said = subprocess.run([link], capture_output=True, text=True, check=True)
    assert said.stdout == "facerestore 1.0\n"
    entry = (home / ".local/share/applications/facerestore.desktop").read_text(encoding="utf-8")
    assert f'Exec="{home}/.local/opt/facerestore/bin/facerestore-gui" %f' in entry
    assert (home / ".local/share/icons/hicolor/scalable/apps/facerestore.svg").exists()


def test_that_uninstalling_leaves_what_the_person_had(tmp_path, compressor, home):
    before = everything(home)
    run(installer(tmp_path, "1.0", compressor), home)
    done = run(home / ".local/opt/facerestore/uninstall.sh", home)
    assert done.returncode == 0, done.stderr
    assert everything(home) == before


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="nothing here knows the types of files")
@pytest.mark.parametrize("is_alone", [True, False])
def test_that_its_type_of_files_is_known_until_it_is_taken_away_and_others_stay(tmp_path, compressor, home, is_alone):
    types = home / ".local/share/mime/globs"
    if not is_alone:
        put(types.parent / "packages/other.xml", MIME.replace("facerestore", "other"))
    assert run(installer(tmp_path, "1.0", compressor), home).returncode == 0
    assert "x-facerestore-project" in types.read_text()
    assert run(home / ".local/opt/facerestore/uninstall.sh", home).returncode == 0
    if is_alone:
        assert not types.parent.exists()
    else:
        assert "x-facerestore-project" not in types.read_text()
        assert "x-other-project" in types.read_text()


def test_that_a_newer_version_takes_the_place_of_an_older_one(tmp_path, compressor, home):
    for place in ("old", "new"):
        (tmp_path / place).mkdir()
    run(installer(tmp_path / "old", "1.0", compressor), home)
    put(home / ".local/opt/facerestore/lib/only-in-the-old", "")
    done = run(installer(tmp_path / "new", "2.0", compressor), home)
    assert done.returncode == 0, done.stderr
    said = subprocess.run([home / ".local/bin/facerestore"], capture_output=True, text=True, check=True)
    assert said.stdout == "facerestore 2.0\n"
    assert not (home / ".local/opt/facerestore/lib/only-in-the-old").exists()
    assert [path.name for path in (home / ".local/opt").iterdir()] == ["facerestore"]
    assert (home / ".config/facerestore/settings.ini").read_text(encoding="utf-8") == "mine"


def test_that_the_person_may_choose_the_folder(tmp_path, compressor, home):
    done = run(installer(tmp_path, "1.0", compressor), home, "--target", "my programs/facerestore")
    assert done.returncode == 0, done.stderr
    assert (home / "my programs/facerestore/bin/facerestore").exists()
    assert not (home / ".local/opt").exists()


def test_that_a_folder_of_the_person_is_never_replaced(tmp_path, compressor, home):
    photo = put(home / "photos/grandmother.png", "picture")
    before = everything(home)
    done = run(installer(tmp_path, "1.0", compressor), home, "--target", photo.parent)
    assert done.returncode == 1
    assert "no facerestore" in done.stderr
    assert everything(home) == before


def test_that_a_program_of_the_same_name_that_the_person_has_stays(tmp_path, compressor, home):
    own = put(home / ".local/bin/facerestore", "#!/bin/sh\necho mine\n", mode=0o755)
    done = run(installer(tmp_path, "1.0", compressor), home)
    assert done.returncode == 0, done.stderr
    assert "another program's" in done.stdout
    assert "mine" in own.read_text(encoding="utf-8")


def test_that_a_damaged_installer_installs_nothing(tmp_path, compressor, home):
    script = installer(tmp_path, "1.0", compressor)
    assert run(script, home, "--check").returncode == 0
    content = bytearray(script.read_bytes())
    content[-1] ^= 1
    script.write_bytes(content)
    before = everything(home)
    done = run(script, home)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert everything(home) == before


def test_that_a_program_that_does_not_run_here_leaves_the_older_one(tmp_path, compressor, home):
    (tmp_path / "new").mkdir()
    run(installer(tmp_path, "1.0", compressor), home)
    folder = tiny_folder(tmp_path / "new", "2.0")
    put(folder / layout.PYTHON, "#!/bin/sh\nexit 1\n", mode=0o755)
    tarball = archive.write_tarball(folder, tmp_path / "2.0.tar.xz", EPOCH, compressor)
    broken = self_extracting.write_run(tarball, folder, tmp_path / "2.0.run", "2.0", EPOCH, compressor)
    done = run(broken, home)
    assert done.returncode == 1
    assert "glibc" in done.stderr
    said = subprocess.run([home / ".local/bin/facerestore"], capture_output=True, text=True, check=True)
    assert said.stdout == "facerestore 1.0\n"
    assert [path.name for path in (home / ".local/opt").iterdir()] == ["facerestore"]


def test_that_uninstalling_takes_nothing_from_a_folder_that_is_no_facerestore(tmp_path, home):
    place = home / "photos"
    put(place / "grandmother.png", "picture")
    shutil.copy(self_extracting.UNINSTALL, place / "uninstall.sh")
    assert run(place / "uninstall.sh", home).returncode == 1
    assert (place / "grandmother.png").exists()


@pytest.mark.parametrize("name", ["install.sh", "uninstall.sh"])
def test_that_the_scripts_are_read_by_a_plain_shell(name):
    done = subprocess.run(["sh", "-n", self_extracting.UNINSTALL.with_name(name)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
