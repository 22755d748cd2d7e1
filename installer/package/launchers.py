"""The two programs of the folder: scripts that find the folder they stand in, wherever it is."""

from pathlib import Path
from types import MappingProxyType
from typing import Final

from package import layout

COMMANDS: Final = MappingProxyType({"facerestore": "facerestore", "facerestore-gui": "facerestore gui"})
"""Module and words. The window is opened by the command line, which says in a sentence what a system lacks for it."""

_SCRIPT: Final = """\
#!/bin/sh
# The folder may be anywhere, and links to this file too. Python looks at nothing of the person's: no PYTHON variable,
# no packages in the home folder (-I). Plugins that the environment names are of another Qt.
here=$(readlink -f -- "$0") || exit 1
unset QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
exec "${{here%/bin/*}}/{python}" -I -B -m {command} "$@"
"""


def write(folder: Path) -> None:
    """``bin/facerestore`` for the command line, ``bin/facerestore-gui`` for the window."""
    programs = folder / "bin"
    programs.mkdir()
    for name, command in COMMANDS.items():
        script = programs / name
        script.write_text(_SCRIPT.format(python=layout.PYTHON, command=command), encoding="utf-8")
        script.chmod(0o755)
