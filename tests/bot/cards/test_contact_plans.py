"""Whoever calls a person who wanted no contact is told so; the plan's card says who assessed and changed what, and a locked phone shows none of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.cards.contact_plans import (
    changed_card,
    contact_plan_card,
    decline_card,
    happened_card,
    often_card,
    pause_card,
    risk_card,
)
from bot.cards.contact_policies import contact_policy_card
from bot.cards.contacts import PAUSED, WANTED_NONE, plan_card
from bot.offers import Offer
from domain import contacts
from domain.contact_records import Changed, PlanChange, kept_whole
from domain.contact_words import EVENT_WORDS
from domain.contacts import CADENCE, ContactPlan, Event, Outcome, Risk, plan_for
from domain.policies import Policy
from services.contact_plans import PlanShown
from tests.fakes.clock import NOON
from tests.fakes.talk import fullest, words
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

DAY = timedelta(days=1)
ORDER = an_order(reference="NMO-7F3K2D", return_hearing_on=date(2026, 11, 24))
QUIET = contacts.contacted(
    contacts.contacted(plan_for(ORDER, NOON - 4 * DAY), Outcome.SPOKE_SAFE, NOON - 4 * DAY), Outcome.SPOKE_SAFE, NOON - DAY
)
SAID = "made-up words of Jane Marlow"


def an_offer() -> Offer:
    return Offer(VLO.id, "talk", NOON)


def a_change(what: Changed, value: str, **more: Any) -> PlanChange:
    return replace(PlanChange(uuid4(), QUIET.id, NOON, VLO.id, what, value, SAID), **more)


def shown(plan: ContactPlan = QUIET, *changes: PlanChange) -> PlanShown:
    return PlanShown(plan, (ORDER,), CADENCE[Risk.HIGH], changes, ((VLO.id, VLO.name),), kept_whole(plan), NOON)


def read(card: dict[str, Any]) -> str:
    return "\n".join(words(card))


@pytest.mark.parametrize(
    ("plan", "warned"),
    [
        (contacts.declined(QUIET, NOON), WANTED_NONE.format("20 November 2026")),
        (contacts.paused(QUIET, date(2026, 11, 26), NOON), PAUSED.format("26 November 2026")),
    ],
)
def test_before_a_contact_of_the_orders_own_days_it_is_said_what_the_person_wanted(plan: ContactPlan, warned: str) -> None:
    assert warned in read(plan_card(plan, ORDER, an_offer(), NOON))


def test_a_review_of_a_refusal_and_a_pause_that_is_over_say_it_by_their_reason_alone() -> None:
    review = contacts.declined(replace(QUIET, ahead=QUIET.ahead[-1:]), NOON)
    review = replace(review, ahead=tuple(due for due in review.ahead if due.why is contacts.Why.DECLINE_REVIEW))
    over = contacts.paused(QUIET, date(2026, 11, 26), NOON)
    cards = [plan_card(review, ORDER, an_offer(), NOON), plan_card(over, ORDER, an_offer(), NOON + 6 * DAY)]
    assert not [card for card in cards if "want no contact." in read(card) or "Contact is paused" in read(card)]


@pytest.mark.parametrize(
    ("risk", "changes", "words"),
    [
        (Risk.UNASSESSED, [], "not assessed: treated as high"),
        (Risk.HIGH, [], "high, as assessed with a breach or before the last changes"),
        (Risk.HIGH, [a_change(Changed.RISK, "standard")], "high, as assessed with a breach or before the last changes"),
        (Risk.MEDIUM, [a_change(Changed.RISK, "medium")], f"medium, assessed by {VLO.name} on Fri 20 November 2026 at 12:00"),
        (
            Risk.MEDIUM,
            [a_change(Changed.RISK, "medium", officer=SUPERVISOR.id)],
            "medium, assessed by an officer who is no longer on the list on Fri 20 November 2026 at 12:00",
        ),
    ],
)
def test_the_risk_stands_with_who_assessed_it(risk: Risk, changes: list[PlanChange], words: str) -> None:
    assert words in read(contact_plan_card(shown(replace(QUIET, risk=risk), *changes), an_offer(), NOON)).splitlines()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (a_change(Changed.RISK, "medium"), "Risk assessed as medium"),
        (a_change(Changed.FREQUENCY, "3"), "Contact agreed every 3 days"),
        (a_change(Changed.FREQUENCY, ""), "Contact as often as the force has it"),
        (a_change(Changed.PAUSE, "2026-11-26"), "Contact paused until 26 November 2026"),
        (a_change(Changed.RESUMED, ""), "Pause ended"),
        (a_change(Changed.DECLINE, ""), "No contact wanted"),
        (a_change(Changed.WANTED, ""), "Contact wanted again"),
        (a_change(Changed.HEARING, "2026-11-25"), "Court hearing on 25 November 2026"),
        (a_change(Changed.EVENT, "release", happened_at=NOON - DAY), "Respondent released, Thu 19 November 2026 at 12:00"),
        (a_change(Changed.EVENT, "release", happened_at=NOON + DAY), "Release is planned, Sat 21 November 2026 at 12:00"),
        (
            a_change(Changed.EVENT, "move", happened_at=NOON - DAY),
            f"{EVENT_WORDS[Event.MOVE]}, Thu 19 November 2026 at 12:00",
        ),
    ],
)
def test_each_change_is_said_with_who_made_it_and_why(change: PlanChange, words: str) -> None:
    assert f"{VLO.name}: {words}: {SAID}" in read(contact_plan_card(shown(QUIET, change), an_offer(), NOON))


def test_what_a_locked_phone_shows_names_nobody_and_every_card_fits_on_it() -> None:
    one = shown(contacts.declined(QUIET, NOON), a_change(Changed.DECLINE, ""))
    forms = [draw(one, an_offer()) for draw in (happened_card, risk_card, often_card, pause_card, decline_card, changed_card)]
    cards = [contact_plan_card(one, an_offer(), NOON), *forms]
    assert not [card for card in cards if "Marlow" in card.get("speak", "") or SAID in card.get("speak", "")]
    assert max(map(fullest, cards)) <= 6


def test_the_policy_is_said_in_the_words_of_its_file() -> None:
    said = read(contact_policy_card(Policy(version=3)))
    assert {
        "Version 3 of your force's file.",
        "high: 2 hours, then 24 hours, then 72 hours; medium: 24 hours, then 7 days; standard: 48 hours, then 14 days",
        "1 day before, 1 day after",
        "high: 28, 14, 7 days; medium: 28, 7 days; standard: 14 days",
    } <= set(said.splitlines())
    assert said.count("the contact is made before them") == 0
    standard = replace(CADENCE[Risk.STANDARD], skips_closed_days=True)
    closed = read(contact_policy_card(Policy(contacts={**CADENCE, Risk.STANDARD: standard})))
    assert "high and medium: worked like any other; standard: the contact is made before them" in closed.splitlines()


def test_the_policy_is_one_table_in_which_nothing_stands_twice() -> None:
    (table,) = [part for part in contact_policy_card(Policy())["body"] if part["type"] == "FactSet"]
    titles, values = [one["title"] for one in table["facts"]], [one["value"] for one in table["facts"]]
    assert len(set(titles)) == len(titles) <= 14
    assert len(set(values)) == len(values)
    assert "Variation, extension, service failed, discharge, move" in titles
    events = [name for title in titles for name in title.lower().split(", ")]
    assert all(events.count(event.value.replace("_", " ")) == 1 for event in Event)
