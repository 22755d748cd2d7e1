"""The detector's bookkeeping, with networks that see what the tests painted."""

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from facerestore.inference.backends.torch.calls import TorchDetector, TorchPoints
from facerestore.inference.detection import LOOK_FRAME, DetectorSettings, find_faces, look_at, points_and_spread
from facerestore.values.alignment import POINT_PARTNERS, similarity
from facerestore.values.cancellation import Cancelled
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.request import DETECTION_PX, DetectionRequest
from facerestore_models import create
from facerestore_models.face_detector import STRIDE, Detections
from facerestore_models.face_points import STRIDE as POINT_STRIDE
from facerestore_models.face_points import points_of, spread_of


class RedDetector(nn.Module):
    """Finds a face of 48 px wherever a cell is red."""

    def __init__(self, half_px: float = 24) -> None:
        super().__init__()
        self.half_px = half_px
        self.unused = nn.Parameter(torch.zeros(1))

    def forward(self, photo_B3HW: Tensor, hole_B1HW: Tensor) -> Detections:
        redness = nn.functional.avg_pool2d(photo_B3HW[:, 0] - photo_B3HW[:, 1], STRIDE)
        batch, rows, columns = redness.shape
        y = ((torch.arange(rows) + 0.5) * STRIDE).view(1, -1, 1).expand(batch, rows, columns)
        x = ((torch.arange(columns) + 0.5) * STRIDE).view(1, 1, -1).expand(batch, rows, columns)
        half = self.half_px
        box = torch.stack([x - half, y - half, x + half, y + half], dim=-1)
        points = torch.stack([x, y], dim=-1)[:, :, :, None].expand(-1, -1, -1, 5, -1)
        offsets = torch.tensor([[-10.0, -8], [10, -8], [0, 2], [-8, 12], [8, 12]])
        return Detections(score=20 * redness - 6, box=box, points=points + offsets)


class BluePoints(nn.Module):
    """Sees all five points at the bluest cell."""

    def __init__(self) -> None:
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))

    def forward(self, crop_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        blueness = nn.functional.avg_pool2d(crop_B3HW[:, 2:] - crop_B3HW[:, :1], POINT_STRIDE)
        return 80 * blueness.expand(-1, 5, -1, -1)


def request_with(*centres: tuple[int, int], side: int = 320, scale: float = 1.0) -> DetectionRequest:
    pixels = np.full((side, side, 3), 0.2, np.float32)
    for x, y in centres:
        pixels[y - 8 : y + 8, x - 8 : x + 8] = (0.9, 0.1, 0.1)
    return DetectionRequest(pixels, np.zeros((side, side), bool), scale)


def test_that_each_face_is_found_once_although_several_sizes_are_searched() -> None:
    faces = find_faces(TorchDetector(RedDetector()), None, request_with((100, 100), (240, 200)))
    assert len(faces) == 2
    centres = sorted(face.points_photo.mean(axis=0)[0] for face in faces)
    np.testing.assert_allclose(centres, [100, 240], atol=8)


def test_that_a_photo_without_faces_gives_an_empty_tuple() -> None:
    assert find_faces(TorchDetector(RedDetector()), TorchPoints(BluePoints()), request_with()) == ()


def test_that_points_come_back_in_photo_pixels_of_a_reduced_photo() -> None:
    (whole,) = find_faces(TorchDetector(RedDetector()), None, request_with((160, 120), scale=1.0))
    (reduced,) = find_faces(TorchDetector(RedDetector()), None, request_with((160, 120), scale=0.1))
    np.testing.assert_allclose(reduced.points_photo, whole.points_photo * 10)
    np.testing.assert_allclose(reduced.box_xyxy, np.array(whole.box_xyxy) * 10)


def test_that_the_close_look_replaces_the_detectors_points() -> None:
    request = request_with((160, 160))
    request.pixels[170:174, 150:154] = (0.0, 0.0, 1.0)
    settings = DetectorSettings(looks=1)
    (face,) = find_faces(TorchDetector(RedDetector()), TorchPoints(BluePoints()), request, settings=settings)
    # a blue mark of 4 px is seen in 4-px cells of a look that is 1.5 times as large
    np.testing.assert_allclose(face.points_photo, np.broadcast_to([152, 172], (5, 2)), atol=4)


def test_that_a_masked_face_is_not_shown_to_the_detector() -> None:
    request = request_with((160, 160))
    hole = request.hole.copy()
    hole[140:180, 140:180] = True
    hidden = DetectionRequest(request.pixels * ~hole[..., None], hole, 1.0)
    assert find_faces(TorchDetector(RedDetector()), None, hidden) == ()


def test_that_looking_can_be_cancelled() -> None:
    class Always:
        def is_set(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        find_faces(TorchDetector(RedDetector()), None, request_with((160, 160)), cancel=Always())


def test_that_a_look_puts_points_where_its_matrix_says() -> None:
    pixels = np.zeros((200, 200, 3), np.float32)
    pixels[80:84, 120:124] = 1
    points = LOOK_FRAME * 60 + (90, 50)
    matrix = similarity(points, LOOK_FRAME * 128)
    looked, _ = look_at(pixels, np.zeros((200, 200), bool), matrix, 128)
    expected = np.array([122.0, 82.0]) @ matrix[:, :2].T + matrix[:, 2]
    weight = looked[..., 0]
    rows, columns = np.indices(weight.shape) + 0.5
    centre = (columns * weight).sum() / weight.sum(), (rows * weight).sum() / weight.sum()
    np.testing.assert_allclose(centre, expected, atol=0.2)


def test_that_a_request_is_reduced_and_leaves_out_what_the_mask_covers() -> None:
    photo = Photo(np.full((2000, 1000), 65535, np.uint16))
    restore = np.zeros((2000, 1000), bool)
    restore[:500] = True
    request = DetectionRequest.of(photo, Mask.from_bool(restore))
    assert request.pixels.shape == (DETECTION_PX, DETECTION_PX // 2, 3)
    assert request.scale == pytest.approx(0.32)
    assert request.pixels[:150].max() == 0
    assert request.pixels[170:].min() == pytest.approx(1)


def test_that_a_mirror_image_has_the_mirrored_faces() -> None:
    width = 128
    torch.manual_seed(0)
    network = create("face_detector_tiny").eval()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
    pixels = np.random.default_rng(0).random((128, width, 3), np.float32)
    hole = np.zeros(pixels.shape[:2], bool)
    settings = DetectorSettings(score=0.0, sizes_px=(128,))
    faces, mirrored = (
        find_faces(
            TorchDetector(network), None, DetectionRequest(np.ascontiguousarray(picture), hole, 1.0), settings=settings
        )[:3]
        for picture in (pixels, pixels[:, ::-1])
    )
    assert faces
    for face, other in zip(faces, mirrored, strict=True):
        expected = other.points_photo[list(POINT_PARTNERS)] * (-1, 1) + (width, 0)
        np.testing.assert_allclose(face.points_photo, expected, atol=1e-3)
        left, top, right, bottom = other.box_xyxy
        np.testing.assert_allclose(face.box_xyxy, (width - right, top, width - left, bottom), atol=1e-3)


def test_that_points_are_read_off_their_maps_as_in_training() -> None:
    heat = 4 * torch.randn(1, 5, 32, 24, generator=torch.Generator().manual_seed(2))
    points, spread = points_and_spread(heat[0].numpy())
    np.testing.assert_allclose(points, points_of(heat)[0].numpy(), atol=1e-4)
    assert spread == pytest.approx(spread_of(heat), abs=1e-5)
