"""What the outcome of a contact brings with it, in its own transaction: why it was outside the safe times, a wrong number, a concern, a welfare check."""

from datetime import datetime
from uuid import UUID

from domain.clock import Clock
from domain.contact_life import Step
from domain.contact_matters import Matter, MatterState
from domain.contact_matters import withdrawn as matter_withdrawn
from domain.contacts import ContactPlan, HowMade, Outcome, proposes_a_check
from domain.errors import AssistantError
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.safe_contacts import SafeWays, asks_why, number_is_wrong, number_tried, put_back
from domain.safe_planning import has_no_other_window
from services.contact_matters import raise_matter
from storage.contacts import ContactMade
from storage.work import UnitOfWork


class NotAsAgreed(AssistantError):
    """What was done is outside what the protected person has called safe, and it is not said why."""


async def ways_for(uow: UnitOfWork, officer: Officer, plan: ContactPlan, outcome: Outcome, made: HowMade, now: datetime) -> SafeWays | None:
    """How the person may be reached, read at this moment. Raises NotAsAgreed where the contact asks for a reason and has none."""
    officer.must(Permission.PLAN_CONTACT)
    ways = await uow.safe_contacts.current(plan.id)
    trouble = asks_why(ways, outcome, made.at or now)
    if trouble and not made.because.strip():
        raise NotAsAgreed(trouble)
    return ways


async def keep_outcome(
    uow: UnitOfWork, now: datetime, officer: Officer, before: ContactPlan, done: ContactPlan, outcome: Outcome, note: str, made: HowMade
) -> None:
    """What came of it, once for each try; and that the round is done. `now` is the moment by which all of it can be taken back."""
    officer.must(Permission.PLAN_CONTACT)
    one = ContactMade(before.id, now, officer.id, before.due.why, outcome, note, made.at, made.because.strip())
    for _ in range(made.tries):
        await uow.contacts.record(one)
    await uow.contact_life.note(before, Step.DONE, now, officer.id)
    if proposes_a_check(done, before):
        await raise_matter(uow, now, reminders_job(uow.force), done, Matter.WELFARE_CHECK)


async def follow_outcome(
    uow: UnitOfWork, now: datetime, officer: Officer, done: ContactPlan, outcome: Outcome, ways: SafeWays | None, order: Order
) -> None:
    officer.must(Permission.PLAN_CONTACT)
    job = reminders_job(uow.force)
    if outcome is Outcome.CONCERN:
        await raise_matter(uow, now, job, done, Matter.CONCERN)
    if outcome is Outcome.WRONG_NUMBER:
        tried = number_tried(done, ways, order.applicant.phone)
        await uow.safe_contacts.keep(number_is_wrong(tried, tried.number, officer.id, now))
    if outcome is Outcome.NOT_SAFE_TO_TALK and ways is not None and has_no_other_window(done, ways.windows, now):
        await raise_matter(uow, now, job, done, Matter.NO_WINDOW)


async def take_back_follow_ups(uow: UnitOfWork, clock: Clock, officer: Officer, plan_id: UUID, recorded_at: datetime) -> None:
    """With a contact that was recorded by a slip: what it brought up is withdrawn, and a number it marked is as it was."""
    officer.must(Permission.PLAN_CONTACT)
    for one in await uow.contact_matters.of_plan(plan_id):
        if one.raised_at == recorded_at and one.state is not MatterState.CLOSED:
            gone = matter_withdrawn(one, officer.id, clock())
            await uow.contact_matters.save(gone)
            await uow.outbox.cancel_older(gone.id, gone.version)
    newest = await uow.safe_contacts.versions(plan_id, 2)
    if newest and newest[0].at == recorded_at and newest[0].by == officer.id:
        before = newest[1] if len(newest) > 1 else SafeWays(plan_id)
        await uow.safe_contacts.keep(put_back(newest[0], before, officer.id, clock()))
