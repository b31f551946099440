"""The orders desk sees in the chat what the register lacks, and mends each with one press that opens the very form."""

from datetime import timedelta

import pytest

from domain.feed_merge import queued
from domain.order_changes import ChangeKind
from domain.orders import PartyRole
from domain.provenance import Provenance
from domain.quality import FLAW_WORDS, Flaw
from domain.registered_orders import NOT_CONFIRMED
from services.quality import reckon
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.local import Beat, references
from tests.orders import a_party
from tests.people import DESK, NEIGHBOUR, SUPERVISOR
from tests.reminding import JOB

DAY = timedelta(days=1)


@pytest.fixture
def beat(embedded: Database) -> Beat:
    return Beat(embedded)


async def listed(beat: Beat, flaw: Flaw, window: str = "web") -> tuple[Chat, list[str]]:
    """The worklist of one flaw, as the desk opens it from the report."""
    await reckon(beat.database.work, beat.database.reading, beat.clock, JOB)
    chat = beat.chat(DESK, window)
    await chat.say("data quality")
    (title,) = [title for title in chat.buttons if title.startswith(FLAW_WORDS[flaw])]
    return chat, await chat.press(title)


async def test_the_report_tells_each_figure_its_trend_and_how_the_feed_stands(beat: Beat) -> None:
    await beat.hold(beat.an_order(), beat.an_order())
    async with beat.database.work() as uow:
        for back in (1, 2, 4):
            await uow.intake.note_file(f"sha-{back}", "manifest", NOON.date() - back * DAY, NOON, 5, 1)
    await reckon(beat.database.work, beat.database.reading, beat.clock, JOB)
    beat.clock.advance(7 * DAY)
    await reckon(beat.database.work, beat.database.reading, beat.clock, JOB)
    chat = beat.chat(SUPERVISOR)
    said = await chat.say("data quality")
    assert "2 now, 2 a week ago" in said
    assert any(word.startswith("8 of the last 11 days without a file") for word in said)
    (picture,) = [part for part in chat.cards[-1]["body"] if part["type"] == "Image"]
    assert picture["url"] == "/charts/quality/2026-11-20_4.2026-11-27_4.svg"
    assert (await beat.chat(NEIGHBOUR).say("data quality"))[0].startswith("Your role does not include this.")


async def test_before_the_first_reckoning_it_says_so(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    assert "The register is looked through once a day, and has not been yet: ask again in some minutes." in await beat.chat(DESK).say(
        "data quality"
    )


async def test_service_is_recorded_with_the_press_that_stands_in_the_list(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    chat, said = await listed(beat, Flaw.NO_SERVICE)
    assert references(said) == [beat.order.reference]
    await chat.press("Record service or awareness")
    assert await chat.press("Keep", how="") == ["Choose how the respondent was served or knew."]
    assert "Mended." in await chat.press("Keep", how="service=personal", when="1 November 2026", by="a process server")
    assert "Nothing of this is left to mend." in await chat.press("Back to the list")
    async with beat.database.reading() as uow:
        (held,) = await uow.evidence.of_order(beat.order.id)
    assert (held.kind, held.on, held.by_whom) == ("service", NOON.date().replace(day=1), "a process server")


async def test_an_address_is_given_and_the_order_is_found_on_its_beat(beat: Beat) -> None:
    nowhere = a_party(address1=None, address2=None, postcode=None)
    await beat.hold(beat.an_order(respondent=nowhere))
    chat, _ = await listed(beat, Flaw.NO_ADDRESS)
    await chat.press("Give the address")
    assert await chat.press("Keep the address", postcode="nowhere") == ["That is no postcode. Write it like LS6 2CK, or leave it empty."]
    assert await chat.press("Keep the address") == ["Give at least one line of the address, or a postcode."]
    assert "Mended." in await chat.press("Keep the address", address1="5 Weir Walk", postcode="zz1 9zz")
    assert references(await beat.chat(NEIGHBOUR).say("orders on my beat")) == [beat.order.reference]
    async with beat.database.reading() as uow:
        assert [one.respondent.postcode for one in await uow.orders.versions(beat.order.id)] == [None]


async def test_the_court_is_asked_about_what_it_withholds_and_again_in_four_weeks(beat: Beat) -> None:
    secret = a_party(role=PartyRole.APPLICANT, postcode=None, withheld=frozenset({"address", "postcode"}))
    await beat.hold(beat.an_order(applicant=secret))
    chat, _ = await listed(beat, Flaw.WITHHELD)
    assert "Of the applicant: address, postcode." in await chat.press("Ask the court")
    assert "Mended." in await chat.press("The court has been asked")
    beat.clock.advance(28 * DAY)
    _, said = await listed(beat, Flaw.WITHHELD, "later")
    assert references(said) == [beat.order.reference]


async def test_an_end_that_has_passed_is_looked_at_once(beat: Beat) -> None:
    await beat.hold(beat.an_order(ends_in=-2), planned=False)
    chat, _ = await listed(beat, Flaw.ENDED)
    assert "Its end was Wed 18 November 2026 at 12:00." in await chat.press("Look at its end")
    assert "Mended." in await chat.press("Looked at: it has ended")


async def test_the_court_confirms_that_an_order_stands(beat: Beat) -> None:
    await beat.hold(queued(beat.an_order(), NOT_CONFIRMED))
    chat, _ = await listed(beat, Flaw.NOT_CONFIRMED)
    await chat.press("Confirm with the court")
    assert "Mended." in await chat.press("The court says that it stands: e-mail")
    async with beat.database.reading() as uow:
        order, (change,) = await uow.orders.demand(beat.order.id), await uow.order_changes.of_order(beat.order.id)
    assert (order.confirmed_at, order.needs_review) == (NOON, None)
    assert (change.kind, change.learned, change.version) == (ChangeKind.CONFIRMED, Provenance.COURT_EMAIL, order.version)


async def test_an_order_nobody_keeps_contact_for_gets_its_plan_and_a_reminder(beat: Beat) -> None:
    await beat.hold(beat.an_order(), planned=False)
    chat, _ = await listed(beat, Flaw.NO_PLAN)
    assert "Mended." in await chat.press("Open a contact plan")
    assert len(await beat.live()) == 1


async def test_a_plan_whose_owner_has_left_is_given_to_somebody_by_the_form_that_does_it(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    plan = await beat.plan()
    async with beat.database.reading() as uow:
        owner = await uow.officers.get(plan.owner or JOB.id)
    assert owner is not None
    await beat.leave(owner)
    chat, said = await listed(beat, Flaw.NO_OWNER)
    assert references(said) == [beat.order.reference]
    assert any(word.startswith("Who ") or "give" in word.casefold() for word in await chat.press("Give it an owner"))


async def test_unchecked_terms_open_the_check_itself(beat: Beat) -> None:
    await beat.hold(beat.an_order(has_document=True))
    chat, said = await listed(beat, Flaw.UNCHECKED)
    assert (references(said), "Check the wording" in chat.buttons) == ([beat.order.reference], True)
