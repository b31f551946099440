"""What the search index keeps of an order: nothing withheld or confidential but the name and the date of birth."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from domain.matching import Candidate
from domain.names import forms
from domain.orders import Order, Party, PartyRole
from domain.particulars import postcode_of

EVERYBODY = ""
_ADDRESS = frozenset({"address1", "address2", "postcode"})


def index_rows(force: str, order: Order) -> Iterator[dict[str, object]]:
    for one in (order.respondent, order.applicant):
        surnames, forenames = _forms(one, "surname"), _forms(one, "forenames")
        common = {
            "force": force,
            "order_id": order.id,
            "role": one.role.value,
            "party": one.id,
            "names": f"{' '.join(surnames)}|{' '.join(forenames)}",
            "dob": None if "dob" in one.withheld else one.dob,
            "postcode": None if _ADDRESS & (one.withheld | one.confidential) else postcode_of(one.postcode),
        }
        found_by = (*forenames, f"{forenames[0][0]}*") if forenames else ("",)
        for surname, forename in product(surnames or ("",), dict.fromkeys(found_by)):
            yield {**common, "surname_token": surname, "forename_token": forename}


def _forms(party: Party, field: str) -> tuple[str, ...]:
    return () if {field, "name"} & party.withheld else forms(getattr(party, field))


def counted(people: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How many parties bear each token as surname and as forename, from their `names`."""
    surnames: Counter[str] = Counter()
    forenames: Counter[str] = Counter()
    for names in people:
        family, given = _parts(names)
        surnames.update([EVERYBODY, *family])
        forenames.update([EVERYBODY, *given])
    return surnames, forenames


def candidate_of(row: Any) -> Candidate:
    family, given = _parts(row.names)
    return Candidate(row.order_id, row.party, PartyRole(row.role), family, given, row.dob, row.postcode)


def _parts(names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    family, _, given = names.partition("|")
    return tuple(family.split()), tuple(given.split())
