"""What a notice is when it is about to be sent: read again, and whom it goes to where it cannot go to whom it was for."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.alarms import Finding
from domain.breaches.drafts import OPEN
from domain.breaches.signing import SigningState, told_of
from domain.breaches.tasks import supervisor_of
from domain.contact_matters import Matter
from domain.digests import Counts
from domain.enumeration import HOUR, told_of_many
from domain.officers import Actor, Officer, Permission
from domain.outbox import (
    ALARM,
    AWAITS_SIGN_OFF,
    DIGEST,
    DRAFT_OFFERED,
    FEED_GAP,
    FOR_ANOTHER,
    MANY,
    OF_A_DRAFT,
    OF_A_MATTER,
    OF_A_QUESTION,
    OF_A_RECORD,
    OF_A_TRANSFER,
    OF_AN_ALARM,
    OF_DUTY,
    QUESTION_ANSWERED,
    REVIEWS_DUE,
    TASK_STAGES,
    TRANSFER_CAME,
    TRANSFER_LATE,
    VISIT_STAGES,
    WEEKLY_REPORT,
    Outgoing,
    notice,
    reminders_job,
)
from domain.retention import Reviews
from services.breach_tasks import still_owed
from services.contact_matters import matter_told_of, other_supervisors
from services.digests import counts_of
from services.duty_notices import DutyNews, read_news
from services.retention_notices import reviews_at
from services.visit_notices import visit_told_of
from storage.work import UnitOfWork


@dataclass(frozen=True)
class Notice:
    """That an order has changed, or how a record of a breach stands: its `reference` is said, and nothing else of it before it is opened.

    Or that `officer`, who of an alarm is whoever hears it, has made more than `number` look-ups in an hour, or that `number` tasks of evidence of the breach of that `reference` are open; or the `counts` of what an officer owes today. `named` are the order and its parties beside a record or a draft, for the trail. `findings` are what an alarm is about, `matter` is what is to be decided of a contact, `reviews` how many records wait for one.
    """

    row: Outgoing
    officer: Officer | None = None
    number: int = 0
    reference: str = ""
    named: tuple[UUID, ...] = ()
    news: DutyNews | None = None
    findings: tuple[Finding, ...] = ()
    counts: Counts | None = None
    of_duty: bool = False
    matter: Matter | None = None
    reviews: Reviews | None = None

    @property
    def order_id(self) -> UUID:
        return self.row.plan

    @property
    def about(self) -> str:
        if self.row.stage in OF_A_RECORD + OF_A_DRAFT:
            return "breach"
        if self.row.stage in TASK_STAGES:
            return "task"
        if self.row.stage in VISIT_STAGES:
            return "visit"
        if self.row.stage in OF_A_QUESTION:
            return "question"
        if self.row.stage in OF_DUTY:
            return "duty"
        if self.row.stage in OF_AN_ALARM:
            return "alarm"
        if self.row.stage in OF_A_MATTER:
            return "matter"
        if self.row.stage in OF_A_TRANSFER:
            return "transfer"
        if self.row.stage in (DIGEST, WEEKLY_REPORT, FEED_GAP, REVIEWS_DUE):
            return self.row.stage
        return "lookups" if self.row.stage == MANY else "order"

    @property
    def subjects(self) -> str:
        return ";".join(map(str, dict.fromkeys((self.row.plan, *self.named))))


async def read_notice(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    """As it stands now; None, and cancelled, where there is nothing left to tell."""
    actor.must(Permission.SEND_REMINDERS)
    if row.stage == MANY:
        number = await uow.audit.searched_by(row.plan, row.due_at - HOUR, row.due_at)
        return Notice(row, await uow.officers.get(row.plan), number - 1)
    if row.stage in (WEEKLY_REPORT, FEED_GAP):
        return Notice(row)
    if row.stage in _READERS:
        found = await _READERS[row.stage](uow, actor, row)
        if found is None:
            await uow.outbox.cancel([row.id])
        return found
    order = await uow.orders.get(row.plan)
    return Notice(row, reference=order.reference if order else "")


async def tell_others(uow: UnitOfWork, actor: Actor, row: Outgoing, now: datetime) -> None:
    """Of many look-ups and of what awaits a sign-off, where the one who was to be told cannot be."""
    actor.must(Permission.SEND_REMINDERS)
    if row.stage in FOR_ANOTHER:
        others = await _others(uow, row)
        rows = [notice(row.force, row.plan, row.occurrence, row.stage, one, row.due_at) for one in others]
        await uow.outbox.plan([replace(one, next_at=now) for one in rows])


async def _others(uow: UnitOfWork, row: Outgoing) -> Sequence[UUID]:
    people = await uow.officers.all()
    if row.stage == MANY:
        return told_of_many(people, row.plan, frozenset({row.recipient}))
    if row.stage in OF_A_MATTER:
        return await other_supervisors(uow, reminders_job(uow.force), row, people)
    if row.stage in OF_A_QUESTION:
        return await _above_the_expert(uow, row, people)
    record = await uow.breaches.get(row.plan)
    gone = await uow.outbox.dead_recipients(row.plan) | {row.recipient}
    return [] if record is None else told_of(record, await uow.signing.of(record.id), people, gone)


async def _above_the_expert(uow: UnitOfWork, row: Outgoing, people: Sequence[Officer]) -> list[UUID]:
    question = await uow.guidance_questions.hold(row.plan)
    if question is None or not question.is_open:
        return []
    gone = await uow.outbox.dead_recipients(row.plan) | {row.recipient, question.asker}
    found = supervisor_of(question.expert or row.recipient, people, gone)
    return [] if found is None else [found]


async def _of_a_question(uow: UnitOfWork, _: Actor, row: Outgoing) -> Notice | None:
    """That one waits is told while it does; that it was answered, until it is put again."""
    question = await uow.guidance_questions.hold(row.plan)
    if question is None or question.is_open is (row.stage == QUESTION_ANSWERED):
        return None
    return Notice(row)


async def _of_a_record(uow: UnitOfWork, _: Actor, row: Outgoing) -> Notice | None:
    """That it awaits a sign-off is told while it does."""
    record = await uow.breaches.get(row.plan)
    if record is None:
        return None
    if row.stage == AWAITS_SIGN_OFF and (await uow.signing.of(record.id)).state is not SigningState.AWAITING:
        return None
    return Notice(row, reference=record.reference, named=(record.order_id, *await uow.orders.party_ids(record.order_id)))


async def _of_a_draft(uow: UnitOfWork, _: Actor, row: Outgoing) -> Notice | None:
    """That one is offered is told while it is."""
    draft, offer = await uow.breaches.draft(row.plan), await uow.handover.of(row.plan)
    if draft is None or (row.stage == DRAFT_OFFERED and (draft.status != OPEN or offer is None or offer.to != row.recipient)):
        return None
    order = await uow.orders.get(draft.order_id)
    return Notice(row, reference=order.reference if order else "", named=(draft.order_id, *await uow.orders.party_ids(draft.order_id)))


async def _of_a_matter(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    """That something is to be decided is told while it is, and that an outcome is due while there is none."""
    found = await matter_told_of(uow, actor, row)
    return None if found is None else Notice(row, reference=found[1], named=found[2], matter=found[0].matter)


async def _of_evidence(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    """Tasks are told of while they are open."""
    owed, named = await still_owed(uow, actor, row)
    if not owed:
        return None
    about, is_duty = tuple(UUID(one) for one in named.split(";")), any(one.is_duty for one in owed)
    return Notice(row, number=len(owed), reference=owed[0].reference, named=about, of_duty=is_duty)


async def _of_a_visit(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    """While it is owed, and the order runs; of the order the respondent's side alone is named."""
    order = await visit_told_of(uow, actor, row, row.next_at)
    return None if order is None else Notice(row, reference=order.reference, named=(order.id, order.respondent.id))


