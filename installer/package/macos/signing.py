"""Signing, the disk image, and Apple's look at it: the commands, in order. Run on macOS.

Who signs, and with what, is said by the environment; nothing of it is written anywhere.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from problems import Problem

from package.macos import bundle
from package.running import run

IDENTITY: Final = "FACERESTORE_SIGNING_IDENTITY"
NOTARY: Final = ("FACERESTORE_NOTARY_KEY", "FACERESTORE_NOTARY_KEY_ID", "FACERESTORE_NOTARY_ISSUER")
"""The file of an App Store Connect key, its id, and the issuer's."""

_ENTITLEMENTS: Final = Path(__file__).with_name("entitlements.plist")
_BY_NOBODY: Final = "-"


@dataclass(frozen=True, kw_only=True, slots=True)
class Keys:
    """``identity``: a name of the keychain, "-" for a signature by nobody, which runs on this Mac. ``notary``: None
    where Apple is not asked."""

    identity: str
    notary: tuple[str, str, str] | None

    @classmethod
    def of(cls, variables: Mapping[str, str] = os.environ) -> Self:
        """Raises Problem for half of what is needed."""
        found = [variables.get(name, "") for name in NOTARY]
        if any(found) and not (all(found) and variables.get(IDENTITY)):
            raise Problem(f"Apple is asked with all of {IDENTITY}, {', '.join(NOTARY)}, or not at all.")
        key, key_id, issuer = found
        return cls(identity=variables.get(IDENTITY) or _BY_NOBODY, notary=(key, key_id, issuer) if key else None)


def image_name(version: str) -> str:
    return f"facerestore-{version}-macos-arm64.dmg"


def sign_commands(app: Path, libraries: Iterable[Path], keys: Keys) -> list[list[str]]:
    """From the innermost to the bundle: a signature holds the hashes of what is inside."""
    inside = sorted(libraries, key=lambda path: (-len(path.parts), path))
    programs = {app / "Contents/MacOS" / name for name in bundle.PROGRAMS} | {app / bundle.HOME / "bin/python3.11"}
    signed = [path for path in inside if path not in programs]
    own = sorted(programs, key=lambda path: (path.name == "facerestore-gui", path))
    return [
        *(_sign(path, keys) for path in signed),
        *(_sign(path, keys, may=True) for path in own),
        _sign(app, keys, may=True),
        ["codesign", "--verify", "--deep", "--strict", str(app)],
    ]


def image_commands(app: Path, staging: Path, image: Path, keys: Keys) -> list[list[str]]:
    """``staging``: a folder with the bundle and a link to /Applications, as a person sees it."""
    commands = [
        [
            "hdiutil",
            "create",
            "-volname",
            "facerestore",
            "-srcfolder",
            str(staging),
            "-ov",
            "-format",
            "UDZO",
            str(image),
        ]
    ]
    if keys.identity != _BY_NOBODY:
        commands.append(["codesign", "--force", "--timestamp", "--sign", keys.identity, str(image)])
    if keys.notary is not None:
        key, key_id, issuer = keys.notary
        words = ["--key", key, "--key-id", key_id, "--issuer", issuer, "--wait", "--timeout", "30m"]
        commands.append(["xcrun", "notarytool", "submit", str(image), *words])
        commands += [["xcrun", "stapler", step, str(image)] for step in ("staple", "validate")]
        commands.append(["spctl", "--assess", "--type", "open", "--context", "context:primary-signature", str(image)])
    return commands


def make_image(app: Path, image: Path, scratch: Path, keys: Keys) -> Path:
    """Sign all, pack it, and have it looked at. Raises Problem."""
    for command in sign_commands(app, bundle.machos(app), keys):
        run(command)
    staging = scratch / "image"
    staging.mkdir()
    shutil.copytree(app, staging / app.name, symlinks=True)
    (staging / "Applications").symlink_to("/Applications")
    for command in image_commands(app, staging, image, keys):
        run(command)
    return image


def described(commands: Sequence[Sequence[str]]) -> str:
    """A line for each."""
    return "\n".join(" ".join(command) for command in commands)


def _sign(path: Path, keys: Keys, *, may: bool = False) -> list[str]:
    """``may``: with the entitlements, which count for programs."""
    stamp = [] if keys.identity == _BY_NOBODY else ["--timestamp"]
    hardened = ["--options", "runtime", *(("--entitlements", str(_ENTITLEMENTS)) if may else ())]
    return ["codesign", "--force", *stamp, *hardened, "--sign", keys.identity, str(path)]
