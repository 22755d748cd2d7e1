"""Damage drawn by code, what looks like it, and what is learnt from both."""

import argparse
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from facerestore.values.errors import UsageError
from facerestore_models import create
from facerestore_resources.damage_groups import DamageGroup
from facerestore_training.damage_figures import DamageTally
from facerestore_training.data.damage import lookalikes
from facerestore_training.data.damage.canvas import UNSURE, VISIBLE, Canvas
from facerestore_training.data.damage.samples import DAMAGES, DamagedPictures, framed
from facerestore_training.data.overlays import OverlayPool
from facerestore_training.kinds import KINDS
from facerestore_training.recipes import damage_net
from facerestore_training.runs.loop import Trainer
from facerestore_training.tasks.damage import DamageTask
from tests.support.drawn_faces import drawn_faces
from tests.training.test_data import png, write_tar
from tests.training.test_masks import overlay_tar

GOLDEN = Path(__file__).parent.parent / "data" / "golden_damage_losses.txt"
SIDE = 96


@pytest.fixture
def overlays(tmp_path: Path) -> OverlayPool:
    spot = cv2.circle(np.zeros((64, 64), np.uint8), (32, 32), 9, 255, -1)
    hair = cv2.line(np.zeros((64, 64), np.uint8), (3, 3), (60, 50), 255, 1)
    pictures = {f"{kind}/{i}.png": shape for i in range(3) for kind, shape in (("spots", spot), ("hair", hair))}
    return OverlayPool.read(overlay_tar(tmp_path / "overlays.tar", pictures))


def picture(grey: bool = False) -> NDArray[np.float32]:
    pixels = np.linspace(0.3, 0.6, SIDE, dtype=np.float32)[:, None, None] * np.ones((1, SIDE, 3), np.float32)
    return pixels if grey else pixels * np.array([1.1, 1, 0.7], np.float32)


def damaged_pictures(overlays: OverlayPool | None = None, **changes: float) -> DamagedPictures:
    return DamagedPictures(pictures=list(drawn_faces(4).pixels), overlays=overlays, **changes)


@pytest.mark.parametrize("kind", DAMAGES)
def test_that_every_kind_of_damage_is_seen_where_it_is_labelled_and_nowhere_else(kind: str) -> None:
    seen = np.zeros(0, np.uint8)
    for seed in range(12):
        before = picture()
        canvas = Canvas.of(before)
        DAMAGES[kind][1](canvas, np.random.default_rng(seed), None)
        labels = canvas.labels()
        change = np.abs(canvas.pixels - before).max(axis=2)
        assert (change[labels == 0] < VISIBLE).all()
        assert (change[(labels > 0) & (labels != UNSURE)] >= VISIBLE).all()
        seen = np.union1d(seen, labels)
    # silver comes out of deep shadows only, of which this picture has none
    assert kind == "silvering" or set(seen) - {0, UNSURE}


@pytest.mark.parametrize("kind", DAMAGES)
def test_that_damage_of_a_grey_picture_is_grey(kind: str) -> None:
    canvas = Canvas.of(picture(grey=True))
    for seed in range(3):
        DAMAGES[kind][1](canvas, np.random.default_rng(seed), None)
    assert np.ptp(canvas.pixels, axis=2).max() < 1e-5


@pytest.mark.parametrize("draw", [draw for _, draw in lookalikes._DRAWERS])
def test_that_lookalikes_change_the_picture_and_stay_within_reason(draw: lookalikes.Drawer) -> None:
    changed = picture()
    for seed in range(4):
        draw(changed, np.random.default_rng(seed))
    assert np.isfinite(changed).all()
    assert not np.array_equal(changed, picture())


def test_that_the_same_generator_gives_the_same_batch(overlays: OverlayPool) -> None:
    first, again = (damaged_pictures(overlays).batch(64, 3, np.random.default_rng(4)) for _ in range(2))
    assert first.pictures.dtype == np.uint8
    assert first.pictures.shape == (3, 64, 64, 3)
    assert first.labels.shape == (3, 64, 64)
    np.testing.assert_array_equal(first.pictures, again.pictures)
    np.testing.assert_array_equal(first.labels, again.labels)


def test_that_pictures_stay_undamaged_where_that_is_asked_for() -> None:
    assert not damaged_pictures(undamaged=1.0).batch(64, 6, np.random.default_rng(0)).labels.any()
    damaged = damaged_pictures(undamaged=0.0).batch(64, 6, np.random.default_rng(0)).labels
    assert damaged.reshape(6, -1).any(axis=1).sum() >= 4


def test_that_a_batch_is_turned_with_its_labels() -> None:
    batch = damaged_pictures(undamaged=0.0).batch(64, 2, np.random.default_rng(0))
    marked = type(batch)(np.repeat(batch.labels[..., None], 3, axis=3), batch.labels)
    for seed in range(12):
        turned = marked.turned(np.random.default_rng(seed))
        for values in (turned.pictures, 255 - turned.pictures):
            if np.array_equal(values[..., 0], turned.labels):
                break
        else:
            pytest.fail(f"turn {seed} tore picture and labels apart")


