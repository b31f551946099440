"""R20: each record has a retention clock and a review date; retain or dispose is recorded with the reason; what has expired stays findable as history, and is visibly not live."""

from datetime import timedelta
from itertools import pairwise

import pytest

from domain.officers import Officer
from domain.orders import ENDED, LIVE, STATE_WORDS, OrderState
from domain.retention import MOVED_ON
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.talk import words
from tests.orders import an_order
from tests.people import DESK, RESPONSE, SECOND_DESK, VLO
from tests.retention import DUE, ENDS, Office, an_old_order
from tests.trail import trail_of

LOOKED_UP = "piers quillfeather dob 12/3/85"


@pytest.fixture
async def office(embedded: Database) -> Office:
    office = Office(embedded)
    await office.holds(an_old_order())
    async with embedded.work() as uow:
        await uow.officers.save([SECOND_DESK])
    return office


async def reviewed(office: Office) -> Chat:
    """The desk has the one record that is due before it."""
    office.clock.now = DUE
    chat = office.chat()
    await chat.say("retention reviews")
    await chat.press(next(title for title in chat.buttons if title.startswith("Review NMO-")))
    return chat


async def confirming(office: Office, officer: Officer) -> Chat:
    """Another window, at the last look before the record goes."""
    chat = office.chat(officer, "second")
    await chat.say("retention reviews")
    await chat.press(next(title for title in chat.buttons if title.startswith("Review NMO-")))
    await chat.press("Dispose ...")
    return chat


def style_of(chat: Chat) -> str:
    """How the strip with the state stands on the card shown last."""
    return str(next(part["style"] for part in chat.cards[-1]["body"] if part.get("type") == "Container"))


async def test_r20_an_expired_order_is_found_as_history_and_visibly_not_live(office: Office) -> None:
    before = office.chat(RESPONSE, "before")
    await before.say(LOOKED_UP)
    live = style_of(before)
    office.clock.now = ENDS + timedelta(days=400)
    after = office.chat(VLO, "after")
    said = await after.say(LOOKED_UP)
    assert "Expired: history only" in said
    assert not any(words.startswith("Breach without reasonable excuse") for words in said)
    assert (live, style_of(after)) == ("good", "emphasis")


def test_r20_the_words_of_what_has_ended_say_so_and_of_what_may_be_live_never() -> None:
    assert [state for state in ENDED if "history" not in STATE_WORDS[state] and state is not OrderState.UNDERTAKING] == []
    assert [state for state in LIVE if "history" in STATE_WORDS[state]] == []


async def test_r20_each_record_has_its_clock_and_its_review_date(office: Office) -> None:
    chat = office.chat()
    await chat.say(LOOKED_UP)
    said = await chat.press("Retention")
    assert ("Clock runs from", "10 January 2019") in list(pairwise(said))
    assert ("Review due on", "10 January 2025") in list(pairwise(said))


async def test_r20_what_is_due_waits_in_a_list_the_longest_first(office: Office) -> None:
    await office.holds(an_old_order(expires_at=ENDS - timedelta(days=400)), an_order())
    office.clock.now = DUE
    said = await office.chat().say("retention reviews")
    days = [words.partition(";")[0] for words in said if words.startswith("Review due on")]
    assert days == ["Review due on 6 December 2023", "Review due on 10 January 2025"]


async def test_r20_to_retain_needs_a_reason_and_puts_the_review_off(office: Office) -> None:
    chat = await reviewed(office)
    assert await chat.press("Retain") == ["Say why: the reason is kept with the decision. Nothing was changed."]
    said = await chat.press("Retain", reason="Linked with an open enquiry.")
    assert any("Retained by 0000: Linked with an open enquiry. Next review 1 February 2032." in words for words in said)
    assert "No record is due for review today." in await chat.say("retention reviews")


async def test_r20_to_dispose_needs_a_ground_and_leaves_a_tombstone_without_content(office: Office) -> None:
    chat = await reviewed(office)
    await chat.press("Dispose ...")
    assert await chat.press("Propose to erase it") == ["Say on which ground it is disposed of. Nothing was changed."]
    await chat.press("Propose to erase it", ground="not_needed")
    second = await confirming(office, SECOND_DESK)
    (said,) = await second.press("Erase it for ever")
    reference = said.split()[0]
    async with office.database.reading() as uow:
        left = await uow.retention.tombstone(reference)
    assert left is not None
    assert (left.ground, left.officer, left.at) == ("not_needed", SECOND_DESK.id, DUE)
    assert await office.left() == []
    assert (await trail_of(office.database))[-1].event == "retention:case:erased"


async def test_r20_nobody_disposes_of_a_record_alone(office: Office) -> None:
    chat = await reviewed(office)
    await chat.press("Dispose ...")
    said = await chat.press("Propose to erase it", ground="duplicate")
    assert any("Proposed to erase it by 0000: Held twice." in words for words in said)
    again = await confirming(office, DESK)
    assert "Erase it for ever" not in again.buttons
    assert any("another officer who reviews retention confirms it" in said for said in words(again.cards[-1:]))
    assert (await trail_of(office.database))[-1].event == "retention:case:read"


async def test_r20_what_is_decided_after_a_proposal_takes_it_back(office: Office) -> None:
    chat = await reviewed(office)
    await chat.press("Dispose ...")
    await chat.press("Propose to erase it", ground="duplicate")
    second = await confirming(office, SECOND_DESK)
    await chat.press("Legal hold", reason="Civil claim")
    assert (await second.press("Erase it for ever"))[0] == MOVED_ON


async def test_r20_a_breach_makes_the_record_last_longer(office: Office) -> None:
    order = an_old_order(case_no="1800000000000002")
    await office.holds(order)
    await office.lived(order)
    office.clock.now = DUE
    chat = office.chat()
    await chat.say(order.reference)
    said = await chat.press("Retention")
    assert ("Class", "with a recorded breach") in list(pairwise(said))
    assert ("Review due on", "10 January 2029 (due)") in list(pairwise(said))
