"""Cards of reassurance contact say what is owed and why, and keep names out of what a locked phone shows."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.cards.contacts import (
    OVER,
    OVER_SHORT,
    SAFE_TIME,
    about_breach,
    close_card,
    draw_reminder,
    owed_card,
    plan_card,
    reminder_card,
)
from bot.cards.parts import SUMMARY
from bot.cards.safe_contacts import NOT_KNOWN_SAFE, safe_contact_card
from bot.offers import Offer
from domain import contacts
from domain.breaches.drafts import Breach, Told, recorded
from domain.contacts import ContactPlan, Outcome, Risk, plan_for
from domain.conversations import Action
from domain.orders import Order, PartyRole
from domain.outbox import HANDED_OVER, NO_ANSWER, REMIND, UNREACHABLE, outgoing
from domain.withholding import ADDRESS
from services.contact_lists import Overview
from services.contacts import OwedContact
from services.safe_contacts import SafeContact
from services.sending import Reminder
from tests.breaches import DECIDED, NOW, Given, a_draft, changed
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.talk import buttons, words
from tests.orders import a_party, an_order
from tests.people import VLO

ORDER = an_order(reference="NMO-7F3K2D")
PLAN = contacts.breached(plan_for(ORDER, NOON), NOON)


def an_offer() -> Offer:
    return Offer(VLO.id, "talk", NOON)


def a_reminder(plan: ContactPlan = PLAN, stage: str = REMIND, order: Order = ORDER, **changes: Any) -> Reminder:
    return Reminder(replace(outgoing(plan, stage, VLO.id, NOON), **changes), plan, order, VLO)


def listed(owed: list[OwedContact], total: int = 0) -> Overview:
    return Overview(owed, total or len(owed), [], 0)


def read(card: dict[str, Any]) -> str:
    return "\n".join(words(card))


def pressed(card: dict[str, Any], offer: Offer) -> dict[str, Action]:
    by_id = {action.id: action for action in offer.actions}
    return {title: by_id[id] for title, id in buttons(card)}


def test_a_reminder_says_whose_why_how_grave_and_by_when() -> None:
    said = read(reminder_card(a_reminder(), an_offer(), NOON))
    for part in ("OFFICIAL-SENSITIVE", "NMO-7F3K2D", "Jane Marlow", "A breach was recorded today", "not assessed: treated as high"):
        assert part in said
    assert "Fri 20 November 2026 at 14:00" in said
    assert "NMO Bot never contacts the victim" in said
    assert "repeat" not in said


def test_the_state_of_the_order_never_stands_without_when_the_court_last_confirmed_it() -> None:
    said = read(reminder_card(a_reminder(), an_offer(), NOON))
    assert "Order state\nIn force on what the court last told us. Last confirmed with the court on 2 June 2026." in said


def test_the_next_day_the_breach_is_dated_and_the_contact_overdue() -> None:
    said = read(reminder_card(a_reminder(), an_offer(), NOON + timedelta(days=1)))
    assert "A breach was recorded on 20 November 2026" in said
    assert "14:00 (overdue)" in said


def test_a_possible_repeat_says_so() -> None:
    assert "This may be a repeat" in read(reminder_card(a_reminder(repeat=True), an_offer(), NOON))


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("overdue-1", "Overdue: nothing has been recorded"),
        ("overdue-3", "Overdue"),
        (UNREACHABLE, "cannot be reached in chat"),
        (NO_ANSWER, "Nobody answered"),
        (HANDED_OVER, "This contact is yours now"),
    ],
)
def test_a_supervisor_is_told_why_and_whose_it_is(stage: str, told: str) -> None:
    said = read(reminder_card(a_reminder(stage=stage), an_offer(), NOON))
    assert told in said
    assert "Vic Liaison" in said
    assert "Vic Liaison" not in read(reminder_card(a_reminder(), an_offer(), NOON))


def test_after_two_silences_the_card_says_that_a_supervisor_knows() -> None:
    twice = replace(PLAN, no_answers=2)
    assert "No answer 2 times in a row: a supervisor has been told." in read(plan_card(twice, ORDER, an_offer(), NOON))
    assert "in a row" not in read(plan_card(replace(PLAN, no_answers=1), ORDER, an_offer(), NOON))


def test_what_can_be_pressed_once_and_what_again() -> None:
    offer = an_offer()
    found = pressed(plan_card(PLAN, ORDER, offer, NOON), offer)
    assert {title: (action.verb, action.once, action.object) for title, action in found.items()} == {
        "Done: spoke, safe": ("contact:done", True, str(PLAN.id)),
        "No answer": ("contact:no_answer", True, str(PLAN.id)),
        "Other outcome": ("contact:outcome", False, str(PLAN.id)),
        "I have it": ("contact:acknowledge", True, str(PLAN.id)),
        "Snooze": ("contact:snooze", False, str(PLAN.id)),
        "Give to somebody": ("duty:give", False, str(PLAN.id)),
        "Show safe contact": ("contact:show", False, str(PLAN.id)),
        "Plan and safeguarding": ("plan:open", False, str(PLAN.id)),
        "Concern: record a breach": ("breach:start", False, str(ORDER.id)),
    }
    assert found["Done: spoke, safe"].details == {"round": "2", "outcome": "spoke_safe"}


def test_a_search_for_a_safe_contact_is_done_when_it_is_found() -> None:
    plan = plan_for(an_order(applicant=a_party(role=PartyRole.APPLICANT, phone=None)), NOON)
    offer = an_offer()
    card = plan_card(plan, ORDER, offer, NOON)
    found = pressed(card, offer)
    assert "get a safe contact from the court or solicitor today" in read(card).lower()
    assert "No answer" not in found
    assert found["Done: safe contact found"].details["outcome"] == Outcome.GOT_SAFE_CONTACT


def test_what_a_locked_phone_shows_names_nobody() -> None:
    reminder = a_reminder()
    drawn = draw_reminder(reminder, FrozenClock())("talk-7")
    outside = {key: value for key, value in drawn.activity.items() if key != "attachments"}
    assert outside == {"type": "message", "summary": "NMO Bot has a message for you."}
    content = drawn.activity["attachments"][0]["content"]
    assert "Marlow" not in content["speak"] + content["fallbackText"]
    assert drawn.about == {str(PLAN.id), str(ORDER.id), str(ORDER.applicant.id)}
    assert {(action.officer, action.conversation) for action in drawn.actions} == {(VLO.id, "talk-7")}


def test_the_presses_on_a_card_tell_a_client_nothing() -> None:
    offer = an_offer()
    card = plan_card(PLAN, ORDER, offer, NOON)
    assert {tuple(part["data"]) for part in card["actions"]} == {("action",)}


def test_a_list_names_each_contact_and_opens_it() -> None:
    offer = an_offer()
    card = owed_card(listed([OwedContact(PLAN, ORDER, "Vic Liaison")]), offer, NOON)
    assert "Jane Marlow" in read(card)
    assert "Vic Liaison" in read(card)
    (action,) = pressed(card, offer).values()
    assert (action.verb, action.object, action.once) == ("contact:open", str(PLAN.id), False)


def test_a_long_list_shows_the_most_pressing_and_says_so() -> None:
    owed = [OwedContact(PLAN, replace(ORDER, id=uuid4()), None) for _ in range(11)]
    offer = an_offer()
    card = owed_card(listed(owed, total=23), offer, NOON)
    assert (len(offer.actions), "13 more are due today: these are the most pressing." in read(card)) == (10, True)
    assert "1 more is due today" in read(owed_card(listed(owed), an_offer(), NOON))
    assert "due today" not in read(owed_card(listed(owed[:10]), an_offer(), NOON))


def test_what_is_planned_next_stands_beneath_with_its_number_and_nothing_to_press() -> None:
    later = contacts.contacted(PLAN, Outcome.SPOKE_SAFE, NOON)
    offer = an_offer()
    said = read(owed_card(Overview([], 0, [OwedContact(later, ORDER, "Vic Liaison")], 4), offer, NOON))
    assert "Planned next" in said
    assert "Jane Marlow: follow-up after a breach, reminder on Sat 21 November 2026 at 09:00, Vic Liaison" in said
    assert "3 more planned after these." in said
    assert offer.actions == []


def test_an_empty_list_says_so_in_words() -> None:
    assert "No contact is due from you by the end of today." in read(owed_card(listed([]), an_offer(), NOON))


def test_the_safe_contact_keeps_the_courts_own_words_and_the_rules_of_asking() -> None:
    said = read(safe_contact_card(SafeContact(PLAN, ORDER), an_offer(), NOON))
    assert "07700 900456" in said
    assert "after 6pm, not Sundays" in said
    assert "are you alone" in said
    assert "confidential" not in said


def test_particulars_that_nobody_has_called_safe_are_not_passed_off_as_safe() -> None:
    unknown = replace(ORDER, applicant=a_party(role=PartyRole.APPLICANT, phone=None, email=None, safe_time_raw=None))
    assert NOT_KNOWN_SAFE in read(safe_contact_card(SafeContact(plan_for(unknown, NOON), unknown), an_offer(), NOON))
    assert NOT_KNOWN_SAFE not in read(safe_contact_card(SafeContact(PLAN, ORDER), an_offer(), NOON))


def test_what_the_court_withheld_is_said_to_be_and_what_is_confidential_is_marked() -> None:
    person = a_party(
        role=PartyRole.APPLICANT,
        phone=None,
        withheld=frozenset({"phone", "safe_time_raw"}),
        safe_time_raw=None,
        confidential=frozenset({"email"}),
    )
    said = read(safe_contact_card(SafeContact(PLAN, replace(ORDER, applicant=person)), an_offer(), NOON))
    assert said.count("withheld by the court") == 2
    assert "jane.marlow@mail.example (confidential: do not pass it on)" in said
    nothing = replace(person, withheld=frozenset(), email=None)
    assert read(safe_contact_card(SafeContact(PLAN, replace(ORDER, applicant=nothing)), an_offer(), NOON)).count("not given") == 3


def test_a_risk_that_was_assessed_is_named() -> None:
    assert "medium" in read(plan_card(replace(PLAN, risk=Risk.MEDIUM), ORDER, an_offer(), NOON))


def test_a_plan_whose_orders_have_all_ended_asks_whether_to_close_it_or_go_on() -> None:
    ended, other = replace(ORDER, expires_at=NOON), an_order(reference="NMO-8G4L3F", discharged_at=NOON)
    offer = an_offer()
    card = reminder_card(replace(a_reminder(order=ended), others=(other,)), offer, NOON)
    assert OVER in read(card)
    assert "NMO-8G4L3F (Discharged: history only)" in read(card)
    found = pressed(card, offer)
    assert (found["Close the plan"].verb, found["Close the plan"].once) == ("contact:ask_close", False)
    assert {"Done: spoke, safe", "No answer", "Snooze"} < found.keys()
    assert OVER_SHORT in read(owed_card(listed([OwedContact(PLAN, ended, None, (other,))]), an_offer(), NOON))


def test_one_order_that_has_not_ended_keeps_the_plan_from_being_closed() -> None:
    offer = an_offer()
    card = plan_card(PLAN, ORDER, offer, NOON, others=[replace(ORDER, expires_at=NOON)])
    assert (OVER in read(card), "Close the plan" in pressed(card, offer)) == (False, False)
    assert OVER_SHORT not in read(owed_card(listed([OwedContact(PLAN, ORDER, None)]), an_offer(), NOON))


def test_the_last_look_before_closing_names_every_order_and_leaves_a_way_back() -> None:
    ended, offer = replace(ORDER, expires_at=NOON), an_offer()
    card = close_card(PLAN, [ended], offer, NOON)
    assert "NMO-7F3K2D\nExpired: history only" in read(card)
    found = {title: (action.verb, action.once, action.details) for title, action in pressed(card, offer).items()}
    assert found == {"Close it": ("contact:close", True, {"round": "2"}), "Go on with contact": ("contact:open", False, {})}


def test_a_name_that_two_papers_spell_differently_is_shown_both_ways_and_everything_shown_is_known_for_redaction() -> None:
    other = an_order(applicant=a_party(role=PartyRole.APPLICANT, surname="Marlowe"))
    reminder = replace(a_reminder(), others=(other,))
    assert "Jane Marlow, also written Jane Marlowe" in read(reminder_card(reminder, an_offer(), NOON))
    assert {str(other.id), str(other.applicant.id)} < draw_reminder(reminder, FrozenClock())("talk-7").about


def test_where_the_court_sent_a_safe_time_the_reminder_says_to_read_it_first_and_not_what_it_is() -> None:
    told = an_order(applicant=a_party(role=PartyRole.APPLICANT, safe_time_raw="weekdays after 6, never the landline"))
    without = an_order(applicant=a_party(role=PartyRole.APPLICANT, safe_time_raw=None))
    said = read(reminder_card(a_reminder(order=told), an_offer(), NOON))
    assert SAFE_TIME in said
    assert "landline" not in said
    assert SAFE_TIME not in read(reminder_card(a_reminder(order=without), an_offer(), NOON))


def a_breach(order: Order, arrest: Given = DECIDED) -> Breach:
    draft = a_draft(*changed(arrest, at=4), order_id=order.id)
    return recorded(Told(draft, order), "BR-7F3K2D", "0000", NOW)


@pytest.mark.parametrize(
    ("arrest", "said"),
    [
        ({**DECIDED, "arrest": "arrested", "arrest_when": "last night 22:30"}, "Arrested"),
        ({**DECIDED, "arrest": "arrest_no", "arrest_why": "had left 3 Cobbler's Yard"}, f"No arrest; had left {ADDRESS}"),
    ],
)
def test_a_reminder_after_a_breach_tells_of_the_breach_and_shows_it(arrest: Given, said: str) -> None:
    offer, breach = an_offer(), a_breach(ORDER, arrest)
    reminder = replace(a_reminder(), breach=breach)
    card = reminder_card(reminder, offer, NOW)
    shown = list(words(card))
    assert shown[shown.index("Breach") + 1] == "BR-7F3K2D: Sat 21 November 2026 at about 22:00"
    assert shown[shown.index("Arrest decision") + 1] == said
    shows = pressed(card, offer)["Show the breach"]
    assert (shows.verb, shows.object) == ("breach:show", str(breach.id))
    drawn = draw_reminder(reminder, FrozenClock(NOW))("talk")
    assert drawn.about > about_breach(breach)
    assert drawn.activity["summary"] == SUMMARY


def test_a_reminder_of_anything_else_tells_of_no_breach() -> None:
    card = reminder_card(a_reminder(), an_offer(), NOW)
    assert [text for text in words(card) if text in ("Breach", "Arrest decision")] == []
    assert "Show the breach" not in [title for title, _ in buttons(card)]
