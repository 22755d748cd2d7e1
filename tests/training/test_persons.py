"""Several photographs of each person: as data, as a loss, as an evaluation."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from facerestore_models import create
from facerestore_models.face_embedder import FaceEmbedder
from facerestore_models.semantic_layout import SemanticLayoutNet
from facerestore_models.texture_generator import TextureGenerator
from facerestore_training.data import masks, persons
from facerestore_training.data.augmentation import FrameJitter
from facerestore_training.data.batches import FaceBatches
from facerestore_training.data.degradations import AgingConfig
from facerestore_training.data.persons import ReferenceBatches
from facerestore_training.data.shards import FaceSet
from facerestore_training.data.tars import ShardUnreadable, write_tar
from facerestore_training.evaluation import FrozenBuckets
from facerestore_training.evaluation.person_sheets import save_origins_sheet
from facerestore_training.evaluation.persons import PersonPainter, evaluate_persons, person_cases
from facerestore_training.losses.identity import IdentityDistance
from facerestore_training.recipes import texture_generator
from facerestore_training.runs.loop import Trainer
from facerestore_training.tasks.texture import SHARES_WITH_IDENTITY, TextureTask
from tests.support.drawn_faces import drawn_faces

STILL = FrameJitter(probability=0.0)
NEW = AgingConfig(soft=0, grey=0, sepia=0, faded=0, uneven=0, grain=0)


@pytest.fixture(scope="module")
def faces() -> FaceSet:
    return drawn_faces(8)


def others_of(faces: FaceSet) -> list[np.ndarray]:
    """Two photographs of each of four persons."""
    return persons.other_photographs(faces.keys, {key: str(index // 2) for index, key in enumerate(faces.keys)})


def references(faces: FaceSet) -> ReferenceBatches:
    holes = masks.mask_pool(6, size_px=256, seed=0)
    return ReferenceBatches(
        [faces], [others_of(faces)], holes, counts=(0.0, 1.0), hidden_share=0, jitter=STILL, aging=NEW
    )


def task(faces: FaceSet, *, kept_batches: int = 0) -> TextureTask:
    holes = masks.mask_pool(12, size_px=256, seed=0)
    torch.manual_seed(0)
    layout, embedder = create("semantic_layout_tiny").eval(), create("face_embedder_tiny")
    assert isinstance(embedder, FaceEmbedder)
    return TextureTask(
        FaceBatches([faces], [1.0], holes, tells_drawn=True),
        layout,
        faces,
        {"any": holes[:2]},
        identity=IdentityDistance(embedder),
        references=references(faces),
        judged_shares=SHARES_WITH_IDENTITY,
        kept_batches=kept_batches,
    )


def test_that_persons_are_read_and_a_face_without_one_is_refused(tmp_path: Path) -> None:
    write_tar(tmp_path / "a.tar", [("x.webp", b""), ("x.json", json.dumps({"person": "p"}).encode())])
    assert persons.read_persons([tmp_path / "a.tar"]) == {"x": "p"}
    write_tar(tmp_path / "b.tar", [("x.webp", b""), ("x.json", b"{}")])
    with pytest.raises(ShardUnreadable, match="which person"):
        persons.read_persons([tmp_path / "b.tar"])


def test_that_others_are_the_same_person_and_never_the_face_itself() -> None:
    found = persons.other_photographs(["a", "b", "c", "d"], {"a": "p", "b": "q", "c": "p", "d": "p"})
    assert [others.tolist() for others in found] == [[2, 3], [], [0, 3], [0, 2]]


@pytest.mark.parametrize("flipped", [0, 1])
def test_that_a_reference_is_another_photograph_turned_as_its_sample_is(faces: FaceSet, flipped: int) -> None:
    drawn = torch.tensor([[0, 2, flipped], [0, 5, flipped]])
    batch = references(faces)(drawn, 256, np.random.default_rng(0))
    assert batch["reference_places"].tolist() == [[0], [1]]
    for place, index in enumerate((3, 4)):
        expected = torch.from_numpy(np.array(faces.pixels[index])).permute(2, 0, 1).float() / 255
        expected = expected.flip(2) if flipped else expected
        torch.testing.assert_close(batch["reference_crop"][place], expected, rtol=0, atol=2e-3)


def test_that_without_any_reference_nothing_is_drawn(faces: FaceSet) -> None:
    alone = ReferenceBatches([faces], [None], masks.mask_pool(2, size_px=256, seed=0), same_share=0.0)
    assert alone(torch.tensor([[0, 1, 0]]), 64, np.random.default_rng(0)) == {}


def test_that_identity_is_asked_only_where_enough_of_the_face_is_hidden() -> None:
    embedder = create("face_embedder_tiny")
    assert isinstance(embedder, FaceEmbedder)
    distance = IdentityDistance(embedder)
    random = torch.Generator().manual_seed(0)
    painted = torch.rand(1, 3, 64, 64, generator=random).requires_grad_()
    truth = torch.rand(1, 3, 64, 64, generator=random)
    hole = torch.zeros(1, 1, 64, 64)
    assert distance(painted, truth, hole) == 0
    hole[..., 16:56, 12:52] = 1
    loss = distance(painted, truth, hole)
    loss.backward()
    assert loss > 0
    assert painted.grad is not None
    assert painted.grad.abs().max() > 0
    assert distance(truth, truth, hole) < 1e-6
    assert not any(parameter.requires_grad for parameter in distance.parameters())


def test_that_a_run_of_persons_changes_what_borrows_and_nothing_else(faces: FaceSet, tmp_path: Path) -> None:
    from dataclasses import replace

    config = replace(texture_generator.tiny(), learning="borrowing.")
    torch.manual_seed(0)
    network = create(config.network)
    before = {key: value.clone() for key, value in network.state_dict().items()}
    run = Trainer(config, task(faces, kept_batches=2), network, tmp_path, device=torch.device("cpu"), bf16=False)
    losses = [run.step(0.0) for _ in range(6)]
    assert all(np.isfinite(step["loss"]) for step in losses)
    changed = {key for key, value in network.state_dict().items() if not torch.equal(value, before[key])}
    assert changed
    assert all(key.startswith("borrowing.") for key in changed)


def test_that_kept_paintings_are_what_the_network_paints(faces: FaceSet) -> None:
    torch.manual_seed(0)
    network = create("texture_generator_tiny")
    asked = task(faces, kept_batches=3)
    batch = dict(asked.batch(64, 2, np.random.default_rng(0)))
    first = asked.loss(network, batch).answer
    again = asked.loss(network, batch).answer
    batch.pop("number")
    plain = asked.loss(network, batch).answer
    assert first is not None
    torch.testing.assert_close(first, again)
    torch.testing.assert_close(first, plain)


def test_that_an_evaluation_has_every_way_and_finds_no_difference_to_itself(faces: FaceSet) -> None:
    torch.manual_seed(0)
    network, layout, embedder = (
        create(f"{name}_tiny").eval() for name in ("texture_generator", "semantic_layout", "face_embedder")
    )
    assert isinstance(network, TextureGenerator)
    assert isinstance(layout, SemanticLayoutNet)
    assert isinstance(embedder, FaceEmbedder)
    cases = person_cases(faces.keys, {key: str(index // 2) for index, key in enumerate(faces.keys)})
    assert next((case.target, case.own, case.stranger[0]) for case in cases) == (0, (1,), 2)
    with torch.no_grad():
        report = evaluate_persons(
            network, layout, embedder, faces, cases[:2], FrozenBuckets(faces.keys, names=["eyes"])
        )
    assert {mode for _, mode in report.figures} == {
        "without mirror",
        "mirror",
        "1 reference",
        "3 references",
        "a stranger",
    }
    assert report.difference("eyes", "mirror", "mirror", "identity") == [0.0, 0.0, 0.0]
    assert "identity over without mirror" in report.markdown()
    assert json.dumps(report.as_json())


def test_that_a_sheet_shows_each_person_and_from_whom_each_pixel_is(faces: FaceSet, tmp_path: Path) -> None:
    torch.manual_seed(0)
    network, layout = create("texture_generator_tiny").eval(), create("semantic_layout_tiny").eval()
    assert isinstance(network, TextureGenerator)
    assert isinstance(layout, SemanticLayoutNet)
    painter = PersonPainter(network, layout, faces, 0)
    cases = person_cases(faces.keys, {key: str(index // 2) for index, key in enumerate(faces.keys)})
    holes = FrozenBuckets(faces.keys, names=["eyes"])["eyes"]
    save_origins_sheet(painter, faces, cases, holes, tmp_path / "sheet.png", count=2)
    sheet = cv2.imread(str(tmp_path / "sheet.png"))
    assert sheet is not None
    side = faces.pixels.shape[1]
    assert sheet.shape == (2 * side, 7 * side, 3), "damaged, three ways, origins, truth, and the one reference"
    photo = painter.photo(cases[0].target, holes[cases[0].target])
    shares = painter.shares(photo, cases[0].own, mirror=True)
    assert shares.shape == (2, side, side)
    assert shares.min() >= 0
    assert shares.sum(axis=0).max() <= 1 + 1e-5
    assert painter.shares(photo, (), mirror=False).shape == (0, side, side)
