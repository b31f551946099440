"""Everything held on one person, at one press of the chat page: a zip, and a disclosure on the trail."""

import zipfile
from io import BytesIO

import pytest

from bot.files.breach import RecordFile
from bot.offers import Offer
from bot.web.files import EXPORT, HeldFiles
from bot.web.tokens import conversation_of
from domain.audit import AuditKind
from domain.errors import NotAllowed
from domain.london import to_london
from domain.officers import Officer
from storage.work import Database
from tests.people import DESK, RESPONSE
from tests.retention import Office, an_old_order
from tests.trail import trail_of


@pytest.fixture
async def office(embedded: Database) -> Office:
    office = Office(embedded)
    await office.holds(an_old_order())
    return office


async def saved(office: Office, officer: Officer) -> RecordFile:
    async with office.database.work() as uow:
        (order,) = await uow.orders.next_after("NMO", 1)
        offer = Offer(officer.id, conversation_of(officer.id), office.clock())
        offer.press(EXPORT, str(order.id), role="applicant")
        await uow.actions.offer(offer.actions)
    return await HeldFiles(office.database, office.clock).made(offer.actions[0].id, officer.id, conversation_of(officer.id))


async def test_one_press_gives_the_zip_and_is_a_disclosure(office: Office) -> None:
    chat = office.chat()
    await chat.say("thanks")
    made = await saved(office, DESK)
    with zipfile.ZipFile(BytesIO(made.content)) as whole:
        names = whole.namelist()
        (made_at, *_) = {one.date_time for one in whole.infolist()}
        assert whole.read("papers/1-order.pdf").startswith(b"%PDF")
    line = (await trail_of(office.database))[-1]
    assert (names, made.kind) == (["held.json", "papers/1-order.pdf"], "application/zip")
    assert made_at == to_london(office.clock()).timetuple()[:6]
    assert (line.kind, line.event, line.channel, line.recipient) == (
        AuditKind.DISCLOSURE,
        "retention:person:exported",
        "webchat",
        str(DESK.id),
    )


async def test_whoever_may_not_review_is_refused_and_that_is_on_the_trail(office: Office) -> None:
    with pytest.raises(NotAllowed):
        await saved(office, RESPONSE)
    assert (await trail_of(office.database))[-1].event == "bot:permission:refused"