async def _of_duty(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    news = await read_news(uow, actor, row)
    return None if news is None else Notice(row, named=news.named, news=news)


async def _of_a_transfer(uow: UnitOfWork, _: Actor, row: Outgoing) -> Notice | None:
    """That one came, or still waits, is told while it does; what became of it, always."""
    one = await uow.transfers.get(row.plan)
    if one is None or (row.stage in (TRANSFER_CAME, TRANSFER_LATE) and (not one.is_open or row.occurrence // 100 not in (0, one.version))):
        return None
    return Notice(row, reference=one.reference)


async def _of_an_alarm(uow: UnitOfWork, _: Actor, row: Outgoing) -> Notice | None:
    """That one stands is told as it stands now; that it is over, while no other does."""
    alarm, told = await uow.alarms.standing(), await uow.officers.get(row.recipient)
    if row.stage == ALARM:
        return Notice(row, told, findings=alarm.findings) if alarm is not None and alarm.id == row.plan else None
    return Notice(row, told) if alarm is None else None


async def _of_a_day(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    """How much is owed is counted anew; where everything has been dealt with since, nothing is told."""
    counts = await counts_of(uow, actor, row.recipient, row.due_at)
    return Notice(row, counts=counts) if counts.all else None


async def _of_reviews(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Notice | None:
    """Counted anew; where everything was decided since, nothing is told."""
    reviews = await reviews_at(uow, actor, row.due_at)
    return Notice(row, reviews=reviews) if reviews.due or reviews.coming else None


_READERS: dict[str, Callable[[UnitOfWork, Actor, Outgoing], Awaitable[Notice | None]]] = {
    **dict.fromkeys(OF_A_RECORD, _of_a_record),
    **dict.fromkeys(OF_A_DRAFT, _of_a_draft),
    **dict.fromkeys(TASK_STAGES, _of_evidence),
    **dict.fromkeys(OF_A_QUESTION, _of_a_question),
    **dict.fromkeys(OF_DUTY, _of_duty),
    **dict.fromkeys(OF_AN_ALARM, _of_an_alarm),
    **dict.fromkeys(OF_A_MATTER, _of_a_matter),
    **dict.fromkeys(OF_A_TRANSFER, _of_a_transfer),
    **dict.fromkeys(VISIT_STAGES, _of_a_visit),
    DIGEST: _of_a_day,
    REVIEWS_DUE: _of_reviews,
}
