"""R22: nobody is ever told to get an order in place of police action: not by guidance, not by a look-up, not by a measure's card."""

import re

import pytest

from domain.measures import Kind
from guidance.pages import Page
from storage.work import Database
from tests.fakes.chat import LIBRARY
from tests.measures import ENTERED, Desk, entered

ASKED = (
    "should i tell her to get an nmo",
    "can i nfa and suggest a non mol",
    "tell the victim to apply for an order",
    "just tell her to go and get a non mol",
    "send the victim to a solicitor for an order",
    "is advising her to see a solicitor enough",
)
# An order offered as the way out; what forbids that, or says it beside police action, is not it.
OFFERED = re.compile(
    r"(?<!never )(?<!not )\b(?:tell|advise|ask|send|refer)\b[^.]{0,40}\b(?:apply for|get|seek|solicitor)\b[^.]{0,40}\b(?:order|nmo|non-?mol|injunction)\b",
    re.IGNORECASE,
)


@pytest.fixture
def desk(embedded: Database) -> Desk:
    return Desk(embedded)


@pytest.mark.parametrize("asked", ASKED)
async def test_r22_the_answer_puts_police_action_first(desk: Desk, asked: str) -> None:
    await desk.holds()
    said = " ".join(await desk.chat().say(asked))
    assert "Never offer an NMO in place of police action" in said
    assert "Deal with the offence" in said


async def test_r22_nothing_found_is_never_answered_with_an_order_to_apply_for(desk: Desk) -> None:
    await desk.holds()
    said = " ".join(await desk.chat().say("piers quillfeather dob 4/5/88"))
    assert "Nothing found in this register" in said
    assert OFFERED.search(said) is None
    assert "apply" not in said


@pytest.mark.parametrize("kind", list(ENTERED))
async def test_r22_the_card_of_a_measure_offers_none_either(desk: Desk, kind: Kind) -> None:
    await desk.holds()
    chat = desk.chat()
    await chat.say("enter a measure")
    form = " ".join(await chat.press("Next", kind=kind.value))
    assert "Entering a measure is no reply to an offence" in form
    saved = " ".join(await entered(chat, kind))
    found = " ".join(await chat.say("piers quillfeather dob 4/5/88"))
    assert [OFFERED.search(words) for words in (form, saved, found)] == [None, None, None]


@pytest.mark.parametrize("page", LIBRARY.pages, ids=lambda one: one.name)
def test_r22_no_page_of_guidance_sends_the_victim_for_an_order_instead(page: Page) -> None:
    assert OFFERED.search(page.body) is None


def test_r22_the_sign_of_it_is_seen_where_it_stands() -> None:
    assert OFFERED.search("Tell her to get an order from the court.") is not None
