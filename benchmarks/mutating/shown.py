"""Words that stand in the register where some roles may not see them, and where they came to light."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from benchmarks.mutating.effects import ANYBODY, IN_CONTACT, LOOKING_UP
from domain.officers import Role

_NO_SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Canary:
    """A word that stands in one place only and that no line and no press of these roles holds. `hidden_from` may never see it."""

    word: str
    where: str
    hidden_from: frozenset[Role]


ADDRESS = Canary("wrenfallow", "a protected person's address", ANYBODY - IN_CONTACT)
POSTCODE = Canary("zz88qj", "a protected person's postcode", ANYBODY - IN_CONTACT)
PHONE = Canary("7700900862", "a protected person's telephone number", ANYBODY - IN_CONTACT)
EMAIL = Canary("sedgewarbling", "a protected person's e-mail address", ANYBODY - IN_CONTACT)
SAFE_TIME = Canary("larkmoult", "the court's words on when to ring", ANYBODY - IN_CONTACT)
FLAGGED = Canary("7700900863", "a telephone number that the court marked confidential", ANYBODY - IN_CONTACT)
SAFE_CONTACT = Canary("sallowmere", "a safe contact", ANYBODY - IN_CONTACT)
SAFEGUARDING = Canary("fennelgarth", "a safeguarding plan", ANYBODY - IN_CONTACT)
CONTACT_NOTE = Canary("ospreyholt", "a note of a contact", ANYBODY - IN_CONTACT)
PROTECTED_NAME = Canary("quillonbray", "a protected person's name", ANYBODY - LOOKING_UP)
# Whoever takes orders in sees whose the orders are that wait for a decision.
REVIEWED_NAME = Canary("thornquayle", "the name on an order that waits for a decision", frozenset({Role.AUDITOR}))
ACCOUNT = Canary("plinthmarrow", "the account of a breach", ANYBODY - LOOKING_UP)
SIGNING_NOTE = Canary("tollgrebe", "a supervisor's sealed note", ANYBODY - LOOKING_UP)
QUESTION = Canary("wimblecrake", "another's question to an expert", ANYBODY - {Role.SUPERVISOR, Role.ORDERS_DESK})
WITHHELD = Canary("brackenlode", "an address that the court withholds since", ANYBODY)
DRAFT = Canary("gossamertide", "another's unfinished record", ANYBODY)
TYPED = Canary("nightjarry", "what another typed, sealed on the trail", ANYBODY)
ELSEWHERE = Canary("umberlegate", "another force's order", ANYBODY)
# What officers who keep contact type into their own forms.
WRITTEN = Canary("kestrelwick", "what was typed into a form of contact", ANYBODY - IN_CONTACT)
CANARIES = (
    *(ADDRESS, POSTCODE, PHONE, EMAIL, SAFE_TIME, FLAGGED, SAFE_CONTACT, SAFEGUARDING, CONTACT_NOTE, PROTECTED_NAME, REVIEWED_NAME),
    *(ACCOUNT, SIGNING_NOTE, QUESTION, WITHHELD, DRAFT, TYPED, ELSEWHERE, WRITTEN),
)


def shown_to(roles: frozenset[Role], activities: Sequence[dict[str, Any]]) -> list[str]:
    """What of it these roles were shown that is hidden from them, anywhere in what was sent; and what of it any officer's locked phone shows."""
    whole = plain(orjson.dumps(activities).decode())
    found = [one.where for one in CANARIES if roles <= one.hidden_from and one.word in whole]
    spoken = plain(" ".join(_spoken(activities)))
    return [*found, *(f"{one.where}, on a locked phone" for one in CANARIES if one.word in spoken)]


def brought_to_light(roles: frozenset[Role], activities: Sequence[dict[str, Any]]) -> set[str]:
    """Of what these roles may see, what they were shown: were it nothing, nothing hidden could have been shown either."""
    whole = plain(orjson.dumps(activities).decode())
    return {one.where for one in CANARIES if not roles <= one.hidden_from and one.word in whole}


def kept_open(where: str, told: str) -> list[str]:
    """What of it stands where nothing of a person may: the state, the buttons, the log."""
    words = plain(told)
    return [f"{one.where}, in {where}" for one in CANARIES if one.word in words]


def _spoken(activities: Iterable[dict[str, Any]]) -> Iterable[str]:
    for activity in activities:
        yield from (str(activity.get(part) or "") for part in ("text", "summary", "speak"))
        yield from (
            str(part["content"].get("speak") or "") for part in activity.get("attachments", []) if isinstance(part.get("content"), dict)
        )


def plain(told: str) -> str:
    """Letters and figures alone: no sign, space or capital hides a word."""
    return _NO_SIGN.sub("", told).casefold()
