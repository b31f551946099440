"""`understand`: what a line asks for and the facts in it, as JSON."""

from datetime import datetime

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.asking import CHANNEL, Line, One
from domain.clock import Clock
from domain.london import LONDON
from domain.officers import Officer
from domain.understanding import Intent, Understood
from services.understanding import understand
from storage.work import Work

NO_TIME = "now is no time: give it like 2026-11-20T15:00."


def understood(work: Work, clock: Clock, officer: Officer) -> One:
    async def one(question: Line) -> Line:
        text, said = str(question.get("text") or ""), question.get("now")
        if len(text) > MAX_TEXT:
            return {**understood_line(Understood(Intent.SMALLTALK)), "why": TOO_LONG}
        now = None if said is None else moment_of(str(said))
        if said is not None and now is None:
            return {**understood_line(Understood(Intent.SMALLTALK)), "why": NO_TIME}
        return understood_line(await understand(work, clock, officer, text, now, CHANNEL))

    return one


def moment_of(said: str) -> datetime | None:
    """A time without a zone is London's; None where it is no time."""
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=LONDON)


def understood_line(read: Understood) -> Line:
    """As the public contract, section 5, has it."""
    return {"intent": read.intent.value, "entities": dict(read.entities)}
