"""Under what terms a person is looked up: the reason that was given for it, and until when it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.policies import Policy

# The event of one look-up, by which an officer's are counted.
SEARCHED = "lookup:orders:searched"
# Those of a batch after its first: a batch counts once.
SEARCHED_IN_BATCH = "lookup:batch:searched"
_STATE = "reason"
# What shows an order to an officer carries the reason; contacts, records and guidance are no look-ups and ask for none.
_REASONED = ("lookup:", "history:", "paper:", "address:", "measure:", "visit:", "beat:", "change:")


@dataclass(frozen=True)
class Access:
    """`reason` is a code of the force's list, empty where none was asked for; `most` look-ups an hour are made before a supervisor is told."""

    reason: str = ""
    most: int = Policy().lookups_an_hour


def reason_in(state: Mapping[str, Any], now: datetime) -> str:
    """The reason that a conversation's state holds at this moment; empty where none was given or it no longer holds."""
    given = state.get(_STATE)
    return str(given["code"]) if given and now < datetime.fromisoformat(given["until"]) else ""


def with_reason(state: Mapping[str, Any], code: str, until: datetime) -> dict[str, Any]:
    return {**state, _STATE: {"code": code, "until": until.isoformat()}}


def without_reason(state: Mapping[str, Any]) -> dict[str, Any]:
    return {name: kept for name, kept in state.items() if name != _STATE}


def is_reasoned(event: str) -> bool:
    """Whether a line of the trail carries the reason that holds in its turn."""
    return event.startswith(_REASONED)
