"""What is asked of each change to an order, and how the answers are read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain.days_ahead import read_day_ahead, read_moment_ahead, without_hour
from domain.errors import Unreadable
from domain.evidence import HOW_WORDS, How
from domain.london import at_london, to_london
from domain.measure_endings import can_happen
from domain.measure_table import ENDINGS, in_its_words
from domain.measures import Kind
from domain.moments import read_moment
from domain.order_changes import ChangeKind, Proposed, filled
from domain.paper_dates import days, times
from domain.provenance import BY_HAND, Provenance

LAST_MINUTE = time(23, 59)
LONGEST_SAID = 1_000
ONE_DAY = "Say on which one day it was, with the time where you know it."
SAY_END = "Write the new end like 3 March 2027 16:00, or the day alone where the order gives no time."
SAY_HEARING = "Write the day of the hearing like 3 March 2027."


@dataclass(frozen=True)
class Field:
    """`options` are (value, words), of which `default` stands on a form already; without them it is typed.

    `reader` says how an answer is read where its id does not. `answers_none`: "none" is an answer, and not that nothing is known.
    """

    id: str
    ask: str
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    long: bool = False
    default: str = ""
    reader: str = ""
    answers_none: bool = False


def _manners(*some: How) -> tuple[tuple[str, str], ...]:
    return tuple((how.value, HOW_WORDS[how][0].upper() + HOW_WORDS[how][1:]) for how in some)


# Of the questions of a registration, by their ids: nothing by which the protected person could be found is changed here.
CORRECTED_PARTICULARS = {
    "respondent_forenames": "Respondent: forenames",
    "respondent_surname": "Respondent: surname",
    "respondent_dob": "Respondent: date of birth",
    "respondent_address1": "Respondent: house and street",
    "respondent_postcode": "Respondent: postcode",
    "applicant_forenames": "Protected person: forenames",
    "applicant_surname": "Protected person: surname",
    "applicant_dob": "Protected person: date of birth",
    "made_on": "The day it was made",
    "ends": "The end: day and time",
}
_LEARNED = Field("learned", "Where did you learn this?", required=True, options=BY_HAND)
_SERVICE = _manners(How.PERSONAL, How.IN_COURT, How.EMAIL_BY_ORDER, How.DEEMED, How.OTHER)
_TOLD = _manners(How.TOLD_BY_OFFICER, How.TOLD_BY_PHONE, How.TOLD_BY_COURT, How.TOLD_BY_SOLICITOR, How.IN_COURT, How.OWN_WORDS, How.OTHER)
_WHEN = Field("when", "When?", required=True)
_NEXT = Field("hearing", "Next hearing, where one is set")
_VARIED = (("conditions", "The conditions"), ("end", "The end"), ("both", "Both"))
_FORMS: dict[ChangeKind, tuple[Field, ...]] = {
    ChangeKind.SERVED: (
        _WHEN,
        Field("how", "How was the respondent served?", required=True, options=_SERVICE),
        Field("by_whom", "Served by whom?", required=True),
        Field("words", "Proof: the statement of service, the recording, where it is kept", long=True),
        _LEARNED,
    ),
    ChangeKind.ATTEMPTED: (
        _WHEN,
        Field("by_whom", "Who tried?", required=True),
        Field("words", "What was tried, and what came of it?", required=True, long=True),
        _LEARNED,
    ),
    ChangeKind.TOLD: (
        _WHEN,
        Field("how", "How did the respondent come to know of the {thing}?", required=True, options=_TOLD),
        Field("by_whom", "Who told the respondent?", required=True),
        Field("words", "Where is it recorded, and what did the respondent say?", long=True),
        _LEARNED,
    ),
    ChangeKind.VARIED: (
        Field("when", "When did {whose} vary it?", required=True),
        Field("what", "What did {whose} change?", required=True, options=_VARIED),
        Field("new_end", "The new end, where it changed"),
        _NEXT,
        _LEARNED,
    ),
    ChangeKind.EXTENDED: (
        Field("when", "When did {whose} extend it?", required=True),
        Field("new_end", "The new end", required=True),
        _NEXT,
        _LEARNED,
    ),
    **{ChangeKind(one.what): (Field("when", one.asked, required=True), _LEARNED) for one in ENDINGS},
    ChangeKind.HEARING: (Field("hearing", "When is the {hearing}?", required=True), _LEARNED),
    ChangeKind.HELD: (
        Field("when", "When was the hearing held?", required=True),
        Field("new_end", "The {thing} goes on until, where {whose} named it"),
        _NEXT,
        _LEARNED,
    ),
    ChangeKind.CORRECTED: (*(Field(id, ask) for id, ask in CORRECTED_PARTICULARS.items()), _LEARNED),
}
_TITLES: dict[ChangeKind, str] = {
    ChangeKind.SERVED: "Served",
    ChangeKind.ATTEMPTED: "Service was tried",
    ChangeKind.TOLD: "Told of the {thing}",
    ChangeKind.VARIED: "Varied by {whose}",
    ChangeKind.EXTENDED: "Extended by {whose}",
    **{ChangeKind(one.what): one.title for one in ENDINGS},
    ChangeKind.HEARING: "{hearing}",
    ChangeKind.HELD: "Hearing held, nothing changed",
    ChangeKind.CORRECTED: "Correct a slip in what was typed",
}


def kinds_offered(measure: Kind) -> tuple[ChangeKind, ...]:
    """What can happen to it, in the sequence in which it is offered."""
    return tuple(kind for kind in _FORMS if can_happen(measure, kind))


def title_of(measure: Kind, kind: ChangeKind) -> str:
    title = in_its_words(measure, _TITLES[kind])
    return title[0].upper() + title[1:]


def form_of(measure: Kind, kind: ChangeKind) -> tuple[Field, ...]:
    """What is asked of it, in the words of the kind of measure."""
    return tuple(replace(one, ask=in_its_words(measure, one.ask)) for one in _FORMS[kind])


def missing(measure: Kind, kind: ChangeKind, values: Mapping[str, str]) -> list[Field]:
    """What must be said before the change can be shown for confirming."""
    said = filled(values)
    return [one for one in form_of(measure, kind) if one.required and not _is_said(one, said.get(one.id, ""))]


def proposed(measure: Kind, kind: ChangeKind, values: Mapping[str, str], now: datetime) -> Proposed:
    """Raises Unreadable with what is missing or cannot be read."""
    left = missing(measure, kind, values)
    if left:
        raise Unreadable(f"Nothing was changed. Still missing: {', '.join(one.ask.rstrip('?') for one in left)}.")
    said = filled(values)
    if any(len(words) > LONGEST_SAID for words in said.values()):
        raise Unreadable(f"One of the answers is longer than {LONGEST_SAID:,} characters. Nothing was changed; please say it shorter.")
    on, at = _when(said["when"], now) if "when" in said else (None, None)
    return Proposed(
        kind=kind,
        learned=Provenance(said["learned"]),
        on=on,
        at=at,
        how=How(said.get("how", How.OTHER.value)),
        by_whom=said.get("by_whom", ""),
        words=said.get("words", ""),
        ends_at=read_end(said["new_end"], now) if "new_end" in said else None,
        hearing_on=read_hearing(said["hearing"], now) if "hearing" in said else None,
        conditions=said.get("what") in ("conditions", "both"),
        typed=tuple((name, said[name]) for name in CORRECTED_PARTICULARS if name in said),
    )


def read_end(text: str, now: datetime) -> datetime:
    """A day without its time ends with that day, as the court's own feed has it. Raises Unreadable."""
    named, clock = days(text), times(text)
    if len(named) == 1 and len(clock) < 2:
        return at_london(named[0].day, clock[0] if clock else LAST_MINUTE)
    try:
        return read_moment_ahead(text, now)
    except Unreadable:
        return at_london(_day_ahead(text, now, SAY_END), LAST_MINUTE)


def read_hearing(text: str, now: datetime) -> date:
    """The day of it, whatever hour was said. Raises Unreadable."""
    named = days(text)
    return named[0].day if len(named) == 1 else _day_ahead(without_hour(text), now, SAY_HEARING)


def _day_ahead(text: str, now: datetime, advice: str) -> date:
    try:
        return read_day_ahead(text, to_london(now).date())
    except Unreadable as trouble:
        raise Unreadable(advice) from trouble


def _when(text: str, now: datetime) -> tuple[date | None, datetime | None]:
    span = read_moment(text, now)
    first, last = to_london(span.start).date(), to_london(span.end).date()
    if span.start == span.end and not span.about:
        return None, span.start
    if first != last:
        raise Unreadable(ONE_DAY)
    return first, None


def _is_said(field: Field, value: str) -> bool:
    return bool(value) if not field.options else value in {option for option, _ in field.options}
