"""Cards of reassurance contact: the reminder, one plan, the list, the safe contact. Names stand inside a card only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.cards.contact_beside import beside_facts, beside_warnings
from bot.cards.duty import ABOVE, told_in, ways_above, ways_of_duty
from bot.cards.parts import Card, as_message, button, card, facts, heading, line, warning
from bot.offers import Offer
from domain.breaches.drafts import Breach
from domain.breaches.summary import arrest_words, danger_words, happened_words
from domain.clock import Clock
from domain.contact_life import sent_by
from domain.contact_lists import standing_told
from domain.contact_undo import Undoable, kept
from domain.contact_words import RISK_WORDS, WHY_WORDS
from domain.contacts import ContactPlan, Outcome, Why
from domain.duty_rules import DutyRules
from domain.escalation import kind_of
from domain.exercises import WORDS as EXERCISE
from domain.exercises import is_exercise
from domain.london import deadline, long_date, long_moment, to_london
from domain.order_states import last_confirmed, state_told
from domain.orders import Order
from domain.outbox import Draw, Drawn
from domain.protected import is_over
from domain.undoing import WITHIN_WORDS
from services.contact_beside import ContactBeside
from services.contact_lists import Overview
from services.contacts import OwedContact
from services.sending import Reminder

REPEAT = "This may be a repeat: an earlier copy may have reached you. Acting on any copy is enough."
NEVER = "NMO Bot never contacts the victim: you do."
SAFE_TIME = "The court sent words about when it is safe to call: press Show safe contact and read them before you do. Call at no other time: if none comes before this must be done, ask your sergeant."
SHOWN_AT_MOST = 10
UNDO = "Wrong? Undo"
OTHER_OUTCOME = "Other outcome"
TELL = "What the victim must be told"
STILL_TO_TELL = "Did you tell what has happened in the investigation? That stays owed until you say so: press What the victim must be told."
UNDO_WORDS = f"You can undo this for {WITHIN_WORDS}, as long as nothing else has happened with the contact."
OVER = "Every order of this plan has ended. Close the plan, or go on? The end of an order can itself raise the risk: you decide, nothing closes by itself."
OVER_SHORT = "Every order of this plan has ended: close it, or go on?"
WANTED_NONE = "The person said on {} that they want no contact. This one is for the order's own days or for what has happened: ask whether that is still so."
PAUSED = "Contact is paused until {}, as the person wanted. This one is for the order's own days or is owed all the same."
CLOSING = (
    "Only a plan whose orders have all ended can be closed. After that nobody is reminded of this person.",
    "A new order on the case or a breach opens the plan again.",
)


def draw_reminder(reminder: Reminder, clock: Clock) -> Draw:
    """Draws the reminder for whichever conversation it goes to."""

    def draw(conversation_id: str) -> Drawn:
        now = clock()
        offer = Offer(reminder.row.recipient, conversation_id, now)
        activity = as_message(reminder_card(reminder, offer, now))
        shown = about(reminder.plan, reminder.order, *reminder.others) | about_breach(reminder.breach)
        return Drawn(activity, shown, tuple(offer.actions))

    return draw


def about(plan: ContactPlan, *orders: Order) -> frozenset[str]:
    return frozenset(str(one) for one in (plan.id, plan.order_id, *(id for order in orders for id in (order.id, order.applicant.id))))


def about_breach(breach: Breach | None) -> frozenset[str]:
    return frozenset() if breach is None else frozenset({str(breach.id)})


def reminder_card(reminder: Reminder, offer: Offer, now: datetime) -> Card:
    told = told_in(reminder, now)
    notices = [text for text in (told, REPEAT if reminder.row.repeat else None) if text]
    owner = reminder.owner.name if told and reminder.owner else None
    ways = ways_above(reminder.plan, offer) if kind_of(reminder.row.stage) in ABOVE else ()
    beside = reminder.beside and replace(reminder.beside, life=sent_by(reminder.beside.life, now))
    return plan_card(reminder.plan, reminder.order, offer, now, notices, owner, reminder.others, reminder.breach, ways, beside)


def plan_card(
    plan: ContactPlan,
    order: Order,
    offer: Offer,
    now: datetime,
    notices: Sequence[str] = (),
    owner: str | None = None,
    others: Sequence[Order] = (),
    breach: Breach | None = None,
    ways: Sequence[Card] = (),
    beside: ContactBeside | None = None,
) -> Card:
    """What is owed, why now, and the ways to say what came of it; where every order has ended, also the way to end the plan. `ways` are more of them."""
    over = is_over([order, *others], now)
    details = [
        ("Order", order.reference),
        ("Also on this plan", _also(others, now)),
        ("Protected person", _names([order, *others])),
        ("Owner", owner),
        ("Why now", why_words(plan, now)),
        *_breach(breach, [order, *others]),
        ("Risk", RISK_WORDS[plan.risk]),
        ("Must be done by", _by(plan, now)),
        ("Somebody has it", f"since {long_moment(plan.acknowledged_at)}" if plan.acknowledged_at else None),
        *beside_facts(beside, now),
        ("Order state", f"{state_told(order, now)}. {last_confirmed(order)}"),
    ]
    told = (
        *notices,
        *([EXERCISE] if is_exercise(order) else ()),
        *_wishes(plan, now),
        *([OVER] if over else ()),
        *([SAFE_TIME] if _only_in_words(order, others, beside) else ()),
    )
    body = [heading(_title(plan)), *(warning(text) for text in (*told, *beside_warnings(beside))), facts(details)]
    if plan.tell_supervisor:
        body.append(warning(f"No answer {plan.no_answers} times in a row: a supervisor has been told."))
    close = [button("Close the plan", offer.press("contact:ask_close", str(plan.id)))] if over else []
    show = [button("Show the breach", offer.press("breach:show", str(breach.id)))] if breach is not None else []
    return card([*body, line(NEVER, quiet=True)], [*_buttons(plan, order, offer, now, beside), *show, *close, *ways])


def close_card(plan: ContactPlan, orders: Sequence[Order], offer: Offer, now: datetime) -> Card:
    """The last look before a plan is closed."""
    details = [("Protected person", _names(orders)), *((one.reference, state_told(one, now)) for one in orders)]
    close = offer.press_once("contact:close", str(plan.id), round=str(plan.round))
    ways = [button("Close it", close, style="destructive"), button("Go on with contact", offer.press("contact:open", str(plan.id)))]
    return card([heading("Close this contact plan?"), facts(details), *(line(text) for text in CLOSING)], ways)


def recorded_card(
    words: str, undo: Undoable, after: ContactPlan, offer: Offer, told: Sequence[Card] = (), ways: Sequence[Card] = ()
) -> Card:
    """What was recorded, for some minutes the way to take it back, and the question whether what is owed beside it was told; `told` and `ways` are the outcome's own."""
    press = offer.press_once("contact:undo", str(undo.before.id), before=kept(undo.before), at=undo.at.isoformat())
    asked = [warning(STILL_TO_TELL)] if owes_updates(after) else []
    tell = [button(TELL, offer.press("update:plan", str(after.id)))] if asked else []
    return card([line(words), *told, *asked, line(UNDO_WORDS, quiet=True)], [*ways, *tell, button(UNDO, press)])


