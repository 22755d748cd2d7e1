"""The table of ways to restore, and what those without a network make of files."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facerestore.compositing.diffusion import Method, inpainted
from facerestore.files.installed_weights import WEIGHTS_VARIABLE
from facerestore.restoration.local import LocalNetworks
from facerestore.restoration.recipe import WITHOUT_NETWORK, RestorationRequest, restored
from facerestore.restoration.restorer_cards import NOT_INSTALLED, card_of, time_on_card
from facerestore.restoration.restorers import AUTO, RESTORERS, SEMANTIC, WAYS, Input, restorer_of
from facerestore.values.damage_table import RegionPlan
from facerestore.values.errors import UsageError
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.result import DEFAULT_RESTORER

CLASSICAL = [one for one in WAYS if not one.networks]


def refuse(device):
    raise AssertionError("no network is asked for")


def restore(**fields):
    networks = LocalNetworks(make=refuse)
    return networks.run(restored(RestorationRequest(**fields), networks.ready))


def test_that_results_of_before_are_of_the_default_and_strange_names_too():
    assert next(iter(RESTORERS.values())) is SEMANTIC
    assert SEMANTIC.name == DEFAULT_RESTORER
    assert restorer_of("of tomorrow") is SEMANTIC
    assert all(restorer_of(name).name == name for name in RESTORERS)


@pytest.mark.parametrize("restorer", WAYS, ids=[one.name for one in WAYS])
def test_that_a_restorer_has_networks_or_does_it_itself_and_says_what_it_reads(restorer):
    assert bool(restorer.networks) == (restorer.fill is None)
    # a face is shown with its layout, and borrows detail by it, whether its painter follows it or not
    assert restorer.needs_face == ("layout" in restorer.networks)
    assert restorer.needs_face or not restorer.follows_layout
    assert restorer.painter in ("", *restorer.networks)
    assert restorer.description.endswith(".")


def test_that_the_one_that_chooses_reads_all_that_the_others_read_and_restores_nothing_itself():
    assert set(RESTORERS.values()) == {AUTO, *WAYS}
    assert frozenset().union(*(one.inputs for one in WAYS)) - {Input.FACE} == AUTO.inputs
    assert (AUTO.fill, AUTO.painter, AUTO.needs_face, AUTO.paints_regions) == (None, "", False, False)


@pytest.mark.parametrize("restorer", RESTORERS.values(), ids=list(RESTORERS))
def test_that_a_card_says_what_a_way_is_for_what_it_reads_and_how_long_it_takes(restorer):
    card = card_of(restorer)
    assert card[0] == restorer.description
    assert card[1].startswith("Good for ")
    assert card[2].startswith("Not for ")
    assert all(sentence.endswith(".") for sentence in card)
    assert ("It follows the layout, which can be corrected." in card) == restorer.follows_layout
    assert ("It borrows from other photographs of the person." in card) == restorer.takes_references
    assert ("Another seed gives another candidate." in card) == restorer.gives_several
    assert "not measured yet" in time_on_card(restorer, None)
    assert "2.5 s" in time_on_card(restorer, 2.49)
    assert "0.1 s" in time_on_card(restorer, 0.001)


def test_that_a_card_says_where_a_network_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setenv(WEIGHTS_VARIABLE, str(tmp_path))
    told = {name: card_of(one)[-1] for name, one in RESTORERS.items()}
    assert {name for name, last in told.items() if last == NOT_INSTALLED} == {"in2", "isfrnet"}


@pytest.mark.parametrize("way", ["membrane", "telea", "semantic", "in2"])
def test_that_a_photo_of_which_nothing_is_visible_is_refused_before_any_network_is_asked(way):
    photo = Photo(np.zeros((20, 20, 3), np.uint8))
    with pytest.raises(UsageError, match="whole photo"):
        restore(photo=photo, plan=RegionPlan(Mask(np.full((20, 20), 255, np.uint8))), restorer=RESTORERS[way])


def test_that_what_a_restorer_reads_decides_what_it_can_do():
    one = SEMANTIC._replace(inputs=frozenset({Input.REFERENCES, Input.FACE}))
    assert (one.needs_face, one.takes_references, one.follows_layout, one.gives_several) == (True, True, False, False)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6), restorer=st.sampled_from(CLASSICAL), bits=st.sampled_from([8, 16]))
def test_that_only_what_the_plan_changes_is_changed_and_said_to_be_filled(seed, restorer, bits):
    rng = np.random.default_rng(seed)
    photo = Photo(rng.integers(0, 2**bits, (40, 50, 3), np.uint8 if bits == 8 else np.uint16))
    masks = [Mask((rng.random((40, 50)) < 0.3).astype(np.uint8) * 255) for _ in range(3)]
    result = restore(photo=photo, plan=RegionPlan(*masks), restorer=restorer)
    changed = (masks[0].restore | masks[1].restore) & ~masks[2].restore
    assert (result.photo.pixels == photo.pixels)[~changed].all()
    assert (result.repaired.filled == changed).all()
    assert not result.repaired.generated.any()
    assert (result.restorer, result.device, result.weights) == (restorer.name, WITHOUT_NETWORK, {})


def test_that_each_name_stands_for_its_method():
    rng = np.random.default_rng(1)
    photo, mask = Photo(rng.integers(0, 255, (40, 50), np.uint8)), Mask((rng.random((40, 50)) < 0.3) * np.uint8(255))
    for name, method in (("telea", Method.TELEA), ("navier-stokes", Method.NAVIER_STOKES)):
        made = restore(photo=photo, plan=RegionPlan(mask), restorer=RESTORERS[name])
        assert (made.photo.pixels == inpainted(photo, mask, method).photo.pixels).all()
