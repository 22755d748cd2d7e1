"""The sample portrait and the before/after picture."""

import socket

import numpy as np
import pytest
from fake_backend import alignment_at
from pictures import noise_photo

from facerestore.demo.before_after import before_after
from facerestore.demo.sample import damaged_sample
from facerestore.files.provenance import changed_kept_pixels


def test_that_the_sample_is_the_same_every_time_and_needs_no_network(monkeypatch):
    def refuse(*arguments, **keywords):
        raise AssertionError("the sample asks the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    first, second = damaged_sample(), damaged_sample()
    assert (first.damaged.pixels == second.damaged.pixels).all()
    assert (first.mask.coverage == second.mask.coverage).all()


def test_that_the_samples_damage_lies_inside_its_mask_and_only_there():
    sample = damaged_sample()
    assert changed_kept_pixels(sample.original, sample.damaged, sample.mask) == 0
    differs = (sample.original.pixels != sample.damaged.pixels).any(axis=2)
    assert differs[sample.mask.restore].mean() > 0.5
    assert 0.02 < sample.mask.restore.mean() < 0.12


def test_that_the_crack_goes_over_the_face_and_a_corner_is_torn():
    restore = damaged_sample().mask.restore
    assert restore[:20, :20].all()
    assert restore[95:150, 195:255].mean() > 0.1


@pytest.mark.parametrize(("bits", "grey"), [(8, False), (16, False), (8, True), (16, True)])
def test_that_before_and_after_stand_side_by_side(bits, grey):
    before = noise_photo(80, 60, bits=bits, grey=grey)
    after = before.with_pixels(np.zeros_like(before.pixels))
    sheet = before_after(before, after).pixels
    assert sheet.dtype == np.uint8
    middle = sheet.shape[1] // 2
    assert sheet[40:90, :middle].std() > 40
    assert (sheet[40:90, middle + 20 : middle + 80] == 0).all()


def test_that_a_large_photo_is_reduced_and_its_faces_stand_below():
    photo = noise_photo(2000, 1000)
    alone = before_after(photo, photo).pixels
    with_face = before_after(photo, photo, alignments=(alignment_at(500, 500, 300),)).pixels
    assert alone.shape[1] < 1400
    assert with_face.shape[0] >= alone.shape[0] + 600
