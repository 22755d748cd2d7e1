"""Names of files as text."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.errors import PhotoUnreadable
from facerestore.values.file_names import shown


@pytest.mark.parametrize(
    "name", ["scan.png", "Käthe.tif", "Ka\u0308the.tif", "祖母\u3000一.png", "a\u200db.png", "a b.png"]
)
def test_that_a_name_that_can_be_read_stays_as_it_is(name):
    assert shown(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (b"Gro\xdfmutter.png", r"Gro\xdfmutter.png"),
        (b"\x1b[2Jcleared.png", r"\x1b[2Jcleared.png"),
        (b"two\nlines\ttab\x7f", r"two\x0alines\x09tab\x7f"),
        ("gnp.\u202ename".encode(), r"gnp.\u202ename"),
        ("a\u2028b".encode(), r"a\u2028b"),
        ("a\x9bb".encode(), r"a\x9bb"),
    ],
)
def test_that_what_a_terminal_or_a_file_cannot_hold_is_escaped(name, expected):
    assert shown(os.fsdecode(name)) == expected


@given(st.binary(max_size=20))
def test_that_every_name_becomes_one_line_of_text_without_controls(name):
    text = shown(os.fsdecode(name))
    assert text.encode("utf-8").decode("utf-8").splitlines() in ([text], [])
    assert not any(ord(one) < 32 or 0x7F <= ord(one) < 0xA0 for one in text)


def test_that_an_error_about_a_file_names_it_so_that_it_can_be_printed(tmp_path):
    error = PhotoUnreadable(tmp_path / os.fsdecode(b"Gro\xdf\x1b.png"), "It is damaged.")
    assert str(error) == r"Gro\xdf\x1b.png: It is damaged."
