"""A bare Debian or Ubuntu in a folder: made by debootstrap, entered with chroot, with a network or without one."""

import hashlib
import os
import shlex
import shutil
import stat
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from problems import Problem

PERSON: Final = "person"
HOME: Final = f"/home/{PERSON}"
_MOUNTS: Final = (
    "mount -t proc proc {root}/proc && mount --rbind /dev {root}/dev && mount -t tmpfs tmpfs {root}/run && "
    "mkdir -p {root}/tmp/.X11-unix && mount --bind /tmp/.X11-unix {root}/tmp/.X11-unix"
)
_CHANGING: Final = ("var/log", "var/cache", "var/lib/apt", "var/lib/dpkg", "tmp", "run", "proc", "dev", "sys")
"""Places below the root that change with whatever is installed, and are nobody's."""


class BareSystem:
    """A system that has nothing but what its packages put there. ``root``: its folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def made(cls, root: Path, suite: str, mirror: str, base: Path | None) -> "BareSystem":
        """A new one in ``root``: a copy of ``base``, or what debootstrap makes. Raises Problem."""
        if root.exists():
            raise Problem(f"{root} is there already.")
        command = ["cp", "-a", base, root] if base else ["debootstrap", "--variant=minbase", suite, root, mirror]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            raise Problem(f"The bare system could not be made by: {shlex.join(map(str, command))}")
        system = cls(root)
        shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
        # a system that is thrown away need not wait for the disk after each file
        (root / "etc/dpkg/dpkg.cfg.d/unsafe-io").write_text("force-unsafe-io\n", encoding="utf-8")
        system.checked(["useradd", "--create-home", "--shell", "/bin/sh", PERSON])
        return system

    def checked(self, command: Sequence[str], *, network: bool = False) -> str:
        """What a command of root printed. Raises Problem where it fails."""
        return _checked(self.command(command, network=network))

    def checked_by_person(self, command: Sequence[str], variables: Mapping[str, str] | None = None) -> str:
        """What a command of the person printed, who has no network. Raises Problem where it fails."""
        return _checked(self.command_of_person(command, variables))

    def command(self, words: Sequence[str], *, network: bool = False) -> list[str]:
        """What runs a command as root inside."""
        variables = {"DEBIAN_FRONTEND": "noninteractive", "HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
        return self._entering(words, variables, network=network)

    def command_of_person(self, words: Sequence[str], variables: Mapping[str, str] | None = None) -> list[str]:
        """What runs a command as the person inside, who has no network."""
        own = {"HOME": HOME, "USER": PERSON, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_CURRENT_DESKTOP": "GNOME"}
        as_person = ["setpriv", f"--reuid={PERSON}", f"--regid={PERSON}", "--init-groups", "--"]
        home = ["sh", "-c", 'cd && exec "$@"', "sh"]
        return self._entering([*as_person, *home, *words], own | dict(variables or {}), network=False)

    def _entering(self, words: Sequence[str], variables: Mapping[str, str], *, network: bool) -> list[str]:
        """In namespaces of its own: what is mounted and what still runs ends with the command."""
        mounts = _MOUNTS.format(root=shlex.quote(str(self.root)))
        inner = [
            "chroot",
            str(self.root),
            "env",
            "-i",
            *(f"{name}={value}" for name, value in variables.items()),
            *words,
        ]
        without = [] if network else ["--net"]
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *without]
        return [*apart, "sh", "-c", f"{mounts} && {shlex.join(inner)}"]

    def contents(self, below: str = "") -> dict[str, str]:
        """What lies there: each path below the folder with its kind, mode, and what it holds. ``below``: only of this
        folder; without it, of all but what changes by itself and homes."""
        start = self.root / below.lstrip("/")
        left_out = () if below else (*_CHANGING, "home")
        found = {}
        for folder, folders, files in os.walk(start):
            inside = Path(folder).relative_to(self.root)
            folders[:] = [name for name in folders if str(inside / name) not in left_out]
            for name in (*folders, *files):
                found[str(inside / name)] = _described(Path(folder) / name)
        return found


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Each path that came, went or changed."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _described(path: Path) -> str:
    found = path.lstat()
    kind = oct(found.st_mode)
    if stat.S_ISLNK(found.st_mode):
        return f"{kind} {os.readlink(path)}"
    if stat.S_ISREG(found.st_mode):
        with path.open("rb") as stream:
            return f"{kind} {hashlib.file_digest(stream, 'sha256').hexdigest()}"
    return kind


def _checked(command: Sequence[str]) -> str:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        words = f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}".strip()
        raise Problem(f"This ended with {done.returncode}: {command[-1][-300:]}\n{words}")
    return done.stdout
