"""Notices that an order has changed or how a record of a breach stands: a reference, the same words for every one, and a press to show it."""

from collections.abc import Callable

from bot.cards.alarms import alarm_card
from bot.cards.contacts import REPEAT, draw_reminder
from bot.cards.digests import digest_card, digest_summary, weekly_card
from bot.cards.handing_on import news_card
from bot.cards.parts import Card, as_message, button, card, heading, line
from bot.cards.people import name_and_collar
from bot.cards.retention import reviews_words
from bot.cards.transfers import news_words
from bot.offers import Offer
from domain.clock import Clock
from domain.contact_matters import MATTER_WORDS
from domain.london import long_moment
from domain.outbox import (
    AWAITS_SIGN_OFF,
    DIGEST,
    DRAFT_OFFERED,
    DRAFT_TAKEN,
    FEED_GAP,
    MANY,
    MATTER_LATE,
    MATTER_RAISED,
    NOTICES,
    OF_A_MATTER,
    OF_A_TRANSFER,
    OF_AN_ALARM,
    QUESTION_ANSWERED,
    QUESTION_ASKED,
    QUESTION_LATE,
    RETURNED,
    REVIEWS_DUE,
    SIGNED_OFF,
    TASK_LATE,
    TASK_STAGES,
    VISIT_LATE,
    VISIT_STAGES,
    WEEKLY_REPORT,
    Draw,
    Drawn,
)
from services.notices import Notice
from services.sending import Reminder

CHANGED_HEADING = "An order you asked to hear about has changed"
OPEN_IT = "Press Show the order to see how it stands now."

DUTY_DUE = "A duty with a time limit is due soon"
DUTY_LATE = "A duty with a time limit was not recorded as done in time: you are told as supervisor"
EVIDENCE_DUE = "Evidence of a breach is due"
EVIDENCE_LATE = "Evidence of a breach is overdue: you are told as supervisor"
VISIT_OWED = "A compliance visit is due"
VISIT_OVERDUE = "A compliance visit is overdue: you are told as supervisor"
OPEN_VISIT = "Whom it is to stands in it. Press Open the visit."
GAP_HEADING = "The court feed has a gap"
GAP_WORDS = "Yesterday's file is missing, or holds far fewer orders than usual: orders made then may be missing here. Ask the court."
REVIEWS_HEADING = "Records wait for their retention review"
MANY_HEADING = "Many look-ups by one officer"
WHAT_TO_DO = "Whom they looked up is not said here: ask them why, or ask for the audit trail of this officer. They are not stopped from looking people up."

OPEN_QUESTION = "The words stand in the question. Press Open the question."
OF_A_QUESTION = {
    QUESTION_ASKED: "A colleague asks you about guidance",
    QUESTION_ANSWERED: "Your question about guidance is answered",
    QUESTION_LATE: "A question about guidance has no answer in time: you are told as supervisor",
}

OF_A_CONTACT = {
    MATTER_RAISED: "A contact needs your decision now",
    MATTER_LATE: "A contact still waits: for a decision, or for what came of a welfare check",
}
OPEN_CONTACT = "Names and particulars stand in it. Press Open it."

SHOW = ("Show the record", "breach:show")
# The title, the words and the buttons of each.
OF_A_BREACH: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    AWAITS_SIGN_OFF: (
        "A breach record awaits your sign-off",
        "Read it, then sign it off or return it with a note.",
        (SHOW, ("Awaiting sign-off", "breach:awaiting")),
    ),
    SIGNED_OFF: ("Your breach record is signed off", "You can still add to it; what is added asks for a new sign-off.", (SHOW,)),
    RETURNED: ("Your breach record is returned with a note", "Read the note, then add to the record what it asks for.", (SHOW,)),
    DRAFT_OFFERED: (
        "An unfinished breach record is offered to you",
        "Take it on to go on with it. Until then it stays with the officer who has it.",
        (("Take it on", "breach:take"),),
    ),
    DRAFT_TAKEN: ("Your unfinished breach record was taken on", "It is with the officer to whom you offered it.", ()),
}


def draw_outgoing(one: Reminder | Notice, clock: Clock) -> Draw:
    return draw_notice(one, clock) if isinstance(one, Notice) else draw_reminder(one, clock)


def draw_notice(notice: Notice, clock: Clock) -> Draw:
    """Draws it for whichever conversation it goes to."""

    def draw(conversation_id: str) -> Drawn:
        offer = Offer(notice.row.recipient, conversation_id, clock())
        needs = NOTICES[notice.row.stage]
        activity = as_message(notice_card(notice, offer)) | digest_summary(notice)
        return Drawn(activity, frozenset({str(notice.order_id)}), tuple(offer.actions), needs)

    return draw


