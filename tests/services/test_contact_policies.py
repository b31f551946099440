"""The force's policy of contact is shown as it stands now to whoever keeps to it, and counts its closed days."""

from dataclasses import replace
from datetime import date

import pytest

from domain.contacts import CADENCE, Risk
from domain.errors import NotAllowed
from domain.policies import Policy
from services.contact_policies import show_contact_policy
from services.timetables import timetable_of
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, RESPONSE, VLO
from tests.trail import trail_of


async def test_the_policy_of_now_is_shown_and_that_it_was_is_on_the_trail(database: Database) -> None:
    clock, policies = FrozenClock(), [Policy(version=3), Policy(version=4)]
    assert [(await show_contact_policy(database.work, clock, one, policies.pop)).version for one in (VLO, ADMIN)] == [4, 3]
    assert [(entry.event, entry.outcome, entry.actor) for entry in await trail_of(database)] == [
        ("policy:contacts:shown", "version 4", VLO.id),
        ("policy:contacts:shown", "version 3", ADMIN.id),
    ]


async def test_whoever_keeps_no_contact_is_not_shown_it(database: Database) -> None:
    with pytest.raises(NotAllowed):
        await show_contact_policy(database.work, FrozenClock(), RESPONSE, Policy)


@pytest.mark.parametrize(
    ("day", "is_closed"),
    [
        (date(2026, 11, 20), False),
        (date(2026, 11, 21), True),
        (date(2026, 12, 25), True),
        (date(2027, 5, 10), True),
        (date(2026, 12, 28), False),
    ],
)
def test_a_force_is_closed_on_weekends_and_bank_holidays_as_it_corrects_them(day: date, is_closed: bool) -> None:
    policy = Policy(closed_days=frozenset({date(2027, 5, 10)}), open_days=frozenset({date(2026, 12, 28)}))
    assert timetable_of(policy).is_closed(day) is is_closed


def test_a_timetable_has_the_rhythms_of_the_file() -> None:
    own = {**CADENCE, Risk.MEDIUM: replace(CADENCE[Risk.MEDIUM], routine_days=14)}
    assert timetable_of(Policy(contacts=own)).of(Risk.MEDIUM).routine_days == 14
