import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.compositing.crop_layers import FADE_CROP_PX, Painting
from facerestore.values.alignment import Alignment
from facerestore.values.geometry import Box


@settings(max_examples=200, deadline=None)
@given(st.data(), st.floats(-math.pi, math.pi), st.floats(0.2, 4), st.tuples(*[st.booleans()] * 4))
def test_that_a_painting_fades_in_a_small_box_as_it_does_in_the_whole(
    data: st.DataObject, angle: float, scale: float, inner_edges: tuple[bool, bool, bool, bool]
) -> None:
    cos, sin = scale * math.cos(angle), scale * math.sin(angle)
    # the crop's centre lies in that of the box
    matrix = np.array([[cos, -sin, 0.0], [sin, cos, 0.0]])
    matrix[:, 2] = 64 - matrix[:, :2] @ [100.0, 80.0]
    painted = Painting(np.zeros((128, 128, 3), np.float32), Alignment(matrix, 128), inner_edges)
    whole = Box(0, 0, 200, 160)
    left, top = data.draw(st.integers(0, 199)), data.draw(st.integers(0, 159))
    part = Box(left, top, data.draw(st.integers(left + 1, 200)), data.draw(st.integers(top + 1, 160)))
    for of_whole, of_part in zip(painted.inside_and_share(whole), painted.inside_and_share(part), strict=True):
        np.testing.assert_array_equal(of_part, of_whole[part.slices])
    _, share, _ = painted.inside_and_share(part)
    x, y = (matrix[row, 0] * (np.arange(left, part.right) + 0.5) for row in (0, 1))
    x, y = (
        along + (matrix[row, 1] * (np.arange(top, part.bottom) + 0.5) + matrix[row, 2])[:, None]
        for row, along in enumerate((x, y))
    )
    expected = np.ones(share.shape)
    for to_edge, is_inner in zip((x, y, 128 - x, 128 - y), inner_edges, strict=True):
        fade = np.clip(to_edge / FADE_CROP_PX, 0, 1) if is_inner else to_edge >= 0
        expected *= fade * fade * (3 - 2 * fade) if is_inner else fade
    # at the very edge of the crop rounding decides
    beside_edge = np.min([np.abs(x), np.abs(y), np.abs(128 - x), np.abs(128 - y)], axis=0) < 1e-3
    np.testing.assert_allclose(share[~beside_edge], expected[~beside_edge], atol=1e-4)
