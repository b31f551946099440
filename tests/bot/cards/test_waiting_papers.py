"""A paper that waits for an order: what was read of it beside what the register holds, and nothing that is a secret."""

from itertools import pairwise
from uuid import uuid4

from bot.cards.waiting_papers import IN_THE_PAPER, waiting_card
from bot.offers import Offer
from domain.orders import PartyRole
from services.attached_papers import Waiting
from tests.fakes.clock import NOON
from tests.fakes.talk import words
from tests.orders import a_party, an_order
from tests.people import DESK

READ = {
    "case_no": "1740732471291744",
    "made_on": "2026-05-03",
    "respondent_forenames": "John",
    "respondent_surname": "Smith",
    "conditions": "The respondent must not go to 3 Cobbler's Yard.\nThe respondent must not use or threaten violence.",
}


SECRET = a_party(role=PartyRole.APPLICANT, address1=None, postcode=None, withheld=frozenset({"address"}))


def drawn(values: dict[str, str], **changes: object) -> list[str]:
    order = an_order(case_no=READ["case_no"], **changes)
    return list(words(waiting_card(order, [Waiting(uuid4(), "order.pdf", NOON, values)], Offer(DESK.id, "talk", NOON))))


def test_what_differs_from_the_register_is_told_beside_it_and_what_agrees_by_itself() -> None:
    said = drawn(READ)
    told = dict(pairwise(said))
    assert told["Respondent"] == "John Smith"
    assert told["The day it was made"].startswith("3 May 2026 (held here: ")


def test_the_wording_is_shown_as_checked_by_nobody_and_a_secret_place_is_left_to_the_paper() -> None:
    told = drawn(READ)
    assert told[told.index("Conditions as read, checked by nobody:") + 1] == "1. The respondent must not go to 3 Cobbler's Yard."
    hidden = drawn(READ, applicant=SECRET)
    assert (f"1. {IN_THE_PAPER}" in hidden, "2. The respondent must not use or threaten violence." in hidden) == (True, True)


def test_a_very_long_wording_is_read_in_the_paper() -> None:
    said = drawn({**READ, "conditions": "\n".join(["The respondent must not. " * 40] * 6)})
    assert "6 conditions, too long to show here: read them in the paper." in said
