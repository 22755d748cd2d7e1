"""Brushes that are kept by name, and what is remembered of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from facerestore.values.damage_classes import DamageClass
from facerestore_gui.document.brush_presets import LONGEST_NAME, BrushPresets
from facerestore_gui.document.tool_settings import PressureCurve, ToolSettings


@pytest.fixture
def kept(tmp_path):
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def settings():
    return ToolSettings()


def test_that_a_brush_is_kept_taken_again_renamed_and_deleted(settings, kept):
    presets = BrushPresets(settings, kept)
    settings.set_brush_diameter(7)
    settings.set_hardness(0.3)
    settings.choose_damage(DamageClass.SCRATCH)
    assert presets.add(" Hairline ")
    assert presets.in_hand.name == "Hairline"
    settings.set_brush_diameter(200)
    settings.set_hardness(1.0)
    settings.choose_damage(DamageClass.STAIN)
    assert presets.in_hand is None
    presets.take("Hairline")
    assert (settings.brush_diameter_px, settings.hardness) == (7, 0.3)
    assert settings.damage_class == DamageClass.SCRATCH
    assert presets.rename("Hairline", "Fine")
    assert [one.name for one in BrushPresets(settings, kept).presets] == ["Fine"]
    presets.remove("Fine")
    assert BrushPresets(settings, kept).presets == ()


def test_that_a_name_is_there_once_and_keeping_under_it_again_changes_that_one(settings, kept):
    presets = BrushPresets(settings, kept)
    presets.add("A")
    presets.add("B")
    settings.set_brush_diameter(99)
    assert presets.add("A")
    assert [(one.name, one.diameter_px) for one in presets.presets] == [("A", 99), ("B", 40)]
    assert not presets.rename("A", "B")
    assert not presets.add("  ")
    assert not presets.add("x" * (LONGEST_NAME + 1))


def test_that_a_class_that_the_photo_does_not_have_is_left_out(settings, kept):
    presets = BrushPresets(settings, kept)
    presets.add("A")
    entry = json.loads(kept.value("brush/presets"))
    kept.setValue("brush/presets", json.dumps([entry[0] | {"damage_class": 77}]))
    BrushPresets(settings, kept).take("A")
    assert settings.damage_class == DamageClass.DAMAGE


@pytest.mark.parametrize(
    "entry",
    [
        "nonsense",
        "[1, null, {}]",
        '[{"name": "", "diameter_px": 5, "hardness": 1, "damage_class": 255}]',
        '[{"name": "A", "diameter_px": 5, "hardness": 2, "damage_class": 255}]',
        '[{"name": "A", "diameter_px": 1e9, "hardness": 1, "damage_class": 255}]',
        '[{"name": "A", "diameter_px": "5", "hardness": 1, "damage_class": 255}]',
    ],
)
def test_that_what_was_remembered_and_makes_no_sense_is_left_out(settings, kept, entry):
    kept.setValue("brush/presets", entry)
    assert BrushPresets(settings, kept).presets == ()


@given(st.floats(0, 1), st.floats(0, 1))
def test_that_more_pressure_never_paints_less_and_a_soft_pen_more_than_a_firm_one(one, other):
    low, high = sorted((one, other))
    for curve in PressureCurve:
        assert curve.bent(low) <= curve.bent(high)
        assert (curve.bent(0), curve.bent(1)) == (0, 1)
    assert PressureCurve.FIRM.bent(one) <= PressureCurve.LINEAR.bent(one) <= PressureCurve.SOFT.bent(one)
