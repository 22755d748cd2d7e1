"""Watching: what arrives is restored, once and whole, whatever happens to the folders meanwhile."""

import os
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from batches import entries
from pictures import noise_photo

from facerestore.batch.ledger import NAME, Ledger
from facerestore.batch.names import NamePattern
from facerestore.batch.outcomes import State
from facerestore.batch.plan import BatchRequest
from facerestore.batch.run import BatchOptions
from facerestore.batch.watch import BatchWatch
from facerestore.batch.watch_options import WatchOptions
from facerestore.damage.proposals import Caution
from facerestore.files.writing import write_mask, write_photo
from facerestore.jobs.worker import WorkerSettings
from facerestore.restoration.restorers import RESTORERS
from facerestore.values.errors import FaceRestoreError, OutputRefused, UsageError
from facerestore.values.mask import Mask

pytestmark = pytest.mark.slow

HALF = Mask.from_bool(np.tile(np.arange(32) < 16, (24, 1)))
OTHER = Mask(np.roll(HALF.coverage, 3, axis=1))
QUIET_S = 0.15
TIMES = WatchOptions(quiet_s=QUIET_S, doubtful_s=60.0, mask_wait_s=0.5, report_s=0.0)


class Watched:
    """A batch under observation in a thread, and what it said. ``states``: what the photos came to, in their order."""

    def __init__(self, request, times=TIMES, **options):
        self.request, self.stop = request, threading.Event()
        self.states, self.said, self.ended, self.error = [], [], None, None
        self.pause, self.give_up, self.plans = threading.Event(), threading.Event(), []
        self._watch = BatchWatch(
            request,
            WorkerSettings(),
            BatchOptions(**options),
            times,
            say=self.said.append,
            on_plan=lambda items: self.plans.append([item.photo.name for item in items]),
            on_outcome=self._take,
            cancel=self.stop,
            pause=self.pause,
            give_up=self.give_up,
        )
        self._thread = threading.Thread(target=self._run)

    def _run(self):
        try:
            self.ended = self._watch.run()
        except FaceRestoreError as error:
            self.error = error

    def _take(self, item, outcome):
        state = "done" if outcome.was_done and outcome.state is State.RESTORED else outcome.state.value
        self.states.append((outcome.photo.name, state))

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *raised):
        self.stop.set()
        self._thread.join(60)
        assert not self._thread.is_alive()
        if self.error is not None and raised[0] is None:
            raise self.error

    def wait(self, is_so, *, seconds=30):
        until = time.monotonic() + seconds
        while not is_so():
            assert self._thread.is_alive(), self.error
            assert time.monotonic() < until, (self.states, self.said)
            time.sleep(0.02)

    def came(self, *states):
        """Waits until exactly these came, and a while for what must not come."""
        self.wait(lambda: len(self.states) >= len(states))
        time.sleep(3 * QUIET_S)
        assert self.states == list(states)


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "in").mkdir()
    return BatchRequest(photos=tmp_path / "in", results=tmp_path / "out")


def put(asked, name, *, seed=0, mask=HALF):
    # the mask first, which waits for its photo however slow the machine is
    if mask is not None:
        write_mask(mask, asked.photos / f"{name}_mask.png", overwrite=True)
    write_photo(noise_photo(32, 24, seed=seed), asked.photos / f"{name}.png", overwrite=True)


def test_that_what_is_there_and_what_arrives_is_restored_once(fake, asked):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        put(asked, "b", seed=1)
        watched.came(("a.png", "restored"), ("b.png", "restored"))
    assert watched.ended.report.count(State.RESTORED) == 2
    assert not watched.ended.report.is_cancelled
    assert watched.ended.page.is_file()
    assert {key: entry.state for key, entry in entries(asked).items()} == {
        "a.png": State.RESTORED,
        "b.png": State.RESTORED,
    }


def test_that_what_arrives_during_a_pause_is_told_and_waits_for_its_end(fake, asked):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        watched.pause.set()
        put(asked, "b", seed=1)
        watched.wait(lambda: watched.plans[-1] == ["a.png", "b.png"])
        watched.came(("a.png", "restored"))
        watched.pause.clear()
        watched.came(("a.png", "restored"), ("b.png", "restored"))
    assert watched.plans[0] == ["a.png"]
    assert watched.ended.report.count(State.RESTORED) == 2


