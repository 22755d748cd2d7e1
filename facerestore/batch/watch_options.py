"""The times by which a batch watches folders."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class WatchOptions:
    """All in seconds. ``poll_s``: folders are looked at so often; None for the system's notices where they can be
    relied on. ``quiet_s``, ``doubtful_s``: as of ``Arrivals``. ``mask_wait_s``: so long a photo waits for a mask before
    it is restored by found damage. ``look_anyway_s``: after so long without a notice the folders are looked at all the
    same. ``report_s``: the report is refreshed at most so often. ``idle_s``: after so long without work the processes
    end, and give back their memory."""

    poll_s: float | None = None
    quiet_s: float = 2.0
    doubtful_s: float = 60.0
    mask_wait_s: float = 15.0
    look_anyway_s: float = 300.0
    report_s: float = 30.0
    idle_s: float = 120.0
