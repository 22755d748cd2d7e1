"""The packages for Windows and macOS: made whole on those systems, and as far as they can be on any other."""

import tempfile
from pathlib import Path

from package import other_inputs, project, sizes
from package.macos import bundle, signing
from package.running import run
from package.windows import folder as windows_folder
from package.windows import inno


def build(root: Path, system: str, output: Path, cache: Path, *, is_dry: bool) -> None:
    """``system``: windows or macos. ``is_dry``: lays out the packages of the real wheels, says what is in them, and
    which commands would follow; nothing is left. Raises Problem."""
    make = {"windows": _windows, "macos": _macos}[system]
    output.mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    inputs = other_inputs.gather(root, cache, system, is_dry=is_dry)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        make(root, Path(scratch) if is_dry else output, inputs, is_dry=is_dry)


def plan(root: Path, system: str, output: Path) -> str:
    """What would be fetched, and which commands would run, without a network."""
    return f"{other_inputs.plan(system)}\n\n{_commands(root, system, output)}"


def _windows(root: Path, place: Path, inputs: other_inputs.OtherInputs, *, is_dry: bool) -> None:
    version = project.version(root)
    folder = place / windows_folder.folder_name(version)
    windows_folder.build(root, folder, inputs)
    _say(folder, windows_folder.PACKAGES)
    if is_dry:
        print(_listed(folder))
        print(_commands(root, "windows", place))
    elif windows_folder.can_finish():
        windows_folder.finish(folder)
        compiler = inno.compiler()
        run(inno.command(folder, version, place, compiler))
        sizes.report(place / inno.setup_name(version))
    else:
        print("Laid out. Windows compiles, checks and packs it: start this there.")


def _macos(root: Path, place: Path, inputs: other_inputs.OtherInputs, *, is_dry: bool) -> None:
    version = project.version(root)
    app = place / bundle.NAME
    bundle.build(root, app, inputs, version)
    _say(app, bundle.PACKAGES)
    if is_dry:
        print(_listed(app))
        print(_commands(root, "macos", place))
    elif bundle.can_finish():
        keys = signing.Keys.of()
        bundle.finish(app)
        with tempfile.TemporaryDirectory(dir=place) as scratch:
            sizes.report(signing.make_image(app, place / signing.image_name(version), Path(scratch), keys))
    else:
        print("Laid out. macOS compiles, checks, signs and packs it: start this there.")


def _commands(root: Path, system: str, place: Path) -> str:
    version = project.version(root)
    if system == "windows":
        return signing.described([inno.command(place / windows_folder.folder_name(version), version, place)])
    app = place / bundle.NAME
    keys = signing.Keys.of()
    commands = [*bundle.compile_commands(app), *signing.sign_commands(app, bundle.machos(app), keys)]
    commands += signing.image_commands(app, place / "image", place / signing.image_name(version), keys)
    return signing.described(commands)


def _listed(folder: Path) -> str:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return "\n".join(f"{path.stat().st_size:>10}  {path.relative_to(folder).as_posix()}" for path in files)


def _say(folder: Path, packages: str) -> None:
    print(sizes.table(folder, packages))
