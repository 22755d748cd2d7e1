import pytest
from pictures import box_mask, noise_photo

from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.file_job import FileJob
from facerestore.jobs.file_masks import MaskFiles


@pytest.fixture
def job(tmp_path):
    """A photo with its mask, and where the result goes."""
    photo = noise_photo(64, 48, bits=16)
    write_photo(photo, tmp_path / "scan.tif")
    write_mask(box_mask(photo.extent, 20, 10, 40, 30), tmp_path / "mask.png")
    return FileJob(
        photo=tmp_path / "scan.tif", masks=MaskFiles(tmp_path / "mask.png"), output=tmp_path / "out" / "scan.tif"
    )
