"""`people import` and `feed import`, with their reports."""

import sys
from collections.abc import Callable
from pathlib import Path

import orjson

from bot.commands.acting import acting, acting_or_first
from domain.clock import Clock
from domain.errors import AssistantError
from domain.feed_report import WINDOW_DAYS, FeedReport
from domain.london import long_date
from services.contacts import open_plans
from services.feed import import_feed, preview_feed, waiting_rejects
from services.people import PeopleReport, import_people
from services.planned import Planned
from storage.feed_reading import NO_PAPER
from storage.feed_source import open_feed
from storage.work import Database

Write = Callable[[str], None]
MOST_LINES = 20


async def take_in_people(database: Database, clock: Clock, officer: str | None, file: Path, write: Write, *, as_json: bool) -> None:
    text = _text_of(file)
    actor = await acting_or_first(database, clock, officer, "people-import")
    report = await import_people(database.work, clock, actor, text)
    write(orjson.dumps(people_plain(report)).decode() if as_json else people_words(report))
    _tell_rejected(len(report.rejected))


async def take_in_feed(
    database: Database,
    clock: Clock,
    officer: str | None,
    path: Path,
    password_file: Path | None,
    write: Write,
    planned: Planned = open_plans,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    actor = await acting(database, clock, officer, "feed-preview" if dry_run else "feed-import")
    with open_feed(path, password_file) as source:
        if dry_run:
            report = await preview_feed(database.work, clock, actor, source)
        else:
            report = await import_feed(database.work, clock, actor, source, planned, _progress)
    write(orjson.dumps(report.plain()).decode() if as_json else feed_words(report, dry_run=dry_run))
    _tell_rejected(len(report.rejected))


def _tell_rejected(rows: int) -> None:
    """The work is done, so the exit status is 0; whoever throws standard output away hears it all the same."""
    if rows:
        sys.stderr.write(f"{rows} {'row was' if rows == 1 else 'rows were'} rejected.\n")


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise AssistantError(f"There is no file {file}.") from None
    except OSError as trouble:
        raise AssistantError(f"{file} cannot be opened: {trouble.strerror or 'it is no file'}.") from trouble
    except UnicodeDecodeError as trouble:
        raise AssistantError(f"{file} cannot be read as UTF-8 text.") from trouble


async def list_rejects(database: Database, clock: Clock, officer: str | None, write: Write, *, as_json: bool) -> None:
    actor = await acting(database, clock, officer, "feed-rejects")
    waiting = await waiting_rejects(database.work, clock, actor)
    for one in waiting:
        line = {
            "file": one.manifest,
            "line": one.line,
            "case_no": one.case_no,
            "reason": one.reason,
            "at": one.at.isoformat(),
            "row": one.raw,
        }
        plain = f"{one.manifest} line {one.line}, case {one.case_no or 'not readable'}: {one.reason}"
        write(orjson.dumps(line).decode() if as_json else plain)
    if not waiting and not as_json:
        write("Nothing waits.")


def people_plain(report: PeopleReport) -> dict[str, object]:
    rejected = [{"line": line, "reason": reason} for line, reason in report.rejected]
    return {
        "imported": report.imported,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": len(rejected),
        "rejected_rows": rejected,
        "warnings": [{"line": line, "reason": reason} for line, reason in report.warnings],
    }


def people_words(report: PeopleReport) -> str:
    counts = f"People: {report.imported} new, {report.updated} changed, {report.unchanged} as before, {len(report.rejected)} rejected."
    rejected = [f"  rejected, line {line}: {reason}" for line, reason in report.rejected]
    return "\n".join([counts, *rejected, *(f"  note, line {line}: {reason}" for line, reason in report.warnings)])


def feed_words(report: FeedReport, *, dry_run: bool) -> str:
    """The counts, and the first lines that need a person."""
    would = "Would be " if dry_run else ""
    notes = sorted(report.warnings, key=lambda one: one.reason == NO_PAPER)
    lines = [
        f"{would}imported {report.imported}, updated {report.updated}, unchanged {report.unchanged}, rejected {len(report.rejected)}.",
        *(f"  rejected, {one.manifest} line {one.line}: {one.reason}" for one in report.rejected[:MOST_LINES]),
        *(f"  note, {one.manifest} line {one.line}: {one.reason}" for one in notes[:MOST_LINES]),
    ]
    left = max(0, len(report.rejected) - MOST_LINES) + max(0, len(report.warnings) - MOST_LINES)
    if left:
        lines.append(f"  and {left} more: --json lists them all.")
    if report.days_without:
        days = ", ".join(map(long_date, report.days_without))
        lines.append(f"No file for {len(report.days_without)} of the last {WINDOW_DAYS} days: {days}. Ask the court for them.")
    if report.rejected and not dry_run:
        lines.append("Rejected rows are kept until they are mended: 'feed rejects' lists them; importing the mended file takes them in.")
    return "\n".join(lines)


def _progress(done: int, total: int) -> None:
    """A line that is written over, where somebody is looking."""
    if sys.stderr.isatty() and total:
        sys.stderr.write(f"\r{done:,} of {total:,} orders ({100 * done // total} %)" + ("\n" if done >= total else ""))
        sys.stderr.flush()
