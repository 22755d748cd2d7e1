"""Menu entry, AppStream data and file type: what a desktop reads."""

import configparser
import io
import re
import shutil
import subprocess
from xml.etree import ElementTree

import numpy as np
import pytest
from package.desktop import METAINFO, data
from package.desktop.icon_set import PROJECT_TYPE, SIZES_PX, write_icons
from PIL import Image
from saved_projects import drawn_project

from facerestore import __version__
from facerestore.documents.project_container import SUFFIX
from facerestore.documents.project_file import write_project
from facerestore.files import file_kinds
from facerestore_resources.translations import LANGUAGES

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TRANSLATED = {language for language in LANGUAGES if language != "en"}
# AppStream writes Chinese in simplified letters, as mainland China reads it, in its own way
APPSTREAM = {"zh-Hans-CN": "zh_CN"}


def entry():
    parser = configparser.RawConfigParser(delimiters="=")
    parser.optionxform = str
    parser.read(data("facerestore.desktop"), encoding="utf-8")
    return parser["Desktop Entry"]


def opened_types():
    return set(entry()["MimeType"].strip(";").split(";"))


def project_type():
    return ElementTree.parse(data("facerestore-mime.xml")).find(f"{MIME}mime-type")


def language_of(element):
    return APPSTREAM.get(element.get(XML_LANG), element.get(XML_LANG))


def checked(*command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_that_the_menu_entry_is_valid():
    assert checked("desktop-file-validate", str(data("facerestore.desktop"))) == (0, "")


def test_that_the_appstream_data_is_valid():
    code, words = checked("appstreamcli", "validate", "--no-net", str(data(METAINFO)))
    assert code == 0, words
    # the project has no domain whose name its id could have; nothing else is to be said
    assert re.findall(r"^[EWI]: .*? ([a-z-]+)", words, re.MULTILINE) == ["cid-maybe-not-rdns"]


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_that_the_menu_entry_speaks_all_languages(key):
    words = {language: entry()[f"{key}[{language}]"] for language in TRANSLATED}
    assert len({*words.values(), entry()[key]}) == len(TRANSLATED) + 1


@pytest.mark.parametrize("path", ["summary", "description/p", "releases/release/description/p"])
def test_that_the_appstream_data_speaks_all_languages(path):
    found = [language_of(one) for one in ElementTree.parse(data(METAINFO)).iterfind(path)]
    assert set(found) == {None, *TRANSLATED}
    # as many paragraphs in each
    assert {found.count(language) for language in TRANSLATED} == {found.count(None)}


def test_that_the_name_of_a_project_speaks_all_languages():
    assert {language_of(one) for one in project_type().iterfind(f"{MIME}comment")} == {None, *TRANSLATED}


def test_that_the_newest_release_is_this_version():
    newest = ElementTree.parse(data(METAINFO)).find("releases/release")
    assert newest.get("version") == __version__


def test_that_the_appstream_data_belongs_to_the_menu_entry():
    root = ElementTree.parse(data(METAINFO))
    assert root.findtext("launchable") == "facerestore.desktop"
    assert {one.text for one in root.iterfind("provides/mediatype")} == opened_types()


def test_that_what_the_menu_entry_opens_is_what_the_program_reads():
    read = {name for _, name in file_kinds._READ} | {"webp"}
    assert opened_types() == {f"image/{name}" for name in read} | {PROJECT_TYPE}
    for name in read:
        stream = io.BytesIO()
        Image.new("L", (8, 8)).save(stream, name)
        assert file_kinds.format_of(stream.getvalue()) == name


def test_that_a_project_is_known_by_its_name():
    assert [one.get("pattern") for one in project_type().iterfind(f"{MIME}glob")] == [f"*{SUFFIX}"]


def test_that_a_project_is_known_by_its_content(tmp_path):
    path = tmp_path / f"portrait{SUFFIX}"
    write_project(drawn_project(np.random.default_rng(0)), path)
    content = path.read_bytes()
    matches = list(project_type().iter(f"{MIME}match"))
    assert len(matches) == 2
    for match in matches:
        value = match.get("value").encode().decode("unicode_escape").encode("latin-1")
        assert content[int(match.get("offset")) :].startswith(value)


def test_that_the_file_type_is_read_by_the_system(tmp_path):
    packages = tmp_path / "packages"
    packages.mkdir()
    shutil.copy(data("facerestore-mime.xml"), packages)
    code, words = checked("update-mime-database", str(tmp_path))
    assert code == 0, words
    assert (tmp_path / "application" / f"{PROJECT_TYPE.partition('/')[2]}.xml").is_file()


def test_that_each_icon_has_all_sizes(tmp_path):
    write_icons(tmp_path)
    theme = tmp_path / "icons" / "hicolor"
    project = PROJECT_TYPE.replace("/", "-")
    for name in (f"apps/{entry()['Icon']}", f"mimetypes/{project}"):
        assert (theme / "scalable" / f"{name}.svg").is_file()
        for size_px in SIZES_PX:
            with Image.open(theme / f"{size_px}x{size_px}" / f"{name}.png") as picture:
                assert picture.size == (size_px, size_px)
                # it has a shape, and is not one colour
                assert picture.getchannel("A").getextrema() == (0, 255)
                assert len(picture.convert("RGB").getcolors(size_px**2)) > 10
    assert project_type().find(f"{MIME}icon").get("name") == project
