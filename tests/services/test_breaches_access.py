"""Only its officer goes on with a record that is being told, and every step of it is on the trail, without what was said."""

import asyncio
from uuid import UUID, uuid4

import pytest

from domain.audit import AuditKind
from domain.errors import NotAllowed, NotFound, Outdated
from domain.officers import Officer
from storage.work import Database
from tests.breaches import SIMPLE
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, LEFT, NEIGHBOUR, RESPONSE, VLO
from tests.services.test_breaches import held, service
from tests.telling import recorded, told
from tests.trail import trail_of


async def test_only_its_officer_goes_on_with_a_draft(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    anothers = pytest.raises(NotAllowed, match="Another officer has")
    with anothers:
        await breaches.resume(NEIGHBOUR, draft.id)
    with anothers:
        await recorded(breaches, NEIGHBOUR, draft, "danger", {"danger": "yes"})
    with anothers:
        await recorded(breaches, NEIGHBOUR, draft, "danger", "yes")
    with anothers:
        await breaches.leave_out(NEIGHBOUR, draft.id, "happened", draft.etag)
    with anothers:
        await breaches.go_back(NEIGHBOUR, draft.id, draft.etag)
    with anothers:
        await breaches.change(NEIGHBOUR, draft.id, "danger", draft.etag)
    with anothers:
        await breaches.told(NEIGHBOUR, draft.id)
    with anothers:
        await breaches.discard(NEIGHBOUR, draft.id)
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
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    reference = (await breaches.confirm(RESPONSE, draft.id, draft.etag)).breach.reference
    with pytest.raises(Outdated, match=f"already recorded as {reference}"):
        await breaches.resume(RESPONSE, draft.id)


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_a_role_without_the_permission_is_refused_everywhere(database: Database, officer: Officer) -> None:
    breaches, id = service(database), UUID(int=1)
    calls = [
        breaches.start(officer, id),
        breaches.resume(officer, id),
        breaches.record_page(officer, id, "danger", {"danger": "no"}, 0),
        breaches.record_words(officer, id, "danger", "no", 0),
        breaches.leave_out(officer, id, "happened", 0),
        breaches.go_back(officer, id, 0),
        breaches.change(officer, id, "danger", 0),
        breaches.discard(officer, id),
        breaches.offered(officer, id, "he rang her"),
        breaches.told(officer, id),
        breaches.confirm(officer, id, 0),
        breaches.get(officer, id),
        breaches.find(officer, "BR-222222"),
        breaches.show(officer, id),
    ]
    refusals = await asyncio.gather(*calls, return_exceptions=True)
    assert {type(refusal) for refusal in refusals} == {NotAllowed}


async def test_every_step_leaves_a_line_and_none_holds_what_was_said(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    await breaches.told(RESPONSE, draft.id)
    await breaches.confirm(RESPONSE, draft.id, draft.etag)
    await breaches.get(VLO, draft.id)
    lines = await trail_of(database)
    assert [(line.event, line.kind) for line in lines] == [
        ("breach:draft:started", AuditKind.COLLECTION),
        *[("breach:draft:answered", AuditKind.COLLECTION)] * 8,
        ("breach:draft:checked", AuditKind.CONSULTATION),
        ("breach:record:sent", AuditKind.COLLECTION),
        ("breach:record:read", AuditKind.CONSULTATION),
    ]
    assert {line.subject for line in lines} == {f"{draft.id};{order.id};{order.respondent.id};{order.applicant.id}"}
    assert [line.actor for line in lines] == [RESPONSE.id] * 11 + [VLO.id]
    assert {line.typed for line in lines} == {None}
