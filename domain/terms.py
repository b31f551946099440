"""The terms of an order on their way from a draft to what a person has checked against the sealed order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from domain.errors import Unreadable
from domain.london import at_london, long_date, long_moment
from domain.orders import Order
from domain.paper_dates import days, times
from domain.papers import Condition, Draft, End, Notice, Occupation, Read, Term

DAYS = (Term.MADE_ON, Term.ENDS_ON, Term.HEARING_ON)
TIMES = (Term.ENDS_AT, Term.HEARING_AT)
CHOICES: dict[Term, type[StrEnum]] = {Term.NOTICE: Notice, Term.END: End, Term.OCCUPATION: Occupation}
WORDS = (Term.HEARING_COURT,)
TYPED = "typed in from the paper"
MOST_CONDITIONS = 30
CONDITION = "condition_"
HELD = "sealed_held"
_TITLE = re.compile(r"^(?:mrs?|ms|miss|mx|dr)\.?\s+", re.IGNORECASE)
_LABELS = {
    Term.MADE_ON: "the day the order was made",
    Term.ENDS_ON: "the day the order ends",
    Term.HEARING_ON: "the day of the return hearing",
    Term.ENDS_AT: "the time the order ends",
    Term.HEARING_AT: "the time of the return hearing",
}


class TermsState(StrEnum):
    DRAFT = "draft"
    CHECKED = "checked"


@dataclass(frozen=True)
class OrderTerms:
    """One version of an order's terms; `paper` is the SHA-256 of the document, `officer` who read, changed or checked."""

    order: UUID
    version: int
    state: TermsState
    paper: str
    officer: UUID
    at: datetime
    draft: Draft

    @property
    def counts(self) -> bool:
        return self.state is TermsState.CHECKED

    @property
    def is_typed(self) -> bool:
        """From a paper that only the officer who typed them has seen: no document stands beside them, and nobody has compared them."""
        return not self.paper


def compared_since(versions: Sequence[OrderTerms], paper: str) -> datetime:
    """From when on a look at this paper counts as a look beside these terms: since they were read from it, or were last checked."""
    of_paper = [one for one in versions if one.paper == paper]
    return max(one.at for one in (of_paper[0], *(one for one in of_paper if one.state is TermsState.CHECKED)))


def amended(draft: Draft, values: Mapping[str, str]) -> Draft:
    """The draft with what a person typed; a field left empty is not said by the paper. Raises Unreadable with the field's name."""
    terms = dict(draft.terms)
    for term in (*DAYS, *TIMES, *CHOICES, *WORDS):
        if term.value in values:
            _put(terms, term, _value(term, values[term.value].strip()))
    return replace(draft, terms=terms, conditions=_conditions(draft, values))


def _put(terms: dict[Term, Read], term: Term, value: str) -> None:
    if not value:
        terms.pop(term, None)
    elif term not in terms or terms[term].value != value:
        terms[term] = Read(value, TYPED)


def _value(term: Term, typed: str) -> str:
    if not typed:
        return ""
    if term in DAYS:
        found = days(typed)
        if len(found) != 1:
            raise Unreadable(f"I cannot read {_LABELS[term]}: write it like 12 March 2026. Nothing was changed.")
        return found[0].day.isoformat()
    if term in TIMES:
        walls = times(typed)
        if len(walls) != 1:
            raise Unreadable(f"I cannot read {_LABELS[term]}: write it like 23:59. Nothing was changed.")
        return f"{walls[0]:%H:%M}"
    if term in CHOICES and typed not in set(CHOICES[term]):
        return ""
    return typed


def _conditions(draft: Draft, values: Mapping[str, str]) -> tuple[Condition, ...]:
    """Each as it now stands, and new ones behind; one that was emptied is gone. What the card did not show stays."""
    kept = []
    for at, one in enumerate(draft.conditions, start=1):
        words = " ".join(values.get(f"{CONDITION}{at}", one.words).split())
        kept += [replace(one, words=words)] if words else []
    more = [line.strip() for line in values.get(f"{CONDITION}more", "").splitlines() if line.strip()]
    if len(kept) + len(more) > MOST_CONDITIONS:
        raise Unreadable(f"More than {MOST_CONDITIONS} conditions cannot be kept. Nothing was changed.")
    return (*kept, *(Condition("", words) for words in more))


def demand_complete(draft: Draft) -> None:
    """Raises Unreadable with what is missing before a person's word can make the terms count."""
    if not draft.conditions:
        raise Unreadable("There is no condition yet: type them in word for word from the order, one a line.")
    if draft.value(Term.MADE_ON) is None:
        raise Unreadable("The day the order was made is missing.")
    if draft.value(Term.END) is None:
        raise Unreadable("Say how the order ends: on a day, at the next hearing, on further order, or with no fixed end.")
    if draft.value(Term.END) == End.FIXED and (draft.value(Term.ENDS_ON) is None or draft.value(Term.ENDS_AT) is None):
        raise Unreadable("The order ends on a day: give the day and the time as the order has them.")
    if draft.value(Term.END) == End.NEXT_HEARING and draft.value(Term.HEARING_ON) is None:
        raise Unreadable("The order lasts until the next hearing: give the day of the hearing.")


def applied(order: Order, draft: Draft) -> Order:
    """The order as the sealed order has it."""
    hearing = draft.value(Term.HEARING_ON)
    notice = draft.value(Term.NOTICE)
    return replace(
        order,
        made_on=_day(draft.value(Term.MADE_ON)),
        expires_at=ends(draft),
        return_hearing_on=_day(hearing) if hearing else order.return_hearing_on,
        without_notice=None if notice is None else notice == Notice.WITHOUT,
        conditions_checked=True,
    )


def ends(draft: Draft) -> datetime | None:
    day, wall = _day(draft.value(Term.ENDS_ON)), draft.value(Term.ENDS_AT)
    if draft.value(Term.END) != End.FIXED or day is None or wall is None:
        return None
    return at_london(day, time.fromisoformat(wall))


def differences(order: Order, draft: Draft) -> tuple[str, ...]:
    """Where the paper says another thing than the register, in words that name no person."""
    found = []
    for term, party, whom in ((Term.APPLICANT, order.applicant, "applicant"), (Term.RESPONDENT, order.respondent, "respondent")):
        name = draft.value(term)
        if name is not None and _plain(_TITLE.sub("", name)) != _plain(party.name):
            found.append(f"The name of the {whom} on the paper is not the one in the register.")
    born = _day(draft.value(Term.RESPONDENT_DOB))
    if born is not None and born != order.respondent.dob:
        found.append(f"The respondent's date of birth on the paper is {'not the one' if order.respondent.dob else 'not'} in the register.")
    numbers = {_plain(number) for number in (order.case_no, order.familyman_no) if number}
    case_no = draft.value(Term.CASE_NO)
    if case_no is not None and _plain(case_no) not in numbers:
        found.append("The case number on the paper is not the one in the register.")
    made, end = _day(draft.value(Term.MADE_ON)), ends(draft)
    if made and order.made_on and made != order.made_on:
        found.append(f"Made on: the register has {long_date(order.made_on)}.")
    if end and order.expires_at and end != order.expires_at:
        found.append(f"Ends: the register has {long_moment(order.expires_at)}.")
    return tuple(found)


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
