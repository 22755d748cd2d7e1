"""The report of a batch: a page that opens from the disk without a server, and the same as CSV and JSON."""

import csv
import hashlib
import html
import io
import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO, Final
from urllib.parse import quote

import facerestore_resources
from facerestore import __version__
from facerestore.batch.keys import ResultKey
from facerestore.batch.ledger import Entry
from facerestore.batch.outcomes import State
from facerestore.batch.plan import REPORT_FOLDER
from facerestore.batch.reviews import verdict_of
from facerestore.batch.thumbnails import KINDS
from facerestore.files.atomic_file import atomic_file, atomic_write
from facerestore.files.record_file import read_record, record_of_result
from facerestore.restoration.restorers import SEMANTIC
from facerestore.values.percentage import Percentage
from facerestore.values.review import Verdict

MOST_ON_PAGE: Final = 5000
"""Photos on the page; with more a browser takes long to show them."""
_PICTURES: Final = "pictures"
_ORDER: Final = (State.FAILED, State.SET_ASIDE, State.WORKING, State.STOPPED, State.RESTORED, State.SKIPPED)
_HEADINGS: Final = {"before": "Before", "changed": "Changed", "after": "After"}


@dataclass(frozen=True)
class ReportRow:
    """One photo of a report by one restorer. ``generated``, ``filled``: shares of its pixels, 0...1, None where there
    is no record. ``identity``: what the check of its faces says, the worst first."""

    photo: str
    restorer: str
    state: str
    result: str
    reason: str
    generated: float | None
    filled: float | None
    faces: int
    identity: str
    review: str
    reviewed_by: str
    reviewed_at: str
    seconds: float
    attempts: int
    fingerprint: str
    result_sha256: str


def picture_name(key: ResultKey) -> str:
    """What the small pictures of a result are called."""
    # those of the default restorer as before there were several
    text = key.photo if key.restorer in ("", SEMANTIC.name) else f"{key.photo}\0{key.restorer}"
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def pictures_folder(results: Path) -> Path:
    return results / REPORT_FOLDER / _PICTURES


def report_page(results: Path) -> Path:
    return results / REPORT_FOLDER / "index.html"


def write_report(entries: Iterable[Entry], results: Path) -> Path:
    """index.html, report.csv and report.json in REPORT_FOLDER among the results; the page. Raises OutputRefused."""
    rows = [_row(entry, results) for entry in entries]
    worst = {row.photo: min(_rank(other) for other in several) for several in _by_photo(rows) for row in several}
    rows.sort(key=lambda row: (worst[row.photo], row.photo))
    folder = results / REPORT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    counts = {state.value: sum(row.state == state for row in rows) for state in _ORDER}
    counted = {state: count for state, count in counts.items() if count}
    content = {"program": f"facerestore {__version__}", "written": _now(), "counts": counted}
    with atomic_file(folder / "report.json", overwrite=True) as stream:
        _write_json(stream, content, rows)
    with atomic_file(folder / "report.csv", overwrite=True) as stream:
        _write_csv(stream, rows)
    page = report_page(results)
    atomic_write(page, _page(rows, counted, results).encode(), overwrite=True)
    return page


def _rank(row: ReportRow) -> int:
    return _ORDER.index(State(row.state))


def _by_photo(rows: Iterable[ReportRow]) -> list[list[ReportRow]]:
    """Rows of one photo together, in the order in which the photos come."""
    found: dict[str, list[ReportRow]] = {}
    for row in rows:
        found.setdefault(row.photo, []).append(row)
    return list(found.values())


def _row(entry: Entry, results: Path) -> ReportRow:
    record = _record(results / entry.output) if entry.state is State.RESTORED else {}
    faces = record.get("faces") or []
    holds = entry.review is not None and entry.review.holds_of(entry.result_sha256)
    review = entry.review if holds else None
    return ReportRow(
        photo=entry.photo,
        restorer=entry.restorer,
        state=entry.state.value,
        result=entry.output if entry.state is State.RESTORED else "",
        reason=" ".join((entry.message, *entry.notes)).strip(),
        generated=record.get("generated_share"),
        filled=record.get("filled_share"),
        faces=len(faces),
        identity=_identity(faces),
        review=verdict_of(entry) or "",
        reviewed_by=review.name if review else "",
        reviewed_at=review.at if review else "",
        seconds=round(entry.seconds, 2),
        attempts=entry.attempts,
        fingerprint=entry.fingerprint or "",
        result_sha256=entry.result_sha256 or "",
    )


_WORST: Final = ("unlike", "doubtful", "alike", "not compared")


def _identity(faces: Sequence[Mapping[str, Any]]) -> str:
    """Of several faces the one that asks most for a look."""
    said = [str((face.get("identity") or {}).get("outcome", "")) for face in faces]
    known = [one for one in said if one in _WORST]
    return min(known, key=_WORST.index, default="")


def _record(result: Path) -> dict[str, Any]:
    try:
        found = record_of_result(result)
        return {} if found is None else read_record(found)
    except (OSError, ValueError):
        return {}


def _write_json(stream: BinaryIO, content: Mapping[str, object], rows: Sequence[ReportRow]) -> None:
    """Row by row: a million of them at once would take gigabytes."""
    head = json.dumps(content, indent=1).removesuffix("\n}")
    stream.write(f'{head},\n "photos": ['.encode())
    for number, row in enumerate(rows):
        stream.write(f"{',' if number else ''}\n  {json.dumps(vars(row))}".encode())
    stream.write(b"\n ]\n}\n")


