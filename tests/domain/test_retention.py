"""The clock of a record's review, by another reckoning; what a hold stops; and what a force's file may say."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotAllowed, Outdated, Unreadable
from domain.measures import Kind
from domain.policies import read_policy
from domain.retention import (
    Decided,
    Group,
    KeptRecord,
    RecordClass,
    RetentionRules,
    ReviewRule,
    clock_from,
    demand_disposable,
    group_of,
    hold_lifted,
    is_due,
    put_on_hold,
    regrouped,
    retained,
    review_on,
    years_after,
)
from tests.fakes.clock import NOON
from tests.orders import an_order

FORCES = Path(__file__).parents[2] / "forces"
RULES = RetentionRules()
BY = UUID(int=7)
DAYS = st.dates(date(2010, 1, 1), date(2060, 12, 31))


def ended_on(day: date, **more: object) -> KeptRecord:
    """At noon of that day, which is the same day in London and in UTC."""
    return replace(KeptRecord(replace(an_order(), expires_at=datetime.combine(day, time(12), UTC))), **more)  # type: ignore[arg-type]  # by name


@given(day=DAYS, years=st.integers(1, 60))
def test_so_many_years_are_never_a_day_short(day: date, years: int) -> None:
    later = years_after(day, years)
    assert (later.year, (later.month, later.day) in ((day.month, day.day), (3, 1))) == (day.year + years, True)
    assert years_after(day + timedelta(days=1), years) >= later


@given(day=DAYS, breach=st.one_of(st.none(), DAYS))
def test_the_clock_runs_from_the_last_thing_on_the_record(day: date, breach: date | None) -> None:
    kept = ended_on(day, breaches=1 if breach else 0, newest_breach=breach)
    last = date.fromordinal(max(one.toordinal() for one in (day, breach or day)))
    assert clock_from(kept) == last
    assert review_on(kept, RULES) == years_after(last, 10 if breach else 6)


@given(day=DAYS, today=DAYS)
def test_a_record_is_due_from_its_day_on(day: date, today: date) -> None:
    assert is_due(ended_on(day), RULES, today) is (today >= years_after(day, 6))


@given(day=DAYS)
def test_retaining_puts_the_review_off_and_never_brings_it_forward(day: date) -> None:
    kept = ended_on(day)
    one = retained(kept, BY, NOON, "still needed", RULES)
    after = replace(kept, decisions=(one,))
    assert review_on(after, RULES) == max(review_on(kept, RULES), date(2029, 11, 20))


def test_the_class_gives_the_group_until_a_person_moves_it() -> None:
    kept = ended_on(date(2020, 1, 1))
    assert (kept.record_class, group_of(kept, RULES)) == (RecordClass.ORDER, Group.THREE)
    assert replace(kept, order=replace(kept.order, kind=Kind.DVPO)).record_class is RecordClass.MEASURE
    assert group_of(replace(kept, breaches=1), RULES) is Group.TWO
    moved = replace(kept, decisions=(regrouped(kept, BY, NOON, "public protection", Group.ONE),))
    assert group_of(moved, RULES) is Group.ONE


@given(st.lists(st.sampled_from([Decided.HOLD, Decided.LIFT, Decided.RETAIN]), max_size=12))
def test_it_is_held_while_more_holds_were_put_on_than_lifted(wanted: list[Decided]) -> None:
    """A machine with one bit, beside the record's own reckoning; what cannot be is refused by both."""
    kept, held = ended_on(date(2015, 1, 1)), False
    steps = {Decided.HOLD: lambda one: put_on_hold(one, BY, NOON, "why"), Decided.LIFT: lambda one: hold_lifted(one, BY, NOON, "why")}
    for what in wanted:
        allowed = {Decided.HOLD: not held, Decided.LIFT: held}.get(what, True)
        kept, went = stepped(kept, steps.get(what, lambda one: retained(one, BY, NOON, "why", RULES)))
        assert went is allowed
        held = {Decided.HOLD: True, Decided.LIFT: False}.get(what, held) if went else held
        assert kept.is_held is held


def stepped(kept: KeptRecord, take: object) -> tuple[KeptRecord, bool]:
    try:
        return replace(kept, decisions=(*kept.decisions, take(kept))), True  # type: ignore[operator]  # a step of the machine
    except Outdated:
        return kept, False


def test_what_is_not_due_is_not_disposed_of() -> None:
    with pytest.raises(NotAllowed, match="Its review is due on 1 January 2031"):
        demand_disposable(ended_on(date(2025, 1, 1)), RULES, NOON)


def test_a_decision_needs_its_reason() -> None:
    kept = ended_on(date(2015, 1, 1))
    with pytest.raises(Unreadable):
        retained(kept, BY, NOON, "   ", RULES)


def test_a_force_says_its_own_years_and_classes() -> None:
    text = 'version = 1\n[retention.group_3]\nfirst_years = 7\nagain_years = 2\n[retention.classes]\nbreach = "group_1"'
    rules = read_policy(text).retention
    assert rules.groups[Group.THREE] == ReviewRule(7, 2)
    assert rules.groups[Group.ONE] == RULES.groups[Group.ONE]
    assert rules.classes[RecordClass.BREACH] is Group.ONE
    assert rules.soonest == 7


def test_the_made_up_force_has_the_house_s_own() -> None:
    assert read_policy((FORCES / "demo.toml").read_text(encoding="utf-8")).retention == RULES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "version = 1\n[retention.group_3]\nfirst_years = 5",
            r"retention\.group_3\.first_years must be a whole number from 6 to 100 \(line 3\)",
        ),
        ("version = 1\n\n[retention.group_4]\nfirst_years = 6", r"retention\.group_4 is no setting of this file \(line 3\)"),
        (
            'version = 1\n[retention.classes]\norder = "mopi"',
            r"retention\.classes\.order must be one of group_1, group_2, group_3 \(line 3\)",
        ),
        (
            "version = 1\n[retention.group_1]\nagain_years = 0",
            r"retention\.group_1\.again_years must be a whole number from 1 to 30 \(line 3\)",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        read_policy(text)
