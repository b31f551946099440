"""An unfinished record goes over to another officer whole, once, and only when that officer takes it on."""

import asyncio
from uuid import UUID

import pytest

from domain.audit import AuditKind
from domain.breaches.drafts import standing
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer
from domain.outbox import DRAFT_OFFERED, DRAFT_TAKEN
from services import breach_handover
from storage.work import Database
from tests.breaches import NEXT, SIMPLE, Given
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, AUDITOR, LEFT, SUPERVISOR, VLO
from tests.signing import OKAFOR, RECORDER, Station


@pytest.fixture
async def station(database: Database) -> Station:
    return await Station(database).open()


async def offered(station: Station, *said: Given, to: Officer = OKAFOR) -> UUID:
    draft = await station.draft(*(said or ("no", "He rang.")))
    await breach_handover.offer_to(station.work, station.clock, RECORDER, draft.id, to.id)
    return draft.id


async def test_until_it_is_taken_on_the_first_officer_keeps_it(station: Station) -> None:
    id = await offered(station)
    assert (await station.breaches.resume(RECORDER, id)).officer == RECORDER.id
    with pytest.raises(NotAllowed, match="Another officer has"):
        await station.breaches.resume(OKAFOR, id)
    assert await station.notices(id) == [(DRAFT_OFFERED, OKAFOR.id)]


async def test_taken_on_it_is_the_others_with_every_answer_and_who_gave_it(station: Station) -> None:
    id = await offered(station, *SIMPLE[:7])
    before = await station.breaches.resume(RECORDER, id)
    taken = await breach_handover.take(station.work, station.clock, OKAFOR, id)
    assert (taken.officer, taken.answers, taken.etag) == (OKAFOR.id, before.answers, before.etag + 1)
    with pytest.raises(NotAllowed, match="Another officer has"):
        await station.breaches.record_page(RECORDER, id, "next", NEXT, before.etag)
    last = await station.breaches.record_page(OKAFOR, id, "next", NEXT, taken.etag)
    record = (await station.breaches.confirm(OKAFOR, id, last.etag)).breach
    assert (record.recorded_by, {one.by for one in record.answers}) == (OKAFOR.id, {RECORDER.id, OKAFOR.id})
    assert standing(record.answers)["happened"].by == RECORDER.id
    assert (DRAFT_TAKEN, RECORDER.id) in await station.notices(id)


async def test_both_officers_stand_in_the_trail(station: Station) -> None:
    id = await offered(station)
    await breach_handover.take(station.work, station.clock, OKAFOR, id)
    lines = [line for event in ("offered", "taken") for line in await station.trail(f"breach:draft:{event}")]
    parties = f"{station.order.respondent.id};{station.order.applicant.id}"
    subject = f"{id};{station.order.id};{parties};{RECORDER.id};{OKAFOR.id}"
    assert [(line.actor, line.kind, line.subject, line.recipient) for line in lines] == [
        (RECORDER.id, AuditKind.ALTERATION, subject, str(OKAFOR.id)),
        (OKAFOR.id, AuditKind.ALTERATION, subject, str(OKAFOR.id)),
    ]


async def test_ten_presses_at_once_take_it_on_once(station: Station) -> None:
    id = await offered(station)
    drafts = await asyncio.gather(*(breach_handover.take(station.work, station.clock, OKAFOR, id) for _ in range(10)))
    assert {(one.officer, one.etag) for one in drafts} == {(OKAFOR.id, drafts[0].etag)}
    assert len(await station.trail("breach:draft:taken")) == 1


async def test_an_offer_repeated_is_told_once_and_one_to_another_takes_its_place(station: Station) -> None:
    id = await offered(station)
    await breach_handover.offer_to(station.work, station.clock, RECORDER, id, OKAFOR.id)
    assert await station.notices(id) == [(DRAFT_OFFERED, OKAFOR.id)]
    await breach_handover.offer_to(station.work, station.clock, RECORDER, id, VLO.id)
    with pytest.raises(Outdated, match="not offered to you"):
        await breach_handover.take(station.work, station.clock, OKAFOR, id)
    assert (await breach_handover.take(station.work, station.clock, VLO, id)).officer == VLO.id


async def test_an_open_draft_of_the_same_order_stands_in_the_way_and_nothing_is_lost(station: Station) -> None:
    id = await offered(station)
    mine = await station.draft("no", "He shouted.", by=OKAFOR)
    with pytest.raises(Outdated, match="unfinished record of a breach of the same order"):
        await breach_handover.take(station.work, station.clock, OKAFOR, id)
    assert len((await station.breaches.resume(RECORDER, id)).answers) == len((await station.breaches.resume(OKAFOR, mine.id)).answers) == 2
    await station.breaches.discard(OKAFOR, mine.id)
    assert (await breach_handover.take(station.work, station.clock, OKAFOR, id)).officer == OKAFOR.id


async def test_an_offer_taken_back_cannot_be_taken_on_until_it_is_made_anew(station: Station) -> None:
    id = await offered(station)
    assert (await breach_handover.withdraw(station.work, station.clock, RECORDER, id)).officer == RECORDER.id
    with pytest.raises(Outdated, match="not offered to you"):
        await breach_handover.take(station.work, station.clock, OKAFOR, id)
    await breach_handover.offer_to(station.work, station.clock, RECORDER, id, OKAFOR.id)
    assert await station.notices(id) == [(DRAFT_OFFERED, OKAFOR.id)] * 2
    assert len(await station.trail("breach:draft:withdrawn")) == 1


async def test_what_was_sent_meanwhile_is_said(station: Station) -> None:
    id = await offered(station, *SIMPLE)
    draft = await station.breaches.resume(RECORDER, id)
    await station.breaches.confirm(RECORDER, id, draft.etag)
    with pytest.raises(Outdated, match="sent meanwhile"):
        await breach_handover.take(station.work, station.clock, OKAFOR, id)


async def test_an_officer_is_found_by_name(station: Station) -> None:
    assert await breach_handover.whom(station.work, RECORDER, "PC Okafor-Lane") == [OKAFOR]
    with pytest.raises(Unreadable, match="Nobody of this force"):
        await breach_handover.whom(station.work, RECORDER, "PC Nobody")


async def test_a_draft_or_an_officer_that_is_nowhere_is_said(station: Station) -> None:
    with pytest.raises(NotFound, match="no longer here"):
        await breach_handover.take(station.work, station.clock, OKAFOR, UUID(int=1))
    draft = await station.draft("no")
    with pytest.raises(NotFound, match="may not record"):
        await breach_handover.offer_to(station.work, station.clock, RECORDER, draft.id, UUID(int=1))


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_only_who_may_record_hands_over_or_takes_on(embedded: Database, officer: Officer) -> None:
    work, clock, id = embedded.work, FrozenClock(), UUID(int=1)
    calls = [
        breach_handover.whom(work, officer, "PC Okafor-Lane"),
        breach_handover.offer_to(work, clock, officer, id, id),
        breach_handover.take(work, clock, officer, id),
        breach_handover.withdraw(work, clock, officer, id),
    ]
    assert {type(one) for one in await asyncio.gather(*calls, return_exceptions=True)} == {NotAllowed}


async def test_a_supervisor_is_offered_one_too(station: Station) -> None:
    id = await offered(station, to=SUPERVISOR)
    assert (await breach_handover.take(station.work, station.clock, SUPERVISOR, id)).officer == SUPERVISOR.id
