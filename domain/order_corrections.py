"""What was typed of an order that was registered by hand, put right where it was a slip."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain.ends import demand_end_after_made
from domain.errors import Unreadable
from domain.london import long_date
from domain.measures import Kind
from domain.order_change_forms import CORRECTED_PARTICULARS
from domain.order_change_words import Line, compared
from domain.orders import Order, Party
from domain.provenance import Provenance
from domain.registration import QUESTIONS, read_answer, shown

OF_THE_FEED = "The court feed keeps this order: ask the court to send it right. What it sends again would overwrite what is typed here."
_TITLES = {
    "surname": "surname",
    "forenames": "forenames",
    "dob": "date of birth",
    "address1": "house and street",
    "postcode": "postcode",
}
_ASKED = {one.id: one for one in QUESTIONS}
NOT_GIVEN = "not given"


def may_be_corrected(order: Order) -> bool:
    return order.kind is Kind.NMO and order.provenance is not Provenance.COURT_FEED


def as_typed(order: Order) -> dict[str, str]:
    """The form's answers as the register has them now."""
    held = {
        "made_on": order.made_on.isoformat() if order.made_on else "",
        "ends": order.expires_at.isoformat() if order.expires_at else "",
        **{f"{party.role.value}_{name}": _text(getattr(party, name)) for party in (order.respondent, order.applicant) for name in _TITLES},
    }
    return {name: shown(_ASKED[name], held[name]) for name in CORRECTED_PARTICULARS if held[name]}


def corrected(order: Order, values: Mapping[str, str], now: datetime) -> Order:
    """What is left empty stays as it is. Raises Unreadable with words to show."""
    if not may_be_corrected(order):
        raise Unreadable(OF_THE_FEED)
    told = {name: read_answer(_ASKED[name], values[name], now) for name in CORRECTED_PARTICULARS if values.get(name)}
    days: dict[str, Any] = {}
    if "made_on" in told:
        days["made_on"] = date.fromisoformat(told["made_on"])
    if "ends" in told:
        days["expires_at"] = datetime.fromisoformat(told["ends"])
    after = replace(order, respondent=_party(order.respondent, told), applicant=_party(order.applicant, told), **days)
    demand_end_after_made(order, after)
    return after


def corrections(before: Order, after: Order) -> tuple[Line, ...]:
    """Only what differs."""
    pairs = ((before.respondent, after.respondent, "Respondent"), (before.applicant, after.applicant, "Protected person"))
    lines = [
        (f"{whose}: {title}", _words(getattr(was, name)), _words(getattr(now, name)))
        for was, now, whose in pairs
        for name, title in _TITLES.items()
    ]
    return (*(one for one in lines if one[1] != one[2]), *compared(before, after))


def _party(party: Party, told: Mapping[str, str]) -> Party:
    own: dict[str, Any] = {name: told[f"{party.role.value}_{name}"] for name in _TITLES if f"{party.role.value}_{name}" in told}
    if "dob" in own:
        own["dob"] = date.fromisoformat(own["dob"])
    return replace(party, **own)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _words(value: object) -> str:
    return long_date(value) if isinstance(value, date) else str(value or NOT_GIVEN)
