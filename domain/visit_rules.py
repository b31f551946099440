"""How a force visits respondents to see that an order is kept: its own rhythm, apart from that of reassurance contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.policy_values import whole, yes_or_no

SECTIONS = {"visits": {"automatic", "first_days", "routine_days", "again_days"}}
_DAYS = range(1, 181)
_SOON = range(1, 31)


@dataclass(frozen=True)
class VisitRules:
    """`first` is from the day a visit is planned, `routine` from one that met the respondent, `again` from one that did not.

    `automatic`: every live order on a beat is visited, without anybody planning it.
    """

    automatic: bool = False
    first: timedelta = timedelta(days=14)
    routine: timedelta = timedelta(days=28)
    again: timedelta = timedelta(days=3)


HOUSE = VisitRules()


def read_visit_rules(table: Mapping[str, Any]) -> VisitRules:
    """Raises Unreadable with the one thing that is wrong, its setting's name first."""
    return VisitRules(
        automatic=yes_or_no(table.get("automatic", HOUSE.automatic), "visits.automatic"),
        first=timedelta(days=whole(table.get("first_days", HOUSE.first.days), "visits.first_days", _DAYS)),
        routine=timedelta(days=whole(table.get("routine_days", HOUSE.routine.days), "visits.routine_days", _DAYS)),
        again=timedelta(days=whole(table.get("again_days", HOUSE.again.days), "visits.again_days", _SOON)),
    )
