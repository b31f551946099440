"""What an officer said before the record was begun is kept sealed, and filled in once it is: to be confirmed, never taken as settled."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.breaches.drafts import BreachDraft, next_page, standing
from domain.errors import NotAllowed, NotFound
from domain.lookups import Kept
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, NOW, SIMPLE, terms_of
from tests.orders import an_order
from tests.people import NEIGHBOUR, RESPONSE
from tests.services.test_breaches import held, service
from tests.telling import recorded, told
from tests.trail import trail_of

SAID = "he texted her from a new number"


def waiting(draft: BreachDraft) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What was filled in and waits to be confirmed, by question."""
    return {id: (one.text, one.values) for id, one in standing(draft.answers).items() if not one.settled}


FILLED = {
    "happened": (SAID, ()),
    "where": ("from a new number", ()),
    "manner": (SAID, ("contact",)),
    "conditions": (SAID, ("condition_3",)),
}


async def test_words_that_tell_of_a_breach_are_kept_sealed_and_fill_in_the_record(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    offered, first = await breaches.offered(RESPONSE, order.id, f"  {SAID} ")
    draft = await breaches.start(RESPONSE, order.id, first)
    assert offered == order
    assert waiting(draft) == FILLED
    assert await breaches.resume(RESPONSE, draft.id) == draft
    async with database.reading() as uow:
        assert "texted" not in str((await uow.connection.execute(text("SELECT * FROM audit"))).all())
    line = (await trail_of(database))[0]
    assert (line.event, line.typed) == ("breach:order:offered", SAID)
    assert line.subject == f"{order.id};{order.respondent.id};{order.applicant.id}"


@pytest.mark.parametrize("said", ["record a breach", "did he text her?", "he never texted her", ""])
async def test_words_that_tell_of_none_are_not_kept(database: Database, said: str) -> None:
    order = await held(database, an_order())
    _, first = await service(database).offered(RESPONSE, order.id, said)
    assert first is None
    assert [line.typed for line in await trail_of(database)] == [None]


async def test_an_order_that_is_gone_is_not_offered(database: Database) -> None:
    with pytest.raises(NotFound):
        await service(database).offered(RESPONSE, UUID(int=1), SAID)


async def test_a_page_that_was_filled_in_still_has_to_be_confirmed(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    _, first = await breaches.offered(RESPONSE, order.id, SAID)
    draft = await breaches.start(RESPONSE, order.id, first)
    draft = await recorded(breaches, RESPONSE, draft, "danger", "no")
    page = next_page(draft)
    assert page is not None
    assert page.id == "happened"
    draft = await recorded(breaches, RESPONSE, draft, "happened", {**ACCOUNT, "happened": SAID})
    assert set(waiting(draft)) == {"conditions"}


async def test_the_same_words_begun_with_again_fill_in_nothing_twice(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    _, first = await breaches.offered(RESPONSE, order.id, SAID)
    draft = await breaches.start(RESPONSE, order.id, first)
    assert await breaches.start(RESPONSE, order.id, first) == draft


async def test_words_fill_in_a_draft_of_which_no_more_is_known_than_the_danger(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    await told(breaches, RESPONSE, order.id, *SIMPLE[:1])
    _, first = await breaches.offered(RESPONSE, order.id, SAID)
    assert waiting(await breaches.start(RESPONSE, order.id, first)) == FILLED


async def test_words_are_kept_out_of_a_draft_that_is_of_some_incident_already(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    before = await told(breaches, RESPONSE, order.id, *SIMPLE[:2])
    _, first = await breaches.offered(RESPONSE, order.id, SAID)
    assert await breaches.start(RESPONSE, order.id, first) == before


async def test_another_breach_is_begun_with_the_words_and_the_draft_before_it_is_kept(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    before = await told(breaches, RESPONSE, order.id, *SIMPLE[:2])
    _, first = await breaches.offered(RESPONSE, order.id, SAID)
    another = await breaches.begin_another(RESPONSE, before.id, first)
    assert (another.id != before.id, waiting(another)) == (True, FILLED)
    (parked,) = await breaches.parked(RESPONSE, another.id)
    assert (parked.id, parked.answers) == (before.id, before.answers)
    assert await breaches.parked(RESPONSE, before.id) == []
    answered = await recorded(breaches, RESPONSE, parked, "conditions", BROKEN)
    assert (answered.parked, await breaches.start(RESPONSE, order.id)) == (True, another)
    assert await breaches.begin_another(RESPONSE, before.id) == another
    with pytest.raises(NotAllowed):
        await breaches.begin_another(NEIGHBOUR, before.id)


async def test_a_parked_draft_is_sent_or_discarded_like_any_other(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    first = await told(breaches, RESPONSE, order.id, *SIMPLE)
    second = await breaches.begin_another(RESPONSE, first.id)
    (parked,) = await breaches.parked(RESPONSE, second.id)
    assert not (await breaches.confirm(RESPONSE, parked.id, parked.etag)).already
    third = await breaches.begin_another(RESPONSE, second.id)
    await breaches.discard(RESPONSE, second.id)
    assert await breaches.parked(RESPONSE, third.id) == []


async def test_over_the_orders_own_conditions_none_is_filled_in(database: Database) -> None:
    order = await held(database, an_order(conditions_checked=True))
    async with database.work() as uow:
        await uow.terms.note(terms_of(order))
    breaches = service(database)
    _, first = await breaches.offered(RESPONSE, order.id, SAID)
    assert set(waiting(await breaches.start(RESPONSE, order.id, first))) == set(FILLED) - {"conditions"}


async def test_another_officers_words_fill_in_nothing(database: Database) -> None:
    order = await held(database, an_order())
    breaches = service(database)
    _, first = await breaches.offered(NEIGHBOUR, order.id, SAID)
    assert first is not None
    assert (await breaches.start(RESPONSE, order.id, first)).answers == ()
    assert (await breaches.start(RESPONSE, order.id, replace(first, at=first.at + timedelta(seconds=1)))).answers == ()
    assert (await breaches.start(RESPONSE, order.id, Kept(UUID(int=9), NOW))).answers == ()
