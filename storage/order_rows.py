"""Orders and parties as rows and as sealed JSON, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row

from domain.measures import Kind
from domain.orders import Change, Order, Party, PartyRole
from domain.provenance import Provenance
from storage.sealing import Sealer

DIGEST = "nmo.row_digest"
_PARTICULARS = "party.particulars"
_SNAPSHOT = "order_version.snapshot"
_SEALED = ("dob_raw", "address1", "address2", "postcode", "phone", "email", "safe_time_raw")
_OPEN = ("id", "role", "surname", "forenames", "dob", "withheld", "confidential")
_PARTIES = ("respondent", "applicant")
ORDER_COLUMNS = tuple(field.name for field in fields(Order) if field.name not in (*_PARTIES, "force"))
_HELD = attrgetter(*ORDER_COLUMNS)
_MOMENTS = ("expires_at", "received_at", "confirmed_at", "discharged_at", "undertaking_at", "changed_at", "made_at", "power_until")
_DAYS = ("made_on", "return_hearing_on", "changed_on")


def order_row(order: Order) -> dict[str, object]:
    return {"force": order.force} | {name: getattr(order, name) for name in ORDER_COLUMNS}


def party_rows(order: Order, sealer: Sealer) -> list[dict[str, object]]:
    return [_party_row(order, one, sealer) for one in (order.respondent, order.applicant)]


def _party_row(order: Order, one: Party, sealer: Sealer) -> dict[str, object]:
    particulars = orjson.dumps({name: getattr(one, name) for name in _SEALED if getattr(one, name) is not None})
    return {
        "force": order.force,
        "order_id": order.id,
        "role": one.role.value,
        "id": one.id,
        "surname": one.surname,
        "forenames": one.forenames,
        "dob": one.dob,
        "withheld": ";".join(sorted(one.withheld)),
        "confidential": ";".join(sorted(one.confidential)),
        "particulars": sealer.seal(particulars, _PARTICULARS, f"{order.id}|{one.role.value}"),
    }


def order_of(row: Row[Any], parties: Iterable[Row[Any]], sealer: Sealer) -> Order:
    people = {one.role: _party_of(one, sealer) for one in parties}
    told = {"change": _change(row.change), "provenance": Provenance(row.provenance), "kind": Kind(row.kind)}
    values = dict(zip(ORDER_COLUMNS, _HELD(row), strict=True)) | told
    return Order(force=row.force, respondent=people["respondent"], applicant=people["applicant"], **values)


def _party_of(row: Row[Any], sealer: Sealer) -> Party:
    sealed = orjson.loads(sealer.open(row.particulars, _PARTICULARS, f"{row.order_id}|{row.role}"))
    return Party(
        id=row.id,
        role=PartyRole(row.role),
        surname=row.surname,
        forenames=row.forenames,
        dob=row.dob,
        withheld=words_of(row.withheld),
        confidential=words_of(row.confidential),
        **sealed,
    )


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    return frozenset(part for part in text.split(";") if part)


def sealed_version(order: Order, sealer: Sealer) -> bytes:
    return sealer.seal(orjson.dumps(asdict(order), default=sorted), _SNAPSHOT, f"{order.id}|{order.version}")


def opened_version(row: Row[Any], sealer: Sealer) -> Order:
    values: dict[str, Any] = orjson.loads(sealer.open(row.snapshot, _SNAPSHOT, f"{row.order_id}|{row.version}"))
    values |= {name: _party_from(values[name]) for name in _PARTIES}
    values |= {name: _moment(values.get(name)) for name in _MOMENTS} | {name: _day(values.get(name)) for name in _DAYS}
    values["provenance"] = Provenance(values.get("provenance", Provenance.COURT_FEED.value))
    values["kind"] = Kind(values.get("kind", Kind.NMO))
    return Order(**{**values, "id": UUID(values["id"]), "change": _change(values.get("change"))})


def _party_from(values: Mapping[str, Any]) -> Party:
    plain = {name: values[name] for name in _SEALED} | {name: values[name] for name in _OPEN}
    plain |= {"id": UUID(values["id"]), "role": PartyRole(values["role"]), "dob": _day(values["dob"])}
    plain |= {name: frozenset(values[name]) for name in ("withheld", "confidential")}
    return Party(**plain)


def _change(word: str | None) -> Change | None:
    return None if word is None else Change(word)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
