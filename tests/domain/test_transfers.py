"""The rules of a transfer to another force, and the part of the policy that names the forces."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import transfers
from domain.contacts import Risk, plan_for
from domain.errors import Outdated, Unreadable
from domain.policies import read_policy
from domain.transfer_pack import Pack, PackedOrder, taken_over
from domain.transfer_rules import OtherForce, TransferRules, public_words
from domain.transfers import Asked, TransferState
from tests.orders import an_order
from tests.people import DESK, EVERYONE, SUPERVISOR, VLO

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
KEY = bytes(range(64))
WEST = OtherForce("west", "Westward Police", frozenset({"wwp"}), KEY, "https://nmo.west.example")
RULES = TransferRules("Made-up Police", forces=(WEST, OtherForce("south-west", "South Westward Constabulary")))
FILE = f"""
version = 1
[transfer]
name = "Made-up Police"
accept_hours = 12
[transfer.forces.west]
name = "Westward Police"
aliases = ["WWP"]
key = "{public_words(KEY)}"
url = "https://nmo.west.example"
"""


def sent() -> transfers.Transfer:
    return transfers.sent(UUID(int=1), "demo", "TR-XXXXXX", WEST, Asked("DS Example"), VLO.id, UUID(int=2), (), NOW, RULES)


def test_the_forces_of_the_policy_are_read_with_their_keys() -> None:
    rules = read_policy(FILE).transfers
    assert rules.forces == (WEST,)
    assert (rules.own_name, rules.accept_within) == ("Made-up Police", timedelta(hours=12))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            f'key = "{public_words(KEY)}"',
            'key = "nmo1:AAAA"',
        ),
        (f'key = "{public_words(KEY)}"', "key = 7"),
        ('url = "https://nmo.west.example"', 'url = "http://nmo.west.example"'),
        ('url = "https://nmo.west.example"', 'url = "https://nmo.west.example/path"'),
        ('name = "Westward Police"', 'name = ""'),
        ("[transfer.forces.west]", "[transfer.forces.West]"),
        ("accept_hours = 12", "accept_hours = 0"),
        ('aliases = ["WWP"]', 'alias = ["WWP"]'),
    ],
)
def test_a_slip_in_the_policy_is_told_with_its_line(wrong: str, told: str) -> None:
    with pytest.raises(Unreadable, match=r"(?i)line \d+"):
        read_policy(FILE.replace(wrong, told))


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("westward police", ["west"]),
        ("WWP", ["west"]),
        ("west", ["west"]),
        ("westward", ["west", "south-west"]),
        ("South Westward", ["south-west"]),
        ("police", []),
        ("nowhere", []),
    ],
)
def test_a_force_is_meant_by_its_code_an_alias_or_words_of_its_name(words: str, codes: list[str]) -> None:
    assert [one.code for one in RULES.meant(words)] == codes


def test_a_transfer_is_answered_once() -> None:
    done = transfers.accepted(sent(), "DS Example", NOW, by_hand=True)
    assert (done.state, done.version) == (TransferState.ACCEPTED, 2)
    with pytest.raises(Outdated, match=transfers.ANSWERED):
        transfers.accepted(done, "DS Example", NOW, by_hand=True)
    with pytest.raises(Outdated, match=transfers.ANSWERED):
        transfers.declined(done, "DS Example", "no", NOW, by_hand=True)
    with pytest.raises(Outdated, match=transfers.ANSWERED):
        transfers.withdrawn(done, "Vic", NOW)


def test_what_came_sealed_is_no_slip_of_ours() -> None:
    with pytest.raises(Outdated, match=transfers.ANSWERED):
        transfers.reopened(transfers.accepted(sent(), "DS Example", NOW, by_hand=False), NOW)


def test_a_refusal_says_why_and_nobody_writes_a_book() -> None:
    with pytest.raises(Unreadable, match=transfers.SAY_WHY):
        transfers.declined(sent(), "DS Example", " ", NOW, by_hand=True)
    with pytest.raises(Unreadable, match="too long"):
        transfers.declined(sent(), "DS Example", "x" * 501, NOW, by_hand=True)
    with pytest.raises(Unreadable, match="too long"):
        transfers.asked({"acceptor": "x" * 501})


def test_whom_the_sender_named_receives_it_else_the_desk() -> None:
    assert transfers.receivers(EVERYONE, "vic liaison, 0000") == [VLO.id]
    assert transfers.receivers(EVERYONE, "somebody, sandy@force.example") == [SUPERVISOR.id]
    assert transfers.receivers(EVERYONE, "Somebody Else") == [DESK.id]
    assert transfers.receivers([SUPERVISOR], "") == [SUPERVISOR.id]


@given(
    st.sampled_from(list(Risk)),
    st.sampled_from(list(Risk)),
    st.timedeltas(timedelta(days=-30), timedelta(days=30)),
)
def test_a_person_taken_over_is_never_contacted_later_or_at_a_lower_risk_than_before(here: Risk, theirs: Risk, due: timedelta) -> None:
    order, rank = an_order(), [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED]
    pack = Pack(
        UUID(int=1), "TR-XXXXXX", "west", "Westward Police", "demo", NOW, NOW, "a", "b", "c", "", (PackedOrder(order),), theirs, NOW + due
    )
    before = plan_for(order, NOW, here)
    plan = taken_over(before, pack, NOW)
    assert rank.index(plan.risk) == min(rank.index(here), rank.index(theirs))
    contacts_owed = [one.must_by for one in plan.ahead if one.must_by > NOW]
    latest = NOW + timedelta(hours=24)
    assert min(contacts_owed) <= (min(latest, NOW + due) if due > timedelta(0) else latest)
    assert plan.remind_at == NOW
