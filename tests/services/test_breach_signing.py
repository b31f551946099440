"""A record that was sent is added to and decided on once, in one transaction with its line on the trail and its notice."""

import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from domain.audit import AuditKind
from domain.breaches.drafts import Breach
from domain.breaches.signing import SigningState
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer
from domain.outbox import AWAITS_SIGN_OFF, RETURNED, SIGNED_OFF
from services import breach_signing
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, AUDITOR, DESK, LEFT, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.signing import OTHER, RECORDER, Station


@pytest.fixture
async def station(database: Database) -> Station:
    return await Station(database).open()


async def sign_off(station: Station, record: Breach, officer: Officer = SUPERVISOR, seen: str = "0.0") -> Any:
    return await breach_signing.sign_off(station.work, station.clock, officer, record.id, seen)


async def send_back(station: Station, record: Breach, note: str = "Which phone?", officer: Officer = SUPERVISOR, seen: str = "0.0") -> Any:
    return await breach_signing.return_with_note(station.work, station.clock, officer, record.id, note, seen)


async def add(
    station: Station, record: Breach, words: str = "The grey one.", officer: Officer = RECORDER, question: str | None = None
) -> Any:
    return await breach_signing.add_addendum(station.work, station.clock, officer, record.id, words, question)


async def many(*calls: Awaitable[object]) -> list[object]:
    return list(await asyncio.gather(*calls, return_exceptions=True))


async def test_the_recorders_supervisor_is_told_as_the_record_is_sent(station: Station) -> None:
    record = await station.record()
    assert await station.notices(record.id) == [(AWAITS_SIGN_OFF, SUPERVISOR.id)]


async def test_without_a_supervisor_of_their_own_those_of_the_team_are_told(station: Station) -> None:
    record = await station.record(by=NEIGHBOUR)
    assert await station.notices(record.id) == [(AWAITS_SIGN_OFF, SUPERVISOR.id)]


async def test_with_nobody_to_tell_the_record_is_made_all_the_same_and_the_log_says_so(database: Database) -> None:
    station = await Station(database).open([RECORDER, VLO])
    with capture_logs() as logs:
        record = await station.record()
    assert [(one["event"], one["breach"]) for one in logs if one["log_level"] == "error"] == [("sign_off_for_nobody", str(record.id))]
    assert await station.notices(record.id) == []


async def test_a_sign_off_is_kept_told_and_on_the_trail(station: Station) -> None:
    record = await station.record()
    station.clock.advance(timedelta(hours=1))
    signing = await sign_off(station, record)
    assert signing.state is SigningState.SIGNED_OFF
    assert (signing.decisions[0].by, signing.decisions[0].at) == (SUPERVISOR.id, station.clock())
    assert await station.notices(record.id) == [(AWAITS_SIGN_OFF, SUPERVISOR.id), (SIGNED_OFF, RECORDER.id)]
    (line,) = await station.trail("breach:record:signed_off")
    parties = f"{station.order.respondent.id};{station.order.applicant.id}"
    assert (line.actor, line.kind, line.subject) == (SUPERVISOR.id, AuditKind.ALTERATION, f"{record.id};{station.order.id};{parties}")
    assert (await station.breaches.show(VLO, record.id)).signing == signing


async def test_a_return_is_kept_told_and_on_the_trail_without_its_note(station: Station) -> None:
    record = await station.record()
    signing = await send_back(station, record)
    assert (signing.state, signing.decisions[0].note) == (SigningState.RETURNED, "Which phone?")
    assert (await station.notices(record.id))[1:] == [(RETURNED, RECORDER.id)]
    (line,) = await station.trail("breach:record:returned")
    assert (line.typed, "phone" in repr(line)) == (None, False)


async def test_an_addition_to_a_returned_record_goes_to_whoever_returned_it(station: Station) -> None:
    record = await station.record()
    await send_back(station, record, officer=OTHER)
    station.clock.advance(timedelta(hours=1))
    made = await add(station, record, question="evidence")
    assert (made.number, made.question) == (1, "evidence")
    assert await station.notices(record.id) == [(AWAITS_SIGN_OFF, SUPERVISOR.id), (RETURNED, RECORDER.id), (AWAITS_SIGN_OFF, OTHER.id)]
    sent = await station.breaches.show(OTHER, record.id)
    assert (sent.signing.state, sent.breach) == (SigningState.AWAITING, record)
    assert (await sign_off(station, record, OTHER, sent.signing.mark)).state is SigningState.SIGNED_OFF
    (line,) = await station.trail("breach:record:added")
    assert (line.actor, line.kind, "grey" in repr(line)) == (RECORDER.id, AuditKind.COLLECTION, False)


async def test_an_addition_after_the_sign_off_asks_for_a_new_one(station: Station) -> None:
    record = await station.record()
    await sign_off(station, record)
    await add(station, record, officer=VLO)
    assert (await station.breaches.show(VLO, record.id)).signing.state is SigningState.AWAITING
    assert await station.notices(record.id) == [*[(AWAITS_SIGN_OFF, SUPERVISOR.id)] * 2, (SIGNED_OFF, RECORDER.id)]


async def test_what_is_added_while_it_waits_is_told_to_nobody_twice(station: Station) -> None:
    record = await station.record()
    await add(station, record)
    assert await station.notices(record.id) == [(AWAITS_SIGN_OFF, SUPERVISOR.id)]
    with pytest.raises(Outdated, match="was added"):
        await sign_off(station, record, seen="0.0")


async def test_two_supervisors_at_once_make_one_decision(station: Station) -> None:
    record = await station.record()
    outcomes = await many(sign_off(station, record), send_back(station, record, officer=OTHER))
    assert sorted(isinstance(one, Outdated) for one in outcomes) == [False, True]
    assert len((await station.breaches.show(VLO, record.id)).signing.decisions) == 1
    assert len(await station.notices(record.id)) == 2


