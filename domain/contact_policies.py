"""What a force's file says of contact: one table a risk, checked, and the house's rhythm where it is silent; and the same in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

from domain.contacts import CADENCE, Cadence, Event, Risk
from domain.errors import Unreadable
from domain.policy_values import section, whole, yes_or_no

RISKS = (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD)
MOST_STEPS = 5
_DAYS = range(1, 366)
_WITHIN = re.compile(r"(\d{1,3}) (hour|day)s?")
_SAME_DAY = "same day"
_LONGEST = timedelta(days=60)
_LISTS = {"near_expiry_days": range(1, 91), "before_hearing_days": range(1, 29)}
_NUMBERS = {"routine_days": _DAYS, "after_hearing_days": range(1, 29), "longest_pause_days": range(1, 91), "decline_review_days": _DAYS}
_BRINGING = ("order_known", "breach", *(event.value for event in Event))
_SETTINGS = {*_BRINGING, *_LISTS, *_NUMBERS, "no_answer", "agreed_days", "skips_closed_days"}


def read_cadences(given: Mapping[str, Any]) -> dict[Risk, Cadence]:
    """Raises Unreadable with the one thing that is wrong, its setting's name first."""
    tables = section(given, "contacts", {risk.value for risk in RISKS})
    found = {risk: _cadence(section(tables, f"contacts.{risk.value}", _SETTINGS), risk) for risk in RISKS}
    for higher, lower in pairwise(RISKS):
        if found[higher].routine_days > found[lower].routine_days:
            raise Unreadable(f"contacts.{higher.value}.routine_days must not be more than those of {lower.value}")
    return found


def step_words(step: timedelta | None) -> str:
    """As the file has it."""
    if step is None:
        return _SAME_DAY
    hours = int(step.total_seconds()) // 3600
    number, unit = (hours // 24, "day") if hours > 72 and hours % 24 == 0 else (hours, "hour")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def steps_words(steps: Sequence[timedelta | None]) -> str:
    return ", then ".join(map(step_words, steps))


def _cadence(table: Mapping[str, Any], risk: Risk) -> Cadence:
    house, where = CADENCE[risk], f"contacts.{risk.value}."
    said = {name: _steps(table[name], where + name) for name in _BRINGING if name in table}
    changes: dict[str, Any] = {name: _numbers(table[name], where + name, _LISTS[name]) for name in _LISTS if name in table}
    changes |= {name: whole(table[name], where + name, _NUMBERS[name]) for name in _NUMBERS if name in table}
    changes |= {name: said.pop(name) for name in ("order_known", "breach") if name in said}
    if "no_answer" in table:
        changes["try_again"] = _within(table["no_answer"], f"{where}no_answer", allowed="")
    if "agreed_days" in table:
        changes["agreed_days"] = _agreed(table["agreed_days"], f"{where}agreed_days")
    if "skips_closed_days" in table:
        changes["skips_closed_days"] = _skips(table["skips_closed_days"], f"{where}skips_closed_days", risk)
    if None in changes.get("breach", ()):
        raise Unreadable(f'{where}breach must be within hours or days, such as ["2 hours", "24 hours"]')
    return replace(house, events={**house.events, **{Event(name): steps for name, steps in said.items()}}, **changes)


def _steps(listed: object, name: str) -> tuple[timedelta | None, ...]:
    steps = listed if isinstance(listed, list) else [listed]
    if not 0 < len(steps) <= MOST_STEPS:
        raise Unreadable(f"{name} must hold 1 to {MOST_STEPS} times")
    found = tuple(_within(step, name, allowed=_SAME_DAY if at == 0 else "") for at, step in enumerate(steps))
    reckoned = [timedelta(days=1) if step is None else step for step in found]
    if any(later <= earlier for earlier, later in pairwise(reckoned)):
        raise Unreadable(f"{name} must rise from each time to the next")
    return found


def _within(step: object, name: str, *, allowed: str) -> timedelta | None:
    said = " ".join(step.split()).casefold() if isinstance(step, str) else ""
    if allowed and said == allowed:
        return None
    read = _WITHIN.fullmatch(said)
    within = timedelta(0) if read is None else int(read[1]) * (timedelta(hours=1) if read[2] == "hour" else timedelta(days=1))
    if not timedelta(0) < within <= _LONGEST:
        beside = ', or "same day" as the first' if allowed else ""
        raise Unreadable(f'{name} must be times such as "24 hours" or "7 days", at most {_LONGEST.days} days{beside}')
    return within


def _numbers(listed: object, name: str, among: range) -> tuple[int, ...]:
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_STEPS:
        raise Unreadable(f"{name} must hold 1 to {MOST_STEPS} whole numbers from {among[0]} to {among[-1]}")
    return tuple(sorted({whole(one, name, among) for one in listed}, reverse=True))


def _agreed(listed: object, name: str) -> tuple[int, int]:
    fewest, most = listed if isinstance(listed, list) and len(listed) == len(("fewest", "most")) else (None, None)
    found = whole(fewest, name, _DAYS), whole(most, name, _DAYS)
    if found[0] > found[1]:
        raise Unreadable(f"{name} must hold the fewest days and then the most, such as [1, 14]")
    return found


def _skips(value: object, name: str, risk: Risk) -> bool:
    found = yes_or_no(value, name)
    if found and risk is Risk.HIGH:
        raise Unreadable(f"{name} must be false: high risk never skips a day")
    return found
