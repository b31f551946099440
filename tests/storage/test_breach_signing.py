"""Decisions and additions are added and never altered; a draft goes over to an officer who has none of the same order."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.breaches.drafts import Breach, BreachDraft
from domain.breaches.handover import Handover
from domain.breaches.signing import Addendum, Decision, Signing, SigningState, Verdict
from domain.errors import Outdated
from storage.work import Database
from tests.breaches import NOW, SIMPLE, a_draft
from tests.databases import beside
from tests.people import NEIGHBOUR, RESPONSE, SUPERVISOR, VLO

ADDED = Addendum(1, "The neighbour heard it.", RESPONSE.id, "0000", NOW, "evidence")
RETURNED = Decision(1, Verdict.RETURNED, SUPERVISOR.id, "0000", NOW, 0, "Which phone?")
SIGNED = Decision(2, Verdict.SIGNED_OFF, SUPERVISOR.id, "0000", NOW, 1)


def a_record(reference: str = "BR-7F3K2D", hours: int = 0) -> Breach:
    draft = a_draft(*SIMPLE)
    at = NOW + timedelta(hours=hours)
    return Breach(draft.id, "demo", reference, draft.order_id, 2, RESPONSE.id, "0000", at, draft.answers)


async def test_what_came_after_comes_back_as_it_was(database: Database) -> None:
    id = uuid4()
    async with database.work() as uow:
        await uow.signing.decide(id, RETURNED)
        await uow.signing.add(id, ADDED)
        await uow.signing.decide(id, SIGNED)
    async with database.work() as uow:
        assert await uow.signing.of(id) == await uow.signing.hold(id) == Signing((RETURNED, SIGNED), (ADDED,))
        assert await uow.signing.of(uuid4()) == Signing()


async def test_a_number_is_given_once_and_the_first_stays(database: Database) -> None:
    id = uuid4()
    async with database.work() as uow:
        await uow.signing.decide(id, RETURNED)
        await uow.signing.add(id, ADDED)
        with pytest.raises(Outdated, match="was added"):
            await uow.signing.decide(id, replace(RETURNED, verdict=Verdict.SIGNED_OFF, by=VLO.id))
        with pytest.raises(Outdated, match="was added"):
            await uow.signing.add(id, replace(ADDED, text="Another's words."))
        assert await uow.signing.of(id) == Signing((RETURNED,), (ADDED,))


async def test_notes_and_additions_are_sealed(database: Database) -> None:
    async with database.work() as uow:
        await uow.signing.decide(uuid4(), RETURNED)
        await uow.signing.add(uuid4(), ADDED)
    async with database.reading() as uow:
        tables = ("breach_decision", "breach_addendum")
        rows = [tuple(row) for table in tables for row in await uow.connection.execute(text(f"SELECT * FROM {table}"))]  # noqa: S608 - the two names stand here
    assert len(rows) == 2
    assert [word for word in ("phone", "neighbour") if word in repr(rows)] == []


async def test_what_waits_is_listed_the_oldest_first(database: Database) -> None:
    later, first, signed, added = a_record("BR-222222", 3), a_record("BR-333333", 1), a_record("BR-444444"), a_record("BR-555555", 2)
    async with database.work() as uow:
        for record in (later, first, signed, added):
            await uow.breaches.add(record)
        for record in (signed, added):
            await uow.signing.decide(record.id, RETURNED)
        await uow.signing.add(added.id, ADDED)
        waiting = await uow.signing.awaiting(SUPERVISOR, 10)
        states = [(await uow.signing.of(record.id)).state for record in (later, first, signed, added)]
        assert await uow.signing.awaiting(RESPONSE, 10) == []
        assert await uow.signing.awaiting(SUPERVISOR, 1, 1) == waiting[1:2]
    assert [one.reference for one in waiting] == ["BR-333333", "BR-555555", "BR-222222"]
    assert (waiting[0].id, waiting[0].order_id, waiting[0].recorder, waiting[0].recorded_at) == (
        first.id,
        first.order_id,
        "0000",
        first.recorded_at,
    )
    assert states == [SigningState.AWAITING, SigningState.AWAITING, SigningState.RETURNED, SigningState.AWAITING]


async def test_those_of_the_supervisors_own_team_come_first(database: Database) -> None:
    far, own = replace(VLO, team="south", supervisor=SUPERVISOR.id), replace(NEIGHBOUR, team="north")
    away, nobody = replace(RESPONSE, team="south"), uuid4()
    records = [
        replace(a_record(f"BR-{by.hex[:6].upper()}", at), recorded_by=by, answers=())
        for at, by in enumerate((away.id, nobody, far.id, own.id))
    ]
    async with database.work() as uow:
        await uow.officers.save([far, own, away, SUPERVISOR])
        for one in records:
            await uow.breaches.add(one)
        waiting = await uow.signing.awaiting(SUPERVISOR, 10)
        without_team = await uow.signing.awaiting(replace(SUPERVISOR, id=uuid4(), team=""), 10)
    assert [one.id for one in waiting] == [records[at].id for at in (2, 3, 0, 1)]
    assert [one.id for one in without_team] == [one.id for one in records]


async def test_nobody_is_offered_a_record_of_which_they_gave_a_part(database: Database) -> None:
    answered = a_record("BR-222222")
    answered = replace(answered, answers=(replace(answered.answers[0], by=SUPERVISOR.id), *answered.answers[1:]))
    added = a_record("BR-333333")
    async with database.work() as uow:
        for one in (answered, added):
            await uow.breaches.add(one)
        await uow.signing.add(added.id, replace(ADDED, by=SUPERVISOR.id))
        assert await uow.signing.awaiting(SUPERVISOR, 10) == []
        assert len(await uow.signing.awaiting(VLO, 10)) == 2


async def test_another_forces_record_is_neither_read_nor_listed(database: Database) -> None:
    record = a_record()
    async with database.work() as uow:
        await uow.breaches.add(record)
        await uow.signing.decide(record.id, RETURNED)
    async with beside(database, "elsewhere") as other, other.work() as uow:
        assert await uow.signing.of(record.id) == Signing()
        assert await uow.signing.awaiting(SUPERVISOR, 10) == []


async def begun(database: Database, *drafts: BreachDraft) -> None:
    async with database.work() as uow:
        for draft in drafts:
            await uow.breaches.begin(draft)


async def test_the_newest_offer_is_kept(database: Database) -> None:
    offer = Handover(uuid4(), 1, RESPONSE.id, NOW, VLO.id)
    async with database.work() as uow:
        assert await uow.handover.of(offer.draft) is None
        await uow.handover.put(offer)
        await uow.handover.put(replace(offer, number=2, to=None))
        assert await uow.handover.of(offer.draft) == replace(offer, number=2, to=None)


async def test_a_draft_that_went_over_is_the_receivers_open_one(database: Database) -> None:
    draft = a_draft("no", "He rang.")
    await begun(database, draft)
    async with database.work() as uow:
        moved = await uow.handover.move(replace(draft, officer=VLO.id))
    async with database.work() as uow:
        assert await uow.breaches.draft(draft.id) == moved == replace(draft, officer=VLO.id, etag=1)
        assert (await uow.breaches.begin(a_draft(order_id=draft.order_id, by=VLO.id))).id == draft.id
        assert (await uow.breaches.begin(a_draft(order_id=draft.order_id))).id != draft.id


async def test_a_draft_does_not_go_over_to_an_officer_with_one_of_the_same_order(database: Database) -> None:
    mine = a_draft("no", "He rang.")
    theirs = a_draft("no", order_id=mine.order_id, by=NEIGHBOUR.id)
    await begun(database, mine, theirs)
    with pytest.raises(Outdated, match="unfinished record"):
        async with database.work() as uow:
            await uow.handover.move(replace(mine, officer=NEIGHBOUR.id))
    async with database.work() as uow:
        assert (await uow.breaches.draft(mine.id), await uow.breaches.draft(theirs.id)) == (mine, theirs)


async def test_a_draft_that_moved_on_does_not_go_over(database: Database) -> None:
    draft = a_draft("no")
    await begun(database, draft)
    async with database.work() as uow:
        await uow.breaches.save(draft)
        with pytest.raises(Outdated, match="another window"):
            await uow.handover.move(replace(draft, officer=VLO.id))
