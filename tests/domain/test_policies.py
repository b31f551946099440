"""A force's policy is read whole or not at all, and what is wrong is said in one plain line."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.errors import Unreadable
from domain.policies import REASONS, Policy, Reason, read_policy

FORCES = Path(__file__).parents[2] / "forces"


def test_a_file_that_says_little_leaves_the_rest_as_the_house_has_it() -> None:
    assert read_policy("version = 3") == Policy(version=3)


def test_what_a_force_says_counts() -> None:
    text = """
        version = 7
        [reason]
        ask = false
        minutes = 45
        [reason.list]
        call_999 = "999 call"
        other = " Something else "
        [lookups]
        an_hour = 20
        [evidence]
        soon_lost_hours = 6
        other_days = 3
        [risk]
        tool = " DASH "
        [working_days]
        closed = [2027-05-10]
        open = [2027-05-03, 2027-05-31]
    """
    reasons = (Reason("call_999", "999 call"), Reason("other", "Something else"))
    assert read_policy(text) == Policy(
        7,
        asks_reason=False,
        reason_lasts=timedelta(minutes=45),
        reasons=reasons,
        lookups_an_hour=20,
        soon_lost=timedelta(hours=6),
        other_evidence=timedelta(days=3),
        risk_tool="DASH",
        closed_days=frozenset({date(2027, 5, 10)}),
        open_days=frozenset({date(2027, 5, 3), date(2027, 5, 31)}),
    )


def test_the_made_up_force_asks_with_the_list_of_the_house() -> None:
    policy = read_policy((FORCES / "demo.toml").read_text(encoding="utf-8"))
    assert (policy.asks_reason, policy.reasons, policy.version > 0) == (True, REASONS, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "version must be a whole number from 1"),
        ("version = 0", "version must be a whole number"),
        ('version = 1\n[risk]\ntool = "a name that no tool of risk has"', "risk.tool must be a name of at most 20 letters"),
        ("version = 1\n[risk]\ntool = 7", "risk.tool must be a name"),
        ("version = true", "version must be a whole number"),
        ("version = ", "it is not TOML"),
        ("version = 1\nask = true", "ask is no setting of this file"),
        ("version = 1\nreason = true", "reason must be a section, [reason]"),
        ("version = 1\n[reason]\nasks = true", "reason.asks is no setting of this file"),
        ("version = 1\n[reason]\nask = 'no'", "reason.ask must be true or false"),
        ("version = 1\n[reason]\nminutes = 0", "reason.minutes must be a whole number from 1 to 720"),
        ("version = 1\n[reason]\nminutes = 30.0", "reason.minutes must be a whole number from 1 to 720"),
        ("version = 1\n[reason]\nlist = ['a']", "reason.list must hold 1 to 8 reasons"),
        ("version = 1\n[reason.list]", "reason.list must hold 1 to 8 reasons"),
        ("version = 1\n[reason.list]\n" + "\n".join(f"r{n} = 'a'" for n in range(9)), "reason.list must hold 1 to 8 reasons"),
        ("version = 1\n[reason.list]\nBail = 'Bail'", "reason.list: Bail is no code"),
        ("version = 1\n[reason.list]\nbatch = 'Batch'", "reason.list: batch is no code"),
        ("version = 1\n[reason.list]\nbail = ' '", "reason.list.bail must be words"),
        ("version = 1\n[reason.list]\nbail = 5", "reason.list.bail must be words"),
        (f"version = 1\n[reason.list]\nbail = '{'b' * 41}'", "reason.list.bail must be words, at most 40 letters long"),
        ("version = 1\n[lookups]\nan_hour = 1001", "lookups.an_hour must be a whole number from 1 to 1000"),
        ("version = 1\n[evidence]\nsoon_lost_hours = 0", "evidence.soon_lost_hours must be a whole number from 1 to 720"),
        ("version = 1\n[evidence]\nother_days = 91", "evidence.other_days must be a whole number from 1 to 90"),
        ("version = 1\n[guidance]\npilots = ['tea']", "guidance.pilots: tea is no pilot that is known; there is dapo"),
        ("version = 1\n[guidance]\npilots = 'dapo'", "guidance.pilots must be a list of names"),
        ("version = 1\n[guidance]\nareas = [1]", "guidance.areas must be a list of names"),
        ("version = 1\n[guidance]\nareas = ['']", "guidance.areas must be a list of names"),
        ("version = 1\n[guidance]\nareas = ['" + "x" * 61 + "']", "guidance.areas must be a list of names"),
        ("version = 1\n[guidance]\ntowns = []", "guidance.towns is no setting of this file"),
        ("version = 1\n[experts]\ndefault = 'chief'", "experts.default must be one of response, vlo"),
        ("version = 1\n[experts]\ndefault = 1", "experts.default must be one of response, vlo"),
        ("version = 1\n[experts]\ndays = 0", "experts.days must be a whole number from 1 to 30"),
        ("version = 1\n[experts]\ntopics = 'bail'", "experts.topics must be a section, [experts.topics]"),
        ("version = 1\n[experts.topics]\nbail = 'a @b'", "experts.topics.bail must be one of response, vlo"),
        ("version = 1\n[working_days]\nclosed = 2027-05-10", "working_days.closed must be a list of dates"),
        ("version = 1\n[working_days]\nopen = ['2027-05-10']", "working_days.open must be a list of dates"),
        ("version = 1\n[working_days]\nopen = [2027-05-10T09:00:00Z]", "working_days.open must be a list of dates"),
        ("version = 1\n[working_days]\nclosed = [2027-05-10]\nopen = [2027-05-10]", "working_days: 2027-05-10 is both closed and open"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_of_the_file_counts(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        read_policy(text)
    assert wrong.value.advice.startswith(words)


def test_the_pilots_and_areas_of_a_force_are_read_in_small_letters() -> None:
    policy = read_policy('version = 1\n[guidance]\npilots = ["DAPO"]\nareas = [" Made-up Coast ", "made-up north"]')
    assert (sorted(policy.pilots), sorted(policy.areas)) == (["dapo"], ["made-up coast", "made-up north"])


def test_whom_a_topics_questions_go_to_is_a_role_or_an_address_in_small_letters() -> None:
    assert (Policy().expert, Policy().experts, Policy().expert_days) == ("orders_desk", {}, 2)
    policy = read_policy('version = 1\n[experts]\ndefault = "supervisor"\ndays = 5\n[experts.topics]\nbail = "Kit.Rowan@Force.example"')
    assert (policy.expert, policy.experts, policy.expert_days) == ("supervisor", {"bail": "kit.rowan@force.example"}, 5)
