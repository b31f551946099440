"""A breach is told by one officer, sent once, and brings the victim's contact task with it."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import BreachDraft, KeptAsTyped, next_question, standing
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.evidence import EvidenceKind, Given, How, told_in
from domain.officers import Officer
from domain.orders import Change, Order, OrderState
from domain.references import is_reference
from services import evidence
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import NOW, SIMPLE, FollowUpSeen
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, LEFT, NEIGHBOUR, RESPONSE, VLO


async def held(database: Database, order: Order) -> Order:
    async with database.work() as uow:
        await uow.orders.save_many([order])
    return order


def service(database: Database, follow_up: FollowUpSeen | None = None, random: Random | None = None) -> Breaches:
    return Breaches(database.work, FrozenClock(NOW), follow_up or FollowUpSeen(), random or Random(7))


async def told(breaches: Breaches, order: Order, *said: str, officer: Officer = RESPONSE) -> BreachDraft:
    draft = await breaches.start(officer, order.id)
    for text in said:
        question = next_question(draft)
        assert question is not None
        draft = await breaches.record_answer(officer, draft.id, question.id, text, draft.etag)
    return draft


async def trail(database: Database) -> list[AuditEntry]:
    async with database.reading() as uow:
        return await uow.audit.since()


async def test_a_breach_is_told_and_sent(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, order, *SIMPLE)
    sent = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    record = sent.breach
    assert is_reference(record.reference)
    assert (record.order_id, record.order_version, record.states) == (order.id, order.version, (OrderState.IN_FORCE,))
    assert (record.recorded_by, record.recorder, record.recorded_at) == (RESPONSE.id, RESPONSE.collar, NOW)
    assert record.answers == draft.answers
    assert (sent.order, sent.already) == (order, False)
    assert follow_up.told == [(RESPONSE.id, order.id, record.id)]
    assert await breaches.get(VLO, record.id) == record


async def test_the_record_comes_with_what_the_register_holds_of_service_and_awareness(database: Database) -> None:
    order = await held(database, an_order(served_file=True))
    given = Given(EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER)
    told_before = await evidence.add(database.work, FrozenClock(NOW), RESPONSE, order.id, given)
    breaches = service(database)
    draft = await told(breaches, order, *SIMPLE)
    sent = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert {one.id for one in sent.evidence} == {told_before.id, *(one.id for one in told_in(sent.breach))}
    assert (await breaches.confirm(RESPONSE, draft.id, draft.etag)).evidence == sent.evidence


async def test_a_record_just_sent_comes_with_the_versions_of_the_order_before_it_so_that_an_address_of_then_is_kept_out_too(
    database: Database,
) -> None:
    order = await held(database, an_order())
    moved = replace(order, applicant=replace(order.applicant, address1="9 Old Lane"))
    async with database.work() as uow:
        await uow.orders.update(moved, NOW)
    breaches = service(database)
    draft = await told(breaches, order, *SIMPLE)
    sent = [await breaches.confirm(RESPONSE, draft.id, draft.etag) for _ in range(2)]
    assert [[version.applicant.address1 for version in one.earlier] for one in sent] == [["3 Cobbler's Yard"]] * 2


async def test_what_was_done_before_a_variation_is_judged_by_the_version_before_it(database: Database) -> None:
    run_out = await held(database, an_order(expires_at=datetime(2026, 9, 30, 22, 59, tzinfo=UTC)))
    async with database.work() as uow:
        changes: dict[str, Any] = {
            "variation": 1,
            "change": Change.EXTENDED,
            "changed_at": NOW,
            "expires_at": datetime(2027, 9, 1, tzinfo=UTC),
        }
        await uow.orders.update(replace(run_out, **changes), NOW)
    breaches = service(database)
    draft = await told(breaches, run_out, *SIMPLE)
    assert (await breaches.told(RESPONSE, draft.id)).states == (OrderState.EXPIRED,)


async def test_sending_again_gives_the_same_record(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, order, *SIMPLE)
    first = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    again = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert (again.breach, again.already) == (first.breach, True)
    assert len(follow_up.told) == 1


async def test_ten_presses_at_once_make_one_record(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, order, *SIMPLE)
    sent = await asyncio.gather(*(breaches.confirm(RESPONSE, draft.id, draft.etag) for _ in range(10)))
    assert len({one.breach.reference for one in sent}) == 1
    assert sorted(one.already for one in sent) == [False] + [True] * 9
    assert len(follow_up.told) == 1
    async with database.work() as uow:
        assert len(await uow.breaches.of_order(order.id)) == 1


async def test_without_the_contact_task_there_is_no_record(database: Database) -> None:
    order = await held(database, an_order())
    draft = await told(service(database), order, *SIMPLE)
    with pytest.raises(RuntimeError):
        await service(database, FollowUpSeen(fails=True)).confirm(RESPONSE, draft.id, draft.etag)
    assert (await service(database).resume(RESPONSE, draft.id)).answers == draft.answers
    async with database.work() as uow:
        assert await uow.breaches.get(draft.id) is None


async def test_a_reference_in_use_is_drawn_again(database: Database) -> None:
    order = await held(database, an_order())
    first = await told(service(database), order, *SIMPLE)
    taken = (await service(database, random=Random(1)).confirm(RESPONSE, first.id, first.etag)).breach.reference
    second = await told(service(database), order, *SIMPLE)
    drawn = (await service(database, random=Random(1)).confirm(RESPONSE, second.id, second.etag)).breach.reference
    assert drawn != taken
    assert is_reference(drawn)


async def test_two_officers_who_tell_the_same_breach_are_shown_the_other_record(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    first = await told(breaches, order, *SIMPLE)
    reference = (await breaches.confirm(RESPONSE, first.id, first.etag)).breach.reference
    second = await told(breaches, order, *SIMPLE, officer=NEIGHBOUR)
    assert (await breaches.told(NEIGHBOUR, second.id)).alike == (reference,)
    untimed = await told(breaches, order, *SIMPLE[:2], "skip: not asked", officer=VLO)
    assert (await breaches.told(VLO, untimed.id)).alike == ()


async def test_starting_again_goes_on_with_the_open_draft(database: Database) -> None:
    order, other = await held(database, an_order()), await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, "no")
    assert await breaches.start(RESPONSE, order.id) == draft
    assert (await breaches.start(RESPONSE, other.id)).id != draft.id
    assert (await breaches.start(NEIGHBOUR, order.id)).id != draft.id


async def test_a_draft_that_moved_on_takes_nothing_from_an_old_window(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, "no")
    await breaches.record_answer(RESPONSE, draft.id, "happened", "He rang.", draft.etag)
    old = pytest.raises(Outdated, match="moved on")
    with old:
        await breaches.record_answer(RESPONSE, draft.id, "happened", "He shouted.", draft.etag)
    with old:
        await breaches.go_back(RESPONSE, draft.id, draft.etag)
    with old:
        await breaches.change(RESPONSE, draft.id, "danger", draft.etag)
    with old:
        await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert standing((await breaches.resume(RESPONSE, draft.id)).answers)["happened"].text == "He rang."


async def test_an_unreadable_time_is_kept_although_it_is_refused(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, "no", "He rang.")
    with pytest.raises(KeptAsTyped) as kept:
        await breaches.record_answer(RESPONSE, draft.id, "when", "bin day", draft.etag)
    assert await breaches.resume(RESPONSE, draft.id) == kept.value.draft
    assert [one.text for one in kept.value.draft.answers] == ["", "He rang.", "bin day"]


async def test_back_and_change_are_kept(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, "no", "He rang.")
    draft = await breaches.go_back(RESPONSE, draft.id, draft.etag)
    assert draft.revisiting == "happened"
    draft = await breaches.change(RESPONSE, draft.id, "danger", draft.etag)
    assert (await breaches.resume(RESPONSE, draft.id)).revisiting == "danger"


async def test_a_record_with_an_open_question_is_not_sent(database: Database) -> None:
    order, follow_up = await held(database, an_order()), FollowUpSeen()
    breaches = service(database, follow_up)
    draft = await told(breaches, order, *SIMPLE[:-1])
    with pytest.raises(Unreadable, match="still to give"):
        await breaches.confirm(RESPONSE, draft.id, draft.etag)
    assert follow_up.told == []


async def test_only_its_officer_goes_on_with_a_draft(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, *SIMPLE)
    anothers = pytest.raises(NotAllowed, match="Another officer has")
    with anothers:
        await breaches.resume(NEIGHBOUR, draft.id)
    with anothers:
        await breaches.record_answer(NEIGHBOUR, draft.id, "danger", "yes", draft.etag)
    with anothers:
        await breaches.confirm(NEIGHBOUR, draft.id, draft.etag)


async def test_what_is_not_there_is_said_to_be_gone(database: Database) -> None:
    breaches = service(database)
    with pytest.raises(NotFound, match="no longer in the register"):
        await breaches.start(RESPONSE, uuid4())
    with pytest.raises(NotFound, match="no longer here"):
        await breaches.resume(RESPONSE, uuid4())
    with pytest.raises(NotFound, match="no record of a breach"):
        await breaches.get(RESPONSE, uuid4())


async def test_a_sent_draft_names_its_record(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, *SIMPLE)
    reference = (await breaches.confirm(RESPONSE, draft.id, draft.etag)).breach.reference
    with pytest.raises(Outdated, match=f"already recorded as {reference}"):
        await breaches.resume(RESPONSE, draft.id)


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_a_role_without_the_permission_is_refused_everywhere(database: Database, officer: Officer) -> None:
    breaches, id = service(database), UUID(int=1)
    calls = [
        breaches.start(officer, id),
        breaches.resume(officer, id),
        breaches.record_answer(officer, id, "danger", "no", 0),
        breaches.go_back(officer, id, 0),
        breaches.change(officer, id, "danger", 0),
        breaches.told(officer, id),
        breaches.confirm(officer, id, 0),
        breaches.get(officer, id),
    ]
    refusals = await asyncio.gather(*calls, return_exceptions=True)
    assert {type(refusal) for refusal in refusals} == {NotAllowed}


async def test_every_step_leaves_a_line_and_none_holds_what_was_said(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, order, *SIMPLE)
    await breaches.told(RESPONSE, draft.id)
    await breaches.confirm(RESPONSE, draft.id, draft.etag)
    await breaches.get(VLO, draft.id)
    lines = await trail(database)
    assert [(line.event, line.kind) for line in lines] == [
        ("breach:draft:started", AuditKind.COLLECTION),
        *[("breach:draft:answered", AuditKind.COLLECTION)] * 6,
        ("breach:draft:checked", AuditKind.CONSULTATION),
        ("breach:record:sent", AuditKind.COLLECTION),
        ("breach:record:read", AuditKind.CONSULTATION),
    ]
    assert {line.subject for line in lines} == {f"{draft.id};{order.id};{order.respondent.id};{order.applicant.id}"}
    assert [line.actor for line in lines] == [RESPONSE.id] * 9 + [VLO.id]
    assert {line.typed for line in lines} == {None}
