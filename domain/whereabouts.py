"""Where the protected person lives: for a role that may see it, and never what the court withholds."""

from datetime import timedelta

from domain.officers import Officer, Permission
from domain.orders import Order

SHOWN_FOR = timedelta(seconds=60)
_ADDRESS = ("address", "address1", "address2", "postcode")


def whereabouts(order: Order, officer: Officer) -> tuple[str, ...]:
    """The lines of the applicant's address; none where this officer may see none, where the court withholds any of it, or none is held.

    What is marked confidential is shown to a role that may see safe contacts, as a telephone number is.
    """
    applicant = order.applicant
    if not officer.may(Permission.SEE_SAFE_CONTACT) or not applicant.withheld.isdisjoint(_ADDRESS):
        return ()
    return tuple(part for part in (applicant.address1, applicant.address2, applicant.postcode) if part)