def _write_csv(stream: BinaryIO, rows: Sequence[ReportRow]) -> None:
    text = io.TextIOWrapper(stream, "utf-8-sig", newline="")
    writer = csv.DictWriter(text, [field.name for field in fields(ReportRow)], lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        # a cell that begins like a formula would be one in a spreadsheet
        cells = vars(row).items()
        writer.writerow({name: f"'{cell}" if str(cell)[:1] in ("=", "+", "-", "@") else cell for name, cell in cells})
    text.detach()


def _page(rows: Sequence[ReportRow], counts: Mapping[str, int], results: Path) -> str:
    template, photos = facerestore_resources.path("report/page.html").read_text("utf-8"), _by_photo(rows)
    return (
        template.replace("{{folder}}", html.escape(str(results.resolve())))
        .replace("{{written}}", html.escape(_now()))
        .replace("{{counts}}", "".join(_filter(state, count) for state, count in counts.items()))
        .replace("{{more}}", _more(len(photos)))
        .replace("{{rows}}", "\n".join(_tr(several, results) for several in photos[:MOST_ON_PAGE]))
    )


def _more(count: int) -> str:
    if count <= MOST_ON_PAGE:
        return ""
    words = f"This page shows {MOST_ON_PAGE:,} of {count:,} photographs, failures first. All are in "
    return f'<p>{words}<a href="report.csv">report.csv</a> and <a href="report.json">report.json</a>.</p>'


def _filter(state: str, count: int) -> str:
    label = html.escape(state)
    return f'<label><input type="checkbox" name="state" value="{label}" checked> {label} ({count})</label>'


def _tr(rows: Sequence[ReportRow], results: Path) -> str:
    """One photo, with what each restorer made of it side by side."""
    worst = min(rows, key=_rank)
    shares = [row.generated for row in rows if row.generated is not None]
    identities = [_WORST.index(row.identity) for row in rows if row.identity]
    data = {
        "state": worst.state,
        "photo": worst.photo.casefold(),
        "generated": f"{max(shares):.6f}" if shares else "",
        "identity": str(min(identities, default=9)),
        "review": "1" if any(row.review == Verdict.NEEDS_REVIEW for row in rows) else "",
        "seconds": f"{sum(row.seconds for row in rows):.2f}",
    }
    attributes = " ".join(f'data-{name}="{html.escape(value)}"' for name, value in data.items())
    # the photo itself is one
    shown_once = next((row for row in rows if row.state == State.RESTORED), rows[0])
    cells = (
        f"<th>{html.escape(worst.photo) if len(rows) > 1 else _linked(worst, worst.photo)}</th>",
        _pictures([shown_once], KINDS[0], results),
        *(_pictures(rows, kind, results) for kind in KINDS[1:]),
        _td(rows, lambda row: f'<span class="{row.state.replace(" ", "-")}">{html.escape(row.state)}</span>', "state"),
        _td(rows, lambda row: html.escape(_shares(row))),
        _td(rows, lambda row: html.escape(row.identity)),
        _td(rows, _reviewed),
        _td(rows, lambda row: f"{row.seconds:.1f}", "number"),
        _td(rows, lambda row: html.escape(row.reason)),
    )
    return f"<tr {attributes}>{''.join(cells)}</tr>"


def _td(rows: Sequence[ReportRow], content: Callable[[ReportRow], str], kind: str = "") -> str:
    """What there is to say of a photo's results; of several, each by its restorer."""
    is_single = len(rows) == 1
    said = [(row.restorer, content(row)) for row in rows]
    words = said[0][1] if is_single else "".join(f"<p><b>{html.escape(by)}</b> {one}</p>" for by, one in said if one)
    return f'<td class="{kind}">{words}</td>' if kind else f"<td>{words}</td>"


def _shares(row: ReportRow) -> str:
    if row.generated is None:
        return ""
    painted, continued = (Percentage(share, decimals=1) for share in (row.generated, row.filled or 0))
    return f"{painted} painted, {continued} continued"


def _reviewed(row: ReportRow) -> str:
    if not row.reviewed_by:
        return html.escape(row.review)
    return f"{html.escape(row.review)}<br><small>{html.escape(row.reviewed_by)}, {html.escape(row.reviewed_at)}</small>"


def _linked(row: ReportRow, words: str) -> str:
    name = html.escape(words)
    if not row.result:
        return name
    return f'<a href="../{quote(row.result.encode("utf-8", "surrogateescape"))}">{name}</a>'


def _pictures(rows: Sequence[ReportRow], kind: str, results: Path) -> str:
    if len(rows) == 1:
        return f"<td>{_picture(rows[0], kind, results)}</td>"
    figures = [(row, _picture(row, kind, results)) for row in rows]
    captioned = (
        f"<figure>{picture}<figcaption>{_linked(row, row.restorer)}</figcaption></figure>"
        for row, picture in figures
        if picture
    )
    return f'<td><div class="several">{"".join(captioned)}</div></td>'


def _picture(row: ReportRow, kind: str, results: Path) -> str:
    """ "" where there is none."""
    name = f"{picture_name(ResultKey(row.photo, row.restorer))}-{kind}.jpg"
    if row.state != State.RESTORED or not (pictures_folder(results) / name).exists():
        return ""
    words = html.escape(f"{_HEADINGS[kind]}: {row.photo}")
    return f'<img src="{_PICTURES}/{name}" loading="lazy" alt="{words}">'


def _now() -> str:
    return time.strftime("%Y-%m-%d %H:%M")
