"""How often a force contacts protected people is read from its file, and what the house has stands where the file is silent."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.contact_policies import steps_words
from domain.contacts import CADENCE, Event, Risk
from domain.errors import Unreadable
from domain.policies import Policy, read_policy

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FORCES = Path(__file__).parents[2] / "forces"


def test_a_silent_file_leaves_todays_rhythm() -> None:
    assert read_policy("version = 1").contacts == Policy().contacts == CADENCE
    assert read_policy("version = 1\n[contacts.high]\n").contacts == CADENCE


def test_the_made_up_force_writes_out_what_the_house_has() -> None:
    assert read_policy((FORCES / "demo.toml").read_text(encoding="utf-8")).contacts == CADENCE


def test_what_a_file_says_of_one_risk_changes_that_alone() -> None:
    text = """
        version = 1
        [contacts.medium]
        order_known = ["Same day", "3 days"]
        routine_days = 14
        breach = ["4 hours", "24 hours", "7 days"]
        near_expiry_days = [7, 30]
        no_answer = "2 hours"
        release = ["1 hour", "48 hours"]
        move = "12 hours"
        before_hearing_days = [7, 1]
        after_hearing_days = 2
        agreed_days = [3, 40]
        longest_pause_days = 21
        decline_review_days = 45
        skips_closed_days = true
    """
    house = CADENCE[Risk.MEDIUM]
    medium = replace(
        house,
        order_known=(None, 3 * DAY),
        routine_days=14,
        breach=(4 * HOUR, 24 * HOUR, 7 * DAY),
        near_expiry_days=(30, 7),
        try_again=2 * HOUR,
        events={**house.events, Event.RELEASE: (HOUR, 48 * HOUR), Event.MOVE: (12 * HOUR,)},
        before_hearing_days=(7, 1),
        after_hearing_days=2,
        agreed_days=(3, 40),
        longest_pause_days=21,
        decline_review_days=45,
        skips_closed_days=True,
    )
    assert read_policy(text).contacts == {**CADENCE, Risk.MEDIUM: medium}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("contacts = 1", "contacts must be a section, [contacts] (line 2)"),
        ("[contacts.low]", "contacts.low is no setting of this file (line 2)"),
        ("[contacts]\nhigh = 1", "contacts.high must be a section, [contacts.high] (line 3)"),
        ("[contacts.high]\nfreed = ['1 hour']", "contacts.high.freed is no setting of this file (line 3)"),
        ("[contacts.high]\n\nroutine_days = 0", "contacts.high.routine_days must be a whole number from 1 to 365 (line 4)"),
        ("[contacts.high]\nroutine_days = 29", "contacts.high.routine_days must not be more than those of medium (line 3)"),
        ("[contacts.standard]\nroutine_days = 27", "contacts.medium.routine_days must not be more than those of standard (line 2)"),
        ("[contacts.high]\nbreach = ['same day', '48 hours']", "contacts.high.breach must be within hours or days, such as"),
        ("[contacts.high]\nbreach = []", "contacts.high.breach must hold 1 to 5 times (line 3)"),
        ("[contacts.high]\nbreach = ['1 day', '24 hours']", "contacts.high.breach must rise from each time to the next (line 3)"),
        ("[contacts.high]\norder_known = ['same day', '24 hours']", "contacts.high.order_known must rise from each time to the next"),
        ("[contacts.high]\norder_known = ['2 hours', 'same day']", "contacts.high.order_known must be times such as"),
        (
            "[contacts.high]\nmove = 'soon'",
            'contacts.high.move must be times such as "24 hours" or "7 days", at most 60 days, or "same day" as',
        ),
        ("[contacts.high]\nmove = '61 days'", "contacts.high.move must be times such as"),
        ("[contacts.high]\nmove = '0 hours'", "contacts.high.move must be times such as"),
        (
            "[contacts.high]\nno_answer = 'same day'",
            'contacts.high.no_answer must be times such as "24 hours" or "7 days", at most 60 days (line',
        ),
        ("[contacts.high]\nnear_expiry_days = 14", "contacts.high.near_expiry_days must hold 1 to 5 whole numbers from 1 to 90 (line 3)"),
        ("[contacts.high]\nnear_expiry_days = [91]", "contacts.high.near_expiry_days must be a whole number from 1 to 90"),
        ("[contacts.high]\nagreed_days = 14", "contacts.high.agreed_days must be a whole number from 1 to 365"),
        ("[contacts.high]\nagreed_days = [14, 1]", "contacts.high.agreed_days must hold the fewest days and then the most"),
        (
            "[contacts.high]\nskips_closed_days = true",
            "contacts.high.skips_closed_days must be false: high risk never skips a day (line 3)",
        ),
        ("[contacts.medium]\nskips_closed_days = 'yes'", "contacts.medium.skips_closed_days must be true or false"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(said: str, words: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        read_policy(f"version = 1\n{said}")
    assert wrong.value.advice.startswith(words)


def test_the_times_are_told_as_a_file_has_them() -> None:
    assert steps_words((None, 48 * HOUR)) == "same day, then 48 hours"
    assert steps_words((HOUR, 24 * HOUR, 72 * HOUR, 7 * DAY)) == "1 hour, then 24 hours, then 72 hours, then 7 days"
