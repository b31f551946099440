"""Service and awareness: what is held of how the respondent was served, and of how the respondent knew. They are kept apart and shown apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from domain.breaches.drafts import Breach, standing, when_of
from domain.breaches.questions import AWARENESS
from domain.errors import Unreadable
from domain.london import long_date, long_moment, to_london
from domain.moments import Span
from domain.orders import Order

LONGEST_WORDS = 2_000
BEFORE = "That was before the act."
AFTER = "That was after the act."
RECORDED_AFTER = "Recorded after the act."


class EvidenceKind(StrEnum):
    """An attempt is no service: it says that somebody tried."""

    SERVICE = "service"
    ATTEMPT = "attempted service"
    AWARENESS = "awareness"


class How(StrEnum):
    PERSONAL = "personal"
    DEEMED = "deemed"
    EMAIL_BY_ORDER = "email_by_order"
    IN_COURT = "in_court"
    TOLD_BY_PHONE = "told_by_phone"
    TOLD_BY_COURT = "told_by_court"
    TOLD_BY_OFFICER = "told_by_officer"
    TOLD_BY_SOLICITOR = "told_by_solicitor"
    OWN_WORDS = "own_words"
    OTHER = "other"


class Source(StrEnum):
    COURT_FEED = "court_feed"
    BREACH_RECORD = "breach_record"
    OFFICER = "officer"
    OTHER_FORCE = "other_force"


@dataclass(frozen=True)
class Given:
    """What an officer says of it: a day, or an instant, or neither where it is not known."""

    kind: EvidenceKind
    how: How
    on: date | None = None
    at: datetime | None = None
    by_whom: str = ""
    words: str = ""


@dataclass(frozen=True)
class Evidence:
    """`by_whom` and `words` are left empty where only the outline was read."""

    id: UUID
    order_id: UUID
    kind: EvidenceKind
    how: How
    source: Source
    recorded_by: UUID
    recorded_at: datetime
    on: date | None = None
    at: datetime | None = None
    by_whom: str = ""
    words: str = ""


_SHOWN_APART = (EvidenceKind.SERVICE, EvidenceKind.AWARENESS)
HOW_WORDS = {
    How.PERSONAL: "in person",
    How.DEEMED: "deemed",
    How.EMAIL_BY_ORDER: "by email, as the court ordered",
    How.IN_COURT: "present in court",
    How.TOLD_BY_PHONE: "told by telephone",
    How.TOLD_BY_COURT: "told by the court",
    How.TOLD_BY_OFFICER: "told by an officer",
    How.TOLD_BY_SOLICITOR: "told by a solicitor",
    How.OWN_WORDS: "the respondent's own words or messages",
    How.OTHER: "manner not recorded",
}
SOURCE_WORDS = {
    Source.COURT_FEED: "a served copy came with the feed",
    Source.BREACH_RECORD: "from the record of a breach",
    Source.OFFICER: "recorded by an officer",
    Source.OTHER_FORCE: "from the force that transferred the person",
}
NOT_CONFIRMED = (
    "Service not confirmed. A without-notice order can be breached by somebody who knew it existed: ask how the respondent knew."
)
LAW = "Source: s.42A(2) Family Law Act 1996; R v AVG [2024] EWCA Crim 1672; DPP v Stephenson [2025] EWHC 950 (Admin)."
NOT_HOW_NOR_WHEN = "no day and no manner given"
FEED_SERVED = "Service: a served copy came with the feed. Ask the court for the day and the manner."
NOTHING_OF_AWARENESS = "Awareness: nothing is recorded here yet. Ask who told the respondent of the order, when and how."
SERVED_ABOVE = (
    "Awareness: service is recorded above; nothing else is recorded of what the respondent knew. Ask who told the respondent, when and how."
)
NOTICE_UNKNOWN = "It is not known here whether the order was made without notice: treat awareness as needed."
# By `Order.without_notice`, which a person has read from the paper.
NOTICE = {
    None: NOTICE_UNKNOWN,
    True: "Made without notice: it is an offence only once the respondent knew of the order.",
    False: "Made on notice to the respondent.",
}
_ANSWERED = {
    "served": (EvidenceKind.SERVICE, How.OTHER),
    "told_by_court": (EvidenceKind.AWARENESS, How.TOLD_BY_COURT),
    "told_by_police": (EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER),
    "told_by_phone": (EvidenceKind.AWARENESS, How.TOLD_BY_PHONE),
    "told_by_solicitor": (EvidenceKind.AWARENESS, How.TOLD_BY_SOLICITOR),
    "own_words": (EvidenceKind.AWARENESS, How.OWN_WORDS),
    "in_court": (EvidenceKind.AWARENESS, How.IN_COURT),
}


def served_copy(order: Order, by: UUID, now: datetime) -> Evidence:
    """What the feed's `_served` file tells: that there was service, and neither day nor manner; always one for an order."""
    id = uuid5(order.id, "served-copy")
    return Evidence(id, order.id, EvidenceKind.SERVICE, How.OTHER, Source.COURT_FEED, by, now)