def test_that_some_batches_are_drawn_and_others_are_recent_ones_again() -> None:
    drawn: list[int] = []
    made = task()
    batch = type(made.training).batch

    def counted(pictures: DamagedPictures, *arguments: Any) -> Any:
        drawn.append(1)
        return batch(pictures, *arguments)

    rng = np.random.default_rng(0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(made.training), "batch", counted)
        for _ in range(60):
            made.batch(64, 1, rng)
    assert 15 < len(drawn) < 45


@pytest.mark.parametrize("shape", [(20, 300, 3), (300, 40, 3), (64, 64, 3)])
def test_that_a_window_has_its_size_whatever_the_picture_has(shape: tuple[int, ...]) -> None:
    for seed in range(8):
        window = framed(np.full(shape, 99, np.uint8), 64, np.random.default_rng(seed))
        assert window.shape == (64, 64, 3)
        assert 0 <= window.min() <= window.max() <= 1


def test_that_shapes_are_split_by_kind_and_none_is_on_both_sides(overlays: OverlayPool) -> None:
    training, held_out = overlays.split(3)
    assert training.names == held_out.names == ("spots", "hair")
    assert [len(group) for group in training.kinds] == [2, 2]
    assert [len(group) for group in held_out.kinds] == [1, 1]
    assert overlays.only("hair").kinds == (overlays.kinds[1],)


def test_that_precision_recall_and_false_area_are_counted_by_pixels() -> None:
    labels = np.zeros((20, 20), np.uint8)
    labels[5:7, 5:15] = DamageGroup.LINE
    labels[12:16, 2:6] = UNSURE
    found = np.zeros((20, 20), np.bool_)
    found[5:7, 5:10] = True
    found[17:19, 17:19] = True
    found[12:16, 2:6] = True
    tally = DamageTally()
    tally.add(found, labels)
    assert tally.precision == pytest.approx(10 / 14)
    # what is within two pixels of what was found is not missed
    assert tally.recall == pytest.approx(14 / 20)
    assert tally.false_area == 0
    tally.add(found, np.zeros_like(labels))
    assert tally.false_area == pytest.approx(found.mean())


def task() -> DamageTask:
    return DamageTask(damaged_pictures(), damaged_pictures(), checked=4)


def test_that_the_loss_curve_is_the_golden_one(tmp_path: Path) -> None:
    golden = [float(line) for line in GOLDEN.read_text().split()]
    config = damage_net.tiny()
    torch.manual_seed(0)
    run = Trainer(config, task(), create(config.network), tmp_path, device=torch.device("cpu"), bf16=False)
    found = [run.step(run.fraction_done(None))["loss"] for _ in golden]
    # other processors round differently; a changed loss, schedule or drawing moves far more
    np.testing.assert_allclose(found, golden, rtol=2e-2)


class Knowing(nn.Module):
    """Answers with the labels that it is shown as its picture."""

    def forward(self, photo_B3HW: Tensor, hole_B1HW: Tensor) -> Tensor:
        return 20 * nn.functional.one_hot(photo_B3HW[:, 0].long(), len(DamageGroup)).permute(0, 3, 1, 2).float()


def test_that_a_network_that_knows_has_no_loss_and_unsure_pixels_ask_nothing() -> None:
    labels = torch.zeros(1, 8, 8, dtype=torch.long)
    labels[0, 2:4] = DamageGroup.LOSS
    shown = labels[:, None].float().expand(-1, 3, -1, -1)
    labels = labels.clone()
    labels[0, 3] = UNSURE
    batch = {"picture": shown, "hole": torch.zeros(1, 1, 8, 8), "labels": labels}
    assert float(task().loss(Knowing(), batch).total) < 0.02


def test_that_the_kind_learns_from_faces_and_shapes_and_never_from_what_is_held_out(tmp_path: Path) -> None:
    faces = {f"f{i}.png": png(np.asarray(pixels)) for i, pixels in enumerate(drawn_faces(5).pixels)}
    shape = cv2.circle(np.zeros((64, 64), np.uint8), (32, 32), 9, 255, -1)
    overlay_tar(tmp_path / "o.tar", {f"spots/{i}.png": shape for i in range(6)})
    parser = argparse.ArgumentParser()
    KINDS["damage"].add_options(parser)
    written = str(write_tar(tmp_path / "faces.tar", faces))
    arguments = ["--validation", written, "--overlays", str(tmp_path / "o.tar"), "--checked", "4"]
    made, learnt = KINDS["damage"].build(
        parser.parse_args(["--faces", written, *arguments]), tmp_path / "cache", torch.device("cpu")
    )
    assert isinstance(made, DamageTask)
    assert made.training.overlays is not None
    assert made.validation.overlays is not None
    assert [len(made.training.overlays.kinds[0]), len(made.validation.overlays.kinds[0])] == [4, 2]
    assert len(learnt.keys) == 5
    figures = made.validate(create("damage_net_tiny").eval())
    assert set(figures) == {f"{n}_{c}" for n in ("precision", "recall", "false_area") for c in (0.5, 0.8)}
    made.contact_sheet(create("damage_net_tiny").eval(), tmp_path / "sheet.png")
    assert (tmp_path / "sheet.png").stat().st_size > 1000
    with pytest.raises(UsageError):
        KINDS["damage"].build(parser.parse_args(arguments), tmp_path / "cache", torch.device("cpu"))
