"""Preferences: what is remembered is what was chosen, whatever stands in the settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from facerestore_gui.document.preferences import (
    DEVICES,
    SAVE_FORMATS,
    UNDO_MIB,
    WEIGHTS_SETS,
    Preferences,
    PreferencesKeeper,
    ThemeChoice,
    read_preferences,
)
from facerestore_gui.document.save_options import KeptMetadata, SaveOptions
from facerestore_resources.translations import LANGUAGES

pytestmark = pytest.mark.gui

WANTED = st.builds(
    Preferences,
    language=st.sampled_from([None, *LANGUAGES]),
    theme=st.sampled_from(ThemeChoice),
    save_format=st.sampled_from(SAVE_FORMATS),
    save=st.builds(
        SaveOptions,
        eight_bit=st.booleans(),
        metadata=st.sampled_from(KeptMetadata),
        is_marked=st.booleans(),
        has_record=st.booleans(),
    ),
    device=st.sampled_from(DEVICES),
    threads=st.integers(0, 512),
    undo_mib=st.integers(UNDO_MIB[0], UNDO_MIB[-1]),
    weights_set=st.sampled_from(WEIGHTS_SETS),
)
KEYS = (
    "language",
    *(f"preferences/{name}" for name in ("theme", "device", "threads", "undo_mib", "weights_set")),
    *(f"preferences/save/{name}" for name in ("format", "eight_bit", "metadata", "is_marked", "has_record")),
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("kept") / "kept.ini"


def kept_at(place):
    return QSettings(str(place), QSettings.Format.IniFormat)


@given(wanted=WANTED)
def test_that_every_preference_is_there_again_on_the_next_day(place, wanted):
    kept = kept_at(place)
    PreferencesKeeper(kept).change(wanted)
    kept.sync()
    assert read_preferences(kept_at(place)) == wanted


@given(rubbish=st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12))
def test_that_nonsense_is_as_if_nothing_had_been_chosen(rubbish):
    known = {*LANGUAGES, *DEVICES, *SAVE_FORMATS, *WEIGHTS_SETS, *ThemeChoice, *KeptMetadata, "true", "false"}
    if rubbish in known or (rubbish.isascii() and rubbish.isdecimal()):
        return
    kept = QSettings()
    kept.clear()
    for key in KEYS:
        kept.setValue(key, rubbish)
    read = read_preferences(kept)
    kept.clear()
    assert read == Preferences()


def test_that_only_a_change_is_told(qtbot):
    keeper = PreferencesKeeper(None)
    told = []
    keeper.changed.connect(lambda: told.append(keeper.value))
    keeper.change(Preferences())
    keeper.choose_language("de")
    keeper.choose_language("de")
    assert told == [Preferences(language="de")]