def said_by(officer: UUID, id: UUID, order_id: UUID, given: Given, now: datetime) -> Evidence:
    """What an officer tells, as it is held."""
    by, words = given.by_whom.strip(), given.words.strip()
    return Evidence(id, order_id, given.kind, given.how, Source.OFFICER, officer, now, given.on, given.at, by, words)


def told_in(breach: Breach) -> tuple[Evidence, ...]:
    """What the record of a breach says of how the respondent knew; the words themselves stay in the record."""
    given = standing(breach.answers).get(AWARENESS.id)
    said = [value for value in given.values if value in _ANSWERED] if given is not None else []
    return tuple(
        Evidence(uuid5(breach.id, value), breach.order_id, *_ANSWERED[value], Source.BREACH_RECORD, breach.recorded_by, breach.recorded_at)
        for value in said
    )


def checked(given: Given, now: datetime) -> Given:
    """Raises Unreadable where it cannot be so."""
    if (given.at is not None and given.at > now) or (given.on is not None and given.on > to_london(now).date()):
        raise Unreadable("That time is still to come. Say when it happened, or leave the time out.")
    if len(given.words) + len(given.by_whom) > LONGEST_WORDS:
        raise Unreadable(f"That is longer than {LONGEST_WORDS:,} characters and was not kept. Please say it shorter.")
    return given


def service_words(held: Iterable[Evidence], *, served_copy: bool) -> list[str]:
    """What is held of service; where it is nothing, never as if that were the end of it."""
    kept = [one for one in held if one.source is not Source.COURT_FEED]
    service = [one for one in kept if one.kind is EvidenceKind.SERVICE]
    told = [outline(one) for one in service if not is_bare(one)]
    said = [FEED_SERVED, *told] if served_copy else told
    tried = [outline(one) for one in kept if one.kind is EvidenceKind.ATTEMPT]
    return [*(said or [outline(one) for one in service[:1]] or [NOT_CONFIRMED, LAW]), *tried]


def held_beside(breach: Breach, held: Iterable[Evidence], *, served_copy: bool) -> list[str]:
    """What the register holds of service and, apart from it, of awareness, beside the record's own answer. What it does not hold is not said here."""
    own = {one.id for one in told_in(breach)}
    return held_then(when_of(standing(breach.answers)), [one for one in held if one.id not in own], served_copy=served_copy)


def held_then(when: Span | None, held: Iterable[Evidence], *, served_copy: bool) -> list[str]:
    """The same before there is a record: `when` is the time of the act, where it is known."""
    others = [one for one in held if one.source is not Source.COURT_FEED]
    service, awareness = ([one for one in others if one.kind is kind] for kind in _SHOWN_APART)
    told = [one for one in service if not is_bare(one) or _beside_the_act(one, when) == BEFORE]
    shown = told if told or served_copy else service[:1]
    return [*([FEED_SERVED] if served_copy else []), *(_dated(one, when) for one in (*shown, *awareness))]


def is_bare(one: Evidence) -> bool:
    """That it was, and neither how nor when: beside another line of the same it says nothing more."""
    return one.how is How.OTHER and one.at is None and one.on is None


def _dated(one: Evidence, when: Span | None) -> str:
    """Its outline, and whether it came before or after the act where that is sure."""
    return " ".join(part for part in (outline(one), _beside_the_act(one, when)) if part)


def _beside_the_act(one: Evidence, when: Span | None) -> str:
    """What was recorded before the act was so before it; a record of a breach made after it says nothing of when."""
    if when is None:
        return ""
    if one.at is not None and not when.about and one.at < when.start:
        return BEFORE
    if one.at is not None and one.at > when.end:
        return AFTER
    day = one.on or (to_london(one.at).date() if one.at is not None else None)
    if day is not None:
        return _by_day(day, when)
    if one.recorded_at < when.start:
        return BEFORE
    return RECORDED_AFTER if one.source is Source.BREACH_RECORD and one.recorded_at > when.end else ""


def _by_day(day: date, when: Span) -> str:
    if day < to_london(when.start).date():
        return BEFORE
    return AFTER if day > to_london(when.end).date() else ""


def awareness_words(held: Iterable[Evidence]) -> list[str]:
    """What is recorded of it; where only service is, that is said, since whoever was served was told."""
    kept = list(held)
    served = any(one.kind is EvidenceKind.SERVICE for one in kept)
    return [outline(one) for one in kept if one.kind is EvidenceKind.AWARENESS] or [SERVED_ABOVE if served else NOTHING_OF_AWARENESS]


def outline(one: Evidence) -> str:
    """Kind, manner, time and source, and nothing that was said."""
    told = NOT_HOW_NOR_WHEN if is_bare(one) else f"{HOW_WORDS[one.how]}, {when_words(one)}"
    recorded = long_date(to_london(one.recorded_at).date())
    if one.kind is EvidenceKind.ATTEMPT:
        told = when_words(one)
    return f"{one.kind.value.capitalize()}: {told}; {SOURCE_WORDS[one.source]}, {recorded}."


def when_words(one: Evidence) -> str:
    if one.at is not None:
        return long_moment(one.at)
    return f"on {long_date(one.on)}" if one.on is not None else "day not recorded"
