"""The orders desk sees in the chat what the register lacks, and mends each with one press that opens the very form."""

from datetime import timedelta
from functools import partial

import pytest

from bot.cards.papers import CONFIRMED
from dialogs.contacts_joined import contact_dialogs
from dialogs.lookups import LookupDialog
from dialogs.papers import PapersDialog
from dialogs.register_joined import register_dialogs
from domain.conversations import WEB
from domain.duty_offers import NOBODY_FOUND
from domain.errors import Outdated
from domain.feed_merge import queued
from domain.measures import Kind
from domain.order_changes import ChangeKind
from domain.orders import PartyRole
from domain.provenance import Provenance
from domain.quality import FLAW_WORDS, Flaw
from domain.registered_orders import NOT_CONFIRMED
from domain.terms import HELD
from services.contacts import open_plans
from services.handing_on import OWNED, assign_unowned
from services.histories import history
from services.papers import open_paper
from services.quality import reckon, worklist
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.local import Beat, references
from tests.orders import a_party
from tests.papers import a_paper, at_once
from tests.people import DESK, NEIGHBOUR, SUPERVISOR
from tests.reminding import JOB

DAY = timedelta(days=1)


@pytest.fixture
def beat(embedded: Database) -> Beat:
    return Beat(embedded)


def desk_chat(beat: Beat, window: str) -> Chat:
    """With every dialog that mends: of the register, of papers, of contacts and of quality itself."""
    work, clock, policy = beat.database.work, beat.clock, lambda: beat.policy
    dialogs = [*contact_dialogs(work, clock, policy), *register_dialogs(work, clock, policy)]
    papers = PapersDialog(work, clock, partial(open_plans, policy=policy), reader=at_once)
    return Chat(beat.database, DESK, [*dialogs, LookupDialog(work, clock, policy), papers], clock=clock, window=window)


async def left(beat: Beat, flaw: Flaw) -> int:
    """Of how many orders it still stands, as the list of the desk has it."""
    return len((await worklist(beat.database.work, beat.clock, DESK, flaw)).rows)


async def listed(beat: Beat, flaw: Flaw, window: str = "web") -> tuple[Chat, list[str]]:
    """The worklist of one flaw, as the desk opens it from the report."""
    await reckon(beat.database.work, beat.database.reading, beat.clock, JOB)
    chat = desk_chat(beat, window)
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
    assert f"Served: {beat.order.reference}" in await chat.press("Record service")
    told = {"when": "1 November 2026", "how": "personal", "by_whom": "a process server", "learned": "officer"}
    assert "Before" in await chat.press("Show before and after", **told)
    assert "Recorded: Served" in await chat.press("Confirm")
    assert await left(beat, Flaw.NO_SERVICE) == 0
    async with beat.database.reading() as uow:
        (held,), (change,) = await uow.evidence.of_order(beat.order.id), await uow.order_changes.of_order(beat.order.id)
    assert (held.kind, held.on, held.by_whom) == ("service", NOON.date().replace(day=1), "a process server")
    assert (change.kind, change.officer, change.id) == (ChangeKind.SERVED, DESK.id, held.id)


