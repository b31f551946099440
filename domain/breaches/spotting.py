"""What typed words plainly tell beside the question that was asked, and what the first words about a breach tell already."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from domain.breaches.account import account_in
from domain.breaches.awareness import of_this_order, sources_told
from domain.breaches.choice import YES
from domain.breaches.choices import SOURCES
from domain.breaches.conditions import conditions_told
from domain.breaches.naming import choices_named, done_in
from domain.breaches.outcomes import ARRESTED, NOT_ARRESTED, RISKS
from domain.breaches.questions import (
    ARREST,
    ARREST_WHEN,
    ARREST_WHY,
    AWARENESS,
    CONDITIONS,
    HAPPENED,
    IDENTITY,
    LOST,
    MANNER,
    OTHER_OFFENCES,
    RISK_AFTER,
    RISK_BEFORE,
    SAFEGUARDED,
    SINCE,
    THIRD_PARTY,
    WHEN,
    WHERE,
    Page,
    Question,
)
from domain.breaches.reading import Reading, moment_reading
from domain.breaches.terms import own_choices
from domain.denials import affirmed, words_in
from domain.errors import Unreadable
from domain.london import to_london
from domain.moments import find_moment

_BECAUSE = re.compile(
    r"\b(?:because|cos|cause|since|reason(?: is| was)?:?|as (?=he|she|they|the|we|no|not|i\b))\s*(?P<why>[^\n]{3,})", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?P<where>(?:at|to|outside|into|in|near|round|by)\s+(?:(?:the|her|his|their|a|an|victim's|mum's|mother's|dad's|sister's)\s+){0,2}(?:[a-z']+\s+){0,2}?"
    r"(?:house|home|flat|address|work|workplace|school|nursery|gate|door|doorstep|garden|street|road|shop|supermarket|station|pub|park|hospital|gym|church|car park|car|office))\b"
    r"|\b(?P<app>(?:on|via|by|over|through)\s+(?:whatsapp|facebook|messenger|instagram|insta|snapchat|snap|tiktok|twitter|telegram|signal|teams|email|e-mail|text|(?:the |her |his |their )?phone|sms|facetime))\b"
    r"|\b(?P<number>from (?:a |an )?(?:new|unknown|different|withheld|private|another) (?:phone )?(?:number|account|phone))\b",
    re.IGNORECASE,
)
_SOMEBODY = (
    r"(?:a|an|the|his|her|their|another) (?:mutual )?(?:mum|mam|mother|dad|father|sister|brother|friend|mate|cousin|uncle|aunt|son|daughter|partner|girlfriend"
    r"|boyfriend|neighbour|relative)"
)
_HE = r"(?:he|they|respondent|suspect|resp|susp|ex|defendant)"
# Who told or asked must be the respondent: the protected person tells her mum and asks a friend to ring.
_THROUGH = re.compile(
    rf"\b(?:through|via|used) {_SOMEBODY}\b|^ (?:{_HE} (?:has |had |have |then |also |just )*)?(?:got|sent) {_SOMEBODY} (?:to [a-z]+|round|over|with)\b"
    rf"|\b{_HE} (?:has |had |have |then |also |just )*(?:got|sent|asked|told) {_SOMEBODY} (?:to [a-z]+|round|over|with)\b"
)
_ARREST_WORDS = re.compile(r" (?:arrest(?:ed)?|nicked|detained|custody|locked up|not found|outstanding|made off|voluntary|va) ")
_MANNERS_OF = {
    1: "violence",
    2: "contact",
    3: "contact",
    4: "property",
    5: "property",
    6: "place",
    7: "violence",
    8: "contact",
    9: "contact",
    10: "place",
}
_GOING = re.compile(r"\b(?:lost|lose|overwritten|overwrites|wiped|deleted|deletes|disappear\w*)\b", re.IGNORECASE)
_LEVEL = r"(?:standard|med(?:ium)?|high)"
_RISKS = re.compile(rf"\b(?P<before>{_LEVEL})\b(?: risk)?,?\s*(?:to|->|then|and|but)?\s*(?:now\s+)?(?P<after>{_LEVEL})\b", re.IGNORECASE)
_RISK = re.compile(rf"\brisk(?: is| now|:)*\s+(?P<after>{_LEVEL})\b|\b(?P<only>{_LEVEL}) risk\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:he|she|they|respondent|suspect|resp|susp|ex|defendant|father|mother|dad|mum|husband|wife|partner)\b", re.IGNORECASE
)
# Conduct that names no stock condition by itself: which it breaks is left to a person.
_CONDUCT = re.compile(
    r"\b(?:he|she|they|respondent|suspect|resp|susp|ex|defendant) (?:has |have |had |keeps |kept |was |is |been |then )*"
    r"(?:follow(?:ed|ing)|stalk(?:ed|ing)|wait(?:ed|ing)|watch(?:ed|ing)|sent|sends|sending|post(?:ed|ing)|tagg(?:ed|ing)|breach(?:ed|ing))\b"
)
_LONGEST = 4_000


def heard(page: Page, typed: str, now: datetime, questions: Sequence[Question]) -> dict[str, Reading]:
    """What the words plainly tell of these questions of the page."""
    told = dict(_told(page, typed, now))
    return {one.id: told[one.id] for one in questions if one.id in told}


def first_told(pages: Sequence[Page], text: str, now: datetime) -> dict[str, Reading]:
    """What an officer's first words tell of a breach, by question; nothing where they tell of none. It is filled in, to be confirmed."""
    if len(text) > _LONGEST or not tells_of_conduct(text):
        return {}
    alone = account_in(text.strip(), to_london(now).date())
    typed = alone if tells_of_conduct(alone) else text.strip()
    found = {HAPPENED.id: Reading(text=typed)}
    for page in pages:
        found |= {id: reading for id, reading in _told(page, typed, now) if id in _AT_FIRST}
    return found


