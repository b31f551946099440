"""What a later version does to a measure: corrected, varied or extended by whoever made it, or ended. Each version before it stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from domain.case_numbers import normal_case
from domain.errors import Outdated, Unreadable
from domain.london import at_london, to_london
from domain.measure_endings import endings_of
from domain.measure_entry import Given, contradictions, read_fields
from domain.measure_table import measure_of
from domain.measures import Kind, Measure
from domain.order_changes import end_of, hearing_left
from domain.orders import ENDED, Change, Order, state_at
from domain.told_days import read_past

CORRECTED = "corrected"
UNDERTAKING = "undertaking"
HOW = "Say how it ended: {endings}. Nothing was changed."
LONGEST_REASON = 1_000
AS_AN_ORDER = "A non-molestation order is changed as an order, not as another measure. Nothing was changed."
OVER = "It has ended already, so nothing was changed. What was wrong in it can still be corrected."
WHAT = "Say what was done: corrected, varied or extended. Nothing was changed."
WHY = "Say why, or by whom: the words are kept with the change. Nothing was changed."
WHEN = "I cannot read when that was: write it like 12 March 2026 14:30, not a day to come. Nothing was changed."
NOTHING_NEW = "Nothing on the card says another thing than what is held, so nothing was changed."
MOVED_ON = "Somebody else has changed this measure just now. Open it again to see how it stands."


@dataclass(frozen=True)
class Changed:
    """The next version, and what was read for it."""

    order: Order
    given: Given


def changes_of(kind: Kind) -> tuple[str, ...]:
    return (CORRECTED, *sorted(measure_of(kind).changes, reverse=True))


def changed(order: Order, values: Mapping[str, str], now: datetime) -> Changed:
    """Fields that are left empty stay as they are. Raises Unreadable and Outdated, with words to show."""
    row, what = _row(order), values.get("what", "")
    if what not in changes_of(order.kind):
        raise Unreadable(WHAT)
    if what != CORRECTED and state_at(order, now) in ENDED:
        raise Outdated(OVER)
    given = read_fields(row, values, now)
    fresh = _with(order, given)
    for words in contradictions(row, _stands(fresh)):
        raise Unreadable(f"{words} Nothing was changed.")
    if fresh == order and not given.conditions and what == CORRECTED:
        raise Unreadable(NOTHING_NEW)
    if what == CORRECTED:
        return Changed(replace(fresh, confirmed_at=now), given)
    on, at = _when(values.get("changed", ""), now)
    hearing = given.hearing_on or hearing_left(order, on or (to_london(at).date() if at else None))
    moved = replace(fresh, variation=order.variation + 1, change=Change(what), changed_on=on, changed_at=at, return_hearing_on=hearing)
    return Changed(replace(moved, confirmed_at=now), given)


def ended(order: Order, values: Mapping[str, str], now: datetime) -> Order:
    """From an instant; of a day alone, from its end. Raises Unreadable and Outdated."""
    _row(order)
    how, reason = values.get("how", ""), values.get("reason", "").strip()
    if state_at(order, now) in ENDED:
        raise Outdated(OVER)
    if how not in endings_of(order.kind):
        raise Unreadable(HOW.format(endings="; ".join(one.title for one in _row(order).endings)))
    if not reason:
        raise Unreadable(WHY)
    at = _ended_at(values.get("ended", ""), now)
    instant: dict[str, Any] = {"undertaking_at": at} if how == UNDERTAKING else {"discharged_at": at}
    return replace(order, confirmed_at=now, **instant)


def _row(order: Order) -> Measure:
    if order.kind is Kind.NMO:
        raise Unreadable(AS_AN_ORDER)
    return measure_of(order.kind)


def _with(order: Order, given: Given) -> Order:
    """What was typed in the place of what is held."""
    named = {
        "made_on": given.made_on,
        "made_at": given.made_at,
        "expires_at": given.expires_at,
        "return_hearing_on": given.hearing_on,
        "court_name": given.made_by,
        "without_notice": given.without_notice,
        "power_clauses": given.power_clauses,
        "power_until": given.power_until,
        "case_no": normal_case(given.number) if given.number else None,
    }
    said: dict[str, Any] = {name: value for name, value in named.items() if value is not None}
    if given.made_on is not None and given.made_at is None:
        said["made_at"] = None
    return replace(order, **said)


def _stands(order: Order) -> Given:
    return Given(made_on=order.made_on, made_at=order.made_at, expires_at=order.expires_at, hearing_on=order.return_hearing_on)


def _when(typed: str, now: datetime) -> tuple[date | None, datetime | None]:
    """From which day, or which instant, the court's change holds: now, where nothing was typed."""
    day, wall = _read(typed, now)
    if day is None:
        return None, now
    return (day, None) if wall is None else (None, min(now, at_london(day, wall)))


def _ended_at(typed: str, now: datetime) -> datetime:
    """Now, where nothing was typed; of a day alone its end, or now where that is today."""
    day, wall = _read(typed, now)
    if day is None:
        return now
    return end_of(day, now) if wall is None else min(now, at_london(day, wall))


def _read(typed: str, now: datetime) -> tuple[date | None, time | None]:
    said = " ".join(typed.split())
    if not said:
        return None, None
    try:
        told = read_past(said, now)
    except Unreadable as trouble:
        raise Unreadable(WHEN) from trouble
    return date.fromisoformat(told[:10]), time.fromisoformat(told[11:]) if told[11:] else None
