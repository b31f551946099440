"""The risk to the protected person as a record of a breach has it, for whoever plans the contact."""

from dataclasses import replace

from domain.breaches.drafts import Breach, standing
from domain.breaches.questions import RISK_AFTER, RISK_BEFORE, Page
from domain.contacts import Risk

_ASSESSED = {"risk_standard": Risk.STANDARD, "risk_medium": Risk.MEDIUM, "risk_high": Risk.HIGH}


def assessed_in(record: Breach) -> Risk:
    """That after the breach, else that before it; unassessed where neither was assessed."""
    given = standing(record.answers)
    told = [value for one in (RISK_AFTER, RISK_BEFORE) if one.id in given and given[one.id].settled for value in given[one.id].values]
    return next((_ASSESSED[value] for value in told if value in _ASSESSED), Risk.UNASSESSED)


def by_tool(page: Page, tool: str) -> Page:
    """The page that asks for the risk names the force's own tool, where the force has said which it is."""
    return replace(page, help=f"Risk as {tool} has it.") if tool and RISK_BEFORE in page.questions else page
