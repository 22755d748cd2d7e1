"""The relocatable folder, step by step."""

import shutil
from pathlib import Path

from package import (
    desktop,
    icu_data,
    interpreter,
    launchers,
    layout,
    licences,
    opencv,
    project,
    pruning,
    stripping,
    wheels,
)
from package.inputs import Inputs
from package.running import run


def build(root: Path, folder: Path, inputs: Inputs, scratch: Path) -> None:
    """All of it, in a folder that is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    packages = folder / layout.PACKAGES
    interpreter.install(folder, inputs.debian, inputs.patchelf, scratch)
    for wheel in inputs.wheels:
        wheels.unpack(wheel, packages)
    project.install(root, packages, folder / layout.PYTHON, inputs.tools, inputs.epoch)
    opencv.lighten(folder, inputs.patchelf, scratch)
    interpreter.install_qt_libraries(folder, inputs.debian, scratch)
    pruning.prune(folder, inputs.patchelf)
    icu_data.lighten(folder / layout.QT_LIBRARIES)
    stripping.strip(inputs.debian, scratch).over(packages)
    compile_python(folder)
    launchers.write(folder)
    desktop.write_share(folder / "share", python=folder / layout.PYTHON, tools=inputs.tools, epoch=inputs.epoch)
    licences.write(folder, inputs.debian, scratch)
    set_permissions(folder)


def compile_python(folder: Path) -> None:
    """Compile every module once, by the folder's own Python, as what is never compared with its source: the folder
    may belong to root, be copied without its times, and must be the same whenever it is built."""
    python = folder / layout.PYTHON
    command = [python, "-S", "-m", "compileall", "-q", "-j", "0", "--invalidation-mode", "unchecked-hash"]
    # names in the compiled files are relative: nothing tells of the machine that built them
    variables = {"PYTHONHASHSEED": "0", "PYTHONPATH": "", "PYTHONPYCACHEPREFIX": ""}
    run([*command, "-s", str(folder), layout.LIBRARY], folder=folder, variables=variables)


def set_permissions(folder: Path) -> None:
    """Programs and libraries may be run, everything may be read, whatever the umask of the person who builds."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        elif not path.is_symlink():
            path.chmod(0o755 if path.parent.name == "bin" or layout.is_elf(path) else 0o644)
