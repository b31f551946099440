"""An order's history is read whole, by whoever may look it up, and its reading is on the trail."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.errors import NotAllowed, NotFound
from domain.evidence import EvidenceKind, Given, How
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.reviews import Relation
from domain.terms import HELD
from services import evidence, papers, quality_mending, reviews
from services.contacts import open_plans
from services.histories import history
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.orders import a_party, an_order
from tests.papers import a_paper, at_once, hold
from tests.people import ADMIN, AUDITOR, DESK, EVERYONE, LEFT, RESPONSE, VLO
from tests.trail import trail_of

CLOCK = FrozenClock()


async def test_versions_evidence_and_decisions_come_together_with_who_recorded_them(database: Database) -> None:
    order = an_order()
    later = an_order(case_no=order.case_no)
    async with database.work() as uow:
        await uow.officers.save([replace(one, collar=f"c-{one.name.split()[0]}") for one in EVERYONE])
        await uow.orders.save_many([order, later])
        await uow.orders.update(replace(order, expires_at=None), CLOCK() - timedelta(days=2))
    made = await evidence.add(database.work, CLOCK, RESPONSE, order.id, Given(EvidenceKind.SERVICE, How.PERSONAL))
    await reviews.decide(database.work, FrozenClock(CLOCK() + timedelta(hours=1)), DESK, later.id, order.id, Relation.SEPARATE)
    found = await history(database.work, CLOCK, RESPONSE, order.id)
    assert [one.by for one in found.events] == ["", "", "c-Robin", "c-Dale"]
    assert (found.order.version, found.events[1].words) == (2, "Version 2: changed its end.")
    last = (await trail_of(database))[-1]
    assert (last.event, last.subject) == ("history:order:read", f"{order.id};{order.respondent.id};{order.applicant.id};{made.id}")


async def test_who_checked_the_paper_is_named_like_whoever_recorded_evidence(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order))
    async with database.work() as uow:
        await uow.officers.save([replace(one, collar=f"c-{one.name.split()[0]}") for one in EVERYONE])
    await papers.read_terms(database.work, CLOCK, VLO, order.id, at_once)
    await papers.check_terms(database.work, CLOCK, DESK, order.id, 1, {HELD: "yes"}, open_plans)
    found = await history(database.work, CLOCK, RESPONSE, order.id)
    assert [(one.words, one.by) for one in found.events[-1:]] == [("Its conditions were checked against the sealed order.", "c-Dale")]
    assert len(found.events) == 4


async def with_an_address_of_the_desk(database: Database, ours: Order, *others: Order) -> str:
    """All that the timeline of this order tells an officer who may not see where a protected person is."""
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([ours, *others])
        await uow.search.add([ours, *others])
    given = {"address1": "9 Pound Lane", "postcode": "ZZ4 4ZZ", "learned": "officer"}
    await quality_mending.give_address(database.work, CLOCK, DESK, ours.id, given)
    return " ".join(one.words for one in (await history(database.work, CLOCK, RESPONSE, ours.id)).events)


def without_address() -> Order:
    return an_order(respondent=a_party(address1=None, address2=None, postcode=None))


async def test_where_a_respondent_lives_whom_another_order_protects_is_in_no_timeline(database: Database) -> None:
    ours = without_address()
    theirs = an_order(
        respondent=a_party(surname=ours.applicant.surname, forenames=ours.applicant.forenames, dob=ours.applicant.dob),
        applicant=a_party(role=PartyRole.APPLICANT, surname="Smith", forenames="John", dob=ours.respondent.dob),
    )
    told = await with_an_address_of_the_desk(database, ours, theirs)
    assert "Address of the respondent: none held -> [withheld]" in told
    assert ("Pound" in told, "ZZ4" in told) == (False, False)


async def test_where_any_other_respondent_lives_stands_in_the_timeline_as_it_was_recorded(database: Database) -> None:
    told = await with_an_address_of_the_desk(database, without_address())
    assert "Address of the respondent: none held -> 9 Pound Lane, ZZ4 4ZZ." in told


async def test_an_order_that_is_gone_has_no_history(database: Database) -> None:
    with pytest.raises(NotFound):
        await history(database.work, CLOCK, RESPONSE, uuid4())


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_a_role_that_may_not_look_up_reads_no_history(database: Database, officer: Officer) -> None:
    with pytest.raises(NotAllowed):
        await history(database.work, CLOCK, officer, uuid4())
