"""Words of duty that no fixed line has are understood as the public contract reads them, and nothing else is taken for them."""

import re
from pathlib import Path

import pytest

import guidance
from bot.duty_meant import duty_heard
from bot.duty_words import Duty, DutyAsked
from domain.officers import Officer
from tests.fakes.clock import NOON
from tests.people import ADMIN, RESPONSE, SUPERVISOR, VLO

PAGES = sorted((Path(guidance.__file__).parent / "content").glob("*.md"))
MEANT = {
    "can you remind me tomorrow morning": DutyAsked(Duty.PUT_OFF, when="tomorrow morning", plain=False),
    "push Jade's contact to mon am": DutyAsked(Duty.PUT_OFF, "Jade", when="Monday morning", plain=False),
    "delay mary's contact by 2 days": DutyAsked(Duty.PUT_OFF, "Mary", when="in 2 days", plain=False),
    "ask me again in an hour": DutyAsked(Duty.PUT_OFF, when="in 1 hours", plain=False),
    "bump LS25F00442 to 9am tomorrow": DutyAsked(Duty.PUT_OFF, "LS25F00442", when="tomorrow 09:00", plain=False),
    "later": DutyAsked(Duty.PUT_OFF, plain=False),
    "hand over angela ross to sgt lee": DutyAsked(Duty.GIVE, "Angela Ross", "Lee", plain=False),
    "can you assign Priya Patel to Kate Marsh": DutyAsked(Duty.GIVE, "Priya Patel", "Kate Marsh", plain=False),
    "dan hill is taking over my contacts": DutyAsked(Duty.GIVE_ALL, who="Dan Hill", plain=False),
    "snooze til 3": DutyAsked(Duty.PUT_OFF, when="til 3"),
}


def heard(typed: str, officer: Officer = VLO, *, in_the_midst: bool = False) -> DutyAsked | None:
    return duty_heard(typed, NOON, officer, in_the_midst=in_the_midst)


@pytest.mark.parametrize(("typed", "meant"), MEANT.items())
def test_it_is_heard_with_whose_it_is_and_until_when_or_to_whom(typed: str, meant: DutyAsked) -> None:
    assert heard(typed) == heard(typed, SUPERVISOR) == meant


@pytest.mark.parametrize("typed", MEANT)
def test_whoever_makes_no_contacts_means_something_else_by_it(typed: str) -> None:
    assert [heard(typed, one) for one in (RESPONSE, ADMIN)] == [None, None]


def test_in_the_midst_of_a_record_only_a_plain_line_is_heard() -> None:
    assert [typed for typed in MEANT if heard(typed, in_the_midst=True)] == ["snooze til 3"]


@pytest.mark.parametrize(
    "typed",
    [
        "swap sarah khan from kate marsh to dan hill",
        "move all south team contacts to DC Amy Pond",
        "can someone else take jade's contacts, i'm on leave",
        "she reported it 8 months later",
        "any nmo on john smith dob 12/3/85",
        "my contacts",
        "he was told to leave and came back",
        "victim moved to lancashire, send the case over",
        "push it back 3 days " + "x" * 300,
    ],
)
def test_what_is_not_ones_own_to_move_and_what_is_of_something_else_is_left_alone(typed: str) -> None:
    assert heard(typed) is None


def test_nothing_that_a_page_of_guidance_is_asked_by_is_taken_for_duty() -> None:
    asked = [line for page in PAGES for line in re.findall(r'^  - "(.+)"$', page.read_text(encoding="utf-8"), re.MULTILINE)]
    assert len(asked) > 1_000
    assert [line for line in asked if heard(line)] == []
