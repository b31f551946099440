"""The part of an order's history that tells of duties: what must follow a breach or a measure, what a victim must be told, and what was decided of a record and of its keeping."""

from collections.abc import Iterator

from domain.breaches.signing import Verdict
from domain.breaches.tasks import BreachTask, settled_words
from domain.breaches.updates import EVENT_WORDS, VictimUpdate
from domain.history_kept import Event, Kept, named
from domain.london import deadline, long_date, long_moment
from domain.retention import Decided, Decision

_VERDICTS = {Verdict.SIGNED_OFF: "signed off", Verdict.RETURNED: "returned with a note"}
_DECIDED = {
    Decided.RETAIN: "Retained at its review",
    Decided.REGROUP: "Moved to another review group",
    Decided.HOLD: "Put under a legal hold",
    Decided.LIFT: "The legal hold was lifted",
    Decided.PROPOSE: "Proposed to be erased, which another officer has to confirm",
}


def tasks(kept: Kept) -> Iterator[Event]:
    """Evidence goes by its breach alone; a duty of the law by its name."""
    for one in kept.tasks:
        what = _task_words(one)
        yield Event(one.made_at, f"{what}: owed by {deadline(one.due_at)}.", named(kept, one.owner))
        if one.closed_at is not None:
            late = " (late)" if one.closed_at > one.due_at else ""
            why = ", with the reason on it" if one.reason else ""
            yield Event(one.closed_at, f"{what}: {settled_words(one)}{why}{late}.", named(kept, one.closed_by))
        elif kept.now is not None and kept.now > one.due_at:
            yield Event(one.due_at, f"{what}: overdue since then, and not done.", named(kept, one.owner))


def _task_words(one: BreachTask) -> str:
    of = "of the measure" if one.is_of_a_measure else f"of breach {one.reference}"
    return f"Duty {of}, {one.label}" if one.is_duty else f"Evidence {of}"


def updates(kept: Kept) -> Iterator[Event]:
    for one in kept.updates:
        what = f"{EVENT_WORDS[one.event]} of {long_moment(one.happened_at)}"
        yield Event(one.noted_at, f"{what}: the protected person is to be told by {deadline(one.due_by)}.", named(kept, one.noted_by))
        if one.told_at is not None:
            yield Event(one.closed_at or one.told_at, _told_words(one, what), named(kept, one.told_by))
        elif kept.now is not None and kept.now > one.due_by:
            yield Event(one.due_by, f"{what}: overdue since then, the protected person was not told.")


def _told_words(one: VictimUpdate, what: str) -> str:
    late = " (late)" if one.told_at is not None and one.told_at > one.due_by else ""
    return f"{what}: the protected person was told{late}."


def signing(kept: Kept) -> Iterator[Event]:
    """What was added and decided, without the words."""
    for breach in kept.breaches:
        held = kept.signing.get(breach.id)
        if held is None:
            continue
        yield from (Event(one.at, f"Breach {breach.reference}: addition {one.number} was made.", one.who) for one in held.addenda)
        yield from (Event(one.at, f"Breach {breach.reference}: {_VERDICTS[one.verdict]}.", one.who) for one in held.decisions)


def retention(kept: Kept) -> Iterator[Event]:
    """What was decided of its keeping; the reason stands on its retention card."""
    for one in kept.retention:
        yield Event(one.at, f"{_DECIDED[one.what]}.{_next_words(one)}", named(kept, one.officer))


def _next_words(one: Decision) -> str:
    group = f" To {one.group.value.replace('_', ' ')}." if one.group else ""
    return f"{group} Next review {long_date(one.next_review)}." if one.next_review else group


def noted(kept: Kept) -> Iterator[Event]:
    """What stands in one row each."""
    for one in kept.noted:
        yield Event(one.at, f"{one.words}.", named(kept, one.officer))
