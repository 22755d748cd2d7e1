"""What is known of a mask without another look is what a look would say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.damage_classes import CLASS_POLICIES, DamageClass
from facerestore.values.damage_table import BY_HAND, DEFAULT_TABLE
from facerestore.values.geometry import Box
from facerestore.values.hand_layer import seen
from facerestore_gui.document.mask_contents import MaskContents

_NUMBERS = (0, 0, 0, int(DamageClass.DAMAGE), int(DamageClass.SCRATCH), int(DamageClass.ORIGINAL), *BY_HAND)


@given(data=st.data())
def test_that_what_is_remembered_of_a_mask_is_what_it_holds(data):
    rng = np.random.default_rng(data.draw(st.integers(0, 2**31)))
    height, width = data.draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
    plane, table = np.zeros((height, width), np.uint8), DEFAULT_TABLE
    contents = MaskContents(plane, table)
    for _ in range(data.draw(st.integers(1, 12))):
        left, right = sorted(rng.integers(0, width + 1, 2).tolist())
        top, bottom = sorted(rng.integers(0, height + 1, 2).tolist())
        box = Box(left, top, right, bottom)
        plane[box.slices] = rng.choice(_NUMBERS)
        contents.change(box)
        if data.draw(st.booleans()):
            assert contents.is_blank == (not (plane[~seen(plane)]).any())
            assert contents.has_repairs == table.has_repairs(plane)
        if data.draw(st.booleans()):
            policy = data.draw(st.sampled_from(CLASS_POLICIES))
            table = table.with_policy(int(DamageClass.SCRATCH), policy)
            contents.change_classes(table)
