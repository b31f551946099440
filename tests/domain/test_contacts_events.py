"""What happens in a case: how soon the protected person hears of it, and what an order's newer version tells."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain import contacts
from domain.contact_words import EVENT_WORDS, WHY_WORDS
from domain.contacts import ContactPlan, Event, Outcome, PlanState, Risk, Why, plan_for
from domain.contacts.plans import FIRST, OF_AN_EVENT
from domain.errors import Unreadable
from domain.orders import Change, Order, PartyRole
from tests.orders import a_party, an_order

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 21, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def quiet(risk: Risk = Risk.HIGH, order: Order | None = None) -> ContactPlan:
    """A plan of which nothing is owed but its days and the routine."""
    plan = plan_for(order or an_order(expires_at=None), NOON - 5 * DAY, risk)
    return contacts.contacted(contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON - 5 * DAY), Outcome.SPOKE_SAFE, NOON - HOUR)


def test_every_event_and_every_reason_has_its_words() -> None:
    assert (set(EVENT_WORDS), set(WHY_WORDS)) == (set(Event), set(Why))
    assert {Why(event.value) for event in Event} == OF_AN_EVENT < FIRST


@pytest.mark.parametrize(
    ("event", "high", "medium", "standard"),
    [
        (Event.SERVICE, 2 * HOUR, DAY, DAY),
        (Event.SERVICE_FAILED, 12 * HOUR, DAY, 3 * DAY),
        (Event.RELEASE, 2 * HOUR, 12 * HOUR, DAY),
        (Event.BAIL_CHANGE, 2 * HOUR, 12 * HOUR, DAY),
        (Event.VARIATION, 12 * HOUR, DAY, 3 * DAY),
        (Event.EXTENSION, 12 * HOUR, DAY, 3 * DAY),
        (Event.DISCHARGE, 12 * HOUR, DAY, 3 * DAY),
        (Event.MOVE, 12 * HOUR, DAY, 3 * DAY),
    ],
)
def test_each_event_asks_for_a_contact_within_its_time(event: Event, high: timedelta, medium: timedelta, standard: timedelta) -> None:
    found = [contacts.happened(quiet(risk), event, NOON) for risk in (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD)]
    assert [(plan.due.why, plan.remind_at, plan.due.must_by - NOON) for plan in found] == [
        (Why(event.value), NOON, within) for within in (high, medium, standard)
    ]


def test_the_time_counts_from_when_it_happened_and_leaves_two_hours() -> None:
    plan = quiet(Risk.STANDARD)
    assert contacts.happened(plan, Event.RELEASE, NOON, NOON - 10 * HOUR).due.must_by == NOON + 14 * HOUR
    assert contacts.happened(plan, Event.RELEASE, NOON, NOON - 9 * DAY).due.must_by == NOON + 2 * HOUR


def test_what_happens_is_told_of_before_what_was_planned_for_the_same_day() -> None:
    plan = replace(quiet(), ahead=(contacts.Due(Why.ROUTINE, NOON - 3 * HOUR, MIDNIGHT),))
    after = contacts.happened(plan, Event.MOVE, NOON)
    assert [(due.why, due.must_by) for due in after.ahead] == [(Why.MOVE, MIDNIGHT), (Why.ROUTINE, MIDNIGHT)]


def test_a_planned_service_is_told_of_before_it() -> None:
    at = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
    plan = contacts.happened(quiet(), Event.SERVICE, NOON, at)
    assert (plan.due.why, plan.due.must_by, plan.remind_at) == (Why.SERVICE, at, datetime(2026, 11, 24, 9, tzinfo=UTC))
    soon = contacts.happened(quiet(), Event.SERVICE, NOON, NOON + HOUR / 2)
    assert (soon.remind_at, soon.due.must_by) == (NOON, NOON + HOUR / 2)


@pytest.mark.parametrize(
    ("event", "wait"), [(Event.MOVE, HOUR), (Event.SERVICE_FAILED, HOUR), (Event.SERVICE, 91 * DAY), (Event.MOVE, -91 * DAY)]
)
def test_a_moment_that_cannot_be_meant_is_asked_for_again(event: Event, wait: timedelta) -> None:
    with pytest.raises(Unreadable, match=r"moment at which it happened|more than 90 days ago"):
        contacts.happened(quiet(), event, NOON, NOON + wait)


def test_an_event_opens_a_closed_plan_with_what_is_new_alone() -> None:
    for plan in (
        contacts.happened(contacts.closed(quiet()), Event.DISCHARGE, NOON),
        contacts.happened(contacts.closed(quiet()), Event.SERVICE, NOON, NOON + DAY),
    ):
        assert (plan.state, len(plan.ahead), plan.remind_at >= NOON) == (PlanState.OPEN, 1, True)


BEFORE = an_order(expires_at=datetime(2027, 1, 31, 23, 59, tzinfo=UTC))
LATER, SOONER = datetime(2027, 3, 31, 22, 59, tzinfo=UTC), datetime(2026, 12, 31, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(BEFORE, court_name="Another court"), []),
        (replace(BEFORE, variation=1, change=Change.VARIED), [Event.VARIATION]),
        (replace(BEFORE, variation=1, change=Change.EXTENDED, expires_at=LATER), [Event.EXTENSION]),
        (replace(BEFORE, expires_at=LATER), [Event.EXTENSION]),
        (replace(BEFORE, expires_at=SOONER), [Event.VARIATION]),
        (replace(BEFORE, expires_at=None), []),
        (replace(BEFORE, discharged_at=NOON), [Event.DISCHARGE]),
        (replace(BEFORE, undertaking_at=NOON), [Event.DISCHARGE]),
        (replace(BEFORE, served_file=True), [Event.SERVICE]),
        (replace(BEFORE, applicant=a_party(role=PartyRole.APPLICANT, postcode="ZZ9 9ZZ")), [Event.MOVE]),
        (replace(BEFORE, applicant=a_party(role=PartyRole.APPLICANT, postcode="zz2  7qd")), []),
        (replace(BEFORE, applicant=a_party(role=PartyRole.APPLICANT, postcode=None)), []),
        (replace(BEFORE, respondent=a_party(postcode="ZZ9 9ZZ")), []),
    ],
)
def test_what_a_newer_version_of_an_order_tells(after: Order, told: list[Event]) -> None:
    assert contacts.seen_in(BEFORE, after) == told


def test_that_an_end_or_a_postcode_became_known_is_no_event() -> None:
    unknown = replace(BEFORE, expires_at=None, applicant=a_party(role=PartyRole.APPLICANT, postcode=None))
    assert contacts.seen_in(unknown, replace(BEFORE, id=unknown.id)) == []


def test_a_later_end_brings_its_own_contacts_and_the_former_stay_as_routine() -> None:
    after = contacts.refitted(quiet(order=BEFORE), BEFORE, replace(BEFORE, expires_at=LATER), [], NOON)
    near = {why: [due.remind_at.date() for due in after.ahead if due.why is why] for why in (Why.NEAR_EXPIRY, Why.ROUTINE)}
    assert near[Why.NEAR_EXPIRY] == [date(2027, 3, day) for day in (3, 17, 24)]
    assert near[Why.ROUTINE] == [date(2026, 11, 27), *(date(2027, 1, day) for day in (3, 17, 24))]


def test_what_another_order_of_the_plan_asks_for_on_the_same_days_keeps_its_reason() -> None:
    plan = quiet(order=BEFORE)
    after = contacts.refitted(plan, BEFORE, replace(BEFORE, expires_at=LATER), [replace(BEFORE, id=an_order().id)], NOON)
    assert [due for due in plan.ahead if due.why is Why.NEAR_EXPIRY] == [
        due for due in after.ahead if due.why is Why.NEAR_EXPIRY and due.remind_at.month == 1
    ]


def test_an_order_whose_days_stay_leaves_the_plan_and_its_version() -> None:
    plan = quiet(order=BEFORE)
    assert contacts.refitted(plan, BEFORE, replace(BEFORE, court_name="Another court"), [], NOON) is plan


def test_a_hearing_is_spoken_of_before_and_after_it() -> None:
    plan = contacts.hearing_on(quiet(), date(2026, 11, 25), NOON)
    told = [(due.why, due.remind_at) for due in plan.ahead if due.why is not Why.ROUTINE]
    assert told == [
        (Why.RETURN_HEARING, datetime(2026, 11, 24, 9, tzinfo=UTC)),
        (Why.AFTER_HEARING, datetime(2026, 11, 26, 9, tzinfo=UTC)),
    ]
    today = contacts.hearing_on(quiet(), date(2026, 11, 20), NOON)
    assert (today.due.why, today.remind_at, today.due.must_by) == (Why.RETURN_HEARING, NOON, MIDNIGHT)


@pytest.mark.parametrize("day", [date(2026, 11, 19), date(2027, 2, 19)])
def test_a_hearing_that_is_past_or_far_off_is_asked_for_again(day: date) -> None:
    with pytest.raises(Unreadable, match="from today, and within 90 days"):
        contacts.hearing_on(quiet(), day, NOON)


@pytest.mark.parametrize(
    "missing", [{}, {"phone": None}, {"postcode": None, "address1": None}, {"phone": None, "postcode": None, "safe_time_raw": None}]
)
def test_a_first_contact_is_owed_from_the_minute_the_order_is_known_whatever_is_missing(missing: dict[str, None]) -> None:
    for risk in Risk:
        plan = plan_for(an_order(applicant=a_party(role=PartyRole.APPLICANT, **missing)), NOON, risk)
        (first,) = [due for due in plan.ahead if due.why is Why.ORDER_KNOWN]
        assert (plan.remind_at, first.remind_at) == (NOON, NOON)
        assert first.must_by > NOON
