"""A record of a breach is opened again by its reference, by whoever may look orders up."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from bot.intents import breach_reference
from dialogs.breaches import SLIP, BreachDialog
from dialogs.lookups import LookupDialog
from dialogs.root import STILL_OPEN
from domain.audit import AuditEntry, AuditKind
from domain.conversations import Action
from domain.officers import Officer
from domain.orders import Order
from domain.withholding import ADDRESS
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import ACCOUNT, NOW, SIMPLE, FollowUpSeen, changed
from tests.dialogs.breach_scene import CONDITIONS, Scene, answered
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import AUDITOR, EVERYONE, NEIGHBOUR, RESPONSE, VLO
from tests.policies import unasked
from tests.telling import sent

SAID = "He came to 3 Cobbler's Yard."


@pytest.fixture
def breaches(embedded: Database) -> Breaches:
    return Breaches(embedded.work, FrozenClock(NOW), FollowUpSeen())


@pytest.fixture
async def reference(embedded: Database, breaches: Breaches) -> str:
    return await sent_of(embedded, breaches, an_order())


async def sent_of(database: Database, breaches: Breaches, order: Order) -> str:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
    return (await sent(breaches, RESPONSE, order.id, *changed({**ACCOUNT, "happened": SAID}))).breach.reference


def chat(database: Database, breaches: Breaches, officer: Officer) -> Chat:
    return Chat(database, officer, [BreachDialog(breaches)])


async def reads(database: Database) -> list[AuditEntry]:
    async with database.reading() as uow:
        return [one for one in await uow.audit.since() if one.event == "breach:record:read"]


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR, VLO])
async def test_its_reference_opens_it_with_the_text_for_the_crime_report(
    embedded: Database, breaches: Breaches, reference: str, officer: Officer
) -> None:
    heard = await chat(embedded, breaches, officer).say(f"show {reference.lower()}")
    assert f"Breach {reference}" in heard
    assert f"Breach of a non-molestation order: {reference}" in heard
    assert [text for text in heard if text == f"He came to {ADDRESS}."] != []
    (read,) = await reads(embedded)
    assert (read.actor, read.kind, read.outcome) == (officer.id, AuditKind.CONSULTATION, "done")


async def test_whoever_may_not_look_orders_up_is_refused(embedded: Database, breaches: Breaches, reference: str) -> None:
    heard = await chat(embedded, breaches, AUDITOR).say(reference)
    assert [text for text in heard if reference in text] == []
    assert heard[0].startswith("Your role does not include this.")


async def test_where_the_person_was_known_to_live_before_is_kept_out_too(embedded: Database, breaches: Breaches) -> None:
    order = an_order()
    reference = await sent_of(embedded, breaches, order)
    async with embedded.work() as uow:
        await uow.orders.update(replace(order, applicant=replace(order.applicant, address1="9 Millrace Lane")), NOW)
    heard = await chat(embedded, breaches, VLO).say(reference)
    assert [text for text in heard if text == f"He came to {ADDRESS}."] != []


async def test_a_reference_that_nobody_has_is_said_and_noted(embedded: Database, breaches: Breaches, reference: str) -> None:
    talk = chat(embedded, breaches, VLO)
    assert await talk.say("BR-222223") == [SLIP]
    assert await talk.say("BR-222222") == ["There is no record of a breach under that reference."]
    assert [(one.subject, one.outcome) for one in await reads(embedded)] == [("BR-222222", "not_found")]


async def test_in_the_midst_of_a_record_it_is_shown_and_the_question_is_asked_again(
    embedded: Database, breaches: Breaches, reference: str
) -> None:
    order = an_order()
    async with embedded.work() as uow:
        await uow.orders.save_many([order])
        await uow.search.add([order])
    talk = Chat(embedded, RESPONSE, [LookupDialog(embedded.work, FrozenClock(), unasked), BreachDialog(breaches)])
    await talk.say(order.reference)
    await talk.press("Record a breach")
    heard = await talk.say(reference)
    assert f"Breach {reference}" in heard
    assert STILL_OPEN in heard
    assert "Is anyone in danger now?" in heard
    assert "What happened?" in await talk.say("no")


async def test_the_button_of_a_reminder_shows_the_record_and_leaves_an_open_one_as_it_stands(embedded: Database) -> None:
    scene, order = Scene(embedded), an_order()
    await (await scene.begun(*SIMPLE, order=order)).press("Send")
    async with embedded.work() as uow:
        (made,) = await uow.breaches.of_order(order.id)
        press = Action("opaque", "breach:show", str(made.id), RESPONSE.id, "talk", uuid4(), NOW + timedelta(hours=1))
        await uow.actions.offer([press])
    talk = await scene.begun("no")
    talk.buttons.append(("Show the breach", press.id))
    before = await talk.state()
    assert f"Breach {made.reference}" in await talk.press("Show the breach")
    assert await talk.state() == before
    assert CONDITIONS in await answered(talk, ACCOUNT)


@pytest.mark.parametrize(
    ("said", "reference"),
    [
        ("BR-7F3K2D", "BR-7F3K2D"),
        ("br 7f3k2d", "BR-7F3K2D"),
        ("show me breach BR-7F3K2D please", None),
        ("open the record BR-7F3K2D.", "BR-7F3K2D"),
        ("crime report text for BR-7F3K2D", "BR-7F3K2D"),
        ("he broke BR-7F3K2D again", None),
        ("NMO-7F3K2D", None),
        ("", None),
    ],
)
def test_only_a_line_that_asks_for_it_is_read_so(said: str, reference: str | None) -> None:
    assert breach_reference(said) == reference
