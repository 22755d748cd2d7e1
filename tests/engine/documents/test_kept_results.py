"""Results that are kept with their journal."""

from dataclasses import replace

import numpy as np
import pytest

from facerestore.compositing.compositor import changed_by
from facerestore.documents.journal import Journal
from facerestore.documents.journal_reading import read_journal
from facerestore.documents.saved_project import Original, SavedProject, SavedResult
from facerestore.editing.project import FaceState
from facerestore.values.alignment import TEMPLATE, cut_crop
from facerestore.values.candidate import Candidate
from facerestore.values.candidate_mix import CandidateMix
from facerestore.values.damage_classes import DamageClass, Policy
from facerestore.values.damage_table import class_shares, region_plan
from facerestore.values.face import Face
from facerestore.values.geometry import Extent
from facerestore.values.layout import Layout
from facerestore.values.mask import Mask
from facerestore.values.photo import Photo
from facerestore.values.reference import Reference
from facerestore.values.repair import RepairedPhoto
from facerestore.values.result import RestorationResult


class TestAKeptResult:
    """Whether it is what the rest of the journal would give."""

    @pytest.fixture
    def keep(self, tmp_path):
        """A project with a result made of it, and the journal of both."""
        extent = Extent(60, 50)
        plane = np.zeros((50, 60), np.uint8)
        plane[10:40, 10:50] = DamageClass.DAMAGE
        plane[:5] = DamageClass.ORIGINAL
        work = FaceState(Face.from_points(TEMPLATE * 50))
        work = work.with_prediction(Layout(np.zeros((256, 256), np.uint8), work.alignment))
        photo = Photo(np.full((50, 60), 90, np.uint8), path=tmp_path / "photo.png")
        saved = SavedProject(Original.of(photo, "0" * 64), plane, (work,), 0, 12)
        assert saved.original.extent == extent

        def made(choice=None, changed=lambda project: project):
            asked = region_plan(plane)
            mask = changed_by(asked.restore, asked.fill, asked.protected)
            candidate = Candidate(
                np.zeros((256, 256, 3), np.float32), cut_crop(photo, mask, work.alignment), work.layout, 3
            )
            result = RestorationResult(
                RepairedPhoto.of_planes(photo, photo.pixels, generated=mask.restore),
                (candidate,),
                "cpu",
                1.0,
                protected=asked.protected,
                classes=class_shares(plane),
                choices=(choice,),
            )
            journal = Journal.begin(tmp_path / "root", changed(saved))
            journal.keep_result(lambda: replace(saved, results=(SavedResult.of(result, mask, 3),)))
            journal.wait()
            journal.close()
            return read_journal(journal.folder).project.result_is_current

        return made

    def test_that_it_is_current_where_nothing_changed(self, keep):
        assert keep()

    @pytest.mark.parametrize(
        "change",
        ["choice", "strength", "policy", "layout", "skipped", "plane", "references", "another face"],
    )
    def test_that_it_is_not_where_something_did(self, keep, change):
        whole = CandidateMix.whole(3, 256)
        everywhere = np.ones((256, 256), np.bool_)

        def changed(project):
            (work,) = project.faces
            photo = Photo(np.full((50, 60), 90, np.uint8))
            match change:
                case "choice":
                    return replace(project, faces=(work.with_choice(whole.with_seed(everywhere, 4)),))
                case "strength":
                    return replace(project, faces=(work.with_choice(whole.with_strength(everywhere, 50)),))
                case "policy":
                    return replace(project, classes=project.classes.with_policy(DamageClass.DAMAGE, Policy.FILL))
                case "layout":
                    return replace(project, faces=(work.with_layout(work.layout.with_labels(work.layout.labels + 1)),))
                case "skipped":
                    return replace(project, faces=(replace(work, is_skipped=True),))
                case "references":
                    lender = Reference(
                        crop=cut_crop(photo, Mask.empty(photo.extent), work.alignment),
                        face=work.face,
                        file_name="1931.png",
                    )
                    return replace(project, faces=(work.with_references((lender,)),))
                case "plane":
                    return replace(project, coverage=np.where(project.coverage == 255, 0, project.coverage))
            other = FaceState(Face.from_points(TEMPLATE * 30))
            return replace(project, faces=(work, other))

        assert not keep(changed=changed)

    def test_that_the_choice_it_was_made_with_keeps_it_current(self, keep):
        choice = CandidateMix.whole(3, 256).with_strength(np.ones((256, 256), np.bool_), 50)
        assert keep(choice, lambda project: replace(project, faces=(project.faces[0].with_choice(choice),)))
        assert not keep(choice)
