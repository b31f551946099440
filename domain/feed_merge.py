"""What a row of the feed does to the register: a new order, a newer version, or nothing."""

import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from domain.feed import ROW_REASONS, FeedOrder
from domain.orders import Order, Party

_JOIN = "; "
ANOTHER_END = "the court feed names another end than the checked order"
_ADDRESS = ("address1", "address2", "postcode")
_NOT_PARTICULARS = ("line", "notes", "raw")


def row_digest(row: FeedOrder) -> bytes:
    """The same for the same particulars, however the row was laid out or spaced."""
    particulars = {key: value for key, value in vars(row).items() if key not in _NOT_PARTICULARS}
    return sha256(json.dumps(particulars, sort_keys=True, default=_plain).encode()).digest()


def _plain(value: object) -> object:
    if isinstance(value, Party):
        return vars(value)
    return sorted(value) if isinstance(value, frozenset) else str(value)


def new_order(row: FeedOrder, id: UUID, force: str, reference: str, received_at: datetime, confirmed_at: datetime) -> Order:
    return Order(
        id=id,
        force=force,
        reference=reference,
        case_no=row.case_no,
        file_name=row.file_name,
        order_name=row.order_name,
        respondent=row.respondent,
        applicant=row.applicant,
        received_at=received_at,
        confirmed_at=confirmed_at,
        familyman_no=row.familyman_no,
        court_name=row.court_name,
        court_code=row.court_code,
        made_on=row.made_on,
        court_date_raw=row.court_date_raw,
        expires_at=row.expires_at,
        end_raw=row.end_raw,
        served_file=row.served_file,
        needs_review=_JOIN.join(row.review) or None,
    )


def merged(order: Order, row: FeedOrder, confirmed_at: datetime) -> Order:
    """The order with the court's newer particulars; what people found out besides (return hearing, discharge) stays, and so does what
    a person checked against the sealed order: where the feed now says another end, somebody has to look.
    """
    return replace(
        order,
        order_name=row.order_name,
        respondent=_with_address_given(order.respondent, _same_person(order.respondent, row.respondent)),
        applicant=_same_person(order.applicant, row.applicant),
        confirmed_at=max(order.confirmed_at, confirmed_at),
        familyman_no=row.familyman_no or order.familyman_no,
        court_name=row.court_name,
        court_code=row.court_code or order.court_code,
        made_on=order.made_on if order.conditions_checked else row.made_on or order.made_on,
        court_date_raw=row.court_date_raw,
        expires_at=order.expires_at if order.conditions_checked else row.expires_at,
        end_raw=row.end_raw,
        served_file=order.served_file or row.served_file,
        needs_review=_reviewed(order.needs_review, (*row.review, *_against_the_paper(order, row))),
    )


def _against_the_paper(order: Order, row: FeedOrder) -> tuple[str, ...]:
    differs = order.conditions_checked and row.expires_at not in (None, order.expires_at)
    return (ANOTHER_END,) if differs else ()


def queued(order: Order, reason: str) -> Order:
    """The order in the queue for a person, with this reason beside any other."""
    reasons = dict.fromkeys((reason, *_reasons(order.needs_review)))
    return replace(order, needs_review=_JOIN.join(reasons))


def unqueued(order: Order, reason: str) -> Order:
    """The order without this reason; any other keeps it in the queue."""
    kept = [one for one in _reasons(order.needs_review) if one != reason]
    return replace(order, needs_review=_JOIN.join(kept) or None)


def is_changed(before: Order, after: Order) -> bool:
    return replace(before, confirmed_at=after.confirmed_at) != after


def _same_person(before: Party, now: Party) -> Party:
    return replace(now, id=before.id)


def _with_address_given(before: Party, now: Party) -> Party:
    """An address that is known stays where the court sends none, unless it withholds it now."""
    if now.withheld & set(_ADDRESS) or any(getattr(now, name) for name in _ADDRESS):
        return now
    return replace(now, address1=before.address1, address2=before.address2, postcode=before.postcode)


def _reviewed(before: str | None, now: tuple[str, ...]) -> str | None:
    kept = [reason for reason in _reasons(before) if reason not in ROW_REASONS]
    return _JOIN.join(dict.fromkeys((*kept, *now))) or None


def _reasons(text: str | None) -> list[str]:
    return text.split(_JOIN) if text else []
