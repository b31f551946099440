"""Reassurance contact: one plan a protected person, what falls due when, and what an event or an outcome does to it."""

from domain.contacts.cadences import CADENCE, HOUR, HOUSE, Cadence, Event, Timetable, cadence_of
from domain.contacts.closed import AT_LEAST
from domain.contacts.events import happened, has_new_days, hearing_on, refitted, seen_in
from domain.contacts.outcomes import contacted
from domain.contacts.owing import SHORTLY, breached, closed, end_of_day, homed, joined, plan_for, renewed, update_owed, updates_told
from domain.contacts.plans import (
    NO_ANSWERS_TO_TELL,
    TASKS,
    ContactPlan,
    Due,
    Outcome,
    PlanState,
    Risk,
    Why,
    follows_a_breach,
    lacks_safe_contact,
    owning_role,
    plan_id,
)
from domain.contacts.putting_off import acknowledged, given_to, snoozed, ways_to_put_off
from domain.contacts.risks import assessed
from domain.contacts.wishes import agreed, declined, paused, resumed, wanted_again

__all__ = [
    "AT_LEAST",
    "CADENCE",
    "HOUR",
    "HOUSE",
    "NO_ANSWERS_TO_TELL",
    "SHORTLY",
    "TASKS",
    "Cadence",
    "ContactPlan",
    "Due",
    "Event",
    "Outcome",
    "PlanState",
    "Risk",
    "Timetable",
    "Why",
    "acknowledged",
    "agreed",
    "assessed",
    "breached",
    "cadence_of",
    "closed",
    "contacted",
    "declined",
    "end_of_day",
    "follows_a_breach",
    "given_to",
    "happened",
    "has_new_days",
    "hearing_on",
    "homed",
    "joined",
    "lacks_safe_contact",
    "owning_role",
    "paused",
    "plan_for",
    "plan_id",
    "refitted",
    "renewed",
    "resumed",
    "seen_in",
    "snoozed",
    "update_owed",
    "updates_told",
    "wanted_again",
    "ways_to_put_off",
]
