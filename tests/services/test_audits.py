"""Who may read the trail gets all of one matter, and nothing of another; the reading is itself in the trail."""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.errors import NotAllowed, NotFound, Unreadable
from domain.officers import Officer
from services.audits import PAGE, export
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, DESK, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.trail import trail_of

CASE = UUID("11111111-2222-4333-8444-555555555555")
OTHER = UUID("66666666-7777-4888-9999-000000000000")


def line(actor: UUID, subject: str, typed: str | None = None) -> AuditEntry:
    return AuditEntry(NOON, actor, AuditKind.CONSULTATION, "lookup:order:shown", subject, "match", "webchat", typed=typed, reason="court")


async def kept(database: Database, *lines: AuditEntry) -> None:
    async with database.work() as uow:
        await uow.audit.note(*lines)


async def test_an_export_holds_every_line_about_the_case_and_none_of_another(database: Database) -> None:
    await kept(
        database,
        line(RESPONSE.id, str(CASE), "any nmo on john made-up"),
        line(RESPONSE.id, str(OTHER), "somebody else"),
        line(VLO.id, f"{OTHER};{CASE}"),
    )
    found = await export(database.work, FrozenClock(NOON + timedelta(hours=1)), AUDITOR, str(CASE).upper())
    assert [(one["actor"], one["subject"], one["typed"]) for one in found] == [
        (str(RESPONSE.id), str(CASE), "any nmo on john made-up"),
        (str(VLO.id), f"{OTHER};{CASE}", None),
        (str(AUDITOR.id), str(CASE), None),
    ]
    assert found[0] == {
        "seq": 1,
        "at": "2026-11-20T12:00:00+00:00",
        "actor": str(RESPONSE.id),
        "kind": "consultation",
        "event": "lookup:order:shown",
        "subject": str(CASE),
        "outcome": "match",
        "channel": "webchat",
        "recipient": "",
        "typed": "any nmo on john made-up",
        "reason": "court",
    }


async def test_an_export_about_an_officer_holds_what_the_officer_did(database: Database) -> None:
    await kept(database, line(RESPONSE.id, str(CASE)), line(VLO.id, str(CASE)), line(ADMIN.id, str(RESPONSE.id)))
    found = await export(database.work, FrozenClock(), AUDITOR, str(RESPONSE.id))
    assert [one["actor"] for one in found] == [str(RESPONSE.id), str(ADMIN.id), str(AUDITOR.id)]


async def test_an_export_is_a_disclosure_that_names_who_received_it(embedded: Database) -> None:
    await kept(embedded, line(RESPONSE.id, str(CASE)))
    await export(embedded.work, FrozenClock(), ADMIN, str(CASE))
    (_, told) = await trail_of(embedded)
    assert (told.kind, told.event, told.subject, told.actor, told.recipient) == (
        AuditKind.DISCLOSURE,
        "audit:trail:exported",
        str(CASE),
        ADMIN.id,
        str(ADMIN.id),
    )


async def test_a_trail_longer_than_a_page_is_whole(embedded: Database) -> None:
    await kept(embedded, *(line(RESPONSE.id, str(CASE)) for _ in range(PAGE * 2)))
    found = await export(embedded.work, FrozenClock(), AUDITOR, str(CASE))
    assert [one["seq"] for one in found] == list(range(1, PAGE * 2 + 2))


@pytest.mark.parametrize("officer", [RESPONSE, VLO, SUPERVISOR, NEIGHBOUR, DESK], ids=lambda one: one.name)
async def test_nobody_else_reads_the_trail(embedded: Database, officer: Officer) -> None:
    with pytest.raises(NotAllowed):
        await export(embedded.work, FrozenClock(), officer, str(CASE))
    assert await trail_of(embedded) == []


@pytest.mark.parametrize("words", ["", "%", "-", "john made-up", "smith", "1" * 61, "NMO_7F3K2D", "a1' OR 1=1 --"])
async def test_a_name_or_a_pattern_is_no_id(embedded: Database, words: str) -> None:
    with pytest.raises(Unreadable, match="by an id"):
        await export(embedded.work, FrozenClock(), AUDITOR, words)


async def test_another_force_s_trail_is_not_found(embedded: Database) -> None:
    await kept(embedded, line(RESPONSE.id, str(CASE)))
    async with beside(embedded, "next-door") as neighbour:
        with pytest.raises(NotFound):
            await export(neighbour.work, FrozenClock(), AUDITOR, str(CASE))


async def test_an_id_that_nothing_was_done_under_is_said_however_often_it_is_asked_for(embedded: Database) -> None:
    for _ in range(2):
        with pytest.raises(NotFound, match="nothing under that id"):
            await export(embedded.work, FrozenClock(), AUDITOR, str(OTHER))


async def test_the_register_has_a_trail_of_its_own(embedded: Database) -> None:
    await kept(embedded, line(ADMIN.id, REGISTER), line(RESPONSE.id, str(CASE)))
    found = await export(embedded.work, FrozenClock(), AUDITOR, REGISTER)
    assert [(one["event"], one["subject"]) for one in found] == [("lookup:order:shown", REGISTER), ("audit:trail:exported", REGISTER)]


async def test_a_case_number_or_a_reference_finds_what_was_done_to_its_records(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
    await kept(database, line(RESPONSE.id, str(order.id)), line(VLO.id, str(order.applicant.id)), line(RESPONSE.id, str(OTHER)))
    for name in (order.case_no, order.reference):
        found = await export(database.work, FrozenClock(), AUDITOR, name)
        assert [one["subject"] for one in found] == [str(order.id), str(order.applicant.id), name]


async def test_a_reference_of_letters_alone_is_an_id_too(embedded: Database) -> None:
    order = an_order(reference="NMO-CDFGHX")
    async with embedded.work() as uow:
        await uow.orders.save_many([order])
    await kept(embedded, line(RESPONSE.id, str(order.id)))
    found = await export(embedded.work, FrozenClock(), AUDITOR, "nmo-cdfghx")
    assert [one["subject"] for one in found] == [str(order.id), "NMO-CDFGHX"]
