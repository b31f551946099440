"""What a force decides about putting off, handing on and telling somebody else: the parts [snooze], [duty] and [escalation] of its policy."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from domain.contacts import Risk
from domain.errors import Unreadable
from domain.officers import Role
from domain.policy_values import whole

SECTIONS = {
    "snooze": {"most", "reason_from"},
    "duty": {"accept_minutes"},
    "escalation": {"duty_inspector", "high", "medium", "standard"},
}
_STEPS = ("repeat_minutes", "deputy_minutes", "supervisor_minutes", "inspector_minutes")
_EMAIL = re.compile(r"[^@\s]{1,100}@[^@\s]{1,100}")
_MINUTES = range(5, 14 * 24 * 60 + 1)
_ACCEPT = range(5, 7 * 24 * 60 + 1)
_SNOOZES = range(1, 20 + 1)
_MOST_INSPECTORS = 20


@dataclass(frozen=True)
class Ladder:
    """After how long without an answer each is told, counted from when the reminder was sent."""

    repeat: timedelta
    deputy: timedelta
    supervisor: timedelta
    inspector: timedelta


def _ladder(*minutes: int) -> Ladder:
    return Ladder(*(timedelta(minutes=one) for one in minutes))


# Half an hour, two hours and four for high risk and a day for standard are the project's own proposal, to be signed off locally; the rest lies between and after.
LADDERS: Mapping[Risk, Ladder] = {
    Risk.HIGH: _ladder(30, 2 * 60, 4 * 60, 8 * 60),
    Risk.MEDIUM: _ladder(4 * 60, 12 * 60, 24 * 60, 36 * 60),
    Risk.STANDARD: _ladder(24 * 60, 36 * 60, 48 * 60, 72 * 60),
}


@dataclass(frozen=True)
class DutyRules:
    """`snoozes` are allowed of one contact, a reason is given from the one numbered `reason_from`; an offer that nobody takes for `offer_lasts` comes back.

    `inspector` holds a role, or e-mail addresses of officers, the first on duty first.
    """

    snoozes: int = 3
    reason_from: int = 2
    offer_lasts: timedelta = timedelta(hours=4)
    ladders: Mapping[Risk, Ladder] = field(default_factory=lambda: LADDERS)
    inspector: tuple[str, ...] = (Role.SUPERVISOR.value,)

    def ladder(self, risk: Risk) -> Ladder:
        """Unassessed risk counts as high until it is assessed."""
        return self.ladders[Risk.HIGH if risk is Risk.UNASSESSED else risk]


def read_duty_rules(parts: Mapping[str, Mapping[str, Any]]) -> DutyRules:
    """`parts` are the sections by name, each with known names only. Raises Unreadable with the one thing that is wrong."""
    snooze, escalation = parts["snooze"], parts["escalation"]
    return DutyRules(
        snoozes=whole(snooze.get("most", 3), "snooze.most", _SNOOZES),
        reason_from=whole(snooze.get("reason_from", 2), "snooze.reason_from", _SNOOZES),
        offer_lasts=timedelta(minutes=whole(parts["duty"].get("accept_minutes", 4 * 60), "duty.accept_minutes", _ACCEPT)),
        ladders={risk: _read_ladder(escalation.get(risk.value), risk) for risk in LADDERS},
        inspector=_inspectors(escalation.get("duty_inspector", Role.SUPERVISOR.value)),
    )


def _read_ladder(given: object, risk: Risk) -> Ladder:
    if given is None:
        return LADDERS[risk]
    where = f"escalation.{risk}"
    if not isinstance(given, dict):
        raise Unreadable(f"{where} must be a section, [{where}]")
    for name in given:
        if name not in _STEPS:
            raise Unreadable(f"{where}.{name} is no setting of this file")
    house = [int(one.total_seconds() // 60) for one in vars(LADDERS[risk]).values()]
    minutes = [whole(given.get(name, ours), f"{where}.{name}", _MINUTES) for name, ours in zip(_STEPS, house, strict=True)]
    if sorted(set(minutes)) != minutes:
        raise Unreadable(
            f"{where} must tell the owner again first, then the deputy, the supervisor and the duty inspector, each later than the one before"
        )
    return _ladder(*minutes)


def _inspectors(given: object) -> tuple[str, ...]:
    named: list[object] = given if isinstance(given, list) else [given]
    said = [one.strip().casefold() if isinstance(one, str) else "" for one in named]
    is_role = len(said) == 1 and said[0] in set(Role)
    if not 0 < len(said) <= _MOST_INSPECTORS or not (is_role or all(map(_EMAIL.fullmatch, said))):
        raise Unreadable(f"escalation.duty_inspector must be one of {', '.join(Role)}, or a list of officers' e-mail addresses")
    return tuple(said)
