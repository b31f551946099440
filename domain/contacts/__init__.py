"""Reassurance contact: one plan a protected person, what falls due when, and what an event or an outcome does to it."""

from domain.contacts.cadences import AT_LEAST, CADENCE, HOUR, Cadence, cadence_of
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

__all__ = [
    "AT_LEAST",
    "CADENCE",
    "HOUR",
    "NO_ANSWERS_TO_TELL",
    "SHORTLY",
    "TASKS",
    "Cadence",
    "ContactPlan",
    "Due",
    "Outcome",
    "PlanState",
    "Risk",
    "Why",
    "acknowledged",
    "breached",
    "cadence_of",
    "closed",
    "contacted",
    "end_of_day",
    "follows_a_breach",
    "given_to",
    "homed",
    "joined",
    "lacks_safe_contact",
    "owning_role",
    "plan_for",
    "plan_id",
    "renewed",
    "snoozed",
    "update_owed",
    "updates_told",
    "ways_to_put_off",
]
