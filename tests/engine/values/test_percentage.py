import pickle

from hypothesis import given
from hypothesis import strategies as st

from facerestore.values.percentage import Percentage


@given(share=st.floats(0, 1), decimals=st.integers(0, 3))
def test_that_a_percentage_that_came_from_another_process_is_the_same(share, decimals):
    sent = Percentage(share, decimals=decimals)
    came = pickle.loads(pickle.dumps(sent))
    assert came == sent == f"{share:.{decimals}%}"
    assert (came.share, came.decimals) == (share, decimals)