async def test_awareness_alone_is_recorded_as_well_with_one_press(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    chat, _ = await listed(beat, Flaw.NO_SERVICE)
    await chat.press("Record awareness")
    told = {"when": "1 November 2026", "how": "told_by_officer", "by_whom": "PC Example", "learned": "officer"}
    await chat.press("Show before and after", **told)
    assert "Recorded: Told of the order" in await chat.press("Confirm")
    assert await left(beat, Flaw.NO_SERVICE) == 0


async def test_an_address_is_given_and_the_order_is_found_on_its_beat(beat: Beat) -> None:
    nowhere = a_party(address1=None, address2=None, postcode=None)
    await beat.hold(beat.an_order(respondent=nowhere))
    chat, _ = await listed(beat, Flaw.NO_ADDRESS)
    await chat.press("Give the address")
    whence = {"learned": Provenance.SEALED_ORDER.value}
    assert await chat.press("Keep the address", address1="5 Weir Walk") == ["Say where you learned it. Nothing was changed."]
    assert await chat.press("Keep the address", **whence, postcode="nowhere") == [
        "That is no postcode. Write it like LS6 2CK, or leave it empty."
    ]
    assert await chat.press("Keep the address", **whence) == ["Give at least one line of the address, or a postcode."]
    assert "Mended." in await chat.press("Keep the address", **whence, address1="5 Weir Walk", postcode="zz1 9zz")
    assert references(await beat.chat(NEIGHBOUR).say("orders on my beat")) == [beat.order.reference]
    async with beat.database.reading() as uow:
        assert [one.respondent.postcode for one in await uow.orders.versions(beat.order.id)] == [None]
    told = {one.words: one.by for one in (await history(beat.database.work, beat.clock, DESK, beat.order.id)).events}
    (words,) = [words for words in told if words.startswith("Version 2: an address of the respondent was added.")]
    assert "none held -> 5 Weir Walk, ZZ1 9ZZ. Learned from: the sealed order itself." in words
    assert told[words] == DESK.collar


async def test_the_court_is_asked_about_what_it_withholds_and_again_in_four_weeks(beat: Beat) -> None:
    secret = a_party(role=PartyRole.APPLICANT, postcode=None, withheld=frozenset({"address", "postcode"}))
    await beat.hold(beat.an_order(applicant=secret))
    chat, _ = await listed(beat, Flaw.WITHHELD)
    assert "Of the protected person: address, postcode." in await chat.press("Ask the court")
    assert "Mended." in await chat.press("The court has been asked")
    beat.clock.advance(28 * DAY)
    _, said = await listed(beat, Flaw.WITHHELD, "later")
    assert references(said) == [beat.order.reference]


async def test_an_end_that_has_passed_is_looked_at_once(beat: Beat) -> None:
    await beat.hold(beat.an_order(ends_in=-2), planned=False)
    chat, _ = await listed(beat, Flaw.ENDED)
    assert "Its end was Wed 18 November 2026 at 12:00." in await chat.press("Look at its end")
    assert "Mended." in await chat.press("Looked at: it has ended")
    assert await left(beat, Flaw.ENDED) == 0


async def test_an_order_that_the_court_extended_is_live_again_with_one_press_from_the_list(beat: Beat) -> None:
    await beat.hold(beat.an_order(ends_in=-2), planned=False)
    chat, _ = await listed(beat, Flaw.ENDED)
    await chat.press("Extended by the court")
    told = {"when": "16 November 2026", "new_end": "3 March 2027 16:00", "learned": "court_email"}
    await chat.press("Show before and after", **told)
    assert "Recorded: Extended by the court" in await chat.press("Confirm")
    assert await left(beat, Flaw.ENDED) == 0


async def test_bail_that_has_run_out_is_asked_of_custody_and_ends_in_its_own_words(beat: Beat) -> None:
    await beat.hold(beat.an_order(ends_in=-2, kind=Kind.BAIL), planned=False)
    chat, said = await listed(beat, Flaw.ENDED)
    assert "Ask custody. Where it was extended or ended otherwise, or goes on, press that and say when." in await chat.press(
        "Look at its end"
    )
    assert {"Extended by custody", "Ended on charge"} <= chat.buttons.keys()
    assert [title for title in (*said, *chat.buttons) if "court" in title] == []
    await chat.press("Ended on charge")
    await chat.press("Show before and after", when="17 November 2026", learned="officer")
    assert "Recorded: Ended on charge" in await chat.press("Confirm")
    assert await left(beat, Flaw.ENDED) == 0


async def test_an_order_that_the_court_discharged_is_said_to_be_with_one_press_from_the_list(beat: Beat) -> None:
    await beat.hold(beat.an_order(ends_in=-2), planned=False)
    chat, _ = await listed(beat, Flaw.ENDED)
    await chat.press("Discharged by the court")
    await chat.press("Show before and after", when="16 November 2026", learned="court_phone")
    assert "Recorded: Discharged by the court" in await chat.press("Confirm")
    assert await left(beat, Flaw.ENDED) == 0


async def test_a_hearing_that_has_passed_is_said_to_have_left_the_order_as_it_was(beat: Beat) -> None:
    await beat.hold(beat.an_order(return_hearing_on=NOON.date() - 2 * DAY))
    chat, _ = await listed(beat, Flaw.ENDED)
    await chat.press("Look at its end")
    await chat.press("Hearing held, nothing changed")
    await chat.press("Show before and after", when="18 November 2026", learned="court_phone")
    assert "Recorded: Hearing held, nothing changed" in await chat.press("Confirm")
    assert await left(beat, Flaw.ENDED) == 0


async def test_the_court_confirms_that_an_order_stands(beat: Beat) -> None:
    await beat.hold(queued(beat.an_order(), NOT_CONFIRMED))
    chat, _ = await listed(beat, Flaw.NOT_CONFIRMED)
    await chat.press("Confirm with the court")
    assert "Mended." in await chat.press("The court says that it stands: e-mail")
    async with beat.database.reading() as uow:
        order, (change,) = await uow.orders.demand(beat.order.id), await uow.order_changes.of_order(beat.order.id)
    assert (order.confirmed_at, order.needs_review) == (NOON, None)
    assert (change.kind, change.learned, change.version) == (ChangeKind.CONFIRMED, Provenance.COURT_EMAIL, order.version)
    assert await left(beat, Flaw.NOT_CONFIRMED) == 0


async def test_where_the_court_says_that_it_was_varied_that_is_recorded_from_the_same_card(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    chat, _ = await listed(beat, Flaw.NOT_CONFIRMED)
    await chat.press("Confirm with the court")
    await chat.press("Varied by the court")
    told = {"when": "16 November 2026", "what": "end", "new_end": "3 March 2027 16:00", "learned": "court_email"}
    await chat.press("Show before and after", **told)
    assert "Recorded: Varied by the court" in await chat.press("Confirm")


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
    assert "Nobody has this contact. Assign it to whom?" in await chat.press("Give it an owner")
    assert await chat.press("To the officer named above", to="Nobody Such") == [NOBODY_FOUND]
    assert "Done" in await chat.press("To the officer named above", to=SUPERVISOR.email)
    assert (await beat.plan()).owner == SUPERVISOR.id
    assert await left(beat, Flaw.NO_OWNER) == 0


async def test_a_contact_that_somebody_has_by_now_is_left_with_them(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    plan = await beat.plan()
    with pytest.raises(Outdated, match=OWNED):
        await assign_unowned(beat.database.work, beat.clock, DESK, SUPERVISOR.id, plan.id)


async def test_unchecked_terms_are_checked_with_one_press(beat: Beat) -> None:
    order = beat.an_order(has_document=True)
    await beat.hold(order)
    async with beat.database.work() as uow:
        await uow.orders.add_documents([a_paper(order)])
    chat, said = await listed(beat, Flaw.UNCHECKED)
    assert references(said) == [order.reference]
    await chat.press("Check the wording")
    await open_paper(beat.database.work, beat.clock, DESK, order.id, WEB)
    assert CONFIRMED in await chat.press("Checked against the order", **{HELD: "yes"})
    assert await left(beat, Flaw.UNCHECKED) == 0
