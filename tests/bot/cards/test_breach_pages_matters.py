"""What a page and the last look say of the time, of the version that governed then and of an address that is withheld."""

from dataclasses import replace

import pytest

from bot.cards.breach_pages import check_card, page_card
from domain.breaches.drafts import page_of
from domain.breaches.guarding import NOT_HELD
from domain.orders import PartyRole
from tests.bot.cards.test_breach_pages import WHOSE, an_offer, last_look, shown_page, told
from tests.breaches import ACCOUNT, SIMPLE, a_draft
from tests.fakes.talk import words
from tests.orders import a_party, an_order


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            "last night about ten",
            "When: Sat 21 November 2026 at about 22:00. State of the order then: In force on what the court last told us. Wrong? Back.",
        ),
        ("bin day", "When: not known. State of the order then: not reckoned, because the time is not known. Wrong? Back."),
    ],
)
def test_what_was_made_of_the_time_is_said_on_the_page_after_it(when: str, said: str) -> None:
    draft = a_draft("no", {**ACCOUNT, "when": when}, *(["when: bin day"] if when == "bin day" else []))
    assert said in list(words(shown_page(page_of("conditions"), draft)))
    assert [text for text in words(shown_page(page_of("knowledge"), draft)) if text.startswith("When: ")] == []


def test_nothing_is_said_of_a_time_that_was_not_given() -> None:
    assert [text for text in words(shown_page(page_of("conditions"), a_draft("no"))) if text.startswith("When: ")] == []


def test_the_versions_that_may_have_governed_stand_beside_the_state_on_the_page_of_the_conditions_and_on_the_last_look() -> None:
    whole = a_draft(*SIMPLE)
    of_two = replace(told(whole, an_order(version=2, variation=1)), versions=(1, 2))
    stood = "Versions 1 and 2 may have governed then."
    last, page = (
        list(words(card)) for card in (check_card(of_two, an_offer()), page_card(of_two, page_of("conditions"), an_offer(), WHOSE))
    )
    assert [text for text in last if text.endswith(stood)] != []
    assert [text for text in page if text.endswith(f"{stood} Wrong? Back.")] != []
    assert [text for text in page if "open the paper of each" in text] != []


def test_the_last_look_says_where_no_address_is_held_that_could_be_kept_out() -> None:
    unknown = an_order(applicant=a_party(role=PartyRole.APPLICANT, address1=None, address2=None, postcode=None))
    shown = list(words(check_card(told(a_draft(*SIMPLE), unknown), an_offer())))
    assert NOT_HELD in shown
    assert "not the protected address" in NOT_HELD
    assert NOT_HELD not in last_look(*SIMPLE)


def test_the_last_look_tells_a_condition_that_may_be_the_protected_address_by_its_number() -> None:
    hidden = an_order(applicant=a_party(role=PartyRole.APPLICANT, withheld=frozenset({"address1"}), address1=None))
    whole = a_draft(*SIMPLE)
    own = ("5. The respondent must not go to 9 Millrace Lane.",)
    named = tuple(replace(one, values=("term_2_3",), quoted=own) if one.question == "conditions" else one for one in whole.answers)
    shown = " ".join(words(check_card(told(replace(whole, answers=named), hidden), an_offer())))
    assert "Millrace" not in shown
    assert shown.count("condition 5: names a place that may be the protected address, read it in the sealed order") == 2
