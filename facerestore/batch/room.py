"""Whether a disk has room for the results of a batch, before anything is restored."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from facerestore.batch.item import BatchItem
from facerestore.files.picture_header import claimed_picture
from facerestore.files.stored_picture import MAX_PIXELS
from facerestore.values.errors import OutputRefused
from facerestore.values.translatable_text import TranslatableText


def refuse_lack_of_room(items: Sequence[BatchItem], results: Path) -> None:
    """Raises OutputRefused where the results that are not there yet need more than the disk has free: half of their
    photos decoded, which is about what lossless files of photographs take, or as much as the photos' files where that
    is more. A photo that is too large to be read has no result."""
    needed = sum(
        _likely_bytes(item.job.photo) for item in items if item.job is not None and not item.job.output.exists()
    )
    place = next(folder for folder in (results, *results.absolute().parents) if folder.exists())
    try:
        free = shutil.disk_usage(place).free
    except OSError:
        return  # what cannot be asked is tried
    if needed > free:
        raise OutputRefused(
            results,
            TranslatableText(
                "The results need about {needed} GB, and the disk has {free} GB free.",
                needed=f"{needed / 2**30:.1f}",
                free=f"{free / 2**30:.1f}",
            ),
            advice="Make room, choose another output folder, or restore fewer photos at a time.",
        )


def _likely_bytes(photo: Path) -> int:
    try:
        with photo.open("rb") as stream:
            claim = claimed_picture(stream)
        size = photo.stat().st_size
    except (OSError, ValueError):
        return 0
    if claim is None:
        return size
    if claim.extent.pixel_count > MAX_PIXELS:
        return 0
    return max(size, claim.extent.pixel_count * claim.channels * claim.sample_bytes // 2)
