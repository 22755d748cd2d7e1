"""The two programs of the folder: scripts that find the folder they stand in, wherever it is."""

from pathlib import Path
from types import MappingProxyType
from typing import Final

from package import layout

MODULES: Final = MappingProxyType({"facerestore": "facerestore", "facerestore-gui": "facerestore_gui.main"})

_SCRIPT: Final = """\
#!/bin/sh
# The folder may be anywhere, and links to this file too. Python looks at nothing of the person's: no PYTHON variable,
# no packages in the home folder (-I). Plugins that the environment names are of another Qt.
here=$(readlink -f -- "$0") || exit 1
unset QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
exec "${{here%/bin/*}}/{python}" -I -B -m {module} "$@"
"""


def write(folder: Path) -> None:
    """``bin/facerestore`` for the command line, ``bin/facerestore-gui`` for the window."""
    programs = folder / "bin"
    programs.mkdir()
    for name, module in MODULES.items():
        script = programs / name
        script.write_text(_SCRIPT.format(python=layout.PYTHON, module=module), encoding="utf-8")
        script.chmod(0o755)
