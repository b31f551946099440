"""Evidence that will be lost soon is due first; a task is settled once, with a reason where it cannot be got, and opened again."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from domain.breaches import tasks
from domain.breaches.tasks import BreachTask, TaskState, supervisor_of, task_words
from domain.errors import Outdated, Unreadable
from domain.officers import Role
from domain.policies import Policy
from tests.fakes.clock import NOON
from tests.people import ADMIN, RESPONSE, SUPERVISOR, VLO, officer

HOUR = timedelta(hours=1)


def a_task(*, soon_lost: bool = True) -> BreachTask:
    due = tasks.due_at(NOON, Policy(), soon_lost=soon_lost)
    return BreachTask(UUID(int=1), "demo", UUID(int=2), UUID(int=3), "BR-7F3K2D", "cctv", "CCTV", soon_lost, RESPONSE.id, NOON, due)


def test_what_will_be_lost_soon_is_due_in_a_day_and_the_rest_in_a_week_unless_the_force_says_otherwise() -> None:
    own = Policy(soon_lost=6 * HOUR, other_evidence=timedelta(days=3))
    assert [tasks.due_at(NOON, policy, soon_lost=soon) - NOON for policy in (Policy(), own) for soon in (True, False)] == [
        24 * HOUR,
        timedelta(days=7),
        6 * HOUR,
        timedelta(days=3),
    ]


def test_a_task_says_its_time_and_when_that_has_passed() -> None:
    assert task_words(a_task(), NOON) == "CCTV (will be lost soon): by Sat 21 November 2026 at 12:00."
    assert task_words(a_task(soon_lost=False), NOON + timedelta(days=8)) == "CCTV: by Fri 27 November 2026 at 12:00, overdue."
    assert task_words(tasks.done(a_task(), RESPONSE.id, NOON), NOON) == "CCTV: done."


def test_what_cannot_be_obtained_has_a_reason() -> None:
    closed = tasks.not_obtainable(a_task(), VLO.id, "  overwritten \n by the shop ", NOON)
    assert (closed.state, closed.reason, closed.closed_by) == (TaskState.NOT_OBTAINABLE, "overwritten by the shop", VLO.id)
    with pytest.raises(Unreadable, match="Say why"):
        tasks.not_obtainable(a_task(), VLO.id, " ", NOON)


def test_a_task_is_settled_once_and_opened_again_as_it_was() -> None:
    closed = tasks.not_obtainable(a_task(), VLO.id, "overwritten", NOON)
    with pytest.raises(Outdated):
        tasks.done(closed, RESPONSE.id, NOON)
    assert tasks.reopened(closed) == replace(a_task(), version=3)
    with pytest.raises(Outdated):
        tasks.reopened(a_task())


def test_a_supervisor_of_ones_own_is_told_before_one_of_the_team_and_nobody_of_themselves() -> None:
    own, mate, far = (
        officer(name, Role.SUPERVISOR, team=team) for name, team in (("Ola Own", "x"), ("Mo Mate", "north"), ("Fay Far", "x"))
    )
    people = [replace(RESPONSE, supervisor=own.id), own, mate, far, ADMIN, VLO]
    assert supervisor_of(RESPONSE.id, people) == own.id
    assert supervisor_of(RESPONSE.id, people, frozenset({own.id})) == mate.id
    assert supervisor_of(RESPONSE.id, [RESPONSE, far, replace(SUPERVISOR, active=False)]) == far.id
    assert supervisor_of(own.id, [own, ADMIN]) is None
