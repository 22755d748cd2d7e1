"""What a batch is doing, in one or two sentences."""

from PySide6.QtCore import QCoreApplication

from facerestore_gui.files.batch_control import BatchControl
from facerestore_gui.files.batch_rows import BatchState


def batch_words(batch: BatchControl, *, has_folders: bool) -> str:
    """What a batch is doing, in the person's language. ``has_folders``: they are chosen."""
    match batch.state:
        case BatchState.EMPTY if has_folders:
            return QCoreApplication.translate("BatchWindow", "List the photos to see what would be done, or start.")
        case BatchState.EMPTY:
            return QCoreApplication.translate(
                "BatchWindow", "Choose the folder of the photos, and where the results go."
            )
        case BatchState.PLANNING:
            return QCoreApplication.translate("BatchWindow", "Looking through the folder ...")
        case BatchState.STOPPING:
            if batch.is_watching:
                return QCoreApplication.translate("BatchWindow", "Stopping after the photos that are under way ...")
            return QCoreApplication.translate("BatchWindow", "Stopping after the present step ...")
        case BatchState.PAUSED if batch.is_watching:
            return QCoreApplication.translate("BatchWindow", "Paused; what arrives waits. {counts}").format(
                counts=_watched_words(batch)
            )
        case BatchState.RUNNING if batch.is_watching:
            return QCoreApplication.translate("BatchWindow", "Watching. {counts}").format(counts=_watched_words(batch))
        case BatchState.PAUSED:
            return QCoreApplication.translate("BatchWindow", "Paused. {done} of {count} done.").format(
                done=batch.done, count=batch.to_do
            )
        case BatchState.RUNNING:
            return _running_words(batch)
        case BatchState.FINDING:
            return _finding_words(batch)
        case BatchState.ANSWERING:
            return QCoreApplication.translate("BatchWindow", "Putting the answers into the masks ...")
    return _ready_words(batch)


def _ready_words(batch: BatchControl) -> str:
    counts = {state: sum(row.state == state for row in batch.rows) for state in ("restored", "failed", "set aside")}
    waiting = sum(row.state == "waiting" for row in batch.rows)
    if not any(counts.values()) and batch.without_masks:
        text = QCoreApplication.translate(
            "BatchWindow", "{waiting} of {count} photos have a mask or a project; damage is looked for in {found}."
        )
        have = sum(row.state == "waiting" for row in batch.rows) - batch.without_masks
        return text.format(waiting=max(0, have), count=len(batch.rows), found=batch.without_masks)
    if not any(counts.values()):
        return QCoreApplication.translate(
            "BatchWindow", "{waiting} of {count} photos have a mask or a project."
        ).format(waiting=waiting, count=len(batch.rows))
    text = QCoreApplication.translate(
        "BatchWindow", "{restored} restored, {failed} failed, {skipped} skipped, {waiting} not begun."
    )
    failed, skipped = counts["failed"] + counts["set aside"], len(batch.rows) - batch.to_do
    return text.format(restored=counts["restored"], failed=failed, skipped=skipped, waiting=waiting)


def _finding_words(batch: BatchControl) -> str:
    looked = {row.photo for row in batch.rows if row.state in ("found", "failed")}
    text = QCoreApplication.translate("BatchWindow", "Looking for damage: {done} of {count} photos.")
    return text.format(done=len(looked), count=batch.without_masks)


def _watched_words(batch: BatchControl) -> str:
    count = {state: sum(row.state == state for row in batch.rows) for state in ("restored", "failed", "set aside")}
    text = QCoreApplication.translate(
        "BatchWindow", "{arrived} arrived. {restored} restored, {failed} failed, {under_way} under way, {rest} waiting."
    )
    return text.format(
        arrived=len(batch.arrived),
        restored=count["restored"],
        failed=count["failed"] + count["set aside"],
        under_way=sum(row.state == "working" for row in batch.rows),
        rest=sum(row.state in ("waiting", "skipped") for row in batch.rows),
    )


def _running_words(batch: BatchControl) -> str:
    left_s = batch.seconds_left
    text = QCoreApplication.translate("BatchWindow", "{done} of {count} done.").format(
        done=batch.done, count=batch.to_do
    )
    if left_s is None:
        return text
    if left_s < 90:
        return text + " " + QCoreApplication.translate("BatchWindow", "About {n} s left.").format(n=f"{left_s:.0f}")
    if left_s < 5400:
        return (
            text + " " + QCoreApplication.translate("BatchWindow", "About {n} min left.").format(n=f"{left_s / 60:.0f}")
        )
    return text + " " + QCoreApplication.translate("BatchWindow", "About {n} h left.").format(n=f"{left_s / 3600:.1f}")