def notice_card(notice: Notice, offer: Offer) -> Card:
    repeat = [line(REPEAT)] if notice.row.repeat else []
    if notice.row.stage == MANY:
        return card([heading(MANY_HEADING), line(_many(notice)), line(WHAT_TO_DO), *repeat], speak=f"{MANY_HEADING}.")
    if notice.row.stage in _DRAWN:
        return _DRAWN[notice.row.stage](notice, offer, repeat)
    if notice.news is not None:
        return news_card(notice.news, notice.row.stage, str(notice.row.recipient), repeat, offer)
    if notice.row.stage in OF_AN_ALARM:
        return alarm_card(notice, offer, repeat)
    id = str(notice.order_id)
    if notice.row.stage in OF_A_QUESTION:
        title = OF_A_QUESTION[notice.row.stage]
        return card(
            [heading(title), line(OPEN_QUESTION), *repeat],
            [button("Open the question", offer.press("question:open", id))],
            speak=f"{title}.",
        )
    which = [line(notice.reference, strong=True)] if notice.reference else []
    if notice.row.stage in OF_A_MATTER:
        title = OF_A_CONTACT[notice.row.stage]
        press = button("Open it", offer.press("matter:open", id))
        matter = [] if notice.matter is None else [line(f"{MATTER_WORDS[notice.matter]}.")]
        return card([heading(title), *which, *matter, line(OPEN_CONTACT), *repeat], [press], speak=f"{title}.")
    if notice.row.stage in OF_A_TRANSFER:
        title, words = news_words(notice.row.stage)
        return card(
            [heading(title), *which, line(words), *repeat], [button("Open it", offer.press("transfer:open", id))], speak=f"{title}."
        )
    if notice.row.stage in OF_A_BREACH:
        title, words, ways = OF_A_BREACH[notice.row.stage]
        made = [button(said, offer.press(verb, id)) for said, verb in ways]
        return card([heading(title), *which, line(words), *repeat], made, speak=f"{title}.")
    presses = [button("Show the order", offer.press("order:open", id)), button("Stop telling me", offer.press("order:unwatch", id))]
    return card([heading(CHANGED_HEADING), *which, line(OPEN_IT), *repeat], presses, speak=f"{CHANGED_HEADING}.")


def _of_evidence(notice: Notice, offer: Offer, repeat: list[Card]) -> Card:
    """The record's reference and how many tasks: what the evidence is of is seen once it is opened."""
    late = notice.row.stage == TASK_LATE
    title = (DUTY_LATE if late else DUTY_DUE) if notice.of_duty else EVIDENCE_LATE if late else EVIDENCE_DUE
    open_still = f"{notice.reference}: {notice.number} {'task is' if notice.number == 1 else 'tasks are'} still open."
    press = button("Show the tasks", offer.press("task:breach", str(notice.row.plan)))
    return card([heading(title), line(open_still), *repeat], [press], speak=f"{title}.")


def _of_a_visit(notice: Notice, offer: Offer, repeat: list[Card]) -> Card:
    """The order's reference: whom the visit is to is seen once it is opened."""
    title = VISIT_OVERDUE if notice.row.stage == VISIT_LATE else VISIT_OWED
    press = button("Open the visit", offer.press("visit:open", str(notice.named[0])))
    return card([heading(title), line(notice.reference, strong=True), line(OPEN_VISIT), *repeat], [press], speak=f"{title}.")


def _of_the_feed(_: Notice, offer: Offer, repeat: list[Card]) -> Card:
    press = button("How the feed stands", offer.press("quality:report"))
    return card([heading(GAP_HEADING), line(GAP_WORDS), *repeat], [press], speak=f"{GAP_HEADING}.", marked=False)


def _of_reviews(notice: Notice, offer: Offer, repeat: list[Card]) -> Card:
    """Figures and days: whose record it is stands in the list."""
    words = reviews_words(notice.reviews) if notice.reviews else ""
    press = button("Show the reviews", offer.press("retention:list"))
    return card([heading(REVIEWS_HEADING), line(words), *repeat], [press], speak=f"{REVIEWS_HEADING}.", marked=False)


def _many(notice: Notice) -> str:
    who = notice.officer
    named = "Somebody who is no longer on the list" if who is None else name_and_collar(who)
    return f"{named} has looked up more than {notice.number} people in an hour, up to {long_moment(notice.row.due_at)}."


_DRAWN: dict[str, Callable[[Notice, Offer, list[Card]], Card]] = {
    DIGEST: digest_card,
    WEEKLY_REPORT: weekly_card,
    FEED_GAP: _of_the_feed,
    REVIEWS_DUE: _of_reviews,
    **dict.fromkeys(TASK_STAGES, _of_evidence),
    **dict.fromkeys(VISIT_STAGES, _of_a_visit),
}
