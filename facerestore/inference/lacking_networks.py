"""What is said where the chosen set of weights has no network for a task."""

from pathlib import Path

from facerestore.files.installed_weights import lacking_tasks
from facerestore.values.errors import WeightsMissing
from facerestore.values.translatable_text import TranslatableText


def refuse_lacking_task(task: str, folder: Path) -> None:
    """Raises WeightsMissing where a folder is a set of weights, or has exported networks of one, that comes without a
    network for the task."""
    if task in lacking_tasks(folder):
        raise WeightsMissing(
            TranslatableText(
                "The weights for paid work have no network for this ({task}): what it would learn from is there for "
                "research only.",
                task=task,
            ),
            advice="For research and private use, choose all networks in the preferences, and leave "
            "FACERESTORE_WEIGHTS out.",
        )
