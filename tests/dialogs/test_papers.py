"""An order's paper in the chat: asked for, read into a draft, amended, checked, and its conditions shown word for word."""

from bot.cards.order_parts import CHECKED, UNCHECKED
from bot.cards.papers import CANNOT_READ, CONFIRMED, KEPT, NOT_COUNTED, OCCUPATION_IS, ON_SAME_PAPER, OPEN_FIRST
from dialogs.lookups import LookupDialog
from dialogs.papers import ELSEWHERE, PapersDialog
from domain.officers import Officer
from domain.orders import Order
from domain.papers import NotRead
from services import papers
from services.contacts import open_plans
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.papers import a_paper, at_once, hold
from tests.people import DESK, RESPONSE, VLO
from tests.policies import unasked

CLOCK = FrozenClock()
WORDING = [
    "1. The respondent must not use or threaten violence against the applicant.",
    "2. The respondent must not telephone, text or email the applicant, except through solicitors.",
]


async def shown(database: Database, order: Order, officer: Officer) -> Talk:
    """The order's card has been shown; the presses of its paper go to the dialog under test."""
    looked_up = Talk(LookupDialog(database.work, CLOCK, unasked), officer, database, CLOCK)
    await looked_up.say(order.reference)
    talk = Talk(PapersDialog(database.work, CLOCK, open_plans, at_once), officer, database, CLOCK)
    talk.buttons = looked_up.buttons
    return talk


async def test_the_wording_is_checked_and_then_shown_to_whoever_asks(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order))
    talk = await shown(database, order, DESK)
    said = await talk.press("Check the wording")
    assert NOT_COUNTED in said
    assert "Ends: the register has Sun 31 January 2027 at 23:59." in said
    assert OPEN_FIRST in said
    assert await talk.press("Checked against the order", made_on="2 June 2026") == [papers.NOT_OPENED]
    await papers.open_paper(database.work, CLOCK, DESK, order.id, "webchat")
    await talk.press("Check the wording")
    assert await talk.press("Checked against the order", made_on="2 June 2026", occupation="power") == [CONFIRMED]
    officer = Talk(LookupDialog(database.work, CLOCK, unasked), RESPONSE, database, CLOCK)
    answer = await officer.say(order.reference)
    conditions = await officer.press("Conditions")
    at = answer.index(CHECKED) + 1
    assert answer[at : at + 2] == conditions[2:4] == WORDING
    assert answer[at + 2] == conditions[4] == f"{ON_SAME_PAPER}: yes, with power of arrest (checked on the order). {OCCUPATION_IS}"
    assert "Checked against the sealed order on 20 November 2026. The sealed order is what counts." in conditions


async def test_a_draft_is_kept_amended_and_still_counts_for_nothing(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order))
    talk = await shown(database, order, VLO)
    await talk.press("Check the wording")
    assert (await talk.press("Keep the draft", condition_more="The respondent must not write."))[0] == KEPT
    assert [one["value"] for one in talk.cards[-1]["body"] if one.get("id") == "condition_3"] == ["The respondent must not write."]
    officer = Talk(LookupDialog(database.work, CLOCK, unasked), RESPONSE, database, CLOCK)
    assert UNCHECKED in await officer.say(order.reference)
    assert "have not yet been checked" in (await officer.press("Conditions"))[0]


async def test_what_cannot_be_read_is_typed_in_from_the_paper(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order, content=b"%PDF-1.4 no more"))
    talk = await shown(database, order, DESK)
    assert CANNOT_READ.format(why=NotRead.BROKEN.value) in await talk.press("Check the wording")
    await papers.open_paper(database.work, CLOCK, DESK, order.id, "webchat")
    refused = await talk.press("Checked against the order", made_on="2 June 2026", end="no_fixed")
    assert refused == ["There is no condition yet: type them in word for word from the order, one a line."]
    await talk.press("Check the wording")
    typed = {"made_on": "2 June 2026", "end": "no_fixed", "condition_more": "The respondent must not write."}
    assert await talk.press("Checked against the order", **typed) == [CONFIRMED]


async def test_a_card_that_somebody_else_has_overtaken_changes_nothing(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order))
    first, second = await shown(database, order, DESK), await shown(database, order, VLO)
    await first.press("Check the wording")
    await second.press("Check the wording")
    await first.press("Keep the draft", hearing_court="Castlebeck")
    assert (await second.press("Checked against the order"))[0].startswith("Somebody else has changed these terms")


async def test_no_file_leaves_through_the_chat(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order))
    talk = await shown(database, order, RESPONSE)
    assert await talk.press("Open the order") == [ELSEWHERE.format(reference=order.reference)]
    assert "Check the wording" not in [title for title, _ in talk.buttons]


async def test_an_order_without_its_paper_offers_neither(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    talk = await shown(database, order, DESK)
    assert {"Open the order", "Check the wording"}.isdisjoint(title for title, _ in talk.buttons)
