"""What a force decides about duty is read whole, and a slip in it is said in one line."""

from datetime import timedelta

import pytest

from domain.contacts import Risk
from domain.duty_rules import LADDERS, DutyRules, Ladder
from domain.errors import Unreadable
from domain.policies import Policy, read_policy


def test_a_silent_file_has_the_rules_of_the_house() -> None:
    assert read_policy("version = 1").duty == DutyRules() == Policy().duty


def test_a_force_sets_its_own() -> None:
    rules = read_policy("""
        version = 1
        [snooze]
        most = 5
        reason_from = 1
        [duty]
        accept_minutes = 60
        [escalation]
        duty_inspector = ["Duty.Inspector@force.example", "second@force.example"]
        [escalation.high]
        repeat_minutes = 15
        inspector_minutes = 300
    """).duty
    assert (rules.snoozes, rules.reason_from, rules.offer_lasts) == (5, 1, timedelta(hours=1))
    assert rules.inspector == ("duty.inspector@force.example", "second@force.example")
    high = [timedelta(minutes=one) for one in (15, 120, 240, 300)]
    assert rules.ladder(Risk.UNASSESSED) == rules.ladder(Risk.HIGH) == Ladder(*high)
    assert rules.ladder(Risk.STANDARD) == LADDERS[Risk.STANDARD]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("[snooze]\nmost = 0", "snooze.most must be a whole number from 1 to 20"),
        ("[snooze]\nmost = true", "snooze.most must be a whole number from 1 to 20"),
        ("[snooze]\noften = 1", "snooze.often is no setting of this file"),
        ("[duty]\naccept_minutes = 4", "duty.accept_minutes must be a whole number"),
        ("[escalation]\nhigh = 1", "escalation.high must be a section"),
        ("[escalation.low]\nrepeat_minutes = 5", "escalation.low is no setting of this file"),
        ("[escalation.high]\nrepeat = 5", "escalation.high.repeat is no setting of this file"),
        ("[escalation.high]\nrepeat_minutes = 120", "escalation.high must tell the owner again first"),
        ("[escalation.high]\ndeputy_minutes = 20", "escalation.high must tell the owner again first"),
        ("[escalation.standard]\nrepeat_minutes = 1.5", "escalation.standard.repeat_minutes must be a whole number"),
        ('[escalation]\nduty_inspector = "somebody"', "escalation.duty_inspector must be one of"),
        ("[escalation]\nduty_inspector = []", "escalation.duty_inspector must be one of"),
        ('[escalation]\nduty_inspector = ["supervisor", "a@b"]', "escalation.duty_inspector must be one of"),
        ("[escalation]\nduty_inspector = 3", "escalation.duty_inspector must be one of"),
    ],
)
def test_a_slip_is_said_in_one_line(wrong: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_policy(f"version = 1\n{wrong}")
    assert refused.value.advice.startswith(said)
