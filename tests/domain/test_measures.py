"""The table of measures: whole for every kind, no further than its sources, and its clocks and lengths as another reckoning has them."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.london import LONDON, to_london
from domain.measure_duties import duties_on_arrest, duties_when_made
from domain.measure_entry import cautions, read_fields, with_hearing
from domain.measure_table import ENTERED, MEASURES, measure_of
from domain.measure_words import NO_POWER, POWER_UNKNOWN, power_words, state_words
from domain.measures import Consequence, Field, Kind, Mark, Measure, Power, Proof, Since
from domain.order_states import standing_at, standing_words
from domain.orders import ENDED, OrderState
from tests.breaches import NOW
from tests.fakes.chat import LIBRARY
from tests.orders import an_order

DAYS = st.dates(date(2025, 1, 1), date(2026, 11, 20))
MOMENTS = st.integers(1_735_689_600, 1_830_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def later(day: date, months: int) -> date:
    """By the months of a calendar, one after another."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


@pytest.mark.parametrize("row", MEASURES.values(), ids=lambda row: row.kind)
def test_each_row_is_whole(row: Measure) -> None:
    facts = (row.made_by, row.test, row.length, row.breach, row.arrest, *row.notes, *(one.words for one in row.duties))
    assert all(one.words.endswith(".") or "within" in one.words for one in facts)
    assert all(one.source for one in facts)
    assert row.page in {page.name for page in LIBRARY.pages}
    assert {"not_yet_known", "in_force", "end_unknown", "expired", "discharged"} <= row.states.keys() <= set(OrderState)


def test_what_has_no_source_is_never_told_as_settled() -> None:
    facts = [
        one
        for row in MEASURES.values()
        for one in (row.made_by, row.test, row.length, row.breach, row.arrest, *row.notes, *(duty.words for duty in row.duties))
    ]
    assert [one for one in facts if (one.source == "no source seen") is not (one.mark is Mark.UNVERIFIED)] == []


@pytest.mark.parametrize("row", MEASURES.values(), ids=lambda row: row.kind)
def test_only_what_is_an_offence_asks_what_excuse_there_was(row: Measure) -> None:
    proofs = {proof for proof, _ in row.proofs}
    assert {Proof.IDENTITY, Proof.IN_FORCE, Proof.FORBIDDEN_ACT, Proof.AWARENESS} <= proofs
    assert (Proof.NO_EXCUSE in proofs) is (row.consequence is Consequence.OFFENCE)
    assert (Proof.POWER_ATTACHED in proofs) is (row.power is Power.CLAUSE)


def test_the_rule_of_the_power_is_that_of_its_statute() -> None:
    assert {kind for kind, row in MEASURES.items() if row.power is Power.NONE} == {Kind.UNDERTAKING}
    assert {kind for kind, row in MEASURES.items() if row.power is Power.CLAUSE} == {Kind.OCCUPATION}
    assert {kind for kind, row in MEASURES.items() if row.power is Power.STATUTE} == {Kind.DVPN, Kind.DVPO, Kind.DAPN, Kind.BAIL}


def test_duties_have_the_times_of_the_law() -> None:
    hours = {(row.kind, one.since): one.within / timedelta(hours=1) for row in MEASURES.values() for one in row.duties}
    assert hours == {
        (Kind.OCCUPATION, Since.ARREST): 24,
        (Kind.DVPN, Since.MADE): 48,
        (Kind.DVPN, Since.ARREST): 24,
        (Kind.DVPO, Since.ARREST): 24,
        (Kind.DAPN, Since.MADE): 48,
        (Kind.DAPN, Since.ARREST): 24,
        (Kind.DAPO, Since.MADE): 72,
    }


@given(made=MOMENTS, kind=st.sampled_from(list(Kind)))
def test_a_clock_is_plain_hours_whatever_the_clocks_on_the_wall_do(made: datetime, kind: Kind) -> None:
    owed = duties_when_made(replace(an_order(), kind=kind, made_at=made))
    seconds = [one.within.total_seconds() for one in measure_of(kind).duties if one.since is Since.MADE]
    assert [one.due_at.timestamp() - made.timestamp() for one in owed] == seconds