def tells_of_conduct(text: str) -> bool:
    """Somebody did something that the stock conditions forbid: it is told, and neither asked nor denied."""
    if len(text) > _LONGEST or "?" in text or not _WHO.search(text):
        return False
    return bool(_acts(text)) or any(_CONDUCT.search(piece) for piece in affirmed(text)) or _through_somebody(text)


def names_somebody(text: str) -> bool:
    """An account is of somebody who did something."""
    return _WHO.search(text[:_LONGEST]) is not None


def _told(page: Page, typed: str, now: datetime) -> Iterator[tuple[str, Reading]]:
    for question in page.questions:
        reading = spotted(question, typed, now)
        if reading is not None:
            yield question.id, reading


def spotted(question: Question, typed: str, now: datetime) -> Reading | None:
    """A reading where the words leave no doubt that they answer this one too."""
    spotter = _SPOTTERS.get(question.id)
    return None if spotter is None else spotter(question, typed, now)


def _when(_: Question, typed: str, now: datetime) -> Reading | None:
    found = find_moment(typed, now)
    return None if found is None else moment_reading(found.span, found.words)


def _where(_: Question, typed: str, _now: datetime) -> Reading | None:
    found = [place[0] for place in _PLACE.finditer(typed[:_LONGEST])]
    return Reading(text=", ".join(dict.fromkeys(found))) if found else None


def _manner(_: Question, typed: str, _now: datetime) -> Reading | None:
    values = {_MANNERS_OF[number] for number in _acts(typed)} | ({"third_party"} if _through_somebody(typed) else set())
    kept = tuple(choice.id for choice in MANNER.choices if choice.id in values)
    return Reading(kept, typed) if kept else None


def _conditions(question: Question, typed: str, _now: datetime) -> Reading | None:
    """Only over the stock list: which of the order's own wordings the words break is left to a person."""
    acts = () if own_choices(question) else _acts(typed)
    return Reading(tuple(f"condition_{number}" for number in acts), typed) if acts else None


def _third_party(_: Question, typed: str, _now: datetime) -> Reading | None:
    return Reading((YES,), typed) if _through_somebody(typed) else None


def _awareness(_: Question, typed: str, _now: datetime) -> Reading | None:
    wanted = {*sources_told(typed), *choices_named(SOURCES[:1], typed, of_this_order)}
    values = tuple(choice.id for choice in SOURCES if choice.id in wanted)
    return Reading(values, typed) if values else None


def _arrest(_: Question, typed: str, _now: datetime) -> Reading | None:
    if not _ARREST_WORDS.search(words_in(typed)):
        return None
    values = choices_named(ARREST.choices, typed)
    if len(values) > 1:
        values = tuple(id for id in values if id != "arrest_no")
    return Reading(values, typed) if len(values) == 1 else None


def _arrest_why(question: Question, typed: str, now: datetime) -> Reading | None:
    decided, why = _arrest(question, typed, now), _BECAUSE.search(typed)
    return Reading(text=why["why"].strip()) if why and decided and NOT_ARRESTED.issuperset(decided.values) else None


def _arrest_when(question: Question, typed: str, now: datetime) -> Reading | None:
    """The time that stands with the arrest: the words told of nothing else on that page."""
    decided = _arrest(question, typed, now)
    return _when(question, typed, now) if decided and decided.values == (ARRESTED,) and not _acts(typed) else None


def _named_there(question: Question, typed: str, _now: datetime) -> Reading | None:
    values = choices_named([one for one in question.choices if not one.alone], typed, done_in(question))
    return Reading(values, typed) if values else None


def _lost(question: Question, typed: str, now: datetime) -> Reading | None:
    return _named_there(question, typed, now) if _GOING.search(typed) else None


def _risk_before(_: Question, typed: str, _now: datetime) -> Reading | None:
    found = _RISKS.search(typed)
    return Reading((_risk_called(found["before"]),), typed) if found else None


def _risk_after(_: Question, typed: str, _now: datetime) -> Reading | None:
    both, alone = _RISKS.search(typed), _RISK.search(typed)
    level = both["after"] if both else (alone["after"] or alone["only"] if alone else None)
    return Reading((_risk_called(level),), typed) if level else None


def _risk_called(level: str) -> str:
    return next(choice.id for choice in RISKS if level.casefold() in choice.words)


def _through_somebody(typed: str) -> bool:
    return any(_THROUGH.search(piece) for piece in affirmed(typed))


def _acts(typed: str) -> tuple[int, ...]:
    try:
        return conditions_told(typed)
    except Unreadable:
        return ()


_SPOTTERS: dict[str, Callable[[Question, str, datetime], Reading | None]] = {
    WHEN.id: _when,
    WHERE.id: _where,
    MANNER.id: _manner,
    CONDITIONS.id: _conditions,
    THIRD_PARTY.id: _third_party,
    IDENTITY.id: _named_there,
    AWARENESS.id: _awareness,
    OTHER_OFFENCES.id: _named_there,
    ARREST.id: _arrest,
    ARREST_WHY.id: _arrest_why,
    ARREST_WHEN.id: _arrest_when,
    LOST.id: _lost,
    RISK_BEFORE.id: _risk_before,
    RISK_AFTER.id: _risk_after,
    SAFEGUARDED.id: _named_there,
    SINCE.id: _named_there,
}
_AT_FIRST = frozenset(one.id for one in (WHEN, WHERE, MANNER, CONDITIONS, THIRD_PARTY, AWARENESS, ARREST, ARREST_WHY, ARREST_WHEN))
