"""An order as it is registered by hand: made of what an officer told, with where it came from and what is still to be checked of it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from domain.dates import DobGiven
from domain.feed_merge import queued
from domain.london import to_london
from domain.orders import Order, Party, PartyRole
from domain.papers import Condition, Draft, End, Notice, Read, Term
from domain.particulars import Particulars, given_particulars
from domain.party_questions import NO
from domain.provenance import FROM_COURT, Provenance

SECOND_CHECK = "registered by hand: a second person has not checked it yet"
NOT_CONFIRMED = "registered from a paper that an officer was shown: the court has not confirmed it yet"
# Beside the answers of a draft that was read from a PDF: why nothing could be read, or what to look at first.
PAPER_NOTE = "paper_note"
# The case number as the PDF itself has it, whatever is typed over it afterwards.
PAPER_CASE = "paper_case"
PAPER_WAITS = "a PDF that was sent for it waits for somebody who may check its wording"
TYPED_BY_HAND = "typed in when the order was registered"
_COURT_NAME = re.compile(r"FL404[A-Z]?-([0-9]{16})-[0-9]{9,11}\.pdf", re.IGNORECASE)
_TOLD = ("surname", "forenames", "address1", "postcode", "phone")
_GUARDED = frozenset({"address1", "address2", "postcode", "phone", "email"})


def registered(
    values: Mapping[str, str], ids: tuple[UUID, UUID, UUID], force: str, reference: str, now: datetime, paper: str = ""
) -> Order:
    """`ids` are the order's, the respondent's and the applicant's; `paper` is the name of the PDF that was sent with it."""
    learned = Provenance(values["learned"])
    order = Order(
        id=ids[0],
        force=force,
        reference=reference,
        case_no=values["case_no"],
        file_name=file_name(values["case_no"], reference, paper),
        order_name="FL404A",
        respondent=told_party(ids[1], PartyRole.RESPONDENT, values),
        applicant=told_party(ids[2], PartyRole.APPLICANT, values),
        received_at=now,
        confirmed_at=now,
        court_name=values.get("court") or None,
        made_on=_day(values.get("made_on")),
        expires_at=_moment(values.get("ends")) if values.get("end") == End.FIXED else None,
        return_hearing_on=_day(values.get("hearing")),
        has_document=bool(paper),
        without_notice={Notice.WITHOUT.value: True, Notice.ON.value: False}.get(values.get("notice", "")),
        provenance=learned,
    )
    return order if learned in FROM_COURT else queued(order, NOT_CONFIRMED)


def file_name(case_no: str, reference: str, paper: str) -> str:
    """The court's own name of the file where the paper bears it and the case is the same: the feed then knows the order again when it comes."""
    named = _COURT_NAME.fullmatch(paper)
    return paper if named is not None and named[1] == case_no else f"by-hand-{reference}.pdf"


def asked_of(values: Mapping[str, str], role: PartyRole) -> Particulars:
    """Whom the register is searched for before the order is saved; a day that could not be read yet is left out."""
    told = {name: values.get(f"{role.value}_{name}", "") for name in ("forenames", "surname", "dob", "address1", "postcode", "phone")}
    day = _read_day(told["dob"])
    dob = None if day is None else DobGiven(day.year, day)
    name = f"{told['forenames']} {told['surname']}".strip()
    return given_particulars(name, dob, told["address1"], told["postcode"] or None, told["phone"], f"{name} {told['dob']}")


def draft_of_typed(values: Mapping[str, str]) -> Draft | None:
    """The conditions that were typed, as a draft of the order's terms that counts for nothing until somebody holds it against the sealed order."""
    lines = [line for line in values.get("conditions", "").splitlines() if line.strip()]
    if not lines:
        return None
    said: dict[Term, str] = {term: values.get(name, "") for name, term in _OF_PAPER.items() if term not in (Term.CASE_NO, Term.COURT)}
    ends = _moment(values.get("ends")) if values.get("end") == End.FIXED else None
    if ends is not None:
        local = to_london(ends)
        said |= {Term.ENDS_ON: local.date().isoformat(), Term.ENDS_AT: f"{local:%H:%M}"}
    terms: dict[Term, Read] = {term: Read(value, TYPED_BY_HAND) for term, value in said.items() if value and value != "unknown"}
    return Draft(terms=terms, conditions=tuple(Condition("", line) for line in lines))


def is_as_typed(draft: Draft) -> bool:
    """What was typed when the order was registered, and nothing that was read of a paper since."""
    return bool(draft.terms) and all(one.words == TYPED_BY_HAND for one in draft.terms.values())


def with_paper(typed: Draft, read: Draft) -> Draft:
    """What was typed stands, with all that its paper says beside it: the words that bear it out, the number of each condition, the names, the exceptions."""
    if read.not_read is not None:
        return typed
    terms = {term: read.terms[term] if read.value(term) == one.value else one for term, one in typed.terms.items()}
    numbered = {_plainly(one.words): one for one in read.conditions}
    conditions = tuple(numbered.get(_plainly(one.words), one) for one in typed.conditions)
    return replace(read, terms={**read.terms, **terms}, conditions=conditions)


def _plainly(words: str) -> str:
    return " ".join(words.split())


def values_of_paper(draft: Draft) -> dict[str, str]:
    """What a paper says, as the answers it stands for; what was not read is left for the person who has the paper."""
    said = {name: draft.value(term) or "" for name, term in _OF_PAPER.items()}
    said["respondent_dob"] = draft.value(Term.RESPONDENT_DOB) or ""
    said["ends"] = " ".join(part for part in (draft.value(Term.ENDS_ON), draft.value(Term.ENDS_AT)) if part)
    for role, term in ((PartyRole.RESPONDENT, Term.RESPONDENT), (PartyRole.APPLICANT, Term.APPLICANT)):
        forenames, _, surname = _untitled(draft.value(term) or "").rpartition(" ")
        said |= {f"{role.value}_forenames": forenames, f"{role.value}_surname": surname}
    said["conditions"] = "\n".join(one.words for one in draft.conditions)
    return {name: value for name, value in said.items() if value}


def _untitled(name: str) -> str:
    return re.sub(r"^(?:mrs?|ms|miss|mx|dr)\.?\s+", "", name, flags=re.IGNORECASE)


_OF_PAPER = {
    "case_no": Term.CASE_NO,
    "court": Term.COURT,
    "made_on": Term.MADE_ON,
    "notice": Term.NOTICE,
    "end": Term.END,
    "hearing": Term.HEARING_ON,
}


def told_party(id: UUID, role: PartyRole, values: Mapping[str, str]) -> Party:
    told = {name: values.get(f"{role.value}_{name}") or None for name in _TOLD}
    safe = values.get("applicant_safe_time") if role is PartyRole.APPLICANT else None
    return Party(
        id=id,
        role=role,
        surname=told["surname"],
        forenames=told["forenames"],
        dob=_day(values.get(f"{role.value}_dob")),
        address1=told["address1"],
        postcode=told["postcode"],
        phone=told["phone"],
        safe_time_raw=safe or None,
        confidential=guarded(role, values, told),
    )


def guarded(role: PartyRole, values: Mapping[str, str], told: Mapping[str, object]) -> frozenset[str]:
    """What of the protected person is kept back: all by which they can be found, unless it was said to be no secret."""
    secret = role is PartyRole.APPLICANT and values.get("confidential") != NO
    return frozenset(name for name in _GUARDED if secret and told.get(name))


def _read_day(text: str) -> date | None:
    try:
        return _day(text)
    except ValueError:
        return None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
