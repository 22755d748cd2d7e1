"""Run by the Python of a finished folder (``folder_check``): exits with 1, and says what is missing."""

import importlib
import pkgutil
import sys
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

PACKAGES = ("facerestore", "facerestore_gui", "facerestore_resources")


def main(left_out: Sequence[str]) -> int:
    """Every step is tried; what failed is printed."""
    faults = 0
    for step in (lambda: import_all(left_out), algebra, files, pictures, window, sample):
        try:
            print(step())
        except Exception as error:  # noqa: BLE001 - each step says for itself what it lacks
            print(f"FAILED: {type(error).__name__}: {error}")
            faults += 1
    return 1 if faults else 0


def import_all(left_out: Sequence[str]) -> str:
    """Every module of the program, those that need PyTorch left out by name."""
    names = [name for package in PACKAGES for name in _modules(package) if not name.startswith(tuple(left_out))]
    failed = {}
    for name in names:
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 - all that fail are listed
            failed[name] = error
    if failed:
        raise ImportError("; ".join(f"{name}: {error}" for name, error in failed.items()))
    return f"{len(names)} modules are imported"


def algebra() -> str:
    """OpenCV's linear algebra, which is scipy's library here, gives what numpy's gives."""
    import cv2
    import numpy as np

    random = np.random.default_rng(1)
    for kind in (np.float32, np.float64):
        # large enough for the library, small ones are calculated by OpenCV itself
        matrix = (random.normal(size=(300, 300)) + 30 * np.eye(300)).astype(kind)
        symmetric = matrix @ matrix.T
        tolerance = 300 * np.finfo(kind).eps * float(np.abs(symmetric).max())
        for flags in (cv2.DECOMP_LU, cv2.DECOMP_CHOLESKY, cv2.DECOMP_QR, cv2.DECOMP_SVD):
            solved = cv2.solve(symmetric, np.eye(300, dtype=kind), flags=flags)[1]
            assert np.allclose(solved @ symmetric, np.eye(300), atol=tolerance), f"cv2.solve {flags}"
        singular, left, right = cv2.SVDecomp(matrix)
        assert np.allclose((left * singular.T) @ right, matrix, atol=tolerance), "cv2.SVDecomp"
        product = cv2.gemm(matrix, matrix, 1, None, 0)
        assert np.allclose(product, matrix @ matrix, atol=tolerance), "cv2.gemm"
    return "OpenCV calculates"


def files() -> str:
    """Photos are written and read in every format and depth that the program offers."""
    import numpy as np

    from facerestore.files.reading import read_photo

    read = []
    with tempfile.TemporaryDirectory() as folder:
        for name in _written(Path(folder), np.random.default_rng(2)):
            photo = read_photo(Path(folder, name))
            assert photo.pixels.size, name
            read.append(name)
    return f"read: {', '.join(read)}"


def _written(folder: Path, random: object) -> list[str]:
    import imagecodecs
    import numpy as np
    import tifffile
    from PIL import Image

    assert isinstance(random, np.random.Generator)
    small = random.integers(0, 255, (64, 64, 3)).astype(np.uint8)
    deep = small.astype(np.uint16) * 257
    Image.fromarray(small).save(folder / "photo.jpg")
    Image.fromarray(small).save(folder / "photo.png")
    (folder / "photo.webp").write_bytes(imagecodecs.webp_encode(small))
    (folder / "deep.png").write_bytes(imagecodecs.png_encode(deep))
    made = ["photo.jpg", "photo.png", "photo.webp", "deep.png"]
    for compression in ("none", "deflate", "lzw", "packbits", "jpeg"):
        name = f"{compression}.tif"
        pixels = small if compression == "jpeg" else deep
        chosen = None if compression == "none" else compression
        tifffile.imwrite(folder / name, pixels, compression=chosen, photometric="rgb")
        made.append(name)
    return made


def pictures() -> str:
    """Regions and paths along edges, of scikit-image, which imports late."""
    import numpy as np
    from skimage.graph import MCP_Geometric
    from skimage.segmentation import slic, watershed

    # two halves, with an edge between them
    picture = np.repeat(np.linspace(0, 1, 2), 20)[None, :, None] * np.ones((40, 1, 3))
    assert slic(picture, n_segments=16, start_label=0).max() > 0, "slic"
    assert watershed(1 - np.abs(np.linspace(-1, 1, 40))[None] * np.ones((40, 1))).max() == 2, "watershed"
    assert MCP_Geometric(picture[..., 0] + 1).find_costs([(0, 0)])[0][39, 39] > 39, "MCP_Geometric"
    return "scikit-image works"


def window() -> str:
    """Qt draws, reads its own icons' format, and has its words in our languages."""
    from PySide6.QtCore import QLibraryInfo, QTranslator
    from PySide6.QtGui import QImageReader
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QApplication, QLabel

    from facerestore_resources.translations import LANGUAGES

    application = QApplication([])
    label = QLabel("facerestore")
    label.show()
    application.processEvents()
    assert not label.grab().isNull()
    renderer = QSvgRenderer(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>')
    assert renderer.isValid()
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    assert {"png", "jpeg", "svg", "tiff", "webp"} <= formats, formats
    translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for language in LANGUAGES:
        found = QTranslator().load(f"{translations}/qtbase_{language}")
        assert found or language == "en", f"Qt's words in {language}"
    return "Qt draws"


def sample() -> str:
    """The sample portrait is restored."""
    from facerestore.cli.main import main as command_line

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        assert command_line(["models", "verify"]) == 0, "models verify"
        assert command_line(["sample", "-o", folder]) == 0, "sample"
        made = sorted(path.name for path in Path(folder).iterdir())
    assert "portrait_restored.png" in made, made
    return f"the sample portrait is restored: {', '.join(made)}"


def _modules(package: str) -> list[str]:
    root = importlib.import_module(package)
    return [package, *(found.name for found in pkgutil.walk_packages(root.__path__, f"{package}."))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
