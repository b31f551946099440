"""Whether the bot can do its work now: its database, its schema, its scheduler, and how late its reminders are."""

import asyncio
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import structlog

from domain.clock import Clock
from domain.errors import AssistantError
from domain.officers import Actor, Permission
from services.jobs import beats
from services.reminders import oldest_unsent
from storage.jobs import Beat
from storage.migrate import WrongSchema, current, head
from storage.work import Database

PATIENCE = 2.0
# The dispatcher runs every second and notes it every 15; three notes missed is no hiccup.
PULSE = "tick"
LATE_PULSE = 60
LATE_REMINDER = 300
AUDIT = "audit"
LATE_AUDIT = 240
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Health:
    """`reasons` are why the bot is not ready. `warnings` want a person but turn nobody away: a late reminder is no reason to close the chat.

    `scheduler_age_seconds` is the time since the dispatcher last ran in whatever process, none where it never did.
    `oldest_unsent_seconds` is 0 when no reminder is late, and none where that cannot be known.
    """

    ok: bool
    database: str
    schema: str
    scheduler_age_seconds: float | None
    oldest_unsent_seconds: float | None
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    def report(self) -> dict[str, Any]:
        """As `GET /readyz` shows it: words of the program's own and figures, never anything about a person."""
        return asdict(self)


async def ready(database: Database, clock: Clock, actor: Actor) -> Health:
    """Never raises for a database that is away, busy, of another key or not migrated: that is what it tells."""
    actor.must(Permission.RUN_JOBS)
    try:
        async with asyncio.timeout(PATIENCE):
            schema = await current(database.engine)
            if schema != head():
                return _down("reachable", schema or "none", "schema_is_not_current")
            pulses = await beats(database.reading, actor)
            late = await oldest_unsent(database.reading, clock, actor)
    except WrongSchema:
        return _down("unreadable", "", "database_does_not_open")
    except (AssistantError, TimeoutError):
        return _down("busy", "", "database_is_busy")
    except Exception:  # whatever the driver says, the answer is that the database is away
        log.exception("database_away")
        return _down("away", "", "database_is_away")
    return _standing(schema, pulses, clock(), 0.0 if late is None else late.total_seconds())


def _standing(schema: str, pulses: list[Beat], now: datetime, late: float) -> Health:
    pulse = next((one for one in pulses if one.name == PULSE), None)
    age = None if pulse is None else max(0.0, (now - pulse.ended_at).total_seconds())
    reasons = ("scheduler_has_not_run",) if age is None else ("scheduler_is_late",) if age > LATE_PULSE else ()
    audited = next((one.ended_at for one in pulses if one.name == AUDIT), None)
    unaudited = audited is None or (now - audited).total_seconds() > LATE_AUDIT
    failing = tuple(f"job_failing:{one.name}" for one in pulses if one.error)
    warnings = (*failing, *(("reminders_are_late",) if late > LATE_REMINDER else ()), *(("nobody_audits",) if unaudited else ()))
    return Health(not reasons, "reachable", schema, age, late, reasons, warnings)


def _down(database: str, schema: str, reason: str) -> Health:
    return Health(ok=False, database=database, schema=schema, scheduler_age_seconds=None, oldest_unsent_seconds=None, reasons=(reason,))