def test_that_a_watch_given_up_loses_no_photo(asked):
    for number in range(3):
        put(asked, f"{number}", seed=number)
    telea = replace(asked, restorers=(RESTORERS["telea"],))
    with Watched(telea, workers=1) as watched:
        watched.wait(lambda: watched.plans)
        watched.give_up.set()
    given_up = {key for key, entry in entries(asked).items() if entry.state is not State.RESTORED}
    assert all(entry.attempts == 0 for key, entry in entries(asked).items() if key in given_up)
    with Watched(telea, workers=1) as watched:
        watched.wait(lambda: len(watched.states) == 3)
    assert all(entry.state is State.RESTORED for entry in entries(asked).values())


def test_that_folders_are_looked_at_where_no_notices_come(fake, asked):
    with Watched(asked, replace(TIMES, poll_s=0.1)) as watched:
        time.sleep(0.3)
        put(asked, "a")
        watched.came(("a.png", "restored"))


def test_that_a_photo_waits_for_its_mask_and_another_mask_restores_just_it_again(fake, asked):
    with Watched(asked) as watched:
        put(asked, "a", mask=None)
        put(asked, "b", seed=1)
        watched.wait(lambda: len(watched.states) == 2)
        assert sorted(watched.states) == [("a.png", "skipped"), ("b.png", "restored")]
        write_mask(HALF, asked.photos / "a_mask.png")
        watched.wait(lambda: watched.states[2:] == [("a.png", "restored")])
        write_mask(OTHER, asked.photos / "b_mask.png", overwrite=True)
        watched.wait(lambda: watched.states[3:] == [("b.png", "restored")])
        time.sleep(3 * QUIET_S)
    assert len(watched.states) == 4
    assert watched.ended.report.count(State.SKIPPED) == 0


def test_that_masks_in_a_folder_of_their_own_are_watched_too(fake, asked, tmp_path):
    masks = tmp_path / "masks"
    masks.mkdir()
    put(asked, "a", mask=None)
    with Watched(replace(asked, masks=masks)) as watched:
        watched.came(("a.png", "skipped"))
        write_mask(HALF, masks / "a.png")
        watched.came(("a.png", "skipped"), ("a.png", "restored"))


