"""``facerestore gpu-pack``: what makes networks run on NVIDIA's graphics cards, for the program without PyTorch."""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from facerestore.cli import arguments
from facerestore.cli.progress import Progress
from facerestore.values.errors import RestorationFailed, UsageError
from facerestore.values.file_names import shown

_SYSTEMS: Final = {
    "linux": ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "windows": ("win_amd64",),
}
_PYTHONS: Final = ("3.11", "3.12", "3.13")


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "use an NVIDIA graphics card without PyTorch: build a pack where there is a network, install it where not"
    parser = subparsers.add_parser("gpu-pack", help=text, description=text)
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _add_build(actions)
    text = "unpack a pack into the program's folder of data, try it on the card, and use it if it is right"
    install = actions.add_parser("install", help=text, description=text)
    install.add_argument("pack", type=arguments.path)
    install.set_defaults(run=run_install)
    for name, run, text in (
        ("remove", run_remove, "remove the pack that is installed"),
        ("status", run_status, "what is installed"),
    ):
        action = actions.add_parser(name, help=text, description=text)
        action.set_defaults(run=run)


def _add_build(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "load about 1.6 GB of packages from the network into one file; needs pip"
    build = actions.add_parser("build", help=text, description=text)
    build.add_argument("-o", "--output", type=arguments.path, required=True, metavar="PACK", help="the file to write")
    build.add_argument("--find-links", type=arguments.path, metavar="DIR", help="a folder of wheels, without a network")
    build.add_argument("--system", choices=tuple(_SYSTEMS), default="windows" if sys.platform == "win32" else "linux")
    build.add_argument(
        "--python",
        choices=_PYTHONS,
        default=f"{sys.version_info.major}.{sys.version_info.minor}",
        metavar="VERSION",
        help="Python of the program that it is for (default: this one's)",
    )
    build.set_defaults(run=run_build)


def run_build(parsed: argparse.Namespace) -> int:
    from facerestore.files.atomic_file import refuse_unwritable
    from facerestore.files.gpu_pack_file import wheel_list, write_pack

    if importlib.util.find_spec("pip") is None:
        raise UsageError("Building a pack needs pip, which is not installed.", advice="Build it with another Python.")
    refuse_unwritable(parsed.output)
    # beside the result, because a pack may be larger than a folder for what is temporary
    with tempfile.TemporaryDirectory(dir=parsed.output.resolve().parent, prefix=".gpu-pack-") as place:
        command = _download(wheel_list(), Path(place), parsed.find_links, parsed.system, parsed.python)
        if subprocess.run(command, check=False).returncode != 0:
            raise RestorationFailed(
                "The packages could not be loaded.", advice="pip has said above why. Try again with a network."
            )
        wheels = sorted(Path(place).glob("*.whl"))
        write_pack(wheels, parsed.output)
    size = parsed.output.stat().st_size
    print(f"{len(wheels)} packages, {size / 1e6:.1f} MB, in {shown(str(parsed.output))}")
    return 0


def _download(listed: Path, folder: Path, links: Path | None, system: str, python: str) -> list[str]:
    """pip takes what the list names, in no other bytes than those of its hashes."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    command += ["--disable-pip-version-check", "-r", str(listed), "-d", str(folder)]
    command += ["--python-version", python, "--implementation", "cp"]
    for one in _SYSTEMS[system]:
        command += ["--platform", one]
    return [*command, *(["--no-index", "--find-links", str(links)] if links else [])]


def run_install(parsed: argparse.Namespace) -> int:
    from facerestore.inference.gpu_pack import install

    progress = Progress()
    try:
        packages = install(parsed.pack, on_progress=progress)
    finally:
        progress.clear()
    print(f"installed: {', '.join(packages)}")
    print("Both stages ran on the card and painted what the processor paints. It is used from the next start on.")
    return 0


def run_remove(parsed: argparse.Namespace) -> int:
    from facerestore.inference.gpu_pack import remove

    print("The pack was removed." if remove() else "No pack is installed.")
    return 0


def run_status(parsed: argparse.Namespace) -> int:
    from importlib import metadata

    from facerestore.files.gpu_pack_file import installed_packages

    folder = installed_packages()
    if folder is None:
        print("No pack is installed.")
        return 0
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{shown(str(folder))}, {size / 1e6:.0f} MB")
    for package in sorted(f"{one.name} {one.version}" for one in metadata.distributions(path=[str(folder)])):
        print(f"  {package}")
    return 0
