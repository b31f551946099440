"""Where the protected person lives: for a role that may see it, and never what the court withholds."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from domain.officers import Officer, Permission
from domain.orders import Order, PartyRole
from domain.particulars import Particulars
from domain.possessives import asks_for_address

SHOWN_FOR = timedelta(seconds=60)
BUTTON = "Address of the protected person"
BY_ITS_BUTTON = (
    f"The address of a protected person stands on no card. It has a press of its own on the order, {BUTTON}, and needs a reason each time."
)
NOT_FOR_YOUR_ROLE = "Your role is not shown where a protected person lives: ask a supervisor, the orders desk or a liaison officer."
NONE_TO_SHOW = "There is no address of this protected person that may be shown: the court withholds it, or gave none."
OF_THE_RESPONDENT = "Of a respondent the area is shown here: for the address open the order, or ask the court."
_ADDRESS = ("address", "address1", "address2", "postcode")


def whereabouts(order: Order, officer: Officer) -> tuple[str, ...]:
    """The lines of the applicant's address; none where this officer may see none, where the court withholds any of it, or none is held.

    What is marked confidential is shown to a role that may see safe contacts, as a telephone number is.
    """
    applicant = order.applicant
    if not officer.may(Permission.SEE_SAFE_CONTACT) or not applicant.withheld.isdisjoint(_ADDRESS):
        return ()
    return tuple(part for part in (applicant.address1, applicant.address2, applicant.postcode) if part)


def where_it_stands(asked: Particulars, found: Sequence[tuple[Order, PartyRole]], officer: Officer) -> tuple[str, ...]:
    """Said where an address was asked for, of somebody and not to search by: where it stands, and never what it is."""
    if not found or not asked.name_tokens or asked.home or not asks_for_address(asked.raw):
        return ()
    return tuple(dict.fromkeys(_where(found, officer)))


def _where(found: Sequence[tuple[Order, PartyRole]], officer: Officer) -> Iterator[str]:
    for order, role in found:
        if role is PartyRole.RESPONDENT:
            yield OF_THE_RESPONDENT
        elif not officer.may(Permission.SEE_SAFE_CONTACT):
            yield NOT_FOR_YOUR_ROLE
        else:
            yield BY_ITS_BUTTON if whereabouts(order, officer) else NONE_TO_SHOW
