"""The risk to the protected person as a record of a breach has it, for whoever plans the contact."""

from domain.breaches.drafts import Breach, standing
from domain.breaches.questions import RISK_AFTER, RISK_BEFORE
from domain.contacts import Risk

_ASSESSED = {"risk_standard": Risk.STANDARD, "risk_medium": Risk.MEDIUM, "risk_high": Risk.HIGH}


def assessed_in(record: Breach) -> Risk:
    """That after the breach, else that before it; unassessed where neither was assessed."""
    given = standing(record.answers)
    told = [value for one in (RISK_AFTER, RISK_BEFORE) if one.id in given and given[one.id].settled for value in given[one.id].values]
    return next((_ASSESSED[value] for value in told if value in _ASSESSED), Risk.UNASSESSED)
