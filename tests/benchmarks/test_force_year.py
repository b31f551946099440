"""A made-up force in simulated time, and the ledger that says what it lost: the ledger must be able to find fault."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from benchmarks.year.course import Course
from benchmarks.year.ledger import LOST_AFTER, Ledger
from benchmarks.year.safe_times import SAID, is_outside
from benchmarks.year.world import FEW_DAYS, FORCE
from domain.contacts import ContactPlan, Due, Why, breached, contacted, plan_for
from domain.contacts.plans import Outcome
from storage.database import open_database
from storage.keys import Keys
from storage.migrate import migrate
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def plan() -> ContactPlan:
    return replace(plan_for(an_order(), NOON), owner=VLO.id)


def promised(plan: ContactPlan) -> Ledger:
    ledger = Ledger()
    ledger.promise(plan, NOON)
    return ledger


def told(ledger: Ledger, plan: ContactPlan, after: timedelta, recipient: UUID = VLO.id, *, labelled: bool = False) -> None:
    ledger.arrived(recipient, plan.id, f"{plan.id} {plan.version}", NOON + after, labelled=labelled)


def test_a_reminder_that_came_in_time_was_neither_lost_nor_late(plan: ContactPlan) -> None:
    ledger = promised(plan)
    told(ledger, plan, MINUTE)
    ledger.end(NOON + 9 * DAY)
    assert (ledger.kept, ledger.lost, ledger.late) == (1, [], [])


def test_a_reminder_that_never_came_is_lost(plan: ContactPlan) -> None:
    ledger = promised(plan)
    ledger.end(NOON + LOST_AFTER + HOUR)
    assert [one.plan for one in ledger.lost] == [plan.id]


def test_a_reminder_that_never_came_is_lost_although_somebody_made_the_contact_days_later(plan: ContactPlan) -> None:
    ledger = promised(plan)
    ledger.promise(contacted(plan, Outcome.SPOKE_SAFE, NOON + 3 * DAY), NOON + 3 * DAY)
    assert [one.plan for one in ledger.lost] == [plan.id]


def test_what_was_dealt_with_before_anybody_had_to_be_told_is_not_lost(plan: ContactPlan) -> None:
    ledger = promised(plan)
    ledger.close(plan.id, NOON + MINUTE)
    ledger.end(NOON + 9 * DAY)
    assert (ledger.moved_on, ledger.lost, ledger.late) == (1, [], [])


def test_a_reminder_that_came_an_hour_after_its_time_is_late_and_after_a_breach_urgently_so(plan: ContactPlan) -> None:
    calm, urgent = promised(plan), promised(breached(plan, NOON))
    for ledger in (calm, urgent):
        told(ledger, plan, HOUR)
    assert (len(calm.late), len(calm.urgent_late)) == (1, 0)
    assert (len(urgent.late), len(urgent.urgent_late)) == (1, 1)


def test_a_card_that_came_long_before_the_time_does_not_stand_for_the_reminder(plan: ContactPlan) -> None:
    later = replace(plan, remind_at=NOON + DAY)
    ledger = promised(later)
    told(ledger, later, HOUR, SUPERVISOR.id)
    ledger.end(NOON + 9 * DAY)
    assert [one.plan for one in ledger.lost] == [plan.id]


def test_a_reminder_held_up_by_a_chat_that_was_away_is_not_late(plan: ContactPlan) -> None:
    ledger = promised(plan)
    ledger.away(VLO.id, NOON - HOUR, NOON + 6 * HOUR)
    told(ledger, plan, 6 * HOUR)
    assert (ledger.kept, ledger.late) == (1, [])


def test_a_reminder_held_up_by_the_chat_of_whoever_covers_is_not_late_and_by_that_of_a_colleague_is(plan: ContactPlan) -> None:
    covered, alone = promised(plan), promised(plan)
    covered.covered(VLO.id, SUPERVISOR.id)
    for ledger in (covered, alone):
        ledger.away(SUPERVISOR.id, NOON - HOUR, NOON + 6 * HOUR)
        told(ledger, plan, 6 * HOUR)
    assert (len(covered.late), len(alone.late)) == (0, 1)


def test_the_same_card_twice_is_a_repeat_unless_it_says_that_it_is_one_or_comes_to_somebody_else(plan: ContactPlan) -> None:
    ledger = promised(plan)
    told(ledger, plan, MINUTE)
    told(ledger, plan, 2 * MINUTE, labelled=True)
    told(ledger, plan, 3 * MINUTE, SUPERVISOR.id)
    assert (ledger.unlabelled, ledger.labelled) == ([], 1)
    told(ledger, plan, 4 * MINUTE)
    assert [recipient for recipient, _ in ledger.unlabelled] == [VLO.id]


def test_a_list_that_was_opened_tells_of_what_is_due_and_of_nothing_that_is_not(plan: ContactPlan) -> None:
    due, later = promised(plan), promised(replace(plan, remind_at=NOON + DAY))
    for ledger in (due, later):
        ledger.listed([plan.id], NOON + MINUTE)
    assert (due.kept, later.kept) == (1, 0)


def test_a_plan_is_without_an_owner_once_nobody_has_had_it_for_a_day(plan: ContactPlan) -> None:
    ledger = Ledger()
    for after in (timedelta(), 20 * HOUR):
        ledger.without_owner({plan.id}, NOON + after)
    assert ledger.unowned == set()
    ledger.without_owner({plan.id}, NOON + 25 * HOUR)
    assert ledger.unowned == {plan.id}


def test_a_plan_that_found_an_owner_meanwhile_begins_anew(plan: ContactPlan) -> None:
    ledger = Ledger()
    for plans, after in (({plan.id}, timedelta()), (set[UUID](), 20 * HOUR), ({plan.id}, 30 * HOUR)):
        ledger.without_owner(plans, NOON + after)
    assert ledger.unowned == set()


@pytest.mark.parametrize(("hour", "hours_left", "outside"), [(3, 30, True), (10, 30, False), (3, 5, False)])
def test_a_contact_is_proposed_outside_the_safe_times_only_where_a_safe_one_opens_before_it_must_be_made(
    plan: ContactPlan, hour: int, hours_left: int, outside: bool
) -> None:
    night = NOON.replace(hour=22)
    at = night.replace(hour=hour) + DAY
    owed = replace(plan, ahead=(Due(Why.ROUTINE, at, night + hours_left * HOUR),), remind_at=at)
    assert is_outside(owed, SAID[-1], night) == outside


async def test_a_few_days_of_a_small_force_with_crashes_lose_nothing_and_repeat_nothing_unsaid(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'days.db'}", Keys(os.urandom(32)), FORCE)
    await migrate(database.engine)
    ledger = await Course(database, FEW_DAYS).run()
    await database.close()
    assert (ledger.lost, ledger.unlabelled, ledger.urgent_late, ledger.unowned) == ([], [], [], set())
    assert ledger.outside == 0 < ledger.counts["plans of people with safe times"]
    assert ledger.counts["crashes"] > 0 < ledger.kept