@given(kind=st.sampled_from(list(Kind)), first=MOMENTS, second=MOMENTS)
def test_of_two_arrests_the_first_starts_the_clock(kind: Kind, first: datetime, second: datetime) -> None:
    owed = duties_on_arrest(replace(an_order(), kind=kind), [("arrest", first), ("interview", second), ("arrest", second)])
    assert all(one.due_at == min(first, second) + timedelta(hours=24) for one in owed)


@given(made=DAYS, length=st.integers(1, 1500), row=st.sampled_from(ENTERED))
def test_a_length_is_told_where_its_kind_does_not_have_it(made: date, length: int, row: Measure) -> None:
    ends = made + timedelta(days=length)
    read = read_fields(row, {"made": f"{made:%d/%m/%Y} 10:00", "ends": f"{ends:%d/%m/%Y} 10:00"}, NOW)
    expected = {
        Kind.DVPO: not 14 <= length <= 28,
        Kind.SPO: ends < later(made, 24),
        Kind.BAIL: ends > later(made, 3),
    }.get(row.kind, False)
    assert any("as entered" in one for one in cautions(row, read)) is expected


@given(made=DAYS, hour=st.integers(0, 23))
def test_a_notice_is_held_to_run_to_the_last_day_of_its_hearing(made: date, hour: int) -> None:
    row = measure_of(Kind.DVPN)
    read = with_hearing(row, read_fields(row, {"made": f"{made:%d/%m/%Y} {hour:02}:30"}, NOW))
    assert read.made_at is not None
    last = datetime.fromtimestamp(read.made_at.timestamp() + 48 * 3600, LONDON).date()
    assert read.hearing_on == last
    order = replace(an_order(), kind=Kind.DVPN, made_on=made, made_at=read.made_at, expires_at=None, return_hearing_on=last)
    after = standing_at([order], read.made_at + timedelta(days=4))
    assert after.state not in ENDED
    assert standing_words(after).startswith("May have ended at the hearing: check with the court")


@pytest.mark.parametrize("later", [timedelta(days=1), timedelta(minutes=1)], ids=["a day", "a minute of today"])
def test_what_is_to_come_is_refused(later: timedelta) -> None:
    row, made = measure_of(Kind.DVPO), to_london(NOW + later)
    with pytest.raises(Unreadable, match="still to come"):
        read_fields(row, {"made": f"{made:%d/%m/%Y %H:%M}"}, NOW)


def test_the_power_of_a_clause_is_known_attached_ended_or_not_there() -> None:
    order = replace(an_order(), kind=Kind.OCCUPATION)
    assert POWER_UNKNOWN in power_words(order, NOW)
    assert NO_POWER in power_words(replace(order, power_clauses=""), NOW)
    attached = replace(order, power_clauses="2, 3", power_until=NOW)
    assert power_words(attached, NOW - timedelta(seconds=1)).endswith("it runs.")
    assert power_words(attached, NOW).endswith("it had ended by then.")


@given(kind=st.sampled_from(list(Kind)), state=st.sampled_from(list(OrderState)))
def test_an_ended_measure_is_never_said_as_one_that_runs(kind: Kind, state: OrderState) -> None:
    said = state_words(kind, state)
    assert said
    live = (OrderState.IN_FORCE, OrderState.VARIED, OrderState.END_UNKNOWN, OrderState.RETURN_HEARING_PASSED)
    assert not (state in live and said.endswith(": history only"))


def test_a_field_that_its_kind_does_not_have_is_not_read() -> None:
    row = measure_of(Kind.UNDERTAKING)
    read = read_fields(row, {"made": "2/11/2026", "power_clauses": "2", "notice": "without"}, NOW)
    assert (read.power_clauses, read.without_notice) == (None, None)
    assert Field.POWER_CLAUSES not in row.fields


def test_a_notice_whose_hearing_is_to_come_runs_and_says_when_it_is_heard() -> None:
    day = date(2026, 11, 23)
    order = replace(an_order(), kind=Kind.DAPN, made_on=date(2026, 11, 21), expires_at=None, return_hearing_on=day)
    assert standing_words(standing_at([order], NOW)) == "The notice runs on what was entered from it (hearing of 23 November 2026)"
    unknown = replace(order, return_hearing_on=None)
    assert standing_words(standing_at([unknown], NOW)).startswith("The hearing is not known")
