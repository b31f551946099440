"""How often the protected person is contacted, by risk."""

from dataclasses import dataclass
from datetime import timedelta

from domain.contacts.plans import Risk

HOUR = timedelta(hours=1)
AT_LEAST = timedelta(hours=2)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Cadence:
    """One risk's rhythm. A step of `order_known` or `breach` is the time within which a contact must be made; none means that day, London time."""

    order_known: tuple[timedelta | None, ...]
    routine_days: int
    breach: tuple[timedelta, ...]
    near_expiry_days: tuple[int, ...]
    try_again: timedelta


# A design proposal, to be signed off locally: no national figure for how often to contact was found. The intervals are those of the project's
# notes on practice; "immediate" is read as within two hours, and the time to the next try after no answer is ours.
CADENCE: dict[Risk, Cadence] = {
    Risk.HIGH: Cadence((None, 48 * HOUR), 7, (AT_LEAST, 24 * HOUR, 72 * HOUR), (28, 14, 7), HOUR),
    Risk.MEDIUM: Cadence((24 * HOUR,), 28, (24 * HOUR, 7 * _DAY), (28, 7), 4 * HOUR),
    Risk.STANDARD: Cadence((72 * HOUR,), 60, (48 * HOUR, 14 * _DAY), (14,), 24 * HOUR),
}


def cadence_of(risk: Risk) -> Cadence:
    """Unassessed risk counts as high until it is assessed."""
    return CADENCE[Risk.HIGH if risk is Risk.UNASSESSED else risk]
