"""What the records lack is reckoned once a day by itself, against another way of reckoning; the feed is reconciled day by day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.evidence import EvidenceKind, Given, How
from domain.feed_days import Came, reconcile, usual_of
from domain.measures import Kind
from domain.quality import CONFIRMED_WITHIN, Beside, Flaw, flaws_of
from services import evidence
from services.quality import reckon, report, worklist
from storage.work import Database
from tests.fakes.clock import NOON
from tests.local import Beat
from tests.orders import a_party, an_order
from tests.people import ADMIN, DESK, NEIGHBOUR
from tests.reminding import JOB
from tests.trail import trail_of

DAY = timedelta(days=1)
TODAY = NOON.date()


@pytest.fixture
def beat(database: Database) -> Beat:
    return Beat(database)


async def reckoned(beat: Beat) -> int:
    return await reckon(beat.database.work, beat.database.reading, beat.clock, JOB)


async def test_every_order_is_looked_through_once_a_day_and_its_figures_are_kept(beat: Beat) -> None:
    await beat.hold(beat.an_order(), beat.an_order(served_file=True), beat.an_order(ends_in=-3))
    assert [await reckoned(beat), await reckoned(beat)] == [3, 0]
    found = await report(beat.database.work, beat.clock, DESK)
    assert {flaw: number for flaw, number in found.now.items() if number} == {
        Flaw.NO_SERVICE: 1,
        Flaw.ENDED: 1,
        Flaw.NOT_CONFIRMED: 2,
    }
    beat.clock.advance(7 * DAY)
    await evidence.add(beat.database.work, beat.clock, NEIGHBOUR, beat.order.id, Given(EvidenceKind.SERVICE, How.PERSONAL))
    await reckoned(beat)
    later = await report(beat.database.work, beat.clock, DESK)
    trend = sorted((one.day, one.number, one.total) for one in later.figures if one.flaw is Flaw.NO_SERVICE)
    assert trend == [(TODAY, 1, 3), (TODAY + 7 * DAY, 0, 3)]


async def test_what_was_mended_since_leaves_the_list_at_once_and_the_rest_keeps_its_day(beat: Beat) -> None:
    orders = [beat.an_order() for _ in range(8)]
    await beat.hold(*orders)
    await reckoned(beat)
    first = await worklist(beat.database.work, beat.clock, DESK, Flaw.NO_SERVICE)
    assert (len(first.rows), first.total, first.after is not None) == (6, 8, True)
    beat.clock.advance(2 * DAY)
    mended = first.rows[0].order
    await evidence.add(beat.database.work, beat.clock, NEIGHBOUR, mended.id, Given(EvidenceKind.AWARENESS, How.IN_COURT))
    await reckoned(beat)
    again = await worklist(beat.database.work, beat.clock, DESK, Flaw.NO_SERVICE)
    assert (again.total, mended.id in {one.order.id for one in again.rows}) == (7, False)
    assert {one.since for one in again.rows} == {NOON}


@pytest.mark.parametrize(("hour", "is_flawed"), [(22, True), (23, False)], ids=["before midnight", "after it"])
def test_a_look_on_the_london_day_after_the_hearing_is_one_after_it(hour: int, is_flawed: bool) -> None:
    seen = datetime(2026, 6, 10, hour, 30, tzinfo=UTC)
    order = an_order(made_on=date(2026, 6, 1), return_hearing_on=date(2026, 6, 10), confirmed_at=seen - 5 * DAY, received_at=seen - 5 * DAY)
    beside = Beside(evidence=True, looked_at={Flaw.ENDED: seen})
    assert (Flaw.ENDED in flaws_of(order, beside, seen + 2 * DAY)) is is_flawed


async def test_the_reckoning_is_on_the_trail_and_names_nobody(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    await reckoned(beat)
    (line,) = [one for one in await trail_of(beat.database) if one.event == "quality:run:done"]
    assert (line.actor, line.subject, line.outcome) == (JOB.id, "register", "1/1")


async def test_the_report_is_for_whoever_keeps_the_register(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    with pytest.raises(Exception, match="Your role does not include this"):
        await report(beat.database.work, beat.clock, ADMIN)


_FLAGS = st.booleans()


@given(
    evidence_held=_FLAGS, plan=_FLAGS, elsewhere=_FLAGS, owned=_FLAGS, paper=_FLAGS, checked=_FLAGS, address=_FLAGS, withheld=_FLAGS, served=_FLAGS,
    ends_in=st.sampled_from([None, -40, -1, 40]), known_for=st.integers(0, 60), confirmed=_FLAGS, asked=st.sampled_from([None, 1, 27, 29]),
)  # fmt: skip
def test_the_flaws_of_an_order_are_those_that_a_list_of_questions_finds(
    evidence_held: bool,
    plan: bool,
    elsewhere: bool,
    owned: bool,
    paper: bool,
    checked: bool,
    address: bool,
    withheld: bool,
    served: bool,
    ends_in: int | None,
    known_for: int,
    confirmed: bool,
    asked: int | None,
) -> None:
    received, home = NOON - known_for * DAY, "ZZ1 4AB" if address else None
    respondent = a_party(address1=None, address2=None, postcode=home, withheld=frozenset({"phone"}) if withheld else frozenset())
    order = an_order(
        respondent=respondent,
        received_at=received,
        confirmed_at=received + DAY if confirmed else received,
        expires_at=None if ends_in is None else NOON + ends_in * DAY,
        has_document=paper,
        conditions_checked=checked,
        served_file=served,
    )
    looked = {} if asked is None else dict.fromkeys((Flaw.WITHHELD, Flaw.NO_ADDRESS, Flaw.ENDED), NOON - asked * DAY)
    beside = Beside(evidence_held, order.id if plan else None, owned, looked, elsewhere)
    live, lately = ends_in not in (-40, -1), asked in (1, 27)
    questions = {
        Flaw.NO_SERVICE: live and not (evidence_held or served),
        Flaw.NO_PLAN: live and not (plan or elsewhere),
        Flaw.NO_OWNER: live and plan and not owned,
        Flaw.UNCHECKED: live and paper and not checked,
        Flaw.ENDED: (ends_in == -1 and asked != 1) or (ends_in == -40 and asked is None),
        Flaw.NO_ADDRESS: live and not address and not lately,
        Flaw.WITHHELD: live and withheld and not lately,
        Flaw.NOT_CONFIRMED: live and not confirmed and known_for >= CONFIRMED_WITHIN.days,
    }
    assert flaws_of(order, beside, NOON) == {flaw for flaw, is_so in questions.items() if is_so}


def test_no_court_is_asked_to_confirm_what_custody_gave() -> None:
    received = NOON - 60 * DAY
    given = an_order(received_at=received, confirmed_at=received, expires_at=NOON + DAY)
    flawed = {kind: flaws_of(replace(given, kind=kind), Beside(True, given.id, True, {}), NOON) for kind in (Kind.NMO, Kind.BAIL)}
    assert {kind: Flaw.NOT_CONFIRMED in found for kind, found in flawed.items()} == {Kind.NMO: True, Kind.BAIL: False}


def test_an_end_that_was_looked_at_is_asked_for_again_only_where_a_newer_one_has_passed() -> None:
    order = an_order(expires_at=NOON - DAY)
    seen = Beside(looked_at={Flaw.ENDED: NOON})
    assert [flaws_of(one, seen, NOON + 9 * DAY) for one in (order, replace(order, expires_at=NOON + DAY))] == [set(), {Flaw.ENDED}]


def test_a_day_without_a_file_and_a_thin_one_stand_out() -> None:
    usual = {TODAY - back * DAY: Came(20) for back in range(1, 60)}
    came = usual | {TODAY - 2 * DAY: Came(3, 1), TODAY - 4 * DAY: Came(18)}
    del came[TODAY - 3 * DAY]
    days = {one.day: one for one in reconcile(came, TODAY - 59 * DAY, TODAY)}
    assert len(days) == 14
    assert [one.day for one in days.values() if one.is_missing] == [TODAY - 3 * DAY]
    assert [one.day for one in days.values() if one.is_thin] == [TODAY - 2 * DAY]


@given(st.dictionaries(st.integers(1, 70).map(lambda back: TODAY - back * DAY), st.integers(0, 50).map(Came)))
def test_what_is_usual_is_the_middle_of_the_same_weekday(came: dict[date, Came]) -> None:
    day = TODAY - DAY
    rows = sorted(one.rows or 0 for at, one in came.items() if at < day and at.weekday() == day.weekday() and (day - at).days <= 56)
    middle = None if len(rows) < 3 else round((rows[(len(rows) - 1) // 2] + rows[len(rows) // 2]) / 2)
    assert usual_of(came, day) == middle


def test_before_the_first_file_no_day_is_missing() -> None:
    assert reconcile({}, None, TODAY) == []
    assert [one.day for one in reconcile({TODAY - DAY: Came(None)}, TODAY - DAY, TODAY)] == [TODAY - DAY]
