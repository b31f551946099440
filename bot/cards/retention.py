"""Cards of retention: what is due for review, one record with its clock and decisions, and what an erasure did."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.breach_files import TAKES_FILE
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.conversations import WEB
from domain.london import long_date, long_moment, to_london
from domain.measure_words import kind_words
from domain.officers import Officer
from domain.order_states import state_told
from domain.retention import (
    LONGEST_REASON,
    SECOND_PERSON,
    Decided,
    Decision,
    Ground,
    Group,
    KeptRecord,
    RecordClass,
    RetentionRules,
    Reviews,
    clock_from,
    group_of,
    is_due,
    review_on,
)
from services.erasing import Erasure
from services.retention import Due

DUE = "Records due for review"
NONE_DUE = "No record is due for review today."
CHECK_FIRST = "Before you decide: is it still needed for a policing purpose, linked with a crime or another person, and right? Keep it no longer than that."
FOR_EVER = "Disposing erases the record, its papers, breaches, contacts and cards at once and for ever. Backups made before still hold it."
WAITS = "It is proposed to erase it: another officer who reviews retention confirms that, under Dispose."
GROUPS = {Group.ONE: "group 1", Group.TWO: "group 2", Group.THREE: "group 3"}
CLASSES = {RecordClass.ORDER: "order", RecordClass.MEASURE: "other measure", RecordClass.BREACH: "with a recorded breach"}
GROUNDS = {
    Ground.NOT_NEEDED: "No longer needed for a policing purpose",
    Ground.WRONG: "Wrong person or wrong record",
    Ground.ORDERED: "Ordered by a court or the data protection officer",
    Ground.DUPLICATE: "Held twice",
}
_DECIDED = {
    Decided.RETAIN: "Retained",
    Decided.REGROUP: "Moved to another group",
    Decided.HOLD: "Put under a legal hold",
    Decided.LIFT: "Hold lifted",
    Decided.PROPOSE: "Proposed to erase it",
}


def due_card(due: Due, now: datetime, offer: Offer) -> Card:
    rows = [_row(one, due.rules, now, offer) for one in due.records] or [line(NONE_DUE)]
    more = [line(f"{due.more} more are due: these have waited longest.", quiet=True)] if due.more else []
    falls = _more(due.coming) if due.records else _records(due.coming)
    coming = [line(f"{falls} due within {due.rules.notice.days} days.", quiet=True)] if due.coming else []
    return card([heading(DUE), *rows, *more, *coming], speak=f"{DUE}.")


def reviews_words(reviews: Reviews) -> str:
    """In figures, for a notice."""
    if reviews.since is None:
        return f"{_records(reviews.coming)} due for review soon."
    coming = f" {_more(reviews.coming)} due soon." if reviews.coming else ""
    due = "1 record is due" if reviews.due == 1 else f"{reviews.due} records are due"
    return f"{due} for review, the oldest since {long_date(reviews.since)}.{coming}"


def _more(number: int) -> str:
    return "1 more falls" if number == 1 else f"{number} more fall"


def _records(number: int) -> str:
    return "1 record falls" if number == 1 else f"{number} records fall"


def record_card(kept: KeptRecord, rules: RetentionRules, now: datetime, offer: Offer, channel: str) -> Card:
    """The export is offered at the chat page alone."""
    order, day = kept.order, to_london(now).date()
    group = group_of(kept, rules)
    body = [
        heading(f"Retention of {order.reference}"),
        *([warning("Under a legal hold: it is not disposed of.")] if kept.is_held else []),
        *([line(WAITS, strong=True)] if kept.proposed else []),
        facts(
            [
                ("Kind", kind_words(order.kind)),
                ("State", state_told(order, now)),
                ("Respondent", order.respondent.name),
                ("Class", CLASSES[kept.record_class]),
                ("Review group", f"{GROUPS[group]}: first after {rules.groups[group].first} years, then every {rules.groups[group].again}"),
                ("Clock runs from", long_date(clock_from(kept))),
                ("Review due on", f"{long_date(review_on(kept, rules))}{' (due)' if is_due(kept, rules, day) else ''}"),
                ("Breaches recorded", str(kept.breaches)),
            ]
        ),
        *(line(_decision(one, kept)) for one in kept.decisions),
        line(CHECK_FIRST, quiet=True),
        text_input("reason", "Reason (needed to retain, to hold, to let go and to move)", multiline=True, limit=LONGEST_REASON),
        choices("group", "Review group, to move it", [(words, one.value) for one, words in GROUPS.items()]),
    ]
    return card(body, [*_ways(kept, rules, now, offer), *_exports(kept, offer, channel)], speak="Retention of one record.")


def dispose_card(kept: KeptRecord, officer: Officer, offer: Offer) -> Card:
    """The last look before what cannot be undone: one proposes it, another confirms it."""
    one = kept.proposed
    body = [
        heading(f"Dispose of {kept.order.reference}?"),
        warning(FOR_EVER),
        line(f"{kept.breaches} recorded breaches go with it."),
        line(_decision(one, kept))
        if one
        else choices("ground", "Ground", [(words, ground.value) for ground, words in GROUNDS.items()], required="Choose the ground."),
        *([line(SECOND_PERSON)] if one and one.officer == officer.id else []),
        line("What stays: that there was a record of this reference, who erased it, when and on which ground.", quiet=True),
    ]
    back = button("Back", offer.press("retention:open", str(kept.order.id)))
    return card(body, [*_disposal(kept, officer, offer), back], speak="Dispose of a record?")


def _disposal(kept: KeptRecord, officer: Officer, offer: Offer) -> Iterator[Card]:
    id, seen, one = str(kept.order.id), str(kept.number), kept.proposed
    if one is None:
        yield button("Propose to erase it", offer.press("retention:propose", id, seen=seen))
    elif one.officer != officer.id:
        yield button("Erase it for ever", offer.press("retention:dispose", id, seen=seen), style="destructive")


def erased_words(done: Erasure) -> str:
    return (
        f"{done.reference} is erased, with {done.breaches} recorded breaches and {done.plans} contact plans. {done.cards} lines of chats were redacted, and what was "
        f"typed was taken out of {done.lines} lines of the trail, which stay. Cards that stand in Teams are being changed. Backups made before still hold it."
    )


def _row(kept: KeptRecord, rules: RetentionRules, now: datetime, offer: Offer) -> Card:
    order = kept.order
    items = [
        line(f"{order.reference}: {kind_words(order.kind)}", strong=True),
        line(f"{state_told(order, now)}. Class: {CLASSES[kept.record_class]}, {GROUPS[group_of(kept, rules)]}."),
        *([line(WAITS, strong=True)] if kept.proposed else []),
        line(f"Review due on {long_date(review_on(kept, rules))}; {_age(kept, rules, now)}clock from {long_date(clock_from(kept))}."),
        {"type": "ActionSet", "actions": [button(f"Review {order.reference}", offer.press("retention:open", str(order.id)))]},
    ]
    return {"type": "Container", "separator": True, "items": items}


def _age(kept: KeptRecord, rules: RetentionRules, now: datetime) -> str:
    days = (to_london(now).date() - review_on(kept, rules)).days
    return f"waiting for {days} {'day' if days == 1 else 'days'}; " if days > 0 else ""


def _ways(kept: KeptRecord, rules: RetentionRules, now: datetime, offer: Offer) -> Iterator[Card]:
    id, seen = str(kept.order.id), str(kept.number)
    yield button("Retain", offer.press("retention:retain", id, seen=seen), style="positive")
    if kept.is_held:
        yield button("Lift the hold", offer.press("retention:lift", id, seen=seen))
    else:
        yield button("Legal hold", offer.press("retention:hold", id, seen=seen))
    yield button("Move to the group", offer.press("retention:regroup", id, seen=seen))
    if is_due(kept, rules, to_london(now).date()):
        yield button("Dispose ...", offer.press("retention:ask_dispose", id))


def _exports(kept: KeptRecord, offer: Offer, channel: str) -> Iterator[Card]:
    if channel == WEB:
        for role, whom in (("respondent", "the respondent"), ("applicant", "the protected person")):
            press = offer.press("retention:export", str(kept.order.id), role=role)
            yield {**button(f"Export on {whom}", press), "verb": TAKES_FILE}


def _decision(one: Decision, kept: KeptRecord) -> str:
    by = kept.named.get(one.officer, "an officer no longer listed")
    until = f" Next review {long_date(one.next_review)}." if one.next_review else f" To {GROUPS[one.group]}." if one.group else ""
    reason = GROUNDS[Ground(one.reason)] if one.what is Decided.PROPOSE else one.reason
    return f"{long_moment(one.at)}: {_DECIDED[one.what]} by {by}: {reason}{'' if reason.endswith('.') else '.'}{until}"
