"""An officer keeps a contact plan: each change has its reason, its line on the trail, its reminder, and its way back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.contact_records import CHANGED_SINCE, SAY_WHY, Changed
from domain.contact_undo import MOVED_ON, TOO_LATE
from domain.contacts import CADENCE, Event, Outcome, PlanState, Risk, Why
from domain.contacts.risks import SAY_WHY_LOWER
from domain.contacts.wishes import FIRST_IS_OWED, NOT_PAUSED
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer
from domain.outbox import REMIND
from domain.policies import Policy
from services import contacts
from services.contact_plans import IS_CLOSED, NO_PLAN, ContactPlans, PlanShown
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import AUDITOR, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.trail import trail_of

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# Weekly contact of a person who was spoken to at noon on Friday 20 November.
NEXT = datetime(2026, 11, 27, 9, tzinfo=UTC)


class Kept(Register):
    """A plan whose first contacts are made, so that the next is a routine one."""

    def plans(self, policy: Policy | None = None) -> ContactPlans:
        return ContactPlans(self.database.work, self.clock, lambda: policy or Policy())

    async def quiet(self) -> None:
        await self.open()
        self.clock.now = NOON - 3 * DAY
        await self.contact()
        self.clock.now = NOON
        await self.contact()

    async def shown(self, officer: Officer = VLO) -> PlanShown:
        return await self.plans().show(officer, (await self.plan()).id)

    async def owed(self) -> tuple[Why, datetime]:
        plan = await self.plan()
        return plan.due.why, plan.remind_at

    async def reminders(self) -> list[tuple[str, object, datetime]]:
        """Of the plan as it stands, with the hour: within it the reminders of a morning are spread."""
        plan = await self.plan()
        return [
            (row.stage, row.recipient, row.next_at.replace(minute=0, second=0, microsecond=0))
            for row in await self.live()
            if row.occurrence == plan.version
        ]


@pytest.fixture
async def kept(database: Database) -> Kept:
    kept = Kept(database)
    await kept.quiet()
    return kept


async def test_what_has_happened_brings_the_contact_forward_and_its_owner_is_reminded(kept: Kept) -> None:
    before = await kept.plan()
    shown = await kept.plans().record_event(SUPERVISOR, before.id, Event.MOVE, NOON - HOUR, "told at the door")
    plan = await kept.plan()
    assert (plan.due.why, plan.remind_at, plan.round) == (Why.MOVE, NOON, before.round + 1)
    assert set(before.ahead) <= set(plan.ahead)
    assert await kept.reminders() == [(REMIND, VLO.id, NOON)]
    (change,) = shown.changes
    assert (change.what, change.value, change.words, change.happened_at) == (Changed.EVENT, "move", "told at the door", NOON - HOUR)
    assert dict(shown.names)[change.officer] == SUPERVISOR.name


async def test_a_hearing_that_the_register_does_not_know_is_planned_around(kept: Kept) -> None:
    await kept.plans().record_hearing(VLO, (await kept.plan()).id, date(2026, 11, 25))
    plan = await kept.plan()
    assert [(due.why, due.remind_at) for due in plan.ahead[:2]] == [
        (Why.RETURN_HEARING, datetime(2026, 11, 24, 9, tzinfo=UTC)),
        (Why.AFTER_HEARING, datetime(2026, 11, 26, 9, tzinfo=UTC)),
    ]
    assert await kept.reminders() == [(REMIND, VLO.id, datetime(2026, 11, 24, 9, tzinfo=UTC))]


async def test_a_closed_plan_is_opened_by_what_happens_and_by_nothing_else(kept: Kept) -> None:
    id = (await kept.plan()).id
    async with kept.database.work() as uow:
        await uow.orders.update(replace(kept.order, discharged_at=NOON), NOON)
    await contacts.close_plan(kept.database.work, kept.clock, VLO, id, (await kept.plan()).round)
    with pytest.raises(Outdated, match=IS_CLOSED):
        await kept.plans().agree(VLO, id, 3, "as they said")
    shown = await kept.plans().record_event(VLO, id, Event.RELEASE, NOON)
    assert (shown.plan.state, await kept.owed()) == (PlanState.OPEN, (Why.RELEASE, NOON))
    back = await kept.plans().undo(VLO, id, shown.before, NOON)
    assert (back.plan.state, await kept.live(), back.changes) == (PlanState.CLOSED, [], ())


async def test_the_risk_is_raised_by_a_word_and_lowered_with_a_reason_alone(kept: Kept) -> None:
    id = (await kept.plan()).id
    await kept.plans().assess(VLO, id, Risk.HIGH)
    kept.clock.advance(MINUTE)
    with pytest.raises(Unreadable, match=SAY_WHY_LOWER):
        await kept.plans().assess(VLO, id, Risk.STANDARD)
    shown = await kept.plans().assess(VLO, id, Risk.STANDARD, "respondent has left the country")
    assert ((await kept.plan()).risk, await kept.owed()) == (Risk.STANDARD, (Why.ROUTINE, NEXT))
    assert [(one.what, one.value, one.words) for one in shown.changes] == [
        (Changed.RISK, "standard", "respondent has left the country"),
        (Changed.RISK, "high", ""),
    ]
    assert shown.cadence == CADENCE[Risk.STANDARD]


async def test_what_the_person_wants_is_kept_with_its_reason(kept: Kept) -> None:
    id, plans = (await kept.plan()).id, kept.plans()
    await plans.agree(VLO, id, 3, "wants to hear more often")
    assert await kept.owed() == (Why.ROUTINE, datetime(2026, 11, 23, 9, tzinfo=UTC))
    await plans.pause(VLO, id, date(2026, 11, 26), "away")
    assert await kept.owed() == (Why.PAUSE_OVER, datetime(2026, 11, 26, 9, tzinfo=UTC))
    await plans.resume(VLO, id)
    assert await kept.owed() == (Why.ROUTINE, datetime(2026, 11, 23, 9, tzinfo=UTC))
    await plans.decline(VLO, id, "asked to be left alone")
    assert ((await kept.plan()).declined_at, await kept.owed()) == (NOON, (Why.DECLINE_REVIEW, datetime(2026, 12, 18, 9, tzinfo=UTC)))
    shown = await plans.want_again(VLO, id)
    assert await kept.owed() == (Why.ROUTINE, datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert {(one.what, one.words) for one in shown.changes} == {
        (Changed.FREQUENCY, "wants to hear more often"),
        (Changed.PAUSE, "away"),
        (Changed.RESUMED, ""),
        (Changed.DECLINE, "asked to be left alone"),
        (Changed.WANTED, ""),
    }


async def test_without_a_reason_or_against_the_rules_nothing_is_changed(kept: Kept) -> None:
    before, plans = await kept.plan(), kept.plans()
    for refused in (
        plans.agree(VLO, before.id, 3, " "),
        plans.pause(VLO, before.id, date(2026, 11, 26), ""),
        plans.decline(VLO, before.id, ""),
    ):
        with pytest.raises(Unreadable, match=SAY_WHY):
            await refused
    with pytest.raises(Unreadable, match="at the latest"):
        await plans.pause(VLO, before.id, date(2026, 12, 24), "away")
    with pytest.raises(Outdated, match=NOT_PAUSED):
        await plans.resume(VLO, before.id)
    assert (await kept.plan(), (await kept.shown()).changes) == (before, ())


async def test_while_a_breach_is_not_spoken_of_nothing_is_paused(kept: Kept) -> None:
    await kept.breach()
    with pytest.raises(Outdated, match=FIRST_IS_OWED):
        await kept.plans().pause(VLO, (await kept.plan()).id, date(2026, 11, 26), "away")


async def test_the_limits_and_the_rhythm_are_those_of_the_forces_own_file(kept: Kept) -> None:
    own = Policy(contacts={**CADENCE, Risk.HIGH: replace(CADENCE[Risk.HIGH], agreed_days=(1, 30), routine_days=3)})
    id = (await kept.plan()).id
    assert (await kept.plans(own).agree(VLO, id, 30, "as they said")).cadence == own.contacts[Risk.HIGH]
    assert await kept.owed() == (Why.ROUTINE, datetime(2026, 12, 20, 9, tzinfo=UTC))
    with pytest.raises(Unreadable, match="every 1 to 14 days"):
        await kept.plans().agree(VLO, id, 30, "as they said")


async def test_a_card_of_an_older_version_changes_nothing(kept: Kept) -> None:
    before = await kept.plan()
    await kept.plans().agree(SUPERVISOR, before.id, 3, "first", before.version)
    with pytest.raises(Outdated, match=CHANGED_SINCE):
        await kept.plans().agree(VLO, before.id, 9, "second", before.version)
    assert (await kept.plan()).agreed_days == 3


async def test_a_change_is_undone_once_by_whoever_made_it_and_the_trail_keeps_both(kept: Kept) -> None:
    before = await kept.plan()
    shown = await kept.plans().pause(VLO, before.id, date(2026, 11, 26), "the wrong plan")
    with pytest.raises(Outdated, match=MOVED_ON):
        await kept.plans().undo(SUPERVISOR, before.id, shown.before, NOON)
    kept.clock.advance(9 * MINUTE)
    back = await kept.plans().undo(VLO, before.id, shown.before, NOON)
    assert (back.plan.ahead, back.plan.paused_until, back.changes) == (before.ahead, None, ())
    assert await kept.reminders() == [(REMIND, VLO.id, NEXT)]
    with pytest.raises(Outdated, match=MOVED_ON):
        await kept.plans().undo(VLO, before.id, shown.before, NOON)
    assert [(entry.event, entry.outcome) for entry in (await trail_of(kept.database))[-2:]] == [
        ("contact:plan:pause", "2026-11-26"),
        ("contact:plan:undone", "done"),
    ]


async def test_after_ten_minutes_a_change_stays(kept: Kept) -> None:
    shown = await kept.plans().agree(VLO, (await kept.plan()).id, 3, "as they said")
    kept.clock.advance(10 * MINUTE)
    with pytest.raises(Outdated, match=TOO_LATE[:20]):
        await kept.plans().undo(VLO, shown.plan.id, shown.before, NOON)


async def test_a_plan_is_found_by_its_order_and_each_look_is_on_the_trail(kept: Kept) -> None:
    assert (await kept.plans().find(VLO, kept.order.reference)).orders == (kept.order,)
    with pytest.raises(NotFound, match=NO_PLAN):
        await kept.plans().find(VLO, "NMO-7F3K2D")
    assert [(entry.event, entry.outcome) for entry in (await trail_of(kept.database))[-2:]] == [
        ("contact:plan:shown", "done"),
        ("contact:plan:shown", "not_found"),
    ]
    with pytest.raises(NotFound, match=NO_PLAN):
        await kept.plans().show(VLO, VLO.id)


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR, AUDITOR])
async def test_whoever_keeps_no_contact_neither_sees_nor_changes_a_plan(kept: Kept, officer: Officer) -> None:
    before, plans = await kept.plan(), kept.plans()
    for refused in (
        plans.show(officer, before.id),
        plans.find(officer, kept.order.reference),
        plans.record_event(officer, before.id, Event.MOVE, NOON),
        plans.record_hearing(officer, before.id, date(2026, 11, 25)),
        plans.assess(officer, before.id, Risk.HIGH),
        plans.agree(officer, before.id, 3, "why"),
        plans.pause(officer, before.id, date(2026, 11, 26), "why"),
        plans.resume(officer, before.id),
        plans.decline(officer, before.id, "why"),
        plans.want_again(officer, before.id),
        plans.undo(officer, before.id, "{}", NOON),
    ):
        with pytest.raises(NotAllowed):
            await refused
    assert await kept.plan() == before


async def test_after_a_pause_contact_goes_on_by_itself(kept: Kept) -> None:
    await kept.plans().pause(VLO, (await kept.plan()).id, date(2026, 11, 26), "away")
    kept.clock.now = datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert await kept.reminders() == [(REMIND, VLO.id, kept.clock.now)]
    await kept.contact(Outcome.SPOKE_SAFE)
    assert await kept.owed() == (Why.ROUTINE, datetime(2026, 12, 3, 9, tzinfo=UTC))
