"""Names of a batch's results: by a pattern, one for each photo and restorer, and kept once a result has one."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final, Self

from facerestore.batch.keys import ResultKey, within
from facerestore.jobs.pairing import COMPANIONS, name_key
from facerestore.jobs.result_files import PHOTO_SUFFIXES, restored_suffix
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown
from facerestore.values.translatable_text import TranslatableText

FIELDS: Final = ("stem", "number", "date", "restorer", "ext")
"""What may stand in a pattern between braces."""

_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_EXT: Final = ".{ext}"
_UNSAFE: Final = frozenset('<>:"/\\|?*')
"""What no name may hold on some system that the results may go to."""
_RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)
_ADVICE: Final = (
    "For example {stem}_restored or {number}_{stem}; known are {stem}, {number}, {date}, {restorer} and, at the end, "
    ".{ext}."
)


@dataclass(frozen=True)
class NamePattern:
    """How results are called, without their ending: text, with fields of ``FIELDS`` in braces."""

    text: str

    @classmethod
    def parsed(cls, text: str) -> Self:
        """The pattern of what a person wrote; ``.{ext}`` at its end says what is meant anyway. Raises UsageError where
        no name can be made of it, or several photos would get one."""
        pattern = text.strip().removesuffix(_EXT)
        unknown = next((name for name in _FIELD.findall(pattern) if name not in FIELDS[:-1]), None)
        if unknown == "ext":
            raise _refused("The ending stands last, after a dot.")
        if unknown is not None:
            raise _refused(TranslatableText("There is no field {field}.", field=shown(f"{{{unknown}}}")))
        plain = _FIELD.sub("", pattern)
        if "{" in plain or "}" in plain:
            raise _refused("A brace is open, or closed twice.")
        unsafe = next((sign for sign in plain if sign in _UNSAFE or not sign.isprintable()), None)
        if unsafe is not None:
            raise _refused(TranslatableText("A file's name cannot hold {sign} everywhere.", sign=shown(unsafe)))
        if pattern.startswith(".") or pattern.endswith("."):
            raise _refused("A name that begins or ends with a dot is hidden, or cut off, on some systems.")
        if pattern.casefold().endswith(PHOTO_SUFFIXES):
            raise _refused("The ending is that of the result's format, and is added.")
        if pattern.casefold().endswith(COMPANIONS):
            raise _refused("Results would be taken for masks or layouts of photos.")
        if not {"stem", "number"} & set(_FIELD.findall(pattern)):
            raise _refused("Several photos would get one name: {stem} or {number} tells them apart.")
        return cls(pattern)

    @property
    def has_number(self) -> bool:
        return "{number}" in self.text

    @property
    def has_stem(self) -> bool:
        return "{stem}" in self.text

    @property
    def names_restorer(self) -> bool:
        return "{restorer}" in self.text

    def filled(self, *, stem: str, number: int, day: date, restorer: str) -> str:
        """The name without its ending."""
        values = {"stem": stem, "number": f"{number:04}", "date": day.isoformat(), "restorer": restorer}
        return _FIELD.sub(lambda found: values[found[1]], self.text)


DEFAULT_PATTERN: Final = NamePattern("{stem}_restored")


def _refused(sentence: str) -> UsageError:
    return UsageError(TranslatableText("Results cannot be named like this. {reason}", reason=sentence), advice=_ADVICE)


@dataclass
class Names:
    """Gives each result of a batch its path, and none twice.

    A result that is there keeps the name that it has, by ``known``: names as paths within the folder of results. So a
    pattern changed, or a photo added, renames nothing and restores nothing again. What is known of photos that are no
    longer there is not written over.
    """

    pattern: NamePattern
    photos_folder: Path
    results_folder: Path
    day: date
    restorers: Sequence[str]
    format: str = "keep"
    known: Mapping[ResultKey, str] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)
    _gone: frozenset[str] = frozenset()
    _number: int = 0

    def outputs(self, photos: Sequence[Path]) -> Iterator[tuple[Path, str, Path]]:
        """(photo, restorer, result) of each, in the order of the photos. Raises UsageError for a name that is reserved
        on some system, or belongs to one of the photos."""
        here = {within(photo, self.photos_folder) for photo in photos} if self.known else set()
        self._gone = frozenset(name for key, name in self.known.items() if key.photo not in here)
        del here
        for photo in photos:
            for restorer in self.restorers:
                kept = self._kept(photo, restorer)
                if kept is not None:
                    self._taken.add(_key(kept.with_suffix("")))
        # without case, as the file systems of Windows and macOS; by stem, because a JPEG's result is a PNG
        stems = Counter(_key(photo.with_suffix("")) for photo in photos)
        originals = {} if self.pattern == DEFAULT_PATTERN else {_key(photo): photo for photo in photos}
        for photo in photos:
            is_alone = stems[_key(photo.with_suffix(""))] == 1
            numbered: int | None = None
            for restorer in self.restorers:
                output = self._kept(photo, restorer)
                if output is None:
                    stem = photo.stem if is_alone else f"{photo.stem}_{photo.suffix[1:]}"
                    output, numbered = self._new(photo, stem, restorer, numbered)
                    self._refuse(photo, output, originals)
                yield photo, restorer, output

    def _kept(self, photo: Path, restorer: str) -> Path | None:
        name = self.known.get(ResultKey(within(photo, self.photos_folder), restorer))
        return None if name is None else (self.results_folder / name).with_suffix(self._suffix(photo))

    def _new(self, photo: Path, stem: str, restorer: str, numbered: int | None) -> tuple[Path, int]:
        """A path that nothing has, and the number in it; ``numbered``: that of the same photo by another restorer."""
        folder = self.results_folder / photo.parent.relative_to(self.photos_folder)
        is_one_of_several = len(self.restorers) > 1 and not self.pattern.names_restorer
        further, number = 1, numbered or self._number + 1
        while True:
            own = stem if further == 1 or self.pattern.has_number else f"{stem}_{further}"
            name = self.pattern.filled(stem=own, number=number, day=self.day, restorer=restorer)
            name += f"_{restorer}" if is_one_of_several else ""
            output = folder / f"{name}{self._suffix(photo)}"
            if _key(output.with_suffix("")) not in self._taken and not self._is_of_gone(output):
                break
            further, number = further + 1, number + 1
        self._taken.add(_key(output.with_suffix("")))
        self._number = max(self._number, number)
        return output, number

    def _is_of_gone(self, output: Path) -> bool:
        return within(output, self.results_folder) in self._gone

    def _suffix(self, photo: Path) -> str:
        return restored_suffix(photo, format=self.format)

    def _refuse(self, photo: Path, output: Path, originals: Mapping[int, Path]) -> None:
        if self.pattern == DEFAULT_PATTERN:
            return  # as ever: then that one photo fails, and the others do not
        if output.stem.split(".")[0].strip().casefold() in _RESERVED:
            raise UsageError(
                TranslatableText("{name} is no name for a file on Windows.", name=shown(output.name)), advice=_ADVICE
            )
        other = originals.get(_key(output))
        if other is not None:
            raise UsageError(
                TranslatableText(
                    "The result of {photo} would be called {name}, as a photo of the batch is.",
                    photo=shown(photo.name),
                    name=shown(output.name),
                ),
                advice="Choose other names or another output folder; a photo is never written over.",
            )


def _key(path: Path) -> int:
    """Of a name as all systems take it. 64 bits of a hash, because of a million names the texts fill memory; two names
    share them in one of ten million such batches, and then one gets a longer name."""
    name = name_key(str(path.absolute())).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big")
