"""A protected person goes over to another force: all of it goes along, and at every moment somebody has the duty of contact."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contacts import Outcome, PlanState, Why
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.evidence import Source
from domain.outbox import TRANSFER_ANSWERED, TRANSFER_BOTH, TRANSFER_CAME, TRANSFER_LATE
from domain.provenance import Provenance
from domain.transfers import ANSWERED, TOO_LATE, WHO_ACCEPTED, WHO_ACCEPTS, TransferState
from services import histories, transfers, transfers_in
from services.transfers import NO_KEY, NO_PLAN, ONE_AT_A_TIME
from services.transfers_in import DIFFERS, NOT_FOR_US, NOT_KNOWN, transfers_job
from storage.transfer_seal import NO_FILE, NOT_GENUINE
from storage.work import Database
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.policies import unasked
from tests.trail import trail_of
from tests.transferring import ABOVE_THERE, ACCEPTOR, DESK_THERE, HOME, THERE, WEST, TwoForces, two_forces


@pytest.fixture
async def forces(database: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(database) as forces:
        yield forces


async def test_until_it_is_accepted_the_sender_keeps_the_duty_and_then_the_receiver_has_it(forces: TwoForces) -> None:
    came = await forces.come()
    assert await forces.owners() == [VLO.id]
    await forces.accept(came.id)
    assert await forces.owners() == [VLO.id, THERE.id]
    assert (await forces.answer(came.id)).transfer.state is TransferState.ACCEPTED
    assert await forces.owners() == [THERE.id]


async def test_the_receiver_has_the_order_its_paper_its_proof_and_the_safe_contact(forces: TwoForces) -> None:
    came = await forces.come(note="ring before six", **HOME)
    plan = await forces.accept(came.id)
    async with forces.there.reading() as uow:
        (order,) = (await uow.orders.of_plans([plan.id]))[plan.id]
        assert (order.case_no, order.conditions_checked, order.has_document) == (forces.here.order.case_no, False, True)
        assert (order.applicant.address1, order.applicant.postcode) == ("9 Made-Up Row", "ZZ98 9ZZ")
        assert {"address1", "address2", "postcode"} <= order.applicant.confidential
        (proof,) = await uow.evidence.of_order(order.id)
        assert (proof.source, proof.words) == (Source.OTHER_FORCE, "served at the door")
        ways = await uow.safe_contacts.current(plan.id)
        assert ways is not None
        assert (ways.number, ways.code_word) == ("07700 900123", "bluebell")
        assert (await uow.contact_records.versions(plan.id))[0].children == "two, aged 4 and 6"
        assert await uow.orders.document(order.id) is not None


async def test_the_first_contact_is_owed_at_once_and_within_a_day(forces: TwoForces) -> None:
    plan = await forces.accept((await forces.come()).id)
    assert plan.due.remind_at == forces.here.clock()
    first = next(due for due in plan.ahead if due.why is Why.MOVE)
    assert first.must_by <= forces.here.clock() + timedelta(hours=24)


async def test_the_same_file_and_the_same_answer_twice_change_nothing(forces: TwoForces) -> None:
    sent = await forces.send()
    content = await forces.file(sent.id)
    assert [(await forces.take_in(content)).again for _ in range(2)] == [False, True]
    await forces.accept(sent.id)
    assert [(await forces.answer(sent.id)).again for _ in range(2)] == [False, True]
    assert (await forces.take_in(content)).transfer.state is TransferState.ACCEPTED
    with pytest.raises(Outdated, match=ANSWERED):
        await forces.accept(sent.id)


async def test_its_order_is_held_from_the_moment_it_comes_and_contact_is_planned_only_once_it_is_accepted(forces: TwoForces) -> None:
    came = await forces.come()
    async with forces.there.reading() as uow:
        (order,) = await uow.orders.by_case(forces.here.order.case_no)
        assert await uow.transfers.orders_of(came.id) == [order.id]
        assert await uow.contacts.of_orders([order.id]) == {}
    assert (order.provenance, order.conditions_checked) == (Provenance.OTHER_FORCE, False)
    plan = await forces.accept(came.id)
    assert plan.order_id == order.id
    async with forces.there.reading() as uow:
        assert len(await uow.orders.by_case(order.case_no)) == 1


async def test_declined_its_order_stays_held_and_nobody_owes_contact_there(forces: TwoForces) -> None:
    came = await forces.come()
    await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "not here")
    async with forces.there.reading() as uow:
        (order,) = await uow.orders.by_case(forces.here.order.case_no)
        assert [one.state for one in (await uow.transfers.of_orders([order.id]))[order.id]] == [TransferState.DECLINED]
        assert await uow.contacts.of_orders([order.id]) == {}


async def test_one_that_is_declined_stays_with_the_sender_who_is_told_why(forces: TwoForces) -> None:
    came = await forces.come()
    await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "she has not arrived here")
    assert (await forces.answer(came.id)).transfer.reason == "she has not arrived here"
    assert await forces.owners() == [VLO.id]
    async with forces.here.database.reading() as uow:
        told = await uow.outbox.of_plan(came.id)
    assert [row.recipient for row in told if row.stage == TRANSFER_ANSWERED] == [VLO.id]


async def test_whom_the_sender_named_is_told_and_a_supervisor_where_nobody_answers_in_time(forces: TwoForces) -> None:
    came = await forces.come()
    async with forces.there.reading() as uow:
        rows = await uow.outbox.of_plan(came.id)
    told = sorted((row.due_at, row.recipient) for row in rows if row.stage == TRANSFER_CAME)
    assert told == [(forces.here.clock(), THERE.id), (came.accept_by, ABOVE_THERE.id)]


async def test_where_nobody_of_that_name_is_here_the_orders_desk_is_told(forces: TwoForces) -> None:
    sent = await forces.send(acceptor="Somebody Unknown")
    await forces.take_in(await forces.file(sent.id))
    async with forces.there.reading() as uow:
        assert DESK_THERE.id in [row.recipient for row in await uow.outbox.of_plan(sent.id)]


async def test_without_an_answer_the_owner_is_reminded_and_then_the_supervisor(forces: TwoForces) -> None:
    sent = await forces.send()
    async with forces.here.database.reading() as uow:
        rows = [row for row in await uow.outbox.of_plan(sent.id) if row.stage == TRANSFER_LATE]
    first, *later = sorted(rows, key=lambda row: row.due_at)
    assert (first.recipient, first.due_at) == (VLO.id, sent.accept_by)
    assert [row.recipient for row in later] == [SUPERVISOR.id] * 3
    assert later[0].due_at == sent.accept_by + timedelta(hours=12)


async def test_what_was_told_by_hand_ends_the_duty_and_a_slip_brings_it_back(forces: TwoForces) -> None:
    sent = await forces.send()
    work, clock = forces.here.database.work, forces.here.clock
    before = await forces.here.plan()
    await transfers.record_acceptance(work, clock, VLO, sent.id, "DS Example, by telephone")
    assert await forces.owners() == []
    await transfers.undo(work, clock, VLO, sent.id)
    after = await forces.here.plan()
    assert (after.state, after.owner, after.ahead) == (PlanState.OPEN, VLO.id, before.ahead)
    assert (await forces.here.live()) != []


async def test_after_ten_minutes_an_answer_stays(forces: TwoForces) -> None:
    sent = await forces.send()
    await transfers.record_acceptance(forces.here.database.work, forces.here.clock, VLO, sent.id, "DS Example")
    forces.here.clock.advance(timedelta(minutes=10))
    with pytest.raises(Outdated, match=TOO_LATE):
        await transfers.undo(forces.here.database.work, forces.here.clock, VLO, sent.id)


async def test_accepted_after_it_was_taken_back_both_keep_contact_and_the_sender_is_told(forces: TwoForces) -> None:
    came = await forces.come()
    await transfers.withdraw(forces.here.database.work, forces.here.clock, VLO, came.id)
    await forces.accept(came.id)
    assert (await forces.answer(came.id)).transfer.state is TransferState.WITHDRAWN
    assert await forces.owners() == [VLO.id, THERE.id]
    async with forces.here.database.reading() as uow:
        assert [row.recipient for row in await uow.outbox.of_plan(came.id) if row.stage == TRANSFER_BOTH] == [VLO.id]


async def test_a_breach_after_the_transfer_is_a_matter_for_this_force_again(forces: TwoForces) -> None:
    sent = await forces.send()
    await transfers.record_acceptance(forces.here.database.work, forces.here.clock, VLO, sent.id, "DS Example")
    await forces.here.breach()
    assert (await forces.here.plan()).state is PlanState.OPEN


async def test_contact_while_it_waits_is_recorded_as_ever(forces: TwoForces) -> None:
    await forces.send()
    assert (await forces.here.contact(Outcome.SPOKE_SAFE)).last_outcome is Outcome.SPOKE_SAFE


async def test_an_order_that_is_held_there_already_is_not_made_twice_and_a_person_compares(forces: TwoForces) -> None:
    first = await forces.come()
    plan = await forces.accept(first.id)
    await forces.answer(first.id)
    async with forces.here.database.work() as uow:
        order = await uow.orders.demand(forces.here.order.id)
        await uow.orders.update(replace(order, discharged_at=forces.here.clock()), forces.here.clock())
    await forces.here.breach()
    second = await forces.come()
    again = await forces.accept(second.id)
    assert again.id == plan.id
    async with forces.there.reading() as uow:
        (held,) = (await uow.orders.of_plans([plan.id]))[plan.id]
    assert DIFFERS in (held.needs_review or "")


def with_another_last_byte(file: bytes) -> bytes:
    return file[:-1] + bytes([file[-1] ^ 1])


def with_another_sender(file: bytes) -> bytes:
    return file.replace(b'"demo"', b'"west"', 1)


@pytest.mark.parametrize(("spoilt", "refusal"), [(with_another_last_byte, NOT_GENUINE), (with_another_sender, NOT_KNOWN)])
async def test_a_file_that_was_changed_on_its_way_is_not_taken_in(
    forces: TwoForces, spoilt: Callable[[bytes], bytes], refusal: str
) -> None:
    content = await forces.file((await forces.send()).id)
    with pytest.raises(Unreadable, match=refusal):
        await forces.take_in(spoilt(content))


async def test_a_file_for_another_force_or_of_none_is_refused(forces: TwoForces) -> None:
    content = await forces.file((await forces.send()).id)
    with pytest.raises(Unreadable, match=NOT_FOR_US):
        await transfers_in.take_in(forces.here.database.work, forces.here.clock, transfers_job("demo"), content)
    for other in (b"", b"%PDF-1.7", b"NMO-BOT-TRANSFER 1\n{}\n"):
        with pytest.raises(Unreadable, match=NO_FILE):
            await forces.take_in(other)


async def test_a_transfer_says_who_accepts_to_a_force_whose_key_is_held_and_only_once(forces: TwoForces) -> None:
    plan, work, clock = await forces.here.plan(), forces.here.database.work, forces.here.clock
    with pytest.raises(Unreadable, match=WHO_ACCEPTS):
        await transfers.send(work, clock, VLO, plan.id, WEST, {})
    with pytest.raises(NotFound, match=NO_KEY):
        await transfers.send(work, clock, VLO, plan.id, "north", ACCEPTOR)
    sent = await forces.send()
    with pytest.raises(Outdated, match=ONE_AT_A_TIME):
        await forces.send()
    with pytest.raises(Unreadable, match=WHO_ACCEPTED):
        await transfers.record_acceptance(work, clock, VLO, sent.id, " ")


async def test_what_is_lacking_is_said_before_it_is_sent(forces: TwoForces) -> None:
    prepared = await transfers.prepare(forces.here.database.work, forces.here.clock, VLO, forces.here.order.id)
    assert f"{forces.here.order.reference}: nobody has checked its conditions yet." in prepared.lacks
    assert "The risk is not assessed." in prepared.lacks
    assert not [words for words in prepared.lacks if "paper" in words or "proof" in words]


async def test_a_person_whom_nobody_contacts_here_cannot_be_handed_over(forces: TwoForces) -> None:
    sent = await forces.send()
    await transfers.record_acceptance(forces.here.database.work, forces.here.clock, VLO, sent.id, "DS Example")
    with pytest.raises(NotFound, match=NO_PLAN):
        await transfers.prepare(forces.here.database.work, forces.here.clock, VLO, forces.here.order.id)


async def test_only_those_who_keep_contact_transfer(forces: TwoForces) -> None:
    with pytest.raises(NotAllowed):
        await transfers.prepare(forces.here.database.work, forces.here.clock, RESPONSE, forces.here.order.id)


async def test_every_step_is_on_the_trail_with_its_recipient(forces: TwoForces) -> None:
    came = await forces.come()
    await forces.accept(came.id)
    await forces.answer(came.id)
    lines = [(line.event, line.recipient) for line in await trail_of(forces.here.database) if line.event.startswith("transfer:")]
    assert ("transfer:person:sent", f"force:{WEST}") in lines
    assert "transfer:person:accepted" in dict(lines)
    there = [line.event for line in await trail_of(forces.there) if line.event.startswith("transfer:")]
    assert there == ["transfer:person:came_in", "transfer:person:accepted_in", "transfer:person:downloaded"]


async def test_the_key_of_a_force_that_is_not_known_is_asked_for(forces: TwoForces) -> None:
    content = await forces.file((await forces.send()).id)
    forces.there.policy = unasked
    with pytest.raises(Unreadable, match=NOT_KNOWN):
        await forces.take_in(content)


async def test_the_history_of_the_order_tells_where_the_person_went_and_whence(forces: TwoForces) -> None:
    came = await forces.come()
    plan = await forces.accept(came.id)
    await forces.answer(came.id)
    here = await histories.history(forces.here.database.work, forces.here.clock, VLO, forces.here.order.id)
    there = await histories.history(forces.there.work, forces.here.clock, THERE, plan.order_id)
    assert f"Transfer {came.reference} of the protected person to Westward Police was sent." in [one.words for one in here.events]
    assert f"Transfer {came.reference} from Made-up Police: accepted." in [one.words for one in there.events]
