"""What an officer types of duty is told apart from everything else that is typed."""

import pytest

from bot.duty_words import Duty, DutyAsked, duty_asked, may_say
from domain.duty import Kind
from tests.fakes.clock import NOON
from tests.people import RESPONSE, SUPERVISOR, VLO

MEANT = {
    "snooze": DutyAsked(Duty.PUT_OFF),
    "Snooze til 10 tmrw.": DutyAsked(Duty.PUT_OFF, when="til 10 tmrw"),
    "til 10 tmrw": DutyAsked(Duty.PUT_OFF, when="til 10 tmrw", plain=False),
    "for an hour": DutyAsked(Duty.PUT_OFF, when="for an hour", plain=False),
    "remind me after lunch": DutyAsked(Duty.PUT_OFF, when="after lunch"),
    "remind me about jane in an hour": DutyAsked(Duty.PUT_OFF, "jane", when="in an hour"),
    "put it off til 3": DutyAsked(Duty.PUT_OFF, when="til 3"),
    "snooze NMO-ABC123 til 10": DutyAsked(Duty.PUT_OFF, "NMO-ABC123", when="til 10"),
    "snooze jane marlow til 10 because they are at work": DutyAsked(Duty.PUT_OFF, "jane marlow", when="til 10", why="they are at work"),
    "not today, sort it fri": DutyAsked(Duty.PUT_OFF, when="not today, sort it fri", plain=False),
    "I've got it": DutyAsked(Duty.ACKNOWLEDGE, plain=False),
    "ack NMO-ABC123": DutyAsked(Duty.ACKNOWLEDGE, "NMO-ABC123", plain=False),
    "give it to PC Example": DutyAsked(Duty.GIVE, who="PC Example", plain=False),
    "give to PC Example": DutyAsked(Duty.GIVE, who="PC Example", plain=False),
    "reassign NMO-ABC123 to kit rowan": DutyAsked(Duty.GIVE, "NMO-ABC123", "kit rowan"),
    "give jane marlow to kit rowan": DutyAsked(Duty.GIVE, "jane marlow", "kit rowan", plain=False),
    "give a contact to kit rowan": DutyAsked(Duty.GIVE, who="kit rowan", plain=False),
    "give contacts": DutyAsked(Duty.GIVE, plain=False),
    "I want to hand one of the team's contacts on to somebody else": DutyAsked(Duty.GIVE, plain=False),
    "give jane marlow to someone": DutyAsked(Duty.GIVE, "jane marlow", plain=False),
    "give all mine to Kit Rowan": DutyAsked(Duty.GIVE_ALL, who="Kit Rowan"),
    "hand all my contacts to 4201": DutyAsked(Duty.GIVE_ALL, who="4201"),
    "I'm off from Monday til 14 Dec, cover PS Example": DutyAsked(
        Duty.ABSENCE, who="PS Example", when="Monday", until="14 Dec", plain=False
    ),
    "im off sick today": DutyAsked(Duty.ABSENCE, when="today", kind=Kind.SICK, plain=False),
    "I am on a course tomorrow": DutyAsked(Duty.ABSENCE, when="tomorrow", kind=Kind.COURSE, plain=False),
    "Vic Liaison is off sick, cover Dale Desk": DutyAsked(Duty.ABSENCE, "Vic Liaison", "Dale Desk", kind=Kind.SICK, plain=False),
    "I'm back at work": DutyAsked(Duty.BACK),
    "who is away today?": DutyAsked(Duty.AWAY),
    "my shifts are mon-fri 8-16": DutyAsked(Duty.SHIFTS, when="mon-fri 8-16"),
    "clear my shifts": DutyAsked(Duty.SHIFTS),
    "what was escalated to me?": DutyAsked(Duty.ESCALATED),
}


@pytest.mark.parametrize(("typed", "meant"), MEANT.items())
def test_a_line_of_duty_is_read_with_its_parts(typed: str, meant: DutyAsked) -> None:
    assert duty_asked(typed, NOON) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "he is away",
        "I'm off duty",
        "off",
        "hand over to Kit",
        "give me the contacts due",
        "give a caution to the suspect",
        "can i give it to someone",
        "until he left at 10 he was shouting",
        "for breach of order",
        "any nmo on john smith dob 12/3/85",
        "what is a snooze",
        "who is john smith",
        "she is off her head",
        "x" * 301,
    ],
)
def test_what_is_of_something_else_is_left_alone(typed: str) -> None:
    assert duty_asked(typed, NOON) is None


def test_in_the_midst_of_a_record_only_what_is_plain_is_heard_and_only_of_who_makes_contacts() -> None:
    plain, bare = MEANT["snooze"], MEANT["til 10 tmrw"]
    assert [may_say(one, VLO, in_the_midst=midst) for one in (plain, bare) for midst in (False, True)] == [True, True, True, False]
    assert not may_say(plain, RESPONSE, in_the_midst=False)


def test_only_a_supervisor_says_that_somebody_else_is_away() -> None:
    theirs = MEANT["Vic Liaison is off sick, cover Dale Desk"]
    assert [may_say(theirs, one, in_the_midst=False) for one in (VLO, SUPERVISOR)] == [False, True]