def why_words(plan: ContactPlan, now: datetime) -> str:
    if plan.due.why is not Why.BREACH:
        return WHY_WORDS[plan.due.why]
    day = to_london(plan.due.remind_at).date()
    return f"{WHY_WORDS[Why.BREACH]} {'today' if day == to_london(now).date() else f'on {long_date(day)}'}"


def owed_card(contacts: Overview, offer: Offer, now: datetime) -> Card:
    """The list, most pressing first, each with a button that opens it; beneath it what is planned next."""
    shown = contacts.owed[:SHOWN_AT_MOST]
    body = [heading("Contacts due"), *(part for one in shown for part in _entry(one, now))]
    if not shown:
        body.append(line("No contact is due from you by the end of today."))
    if contacts.total > len(shown):
        more = contacts.total - len(shown)
        body.append(
            line(f"{more} more {'is' if more == 1 else 'are'} due today: these are the most pressing. Deal with them and ask again.")
        )
    body += _planned(contacts)
    return card(body, [button(f"Open {one.order.reference}", offer.press("contact:open", str(one.plan.id))) for one in shown])


def next_words(plan: ContactPlan) -> str:
    """When the next contact is planned, in words, London time."""
    due = plan.due
    return f"Next: {_lower(WHY_WORDS[due.why])}. You will be reminded on {long_moment(plan.remind_at)}; it must be done by {deadline(due.must_by)}."


def _breach(breach: Breach | None, orders: Sequence[Order]) -> list[tuple[str, str | None]]:
    """What whoever makes the contact has to know before it."""
    if breach is None:
        return []
    arrest = arrest_words(breach, [one.applicant for one in orders])
    happened = f"{breach.reference}: {happened_words(breach)}"
    return [("Breach", happened), ("Danger at the time", danger_words(breach)), ("Arrest decision", arrest)]


