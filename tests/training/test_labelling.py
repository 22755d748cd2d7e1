from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from facerestore_resources.face_classes import CLASS_COUNT, COLOURS, FLIPPED, FaceClass
from facerestore_training import sheets
from facerestore_training.data.shards import FaceSet
from facerestore_training.labels.labelling import LabelledFaces, labelled, probabilities, read_layouts
from facerestore_training.labels.trust import UNSURE, TrustRules, by_class_share, by_dark_chin, trusted
from tests.support.drawn_faces import drawn_face, drawn_faces


class Reader(nn.Module):
    """Knows the class of a pixel from its red value, and how sure it is from its green one."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))
        self.calls = 0

    def forward(self, crop: Tensor, hole: Tensor) -> Tensor:
        assert float(hole.max()) == 0
        self.calls += 1
        small = crop[..., ::2, ::2]
        ids = (small[:, 0] * 255 / 10).round().long().clamp(0, CLASS_COUNT - 1)
        one_hot = nn.functional.one_hot(ids, CLASS_COUNT).permute(0, 3, 1, 2).float()
        return self.scale * one_hot * (small[:, 1:2] * 20)


def readable(labels: np.ndarray, green: int = 255) -> FaceSet:
    """Faces that the reader reads as these labels (N, 256, 256)."""
    pixels = np.zeros((*labels.shape, 3), np.uint8)
    pixels[..., 0] = labels * 10
    pixels[..., 1] = green
    return FaceSet(tuple(f"f{i}" for i in range(len(labels))), pixels)


def complete_face() -> np.ndarray:
    """A drawn face, its eyes on the sides where a subject has them."""
    _, labels = drawn_face(0)
    swapped: np.ndarray = np.asarray(FLIPPED, np.uint8)[labels]
    return swapped


def read(faces: np.ndarray, confidence: list[float] | None = None) -> LabelledFaces:
    count = len(faces)
    sure = np.asarray(confidence if confidence is not None else np.linspace(0.9, 0.8, count), np.float32)
    pixels = np.zeros((count, 256, 256, 3), np.uint8)
    return LabelledFaces(
        FaceSet(tuple(map(str, range(count))), pixels, faces), sure, np.zeros((count, CLASS_COUNT), np.float32)
    )


def test_that_layouts_are_read_once_and_then_taken_from_the_file(tmp_path: Path) -> None:
    faces = readable(np.stack([complete_face(), np.zeros((256, 256), np.uint8), complete_face()]))
    reader = Reader()
    first = read_layouts(reader, faces, tmp_path / "l.npy", batch=2)
    calls = reader.calls
    again = read_layouts(reader, faces, tmp_path / "l.npy", batch=2)
    assert calls == 2
    assert reader.calls == calls
    assert first.faces.labels is not None
    assert (np.asarray(first.faces.labels[0]) == complete_face()).mean() > 0.98
    assert isinstance(again.faces.labels, np.memmap)
    np.testing.assert_array_equal(first.confidence_NK, again.confidence_NK)
    assert {path.name for path in tmp_path.iterdir()} == {"l.npy", "l.confidence.npy"}


def test_that_layouts_of_other_faces_are_refused(tmp_path: Path) -> None:
    labels = np.stack([complete_face()] * 2)
    labelled(Reader(), readable(labels), tmp_path / "l.npy")
    with pytest.raises(ValueError, match="other faces"):
        labelled(Reader(), readable(labels[:1]), tmp_path / "l.npy")


def test_that_confidence_is_of_the_class_chosen_and_has_no_value_where_a_class_is_absent(tmp_path: Path) -> None:
    labels = np.full((2, 256, 256), int(FaceClass.SKIN), np.uint8)
    labels[:, :64] = FaceClass.HAIR
    faces = readable(labels)
    faces.pixels[1, ..., 1] = 60
    found = read_layouts(Reader(), faces, tmp_path / "l.npy")
    assert found.confidence_N[0] > 0.99
    # softmax of 20 * 60/255 against 18 zeros
    expected = np.exp(4.7) / (np.exp(4.7) + CLASS_COUNT - 1)
    assert found.confidence_N[1] == pytest.approx(expected, abs=0.02)
    present = np.isfinite(found.confidence_NK[1])
    assert set(np.flatnonzero(present)) == {FaceClass.SKIN, FaceClass.HAIR}
    assert found.confidence_NK[1, FaceClass.HAIR] == pytest.approx(expected, abs=0.02)


def test_that_a_mirrored_reading_is_the_mirror_image_of_the_mirrored_picture() -> None:
    torch.manual_seed(0)
    network = nn.Conv2d(3, CLASS_COUNT, 5, stride=2, padding=2)

    class Wrapped(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = network

        def forward(self, crop: Tensor, hole: Tensor) -> Tensor:
            answer: Tensor = self.inner(crop)
            return answer

    crop = torch.rand(2, 3, 33, 33)
    once = probabilities(Wrapped(), crop, mirrored=True)
    other = probabilities(Wrapped(), crop.flip(3), mirrored=True).flip(3)[:, list(FLIPPED)]
    torch.testing.assert_close(once, other, atol=1e-3, rtol=0)
    assert not torch.allclose(once, probabilities(Wrapped(), crop, mirrored=False), atol=1e-3)


def test_that_a_face_is_left_out_for_what_its_layout_lacks() -> None:
    def without(*classes: FaceClass) -> np.ndarray:
        face = complete_face()
        face[np.isin(face, classes)] = FaceClass.SKIN
        return face

    blind = without(FaceClass.LEFT_EYE, FaceClass.RIGHT_EYE)
    with_glasses = blind.copy()
    with_glasses[115:130, 80:175] = FaceClass.GLASSES
    exchanged = np.asarray(FLIPPED, np.uint8)[complete_face()]
    cases = {
        "without a face": np.zeros((256, 256), np.uint8),
        "without a nose": without(FaceClass.NOSE),
        "without a mouth": without(FaceClass.UPPER_LIP, FaceClass.LOWER_LIP),
        "without eyes or glasses": blind,
        "with the mouth above the eyes": complete_face()[::-1],
        "with left and right exchanged": exchanged,
    }
    found = trusted(read(np.stack([complete_face(), with_glasses, *cases.values()])), TrustRules(unsure=0.0))
    np.testing.assert_array_equal(found.kept, [0, 1])
    assert {reason: 1 for reason in cases} | {UNSURE: 0} == dict(found.reasons)
    assert found.report().startswith("2 of 8 layouts are trusted; 1 without a face")


def test_that_one_eye_is_enough() -> None:
    profile = complete_face()
    profile[profile == FaceClass.LEFT_EYE] = FaceClass.SKIN
    assert len(trusted(read(profile[None]), TrustRules(unsure=0.0)).kept) == 1


def test_that_the_least_sure_are_left_out_by_their_share() -> None:
    faces = np.stack([complete_face()] * 10)
    found = trusted(read(faces, list(np.linspace(0.5, 0.95, 10))), TrustRules(unsure=0.2))
    np.testing.assert_array_equal(found.kept, np.arange(2, 10))
    assert found.reasons[UNSURE] == 2


def test_that_faces_are_ordered_by_the_share_of_a_class() -> None:
    faces = np.stack([complete_face()] * 3)
    faces[1, :10] = FaceClass.HAT
    faces[2, :40] = FaceClass.HAT
    np.testing.assert_array_equal(by_class_share(read(faces).faces, FaceClass.HAT), [2, 1])


def test_that_a_dark_chin_comes_first() -> None:
    faces = drawn_faces(3)
    bearded = faces.pixels.copy()
    bearded[1, 190:225, 95:160] = 30
    assert by_dark_chin(FaceSet(faces.keys, bearded, faces.labels))[0] == 1


def test_that_a_sheet_shows_each_face_beside_its_layout(tmp_path: Path) -> None:
    faces = FaceSet(("a",), np.zeros((1, 256, 256, 3), np.uint8), np.zeros((1, 256, 256), np.uint8))
    assert faces.labels is not None
    faces.labels[0, :128] = FaceClass.HAT
    sheets.label_sheet(faces, [0, 0, 0], tmp_path / "s.png", columns=2)
    sheet = np.asarray(Image.open(tmp_path / "s.png"))
    assert sheet.shape == (512, 1024, 3)
    assert sheet[0, 0].max() == 0
    assert tuple(sheet[10, 300]) == tuple(4 * c // 9 for c in COLOURS[FaceClass.HAT])
    assert sheet[200, 300].max() == 0
    with pytest.raises(ValueError, match="no layouts"):
        sheets.label_sheet(FaceSet(("a",), faces.pixels), [0], tmp_path / "s.png")
