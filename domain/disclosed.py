"""What of a record is the respondent's to be told: nothing that the protected person said, and no words in which they could be found."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from domain.breaches import questions
from domain.breaches.drafts import Answer, Breach, standing
from domain.evidence import Evidence
from domain.order_changes import Recorded
from domain.retention import Decision
from domain.same_person import PersonLink
from domain.versions_told import VersionTold
from domain.visits import VisitPlan

# Read by what the choice or the time says. Whatever was typed beside it may be the protected person's, so a question that is made later stays out by itself.
CHOSEN = frozenset(
    one.id
    for one in (
        questions.WHEN,
        questions.CONDITIONS,
        questions.EXPLAINED_AT_ALL,
        questions.OTHER_OFFENCES,
        questions.ARREST,
        *questions.EVENT_TIMES.values(),
    )
)
# The respondent's own words.
SAID = frozenset({questions.EXPLANATION.id})
_OF_BREACH = ("id", "reference", "order_id", "order_version", "recorded_at", "states", "happened_on")
_OF_EVIDENCE = ("id", "order_id", "kind", "how", "source", "recorded_at", "on", "at")
_OF_CHANGE = ("id", "order_id", "version", "kind", "at", "learned", "undoes")
# Which force held it says where the protected person has lived.
_OF_VERSION = ("version", "at", "learned")
_OF_LINK = ("one", "other", "word", "at", "number", "one_reference", "other_reference")
_OF_VISITS = ("id", "order_id", "must_by", "made_at", "state", "met_at", "last_outcome", "tries", "ended_at")
_OF_DECISION = ("order", "number", "what", "at", "next_review", "group")


def breach_told(one: Breach) -> dict[str, Any]:
    stands = standing(one.answers)
    answers = [_answer(stands[id]) for id in questions.BY_ID if id in stands and id in CHOSEN | SAID]
    return _only(one, _OF_BREACH) | {"answers": answers}


def evidence_told(one: Evidence) -> dict[str, Any]:
    return _only(one, _OF_EVIDENCE)


def decision_told(one: Decision) -> dict[str, Any]:
    return _only(one, _OF_DECISION)


def change_told(one: Recorded) -> dict[str, Any]:
    """That it changed and when: before and after may be the protected person's particulars."""
    return _only(one, _OF_CHANGE)


def version_told(one: VersionTold) -> dict[str, Any]:
    """As of a change that was made here."""
    return _only(one, _OF_VERSION)


def visits_told(one: VisitPlan) -> dict[str, Any]:
    """Not why no further one is made: that may be somebody's fear."""
    return _only(one, _OF_VISITS)


def link_told(one: PersonLink) -> dict[str, Any]:
    return _only(one, _OF_LINK)


def _answer(one: Answer) -> dict[str, Any]:
    return {"question": one.question, "values": one.values, "text": one.text if one.question in SAID else ""}


def _only(one: Any, names: Collection[str]) -> dict[str, Any]:
    return {name: part for name, part in asdict(one).items() if name in names}
