"""The peak of memory of a whole restoration of a file, in copies of the photo's samples.

Each photo is drawn in one process and restored in another: read, mask read, faces looked for, both stages, composite,
result and record written. The networks are stood in for by ones that need no memory, so that what is measured is what
grows with the photo; ``--networks`` takes the real ones, for the portrait in the photo's middle. The peak of a tiny
photo is taken off: it is the interpreter, the libraries, and what is as large for every photo (the networks, plates of
grain, coarse grids).
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np
import skimage.data
import tifffile

from facerestore.jobs.file_job import FileJob, restore_file
from facerestore.jobs.file_masks import MaskFiles
from facerestore.restoration.local import LocalNetworks
from tests.support.fake_restorer import OneFace

TINY_MEGAPIXELS = 0.5
STRIP_PX = 512
PORTRAIT_SHARE = 0.8
"""Of the photo's shorter side."""
SUFFIXES = (".tif", ".png", ".webp", ".jpg")
EIGHT_BITS_ONLY = (".webp", ".jpg")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", type=float, nargs="+", default=[25.0, 64.0, 199.0])
    parser.add_argument("--bits", type=int, nargs="+", choices=(8, 16), default=[8, 16])
    parser.add_argument("--photo-suffix", choices=SUFFIXES, default=".tif", help="of the photo that is restored")
    parser.add_argument("--suffix", choices=SUFFIXES, default=".tif", help="of the result")
    parser.add_argument("--networks", action="store_true", help="with the real ones")
    parser.add_argument("--draw", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--restore", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.draw:
        draw(arguments.draw, arguments.megapixels[0], arguments.bits[0])
        return
    if arguments.restore:
        print(json.dumps(restored(arguments.restore, arguments.suffix, with_networks=arguments.networks)))
        return
    if 16 in arguments.bits and {arguments.suffix, arguments.photo_suffix}.intersection(EIGHT_BITS_ONLY):
        parser.error("WebP and JPEG have 8 bits: add --bits 8.")
    print("megapixels  bits  photo MiB  peak MiB  above the tiny one  copies  processor s")
    with tempfile.TemporaryDirectory() as folder:
        for bits in arguments.bits:
            base = measured(Path(folder), TINY_MEGAPIXELS, bits, arguments)
            for megapixels in arguments.megapixels:
                found = measured(Path(folder), megapixels, bits, arguments)
                photo_mib = found["pixels"] * 3 * (bits // 8) / 2**20
                above = found["peak_mib"] - base["peak_mib"]
                print(
                    f"{megapixels:10g}  {bits:4}  {photo_mib:9.0f}  {found['peak_mib']:8.0f}  {above:18.0f}  "
                    f"{above / photo_mib:6.2f}  {found['cpu_s']:11.1f}",
                    flush=True,
                )


def measured(folder: Path, megapixels: float, bits: int, arguments: argparse.Namespace) -> dict[str, float]:
    """What a process of its own says of one restoration."""
    photo = folder / f"scan{arguments.photo_suffix}"
    # drawn elsewhere: to Linux the peak of a process is at least that of the one which started it
    own(["--draw", str(photo), "--megapixels", str(megapixels), "--bits", str(bits)])
    said = own(["--restore", str(photo), "--suffix", arguments.suffix, *(["--networks"] if arguments.networks else [])])
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def own(arguments: list[str]) -> str:
    """What this script prints in a process of its own."""
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def draw(photo: Path, megapixels: float, bits: int) -> None:
    """Writes the photo and, beside it, its mask."""
    pixels = drawn_photo(megapixels, bits)
    if photo.suffix == ".tif":
        tifffile.imwrite(photo, pixels, photometric="rgb")
    else:
        cv2.imwrite(str(photo), cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
    cv2.imwrite(str(photo.with_name("mask.png")), drawn_mask(*pixels.shape[:2]))


def restored(photo: Path, suffix: str, *, with_networks: bool) -> dict[str, float]:
    networks = LocalNetworks(device="cpu") if with_networks else LocalNetworks(make=lambda device: OneFace())
    job = FileJob(
        photo=photo,
        masks=MaskFiles(photo.with_name("mask.png")),
        output=photo.with_name(f"result{suffix}"),
        overwrite=True,
    )
    began_s = time.process_time()
    done = restore_file(job, networks)
    if not done.result.candidates:
        raise SystemExit("No face was restored, so this is no measurement.")
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # kilobytes, on macOS bytes
    peak_mib = largest / (2**20 if sys.platform == "darwin" else 2**10)
    cpu_s = time.process_time() - began_s
    return {"peak_mib": peak_mib, "cpu_s": cpu_s, "pixels": done.result.repaired.extent.pixel_count}


def drawn_photo(megapixels: float, bits: int) -> np.ndarray:
    """A coloured scan with grain and a portrait in its middle, (H, W, 3)."""
    height = round((megapixels * 1e6 / 1.25) ** 0.5)
    width = round(megapixels * 1e6 / height)
    rng = np.random.default_rng(0)
    white = 2**bits - 1
    pixels = np.empty((height, width, 3), np.uint8 if bits == 8 else np.uint16)
    broad = rng.random((16, 16, 3)).astype(np.float32)
    side = round(PORTRAIT_SHARE * height)
    portrait = cv2.resize(portrait_around_face(), (side, side), interpolation=cv2.INTER_CUBIC)
    above, left = (height - side) // 2, (width - side) // 2
    for top in range(0, height, STRIP_PX):
        rows = np.arange(top, min(top + STRIP_PX, height), dtype=np.float32)
        at_y, at_x = np.meshgrid(rows * 15 / height, np.arange(width, dtype=np.float32) * 15 / width, indexing="ij")
        grain = rng.standard_normal((*at_x.shape, 1), dtype=np.float32) * 0.015
        part = 0.25 + 0.5 * cv2.remap(broad, at_x, at_y, cv2.INTER_LINEAR)
        of_portrait = portrait[max(0, top - above) : max(0, top + len(rows) - above)]
        first = max(0, above - top)
        part[first : first + len(of_portrait), left : left + side] = of_portrait.astype(np.float32) / 255
        pixels[top : top + STRIP_PX] = np.clip((part + grain) * white, 0, white)
    return pixels


def portrait_around_face() -> np.ndarray:
    """A public-domain portrait, uint8 (240, 240, 3), with the mouth in its middle, where the mask has a hole."""
    return np.ascontiguousarray(skimage.data.astronaut()[20:260, 110:350])


def drawn_mask(height: int, width: int) -> np.ndarray:
    """Scratches, dust, a hole in the face and a torn corner: uint8 (H, W)."""
    rng = np.random.default_rng(1)
    mask, side = np.zeros((height, width), np.uint8), min(height, width)
    for _ in range(12):
        ends = rng.uniform(0, 1, (2, 2)) * (width, height)
        cv2.polylines(mask, [np.rint(ends).astype(np.int32)], False, 255, max(1, side // 800))
    for _ in range(400):
        at = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        cv2.circle(mask, at, int(rng.integers(1, max(2, side // 500))), 255, -1)
    cv2.ellipse(mask, (width // 2, height // 2), (side // 10, side // 14), 20, 0, 360, 255, -1)
    cv2.fillPoly(mask, [np.array([[0, 0], [width // 5, 0], [0, height // 5]], np.int32)], 255)
    return mask


if __name__ == "__main__":
    main()
