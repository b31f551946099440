"""What is asked of an order or another measure that an officer registers by hand, and how each answer is read and kept."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.apostrophes import straight
from domain.case_numbers import normal_case
from domain.dates import find_dob
from domain.ends import BEFORE_IT_WAS_MADE, HEARD_BEFORE_IT_WAS_MADE, NOT_KEPT, ended_already, is_before
from domain.errors import Unreadable
from domain.feed_values import clean
from domain.london import long_date, to_london
from domain.measure_entry import LONGEST_TERMS, against_its_kind
from domain.measure_questions import AHEAD, KIND, OTHER, PAST, is_measure, is_needless, measure_questions
from domain.measure_table import NAMED
from domain.moments import read_moment
from domain.order_change_forms import Field, read_end, read_hearing
from domain.orders import PartyRole
from domain.paper_dates import days
from domain.papers import End, Notice
from domain.particulars import postcode_of
from domain.party_questions import ASK_CONFIDENTIAL, CONFIDENTIAL, asked_of_party
from domain.provenance import BY_HAND
from domain.told_days import read_ahead, read_past, told_words

LONGEST_NAME = 200
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(?: ?\d(?:[A-Z]{2})?)?")
_BETWEEN = re.compile(r"[^\w']+")
NOT_KNOWN = frozenset({"skip", "none", "not given", "not known", "unknown", "dont know", "don't know", "nk", "n/k"})
WHICH = "Which answer? Say one of: {}."
_SHORTEST_CASE, _LONGEST_CASE = 6, 30
_EARLIEST = timedelta(days=365 * 20)
_ENDS = (
    (End.FIXED.value, "On a day at a time"),
    (End.NEXT_HEARING.value, "At the next hearing"),
    (End.FURTHER_ORDER.value, "On further order"),
    (End.NO_FIXED.value, "No fixed end"),
)
_NOTICE = ((Notice.WITHOUT.value, "Without notice"), (Notice.ON.value, "On notice"), ("unknown", "The paper does not say"))
QUESTIONS: tuple[Field, ...] = (
    Field("learned", "Where does this order come from?", required=True, options=BY_HAND),
    Field("case_no", "Case number on the paper", required=True),
    Field("court", "Court", required=True),
    Field("made_on", "The day it was made", required=True),
    Field("notice", "Was it made without notice?", required=True, options=_NOTICE),
    Field("end", "How does it end?", required=True, options=_ENDS),
    Field("ends", "The end: day and time (where it ends on a day)"),
    Field("hearing", "Day of the return hearing, where one is set"),
    *asked_of_party(PartyRole.RESPONDENT, ("forenames", "surname")),
    *asked_of_party(PartyRole.APPLICANT, ("forenames", "surname")),
    Field("confidential", ASK_CONFIDENTIAL, required=True, options=CONFIDENTIAL),
    Field("conditions", "Conditions word for word, one a line", long=True),
)


@dataclass(frozen=True)
class Problem:
    """What is missing or could not be read of one question, or, where none is named, what of the whole cannot be; the words are shown."""

    field: Field | None
    words: str
    is_missing: bool = False


def questions_of(values: Mapping[str, str]) -> tuple[Field, ...]:
    """Of an order, or of the measure whose kind the draft tells."""
    return measure_questions(values) if is_measure(values) else QUESTIONS


def question(values: Mapping[str, str], id: str) -> Field | None:
    return next((one for one in questions_of(values) if one.id == id), None)


def left_out(asked: Field, said: str) -> bool:
    """Whether it says that the paper does not tell it, or that it is not known."""
    word = said.casefold().replace("\u2019", "'").rstrip(".! ")
    return word in NOT_KNOWN and not (word == "none" and asked.answers_none)


def answer_meant(values: Mapping[str, str], words: str) -> Field:
    """The one answer that is named by words of its question. Raises Unreadable where it is none, or several."""
    told = [word.removesuffix("'s") for word in straight(words).casefold().rstrip(".?! ").split()]
    answered = [one for one in questions_of(values) if one.id in values]
    named = [one for one in answered if told and all(word in f"{one.ask} {one.id}".casefold() for word in told if word != "the")]
    if len(named) != 1:
        raise Unreadable(WHICH.format("; ".join(one.ask.rstrip("?") for one in named or answered)))
    return named[0]


def next_question(values: Mapping[str, str]) -> Field | None:
    """The first that nobody has answered or left out; the end is asked where the order ends on a day."""
    return next((one for one in questions_of(values) if one.id not in values and not _needless(one, values)), None)


def last_answered(values: Mapping[str, str]) -> Field | None:
    return next((one for one in reversed(questions_of(values)) if one.id in values), None)


def problems(values: Mapping[str, str], now: datetime) -> tuple[Problem, ...]:
    """What keeps the draft from being saved, in the sequence of the questions."""
    found: list[Problem] = []
    for one in questions_of(values):
        value = values.get(one.id, "")
        if not value and (one.required or one.id == _needed_by(values)):
            found.append(Problem(one, f"{one.ask.rstrip('?')}: missing", is_missing=True))
        elif value:
            found += _unread(one, value, now)
    if found:
        return tuple(found)
    against = against_its_kind(values, now) if is_measure(values) else _against_itself(values, now)
    return tuple(Problem(None, words) for words in against)


def cautions(values: Mapping[str, str], now: datetime) -> tuple[str, ...]:
    """What is looked at again of a draft of an order that could be saved."""
    if values.get("ends") and values.get("end") != End.FIXED.value:
        return (NOT_KEPT.format(end=_long_moment(values["ends"])),)
    return ended_already(_ends(values, now), now)


def _against_itself(values: Mapping[str, str], now: datetime) -> Iterator[str]:
    """What of an order cannot be, though each answer by itself can be read."""
    made, hearing = _made(values["made_on"], now), values.get("hearing")
    if is_before(_ends(values, now), date.fromisoformat(made)):
        yield BEFORE_IT_WAS_MADE
    if hearing and _hearing(hearing, now) < made:
        yield HEARD_BEFORE_IT_WAS_MADE


def _ends(values: Mapping[str, str], now: datetime) -> datetime | None:
    ends = values.get("ends") if values.get("end") == End.FIXED.value else ""
    return datetime.fromisoformat(_ends_at(ends, now)) if ends else None


def kept(values: Mapping[str, str], field_id: str, typed: str, now: datetime) -> str:
    """As the draft keeps an answer: days as the calendar has them, so that "today" stays that day. What cannot be read is kept as it was typed."""
    said, asked = typed.strip(), question(values, field_id)
    if asked is None:
        return said
    try:
        return read_answer(asked, said, now) if said else ""
    except Unreadable:
        return said


def read_answer(field: Field, said: str, now: datetime) -> str:
    """Raises Unreadable with words to show."""
    if field.reader == KIND and said.casefold().rstrip(".!") in NAMED:
        return NAMED[said.casefold().rstrip(".!")].value
    if field.options:
        return _option(field, said)
    reader = _READERS.get(field.reader or field.id)
    if reader is not None:
        return reader(said, now)
    value = clean(said)
    if len(value) > LONGEST_NAME:
        raise Unreadable(f"{field.ask}: that is longer than {LONGEST_NAME} characters.")
    return value


def shown(field: Field, value: str) -> str:
    """The answer as a person reads it."""
    if field.options:
        return dict(field.options).get(value, value)
    if field.reader in (PAST, AHEAD):
        return told_words(value)
    if field.id in ("made_on", "hearing", "respondent_dob", "applicant_dob") and value:
        return _long(value)
    if field.id == "ends" and value:
        return _long_moment(value)
    return value


def _option(field: Field, said: str) -> str:
    """Its value, its number in the list, the beginning of its words, or words that stand in it alone."""
    plain = said.casefold().rstrip(".!")
    values = [value for value, _ in field.options]
    if said in values:
        return said
    if plain.isdigit() and 0 < int(plain) <= len(values):
        return values[int(plain) - 1]
    begun = [value for value, words in field.options if plain and words.casefold().startswith(plain)]
    begun = begun or [value for value, words in field.options if _spaced(plain).strip() and _spaced(plain) in _spaced(words.casefold())]
    if len(begun) != 1:
        raise Unreadable(f"{field.ask} Say one of: {'; '.join(f'{at} {words}' for at, (_, words) in enumerate(field.options, 1))}.")
    return begun[0]


def _spaced(words: str) -> str:
    return f" {_BETWEEN.sub(' ', words).strip()} "


def _case(said: str, _: datetime) -> str:
    number = normal_case(said)
    if not _SHORTEST_CASE <= len(number) <= _LONGEST_CASE or not any(sign.isdigit() for sign in number):
        raise Unreadable("That is no case number: it stands at the top of the order, 16 digits or like LS25F00442.")
    return number


def _made(said: str, now: datetime) -> str:
    named, today = days(said), to_london(now).date()
    day = named[0].day if len(named) == 1 else to_london(read_moment(said, now).start).date()
    if not today - _EARLIEST < day <= today:
        raise Unreadable("The day it was made cannot be to come. Write it like 12 March 2026.")
    return day.isoformat()


def _hearing(said: str, now: datetime) -> str:
    return read_hearing(said, now).isoformat()


def _ends_at(said: str, now: datetime) -> str:
    """An instant in UTC."""
    return (datetime.fromisoformat(said) if "T" in said and said[:4].isdigit() else read_end(said, now)).isoformat()


def _dob(said: str, now: datetime) -> str:
    found = find_dob(said, to_london(now).date())
    if found is None or found.dob.day is None:
        raise Unreadable("I cannot read that date of birth: write it like 12/3/1985, day first.")
    return found.dob.day.isoformat()


def _postcode(said: str, _: datetime) -> str:
    """Whole, or its first part where the paper has no more."""
    found = postcode_of(said) or clean(said).upper()
    if _POSTCODE.fullmatch(found) is None:
        raise Unreadable("That is no postcode. Write it like LS6 2CK, or its first part like LS6.")
    return found


def _conditions(said: str, _: datetime) -> str:
    if len(said) > LONGEST_TERMS:
        raise Unreadable("The conditions are longer than can be kept here: attach the order itself.")
    return "\n".join(clean(line) for line in said.splitlines() if line.strip())


_READERS: dict[str, Callable[[str, datetime], str]] = {
    "case_no": _case,
    "made_on": _made,
    PAST: read_past,
    AHEAD: read_ahead,
    "hearing": _hearing,
    "ends": _ends_at,
    "respondent_dob": _dob,
    "applicant_dob": _dob,
    "respondent_postcode": _postcode,
    "applicant_postcode": _postcode,
    "conditions": _conditions,
}


def _unread(one: Field, value: str, now: datetime) -> list[Problem]:
    try:
        read_answer(one, value, now)
    except Unreadable as trouble:
        return [Problem(one, trouble.advice)]
    return []


def _needed_by(values: Mapping[str, str]) -> str:
    """The question that another answer makes needful."""
    if is_measure(values):
        return "applicant_surname" if values.get("protects") == OTHER else ""
    return {End.FIXED.value: "ends", End.NEXT_HEARING.value: "hearing"}.get(values.get("end", ""), "")


def _needless(one: Field, values: Mapping[str, str]) -> bool:
    if is_measure(values):
        return is_needless(one, values)
    return one.id == "ends" and values.get("end", End.FIXED.value) != End.FIXED.value


def _long(value: str) -> str:
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value


def _long_moment(value: str) -> str:
    try:
        local = to_london(datetime.fromisoformat(value))
    except ValueError:
        return value
    return f"{long_date(local.date())} {local:%H:%M}"