async def test_ten_presses_at_once_make_one_sign_off(station: Station) -> None:
    record = await station.record()
    outcomes = await many(*(sign_off(station, record) for _ in range(10)))
    assert [type(one) for one in outcomes].count(Outdated) == 9
    assert len(await station.trail("breach:record:signed_off")) == 1
    assert len(await station.notices(record.id)) == 2


async def test_ten_presses_at_once_add_the_words_once(station: Station) -> None:
    record = await station.record()
    outcomes = await many(*(add(station, record) for _ in range(10)))
    assert [type(one) for one in outcomes].count(Outdated) == 9
    assert len((await station.breaches.show(VLO, record.id)).signing.addenda) == 1
    assert len(await station.trail("breach:record:added")) == 1


async def test_additions_of_several_officers_at_once_are_all_kept(station: Station) -> None:
    record = await station.record()
    outcomes = await many(*(add(station, record, f"Seen by {one.name}.", one) for one in (RECORDER, VLO, NEIGHBOUR, DESK)))
    assert sorted(one.number for one in outcomes) == [1, 2, 3, 4]  # type: ignore[attr-defined]  # each is an addendum


async def test_nobody_signs_off_what_they_recorded(station: Station) -> None:
    record = await station.record(by=SUPERVISOR)
    assert await station.notices(record.id) == [(AWAITS_SIGN_OFF, OTHER.id)]
    with pytest.raises(NotAllowed, match="another supervisor"):
        await sign_off(station, record)
    with pytest.raises(NotAllowed, match="another supervisor"):
        await send_back(station, record)
    assert (await sign_off(station, record, OTHER)).state is SigningState.SIGNED_OFF


async def test_a_refused_decision_leaves_nothing(station: Station) -> None:
    record = await station.record()
    with pytest.raises(Unreadable, match="note"):
        await send_back(station, record, "  ")
    with pytest.raises(Unreadable, match="empty"):
        await add(station, record, "")
    with pytest.raises(Outdated, match="not asked any more"):
        await add(station, record, question="shoe size")
    assert (await station.breaches.show(VLO, record.id)).signing.mark == "0.0"
    assert await station.trail("breach:record:returned") == []


async def test_a_record_that_is_not_there_is_said_to_be(station: Station) -> None:
    for call in (
        breach_signing.sign_off(station.work, station.clock, SUPERVISOR, UUID(int=1), "0.0"),
        breach_signing.return_with_note(station.work, station.clock, SUPERVISOR, UUID(int=1), "Why?", "0.0"),
        breach_signing.add_addendum(station.work, station.clock, SUPERVISOR, UUID(int=1), "More."),
    ):
        with pytest.raises(NotFound, match="no record of a breach"):
            await call


async def test_what_waits_is_listed_the_oldest_first_and_on_the_trail(station: Station) -> None:
    first = await station.record()
    station.clock.advance(timedelta(hours=1))
    second = await station.record(by=VLO)
    await sign_off(station, await station.record(by=NEIGHBOUR))
    own = await station.record(by=SUPERVISOR)
    queue = await breach_signing.awaiting(station.work, station.clock, SUPERVISOR)
    assert ([one.id for one in queue.records], queue.more) == ([first.id, second.id], False)
    assert own.id in {one.id for one in (await breach_signing.awaiting(station.work, station.clock, OTHER)).records}
    line = (await station.trail("breach:record:listed"))[0]
    assert (line.actor, line.kind) == (SUPERVISOR.id, AuditKind.CONSULTATION)
    assert line.subject == ";".join(str(id) for id in (first.id, station.order.id, second.id, station.order.id))


async def test_of_many_that_wait_each_page_shows_ten(station: Station) -> None:
    made = []
    for _ in range(11):
        made.append((await station.record()).id)
        station.clock.advance(timedelta(minutes=1))
    pages = [await breach_signing.awaiting(station.work, station.clock, SUPERVISOR, page) for page in (0, 1)]
    assert [[one.id for one in page.records] for page in pages] == [made[:10], made[10:]]
    assert [page.more for page in pages] == [True, False]


async def test_a_list_of_none_is_on_the_trail_too(station: Station) -> None:
    assert (await breach_signing.awaiting(station.work, station.clock, SUPERVISOR)).records == ()
    assert [one.subject for one in await station.trail("breach:record:listed")] == [str(SUPERVISOR.id)]


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR, VLO, DESK, AUDITOR, ADMIN, LEFT])
async def test_only_a_supervisor_decides_or_lists(embedded: Database, officer: Officer) -> None:
    work, clock, id = embedded.work, FrozenClock(), UUID(int=1)
    refusals = await many(
        breach_signing.sign_off(work, clock, officer, id, "0.0"),
        breach_signing.return_with_note(work, clock, officer, id, "Why?", "0.0"),
        breach_signing.awaiting(work, clock, officer),
    )
    assert {type(one) for one in refusals} == {NotAllowed}


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_only_who_may_record_adds(embedded: Database, officer: Officer) -> None:
    (refusal,) = await many(breach_signing.add_addendum(embedded.work, FrozenClock(), officer, UUID(int=1), "More."))
    assert isinstance(refusal, NotAllowed)


async def test_where_the_notice_cannot_be_planned_there_is_no_decision(station: Station) -> None:
    record = await station.record()
    async with station.work() as uow:
        await uow.connection.execute(text("DROP TABLE outbox"))
    (failed,) = await many(sign_off(station, record))
    assert "outbox" in str(failed)
    assert (await station.breaches.show(VLO, record.id)).signing.mark == "0.0"
