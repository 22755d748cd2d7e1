"""The page of licences, for a tiny folder of made-up packages."""

import pytest
from package import layout, licences
from problems import Problem

WEIGHTS = [{"network": "texture_generator", "card": {"terms": "research <only>", "data": ["faces-256"]}}]


def install(folder, name, *, metadata="", record="", **texts):
    info = folder / layout.PACKAGES / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{metadata}\n", encoding="utf-8")
    (info / "RECORD").write_text(record, encoding="utf-8")
    for file, text in texts.items():
        (info / file).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    install(tmp_path, "facerestore", LICENSE="Apache License")
    install(tmp_path, "expressive", metadata="License-Expression: MIT-CMU")
    install(
        tmp_path,
        "classified",
        metadata="License: Copyright (c)\n        by many\nClassifier: License :: OSI Approved :: BSD License",
    )
    install(tmp_path, "PySide6_Essentials", metadata="License: LGPL-3.0-only OR GPL-2.0-only")
    return tmp_path


def page_of(folder):
    return licences.page(licences.python_packages(folder / layout.PACKAGES), {"LGPL-3": "LESSER"}, WEIGHTS)


def test_that_every_package_in_the_folder_is_listed_with_its_licence(folder):
    page = page_of(folder)
    infos = list((folder / layout.PACKAGES).glob("*.dist-info"))
    assert len(infos) == 4
    for info in infos:
        assert info.name.split("-")[0] in page
    assert "MIT-CMU" in page
    assert "BSD" in page
    assert "LGPL-3.0-only" in page


def test_that_the_program_comes_first(folder):
    assert licences.python_packages(folder / layout.PACKAGES)[0].name == "facerestore"


def test_that_a_package_that_says_nothing_of_its_licence_stops_the_build(folder):
    install(folder, "silent")
    with pytest.raises(Problem, match="silent"):
        page_of(folder)


def test_that_a_text_among_the_modules_is_found_too_and_no_text_comes_twice(folder):
    install(folder, "notices", metadata="License: MIT", record="notices/__init__.py,,\n", LICENSE="same words")
    module = folder / layout.PACKAGES / "notices"
    (module / "licenses").mkdir(parents=True)
    (module / "ThirdPartyNotices.txt").write_text("of zlib & co", encoding="utf-8")
    (module / "licenses" / "libpng").write_text("of libpng", encoding="utf-8")
    (module / "LICENSE").write_text("same words", encoding="utf-8")
    (module / "licence_reader.py").write_text("no licence", encoding="utf-8")
    page = page_of(folder)
    assert "of zlib &amp; co" in page
    assert "of libpng" in page
    assert page.count("same words") == 1
    assert "no licence" not in page


def test_that_qt_can_be_replaced_and_the_page_says_where(folder):
    page = page_of(folder)
    assert layout.QT_LIBRARIES in page
    assert "may be replaced" in " ".join(page.split())
    assert "LESSER" in page


def test_that_the_terms_of_the_networks_are_there(folder):
    assert "research &lt;only&gt;" in page_of(folder)