def _only_in_words(order: Order, others: Sequence[Order], beside: ContactBeside | None) -> bool:
    """Whether the court's words are all that is known of when it is safe to call."""
    known = beside is not None and beside.ways is not None and bool(beside.ways.windows)
    return not known and any(one.applicant.safe_time_raw for one in (order, *others))


def _also(others: Sequence[Order], now: datetime) -> str | None:
    return "; ".join(f"{one.reference} ({state_told(one, now)})" for one in others) or None


def _names(orders: Sequence[Order]) -> str:
    """As each order spells it, where they differ."""
    return ", also written ".join(dict.fromkeys(one.applicant.name for one in orders))


def _title(plan: ContactPlan) -> str:
    if plan.due.why is Why.VICTIM_UPDATE:
        return "Tell the victim"
    return "Get a safe contact" if plan.due.why is Why.GET_SAFE_CONTACT else "Reassurance contact"


def _wishes(plan: ContactPlan, now: datetime) -> list[str]:
    """What the person wanted, which whoever calls all the same has to know."""
    if plan.declined_at is not None and plan.due.why is not Why.DECLINE_REVIEW:
        return [WANTED_NONE.format(long_date(to_london(plan.declined_at).date()))]
    if plan.paused_until is not None and plan.paused_until > now:
        return [PAUSED.format(long_date(to_london(plan.paused_until).date()))]
    return []


def _by(plan: ContactPlan, now: datetime) -> str:
    late = " (overdue)" if now > plan.due.must_by else ""
    return f"{deadline(plan.due.must_by)}{late}"


def _buttons(plan: ContactPlan, order: Order, offer: Offer, now: datetime, beside: ContactBeside | None) -> list[Card]:
    which, turn = str(plan.id), str(plan.round)
    task = plan.due.why is Why.GET_SAFE_CONTACT
    outcome, done = (Outcome.GOT_SAFE_CONTACT, "Done: safe contact found") if task else (Outcome.SPOKE_SAFE, "Done: spoke, safe")
    buttons = [button(done, offer.press_once("contact:done", which, round=turn, outcome=outcome.value), style="positive")]
    if not task:
        buttons.append(button("No answer", offer.press_once("contact:no_answer", which, round=turn)))
    owed = [button(TELL, offer.press("update:plan", which))] if owes_updates(plan) else []
    more = [] if task else [button(OTHER_OUTCOME, offer.press("contact:outcome", which, round=turn))]
    return [
        *buttons,
        *owed,
        *more,
        button("Show safe contact", offer.press("contact:show", which)),
        *ways_of_duty(plan, offer, now, beside.snoozes if beside else DutyRules.snoozes),
        button("Plan and safeguarding", offer.press("plan:open", which)),
        button("Concern: record a breach", offer.press("breach:start", str(order.id)), style="destructive"),
    ]


def owes_updates(plan: ContactPlan) -> bool:
    """Whether there is something that the protected person has not been told yet: no contact settles it, only saying that it was told does."""
    return any(due.why is Why.VICTIM_UPDATE for due in plan.ahead)


def _entry(one: OwedContact, now: datetime) -> list[Card]:
    details = [
        ("Protected person", one.order.applicant.name),
        ("Why now", why_words(one.plan, now)),
        ("Risk", RISK_WORDS[one.plan.risk]),
        ("Must be done by", _by(one.plan, now)),
        ("Owner", one.owner),
        ("State", standing_told(one.plan, now)),
        ("Order state", OVER_SHORT if is_over([one.order, *one.others], now) else None),
    ]
    return [line(one.order.reference, strong=True), facts(details)]


def _planned(contacts: Overview) -> list[Card]:
    """Nothing to press: their reminders come by themselves."""
    if not contacts.planned:
        return []
    more = contacts.ahead - len(contacts.planned)
    rows = [(one.order.reference, _ahead(one)) for one in contacts.planned]
    return [line("Planned next", strong=True), facts(rows), *([line(f"{more} more planned after these.", quiet=True)] if more else [])]


def _ahead(one: OwedContact) -> str:
    owner = f", {one.owner}" if one.owner else ""
    return f"{one.order.applicant.name}: {_lower(WHY_WORDS[one.plan.due.why])}, reminder on {long_moment(one.plan.remind_at)}{owner}"


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
