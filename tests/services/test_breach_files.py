"""A record taken away as a file is a disclosure: who, what and in which form is on the trail."""

from dataclasses import replace
from uuid import uuid4

import pytest

from domain.audit import AuditKind
from domain.breaches.signing import Addendum
from domain.errors import NotAllowed, NotFound
from domain.officers import Officer
from services.breach_files import Form, take_file
from services.breach_matters import NO_RECORD
from services.breaches import Sent
from storage.work import Database
from tests.breaches import NOW, a_record
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, AUDITOR, LEFT, NEIGHBOUR, RESPONSE, VLO
from tests.trail import trail_of


async def held(database: Database) -> Sent:
    sent = a_record()
    async with database.work() as uow:
        await uow.orders.save_many([sent.order])
        await uow.breaches.add(sent.breach)
    return sent


@pytest.mark.parametrize("form", Form)
async def test_the_trail_says_who_took_which_record_in_which_form(database: Database, form: Form) -> None:
    sent = await held(database)
    taken = await take_file(database.work, FrozenClock(NOW), VLO, sent.breach.id, form, "webchat")
    assert (taken.breach, taken.order) == (sent.breach, sent.order)
    (line,) = await trail_of(database)
    assert (line.event, line.kind, line.actor, line.recipient) == (f"breach:{form}:downloaded", AuditKind.DISCLOSURE, VLO.id, str(VLO.id))
    people = {str(sent.order.respondent.id), str(sent.order.applicant.id)}
    assert set(line.subject.split(";")) == {str(sent.breach.id), str(sent.order.id), *people}
    assert (line.outcome, line.channel, line.typed) == ("done", "webchat", None)


@pytest.mark.parametrize("who", [RESPONSE, NEIGHBOUR, VLO])
async def test_whoever_may_look_a_record_up_may_save_it(database: Database, who: Officer) -> None:
    sent = await held(database)
    assert (await take_file(database.work, FrozenClock(NOW), who, sent.breach.id, Form.PDF)).breach == sent.breach


@pytest.mark.parametrize("who", [AUDITOR, ADMIN, LEFT])
async def test_nobody_else_is_given_one(database: Database, who: Officer) -> None:
    sent = await held(database)
    with pytest.raises(NotAllowed):
        await take_file(database.work, FrozenClock(NOW), who, sent.breach.id, Form.PDF)
    assert await trail_of(database) == []


async def test_it_comes_with_the_versions_of_the_order_before_it_so_that_an_address_of_then_is_kept_out_too(database: Database) -> None:
    sent = await held(database)
    moved = replace(sent.order, applicant=replace(sent.order.applicant, address1="9 Old Lane"))
    async with database.work() as uow:
        await uow.orders.update(moved, NOW)
    taken = await take_file(database.work, FrozenClock(NOW), RESPONSE, sent.breach.id, Form.MARKDOWN)
    assert [one.applicant.address1 for one in (taken.order, *taken.earlier)] == ["9 Old Lane", "3 Cobbler's Yard"]


async def test_a_record_that_is_not_there_is_noted_as_asked_for(database: Database) -> None:
    with pytest.raises(NotFound, match=NO_RECORD):
        await take_file(database.work, FrozenClock(NOW), RESPONSE, uuid4(), Form.PDF)
    assert [(line.event, line.outcome) for line in await trail_of(database)] == [("breach:pdf:downloaded", "not_found")]


async def test_it_comes_with_what_was_added_since_it_was_sent(database: Database) -> None:
    sent = await held(database)
    added = Addendum(1, "It was at ten, not nine.", RESPONSE.id, "0000", NOW)
    async with database.work() as uow:
        await uow.signing.add(sent.breach.id, added)
    assert (await take_file(database.work, FrozenClock(NOW), RESPONSE, sent.breach.id, Form.PDF)).signing.addenda == (added,)
