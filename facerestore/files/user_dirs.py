"""Where the program keeps its log, its settings, its journals, its sample and what it knows of graphics devices on
this system."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

import platformdirs

_APPLICATION: Final = "facerestore"
LOGGERS: Final = ("facerestore", "facerestore_gui")
_LOG_BYTES: Final = 10 * 1024 * 1024
_LOG_BACKUPS: Final = 4


def settings_folder() -> Path:
    """The folder of the person's settings; it may not exist yet."""
    return Path(platformdirs.user_config_dir(_APPLICATION, appauthor=False))


def log_file() -> Path:
    """The log of this program; it may not exist yet."""
    return Path(platformdirs.user_log_dir(_APPLICATION, appauthor=False)) / "facerestore.log"


def journal_folder() -> Path:
    """The folder of what was not saved yet, in a folder for each open document; it may not exist yet."""
    return Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "journals"


def crash_folder() -> Path:
    """The folder of reports of crashes; it may not exist yet."""
    return Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "crashes"


def project_folder() -> Path:
    """The folder of projects that are not kept beside their photos; it may not exist yet."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / "projects"


def probes_file() -> Path:
    """What became of the graphics devices that were tried; it may not exist yet."""
    return Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "devices.json"


def gpu_pack_folder() -> Path:
    """The folder of what makes networks run on a graphics card, where that was installed; it may not exist yet."""
    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False)) / "gpu-pack"


def sample_folder() -> Path:
    """The folder of the sample portrait that the window's tour is about; it may not exist yet."""
    return Path(platformdirs.user_state_dir(_APPLICATION, appauthor=False)) / "sample"


def start_log() -> Path | None:
    """The log file to which the program's loggers write from now on, or None where it cannot be written.

    Rotates at 10 MB and keeps four older files. A second call changes nothing.
    """
    path = log_file()
    loggers = [logging.getLogger(name) for name in LOGGERS]
    if any(isinstance(handler, RotatingFileHandler) for logger in loggers for handler in logger.handlers):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path,
            maxBytes=_LOG_BYTES,
            backupCount=_LOG_BACKUPS,
            encoding="utf-8",
            delay=False,
            errors="backslashreplace",
        )
    except OSError:
        return None  # a program that cannot log can still restore
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    return path


def stop_log() -> None:
    """Close the log file that ``start_log`` opened, if any."""
    for logger in map(logging.getLogger, LOGGERS):
        for handler in [h for h in logger.handlers if isinstance(h, RotatingFileHandler)]:
            logger.removeHandler(handler)
            handler.close()
        logger.propagate = True
