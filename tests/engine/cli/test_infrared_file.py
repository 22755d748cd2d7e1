"""Scans with their infrared in a file of its own, from the command line."""

import json

import numpy as np
import pytest
from infrared import drawn_scan

from facerestore.batch.ledger import NAME
from facerestore.cli.main import main
from facerestore.files.plane_file import read_plane
from facerestore.files.provenance import changed_kept_pixels
from facerestore.files.reading import read_photo
from facerestore.files.writing import write_photo
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo


@pytest.fixture
def scans(tmp_path, fake):
    """A scan of dye film with its infrared apart, and a picture without any."""
    fake.backend.faces = []
    drawn, folder = drawn_scan(), tmp_path / "in"
    folder.mkdir()
    write_photo(Photo(drawn.photo.pixels), folder / "film.tif")
    write_photo(Photo(drawn.infrared), folder / "film_IR.tif")
    return drawn, folder


def test_that_find_damage_uses_it_and_says_so(scans, tmp_path, capsys):
    drawn, folder = scans
    assert main(["find-damage", str(folder), "-o", str(tmp_path / "masks")]) == 0
    said = capsys.readouterr()
    assert "by infrared" in said.out
    assert "The infrared of this scan was read from film_IR.tif." in said.err
    assert [path.name for path in (tmp_path / "masks").iterdir()] == ["film_mask.png"]
    found = read_plane(tmp_path / "masks" / "film_mask.png", extent=drawn.photo.extent).plane > 0
    assert (found & drawn.dirt).sum() > 0.8 * drawn.dirt.sum()


def test_that_a_batch_restores_by_it_keeps_it_and_notices_that_it_changed(scans, tmp_path, capsys):
    drawn, folder = scans
    out = tmp_path / "out"
    command = ["batch", str(folder), "-o", str(out), "--find-damage", "usual", "--restorer", "telea"]
    assert main(command) == 0
    assert "copied to film_restored_IR.tif" in capsys.readouterr().out
    copied = out / "film_restored_IR.tif"
    assert copied.read_bytes() == (folder / "film_IR.tif").read_bytes()
    record = json.loads((out / "film_restored.json").read_text())
    assert any("film_restored_IR.tif" in note for note in record["notes"])
    source, restored = read_photo(folder / "film.tif"), read_photo(out / "film_restored.tif")
    assert changed_kept_pixels(source, restored, Mask.from_bool(drawn.dirt)) < 0.1 * source.extent.pixel_count
    assert (out / NAME).is_file()
    assert main(command) == 0
    assert "done      film.tif" in capsys.readouterr().out
    # another infrared, another result
    write_photo(Photo(np.roll(drawn.infrared, 200, axis=0)), folder / "film_IR.tif", overwrite=True)
    assert main(command) == 0
    assert "restored  film.tif" in capsys.readouterr().out
    assert copied.read_bytes() == (folder / "film_IR.tif").read_bytes()
