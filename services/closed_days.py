"""The days that are no working days beside Saturday and Sunday: the bank holidays of England and Wales, as the force's policy corrects them."""

from datetime import date
from functools import lru_cache

from holidays import country_holidays

from domain.policies import Policy

# A clock of one working day ends within days; Easter and Christmas both lie well within a year.
_YEARS = 2


def closed_days(policy: Policy, since: date) -> frozenset[date]:
    """Those of the year of that day and of the next one."""
    known = frozenset().union(*(bank_holidays(since.year + more) for more in range(_YEARS)))
    return (known | policy.closed_days) - policy.open_days


@lru_cache(maxsize=16)
def bank_holidays(year: int) -> frozenset[date]:
    """As they are known when the library was made: a one-off day that is proclaimed later stands in the force's policy."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))
