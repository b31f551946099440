"""Reads a line that is about what follows a record or an order: an event, that the victim was told, the officer's own tasks, the contact plan, a beat or a visit."""

import re
from dataclasses import dataclass

from bot.local_words import local_asked
from bot.measure_words import measure_asked
from bot.plan_words import plan_asked
from bot.retention_words import asks_for_retention
from bot.typed import line_of
from domain.breaches.updates import UpdateEvent
from domain.order_changes import ChangeKind
from domain.references import LOOSE_BR, canonical

_REFERENCE = rf"(?P<reference>{LOOSE_BR})"
_FOR = r"(?:\s+(?:on|for|of|in|re|about))?\s+"
# What follows is a time, or the line is not that.
_AT = r"(?:[\s,:]+(?=at\b|on\b|just\b|last\b|today|tonight|this\b|ye?s?t?er?day|yday|yest|\d)(?:at\s+)?(?P<when>.{1,60}))?"
_TOLD = re.compile(
    rf"(?:(?:the\s+)?(?:victim|protected\s+person|applicant)\s+(?:has\s+been\s+|was\s+)?(?:told|updated|informed){_FOR}{_REFERENCE}"
    rf"|{_REFERENCE.replace('reference', 'second')}[\s:,]+(?:the\s+)?(?:victim|protected\s+person|applicant)\s+(?:was\s+)?(?:told|updated|informed))"
    rf"{_AT}",
    re.IGNORECASE,
)
_EVENTS = {
    UpdateEvent.NOT_INVESTIGATING: r"(?:not\s+investigat(?:ing|ed)|(?:decision\s+)?not\s+to\s+investigate)",
    UpdateEvent.INTERVIEW: r"interview(?:ed)?(?:\s+under\s+caution)?",
    UpdateEvent.ARREST: r"arrest(?:ed)?",
    UpdateEvent.BAIL: r"(?:bail|rui)(?:\s+(?:changed|change|varied|variation|conditions\s+changed))?",
    UpdateEvent.RELEASE: r"released?(?:\s+(?:without\s+charge|on\s+bail|under\s+investigation|nfa))?",
}
_HAPPENED = {
    event: re.compile(rf"{words}{_FOR}{_REFERENCE}(?:[\s,:]+(?:at\s+)?(?P<when>.{{1,60}}))?", re.IGNORECASE)
    for event, words in _EVENTS.items()
}
_MY_TASKS = re.compile(
    r"(?:(?:show|list)(?:\s+me)?\s+)?(?:(?:my|the)\s+)?(?:open\s+)?(?:(?:evidence|breach)\s+tasks?|(?<=my )tasks?)", re.IGNORECASE
)

# What happened to the order itself is recorded with the order; its contact plan follows from that.
_OF_THE_ORDER = {
    "plan:note=service": ChangeKind.SERVED.value,
    "plan:note=service_failed": ChangeKind.ATTEMPTED.value,
    "plan:note=variation": ChangeKind.VARIED.value,
    "plan:note=extension": ChangeKind.EXTENDED.value,
    "plan:note=discharge": ChangeKind.DISCHARGED.value,
}


@dataclass(frozen=True)
class FollowUpAsked:
    """`capability` is the dialog; `event` and `when` are of something that happened, without `event` the victim was told then. Of visits `event` is what is asked, `when` the area."""

    capability: str
    reference: str = ""
    event: str = ""
    when: str = ""


def follow_up_asked(text: str) -> FollowUpAsked | None:
    """None where the whole line is not that."""
    said = line_of(text)
    if _MY_TASKS.fullmatch(said):
        return FollowUpAsked("breach_tasks")
    told = _TOLD.fullmatch(said)
    if told is not None:
        return FollowUpAsked("victim_updates", canonical(told["reference"] or told["second"]), when=told["when"] or "")
    for event, sign in _HAPPENED.items():
        found = sign.fullmatch(said)
        if found is not None:
            return FollowUpAsked("victim_updates", canonical(found["reference"]), event.value, found["when"] or "")
    if asks_for_retention(text):
        return FollowUpAsked("retention")
    measure = measure_asked(text)
    return _of_a_plan(text) if measure is None else FollowUpAsked("measures", measure[1], measure[0])


def _of_a_plan(text: str) -> FollowUpAsked | None:
    asked = plan_asked(text)
    if asked is None:
        local = local_asked(text)
        return None if local is None else FollowUpAsked(local.capability, local.reference, local.verb, local.area)
    what, reference, when = asked
    if what in _OF_THE_ORDER:
        return FollowUpAsked("order_changes", reference, _OF_THE_ORDER[what], when)
    return FollowUpAsked("safeguarding" if what == "safeguard:show" else "contact_plans", reference, what, when)
