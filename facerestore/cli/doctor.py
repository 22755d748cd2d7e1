"""``facerestore doctor``: what to send with a bug report. It also works where the rest does not."""

import argparse
from typing import Final

from facerestore.jobs.installation_check import Verdict, examined, verdict_of
from facerestore.values.file_names import shown

_MARKS: Final = {Verdict.GOOD: "", Verdict.ATTENTION: "!  ", Verdict.BROKEN: "!! "}
_SUMMARIES: Final = {
    Verdict.GOOD: "Everything needed is here.",
    Verdict.ATTENTION: "Everything needed is here. What is marked with ! deserves attention.",
    Verdict.BROKEN: "What is marked with !! is broken.",
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "versions, devices, memory, display, weights, folders: what to send with a bug report"
    parser = subparsers.add_parser(
        "doctor", help=text, description=f"Prints {text}. Exits with 1 if something is broken."
    )
    parser.add_argument(
        "--probe", action="store_true", help="try the graphics device again, whatever is remembered of it"
    )
    parser.set_defaults(run=run)


def run(parsed: argparse.Namespace) -> int:
    """1 if something is broken, after everything else was said."""
    if parsed.probe:
        from facerestore.inference.probe_memory import forget

        forget()
    sections = []
    for section in examined():
        sections.append(section)
        print(section.title)
        for one in section.findings:
            found = f"{shown(one.found).removesuffix('.')}. {one.advice}" if one.advice else shown(one.found)
            print(f"  {_MARKS[one.verdict]}{one.name}: {found}")
    verdict = verdict_of(sections)
    print(_SUMMARIES[verdict])
    return 1 if verdict is Verdict.BROKEN else 0
