#!/usr/bin/env python3
"""Proves a Debian package on a bare system: installs it there, cuts the network, uses it, upgrades it, purges it.

    sudo python3 installer/package_check.py dist/facerestore_0.1.0_amd64.deb --suite bookworm --pictures pictures/

Needs root, debootstrap, and a virtual display (xvfb, openbox, xdotool, imagemagick). Nothing outside of the folder of
the bare system is changed. The pictures of the window are there to be looked at.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from package.bare_system import HOME, BareSystem, differences
from package.virtual_display import PROGRAMS, VirtualDisplay, virtual_display
from problems import Problem

_MIRROR: Final = "http://deb.debian.org/debian"
_ENTRY: Final = "/usr/share/applications/facerestore.desktop"
_PROJECT_TYPE: Final = "application/x-facerestore-project"
_DESKTOP: Final = ("libglib2.0-bin", "desktop-file-utils", "shared-mime-info")
"""Of a desktop there is only what opens menu entries and files by their type."""
_OLDER: Final = "0.0~older"
_STROKE: Final = ((420, 380), (520, 400), (600, 420))
"""On the photo, as the window shows it on the display."""


def main(argv: list[str]) -> int:
    """The exit code: 0 all good, 1 something failed, 2 usage."""
    parsed = _parser().parse_args(argv)
    try:
        _refuse_incomplete()
        with tempfile.TemporaryDirectory(dir=parsed.work) as work, virtual_display() as display:
            system = BareSystem.made(Path(work) / "root", parsed.suite, parsed.mirror, parsed.base)
            _Proof(system, display, parsed.package, parsed.pictures, parsed.settle).run()
    except Problem as problem:
        print(f"\nFAILED  {problem}", file=sys.stderr)
        return 1
    print("\nAll good.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the package, a .deb file")
    parser.add_argument("--suite", default="bookworm", help="which Debian (default: bookworm)")
    parser.add_argument("--mirror", default=_MIRROR, help="where it is from (default: %(default)s)")
    parser.add_argument("--base", type=Path, metavar="DIR", help="copy this minbase instead of calling debootstrap")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the bare system is made (default: /tmp)")
    parser.add_argument(
        "--settle",
        type=float,
        default=3,
        metavar="SECONDS",
        help="how long the window gets for what it does without saying so; more on a busy machine (default: 3)",
    )
    parser.add_argument("--pictures", type=Path, default=Path("pictures"), metavar="DIR", help="for screenshots")
    return parser


def _refuse_incomplete() -> None:
    if os.geteuid() != 0:
        raise Problem("Only root may enter another system.")
    missing = [name for name in ("debootstrap", "dpkg-deb", *PROGRAMS) if shutil.which(name) is None]
    if missing:
        raise Problem(f"These programs are missing: {', '.join(missing)}")


class _Proof:
    """The proof, step by step; each raises Problem where it fails."""

    def __init__(
        self, system: BareSystem, display: VirtualDisplay, package: Path, pictures: Path, settle_s: float
    ) -> None:
        self._system, self._display, self._pictures = system, display, pictures
        self._package, self._settle_s = package, settle_s
        pictures.mkdir(parents=True, exist_ok=True)

    def run(self) -> None:
        with _step("no Python, and the package installs with all it needs"):
            self._install_once()
        before = self._system.contents()
        with _step("without a network, an older version: networks, doctor, sample"):
            self._system.checked(["dpkg", "--install", self._older()])
            self._use_terminal()
        with _step("the menu entry opens a photo, and a project is kept"):
            self._use_window()
        person = self._system.contents(HOME)
        with _step("the upgrade leaves settings and projects as they are"):
            self._upgrade(person)
        with _step("the project opens in the new version, by its type"):
            self._open_project()
        person = self._system.contents(HOME)
        with _step("purged, nothing is left but the person's files"):
            self._purge(before, person)

    def _install_once(self) -> None:
        system = self._system
        for name in ("python3", "python3.11", "python3.13"):
            if (system.root / "usr/bin" / name).exists():
                raise Problem("The bare system is not bare: it has a Python.")
        shutil.copyfile(self._package, system.root / "root" / "facerestore.deb")
        system.checked(["apt-get", "update"], network=True)
        # what is merely recommended need not be there, and on Ubuntu it includes a Python
        install = ["apt-get", "install", "-y", "--no-install-recommends"]
        system.checked([*install, "/root/facerestore.deb"], network=True)
        system.checked(["facerestore", "--version"])
        if (system.root / "usr/bin/python3").exists():
            raise Problem("The package brought a Python of the system along.")
        with self._opened(["facerestore-gui"]) as window:
            self._display.picture(self._pictures / "first.png")
            self._display.close(window)
        system.checked([*install, *_DESKTOP], network=True)
        system.checked(["dpkg", "--purge", "facerestore"])
        shutil.rmtree(system.root / HOME.lstrip("/"))
        system.checked(["sh", "-c", f"cp -a /etc/skel {HOME} && chown -R person:person {HOME}"])

    def _older(self) -> str:
        """The path, inside, of the same package with a smaller version."""
        root = self._system.root / "root"
        with tempfile.TemporaryDirectory(dir=root) as work:
            subprocess.run(["dpkg-deb", "-R", self._package, f"{work}/stage"], check=True)
            control = Path(work) / "stage" / "DEBIAN" / "control"
            lines = control.read_text(encoding="utf-8").splitlines()
            control.write_text(
                "".join(f"Version: {_OLDER}\n" if line.startswith("Version: ") else f"{line}\n" for line in lines),
                encoding="utf-8",
            )
            command = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", f"{work}/stage", root / "older.deb"]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return "/root/older.deb"

    def _use_terminal(self) -> None:
        person = self._system.checked_by_person
        person(["facerestore", "models", "verify"])
        print("    " + person(["facerestore", "doctor"]).strip().splitlines()[-1])
        began_s = time.monotonic()
        print("    " + person(["facerestore", "sample", "-o", "sample"]).strip().splitlines()[-1])
        words = ["sample/portrait.png", "--mask", "sample/portrait_mask.png", "-o", "again.png"]
        person(["facerestore", "restore", *words])
        print(f"    both in {time.monotonic() - began_s:.1f} s, start included")
        shutil.copyfile(self._in_home("sample/before_after.png"), self._pictures / "before_after.png")

    def _use_window(self) -> None:
        self._system.checked_by_person(["cp", "sample/portrait.png", "scan.png"])
        with self._opened(["gio", "launch", _ENTRY, f"{HOME}/scan.png"], "scan.png") as window:
            self._paint()
            self._display.picture(self._pictures / "from_menu.png")
            self._display.close(window)
            self._display.wait_until_gone(window)
        if not self._in_home("scan.facerestore").is_file():
            raise Problem("The stroke was painted, but no project is beside the photo.")

    def _paint(self) -> None:
        time.sleep(self._settle_s)  # the photo is read after the window has its title
        self._display.key("Escape")  # what greets a person for the first time
        time.sleep(self._settle_s)
        self._display.drag(*_STROKE)
        time.sleep(self._settle_s)

    def _upgrade(self, person: dict[str, str]) -> None:
        self._system.checked(["dpkg", "--install", "/root/facerestore.deb"])
        if self._system.checked(["dpkg-query", "-W", "-f", "${Version}", "facerestore"]) == _OLDER:
            raise Problem("The older version is still there.")
        self._refuse_changes(person)
        if not any(path.startswith(f"{HOME[1:]}/.config/facerestore/") for path in person):
            raise Problem("The window kept no settings.")

    def _open_project(self) -> None:
        person = self._system.checked_by_person
        found = person(["gio", "info", "-a", "standard::content-type", "scan.facerestore"])
        if _PROJECT_TYPE not in found:
            raise Problem(f"A project has another type:\n{found}")
        if "facerestore.desktop" not in person(["gio", "mime", _PROJECT_TYPE]):
            raise Problem("Projects open with nothing.")
        with self._opened(["gio", "open", f"{HOME}/scan.facerestore"], "scan") as window:
            time.sleep(self._settle_s)
            self._display.picture(self._pictures / "project.png")
            self._display.close(window)
            self._display.wait_until_gone(window)

    def _purge(self, before: dict[str, str], person: dict[str, str]) -> None:
        self._system.checked(["dpkg", "--purge", "facerestore"])
        self._refuse_changes(person)
        # the two packages were put there by this check
        for name in ("older.deb", "facerestore.deb"):
            before.pop(f"root/{name}", None)
            (self._system.root / "root" / name).unlink()
        if left := differences(before, self._system.contents()):
            raise Problem("This is not as it was before:\n    " + "\n    ".join(left))

    def _refuse_changes(self, person: dict[str, str]) -> None:
        if changed := differences(person, self._system.contents(HOME)):
            raise Problem("This of the person's was changed:\n    " + "\n    ".join(changed))

    def _in_home(self, name: str) -> Path:
        return self._system.root / HOME.lstrip("/") / name

    @contextmanager
    def _opened(self, words: list[str], title: str = "facerestore") -> Iterator[str]:
        """The window that a command of the person opens."""
        # gio ends when the program has started, and with it would end all that runs in there
        staying = ["sh", "-c", '"$@" && exec sleep infinity', "sh", *words]
        command = self._system.command_of_person(staying, {"DISPLAY": self._display.name})
        began_s = time.monotonic()
        with tempfile.TemporaryFile("w+") as said:
            running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            try:
                window = self._display.window(title)
                print(f"    a window {time.monotonic() - began_s:.1f} s after {words[0]}", flush=True)
                yield window
            except Problem as problem:
                said.seek(0)
                raise Problem(f"{problem}\n{said.read()[-3000:]}") from problem
            finally:
                # unshare does not hear a polite word while something runs in there
                running.kill()
                running.wait(30)


@contextmanager
def _step(name: str) -> Iterator[None]:
    print(f"... {name}", flush=True)
    began_s = time.monotonic()
    yield
    print(f"ok  {name} ({time.monotonic() - began_s:.0f} s)", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
