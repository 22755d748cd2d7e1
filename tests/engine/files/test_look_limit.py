"""How often a large folder is looked through."""

from pathlib import Path

from facerestore.files.look_limit import LookLimit


class Clock:
    """Stands still, but for what looks take."""

    def __init__(self):
        self.now_s = 100.0

    def __call__(self):
        return self.now_s

    def look_of(self, seconds, entry_count):
        def look(folder):
            self.now_s += seconds
            return [folder / "left.part"], entry_count

        return look


def test_that_a_small_folder_is_looked_through_every_time_however_slow_the_disk_is():
    clock = Clock()
    limit = LookLimit(clock)
    for _ in range(3):
        assert limit.found(Path("results"), clock.look_of(5.0, 2_000)) == [Path("results/left.part")]


def test_that_looking_through_a_large_folder_takes_a_fiftieth_of_the_time():
    clock = Clock()
    limit = LookLimit(clock)
    assert limit.found(Path("results"), clock.look_of(3.0, 2_000_000)) == [Path("results/left.part")]
    clock.now_s = 100.0 + 49 * 3.0
    assert limit.found(Path("results"), clock.look_of(3.0, 2_000_000)) == []
    assert limit.found(Path("others"), clock.look_of(0.0, 10)) == [Path("others/left.part")]
    clock.now_s = 100.0 + 51 * 3.0
    assert limit.found(Path("results"), clock.look_of(3.0, 2_000_000)) == [Path("results/left.part")]