def test_that_a_file_is_restored_when_it_is_whole_and_not_before(fake, asked):
    put(asked, "a")
    content = (asked.photos / "a.png").read_bytes()
    (asked.photos / "a.png").unlink()
    with Watched(asked) as watched:
        with (asked.photos / "a.png").open("wb") as stream:
            for part in range(4):
                stream.write(content[part * len(content) // 4 : (part + 1) * len(content) // 4])
                stream.flush()
                time.sleep(2 * QUIET_S)
                assert watched.states == [] or part == 3
        watched.came(("a.png", "restored"))


def test_that_a_file_that_stays_torn_is_told_and_its_better_copy_restored(fake, asked):
    put(asked, "a")
    content = (asked.photos / "a.png").read_bytes()
    (asked.photos / "a.png").write_bytes(content[:200])
    with Watched(asked, replace(TIMES, doubtful_s=1.0)) as watched:
        watched.came(("a.png", "failed"))
        (asked.photos / "a.png").write_bytes(content)
        watched.came(("a.png", "failed"), ("a.png", "restored"))
    assert watched.ended.report.failed == []


def test_that_a_passing_name_is_waited_out(fake, asked):
    put(asked, "a")
    passing = (asked.photos / "a.png").rename(asked.photos / "a.png.part")
    with Watched(asked) as watched:
        time.sleep(4 * QUIET_S)
        assert watched.states == []
        passing.rename(asked.photos / "a.png")
        watched.came(("a.png", "restored"))
    assert set(entries(asked)) == {"a.png"}


def test_that_a_mask_that_came_before_its_photo_is_no_photo(fake, asked):
    common = asked.photos.with_name("common.png")
    write_mask(OTHER, common)
    write_mask(HALF, asked.photos / "a_mask.png")
    with Watched(replace(asked, common_mask=common), replace(TIMES, doubtful_s=0.5)) as watched:
        watched.wait(lambda: watched.said)
        assert watched.said == ["a_mask.png is called like a mask, and waits for its photo."]
        put(asked, "a")
        watched.came(("a.png", "restored"))
    assert watched.ended.report.planned == 1


def test_that_a_passing_name_that_nobody_knows_leaves_no_trace(fake, asked):
    put(asked, "upload-1")
    (asked.photos / "upload-1_mask.png").rename(asked.photos / "a_mask.png")
    with Watched(asked) as watched:
        watched.came(("upload-1.png", "skipped"))
        (asked.photos / "upload-1.png").rename(asked.photos / "a.png")
        watched.came(("upload-1.png", "skipped"), ("a.png", "restored"))
    assert set(entries(asked)) == {"a.png"}
    assert [one.photo.name for one in watched.ended.report.outcomes] == ["a.png"]


def test_that_a_photo_renamed_after_it_was_restored_is_not_restored_again(fake, asked):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        (asked.photos / "a_mask.png").rename(asked.photos / "b_mask.png")
        (asked.photos / "a.png").rename(asked.photos / "b.png")
        watched.wait(lambda: ("b.png", "done") in watched.states)
    assert len(fake.restored) == 1
    assert [path.name for path in asked.results.glob("*.png")] == ["b_restored.png"]
    assert {key: entry.output for key, entry in entries(asked).items()} == {"b.png": "b_restored.png"}
    assert watched.ended.report.count(State.RESTORED) == 1


def test_that_writing_the_same_photo_anew_restores_nothing_again(fake, asked):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        (asked.photos / "a.png").write_bytes((asked.photos / "a.png").read_bytes())
        watched.came(("a.png", "restored"), ("a.png", "done"))
    assert len(fake.restored) == 1


@pytest.mark.parametrize("which", ["photos", "results"])
def test_that_a_folder_that_goes_and_comes_back_is_told_once_and_gone_on_with(fake, asked, which):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        folder = getattr(asked, which)
        away = folder.rename(folder.with_name("away"))
        watched.wait(lambda: len(watched.said) == 1)
        if which == "results":
            put(asked, "b", seed=1)
            time.sleep(4 * QUIET_S)
        away.rename(folder)
        watched.wait(lambda: len(watched.said) == 2)
        if which == "photos":
            put(asked, "b", seed=1)
        watched.came(("a.png", "restored"), ("b.png", "restored"))
    assert "out of reach" in watched.said[0]
    assert "is back" in watched.said[1]
    assert len(watched.said) == 2
    assert {key: entry.state for key, entry in entries(asked).items()} == {
        "a.png": State.RESTORED,
        "b.png": State.RESTORED,
    }


def test_that_a_folder_that_is_away_is_no_reason_not_to_end(fake, asked):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        away = asked.photos.rename(asked.photos.with_name("away"))
        watched.wait(lambda: watched.said)
    assert watched.ended.report.count(State.RESTORED) == 1
    away.rename(asked.photos)


def old(asked, *names):
    """As if they had been there before anybody watched: they are begun together."""
    for number, name in enumerate(names):
        put(asked, name, seed=number)
        for end in (".png", "_mask.png"):
            os.utime(asked.photos / f"{name}{end}", (1, 1))


@pytest.mark.parametrize("is_ended", [True, False])
def test_that_a_folder_that_goes_in_the_middle_of_a_run_fails_no_photo(fake, asked, is_ended):
    old(asked, "a", "b", "c")
    away = asked.photos.with_name("away")
    with Watched(asked) as watched:

        class Leaves:
            def set(self):
                asked.photos.rename(away)

        fake.cancels_on["a.png"] = Leaves()
        watched.wait(lambda: watched.said)
        fake.cancels_on.clear()
        if not is_ended:
            away.rename(asked.photos)
            watched.wait(lambda: len(watched.states) >= 3)
    if is_ended:
        assert watched.ended.report.is_cancelled
        away.rename(asked.photos)
        with Watched(asked) as again:
            again.wait(lambda: len(again.states) == 3)
    assert {entry.state for entry in entries(asked).values()} == {State.RESTORED}
    assert sorted(name for name, *_ in fake.restored) == ["a.png", "b.png", "c.png"]


def test_that_the_present_photo_is_finished_when_it_is_ended_and_the_rest_is_told(fake, asked):
    old(asked, "a", "b", "c")
    with Watched(asked) as watched:
        fake.cancels_on["a.png"] = watched.stop
        watched.wait(lambda: watched.ended is not None)
    assert watched.states == [("a.png", "restored")]
    assert watched.ended.report.is_cancelled
    assert watched.ended.report.planned == 3
    fake.cancels_on.clear()
    with Watched(asked) as again:
        again.came(("a.png", "done"), ("b.png", "restored"), ("c.png", "restored"))


def test_that_another_run_on_the_same_results_is_refused_all_the_time(fake, asked):
    put(asked, "a")
    with Watched(asked) as watched:
        watched.came(("a.png", "restored"))
        with Ledger.opened(asked.results) as ledger, pytest.raises(UsageError, match="Another run"):
            ledger.begin_run({})
    with Ledger.opened(asked.results) as ledger:
        ledger.begin_run({})


def test_that_a_photo_whose_mask_may_still_come_is_restored_by_found_damage_after_a_while(fake, asked):
    found = replace(asked, found_damage=Caution.ALL, restorers=(RESTORERS["telea"],))
    with Watched(found, replace(TIMES, mask_wait_s=1.5)) as watched:
        put(asked, "a", mask=None)
        time.sleep(0.6)
        write_mask(HALF, asked.photos / "a_mask.png")
        put(asked, "b", seed=1, mask=None)
        watched.wait(lambda: len(watched.states) == 2)
    assert watched.states == [("a.png", "restored"), ("b.png", "restored")]
    notes = {one.photo.name: " ".join(one.notes) for one in watched.ended.report.outcomes}
    assert "Nobody painted a mask" in notes["b.png"]
    assert "Nobody painted a mask" not in notes["a.png"]


def test_that_results_beside_the_photos_wake_nobody(fake, asked):
    put(asked, "a")
    beside = replace(asked, results=asked.photos)
    with Watched(beside) as watched:
        watched.came(("a.png", "restored"))
        put(asked, "b", seed=1)
        watched.came(("a.png", "restored"), ("b.png", "restored"))
    assert len(fake.restored) == 2


def test_that_folders_below_and_several_restorers_are_watched_as_a_batch_plans_them(fake, asked):
    several = replace(asked, is_recursive=True, restorers=(RESTORERS["semantic"], RESTORERS["telea"]))
    with Watched(several) as watched:
        (asked.photos / "1931").mkdir()
        put(asked, "1931/a")
        watched.came(("a.png", "restored"), ("a.png", "restored"))
    assert len(list((asked.results / "1931").glob("*.png"))) == 2


def test_that_a_ledger_that_is_lost_is_made_again_with_the_names_that_results_have(fake, asked, monkeypatch):
    monkeypatch.setattr("facerestore.batch.watch._AT_A_TIME", 1)
    for number, name in enumerate("abc"):
        put(asked, name, seed=number)
    numbered = replace(asked, name=NamePattern.parsed("{number}"))
    with Watched(numbered) as watched:
        watched.wait(lambda: len(watched.states) == 3)
    (asked.results / NAME).unlink()
    put(asked, "0", seed=9)
    with Watched(numbered) as watched:
        watched.wait(lambda: len(watched.states) == 4)
    assert len(fake.restored) == 4
    names = {key: entry.output for key, entry in entries(asked).items()}
    assert names == {"0.png": "0004.png", "a.png": "0001.png", "b.png": "0002.png", "c.png": "0003.png"}


def test_that_a_disk_without_room_is_told_once(fake, asked, monkeypatch):
    from types import SimpleNamespace

    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=10))
    put(asked, "a")
    with Watched(asked) as watched:
        watched.wait(lambda: watched.said)
        time.sleep(1)
        assert len(watched.said) == 1
        assert "GB free" in watched.said[0]
    assert watched.states == []


def test_that_what_could_not_be_written_is_tried_again_by_itself_and_told_once(fake, asked):
    put(asked, "a")
    fake.fails_on["a.png"] = OutputRefused("a", "The disk is full.", advice="Make room.")
    with Watched(asked, replace(TIMES, look_anyway_s=0.3)) as watched:
        watched.wait(lambda: watched.states)
        time.sleep(1.5)
        assert watched.states == [("a.png", "failed")]
        fake.fails_on.clear()
        watched.wait(lambda: watched.states[1:] == [("a.png", "restored")])
    assert entries(asked)["a.png"].attempts > 2
    assert watched.ended.report.failed == []


def test_that_what_cannot_be_meant_is_refused_before_anything_is_watched(fake, asked, tmp_path):
    with pytest.raises(UsageError, match="no folder"), Watched(replace(asked, masks=tmp_path / "none")):
        pass
    assert not asked.results.exists()
